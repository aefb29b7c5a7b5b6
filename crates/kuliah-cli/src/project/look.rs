//! How handouts look: the theme, and the Word file that a template is taken from.

use std::path::Path;

use anyhow::{Context as _, bail};
use kuliah::template::Template;
use kuliah::theme::Theme;
use kuliah::{Diagnostic, Limits, RuleId, Severity, SourceMap, Span, Syntax, syntax};

use super::named::Named;
use crate::files::shown;

/// The most that a template may hold, in bytes.
const MOST_BYTES: u64 = 32 * 1024 * 1024;

/// How handouts look; `None` for the usual look.
#[derive(Debug, Clone, Default)]
pub(crate) struct Look {
    pub(crate) theme: Option<Theme>,
    pub(crate) template: Option<Template>,
}

/// The theme with a name: one that is shipped, else the one in a file.
///
/// What is wrong with the file is among the findings, at its own lines.
///
/// # Errors
///
/// When there is no such theme, or its file cannot be read.
pub(super) fn theme(
    name: &str,
    named: Named<'_>,
    sources: &mut SourceMap,
    findings: &mut Vec<Diagnostic>,
) -> anyhow::Result<Option<Theme>> {
    if let Some(theme) = Theme::named(name) {
        return Ok(Some(theme));
    }
    if !named.exists(name) {
        bail!(
            "there is no theme `{name}`; these are there: {}; a theme of your own is named by the \
             path of its file",
            Theme::names().join(", ")
        );
    }
    let text = named.text(name)?;
    let file = sources.add(shown(&named.path(name)), text.as_str());
    // What is no TOML is said as it is of every other file.
    let broken = syntax::parse(file, &text, Syntax::Toml, &Limits::default()).diagnostics;
    if !broken.is_empty() {
        findings.extend(broken);
        return Ok(None);
    }
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
pub(super) fn template(name: impl AsRef<Path>, named: Named<'_>) -> anyhow::Result<Template> {
    let name = name.as_ref();
    let bytes = named.bytes(name, MOST_BYTES)?;
    let template = Template::read(&bytes);
    template.with_context(|| format!("cannot use {} as a template", shown(&named.path(name))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::atomic;

    #[test]
    fn a_theme_is_a_name_or_a_file() {
        let (mut sources, mut findings) = (SourceMap::new(), Vec::new());
        let mut named = |name| theme(name, Named::OnCommandLine, &mut sources, &mut findings);
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
        let read = theme(
            "own.toml",
            Named::Below(folder.path()),
            &mut sources,
            &mut findings,
        );
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
        let why = format!(
            "{:#}",
            template("campus.docx", Named::Below(folder.path())).expect_err("refused")
        );
        assert!(why.contains("as a template: "), "{why}");
        assert!(template(".", Named::Below(folder.path())).is_err());
    }

    #[cfg(unix)]
    #[test]
    fn a_configuration_reads_nothing_outside_its_folder() {
        let outer = tempfile::tempdir().expect("a folder");
        atomic::write(&outer.path().join("secret"), b"a secret").expect("written");
        let folder = outer.path().join("course");
        std::fs::create_dir(&folder).expect("a folder");
        std::os::unix::fs::symlink("../secret", folder.join("link")).expect("a link");
        let secret = outer.path().join("secret");
        let below = Named::Below(&folder);
        for name in [
            "../secret",
            "link",
            "a/../../secret",
            secret.to_str().expect("UTF-8"),
        ] {
            let (mut sources, mut findings) = (SourceMap::new(), Vec::new());
            let why = theme(name, below, &mut sources, &mut findings).expect_err("refused");
            let why = format!("{why:#} {:#}", template(name, below).expect_err("refused"));
            assert_eq!(why.matches("leads out of the project").count(), 2, "{why}");
            assert!(below.text(name).is_err() && sources.files().count() == 0);
        }
        assert!(
            Named::OnCommandLine
                .text(secret.to_str().expect("UTF-8"))
                .is_ok()
        );
    }
}
