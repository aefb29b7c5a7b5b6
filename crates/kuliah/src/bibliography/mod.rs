//! Bibliography files into the references of a course, before it is held against the schema.
//!
//! `.bib` files are read by `kuliah-cite`; CSL-JSON and hayagriva's YAML are trees like a course,
//! so that every value keeps its place.

mod csl_json;
mod hayagriva;

use kuliah_cite::{Run, parse_rich_text, read_bib};
use kuliah_core::check::unsafe_path;
use kuliah_core::markup::escape;
use kuliah_core::syntax::{
    self, Data, Key, Limits, Node, Syntax, Tree, decode_text, forbidden_characters,
};
use kuliah_doc::{AssetError, Assets};
use kuliah_source::{
    Arg, AssetPath, Diagnostic, FileId, Message, RuleId, Severity, SourceMap, Span,
};
use serde_json::Value;

use crate::reasons;

/// Fields that hold inline text.
pub(crate) const INLINE: [&str; 3] = ["title", "container-title", "collection-title"];

/// Appends the entries of the files that a course names to its references, and drops the names:
/// the course then stands alone.
///
/// Entries keep their places in their files. A value that is no path stays for the schema to
/// find.
pub(crate) fn load(
    tree: &mut Tree,
    sources: &mut SourceMap,
    assets: &dyn Assets,
    out: &mut Vec<Diagnostic>,
) {
    let Some(paths) = paths(&tree.root) else {
        return;
    };
    let mut entries = Vec::new();
    for (path, span) in paths {
        match read(&path, span, sources, assets) {
            Ok(found) => entries.extend(found),
            Err(findings) => out.extend(findings),
        }
    }
    append(&mut tree.root, entries);
}

/// The paths and their places; `None` when the value is not a text or a list of texts.
pub(crate) fn paths(root: &Node) -> Option<Vec<(String, Span)>> {
    let (_, node) = root.get("bibliography")?;
    let path = |node: &Node| node.as_str().map(|text| (text.to_owned(), node.span));
    match &node.data {
        Data::Seq(items) => items.iter().map(path).collect(),
        _ => path(node).map(|one| vec![one]),
    }
}

fn error(rule: &'static str, span: Span, message: Message) -> Diagnostic {
    Diagnostic::new(RuleId::new(rule), Severity::Error, span, message)
}

fn read(
    path: &str,
    span: Span,
    sources: &mut SourceMap,
    assets: &dyn Assets,
) -> Result<Vec<Node>, Vec<Diagnostic>> {
    let asset = AssetPath::new(path).map_err(|why| {
        let (message, help) = unsafe_path(path, why);
        vec![error("reference/unsafe-path", span, message).help(help)]
    })?;
    let bytes = assets
        .read(&asset)
        .map_err(|why| vec![missing(path, span, &why)])?;
    // The next file of the map.
    let file = FileId::new(u32::try_from(sources.files().count()).unwrap_or(u32::MAX));
    let (text, broken) = decode_text(file, &bytes);
    let file = sources.add(path, text.as_str());
    if !broken.is_empty() {
        return Err(broken);
    }
    match Syntax::of_path(path) {
        Some(Syntax::Json) => tree(file, &text, Syntax::Json).and_then(|it| csl_json::entries(&it)),
        Some(Syntax::Yaml) => {
            tree(file, &text, Syntax::Yaml).and_then(|it| hayagriva::entries(&it))
        }
        _ => bib_entries(file, &text),
    }
}

/// The tree of a file in JSON or YAML.
fn tree(file: FileId, text: &str, syntax: Syntax) -> Result<Node, Vec<Diagnostic>> {
    let parse = syntax::parse(file, text, syntax, &Limits::default());
    match parse.tree {
        Some(tree) if parse.diagnostics.is_empty() => Ok(tree.root),
        _ => Err(parse.diagnostics),
    }
}

