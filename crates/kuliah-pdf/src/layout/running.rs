//! Running heads, page numbers and the numbers in the table of contents.

use super::contents::NUMBER_COLUMN;
use super::flow::PageReference;
use super::hyphenate::Rules;
use super::inline::Attributes;
use super::lines::Line;
use super::measure::Typesetter;
use crate::font::FaceId;
use crate::number::{length, times};
use crate::page::{Artifact, Glyph, Item, Mark};
use crate::style::Style;
use crate::tags::ROOT;

/// Of the measure: how much of it the title may take in the running head.
const TITLE_PART: f32 = 0.46;

fn running(style: &Style) -> Attributes {
    Attributes {
        face: FaceId::Sans,
        size: style.running_text.size,
        rise: 0.0,
        colour: style.grey,
        owner: ROOT,
        link: None,
        note: None,
        rules: Rules::Whole,
        columns: false,
    }
}

/// A running line on a baseline; of three texts that do not fit, the outer ones are cut.
pub(crate) fn row(
    setter: &mut Typesetter<'_>,
    style: &Style,
    texts: [&str; 3],
    y: f32,
    kind: Artifact,
) -> Vec<Item> {
    let [left, center, right] = texts;
    let room = style.measure;
    let gap = 2.1 * style.running_text.size;
    let center = setter.line(center, running(style), style.left);
    let (left_part, right_part) = if center.width > 0.0 {
        let side = ((room - center.width) / 2.0 - gap).max(0.0);
        (side, side)
    } else if left.is_empty() {
        (0.0, room)
    } else {
        (room * TITLE_PART, room * (1.0 - TITLE_PART))
    };
    let right = shortened(setter, style, right, right_part);
    let left_room = if center.width > 0.0 {
        left_part
    } else {
        (room - right.width - gap).max(left_part)
    };
    let left = shortened(setter, style, left, left_room);
    let middle = (room - center.width) / 2.0;
    let end = room - right.width;
    let mut items = decoration(left, 0.0, y, kind);
    items.extend(decoration(center, middle, y, kind));
    items.extend(decoration(right, end, y, kind));
    items
}

/// A text cut at a word so that it fits, with an ellipsis.
fn shortened(setter: &mut Typesetter<'_>, style: &Style, text: &str, room: f32) -> Line {
    let line = setter.line(text, running(style), style.left);
    if line.width <= room {
        return line;
    }
    let part = room / line.width;
    let keep = times(length(text.chars().count()) * part, 1.0).saturating_sub(2);
    let mut cut: String = text.chars().take(keep).collect();
    if let Some(at) = cut.rfind(' ').filter(|at| *at * 2 > cut.len()) {
        cut.truncate(at);
    }
    let cut = cut.trim_end_matches([' ', ',', ':', ';', '-', '–']);
    setter.line(&format!("{cut}…"), running(style), style.left)
}

fn decoration(line: Line, shift: f32, y: f32, kind: Artifact) -> Vec<Item> {
    let runs = line.runs.into_iter().map(|(mut run, rise)| {
        run.x += shift;
        run.mark = Mark::Artifact(kind);
        Item::Text { run, y: y + rise }
    });
    runs.collect()
}

/// Leader and page number of an entry; `y` is its baseline.
pub(crate) fn page_number(
    setter: &mut Typesetter<'_>,
    style: &Style,
    entry: &PageReference,
    number: usize,
    y: f32,
) -> Vec<Item> {
    let number_style = &entry.style;
    let attributes = Attributes {
        size: number_style.size,
        colour: number_style.colour,
        ..running(style)
    };
    let right = number_style.x;
    let mut items = leader(
        setter,
        style,
        attributes,
        entry.from,
        right - NUMBER_COLUMN,
        y,
    );
    let line = setter.line(&number.to_string(), attributes, right);
    for (mut run, _) in line.runs {
        run.x -= line.width;
        run.mark = number_style.mark.clone();
        run.link = number_style.link;
        items.push(Item::Text { run, y });
    }
    items
}

/// Dots counted from the right, so that they stand under one another.
fn leader(
    setter: &mut Typesetter<'_>,
    style: &Style,
    attributes: Attributes,
    from: f32,
    to: f32,
    y: f32,
) -> Vec<Item> {
    let grey = Attributes {
        colour: style.grey,
        ..attributes
    };
    let mut line = setter.line(".", grey, 0.0);
    let dot = line.width * 2.0;
    let count = times(to - from - dot, dot);
    if count == 0 {
        return Vec::new();
    }
    for (run, _) in &mut line.runs {
        run.x = to - length(count) * dot;
        let advance = dot * 1000.0 / run.size;
        let dots = run.glyphs.first().map(|it| Glyph { advance, ..*it });
        run.glyphs = dots.map_or_else(Vec::new, |it| vec![it; count]);
    }
    decoration(line, 0.0, y, Artifact::Layout)
}
