//! Files of other programs that were given the name of a course.

use kuliah_source::{Diagnostic, FileId, Message, Span};

use super::error;

/// How far into an archive the names of its first files are looked for, in bytes.
const HEAD: usize = 4096;

/// What the beginning of a file tells of its format, and what to do with it.
///
/// The signatures are those of the formats' own specifications: ISO 32000-2, 7.5.2 (PDF); APPNOTE
/// 4.3.7 (ZIP); MS-CFB 2.2 (Word before 2007); RTF 1.9.1; PNG 5.2.
fn format(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    const DOCUMENT: &str = "syntax/not-utf8.foreign-help";
    const OTHER: &str = "syntax/not-utf8.foreign-help-other";
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    let holds = |name: &str| head.windows(name.len()).any(|it| it == name.as_bytes());
    Some(match bytes {
        [b'%', b'P', b'D', b'F', b'-', ..] => ("PDF", DOCUMENT),
        [0xd0, 0xcf, 0x11, 0xe0, ..] => ("Word (.doc)", DOCUMENT),
        [b'{', b'\\', b'r', b't', b'f', ..] => ("RTF", DOCUMENT),
        [b'P', b'K', 3, 4, ..] if holds("word/") => ("Word (.docx)", DOCUMENT),
        [b'P', b'K', 3, 4, ..] if holds("xl/") => ("Excel (.xlsx)", OTHER),
        [b'P', b'K', 3, 4, ..] if holds("opendocument.text") => ("OpenDocument (.odt)", DOCUMENT),
        [b'P', b'K', 3, 4, ..] if holds("[Content_Types].xml") => ("Office", DOCUMENT),
        [b'P', b'K', 3, 4, ..] => ("ZIP", OTHER),
        [0x89, b'P', b'N', b'G', ..] => ("PNG", OTHER),
        [0xff, 0xd8, 0xff, ..] => ("JPEG", OTHER),
        _ => return None,
    })
}

/// The finding about a file that is no text under whatever name.
pub(super) fn foreign_file(file: FileId, bytes: &[u8]) -> Option<Diagnostic> {
    let (format, help) = format(bytes)?;
    let message = Message::new("syntax/not-utf8.foreign").with("format", format);
    let found = error("syntax/not-utf8", Span::new(file, 0..1), message);
    Some(found.help(Message::new(help)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_known_by_their_first_bytes() {
        for (bytes, name) in [
            (&b"%PDF-1.7"[..], "PDF"),
            (
                b"PK\x03\x04 [Content_Types].xml word/document.xml",
                "Word (.docx)",
            ),
            (b"PK\x03\x04 a.txt", "ZIP"),
            (b"\xd0\xcf\x11\xe0", "Word (.doc)"),
            (b"{\\rtf1", "RTF"),
        ] {
            assert_eq!(format(bytes).map(|(name, _)| name), Some(name));
        }
        for text in [
            "---\nformat: 1",
            "{\"format\": 1}",
            "",
            "PK adalah singkatan",
        ] {
            assert_eq!(format(text.as_bytes()), None, "{text}");
        }
    }
}
