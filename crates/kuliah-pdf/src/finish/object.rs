//! An object into the text of the file (ISO 32000-1, 7.3).

use lopdf::{Dictionary, Object, StringFormat};

use crate::syntax::{hexadecimal, integer, literal, name, real};

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
}
