//! Files made with a template, and templates that are refused.

use std::collections::BTreeMap;
use std::io::{Cursor, Write};

use kuliah_doc::Exporter;
use zip::write::SimpleFileOptions;

use super::document::{assets, rich};
use super::export;
use super::reader::{Package, all, value};
use super::references;
use crate::{Docx, DocxOptions, Harm, Template, TemplateError};

const DOCUMENT: &str = "word/document.xml";
const HEADER: &str = "word/header1.xml";
const STYLES: &str = "word/styles.xml";
const RELATIONS: &str = "word/_rels/document.xml.rels";

type Parts = BTreeMap<String, Vec<u8>>;

fn zip(parts: &Parts) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        archive
            .start_file(name.as_str(), SimpleFileOptions::default())
            .expect("an entry");
        archive.write_all(bytes).expect("bytes");
    }
    archive.finish().expect("an archive").into_inner()
}

/// A template made from a file of ours, changed.
fn made(change: impl FnOnce(&mut Parts)) -> Vec<u8> {
    let mut parts = Package::open(&export(&rich()).bytes).parts;
    change(&mut parts);
    zip(&parts)
}

fn replace(parts: &mut Parts, part: &str, from: &str, to: &str) {
    let text = String::from_utf8(parts[part].clone()).expect("UTF-8");
    assert!(text.contains(from), "{from} in {part}");
    parts.insert(part.to_owned(), text.replace(from, to).into_bytes());
}

/// A campus template: localised ids, another page, a header with a picture and placeholders.
fn campus() -> Vec<u8> {
    made(|parts| {
        for part in [
            STYLES,
            DOCUMENT,
            HEADER,
            "word/numbering.xml",
            "word/footnotes.xml",
        ] {
            let text = String::from_utf8(parts[part].clone()).expect("UTF-8");
            let text = text
                .replace("\"Heading", "\"Judul")
                .replace("\"BodyText\"", "\"TeksIsi\"");
            parts.insert(part.to_owned(), text.into_bytes());
        }
        replace(
            parts,
            STYLES,
            r#"<w:name w:val="Quote"/>"#,
            r#"<w:name w:val="Block Text"/>"#,
        );
        replace(
            parts,
            STYLES,
            r#"<w:name w:val="Kuliah Table"/>"#,
            r#"<w:name w:val="Tabel Kampus"/>"#,
        );
        let own = concat!(
            r#"<w:style w:type="paragraph" w:customStyle="1" w:styleId="KuliahTable2"><w:name w:val="Pasal"/>"#,
            r#"<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr><w:rPr><w:lang w:val="de-DE"/></w:rPr></w:style></w:styles>"#,
        );
        replace(parts, STYLES, "</w:styles>", own);
        replace(
            parts,
            DOCUMENT,
            r#"w:w="11906" w:h="16838""#,
            r#"w:w="12240" w:h="15840""#,
        );
        replace(parts, DOCUMENT, "<w:titlePg/>", "");
        let text = concat!(
            r#"<w:p><w:r><w:t>{ti</w:t></w:r><w:r><w:t>tle} - </w:t></w:r><w:r><w:t>{kode mata kuliah}{Dosen}</w:t></w:r></w:p>"#,
            r#"<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="Logo"/><a:graphic><a:graphicData>"#,
            r#"<pic:pic><pic:blipFill><a:blip r:embed="rId9"/></pic:blipFill></pic:pic>"#,
            r#"</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p></w:hdr>"#,
        );
        replace(parts, HEADER, "</w:hdr>", text);
        let relations = concat!(
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#,
            r#"<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/image1.png"/>"#,
            r#"</Relationships>"#,
        );
        parts.insert("word/_rels/header1.xml.rels".to_owned(), relations.into());
    })
}

fn with_template(bytes: &[u8]) -> Package {
    let template = Template::read(bytes).expect("a template");
    let docx = Docx::new(DocxOptions::new().template(template));
    let exported = docx.export(&rich(), &assets()).expect("an export");
    assert_eq!(exported.diagnostics, []);
    Package::open(&exported.bytes)
}

