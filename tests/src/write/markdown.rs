//! Markdown with front matter.

use kuliah::markup;
use kuliah::model::{
    Align, Block, BlockId, Citation, Code, Course, Definition, Exercise, Figure, Item, ItemList,
    LocatorLabel, Note, NoteAudience, Quote, Role, Section, Table,
};
use kuliah::model::{Markup, Spanned};
use serde::Serialize;
use serde_json::Value;

use super::yaml;

/// Writes a course; `value` is the same as plain data.
pub(super) fn write(course: &Course, mut value: Value) -> String {
    if let Some(fields) = value.as_object_mut() {
        fields.shift_remove("sections");
    }
    let mut front = String::new();
    yaml::entries(&value, 0, &mut front);
    let sections: Vec<_> = course.sections.iter().map(|it| section(it)).collect();
    format!("---\n{front}---\n\n{}\n", sections.join("\n\n"))
}

fn section(section: &Section) -> String {
    let title = section.title.as_ref().map_or("", Markup::source);
    let attributes = format!("{{#{} .{}}}", *section.id, name(section.kind));
    let mut parts = vec![heading(1, title, &attributes)];
    parts.extend(blocks(&section.content, 1));
    parts.extend(section.roles.iter().map(|it| role(it)));
    parts.join("\n\n")
}

fn role(role: &Role) -> String {
    let aliases: Vec<_> = role.aliases.iter().map(Markup::source).collect();
    let mut title = role.name.source().to_owned();
    if !aliases.is_empty() {
        title.push_str(&format!(" ({})", aliases.join(", ")));
    }
    let mut parts = vec![heading(2, &title, &format!("{{#{} .role}}", *role.id))];
    parts.extend(blocks(&role.content, 2));
    parts.join("\n\n")
}

