//! An object into the text of the file (ISO 32000-1, 7.3).

use std::io::Write;

use lopdf::{Dictionary, Object, StringFormat};

/// Appends an object.
pub(super) fn write(object: &Object, out: &mut Vec<u8>) {
    match object {
        Object::Null => out.extend(b"null"),
        Object::Boolean(true) => out.extend(b"true"),
        Object::Boolean(false) => out.extend(b"false"),
        Object::Integer(it) => integer(*it, out),
        Object::Real(it) => real(*it, out),
        Object::Name(it) => name(it, out),
        Object::String(it, StringFormat::Literal) => literal(it, out),
        Object::String(it, StringFormat::Hexadecimal) => hexadecimal(it, out),
        Object::Array(it) => array(it, out),
        Object::Dictionary(it) => dictionary(it, out),
        // A stream is an object of the file, never a part of another; see `file`.
        Object::Stream(it) => dictionary(&it.dict, out),
        Object::Reference((number, generation)) => {
            integer((*number).into(), out);
            out.push(b' ');
            integer((*generation).into(), out);
            out.extend(b" R");
        }
    }
}

/// Appends a dictionary.
pub(super) fn dictionary(dictionary: &Dictionary, out: &mut Vec<u8>) {
    out.extend(b"<<");
    for (key, value) in dictionary {
        name(key, out);
        separate(value, out);
        write(value, out);
    }
    out.extend(b">>");
}

fn array(items: &[Object], out: &mut Vec<u8>) {
    out.push(b'[');
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            separate(item, out);
        }
        write(item, out);
    }
    out.push(b']');
}

/// A blank before what does not open with a delimiter.
fn separate(next: &Object, out: &mut Vec<u8>) {
    if matches!(
        next,
        Object::Null
            | Object::Boolean(_)
            | Object::Integer(_)
            | Object::Real(_)
            | Object::Reference(_)
    ) {
        out.push(b' ');
    }
}

fn integer(value: i64, out: &mut Vec<u8>) {
    // Writing to memory does not fail.
    let _ = write!(out, "{value}");
}

/// A thousandth of a point is finer than any device.
fn real(value: f32, out: &mut Vec<u8>) {
    let rounded = (f64::from(value) * 1000.0).round() / 1000.0;
    let _ = write!(out, "{}", if rounded == 0.0 { 0.0 } else { rounded });
}

fn name(name: &[u8], out: &mut Vec<u8>) {
    out.push(b'/');
    for &byte in name {
        if byte.is_ascii_graphic() && !b"()<>[]{}/%#".contains(&byte) {
            out.push(byte);
        } else {
            let _ = write!(out, "#{byte:02X}");
        }
    }
}

fn literal(text: &[u8], out: &mut Vec<u8>) {
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

fn hexadecimal(text: &[u8], out: &mut Vec<u8>) {
    const DIGITS: [u8; 16] = *b"0123456789ABCDEF";
    out.push(b'<');
    for &byte in text {
        let digit = |value: u8| DIGITS.get(usize::from(value)).copied().unwrap_or(b'0');
        out.extend([digit(byte >> 4), digit(byte & 15)]);
    }
    out.push(b'>');
}

#[cfg(test)]
mod tests {
    use lopdf::{Object, StringFormat, dictionary};

    fn text(object: impl Into<Object>) -> String {
        let mut out = Vec::new();
        super::write(&object.into(), &mut out);
        String::from_utf8(out).expect("ASCII")
    }

    #[test]
    fn objects_are_written_as_the_standard_has_them() {
        let dictionary = dictionary! {
            "A" => vec![Object::Integer(-1), Object::Real(0.25), Object::Null, Object::Boolean(true)],
            "B#" => Object::Name(b"a b".to_vec()),
            "C" => Object::Reference((12, 0)),
            "D" => dictionary! { "E" => Object::string_literal("(a\\b\r)") },
            "F" => Object::String(vec![0xfe, 0x0a], StringFormat::Hexadecimal)
        };
        assert_eq!(
            text(dictionary),
            "<</A[-1 0.25 null true]/B#23/a#20b/C 12 0 R/D<</E(\\(a\\\\b\\r\\))>>/F<FE0A>>>"
        );
    }

    #[test]
    fn reals_have_no_exponent_and_no_tail() {
        let all = [595.276_f32, 1e-9, -1e-9, 0.1 + 0.2, 1e9];
        let all: Vec<String> = all.into_iter().map(|it| text(Object::Real(it))).collect();
        assert_eq!(all, ["595.276", "0", "0", "0.3", "1000000000"]);
    }
}
