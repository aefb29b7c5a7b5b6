//! What looks like a citation typed by hand: authors and a year, in the ways Indonesian and
//! English texts write them.
//!
//! 1. `Barker (1978)`, `Comton dan Glaway (1989;511)`: authors, then a year in brackets;
//! 2. `(Suharto, 2005:97)`, `(lihat Parsons dkk., 1994; Barker 1978)`: all of it in brackets;
//! 3. `Parsons, Jorgensen, dan Hernández` alone, for names that are spelled in another way.
//!
//! Whether it is a citation at all is decided by the references and the words around it.

use std::ops::Range;

use super::flat::Flat;
use super::fold::fold;
use super::tokens::{Kind, Token, tokens};
use super::words;
use crate::markup::locator::loose_locator;

/// The most names that are read, and the most words of one.
const MOST_NAMES: usize = 20;
const MOST_WORDS: usize = 8;

/// The most tokens between two brackets.
const MOST_INSIDE: usize = 200;

/// A name as it was typed.
#[derive(Debug, Clone, Eq, PartialEq)]
pub(super) struct TypedName {
    /// Its words, folded, and where each stands.
    pub(super) words: Vec<(String, Range<usize>)>,
    /// Whether it is a word in small letters, which may be no name at all.
    pub(super) small: bool,
}

impl TypedName {
    /// Where it stands, from a word on.
    pub(super) fn range_from(&self, word: usize) -> Range<usize> {
        let start = self.words.get(word).map_or(0, |(_, range)| range.start);
        let end = self.words.last().map_or(start, |(_, range)| range.end);
        start..end
    }
}

/// The year as it was typed.
#[derive(Debug, Clone, Eq, PartialEq)]
pub(super) struct Year {
    /// `None` for "t.t." and "n.d.".
    pub(super) number: Option<i32>,
    /// Whether a letter stands behind it: `2005a`.
    pub(super) lettered: bool,
    pub(super) range: Range<usize>,
}

/// A place in the source as it was typed.
#[derive(Debug, Clone, Eq, PartialEq)]
pub(crate) struct TypedLocator {
    /// The sign before it: `;`, `:` or `,`.
    pub(crate) sign: char,
    /// What it counts, if a word says so: `page`, `chapter`.
    pub(crate) label: Option<&'static str>,
    /// The number: `511-513`.
    pub(crate) number: String,
    /// From the sign to the end.
    pub(super) range: Range<usize>,
}

/// Something that looks like a citation.
#[derive(Debug, Clone, Eq, PartialEq)]
pub(super) struct Candidate {
    pub(super) names: Vec<TypedName>,
    /// Whether "dkk." or "et al." stands behind the names.
    pub(super) others: bool,
    /// `None` for names alone.
    pub(super) year: Option<Year>,
    pub(super) locator: Option<TypedLocator>,
    /// From the first name to the end; without the brackets around all of it.
    pub(super) range: Range<usize>,
    /// The brackets around all of it, with those that share them.
    pub(super) brackets: Option<Range<usize>>,
    /// What stands between the bracket, or the semicolon, and the first name.
    pub(super) prefix: Range<usize>,
    /// Whether it is nothing but names, year and locator.
    pub(super) whole: bool,
    /// Whether the words around it say that it is a citation.
    pub(super) cued: bool,
}

/// Reads every candidate of a text.
pub(super) fn read(flat: &Flat) -> Vec<Candidate> {
    let tokens = tokens(&flat.text);
    let reader = Reader {
        flat,
        tokens: &tokens,
    };
    let mut out = Vec::new();
    let mut depth_zero = true;
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        match token.kind {
            Kind::Open => {
                if let Some(close) = reader.closing(at) {
                    reader.brackets(at, close, &mut out);
                    at = close + 1;
                    continue;
                }
                depth_zero = false;
            }
            // `Hernández 1994)`: the first bracket was forgotten.
            Kind::Close if depth_zero => {
                let year = at.checked_sub(1).and_then(|it| reader.year(it));
                if let Some((year, 1)) = year {
                    out.extend(reader.narrative(at - 1, year, None, token.range.end, false));
                }
            }
            Kind::Close => depth_zero = true,
            Kind::Word if words::is_and(reader.text(at)) => out.extend(reader.names_alone(at)),
            _ => {}
        }
        at += 1;
    }
    out
}

