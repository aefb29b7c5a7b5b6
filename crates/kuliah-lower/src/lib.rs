//! Turns a checked course into the document tree that every exporter reads.
//!
//! 1. The course is filtered for its audience.
//! 2. Captions and exercises are numbered, citations formatted, and what references may lead to
//!    is listed: all of it can stand behind the place that needs it.
//! 3. The course is lowered in reading order, one file an entity.
//!
//! Lowering cannot fail. Whatever a course built in code may hold that no source file can (an
//! empty title, a table without columns), the tree keeps its promises and no word is lost.

mod backlink;
mod block;
mod callout;
mod captioned;
mod citation;
mod definitions;
mod document;
mod front;
mod inline;
mod labels;
mod list;
mod metadata;
mod numbers;
mod origin;
mod place;
mod quote;
mod reference;
mod section;
mod target;
mod text;

use kuliah_core::check::CheckedCourse;
use kuliah_core::model::Audience;
use kuliah_doc::{Document, Numbering};

use crate::citation::Citations;
use crate::document::Lowering;
use crate::numbers::Numbers;
use crate::target::{Targets, dangling};

pub use crate::citation::style as citation_style;
pub use crate::reference::csl_json;

/// What may differ between copies of a course.
#[derive(Debug, Clone, Eq, PartialEq)]
#[non_exhaustive]
pub struct LowerOptions {
    /// Whose copy it is; students' unless said otherwise.
    pub audience: Audience,
    /// Whether there is a table of contents once there are two headings; there is unless said
    /// otherwise.
    pub contents: bool,
    /// How headings are numbered; A. 1. a. unless said otherwise.
    pub numbering: Numbering,
}

impl Default for LowerOptions {
    fn default() -> Self {
        Self {
            audience: Audience::default(),
            contents: true,
            numbering: Numbering::handout(),
        }
    }
}

/// Lowers a course.
///
/// What the audience does not get is taken out of the course first; nothing of it is in the
/// document.
pub fn lower(course: &CheckedCourse, options: &LowerOptions) -> Document {
    let copy = course.for_audience(options.audience);
    let course = copy.course();
    let numbers = Numbers::of(course);
    let citations = Citations::of(course);
    let mut targets = Targets::of(course, &numbers);
    let document = Lowering::new(course, &numbers, &citations, &targets).document(options);
    let missing = dangling(&document);
    if missing.is_empty() {
        return document;
    }
    // An id of something that shows nothing: what refers to it keeps its words, not its link.
    targets.forget(&missing);
    Lowering::new(course, &numbers, &citations, &targets).document(options)
}

#[cfg(test)]
mod tests;
