//! Arbitrary blocks.

use kuliah::Language;
use kuliah::model::{
    Align, Block, BlockId, Citation, CitationKey, Code, Definition, Exercise, Figure, Item,
    ItemList, ListKind, LocatorLabel, Note, NoteAudience, Quote, SubList, Subsection, Table,
};
use kuliah::model::{Markup, Spanned};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::Union;

use super::Dialect;
use super::text::{Holds, KEYS, LINE, PARAGRAPH, text};

/// Where blocks stand.
#[derive(Debug, Copy, Clone)]
pub(super) struct Place {
    pub(super) dialect: Dialect,
    /// The level of the heading above: 1 below a section, 2 below a role or part.
    pub(super) level: u8,
    /// Within a note, exercise or definition, where no part may be.
    pub(super) closed: bool,
    /// Within an exercise, which a heading ends in Markdown.
    pub(super) exercise: bool,
}

/// The files that figures name; tests must hand them over.
pub(super) const PICTURES: [&str; 2] = ["peran.png", "gambar/dua kata.png"];

/// Blocks, nested as deep as given.
pub(super) fn content(place: Place, depth: u32, least: usize) -> BoxedStrategy<Vec<Block>> {
    prop::collection::vec(block(place, depth), least..least.max(1) + 3)
        .prop_map(move |blocks| match place.dialect {
            Dialect::Data => blocks,
            Dialect::Markdown => arranged(blocks),
        })
        .boxed()
}

/// Blocks in an order that Markdown can express.
fn arranged(blocks: Vec<Block>) -> Vec<Block> {
    let has_open_end = |block: &Block| matches!(block, Block::Exercise(_) | Block::Section(_));
    let (headed, mut out): (Vec<_>, Vec<_>) = blocks.into_iter().partition(has_open_end);
    out.dedup_by(|a, b| matches!((a, b), (Block::Definitions(_), Block::Definitions(_))));
    out.extend(headed);
    out
}

fn block(place: Place, depth: u32) -> BoxedStrategy<Block> {
    let has_headings = match place.dialect {
        Dialect::Data => true,
        Dialect::Markdown => (place.level < 4 || place.closed) && !place.exercise,
    };
    let leaf = prop_oneof![
        4 => markup(place.dialect, PARAGRAPH).prop_map(Block::Prose),
        2 => quote(place.dialect).prop_map(Block::Quote),
        3 => list(place.dialect, has_headings).prop_map(Block::List),
        1 => table(place.dialect).prop_map(Block::Table),
        1 => figure(place.dialect).prop_map(Block::Figure),
        1 => code(place.dialect).prop_map(Block::Code),
    ];
    if depth == 0 {
        return leaf.boxed();
    }
    let closed = Place {
        closed: true,
        ..place
    };
    let mut choices = vec![
        (12, leaf.boxed()),
        (1, note(closed, depth - 1).prop_map(Block::Note).boxed()),
        (
            1,
            definitions(closed, depth - 1)
                .prop_map(Block::Definitions)
                .boxed(),
        ),
    ];
    if has_headings && (place.dialect == Dialect::Data || !place.closed) {
        choices.push((
            1,
            exercise(closed, depth - 1)
                .prop_map(Block::Exercise)
                .boxed(),
        ));
    }
    if !place.closed && place.level < 4 {
        choices.push((1, part(place, depth - 1).prop_map(Block::Section).boxed()));
    }
    Union::new_weighted(choices).boxed()
}

pub(super) fn markup(dialect: Dialect, holds: Holds) -> impl Strategy<Value = Markup> {
    text(dialect, holds).prop_map(Markup::from)
}

/// A placeholder; the course numbers its ids at the end.
pub(super) fn id() -> Option<Spanned<BlockId>> {
    BlockId::new("blok").ok().map(Spanned::from)
}

fn some_id() -> BoxedStrategy<Option<Spanned<BlockId>>> {
    any::<bool>().prop_map(|it| it.then(id).flatten()).boxed()
}

