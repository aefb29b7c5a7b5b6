//! Bookmark names: one for each place of the document that something may refer to.

use std::collections::{BTreeMap, BTreeSet};

use kuliah_doc::{
    Anchor, AnchorKind, Block, BlockKind, Caption, Document, Inline, NodePath, Visit, walk_block,
    walk_document,
};

/// What a name may hold besides its hash: 40 characters less `_` and 8 digits.
const PLAIN: usize = 31;

/// The names of a document's places, and its headings in reading order.
#[derive(Debug, Default)]
pub(crate) struct Places {
    names: BTreeMap<Anchor, String>,
    captions: BTreeMap<Anchor, String>,
    taken: BTreeSet<String>,
    headings: Vec<HeadingPlace>,
    sources: BTreeMap<NodePath, String>,
}

/// A heading as the table of contents lists it.
#[derive(Debug, Clone)]
pub(crate) struct HeadingPlace {
    /// Its bookmark.
    pub(crate) name: String,
    /// Its level, from 1.
    pub(crate) level: u8,
    /// Its number among its siblings.
    pub(crate) number: Option<u32>,
    /// Its words.
    pub(crate) content: Vec<Inline>,
}

impl Places {
    /// Collects and names every place of a document.
    pub(crate) fn of(document: &Document) -> Self {
        let mut places = Self::default();
        walk_document(&mut places, document);
        places
    }

    /// The bookmark of an anchor; `None` when no block bears it.
    pub(crate) fn name(&self, anchor: &Anchor) -> Option<&str> {
        self.names.get(anchor).map(String::as_str)
    }

    /// Label and number of the caption that an anchor names: "Tabel 1".
    pub(crate) fn caption(&self, anchor: &Anchor) -> Option<&str> {
        self.captions.get(anchor).map(String::as_str)
    }

    /// The headings, in reading order.
    pub(crate) fn headings(&self) -> &[HeadingPlace] {
        &self.headings
    }

    /// The bookmark of the block that came from a node.
    pub(crate) fn source(&self, node: &NodePath) -> Option<&str> {
        self.sources.get(node).map(String::as_str)
    }

    /// The bookmarks of all blocks that came from a node.
    pub(crate) fn sources(&self) -> &BTreeMap<NodePath, String> {
        &self.sources
    }

    fn add(&mut self, anchor: &Anchor) -> String {
        if let Some(name) = self.names.get(anchor) {
            return name.clone();
        }
        let name = self.first_free(candidates(anchor));
        self.names.insert(anchor.clone(), name.clone());
        name
    }

    fn add_source(&mut self, node: &NodePath) {
        if !self.sources.contains_key(node) {
            let name = self.first_free(source_candidates(node));
            self.sources.insert(node.clone(), name);
        }
    }

    fn first_free(&mut self, mut candidates: impl Iterator<Item = String>) -> String {
        let name = candidates.find(|name| !self.taken.contains(name));
        let name = name.unwrap_or_default();
        self.taken.insert(name.clone());
        name
    }

    fn add_heading(&mut self, block: &Block) {
        let BlockKind::Section(section) = &block.kind else {
            return;
        };
        let name = match &block.anchor {
            Some(anchor) => self.add(anchor),
            // Word's own form for the headings that its table of contents links to.
            None => format!("_Toc{:08}", self.headings.len() + 1),
        };
        self.headings.push(HeadingPlace {
            name,
            level: section.heading.level,
            number: section.heading.number,
            content: section.heading.content.clone(),
        });
    }
}

impl Visit for Places {
    fn block(&mut self, block: &Block) {
        self.add_heading(block);
        if let Some(node) = &block.node {
            self.add_source(node);
        }
        if let Some(anchor) = &block.anchor {
            self.add(anchor);
            if let Some(caption) = caption_of(&block.kind) {
                let text = caption_label(caption);
                self.captions.entry(anchor.clone()).or_insert(text);
            }
        }
        if let BlockKind::Bibliography(entries) = &block.kind {
            for entry in entries {
                self.add(&entry.anchor);
            }
        }
        walk_block(self, block);
    }
}

/// Label and number of a caption, which a reference repeats: "Tabel 1".
pub(crate) fn caption_label(caption: &Caption) -> String {
    format!("{} {}", caption.label, caption.number)
}

fn caption_of(kind: &BlockKind) -> Option<&Caption> {
    match kind {
        BlockKind::Table(table) => table.caption.as_ref(),
        BlockKind::Figure(figure) => figure.caption.as_ref(),
        BlockKind::Code(code) => code.caption.as_ref(),
        _ => None,
    }
}

