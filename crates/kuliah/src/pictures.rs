//! The pictures a course names: there, readable, and of a kind that every format shows.

use std::collections::BTreeMap;

use kuliah_core::model::{Block, Course};
use kuliah_doc::{Assets, image};
use kuliah_source::{AssetPath, Diagnostic, Message, RuleId, Severity};

use crate::bibliography::missing;
use crate::reasons;

/// Reports pictures that cannot be shown; each file is read once.
///
/// A path that leads out of the project is left to its own rule.
pub(crate) fn check(course: &Course, assets: &dyn Assets, out: &mut Vec<Diagnostic>) {
    let mut known = BTreeMap::new();
    for block in course.blocks() {
        let Block::Figure(figure) = &**block else {
            continue;
        };
        let path = figure.src.as_str();
        let Ok(asset) = AssetPath::new(path) else {
            continue;
        };
        let state = known.entry(path).or_insert_with(|| {
            let bytes = assets.read(&asset).map_err(Trouble::Missing)?;
            image::verify(&bytes).map_err(Trouble::Broken)
        });
        match state {
            Ok(_) => {}
            Err(Trouble::Missing(why)) => out.push(missing(path, figure.src.span(), why)),
            Err(Trouble::Broken(why)) => {
                let rule = "reference/unreadable-image";
                let message = Message::new(rule)
                    .with("path", path)
                    .with("reason", reasons::of_image(*why));
                let span = figure.src.span();
                let finding = Diagnostic::new(RuleId::new(rule), Severity::Error, span, message);
                out.push(finding.help(Message::new("reference/unreadable-image.help")));
            }
        }
    }
}

enum Trouble {
    Missing(kuliah_doc::AssetError),
    Broken(image::ImageError),
}
