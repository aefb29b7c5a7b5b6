//! Why a template cannot be used.

use std::error::Error;
use std::fmt;

/// What a template must not hold, because it could run or bring in something else.
#[derive(Debug, Copy, Clone, Eq, PartialEq)]
#[non_exhaustive]
pub enum Harm {
    /// Macros.
    Macros,
    /// `ActiveX` controls.
    Controls,
    /// Embedded or linked objects of other programs.
    Objects,
    /// Whole documents that Word would bring in when it opens the file.
    Chunks,
}

impl fmt::Display for Harm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Macros => "macros",
            Self::Controls => "ActiveX controls",
            Self::Objects => "objects of other programs",
            Self::Chunks => "other documents that Word would bring in",
        })
    }
}

/// Why a template cannot be used.
#[derive(Debug, Clone, Eq, PartialEq)]
#[non_exhaustive]
pub enum TemplateError {
    /// It is no archive, or the archive is broken.
    NoArchive,
    /// It asks for a password.
    Encrypted,
    /// It, or something in it, is larger than any template has reason to be.
    TooLarge,
    /// It is an Office file of another kind, such as a spreadsheet.
    OtherKind,
    /// A name or target in it, as given, leads out of it or is there twice.
    Path(String),
    /// A part, named here, is missing.
    Missing(String),
    /// A part, named here, is not what it should be.
    Broken(String),
    /// A part, named here, declares a document type or entities.
    Declaration(String),
    /// It is written in the strict form of the standard.
    Strict,
    /// A part, named here, names its namespaces in a way of its own.
    Namespace(String),
    /// It holds something that could run or bring in something else.
    Active(Harm),
    /// It would fetch this from elsewhere.
    External(String),
    /// A header or footer holds this field, which could reach out or stay empty.
    Field(String),
    /// A header or footer holds something, named here, that cannot be taken over.
    Unsupported(String),
    /// Its page leaves no room for text, or its measures cannot be read.
    Page,
}

impl fmt::Display for TemplateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoArchive => f.write_str("not a Word file, or a broken one"),
            Self::Encrypted => f.write_str("the file is protected by a password"),
            Self::TooLarge => f.write_str("the file, or a part of it, is too large for a template"),
            Self::OtherKind => f.write_str("neither a .docx nor a .dotx file"),
            Self::Path(name) => write!(f, "the name `{name}` in it is unsafe or there twice"),
            Self::Missing(name) => write!(f, "its part `{name}` is missing"),
            Self::Broken(name) => write!(f, "its part `{name}` is broken"),
            Self::Declaration(name) => write!(f, "its part `{name}` declares a document type"),
            Self::Strict => f.write_str(
                "it is saved as Strict Open XML; save it in Word as an ordinary .docx or .dotx",
            ),
            Self::Namespace(name) => write!(
                f,
                "its part `{name}` is written in an unusual form; save it again in Word or LibreOffice"
            ),
            Self::Active(harm) => write!(f, "it holds {harm}, which no template may"),
            Self::External(target) => write!(f, "it would fetch `{target}` from elsewhere"),
            Self::Field(name) => {
                write!(
                    f,
                    "the field {name} in its header or footer cannot be taken over"
                )
            }
            Self::Unsupported(what) => {
                write!(
                    f,
                    "its header or footer holds {what}, which cannot be taken over"
                )
            }
            Self::Page => f.write_str("its page leaves no room for text"),
        }
    }
}

impl Error for TemplateError {}

/// The harm that a type of relationship stands for.
pub(super) fn harm(kind: &str) -> Option<Harm> {
    let end = kind.rsplit('/').next().unwrap_or(kind);
    match end {
        "vbaProject" | "wordVbaData" | "keyMapCustomizations" => Some(Harm::Macros),
        "control" | "activeXControlBinary" => Some(Harm::Controls),
        "oleObject" | "package" => Some(Harm::Objects),
        "aFChunk" | "subDocument" => Some(Harm::Chunks),
        _ => None,
    }
}
