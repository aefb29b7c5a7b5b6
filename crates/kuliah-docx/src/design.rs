//! How a file looks: a theme in the units of the format.
//!
//! Word brings other faces than the PDF, and other ways to share out space, so the default
//! theme has measures of its own here. Whatever a theme says otherwise than the default
//! theme is followed; whatever it says alike keeps those measures.

use kuliah_theme::{Alignment, Colour, CoverKind, Row, Theme, Type};

use crate::page::{Page, Twips};
use crate::template::Contents;
use crate::xml::Element;

/// How a file looks.
#[derive(Debug, Clone)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each says one thing of the look, in any combination"
)]
pub(crate) struct Design {
    /// The page.
    pub(crate) page: Page,
    /// Colours as the format writes them: `1A456B`.
    pub(crate) colours: Colours,
    /// Sizes and spaces.
    pub(crate) sizes: Sizes,
    /// Width of a character in a table on average, for sharing out columns.
    pub(crate) character: Twips,
    /// Whether both edges of the text are straight.
    pub(crate) justify: bool,
    /// How far the first line of a paragraph stands in.
    pub(crate) indent: Twips,
    /// Heading levels 1 to 4.
    pub(crate) headings: [HeadingLook; 4],
    /// Headings of the first level stand in the middle.
    pub(crate) centred_headings: bool,
    /// A rule runs under headings of the first level.
    pub(crate) heading_rule: bool,
    /// Headings of the first level begin a page.
    pub(crate) new_page: bool,
    /// The first page.
    pub(crate) cover: Cover,
    /// What stands above and below the text; `None` for title, authors and page numbers.
    pub(crate) running: Option<Running>,
}

/// Colours as the format writes them.
#[derive(Debug, Clone)]
pub(crate) struct Colours {
    /// Text; `None` for the reader's own.
    pub(crate) ink: Option<String>,
    /// Headings, rules and links.
    pub(crate) accent: String,
    /// What stands back.
    pub(crate) muted: String,
    /// Thin rules.
    pub(crate) rule: String,
    /// Behind program text.
    pub(crate) code_ground: String,
    /// Behind remarks to everybody and to students; `None` for one of each kind.
    pub(crate) note_ground: Option<String>,
    /// Title of what lecturers alone see, and what is behind it.
    pub(crate) lecturer: (String, String),
}

/// Sizes in half points, lines in 240ths of a line, spaces in [`Twips`].
#[derive(Debug, Clone)]
pub(crate) struct Sizes {
    pub(crate) text: u32,
    pub(crate) line: u32,
    pub(crate) after: Twips,
    pub(crate) title: u32,
    pub(crate) subtitle: u32,
    pub(crate) authors: u32,
    pub(crate) facts: u32,
    pub(crate) contents: u32,
    pub(crate) contents_title: u32,
    pub(crate) table: u32,
    pub(crate) caption: u32,
    pub(crate) code: u32,
    pub(crate) note: u32,
    pub(crate) callout_title: u32,
    pub(crate) running: u32,
}

/// A level of headings: size in half points, spaces in [`Twips`].
#[derive(Debug, Copy, Clone)]
pub(crate) struct HeadingLook {
    pub(crate) size: u32,
    pub(crate) before: Twips,
    pub(crate) after: Twips,
    pub(crate) italic: bool,
}

impl HeadingLook {
    /// From the margin to the words of a numbered heading: 1.6 em holds "W." and a gap in
    /// the widest of the usual faces.
    pub(crate) fn number_width(&self) -> Twips {
        self.size * 16
    }
}

/// The first page.
#[derive(Debug, Clone, Default)]
pub(crate) struct Cover {
    /// Title and identity block have a page of their own.
    pub(crate) own_page: bool,
    /// They have no rules.
    pub(crate) plain: bool,
    /// They stand in the middle.
    pub(crate) centred: bool,
    /// Lines above the title.
    pub(crate) institution: Vec<String>,
    /// A picture above all.
    pub(crate) logo: Option<kuliah_doc::AssetPath>,
    /// How high it is.
    pub(crate) logo_height: Twips,
}

/// The running lines.
#[derive(Debug, Clone)]
pub(crate) struct Running {
    pub(crate) head: Row,
    pub(crate) foot: Row,
    pub(crate) rule: bool,
    pub(crate) first_head: bool,
}

/// Headings, rules and links; 10 : 1 against white.
const ACCENT: &str = "1A456B";
/// What stands back; 6 : 1 against white.
const MUTED: &str = "616166";
/// Headings of a template that says no colour.
const TEXT: &str = "262626";
/// Of Calibri in 10 pt.
const CHARACTER: Twips = 105;
/// Of whatever face a template may bring.
const ANY_CHARACTER: Twips = 130;
/// A heading of a template is taken for no larger, in half points.
const LARGEST_HEADING: u32 = 96;
/// Thin rules.
const RULE: &str = "B9C8D5";

