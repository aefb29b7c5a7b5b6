//! The `.csl` file that a course names as its citation style.

use kuliah_cite::{MAX_STYLE_BYTES, Style, StyleError};
use kuliah_core::model::Course;
use kuliah_core::syntax::decode_text;
use kuliah_doc::Assets;
use kuliah_source::{AssetPath, Diagnostic, FileId, Message, RuleId, Severity, SourceMap, Span};

use crate::bibliography::missing;

const RULE: &str = "citation/unreadable-style";

/// Reads the file and hands it to the course; says why it cannot be used.
pub(crate) fn load(
    course: &mut Course,
    sources: &mut SourceMap,
    assets: &dyn Assets,
    out: &mut Vec<Diagnostic>,
) {
    let Some(style) = &mut course.citation_style else {
        return;
    };
    let span = style.span();
    let Some(path) = style.path().map(str::to_owned) else {
        return;
    };
    let Ok(asset) = AssetPath::new(&path) else {
        let message = Message::new("reference/unsafe-path").with("path", path);
        let rule = RuleId::new("reference/unsafe-path");
        let finding = Diagnostic::new(rule, Severity::Error, span, message);
        out.push(finding.help(Message::new("reference/unsafe-path.help")));
        return;
    };
    let bytes = match assets.read(&asset) {
        Ok(bytes) => bytes,
        Err(why) => return out.push(missing(&path, span, &why)),
    };
    if bytes.len() > MAX_STYLE_BYTES {
        return out.push(unreadable(span, &path, &StyleError::TooLarge));
    }
    let file = FileId::new(u32::try_from(sources.files().count()).unwrap_or(u32::MAX));
    let (text, broken) = decode_text(file, &bytes);
    let file = sources.add(&path, text.as_str());
    if !broken.is_empty() {
        return out.extend(broken);
    }
    match Style::from_csl(&text) {
        Ok(_) => style.define(text),
        Err(error @ (StyleError::Broken { .. } | StyleError::TooDeep { .. })) => {
            out.push(unreadable(Span::new(file, error.span()), &path, &error));
        }
        Err(error) => out.push(unreadable(span, &path, &error)),
    }
}

fn unreadable(span: Span, path: &str, error: &StyleError) -> Diagnostic {
    let message = Message::new(RULE)
        .with("path", path)
        .with("reason", error.to_string());
    let help = match error {
        StyleError::Dependent { parent } => {
            Message::new("citation/unreadable-style.help-parent").with("parent", parent.as_str())
        }
        _ => Message::new("citation/unreadable-style.help"),
    };
    Diagnostic::new(RuleId::new(RULE), Severity::Error, span, message).help(help)
}
