//! Total-fit line breaking: boxes, glue and penalties into the ends of lines.
//!
//! After D. E. Knuth and M. F. Plass, *Breaking paragraphs into lines* (Software:
//! Practice and Experience 11, 1981). Nothing here knows about text.

/// What a line breaker sees; widths in points.
#[derive(Debug, Copy, Clone, PartialEq)]
pub(crate) enum Item {
    /// Something that is never broken.
    Box { width: f32 },
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
        /// Whether a hyphen is set there.
        hyphen: bool,
    },
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
    /// Both edges straight: glue stretches and shrinks.
    Justified,
    /// Right edge loose: this much of it counts as a ratio of 1.
    Ragged(f32),
}

/// The widths of a paragraph's lines.
#[derive(Debug, Copy, Clone, PartialEq)]
pub(crate) struct Widths {
    pub first: f32,
    pub rest: f32,
}

impl Widths {
    fn line(self, first: bool) -> f32 {
        if first { self.first } else { self.rest }
    }
}

/// What one pass over the paragraph allows.
#[derive(Debug, Copy, Clone)]
struct Pass {
    /// The dearest break that may be taken.
    dearest: f32,
    /// The widest ratio.
    tolerance: f32,
    /// Stretch added to every line.
    emergency: f32,
    /// Whether the last line but one may end in a hyphen.
    late_hyphen: bool,
    /// Whether the last line may be hardly more than the rest of a word.
    rest_of_word: bool,
    /// Whether a line may be wrong when nothing else is left.
    anything: bool,
}

const fn pass(dearest: f32, tolerance: f32, emergency: f32, late_hyphen: bool) -> Pass {
    Pass {
        dearest,
        tolerance,
        emergency,
        late_hyphen,
        rest_of_word: tolerance > LOOSE,
        anything: tolerance >= ANYTHING,
    }
}

/// No hyphens; good hyphens; all of them; looser and looser lines.
const PASSES: [Pass; 7] = [
    pass(59.0, 0.9, 0.0, false),
    pass(100.0, 1.6, 0.0, false),
    pass(100.0, 2.3, 0.0, true),
    pass(NEVER, LOOSE, 0.0, true),
    pass(NEVER, 4.0, 0.0, true),
    pass(NEVER, 10.0, 20.0, true),
    pass(NEVER, ANYTHING, 60.0, true),
];

/// A line as loose as this is not as bad as a last line that is the rest of a word.
const LOOSE: f32 = 3.0;

/// The tolerance of the pass that always succeeds.
const ANYTHING: f32 = 1e6;

/// Two hyphens running.
const HYPHENS_RUNNING: f64 = 30_000.0;
/// A last line that is hardly more than the rest of a word, as a part of the full line.
const SHORT: f64 = 0.12;
/// A hyphen on the last line but one; ten times as bad before a short last line.
const HYPHEN_BEFORE_LAST: f64 = 1_000_000.0;
/// A tight line beside a loose one.
const UNEVEN: f64 = 3_000.0;
/// A line that is too long, and as much again for each point.
const OVERFULL: f64 = 1e12;

/// Ends of lines that make the paragraph as a whole look best.
///
/// The items end in a forced break; without one, or without items, there are no lines.
pub(crate) fn break_lines(items: &[Item], widths: Widths, edge: Edge) -> Vec<Break> {
    PASSES
        .into_iter()
        .find_map(|pass| Breaker::new(items, widths, edge, pass).run())
        .unwrap_or_default()
}

#[derive(Debug, Copy, Clone, Default)]
struct Totals {
    width: f64,
    stretch: f64,
    shrink: f64,
}

impl Totals {
    fn add(&mut self, item: Item) {
        match item {
            Item::Box { width } => self.width += f64::from(width),
            Item::Glue {
                width,
                stretch,
                shrink,
            } => {
                self.width += f64::from(width);
                self.stretch += f64::from(stretch);
                self.shrink += f64::from(shrink);
            }
            Item::Penalty { .. } => {}
        }
    }
}

/// A break that the best paragraph so far may use.
#[derive(Debug, Copy, Clone)]
struct Node {
    at: usize,
    /// Whether a line that starts here is the first.
    first: bool,
    /// Sums up to the first box behind the break.
    before: Totals,
    demerits: f64,
    /// How tight or loose the line before is: 0 to 3.
    class: i8,
    hyphen: bool,
    ratio: f64,
    previous: Option<usize>,
}

struct Breaker<'a> {
    items: &'a [Item],
    widths: Widths,
    edge: Edge,
    pass: Pass,
    nodes: Vec<Node>,
    active: Vec<usize>,
}

