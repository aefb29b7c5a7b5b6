//! Bookmark names: one for each place of the document that something may refer to.

use std::collections::{BTreeMap, BTreeSet};

use kuliah_doc::{
    Anchor, AnchorKind, Block, BlockKind, Caption, Document, Inline, Visit, walk_block,
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

    fn add(&mut self, anchor: &Anchor) -> String {
        if let Some(name) = self.names.get(anchor) {
            return name.clone();
        }
        let name = candidates(anchor)
            .find(|name| !self.taken.contains(name))
            .unwrap_or_default();
        self.taken.insert(name.clone());
        self.names.insert(anchor.clone(), name.clone());
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
