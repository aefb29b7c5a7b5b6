//! Columns into pages: each page is one band below the other, a band being either text in
//! columns or something as wide as all of them.
//!
//! Columns that end on a page end at one height, as far as lines allow. With one column
//! everything is as wide as the text, and a page is one band.

use std::ops::Range;

use kuliah_theme::NewPage;

use super::flow::Keep;
use super::split::{Filled, Slice, Splitter, Waiting, height};

/// Steps in which the least height of balanced columns is looked for: to a quarter of a point.
const STEPS: usize = 12;

/// What stands one below the other on a page.
pub(crate) type Sheet = Vec<Slice>;

/// What was placed below what stands on the page already.
struct Band {
    slices: Vec<Slice>,
    /// Where the next one begins.
    end: usize,
    height: f32,
}

/// What is known of all strips before the first page is filled.
struct Plan {
    /// The ends of all stretches of strips of one width within one part.
    ends: Vec<usize>,
    /// The ends of all parts.
    parts: Vec<usize>,
    /// Height of all strips above each one, with their footnotes.
    above: Vec<f64>,
}

impl Plan {
    fn end(&self, at: usize) -> usize {
        after(&self.ends, at)
    }

    fn part_end(&self, at: usize) -> usize {
        after(&self.parts, at)
    }

    fn height(&self, strips: Range<usize>) -> f64 {
        let above = |at: usize| self.above.get(at).copied().unwrap_or(0.0);
        above(strips.end) - above(strips.start)
    }
}

/// The first of sorted places that is behind one.
fn after(places: &[usize], at: usize) -> usize {
    let index = places.partition_point(|it| *it <= at);
    places.get(index).copied().unwrap_or(at)
}

