//! The parts of the package, each from what the document tree became.

mod footnotes;
mod numbering;
mod properties;
mod settings;
mod styles;

use std::error::Error;

use kuliah_doc::{Document, ExportError};

use crate::body::Parts;
use crate::canon::Canon;
use crate::media;
use crate::package::{Part, Relationship, content_types, relationships};
use crate::story::Relations;
use crate::xml::{self, Element};
use crate::{language, page};

const THEME: &str = include_str!("theme.xml");
const FONTS: &str = include_str!("fonts.xml");
const WEB_SETTINGS: &str = include_str!("web_settings.xml");

const CORE_PROPERTIES: &str =
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";

macro_rules! word {
    ($name:literal) => {
        concat!(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.",
            $name,
            "+xml"
        )
    };
}

/// Makes every part of the package, in the order in which they are packed.
///
/// # Errors
///
/// [`ExportError::Backend`] when docx-rs wrote something unforeseen.
pub(crate) fn assemble(document: &Document, body: &Parts) -> Result<Vec<Part>, ExportError> {
    let language = language::tag(&document.metadata.language);
    let mut canon = Canon::new(&body.tables, &body.pictures);
    let mut read = |bytes: &[u8]| -> Result<Element, ExportError> {
        let root = xml::parse(bytes).map_err(backend)?;
        canon.part(root).map_err(backend)
    };
    let text = read(&body.document)?;
    let headers = body
        .headers
        .iter()
        .map(|it| read(it))
        .collect::<Result<Vec<_>, _>>()?;
    let footers = body
        .footers
        .iter()
        .map(|it| read(it))
        .collect::<Result<Vec<_>, _>>()?;
    let notes = footnotes::part(read(&body.notes)?);

    let mut parts = vec![typed(
        "word/document.xml",
        word!("document.main"),
        text.to_part(),
    )];
    let mut edges = Vec::new();
    for (kind, id, content_type, roots) in [
        ("header", "rIdHeader", word!("header"), headers),
        ("footer", "rIdFooter", word!("footer"), footers),
    ] {
        for (index, root) in roots.iter().enumerate() {
            let number = index + 1;
            let file = format!("{kind}{number}.xml");
            edges.push(Relationship::to_part(format!("{id}{number}"), kind, &*file));
            parts.push(typed(&format!("word/{file}"), content_type, root.to_part()));
        }
    }
    parts.push(document_relationships(edges, body));
    parts.push(typed(
        "word/footnotes.xml",
        word!("footnotes"),
        notes.to_part(),
    ));
    parts.extend(note_relationships(body));
    parts.extend(fixed(document, body, &language));
    let pictures = body.media.pictures().iter().enumerate();
    parts.extend(pictures.map(|(index, picture)| Part {
        name: format!("word/{}", media::file(index, picture)),
        content_type: None,
        bytes: picture.bytes.clone(),
    }));
    parts.extend(properties::parts(&document.metadata, &language));
    let types = content_types(&parts);
    let root = root_relationships(&parts);
    parts.splice(..0, [types, root]);
    Ok(parts)
}

/// The parts that hardly depend on the text.
fn fixed(document: &Document, body: &Parts, language: &str) -> Vec<Part> {
    let theme_type = "application/vnd.openxmlformats-officedocument.theme+xml";
    vec![
        typed(
            "word/styles.xml",
            word!("styles"),
            styles::part(&document.numbering, language),
        ),
        typed(
            "word/numbering.xml",
            word!("numbering"),
            numbering::part(&document.numbering, &body.lists),
        ),
        typed(
            "word/settings.xml",
            word!("settings"),
            settings::part(language),
        ),
        typed("word/fontTable.xml", word!("fontTable"), FONTS.into()),
        typed(
            "word/webSettings.xml",
            word!("webSettings"),
            WEB_SETTINGS.into(),
        ),
        typed("word/theme/theme1.xml", theme_type, THEME.into()),
    ]
}

fn typed(name: &str, content_type: &'static str, bytes: Vec<u8>) -> Part {
    Part {
        name: name.to_owned(),
        content_type: Some(content_type),
        bytes,
    }
}

fn document_relationships(edges: Vec<Relationship>, body: &Parts) -> Part {
    let fixed = [
        ("rId1", "styles", "styles.xml"),
        ("rId2", "settings", "settings.xml"),
        ("rId3", "numbering", "numbering.xml"),
        ("rId4", "fontTable", "fontTable.xml"),
        ("rId5", "theme", "theme/theme1.xml"),
        ("rId6", "footnotes", "footnotes.xml"),
        ("rId7", "webSettings", "webSettings.xml"),
    ];
    let mut all: Vec<_> = fixed
        .map(|(id, kind, target)| Relationship::to_part(id, kind, target))
        .into();
    all.extend(edges);
    all.extend(outward(&body.body_relations, body));
    relationships("word/_rels/document.xml.rels", &all)
}

fn note_relationships(body: &Parts) -> Option<Part> {
    let all: Vec<_> = outward(&body.note_relations, body).collect();
    (!all.is_empty()).then(|| relationships("word/_rels/footnotes.xml.rels", &all))
}

/// Pictures and links of a text.
fn outward<'a>(
    relations: &'a Relations,
    body: &'a Parts,
) -> impl Iterator<Item = Relationship> + 'a {
    let pictures = relations.pictures().filter_map(|(id, index)| {
        let picture = body.media.pictures().get(index)?;
        Some(Relationship::to_part(
            id,
            "image",
            media::file(index, picture),
        ))
    });
    let links = relations.links();
    pictures.chain(links.map(|(id, address)| Relationship::to_address(id, address)))
}

fn root_relationships(parts: &[Part]) -> Part {
    let all = [
        ("rId1", "officeDocument", "word/document.xml"),
        ("rId2", CORE_PROPERTIES, "docProps/core.xml"),
        ("rId3", "extended-properties", "docProps/app.xml"),
        ("rId4", "custom-properties", "docProps/custom.xml"),
    ];
    let present = |target: &str| parts.iter().any(|part| part.name == target);
    let all: Vec<_> = all
        .into_iter()
        .filter(|(_, _, target)| present(target))
        .map(|(id, kind, target)| Relationship::to_part(id, kind, target))
        .collect();
    relationships("_rels/.rels", &all)
}

fn backend(error: impl Error + Send + Sync + 'static) -> ExportError {
    ExportError::Backend(Box::new(error))
}

/// Fills the places of a part's text: `{{name}}`.
fn fill(template: &str, values: &[(&str, &str)]) -> Vec<u8> {
    let mut out = String::with_capacity(template.len() + 256);
    let mut rest = template;
    while let Some((before, behind)) = rest.split_once("{{") {
        out.push_str(before);
        let (name, after) = behind.split_once("}}").unwrap_or((behind, ""));
        let value = values.iter().find(|(it, _)| *it == name);
        out.push_str(value.map_or("", |(_, value)| value));
        rest = after;
    }
    out.push_str(rest);
    out.into_bytes()
}

/// Position of a tab at the right edge of the text.
fn right_tab() -> String {
    page::TEXT.to_string()
}