/// Names for an anchor, the best first: readable, with a hash of the key, with hashes of more.
///
/// Word allows 40 letters, digits and underscores, and does not tell capitals from
/// small letters; so a key that holds anything but small letters, digits and hyphens
/// is always given its hash.
fn candidates(anchor: &Anchor) -> impl Iterator<Item = String> {
    let kind = match anchor.kind() {
        AnchorKind::Section => "sec",
        AnchorKind::Table => "tbl",
        AnchorKind::Figure => "fig",
        AnchorKind::Code => "cod",
        AnchorKind::List => "lst",
        AnchorKind::Exercise => "exc",
        AnchorKind::Block => "blk",
        AnchorKind::Entry => "bib",
    };
    let key = anchor.key().to_owned();
    let letter = |c: char| {
        if c.is_ascii_alphanumeric() {
            c.to_ascii_lowercase()
        } else {
            '_'
        }
    };
    let whole: String = format!("ref_{kind}_")
        .chars()
        .chain(key.chars().map(letter))
        .collect();
    let cut: String = whole.chars().take(PLAIN).collect();
    let kept = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_');
    let readable = (whole.len() <= 40 && key.chars().all(kept)).then_some(whole);
    let hashed = (0_u32..).map(move |salt| format!("{cut}_{:08x}", fnv(&key, salt)));
    readable.into_iter().chain(hashed)
}

/// Names for a node of the course: the first letter of each key and the numbers of items,
/// `src_s0_r2_c3` for `/sections/0/roles/2/content/3`; with a hash where that is too long or taken.
fn source_candidates(node: &NodePath) -> impl Iterator<Item = String> {
    let pointer = node.as_str().to_owned();
    let mut whole = String::from("src");
    for part in pointer.split('/').filter(|it| !it.is_empty()) {
        if part.bytes().all(|it| it.is_ascii_digit()) {
            whole.push_str(part);
        } else {
            let letter = part.chars().find(char::is_ascii_alphanumeric);
            whole.push('_');
            whole.push(letter.unwrap_or('x').to_ascii_lowercase());
        }
    }
    let cut: String = whole.chars().take(PLAIN).collect();
    let readable = (whole.len() <= 40).then_some(whole);
    let hashed = (0_u32..).map(move |salt| format!("{cut}_{:08x}", fnv(&pointer, salt)));
    readable.into_iter().chain(hashed)
}

/// The bookmark of each block that came from a node of the course, by that node, in a file
/// that carries its course along.
///
/// Names have at most 40 small letters, digits and underscores. They are also listed in the
/// file itself, so that nobody needs this to read one back.
pub fn source_bookmarks(document: &Document) -> BTreeMap<NodePath, String> {
    Places::of(document).sources
}

/// FNV-1a of 32 bits (Fowler, Noll and Vo), the salt mixed into its start.
fn fnv(key: &str, salt: u32) -> u32 {
    let start = 0x811c_9dc5 ^ salt;
    key.bytes().fold(start, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(places: &mut Places, key: &str) -> String {
        places.add(&Anchor::new(AnchorKind::Table, key))
    }

    #[test]
    fn short_keys_stay_readable() {
        let mut places = Places::default();
        assert_eq!(name(&mut places, "peran-kerja"), "ref_tbl_peran_kerja");
        assert_eq!(name(&mut places, "peran-kerja"), "ref_tbl_peran_kerja");
    }

    #[test]
    fn nodes_have_readable_names_where_they_are_short() {
        let mut places = Places::default();
        let path = |steps: &[&str]| {
            let step = |path: NodePath, step: &&str| match step.parse() {
                Ok(index) => path.item(index),
                Err(_) => path.key(step),
            };
            steps.iter().fold(NodePath::root(), step)
        };
        let short = path(&["sections", "0", "roles", "2", "content", "3"]);
        let alike = path(&["sections", "0", "rows", "2", "content", "3"]);
        let long = path(&["sections", "9"].repeat(20));
        for node in [&short, &alike, &long, &short] {
            places.add_source(node);
        }
        assert_eq!(places.source(&short), Some("src_s0_r2_c3"));
        let hashed = places.source(&alike).expect("a name");
        assert!(hashed.starts_with("src_s0_r2_c3_") && hashed.len() == 21);
        assert_eq!(places.source(&long).map(str::len), Some(40));
    }

    #[test]
    fn no_two_keys_share_a_name() {
        let mut places = Places::default();
        let long = "k".repeat(60);
        let keys = [
            "a-b",
            "a_b",
            "A-b",
            "ä",
            "ö",
            "",
            &long,
            &format!("{long}x"),
        ];
        let names: BTreeSet<_> = keys.iter().map(|key| name(&mut places, key)).collect();
        assert_eq!(names.len(), keys.len());
        for name in names {
            let legal = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
            assert!(name.len() <= 40 && name.chars().all(legal), "{name}");
        }
    }
}