struct Reader<'a> {
    flat: &'a Flat,
    tokens: &'a [Token],
}

/// Names, and the token they begin at.
struct Names {
    list: Vec<TypedName>,
    others: bool,
    first: usize,
    cued: bool,
}

impl Reader<'_> {
    fn kind(&self, at: usize) -> Option<Kind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    fn range(&self, at: usize) -> Range<usize> {
        self.tokens
            .get(at)
            .map_or(0..0, |token| token.range.clone())
    }

    fn text(&self, at: usize) -> &str {
        self.flat.get(&self.range(at))
    }

    /// The bracket that closes the one at a token, with no other in between.
    fn closing(&self, open: usize) -> Option<usize> {
        let inside = self
            .tokens
            .iter()
            .enumerate()
            .skip(open + 1)
            .take(MOST_INSIDE);
        let mut brackets = inside.filter(|(_, it)| matches!(it.kind, Kind::Open | Kind::Close));
        brackets
            .next()
            .and_then(|(at, token)| (token.kind == Kind::Close).then_some(at))
    }

    /// The year at a token, and how many tokens it takes.
    fn year(&self, at: usize) -> Option<(Year, usize)> {
        let range = self.range(at);
        let text = self.text(at);
        if self.kind(at)? == Kind::Number {
            let digits = text.trim_end_matches(|c: char| c.is_ascii_lowercase());
            let number = digits
                .parse()
                .ok()
                .filter(|it| (1500..=2100).contains(it))?;
            let lettered = digits.len() < text.len();
            let number = Some(number);
            return Some((
                Year {
                    number,
                    lettered,
                    range,
                },
                1,
            ));
        }
        let pair = (
            text.to_ascii_lowercase(),
            self.text(at + 1).to_ascii_lowercase(),
        );
        let undated = matches!(
            (pair.0.as_str(), pair.1.as_str()),
            ("t.", "t.") | ("n.", "d.")
        );
        let range = range.start..self.range(at + 1).end;
        undated.then_some((
            Year {
                number: None,
                lettered: false,
                range,
            },
            2,
        ))
    }

    fn brackets(&self, open: usize, close: usize, out: &mut Vec<Candidate>) {
        let end = self.range(close).end;
        if let Some((year, taken)) = self.year(open + 1) {
            let behind = open + 1 + taken;
            let (locator, whole) = self.locator(behind, close);
            // `(1945–1949)` is a span of time.
            let is_range = behind < close && self.kind(behind) == Some(Kind::Other);
            if !is_range {
                out.extend(self.narrative(open, year, locator, end, whole));
            }
            return;
        }
        let brackets = self.range(open).start..end;
        let mut start = open + 1;
        for at in open + 1..=close {
            let ends_part = at == close
                || (self.kind(at) == Some(Kind::Semicolon) && !self.is_locator_sign(at, close));
            if ends_part {
                out.extend(self.part(start, at, &brackets));
                start = at + 1;
            }
        }
    }

    /// Whether a semicolon stands before a number, as in `1989;511`, and so parts no works.
    fn is_locator_sign(&self, at: usize, close: usize) -> bool {
        let next = self.kind(at + 1) == Some(Kind::Number) && self.year(at + 1).is_none();
        next && at + 2 <= close
    }

    /// The locator between two tokens, and whether there is nothing else.
    fn locator(&self, from: usize, to: usize) -> (Option<TypedLocator>, bool) {
        if from >= to {
            return (None, true);
        }
        let sign = match self.kind(from) {
            Some(Kind::Comma) => ',',
            Some(Kind::Semicolon) => ';',
            Some(Kind::Colon) => ':',
            _ => return (None, false),
        };
        let end = self.range(to - 1).end;
        let range = self.range(from).start..end;
        let written = self.flat.get(&(self.range(from).end..end)).trim();
        match loose_locator(written) {
            Some((label, number)) => {
                let number = number.to_owned();
                let locator = TypedLocator {
                    sign,
                    label,
                    number,
                    range,
                };
                (Some(locator), true)
            }
            None => (None, false),
        }
    }

    /// Names before a year: `open` is the token behind them.
    fn narrative(
        &self,
        open: usize,
        year: Year,
        locator: Option<TypedLocator>,
        end: usize,
        whole: bool,
    ) -> Option<Candidate> {
        let names = self.names_before(open, 0)?;
        let behind = self.tokens.partition_point(|token| token.range.start < end);
        let says = self.kind(behind) == Some(Kind::Word) && words::is_verb(self.text(behind));
        let start = names.list.first()?.range_from(0).start;
        let cued = names.cued || says || names.others || names.list.len() > 1 || locator.is_some();
        Some(Candidate {
            names: names.list,
            others: names.others,
            year: Some(year),
            locator,
            range: start..end,
            brackets: None,
            prefix: start..start,
            whole,
            cued,
        })
    }

    /// One work of those in brackets.
    fn part(&self, from: usize, to: usize, brackets: &Range<usize>) -> Option<Candidate> {
        let (at, (year, taken)) =
            (from..to).find_map(|at| self.year(at).map(|found| (at, found)))?;
        let has_comma = at > from && self.kind(at - 1) == Some(Kind::Comma);
        let names = self.names_before(at - usize::from(has_comma), from)?;
        let (locator, ends) = self.locator(at + taken, to);
        let before = from..names.first;
        let is_prefix =
            |at: usize| self.kind(at) == Some(Kind::Comma) || words::is_prefix(self.text(at));
        let begins = before.clone().all(is_prefix);
        let start = names.list.first()?.range_from(0).start;
        let end = match &locator {
            Some(locator) => locator.range.end,
            None => year.range.end,
        };
        let is_several = names.list.len() > 1 || names.others || locator.is_some();
        Some(Candidate {
            names: names.list,
            others: names.others,
            cued: begins && ends && (has_comma || is_several),
            year: Some(year),
            locator,
            range: start..end,
            brackets: Some(brackets.clone()),
            prefix: self.range(from).start.min(start)..start,
            whole: begins && ends,
        })
    }

    /// `Parsons, Jorgensen, dan Hernández` around the "dan" at a token, with no year behind.
    fn names_alone(&self, and: usize) -> Option<Candidate> {
        let last = self.word_name(and + 1, and + 2)?;
        let mut end = and + 2;
        if self.kind(end) == Some(Kind::Comma) {
            end += 1;
        }
        let has_year = self.year(end).is_some()
            || (self.kind(end) == Some(Kind::Open) && self.year(end + 1).is_some());
        if has_year {
            return None;
        }
        let comma = and > 0 && self.kind(and - 1) == Some(Kind::Comma);
        let mut names = self.list_before(and - usize::from(comma), 0, true)?;
        names.list.push(last);
        let start = names.list.first()?.range_from(0).start;
        Some(Candidate {
            range: start..names.list.last()?.range_from(0).end,
            names: names.list,
            others: false,
            year: None,
            locator: None,
            brackets: None,
            prefix: start..start,
            whole: true,
            cued: false,
        })
    }

    /// The names that end before a token, "dkk." among them.
    fn names_before(&self, end: usize, least: usize) -> Option<Names> {
        let others = self.others_before(end, least);
        let mut at = end - others;
        if others > 0 && at > least && self.kind(at - 1) == Some(Kind::Comma) {
            at -= 1;
        }
        let mut names = self.list_before(at, least, others > 0)?;
        names.others = others > 0;
        Some(names)
    }

    /// How many tokens "dkk.", "et al." or "dan kawan-kawan" before a token takes.
    fn others_before(&self, end: usize, least: usize) -> usize {
        let word = |back: usize| {
            let at = end.checked_sub(back).filter(|&at| at >= least);
            at.map_or("", |at| self.text(at)).to_ascii_lowercase()
        };
        match (word(2).as_str(), word(1).trim_end_matches('.')) {
            ("et", "al") | ("dan", "kawan-kawan") | ("and", "others") => 2,
            (_, "dkk") => 1,
            _ => 0,
        }
    }

    /// Names joined by commas and "dan", the last of them before a token.
    ///
    /// Commas join only in a list that has "dan" or "dkk." at its end.
    fn list_before(&self, end: usize, least: usize, mut commas: bool) -> Option<Names> {
        let mut list = Vec::new();
        let mut first = end;
        let mut next = end;
        while list.len() < MOST_NAMES
            && let Some((name, start)) = self.name_before(next, least)
        {
            list.push(name);
            first = start;
            next = start;
            let mut joined = false;
            if next > least && words::is_and(self.text(next - 1)) {
                next -= 1;
                joined = true;
                commas = true;
            }
            if commas && next > least && self.kind(next - 1) == Some(Kind::Comma) {
                next -= 1;
                joined = true;
            }
            if !joined {
                break;
            }
        }
        list.reverse();
        let cued = self.strip_starters(&mut list, first, least);
        merge_institution(&mut list, self);
        (!list.is_empty()).then_some(Names {
            first: first_token(&list, self.tokens)?,
            list,
            others: false,
            cued,
        })
    }

    /// Takes words such as "Menurut" off the first name; whether one leads into a citation.
    fn strip_starters(&self, list: &mut Vec<TypedName>, first: usize, least: usize) -> bool {
        let mut cued = first > least && words::is_cue(self.text(first - 1));
        while let Some(name) = list.first_mut() {
            let Some((_, range)) = name.words.first().filter(|_| !name.small) else {
                break;
            };
            let word = self.flat.get(range);
            if !words::is_starter(word) {
                break;
            }
            cued |= words::is_cue(word);
            if name.words.len() > 1 {
                name.words.remove(0);
            } else {
                list.remove(0);
                break;
            }
        }
        cued
    }

    /// The name that ends before a token, and the token it begins at.
    fn name_before(&self, end: usize, least: usize) -> Option<(TypedName, usize)> {
        let mut start = end;
        while start > least && end - start < MOST_WORDS {
            let at = start - 1;
            let word = self.text(at);
            let is_capital =
                self.kind(at) == Some(Kind::Word) && word.starts_with(char::is_uppercase);
            // A particle belongs to the name behind it.
            let is_particle = start < end && words::is_particle(word);
            if !is_capital && !is_particle {
                break;
            }
            start = at;
        }
        // A particle begins no name, unless a family name does: "van der Berg".
        if start < end {
            let only_initials = (start..end).all(|at| is_initial(self.text(at)));
            if only_initials && start > least && self.kind(start - 1) == Some(Kind::Comma) {
                // `Suharto, E.`: the initials belong to the name before the comma.
                return self.name_before(start - 1, least);
            }
            return self.word_name(start, end).map(|name| (name, start));
        }
        let at = end.checked_sub(1).filter(|&at| at >= least)?;
        let name = self.word_name(at, end)?;
        Some((name, at))
    }

    /// The words between two tokens as a name; one in small letters must be long enough and
    /// no word of the grammar.
    fn word_name(&self, start: usize, end: usize) -> Option<TypedName> {
        let mut list = Vec::new();
        for at in start..end {
            if self.kind(at)? != Kind::Word {
                return None;
            }
            list.push((fold(self.text(at)), self.range(at)));
        }
        list.retain(|(word, _)| !word.is_empty());
        let first = self.text(start);
        let is_particle = end - start > 1 && words::is_particle(first);
        let small = !first.starts_with(char::is_uppercase) && !is_particle;
        let is_word = small && (first.chars().count() < 4 || words::is_starter(first));
        (!list.is_empty() && !is_word).then_some(TypedName { words: list, small })
    }
}

fn is_initial(word: &str) -> bool {
    word.trim_end_matches('.').chars().count() == 1
}

fn first_token(list: &[TypedName], tokens: &[Token]) -> Option<usize> {
    let start = list.first()?.range_from(0).start;
    Some(tokens.partition_point(|token| token.range.start < start))
}

/// "Kementerian Pendidikan dan Kebudayaan" is one author.
fn merge_institution(list: &mut Vec<TypedName>, reader: &Reader<'_>) {
    let Some(first) = list.first() else {
        return;
    };
    let is_institution = first
        .words
        .first()
        .is_some_and(|(word, _)| words::is_institution(word));
    if !is_institution || list.len() < 2 {
        return;
    }
    let start = first.range_from(0).start;
    let end = list.last().map_or(start, |name| name.range_from(0).end);
    let from = reader
        .tokens
        .partition_point(|token| token.range.start < start);
    let to = reader
        .tokens
        .partition_point(|token| token.range.start < end);
    let inside = (from..to).filter(|&at| reader.kind(at) == Some(Kind::Word));
    let words = inside
        .map(|at| (fold(reader.text(at)), reader.range(at)))
        .collect();
    *list = vec![TypedName {
        words,
        small: false,
    }];
}

#[cfg(test)]
mod tests;
