//! The PDF of any course: the same twice, and it can be read.

#![no_main]

use kuliah::Syntax;
use kuliah_fuzz::{FRONT, Files, copy, judged, written};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|body: &str| {
    let text = format!("{FRONT}{body}");
    if let Some(course) = judged(text.as_bytes(), Syntax::Markdown, &Files::new()).course {
        let bytes = written(&copy(&course), "pdf", &Files::new());
        lopdf::Document::load_mem(&bytes).expect("a PDF");
    }
});
