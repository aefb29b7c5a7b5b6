//! The way from bytes to a checked course.

use kuliah_core::check::{CheckedCourse, check, sort};
use kuliah_core::model::{Course, decode};
use kuliah_core::schema::validate;
use kuliah_core::syntax::{self, Limits, Node, Syntax, Tree};
use kuliah_doc::Assets;
use kuliah_source::{Diagnostic, FileId, Severity, SourceMap, Span};

use crate::{bibliography, pictures};

/// A course file.
#[derive(Debug, Copy, Clone)]
#[non_exhaustive]
pub struct Input<'a> {
    /// The name of the file, for findings.
    pub name: &'a str,
    /// What it holds.
    pub bytes: &'a [u8],
    /// The syntax it is written in.
    pub syntax: Syntax,
    /// How much it may hold.
    pub limits: Limits,
}

impl<'a> Input<'a> {
    /// A course file under the usual limits.
    pub fn new(name: &'a str, bytes: &'a [u8], syntax: Syntax) -> Self {
        Self {
            name,
            bytes,
            syntax,
            limits: Limits::default(),
        }
    }
}

/// What came of a course file.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Compiled {
    /// The files that findings point into: the course first, then its bibliographies.
    pub sources: SourceMap,
    /// The course; `None` when a finding is an error.
    pub course: Option<CheckedCourse>,
    /// Everything found, sorted by file, place and rule.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads a course file, with the bibliographies it names, and checks it.
///
/// Bytes become text and a tree; bibliographies go into its references; then come the schema,
/// decoding, the rules and the pictures. Each step needs the ones before it to be free of
/// errors, and reports all it finds.
pub fn compile(input: &Input<'_>, assets: &dyn Assets) -> Compiled {
    let mut sources = SourceMap::new();
    let (text, mut diagnostics) = syntax::decode_text(FileId::FIRST, input.bytes);
    let file = sources.add(input.name, text.as_str());
    let mut tree = None;
    if diagnostics.is_empty() {
        let parse = syntax::parse(file, &text, input.syntax, &input.limits);
        diagnostics = parse.diagnostics;
        tree = parse.tree;
    }
    finish(sources, tree, diagnostics, assets)
}

/// Checks a course that was built in code, as if it had been read from a file.
///
/// Whatever a constructor let pass is found here: the course is held against the schema and
/// the rules alike. Findings have no places.
pub fn compile_course(course: &Course, assets: &dyn Assets) -> Compiled {
    let value = serde_json::to_value(course).unwrap_or_default();
    let root = Node::from_value(&value, Span::DETACHED);
    finish(SourceMap::new(), Some(Tree { root }), Vec::new(), assets)
}

fn finish(
    mut sources: SourceMap,
    tree: Option<Tree>,
    mut diagnostics: Vec<Diagnostic>,
    assets: &dyn Assets,
) -> Compiled {
    let mut course = None;
    if let Some(mut tree) = tree
        && !has_errors(&diagnostics)
    {
        bibliography::load(&mut tree, &mut sources, assets, &mut diagnostics);
        let text = sources.file(FileId::FIRST).map_or("", |file| file.text());
        diagnostics.extend(validate(&tree, text));
        if !has_errors(&diagnostics) {
            match decode(&tree) {
                Ok(decoded) => course = checked(decoded, assets, &mut diagnostics),
                Err(found) => diagnostics.extend(found),
            }
        }
    }
    sort(&mut diagnostics);
    Compiled {
        sources,
        course,
        diagnostics,
    }
}

fn checked(
    course: Course,
    assets: &dyn Assets,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<CheckedCourse> {
    pictures::check(&course, assets, diagnostics);
    let checked = check(course);
    diagnostics.extend(checked.diagnostics);
    checked.course.filter(|_| !has_errors(diagnostics))
}

fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|it| it.severity == Severity::Error)
}
