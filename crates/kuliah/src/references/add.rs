//! BibTeX entries added to a course: to the first of its bibliographies that can take them, else
//! to its own references.
//!
//! 1. The course is read, with its bibliographies, and so are the entries.
//! 2. A key that is there already refuses all of them, with both places.
//! 3. The text is put in, and read again: the old references must be as they were, and the new
//!    ones as they were given.

use std::borrow::Cow;
use std::collections::BTreeMap;

use kuliah_cite::{BibEntry, read_bib, write_bib};
use kuliah_core::syntax::{Data, Node, Syntax, Tree, decode_text, parse};
use kuliah_doc::{AssetError, AssetPath, Assets};
use kuliah_lower::csl_json;
use kuliah_source::{Diagnostic, FileId, Label, Message, RuleId, Severity, SourceMap, Span};
use serde_json::{Map, Value};

use super::collection::read_tree;
use super::edit;
use crate::bibliography::{self, unreadable};
use crate::compile::{Input, course_of};

type Fields = Map<String, Value>;

/// A course with more references; nothing is written, the caller has the new text.
#[derive(Debug, Clone, Eq, PartialEq)]
#[non_exhaustive]
pub struct Addition {
    /// The path, as the course names it, of the bibliography that takes the entries; `None` when
    /// the course file itself does.
    pub bibliography: Option<String>,
    /// The old text of that file.
    pub old: String,
    /// Its new text.
    pub new: String,
    /// The keys that came in.
    pub keys: Vec<String>,
}

/// Why entries were not added.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum Refusal {
    /// Something is wrong with the course, with its bibliographies or with the entries; places are
    /// in the files that come along.
    Found {
        /// The course, its bibliographies, and the entries.
        sources: Box<SourceMap>,
        /// What is wrong.
        diagnostics: Vec<Diagnostic>,
    },
    /// The file is written in a way that leaves no safe place for them.
    NoPlace {
        /// The entries as the list `references` of a course would have them, in YAML.
        lines: String,
    },
}

/// Adds entries, the text of a `.bib` file or of a page that offers BibTeX, to a course.
///
/// `name` is the name of that text for findings. Entries go into the first `.bib` file that the
/// course names, as they are written; else into its first list in CSL-JSON; else into the
/// `references` of the course file. Every other byte of that file stays.
///
/// # Errors
///
/// See [`Refusal`].
pub fn add(
    input: &Input<'_>,
    assets: &dyn Assets,
    name: &str,
    entries: &str,
) -> Result<Addition, Refusal> {
    let mut sources = SourceMap::new();
    let prepared = prepare(input, assets, name, entries, &mut sources);
    let prepared = prepared.map_err(|diagnostics| Refusal::Found {
        sources: Box::new(sources),
        diagnostics,
    })?;
    let candidates = prepared.candidates(input, assets, entries);
    let keys = prepared.new.iter().map(|it| it.key.clone()).collect();
    let fits = |it: &Addition| prepared.holds(input, assets, it);
    match candidates.into_iter().find(fits) {
        Some(found) => Ok(Addition { keys, ..found }),
        None => Err(Refusal::NoPlace {
            lines: prepared
                .fields()
                .iter()
                .map(|it| super::entry::yaml_item(it, "  "))
                .collect(),
        }),
    }
}

/// A course and entries that may come into it.
struct Prepared {
    /// The course file, before its bibliographies are read.
    tree: Tree,
    text: String,
    new: Vec<BibEntry>,
    /// All references that there must be afterwards, by their keys.
    expected: BTreeMap<String, Fields>,
}

fn prepare(
    input: &Input<'_>,
    assets: &dyn Assets,
    name: &str,
    entries: &str,
    sources: &mut SourceMap,
) -> Result<Prepared, Vec<Diagnostic>> {
    let tree = read_tree(input, sources)?;
    let text = sources.file(FileId::FIRST).map(|it| it.text().to_owned());
    let mut whole = tree.clone();
    let mut found = Vec::new();
    bibliography::load(&mut whole, sources, assets, &mut found);
    let file = sources.add(name, entries);
    let nodes = bibliography::bib_entries(file, entries).unwrap_or_else(|errors| {
        found.extend(errors);
        Vec::new()
    });
    if nodes.is_empty() && found.is_empty() {
        found.push(unreadable(
            Span::new(file, 0..0),
            Message::new("citation/unreadable-bibliography.no-entry"),
        ));
    }
    let old = whole.root.get("references").map(|it| it.1.items());
    found.extend(taken(old.unwrap_or_default(), &nodes));
    if !found.is_empty() {
        return Err(found);
    }
    bibliography::append(&mut whole.root, nodes);
    let Some(expected) = course_of(whole, sources, assets, &mut found) else {
        return Err(found);
    };
    Ok(Prepared {
        tree,
        text: text.unwrap_or_default(),
        new: read_bib(entries).unwrap_or_default(),
        expected: by_key(csl_json(&expected)),
    })
}

