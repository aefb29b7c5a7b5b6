//! Numbers, names and strings as a PDF file has them (ISO 32000-1, 7.3).

/// Appends a whole number.
pub(crate) fn integer(value: i64, out: &mut Vec<u8>) {
    if value < 0 {
        out.push(b'-');
    }
    digits(value.unsigned_abs(), out);
}

/// Appends a number with up to three places: a thousandth of a point is finer than any device.
#[expect(
    clippy::cast_possible_truncation,
    reason = "thousandths of any length on a page are whole numbers of 64 bits"
)]
pub(crate) fn real(value: f32, out: &mut Vec<u8>) {
    let thousandths = (f64::from(value) * 1000.0).round() as i64;
    let size = thousandths.unsigned_abs();
    if thousandths < 0 {
        out.push(b'-');
    }
    digits(size / 1000, out);
    let mut rest = size % 1000;
    if rest > 0 {
        out.push(b'.');
    }
    for place in [100, 10, 1] {
        if rest > 0 {
            out.push(digit(rest / place));
            rest %= place;
        }
    }
}

fn digits(value: u64, out: &mut Vec<u8>) {
    if value >= 10 {
        digits(value / 10, out);
    }
    out.push(digit(value % 10));
}

fn digit(value: u64) -> u8 {
    b'0' + u8::try_from(value % 10).unwrap_or(0)
}

/// Appends a name.
pub(crate) fn name(name: &[u8], out: &mut Vec<u8>) {
    out.push(b'/');
    // Nearly all names are of letters and figures.
    if name.iter().all(u8::is_ascii_alphanumeric) {
        out.extend_from_slice(name);
        return;
    }
    for &byte in name {
        if byte.is_ascii_graphic() && !b"()<>[]{}/%#".contains(&byte) {
            out.push(byte);
        } else {
            out.push(b'#');
            out.extend(hexadecimal_digits(byte));
        }
    }
}

/// Appends a string in round brackets.
pub(crate) fn literal(text: &[u8], out: &mut Vec<u8>) {
    out.push(b'(');
    for &byte in text {
        match byte {
            b'(' | b')' | b'\\' => out.extend([b'\\', byte]),
            // A bare line end would be read as a line feed.
            b'\r' => out.extend(b"\\r"),
            _ => out.push(byte),
        }
    }
    out.push(b')');
}

/// Appends a string in hexadecimal digits.
pub(crate) fn hexadecimal(text: &[u8], out: &mut Vec<u8>) {
    out.push(b'<');
    for &byte in text {
        out.extend(hexadecimal_digits(byte));
    }
    out.push(b'>');
}

fn hexadecimal_digits(byte: u8) -> [u8; 2] {
    const DIGITS: [u8; 16] = *b"0123456789ABCDEF";
    [byte >> 4, byte & 15].map(|it| DIGITS.get(usize::from(it)).copied().unwrap_or(b'0'))
}

#[cfg(test)]
mod tests {
    fn written(write: impl FnOnce(&mut Vec<u8>)) -> String {
        let mut out = Vec::new();
        write(&mut out);
        String::from_utf8(out).expect("ASCII")
    }

    #[test]
    fn numbers_have_no_exponent_and_no_tail() {
        let all = [
            595.276_f32,
            1e-9,
            -1e-9,
            0.1 + 0.2,
            1e9,
            -0.05,
            1.203,
            12.3,
            -7.0,
        ];
        let all = all.map(|it| written(|out| super::real(it, out)));
        let want = [
            "595.276",
            "0",
            "0",
            "0.3",
            "1000000000",
            "-0.05",
            "1.203",
            "12.3",
            "-7",
        ];
        assert_eq!(all, want);
        let all = [0, 7, -40, i64::MIN].map(|it| written(|out| super::integer(it, out)));
        assert_eq!(all, ["0", "7", "-40", "-9223372036854775808"]);
    }

    #[test]
    fn what_would_end_a_string_or_name_is_escaped() {
        assert_eq!(
            written(|out| super::literal(b"(a\\b\r)", out)),
            r"(\(a\\b\r\))"
        );
        assert_eq!(written(|out| super::name(b"a b#", out)), "/a#20b#23");
        assert_eq!(
            written(|out| super::hexadecimal(&[0xfe, 0x0a], out)),
            "<FE0A>"
        );
    }
}
