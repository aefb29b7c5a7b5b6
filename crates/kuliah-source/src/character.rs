//! Characters that no format may be given.

/// Whether no format may be given the character.
///
/// Forbidden are the controls C0 and C1, the line ends U+2028 and U+2029, and the
/// noncharacters of Unicode (section 23.7); what is left are characters of XML 1.0
/// (section 2.2).
#[inline]
pub fn is_forbidden(c: char) -> bool {
    // Nearly all characters are of these.
    if matches!(c, ' '..='~') {
        return false;
    }
    let code = u32::from(c);
    c.is_control()
        || matches!(c, '\u{2028}' | '\u{2029}')
        || (0xfdd0..=0xfdef).contains(&code)
        || code & 0xfffe == 0xfffe
}
