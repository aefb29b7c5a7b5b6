//! What looks like a citation typed by hand: authors and a year, in the ways Indonesian and
//! English texts write them.
//!
//! 1. `Barker (1978)`, `Comton dan Glaway (1989;511)`: authors, then a year in brackets;
//! 2. `(Suharto, 2005:97)`, `(lihat Parsons dkk., 1994; Barker 1978)`: all of it in brackets;
//! 3. `Parsons, Jorgensen, dan Hernández` alone, for names that are spelled in another way.
//!
//! Whether it is a citation at all is decided by the references and the words around it.

mod names;

use std::ops::Range;

use super::flat::Flat;
use super::tokens::{Kind, Token, tokens};
use super::words;
use crate::markup::locator::loose_locator;

pub(super) use names::TypedName;

/// The most tokens between two brackets.
const MOST_INSIDE: usize = 200;

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
    /// What the words around it say of the names.
    pub(super) around: Around,
}

/// What the words around a candidate say of its names.
#[derive(Debug, Copy, Clone, Default, Eq, PartialEq)]
pub(super) struct Around {
    /// Whether a word right before them says that they are names.
    pub(super) led: bool,
    /// Whether the word behind the year says what an author does.
    pub(super) says: bool,
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
        let mut behind = self.tokens.partition_point(|token| token.range.start < end);
        // `barker (1978) ) memberikan`: a bracket too many says nothing.
        while self.kind(behind) == Some(Kind::Close) {
            behind += 1;
        }
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
            around: Around {
                led: names.led,
                says,
            },
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
            around: Around {
                led: names.led,
                says: false,
            },
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
            around: Around::default(),
        })
    }
}

#[cfg(test)]
mod tests;
