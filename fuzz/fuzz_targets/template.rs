//! Any bytes as a Word template: refused, or the file that takes its look can be opened.

#![no_main]

use kuliah::template::Template;
use kuliah::{Handout, HandoutOptions, Syntax};
use kuliah_fuzz::{FRONT, Files, is_word_file, judged, written};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Ok(template) = Template::read(data) else {
        return;
    };
    let text = format!("{FRONT}Text.\n\n- One\n- Two\n\n> Quoted.\n");
    let course = judged(text.as_bytes(), Syntax::Markdown, &Files::new()).course;
    let mut options = HandoutOptions::default();
    options.template = Some(template);
    let handout = Handout::new(&course.expect("a course"), options);
    is_word_file(&written(&handout, "docx", &Files::new()));
});
