//! The `.csl` file that a course names as its citation style.

use kuliah_cite::{MAX_STYLE_BYTES, Style, StyleError};
use kuliah_core::check::unsafe_path;
use kuliah_core::model::Course;
use kuliah_core::syntax::decode_text;
use kuliah_doc::Assets;
use kuliah_source::{AssetPath, Diagnostic, FileId, Message, RuleId, Severity, SourceMap, Span};

use crate::bibliography::missing;

const RULE: &str = "citation/unreadable-style";
const HELP: &str = "citation/unreadable-style.help";

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
    let asset = match AssetPath::new(&path) {
        Ok(asset) => asset,
        Err(why) => {
            let (message, help) = unsafe_path(&path, why);
            let rule = RuleId::new("reference/unsafe-path");
            let finding = Diagnostic::new(rule, Severity::Error, span, message);
            return out.push(finding.help(help));
        }
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
    let (message, help) = match error {
        StyleError::TooLarge => ("citation/unreadable-style.too-large", HELP),
        StyleError::Broken { .. } => ("citation/unreadable-style.broken", HELP),
        StyleError::TooDeep { .. } => ("citation/unreadable-style.too-deep", HELP),
        StyleError::Dependent { .. } => (
            "citation/unreadable-style.dependent",
            "citation/unreadable-style.dependent.help",
        ),
        StyleError::OtherKind { .. } => (
            "citation/unreadable-style.other-kind",
            "citation/unreadable-style.other-kind.help",
        ),
        StyleError::Lacks { .. } => ("citation/unreadable-style.lacks", HELP),
        StyleError::Unknown { .. } => ("citation/unreadable-style.unknown", HELP),
        StyleError::Endless { .. } => ("citation/unreadable-style.endless", HELP),
        StyleError::NoMacro { .. } => ("citation/unreadable-style.no-macro", HELP),
        _ => ("citation/unreadable-style.too-much", HELP),
    };
    let what = match error {
        StyleError::Dependent { parent } => parent.as_str(),
        StyleError::OtherKind { root } => root.as_str(),
        StyleError::Lacks { part } => part,
        StyleError::Unknown { part } => part.as_str(),
        StyleError::Endless { name } | StyleError::NoMacro { name } => name.as_str(),
        _ => "",
    };
    let say = |key: &'static str| Message::new(key).with("path", path).with("what", what);
    Diagnostic::new(RuleId::new(RULE), Severity::Error, span, say(message)).help(say(help))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use kuliah_core::model::CitationStyle;
    use kuliah_core::model::Section;
    use kuliah_core::model::SectionId;
    use kuliah_source::Language;

    use super::*;

    fn findings(path: &str, file: Option<&str>) -> (Vec<String>, bool) {
        let mut assets: BTreeMap<String, Vec<u8>> = BTreeMap::new();
        if let Some(text) = file {
            assets.insert(path.to_owned(), text.as_bytes().to_vec());
        }
        let mut course = Course::new("Judul", Language::indonesian())
            .section(Section::new(SectionId::new("a").expect("an id"), "A"));
        course.citation_style = Some(CitationStyle::new(path).into());
        let mut out = Vec::new();
        load(&mut course, &mut SourceMap::new(), &assets, &mut out);
        let style = course.citation_style.expect("a style");
        let rules = out.iter().map(|it| it.rule.as_str().to_owned()).collect();
        (rules, style.definition().is_some())
    }

    #[test]
    fn a_file_is_read_or_told_of() {
        let style = "<style xmlns=\"http://purl.org/net/xbiblio/csl\" class=\"in-text\" version=\"1.0\">\
            <info><title>T</title><id>t</id><updated>2020-01-01T00:00:00+00:00</updated></info>\
            <citation><layout><text variable=\"title\"/></layout></citation></style>";
        assert_eq!(findings("gaya/a.csl", Some(style)), (Vec::new(), true));
        let told = |rule: &str| (vec![rule.to_owned()], false);
        assert_eq!(findings("a.csl", Some("<style>")), told(RULE));
        let lost = style.replace("variable=\"title\"", "macro=\"a\"");
        assert_eq!(findings("a.csl", Some(&lost)), told(RULE));
        assert_eq!(findings("a.csl", None), told("reference/missing-file"));
        assert_eq!(findings("../a.csl", None), told("reference/unsafe-path"));
        assert_eq!(findings("apa", None), (Vec::new(), false));
    }
}
