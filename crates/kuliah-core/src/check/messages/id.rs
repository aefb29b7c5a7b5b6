//! Indonesian.

use kuliah_source::Catalogue;

/// The words, sorted by key; a line each.
#[rustfmt::skip]
pub(super) static CATALOGUE: Catalogue = Catalogue {
    entries: &[
        ("language/joined-preposition", "\"{word}\" adalah kata depan dan tempat, jadi ditulis terpisah"),
        ("language/joined-preposition.fix", "tulis \"{apart}\""),
        ("language/joined-preposition.help", "tulis \"{apart}\""),
        ("language/split-passive", "\"{words}\" adalah kata kerja pasif, jadi awalannya ditulis serangkai"),
        ("language/split-passive.fix", "tulis \"{joined}\""),
        ("language/split-passive.help", "tulis \"{joined}\""),
    ],
};
