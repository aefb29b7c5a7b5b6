//! Sizes, spaces and colours of the page, in points, as a theme asks for them.
//!
//! No other file holds a measure of the page. What a theme leaves open is in proportion to its
//! running text: the numbers here go with text of 11 points.

use kuliah_theme::{Alignment, Cover, NewPage, Numbering, Running, Theme};

use crate::page::Colour;

/// Running text that the fixed spaces go with.
const MODEL: f32 = 11.0;

/// Size and leading of a kind of text.
#[derive(Debug, Copy, Clone, PartialEq)]
pub(crate) struct Type {
    /// Height of the em.
    pub size: f32,
    /// From one baseline to the next.
    pub leading: f32,
}

impl From<kuliah_theme::Type> for Type {
    fn from(it: kuliah_theme::Type) -> Self {
        Self {
            size: it.size,
            leading: it.leading,
        }
    }
}

/// How headings of a level look.
#[derive(Debug, Copy, Clone, PartialEq)]
pub(crate) struct HeadingStyle {
    pub kind: Type,
    pub before: f32,
    pub after: f32,
    pub italic: bool,
    pub align: Alignment,
    /// Whether a rule runs below.
    pub rule: bool,
    /// Whether it begins a page.
    pub new_page: NewPage,
}

/// Everything about the look of the pages.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Style {
    pub page_width: f32,
    pub page_height: f32,
    /// From the left edge of the page to the text.
    pub left: f32,
    /// Width of the text, all columns.
    pub measure: f32,
    /// How many columns there are.
    pub columns: u8,
    /// Width of a column.
    pub column: f32,
    /// From the left edge of a column to that of the next.
    pub column_step: f32,
    /// From the upper edge of the page to the text.
    pub top: f32,
    /// Height of the text.
    pub height: f32,
    /// Baseline of the running head, from the upper edge of the page.
    pub head: f32,
    /// Baseline of the running foot, from the lower edge of the page.
    pub foot: f32,

    /// Text.
    pub ink: Colour,
    /// Headings, links, bullets.
    pub accent: Colour,
    /// Captions, running heads.
    pub grey: Colour,
    /// Fine rules.
    pub hair: Colour,
    /// Behind program text.
    pub code_tint: Colour,
    /// Behind a remark to everybody or to students.
    pub note_tint: Colour,
    /// Behind what only lecturers see.
    pub lecturer_tint: Colour,
    /// Beside what only lecturers see, and its title.
    pub lecturer: Colour,

    /// Running text.
    pub text: Type,
    /// Footnotes.
    pub note: Type,
    /// The title of the document.
    pub title: Type,
    /// Its second line.
    pub subtitle: Type,
    /// The authors.
    pub author: Type,
    /// The identity block.
    pub fact: Type,
    /// Table of contents.
    pub contents: Type,
    /// Its heading.
    pub contents_title: Type,
    /// Cells of a table.
    pub cell: Type,
    /// The head row of a table.
    pub cell_head: Type,
    /// Captions.
    pub caption: Type,
    /// Program text, set apart.
    pub code: Type,
    /// Title of a callout.
    pub callout_title: Type,
    /// Running head and foot.
    pub running_text: Type,
    /// Headings of a level from 1; the last one serves deeper levels.
    pub headings: [HeadingStyle; 4],

    /// Whether running text has two straight edges.
    pub justified: bool,
    /// How far the first line of a paragraph stands in.
    pub indent: f32,
    /// Whether headings are numbered as the document says.
    pub numbered: bool,
    /// What stands in the running lines.
    pub running: Running,
    /// How the document begins.
    pub cover: Cover,

    /// After a paragraph.
    pub after_paragraph: f32,
    /// Between the items of a list.
    pub between_items: f32,
    /// From a list's edge to its text; at least, for wide numbers.
    pub list_indent: f32,
    /// From a number or bullet to the text.
    pub label_gap: f32,
    /// Quotations, from both sides.
    pub quote_indent: f32,
    /// What a term means, from the left.
    pub meaning_indent: f32,
    /// Second and later lines of a reference.
    pub hanging: f32,
    /// After a reference.
    pub after_entry: f32,
    /// Before and after tables, figures, program text and callouts.
    pub around_display: f32,
    /// Between a display and its caption.
    pub caption_gap: f32,
    /// Between the columns of a table.
    pub cell_gap: f32,
    /// Above and below the text of a cell.
    pub cell_pad: f32,
    /// Between a frame and what it holds, above and below.
    pub frame_pad: f32,
    /// Between a frame and what it holds, left and right.
    pub frame_side: f32,
    /// Above the rule over the footnotes.
    pub notes_above: f32,
    /// Between that rule and the first footnote.
    pub notes_below: f32,
    /// Text of a footnote, from the left.
    pub note_indent: f32,
    /// No text is set narrower than this; deeper lists are indented no further.
    pub least_width: f32,
    /// Text is justified only in lines at least this wide; narrower ones would get rivers.
    pub least_justified: f32,
    /// What is fixed for text of 11 points, against this text.
    pub unit: f32,
}

