//! The texts of a document that have relationships of their own.

use std::collections::{BTreeMap, BTreeSet};

/// A text with a part of its own.
#[derive(Debug, Copy, Clone, Eq, PartialEq, Ord, PartialOrd)]
pub(crate) enum Story {
    /// The text itself: `document.xml`.
    Body,
    /// The footnotes: `footnotes.xml`.
    Notes,
}

/// What a part points to outside itself.
#[derive(Debug, Default)]
pub(crate) struct Relations {
    numbers: BTreeMap<String, usize>,
    links: Vec<String>,
    pictures: BTreeSet<usize>,
}

impl Relations {
    /// The relationship of an address, one for each distinct address.
    pub(crate) fn link(&mut self, address: &str) -> String {
        let next = self.links.len() + 1;
        let number = *self.numbers.entry(address.to_owned()).or_insert(next);
        if number == next {
            self.links.push(address.to_owned());
        }
        format!("rIdL{number}")
    }

    /// The relationship of a picture.
    pub(crate) fn picture(&mut self, index: usize) -> String {
        self.pictures.insert(index);
        picture_id(index)
    }

    /// Relationship and address of each link.
    pub(crate) fn links(&self) -> impl Iterator<Item = (String, &str)> {
        let numbered = self.links.iter().enumerate();
        numbered.map(|(index, address)| (format!("rIdL{}", index + 1), address.as_str()))
    }

    /// Relationship and number of each picture.
    pub(crate) fn pictures(&self) -> impl Iterator<Item = (String, usize)> {
        self.pictures
            .iter()
            .map(|&index| (picture_id(index), index))
    }
}

fn picture_id(index: usize) -> String {
    format!("rIdI{}", index + 1)
}
