//! Foreign text made safe to show: in terminals, and in the logs of build servers.
//!
//! Foreign is everything that is not written in this program: messages with words of the course
//! in them, source lines, names of files. It can hold codes that command a terminal, characters
//! that turn the direction of a line, and marks that a build server takes for a command.

use std::fmt::Write as _;

/// Makes foreign text safe for people: what is unseen or commands is shown as `<U+202E>`.
///
/// The result is one line. A tab becomes four blanks, and `##[`, which build servers read as a
/// command wherever it stands, becomes `##<U+005B>`; so does `##vso[`.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\t' => out.push_str("    "),
            '[' if begins_a_command(&out) => push_number(&mut out, c),
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
            '[' if begins_a_command(&out) => out.push_str("\\u005b"),
            _ if is_unsafe(c) => {
                for unit in c.encode_utf16(&mut [0; 2]) {
                    let _ = write!(out, "\\u{unit:04x}");
                }
            }
            _ => out.push(c),
        }
    }
    out
}

/// Whether a bracket behind this would begin a command of a build server: `##[`, `##vso[`.
fn begins_a_command(before: &str) -> bool {
    let name = |c: char| c.is_ascii_alphabetic();
    before.trim_end_matches(name).ends_with("##")
}

fn push_number(out: &mut String, c: char) {
    let _ = write!(out, "<U+{:04X}>", u32::from(c));
}

/// Whether a character is a control, unseen, turns the direction, ends a line, or is none.
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
                | '\u{fff9}'..='\u{fffb}'
                | '\u{fffe}'..='\u{ffff}'
                | '\u{e0000}'..='\u{e007f}'
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
        assert_eq!(escape("a\u{e0068}\u{e0069}"), "a<U+E0068><U+E0069>");
    }

    #[test]
    fn no_command_of_a_build_server_is_left() {
        assert_eq!(escape("##[error]x"), "##<U+005B>error]x");
        assert_eq!(escape("###[a"), "###<U+005B>a");
        assert_eq!(escape("##vso[task"), "##vso<U+005B>task");
        assert_eq!(escape("# #[ ## a["), "# #[ ## a[");
        assert!(!escape_json("\"##vso[task\"").contains("##vso["));
    }

    #[test]
    fn tabs_become_blanks() {
        assert_eq!(escape("a\tb"), "a    b");
    }

    #[test]
    fn escaped_json_means_the_same() {
        let value =
            serde_json::json!({"##[a": ["\u{202e}\u{85}\u{7f}\u{1b}", "\u{e0068}", "##[", "\n"]});
        let text = serde_json::to_string_pretty(&value).expect("json");
        let safe = escape_json(&text);
        assert!(!safe.contains("##[") && !safe.contains('\u{202e}') && !safe.contains('\u{85}'));
        let back: serde_json::Value = serde_json::from_str(&safe).expect("json");
        assert_eq!(back, value);
    }
}