/// Program text within a line, against the text around it: x-heights match.
pub(crate) const INLINE_CODE: f32 = 0.88;
/// Size of a footnote's mark against the text around it.
pub(crate) const MARK_SIZE: f32 = 0.68;
/// How far a footnote's mark stands above the baseline, in em of the text around it.
pub(crate) const MARK_RISE: f32 = 0.34;
/// Where the baseline of a line stands, as a part of the leading from the top.
pub(crate) const BASELINE: f32 = 0.74;
/// Rules above and below a table.
pub(crate) const TABLE_RULE: f32 = 0.8;
/// Rule under a table's head.
pub(crate) const HEAD_RULE: f32 = 0.5;
/// Rules between rows.
pub(crate) const ROW_RULE: f32 = 0.3;
/// The upright rule beside a callout.
pub(crate) const BAR: f32 = 2.2;
/// Tables and boxes up to this part of a column stay whole, unless that leaves it a quarter empty.
pub(crate) const KEPT: f32 = 0.4;
/// From one line to write on to the next: 8 mm.
pub(crate) const WRITE_IN: f32 = 22.7;
/// Length of the rule over the footnotes.
pub(crate) const NOTES_RULE: f32 = 90.0;
/// The highest picture, as a part of the text's height.
pub(crate) const PICTURE_HEIGHT: f32 = 0.6;
/// Pixels an inch below which no picture is enlarged.
pub(crate) const PICTURE_DENSITY: f32 = 150.0;

fn colour(it: kuliah_theme::Colour) -> Colour {
    Colour::new(it.red, it.green, it.blue)
}

fn headings(theme: &Theme) -> [HeadingStyle; 4] {
    let headings = theme.headings();
    let mut first = true;
    headings.levels.map(|level| {
        let top = std::mem::take(&mut first);
        HeadingStyle {
            kind: level.kind.into(),
            before: level.before,
            after: level.after,
            italic: level.italic,
            align: if top { headings.align } else { Alignment::Left },
            rule: top && headings.rule,
            new_page: if top {
                headings.new_page
            } else {
                NewPage::Never
            },
        }
    })
}

impl Style {
    /// The look that a theme asks for.
    pub(crate) fn of(theme: &Theme) -> Self {
        let (page, text, scale) = (theme.page(), theme.text(), theme.scale());
        let (space, colours) = (theme.space(), theme.colours());
        let unit = text.kind.size / MODEL;
        Self {
            page_width: page.width,
            page_height: page.height,
            left: page.margins.left,
            measure: page.text_width(),
            columns: page.columns,
            column: page.column_width(),
            column_step: page.column_width() + page.column_gap,
            top: page.margins.top,
            height: page.text_height(),
            head: page.margins.head,
            foot: page.margins.foot,

            ink: colour(colours.ink),
            accent: colour(colours.accent),
            grey: colour(colours.muted),
            hair: colour(colours.rule),
            code_tint: colour(colours.code_ground),
            note_tint: colour(colours.note_ground),
            lecturer_tint: colour(colours.lecturer_ground),
            lecturer: colour(colours.lecturer),

            text: text.kind.into(),
            note: scale.note.into(),
            title: scale.title.into(),
            subtitle: scale.subtitle.into(),
            author: scale.authors.into(),
            fact: scale.identity.into(),
            contents: scale.contents.into(),
            contents_title: scale.contents_title.into(),
            cell: scale.table.into(),
            cell_head: scale.table_head.into(),
            caption: scale.caption.into(),
            code: scale.code.into(),
            callout_title: scale.callout_title.into(),
            running_text: scale.running.into(),
            headings: headings(theme),

            justified: text.justify,
            indent: text.indent,
            numbered: theme.numbering() != Numbering::Off,
            running: *theme.running(),
            cover: theme.cover().clone(),

            after_paragraph: text.after,
            between_items: space.between_items,
            list_indent: space.list_indent,
            label_gap: 6.0 * unit,
            quote_indent: space.quote_indent,
            meaning_indent: 18.0 * unit,
            hanging: space.reference_indent,
            after_entry: space.after_reference,
            around_display: space.around_display,
            caption_gap: 4.5 * unit,
            cell_gap: 14.0 * unit,
            cell_pad: 2.6 * unit,
            frame_pad: 6.5 * unit,
            frame_side: 10.0 * unit,
            notes_above: 9.0 * unit,
            notes_below: 5.0 * unit,
            note_indent: 14.0 * unit,
            least_width: 150.0 * unit,
            least_justified: 200.0 * unit,
            unit,
        }
    }
}
