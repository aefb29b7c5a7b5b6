//! Any YAML: its copy as data reads back as the same course, and its fixes leave a course.

#![no_main]

use kuliah::Syntax;
use kuliah_fuzz::{Files, judged, mended, reads_back};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    if let Some(course) = judged(data, Syntax::Yaml, &Files::new()).course {
        reads_back(&course);
        mended(data, Syntax::Yaml);
    }
});
