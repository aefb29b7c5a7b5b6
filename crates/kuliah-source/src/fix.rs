//! Fixes put into the files they are for.

use std::collections::BTreeMap;

use crate::{Edit, FileId, Fix, Safety, SourceMap};

/// Files with fixes in them.
#[derive(Debug, Clone, Default, Eq, PartialEq)]
#[non_exhaustive]
pub struct Fixed {
    /// The new text of each file that changed.
    pub files: BTreeMap<FileId, String>,
    /// How many fixes were put in.
    pub applied: usize,
    /// How many were left out because they overlap one that was put in; the next check will find
    /// them again, if there is still something to mend.
    pub skipped: usize,
}

/// Puts fixes into the files they are for, each whole or not at all.
///
/// Only fixes that are at least as safe as `safety` are put in: with [`Safety::Safe`] those that
/// never change a meaning, with [`Safety::Unsafe`] all. They are taken in the order of their
/// places; one that touches a place already changed is left out, and so is one whose places are
/// not in the files.
pub fn apply_fixes<'a>(
    sources: &SourceMap,
    fixes: impl IntoIterator<Item = &'a Fix>,
    safety: Safety,
) -> Fixed {
    let mut fixes: Vec<_> = fixes.into_iter().filter(|it| it.safety <= safety).collect();
    fixes.sort_by_key(|fix| fix.edits.iter().map(|edit| edit.span).min());
    let mut out = Fixed::default();
    let mut taken = Taken::default();
    for fix in fixes {
        if taken.take(sources, &fix.edits) {
            out.applied += 1;
        } else {
            out.skipped += 1;
        }
    }
    out.files = taken.texts(sources);
    out
}

/// The edits that are to be made, by file and place.
#[derive(Default)]
struct Taken<'a> {
    edits: BTreeMap<FileId, BTreeMap<(usize, usize), &'a str>>,
}

impl<'a> Taken<'a> {
    /// Takes all of some edits, or none.
    fn take(&mut self, sources: &SourceMap, edits: &'a [Edit]) -> bool {
        let mut mine: BTreeMap<FileId, BTreeMap<(usize, usize), &'a str>> = BTreeMap::new();
        for edit in edits {
            let (Some(file), Some(range)) = (edit.span.file(), edit.span.range()) else {
                return false;
            };
            let is_there = sources.text_of(edit.span).is_some();
            let place = (range.start, range.end);
            let own = mine.entry(file).or_default();
            if !is_there || !is_free(own, place) {
                return false;
            }
            if self.edits.get(&file).is_some_and(|it| !is_free(it, place)) {
                return false;
            }
            own.insert(place, &edit.text);
        }
        let is_something = !mine.is_empty();
        for (file, edits) in mine {
            self.edits.entry(file).or_default().extend(edits);
        }
        is_something
    }

    fn texts(&self, sources: &SourceMap) -> BTreeMap<FileId, String> {
        let text = |(&file, edits): (&FileId, &BTreeMap<(usize, usize), &str>)| {
            let old = sources.file(file)?.text();
            Some((file, edited(old, edits)))
        };
        self.edits.iter().filter_map(text).collect()
    }
}

/// Whether nothing touches a place; two insertions at one place would have no order.
fn is_free(taken: &BTreeMap<(usize, usize), &str>, (start, end): (usize, usize)) -> bool {
    let before = taken.range(..=(start, usize::MAX)).next_back();
    let behind = taken.range((start, 0)..).next();
    let is_before = before.is_none_or(|(&(from, to), _)| to <= start && from < start);
    let is_behind = behind.is_none_or(|(&(from, _), _)| from > start && from >= end);
    is_before && is_behind
}

fn edited(text: &str, edits: &BTreeMap<(usize, usize), &str>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for (&(start, end), new) in edits {
        out.push_str(text.get(at..start).unwrap_or_default());
        out.push_str(new);
        at = end;
    }
    out.push_str(text.get(at..).unwrap_or_default());
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Message, Span};

    fn fix(safety: Safety, edits: &[(u32, std::ops::Range<usize>, &str)]) -> Fix {
        let edit = |(file, range, text): &(u32, std::ops::Range<usize>, &str)| Edit {
            span: Span::new(FileId::new(*file), range.clone()),
            text: (*text).to_owned(),
        };
        Fix {
            title: Message::new("a/b"),
            edits: edits.iter().map(edit).collect(),
            safety,
        }
    }

    fn sources() -> SourceMap {
        let mut sources = SourceMap::new();
        sources.add("a.md", "satu dua tiga");
        sources.add("b.bib", "empat");
        sources
    }

    /// The first file with fixes in it, and how many were put in and left out.
    fn fixed(fixes: &[Fix], safety: Safety) -> (String, usize, usize) {
        let fixed = apply_fixes(&sources(), fixes, safety);
        let text = fixed.files.get(&FileId::FIRST).cloned();
        (text.unwrap_or_default(), fixed.applied, fixed.skipped)
    }

    #[test]
    fn fixes_go_in_by_their_places() {
        let fixes = [
            fix(Safety::Safe, &[(0, 9..13, "3"), (0, 5..8, "2")]),
            fix(Safety::Safe, &[(0, 0..4, "1")]),
            fix(Safety::Unsafe, &[(0, 4..5, "-")]),
        ];
        let (text, ..) = fixed(&fixes, Safety::Safe);
        assert_eq!(text, "1 2 3");
        let (text, ..) = fixed(&fixes, Safety::Unsafe);
        assert_eq!(text, "1-2 3");
    }

    #[test]
    fn of_two_that_overlap_the_first_goes_in() {
        let fixes = [
            fix(Safety::Safe, &[(0, 3..6, "x")]),
            fix(Safety::Safe, &[(0, 0..4, "1")]),
            fix(Safety::Safe, &[(0, 9..9, "a")]),
            fix(Safety::Safe, &[(0, 9..9, "b")]),
            fix(Safety::Safe, &[(0, 9..13, "c")]),
        ];
        let expected = ("1 dua atiga".to_owned(), 2, 3);
        assert_eq!(fixed(&fixes, Safety::Safe), expected);
    }

    #[test]
    fn a_fix_goes_in_whole_or_not_at_all() {
        let fixes = [
            fix(Safety::Safe, &[(0, 0..4, "1")]),
            fix(Safety::Safe, &[(1, 0..5, "4"), (0, 2..3, "x")]),
            fix(Safety::Safe, &[(0, 5..8, "2"), (0, 50..60, "x")]),
            fix(Safety::Safe, &[]),
        ];
        let fixed = apply_fixes(&sources(), &fixes, Safety::Safe);
        assert_eq!((fixed.applied, fixed.skipped, fixed.files.len()), (1, 3, 1));
    }

    #[test]
    fn every_file_gets_its_own_edits() {
        let fixes = [fix(Safety::Safe, &[(1, 0..5, "4"), (0, 0..4, "1")])];
        let fixed = apply_fixes(&sources(), &fixes, Safety::Safe);
        let texts: Vec<_> = fixed.files.values().map(String::as_str).collect();
        assert_eq!(texts, ["1 dua tiga", "4"]);
    }
}
