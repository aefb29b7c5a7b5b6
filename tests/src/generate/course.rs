//! Arbitrary courses.

use kuliah::model::{
    Author, Block, BlockId, CitationKey, CitationStyle, Course, CslDate, Name, Reference,
    ReferenceKind, Role, RoleId, Section, SectionId, SectionKind,
};
use kuliah::model::{Markup, Spanned};
use kuliah::{Date, Language};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::blocks::{Place, content, markup};
use super::text::{Holds, KEYS, LINE, plain};
use super::{Arbitrary, Dialect};

/// Courses that pass the check and can be written in a dialect.
pub fn courses(dialect: Dialect) -> BoxedStrategy<Arbitrary> {
    (matter(dialect), sections(dialect), references(dialect))
        .prop_map(|(mut course, sections, references)| {
            for section in sections {
                course = course.section(section);
            }
            for reference in references {
                course = course.reference(reference);
            }
            number_ids(&mut course);
            Arbitrary(course)
        })
        .boxed()
}

/// What stands before the sections.
fn matter(dialect: Dialect) -> impl Strategy<Value = Course> {
    let text = || option::of(plain());
    let lines = (
        markup(dialect, LINE),
        option::of(markup(dialect, LINE)),
        option::of(markup(dialect, LINE)),
        select(&["id", "en", "en-GB", "ms", "fr"][..]),
    );
    let names = (text(), text(), text(), text(), text());
    let numbers = (
        option::of(1..=60_u8),
        option::of(1..=999_u16),
        option::of((1..=9999_u16, 1..=12_u8, 1..=28_u8)),
        option::of(select(CitationStyle::shipped())),
    );
    let author = (plain(), text(), text(), any::<bool>()).prop_filter_map(
        "a name must not be blank",
        |(name, id, affiliation, has_mail)| {
            let mut author = Author::new(name);
            author.id = id;
            author.affiliation = affiliation;
            author.email = has_mail.then(|| "penulis@contoh.ac.id".to_owned());
            (!author.name.trim().is_empty()).then_some(author)
        },
    );
    let authors = prop::collection::vec(author, 0..3);
    (lines, names, numbers, authors).prop_map(|(lines, names, numbers, authors)| {
        let (title, subtitle, rights, lang) = lines;
        let mut course = Course::new(title, Language::new(lang).expect("a tag"));
        course.subtitle = subtitle;
        course.rights = rights;
        (
            course.code,
            course.semester,
            course.programme,
            course.faculty,
            course.institution,
        ) = names;
        let (credits, meeting, date, style) = numbers;
        course.credits = credits;
        course.meeting = meeting;
        course.date = date.and_then(|(year, month, day)| Date::new(year, month, day));
        course.citation_style = style.map(|it| CitationStyle::new(it).into());
        course.authors = authors;
        course
    })
}

const KINDS: [SectionKind; 6] = [
    SectionKind::Description,
    SectionKind::Outcomes,
    SectionKind::Material,
    SectionKind::Summary,
    SectionKind::Assessment,
    SectionKind::Plain,
];

/// A section to refer to, some others, and one with a role for `{count:roles}`.
fn sections(dialect: Dialect) -> impl Strategy<Value = Vec<Section>> {
    let section = move |roles: std::ops::Range<usize>| {
        (
            option::weighted(0.8, markup(dialect, LINE)),
            select(&KINDS[..]),
            content(below(dialect, 1), 3, 0),
            prop::collection::vec(role(dialect), roles),
        )
            .prop_map(|(title, kind, content, roles)| {
                let mut section = Section::new(SectionId::new("x").expect("an id"), "x")
                    .kind(kind)
                    .content(content)
                    .roles(roles);
                section.title = title;
                section
            })
    };
    let first = content(below(dialect, 1), 3, 0).prop_map(|blocks| {
        Section::new(SectionId::new("x").expect("an id"), "Awal").content(blocks)
    });
    (
        first,
        prop::collection::vec(section(0..2), 0..2),
        section(1..3),
    )
        .prop_map(|(first, middle, last)| {
            let mut all = vec![first];
            all.extend(middle);
            all.push(last);
            all
        })
}

fn below(dialect: Dialect, level: u8) -> Place {
    Place {
        dialect,
        level,
        closed: false,
        exercise: false,
    }
}

