//! The way from bytes to a checked course.

use kuliah_core::check::{
    CheckOptions, Checked, CheckedCourse, Judged, Stage, Suppressed, Suppressions, check_source,
    judge,
};
use kuliah_core::model::{Course, decode};
use kuliah_core::schema::validate;
use kuliah_core::syntax::{self, Limits, Node, Syntax, Tree};
use kuliah_doc::Assets;
use kuliah_source::{Diagnostic, FileId, Severity, SourceMap, Span};

use crate::{bibliography, citation_style, pictures};

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
    /// What was found and the author keeps, sorted likewise.
    pub suppressed: Vec<Suppressed>,
    suppressions: Suppressions,
}

impl Compiled {
    fn new(sources: SourceMap, checked: Checked, suppressions: Suppressions) -> Self {
        Self {
            sources,
            course: checked.course,
            diagnostics: checked.diagnostics,
            suppressed: checked.suppressed,
            suppressions,
        }
    }

    /// Judges what an export found as the check judged what it found: by the policy, and by the
    /// comments in the course file.
    pub fn judge_export(&self, found: Vec<Diagnostic>, options: &CheckOptions<'_>) -> Judged {
        judge(found, &self.suppressions, options, Stage::Exported)
    }
}

/// Reads a course file, with the bibliographies it names, and checks it.
///
/// Bytes become text and a tree; bibliographies go into its references; then come the schema,
/// decoding, the rules and the pictures. Each step needs the ones before it to be free of
/// errors, and reports all it finds. What is found is judged last, by the policy of the options
/// and by the comments of the author.
pub fn compile(input: &Input<'_>, assets: &dyn Assets, options: &CheckOptions<'_>) -> Compiled {
    let mut sources = SourceMap::new();
    let (text, mut diagnostics) = syntax::decode_text(FileId::FIRST, input.bytes);
    let file = sources.add(input.name, text.as_str());
    let mut tree = None;
    let mut suppressions = Suppressions::default();
    if diagnostics.is_empty() {
        let parse = syntax::parse(file, &text, input.syntax, &input.limits);
        suppressions = Suppressions::read(&text, &parse.comments, parse.tree.as_ref());
        diagnostics = parse.diagnostics;
        tree = parse.tree;
    }
    let course = tree.and_then(|it| course_of(it, &mut sources, assets, &mut diagnostics));
    let checked = check_source(course, diagnostics, &suppressions, options);
    Compiled::new(sources, checked, suppressions)
}

/// Checks a course that was built in code, as if it had been read from a file.
///
/// Whatever a constructor let pass is found here: the course is held against the schema and
/// the rules alike. Findings have no places.
pub fn compile_course(
    course: &Course,
    assets: &dyn Assets,
    options: &CheckOptions<'_>,
) -> Compiled {
    let value = serde_json::to_value(course).unwrap_or_default();
    let root = Node::from_value(&value, Span::DETACHED);
    let (mut sources, mut found) = (SourceMap::new(), Vec::new());
    let course = course_of(Tree { root }, &mut sources, assets, &mut found);
    let suppressions = Suppressions::default();
    let checked = check_source(course, found, &suppressions, options);
    Compiled::new(sources, checked, suppressions)
}

/// The course in a tree; `None` when errors keep it from being read.
///
/// These errors are all of rules that no policy lowers.
pub(crate) fn course_of(
    mut tree: Tree,
    sources: &mut SourceMap,
    assets: &dyn Assets,
    out: &mut Vec<Diagnostic>,
) -> Option<Course> {
    if has_errors(out) {
        return None;
    }
    bibliography::load(&mut tree, sources, assets, out);
    let text = sources.file(FileId::FIRST).map_or("", |file| file.text());
    out.extend(validate(&tree, text));
    if has_errors(out) {
        return None;
    }
    let mut course = decode(tree).map_err(|found| out.extend(found)).ok()?;
    citation_style::load(&mut course, sources, assets, out);
    pictures::check(&course, assets, out);
    Some(course)
}

fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|it| it.severity == Severity::Error)
}
