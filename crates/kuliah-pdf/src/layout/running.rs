//! Running heads, page numbers and the numbers in the table of contents.

use super::contents::NUMBER_COLUMN;
use super::flow::PageReference;
use super::hyphenate::Rules;
use super::inline::Attributes;
use super::lines::Line;
use super::measure::Typesetter;
use crate::font::FaceId;
use crate::number::{length, times};
use crate::page::{Artifact, Item, Mark};
use crate::style;
use crate::tags::ROOT;

/// Of the measure: how much of it the title may take in the running head.
const TITLE_PART: f32 = 0.46;

fn running() -> Attributes {
    Attributes {
        face: FaceId::Sans,
        size: style::RUNNING.size,
        rise: 0.0,
        colour: style::GREY,
        owner: ROOT,
        link: None,
        note: None,
        rules: Rules::Whole,
    }
}

/// Title at the left, section at the right.
pub(crate) fn head(setter: &mut Typesetter<'_>, title: &str, section: &str) -> Vec<Item> {
    let y = style::PAGE_HEIGHT - style::HEAD;
    let room = style::MEASURE;
    let gap = 18.0;
    let right = shortened(setter, section, room * (1.0 - TITLE_PART));
    let left_room = (room - right.width - gap).max(room * TITLE_PART);
    let left = shortened(setter, title, left_room);
    let shift = room - right.width;
    let mut items = decoration(left, 0.0, y, Artifact::Header);
    items.extend(decoration(right, shift, y, Artifact::Header));
    items
}

/// The page number in the middle of the foot.
pub(crate) fn foot(setter: &mut Typesetter<'_>, text: &str) -> Vec<Item> {
    let line = setter.line(text, running(), style::LEFT);
    let shift = (style::MEASURE - line.width) / 2.0;
    decoration(line, shift, style::FOOT, Artifact::Footer)
}

/// A text cut at a word so that it fits, with an ellipsis.
fn shortened(setter: &mut Typesetter<'_>, text: &str, room: f32) -> Line {
    let line = setter.line(text, running(), style::LEFT);
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
    setter.line(&format!("{cut}…"), running(), style::LEFT)
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
    entry: &PageReference,
    number: usize,
    y: f32,
) -> Vec<Item> {
    let style = &entry.style;
    let attributes = Attributes {
        size: style.size,
        colour: style.colour,
        ..running()
    };
    let right = style.x;
    let mut items = leader(setter, attributes, entry.from, right - NUMBER_COLUMN, y);
    let line = setter.line(&number.to_string(), attributes, right);
    for (mut run, _) in line.runs {
        run.x -= line.width;
        run.mark = style.mark.clone();
        run.link = style.link;
        items.push(Item::Text { run, y });
    }
    items
}

/// Dots counted from the right, so that they stand under one another.
fn leader(
    setter: &mut Typesetter<'_>,
    attributes: Attributes,
    from: f32,
    to: f32,
    y: f32,
) -> Vec<Item> {
    let grey = Attributes {
        colour: style::GREY,
        ..attributes
    };
    let dot = setter.line(".", grey, 0.0).width * 2.0;
    let count = times(to - from - dot, dot);
    if count == 0 {
        return Vec::new();
    }
    let mut line = setter.line(&".".repeat(count), grey, to - length(count) * dot);
    for (run, _) in &mut line.runs {
        for glyph in &mut run.glyphs {
            glyph.advance = dot * 1000.0 / run.size;
        }
    }
    decoration(line, 0.0, y, Artifact::Layout)
}
