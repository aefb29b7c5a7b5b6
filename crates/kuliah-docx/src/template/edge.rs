//! Headers and footers of a template: what is in them, and their placeholders.

use std::collections::BTreeMap;

use super::archive::{Archive, shown};
use super::media::Pictures;
use super::relations::{self, Relation};
use super::{Harm, TemplateError, reading};
use crate::link;
use crate::xml::{Element, Node};

/// Whether it stands above or below the text.
#[derive(Debug, Copy, Clone, Eq, PartialEq)]
pub(crate) enum Place {
    /// Above.
    Header,
    /// Below.
    Footer,
}

impl Place {
    /// How the section names it.
    pub(crate) fn reference(self) -> &'static str {
        match self {
            Self::Header => "w:headerReference",
            Self::Footer => "w:footerReference",
        }
    }

    /// The end of the type of its relationship, which its file is named after.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Header => "header",
            Self::Footer => "footer",
        }
    }
}

/// Which pages a header or footer is for.
#[derive(Debug, Copy, Clone, Eq, PartialEq)]
pub(crate) struct Kind {
    /// Above or below.
    pub(crate) place: Place,
    /// `default`, `first` or `even`.
    pub(crate) pages: &'static str,
}

/// What a header or footer points to.
#[derive(Debug, Clone)]
pub(crate) enum Target {
    /// A picture of the template, from 0.
    Picture(usize),
    /// An address.
    Address(String),
}

/// A header or footer of a template.
#[derive(Debug)]
pub(crate) struct Edge {
    /// Which pages it is for.
    pub(crate) kind: Kind,
    /// `w:hdr` or `w:ftr`.
    pub(crate) root: Element,
    /// Its relationships.
    pub(crate) targets: Vec<(String, Target)>,
}

/// Fields whose result Word works out from the file alone.
const FIELDS: [&str; 18] = [
    "AUTHOR",
    "CREATEDATE",
    "DATE",
    "DOCPROPERTY",
    "FILENAME",
    "KEYWORDS",
    "LASTSAVEDBY",
    "NUMPAGES",
    "PAGE",
    "PRINTDATE",
    "SAVEDATE",
    "SECTION",
    "SECTIONPAGES",
    "STYLEREF",
    "SUBJECT",
    "SYMBOL",
    "TIME",
    "TITLE",
];

/// What has no meaning in another file, and is left out with what is in it.
const DROPPED: [&str; 14] = [
    "w:bookmarkStart",
    "w:bookmarkEnd",
    "w:commentRangeStart",
    "w:commentRangeEnd",
    "w:commentReference",
    "w:proofErr",
    "w:permStart",
    "w:permEnd",
    "w:del",
    "w:moveFrom",
    "w:moveFromRangeStart",
    "w:moveFromRangeEnd",
    "w:moveToRangeStart",
    "w:moveToRangeEnd",
];

impl Edge {
    /// Reads a header or footer and what it points to.
    ///
    /// # Errors
    ///
    /// When it is missing or broken, or holds what a template must not or cannot.
    pub(super) fn read(
        archive: &mut Archive<'_>,
        relation: &Relation,
        kind: Kind,
        pictures: &mut Pictures,
    ) -> Result<Self, TemplateError> {
        let name = &relation.target;
        let missing = || TemplateError::Missing(shown(name));
        let bytes = archive.read(name)?.ok_or_else(missing)?;
        let root = match kind.place {
            Place::Header => "w:hdr",
            Place::Footer => "w:ftr",
        };
        let mut root = reading::read(name, &bytes, root)?;
        clean(&mut root);
        refuse_active(&root)?;
        refuse_fetching(&root)?;
        refuse_fields(&root)?;
        if !root.elements().any(|it| it.name == "w:p") {
            // A header without a paragraph breaks the schema.
            root.push(Element::new("w:p"));
        }
        let relations = relations::of(archive, name)?;
        let mut targets = Vec::new();
        let mut used = Vec::new();
        references(&root, &mut used);
        used.sort_unstable();
        used.dedup();
        for id in used {
            let found = relations.iter().find(|it| it.id == id);
            let relation = found.ok_or_else(|| TemplateError::Broken(shown(name)))?;
            let target = match relation.kind.as_str() {
                "image" => Target::Picture(pictures.add(archive, &relation.target)?),
                "hyperlink" if relation.external => {
                    let outside = || TemplateError::External(shown(&relation.target));
                    Target::Address(link::checked(&relation.target).ok_or_else(outside)?)
                }
                other => {
                    let other = other.rsplit('/').next().unwrap_or(other);
                    return Err(TemplateError::Unsupported(format!("a {}", shown(other))));
                }
            };
            targets.push((id, target));
        }
        Ok(Self {
            kind,
            root,
            targets,
        })
    }
}

