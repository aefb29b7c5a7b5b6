//! TeX text: emphasis, ties, quotation marks; accents are left to the `biblatex` crate.

use biblatex::{Chunk, ChunksRef};

use crate::{
    Run,
    rich::{Reader, single_blanks},
};

/// What a command with braces, or a switch within braces, puts around its text; the control
/// characters are those of [`crate::rich`].
const COMMANDS: [(&[&str], &str, &str); 7] = [
    (
        &[
            "emph",
            "textit",
            "textsl",
            "mkbibemph",
            "mkbibitalic",
            "em",
            "it",
            "itshape",
            "sl",
        ],
        "\u{1}",
        "\u{2}",
    ),
    (&["textbf", "mkbibbold", "bf", "bfseries"], "\u{3}", "\u{4}"),
    (&["textsuperscript", "mkbibsuperscript"], "\u{5}", "\u{6}"),
    (&["textsubscript", "mkbibsubscript"], "\u{7}", "\u{8}"),
    (&["textsc", "sc", "scshape"], "\u{e}", "\u{f}"),
    (&["enquote", "mkbibquote"], "“", "”"),
    (
        &[
            "texttt",
            "textrm",
            "textsf",
            "textnormal",
            "textup",
            "text",
            "mbox",
            "url",
            "path",
            "nolinkurl",
            "rm",
            "tt",
            "sf",
            "upshape",
            "normalfont",
        ],
        "",
        "",
    ),
];

fn command(name: &str) -> Option<(&'static str, &'static str)> {
    let found = COMMANDS.iter().find(|(names, ..)| names.contains(&name));
    found.map(|(_, open, close)| (*open, *close))
}

/// Turns commands of emphasis into control characters, ties into blanks, TeX quotation marks into
/// typographic ones.
pub(super) fn mark(tex: &str) -> String {
    let mut out = String::with_capacity(tex.len());
    // What to put before each closing brace.
    let mut closers: Vec<&str> = Vec::new();
    let mut rest = tex;
    while let Some(c) = rest.chars().next() {
        let after = rest.get(c.len_utf8()..).unwrap_or_default();
        rest = match c {
            '\\' => mark_command(after, &mut out, &mut closers),
            '{' => {
                out.push('{');
                let (closer, after) = switch(after, &mut out);
                closers.push(closer);
                after
            }
            '}' => {
                out.push_str(closers.pop().unwrap_or_default());
                out.push('}');
                after
            }
            '~' => {
                out.push(' ');
                after
            }
            '`' | '\'' if after.starts_with(c) => {
                out.push(if c == '`' { '“' } else { '”' });
                after.get(1..).unwrap_or_default()
            }
            _ => {
                out.push(c);
                after
            }
        };
    }
    out
}

/// Reads what stands behind a backslash; returns what is left.
fn mark_command<'a>(after: &'a str, out: &mut String, closers: &mut Vec<&'static str>) -> &'a str {
    let rest = after.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let name = after.get(..after.len() - rest.len()).unwrap_or_default();
    if let (Some((open, close)), Some(inner)) = (command(name), rest.trim_start().strip_prefix('{'))
    {
        out.push('{');
        out.push_str(open);
        closers.push(close);
        return inner;
    }
    let Some(sign) = after.chars().next() else {
        out.push('\\');
        return after;
    };
    let behind = after.get(sign.len_utf8()..).unwrap_or_default();
    match sign {
        // Spaces of all widths, and the line end.
        ' ' | '\n' | '\r' | '\t' | ',' | ';' | '\\' => out.push(' '),
        '/' | '!' | '@' => {}
        _ => {
            out.push('\\');
            out.push(sign);
        }
    }
    behind
}

/// Reads a switch right behind a brace, `{\em …}`; gives what closes it and what is left.
fn switch<'a>(after: &'a str, out: &mut String) -> (&'static str, &'a str) {
    let Some(from) = after.strip_prefix('\\') else {
        return ("", after);
    };
    let rest = from.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let name = from.get(..from.len() - rest.len()).unwrap_or_default();
    match command(name) {
        Some((open, close)) if rest.starts_with(char::is_whitespace) => {
            out.push_str(open);
            (close, rest.trim_start())
        }
        _ => ("", after),
    }
}

/// The resolved value as runs.
pub(super) fn runs(chunks: ChunksRef<'_>) -> Vec<Run> {
    let mut marked = String::new();
    for chunk in chunks {
        match &chunk.v {
            Chunk::Normal(text) | Chunk::Verbatim(text) => marked.push_str(text),
            Chunk::Math(text) => push_math(text, &mut marked),
        }
    }
    let mut runs = Vec::new();
    let base = Run::default();
    Reader::default().read(&mut runs, &base, &blanks(&marked));
    crate::run::trim(&mut runs);
    runs
}

/// The resolved value without its markup.
pub(super) fn plain(chunks: ChunksRef<'_>) -> String {
    let runs = runs(chunks);
    let text: String = runs.iter().map(|run| run.text.as_str()).collect();
    single_blanks(&text)
}

/// Makes line ends and stretches of blanks one blank; keeps other control characters.
fn blanks(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if !c.is_whitespace() || c == '\u{a0}' {
            out.push(c);
        } else if !out.ends_with(' ') {
            out.push(' ');
        }
    }
    out
}

/// Shows raised and lowered text of a formula, `H$_2$O`; anything else in it is kept as it is.
fn push_math(math: &str, out: &mut String) {
    let mut rest = math;
    while let Some(at) = rest.find(['^', '_']) {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let (open, close) = if from.starts_with('^') {
            ("\u{5}", "\u{6}")
        } else {
            ("\u{7}", "\u{8}")
        };
        let from = from.get(1..).unwrap_or_default();
        let (inner, after) = match from.strip_prefix('{') {
            Some(group) => group.split_once('}').unwrap_or((group, "")),
            None => from.split_at(from.chars().next().map_or(0, char::len_utf8)),
        };
        out.push_str(open);
        out.push_str(inner);
        out.push_str(close);
        rest = after;
    }
    out.push_str(rest);
}
