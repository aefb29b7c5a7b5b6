//! Sizes, spaces and colours of the page, in points; no other file holds a measure of the page.

use crate::page::Colour;

/// A4, 210 by 297 mm.
pub(crate) const PAGE_WIDTH: f32 = 595.276;
/// See [`PAGE_WIDTH`].
pub(crate) const PAGE_HEIGHT: f32 = 841.89;
/// From the left edge of the page to the text.
pub(crate) const LEFT: f32 = 117.638;
/// Width of the text: about 73 characters of Indonesian in [`TEXT`], within the 60 to 78 of a readable line.
pub(crate) const MEASURE: f32 = 360.0;
/// From the upper edge of the page to the text.
pub(crate) const TOP: f32 = 86.0;
/// Height of the text: 45 lines of [`TEXT`].
pub(crate) const HEIGHT: f32 = 675.0;
/// Baseline of the running head, from the upper edge of the page.
pub(crate) const HEAD: f32 = 56.0;
/// Baseline of the page number, from the foot of the page.
pub(crate) const FOOT: f32 = 46.0;

/// Text.
pub(crate) const INK: Colour = Colour::new(0.11, 0.11, 0.13);
/// Headings, links, bullets; 10:1 against white.
pub(crate) const ACCENT: Colour = Colour::new(0.10, 0.27, 0.42);
/// Captions, running heads; 6:1 against white.
pub(crate) const GREY: Colour = Colour::new(0.38, 0.38, 0.40);
/// Fine rules.
pub(crate) const HAIR: Colour = Colour::new(0.72, 0.72, 0.75);
/// Behind program text.
pub(crate) const CODE_TINT: Colour = Colour::new(0.955, 0.958, 0.962);
/// Behind a remark to everybody or to students.
pub(crate) const NOTE_TINT: Colour = Colour::new(0.937, 0.953, 0.969);
/// Behind what only lecturers see.
pub(crate) const LECTURER_TINT: Colour = Colour::new(0.984, 0.953, 0.906);
/// Beside what only lecturers see, and its title; 6:1 against white, 5.6:1 on its tint.
pub(crate) const LECTURER: Colour = Colour::new(0.53, 0.31, 0.05);

/// Size and leading of a kind of text.
#[derive(Debug, Copy, Clone, PartialEq)]
pub(crate) struct Type {
    /// Height of the em.
    pub size: f32,
    /// From one baseline to the next.
    pub leading: f32,
}

const fn of(size: f32, leading: f32) -> Type {
    Type { size, leading }
}

/// Running text.
pub(crate) const TEXT: Type = of(11.0, 15.0);
/// Footnotes.
pub(crate) const NOTE: Type = of(9.2, 12.2);
/// The title of the document.
pub(crate) const TITLE: Type = of(24.0, 29.0);
/// Its second line.
pub(crate) const SUBTITLE: Type = of(13.0, 18.0);
/// The authors.
pub(crate) const AUTHOR: Type = of(10.5, 15.0);
/// The identity block.
pub(crate) const FACT: Type = of(10.0, 14.5);
/// Table of contents.
pub(crate) const CONTENTS: Type = of(10.0, 15.0);
/// Its heading, and the titles of callouts' kin.
pub(crate) const CONTENTS_TITLE: Type = of(12.0, 17.0);
/// Cells of a table.
pub(crate) const CELL: Type = of(9.6, 12.6);
/// The head row of a table.
pub(crate) const CELL_HEAD: Type = of(9.0, 12.6);
/// Captions.
pub(crate) const CAPTION: Type = of(9.2, 12.5);
/// Program text, set apart.
pub(crate) const CODE: Type = of(8.6, 12.0);
/// Title of a callout.
pub(crate) const CALLOUT_TITLE: Type = of(10.5, 15.0);
/// Running head and page number.
pub(crate) const RUNNING: Type = of(8.5, 12.0);

/// Size, space before and space after of a heading of a level from 1; the last one serves deeper levels.
pub(crate) const HEADINGS: [(Type, f32, f32); 4] = [
    (of(15.5, 20.0), 20.0, 5.0),
    (of(12.5, 17.0), 15.0, 4.0),
    (of(11.0, 15.0), 12.0, 3.0),
    (of(10.5, 15.0), 10.0, 2.0),
];

/// Program text within a line, against the text around it: x-heights match.
pub(crate) const INLINE_CODE: f32 = 0.88;
/// Size of a footnote's mark against the text around it.
pub(crate) const MARK_SIZE: f32 = 0.68;
/// How far a footnote's mark stands above the baseline, in em of the text around it.
pub(crate) const MARK_RISE: f32 = 0.34;
/// Where the baseline of a line stands, as a part of the leading from the top.
pub(crate) const BASELINE: f32 = 0.74;

/// After a paragraph.
pub(crate) const AFTER_PARAGRAPH: f32 = 6.0;
/// Between the items of a list.
pub(crate) const BETWEEN_ITEMS: f32 = 2.5;
/// From a list's edge to its text; at least, for wide numbers.
pub(crate) const LIST_INDENT: f32 = 19.0;
/// From a number or bullet to the text.
pub(crate) const LABEL_GAP: f32 = 6.0;
/// Quotations, from both sides.
pub(crate) const QUOTE_INDENT: f32 = 20.0;
/// What a term means, from the left.
pub(crate) const MEANING_INDENT: f32 = 18.0;
/// Second and later lines of a reference.
pub(crate) const HANGING: f32 = 20.0;
/// After a reference.
pub(crate) const AFTER_ENTRY: f32 = 4.0;
/// Before and after tables, figures, program text and callouts.
pub(crate) const AROUND_DISPLAY: f32 = 9.0;
/// Between a display and its caption.
pub(crate) const CAPTION_GAP: f32 = 4.5;
/// Between the columns of a table.
pub(crate) const COLUMN_GAP: f32 = 14.0;
/// Above and below the text of a cell.
pub(crate) const CELL_PAD: f32 = 2.6;
/// Rules above and below a table.
pub(crate) const TABLE_RULE: f32 = 0.8;
/// Rule under a table's head.
pub(crate) const HEAD_RULE: f32 = 0.5;
/// Rules between rows.
pub(crate) const ROW_RULE: f32 = 0.3;
/// Between a frame and what it holds, above and below.
pub(crate) const FRAME_PAD: f32 = 6.5;
/// Between a frame and what it holds, left and right.
pub(crate) const FRAME_SIDE: f32 = 10.0;
/// The upright rule beside a callout.
pub(crate) const BAR: f32 = 2.2;
/// From one line to write on to the next: 8 mm.
pub(crate) const WRITE_IN: f32 = 22.7;
/// Above the rule over the footnotes.
pub(crate) const NOTES_ABOVE: f32 = 9.0;
/// Between that rule and the first footnote.
pub(crate) const NOTES_BELOW: f32 = 5.0;
/// Length of that rule.
pub(crate) const NOTES_RULE: f32 = 90.0;
/// Text of a footnote, from the left.
pub(crate) const NOTE_INDENT: f32 = 14.0;
/// No text is set narrower than this; deeper lists are indented no further.
pub(crate) const LEAST_WIDTH: f32 = 150.0;
/// The highest picture, as a part of the text's height.
pub(crate) const PICTURE_HEIGHT: f32 = 0.6;
/// Pixels an inch below which no picture is enlarged.
pub(crate) const PICTURE_DENSITY: f32 = 150.0;
