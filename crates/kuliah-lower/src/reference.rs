//! References of a course as the CSL-JSON objects that citations are formatted from.

use kuliah_cite::{Reference, Run, write_rich_text};
use kuliah_core::Markup;
use kuliah_core::markup::{Inline, InlineKind};
use kuliah_core::model::{self, Course};
use serde_json::{Map, Value, json};

/// The references of a course as CSL-JSON objects, in the order of the source.
pub fn csl_json(course: &Course) -> Vec<Map<String, Value>> {
    course
        .references
        .iter()
        .filter_map(|it| fields_of(it))
        .collect()
}

/// The references that can be formatted. Of one whose data is odd, the title is left.
pub(crate) fn references(course: &Course) -> Vec<Reference> {
    let references = course.references.iter();
    references.filter_map(|reference| read(reference)).collect()
}

fn read(reference: &model::Reference) -> Option<Reference> {
    let title = title_text(&reference.title);
    let whole = fields_of(reference).and_then(|fields| Reference::new(&fields).ok());
    whole.or_else(|| {
        let bare = json!({ "id": reference.id.as_str(), "type": "document", "title": title });
        Reference::new(bare.as_object()?).ok()
    })
}

/// The fields as CSL-JSON writes them.
fn fields_of(reference: &model::Reference) -> Option<Map<String, Value>> {
    let Ok(Value::Object(mut fields)) = serde_json::to_value(reference) else {
        return None;
    };
    let titles = [
        ("title", Some(&reference.title)),
        ("container-title", reference.container_title.as_ref()),
        ("collection-title", reference.collection_title.as_ref()),
    ];
    for (name, title) in titles {
        if let Some(title) = title {
            fields.insert(name.to_owned(), title_text(title).into());
        }
    }
    Some(fields)
}

fn title_text(title: &Markup) -> String {
    write_rich_text(&title_runs(title))
}

/// A title with its slanted and heavy words; whatever else it holds is shown as words.
pub(crate) fn title_runs(title: &Markup) -> Vec<Run> {
    let mut out = Vec::new();
    push_runs(title, title.inlines(), &Run::default(), &mut out);
    out
}

fn push_runs(title: &Markup, inlines: &[Inline], base: &Run, out: &mut Vec<Run>) {
    for inline in inlines {
        let words = match &inline.kind {
            InlineKind::Text(words) | InlineKind::Code(words) => words.as_str(),
            InlineKind::Break => " ",
            InlineKind::Emphasis(content) => {
                let mut base = base.clone();
                base.italic = !base.italic;
                push_runs(title, content, &base, out);
                continue;
            }
            InlineKind::Strong(content) => {
                let mut base = base.clone();
                base.bold = true;
                push_runs(title, content, &base, out);
                continue;
            }
            InlineKind::Span { content, .. }
            | InlineKind::Reference { content, .. }
            | InlineKind::Link { content, .. } => {
                push_runs(title, content, base, out);
                continue;
            }
            // They mean nothing in a title, which stands in no text: as written.
            InlineKind::Citation(_) | InlineKind::Count(_) | InlineKind::Footnote(_) => {
                title.source().get(inline.range.clone()).unwrap_or_default()
            }
        };
        if !words.is_empty() {
            let mut run = base.clone();
            words.clone_into(&mut run.text);
            out.push(run);
        }
    }
}

#[cfg(test)]
mod tests {
    use kuliah_core::model::{CitationKey, ReferenceKind};

    use super::*;

    #[test]
    fn titles_keep_their_look() {
        let text = |title: &str| title_text(&Markup::new(title));
        assert_eq!(
            text("Peran *pemungkin* dan **pialang**"),
            "Peran <i>pemungkin</i> dan <b>pialang</b>"
        );
        assert_eq!(
            text("[The enabler]{lang=en}: R&D < 5"),
            "The enabler: R&D < 5"
        );
        assert_eq!(text("a {count} b"), "a {count} b");
    }

    #[test]
    fn every_kind_of_work_is_known_to_the_formatter() {
        use ReferenceKind as Kind;
        let kinds = [
            Kind::Book,
            Kind::Chapter,
            Kind::ArticleJournal,
            Kind::ArticleMagazine,
            Kind::ArticleNewspaper,
            Kind::PaperConference,
            Kind::Thesis,
            Kind::Report,
            Kind::Legislation,
            Kind::Webpage,
            Kind::EntryEncyclopedia,
            Kind::EntryDictionary,
            Kind::Manuscript,
            Kind::Speech,
            Kind::MotionPicture,
            Kind::Dataset,
            Kind::Software,
            Kind::Document,
        ];
        for kind in kinds {
            let key = CitationKey::new("a").expect("a key");
            let fields = fields_of(&model::Reference::new(key, kind, "Judul")).expect("fields");
            assert!(Reference::new(&fields).is_ok(), "{kind:?}");
        }
    }
}