#[test]
fn a_template_gives_styles_page_and_header() {
    let package = with_template(&campus());
    let styles = package.part(STYLES);
    let ids: Vec<_> = all(&styles, "w:style")
        .into_iter()
        .filter_map(|it| it.get("w:styleId"))
        .collect();
    assert_eq!(ids.iter().filter(|it| **it == "Heading1").count(), 0);
    for id in ["Judul1", "Judul1Plain", "TeksIsi", "Quote", "KuliahTable2"] {
        assert_eq!(ids.iter().filter(|it| **it == id).count(), 1, "{id}");
    }
    let document = package.part(DOCUMENT);
    let used: Vec<_> = all(&document, "w:pStyle")
        .into_iter()
        .filter_map(|it| it.get("w:val"))
        .collect();
    for id in ["Judul1", "Judul2", "TeksIsi", "Quote"] {
        assert!(used.contains(&id), "{id}");
    }
    assert!(used.iter().all(|it| ids.contains(it)), "{used:?}");
    let size = all(&document, "w:pgSz");
    assert_eq!(size.first().and_then(|it| it.get("w:w")), Some("12240"));
    assert!(!package.source(STYLES).contains("de-DE"));

    let header = package.source(HEADER);
    assert!(header.contains("Peran Auditor Internal"), "{header}");
    assert!(
        header.contains("Penulis Pertama, Penulis Kedua"),
        "{header}"
    );
    assert!(
        !header.contains("{ti") && header.contains("adec:decorative"),
        "{header}"
    );
    let relations = package.source("word/_rels/header1.xml.rels");
    assert!(relations.contains("media/template1.png"));
    assert!(package.parts.contains_key("word/media/template1.png"));
    let head = package.part(HEADER);
    let ids: Vec<_> = [&document, &head]
        .into_iter()
        .flat_map(|it| all(it, "wp:docPr"))
        .filter_map(|it| it.get("id"))
        .collect();
    assert_eq!(ids, ["1", "2"]);
}

#[test]
fn text_and_numbers_are_the_same_with_a_template() {
    // The reader knows our styles by their ids, so the template is one with the usual ids.
    let package = with_template(&made(|_| ()));
    references::check(&package);
    assert_eq!(package.texts(), super::open(&rich()).texts());
}

#[test]
fn lists_of_the_templates_own_styles_stay_theirs() {
    let package = with_template(&campus());
    let styles = package.part(STYLES);
    let own = all(&styles, "w:style")
        .into_iter()
        .find(|it| it.get("w:styleId") == Some("KuliahTable2"))
        .expect("the template's own");
    let list = value(own, &["w:pPr", "w:numPr", "w:numId"]).expect("a list");
    let numbering = package.part("word/numbering.xml");
    let lists = all(&numbering, "w:num");
    let list = lists.iter().find(|it| it.get("w:numId") == Some(list));
    let definition = value(list.expect("defined"), &["w:abstractNumId"]);
    assert_eq!(definition, Some("1000"));
}

#[test]
fn a_style_on_an_unnumbered_heading_stays_unnumbered() {
    let package = with_template(&made(|parts| {
        replace(
            parts,
            STYLES,
            r#"<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>"#,
            "",
        );
        let own = concat!(
            r#"<w:style w:type="paragraph" w:customStyle="1" w:styleId="Lampiran"><w:name w:val="Lampiran"/>"#,
            r#"<w:basedOn w:val="Heading1"/><w:rPr><w:b/></w:rPr></w:style></w:styles>"#,
        );
        replace(parts, STYLES, "</w:styles>", own);
    }));
    let styles = package.part(STYLES);
    let list = |id: &str| {
        let style = all(&styles, "w:style")
            .into_iter()
            .find(|it| it.get("w:styleId") == Some(id));
        value(style.expect(id), &["w:pPr", "w:numPr", "w:numId"]).map(str::to_owned)
    };
    assert_eq!(list("Heading1").as_deref(), Some("1"));
    assert_eq!(list("Lampiran").as_deref(), Some("0"));
}

#[test]
fn a_template_without_header_and_footer_gets_ours() {
    let package = with_template(&made(|parts| {
        let text = String::from_utf8(parts[DOCUMENT].clone()).expect("UTF-8");
        let (before, behind) = text.split_once("<w:headerReference").expect("a header");
        let (_, behind) = behind.split_once("<w:pgSz").expect("a page");
        let text = [before, "<w:pgSz", behind].concat();
        parts.insert(DOCUMENT.to_owned(), text.replace("<w:titlePg/>", "").into());
    }));
    assert!(package.source(HEADER).contains("Penulis Pertama"));
    assert!(package.source("word/footer1.xml").contains("NUMPAGES"));
    assert!(package.source(DOCUMENT).contains("<w:titlePg/>"));
}

