//! Indonesian.

use kuliah_source::Catalogue;

/// The words, sorted by key; a line each.
#[rustfmt::skip]
pub(super) static CATALOGUE: Catalogue = Catalogue {
    entries: &[
        ("language/joined-preposition", "\"{word}\" adalah kata depan dan tempat, jadi ditulis terpisah"),
        ("language/joined-preposition.fix", "tulis \"{apart}\""),
        ("language/joined-preposition.help", "tulis \"{apart}\""),
        ("language/reduplication-hyphen", "\"{words}\" adalah bentuk ulang tanpa tanda hubung"),
        ("language/reduplication-hyphen.fix", "tulis \"{joined}\""),
        ("language/reduplication-hyphen.help", "tulis \"{joined}\", atau hapus salah satu katanya"),
        ("language/repeated-word", "\"{word}\" tertulis dua kali di sini"),
        ("language/repeated-word.fix", "hapus \"{word}\" yang kedua"),
        ("language/repeated-word.help", "hapus salah satunya"),
        ("language/split-passive", "\"{words}\" adalah kata kerja pasif, jadi awalannya ditulis serangkai"),
        ("language/split-passive.fix", "tulis \"{joined}\""),
        ("language/split-passive.help", "tulis \"{joined}\""),
    ],
};
