//! Gathers the passages of a course in reading order.

use kuliah_source::Language;

use super::{Part, Passage};
use crate::markup::Inline;
use crate::model::{Block, Course, Item};
use crate::{Markup, Spanned};

/// Every text of a course, footnotes apart, in reading order.
pub(in crate::check) fn passages(course: &Course) -> Vec<Passage<'_>> {
    let mut gather = Gather {
        language: &course.lang,
        out: Vec::new(),
    };
    gather.course(course);
    gather.out
}

struct Gather<'a> {
    language: &'a Language,
    out: Vec<Passage<'a>>,
}

impl<'a> Gather<'a> {
    fn course(&mut self, course: &'a Course) {
        self.add(&course.title, Part::Title);
        self.optional(course.subtitle.as_ref(), Part::Title);
        for section in &course.sections {
            self.optional(section.title.as_ref(), Part::Title);
            self.blocks(&section.content);
            for role in &section.roles {
                self.add(&role.name, Part::Title);
                for alias in &role.aliases {
                    self.add(alias, Part::Title);
                }
                self.blocks(&role.content);
            }
        }
        self.optional(course.rights.as_ref(), Part::Prose);
        for reference in &course.references {
            self.add(&reference.title, Part::Reference);
            self.optional(reference.container_title.as_ref(), Part::Reference);
            self.optional(reference.collection_title.as_ref(), Part::Reference);
        }
    }

    fn blocks(&mut self, blocks: &'a [Spanned<Block>]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &'a Block) {
        match block {
            Block::Prose(text) => self.add(text, Part::Prose),
            Block::Quote(quote) => {
                let outer = self.language;
                self.language = quote.lang.as_ref().unwrap_or(outer);
                for text in &quote.text {
                    self.add(text, Part::Quote);
                }
                self.language = outer;
            }
            Block::List(list) => {
                self.optional(list.title.as_ref(), Part::Title);
                self.optional(list.lead.as_ref(), Part::Prose);
                self.items(&list.items);
            }
            Block::Table(table) => {
                self.optional(table.caption.as_ref(), Part::Caption);
                let rows = table.rows.iter().flat_map(|row| row.iter());
                for cell in table.head.iter().chain(rows) {
                    self.add(cell, Part::Cell);
                }
            }
            Block::Figure(figure) => self.optional(figure.caption.as_ref(), Part::Caption),
            Block::Note(note) => self.blocks(&note.content),
            Block::Exercise(exercise) => {
                self.optional(exercise.title.as_ref(), Part::Title);
                self.blocks(&exercise.content);
                self.blocks(&exercise.answer);
            }
            Block::Section(section) => {
                self.add(&section.title, Part::Title);
                self.blocks(&section.content);
            }
            Block::Code(code) => self.optional(code.caption.as_ref(), Part::Caption),
            Block::Definitions(definitions) => {
                for definition in definitions {
                    self.add(&definition.term, Part::Title);
                    self.blocks(&definition.content);
                }
            }
        }
    }

    fn items(&mut self, items: &'a [Spanned<Item>]) {
        for item in items {
            self.optional(item.term.as_ref(), Part::Title);
            self.add(&item.text, Part::Item);
            if let Some(sub) = &item.sub {
                self.items(&sub.items);
            }
        }
    }

    fn optional(&mut self, markup: Option<&'a Markup>, part: Part) {
        if let Some(markup) = markup {
            self.add(markup, part);
        }
    }

    fn add(&mut self, markup: &'a Markup, part: Part) {
        self.read(markup, markup.inlines(), part);
    }

    fn read(&mut self, markup: &'a Markup, inlines: &'a [Inline], part: Part) {
        let (passage, footnotes) = Passage::new(markup, inlines, part, self.language);
        self.out.push(passage);
        for footnote in footnotes {
            self.read(markup, footnote, Part::Footnote);
        }
    }
}

#[cfg(test)]
mod tests {
    use kuliah_source::Language;

    use super::*;
    use crate::model::{Quote, Section, SectionId};

    #[test]
    fn footnotes_and_quotations_are_passages() {
        let english = Language::new("en").expect("a tag");
        let mut quote = Quote::new("Words");
        quote.lang = Some(english);
        let id = SectionId::new("a").expect("an id");
        let course = Course::new("Judul", Language::indonesian()).section(
            Section::new(id, "Materi")
                .content([Block::prose("Teks^[Catatan]"), Block::Quote(quote)]),
        );
        let found: Vec<_> = passages(&course)
            .iter()
            .map(|it| (it.part, it.text.clone(), it.language.primary().to_owned()))
            .collect();
        let expect =
            |part, text: &str, language: &str| (part, text.to_owned(), language.to_owned());
        assert_eq!(
            found,
            [
                expect(Part::Title, "Judul", "id"),
                expect(Part::Title, "Materi", "id"),
                expect(Part::Prose, "Teks\u{fffc}", "id"),
                expect(Part::Footnote, "Catatan", "id"),
                expect(Part::Quote, "Words", "en"),
            ]
        );
    }
}
