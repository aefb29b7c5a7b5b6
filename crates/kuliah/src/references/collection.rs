//! The references of a course file with what the course makes of them, whatever its rules find.

use std::collections::BTreeMap;

use kuliah_cite::{Style, parse_rich_text};
use kuliah_core::model::Course;
use kuliah_core::syntax::{self, Tree};
use kuliah_doc::Assets;
use kuliah_lower::{citation_style, csl_json};
use kuliah_source::{Diagnostic, FileId, SourceMap, Span};
use serde_json::{Map, Value};

use crate::compile::{Input, course_of};

/// The references of a course file.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Collection {
    /// In the order of the source: those of the course, then those of its files.
    pub entries: Vec<Entry>,
    /// The language of the course, as a BCP 47 tag.
    pub language: String,
    /// The style that the course is set in; `None` when its file cannot be used.
    pub style: Option<Style>,
    /// The name of that style, or the path of its file.
    pub style_name: String,
}

/// A reference, where it stands, and how often it is cited.
#[derive(Debug, Clone, Eq, PartialEq)]
#[non_exhaustive]
pub struct Entry {
    /// Its fields, as CSL-JSON.
    pub fields: Map<String, Value>,
    /// Where its key stands.
    pub span: Span,
    /// How many citations name it; 0 when nothing does.
    pub cited: usize,
}

/// Reads the references of a course file, and counts their citations.
///
/// Rules are not asked: a course with unknown keys, or with two references of one key, has its
/// references too. The files come along, for the places of entries and findings: the course first,
/// then its bibliographies.
///
/// # Errors
///
/// What keeps the course from being read.
pub fn collect(
    input: &Input<'_>,
    assets: &dyn Assets,
) -> (SourceMap, Result<Collection, Vec<Diagnostic>>) {
    let mut sources = SourceMap::new();
    let collected = read_tree(input, &mut sources).and_then(|tree| {
        let (mut found, before) = (Vec::new(), tree);
        match course_of(before, &mut sources, assets, &mut found) {
            Some(course) => Ok(Collection::of(&course)),
            None => Err(found),
        }
    });
    (sources, collected)
}

/// The tree of a course file, which is added to the sources.
pub(super) fn read_tree(
    input: &Input<'_>,
    sources: &mut SourceMap,
) -> Result<Tree, Vec<Diagnostic>> {
    let (text, broken) = syntax::decode_text(FileId::FIRST, input.bytes);
    let file = sources.add(input.name, text.as_str());
    if !broken.is_empty() {
        return Err(broken);
    }
    let parse = syntax::parse(file, &text, input.syntax, &input.limits);
    let is_whole = |found: &[Diagnostic]| {
        let error = kuliah_source::Severity::Error;
        found.iter().all(|it| it.severity != error)
    };
    match parse.tree {
        Some(tree) if is_whole(&parse.diagnostics) => Ok(tree),
        _ => Err(parse.diagnostics),
    }
}

impl Collection {
    fn of(course: &Course) -> Self {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for citation in course.citations() {
            *counts.entry(citation.key.as_str().to_owned()).or_default() += 1;
        }
        let spans = course.references.iter().map(|it| it.id.span());
        let entries = csl_json(course).into_iter().zip(spans);
        let entries = entries.map(|(fields, span)| {
            let key = fields.get("id").and_then(Value::as_str).unwrap_or_default();
            let cited = counts.get(key).copied().unwrap_or_default();
            Entry {
                fields,
                span,
                cited,
            }
        });
        let chosen = course.citation_style.as_ref();
        let lost = chosen.is_some_and(|it| it.path().is_some() && it.definition().is_none());
        let style = citation_style(course);
        let name = chosen.map(|it| it.name()).or(style.name());
        Self {
            entries: entries.collect(),
            language: course.lang.as_str().to_owned(),
            style_name: name.unwrap_or_default().to_owned(),
            style: (!lost).then_some(style),
        }
    }

    /// The fields of all entries.
    pub fn fields(&self) -> Vec<Map<String, Value>> {
        self.entries.iter().map(|it| it.fields.clone()).collect()
    }
}

impl Entry {
    /// Its key.
    pub fn key(&self) -> &str {
        self.text("id")
    }

    /// What sort of work it is, as CSL names it.
    pub fn kind(&self) -> &str {
        self.text("type")
    }

    /// Its title without emphasis.
    pub fn title(&self) -> String {
        let runs = parse_rich_text(self.text("title"));
        runs.iter().map(|it| it.text.as_str()).collect()
    }

    /// The family names of its authors, else of its editors; institutions as they are.
    pub fn authors(&self) -> Vec<String> {
        let names = |role: &str| self.fields.get(role).and_then(Value::as_array);
        let names = names("author").or_else(|| names("editor"));
        names.into_iter().flatten().map(family).collect()
    }

    /// The year, or the words, of its date.
    pub fn year(&self) -> Option<String> {
        let date = self.fields.get("issued")?;
        let parts = date.get("date-parts").and_then(|it| it.get(0)?.get(0));
        match parts {
            Some(Value::String(year)) => Some(year.clone()),
            Some(year) => Some(year.to_string()),
            None => date.get("literal")?.as_str().map(str::to_owned),
        }
    }

    fn text(&self, name: &str) -> &str {
        let text = self.fields.get(name).and_then(Value::as_str);
        text.unwrap_or_default()
    }
}

fn family(name: &Value) -> String {
    let part = |key: &str| name.get(key).and_then(Value::as_str);
    let whole = part("literal").or(name.as_str());
    match (part("family"), whole) {
        (Some(family), _) => {
            let particle = part("non-dropping-particle").map(|it| format!("{it} "));
            particle.unwrap_or_default() + family
        }
        (None, whole) => whole.unwrap_or_default().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use kuliah_core::syntax::Syntax;
    use kuliah_doc::NoAssets;

    use super::*;

    #[test]
    fn entries_know_how_often_they_are_cited() {
        let text = "---\nformat: 1\ntitle: Peran\nreferences:\n\
            - {id: a, type: book, title: Satu *dua*, author: ['Suharto, Edi', Sukarno], issued: 2014}\n\
            - {id: b, type: report, title: Lain, author: Kementerian Sosial, issued: sekitar 1980}\n---\n\
            # Materi\n\nTeks [@a; @x] dan @a [dalam @x].\n";
        let input = Input::new("a.md", text.as_bytes(), Syntax::Markdown);
        let (sources, made) = collect(&input, &NoAssets);
        let made = made.expect("a collection");
        let [a, b] = made.entries.as_slice() else {
            panic!("{made:?}");
        };
        assert_eq!((a.key(), a.kind(), a.cited, b.cited), ("a", "book", 2, 0));
        assert_eq!(
            (a.title().as_str(), a.authors()),
            ("Satu dua", vec!["Suharto".to_owned(), "Sukarno".to_owned()])
        );
        assert_eq!(a.year().as_deref(), Some("2014"));
        assert_eq!(b.year().as_deref(), Some("sekitar 1980"));
        assert_eq!(b.authors(), ["Kementerian Sosial"]);
        assert_eq!(sources.text_of(b.span), Some("b"));
        assert_eq!(
            (made.language.as_str(), made.style_name.as_str()),
            ("id", "apa-id")
        );
    }

    #[test]
    fn what_cannot_be_read_is_told() {
        let input = Input::new("a.md", b"---\nformat: 1\n---\n# A\n", Syntax::Markdown);
        let (_, made) = collect(&input, &NoAssets);
        let found = made.expect_err("no title");
        assert_eq!(found[0].rule.as_str(), "schema/missing-key");
    }
}