/// Takes away what refers to other parts of the template's own text.
fn clean(element: &mut Element) {
    element.children.retain(|node| {
        node.element()
            .is_none_or(|it| !DROPPED.contains(&it.name.as_str()))
    });
    match (element.name.as_str(), element.get("w:val")) {
        ("w:hyperlink", _) => element.remove("w:anchor"),
        // LibreOffice says where tables stand as the strict form does.
        ("w:jc", Some("start")) => element.set("w:val", "left"),
        ("w:jc", Some("end")) => element.set("w:val", "right"),
        _ => {}
    }
    for child in element.elements_mut() {
        clean(child);
    }
}

/// Refuses what runs or brings in something else, anywhere below.
///
/// # Errors
///
/// [`TemplateError::Active`].
pub(super) fn refuse_active(root: &Element) -> Result<(), TemplateError> {
    let harm = match root.name.as_str() {
        "w:altChunk" | "w:subDoc" => Some(Harm::Chunks),
        "w:object" | "o:OLEObject" => Some(Harm::Objects),
        "w:control" => Some(Harm::Controls),
        _ => None,
    };
    match harm {
        Some(harm) => Err(TemplateError::Active(harm)),
        None => root.elements().try_for_each(refuse_active),
    }
}

/// Refuses drawings in VML that name a file or address instead of a part.
fn refuse_fetching(element: &Element) -> Result<(), TemplateError> {
    let drawing = element.name.starts_with("v:") || element.name.starts_with("o:");
    let fetches = |(name, value): &&(String, String)| {
        let name = name.rsplit(':').next().unwrap_or(name);
        ["src", "href", "althref"].contains(&name) && !value.is_empty() && !value.starts_with('#')
    };
    let found = element.attributes.iter().find(fetches);
    if let Some((_, target)) = found.filter(|_| drawing) {
        return Err(TemplateError::External(shown(target)));
    }
    element.elements().try_for_each(refuse_fetching)
}

/// Refuses fields other than the harmless ones.
///
/// An instruction may be spread over runs, so those of a paragraph are read as one text,
/// parted wherever a field begins, shows its result or ends.
fn refuse_fields(root: &Element) -> Result<(), TemplateError> {
    let mut code = String::new();
    instructions(root, &mut code);
    let words = code.split('\u{1f}').map(|it| it.split_whitespace().next());
    for word in words.flatten() {
        if !FIELDS.iter().any(|it| word.eq_ignore_ascii_case(it)) {
            return Err(TemplateError::Field(shown(word)));
        }
    }
    Ok(())
}

fn instructions(element: &Element, out: &mut String) {
    for child in element.elements() {
        match child.name.as_str() {
            "w:fldChar" => out.push('\u{1f}'),
            "w:instrText" | "w:delInstrText" => push_text(child, out),
            "w:fldSimple" => {
                out.push('\u{1f}');
                out.push_str(child.get("w:instr").unwrap_or_default());
                out.push('\u{1f}');
                instructions(child, out);
            }
            _ => instructions(child, out),
        }
    }
}

fn push_text(element: &Element, out: &mut String) {
    for node in &element.children {
        if let Node::Text(text) = node {
            out.push_str(text);
        }
    }
}

/// The relationships that are used anywhere below.
fn references(element: &Element, out: &mut Vec<String>) {
    let own = element.attributes.iter().filter(|(name, value)| {
        let related = name.starts_with("r:") || name == "o:relid";
        related && !value.is_empty()
    });
    out.extend(own.map(|(_, value)| value.clone()));
    for child in element.elements() {
        references(child, out);
    }
}

/// What the placeholders of a header stand for, by their names in small letters.
#[derive(Debug)]
pub(crate) struct Fields(pub(crate) BTreeMap<String, String>);

impl Fields {
    /// Puts values in the place of placeholders, wherever a paragraph has them.
    pub(crate) fn fill(&self, element: &mut Element) {
        for child in element.elements_mut() {
            self.fill(child);
        }
        if element.name == "w:p" {
            self.fill_paragraph(element);
        }
    }

    /// A placeholder may be spread over runs: Word parts them wherever spelling was checked
    /// or a letter was typed later. The value goes where the placeholder begins.
    fn fill_paragraph(&self, paragraph: &mut Element) {
        let mut texts = Vec::new();
        collect_texts(paragraph, &mut texts);
        let whole: String = texts.concat();
        let found = self.find(&whole);
        if found.is_empty() {
            return;
        }
        let mut start = 0;
        let mut filled = Vec::with_capacity(texts.len());
        for text in &texts {
            let end = start + text.len();
            filled.push(replaced(&whole, start..end, &found));
            start = end;
        }
        let mut filled = filled.into_iter();
        put_texts(paragraph, &mut filled);
    }

