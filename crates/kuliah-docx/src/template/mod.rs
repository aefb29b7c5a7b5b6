//! Templates: the styles, page and headers of a file that a campus hands out.
//!
//! 1. `archive` opens the file with care, `relations` and `reading` its parts;
//! 2. `section` takes the page and `edge` the headers and footers;
//! 3. `styles`, `numbering` and `look` bring its definitions together with ours.
//!
//! A template may come from anywhere. Whatever could run, reach out or fill the memory is
//! refused, and whatever is not needed is never unpacked.

mod archive;
mod edge;
mod error;
mod media;
mod numbering;
mod reading;
mod relations;
mod section;
mod styles;
mod theme;

use std::sync::Arc;

use self::archive::{Archive, shown};
pub(crate) use self::edge::{Edge, Fields, Kind, Place, Target};
pub use self::error::{Harm, TemplateError};
pub(crate) use self::media::Picture;
use self::media::Pictures;
pub(crate) use self::numbering::{Numbers, Taken};
pub(crate) use self::section::{Section, is_on};
pub(crate) use self::styles::{Merged, merge};
pub(crate) use self::theme::{fonts, theme};
use crate::xml::Element;

const MAIN: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

/// A template for Word files, read and found harmless.
///
/// It gives a file its styles, its theme's colours and fonts, its page and its headers and
/// footers; its own text is not taken over. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Template(Arc<Contents>);

/// What is taken from a template.
#[derive(Debug)]
pub(crate) struct Contents {
    /// `w:styles`.
    pub(crate) styles: Element,
    /// `a:theme`.
    pub(crate) theme: Option<Element>,
    /// `w:fonts`.
    pub(crate) fonts: Option<Element>,
    /// Lists that its styles and headers belong to.
    pub(crate) numbers: Numbers,
    /// The page.
    pub(crate) section: Section,
    /// Settings that headers, page and theme depend on.
    pub(crate) settings: Vec<Element>,
    /// Headers and footers.
    pub(crate) edges: Vec<Edge>,
    /// The pictures in them.
    pub(crate) pictures: Vec<Picture>,
}

impl Template {
    /// Reads a template: a `.docx` or `.dotx` file of Word, LibreOffice or another program.
    ///
    /// # Errors
    ///
    /// See [`TemplateError`]: what is broken, too large, or able to do more than look.
    pub fn read(bytes: &[u8]) -> Result<Self, TemplateError> {
        let mut archive = Archive::open(bytes)?;
        archive.refuse_active()?;
        let main = main_part(&mut archive)?;
        let relations = relations::of(&mut archive, &main)?;
        if let Some(chunk) = relations.iter().find_map(|it| error::harm(&it.kind)) {
            return Err(TemplateError::Active(chunk));
        }
        let part = |archive: &mut Archive<'_>, kind: &str, root: &str| {
            let Some(relation) = relations.iter().find(|it| it.kind == kind) else {
                return Ok(None);
            };
            let missing = || TemplateError::Missing(shown(&relation.target));
            let bytes = archive.read(&relation.target)?.ok_or_else(missing)?;
            reading::read(&relation.target, &bytes, root).map(Some)
        };
        let text = archive.read(&main)?.unwrap_or_default();
        let text = reading::read(&main, &text, "w:document")?;
        edge::refuse_active(&text)?;
        let styles = part(&mut archive, "styles", "w:styles")?
            .ok_or_else(|| TemplateError::Missing("word/styles.xml".to_owned()))?;
        let theme = part(&mut archive, "theme", "a:theme")?;
        let fonts = part(&mut archive, "fontTable", "w:fonts")?;
        let numbers = part(&mut archive, "numbering", "w:numbering")?;
        let settings = part(&mut archive, "settings", "w:settings")?;
        let settings = section::settings(settings);
        let (section, references) = Section::of(&text, &settings)?;
        let mut pictures = Pictures::default();
        let mut edges = Vec::new();
        for reference in references {
            let found = relations.iter().find(|it| it.id == reference.relation);
            let relation = found.ok_or_else(|| TemplateError::Broken(shown(&main)))?;
            let read = Edge::read(&mut archive, relation, reference.kind, &mut pictures)?;
            edges.push(read);
        }
        Ok(Self(Arc::new(Contents {
            styles,
            theme,
            fonts,
            numbers: Numbers::of(numbers),
            section,
            settings,
            edges,
            pictures: pictures.into_all(),
        })))
    }

    /// What is taken from it.
    pub(crate) fn contents(&self) -> &Contents {
        &self.0
    }
}

/// The name of the main part, whose type must be that of a document or a template.
fn main_part(archive: &mut Archive<'_>) -> Result<String, TemplateError> {
    let missing = |name: &str| TemplateError::Missing(name.to_owned());
    let root = relations::of(archive, "")?;
    let main = root.iter().find(|it| it.kind == "officeDocument");
    let main = main.ok_or_else(|| missing("word/document.xml"))?;
    if !archive
        .names()
        .any(|it| it.eq_ignore_ascii_case(&main.target))
    {
        return Err(missing(&shown(&main.target)));
    }
    let name = "[Content_Types].xml";
    let types = archive.read(name)?.ok_or_else(|| missing(name))?;
    let types = reading::read(name, &types, "Types")?;
    let own = types.elements().find(|it| {
        let part = it.get("PartName").unwrap_or_default();
        part.trim_start_matches('/')
            .eq_ignore_ascii_case(&main.target)
    });
    let all = types.elements().filter_map(|it| it.get("ContentType"));
    if all.into_iter().any(|it| it.contains("macroEnabled")) {
        return Err(TemplateError::Active(Harm::Macros));
    }
    let known = ["document.main+xml", "template.main+xml"];
    let kind = own.and_then(|it| it.get("ContentType")).unwrap_or_default();
    let kind = kind.strip_prefix(MAIN).unwrap_or_default();
    if known.contains(&kind) {
        Ok(main.target.clone())
    } else {
        Err(TemplateError::OtherKind)
    }
}
