//! Course handouts: read a course, check it, print it.
//!
//! [`compile`] turns the bytes of a course file into a [`CheckedCourse`](check::CheckedCourse)
//! and findings; a [`Handout`] is one audience's copy of it, which [exports](Handout::export)
//! to each of the [`FORMATS`]. A course built in code goes through [`compile_course`]; [`fix`] puts
//! the fixes of findings into a course file.
//!
//! No function here reads a file, the clock or the environment: files that a course names come
//! from [`Assets`], and equal input gives equal bytes.
//!
//! ```
//! use kuliah::{CheckOptions, Handout, HandoutOptions, Input, NoAssets, Syntax, compile, format};
//!
//! let text = "---\nformat: 1\ntitle: Peran\n---\n# Materi\n\nTeks *penting*.\n";
//! let input = Input::new("peran.md", text.as_bytes(), Syntax::Markdown);
//! let compiled = compile(&input, &NoAssets, &CheckOptions::default());
//! let course = compiled.course.ok_or("the course has errors")?;
//!
//! let handout = Handout::new(&course, HandoutOptions::default());
//! let pdf = format("pdf").ok_or("no such format")?;
//! let exported = handout.export(pdf, &NoAssets)?;
//! assert!(exported.bytes.starts_with(b"%PDF-1.7"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

/// The example of the README, so that it stays true.
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct ReadmeExample;

mod bibliography;
mod citation_style;
mod compile;
mod fix;
mod format;
mod handout;
mod pictures;
mod reasons;
pub mod references;

/// The course as typed data.
pub mod model {
    pub use kuliah_core::model::*;
    pub use kuliah_core::{Markup, Spanned};
}

/// Rules and what they find.
pub mod check {
    pub use kuliah_core::check::{
        CheckOptions, Checked, CheckedCourse, Judged, Level, Locale, MetadataField, Origin, Part,
        PartKind, Policy, PolicyError, Profile, RULES, Rule, Selection, Selector, Speller,
        Suppressed, catalogue, check, rule,
    };
}

/// The configuration of a project, as data.
pub mod config {
    pub use kuliah_core::config::{Build, Config, ProfileChoice, Spell};
}

/// Inline text.
pub mod markup {
    pub use kuliah_core::markup::*;
}

/// The document tree.
pub mod document {
    pub use kuliah_doc::*;
}

/// How handouts look.
pub mod theme {
    pub use kuliah_theme::*;
}

/// Word files to take the look from.
#[cfg(feature = "docx")]
pub mod template {
    pub use kuliah_docx::{Harm, Template, TemplateError};
}

/// Pages of a PDF on sheets.
#[cfg(feature = "pdf")]
pub mod sheets {
    pub use kuliah_pdf::{NoteLines, Sheets, SheetsError};
}

/// Trees of source files.
pub mod syntax {
    pub use kuliah_core::syntax::*;
}

pub use compile::{Compiled, Input, compile, compile_course};
pub use fix::{Mended, fix};
pub use format::{FORMATS, Format, format};
pub use handout::{Handout, HandoutOptions};
pub use kuliah_core::check::CheckOptions;
pub use kuliah_core::model::Audience;
pub use kuliah_core::schema::{config_schema, course_schema, profile_schema};
pub use kuliah_core::syntax::{Limits, Syntax};
pub use kuliah_doc::{AssetError, AssetPath, Assets, ExportError, Exported, NoAssets};
pub use kuliah_source::{
    Arg, Catalogue, Date, Diagnostic, Edit, FileId, Fix, Fixed, Label, Language, LineColumn,
    LineIndex, LinkTarget, Message, RuleId, Safety, Severity, SourceFile, SourceMap, Span,
    apply_fixes,
};
