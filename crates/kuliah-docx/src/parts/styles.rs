//! `styles.xml`: every style that the other parts use, named as Word names them.

use kuliah_doc::Numbering;

use super::fill;
use crate::design::{Colours, Design, HeadingLook, Sizes};
use crate::outline::{HEADINGS, LEVELS};
use crate::page::{CALLOUT_PADDING, CELL_PADDING, STEP, Twips};
use crate::style::{BIBLIOGRAPHY, CODE, FACT_TAB};

const STYLES: &str = include_str!("styles.xml");

/// Writes the part for a document numbered like that, in that language and look.
pub(super) fn part(numbering: &Numbering, language: &str, design: &Design) -> Vec<u8> {
    let text = |number: u32| number.to_string();
    let (colours, sizes, cover) = (&design.colours, &design.sizes, &design.cover);
    let usual = Design::default().sizes;
    let values = [
        ("language", language.to_owned()),
        ("ink", ink(colours)),
        ("accent", colours.accent.clone()),
        ("grey", colours.muted.clone()),
        ("line", colours.rule.clone()),
        ("codeground", colours.code_ground.clone()),
        ("text", text(sizes.text)),
        ("after", text(sizes.after)),
        ("linepitch", text(sizes.line)),
        ("body", body(design)),
        ("title", text(sizes.title)),
        ("subtitle", text(sizes.subtitle)),
        ("authors", own_size(sizes.authors, usual.authors)),
        ("facts", own_size(sizes.facts, usual.facts)),
        ("caption", text(sizes.caption)),
        ("codesize", text(sizes.code)),
        ("verbatim", text(sizes.text.saturating_sub(2).max(2))),
        ("contentstitle", text(sizes.contents_title)),
        ("running", text(sizes.running)),
        ("note", text(sizes.note)),
        ("table", text(sizes.table)),
        ("cover", cover_styles(design)),
        ("front", centred(cover.centred)),
        ("factrules", fact_rules(design)),
        ("step", text(STEP)),
        ("fact", text(FACT_TAB)),
        ("code", text(CODE.left)),
        ("entry", text(BIBLIOGRAPHY.left)),
        ("cell", text(CELL_PADDING)),
        ("width", text(design.page.whole)),
        ("centretab", centre_tab(design)),
        ("headrule", head_rule(design)),
        ("foot", foot(design)),
        (
            "headings",
            headings(numbering.levels.len().min(LEVELS), design),
        ),
        ("contents", contents(design, &usual)),
        ("callouts", callouts(design)),
    ];
    let values = values
        .each_ref()
        .map(|(name, value)| (*name, value.as_str()));
    fill(STYLES, &values)
}

