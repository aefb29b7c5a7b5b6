//! Any bibliography, as BibLaTeX, CSL-JSON or hayagriva's YAML: every finding inside its file, and
//! what was read of BibLaTeX can be written and read again.

#![no_main]

use kuliah::Syntax;
use kuliah::references::{parse_bib, write_bib};
use kuliah_fuzz::{FRONT, Files, judged};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Some((&first, bytes)) = data.split_first() else {
        return;
    };
    let name = ["refs.bib", "refs.json", "refs.yaml"][usize::from(first) % 3];
    let course = FRONT.replace("lang: en", &format!("lang: en\nbibliography: {name}"));
    let files = Files::from([(name.to_owned(), bytes.to_vec())]);
    judged(course.as_bytes(), Syntax::Markdown, &files);
    if let Some(read) = std::str::from_utf8(bytes).ok().and_then(|it| parse_bib(it).ok()) {
        parse_bib(&write_bib(&read)).expect("what we write we read");
    }
});
