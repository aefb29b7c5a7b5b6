//! A simple reader, which sees in a file what a person would: the text of each
//! paragraph, with the labels that Word would count.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

use kuliah_doc::NumberFormat;

use crate::xml::{self, Element};

/// An opened file.
pub(super) struct Package {
    /// The names of its parts, in order.
    pub(super) names: Vec<String>,
    /// The bytes of its parts.
    pub(super) parts: BTreeMap<String, Vec<u8>>,
}

impl Package {
    pub(super) fn open(bytes: &[u8]) -> Self {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
        let mut package = Self {
            names: Vec::new(),
            parts: BTreeMap::new(),
        };
        for index in 0..archive.len() {
            let mut file = archive.by_index(index).expect("an entry");
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).expect("readable");
            package.names.push(file.name().to_owned());
            package.parts.insert(file.name().to_owned(), bytes);
        }
        package
    }

    /// A part that must be there.
    pub(super) fn part(&self, name: &str) -> Element {
        let bytes = self.parts.get(name).expect(name);
        xml::parse(bytes).expect(name)
    }

    /// The bytes of a part as text.
    pub(super) fn source(&self, name: &str) -> String {
        String::from_utf8(self.parts[name].clone()).expect("UTF-8")
    }

    /// The text of each block, footnotes last, empty ones left out.
    pub(super) fn texts(&self) -> Vec<String> {
        let mut reader = Reader::new(self);
        reader.blocks(
            self.part("word/document.xml")
                .find("w:body")
                .expect("a body"),
        );
        for note in self.part("word/footnotes.xml").elements() {
            if note.get("w:type").is_none() {
                reader.blocks(note);
            }
        }
        reader.out
    }
}

/// All elements of a name, in document order.
pub(super) fn all<'a>(element: &'a Element, name: &str) -> Vec<&'a Element> {
    let mut out = Vec::new();
    collect(element, name, &mut out);
    out
}

fn collect<'a>(element: &'a Element, name: &str, out: &mut Vec<&'a Element>) {
    for child in element.elements() {
        if child.name == name {
            out.push(child);
        }
        collect(child, name, out);
    }
}

/// The value of a property: `value(p, ["w:pPr", "w:pStyle"])`.
pub(super) fn value<'a>(element: &'a Element, path: &[&str]) -> Option<&'a str> {
    let mut at = element;
    for name in path {
        at = at.find(name)?;
    }
    at.get("w:val")
}

fn number(element: &Element, path: &[&str]) -> Option<usize> {
    value(element, path)?.parse().ok()
}

/// List and level.
type InList = (usize, usize);

struct Level {
    format: String,
    text: String,
    start: usize,
}

struct Reader {
    /// What a style says of lists: `None` for nothing.
    styles: BTreeMap<String, Option<InList>>,
    definitions: BTreeMap<usize, Vec<Level>>,
    lists: BTreeMap<usize, (usize, BTreeMap<usize, usize>)>,
    counters: BTreeMap<usize, [usize; 9]>,
    started: BTreeSet<InList>,
    out: Vec<String>,
}

impl Reader {
    fn new(package: &Package) -> Self {
        let styles = package.part("word/styles.xml");
        let numbering = package.part("word/numbering.xml");
        Self {
            styles: all(&styles, "w:style")
                .into_iter()
                .map(|style| {
                    let id = style.get("w:styleId").expect("an id").to_owned();
                    (id, style_list(style, &styles))
                })
                .collect(),
            definitions: all(&numbering, "w:abstractNum")
                .into_iter()
                .map(|it| (attribute(it, "w:abstractNumId"), levels(it)))
                .collect(),
            lists: all(&numbering, "w:num")
                .into_iter()
                .map(|it| (attribute(it, "w:numId"), list(it)))
                .collect(),
            counters: BTreeMap::new(),
            started: BTreeSet::new(),
            out: Vec::new(),
        }
    }

    fn blocks(&mut self, parent: &Element) {
        for child in parent.elements() {
            match child.name.as_str() {
                "w:p" => self.paragraph(child),
                "w:tbl" | "w:tr" | "w:tc" => self.blocks(child),
                _ => {}
            }
        }
    }