fn citations() -> BoxedStrategy<Vec<Spanned<Citation>>> {
    let place = prop_oneof![
        (
            Just(LocatorLabel::Page),
            select(&["5", "5-7", "5, 7", "xii"][..])
        ),
        (
            select(
                &[
                    LocatorLabel::Chapter,
                    LocatorLabel::Section,
                    LocatorLabel::Paragraph,
                    LocatorLabel::Verse,
                ][..]
            ),
            select(&["2", "28 ayat 1", "IV"][..])
        ),
    ];
    let citation = (select(&KEYS[..]), option::of(place)).prop_map(|(key, place)| {
        let mut citation = Citation::new(CitationKey::new(key).expect("a key"));
        if let Some((label, locator)) = place {
            citation.label = label;
            citation.locator = Some(locator.to_owned());
        }
        Spanned::from(citation)
    });
    prop_oneof![
        2 => Just(Vec::new()),
        1 => prop::collection::vec(citation, 1..3),
    ]
    .boxed()
}

fn quote(dialect: Dialect) -> impl Strategy<Value = Quote> {
    let holds = Holds {
        plain_start: true,
        ..PARAGRAPH
    };
    let language = select(&["en", "de", "en-GB"][..]);
    (
        prop::collection::vec(markup(dialect, holds), 1..3),
        option::of(language),
        citations(),
    )
        .prop_map(|(paragraphs, language, cite)| {
            let mut quote = Quote::new("x");
            quote.text = paragraphs;
            quote.lang = language.map(|it| Language::new(it).expect("a tag"));
            quote.cite = cite;
            quote
        })
}

const KINDS: [ListKind; 6] = [
    ListKind::Plain,
    ListKind::Tasks,
    ListKind::Principles,
    ListKind::Techniques,
    ListKind::Models,
    ListKind::Aspects,
];

fn list(dialect: Dialect, may_have_title: bool) -> impl Strategy<Value = ItemList> {
    let counts = Holds {
        count: true,
        plain_start: true,
        ..LINE
    };
    let titled = (option::of(markup(dialect, counts)), citations());
    let head = if may_have_title {
        prop_oneof![2 => Just((None, Vec::new())), 1 => titled].boxed()
    } else {
        Just((None, Vec::new())).boxed()
    };
    let lead = Holds {
        count: true,
        ..PARAGRAPH
    };
    (
        some_id(),
        select(&KINDS[..]),
        head,
        option::of(markup(dialect, lead)),
        any::<bool>(),
        items(dialect, 2),
    )
        .prop_map(|(id, kind, (title, cite), lead, ordered, items)| {
            let mut list = ItemList::new(kind, items);
            list.id = id;
            list.title = title;
            list.cite = cite;
            list.lead = lead;
            list.ordered = ordered;
            list
        })
}

fn items(dialect: Dialect, depth: u32) -> BoxedStrategy<Vec<Item>> {
    let holds = Holds {
        plain_start: true,
        ..PARAGRAPH
    };
    let term = select(
        &[
            "Keterbukaan",
            "a: b",
            "C#",
            "`x: y`",
            "é “𝒳”",
            "[x]{lang=en}",
        ][..],
    );
    let sub = if depth == 0 {
        Just(None).boxed()
    } else {
        let below = (any::<bool>(), items(dialect, depth - 1)).prop_map(|(ordered, items)| {
            let mut sub = SubList::new(items);
            sub.ordered = ordered;
            Some(sub)
        });
        prop_oneof![4 => Just(None), 1 => below].boxed()
    };
    let item = (option::of(term), markup(dialect, holds), sub).prop_map(|(term, text, sub)| {
        let mut item = Item::new(text);
        item.term = term.map(Markup::from);
        item.sub = sub;
        item
    });
    prop::collection::vec(item, 1..4).boxed()
}

fn table(dialect: Dialect) -> impl Strategy<Value = Table> {
    // In a cell of Markdown `\\|` is a plain `|`.
    let words = text(dialect, LINE).prop_map(move |text| match dialect {
        Dialect::Data => text,
        Dialect::Markdown => text.replace("\\|", "|"),
    });
    let cell = prop_oneof![
        4 => words,
        1 => Just(String::new()),
    ];
    let align = select(&[Align::Start, Align::Center, Align::End][..]);
    (1..4_usize, 0..3_usize).prop_flat_map(move |(columns, rows)| {
        let row = || prop::collection::vec(cell.clone(), columns);
        (
            some_id(),
            option::of(markup(dialect, LINE)),
            option::of(prop::collection::vec(align.clone(), columns)),
            row(),
            prop::collection::vec(row(), rows),
        )
            .prop_map(|(id, caption, align, head, rows)| {
                let mut table = Table::new(head);
                table.id = id;
                table.caption = caption;
                table.align = align.unwrap_or_default();
                rows.into_iter().fold(table, Table::row)
            })
    })
}

