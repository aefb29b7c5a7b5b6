//! What only makes sense together: sizes and leadings, margins and measure, text and ground.

use kuliah_source::Message;

use crate::colour::LEAST_CONTRAST;
use crate::headings::LEVELS;
use crate::read::Found;
use crate::theme::Theme;
use crate::typeset::Type;

/// The narrowest column, in ems of its text: some 35 letters a line.
const LEAST_COLUMN: f32 = 16.0;
/// A lower page would hold no heading with a table below it, points.
const LEAST_HEIGHT: f32 = 280.0;
/// Lines of a page, at the least: with fewer, what belongs together does not fit.
const LEAST_LINES: f32 = 12.0;

/// Compares what belongs together.
pub(crate) fn check(theme: &mut Theme, found: &mut Found) {
    leadings(theme, found);
    page(theme, found);
    colours(theme, found);
}

/// Lines must not run into each other.
fn leadings(theme: &mut Theme, found: &mut Found) {
    let mut kinds: Vec<(String, Type)> = vec![("text".to_owned(), theme.text.kind)];
    let scale = theme.scale.kinds();
    kinds.extend(scale.map(|(key, kind)| (format!("type.{key}"), *kind)));
    let levels = LEVELS.into_iter().zip(&theme.headings.levels);
    kinds.extend(levels.map(|(key, level)| (format!("headings.{key}"), level.kind)));
    for (key, kind) in kinds {
        if kind.leading >= kind.size {
            continue;
        }
        let place = found.place(&[&format!("{key}.leading"), &format!("{key}.size")]);
        let message = Message::new("config/theme.leading")
            .with("key", key)
            .with("size", kind.size.to_string())
            .with("leading", kind.leading.to_string());
        found.fault(place, message, Message::new("config/theme.leading.help"));
    }
}

fn page(theme: &Theme, found: &mut Found) {
    let page = &theme.page;
    let least = theme.text.kind.size * LEAST_COLUMN;
    if page.column_width() < least {
        let place = found.place(&[
            "page.columns",
            "page.margins.left",
            "page.margins.right",
            "page.column-gap",
            "page.width",
            "page.size",
        ]);
        let message = Message::new("config/theme.narrow")
            .with("least", millimetres(least))
            .with("width", millimetres(page.column_width().max(0.0)));
        found.fault(place, message, Message::new("config/theme.narrow.help"));
    }
    let least = LEAST_HEIGHT.max(theme.text.kind.leading * LEAST_LINES);
    if page.text_height() < least {
        let place = found.place(&[
            "page.margins.top",
            "page.margins.bottom",
            "page.height",
            "page.size",
            "text.leading",
        ]);
        let message = Message::new("config/theme.low")
            .with("least", millimetres(least))
            .with("height", millimetres(page.text_height().max(0.0)));
        found.fault(place, message, Message::new("config/theme.low.help"));
    }
    let line = theme.scale.running.size;
    let margins = &page.margins;
    for (key, baseline, margin, ink) in [
        // Below its baseline the head still has descenders, the foot has capitals above.
        ("head", margins.head, margins.top, line * 0.3),
        ("foot", margins.foot, margins.bottom, line * 0.8),
    ] {
        if baseline + ink > margin {
            let full = format!("page.margins.{key}");
            let side = if key == "head" {
                "page.margins.top"
            } else {
                "page.margins.bottom"
            };
            let place = found.place(&[&full, side, "type.running.size"]);
            let message = Message::new("config/theme.running-in-text").with("key", key);
            let help = Message::new("config/theme.running-in-text.help");
            found.fault(place, message, help);
        }
    }
}

/// Whole millimetres, for people.
fn millimetres(points: f32) -> String {
    format!("{:.0}", points * 25.4 / 72.0)
}

fn colours(theme: &Theme, found: &mut Found) {
    for [(text, colour), (ground, behind)] in theme.colours.pairs() {
        let contrast = colour.contrast(behind);
        if contrast >= LEAST_CONTRAST {
            continue;
        }
        let place = found.place(&[&format!("colours.{text}"), &format!("colours.{ground}")]);
        // Rounded down, so that what fails never reads as what is asked for.
        let contrast = (contrast * 10.0).floor() / 10.0;
        let message = Message::new("config/theme.contrast")
            .with("text", text)
            .with("ground", ground)
            .with("contrast", format!("{contrast:.1}"))
            .with("least", LEAST_CONTRAST.to_string());
        found.fault(place, message, Message::new("config/theme.contrast.help"));
    }
}
