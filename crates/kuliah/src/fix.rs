//! Mending a course: fixes are put in and the course is checked again, until nothing changes.

use std::borrow::Cow;
use std::collections::BTreeMap;

use kuliah_core::check::CheckOptions;
use kuliah_doc::{AssetError, AssetPath, Assets};
use kuliah_source::{FileId, Safety, apply_fixes};

use crate::compile::{Compiled, Input, compile};

/// The most rounds; a course that still changes then has fixes that undo each other.
const MOST_ROUNDS: usize = 10;

/// A course file after mending.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Mended {
    /// What comes of the mended course.
    pub compiled: Compiled,
    /// The new text of the course file; `None` when it did not change.
    pub course: Option<String>,
    /// The new texts of the bibliographies that changed, by the paths that the course names.
    pub bibliographies: BTreeMap<String, String>,
    /// How many fixes were put in, over all rounds.
    pub applied: usize,
}

/// Puts the fixes of a course into its files, and checks it again, until nothing changes.
///
/// Fixes that are less safe than `safety` are left alone, and so are those of findings that the
/// author keeps. Nothing is written: the caller has the new texts.
pub fn fix(
    input: &Input<'_>,
    assets: &dyn Assets,
    options: &CheckOptions<'_>,
    safety: Safety,
) -> Mended {
    let mut mended = Mended {
        compiled: compile(input, assets, options),
        course: None,
        bibliographies: BTreeMap::new(),
        applied: 0,
    };
    for _ in 0..MOST_ROUNDS {
        if !mended.put_in(safety) {
            break;
        }
        let over = Overlay {
            files: &mended.bibliographies,
            below: assets,
        };
        let input = Input {
            bytes: mended
                .course
                .as_ref()
                .map_or(input.bytes, |it| it.as_bytes()),
            ..*input
        };
        mended.compiled = compile(&input, &over, options);
    }
    mended
}

impl Mended {
    /// Puts in the fixes of the last check, and says whether anything changed.
    fn put_in(&mut self, safety: Safety) -> bool {
        let sources = &self.compiled.sources;
        let findings = self.compiled.diagnostics.iter();
        let fixes = findings.filter_map(|it| it.fix.as_ref());
        let outcome = apply_fixes(sources, fixes, safety);
        let mut has_changed = false;
        for (id, text) in outcome.files {
            let Some(file) = sources.file(id).filter(|it| it.text() != text) else {
                continue;
            };
            has_changed = true;
            if id == FileId::FIRST {
                self.course = Some(text);
            } else {
                self.bibliographies.insert(file.name().to_owned(), text);
            }
        }
        if has_changed {
            self.applied += outcome.applied;
        }
        has_changed
    }
}

/// Files that were mended, over those that were not.
struct Overlay<'a> {
    files: &'a BTreeMap<String, String>,
    below: &'a dyn Assets,
}

impl Assets for Overlay<'_> {
    fn read(&self, path: &AssetPath) -> Result<Cow<'_, [u8]>, AssetError> {
        match self.files.get(path.as_str()) {
            Some(text) => Ok(Cow::Borrowed(text.as_bytes())),
            None => self.below.read(path),
        }
    }
}

#[cfg(test)]
mod tests {
    use kuliah_core::syntax::Syntax;
    use kuliah_doc::NoAssets;

    use super::*;

    fn mended(text: &str, safety: Safety) -> Mended {
        let input = Input::new("a.md", text.as_bytes(), Syntax::Markdown);
        fix(&input, &NoAssets, &CheckOptions::default(), safety)
    }

    const COURSE: &str = "---\nformat: 1\ntitle: Peran\n---\n# Materi\n\n\
        Ada tiga prinsip: <!-- lint-ignore structure/empty-section: lama -->\n\n- Satu\n- Dua\n";

    #[test]
    fn safe_fixes_leave_the_others_alone() {
        let safe = mended(COURSE, Safety::Safe);
        let text = safe.course.expect("a change");
        assert!(text.contains("Ada tiga prinsip:\n"), "{text}");
        assert_eq!(safe.compiled.diagnostics.len(), 1);
    }

    #[test]
    fn rounds_go_on_until_nothing_changes() {
        let all = mended(COURSE, Safety::Unsafe);
        let text = all.course.expect("a change");
        assert!(text.contains("Ada {count} prinsip:\n"), "{text}");
        assert_eq!(
            (all.compiled.diagnostics.as_slice(), all.applied),
            (&[][..], 2)
        );
        let again = mended(&text, Safety::Unsafe);
        assert_eq!((again.course, again.applied), (None, 0));
    }

    #[test]
    fn what_the_author_keeps_is_not_mended() {
        let kept = COURSE.replace("structure/empty-section", "structure/announced-count");
        let mended = mended(&kept, Safety::Unsafe);
        assert_eq!(mended.course, None);
        assert_eq!(mended.compiled.suppressed.len(), 1);
    }
}
