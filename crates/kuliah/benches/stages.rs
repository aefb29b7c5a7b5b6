//! How long each stage takes, for the example course and for one a hundred times as long.

#![expect(
    clippy::expect_used,
    reason = "a course that cannot be compiled is no benchmark"
)]

use divan::{
    Bencher,
    counter::{BytesCount, ItemsCount},
};
use kuliah::{
    Assets, CheckOptions, FORMATS, FileId, Format, Handout, HandoutOptions, Input, Limits,
    NoAssets, Syntax, check::CheckedCourse, compile, syntax,
};

const EXAMPLE: &str = include_str!("../../../examples/peran-pekerja-sosial/course.md");
const FILES: &dyn Assets = &NoAssets;

/// How often the example's sections stand in the course.
const COPIES: [usize; 2] = [1, 100];

fn main() {
    divan::main();
}

/// Text into a tree.
#[divan::bench(args = COPIES, sample_count = 20)]
fn parse(bencher: Bencher<'_, '_>, copies: usize) {
    let text = course_text(copies);
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| syntax::parse(FileId::FIRST, &text, Syntax::Markdown, &Limits::default()));
}

/// Bytes into a checked course: parsing, the schema, decoding and the rules.
#[divan::bench(args = COPIES, sample_count = 20)]
fn check(bencher: Bencher<'_, '_>, copies: usize) {
    let text = course_text(copies);
    let input = Input::new("course.md", text.as_bytes(), Syntax::Markdown);
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| compile(&input, FILES, &CheckOptions::default()));
}

/// A thousand courses in one process: what is shared between them is made once.
#[divan::bench(sample_count = 3)]
fn check_thousand(bencher: Bencher<'_, '_>) {
    let input = Input::new("course.md", EXAMPLE.as_bytes(), Syntax::Markdown);
    let options = CheckOptions::default();
    bencher.counter(ItemsCount::new(1000_usize)).bench(|| {
        (0..1000)
            .map(|_| compile(&input, FILES, &options).diagnostics.len())
            .sum::<usize>()
    });
}

/// A checked course into the document tree, citations included.
#[divan::bench(name = "lower", args = COPIES, sample_count = 20)]
fn lower_course(bencher: Bencher<'_, '_>, copies: usize) {
    let text = course_text(copies);
    let course = checked(&text);
    bencher.counter(BytesCount::of_str(&text)).bench(|| {
        let handout = Handout::new(&course, HandoutOptions::default());
        handout.document().blocks.len()
    });
}

#[divan::bench(args = COPIES, sample_count = 20)]
fn export_pdf(bencher: Bencher<'_, '_>, copies: usize) {
    export(bencher, "pdf", copies);
}

#[divan::bench(args = COPIES, sample_count = 20)]
fn export_docx(bencher: Bencher<'_, '_>, copies: usize) {
    export(bencher, "docx", copies);
}

#[divan::bench(args = COPIES, sample_count = 20)]
fn export_json(bencher: Bencher<'_, '_>, copies: usize) {
    export(bencher, "json", copies);
}

/// A handout into the bytes of a file.
fn export(bencher: Bencher<'_, '_>, name: &str, copies: usize) {
    let text = course_text(copies);
    let handout = Handout::new(&checked(&text), HandoutOptions::default());
    let format: &Format = FORMATS
        .iter()
        .find(|format| format.name() == name)
        .expect("all formats are compiled in");
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| handout.export(format, FILES).expect("exportable"));
}

fn checked(text: &str) -> CheckedCourse {
    let input = Input::new("course.md", text.as_bytes(), Syntax::Markdown);
    compile(&input, FILES, &CheckOptions::default())
        .course
        .expect("free of errors")
}

/// The example with its sections repeated, the front matter once. Ids and notes of each copy have
/// its number behind their names, so that a copy refers to itself.
fn course_text(copies: usize) -> String {
    let (front, body) = EXAMPLE
        .split_once("\n---\n")
        .expect("the example has front matter");
    let mut text = format!("{front}\n---\n");
    for number in 1..=copies {
        let mut copy = body.to_owned();
        for opening in ["{#", "(#", "[^"] {
            copy = number_names(&copy, opening, number);
        }
        text.push_str(&copy);
    }
    text
}

/// Puts a number behind every name that follows `opening`.
fn number_names(text: &str, opening: &str, number: usize) -> String {
    let label = format!("-{number}");
    let mut pieces = text.split(opening);
    let mut numbered = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let in_name = |it: char| it.is_ascii_alphanumeric() || it == '-';
        let end = piece.find(|it| !in_name(it)).unwrap_or(piece.len());
        let (name, rest) = piece.split_at(end);
        numbered.extend([opening, name, &label, rest]);
    }
    numbered
}
