//! Words by which a language is known, whatever a text is about.

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

/// Whether a word holds English sentences together, a capital letter aside.
pub(crate) fn is_english(word: &str) -> bool {
    contains(&ENGLISH, word)
}

/// Whether a word holds Indonesian sentences together, a capital letter aside.
pub(crate) fn is_indonesian(word: &str) -> bool {
    contains(&INDONESIAN, word)
}

fn contains(table: &[&str], word: &str) -> bool {
    let mut small = [0; LONGEST];
    let Some(small) = small.get_mut(..word.len()) else {
        return false;
    };
    small.copy_from_slice(word.as_bytes());
    small.make_ascii_lowercase();
    table
        .binary_search_by(|it| it.as_bytes().cmp(small))
        .is_ok()
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
        assert!(!ENGLISH.iter().any(|it| is_indonesian(it)));
    }

    #[test]
    fn capital_letters_do_not_matter() {
        assert!(is_english("The") && is_indonesian("Yang"));
        assert!(!is_english("role") && !is_indonesian("peran"));
    }
}
