//! Any text as a path or as a link: what passes stays below its folder, or leads where a reader may
//! be led.

#![no_main]

use std::path::{Component, Path};

use kuliah::{AssetPath, LinkTarget};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(path) = AssetPath::new(text) {
        assert_eq!(path.as_str(), text);
        assert!(!text.contains(['\\', ':', '\0', '\n', '\u{1b}']), "{text:?}");
        let stays = |it: Component<'_>| matches!(it, Component::Normal(_) | Component::CurDir);
        assert!(Path::new(text).components().all(stays), "{text:?}");
    }
    if let Ok(target) = LinkTarget::new(text) {
        let lower = target.as_str().to_ascii_lowercase();
        let schemes = ["http://", "https://", "mailto:"];
        assert!(schemes.iter().any(|it| lower.starts_with(it)), "{text:?}");
        assert!(!lower.contains(|c: char| c.is_control() || c.is_whitespace()), "{text:?}");
    }
});