impl Splitter<'_> {
    /// What stands on each page; there is one page at least.
    pub(crate) fn split(&self) -> Vec<Sheet> {
        let plan = self.plan();
        let mut out = Vec::new();
        let mut at = 0;
        let mut waiting = Waiting::new();
        loop {
            at = self.skip_blanks(at);
            let more = at < self.strips.len();
            if !more && waiting.is_empty() && !out.is_empty() {
                return out;
            }
            let sheet = self.sheet(&plan, &mut at, &mut waiting);
            out.push(sheet);
        }
    }

    fn sheet(&self, plan: &Plan, at: &mut usize, waiting: &mut Waiting) -> Sheet {
        let mut sheet = Sheet::new();
        let mut top = 0.0;
        let mut last_top = 0.0;
        loop {
            let room = self.style.height - top;
            let until = self.until(*at, plan, room);
            let fresh = sheet.is_empty();
            let band = if self.is_wide(*at) {
                self.wide_band(*at, until, room, waiting, fresh)
            } else {
                self.column_band(*at, until, room, waiting, fresh)
            };
            let Some(band) = band else {
                break;
            };
            for slice in band.slices {
                let foot = top + band.height;
                sheet.push(Slice { top, foot, ..slice });
            }
            *at = band.end;
            last_top = top;
            top += band.height;
            let next = self.skip_blanks(*at);
            if band.end < until || self.begins_page(next, plan, self.style.height - top) {
                break;
            }
        }
        // The footnotes of the last band stand at the foot of the page.
        for slice in &mut sheet {
            if slice.top >= last_top {
                slice.foot = self.style.height;
            }
        }
        sheet
    }

    /// Whether what begins at a strip has to begin a page, where so much of one is left.
    fn begins_page(&self, at: usize, plan: &Plan, room: f32) -> bool {
        match self.strips.get(at).map(|it| it.new_page) {
            None | Some(NewPage::Always) => true,
            Some(NewPage::UnlessFits) => !self.fits(at..plan.part_end(at), plan, room),
            Some(_) => false,
        }
    }

    /// Where what begins at a strip ends: where the width changes or a page has to begin.
    fn until(&self, at: usize, plan: &Plan, room: f32) -> usize {
        let wide = self.is_wide(at);
        let mut until = plan.end(at);
        // A part that fits as well goes on in the same column.
        while let Some(next) = self.strips.get(until)
            && next.new_page == NewPage::UnlessFits
            && self.is_wide(until) == wide
            && self.fits(at..plan.part_end(until), plan, room)
        {
            until = plan.end(until);
        }
        until
    }

    /// Whether strips and their footnotes fit in the columns of a height.
    fn fits(&self, strips: Range<usize>, plan: &Plan, room: f32) -> bool {
        let room = room * f32::from(self.style.columns) - self.over_notes();
        plan.height(strips) <= f64::from(room)
    }

    fn starts_part(&self, at: usize) -> bool {
        self.strips
            .get(at)
            .is_none_or(|it| it.new_page != NewPage::Never)
    }

    /// Whether what begins at a strip is as wide as all columns.
    fn is_wide(&self, at: usize) -> bool {
        self.style.columns == 1 || self.strips.get(at).is_some_and(|it| it.wide)
    }

    fn plan(&self) -> Plan {
        let count = self.strips.len();
        let starts =
            |at: &usize| self.starts_part(*at) || self.is_wide(*at) != self.is_wide(*at - 1);
        let mut above = vec![0.0];
        for strip in self.strips {
            let before = above.last().copied().unwrap_or(0.0);
            above.push(before + f64::from(strip.height + self.notes_height(strip)));
        }
        Plan {
            ends: (1..count).filter(starts).chain([count]).collect(),
            parts: (1..=count).filter(|it| self.starts_part(*it)).collect(),
            above,
        }
    }

    fn wide_band(
        &self,
        at: usize,
        until: usize,
        room: f32,
        waiting: &mut Waiting,
        fresh: bool,
    ) -> Option<Band> {
        let mut now = waiting.clone();
        let filled = self.fill(at, until, room, &mut now);
        if filled.torn && !fresh {
            return None;
        }
        *waiting = now;
        Some(band(vec![filled]))
    }

    fn column_band(
        &self,
        at: usize,
        until: usize,
        room: f32,
        waiting: &mut Waiting,
        fresh: bool,
    ) -> Option<Band> {
        let mut now = waiting.clone();
        let full = self.columns(at, until, room, &mut now);
        let torn = full.first().is_some_and(|it| it.torn);
        if torn && !fresh {
            return None;
        }
        let ends = full.last().is_some_and(|it| it.slice.strips.end >= until);
        if !ends || !now.is_empty() {
            *waiting = now;
            return Some(band(full));
        }
        let band = self.balanced(at, until, room, waiting);
        let (held, needed) = self.held(at, until);
        if held == until || band.0.height + needed <= room {
            *waiting = band.1;
            return Some(band.0);
        }
        // What holds on to something wide goes with it to the next page.
        if held > at {
            let (band, now) = self.balanced(at, held, room, waiting);
            *waiting = now;
            return Some(band);
        }
        fresh.then(|| {
            *waiting = band.1;
            band.0
        })
    }

    /// Fills one column after the other.
    fn columns(&self, at: usize, until: usize, high: f32, waiting: &mut Waiting) -> Vec<Filled> {
        let mut out = Vec::new();
        let mut at = at;
        for column in 0..self.style.columns {
            at = self.skip_blanks(at).min(until);
            let mut filled = self.fill(at, until, high, waiting);
            filled.slice.column = column;
            at = filled.slice.strips.end;
            out.push(filled);
            if at >= until && waiting.is_empty() {
                break;
            }
        }
        out
    }

    /// Columns as low as they can be, which hold everything that columns of a height hold.
    fn balanced(&self, at: usize, until: usize, room: f32, waiting: &Waiting) -> (Band, Waiting) {
        let try_height = |high: f32| {
            let mut now = waiting.clone();
            let columns = self.columns(at, until, high, &mut now);
            let ends = columns
                .last()
                .is_some_and(|it| it.slice.strips.end >= until);
            let whole = ends && now.is_empty() && columns.iter().all(|it| !it.torn);
            (columns, now, whole)
        };
        let mut high = room;
        let (mut best, mut left, _) = try_height(high);
        let mut low = 0.0;
        for _ in 0..STEPS {
            let middle = f32::midpoint(low, high);
            let (columns, now, whole) = try_height(middle);
            if whole {
                high = middle;
                (best, left) = (columns, now);
            } else {
                low = middle;
            }
        }
        (band(best), left)
    }

    /// Where the strips begin that hold on to something wide behind them, and how high they and
    /// the first of it are that must not be parted; `until` when there is nothing.
    fn held(&self, at: usize, until: usize) -> (usize, f32) {
        if self.starts_part(until) {
            return (until, 0.0);
        }
        let before = self.strips.get(at..until).unwrap_or_default();
        if before.last().is_none_or(|it| it.keep == Keep::Free) {
            return (until, 0.0);
        }
        let free = |it: &super::Strip| !it.blank && it.keep == Keep::Free;
        let held = at + before.iter().rposition(free).map_or(0, |it| it + 1);
        if held == until {
            return (until, 0.0);
        }
        let behind = self.strips.get(until..).unwrap_or_default();
        let first = behind
            .iter()
            .position(free)
            .map_or(behind.len(), |it| it + 1);
        (held, height(behind.get(..first).unwrap_or_default()))
    }
}

fn band(columns: Vec<Filled>) -> Band {
    Band {
        end: columns.last().map_or(0, |it| it.slice.strips.end),
        height: columns.iter().map(|it| it.height).fold(0.0, f32::max),
        slices: columns.into_iter().map(|it| it.slice).collect(),
    }
}