fn ink(colours: &Colours) -> String {
    let ink = colours.ink.as_ref();
    ink.map(|it| format!(r#"<w:color w:val="{it}"/>"#))
        .unwrap_or_default()
}

/// The styles of what a theme puts above the title; none where it puts nothing there.
fn cover_styles(design: &Design) -> String {
    let cover = &design.cover;
    if cover.logo.is_none() && cover.institution.is_empty() {
        return String::new();
    }
    let after = if cover.own_page { 2_400 } else { 200 };
    format!(
        concat!(
            r#"<w:style w:type="paragraph" w:customStyle="1" w:styleId="Logo">"#,
            r#"<w:name w:val="Logo"/><w:basedOn w:val="Normal"/><w:next w:val="Institution"/>"#,
            r#"<w:uiPriority w:val="10"/><w:pPr><w:keepNext/>"#,
            r#"<w:spacing w:after="120" w:line="240" w:lineRule="auto"/>{centre}</w:pPr></w:style>"#,
            "\n",
            r#"<w:style w:type="paragraph" w:customStyle="1" w:styleId="Institution">"#,
            r#"<w:name w:val="Institution"/><w:basedOn w:val="Normal"/><w:next w:val="Title"/>"#,
            r#"<w:uiPriority w:val="10"/><w:pPr><w:keepNext/>"#,
            r#"<w:spacing w:after="{after}" w:line="240" w:lineRule="auto"/>"#,
            r#"<w:contextualSpacing/>{centre}</w:pPr>"#,
            r#"<w:rPr><w:color w:val="{colour}"/></w:rPr></w:style>"#,
            "\n"
        ),
        centre = centred(cover.centred),
        after = after,
        colour = design.colours.muted
    )
}

/// The size of a style; nothing where it is that of all text.
fn own_size(size: u32, usual: u32) -> String {
    if size == usual {
        return String::new();
    }
    format!(r#"<w:rPr><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>"#)
}

fn body(design: &Design) -> String {
    let indent = match design.indent {
        0 => String::new(),
        indent => format!(r#"<w:ind w:firstLine="{indent}"/>"#),
    };
    let edges = if design.justify {
        r#"<w:jc w:val="both"/>"#
    } else {
        ""
    };
    if indent.is_empty() && edges.is_empty() {
        return String::new();
    }
    format!("<w:pPr>{indent}{edges}</w:pPr>")
}

fn centred(on: bool) -> String {
    let centre = r#"<w:jc w:val="center"/>"#;
    if on { centre.to_owned() } else { String::new() }
}

fn rule(edge: &str, space: u32, colour: &str) -> String {
    format!(r#"<w:{edge} w:val="single" w:sz="6" w:space="{space}" w:color="{colour}"/>"#)
}

fn fact_rules(design: &Design) -> String {
    if design.cover.plain {
        return String::new();
    }
    let accent = &design.colours.accent;
    let rules = rule("top", 6, accent) + &rule("bottom", 6, accent);
    format!("<w:pBdr>{rules}</w:pBdr>")
}

fn head_rule(design: &Design) -> String {
    match &design.running {
        Some(running) if running.rule => {
            let rule = rule("bottom", 4, &design.colours.rule);
            format!("<w:pBdr>{rule}</w:pBdr>")
        }
        _ => String::new(),
    }
}

/// Running lines of a theme have a middle.
fn centre_tab(design: &Design) -> String {
    let middle = design.page.whole / 2;
    let tab = format!(r#"<w:tab w:val="center" w:pos="{middle}"/>"#);
    design.running.as_ref().map(|_| tab).unwrap_or_default()
}

/// Page numbers stand in the middle, the running line of a theme from edge to edge.
fn foot(design: &Design) -> String {
    let spacing = r#"<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>"#;
    if design.running.is_none() {
        return format!("{spacing}{}", centred(true));
    }
    let tabs = centre_tab(design);
    let right = design.page.whole;
    format!(r#"<w:tabs>{tabs}<w:tab w:val="right" w:pos="{right}"/></w:tabs>{spacing}"#)
}

/// The heading styles; those of numbered levels have a variant without a number.
fn headings(numbered: usize, design: &Design) -> String {
    let styles = (0..LEVELS).map(|level| {
        let plain = (level < numbered).then(|| plain_heading(level));
        heading(level, level < numbered, design) + &plain.unwrap_or_default()
    });
    styles.collect()
}

/// Headings below the fourth level, of which courses have none.
const DEEPER: HeadingLook = HeadingLook {
    size: 22,
    before: 160,
    after: 40,
    italic: true,
};

fn heading(level: usize, numbered: bool, design: &Design) -> String {
    let numbering = if numbered {
        format!(r#"<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{HEADINGS}"/></w:numPr>"#)
    } else {
        String::new()
    };
    let look = design.headings.get(level).copied().unwrap_or(DEEPER);
    let slant = if look.italic { "<w:i/><w:iCs/>" } else { "" };
    let first = level == 0;
    let page = if first && design.new_page {
        "<w:pageBreakBefore/>"
    } else {
        ""
    };
    let rule = if first && design.heading_rule {
        format!(
            "<w:pBdr>{}</w:pBdr>",
            rule("bottom", 3, &design.colours.rule)
        )
    } else {
        String::new()
    };
    format!(
        concat!(
            r#"<w:style w:type="paragraph" w:styleId="Heading{number}">"#,
            r#"<w:name w:val="heading {number}"/><w:basedOn w:val="Normal"/>"#,
            r#"<w:next w:val="BodyText"/><w:uiPriority w:val="9"/><w:qFormat/>"#,
            r#"<w:pPr><w:keepNext/><w:keepLines/>{page}{numbering}{rule}"#,
            r#"<w:spacing w:before="{before}" "#,
            r#"w:after="{after}" w:line="240" w:lineRule="auto"/>{centre}"#,
            r#"<w:outlineLvl w:val="{level}"/></w:pPr><w:rPr><w:b/><w:bCs/>{slant}"#,
            r#"<w:color w:val="{colour}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>"#,
            r#"</w:rPr></w:style>"#,
            "\n"
        ),
        number = level + 1,
        page = page,
        numbering = numbering,
        rule = rule,
        before = look.before,
        after = look.after,
        centre = centred(first && design.centred_headings),
        level = level,
        slant = slant,
        colour = design.colours.accent,
        size = look.size
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
fn contents(design: &Design, usual: &Sizes) -> String {
    let size = own_size(design.sizes.contents, usual.contents);
    let size = size.replace("<w:rPr>", "").replace("</w:rPr>", "");
    let right = design.page.text;
    let level = |level| contents_level(level, right, &size);
    (1..=LEVELS).map(level).collect()
}

/// Label, tab, words; and a tab for page numbers, should a reader ask Word for them.
fn contents_level(level: usize, right: Twips, size: &str) -> String {
    const HANGING: usize = 400;
    let (before, weight) = if level == 1 {
        (60, "<w:b/><w:bCs/>")
    } else {
        (0, "")
    };
    let look = format!("{weight}{size}");
    let look = if look.is_empty() {
        look
    } else {
        format!("<w:rPr>{look}</w:rPr>")
    };
    format!(
        concat!(
            r#"<w:style w:type="paragraph" w:styleId="TOC{level}"><w:name w:val="toc {level}"/>"#,
            r#"<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:uiPriority w:val="39"/>"#,
            r#"<w:unhideWhenUsed/><w:pPr><w:tabs><w:tab w:val="left" w:pos="{left}"/>"#,
            r#"<w:tab w:val="right" w:leader="dot" w:pos="{right}"/></w:tabs>"#,
            r#"<w:spacing w:before="{before}" w:after="20" w:line="264" w:lineRule="auto"/>"#,
            r#"<w:ind w:left="{left}" w:right="400" w:hanging="{hanging}"/></w:pPr>"#,
            r#"{look}</w:style>"#,
            "\n"
        ),
        level = level,
        left = level * HANGING,
        right = right,
        before = before,
        hanging = HANGING,
        look = look
    )
}

/// Name, colour of rule and title, tint; each colour 5 : 1 or more against its tint.
const CALLOUTS: [(&str, &str, &str); 5] = [
    ("Note", "58585E", "F4F4F6"),
    ("Student", "1F6B5E", "EDF5F3"),
    ("Lecturer", "", ""),
    ("Exercise", "1A456B", "EDF2F6"),
    ("Answer", "2F6A38", "F0F6F0"),
];

/// A table style for each kind of callout, and a paragraph style for its title.
///
/// A theme with a ground of its own for remarks gives it to all of them but the lecturers',
/// with titles in its accent, which it has checked against that ground.
fn callouts(design: &Design) -> String {
    let colours = &design.colours;
    let (lecturer, lecturer_ground) = &colours.lecturer;
    let styles = CALLOUTS.map(|(name, colour, tint)| {
        let (colour, tint) = match (name, &colours.note_ground) {
            ("Lecturer", _) => (lecturer.as_str(), lecturer_ground.as_str()),
            (_, Some(ground)) => (colours.accent.as_str(), ground.as_str()),
            ("Exercise", None) => (colours.accent.as_str(), tint),
            _ => (colour, tint),
        };
        callout(name, colour, tint, design)
    });
    styles.concat()
}

fn callout(name: &str, colour: &str, tint: &str, design: &Design) -> String {
    let size = own_size(
        design.sizes.callout_title,
        Design::default().sizes.callout_title,
    );
    let size = size.replace("<w:rPr>", "").replace("</w:rPr>", "");
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
            r#"<w:rPr><w:b/><w:bCs/><w:color w:val="{colour}"/>{size}</w:rPr></w:style>"#,
            "\n"
        ),
        name = name,
        colour = colour,
        tint = tint,
        side = CALLOUT_PADDING,
        size = size
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::style;
    use crate::xml::{self, Element};

    fn styles() -> Element {
        xml::parse(&part(&Numbering::handout(), "id-ID", &Design::default())).expect("well-formed")
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
        let text = String::from_utf8(part(&Numbering::handout(), "id-ID", &Design::default()))
            .expect("UTF-8");
        assert!(!text.contains("{{") && !text.contains("\"\""));
    }
}
