//! Words by which a language is known, whatever a text is about.

use std::sync::LazyLock;

use super::word_table::WordTable;

/// English words that hold sentences together and are no Indonesian words.
const ENGLISH: [&str; 64] = [
    "about", "also", "an", "and", "are", "as", "at", "be", "because", "been", "being", "between",
    "but", "by", "can", "could", "does", "for", "from", "had", "has", "have", "how", "if", "in",
    "into", "is", "it", "its", "more", "must", "no", "not", "of", "on", "or", "our", "should",
    "such", "than", "that", "the", "their", "them", "then", "there", "these", "they", "this",
    "those", "to", "was", "we", "were", "what", "when", "which", "who", "why", "will", "with",
    "would", "you", "your",
];

/// Indonesian words that hold sentences together and are no English words.
const INDONESIAN: [&str; 64] = [
    "adalah",
    "agar",
    "akan",
    "anda",
    "antara",
    "apa",
    "atau",
    "bagi",
    "bahwa",
    "banyak",
    "bisa",
    "bukan",
    "dalam",
    "dan",
    "dapat",
    "dari",
    "dengan",
    "di",
    "hal",
    "hanya",
    "harus",
    "ialah",
    "ini",
    "itu",
    "jika",
    "juga",
    "kami",
    "karena",
    "ke",
    "kepada",
    "kita",
    "lain",
    "lebih",
    "maka",
    "melalui",
    "menjadi",
    "menurut",
    "mereka",
    "merupakan",
    "namun",
    "oleh",
    "orang",
    "pada",
    "para",
    "saat",
    "sangat",
    "satu",
    "saya",
    "sebagai",
    "sebuah",
    "secara",
    "sehingga",
    "seorang",
    "seperti",
    "serta",
    "setiap",
    "suatu",
    "sudah",
    "telah",
    "terhadap",
    "tersebut",
    "tidak",
    "untuk",
    "yang",
];

/// A language that is known by such words.
#[derive(Debug, Copy, Clone, Eq, PartialEq)]
pub(crate) enum Tongue {
    /// English.
    English,
    /// Indonesian.
    Indonesian,
}

static TONGUES: LazyLock<WordTable<&str, Tongue>> = LazyLock::new(|| {
    let english = ENGLISH.iter().map(|word| (*word, Tongue::English));
    let indonesian = INDONESIAN.iter().map(|word| (*word, Tongue::Indonesian));
    english.chain(indonesian).collect()
});

/// The language whose sentences a word holds together, a capital letter aside.
pub(crate) fn tongue(word: &str) -> Option<Tongue> {
    if word.len() > LONGEST {
        return None;
    }
    TONGUES.get_small(word).copied()
}

/// The most letters that a word of the tables has; all are of ASCII.
const LONGEST: usize = 12;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_sorted_and_have_nothing_in_common() {
        assert!(ENGLISH.is_sorted() && INDONESIAN.is_sorted());
        let fits = |it: &&str| it.is_ascii() && it.len() <= LONGEST;
        assert!(ENGLISH.iter().all(fits) && INDONESIAN.iter().all(fits));
        assert!(!ENGLISH.iter().any(|it| INDONESIAN.contains(it)));
    }

    #[test]
    fn capital_letters_do_not_matter() {
        assert_eq!(tongue("The"), Some(Tongue::English));
        assert_eq!(tongue("Yang"), Some(Tongue::Indonesian));
        assert!(tongue("role").is_none() && tongue("peran").is_none());
    }
}
