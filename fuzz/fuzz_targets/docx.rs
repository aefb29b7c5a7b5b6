//! The Word file of any course: the same twice, and each part of it is XML.

#![no_main]

use kuliah::Syntax;
use kuliah_fuzz::{FRONT, Files, copy, is_word_file, judged, written};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|body: &str| {
    let text = format!("{FRONT}{body}");
    if let Some(course) = judged(text.as_bytes(), Syntax::Markdown, &Files::new()).course {
        let bytes = written(&copy(&course), "docx", &Files::new());
        is_word_file(&bytes);
    }
});
