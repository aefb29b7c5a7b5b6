//! Which characters may be set one after the other, from left to right, as they are written.

/// Whether a character belongs to a script that is set as it is written.
///
/// Lines run from left to right here, and no glyph changes place or shape with what stands
/// around it beyond what Latin script asks for. Scripts that run from right to left, or whose
/// syllables are composed, would come out wrong even in a face that has them; so no face
/// shows them, and they are reported (blocks of Unicode 17).
pub(super) fn is_set_as_written(c: char) -> bool {
    !matches!(c,
        // Hebrew to Arabic Extended-A, and the same scripts' presentation forms.
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}'
        // Devanagari to Myanmar: the scripts of South and Southeast Asia.
        | '\u{900}'..='\u{109f}'
        // Tagalog to Mongolian; Limbu to Vedic Extensions, with Balinese, Sundanese and Batak.
        | '\u{1700}'..='\u{18af}' | '\u{1900}'..='\u{1cff}'
        // Syloti Nagri to Meetei Mayek, with Javanese.
        | '\u{a800}'..='\u{abff}'
        // Historic scripts from right to left; Brahmi and its kin; Adlam and its kin.
        | '\u{10800}'..='\u{10fff}' | '\u{11000}'..='\u{11fff}' | '\u{1e800}'..='\u{1efff}')
        // Cherokee is among the last, and as simple as Latin.
        || matches!(c, '\u{ab70}'..='\u{abbf}')
}

#[cfg(test)]
mod tests {
    use super::is_set_as_written;

    #[test]
    fn latin_and_its_like_are_and_what_turns_or_composes_is_not() {
        assert!("aéΩЖ中かア한≤→😀\u{301}ꭰ".chars().all(is_set_as_written));
        assert!(!"אبךकกᬅꦄ𐤀".chars().any(is_set_as_written));
    }
}
