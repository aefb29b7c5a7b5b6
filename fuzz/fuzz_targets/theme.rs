//! Any text as a theme: every fault inside the text, or a PDF and a Word file that can be made.

#![no_main]

use kuliah::theme::Theme;
use kuliah::{Handout, HandoutOptions, Syntax, format};
use kuliah_fuzz::{FRONT, Files, judged};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let theme = match Theme::from_toml(text) {
        Ok(theme) => theme,
        Err(faults) => {
            assert!(!faults.is_empty());
            for fault in faults {
                assert!(text.get(fault.range.clone()).is_some(), "{fault:?}");
            }
            return;
        }
    };
    let body = format!("{FRONT}Text.\n\n## More {{#more}}\n\n- One\n- Two\n");
    let course = judged(body.as_bytes(), Syntax::Markdown, &Files::new()).course;
    let options = HandoutOptions::default().with_theme(theme);
    let handout = Handout::new(&course.expect("a course"), options);
    // Fonts and a logo that the theme names are not there; that is an error, and no panic.
    for name in ["pdf", "docx"] {
        let _ = handout.export(format(name).expect("compiled in"), &Files::new());
    }
});
