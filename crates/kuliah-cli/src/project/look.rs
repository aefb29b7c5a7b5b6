//! How handouts look: the theme, and the Word file that a template is taken from.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use anyhow::{Context as _, bail};
use kuliah::template::Template;
use kuliah::theme::Theme;
use kuliah::{Diagnostic, RuleId, Severity, SourceMap, Span};

use super::read;
use crate::files::shown;

/// The most that a template may hold, in bytes.
const MOST_BYTES: u64 = 32 * 1024 * 1024;

/// How handouts look; `None` for the usual look.
#[derive(Debug, Clone, Default)]
pub(crate) struct Look {
    pub(crate) theme: Option<Theme>,
    pub(crate) template: Option<Template>,
}

/// The theme with a name: one that is shipped, else the one in a file below `folder`.
///
/// What is wrong with the file is among the findings, at its own lines.
///
/// # Errors
///
/// When there is no such theme, or its file cannot be read.
pub(super) fn theme(
    name: &str,
    folder: &Path,
    sources: &mut SourceMap,
    findings: &mut Vec<Diagnostic>,
) -> anyhow::Result<Option<Theme>> {
    if let Some(theme) = Theme::named(name) {
        return Ok(Some(theme));
    }
    let path = folder.join(name);
    if !path.exists() {
        bail!(
            "there is no theme `{name}`; these are there: {}; a theme of your own is named by the \
             path of its file",
            Theme::names().join(", ")
        );
    }
    let text = read(&path)?;
    let file = sources.add(shown(&path), text.as_str());
    let faults = match Theme::from_toml(&text) {
        Ok(theme) => return Ok(Some(theme)),
        Err(faults) => faults,
    };
    findings.extend(faults.into_iter().map(|fault| {
        let rule = RuleId::new("config/theme");
        let span = Span::new(file, fault.range);
        Diagnostic::new(rule, Severity::Error, span, fault.message).help(fault.help)
    }));
    Ok(None)
}

/// The template in a file.
///
/// # Errors
///
/// When the file cannot be read, or is refused as a template.
pub(super) fn template(path: &Path) -> anyhow::Result<Template> {
    let name = shown(path);
    let mut bytes = Vec::new();
    let file = File::open(path).with_context(|| format!("cannot read {name}"))?;
    // A pipe would block, and a folder says nothing.
    if !file.metadata().is_ok_and(|it| it.is_file()) {
        bail!("cannot read {name}: it is no file");
    }
    file.take(MOST_BYTES + 1)
        .read_to_end(&mut bytes)
        .with_context(|| format!("cannot read {name}"))?;
    if bytes.len() as u64 > MOST_BYTES {
        bail!("cannot use {name} as a template: it is larger than {MOST_BYTES} bytes");
    }
    Template::read(&bytes).with_context(|| format!("cannot use {name} as a template"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::atomic;

    #[test]
    fn a_theme_is_a_name_or_a_file() {
        let (mut sources, mut findings) = (SourceMap::new(), Vec::new());
        let mut named = |name| theme(name, Path::new("."), &mut sources, &mut findings);
        for name in Theme::names() {
            assert_eq!(named(name).expect("a theme"), Theme::named(name));
        }
        let why = named("modull").expect_err("no theme").to_string();
        assert!(why.contains("handout, modul, compact"), "{why}");
    }

    #[test]
    fn faults_of_a_theme_stand_at_its_lines() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("own.toml");
        atomic::write(&path, b"[page]\nsize = \"a9\"\n").expect("written");
        let (mut sources, mut findings) = (SourceMap::new(), Vec::new());
        let read = theme("own.toml", folder.path(), &mut sources, &mut findings);
        assert_eq!(read.expect("readable"), None);
        let finding = findings.first().expect("a finding");
        assert_eq!(finding.rule.as_str(), "config/theme");
        let file = sources.file_of(finding.span()).expect("the theme");
        assert_eq!(file.locate(finding.span().start()).line, 2);
    }

    #[test]
    fn what_is_no_word_file_is_no_template() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("campus.docx");
        atomic::write(&path, b"text").expect("written");
        let why = format!("{:#}", template(&path).expect_err("refused"));
        assert!(why.contains("as a template: "), "{why}");
        assert!(template(folder.path()).is_err());
    }
}
