//! Files that look like a theme.

use kuliah_doc::Exporter;
use kuliah_theme::Theme;

use super::document::{assets, rich};
use super::reader::{Package, all};
use super::references;
use crate::{Docx, DocxOptions};

fn themed(theme: Theme) -> Package {
    let docx = Docx::new(DocxOptions::new().theme(theme));
    let exported = docx.export(&rich(), &assets()).expect("an export");
    Package::open(&exported.bytes)
}

fn theme(text: &str) -> Theme {
    Theme::from_toml(text).expect("a theme")
}

#[test]
fn the_default_theme_changes_nothing() {
    let docx = Docx::new(DocxOptions::new().theme(Theme::default()));
    let themed = docx.export(&rich(), &assets()).expect("an export");
    assert!(themed.bytes == super::export(&rich()).bytes);
}

#[test]
fn every_shipped_theme_gives_a_sound_file_of_the_same_text() {
    let usual = super::open(&rich()).texts();
    for name in Theme::names() {
        let package = themed(Theme::named(name).expect(name));
        references::check(&package);
        assert_eq!(package.texts(), usual, "{name}");
    }
}

#[test]
fn a_cover_and_columns_part_the_text_from_the_title() {
    let package = themed(Theme::named("modul").expect("shipped"));
    let document = package.part("word/document.xml");
    let sections = all(&document, "w:sectPr");
    let kinds: Vec<_> = sections
        .iter()
        .map(|it| it.find("w:type").and_then(|it| it.get("w:val")))
        .collect();
    assert_eq!(kinds, [None, Some("nextPage")]);
    let package = themed(Theme::named("compact").expect("shipped"));
    let source = package.source("word/document.xml");
    assert!(source.contains(r#"w:val="continuous""#) && source.contains(r#"w:num="2""#));
}

#[test]
fn a_logo_and_the_names_above_the_title_are_shown() {
    let package = themed(theme(
        "[cover]\ninstitution = [\"Universitas Contoh\", \"Fakultas\"]\nlogo = \"gambar/bagan.png\"\nalign = \"center\"\n",
    ));
    references::check(&package);
    let texts = package.texts();
    assert!(texts.starts_with(&["Universitas Contoh", "Fakultas"].map(str::to_owned)));
    let document = package.part("word/document.xml");
    let picture = all(&document, "wp:docPr");
    let text = picture.first().and_then(|it| it.get("descr"));
    assert_eq!(text, Some("Universitas Contoh, Fakultas"));
}

#[test]
fn running_lines_are_those_of_the_theme() {
    let package = themed(theme(
        "[running]\nhead = { left = \"section\", center = \"nothing\", right = \"page\" }\nrule = true\n",
    ));
    let header = package.source("word/header1.xml");
    assert!(
        !header.contains("STYLEREF") && header.contains(" PAGE "),
        "{header}"
    );
    let styles = package.source("word/styles.xml");
    assert!(styles.contains(r#"<w:tab w:val="center""#));
}
