//! Words around a typed citation, and words that make a year in brackets no citation.

mod not_people;

use std::sync::LazyLock;

use crate::check::word_table::FixedWords;
use not_people::{INSTITUTIONS, NO_NAMES, PLACES};

/// Words that begin a sentence before a name: "Menurut Suharto (2005)".
const STARTERS: &[&str] = &[
    "adapun",
    "akan",
    "akhirnya",
    "as",
    "bagi",
    "bahkan",
    "berbeda",
    "berdasarkan",
    "both",
    "buku",
    "by",
    "dalam",
    "dari",
    "demikian",
    "dengan",
    "di",
    "for",
    "from",
    "hal",
    "however",
    "in",
    "ini",
    "jika",
    "karena",
    "kemudian",
    "ketika",
    "lihat",
    "maka",
    "melalui",
    "mengacu",
    "mengikuti",
    "mengutip",
    "menurut",
    "merujuk",
    "namun",
    "oleh",
    "pada",
    "penelitian",
    "sebagaimana",
    "sedangkan",
    "see",
    "selain",
    "selanjutnya",
    "sementara",
    "seperti",
    "studi",
    "teori",
    "the",
    "untuk",
    "when",
    "while",
    "with",
    "yaitu",
    "yang",
];

/// Words that lead into a citation: what follows one of them is an author.
const CUES: &[&str] = &[
    "menurut",
    "oleh",
    "mengutip",
    "merujuk",
    "dikutip",
    "dinyatakan",
    "dikemukakan",
    "dijelaskan",
    "didefinisikan",
    "dirumuskan",
    "mengikuti",
    "pendapat",
    "definisi",
    "to",
    "by",
    "following",
];

/// What people do who are cited.
const VERBS: &[&str] = &[
    "argues",
    "argued",
    "berargumen",
    "berpendapat",
    "claims",
    "claimed",
    "defines",
    "defined",
    "describes",
    "described",
    "explains",
    "explained",
    "found",
    "identifies",
    "melaporkan",
    "membagi",
    "membedakan",
    "memberikan",
    "memandang",
    "memperkenalkan",
    "menambahkan",
    "mencatat",
    "mendefinisikan",
    "menegaskan",
    "menekankan",
    "menemukan",
    "mengajukan",
    "mengartikan",
    "mengatakan",
    "mengemukakan",
    "mengidentifikasi",
    "mengungkapkan",
    "mengusulkan",
    "menguraikan",
    "menjelaskan",
    "menulis",
    "menunjukkan",
    "menyarankan",
    "menyatakan",
    "menyebut",
    "menyebutkan",
    "menyimpulkan",
    "merumuskan",
    "meneliti",
    "note",
    "notes",
    "noted",
    "proposes",
    "proposed",
    "reports",
    "reported",
    "states",
    "stated",
    "suggests",
    "suggested",
    "writes",
    "wrote",
    "shows",
];

/// Words in brackets before a name: "(lihat Suharto, 2005)".
const PREFIXES: &[&str] = &[
    "bandingkan",
    "bdk",
    "cf",
    "contoh",
    "dalam",
    "dari",
    "dikutip",
    "e.g",
    "in",
    "juga",
    "lihat",
    "menurut",
    "misalnya",
    "periksa",
    "see",
    "also",
];

/// Small words of family names.
const PARTICLES: &[&str] = &[
    "al", "bin", "binti", "da", "de", "del", "den", "der", "di", "dos", "du", "el", "la", "ter",
    "van", "von",
];

static STARTS: LazyLock<FixedWords> = LazyLock::new(|| FixedWords::new(STARTERS));
static SAYS: LazyLock<FixedWords> = LazyLock::new(|| FixedWords::new(VERBS));
static NOT_PEOPLE: LazyLock<FixedWords> = LazyLock::new(|| FixedWords::new(NO_NAMES));
static OF_INSTITUTIONS: LazyLock<FixedWords> = LazyLock::new(|| FixedWords::new(INSTITUTIONS));

fn hold(table: &FixedWords, word: &str) -> bool {
    table.hold(word.trim_end_matches('.'))
}

fn is_in(table: &[&str], word: &str) -> bool {
    let word = word.trim_end_matches('.');
    table.iter().any(|it| it.eq_ignore_ascii_case(word))
}

/// Whether a word begins a sentence rather than a name.
pub(super) fn is_starter(word: &str) -> bool {
    hold(&STARTS, word) || hold(&SAYS, word)
}

/// Whether a word leads into a citation.
pub(super) fn is_cue(word: &str) -> bool {
    is_in(CUES, word)
}

/// Whether a word says that something is taken from what is named behind [`is_to`].
pub(super) fn refers(word: &str) -> bool {
    matches!(
        word.to_lowercase().as_str(),
        "berpedoman" | "mengacu" | "merujuk"
    )
}

/// Whether a word stands between a verb and what it refers to.
pub(super) fn is_to(word: &str) -> bool {
    matches!(word, "kepada" | "pada")
}

/// Whether a word says what an author says or does.
pub(super) fn is_verb(word: &str) -> bool {
    hold(&SAYS, word)
}

/// Whether a word stands before a name in brackets.
pub(super) fn is_prefix(word: &str) -> bool {
    is_in(PREFIXES, word)
}

/// Whether a word is a small word of a family name.
pub(super) fn is_particle(word: &str) -> bool {
    is_in(PARTICLES, word)
}

/// Whether a word is no author's: a month, an event, a place.
pub(super) fn is_no_name(word: &str) -> bool {
    let first = word.split('-').next().unwrap_or_default();
    hold(&NOT_PEOPLE, first) || is_in(PLACES, word)
}

/// Whether a word is of the name of an institution.
pub(crate) fn is_institution(word: &str) -> bool {
    hold(&OF_INSTITUTIONS, word)
}

/// Whether a word joins the names of authors.
pub(super) fn is_and(word: &str) -> bool {
    matches!(word, "dan" | "and" | "&" | "serta")
}

/// Whether a word, in a title in small letters, names the list of works at the end.
pub(crate) fn is_bibliography_title(title: &str) -> bool {
    let title = title.trim().to_lowercase();
    let words = title.rsplit(['.', ')']).next().unwrap_or_default().trim();
    matches!(
        words,
        "daftar pustaka"
            | "daftar rujukan"
            | "daftar referensi"
            | "daftar kepustakaan"
            | "kepustakaan"
            | "pustaka"
            | "rujukan"
            | "referensi"
            | "references"
            | "reference list"
            | "bibliography"
            | "works cited"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_tell_names_from_other_words() {
        assert!(is_no_name("Undang-Undang") && is_no_name("Desember") && is_no_name("Jakarta"));
        assert!(!is_no_name("Suharto") && !is_no_name("Compton"));
        assert!(is_starter("Menurut") && is_particle("van") && is_institution("Kementerian"));
    }

    #[test]
    fn a_reference_list_is_known_by_its_title() {
        assert!(is_bibliography_title("DAFTAR PUSTAKA"));
        assert!(is_bibliography_title("F. Referensi"));
        assert!(!is_bibliography_title("Daftar istilah"));
    }
}
