//! Arbitrary courses that pass the check, for tests of properties.
//!
//! Every course has a section `awal` with a title, a role and the references of
//! [`text::KEYS`], so that references, counts and citations in any text resolve.

mod blocks;
mod course;
pub mod text;

use std::collections::BTreeMap;
use std::fmt;
use std::sync::LazyLock;

use kuliah::model::Course;

use crate::root;

pub use course::courses;

/// What a generated course must be expressible in.
#[derive(Debug, Copy, Clone, Eq, PartialEq)]
pub enum Dialect {
    /// YAML, JSON and TOML: any text anywhere, blocks in any order.
    Data,
    /// Markdown, which cannot say everything. Left out are
    ///
    /// - text that begins like a block (`- x`, `# x`): it must be escaped, which is another text;
    /// - text that ends like something else: in a colon before a list, in attributes, in the
    ///   citation of a list or quotation;
    /// - line breaks within headings, cells, captions and terms;
    /// - a part or exercise with anything but parts and exercises behind it: a heading ends
    ///   where the next one begins;
    /// - a title of a list, or an exercise, below three parts: there is no heading of level five;
    /// - a list of definitions right behind another;
    /// - a term or caption that holds the mark that ends it.
    Markdown,
}

/// A course that is shown as JSON when a test fails with it.
#[derive(Clone)]
pub struct Arbitrary(pub Course);

impl fmt::Debug for Arbitrary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let value = serde_json::to_value(&self.0).map_err(|_| fmt::Error)?;
        write!(f, "{value:#}")
    }
}

/// The files that figures of generated courses name.
pub fn pictures() -> &'static BTreeMap<String, Vec<u8>> {
    static PICTURES: LazyLock<BTreeMap<String, Vec<u8>>> = LazyLock::new(|| {
        let picture = std::fs::read(root().join("tests/rules/reference/missing-file/ada.png"));
        let picture = picture.expect("a picture");
        let named = |name: &str| (name.to_owned(), picture.clone());
        blocks::PICTURES.iter().map(|it| named(it)).collect()
    });
    &PICTURES
}
