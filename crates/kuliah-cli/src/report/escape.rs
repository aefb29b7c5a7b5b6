//! Foreign text made safe to show: in terminals, and in the logs of build servers.
//!
//! Foreign is everything that is not written in this program: messages with words of the course
//! in them, source lines, names of files. It can hold codes that command a terminal, characters
//! that turn the direction of a line, and marks that a build server takes for a command.

use std::fmt::Write as _;

/// Makes foreign text safe for people: what is unseen or commands is shown as `<U+202E>`.
///
/// The result is one line. A tab becomes four blanks, and `##[`, which build servers read as a
/// command wherever it stands, becomes `##<U+005B>`.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\t' => out.push_str("    "),
            '[' if out.ends_with("##") => push_number(&mut out, c),
            _ if is_unsafe(c) => push_number(&mut out, c),
            _ => out.push(c),
        }
    }
    out
}

/// Makes JSON safe to be printed; its meaning stays the same.
///
/// The characters that [`escape`] shows by their numbers can only stand in its texts, where
/// JSON has escapes of its own for them.
pub(crate) fn escape_json(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            '\n' => out.push(c),
            '[' if out.ends_with("##") => out.push_str("\\u005b"),
            // Every one of them has a number of at most four digits.
            _ if is_unsafe(c) => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            _ => out.push(c),
        }
    }
    out
}

fn push_number(out: &mut String, c: char) {
    let _ = write!(out, "<U+{:04X}>", u32::from(c));
}

/// Whether a character is a control, unseen, turns the direction, ends a line, or is none.
///
/// None of them lies outside the Basic Multilingual Plane.
fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{061c}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{fdd0}'..='\u{fdef}'
                | '\u{feff}'
                | '\u{fffe}'..='\u{ffff}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text_stays_as_it_is() {
        let text = "Peran “pemungkin” é – 漢字 # ## [a] <b>";
        assert_eq!(escape(text), text);
        assert_eq!(escape_json(text), text);
    }

    #[test]
    fn what_commands_a_terminal_is_shown_by_its_number() {
        assert_eq!(escape("\u{1b}[31mred\u{7f}"), "<U+001B>[31mred<U+007F>");
        assert_eq!(escape("\u{9b}2J"), "<U+009B>2J");
        assert_eq!(escape("a\rb\nc\u{2028}d"), "a<U+000D>b<U+000A>c<U+2028>d");
    }

    #[test]
    fn what_is_unseen_or_turns_the_direction_is_shown_by_its_number() {
        assert_eq!(escape("a\u{202e}b\u{2066}"), "a<U+202E>b<U+2066>");
        assert_eq!(escape("\u{feff}a\u{200b}b"), "<U+FEFF>a<U+200B>b");
        assert_eq!(escape("\u{061c}\u{fdd0}"), "<U+061C><U+FDD0>");
    }

    #[test]
    fn no_command_of_a_build_server_is_left() {
        assert_eq!(escape("##[error]x"), "##<U+005B>error]x");
        assert_eq!(escape("###[a"), "###<U+005B>a");
        assert_eq!(escape("# #["), "# #[");
    }

    #[test]
    fn tabs_become_blanks() {
        assert_eq!(escape("a\tb"), "a    b");
    }

    #[test]
    fn escaped_json_means_the_same() {
        let value = serde_json::json!({"##[a": ["\u{202e}\u{85}\u{7f}\u{1b}", "##[", "\n"]});
        let text = serde_json::to_string_pretty(&value).expect("json");
        let safe = escape_json(&text);
        assert!(!safe.contains("##[") && !safe.contains('\u{202e}') && !safe.contains('\u{85}'));
        let back: serde_json::Value = serde_json::from_str(&safe).expect("json");
        assert_eq!(back, value);
    }
}
