//! Comments, which are no part of a course.

use kuliah_source::Span;

/// A comment of the author's.
#[derive(Debug, Clone, Eq, PartialEq)]
pub struct Comment {
    /// What it says, without its marks.
    pub text: String,
    /// Where it stands, marks included.
    pub span: Span,
}
