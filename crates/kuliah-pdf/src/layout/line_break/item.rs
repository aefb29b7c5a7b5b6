//! What a line breaker sees.

/// What a line breaker sees; widths in points.
#[derive(Debug, Copy, Clone, PartialEq)]
pub(crate) enum Item {
    /// Something that is never broken; `left` and `right` of it may stand beyond the edge that
    /// it stands at.
    Box { width: f32, left: f32, right: f32 },
    /// A space; dropped at a line's end.
    Glue {
        width: f32,
        stretch: f32,
        shrink: f32,
    },
    /// A place to break; `width` counts only when the line ends there.
    Penalty {
        width: f32,
        cost: f32,
        ending: Ending,
    },
}

/// What a line ends in where it is broken.
#[derive(Debug, Copy, Clone, Eq, PartialEq)]
pub(crate) enum Ending {
    /// Nothing to look at.
    Plain,
    /// A hyphen that the word has anyway.
    OwnHyphen,
    /// A hyphen that is added there.
    Hyphen,
}

impl Ending {
    /// Whether a hyphen is seen.
    pub(super) fn shows_hyphen(self) -> bool {
        self != Self::Plain
    }
}

/// Cost of a break that is never taken.
pub(crate) const NEVER: f32 = 10_000.0;
/// Cost of a break that is always taken.
pub(crate) const ALWAYS: f32 = -10_000.0;

/// Where a line ends, and how far its glue is stretched (above 0) or shrunk (below 0).
#[derive(Debug, Copy, Clone, PartialEq)]
pub(crate) struct Break {
    pub at: usize,
    pub ratio: f32,
}

/// How lines are filled.
#[derive(Debug, Copy, Clone, PartialEq)]
pub(crate) enum Edge {
    /// Both edges straight: glue stretches and shrinks, and so does everything, a little.
    Justified(Flex),
    /// Right edge loose: this much of it counts as a ratio of 1.
    Ragged(f32),
}

/// How much everything in a line may become wider or narrower, as a part of its width.
#[derive(Debug, Copy, Clone, PartialEq)]
pub(crate) struct Flex {
    pub wider: f32,
    pub narrower: f32,
}

impl Flex {
    /// Nothing becomes wider or narrower but the glue.
    pub(super) const NONE: Self = Self {
        wider: 0.0,
        narrower: 0.0,
    };
}

/// The widths of a paragraph's lines.
#[derive(Debug, Copy, Clone, PartialEq)]
pub(crate) struct Widths {
    pub first: f32,
    pub rest: f32,
}

impl Widths {
    pub(super) fn line(self, first: bool) -> f32 {
        if first { self.first } else { self.rest }
    }
}