#[test]
fn columns_of_a_template_are_the_measure_of_tables() {
    let package = with_template(&made(|parts| {
        replace(
            parts,
            DOCUMENT,
            r#"w:space="425" w:num="1""#,
            r#"w:space="400" w:num="2""#,
        );
    }));
    let document = package.part(DOCUMENT);
    let sections = all(&document, "w:sectPr");
    assert_eq!(sections.len(), 2, "the title runs over all columns");
    for table in all(&document, "w:tbl") {
        let width = value(table, &["w:tblPr", "w:tblW"]).map(str::to_owned);
        assert_eq!(width, None);
        let width = table
            .find("w:tblPr")
            .and_then(|it| it.find("w:tblW")?.get("w:w"));
        assert!(
            width
                .and_then(|it| it.parse::<u32>().ok())
                .is_some_and(|it| it <= 3_428)
        );
    }
}

fn refused(change: impl FnOnce(&mut Parts)) -> TemplateError {
    Template::read(&made(change)).expect_err("refused")
}

fn add(parts: &mut Parts, name: &str) {
    parts.insert(name.to_owned(), b"x".to_vec());
}

#[test]
fn what_runs_or_brings_something_in_is_refused() {
    let cases: [(&str, Harm); 5] = [
        ("word/vbaProject.bin", Harm::Macros),
        ("word/activeX/activeX1.bin", Harm::Controls),
        ("word/embeddings/oleObject1.bin", Harm::Objects),
        ("word/afchunk1.htm", Harm::Chunks),
        ("customUI/customUI.xml", Harm::Macros),
    ];
    for (name, harm) in cases {
        assert_eq!(
            refused(|it| add(it, name)),
            TemplateError::Active(harm),
            "{name}"
        );
    }
    let macros = refused(|it| {
        let from = "wordprocessingml.document.main+xml";
        let to = "ms-word.document.macroEnabled.main+xml";
        replace(it, "[Content_Types].xml", from, to);
    });
    assert_eq!(macros, TemplateError::Active(Harm::Macros));
    for (element, harm) in [
        ("altChunk", Harm::Chunks),
        ("object", Harm::Objects),
        ("control", Harm::Controls),
    ] {
        let found = refused(|it| {
            replace(
                it,
                DOCUMENT,
                "<w:body>",
                &format!("<w:body><w:p><w:{element}/></w:p>"),
            );
        });
        assert_eq!(found, TemplateError::Active(harm));
        let found = refused(|it| {
            replace(
                it,
                HEADER,
                "</w:hdr>",
                &format!("<w:p><w:{element}/></w:p></w:hdr>"),
            );
        });
        assert_eq!(found, TemplateError::Active(harm));
    }
}

#[test]
fn what_reaches_out_is_refused() {
    let outside = |kind: &str, target: &str| {
        format!(
            r#"<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}" TargetMode="External"/></Relationships>"#
        )
    };
    for (kind, target) in [
        ("image", "https://contoh.id/a.png"),
        ("frame", "https://contoh.id/"),
        ("attachedTemplate", "https://contoh.id/a.dotm"),
        ("oleObject", "file:///C:/a"),
    ] {
        let found =
            refused(|it| replace(it, RELATIONS, "</Relationships>", &outside(kind, target)));
        assert_eq!(found, TemplateError::External(target.to_owned()));
    }
    let field = r#"<w:p><w:r><w:instrText>INCLUDE</w:instrText></w:r><w:r><w:instrText>PICTURE "x"</w:instrText></w:r></w:p></w:hdr>"#;
    let found = refused(|it| replace(it, HEADER, "</w:hdr>", field));
    assert_eq!(found, TemplateError::Field("INCLUDEPICTURE".to_owned()));
    let drawing = r#"<w:p xmlns:v="urn:schemas-microsoft-com:vml"><w:r><w:pict><v:imagedata src="http://a.id/x.png"/></w:pict></w:r></w:p></w:hdr>"#;
    let found = refused(|it| replace(it, HEADER, "</w:hdr>", drawing));
    assert_eq!(
        found,
        TemplateError::External("http://a.id/x.png".to_owned())
    );
}

