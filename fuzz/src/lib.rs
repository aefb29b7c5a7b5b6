//! What the targets share: a course is read, everything that is said of it is looked at, and what
//! passes is written and read back.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use kuliah::check::{CheckedCourse, Locale, catalogue};
use kuliah::{
    CheckOptions, Compiled, Handout, HandoutOptions, Input, NoAssets, Safety, Syntax, compile, fix,
    format,
};

/// The front matter of a course without findings.
pub const FRONT: &str = "---\nformat: 1\ntitle: Roles\nlang: en\n---\n\n# Material\n\n";

/// Files that a course may name.
pub type Files = BTreeMap<String, Vec<u8>>;

/// Compiles a course and looks at every finding.
pub fn judged(bytes: &[u8], syntax: Syntax, files: &Files) -> Compiled {
    let input = Input::new("course", bytes, syntax);
    let compiled = compile(&input, files, &CheckOptions::default());
    for finding in &compiled.diagnostics {
        for locale in [Locale::English, Locale::Indonesian] {
            finding.message.render(catalogue(locale));
        }
        let labels = finding.labels.iter().map(|it| it.span);
        let edits = finding.fix.iter().flat_map(|fix| fix.edits.iter().map(|it| it.span));
        for span in labels.chain(edits).filter(|it| it.file().is_some()) {
            assert!(compiled.sources.text_of(span).is_some(), "{finding:?}");
        }
    }
    compiled
}

/// Puts every fix in: what comes of it is a text that can be read, and no error is new.
pub fn mended(bytes: &[u8], syntax: Syntax) {
    let input = Input::new("course", bytes, syntax);
    let before = compile(&input, &NoAssets, &CheckOptions::default());
    if before.course.is_some() {
        let mended = fix(&input, &NoAssets, &CheckOptions::default(), Safety::Safe);
        assert!(mended.compiled.course.is_some(), "{:?}", mended.compiled.diagnostics);
    }
}

/// The usual copy of a course.
pub fn copy(course: &CheckedCourse) -> Handout {
    Handout::new(course, HandoutOptions::default())
}

/// One format of a copy, made twice.
pub fn written(handout: &Handout, name: &str, files: &Files) -> Vec<u8> {
    let format = format(name).expect("compiled in");
    let made = handout.export(format, files).expect("a checked course is written");
    let again = handout.export(format, files).expect("a checked course is written");
    assert!(made.bytes == again.bytes, "{name} differs");
    made.bytes
}

/// What was written as JSON is the course.
pub fn reads_back(course: &CheckedCourse) {
    let copy = copy(course);
    let bytes = written(&copy, "json", &Files::new());
    let read = judged(&bytes, Syntax::Json, &Files::new());
    let read = read.course.expect("the copy of a course is a course");
    assert_eq!(read, *copy.course());
}

/// Every part of a Word file can be parsed.
pub fn is_word_file(bytes: &[u8]) {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).expect("a part");
        if part.name().ends_with(".xml") || part.name().ends_with(".rels") {
            let mut text = String::new();
            part.read_to_string(&mut text).expect("UTF-8");
            roxmltree::Document::parse(&text).expect("XML");
        }
    }
}
