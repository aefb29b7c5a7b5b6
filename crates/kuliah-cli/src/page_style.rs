//! Markdown pages of ours as a terminal shows them best: headings in bold, code set in.
//!
//! Only what the pages hold is known: headings, paragraphs, fenced code and `code` in a line.

use std::fmt::Write as _;

use annotate_snippets::renderer::{AnsiColor, Style};

const HEADING: Style = Style::new().bold();
const CODE: Style = AnsiColor::Cyan.on_default();

/// How far code is set in.
const INDENT: &str = "    ";

/// A page with the codes of a terminal.
pub(crate) fn styled(page: &str) -> String {
    let mut out = String::with_capacity(page.len() * 2);
    let mut in_code = false;
    for line in page.lines() {
        if line.starts_with("```") {
            in_code = !in_code;
            continue;
        }
        if in_code {
            if !line.is_empty() {
                out.extend([INDENT, &coded(line)]);
            }
        } else if let Some(title) = line.strip_prefix("## ").or(line.strip_prefix("# ")) {
            let _ = write!(out, "{HEADING}{title}{HEADING:#}");
        } else {
            push_words(&mut out, line);
        }
        out.push('\n');
    }
    out
}

fn coded(text: &str) -> String {
    format!("{CODE}{text}{CODE:#}")
}

/// A line of text; every second part between back ticks is code.
fn push_words(out: &mut String, line: &str) {
    let parts: Vec<_> = line.split('`').collect();
    // A tick without a second one is a tick.
    if parts.len().is_multiple_of(2) {
        out.push_str(line);
        return;
    }
    for (at, part) in parts.iter().enumerate() {
        if at % 2 == 1 {
            out.push_str(&coded(part));
        } else {
            out.push_str(part);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_keeps_its_words_and_loses_its_marks() {
        let page = "# a/b\n\nWrite `x` so.\n\n```markdown\n## Title\n\n`y`\n```\n\nA ` tick.\n";
        let plain = anstream::adapter::strip_str(&styled(page)).to_string();
        assert_eq!(
            plain,
            "a/b\n\nWrite x so.\n\n    ## Title\n\n    `y`\n\nA ` tick.\n"
        );
        assert!(styled(page).starts_with("\u{1b}[1ma/b\u{1b}[0m\n"));
    }
}