fn figure(dialect: Dialect) -> impl Strategy<Value = Figure> {
    let alt = select(&["Diagram", "a *b* [c] \"d\"", "é: x & y", "`x`"][..]);
    let caption = markup(dialect, LINE).prop_map(move |caption| match dialect {
        Dialect::Data => caption,
        // The caption stands in such quotation marks.
        Dialect::Markdown => Markup::from(caption.source().replace('"', "”")),
    });
    (
        some_id(),
        select(&PICTURES[..]),
        option::of(alt),
        option::of(caption),
    )
        .prop_map(|(id, src, alt, caption)| {
            let mut figure = Figure::new(src, "x");
            figure.id = id;
            figure.alt = alt.map(str::to_owned);
            figure.caption = caption;
            figure
        })
}

fn code(dialect: Dialect) -> impl Strategy<Value = Code> {
    let lines = [
        "print(1)",
        "",
        "    x = 2",
        "```",
        "~~~",
        "# x",
        "- y",
        "a  ",
        "\"é\" 'x' \\ @a {count}",
        "> z",
        ": w",
        "<b>",
        "| a |",
        "---",
        "x\ty",
    ];
    let language = select(&["python", "c++", "text"][..]);
    (
        some_id(),
        option::of(language),
        prop::collection::vec(select(lines.to_vec()), 0..4),
        option::of(markup(dialect, LINE)),
    )
        .prop_map(|(id, language, mut lines, caption)| {
            lines.push("akhir");
            let mut code = Code::new("", lines.join("\n"));
            code.id = id;
            code.language = language.map(str::to_owned);
            code.caption = caption;
            code
        })
}

fn note(place: Place, depth: u32) -> impl Strategy<Value = Note> {
    let place = Place {
        exercise: false,
        ..place
    };
    let audience = select(
        &[
            NoteAudience::All,
            NoteAudience::Student,
            NoteAudience::Lecturer,
        ][..],
    );
    (audience, content(place, depth, 1))
        .prop_map(|(audience, content)| Note::new(audience, content))
}

fn definitions(place: Place, depth: u32) -> impl Strategy<Value = Vec<Spanned<Definition>>> {
    let first = markup(place.dialect, PARAGRAPH).prop_map(Block::Prose);
    // In Markdown a definition in a definition would need a third way to be told apart.
    let inner = content(
        place,
        depth.min(u32::from(place.dialect == Dialect::Data)),
        0,
    );
    let definition = (markup(place.dialect, LINE), first, inner).prop_map(|(term, first, rest)| {
        let content = std::iter::once(first).chain(rest);
        Spanned::from(Definition::new(term, content))
    });
    prop::collection::vec(definition, 1..3)
}

fn exercise(place: Place, depth: u32) -> impl Strategy<Value = Exercise> {
    let question = Place {
        exercise: true,
        ..place
    };
    let answer = prop_oneof![Just(Vec::new()), content(place, depth, 1),];
    (
        some_id(),
        option::of(markup(place.dialect, LINE)),
        content(question, depth, 1),
        answer,
        option::of(1..=60_u8),
    )
        .prop_map(|(id, title, content, answer, lines)| {
            let mut exercise = Exercise::new(content).answer(answer);
            exercise.id = id;
            exercise.title = title;
            exercise.lines = lines;
            exercise
        })
}

fn part(place: Place, depth: u32) -> impl Strategy<Value = Subsection> {
    let below = Place {
        level: place.level + 1,
        ..place
    };
    (markup(place.dialect, LINE), content(below, depth, 0)).prop_map(|(title, content)| {
        let mut part = Subsection::new(title, content);
        // Read from a file, a part without an id gets one.
        part.id = id();
        part
    })
}
