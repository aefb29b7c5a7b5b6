//! What is set apart: figures, callouts, lines to write on.

use kuliah_doc::{Callout, CalloutKind, ExportError, Figure};
use kuliah_source::Message;

use super::flow::{Frame, FrameId, Keep, Strip};
use super::inline::Attributes;
use super::text::Setting;
use super::{Layout, NOT_SHOWN, Room};
use crate::font::FaceId;
use crate::number::length;
use crate::page::{Area, Colour, Item};
use crate::style;
use crate::tags::ElementId;

/// A box for a picture that cannot be shown.
const NO_PICTURE: [f32; 2] = [220.0, 90.0];

/// What a picture is to those who cannot see it: the author's words, else its caption, else the
/// name of its file. No picture may be without (ISO 14289-1, 7.3).
fn description(figure: &Figure) -> String {
    let said = figure.alt.as_ref().map(ToString::to_string);
    let caption = figure.caption.as_ref();
    let caption = caption.map(|it| kuliah_doc::inline_text(&it.content));
    let words = [said, caption].into_iter().flatten();
    let mut words = words.filter(|it| !it.trim().is_empty());
    words.next().unwrap_or_else(|| {
        let path = figure.source.as_str();
        path.rsplit('/').next().unwrap_or(path).to_owned()
    })
}

impl<'a> Layout<'a> {
    /// A frame as wide as a room.
    pub(crate) fn frame(
        &mut self,
        room: Room,
        fill: Option<Colour>,
        bar: Option<Colour>,
    ) -> FrameId {
        self.frames.push(Frame {
            left: room.left,
            right: room.right(),
            fill,
            bar,
            outer: room.frame,
        });
        FrameId(self.frames.len() - 1)
    }

    /// The room inside a frame.
    pub(crate) fn framed(&self, room: Room, frame: FrameId, parent: ElementId) -> Room {
        let inner = room.indented(self.style.frame_side, self.style.frame_side);
        Room {
            frame: Some(frame),
            ..inner.within(parent)
        }
    }

    pub(crate) fn callout(&mut self, callout: &'a Callout, room: Room) -> Result<(), ExportError> {
        self.flush_label(room);
        let element = self.tree.block("Div", room.parent);
        let (fill, bar) = match callout.kind {
            CalloutKind::Note | CalloutKind::Student => {
                (Some(self.style.note_tint), self.style.accent)
            }
            CalloutKind::Lecturer | CalloutKind::Answer => {
                (Some(self.style.lecturer_tint), self.style.lecturer)
            }
            CalloutKind::Exercise => (None, self.style.accent),
        };
        let frame = self.frame(room, fill, Some(bar));
        let inside = self.framed(room, frame, element);
        self.flow.space(self.style.around_display);
        self.flow.pad(self.style.frame_pad);
        let start = self.flow.strips.len();
        let owner = self.tree.block("P", element);
        let attributes = Attributes {
            face: FaceId::SansBold,
            colour: bar,
            ..inside.sans(owner, self.style.callout_title)
        };
        let kind = self.style.callout_title;
        let parts = self.parts(&callout.title, attributes);
        let lines = self.lines(&parts, inside, Setting::RAGGED);
        for line in lines {
            self.push_lines(vec![line], kind, inside);
            self.flow.keep(Keep::Bound);
        }
        self.flow.space(2.0 * self.style.unit);
        self.blocks(&callout.blocks, inside)?;
        self.flow.keep_short(start, self.style.height * style::KEPT);
        self.flow.tighten(0.0);
        self.flow.space(self.style.around_display);
        self.flow.pad(self.style.frame_pad);
        Ok(())
    }

    pub(crate) fn write_in(&mut self, lines: u8, room: Room) {
        self.flush_label(room);
        for index in 0..lines {
            let rule = Item::Rule {
                left: room.left,
                right: room.right(),
                y: -style::WRITE_IN,
                weight: style::ROW_RULE,
                colour: self.style.grey,
            };
            self.flow.push(Strip {
                height: style::WRITE_IN,
                items: vec![rule],
                frame: room.frame,
                keep: if lines > 1 && (index == 0 || index == lines - 2) {
                    Keep::Group
                } else {
                    Keep::Free
                },
                ..Strip::default()
            });
        }
        self.flow.space(self.style.around_display);
    }

    pub(crate) fn figure(&mut self, figure: &'a Figure, room: Room) -> Result<(), ExportError> {
        self.flush_label(room);
        let outer = self.tree.block("Div", room.parent);
        let element = self.tree.block("Figure", outer);
        let caption = figure.caption.as_ref();
        let alt = description(figure);
        if let Some(it) = self.tree.get_mut(element) {
            it.alt = Some(alt);
        }
        self.flow.space(self.style.around_display);
        let id = self.pictures.add(&figure.source, self.assets)?;
        let shown = self.pictures.get(id).is_some_and(|it| it.image.is_ok());
        if let Some(why) = self.pictures.get(id).and_then(|it| it.image.as_ref().err()) {
            let message = Message::new(why.key()).with("path", figure.source.as_str());
            self.report(NOT_SHOWN, message, "export/not-shown.help");
        }
        let size = self.pictures.size(id).map_or(NO_PICTURE, |size| {
            fitted(size, room.width, self.style.height * style::PICTURE_HEIGHT)
        });
        let [width, height] = if shown { size } else { NO_PICTURE };
        let area = Area {
            left: room.left,
            bottom: -height,
            right: room.left + width,
            top: 0.0,
        };
        let mut items = vec![Item::Picture {
            picture: id,
            area,
            element,
        }];
        if !shown {
            let colour = self.style.code_tint;
            items.insert(0, Item::Fill { area, colour });
            items.push(self.no_picture(figure.source.as_str(), element, area, room));
        }
        self.flow.push(Strip {
            height,
            items,
            frame: room.frame,
            ..Strip::default()
        });
        if let Some(caption) = caption {
            self.flow.keep(Keep::Bound);
            self.flow.space(self.style.caption_gap);
            self.caption(caption, outer, room);
        }
        self.flow
            .space(self.style.around_display + 2.0 * self.style.unit);
        Ok(())
    }

    /// The name of a picture, where the picture would be.
    fn no_picture(&mut self, name: &str, element: ElementId, area: Area, room: Room) -> Item {
        let attributes = Attributes {
            colour: self.style.grey,
            ..room.sans(element, self.style.caption)
        };
        let text: String = name.chars().take(40).collect();
        let line = self
            .setter
            .line(&text, attributes, area.left + self.style.frame_side);
        let run = line.runs.into_iter().next().map(|(run, _)| run);
        let run = run.unwrap_or_else(|| attributes.run(area.left));
        Item::Text {
            run,
            y: area.bottom / 2.0,
        }
    }
}

/// Size in points of a picture of so many pixels: never enlarged beyond its density, never
/// wider or higher than there is room.
fn fitted([width, height]: [u32; 2], room: f32, highest: f32) -> [f32; 2] {
    let points = |it: u32| pixels(it) * 72.0 / style::PICTURE_DENSITY;
    let (width, height) = (points(width), points(height));
    let scale = (room / width).min(highest / height).min(1.0);
    [width * scale, height * scale]
}

/// A count of pixels.
pub(crate) fn pixels(count: u32) -> f32 {
    length(usize::try_from(count).unwrap_or(usize::MAX))
}
