//! What comes of the examples, kept in the repository: a change of it must be meant.

use kuliah::document::block_texts;
use kuliah::{Audience, format};

use crate::example::examples;

/// The golden files: path below the project, and text.
///
/// For each example there is the whole course as JSON, and the text of each copy, a block a
/// line.
pub fn golden_files() -> Vec<(String, String)> {
    let json = format("json").expect("compiled in");
    let mut out = Vec::new();
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
