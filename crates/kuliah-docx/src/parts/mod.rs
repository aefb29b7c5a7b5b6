mod course;
mod edges;
mod footnotes;
pub(crate) mod gaps;
mod numbering;
mod properties;
mod section;
mod settings;
mod styles;

use std::error::Error;

use kuliah_doc::{Document, ExportError};

pub use self::course::{COURSE_NAMESPACE, blocks_digest};
use self::edges::{EdgePart, Own};
use crate::body::Parts;
use crate::canon::Canon;
use crate::design::Design;
use crate::options::DocxOptions;
use crate::package::{Part, Relationship, content_types, relationships};
use crate::story::Relations;
use crate::template::{self, Contents, Merged, Taken};
use crate::xml::{self, Element};
use crate::{language, media};

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

/// A template and its styles joined with ours.
struct Joined<'a> {
    template: &'a Contents,
    styles: Merged,
    lists: Taken,
}

impl<'a> Joined<'a> {
    fn new(template: &'a Contents, ours: &[u8], language: &str) -> Result<Self, ExportError> {
        let ours = xml::parse(ours).map_err(backend)?;
        let mut styles = template::merge(&template.styles, &ours, language);
        let edges = template.edges.iter().map(|it| &it.root);
        let users: Vec<_> = styles.own_to_template().chain(edges).collect();
        let stays = |id: &str| styles.is_own_to_template(id);
        let lists = template.numbers.take(&users, &stays);
        styles.renumber(&lists);
        Ok(Self {
            template,
            styles,
            lists,
        })
    }
}

/// Makes every part of the package, in the order in which they are packed.
///
/// # Errors
///
/// [`ExportError::Backend`] when docx-rs wrote something unforeseen;
/// [`ExportError::Invalid`] when the course to carry along is not UTF-8.
pub(crate) fn assemble(
    document: &Document,
    body: &Parts,
    design: &Design,
    options: &DocxOptions,
) -> Result<Vec<Part>, ExportError> {
    let language = language::tag(&document.metadata.language);
    let styles = styles::part(&document.numbering, &language, design);
    let contents = options.template.as_ref().map(template::Template::contents);
    let joined = contents.map(|it| Joined::new(it, &styles, &language));
    let joined = joined.transpose()?;
    let mut texts = texts(body)?;
    if let Some(joined) = &joined {
        joined.styles.rename(&mut texts.text);
        joined.styles.rename(&mut texts.notes);
    }
    let edges = match &joined {
        None => texts.edges.alone(),
        Some(joined) => {
            let fields = edges::fields(document);
            let (template, styles) = (joined.template, &joined.styles);
            let mut edges = texts
                .edges
                .beside(template, styles, design, &fields, texts.drawings);
            for edge in edges.iter_mut().filter(|it| it.from_template) {
                joined.lists.renumber(&mut edge.root);
            }
            edges
        }
    };
    section::put(&mut texts.text, &edges, design, contents, body.front);
    let course = options.embed.as_ref();
    let course = course.map(|embed| course::parts(embed, document, &body.sources));
    let course = course.transpose()?;

    let main = word!("document.main");
    let mut parts = vec![typed("word/document.xml", main, texts.text.to_part())];
    parts.extend(edge_parts(&edges));
    parts.push(document_relationships(&edges, body, course.is_some()));
    let notes = texts.notes.to_part();
    parts.push(typed("word/footnotes.xml", word!("footnotes"), notes));
    parts.extend(note_relationships(body));
    parts.extend(fixed(document, body, design, styles, joined.as_ref())?);
    let pictures = body.media.pictures().iter().enumerate();
    parts.extend(pictures.map(|(index, picture)| Part {
        name: format!("word/{}", media::file(index, picture)),
        content_type: None,
        bytes: picture.bytes.clone(),
    }));
    parts.extend(contents.into_iter().flat_map(edges::pictures_of));
    parts.extend(course.into_iter().flatten());
    parts.extend(properties::parts(&document.metadata, &language));
    let types = content_types(&parts);
    let root = root_relationships(&parts);
    parts.splice(..0, [types, root]);
    Ok(parts)
}

/// What docx-rs wrote, in canonical form.
struct Texts {
    text: Element,
    notes: Element,
    edges: Own,
    /// How many pictures are in it.
    drawings: usize,
}

