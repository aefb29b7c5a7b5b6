//! What comes of the examples is what it was.

use std::collections::BTreeSet;

use kuliah_tests::golden::golden_files;
use kuliah_tests::{files, root};

#[test]
fn golden_files_are_up_to_date() {
    let mut wanted = BTreeSet::new();
    for (path, text) in golden_files() {
        let full = root().join(&path);
        let old = std::fs::read_to_string(&full).unwrap_or_default();
        let differs = |(new, old): &(&str, &str)| new != old;
        let first = text.lines().zip(old.lines()).find(differs);
        assert!(
            text == old,
            "{path}: {first:?}; if the change is meant, run `cargo xtask golden`"
        );
        wanted.insert(full);
    }
    let kept = files(&root().join("tests/golden"));
    let kept = kept
        .into_iter()
        .filter(|it| it.extension().is_none_or(|it| it != "rs"));
    let stray: Vec<_> = kept.filter(|it| !wanted.contains(it)).collect();
    assert!(stray.is_empty(), "of no example: {stray:?}");
}
