//! `language/joined-preposition`.

use std::sync::LazyLock;

use kuliah_source::{Message, Safety};

use crate::check::passage::{Part, Passage};
use crate::check::word_table::FixedWords;
use crate::check::{Context, Sink, declare_rule};

declare_rule! {
    /// ## What it finds
    ///
    /// The Indonesian prepositions *di* and *ke* written together with the word for a place:
    /// "dibawah", "dimana", "kedalam". Words between quotation marks or in italics are left alone.
    ///
    /// ## Why it matters
    ///
    /// *Di-* written together is the passive of a verb. Students learn spelling from what they are
    /// given to read, and graders of their theses mark this first.
    ///
    /// ## Example
    ///
    /// ```markdown,reports
    /// Peran dibawah ini penting, terutama dimana masyarakat berperan.
    /// ```
    ///
    /// ## Instead
    ///
    /// ```markdown,silent
    /// Peran di bawah ini penting, terutama di mana masyarakat berperan.
    /// ```
    ///
    /// ## Fix safety
    ///
    /// Safe: it puts a blank behind the preposition. Only words that can be nothing else are
    /// found; "keluar" and "dibalik" are verbs as well.
    "language/joined-preposition", Warning, since "0.1.0", origin Check, fix Safe, check check,
}

/// Words for sides and places that take `-nya` too.
const SIDES: [&str; 26] = [
    "antara",
    "atas",
    "bawah",
    "belakang",
    "bidang",
    "dalam",
    "depan",
    "hadapan",
    "kalangan",
    "lingkungan",
    "luar",
    "muka",
    "pinggir",
    "pusat",
    "samping",
    "sebelah",
    "seberang",
    "sekeliling",
    "sekitar",
    "sisi",
    "sudut",
    "tempat",
    "tengah",
    "tepi",
    "ujung",
    "wilayah",
];

/// Other words for places and times.
const PLACES: [&str; 60] = [
    "akhir",
    "arah",
    "awal",
    "bank",
    "berbagai",
    "daerah",
    "dasar",
    "desa",
    "dunia",
    "gedung",
    "hari",
    "hulu",
    "hutan",
    "internet",
    "jakarta",
    "jalan",
    "kampus",
    "kantor",
    "kelas",
    "kota",
    "lain",
    "lapangan",
    "laut",
    "lokasi",
    "mana",
    "masyarakat",
    "media",
    "negara",
    "negeri",
    "pabrik",
    "pasar",
    "perguruan",
    "permukaan",
    "perpustakaan",
    "perusahaan",
    "pihak",
    "provinsi",
    "ruang",
    "rumah",
    "saat",
    "sana",
    "sawah",
    "sebuah",
    "segala",
    "sejumlah",
    "sekolah",
    "seluruh",
    "sesuatu",
    "setiap",
    "sini",
    "situ",
    "suatu",
    "sungai",
    "tahun",
    "tingkat",
    "toko",
    "udara",
    "universitas",
    "waktu",
    "zaman",
];

static OF_SIDES: LazyLock<FixedWords> = LazyLock::new(|| FixedWords::new(&SIDES));
static OF_PLACES: LazyLock<FixedWords> = LazyLock::new(|| FixedWords::new(&PLACES));

/// What looks like a preposition and a place, and is a word.
const WORDS: [&str; 3] = ["kelapangan", "keluar", "keluarnya"];

fn check(cx: &Context<'_>, sink: &mut Sink<'_>) {
    let passages = cx.passages.iter();
    for passage in passages.filter(|it| !matches!(it.part, Part::Quote | Part::Reference)) {
        check_passage(passage, sink);
    }
}

fn check_passage(passage: &Passage<'_>, sink: &mut Sink<'_>) {
    for word in &passage.words {
        let may_begin = matches!(
            word.start.to_le_bytes(),
            [b'd', b'i', ..] | [b'k', b'e', ..]
        );
        if !may_begin || word.is_set_apart || !word.is_indonesian {
            continue;
        }
        let written = passage.get(word);
        let Some(apart) = written_apart(written) else {
            continue;
        };
        let message = Message::new("language/joined-preposition").with("word", written);
        let finding = sink.report(passage.span(word.range.clone()), message);
        let help = Message::new("language/joined-preposition.help");
        finding.help = Some(help.with("apart", apart.as_str()));
        let title = Message::new("language/joined-preposition.fix").with("apart", apart.as_str());
        finding.fix = passage.fix(word.range.clone(), apart, Safety::Safe, title);
    }
}

/// A preposition and what it was joined with, parted by a blank.
fn written_apart(word: &str) -> Option<String> {
    let start: &[u8; 2] = word.as_bytes().first_chunk()?;
    if !start.eq_ignore_ascii_case(b"di") && !start.eq_ignore_ascii_case(b"ke") {
        return None;
    }
    let (preposition, place) = word.split_at_checked(2)?;
    if WORDS.iter().any(|it| it.eq_ignore_ascii_case(word)) {
        return None;
    }
    if place.eq_ignore_ascii_case("manapun") {
        let (place, particle) = place.split_at_checked(4)?;
        return Some(format!("{preposition} {place} {particle}"));
    }
    let is_place = OF_SIDES.hold(without_pronoun(place)) || OF_PLACES.hold(place);
    is_place.then(|| format!("{preposition} {place}"))
}

/// A word less the "nya" at its end.
fn without_pronoun(word: &str) -> &str {
    let parts = word
        .len()
        .checked_sub(3)
        .and_then(|at| word.split_at_checked(at));
    match parts {
        Some((stem, end)) if end.eq_ignore_ascii_case("nya") => stem,
        _ => word,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prepositions_are_parted_from_places() {
        for (word, apart) in [
            ("dibawah", "di bawah"),
            ("Diantaranya", "Di antaranya"),
            ("DIMANA", "DI MANA"),
            ("kedalam", "ke dalam"),
            ("dimanapun", "di mana pun"),
        ] {
            assert_eq!(written_apart(word).as_deref(), Some(apart));
        }
    }

    #[test]
    fn verbs_and_nouns_are_left_alone() {
        for word in [
            "dibawa",
            "diatasi",
            "ditengahi",
            "keluar",
            "kedalaman",
            "diarahkan",
            "dirumahkan",
            "dibalik",
            "ketua",
            "dinas",
            "kelas",
            "didik",
            "kehutanan",
            "diakhiri",
            "di",
            "ke",
        ] {
            assert_eq!(written_apart(word), None, "{word}");
        }
    }

    #[test]
    fn no_word_is_in_both_tables() {
        assert!(SIDES.iter().all(|it| !PLACES.contains(it)));
    }
}