impl Default for Design {
    fn default() -> Self {
        let heading = |size, before, after, italic| HeadingLook {
            size,
            before,
            after,
            italic,
        };
        Self {
            page: Page::default(),
            colours: Colours {
                ink: None,
                accent: ACCENT.to_owned(),
                muted: MUTED.to_owned(),
                rule: RULE.to_owned(),
                code_ground: "F5F6F8".to_owned(),
                note_ground: None,
                lecturer: ("8A4F0D".to_owned(), "FBF4EA".to_owned()),
            },
            sizes: Sizes {
                text: 22,
                line: 276,
                after: 120,
                title: 52,
                subtitle: 28,
                authors: 22,
                facts: 22,
                contents: 22,
                contents_title: 26,
                table: 20,
                caption: 20,
                code: 19,
                note: 18,
                callout_title: 22,
                running: 18,
            },
            character: CHARACTER,
            justify: true,
            indent: 0,
            headings: [
                heading(32, 400, 120, false),
                heading(26, 280, 80, false),
                heading(23, 220, 60, false),
                heading(22, 180, 40, true),
            ],
            centred_headings: false,
            heading_rule: false,
            new_page: false,
            cover: Cover::default(),
            running: None,
        }
    }
}

impl Design {
    /// A theme in the units of the format.
    pub(crate) fn of(theme: &Theme) -> Self {
        let usual = Theme::default();
        let mut design = Self::default();
        design.page_of(theme, &usual);
        design.colours_of(theme, &usual);
        design.sizes_of(theme, &usual);
        design.character = CHARACTER * design.sizes.table / Self::default().sizes.table;
        design.headings_of(theme, &usual);
        design.first_page_of(theme);
        if theme.running() != usual.running() {
            let running = theme.running();
            design.running = Some(Running {
                head: running.head,
                foot: running.foot,
                rule: running.rule,
                first_head: running.first_head,
            });
        }
        design
    }

    /// Goes over to the page of a template, and to the colour and sizes of its headings.
    ///
    /// A colour that is hard to read on white gives way to that of the text.
    pub(crate) fn follow(&mut self, template: &Contents) {
        self.page = template.section.page;
        self.character = ANY_CHARACTER;
        for (level, ours) in self.headings.iter_mut().enumerate() {
            let size = heading(template, level + 1).and_then(|it| it.find("w:sz")?.get("w:val"));
            if let Some(size) = size.and_then(|it| it.parse().ok()) {
                ours.size = u32::min(size, LARGEST_HEADING);
            }
        }
        let colour = heading(template, 1).and_then(|it| it.find("w:color")?.get("w:val"));
        let readable = colour
            .and_then(from_hex)
            .filter(|colour| colour.contrast(Colour::WHITE) >= kuliah_theme::LEAST_CONTRAST);
        self.colours.accent = readable.map_or_else(|| TEXT.to_owned(), hex);
    }

    fn page_of(&mut self, theme: &Theme, usual: &Theme) {
        let (page, usual) = (theme.page(), usual.page());
        let ours = &mut self.page;
        follow(&mut ours.width, page.width, usual.width);
        follow(&mut ours.height, page.height, usual.height);
        let (margins, usual_margins) = (&page.margins, &usual.margins);
        follow(&mut ours.top, margins.top, usual_margins.top);
        follow(&mut ours.bottom, margins.bottom, usual_margins.bottom);
        follow(&mut ours.left, margins.left, usual_margins.left);
        follow(&mut ours.right, margins.right, usual_margins.right);
        // Ours are measured to the edge of the line, those of a theme to its baseline.
        let size = theme.scale().running.size;
        follow(
            &mut ours.header,
            margins.head - size,
            usual_margins.head - size,
        );
        follow(
            &mut ours.footer,
            margins.foot - size * 0.3,
            usual_margins.foot - size * 0.3,
        );
        if page.columns > 1 {
            ours.columns = page.columns.into();
            ours.gap = twips(page.column_gap);
        }
        ours.fit_text();
    }

    fn colours_of(&mut self, theme: &Theme, usual: &Theme) {
        let (theirs, usual) = (theme.colours(), usual.colours());
        let ours = &mut self.colours;
        if theirs.ink != usual.ink {
            ours.ink = Some(hex(theirs.ink));
        }
        if theirs.note_ground != usual.note_ground {
            ours.note_ground = Some(hex(theirs.note_ground));
        }
        for (ours, theirs, usual) in [
            (&mut ours.accent, theirs.accent, usual.accent),
            (&mut ours.muted, theirs.muted, usual.muted),
            (&mut ours.rule, theirs.rule, usual.rule),
            (&mut ours.code_ground, theirs.code_ground, usual.code_ground),
            (&mut ours.lecturer.0, theirs.lecturer, usual.lecturer),
            (
                &mut ours.lecturer.1,
                theirs.lecturer_ground,
                usual.lecturer_ground,
            ),
        ] {
            if theirs != usual {
                *ours = hex(theirs);
            }
        }
    }