#[test]
fn what_is_broken_or_missing_is_refused() {
    let missing = |name: &str| refused(|it| drop(it.remove(name)));
    for name in [
        DOCUMENT,
        STYLES,
        HEADER,
        "word/theme/theme1.xml",
        "[Content_Types].xml",
    ] {
        assert_eq!(missing(name), TemplateError::Missing(name.to_owned()));
    }
    assert_eq!(
        missing("_rels/.rels"),
        TemplateError::Missing(DOCUMENT.to_owned())
    );
    let broken = refused(|it| replace(it, STYLES, "</w:styles>", ""));
    assert_eq!(broken, TemplateError::Broken(STYLES.to_owned()));
    let strict = refused(|it| {
        let from = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        replace(
            it,
            STYLES,
            from,
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
        );
    });
    assert_eq!(strict, TemplateError::Strict);
    let dtd = refused(|it| {
        replace(
            it,
            STYLES,
            "<w:styles ",
            "<!DOCTYPE a [<!ENTITY b 'c'>]><w:styles ",
        );
    });
    assert_eq!(dtd, TemplateError::Declaration(STYLES.to_owned()));
    let other = refused(|it| {
        let to = "spreadsheetml.sheet.main+xml";
        replace(
            it,
            "[Content_Types].xml",
            "wordprocessingml.document.main+xml",
            to,
        );
    });
    assert_eq!(other, TemplateError::OtherKind);
    let narrow = refused(|it| replace(it, DOCUMENT, r#"w:w="11906""#, r#"w:w="5000""#));
    assert_eq!(narrow, TemplateError::Page);
    assert_eq!(
        Template::read(b"PK").expect_err("no file"),
        TemplateError::NoArchive
    );
    assert_eq!(
        Template::read(&[]).expect_err("no file"),
        TemplateError::NoArchive
    );
}

#[test]
fn names_that_lead_elsewhere_are_refused() {
    for name in ["../a.xml", "/a.xml", "word/../../a", r"word\a.xml", "C:/a"] {
        let found = refused(|it| add(it, name));
        assert!(matches!(found, TemplateError::Path(_)), "{name}: {found:?}");
    }
    let found = refused(|it| {
        replace(
            it,
            RELATIONS,
            r#"Target="styles.xml""#,
            r#"Target="../../styles.xml""#,
        );
    });
    assert_eq!(found, TemplateError::Path("../../styles.xml".to_owned()));
    let twice = refused(|it| add(it, "word/STYLES.xml"));
    assert!(matches!(twice, TemplateError::Path(_)));
}

#[test]
fn what_swells_is_refused() {
    // Twenty million blanks pack into twenty kilobytes.
    let bomb = refused(|it| {
        let mut part = it[STYLES].clone();
        part.extend(vec![b' '; 20_000_000]);
        it.insert(STYLES.to_owned(), part);
    });
    assert_eq!(bomb, TemplateError::TooLarge);
    let many = refused(|it| {
        for index in 0..5_000 {
            add(it, &format!("word/media/{index}.png"));
        }
    });
    assert_eq!(many, TemplateError::TooLarge);
    let large = vec![0; 40 << 20];
    assert_eq!(
        Template::read(&large).expect_err("large"),
        TemplateError::TooLarge
    );
}

#[test]
fn every_error_says_what_it_is() {
    for (error, words) in [
        (
            TemplateError::Active(Harm::Macros),
            "it holds macros, which no template may",
        ),
        (TemplateError::Page, "its page leaves no room for text"),
        (
            TemplateError::Missing("a".to_owned()),
            "its part `a` is missing",
        ),
    ] {
        assert_eq!(error.to_string(), words);
    }
}

/// Cuts the file everywhere and turns bits over: an answer, never a panic, and what is still
/// taken for a template makes a file whose parts are well-formed.
#[test]
fn damaged_templates_are_read_or_refused() {
    let good = campus();
    for length in (0..good.len()).step_by(307) {
        assert!(Template::read(&good[..length]).is_err());
    }
    let mut state = 0x2545_f491_u32;
    let mut next = |below: usize| {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        usize::try_from(state).expect("small") % below
    };
    let mut survivors = 0;
    for _ in 0..60 {
        let mut bytes = good.clone();
        for _ in 0..=next(3) {
            let at = next(bytes.len());
            bytes[at] ^= 1 << next(8);
        }
        survivors += usize::from(survives(&bytes));
    }
    // Faults in the text itself get past the checksum of the archive.
    let parts = Package::open(&good).parts;
    for _ in 0..80 {
        let mut parts = parts.clone();
        let names = [STYLES, HEADER, DOCUMENT, "word/numbering.xml", RELATIONS];
        let bytes = parts.get_mut(names[next(names.len())]).expect("a part");
        let at = next(bytes.len());
        bytes[at] ^= 1 << next(6);
        survivors += usize::from(survives(&zip(&parts)));
    }
    assert!(survivors > 10, "{survivors}");
}

fn survives(bytes: &[u8]) -> bool {
    let Ok(template) = Template::read(bytes) else {
        return false;
    };
    let docx = Docx::new(DocxOptions::new().template(template));
    let mut document = rich();
    document.blocks.truncate(2);
    let exported = docx.export(&document, &assets()).expect("an export");
    let package = Package::open(&exported.bytes);
    for name in package.names.iter().filter(|it| !it.contains("media/")) {
        package.part(name);
    }
    true
}
