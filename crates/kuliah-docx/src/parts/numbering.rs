//! `numbering.xml`: how headings and lists are numbered.

use std::fmt::Write as _;

use kuliah_doc::{NumberFormat, Numbering};

use crate::body::list_indent;
use crate::design::{Design, HeadingLook};
use crate::lists::{BULLETS, Lists, NUMBERS};
use crate::outline::{HEADINGS, LEVELS};
use crate::page::STEP;
use crate::template::{Merged, Taken};
use crate::xml::{self, Element, Node};

/// The marks of bulleted lists, in turn.
const MARKS: [char; 3] = ['\u{2022}', '\u{2013}', '\u{25aa}'];

/// Writes the part: definitions first, then the lists that follow them.
///
/// Every definition has all nine levels and a number of its own; Word repairs files
/// in which either is missing.
pub(super) fn part(numbering: &Numbering, lists: &Lists, design: &Design) -> Vec<u8> {
    let mut out = String::from(concat!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
        "<w:numbering xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">",
    ));
    headings(&mut out, numbering, design);
    bullets(&mut out);
    for definition in lists.definitions() {
        numbers(&mut out, definition);
    }
    for list in [HEADINGS, BULLETS, NUMBERS] {
        add(
            &mut out,
            format_args!(r#"<w:num w:numId="{list}"><w:abstractNumId w:val="{list}"/></w:num>"#),
        );
    }
    for instance in lists.instances() {
        let start = instance.start;
        add(
            &mut out,
            format_args!(
                concat!(
                    r#"<w:num w:numId="{}"><w:abstractNumId w:val="{}"/><w:lvlOverride w:ilvl="{}">"#,
                    r#"<w:startOverride w:val="{}"/></w:lvlOverride></w:num>"#
                ),
                start.list, instance.definition, start.level, start.number
            ),
        );
    }
    out.push_str("</w:numbering>");
    out.into_bytes()
}

/// Adds the lists of a template to ours, and names our styles as the file does.
///
/// # Errors
///
/// When our own part is not well-formed, which a test rules out.
pub(super) fn beside(
    ours: &[u8],
    taken: &Taken,
    styles: &Merged,
) -> Result<Vec<u8>, quick_xml::Error> {
    let mut root = xml::parse(ours)?;
    styles.rename(&mut root);
    let own = |name: &str| {
        let all = root.elements().filter(move |it| it.name == name);
        all.cloned().collect::<Vec<_>>()
    };
    let definitions = own("w:abstractNum")
        .into_iter()
        .chain(taken.definitions.clone());
    let lists = own("w:num").into_iter().chain(taken.lists.clone());
    let children = definitions.chain(lists).map(Node::Element).collect();
    let whole = Element { children, ..root };
    Ok(whole.to_part())
}

fn headings(out: &mut String, numbering: &Numbering, design: &Design) {
    open(out, HEADINGS, "multilevel");
    for level in 0..LEVELS {
        let format = numbering.levels.get(level).copied();
        let style = format.map(|_| format!("Heading{}", level + 1));
        let look = design.headings.get(level).filter(|_| format.is_some());
        let indent = look.map_or(STEP, HeadingLook::number_width);
        add_level(
            out,
            &Level {
                index: level,
                format: format_name(format.unwrap_or(NumberFormat::Decimal)),
                style: style.as_deref(),
                text: &format!("%{}.", level + 1),
                left: indent,
                hanging: indent,
            },
        );
    }
    out.push_str("</w:abstractNum>");
}

fn bullets(out: &mut String) {
    open(out, BULLETS, "hybridMultilevel");
    for (level, mark) in (0..LEVELS).zip(MARKS.into_iter().cycle()) {
        add_level(
            out,
            &Level {
                index: level,
                format: "bullet",
                style: (level == 0).then_some("ListBullet"),
                text: &mark.to_string(),
                left: list_indent(level),
                hanging: STEP,
            },
        );
    }
    out.push_str("</w:abstractNum>");
}

/// Decimal at every level: "1." is what each export shows.
fn numbers(out: &mut String, definition: usize) {
    open(out, definition, "hybridMultilevel");
    for level in 0..LEVELS {
        add_level(
            out,
            &Level {
                index: level,
                format: "decimal",
                style: (level == 0 && definition == NUMBERS).then_some("ListNumber"),
                text: &format!("%{}.", level + 1),
                left: list_indent(level),
                hanging: STEP,
            },
        );
    }
    out.push_str("</w:abstractNum>");
}

fn open(out: &mut String, definition: usize, kind: &str) {
    add(
        out,
        format_args!(
            concat!(
                r#"<w:abstractNum w:abstractNumId="{0}"><w:nsid w:val="4B55{0:04X}"/>"#,
                r#"<w:multiLevelType w:val="{1}"/><w:tmpl w:val="4C41{0:04X}"/>"#
            ),
            definition, kind
        ),
    );
}

struct Level<'a> {
    index: usize,
    format: &'a str,
    style: Option<&'a str>,
    text: &'a str,
    left: u32,
    hanging: u32,
}

fn add_level(out: &mut String, level: &Level<'_>) {
    add(
        out,
        format_args!(
            r#"<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="{}"/>"#,
            level.index, level.format
        ),
    );
    if let Some(style) = level.style {
        add(out, format_args!(r#"<w:pStyle w:val="{style}"/>"#));
    }
    add(
        out,
        format_args!(
            concat!(
                r#"<w:lvlText w:val="{}"/><w:lvlJc w:val="left"/>"#,
                r#"<w:pPr><w:ind w:left="{}" w:hanging="{}"/></w:pPr></w:lvl>"#
            ),
            level.text, level.left, level.hanging
        ),
    );
}

fn format_name(format: NumberFormat) -> &'static str {
    match format {
        NumberFormat::UpperLetter => "upperLetter",
        NumberFormat::Decimal => "decimal",
        NumberFormat::LowerLetter => "lowerLetter",
        NumberFormat::LowerRoman => "lowerRoman",
    }
}

fn add(out: &mut String, text: std::fmt::Arguments<'_>) {
    // Writing to a string cannot fail.
    let _ = out.write_fmt(text);
}
