//! Any text of a course in Markdown: its copy as data reads back as the same course, and its fixes
//! leave a course.

#![no_main]

use kuliah::Syntax;
use kuliah_fuzz::{FRONT, Files, judged, mended, reads_back};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|body: &str| {
    let text = format!("{FRONT}{body}");
    if let Some(course) = judged(text.as_bytes(), Syntax::Markdown, &Files::new()).course {
        reads_back(&course);
        mended(text.as_bytes(), Syntax::Markdown);
    }
});
