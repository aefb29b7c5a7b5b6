//! Formatted text: stretches of characters that look the same.

/// A stretch of text with one look.
#[derive(Debug, Clone, Default, Eq, PartialEq, Hash)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "five independent switches of typography, not states"
)]
#[non_exhaustive]
pub struct Run {
    /// The characters; never empty, without control characters.
    pub text: String,
    /// Slanted.
    pub italic: bool,
    /// Heavy.
    pub bold: bool,
    /// Lower case shown as small capitals.
    pub small_caps: bool,
    /// Small and raised; never together with `subscript`.
    pub superscript: bool,
    /// Small and lowered.
    pub subscript: bool,
    /// The address this text links to, as it stands in the reference.
    pub url: Option<String>,
    /// The key of the reference this part of a citation stands for; `None` for the words and signs
    /// between and around, and in entries of the reference list.
    pub entry: Option<String>,
}

impl Run {
    /// Plain text.
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }

    /// Whether both look alike and lead to the same place.
    fn joins(&self, other: &Self) -> bool {
        self.italic == other.italic
            && self.bold == other.bold
            && self.small_caps == other.small_caps
            && self.superscript == other.superscript
            && self.subscript == other.subscript
            && self.url == other.url
            && self.entry == other.entry
    }
}

/// Appends a run, joined with the last one where both look alike.
pub(crate) fn push(runs: &mut Vec<Run>, run: Run) {
    if run.text.is_empty() {
        return;
    }
    match runs.last_mut() {
        Some(last) if last.joins(&run) => last.text.push_str(&run.text),
        _ => runs.push(run),
    }
}

/// Appends runs as [`push`] does.
pub(crate) fn push_all(runs: &mut Vec<Run>, more: impl IntoIterator<Item = Run>) {
    for run in more {
        push(runs, run);
    }
}

/// Takes blanks off the start and end of the text.
pub(crate) fn trim(runs: &mut Vec<Run>) {
    while let Some(last) = runs.last_mut() {
        last.text.truncate(last.text.trim_end().len());
        if !last.text.is_empty() {
            break;
        }
        runs.pop();
    }
    while let Some(first) = runs.first_mut() {
        let blanks = first.text.len() - first.text.trim_start().len();
        first.text.drain(..blanks);
        if !first.text.is_empty() {
            break;
        }
        runs.remove(0);
    }
}

/// Stands for a closing quotation mark behind a mark that ends a sentence.
const CLOSED: char = '\u{0}';

/// Takes away a full stop right behind `?`, `!`, or a quotation that ends in a mark: the formatter does so within a stretch of one
/// look only. Addresses stay as they are.
pub(crate) fn drop_doubled_stops(runs: &mut Vec<Run>) {
    let mut before = ' ';
    for run in &mut *runs {
        if run.url.is_some() {
            before = ' ';
            continue;
        }
        run.text.retain(|c| {
            let doubled = c == '.' && matches!(before, '?' | '!' | CLOSED);
            if !doubled {
                let closed = matches!(c, '”' | '’') && matches!(before, '?' | '!' | '.');
                before = if closed { CLOSED } else { c };
            }
            !doubled
        });
    }
    runs.retain(|run| !run.text.is_empty());
}

/// Leaves one blank of two in a row: the last one of a part and the first one of the next. Addresses
/// stay as they are.
pub(crate) fn drop_doubled_blanks(runs: &mut Vec<Run>) {
    let mut blank = false;
    for run in &mut *runs {
        if run.url.is_some() {
            blank = false;
            continue;
        }
        run.text
            .retain(|c| !(std::mem::replace(&mut blank, c == ' ') && c == ' '));
    }
    runs.retain(|run| !run.text.is_empty());
}

/// "Ed. ke-2" at the start of a sentence, where styles made for English have a number.
pub(crate) fn capitalize_edition(runs: &mut [Run]) {
    const WORDS: &str = " ed. ke-";
    let mut before = None;
    for run in runs {
        let found = run.text.find(WORDS);
        if let Some(at) = found.filter(|_| run.url.is_none()) {
            let last = run.text.get(..at).and_then(|it| it.chars().next_back());
            if matches!(last.or(before), Some('.' | '?' | '!' | '”' | '’')) {
                run.text.replace_range(at..at + 2, " E");
            }
        }
        before = run.text.chars().next_back();
    }
}

/// Takes away the comma of "(1978,)": the formatter sets it before a month and day that a date
/// of a year alone does not have.
pub(crate) fn drop_dateless_commas(runs: &mut [Run]) {
    for run in runs
        .iter_mut()
        .filter(|run| !run.italic && run.url.is_none())
    {
        let found = run.text.match_indices(",)").map(|(at, _)| at);
        let Some(at) = found
            .into_iter()
            .find(|&at| ends_in_year(run.text.get(..at)))
        else {
            continue;
        };
        run.text.remove(at);
    }
}

/// Whether a text ends in a year in brackets, with or without a letter behind it.
fn ends_in_year(text: Option<&str>) -> bool {
    let text = text.unwrap_or_default();
    let year = text
        .strip_suffix(|c: char| c.is_ascii_lowercase())
        .unwrap_or(text);
    let digits = year.len() - year.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    digits == 4
        && year
            .get(..year.len() - digits)
            .is_some_and(|it| it.ends_with('('))
}

