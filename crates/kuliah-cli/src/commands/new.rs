//! `kuliah new`: starts a course from a template.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use kuliah::Syntax;

use super::Exit;
use crate::args::{NewArgs, TemplateLanguage};
use crate::console;
use crate::files::{atomic, shown};

/// Writes a course that passes the check, and says what to do next.
pub(super) fn run(args: &NewArgs) -> anyhow::Result<Exit> {
    let path = target(&args.path);
    let name = shown(&path);
    let Some(syntax) = path.to_str().and_then(Syntax::of_path) else {
        // A name without ending is most likely meant as a folder.
        if path.extension().is_none() {
            let folder = console::as_word(&format!("{name}/"));
            bail!(
                "{name} does not end in .md, .yaml, .json or .toml; for a folder with a course in \
                 it, write `kuliah new {folder}`"
            );
        }
        bail!("{name} does not end in .md, .yaml, .json or .toml");
    };
    if let Some(folder) = path.parent() {
        let folder_name = shown(folder);
        fs::create_dir_all(folder).with_context(|| format!("cannot make folder {folder_name}"))?;
    }
    match atomic::write_new(&path, template(syntax, args.lang).as_bytes()) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            bail!("{name} is there already, and nothing was written over it");
        }
        result => result.with_context(|| format!("cannot write {name}"))?,
    }
    console::note(&format!("wrote {name}"));
    if syntax != Syntax::Markdown {
        let schema = path.with_file_name("course.schema.json");
        let schema = shown(&schema);
        console::note(&format!(
            "for completion in your editor: kuliah schema --out {}",
            console::as_word(&schema)
        ));
    }
    console::note(&format!("next: kuliah build {}", console::as_word(&name)));
    Ok(Exit::Success)
}

/// A folder stands for its `course.md`, also one that is not there yet: `week-2/`.
fn target(path: &Path) -> PathBuf {
    let ends_as_folder = path
        .as_os_str()
        .to_string_lossy()
        .ends_with(std::path::is_separator);
    if path.is_dir() || ends_as_folder {
        path.join("course.md")
    } else {
        path.to_owned()
    }
}

fn template(syntax: Syntax, language: TemplateLanguage) -> &'static str {
    use TemplateLanguage::{En, Id};
    match (syntax, language) {
        (Syntax::Yaml, Id) => include_str!("../templates/id.yaml"),
        (Syntax::Yaml, En) => include_str!("../templates/en.yaml"),
        (Syntax::Json, Id) => include_str!("../templates/id.json"),
        (Syntax::Json, En) => include_str!("../templates/en.json"),
        (Syntax::Toml, Id) => include_str!("../templates/id.toml"),
        (Syntax::Toml, En) => include_str!("../templates/en.toml"),
        (_, Id) => include_str!("../templates/id.md"),
        (_, En) => include_str!("../templates/en.md"),
    }
}

#[cfg(test)]
mod tests {
    use kuliah::check::CheckedCourse;
    use kuliah::{CheckOptions, Input, NoAssets, compile};

    use super::*;

    fn checked(syntax: Syntax, language: TemplateLanguage) -> CheckedCourse {
        let text = template(syntax, language);
        let compiled = compile(
            &Input::new("course", text.as_bytes(), syntax),
            &NoAssets,
            &CheckOptions::default(),
        );
        assert_eq!(compiled.diagnostics, [], "{syntax:?} {language:?}");
        compiled.course.expect("a course")
    }

    #[test]
    fn every_template_passes_the_check_without_findings() {
        for language in [TemplateLanguage::Id, TemplateLanguage::En] {
            let expected = match language {
                TemplateLanguage::Id => "id",
                TemplateLanguage::En => "en",
            };
            for syntax in Syntax::ALL {
                let course = checked(syntax, language);
                assert_eq!(course.course().lang.as_str(), expected);
            }
        }
    }

    #[test]
    fn the_templates_of_a_language_are_the_same_course() {
        use kuliah::{Audience, Handout, HandoutOptions, format};

        let json = |syntax, language| {
            let options = HandoutOptions::for_audience(Audience::Lecturer);
            let handout = Handout::new(&checked(syntax, language), options);
            let json = format("json").expect("JSON is compiled in");
            let bytes = handout.export(json, &NoAssets).expect("exported").bytes;
            String::from_utf8(bytes).expect("text")
        };
        for language in [TemplateLanguage::Id, TemplateLanguage::En] {
            let markdown = json(Syntax::Markdown, language);
            for syntax in Syntax::ALL {
                assert_eq!(json(syntax, language), markdown, "{syntax:?}");
            }
        }
    }

    #[test]
    fn a_folder_stands_for_its_course() {
        let folder = tempfile::tempdir().expect("a folder");
        assert_eq!(target(folder.path()), folder.path().join("course.md"));
        let later = folder.path().join("bab/");
        assert_eq!(target(&later), folder.path().join("bab/course.md"));
        let file = folder.path().join("bab.yaml");
        assert_eq!(target(&file), file);
    }
}