    fn sizes_of(&mut self, theme: &Theme, usual: &Theme) {
        let (text, usual_text) = (theme.text(), usual.text());
        self.justify = text.justify;
        self.indent = twips(text.indent);
        let ours = &mut self.sizes;
        if text.kind != usual_text.kind {
            ours.text = half_points(text.kind.size);
            ours.line = line(text.kind);
        }
        follow(&mut ours.after, text.after, usual_text.after);
        let (scale, usual) = (theme.scale(), usual.scale());
        for (ours, theirs, usual) in [
            (&mut ours.title, scale.title, usual.title),
            (&mut ours.subtitle, scale.subtitle, usual.subtitle),
            (&mut ours.authors, scale.authors, usual.authors),
            (&mut ours.facts, scale.identity, usual.identity),
            (&mut ours.contents, scale.contents, usual.contents),
            (
                &mut ours.contents_title,
                scale.contents_title,
                usual.contents_title,
            ),
            (&mut ours.table, scale.table, usual.table),
            (&mut ours.caption, scale.caption, usual.caption),
            (&mut ours.code, scale.code, usual.code),
            (&mut ours.note, scale.note, usual.note),
            (
                &mut ours.callout_title,
                scale.callout_title,
                usual.callout_title,
            ),
            (&mut ours.running, scale.running, usual.running),
        ] {
            if theirs.size.to_bits() != usual.size.to_bits() {
                *ours = half_points(theirs.size);
            }
        }
    }

    fn headings_of(&mut self, theme: &Theme, usual: &Theme) {
        let (headings, usual) = (theme.headings(), usual.headings());
        let levels = headings.levels.iter().zip(&usual.levels);
        for (ours, (theirs, usual)) in self.headings.iter_mut().zip(levels) {
            if theirs.kind != usual.kind {
                ours.size = half_points(theirs.kind.size);
            }
            follow(&mut ours.before, theirs.before, usual.before);
            follow(&mut ours.after, theirs.after, usual.after);
            ours.italic = theirs.italic;
        }
        self.centred_headings = headings.align == Alignment::Center;
        self.heading_rule = headings.rule;
        // Word cannot tell whether a part fits on what is left of a page.
        self.new_page = headings.new_page == kuliah_theme::NewPage::Always;
    }

    fn first_page_of(&mut self, theme: &Theme) {
        let cover = theme.cover();
        self.cover = Cover {
            own_page: cover.kind == CoverKind::Page,
            plain: cover.kind == CoverKind::Plain,
            centred: cover.align == Alignment::Center,
            institution: cover.institution.clone(),
            logo: cover.logo.clone(),
            logo_height: cover.logo.as_ref().map_or(0, |_| twips(cover.logo_height)),
        };
    }
}

/// Takes a length of a theme, in points, where it is not the usual one.
fn follow(ours: &mut Twips, theirs: f32, usual: f32) {
    if theirs.to_bits() != usual.to_bits() {
        *ours = twips(theirs);
    }
}

/// Points as twentieths of a point.
fn twips(points: f32) -> Twips {
    whole(points * 20.0)
}

fn half_points(points: f32) -> u32 {
    whole(points * 2.0).max(2)
}

/// Leading in 240ths of a single line, which is 1.22 times the size in Calibri.
fn line(kind: Type) -> u32 {
    whole(kind.leading / (kind.size * 1.22) * 240.0).max(240)
}

fn whole(length: f32) -> u32 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to lengths of a page; themes are checked"
    )]
    let whole = length.round().clamp(0.0, 31_680.0) as u32;
    whole
}

fn from_hex(text: &str) -> Option<Colour> {
    let number = u32::from_str_radix(text, 16).ok()?;
    let [_, red, green, blue] = number.to_be_bytes();
    (text.len() == 6).then(|| Colour::from_bytes([red, green, blue]))
}

/// The look of a template's headings of a level, from 1.
fn heading(template: &Contents, level: usize) -> Option<&Element> {
    let named = format!("heading {level}");
    let style = template.styles.elements().find(|style| {
        let name = style.find("w:name").and_then(|it| it.get("w:val"));
        name.is_some_and(|it| it.eq_ignore_ascii_case(&named))
    });
    style.and_then(|it| it.find("w:rPr"))
}

fn hex(colour: Colour) -> String {
    let [red, green, blue] = colour.to_bytes();
    format!("{red:02X}{green:02X}{blue:02X}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_theme_is_the_usual_look() {
        let design = Design::of(&Theme::default());
        assert_eq!(format!("{design:?}"), format!("{:?}", Design::default()));
    }

    #[test]
    fn what_a_theme_says_otherwise_is_followed() {
        let theme = Theme::from_toml("[colours]\naccent = \"#003300\"\n[text]\njustify = false\n");
        let design = Design::of(&theme.expect("a theme"));
        assert_eq!(design.colours.accent, "003300");
        assert!(!design.justify);
        assert_eq!(design.page, Page::default());
        assert_eq!(design.sizes.title, 52);
    }

    #[test]
    fn the_shipped_themes_fit_the_page() {
        for name in Theme::names() {
            let page = Design::of(&Theme::named(name).expect(name)).page;
            assert!(page.text * page.columns < page.width, "{name}");
        }
    }
}