impl<'a> Breaker<'a> {
    fn new(items: &'a [Item], widths: Widths, edge: Edge, pass: Pass) -> Self {
        let start = Node {
            at: 0,
            first: true,
            before: Totals::default(),
            demerits: 0.0,
            class: 1,
            hyphen: false,
            ratio: 0.0,
            previous: None,
        };
        Self {
            items,
            widths,
            edge,
            pass,
            nodes: vec![start],
            active: vec![0],
        }
    }

    fn run(mut self) -> Option<Vec<Break>> {
        let mut totals = Totals::default();
        let mut after_box = false;
        for (at, &item) in self.items.iter().enumerate() {
            let legal = match item {
                Item::Glue { .. } => after_box,
                Item::Penalty { cost, .. } => cost < NEVER && cost <= self.pass.dearest,
                Item::Box { .. } => false,
            };
            if legal {
                self.try_break(at, item, totals);
                if self.active.is_empty() {
                    return None;
                }
            }
            totals.add(item);
            after_box = matches!(item, Item::Box { .. });
        }
        self.trace()
    }

    /// Ends a line at an item, from every start that still can.
    fn try_break(&mut self, at: usize, item: Item, totals: Totals) {
        let (extra, cost, hyphen) = match item {
            Item::Penalty {
                width,
                cost,
                hyphen,
            } => (f64::from(width), f64::from(cost), hyphen),
            _ => (0.0, 0.0, false),
        };
        let forced = cost <= f64::from(ALWAYS);
        let mut still = Vec::with_capacity(self.active.len() + 4);
        let mut best: [Option<Node>; 4] = [None; 4];
        for &index in &self.active {
            let Some(&start) = self.nodes.get(index) else {
                continue;
            };
            let missing = self.missing(&start, totals, extra);
            let ratio = self.ratio(&start, totals, missing);
            if ratio >= -1.0 && !forced {
                still.push(index);
            }
            let fits = ratio >= -1.0 && ratio <= f64::from(self.pass.tolerance);
            let room = f64::from(self.widths.rest);
            let last = forced && start.hyphen;
            let rest = last && room - missing < room * SHORT;
            let late = last && !self.pass.late_hyphen || rest && !self.pass.rest_of_word;
            if late || (!fits && !self.pass.anything) {
                continue;
            }
            let class = class(ratio);
            let mut demerits = if ratio < -1.0 {
                OVERFULL * (1.0 - missing)
            } else {
                self.demerits(ratio, cost)
            };
            if hyphen && start.hyphen {
                demerits += HYPHENS_RUNNING;
            }
            if last {
                demerits += HYPHEN_BEFORE_LAST * if rest { 10.0 } else { 1.0 };
            }
            if (class - start.class).abs() > 1 {
                demerits += UNEVEN;
            }
            let node = Node {
                at,
                first: false,
                before: totals,
                demerits: start.demerits + demerits,
                class,
                hyphen,
                ratio,
                previous: Some(index),
            };
            if let Some(slot) = best.get_mut(usize::try_from(class).unwrap_or(0))
                && slot.is_none_or(|it| node.demerits < it.demerits)
            {
                *slot = Some(node);
            }
        }
        let mut before = None;
        for mut node in best.into_iter().flatten() {
            node.before = *before.get_or_insert_with(|| self.skip_discarded(at, totals));
            still.push(self.nodes.len());
            self.nodes.push(node);
        }
        self.active = still;
    }

    /// What a line lacks to be full.
    fn missing(&self, start: &Node, totals: Totals, extra: f64) -> f64 {
        let room = f64::from(self.widths.line(start.first));
        room - (totals.width - start.before.width + extra)
    }

    fn ratio(&self, start: &Node, totals: Totals, missing: f64) -> f64 {
        let edge = match self.edge {
            Edge::Justified => 0.0,
            Edge::Ragged(edge) => f64::from(edge),
        };
        if missing > 0.0 {
            let stretch = totals.stretch - start.before.stretch + edge;
            let stretch = stretch + f64::from(self.pass.emergency);
            if stretch > 0.0 {
                missing / stretch
            } else {
                1e5
            }
        } else if missing < 0.0 {
            let shrink = totals.shrink - start.before.shrink;
            // Sums of many widths carry a rounding error; a thousandth of a point is none.
            if missing > -0.001 {
                0.0
            } else if shrink > 0.0 {
                missing / shrink
            } else {
                -1e5
            }
        } else {
            0.0
        }
    }

    fn demerits(&self, ratio: f64, cost: f64) -> f64 {
        let size = ratio.abs().min(100.0);
        let badness = match self.edge {
            Edge::Justified => 100.0 * size.powi(3),
            Edge::Ragged(_) => 100.0 * size.powi(2),
        };
        let line = (10.0 + badness).powi(2);
        if cost >= 0.0 {
            line + cost.powi(2)
        } else if cost > f64::from(ALWAYS) {
            line - cost.powi(2)
        } else {
            line
        }
    }

