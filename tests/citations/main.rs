//! Citations in every place of a course, in every style that is shipped, in every format.

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod links_of_pdf;
mod links_of_word;
mod numbers;
mod places;

use std::collections::BTreeMap;

use kuliah::document::{
    AnchorKind, Block, BlockKind, Document, Entry, Inline, Visit, inline_text, walk_block,
    walk_document, walk_inline,
};
use kuliah::{CheckOptions, Handout, HandoutOptions, Input, Syntax, compile, format};
use kuliah_tests::root;
use kuliah_tests::same::squeezed;

/// The styles that are shipped.
const STYLES: [&str; 8] = [
    "apa",
    "apa-id",
    "chicago-author-date",
    "chicago-notes",
    "harvard",
    "ieee",
    "mla",
    "vancouver",
];

/// The course in a style and a language, and the files it names.
struct Cited {
    name: String,
    handout: Handout,
    assets: BTreeMap<String, Vec<u8>>,
}

impl Cited {
    fn new(style: &str, language: &str) -> Self {
        let name = format!("{style} in {language}");
        let read = |path: &str| std::fs::read(root().join(path)).expect("a file");
        let mut assets = BTreeMap::new();
        for file in ["karya.bib", "karya.json"] {
            assets.insert(file.to_owned(), read(&format!("tests/citations/{file}")));
        }
        let picture = read("examples/statistics/journeys.png");
        assets.insert("gambar.png".to_owned(), picture);
        let text = String::from_utf8(read("tests/citations/course.md")).expect("UTF-8");
        let text = text
            .replace(
                "citation-style: apa-id",
                &format!("citation-style: {style}"),
            )
            .replace("lang: id", &format!("lang: {language}"));
        let input = Input::new("course.md", text.as_bytes(), Syntax::Markdown);
        let compiled = compile(&input, &assets, &CheckOptions::default());
        let course = compiled.course;
        let course = course.unwrap_or_else(|| panic!("{name}: {:#?}", compiled.diagnostics));
        Self {
            handout: Handout::new(&course, HandoutOptions::default()),
            name,
            assets,
        }
    }

    /// In every style, in both languages.
    fn all() -> impl Iterator<Item = Self> {
        let one = |style| ["id", "en"].map(|language| Self::new(style, language));
        STYLES.into_iter().flat_map(one)
    }

    fn export(&self, name: &str) -> Vec<u8> {
        let format = format(name).expect("a format");
        let exported = self.handout.export(format, &self.assets);
        exported.expect("a file").bytes
    }
}

/// What the document tree says of citations.
#[derive(Default)]
struct Links {
    /// The words of each citation that leads to an entry, and the key of the entry.
    cited: Vec<(String, String)>,
    entries: Vec<Entry>,
}

impl Links {
    fn of(document: &Document) -> Self {
        let mut out = Self::default();
        walk_document(&mut out, document);
        assert!(out.cited.len() > 20 && out.entries.len() > 12);
        out
    }

    /// The position in the list of the entry that each citation leads to; sorted.
    fn places(&self) -> Vec<(String, usize)> {
        let place = |key: &str| self.entries.iter().position(|it| it.anchor.key() == key);
        let one = |(words, key): &(String, String)| (squeezed(words), place(key).expect("listed"));
        let mut out: Vec<_> = self.cited.iter().map(one).collect();
        out.sort();
        out
    }

    /// The keys, each where it is cited first.
    fn keys(&self) -> Vec<&str> {
        let mut out = Vec::new();
        for (_, key) in &self.cited {
            if !out.contains(&key.as_str()) {
                out.push(key.as_str());
            }
        }
        out
    }
}

impl Visit for Links {
    fn block(&mut self, block: &Block) {
        match &block.kind {
            BlockKind::Bibliography(entries) => self.entries.extend(entries.iter().cloned()),
            _ => walk_block(self, block),
        }
    }

    fn inline(&mut self, inline: &Inline) {
        if let Inline::Reference { target, content } = inline
            && target.kind() == AnchorKind::Entry
        {
            let key = target.key().to_owned();
            self.cited.push((inline_text(content), key));
        }
        walk_inline(self, inline);
    }
}