/// Keys of new entries that are taken, by an old one or by another new one.
fn taken(old: &[Node], new: &[Node]) -> Vec<Diagnostic> {
    let mut known: BTreeMap<String, Span> = BTreeMap::new();
    let id = |node: &Node| {
        let (_, id) = node.get("id")?;
        let text = match &id.data {
            Data::Int(number) => number.to_string(),
            _ => id.as_str()?.to_owned(),
        };
        Some((text, id.span))
    };
    for (key, span) in old.iter().filter_map(id) {
        known.entry(key).or_insert(span);
    }
    let mut found = Vec::new();
    for (key, span) in new.iter().filter_map(id) {
        if let Some(first) = known.get(&key) {
            let rule = "citation/duplicate-reference";
            let message = Message::new(rule).with("key", key.as_str());
            let mut finding = Diagnostic::new(RuleId::new(rule), Severity::Error, span, message)
                .help(Message::new("citation/duplicate-reference.help"));
            finding.labels.push(Label {
                span: *first,
                message: Some(Message::new("citation/duplicate-reference.first")),
            });
            found.push(finding);
        } else {
            known.insert(key, span);
        }
    }
    found
}

fn by_key(references: Vec<Fields>) -> BTreeMap<String, Fields> {
    let key = |it: &Fields| {
        it.get("id")
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned()
    };
    references.into_iter().map(|it| (key(&it), it)).collect()
}

impl Prepared {
    fn fields(&self) -> Vec<Fields> {
        self.new.iter().map(|it| it.reference.clone()).collect()
    }

    /// The ways to add the entries, the best one first.
    fn candidates(&self, input: &Input<'_>, assets: &dyn Assets, entries: &str) -> Vec<Addition> {
        let paths = bibliography::paths(&self.tree.root).unwrap_or_default();
        let ending = |path: &str| path.rsplit_once('.').map(|it| it.1.to_ascii_lowercase());
        let first = |wanted: &str| {
            let found = paths
                .iter()
                .find(|it| ending(&it.0).as_deref() == Some(wanted));
            let (path, _) = found?;
            let bytes = assets.read(&AssetPath::new(path).ok()?).ok()?;
            let (text, broken) = decode_text(FileId::FIRST, &bytes);
            broken.is_empty().then(|| (path.clone(), text))
        };
        let mut out = Vec::new();
        let mut offer = |bibliography: Option<&String>, old: &str, new: Option<String>| {
            out.extend(new.map(|new| Addition {
                bibliography: bibliography.cloned(),
                old: old.to_owned(),
                new,
                keys: Vec::new(),
            }));
        };
        if let Some((path, old)) = first("bib") {
            // As they are written; abbreviations that they name stay behind, and then it is as
            // they were understood.
            let written = self
                .new
                .iter()
                .filter_map(|it| entries.get(it.span.clone()));
            let written: Vec<_> = written.map(str::to_owned).collect();
            offer(Some(&path), &old, Some(edit::into_bib(&old, &written)));
            let understood = write_bib(&self.fields());
            offer(Some(&path), &old, Some(edit::into_bib(&old, &[understood])));
        } else if let Some((path, old)) = first("json") {
            let tree = parse(FileId::FIRST, &old, Syntax::Json, &input.limits).tree;
            let new = tree.and_then(|tree| {
                let named = ["items", "references"]
                    .iter()
                    .find_map(|it| tree.root.get(it));
                let list = named.map_or(&tree.root, |it| it.1);
                edit::into_json_list(&old, list, &self.fields())
            });
            offer(Some(&path), &old, new);
        } else {
            let root = &self.tree.root;
            let new = edit::into_course(&self.text, root, input.syntax, &self.fields());
            offer(None, &self.text, new);
        }
        out
    }

    /// Whether the course has, with this text, all references as they must be.
    fn holds(&self, input: &Input<'_>, assets: &dyn Assets, added: &Addition) -> bool {
        let over = Over {
            added,
            below: assets,
        };
        let input = match added.bibliography {
            Some(_) => *input,
            None => Input {
                bytes: added.new.as_bytes(),
                ..*input
            },
        };
        let mut sources = SourceMap::new();
        let Ok(tree) = read_tree(&input, &mut sources) else {
            return false;
        };
        let course = course_of(tree, &mut sources, &over, &mut Vec::new());
        let all = course.map(|it| csl_json(&it)).unwrap_or_default();
        all.len() == self.expected.len() && by_key(all) == self.expected
    }
}

/// The bibliography that has more entries, over the files there are.
struct Over<'a> {
    added: &'a Addition,
    below: &'a dyn Assets,
}

impl Assets for Over<'_> {
    fn read(&self, path: &AssetPath) -> Result<Cow<'_, [u8]>, AssetError> {
        if self.added.bibliography.as_deref() == Some(path.as_str()) {
            return Ok(Cow::Borrowed(self.added.new.as_bytes()));
        }
        self.below.read(path)
    }
}

#[cfg(test)]
mod tests;