/// The words alone.
pub(crate) fn text(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

/// Takes away the comma at the end of names, also one that a closing quotation mark drew in.
pub(crate) fn drop_final_comma(runs: &mut Vec<Run>) {
    let Some(last) = runs.last_mut() else {
        return;
    };
    let quote: String = last
        .text
        .chars()
        .rev()
        .take_while(|c| "”’\"'".contains(*c))
        .collect();
    let end = last.text.len() - quote.len();
    last.text.truncate(end);
    last.text
        .truncate(last.text.trim_end_matches([',', ' ']).len());
    last.text.extend(quote.chars().rev());
    if last.text.is_empty() {
        runs.pop();
        drop_final_comma(runs);
    }
}

/// Takes away the signs that parted the text from what stood before it.
pub(crate) fn drop_leading_signs(runs: &mut Vec<Run>) {
    while let Some(first) = runs.first_mut() {
        let kept = first
            .text
            .trim_start_matches([' ', ',', ';', ':', '.'])
            .len();
        let cut = first.text.len() - kept;
        first.text.drain(..cut);
        if !first.text.is_empty() {
            break;
        }
        runs.remove(0);
    }
}

/// Parts the text behind these words at its start, quotation marks aside; `None` where it begins
/// otherwise. The signs that part both belong to neither.
pub(crate) fn split_start(runs: &[Run], words: &str) -> Option<(Vec<Run>, Vec<Run>)> {
    let bare = |c: &char| !"“”‘’\"',.".contains(*c);
    let whole = text(runs);
    // A style may write titles in capitals of its own.
    let small = |c: char| c.to_lowercase().next().unwrap_or(c);
    let mut wanted = words.chars().filter(bare).map(small).peekable();
    wanted.peek()?;
    let mut end = 0;
    for (at, c) in whole.char_indices() {
        if bare(&c) {
            match wanted.next() {
                Some(sought) if sought == small(c) => {}
                Some(_) => return None,
                None => break,
            }
        }
        end = at + c.len_utf8();
    }
    if wanted.peek().is_some() {
        return None;
    }
    let (mut start, mut rest) = (Vec::new(), Vec::new());
    for run in runs {
        let (before, behind) = run.text.split_at_checked(end.min(run.text.len()))?;
        end -= before.len();
        let piece = |text: &str| Run {
            text: text.to_owned(),
            ..run.clone()
        };
        push(&mut start, piece(before));
        push(&mut rest, piece(behind));
    }
    drop_leading_signs(&mut rest);
    Some((start, rest))
}

/// Turns the first letter into a capital, as at the start of a note.
pub(crate) fn capitalize(runs: &mut [Run]) {
    let Some(first) = runs.first_mut().filter(|it| it.url.is_none()) else {
        return;
    };
    if let Some(letter) = first.text.chars().next().filter(|it| it.is_lowercase()) {
        let capital: String = letter.to_uppercase().collect();
        first.text.replace_range(..letter.len_utf8(), &capital);
    }
}

/// Puts the sign that ends a note, unless one stands there already.
pub(crate) fn close(runs: &mut Vec<Run>, sign: &str) {
    let end = text(runs);
    let bare = end.trim_end_matches(['”', '’', '"', ')']);
    let ended = bare.ends_with(['.', '?', '!']) && !end.ends_with(')');
    if ended && sign == "." {
        return;
    }
    // A full stop stands within the quotation marks (Chicago Manual of Style, 18th edition, 6.9).
    if sign == "."
        && let Some(last) = runs.last_mut().filter(|it| it.url.is_none())
        && last.text.ends_with('”')
    {
        last.text.pop();
        last.text.push_str(".”");
        return;
    }
    push(runs, Run::new(sign));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn alike_runs_are_joined_and_empty_ones_dropped() {
        let mut runs = Vec::new();
        for text in ["a", "", "b"] {
            push(&mut runs, Run::new(text));
        }
        let slanted = Run {
            italic: true,
            ..Run::new("c")
        };
        push(&mut runs, slanted.clone());
        assert_eq!(runs, [Run::new("ab"), slanted]);
    }

    #[test]
    fn a_year_alone_has_no_comma_behind_it() {
        let mut runs = [Run::new("Barker, R. (1978a,). Judul f(x,).")];
        drop_dateless_commas(&mut runs);
        assert_eq!(runs[0].text, "Barker, R. (1978a). Judul f(x,).");
    }

    #[test]
    fn two_blanks_are_one_also_across_runs() {
        let slanted = Run {
            italic: true,
            ..Run::new(" b  c")
        };
        let mut runs = vec![Run::new("a "), slanted, Run::new(" d")];
        drop_doubled_blanks(&mut runs);
        assert_eq!(text(&runs), "a b c d");
    }

    #[test]
    fn trimming_drops_runs_of_blanks() {
        let mut runs = vec![
            Run::new("  "),
            Run {
                bold: true,
                ..Run::new(" a ")
            },
            Run::new(" "),
        ];
        trim(&mut runs);
        assert_eq!(runs.len(), 1);
        assert_eq!(runs[0].text, "a");
    }
}