/// A finding about something in a bibliography file.
pub(crate) fn unreadable(span: Span, reason: impl Into<Arg>) -> Diagnostic {
    let rule = "citation/unreadable-bibliography";
    let message = Message::new(rule).with("reason", reason);
    error(rule, span, message).help(Message::new("citation/unreadable-bibliography.help"))
}

pub(crate) fn bib_entries(file: FileId, text: &str) -> Result<Vec<Node>, Vec<Diagnostic>> {
    if is_ris(text) {
        let message = Message::new("citation/unreadable-bibliography.ris");
        let help = Message::new("citation/unreadable-bibliography.ris.help");
        let span = Span::new(file, 0..0);
        return Err(vec![
            error("citation/unreadable-bibliography", span, message).help(help),
        ]);
    }
    // The reader of BibTeX would drop some of them without a word.
    let forbidden = forbidden_characters(file, text);
    if !forbidden.is_empty() {
        return Err(forbidden);
    }
    let entries = read_bib(text).map_err(|errors| {
        let finding = |broken: &kuliah_cite::BibError| {
            let span = Span::new(file, broken.span.clone());
            unreadable(span, reasons::of_bib(&broken.kind))
        };
        errors.iter().map(finding).collect::<Vec<_>>()
    })?;
    let node = |entry: kuliah_cite::BibEntry| {
        let mut fields = entry.reference;
        for name in INLINE {
            if let Some(Value::String(text)) = fields.get_mut(name) {
                *text = inline(text);
            }
        }
        let span = Span::new(file, entry.span);
        let mut node = Node::from_value(&Value::Object(fields), span);
        if let Some(id) = node.get_mut("id") {
            id.span = Span::new(file, entry.key_span);
        }
        node
    };
    Ok(entries.into_iter().map(node).collect())
}

/// Whether a text is in the RIS format: its first line tells the type of a work.
fn is_ris(text: &str) -> bool {
    text.trim_start().starts_with("TY  -")
}

/// A finding about a file that a course names and that cannot be had.
pub(crate) fn missing(path: &str, span: Span, why: &AssetError) -> Diagnostic {
    let message = match why {
        AssetError::NotFound => Message::new("reference/missing-file").with("path", path),
        other => Message::new("reference/missing-file.unreadable")
            .with("path", path)
            .with("reason", reasons::of_asset(other)),
    };
    error("reference/missing-file", span, message).help(Message::new("reference/missing-file.help"))
}

/// The rich text of CSL-JSON as inline text of a course.
pub(crate) fn inline(text: &str) -> String {
    let write = |run: &Run| {
        let words = escape(&run.text);
        let marks = match (run.italic, run.bold) {
            (true, true) => "***",
            (true, false) => "*",
            (false, true) => "**",
            (false, false) => "",
        };
        // Marks must stand at the words, not at the blanks around them.
        let inner = words.trim();
        words.replacen(inner, &format!("{marks}{inner}{marks}"), 1)
    };
    parse_rich_text(text).iter().map(write).collect()
}

pub(crate) fn append(root: &mut Node, entries: Vec<Node>) {
    let span = root.span.at_start();
    let Data::Map(fields) = &mut root.data else {
        return;
    };
    fields.retain(|(key, _)| key.name != "bibliography");
    if entries.is_empty() {
        return;
    }
    match fields.iter_mut().find(|(key, _)| key.name == "references") {
        Some((_, node)) => {
            if let Data::Seq(references) = &mut node.data {
                references.extend(entries);
            }
        }
        None => fields.push((
            Key::new("references", span),
            Node::new(Data::Seq(entries), span),
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn emphasis_of_titles_becomes_markup() {
        assert_eq!(
            inline("Peran <i>enabler</i> & lain"),
            r"Peran *enabler* \& lain"
        );
        assert_eq!(inline("Harga [5] *"), r"Harga \[5\] \*");
        assert_eq!(inline(""), "");
    }
}