    /// The placeholders of a text and their values, in order.
    fn find(&self, text: &str) -> Vec<(std::ops::Range<usize>, &str)> {
        let mut found = Vec::new();
        let mut from = 0;
        while let Some(open) = text.get(from..).and_then(|it| it.find('{')) {
            let start = from + open;
            from = start + 1;
            let inner = text.get(from..).unwrap_or_default();
            let Some((name, _)) = inner.split_once('}').filter(|(it, _)| !it.contains('{')) else {
                continue;
            };
            let close = name.len();
            let name = name.trim().to_lowercase();
            if let Some(value) = self.0.get(&name) {
                from = start + close + 2;
                found.push((start..from, value.as_str()));
            }
        }
        found
    }
}

/// The part of a text that lies in a range, placeholders that begin in it replaced.
fn replaced(
    whole: &str,
    range: std::ops::Range<usize>,
    found: &[(std::ops::Range<usize>, &str)],
) -> String {
    let mut out = String::new();
    let mut at = range.start;
    for (place, value) in found {
        if place.end <= at || place.start >= range.end {
            continue;
        }
        if place.start >= at {
            out.push_str(whole.get(at..place.start).unwrap_or_default());
            out.push_str(value);
        }
        at = place.end.min(range.end);
    }
    out.push_str(whole.get(at..range.end).unwrap_or_default());
    out
}

/// The texts of a paragraph itself, without those of text boxes in it.
fn collect_texts(element: &Element, out: &mut Vec<String>) {
    for child in element.elements().filter(|it| it.name != "w:p") {
        if child.name == "w:t" {
            let mut text = String::new();
            push_text(child, &mut text);
            out.push(text);
        } else {
            collect_texts(child, out);
        }
    }
}

fn put_texts(element: &mut Element, texts: &mut impl Iterator<Item = String>) {
    for child in element.elements_mut().filter(|it| it.name != "w:p") {
        if child.name == "w:t" {
            let text = texts.next().unwrap_or_default();
            child.set("xml:space", "preserve");
            child.children = vec![Node::Text(text)];
        } else {
            put_texts(child, texts);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::xml;

    fn all(element: &Element, out: &mut Vec<String>) {
        collect_texts(element, out);
        for child in element.elements() {
            if child.name == "w:p" {
                all(child, out);
            }
        }
    }

    fn filled(source: &str) -> String {
        let values = [("title", "Judul & isi"), ("code", "AKT-305"), ("date", "")];
        let values = values.map(|(k, v)| (k.to_owned(), v.to_owned()));
        let mut root = xml::parse(source.as_bytes()).expect("well-formed");
        Fields(values.into()).fill(&mut root);
        let mut texts = Vec::new();
        all(&root, &mut texts);
        texts.join("|")
    }

    #[test]
    fn placeholders_are_filled() {
        let cases = [
            ("<w:p><w:t>{title}</w:t></w:p>", "Judul & isi"),
            (
                "<w:p><w:t>a { Title } {CODE}b</w:t></w:p>",
                "a Judul & isi AKT-305b",
            ),
            ("<w:p><w:t>{date}.</w:t></w:p>", "."),
            (
                "<w:p><w:t>{unknown} {a{code}} }{</w:t></w:p>",
                "{unknown} {aAKT-305} }{",
            ),
        ];
        for (source, wanted) in cases {
            assert_eq!(filled(&format!("<w:hdr>{source}</w:hdr>")), wanted);
        }
    }

    #[test]
    fn placeholders_may_be_spread_over_runs() {
        let runs = |texts: &[&str]| {
            let run = |it: &&str| format!("<w:r><w:t>{it}</w:t></w:r>");
            format!(
                "<w:hdr><w:p>{}</w:p></w:hdr>",
                texts.iter().map(run).collect::<String>()
            )
        };
        assert_eq!(
            filled(&runs(&["x {", "ti", "tle", "} y {co", "de} z"])),
            "x Judul & isi||| y AKT-305| z"
        );
        assert_eq!(filled(&runs(&["{title}", "{code}"])), "Judul & isi|AKT-305");
        assert_eq!(filled(&runs(&["{ti", "b"])), "{ti|b");
    }

    #[test]
    fn fields_are_found_however_they_are_spread() {
        let field = |parts: &[&str]| {
            let part = |it: &&str| format!("<w:r><w:instrText>{it}</w:instrText></w:r>");
            let parts: String = parts.iter().map(part).collect();
            let source = format!(
                r#"<w:hdr><w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>{parts}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>"#
            );
            refuse_fields(&xml::parse(source.as_bytes()).expect("well-formed"))
        };
        assert_eq!(field(&[" PAGE ", "\\* MERGEFORMAT"]), Ok(()));
        assert_eq!(field(&["PA", "GE"]), Ok(()));
        for parts in [
            &[" INCLUDE", "TEXT \"a\""][..],
            &["DDEAUTO x"],
            &[" includepicture x"],
        ] {
            assert!(matches!(field(parts), Err(TemplateError::Field(_))));
        }
        let simple = r#"<w:hdr><w:fldSimple w:instr="LINK x"/></w:hdr>"#;
        let simple = xml::parse(simple.as_bytes()).expect("well-formed");
        assert!(refuse_fields(&simple).is_err());
    }
}
