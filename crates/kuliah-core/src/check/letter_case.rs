//! Capital letters of a word that takes another's place.

/// Writes a word with capital letters where the one it replaces has them: all, the first, or none.
pub(crate) fn in_case_of(model: &str, word: &str) -> String {
    let mut letters = model.chars().filter(|c| c.is_alphabetic());
    let first_is_capital = letters.next().is_some_and(char::is_uppercase);
    let rest_is_capital = letters.next().is_some_and(char::is_uppercase);
    match (first_is_capital, rest_is_capital) {
        (true, true) => word.to_uppercase(),
        (true, false) => capitalised(word),
        _ => word.to_owned(),
    }
}

/// Whether a word begins with a capital letter.
pub(crate) fn is_capitalised(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// Begins a word with a capital letter.
pub(crate) fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_stay_where_they_were() {
        assert_eq!(in_case_of("Praktek", "praktik"), "Praktik");
        assert_eq!(in_case_of("PRAKTEK", "praktik"), "PRAKTIK");
        assert_eq!(in_case_of("praktek", "praktik"), "praktik");
        assert_eq!(in_case_of("A", "b"), "B");
        assert_eq!(in_case_of("", "b"), "b");
    }
}
