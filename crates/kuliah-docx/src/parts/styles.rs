//! `styles.xml`: every style that the other parts use, named as Word names them.

use kuliah_doc::Numbering;

use super::{fill, right_tab};
use crate::outline::{HEADINGS, LEVELS};
use crate::page::{CALLOUT_PADDING, CELL_PADDING, STEP};
use crate::style::{BIBLIOGRAPHY, CODE, FACT_TAB};

const STYLES: &str = include_str!("styles.xml");

/// Headings, rules and links; 10 : 1 against white.
const ACCENT: &str = "1A456B";
/// What stands back; 6 : 1 against white.
const GREY: &str = "616166";
/// Thin rules.
const LINE: &str = "B9C8D5";

/// Writes the part for a document numbered like that, in that language.
pub(super) fn part(numbering: &Numbering, language: &str) -> Vec<u8> {
    let step = STEP.to_string();
    let values = [
        ("language", language),
        ("accent", ACCENT),
        ("grey", GREY),
        ("line", LINE),
        ("step", &step),
        ("fact", &FACT_TAB.to_string()),
        ("code", &CODE.left.to_string()),
        ("entry", &BIBLIOGRAPHY.left.to_string()),
        ("cell", &CELL_PADDING.to_string()),
        ("width", &right_tab()),
        ("headings", &headings(numbering.levels.len().min(LEVELS))),
        ("contents", &contents()),
        ("callouts", &callouts()),
    ];
    fill(STYLES, &values)
}

/// Size in half points, space before and after in twentieths of a point, by level.
const HEADING_SIZES: [(u32, u32, u32); 4] =
    [(32, 400, 120), (26, 280, 80), (23, 220, 60), (22, 180, 40)];

/// The heading styles; those of numbered levels have a variant without a number.
fn headings(numbered: usize) -> String {
    let styles = (0..LEVELS).map(|level| {
        let plain = (level < numbered).then(|| plain_heading(level));
        heading(level, level < numbered) + &plain.unwrap_or_default()
    });
    styles.collect()
}

