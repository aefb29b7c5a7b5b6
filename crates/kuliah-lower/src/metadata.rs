//! What a file says about itself.

use kuliah_core::model::{Block, SectionKind};
use kuliah_doc::{Metadata, SafeText, inline_text};

use crate::document::Lowering;
use crate::place::Counts;
use crate::text::shortened;

/// Longest description, in characters.
const LONGEST_DESCRIPTION: usize = 300;

/// Most search words; a course with more roles than that is not found by them.
const MOST_KEYWORDS: usize = 30;

impl Lowering<'_> {
    /// Metadata of the document. The names of the roles are its search words.
    pub(crate) fn metadata(&mut self) -> Metadata {
        let course = self.course;
        let counts = Counts::of_course(course);
        let title = self.plain(&course.title, counts);
        let title = if title.is_empty() {
            "—".to_owned()
        } else {
            title
        };
        let keywords = course.roles().take(MOST_KEYWORDS).map(|role| {
            let name = self.words_of(&role.name, counts);
            SafeText::lossy(inline_text(&name).trim())
        });
        let keywords = keywords.filter(|it| !it.is_empty()).collect();
        let rights = course
            .rights
            .as_ref()
            .map(|rights| self.plain(rights, counts));
        let rights = rights.filter(|it| !it.is_empty());
        Metadata {
            title: SafeText::lossy(&title),
            description: self.description(),
            authors: course
                .authors
                .iter()
                .map(|it| SafeText::lossy(&it.name))
                .collect(),
            keywords,
            rights: rights.as_deref().map(SafeText::lossy),
            language: course.lang.clone(),
            date: course.date,
        }
    }

    /// The first paragraph of the section that describes the course.
    fn description(&mut self) -> Option<SafeText> {
        let course = self.course;
        let described = course
            .sections
            .iter()
            .filter(|it| it.kind == SectionKind::Description);
        for section in described {
            let counts = Counts::of_course(course).in_section(section);
            let paragraphs = section.content.iter().filter_map(|block| match &**block {
                Block::Prose(markup) => Some(markup),
                _ => None,
            });
            for markup in paragraphs {
                let words = self.plain(markup, counts);
                if !words.is_empty() {
                    return Some(SafeText::lossy(&shortened(&words, LONGEST_DESCRIPTION)));
                }
            }
        }
        None
    }
}
