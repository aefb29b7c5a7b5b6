//! Any bytes in any syntax: no panic, every finding inside its file, and what passes is written.

#![no_main]

use kuliah::{FORMATS, Syntax};
use kuliah_fuzz::{Files, copy, judged, written};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Some((&first, bytes)) = data.split_first() else {
        return;
    };
    let syntax = Syntax::ALL[usize::from(first) % Syntax::ALL.len()];
    let files = Files::new();
    if let Some(course) = judged(bytes, syntax, &files).course {
        let copy = copy(&course);
        for format in FORMATS {
            written(&copy, format.name(), &files);
        }
    }
});
