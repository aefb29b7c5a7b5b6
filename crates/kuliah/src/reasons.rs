//! Why a file that a course names cannot be used, in the words of the message tables.
//!
//! What the system says of a file that it could not read stays as the system says it.

use kuliah_cite::{BibErrorKind, BibToken};
use kuliah_doc::AssetError;
use kuliah_doc::image::{ImageError, MAX_DECODED_PIXELS, MAX_PIXELS};
use kuliah_source::{Arg, Message};

/// What is wrong in a `.bib` file.
pub(crate) fn of_bib(kind: &BibErrorKind) -> Arg {
    let message = match kind {
        BibErrorKind::UnclosedEntry => "citation/unreadable-bibliography.unclosed",
        BibErrorKind::UnexpectedEnd => "citation/unreadable-bibliography.end",
        BibErrorKind::Expected(token) => {
            let key = "citation/unreadable-bibliography.expected";
            return Message::new(key).with("token", of_token(*token)).into();
        }
        BibErrorKind::Unexpected(token) => {
            let key = "citation/unreadable-bibliography.unexpected";
            return Message::new(key).with("token", of_token(*token)).into();
        }
        BibErrorKind::UnknownAbbreviation(name) => {
            let key = "citation/unreadable-bibliography.unknown-string";
            return Message::new(key).with("name", name.as_str()).into();
        }
        BibErrorKind::RedefinedAbbreviation(name) => {
            let key = "citation/unreadable-bibliography.second-string";
            return Message::new(key).with("name", name.as_str()).into();
        }
        BibErrorKind::MalformedCommand => "citation/unreadable-bibliography.command",
        BibErrorKind::TooDeep => "citation/unreadable-bibliography.too-deep",
        BibErrorKind::TooLong => "citation/unreadable-bibliography.too-long",
        BibErrorKind::MissingKey => "citation/unreadable-bibliography.no-key",
        other => return other.to_string().into(),
    };
    Message::new(message).into()
}

/// A sign of a `.bib` file; signs are the same in every language.
fn of_token(token: BibToken) -> Arg {
    match token {
        BibToken::Identifier => Message::new("citation/unreadable-bibliography.name").into(),
        sign => sign.to_string().into(),
    }
}

/// Why a picture cannot be shown.
pub(crate) fn of_image(error: ImageError) -> Arg {
    let message = match error {
        ImageError::Format => Message::new("reference/unreadable-image.format"),
        ImageError::Header => Message::new("reference/unreadable-image.header"),
        ImageError::Data => Message::new("reference/unreadable-image.data"),
        ImageError::Pixels => {
            Message::new("reference/unreadable-image.pixels").with("most", of_number(MAX_PIXELS))
        }
        ImageError::Decoded => Message::new("reference/unreadable-image.decoded")
            .with("most", of_number(MAX_DECODED_PIXELS)),
        other => return other.to_string().into(),
    };
    message.into()
}

/// Why a file cannot be read.
pub(crate) fn of_asset(error: &AssetError) -> Arg {
    match error {
        AssetError::TooLarge(limit) => Message::new("reference/missing-file.too-large")
            .with("most", of_number(*limit))
            .into(),
        other => other.to_string().into(),
    }
}

fn of_number(number: u64) -> String {
    number.to_string()
}

#[cfg(test)]
mod tests {
    use kuliah_core::check::{Locale, catalogue};

    use super::*;

    /// What is said in a language.
    fn said(reason: Arg, locale: Locale) -> String {
        let message = Message::new("reference/unreadable-image")
            .with("path", "a")
            .with("reason", reason);
        message.render(catalogue(locale))
    }

    #[test]
    fn reasons_are_said_in_each_language() {
        let kinds = [
            BibErrorKind::UnclosedEntry,
            BibErrorKind::UnexpectedEnd,
            BibErrorKind::Expected(BibToken::Identifier),
            BibErrorKind::Unexpected(BibToken::Comma),
            BibErrorKind::UnknownAbbreviation("jan".to_owned()),
            BibErrorKind::RedefinedAbbreviation("jan".to_owned()),
            BibErrorKind::MalformedCommand,
            BibErrorKind::TooDeep,
            BibErrorKind::TooLong,
            BibErrorKind::MissingKey,
        ];
        let images = [
            ImageError::Format,
            ImageError::Header,
            ImageError::Data,
            ImageError::Pixels,
            ImageError::Decoded,
        ];
        let of_bibs = kinds.iter().map(|it| (of_bib(it), it.to_string()));
        let of_images = images.iter().map(|it| (of_image(*it), it.to_string()));
        let large = AssetError::TooLarge(5);
        let of_assets = [(of_asset(&large), large.to_string())];
        for (reason, english) in of_bibs.chain(of_images).chain(of_assets) {
            let words = said(reason.clone(), Locale::English);
            assert!(words.ends_with(&english), "{words}, {english}");
            let words = said(reason, Locale::Indonesian);
            assert!(!words.ends_with(&english), "{words}");
        }
    }
}
