//! What Word counts is what the document says.

use kuliah_doc::{NumberFormat, Numbering, block_texts};

use super::tree::{paragraph, section, words};
use super::{open, with};

/// Flat headings, each with its level and number.
fn labels(numbering: &Numbering, headings: &[(u8, Option<u32>)]) {
    let mut document = with(Vec::new());
    document.numbering = numbering.clone();
    for &(level, number) in headings {
        document.blocks.push(section(
            level,
            number,
            "x",
            "x",
            vec![paragraph(words("y"))],
        ));
    }
    let texts = open(&document).texts();
    let wanted: Vec<_> = block_texts(&document);
    assert_eq!(texts, wanted);
    let headings = headings.iter().map(|&(level, number)| {
        let label = number.and_then(|it| numbering.label(level, it));
        label.map_or_else(|| "x".to_owned(), |it| format!("{it} x"))
    });
    let shown = texts
        .into_iter()
        .filter(|it| it == "x" || it.ends_with(" x"));
    assert!(headings.eq(shown));
}

#[test]
fn labels_follow_the_numbering() {
    let n = Some;
    labels(
        &Numbering::handout(),
        &[
            (1, n(1)),
            (2, n(1)),
            (3, n(1)),
            (3, n(2)),
            (2, n(2)),
            (3, n(1)),
            (1, n(2)),
            (2, n(1)),
            (4, None),
            (4, n(3)),
            (1, None),
            (2, n(1)),
            (2, n(2)),
            (1, n(3)),
            (2, n(1)),
        ],
    );
}

#[test]
fn numbers_that_jump_are_followed_too() {
    let n = Some;
    labels(
        &Numbering::handout(),
        &[
            (1, n(30)),
            (1, n(2)),
            (2, n(5)),
            (1, n(3)),
            (2, n(1)),
            (2, n(2)),
            (3, n(27)),
            (1, n(0)),
            (1, n(4)),
            (2, n(2)),
            (1, n(781)),
            (1, n(5)),
            (9, n(1)),
            (12, n(2)),
            (0, n(1)),
        ],
    );
}

#[test]
fn every_scheme_is_followed() {
    use NumberFormat::{Decimal, LowerLetter, LowerRoman, UpperLetter};
    let headings = [
        (1, Some(1)),
        (2, Some(1)),
        (3, Some(1)),
        (4, Some(14)),
        (1, Some(2)),
        (9, Some(3)),
    ];
    for levels in [
        vec![],
        vec![LowerRoman],
        vec![Decimal, LowerRoman, UpperLetter, LowerLetter],
        vec![Decimal; 12],
    ] {
        labels(&Numbering { levels }, &headings);
    }
}

#[test]
fn ordinary_headings_need_no_list_of_their_own() {
    let package = open(&super::rich());
    let document = package.source("word/document.xml");
    let heading = document.find(r#"w:val="Heading1"/><w:numPr>"#);
    assert_eq!(heading, None);
    assert!(document.contains(r#"<w:pStyle w:val="Heading1Plain"/>"#));
}
