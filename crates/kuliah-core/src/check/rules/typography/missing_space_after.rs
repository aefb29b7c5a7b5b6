//! `typography/missing-space-after`.

use std::ops::Range;

use kuliah_source::{Message, Safety};

use crate::bytes::has_pair;
use crate::check::passage::{OBJECT, Part, Passage, is_address};
use crate::check::{Context, Sink, declare_rule};

declare_rule! {
    /// ## What it finds
    ///
    /// A comma, semicolon, full stop, question or exclamation mark with the next word right
    /// behind it. Numbers, addresses, abbreviations, initials, names of files and what looks like
    /// program text are left alone.
    ///
    /// ## Why it matters
    ///
    /// Two sentences run into each other, the line cannot be broken there, and neither word is
    /// found by a search.
    ///
    /// ## Example
    ///
    /// ```markdown,reports
    /// Tujuannya jelas,yaitu mandiri.Langkahnya banyak.
    /// ```
    ///
    /// ## Instead
    ///
    /// ```markdown,silent
    /// Tujuannya jelas, yaitu mandiri. Langkahnya banyak.
    /// ```
    ///
    /// ## Fix safety
    ///
    /// Safe: it puts a blank behind the sign.
    "typography/missing-space-after", Warning, since "0.1.0", origin Check, fix Safe, check check,
}

fn check(cx: &Context<'_>, sink: &mut Sink<'_>) {
    let passages = cx.passages.iter();
    for passage in passages.filter(|it| it.part != Part::Reference) {
        for range in found(&passage.text) {
            report(passage, range, sink);
        }
    }
}

/// The signs that lack a blank, with the letter behind each.
fn found(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    if !has_letter_behind_sign(text) {
        return out;
    }
    let mut start = 0;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        if c.is_whitespace() || c == OBJECT {
            let chunk = text.get(start..at).unwrap_or_default();
            let found = in_chunk(chunk).into_iter();
            out.extend(found.map(|it| start + it.start..start + it.end));
            start = at + c.len_utf8();
        }
    }
    out
}

/// Signs with a blank behind them.
const SIGNS: [u8; 5] = *b",;.!?";

/// Whether a letter stands right behind a sign, which is where a blank may be missing.
fn has_letter_behind_sign(text: &str) -> bool {
    has_pair(text, |sign, behind| {
        let is_sign = SIGNS.iter().fold(0, |all, it| all | u8::from(sign == *it)) != 0;
        is_sign & (behind.is_ascii_alphabetic() | !behind.is_ascii())
    })
}

/// Looks at what stands between two blanks.
fn in_chunk(chunk: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    if !chunk.contains([',', ';', '.', '!', '?']) || is_address(chunk) || is_program(chunk) {
        return out;
    }
    let dots = chunk.matches('.').count();
    let mut word = 0;
    for (at, sign) in chunk.char_indices() {
        if sign.is_alphanumeric() {
            continue;
        }
        let before = chunk.get(word..at).unwrap_or_default();
        let behind = chunk.get(at + sign.len_utf8()..).unwrap_or_default();
        word = at + sign.len_utf8();
        let end = behind.find(|c: char| !c.is_alphanumeric());
        let after = behind
            .get(..end.unwrap_or(behind.len()))
            .unwrap_or_default();
        let lacks = match sign {
            ';' if is_entity(chunk, at, before) => false,
            ',' | ';' | '!' | '?' => is_word(before) && is_word(after),
            '.' => is_word(before) && is_word(after) && ends_sentence(before, after, dots, chunk),
            _ => false,
        };
        if let Some(first) = after.chars().next().filter(|_| lacks) {
            out.push(at..at + sign.len_utf8() + first.len_utf8());
        }
    }
    out
}

/// Whether a semicolon ends an entity that is shown, as `&nbsp;`.
fn is_entity(chunk: &str, at: usize, name: &str) -> bool {
    let before = chunk.get(..at).and_then(|it| it.strip_suffix(name));
    before.is_some_and(|it| it.ends_with('&'))
}

/// Whether letters are a word and neither a variable nor an initial.
fn is_word(letters: &str) -> bool {
    letters.chars().count() > 1 && letters.chars().all(char::is_alphabetic)
}

/// Whether a full stop between two words ends a sentence; in "berkas.csv", "numpy.random" and
/// "S.Pd" it does not.
fn ends_sentence(before: &str, after: &str, dots: usize, chunk: &str) -> bool {
    let is_lower = before.chars().skip(1).all(char::is_lowercase);
    let is_long = before.chars().count() > 3;
    let is_alone = dots == 1 || (dots == 2 && chunk.ends_with('.'));
    let mut letters = after.chars();
    let is_sentence = letters.next().is_some_and(char::is_uppercase)
        && letters.all(char::is_lowercase)
        && before.starts_with(char::is_lowercase);
    let has_pronoun = before.ends_with("nya") && after.chars().count() > 4;
    is_lower && is_long && is_alone && (is_sentence || has_pronoun)
}

/// Whether what stands between two blanks looks like program text, a formula or a set.
fn is_program(chunk: &str) -> bool {
    let is_call = chunk.char_indices().any(|(at, c)| {
        c == '('
            && chunk
                .get(..at)
                .is_some_and(|it| it.ends_with(|c: char| c.is_alphanumeric()))
    });
    is_call || chunk.contains(['=', '_', '{', '[', '<', '\\', '|', '#', '$', '%'])
}

fn report(passage: &Passage<'_>, range: Range<usize>, sink: &mut Sink<'_>) {
    let written = passage.slice(range.clone());
    let mut chars = written.chars();
    let sign = chars.next().map(String::from).unwrap_or_default();
    let message = Message::new("typography/missing-space-after").with("sign", sign.as_str());
    let sign_alone = range.start..range.start + sign.len();
    let finding = sink.report(passage.span(sign_alone), message);
    finding.help = Some(Message::new("typography/missing-space-after.help"));
    let mended = format!("{sign} {}", chars.as_str());
    let title = Message::new("typography/missing-space-after.fix");
    finding.fix = passage.fix(range, mended, Safety::Safe, title);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signs(text: &str) -> Vec<&str> {
        found(text)
            .into_iter()
            .filter_map(|it| text.get(it))
            .collect()
    }

    #[test]
    fn signs_between_words_lack_a_blank() {
        assert_eq!(signs("satu,dua selesai.Lalu apa?Entah"), [",d", ".L", "?E"]);
        assert_eq!(signs("pencapaiannya.parsoons"), [".p"]);
    }

    #[test]
    fn other_signs_are_where_they_belong() {
        for text in [
            "3,14 10.30 1.000.000,00 a,b x;y",
            "www.contoh.id https://a.id/b?c=d,e a@b.id data/f.csv",
            "S.Pd M.Si. Ph.D. e.g. dkk. a.n. d.a. U.S.A.",
            "berkas.csv numpy.random node.js README.md ASP.Net",
            "f(nama,umur) {satu,dua} [satu,dua] java.util.Scanner",
            "“Ya.” (lihat bab 3.) akhir... satu&nbsp;dua",
        ] {
            assert_eq!(signs(text), Vec::<&str>::new(), "{text}");
        }
    }
}
