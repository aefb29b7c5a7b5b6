//! The front of the first page: title, authors and the identity block.

use kuliah_core::model::Author;
use kuliah_doc::{Fact, FrontMatter, Inline, LinkTarget, SafeText};

use crate::document::Lowering;
use crate::place::Counts;
use crate::text::{filled, or_dash, text};

impl Lowering<'_> {
    /// What stands above the text on the first page.
    pub(crate) fn front(&mut self) -> FrontMatter {
        let course = self.course;
        let counts = Counts::of_course(course);
        let title = or_dash(self.inlines(&course.title, counts));
        let subtitle = match &course.subtitle {
            Some(subtitle) => filled(self.inlines(subtitle, counts)),
            None => None,
        };
        FrontMatter {
            title,
            subtitle,
            authors: course.authors.iter().map(author_line).collect(),
            facts: self.facts(counts),
        }
    }

    /// The rows of the identity block that the course has something for.
    fn facts(&mut self, counts: Counts) -> Vec<Fact> {
        let course = self.course;
        let words = &self.words.facts;
        let number = |number: u16| number.to_string();
        let rows = [
            (words.code, course.code.clone()),
            (words.credits, course.credits.map(|it| number(it.into()))),
            (words.semester, course.semester.clone()),
            (words.programme, course.programme.clone()),
            (words.faculty, course.faculty.clone()),
            (words.institution, course.institution.clone()),
            (words.meeting, course.meeting.map(number)),
            (words.date, course.date.map(|date| self.words.date(date))),
        ];
        let rows = rows.into_iter().filter_map(|(label, value)| {
            let value = value.filter(|value| !value.trim().is_empty())?;
            Some(fact(label, vec![text(&value)]))
        });
        let mut facts: Vec<Fact> = rows.collect();
        if let Some(rights) = &course.rights {
            let rights = filled(self.inlines(rights, counts));
            facts.extend(rights.map(|rights| fact(words.rights, rights)));
        }
        facts
    }
}

fn fact(label: &str, value: Vec<Inline>) -> Fact {
    Fact {
        label: SafeText::lossy(label),
        value,
    }
}

/// "Name (NIDN 0012345678), affiliation, address".
fn author_line(author: &Author) -> Vec<Inline> {
    let id = author.id.as_ref().map(|id| format!(" ({})", author_id(id)));
    let affiliation = author.affiliation.as_ref().map(|it| format!(", {it}"));
    let parts = [Some(author.name.clone()), id, affiliation];
    let words: String = parts.into_iter().flatten().collect();
    let Some(email) = &author.email else {
        return vec![text(&words)];
    };
    let address = text(email);
    let address = match LinkTarget::new(&format!("mailto:{email}")) {
        Ok(target) => Inline::Link {
            target,
            content: vec![address],
        },
        Err(_) => address,
    };
    vec![text(&(words + ", ")), address]
}

/// A national lecturer number has ten digits; any other identifier says itself what it is.
fn author_id(id: &str) -> String {
    if id.len() == 10 && id.bytes().all(|b| b.is_ascii_digit()) {
        format!("NIDN {id}")
    } else {
        id.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use kuliah_doc::inline_text;

    use super::*;

    #[test]
    fn an_author_is_one_line() {
        let mut author = Author::new("Penulis, M.Si.");
        assert_eq!(inline_text(&author_line(&author)), "Penulis, M.Si.");
        author.id = Some("0012345678".to_owned());
        author.affiliation = Some("Fakultas".to_owned());
        author.email = Some("penulis@contoh.id".to_owned());
        let line = author_line(&author);
        let expected = "Penulis, M.Si. (NIDN 0012345678), Fakultas, penulis@contoh.id";
        assert_eq!(inline_text(&line), expected);
        assert!(matches!(line.last(), Some(Inline::Link { .. })));
    }

    #[test]
    fn other_identifiers_stand_as_written() {
        assert_eq!(author_id("NIP 19870101"), "NIP 19870101");
        assert_eq!(author_id("123"), "123");
    }

    #[test]
    fn an_address_that_cannot_be_a_link_is_text() {
        let mut author = Author::new("Penulis");
        author.email = Some("penulis contoh".to_owned());
        let line = author_line(&author);
        assert_eq!(inline_text(&line), "Penulis, penulis contoh");
        assert!(line.iter().all(|it| matches!(it, Inline::Text(_))));
    }
}
