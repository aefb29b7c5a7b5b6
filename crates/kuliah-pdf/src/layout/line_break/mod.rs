//! Total-fit line breaking: boxes, glue and penalties into the ends of lines.
//!
//! After D. E. Knuth and M. F. Plass, *Breaking paragraphs into lines* (Software:
//! Practice and Experience 11, 1981). Nothing here knows about text. Two things are added after
//! Hàn Thế Thành, *Micro-typographic extensions to the TeX typesetting system* (2000): what
//! stands at an edge may hang over it, and the boxes stretch a little too.

mod item;
mod pass;

pub(crate) use self::item::{ALWAYS, Break, Edge, Ending, Flex, Item, NEVER, Widths};
use self::pass::{JUSTIFIED, Pass, RAGGED};

/// Two hyphens running.
const HYPHENS_RUNNING: f64 = 30_000.0;
/// A last line that is hardly more than the rest of a word: as a part of the full line, and in
/// points, where lines are short.
const SHORT: (f64, f64) = (0.11, 36.0);
/// A hyphen on the last line but one.
const HYPHEN_BEFORE_LAST: f64 = 20_000.0;
/// A last line that is hardly more than the rest of a word: as bad as a line of this looseness.
const REST_OF_WORD: f64 = 300_000.0;
/// A tight line beside a loose one.
const UNEVEN: f64 = 3_000.0;
/// A line that is too long, and as much again for each point.
const OVERFULL: f64 = 1e12;

/// Ends of lines that make the paragraph as a whole look best.
///
/// The items end in a forced break; without one, or without items, there are no lines.
pub(crate) fn break_lines(items: &[Item], widths: Widths, edge: Edge) -> Vec<Break> {
    let passes = match edge {
        Edge::Justified(_) => &JUSTIFIED[..],
        Edge::Ragged(_) => &RAGGED[..],
    };
    passes
        .iter()
        .find_map(|pass| Breaker::new(items, widths, edge, *pass).run())
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
            Item::Box { width, .. } => self.width += f64::from(width),
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

    /// The sums before a box that a line starts with: what hangs over its edge takes no room.
    fn without_overhang(mut self, first: Option<&Item>) -> Self {
        if let Some(Item::Box { left, .. }) = first {
            self.width += f64::from(*left);
        }
        self
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
            before: Totals::default().without_overhang(items.first()),
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
        let mut overhang = 0.0;
        for (at, &item) in self.items.iter().enumerate() {
            let legal = match item {
                Item::Glue { .. } => after_box,
                Item::Penalty { cost, .. } => cost < NEVER && cost <= self.pass.dearest,
                Item::Box { .. } => false,
            };
            if legal {
                self.try_break(at, item, totals, overhang);
                if self.active.is_empty() {
                    return None;
                }
            }
            totals.add(item);
            after_box = matches!(item, Item::Box { .. });
            match item {
                Item::Box { right, .. } => overhang = f64::from(right),
                Item::Glue { .. } => overhang = 0.0,
                Item::Penalty { .. } => {}
            }
        }
        self.trace()
    }

    /// Ends a line at an item, from every start that still can; `overhang` is what of the box
    /// before may stand beyond the edge.
    fn try_break(&mut self, at: usize, item: Item, totals: Totals, overhang: f64) {
        let (extra, cost, ending) = match item {
            Item::Penalty {
                width,
                cost,
                ending: Ending::Hyphen,
            } => (f64::from(width), f64::from(cost), Ending::Hyphen),
            Item::Penalty { cost, ending, .. } => (-overhang, f64::from(cost), ending),
            _ => (-overhang, 0.0, Ending::Plain),
        };
        let hyphen = ending.shows_hyphen();
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
            let rest = last && room - missing < SHORT.1.max(room * SHORT.0);
            let late = last && !self.pass.late_hyphen || rest && !self.pass.rest_of_word();
            let running = hyphen && start.hyphen;
            let barred = late || running && !self.pass.running;
            if barred || (!fits && !self.pass.anything()) {
                continue;
            }
            let class = class(ratio);
            let mut demerits = if ratio < -1.0 {
                OVERFULL * (1.0 - missing)
            } else {
                self.demerits(ratio, cost)
            };
            if running {
                demerits += HYPHENS_RUNNING;
            }
            if last {
                demerits += if rest {
                    REST_OF_WORD
                } else {
                    HYPHEN_BEFORE_LAST
                };
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

    /// How much of its stretch or shrink a line needs. Up to 1 all of it stretches alike; beyond,
    /// the glue alone.
    fn ratio(&self, start: &Node, totals: Totals, missing: f64) -> f64 {
        let (edge, flex) = match self.edge {
            Edge::Justified(flex) => (0.0, flex),
            Edge::Ragged(edge) => (f64::from(edge), Flex::NONE),
        };
        let width = totals.width - start.before.width;
        if missing > 0.0 {
            let flex = width * f64::from(flex.wider);
            let stretch = totals.stretch - start.before.stretch + edge;
            let stretch = stretch + f64::from(self.pass.emergency);
            if missing <= stretch + flex {
                missing / (stretch + flex)
            } else if stretch > 0.0 {
                (missing - flex) / stretch
            } else {
                1e5
            }
        } else if missing < 0.0 {
            let shrink = totals.shrink - start.before.shrink;
            let shrink = shrink + width * f64::from(flex.narrower);
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
            Edge::Justified(_) => 100.0 * size.powi(3),
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
                Item::Box { .. } => return totals.without_overhang(Some(&item)),
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
mod tests;