    fn paragraph(&mut self, paragraph: &Element) {
        let style = value(paragraph, &["w:pPr", "w:pStyle"]).unwrap_or_default();
        let label = self.label(paragraph, style);
        if style.starts_with("TOC") {
            return;
        }
        let mut text = String::new();
        let (line_end, tab) = match style {
            "SourceCode" => ('\n', ' '),
            "Fact" => (' ', '\n'),
            _ => (' ', ' '),
        };
        words(paragraph, line_end, tab, &mut text);
        for (index, line) in text.split('\n').enumerate() {
            let label = if index == 0 { label.as_str() } else { "" };
            let line = format!("{label} {}", line.trim());
            if !line.trim().is_empty() {
                self.out.push(line.trim().to_owned());
            }
        }
    }

    /// Counts as Word does: by definition and level, a list's own start at its first
    /// use and whenever its level starts again.
    fn label(&mut self, paragraph: &Element, style: &str) -> String {
        let own = paragraph.find("w:pPr").and_then(in_list);
        let by_style = self.styles.get(style).copied().flatten();
        let Some((list, level)) = own.or(by_style).filter(|(list, _)| *list > 0) else {
            return String::new();
        };
        let (definition, starts) = &self.lists[&list];
        let levels = &self.definitions[definition];
        let counters = self.counters.entry(*definition).or_default();
        let start = starts.get(&level).copied();
        let first = start.is_some() && self.started.insert((list, level));
        counters[level] = if first || counters[level] == 0 {
            start.unwrap_or(levels[level].start)
        } else {
            counters[level] + 1
        };
        counters[level + 1..].fill(0);
        let mut label = levels[level].text.clone();
        if levels[level].format == "bullet" {
            return String::new();
        }
        for (index, level) in levels.iter().enumerate() {
            let counted = written(&level.format, counters[index]);
            label = label.replace(&format!("%{}", index + 1), &counted);
        }
        label
    }
}

fn style_list(style: &Element, styles: &Element) -> Option<InList> {
    let own = style.find("w:pPr").and_then(in_list);
    let base = value(style, &["w:basedOn"]).and_then(|id| {
        let mut all = styles.elements();
        all.find(|it| it.get("w:styleId") == Some(id))
    });
    own.or_else(|| base.and_then(|base| style_list(base, styles)))
}

fn in_list(properties: &Element) -> Option<InList> {
    let list = properties.find("w:numPr")?;
    Some((
        number(list, &["w:numId"])?,
        number(list, &["w:ilvl"]).unwrap_or(0),
    ))
}

fn levels(definition: &Element) -> Vec<Level> {
    let level = |it: &Element| Level {
        format: value(it, &["w:numFmt"]).expect("a format").to_owned(),
        text: value(it, &["w:lvlText"]).expect("a text").to_owned(),
        start: number(it, &["w:start"]).expect("a start"),
    };
    let levels: Vec<_> = all(definition, "w:lvl").into_iter().map(level).collect();
    assert_eq!(levels.len(), 9);
    levels
}

fn list(list: &Element) -> (usize, BTreeMap<usize, usize>) {
    let starts = all(list, "w:lvlOverride").into_iter().map(|it| {
        let start = number(it, &["w:startOverride"]).expect("a start");
        (attribute(it, "w:ilvl"), start)
    });
    let definition = number(list, &["w:abstractNumId"]).expect("a definition");
    (definition, starts.collect())
}

fn attribute(element: &Element, name: &str) -> usize {
    element.get(name).expect(name).parse().expect("a number")
}

fn written(format: &str, counted: usize) -> String {
    let format = match format {
        "upperLetter" => NumberFormat::UpperLetter,
        "lowerLetter" => NumberFormat::LowerLetter,
        "lowerRoman" => NumberFormat::LowerRoman,
        _ => NumberFormat::Decimal,
    };
    format.write(u32::try_from(counted).expect("small"))
}

fn words(element: &Element, line_end: char, tab: char, out: &mut String) {
    for child in element.elements() {
        match child.name.as_str() {
            "w:t" => {
                for node in &child.children {
                    if let xml::Node::Text(text) = node {
                        out.push_str(text);
                    }
                }
            }
            "w:br" => out.push(line_end),
            "w:tab" => out.push(tab),
            "w:r" | "w:hyperlink" => words(child, line_end, tab, out),
            _ => {}
        }
    }
}