fn heading(level: u8, title: &str, attributes: &str) -> String {
    let marks = "#".repeat(usize::from(level));
    [&marks, title, attributes]
        .into_iter()
        .filter(|it| !it.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// The name of a value of an enum, as in sources.
fn name(value: impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(Value::String(name)) => name,
        other => panic!("no name: {other:?}"),
    }
}

/// Writes blocks below a heading of a level.
fn blocks(blocks: &[Spanned<Block>], level: u8) -> Vec<String> {
    let mut out = Vec::new();
    let mut bare_lists = 0;
    for block in blocks {
        // Lists that follow each other take turns in their signs, which keeps them apart.
        let is_bare = matches!(&**block, Block::List(it) if is_bare(it));
        bare_lists = if is_bare { bare_lists + 1 } else { 0 };
        out.push(match &**block {
            Block::Prose(text) => text.source().to_owned(),
            Block::Quote(it) => quoted(&quote(it)),
            Block::List(it) => list(it, level, bare_lists % 2 == 0),
            Block::Table(it) => table(it),
            Block::Figure(it) => figure(it),
            Block::Note(it) => note(it, level),
            Block::Exercise(it) => exercise(it, level),
            Block::Section(it) => {
                let mut parts = vec![heading(level + 1, it.title.source(), &id(it.id.as_ref()))];
                parts.extend(self::blocks(&it.content, level + 1));
                parts.join("\n\n")
            }
            Block::Code(it) => code(it),
            Block::Definitions(it) => definitions(it, level),
        });
    }
    out
}

/// `{#id}`, or nothing.
fn id(id: Option<&Spanned<BlockId>>) -> String {
    id.map_or_else(String::new, |it| format!("{{#{}}}", **it))
}

/// Sets the marks of a quotation before every line.
fn quoted(text: &str) -> String {
    let lines = text.split('\n').map(|line| match line {
        "" => ">".to_owned(),
        line => format!("> {line}"),
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Indents every line but the first.
fn hanging(text: &str, indent: usize) -> String {
    let mut lines = text.split('\n');
    let mut out = lines.next().unwrap_or_default().to_owned();
    for line in lines {
        out.push('\n');
        if !line.is_empty() {
            out.push_str(&" ".repeat(indent));
        }
        out.push_str(line);
    }
    out
}

fn quote(quote: &Quote) -> String {
    let mut paragraphs: Vec<_> = quote
        .text
        .iter()
        .map(|text| match &quote.lang {
            Some(language) => format!("[{text}]{{lang={language}}}"),
            None => text.source().to_owned(),
        })
        .collect();
    if !quote.cite.is_empty() {
        paragraphs.push(citations(&quote.cite));
    }
    paragraphs.join("\n\n")
}

fn citations(cite: &[Spanned<Citation>]) -> String {
    let parts: Vec<_> = cite.iter().map(|it| citation(it)).collect();
    format!("[{}]", parts.join("; "))
}

fn citation(cite: &Citation) -> String {
    let label = match cite.label {
        LocatorLabel::Chapter => "bab",
        LocatorLabel::Section => "bagian",
        LocatorLabel::ArticleLocator => "pasal",
        LocatorLabel::Paragraph => "paragraf",
        LocatorLabel::Verse => "ayat",
        _ => "hlm.",
    };
    let place = cite.locator.as_ref();
    let place = place.map_or_else(String::new, |it| format!(", {label} {it}"));
    format!("@{}{place}", *cite.key)
}

/// Whether a list has neither a title nor anything that leads to it.
fn is_bare(list: &ItemList) -> bool {
    let has_heading = list.title.is_some() || !list.cite.is_empty();
    !has_heading && list.lead.is_none() && list.id.is_none() && name(list.kind) == "plain"
}

fn list(list: &ItemList, level: u8, other_sign: bool) -> String {
    let items = items(&list.items, list.ordered, other_sign);
    if is_bare(list) {
        return items;
    }
    let id = list
        .id
        .as_ref()
        .map_or_else(String::new, |it| format!("#{} ", **it));
    let attributes = format!("{{{id}.{}}}", name(list.kind));
    let lead = list.lead.as_ref().map_or("", Markup::source);
    let mut parts = Vec::new();
    if list.title.is_some() || !list.cite.is_empty() {
        let mut title = list.title.as_ref().map_or("", Markup::source).to_owned();
        if !list.cite.is_empty() {
            title = [&title, citations(&list.cite).as_str()]
                .join(" ")
                .trim()
                .to_owned();
        }
        parts.push(heading((level + 1).min(4), &title, &attributes));
        parts.push(lead.to_owned());
    } else {
        parts.push([lead, &attributes].join(" ").trim().to_owned());
    }
    parts.push(items);
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n")
}

fn items(items: &[Spanned<Item>], ordered: bool, other_sign: bool) -> String {
    let item = |(index, item): (usize, &Spanned<Item>)| {
        let mark = match (ordered, other_sign) {
            (true, false) => format!("{}. ", index + 1),
            (true, true) => format!("{}) ", index + 1),
            (false, false) => "- ".to_owned(),
            (false, true) => "* ".to_owned(),
        };
        let term = item.term.as_ref();
        let term = term.map_or_else(String::new, |it| format!("**{it}:** "));
        let mut text = format!("{term}{}", item.text);
        if let Some(sub) = &item.sub {
            text.push('\n');
            text.push_str(&self::items(&sub.items, sub.ordered, false));
        }
        format!("{mark}{}", hanging(&text, mark.len()))
    };
    let lines: Vec<_> = items.iter().enumerate().map(item).collect();
    lines.join("\n")
}

fn table(table: &Table) -> String {
    let row = |cells: &[Markup]| {
        let cells: Vec<_> = cells
            .iter()
            .map(|it| it.source().replace('|', "\\|"))
            .collect();
        format!("| {} |", cells.join(" | "))
    };
    let align = |index: usize| match table.align.get(index) {
        None => "---",
        Some(Align::Center) => ":-:",
        Some(Align::End) => "--:",
        Some(_) => ":--",
    };
    let rule: Vec<_> = (0..table.head.len()).map(align).collect();
    let mut lines = vec![row(&table.head), format!("|{}|", rule.join("|"))];
    lines.extend(table.rows.iter().map(|it| row(it)));
    lines.join("\n") + &caption_below(table.caption.as_ref(), &id(table.id.as_ref()))
}

/// `: Caption {#id}` in a paragraph of its own, or nothing.
fn caption_below(caption: Option<&Markup>, id: &str) -> String {
    let caption = caption.map_or("", Markup::source);
    match [caption, id].join(" ").trim() {
        "" => String::new(),
        text => format!("\n\n: {text}"),
    }
}

fn figure(figure: &Figure) -> String {
    let alt = markup::escape(figure.alt.as_deref().unwrap_or_default());
    let caption = figure.caption.as_ref();
    let caption = caption.map_or_else(String::new, |it| format!(" \"{it}\""));
    format!(
        "![{alt}](<{}>{caption}){}",
        *figure.src,
        id(figure.id.as_ref())
    )
}

fn code(code: &Code) -> String {
    let fence = "`".repeat(5);
    let language = code.language.as_deref().unwrap_or_default();
    let info = [language, &id(code.id.as_ref())].join(" ");
    let caption = caption_below(code.caption.as_ref(), "");
    format!("{fence}{}\n{}\n{fence}{caption}", info.trim(), code.text)
}

fn note(note: &Note, level: u8) -> String {
    let mark = match note.audience {
        NoteAudience::Student => "student",
        NoteAudience::Lecturer => "lecturer",
        _ => "note",
    };
    marked(mark, &note.content, level)
}

/// Blocks in a quotation that begins with a mark.
fn marked(mark: &str, content: &[Spanned<Block>], level: u8) -> String {
    let mut parts = vec![format!("[!{mark}]")];
    parts.extend(blocks(content, level));
    quoted(&parts.join("\n\n"))
}

fn exercise(exercise: &Exercise, level: u8) -> String {
    let title = exercise.title.as_ref().map_or("", Markup::source);
    let id = exercise
        .id
        .as_ref()
        .map_or_else(String::new, |it| format!("#{} ", **it));
    let lines = exercise
        .lines
        .map_or_else(String::new, |it| format!(" lines={it}"));
    let attributes = format!("{{{id}.exercise{lines}}}");
    let mut parts = vec![heading(level + 1, title, &attributes)];
    parts.extend(blocks(&exercise.content, level + 1));
    if !exercise.answer.is_empty() {
        parts.push(marked("answer", &exercise.answer, level + 1));
    }
    parts.join("\n\n")
}

fn definitions(definitions: &[Spanned<Definition>], level: u8) -> String {
    let entry = |it: &Spanned<Definition>| {
        let content = blocks(&it.content, level).join("\n\n");
        format!("{}\n: {}", it.term, hanging(&content, 2))
    };
    definitions
        .iter()
        .map(entry)
        .collect::<Vec<_>>()
        .join("\n\n")
}