fn role(dialect: Dialect) -> impl Strategy<Value = Role> {
    let alias = match dialect {
        Dialect::Data => markup(dialect, LINE).boxed(),
        Dialect::Markdown => select(
            &[
                "pemungkin",
                "[enabler, x]{lang=en}",
                "*b*",
                "C#",
                "it's (b)",
                "a: b",
            ][..],
        )
        .prop_map(Markup::from)
        .boxed(),
    };
    let name = Holds {
        plain_start: true,
        ..LINE
    };
    (
        markup(dialect, name),
        prop::collection::vec(alias, 0..3),
        content(below(dialect, 2), 2, 0),
    )
        .prop_map(|(name, aliases, content)| {
            let mut role = Role::new(RoleId::new("x").expect("an id"), name).content(content);
            role.aliases = aliases;
            role
        })
}

fn references(dialect: Dialect) -> impl Strategy<Value = Vec<Reference>> {
    let kinds = [
        ReferenceKind::Book,
        ReferenceKind::ArticleJournal,
        ReferenceKind::Chapter,
        ReferenceKind::LegalCase,
        ReferenceKind::Webpage,
    ];
    let date = prop_oneof![
        (-500..2100_i32).prop_map(CslDate::year),
        Just({
            let mut range = CslDate::year(1994);
            range.date_parts = vec![vec![1994, 12], vec![1995, 1, 3]];
            range
        }),
        Just({
            let mut words = CslDate::year(0);
            words.date_parts.clear();
            words.literal = Some("musim hujan".to_owned());
            words
        }),
    ];
    let name = prop_oneof![
        Just(Name::person("Penulis", "A. B.")),
        Just(Name::literal("Kementerian, Sosial")),
        Just({
            let mut name = Name::person("Berg", "C.");
            name.non_dropping_particle = Some("van den".to_owned());
            name.suffix = Some("Jr.".to_owned());
            name
        }),
    ];
    let names = prop::collection::vec(name, 0..3);
    let reference = (
        select(kinds.to_vec()),
        markup(dialect, LINE),
        (names.clone(), names),
        option::of(date),
        option::of(markup(dialect, LINE)),
        (
            option::of(plain()),
            option::of(plain()),
            option::of(plain()),
        ),
    )
        .prop_map(
            |(kind, title, (authors, editors), issued, container, words)| {
                let key = CitationKey::new("x").expect("a key");
                let mut reference = Reference::new(key, kind, title);
                reference.author = authors;
                reference.editor = editors;
                reference.issued = issued;
                reference.container_title = container;
                (reference.volume, reference.page, reference.publisher) = words;
                reference.doi = Some("10.1000/x_y".to_owned());
                reference.url = Some("https://contoh.id/a?b=c".to_owned().into());
                reference
            },
        );
    prop::collection::vec(reference, KEYS.len()).prop_map(|mut references| {
        for (reference, key) in references.iter_mut().zip(KEYS) {
            reference.id = CitationKey::new(key).expect("a key").into();
        }
        references
    })
}

/// Gives every placeholder an id of its own; the first section is `awal`.
fn number_ids(course: &mut Course) {
    let mut next = 0_u32;
    let mut fresh = || {
        next += 1;
        format!("bagian-{next}")
    };
    for (index, section) in course.sections.iter_mut().enumerate() {
        let id = if index == 0 {
            "awal".to_owned()
        } else {
            fresh()
        };
        section.id = SectionId::new(id).expect("an id").into();
        number_blocks(&mut section.content, &mut fresh);
        for role in &mut section.roles {
            role.id = RoleId::new(fresh()).expect("an id").into();
            number_blocks(&mut role.content, &mut fresh);
        }
    }
}

fn number_blocks(blocks: &mut [Spanned<Block>], fresh: &mut impl FnMut() -> String) {
    let renew = |id: &mut Option<Spanned<BlockId>>, fresh: &mut dyn FnMut() -> String| {
        if id.is_some() {
            *id = Some(BlockId::new(fresh()).expect("an id").into());
        }
    };
    for block in blocks {
        match &mut **block {
            Block::List(it) => renew(&mut it.id, fresh),
            Block::Table(it) => renew(&mut it.id, fresh),
            Block::Figure(it) => renew(&mut it.id, fresh),
            Block::Code(it) => renew(&mut it.id, fresh),
            Block::Note(it) => number_blocks(&mut it.content, fresh),
            Block::Exercise(it) => {
                renew(&mut it.id, fresh);
                number_blocks(&mut it.content, fresh);
                number_blocks(&mut it.answer, fresh);
            }
            Block::Section(it) => {
                renew(&mut it.id, fresh);
                number_blocks(&mut it.content, fresh);
            }
            Block::Definitions(it) => {
                for definition in it {
                    number_blocks(&mut definition.content, fresh);
                }
            }
            _ => {}
        }
    }
}
