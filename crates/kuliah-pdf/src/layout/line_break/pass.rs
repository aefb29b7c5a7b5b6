//! How strict the breaker is: again and again over a paragraph, until lines are found.

use super::NEVER;

/// What one pass over the paragraph allows.
#[derive(Debug, Copy, Clone)]
pub(super) struct Pass {
    /// The dearest break that may be taken.
    pub dearest: f32,
    /// The widest ratio.
    pub tolerance: f32,
    /// Stretch added to every line.
    pub emergency: f32,
    /// Whether two lines running may end in a hyphen.
    pub running: bool,
    /// Whether the last line but one may end in a hyphen.
    pub late_hyphen: bool,
}

impl Pass {
    /// Whether the last line may be hardly more than the rest of a word.
    pub(super) fn rest_of_word(self) -> bool {
        self.tolerance > LOOSE
    }

    /// Whether a line may be wrong when nothing else is left.
    pub(super) fn anything(self) -> bool {
        self.tolerance >= ANYTHING
    }
}

const fn pass(dearest: f32, tolerance: f32, emergency: f32, late_hyphen: bool) -> Pass {
    Pass {
        dearest,
        tolerance,
        emergency,
        running: true,
        late_hyphen,
    }
}

/// Without two hyphens running.
const fn apart(pass: Pass) -> Pass {
    Pass {
        running: false,
        ..pass
    }
}

/// Both edges straight: no hyphens; good hyphens; all of them; looser and looser lines.
pub(super) const JUSTIFIED: [Pass; 9] = [
    pass(59.0, 0.5, 0.0, false),
    apart(pass(100.0, 0.8, 0.0, false)),
    apart(pass(NEVER, 1.0, 0.0, true)),
    apart(pass(NEVER, LOOSE, 0.0, true)),
    apart(pass(NEVER, 1.6, 0.0, true)),
    pass(NEVER, 2.5, 0.0, true),
    pass(NEVER, 4.0, 0.0, true),
    pass(NEVER, 10.0, 20.0, true),
    pass(NEVER, ANYTHING, 60.0, true),
];

/// Right edge loose: the same, where a ratio is that of the edge.
pub(super) const RAGGED: [Pass; 7] = [
    pass(59.0, 0.9, 0.0, false),
    pass(100.0, 1.6, 0.0, false),
    pass(100.0, 2.3, 0.0, true),
    pass(NEVER, 3.0, 0.0, true),
    pass(NEVER, 4.0, 0.0, true),
    pass(NEVER, 10.0, 20.0, true),
    pass(NEVER, ANYTHING, 60.0, true),
];

/// A line as loose as this is not as bad as a last line that is the rest of a word.
const LOOSE: f32 = 1.2;

/// The tolerance of the pass that always succeeds.
const ANYTHING: f32 = 1e6;
