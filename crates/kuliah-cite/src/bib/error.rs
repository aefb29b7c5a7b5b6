//! What is wrong in a `.bib` file, and where.

use std::{fmt, ops::Range};

use biblatex::{ParseError, ParseErrorKind, Token};

/// A fault in a `.bib` file.
#[derive(Debug, Clone, Eq, PartialEq)]
#[non_exhaustive]
pub struct BibError {
    /// The bytes it is at; may be empty.
    pub span: Range<usize>,
    /// What it is.
    pub kind: BibErrorKind,
}

/// What is wrong.
#[derive(Debug, Clone, Eq, PartialEq)]
#[non_exhaustive]
pub enum BibErrorKind {
    /// The braces of an entry are not closed; the span is that of its start.
    UnclosedEntry,
    /// The entry ends too early.
    UnexpectedEnd,
    /// Something else stands where this must.
    Expected(BibToken),
    /// This stands where it must not.
    Unexpected(BibToken),
    /// A word without braces or quotes that no `@string` before it defines.
    UnknownAbbreviation(String),
    /// A second `@string` of this name with another value.
    RedefinedAbbreviation(String),
    /// A TeX command that is cut short.
    MalformedCommand,
    /// Braces within braces, more than 50.
    TooDeep,
    /// A value of more than 100 000 bytes or 5 000 braces.
    TooLong,
    /// An entry without a key.
    MissingKey,
}

/// A sign or word of the format.
#[derive(Debug, Copy, Clone, Eq, PartialEq)]
#[non_exhaustive]
pub enum BibToken {
    /// A name of a type, field or abbreviation.
    Identifier,
    /// `{`.
    OpeningBrace,
    /// `}`.
    ClosingBrace,
    /// `,`.
    Comma,
    /// `"`.
    QuotationMark,
    /// `=`.
    Equals,
    /// `.` within a number.
    DecimalPoint,
}

impl fmt::Display for BibError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.kind.fmt(f)
    }
}

impl std::error::Error for BibError {}

impl fmt::Display for BibErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnclosedEntry => f.write_str("the braces of this entry are not closed"),
            Self::UnexpectedEnd => f.write_str("the entry ends too early"),
            Self::Expected(token) => write!(f, "{token} must stand here"),
            Self::Unexpected(token) => write!(f, "{token} must not stand here"),
            Self::UnknownAbbreviation(name) => {
                write!(f, "no `@string` before this defines `{name}`")
            }
            Self::RedefinedAbbreviation(name) => {
                write!(f, "an `@string` before this gives `{name}` another value")
            }
            Self::MalformedCommand => f.write_str("the TeX command is cut short"),
            Self::TooDeep => f.write_str("braces stand more than 50 deep"),
            Self::TooLong => f.write_str("the value is too long"),
            Self::MissingKey => f.write_str("the entry has no key"),
        }
    }
}

impl fmt::Display for BibToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Identifier => "a name",
            Self::OpeningBrace => "`{`",
            Self::ClosingBrace => "`}`",
            Self::Comma => "`,`",
            Self::QuotationMark => "`\"`",
            Self::Equals => "`=`",
            Self::DecimalPoint => "`.`",
        })
    }
}

impl BibError {
    /// An error of the `biblatex` crate, whose spans count from `offset`.
    pub(super) fn from_parser(error: ParseError, offset: usize) -> Self {
        let kind = match error.kind {
            ParseErrorKind::Unexpected(token) => BibErrorKind::Unexpected(token.into()),
            ParseErrorKind::Expected(token) => BibErrorKind::Expected(token.into()),
            ParseErrorKind::UnknownAbbreviation(name) => BibErrorKind::UnknownAbbreviation(name),
            ParseErrorKind::MalformedCommand => BibErrorKind::MalformedCommand,
            // Keys are compared elsewhere, and no field that is resolved has a type to miss.
            _ => BibErrorKind::UnexpectedEnd,
        };
        let place = |at: usize| at.saturating_add(offset);
        Self {
            span: place(error.span.start)..place(error.span.end.max(error.span.start)),
            kind,
        }
    }
}

impl From<Token> for BibToken {
    fn from(token: Token) -> Self {
        match token {
            Token::Identifier => Self::Identifier,
            Token::OpeningBrace => Self::OpeningBrace,
            Token::ClosingBrace => Self::ClosingBrace,
            Token::Comma => Self::Comma,
            Token::QuotationMark => Self::QuotationMark,
            Token::Equals => Self::Equals,
            Token::DecimalPoint => Self::DecimalPoint,
        }
    }
}
