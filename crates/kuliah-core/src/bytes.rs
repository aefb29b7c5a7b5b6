//! Whether a text holds certain bytes: most texts do not, which is quick to tell.

/// How many bytes are looked at before the answer is: few enough to end soon, many enough for the
/// processor to compare several at once.
const CHUNK: usize = 64;

/// Whether two bytes side by side are such a pair.
pub(crate) fn has_pair(text: &str, is_pair: impl Fn(u8, u8) -> bool) -> bool {
    let bytes = text.as_bytes();
    let behind = bytes.get(1..).unwrap_or_default();
    let mut pairs = bytes.chunks(CHUNK).zip(behind.chunks(CHUNK));
    pairs.any(|(first, second)| {
        let pairs = first.iter().zip(second);
        let found = pairs.map(|(&one, &two)| u8::from(is_pair(one, two)));
        found.fold(0, |all, one| all | one) != 0
    })
}

/// Whether a byte is one of those.
pub(crate) fn has_byte(text: &str, is: impl Fn(u8) -> bool) -> bool {
    text.as_bytes().chunks(CHUNK).any(|chunk| {
        let found = chunk.iter().map(|&it| u8::from(is(it)));
        found.fold(0, |all, one| all | one) != 0
    })
}

/// Whether a text holds one of some signs of ASCII.
pub(crate) fn has_any<const N: usize>(text: &str, signs: [u8; N]) -> bool {
    has_byte(text, |it| {
        let found = signs.iter().map(|sign| u8::from(it == *sign));
        found.fold(0, |all, one| all | one) != 0
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_found() {
        assert!(has_any("a(b", [b'[', b'(']) && has_any("a[b", [b'[', b'(']));
        assert!(!has_any("a]b", [b'[', b'(']) && !has_any("", [b'[']) && !has_any("a", []));
    }

    #[test]
    fn pairs_are_found_over_the_edges_of_chunks() {
        let is_pair = |one, two| (one, two) == (b'a', b'b');
        for length in 0..200 {
            let text = format!("{}ab", "x".repeat(length));
            assert!(has_pair(&text, is_pair), "{length}");
            assert!(has_byte(&text, |it| it == b'b'), "{length}");
            assert!(!has_pair(&text, |one, two| (one, two) == (b'b', b'a')));
        }
        assert!(!has_pair("a", is_pair) && !has_pair("", is_pair) && !has_byte("", |_| true));
    }
}
