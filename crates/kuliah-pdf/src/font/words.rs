//! Words that were shaped before: a text says the same few hundred again and again.

use std::cell::RefCell;
use std::collections::BTreeMap;

use rustybuzz::ShapePlan;
use unicode_segmentation::UnicodeSegmentation;

use super::face::Shaped;

/// Longer words hardly come twice.
const LONGEST: usize = 32;
/// Longer ones are no words and are shaped in pieces of this many bytes or a few more, so that what
/// the shaper needs for them does not grow with them.
const PIECE: usize = 1024;
/// So many words are kept; when there are more, all are forgotten.
const MOST: usize = 10_000;

/// The words of one face, shaped by one plan.
pub(super) struct Words {
    pub(super) plan: ShapePlan,
    known: RefCell<BTreeMap<Box<str>, Box<[Shaped]>>>,
}

impl Words {
    pub(super) fn new(plan: ShapePlan) -> Self {
        Self {
            plan,
            known: RefCell::default(),
        }
    }

    /// Shapes a text word by word, each with the space behind it; clusters count from `start`.
    ///
    /// `shape` shapes a word whose clusters count from 0.
    pub(super) fn shape(
        &self,
        text: &str,
        start: usize,
        shape: impl Fn(&str, &mut Vec<Shaped>),
        out: &mut Vec<Shaped>,
    ) {
        let mut known = self.known.borrow_mut();
        let mut at = start;
        for word in text.split_inclusive(' ').flat_map(pieces) {
            let placed = |glyph: &Shaped| Shaped {
                cluster: at + glyph.cluster,
                ..*glyph
            };
            if let Some(glyphs) = known.get(word) {
                out.extend(glyphs.iter().map(placed));
            } else {
                let mut glyphs = Vec::with_capacity(word.len());
                shape(word, &mut glyphs);
                out.extend(glyphs.iter().map(placed));
                if known.len() == MOST {
                    known.clear();
                }
                if word.len() <= LONGEST {
                    known.insert(word.into(), glyphs.into());
                }
            }
            at += word.len();
        }
    }
}

/// A word as it is, or cut between clusters when it is too long for one.
fn pieces(word: &str) -> impl Iterator<Item = &str> {
    let mut rest = word;
    std::iter::from_fn(move || {
        let (piece, later) = if rest.len() <= PIECE {
            (rest, "")
        } else {
            let mut starts = rest.grapheme_indices(true).map(|(at, _)| at);
            let cut = starts.find(|at| *at >= PIECE);
            rest.split_at_checked(cut.unwrap_or(rest.len()))
                .unwrap_or((rest, ""))
        };
        rest = later;
        (!piece.is_empty()).then_some(piece)
    })
}
