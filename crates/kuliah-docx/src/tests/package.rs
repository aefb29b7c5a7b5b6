//! Bytes, order and entries of the archive.

use kuliah_doc::{
    AnchorKind, AssetError, AssetPath, BlockKind, ExportError, Exporter, Figure, NoAssets,
};

use super::document::{assets, rich};
use super::reader::all;
use super::tree::{anchored, block, paragraph, words};
use super::{export, open, with};
use crate::Docx;

#[test]
fn equal_documents_give_equal_bytes() {
    let first = export(&rich()).bytes;
    assert_eq!(export(&rich()).bytes, first);
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..8)
            .map(|_| scope.spawn(|| export(&rich()).bytes))
            .collect();
        for thread in threads {
            assert!(thread.join().expect("no panic") == first);
        }
    });
}

#[test]
fn parts_come_in_their_order() {
    let package = open(&rich());
    assert_eq!(
        package.names,
        [
            "[Content_Types].xml",
            "_rels/.rels",
            "word/document.xml",
            "word/header1.xml",
            "word/header2.xml",
            "word/footer1.xml",
            "word/footer2.xml",
            "word/_rels/document.xml.rels",
            "word/footnotes.xml",
            "word/_rels/footnotes.xml.rels",
            "word/styles.xml",
            "word/numbering.xml",
            "word/settings.xml",
            "word/fontTable.xml",
            "word/webSettings.xml",
            "word/theme/theme1.xml",
            "word/media/image1.png",
            "docProps/core.xml",
            "docProps/app.xml",
            "docProps/custom.xml",
        ]
    );
}

#[test]
fn entries_are_plain() {
    let bytes = export(&rich()).bytes;
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("an archive");
    for index in 0..archive.len() {
        let entry = archive.by_index(index).expect("an entry");
        let time = entry.last_modified().expect("a time");
        assert_eq!(
            (time.year(), time.month(), time.day(), time.hour()),
            (1980, 1, 1, 0)
        );
        assert_eq!(entry.unix_mode().map(|it| it & 0o777), Some(0o644));
        assert!(!entry.is_dir());
    }
}

#[test]
fn the_text_grows_in_step_with_the_document() {
    let size = |times: usize| {
        let blocks = std::iter::repeat_n(paragraph(words("satu alinea")), times);
        open(&with(blocks.collect()))
            .source("word/document.xml")
            .len()
    };
    let (empty, once, ten) = (size(0), size(100), size(1_000));
    assert_eq!(ten - empty, 10 * (once - empty));
}

fn figure(path: &str) -> Figure {
    Figure {
        source: AssetPath::new(path).expect("a path"),
        alt: None,
        caption: None,
    }
}

#[test]
fn equal_pictures_are_kept_once() {
    let mut assets = assets();
    assets.insert("lain.png".to_owned(), assets["gambar/bagan.png"].clone());
    let mut jpeg =
        b"\xff\xd8\xff\xc0\0\x11\x08\x10\0\0\x10\x03\x01\x11\0\x02\x11\0\x03\x11\0".to_vec();
    jpeg.extend([0; 32]);
    assets.insert("foto.jpg".to_owned(), jpeg);
    let paths = [
        "gambar/bagan.png",
        "lain.png",
        "foto.jpg",
        "gambar/bagan.png",
    ];
    let blocks = paths.map(|it| block(BlockKind::Figure(figure(it))));
    let exported = Docx::default()
        .export(&with(blocks.into()), &assets)
        .expect("an export");
    let package = super::Package::open(&exported.bytes);
    super::references::check(&package);
    let media: Vec<_> = package
        .names
        .iter()
        .filter(|it| it.contains("media"))
        .collect();
    assert_eq!(media, ["word/media/image1.png", "word/media/image2.jpeg"]);
    let document = package.part("word/document.xml");
    let embeds: Vec<_> = all(&document, "a:blip")
        .iter()
        .filter_map(|it| it.get("r:embed"))
        .collect();
    assert_eq!(embeds, ["rIdI1", "rIdI1", "rIdI2", "rIdI1"]);
    let ids: Vec<_> = all(&document, "wp:docPr")
        .iter()
        .filter_map(|it| it.get("id"))
        .collect();
    assert_eq!(ids, ["1", "2", "3", "4"]);
}

#[test]
fn a_picture_always_has_a_text() {
    let mut captioned = figure("gambar/bagan.png");
    captioned.caption = Some(super::tree::caption(
        "Gambar",
        1,
        words("Keterangan & gambar"),
    ));
    let package = open(&with(vec![
        anchored(AnchorKind::Figure, "a", BlockKind::Figure(captioned)),
        block(BlockKind::Figure(figure("gambar/bagan.png"))),
    ]));
    let document = package.part("word/document.xml");
    let texts: Vec<_> = all(&document, "wp:docPr")
        .iter()
        .filter_map(|it| it.get("descr"))
        .collect();
    assert_eq!(texts, ["Keterangan & gambar", "gambar/bagan.png"]);
}

#[test]
fn a_picture_that_cannot_be_used_is_an_error() {
    let document = with(vec![block(BlockKind::Figure(figure("gambar/bagan.png")))]);
    let error = Docx::default()
        .export(&document, &NoAssets)
        .expect_err("no file");
    assert!(
        matches!(
            error,
            ExportError::Asset {
                source: AssetError::NotFound,
                ..
            }
        ),
        "{error:?}"
    );
    let svg =
        std::collections::BTreeMap::from([("gambar/bagan.png".to_owned(), b"<svg/>".to_vec())]);
    let error = Docx::default()
        .export(&document, &svg)
        .expect_err("no picture");
    assert!(
        matches!(
            error,
            ExportError::Asset {
                source: AssetError::Unreadable(_),
                ..
            }
        ),
        "{error:?}"
    );
}
