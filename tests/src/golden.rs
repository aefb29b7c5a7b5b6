//! What comes of the examples, kept in the repository: a change of it must be meant.

use kuliah::document::block_texts;
use kuliah::theme::Theme;
use kuliah::{Audience, FORMATS, Handout, HandoutOptions, format};
use sha2::{Digest as _, Sha256};

use crate::example::examples;

/// The table of the digests of every copy.
const HASHES: &str = "tests/golden/hashes.tsv";

/// The golden files: path below the project, and text.
///
/// For each example there is the whole course as JSON, and the text of each copy, a block a
/// line; and for all of them one table of the digests of every copy in every theme and format.
pub fn golden_files() -> Vec<(String, String)> {
    let json = format("json").expect("compiled in");
    let mut out = vec![(HASHES.to_owned(), hashes())];
    for example in examples().iter().filter(|it| it.file == "course.md") {
        let folder = format!("tests/golden/{}", example.name);
        let exported = example.export(Audience::Lecturer, json);
        let text = String::from_utf8(exported.bytes).expect("UTF-8");
        out.push((format!("{folder}/lecturer.json"), text));
        for audience in [Audience::Student, Audience::Lecturer] {
            let handout = example.handout(audience);
            let mut text = block_texts(handout.document()).join("\n");
            text.push('\n');
            out.push((format!("{folder}/{}.txt", audience.name()), text));
        }
    }
    out
}

/// A line for each copy: example, audience, theme, format, SHA-256 of its bytes.
///
/// They are the same on every machine.
fn hashes() -> String {
    let mut out = "example\taudience\ttheme\tformat\tsha256\n".to_owned();
    for example in examples().iter().filter(|it| it.file == "course.md") {
        let course = example.course();
        for audience in [Audience::Student, Audience::Lecturer] {
            for theme in Theme::names() {
                let look = Theme::named(theme).expect("a shipped theme");
                let options = HandoutOptions::for_audience(audience).with_theme(look);
                let handout = Handout::new(&course, options);
                for format in FORMATS {
                    let exported = handout.export(format, &example.assets).expect("a file");
                    let digest = Sha256::digest(&exported.bytes);
                    let digits = digest.iter().map(|byte| format!("{byte:02x}"));
                    let digest = digits.collect::<Vec<_>>().concat();
                    let columns = [
                        &*example.name,
                        audience.name(),
                        theme,
                        format.name(),
                        &*digest,
                    ];
                    out.push_str(&(columns.join("\t") + "\n"));
                }
            }
        }
    }
    out
}
