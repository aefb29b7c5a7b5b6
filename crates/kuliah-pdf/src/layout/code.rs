//! Program text: every blank kept, lines cut where they are wider than the page, and marked there.

use kuliah_doc::Code;

use super::flow::{Keep, Strip};
use super::hyphenate::Rules;
use super::inline::{Attributes, Part};
use super::paragraph::Spacing;
use super::{Layout, Room};
use crate::font::FaceId;
use crate::page::{Artifact, Glyph, GlyphText, Item, Mark, Run};
use crate::style::{self, Type};

/// At the start of a line that goes on from the one before.
const WRAPPED: &str = "→";
/// Program text of no more lines stays on one page when it can.
const WHOLE: usize = 16;
/// Lines at the start and end of program text that stay together.
const TOGETHER: usize = 3;

impl<'a> Layout<'a> {
    pub(crate) fn code(&mut self, code: &'a Code, room: Room) {
        self.flush_label(room);
        self.flow.space(self.style.around_display);
        let element = self.tree.block("Div", room.parent);
        if let Some(caption) = &code.caption {
            self.caption(caption, element, room);
            self.flow.keep(Keep::Bound);
        }
        let paragraph = self.tree.block("P", element);
        let owner = self.tree.block("Code", paragraph);
        let frame = self.frame(room, Some(self.style.code_tint), None);
        let inside = self.framed(room, frame, owner);
        self.flow.space(self.style.caption_gap);
        self.flow.pad(self.style.frame_pad);
        let attributes = Attributes {
            face: FaceId::Code,
            size: self.style.code.size,
            rules: Rules::Code,
            ..inside.text(owner)
        };
        let mut strips = Vec::new();
        for line in &code.lines {
            self.code_line(line.as_str(), attributes, inside, &mut strips);
        }
        let count = strips.len();
        // Empty lines are no company for the first and the last one.
        let filled =
            || (0..count).filter(|it| strips.get(*it).is_some_and(|it| !it.items.is_empty()));
        let first = filled().nth(TOGETHER - 1).unwrap_or(count);
        let last = filled().nth_back(TOGETHER - 1).unwrap_or(0);
        for (index, mut strip) in strips.into_iter().enumerate() {
            let edge = index < first || index >= last;
            if index + 1 == count {
                strip.keep = Keep::Free;
            } else if edge {
                strip.keep = Keep::Bound;
            } else if count <= WHOLE {
                strip.keep = strip.keep.max(Keep::Group);
            }
            self.flow.push(strip);
        }
        self.flow.space(self.style.around_display);
        self.flow.pad(self.style.frame_pad);
    }

    /// One line of program text, as many strips as it needs.
    fn code_line(&mut self, text: &str, at: Attributes, room: Room, out: &mut Vec<Strip>) {
        let kind = self.style.code;
        let y = -kind.leading * style::BASELINE;
        let glyphs = self.code_glyphs(text, at, room);
        let blanks = glyphs.iter().take_while(|it| is_blank(it)).map(Run::width);
        let indent = blanks.sum::<f32>().min(room.width / 2.0);
        let grey = Attributes {
            colour: self.style.grey,
            ..at
        };
        let mark = self.setter.line(WRAPPED, grey, room.left + indent);
        let space = self.setter.fonts.face(FaceId::Code).space;
        let hang = indent + mark.width + 2.0 * space * at.size / 1000.0;
        let mut rest = glyphs.as_slice();
        let mut items: Vec<Item> = Vec::new();
        let mut left = 0.0;
        loop {
            let cut = cut(rest, room.width - left);
            let (now, later) = rest.split_at_checked(cut).unwrap_or((rest, &[]));
            join(now, room.left + left, y, &mut items);
            if later.is_empty() {
                break;
            }
            out.push(Strip {
                keep: Keep::Hyphen,
                ..strip(std::mem::take(&mut items), kind, room)
            });
            items.extend(mark.runs.iter().map(|(run, _)| {
                let mark = Mark::Artifact(Artifact::Layout);
                let run = Run {
                    mark,
                    ..run.clone()
                };
                Item::Text { run, y }
            }));
            left = hang;
            rest = later;
        }
        if let Some(Item::Text { run, .. }) = items.last_mut()
            && matches!(run.mark, Mark::Element(_))
        {
            self.setter.push_blank(run);
        }
        out.push(strip(items, kind, room));
    }

    /// The glyphs of a line of program text, each as a run of its own.
    fn code_glyphs(&mut self, text: &str, at: Attributes, room: Room) -> Vec<Run> {
        let parts = [Part::Text(text.to_owned(), at)];
        let paragraph = self.setter.measure(&parts, Spacing::Ragged);
        self.report_missing(&paragraph.missing);
        let runs = paragraph.glyphs.into_iter().map(|set| {
            let mark = match set.actual {
                Some(words) => Mark::Actual(at.owner, words),
                None => Mark::Element(at.owner),
            };
            Run {
                face: set.face,
                glyphs: vec![set.glyph],
                mark,
                ..at.run(room.left)
            }
        });
        runs.collect()
    }
}

fn is_blank(run: &Run) -> bool {
    let blank = |it: &Glyph| it.text == GlyphText::One(' ');
    run.glyphs.first().is_some_and(blank)
}

/// Puts runs side by side from `x`, those of one face and owner as one.
fn join(runs: &[Run], mut x: f32, y: f32, items: &mut Vec<Item>) {
    for next in runs {
        let width = next.width();
        match items.last_mut() {
            Some(Item::Text { run, .. })
                if run.face == next.face
                    && run.mark == next.mark
                    && matches!(run.mark, Mark::Element(_)) =>
            {
                run.glyphs.extend(next.glyphs.iter().copied());
            }
            _ => items.push(Item::Text {
                run: Run { x, ..next.clone() },
                y,
            }),
        }
        x += width;
    }
}

/// How many runs fit; a cut behind a blank in the second half is preferred.
fn cut(runs: &[Run], width: f32) -> usize {
    let mut x = 0.0;
    let mut blank = 0;
    for (index, run) in runs.iter().enumerate() {
        x += run.width();
        if is_blank(run) {
            blank = index + 1;
        } else if x > width {
            return if blank * 2 > index {
                blank
            } else {
                index.max(1)
            };
        }
    }
    runs.len()
}

fn strip(items: Vec<Item>, kind: Type, room: Room) -> Strip {
    Strip {
        height: kind.leading,
        items,
        frame: room.frame,
        ..Strip::default()
    }
}