fn heading(level: usize, numbered: bool) -> String {
    let numbering = if numbered {
        format!(r#"<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{HEADINGS}"/></w:numPr>"#)
    } else {
        String::new()
    };
    let size = HEADING_SIZES.get(level).copied();
    let (size, before, after) = size.unwrap_or((22, 160, 40));
    // From the fourth level on, size alone does not tell a heading from text.
    let slant = if level < 3 { "" } else { "<w:i/><w:iCs/>" };
    format!(
        concat!(
            r#"<w:style w:type="paragraph" w:styleId="Heading{number}">"#,
            r#"<w:name w:val="heading {number}"/><w:basedOn w:val="Normal"/>"#,
            r#"<w:next w:val="BodyText"/><w:uiPriority w:val="9"/><w:qFormat/>"#,
            r#"<w:pPr><w:keepNext/><w:keepLines/>{numbering}<w:spacing w:before="{before}" "#,
            r#"w:after="{after}" w:line="240" w:lineRule="auto"/>"#,
            r#"<w:outlineLvl w:val="{level}"/></w:pPr><w:rPr><w:b/><w:bCs/>{slant}"#,
            r#"<w:color w:val="{colour}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>"#,
            r#"</w:rPr></w:style>"#,
            "\n"
        ),
        number = level + 1,
        numbering = numbering,
        before = before,
        after = after,
        level = level,
        slant = slant,
        colour = ACCENT,
        size = size
    )
}

fn plain_heading(level: usize) -> String {
    format!(
        concat!(
            r#"<w:style w:type="paragraph" w:customStyle="1" w:styleId="Heading{number}Plain">"#,
            r#"<w:name w:val="Heading {number} Plain"/><w:basedOn w:val="Heading{number}"/>"#,
            r#"<w:next w:val="BodyText"/><w:uiPriority w:val="9"/><w:qFormat/><w:pPr>"#,
            r#"<w:numPr><w:numId w:val="0"/></w:numPr><w:ind w:left="0" w:firstLine="0"/>"#,
            r#"</w:pPr></w:style>"#,
            "\n"
        ),
        number = level + 1
    )
}

/// The styles of the table of contents.
fn contents() -> String {
    (1..=LEVELS).map(contents_level).collect()
}

/// Label, tab, words; and a tab for page numbers, should a reader ask Word for them.
fn contents_level(level: usize) -> String {
    const HANGING: usize = 400;
    let (before, weight) = if level == 1 {
        (60, "<w:rPr><w:b/><w:bCs/></w:rPr>")
    } else {
        (0, "")
    };
    format!(
        concat!(
            r#"<w:style w:type="paragraph" w:styleId="TOC{level}"><w:name w:val="toc {level}"/>"#,
            r#"<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:uiPriority w:val="39"/>"#,
            r#"<w:unhideWhenUsed/><w:pPr><w:tabs><w:tab w:val="left" w:pos="{left}"/>"#,
            r#"<w:tab w:val="right" w:leader="dot" w:pos="{right}"/></w:tabs>"#,
            r#"<w:spacing w:before="{before}" w:after="20" w:line="264" w:lineRule="auto"/>"#,
            r#"<w:ind w:left="{left}" w:right="400" w:hanging="{hanging}"/></w:pPr>"#,
            r#"{weight}</w:style>"#,
            "\n"
        ),
        level = level,
        left = level * HANGING,
        right = right_tab(),
        before = before,
        hanging = HANGING,
        weight = weight
    )
}

/// Name, colour of rule and title, tint; each colour 5 : 1 or more against its tint.
const CALLOUTS: [(&str, &str, &str); 5] = [
    ("Note", "58585E", "F4F4F6"),
    ("Student", "1F6B5E", "EDF5F3"),
    ("Lecturer", "8A4F0D", "FBF4EA"),
    ("Exercise", "1A456B", "EDF2F6"),
    ("Answer", "2F6A38", "F0F6F0"),
];

/// A table style for each kind of callout, and a paragraph style for its title.
fn callouts() -> String {
    let styles = CALLOUTS.map(|(name, colour, tint)| callout(name, colour, tint));
    styles.concat()
}

fn callout(name: &str, colour: &str, tint: &str) -> String {
    format!(
        concat!(
            r#"<w:style w:type="table" w:customStyle="1" w:styleId="Callout{name}">"#,
            r#"<w:name w:val="Callout {name}"/><w:basedOn w:val="TableNormal"/>"#,
            r#"<w:uiPriority w:val="60"/><w:qFormat/><w:tblPr><w:tblBorders>"#,
            r#"<w:left w:val="single" w:sz="24" w:space="0" w:color="{colour}"/></w:tblBorders>"#,
            r#"<w:tblCellMar><w:top w:w="50" w:type="dxa"/><w:left w:w="{side}" w:type="dxa"/>"#,
            r#"<w:bottom w:w="10" w:type="dxa"/><w:right w:w="{side}" w:type="dxa"/>"#,
            r#"</w:tblCellMar></w:tblPr><w:tcPr><w:shd w:val="clear" w:color="auto" "#,
            r#"w:fill="{tint}"/></w:tcPr></w:style>"#,
            "\n",
            r#"<w:style w:type="paragraph" w:customStyle="1" w:styleId="Callout{name}Title">"#,
            r#"<w:name w:val="Callout {name} Title"/><w:basedOn w:val="CalloutText"/>"#,
            r#"<w:next w:val="CalloutText"/><w:uiPriority w:val="60"/><w:qFormat/><w:pPr>"#,
            r#"<w:keepNext/><w:keepLines/><w:spacing w:before="40" w:after="0"/></w:pPr>"#,
            r#"<w:rPr><w:b/><w:bCs/><w:color w:val="{colour}"/></w:rPr></w:style>"#,
            "\n"
        ),
        name = name,
        colour = colour,
        tint = tint,
        side = CALLOUT_PADDING
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::style;
    use crate::xml::{self, Element};

    fn styles() -> Element {
        xml::parse(&part(&Numbering::handout(), "id-ID")).expect("well-formed")
    }

    fn indent(id: &str, name: &str) -> Option<u32> {
        let styles = styles();
        let style = styles.elements().find(|it| it.get("w:styleId") == Some(id));
        let indent = style.expect(id).find("w:pPr")?.find("w:ind")?;
        indent.get(name)?.parse().ok()
    }

    #[test]
    fn indents_are_those_the_writer_reckons_with() {
        for style in [
            style::TITLE,
            style::FACT,
            style::BODY,
            style::QUOTE,
            style::LIST_TEXT,
            style::TERM,
            style::DEFINITION,
            style::TABLE_CAPTION,
            style::FIGURE,
            style::CODE,
            style::CALLOUT,
            style::WRITE_IN,
            style::BIBLIOGRAPHY,
            style::FOOTNOTE,
        ] {
            assert_eq!(
                indent(style.id, "w:left").unwrap_or(0),
                style.left,
                "{style:?}"
            );
            let hanging = indent(style.id, "w:hanging").unwrap_or(0);
            assert_eq!(hanging, style.hanging, "{style:?}");
        }
    }

    #[test]
    fn each_type_has_one_default_and_no_place_is_left_open() {
        let styles = styles();
        for kind in ["paragraph", "character", "table", "numbering"] {
            let defaults = styles
                .elements()
                .filter(|it| it.get("w:type") == Some(kind) && it.get("w:default") == Some("1"));
            assert_eq!(defaults.count(), 1, "{kind}");
        }
        let text = String::from_utf8(part(&Numbering::handout(), "id-ID")).expect("UTF-8");
        assert!(!text.contains("{{") && !text.contains("\"\""));
    }
}
