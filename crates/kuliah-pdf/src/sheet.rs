//! Pages side by side on sheets, with lines to write notes on.
//!
//! Works on finished pages, before their content is numbered: what stands on a sheet is tagged,
//! read and linked as it would be on its own page.

use std::fmt;

use crate::layout::Paginated;
use crate::number::{length, times};
use crate::page::{Area, Colour, Item, LinkArea, Page, Position};
use crate::style::Style;
use crate::tags::{Attribute, StructureTree};

/// Around everything on a sheet, in points.
const MARGIN: f32 = 36.0;
/// Between pages, and between a page and its lines, in points.
const GAP: f32 = 18.0;
/// From one line to the next, in points: 8 mm, as in exercise books.
const LINE: f32 = 22.68;
/// Lines are that thick, in points.
const WEIGHT: f32 = 0.4;

/// Where the lines are.
#[derive(Debug, Copy, Clone, Eq, PartialEq)]
pub enum NoteLines {
    /// Beside the pages, which stand one above the other on an upright sheet.
    Beside,
    /// Below the pages, which stand side by side on a sheet laid across.
    Below,
}

/// Pages on sheets with lines to write on.
#[derive(Debug, Copy, Clone, Eq, PartialEq)]
pub struct Sheets {
    pages: u8,
    lines: NoteLines,
}

/// A number of pages that no sheet has.
#[derive(Debug, Copy, Clone, Eq, PartialEq)]
pub struct SheetsError(u8);

impl fmt::Display for SheetsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a sheet has 2 or 3 pages, not {}", self.0)
    }
}

impl std::error::Error for SheetsError {}

impl Sheets {
    /// Sheets of that many pages.
    ///
    /// # Errors
    ///
    /// [`SheetsError`] unless there are 2 or 3.
    pub const fn new(pages: u8, lines: NoteLines) -> Result<Self, SheetsError> {
        match pages {
            2 | 3 => Ok(Self { pages, lines }),
            _ => Err(SheetsError(pages)),
        }
    }

    /// How many pages stand on a sheet.
    pub(crate) fn pages(self) -> usize {
        self.pages.into()
    }

    /// Width and height of a sheet for pages of this width and height.
    fn size(self, page: [f32; 2]) -> [f32; 2] {
        let [width, height] = page;
        match self.lines {
            NoteLines::Beside => [width, height],
            NoteLines::Below => [height, width],
        }
    }
}

/// Puts pages on sheets.
pub(crate) fn impose(
    paginated: Paginated,
    sheets: Sheets,
    style: &Style,
    tree: &mut StructureTree,
) -> Paginated {
    let plan = Plan::new(sheets, paginated.size);
    let positions = paginated.positions.iter();
    let positions = positions.map(|it| plan.position(*it)).collect();
    let mut out: Vec<Page> = Vec::new();
    for (number, page) in paginated.pages.into_iter().enumerate() {
        let slot = number % sheets.pages();
        if slot == 0 {
            out.push(Page::default());
        }
        if let Some(sheet) = out.last_mut() {
            plan.put(page, slot, style.hair, sheet, tree);
        }
    }
    Paginated {
        pages: out,
        positions,
        size: plan.sheet,
        count: paginated.count,
    }
}

/// Where everything goes on a sheet.
struct Plan {
    sheets: Sheets,
    sheet: [f32; 2],
    page: [f32; 2],
    scale: f32,
}

impl Plan {
    fn new(sheets: Sheets, page: [f32; 2]) -> Self {
        let sheet = sheets.size(page);
        let count = length(sheets.pages());
        let [width, height] = sheet;
        let gaps = GAP * (count - 1.0);
        // Pages never take more than a half of the sheet away from the lines.
        let (wide, high) = match sheets.lines {
            NoteLines::Beside => (width / 2.0 - MARGIN, (height - 2.0 * MARGIN - gaps) / count),
            NoteLines::Below => (
                (width - 2.0 * MARGIN - gaps) / count,
                height * 2.0 / 3.0 - MARGIN,
            ),
        };
        Self {
            sheets,
            sheet,
            page,
            scale: (wide / page[0]).min(high / page[1]),
        }
    }

    /// The lower left corner of a page.
    fn corner(&self, slot: usize) -> (f32, f32) {
        let [wide, high] = self.page.map(|it| it * self.scale);
        let slot = length(slot);
        let top = self.sheet[1] - MARGIN;
        match self.sheets.lines {
            NoteLines::Beside => (MARGIN, top - high - slot * (high + GAP)),
            NoteLines::Below => (MARGIN + slot * (wide + GAP), top - high),
        }
    }

    fn position(&self, position: Position) -> Position {
        let slot = position.page % self.sheets.pages();
        Position {
            page: position.page / self.sheets.pages(),
            top: self.corner(slot).1 + position.top * self.scale,
        }
    }

