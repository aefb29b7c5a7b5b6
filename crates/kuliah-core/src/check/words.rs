//! Whole numbers below a hundred in words, in Indonesian and English.

const INDONESIAN: [&str; 12] = [
    "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan",
    "sepuluh", "sebelas",
];

const ENGLISH: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

const ENGLISH_TENS: [&str; 8] = [
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
];

/// Writes a number as a word of a language (its primary tag); digits from 100 on and for
/// other languages.
pub fn number_in_words(number: usize, language: &str) -> String {
    let words = match language {
        "id" | "ms" => indonesian(number),
        "en" => english(number),
        _ => None,
    };
    words.unwrap_or_else(|| number.to_string())
}

fn indonesian(number: usize) -> Option<String> {
    if let Some(word) = INDONESIAN.get(number) {
        return Some((*word).to_owned());
    }
    let digit = |it: usize| INDONESIAN.get(it).copied();
    match (number / 10, number % 10) {
        (1, ones) => Some(format!("{} belas", digit(ones)?)),
        (tens, 0) if tens < 10 => Some(format!("{} puluh", digit(tens)?)),
        (tens, ones) if tens < 10 => Some(format!("{} puluh {}", digit(tens)?, digit(ones)?)),
        _ => None,
    }
}

fn english(number: usize) -> Option<String> {
    if let Some(word) = ENGLISH.get(number) {
        return Some((*word).to_owned());
    }
    let tens = ENGLISH_TENS.get((number / 10).checked_sub(2)?)?;
    match number % 10 {
        0 => Some((*tens).to_owned()),
        ones => Some(format!("{tens}-{}", ENGLISH.get(ones)?)),
    }
}

/// Reads the number that some words begin with, in digits or words of a language: the number
/// and how many words it takes. `None` when they begin with no number below a hundred.
pub fn number_from_words(words: &[&str], language: &str) -> Option<(usize, usize)> {
    let first = words.first()?;
    if first.bytes().all(|b| b.is_ascii_digit()) && first.len() <= 2 {
        return first.parse().ok().map(|number| (number, 1));
    }
    match language {
        "id" | "ms" => indonesian_from_words(words),
        "en" => english_from_word(first).map(|number| (number, 1)),
        _ => None,
    }
}

/// Where a word stands in a table, case aside.
fn position(table: &[&str], word: &str) -> Option<usize> {
    table.iter().position(|it| it.eq_ignore_ascii_case(word))
}

/// The longest number wins: "dua puluh tiga" begins with "dua".
fn indonesian_from_words(words: &[&str]) -> Option<(usize, usize)> {
    let digit = |at: usize| words.get(at).and_then(|word| position(&INDONESIAN, word));
    let is = |at: usize, word: &str| {
        words
            .get(at)
            .is_some_and(|it| it.eq_ignore_ascii_case(word))
    };
    let first = digit(0)?;
    if !(2..=9).contains(&first) {
        return Some((first, 1));
    }
    if is(1, "belas") {
        return Some((10 + first, 2));
    }
    if is(1, "puluh") {
        return Some(match digit(2) {
            Some(ones @ 1..=9) => (first * 10 + ones, 3),
            _ => (first * 10, 2),
        });
    }
    Some((first, 1))
}

fn english_from_word(word: &str) -> Option<usize> {
    let tens = |word: &str| position(&ENGLISH_TENS, word).map(|at| (at + 2) * 10);
    if let Some(number) = position(&ENGLISH, word).or_else(|| tens(word)) {
        return Some(number);
    }
    let (first, second) = word.split_once('-')?;
    match position(&ENGLISH, second)? {
        ones @ 1..=9 => Some(tens(first)? + ones),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_in_both_languages() {
        let id = |number| number_in_words(number, "id");
        let en = |number| number_in_words(number, "en");
        assert_eq!(
            [id(5), id(11), id(14), id(20), id(47)],
            [
                "lima",
                "sebelas",
                "empat belas",
                "dua puluh",
                "empat puluh tujuh"
            ]
        );
        assert_eq!(
            [en(5), en(12), en(20), en(47)],
            ["five", "twelve", "twenty", "forty-seven"]
        );
        assert_eq!([id(100), number_in_words(5, "fr")], ["100", "5"]);
    }

    #[test]
    fn every_number_reads_back() {
        for language in ["id", "en"] {
            for number in 0..100 {
                let words = number_in_words(number, language);
                let words: Vec<&str> = words.split(' ').collect();
                assert_eq!(
                    number_from_words(&words, language),
                    Some((number, words.len()))
                );
            }
        }
    }

    #[test]
    fn words_behind_the_number_do_not_count() {
        assert_eq!(
            number_from_words(&["Tiga", "prinsip", "utama"], "id"),
            Some((3, 1))
        );
        assert_eq!(number_from_words(&["5", "aspek"], "id"), Some((5, 1)));
        assert_eq!(number_from_words(&["1994", "aspek"], "id"), None);
        assert_eq!(number_from_words(&["prinsip"], "id"), None);
    }
}
