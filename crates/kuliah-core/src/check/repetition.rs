//! Words that stand twice side by side.

/// Indonesian words that only hold a sentence together: twice is a slip, never a plural.
pub(crate) const INDONESIAN_PARTICLES: [&str; 48] = [
    "adalah",
    "akan",
    "atau",
    "bahwa",
    "dalam",
    "dan",
    "dapat",
    "dari",
    "dengan",
    "di",
    "hanya",
    "harus",
    "ia",
    "ialah",
    "jika",
    "juga",
    "kami",
    "karena",
    "ke",
    "kepada",
    "ketika",
    "kita",
    "maka",
    "melalui",
    "menurut",
    "mereka",
    "merupakan",
    "namun",
    "oleh",
    "pada",
    "para",
    "sebagai",
    "sebuah",
    "secara",
    "sedangkan",
    "sehingga",
    "seorang",
    "seperti",
    "serta",
    "suatu",
    "supaya",
    "telah",
    "terhadap",
    "tersebut",
    "tetapi",
    "tidak",
    "untuk",
    "yang",
];

/// English words of the same sort. "had had", "that that" and "what it is is" may be right, so
/// such words are not here.
pub(crate) const ENGLISH_PARTICLES: [&str; 22] = [
    "a", "an", "and", "as", "at", "because", "but", "by", "for", "from", "if", "into", "its", "of",
    "or", "our", "should", "than", "the", "their", "to", "with",
];

/// Whether two words are the same, a capital letter at the start aside; numbers are none.
pub(crate) fn is_repeated(first: &str, second: &str) -> bool {
    // Letters of ASCII are compared first: most words differ in one.
    let alike =
        |(one, two): (u8, u8)| one.eq_ignore_ascii_case(&two) || !one.is_ascii() && !two.is_ascii();
    first.len() == second.len()
        && first.bytes().zip(second.bytes()).all(alike)
        && first.chars().all(char::is_alphabetic)
        && first.to_lowercase() == second.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_capital_letter_makes_no_difference() {
        assert!(is_repeated("Yang", "yang") && is_repeated("é", "é"));
        assert!(!is_repeated("yang", "yangg") && !is_repeated("10", "10"));
        assert!(is_repeated("É", "é") && !is_repeated("ée", "eé") && !is_repeated("é", "ab"));
    }

    #[test]
    fn the_tables_are_in_order() {
        assert!(INDONESIAN_PARTICLES.is_sorted() && ENGLISH_PARTICLES.is_sorted());
    }
}
