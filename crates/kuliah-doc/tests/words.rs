//! What errors say, and shapes that courses seldom have.

use std::error::Error as _;

use kuliah_doc::image::{ImageError, ImageFormat, probe, verify};
use kuliah_doc::{
    Anchor, AnchorKind, AssetError, AssetPath, Assets as _, ExportError, NoAssets, NumberFormat,
    Numbering,
};

#[test]
fn errors_say_what_is_wrong() {
    let assets = [
        (AssetError::Unsafe, "the path leads out of the project"),
        (AssetError::NotFound, "no such file"),
        (AssetError::TooLarge(7), "larger than 7 bytes"),
        (AssetError::Unreadable("it is cut".to_owned()), "it is cut"),
    ];
    for (error, words) in &assets {
        assert_eq!(error.to_string(), *words);
    }
    let path = AssetPath::new("a.png").expect("a path");
    assert!(matches!(NoAssets.read(&path), Err(AssetError::NotFound)));
    let asset = ExportError::Asset {
        path,
        source: AssetError::NotFound,
    };
    assert_eq!(asset.to_string(), "cannot use `a.png`");
    assert_eq!(
        asset.source().map(ToString::to_string).as_deref(),
        Some("no such file")
    );
    let backend = ExportError::Backend(Box::new(AssetError::NotFound));
    assert_eq!(backend.to_string(), "the format's writer failed");
    assert!(backend.source().is_some());
    let invalid = ExportError::Invalid("two anchors".to_owned());
    assert_eq!(
        invalid.to_string(),
        "the document cannot be written: two anchors"
    );
    assert!(invalid.source().is_none());
}

#[test]
fn pictures_that_are_none_say_why() {
    assert_eq!(probe(b"GIF89a"), Err(ImageError::Format));
    assert_eq!(ImageFormat::Png.extension(), "png");
    assert_eq!(ImageFormat::Jpeg.extension(), "jpeg");
    let words = [
        ImageError::Format,
        ImageError::Header,
        ImageError::Decoded,
        ImageError::Data,
        ImageError::Pixels,
    ];
    let words: Vec<_> = words.iter().map(ToString::to_string).collect();
    assert!(words.iter().all(|it| !it.is_empty() && !it.ends_with('.')));
    assert!(words.windows(2).all(|it| it[0] != it[1]));
    let mut cut = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    assert_eq!(verify(&cut), Err(ImageError::Header));
    cut.extend([0, 0, 0, 0, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
    assert_eq!(verify(&cut), Err(ImageError::Pixels));
}

#[test]
fn numbers_beyond_the_usual_are_written() {
    let write = |format: NumberFormat, number| format.write(number);
    for format in [
        NumberFormat::Decimal,
        NumberFormat::UpperLetter,
        NumberFormat::LowerLetter,
        NumberFormat::LowerRoman,
    ] {
        assert_eq!(write(format, 0), "");
    }
    assert_eq!(write(NumberFormat::LowerLetter, 26), "z");
    assert_eq!(write(NumberFormat::LowerLetter, u32::MAX).len(), 30);
    assert!(write(NumberFormat::LowerRoman, u32::MAX).len() <= 31);
    assert_eq!(Numbering::handout().label(9, 1), None);
}

#[test]
fn an_anchor_is_shown_by_its_key() {
    assert_eq!(Anchor::new(AnchorKind::Figure, "foto").to_string(), "foto");
}
