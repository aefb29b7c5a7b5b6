//! Any bytes in any syntax: no panic, every finding inside its file, and what passes is written.

#![no_main]

use kuliah::check::{Locale, catalogue};
use kuliah::{CheckOptions, FORMATS, Handout, HandoutOptions, Input, NoAssets, Syntax, compile};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Some((&first, bytes)) = data.split_first() else {
        return;
    };
    let syntax = Syntax::ALL[usize::from(first) % Syntax::ALL.len()];
    let compiled = compile(&Input::new("course", bytes, syntax), &NoAssets, &CheckOptions::default());
    for finding in &compiled.diagnostics {
        finding.message.render(catalogue(Locale::English));
        for label in &finding.labels {
            if label.span.file().is_some() {
                assert!(compiled.sources.text_of(label.span).is_some(), "{finding:?}");
            }
        }
    }
    if let Some(course) = compiled.course {
        let handout = Handout::new(&course, HandoutOptions::default());
        for format in FORMATS {
            handout.export(format, &NoAssets).expect("a checked course is written");
        }
    }
});