    /// The sums at the first box behind a break: glue and penalties there are dropped.
    fn skip_discarded(&self, at: usize, mut totals: Totals) -> Totals {
        for (index, &item) in self.items.iter().enumerate().skip(at) {
            match item {
                Item::Box { .. } => break,
                Item::Penalty { cost, .. } if cost <= ALWAYS && index > at => break,
                _ => totals.add(item),
            }
        }
        totals
    }

    fn trace(&self) -> Option<Vec<Break>> {
        let end = self.items.len().checked_sub(1)?;
        let nodes = self.active.iter().filter_map(|&it| self.nodes.get(it));
        let mut node = nodes
            .filter(|it| it.at == end && it.previous.is_some())
            .min_by(|a, b| a.demerits.total_cmp(&b.demerits))?;
        let mut out = Vec::new();
        while let Some(previous) = node.previous {
            out.push(Break {
                at: node.at,
                ratio: narrow(node.ratio),
            });
            node = self.nodes.get(previous)?;
        }
        out.reverse();
        Some(out)
    }
}

fn class(ratio: f64) -> i8 {
    match ratio {
        r if r < -0.5 => 0,
        r if r <= 0.5 => 1,
        r if r <= 1.0 => 2,
        _ => 3,
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a ratio needs no more than three digits"
)]
fn narrow(ratio: f64) -> f32 {
    ratio as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    const SPACE: Item = Item::Glue {
        width: 2.0,
        stretch: 1.0,
        shrink: 0.5,
    };

    fn paragraph(widths: &[f32]) -> Vec<Item> {
        let mut items = Vec::new();
        for &width in widths {
            if !items.is_empty() {
                items.push(SPACE);
            }
            items.push(Item::Box { width });
        }
        finish(items)
    }

    fn finish(mut items: Vec<Item>) -> Vec<Item> {
        let penalty = |cost| Item::Penalty {
            width: 0.0,
            cost,
            hyphen: false,
        };
        items.push(penalty(NEVER));
        items.push(Item::Glue {
            width: 0.0,
            stretch: 1e5,
            shrink: 0.0,
        });
        items.push(penalty(ALWAYS));
        items
    }

    fn ends(items: &[Item], width: f32, edge: Edge) -> Vec<usize> {
        let widths = Widths {
            first: width,
            rest: width,
        };
        let breaks = break_lines(items, widths, edge);
        breaks.into_iter().map(|it| it.at).collect()
    }

    #[test]
    fn lines_are_filled_evenly_rather_than_greedily() {
        // Filling one line after the other would set three words first, and end with one
        // short word on the third.
        let items = paragraph(&[10.0, 10.0, 10.0, 8.0, 20.0, 10.0, 30.0]);
        let justified = ends(&items, 38.0, Edge::Justified);
        assert_eq!(justified.last(), Some(&(items.len() - 1)));
        assert_eq!(justified, [3, 7, 11, items.len() - 1]);
    }

    #[test]
    fn a_hyphen_is_taken_only_when_lines_would_be_loose() {
        let hyphen = Item::Penalty {
            width: 1.0,
            cost: 60.0,
            hyphen: true,
        };
        let word = |width| Item::Box { width };
        let tail = [SPACE, word(10.0)];
        let loose = [word(10.0), SPACE, word(10.0), hyphen, word(20.0)];
        let loose = finish([&loose[..], &tail[..]].concat());
        assert_eq!(ends(&loose, 23.0, Edge::Justified)[0], 3);
        let fine = [
            word(10.0),
            SPACE,
            word(10.5),
            SPACE,
            word(5.0),
            hyphen,
            word(5.0),
        ];
        let fine = finish([&fine[..], &tail[..]].concat());
        assert_eq!(ends(&fine, 23.0, Edge::Justified)[0], 3);
    }

    #[test]
    fn forced_breaks_end_lines_and_the_first_line_may_be_narrower() {
        let mut items = paragraph(&[5.0]);
        items.extend(paragraph(&[10.0, 10.0]));
        let widths = Widths {
            first: 5.0,
            rest: 12.0,
        };
        let breaks = break_lines(&items, widths, Edge::Ragged(5.0));
        let at: Vec<_> = breaks.iter().map(|it| it.at).collect();
        assert_eq!(at, [3, 5, 9]);
    }

    #[test]
    fn what_fits_nowhere_still_ends_somewhere() {
        let items = paragraph(&[100.0, 3.0, 100.0]);
        assert_eq!(ends(&items, 10.0, Edge::Justified), [1, 3, items.len() - 1]);
        assert!(
            break_lines(
                &[],
                Widths {
                    first: 1.0,
                    rest: 1.0
                },
                Edge::Justified
            )
            .is_empty()
        );
    }
}