    fn put(
        &self,
        page: Page,
        slot: usize,
        ink: Colour,
        sheet: &mut Page,
        tree: &mut StructureTree,
    ) {
        let (left, bottom) = self.corner(slot);
        for item in page.items {
            let item = self.placed(item, left, bottom);
            if let Item::Picture { element, area, .. } = &item
                && let Some(it) = tree.get_mut(*element)
            {
                let edges = [area.left, area.bottom, area.right, area.top];
                it.attribute = Some(Attribute::Bounds(edges));
            }
            sheet.items.push(item);
        }
        sheet.links.extend(page.links.iter().map(|it| LinkArea {
            link: it.link,
            area: self.placed_area(it.area, left, bottom),
        }));
        self.frame(left, bottom, ink, sheet);
        self.lines(left, bottom, ink, sheet);
    }

    fn placed(&self, item: Item, left: f32, bottom: f32) -> Item {
        let scale = self.scale;
        match item {
            Item::Text { mut run, y } => {
                run.x = left + run.x * scale;
                run.size *= scale;
                let y = bottom + y * scale;
                Item::Text { run, y }
            }
            Item::Rule {
                left: from,
                right: to,
                y,
                weight,
                colour,
            } => Item::Rule {
                left: left + from * scale,
                right: left + to * scale,
                y: bottom + y * scale,
                weight: weight * scale,
                colour,
            },
            Item::Fill { area, colour } => Item::Fill {
                area: self.placed_area(area, left, bottom),
                colour,
            },
            Item::Picture {
                picture,
                area,
                element,
            } => Item::Picture {
                picture,
                area: self.placed_area(area, left, bottom),
                element,
            },
        }
    }

    fn placed_area(&self, area: Area, left: f32, bottom: f32) -> Area {
        Area {
            left: left + area.left * self.scale,
            bottom: bottom + area.bottom * self.scale,
            right: left + area.right * self.scale,
            top: bottom + area.top * self.scale,
        }
    }

    /// A fine frame where the paper of the page ends.
    fn frame(&self, left: f32, bottom: f32, colour: Colour, sheet: &mut Page) {
        let [wide, high] = self.page.map(|it| it * self.scale);
        for y in [bottom, bottom + high] {
            sheet.items.push(Item::Rule {
                left,
                right: left + wide,
                y,
                weight: WEIGHT,
                colour,
            });
        }
        for x in [left, left + wide] {
            sheet.items.push(Item::Fill {
                area: Area {
                    left: x - WEIGHT / 2.0,
                    bottom,
                    right: x + WEIGHT / 2.0,
                    top: bottom + high,
                },
                colour,
            });
        }
    }

    fn lines(&self, left: f32, bottom: f32, colour: Colour, sheet: &mut Page) {
        let [wide, high] = self.page.map(|it| it * self.scale);
        let (left, right, top, foot) = match self.sheets.lines {
            NoteLines::Beside => {
                let right = self.sheet[0] - MARGIN;
                (left + wide + GAP, right, bottom + high, bottom)
            }
            NoteLines::Below => (left, left + wide, bottom - GAP / 2.0, MARGIN),
        };
        for number in 1..=times(top - foot, LINE) {
            sheet.items.push(Item::Rule {
                left,
                right,
                y: top - length(number) * LINE,
                weight: WEIGHT,
                colour,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_and_lines_stay_on_the_sheet_and_off_each_other() {
        for pages in [2, 3] {
            for lines in [NoteLines::Beside, NoteLines::Below] {
                let sheets = Sheets::new(pages, lines).expect("2 or 3");
                let plan = Plan::new(sheets, [595.0, 842.0]);
                let mut sheet = Page::default();
                let mut tree = StructureTree::new();
                let ink = Colour::new(0.5, 0.5, 0.5);
                for slot in 0..sheets.pages() {
                    plan.put(Page::default(), slot, ink, &mut sheet, &mut tree);
                }
                let mut rules = 0;
                for item in &sheet.items {
                    let (left, right, low, high) = match item {
                        Item::Rule { left, right, y, .. } => (*left, *right, *y, *y),
                        Item::Fill { area, .. } => (area.left, area.right, area.bottom, area.top),
                        other => panic!("{other:?}"),
                    };
                    rules += 1;
                    assert!(left >= MARGIN - 1.0 && right <= plan.sheet[0] - MARGIN + 1.0);
                    assert!(low >= MARGIN - 1.0 && high <= plan.sheet[1] - MARGIN + 1.0);
                }
                // A frame has four sides; there is something to write on beside each page.
                assert!(rules >= sheets.pages() * 4 + 12, "{rules}");
            }
        }
        assert_eq!(Sheets::new(4, NoteLines::Below), Err(SheetsError(4)));
    }

    #[test]
    fn a_place_moves_with_its_page() {
        let sheets = Sheets::new(3, NoteLines::Beside).expect("2 or 3");
        let plan = Plan::new(sheets, [595.0, 842.0]);
        let at = |page, top| plan.position(Position { page, top });
        assert_eq!(at(4, 0.0).page, 1);
        assert!(at(3, 842.0).top > at(4, 842.0).top);
        assert!((at(0, 842.0).top - (842.0 - MARGIN)).abs() < 0.01);
    }
}