fn texts(body: &Parts) -> Result<Texts, ExportError> {
    let mut canon = Canon::new(&body.tables, &body.pictures);
    let mut read = |bytes: &Vec<u8>| -> Result<Element, ExportError> {
        let root = xml::parse(bytes).map_err(backend)?;
        canon.part(root).map_err(backend)
    };
    let mut text = read(&body.document)?;
    gaps::set(&mut text);
    let headers = body
        .headers
        .iter()
        .map(&mut read)
        .collect::<Result<_, _>>()?;
    let footers = body
        .footers
        .iter()
        .map(&mut read)
        .collect::<Result<_, _>>()?;
    let mut notes = footnotes::part(read(&body.notes)?);
    gaps::set(&mut notes);
    Ok(Texts {
        text,
        notes,
        edges: Own { headers, footers },
        drawings: canon.drawings(),
    })
}

/// Headers and footers, each followed by its relationships where it has any.
fn edge_parts(edges: &[EdgePart]) -> Vec<Part> {
    let mut parts = Vec::new();
    for edge in edges {
        let content_type = match edge.kind.place {
            template::Place::Header => word!("header"),
            template::Place::Footer => word!("footer"),
        };
        let bytes = edge.root.to_part();
        parts.push(typed(&format!("word/{}", edge.file), content_type, bytes));
        if !edge.relationships.is_empty() {
            let name = format!("word/_rels/{}.rels", edge.file);
            parts.push(relationships(&name, &edge.relationships));
        }
    }
    parts
}

/// The parts that hardly depend on the text.
fn fixed(
    document: &Document,
    body: &Parts,
    design: &Design,
    styles: Vec<u8>,
    joined: Option<&Joined<'_>>,
) -> Result<Vec<Part>, ExportError> {
    let theme_type = "application/vnd.openxmlformats-officedocument.theme+xml";
    let language = language::tag(&document.metadata.language);
    let numbering = numbering::part(&document.numbering, &body.lists, design);
    let template = joined.map(|it| it.template);
    let (styles, numbering) = match joined {
        None => (styles, numbering),
        Some(joined) => {
            let lists = numbering::beside(&numbering, &joined.lists, &joined.styles);
            (joined.styles.root.to_part(), lists.map_err(backend)?)
        }
    };
    let blend = |ours: &str, theirs: Option<&Element>, blend: fn(Element, &Element) -> Element| {
        let Some(theirs) = theirs else {
            return Ok(ours.into());
        };
        let ours = xml::parse(ours.as_bytes()).map_err(backend)?;
        Ok::<_, ExportError>(blend(ours, theirs).to_part())
    };
    let theme = blend(
        THEME,
        template.and_then(|it| it.theme.as_ref()),
        template::theme,
    )?;
    let fonts = blend(
        FONTS,
        template.and_then(|it| it.fonts.as_ref()),
        template::fonts,
    )?;
    let settings = settings::part(&language, template).map_err(backend)?;
    Ok(vec![
        typed("word/styles.xml", word!("styles"), styles),
        typed("word/numbering.xml", word!("numbering"), numbering),
        typed("word/settings.xml", word!("settings"), settings),
        typed("word/fontTable.xml", word!("fontTable"), fonts),
        typed(
            "word/webSettings.xml",
            word!("webSettings"),
            WEB_SETTINGS.into(),
        ),
        typed("word/theme/theme1.xml", theme_type, theme),
    ])
}

fn typed(name: &str, content_type: &'static str, bytes: Vec<u8>) -> Part {
    Part {
        name: name.to_owned(),
        content_type: Some(content_type),
        bytes,
    }
}

fn document_relationships(edges: &[EdgePart], body: &Parts, course: bool) -> Part {
    let fixed = [
        ("rId1", "styles", "styles.xml"),
        ("rId2", "settings", "settings.xml"),
        ("rId3", "numbering", "numbering.xml"),
        ("rId4", "fontTable", "fontTable.xml"),
        ("rId5", "theme", "theme/theme1.xml"),
        ("rId6", "footnotes", "footnotes.xml"),
        ("rId7", "webSettings", "webSettings.xml"),
        ("rId8", "customXml", "../customXml/item1.xml"),
    ];
    let mut all: Vec<_> = fixed
        .into_iter()
        .filter(|(_, kind, _)| course || *kind != "customXml")
        .map(|(id, kind, target)| Relationship::to_part(id, kind, target))
        .collect();
    all.extend(edges.iter().map(|edge| {
        let kind = edge.kind.place.name();
        Relationship::to_part(edge.id.as_str(), kind, edge.file.as_str())
    }));
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
