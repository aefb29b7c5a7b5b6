//! The relationships of a template's parts: where they lead, and what is refused.

use super::archive::{Archive, shown};
use super::{TemplateError, reading};

/// What types of relationship begin with.
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const STRICT: &str = "http://purl.oclc.org/ooxml/officeDocument/relationships/";

/// A relationship of a part.
#[derive(Debug, Clone)]
pub(super) struct Relation {
    pub(super) id: String,
    /// The end of its type: `header`.
    pub(super) kind: String,
    /// The name of the part it leads to, or the address outside.
    pub(super) target: String,
    pub(super) external: bool,
}

/// The relationships of a part; none when it has no such part of its own.
///
/// # Errors
///
/// When one leads out of the archive, or to a file or address elsewhere that is no link.
pub(super) fn of(archive: &mut Archive<'_>, part: &str) -> Result<Vec<Relation>, TemplateError> {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let name = join(&[folder, "_rels"], &format!("{file}.rels"));
    let Some(bytes) = archive.read(&name)? else {
        return Ok(Vec::new());
    };
    let root = reading::read(&name, &bytes, "Relationships")?;
    let mut out: Vec<Relation> = Vec::new();
    for element in root.elements() {
        let get = |key| element.get(key).unwrap_or_default();
        let kind = get("Type");
        if kind.starts_with(STRICT) {
            return Err(TemplateError::Strict);
        }
        let kind = kind.strip_prefix(OFFICE).unwrap_or(kind).to_owned();
        let external = element
            .get("TargetMode")
            .is_some_and(|it| it.eq_ignore_ascii_case("external"));
        let target = if external {
            allow_external(&kind, get("Target"))?;
            get("Target").to_owned()
        } else {
            resolve(folder, get("Target"))?
        };
        let id = get("Id").to_owned();
        if id.is_empty() || out.iter().any(|it| it.id == id) {
            return Err(TemplateError::Broken(shown(&name)));
        }
        out.push(Relation {
            id,
            kind,
            target,
            external,
        });
    }
    Ok(out)
}

/// Links may lead outside; so may the note from which file on the maker's own disk the
/// template was made, which Word always leaves and nothing here takes over.
fn allow_external(kind: &str, target: &str) -> Result<(), TemplateError> {
    let own_disk = || {
        let path = target.strip_prefix("file:///").unwrap_or(target);
        let mut letters = path.chars();
        letters.next().is_some_and(|c| c.is_ascii_alphabetic()) && letters.next() == Some(':')
    };
    if kind == "hyperlink" || kind == "attachedTemplate" && own_disk() {
        Ok(())
    } else {
        Err(TemplateError::External(shown(target)))
    }
}

/// The name of the part that a target leads to, seen from a folder.
fn resolve(folder: &str, target: &str) -> Result<String, TemplateError> {
    let outside = || TemplateError::Path(shown(target));
    if target.is_empty() || target.contains(['\\', ':', '%', '?']) {
        return Err(outside());
    }
    let target = target.split('#').next().unwrap_or_default();
    let (base, path) = match target.strip_prefix('/') {
        Some(path) => ("", path),
        None => (folder, target),
    };
    let mut parts: Vec<_> = base.split('/').filter(|it| !it.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop().ok_or_else(outside)?;
            }
            part => parts.push(part),
        }
    }
    Ok(parts.join("/"))
}

fn join(folders: &[&str], file: &str) -> String {
    let filled = folders.iter().filter(|it| !it.is_empty()).copied();
    let parts: Vec<_> = filled.chain([file]).collect();
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_stay_within_the_archive() {
        let cases = [
            ("styles.xml", "word/styles.xml"),
            ("/word/styles.xml", "word/styles.xml"),
            ("../customXml/item1.xml", "customXml/item1.xml"),
            ("./media/a.png", "word/media/a.png"),
        ];
        for (target, part) in cases {
            assert_eq!(resolve("word", target).expect(target), part);
        }
        for target in ["../../a", "", r"..\a", "file:a", "a%2e", "/../a"] {
            assert!(resolve("word", target).is_err(), "{target}");
        }
    }

    #[test]
    fn only_links_lead_outside() {
        assert!(allow_external("hyperlink", "https://contoh.ac.id").is_ok());
        assert!(allow_external("attachedTemplate", "file:///C:/kampus.dotx").is_ok());
        for target in [
            "https://contoh.id/a.dotx",
            r"\\server\a.dotx",
            "file://server/a",
        ] {
            assert!(
                allow_external("attachedTemplate", target).is_err(),
                "{target}"
            );
        }
        assert!(allow_external("image", "https://contoh.id/a.png").is_err());
        assert!(allow_external("frame", "file:///C:/a").is_err());
    }
}
