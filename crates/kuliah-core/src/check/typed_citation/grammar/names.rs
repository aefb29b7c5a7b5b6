//! The names before a year or a word that joins them.

use std::ops::Range;

use super::super::fold::fold;
use super::super::tokens::{Kind, Token};
use super::super::words;
use super::Reader;

/// The most names that are read, and the most words of one.
const MOST_NAMES: usize = 20;
const MOST_WORDS: usize = 8;

/// A name as it was typed.
#[derive(Debug, Clone, Eq, PartialEq)]
pub(in crate::check::typed_citation) struct TypedName {
    /// Its words, folded, and where each stands.
    pub(in crate::check::typed_citation) words: Vec<(String, Range<usize>)>,
    /// Whether it is a word in small letters, which may be no name at all.
    pub(in crate::check::typed_citation) small: bool,
}

impl TypedName {
    /// Where it stands, from a word on.
    pub(in crate::check::typed_citation) fn range_from(&self, word: usize) -> Range<usize> {
        let start = self.words.get(word).map_or(0, |(_, range)| range.start);
        let end = self.words.last().map_or(start, |(_, range)| range.end);
        start..end
    }
}

/// Names, and the token they begin at.
pub(super) struct Names {
    pub(super) list: Vec<TypedName>,
    pub(super) others: bool,
    pub(super) first: usize,
    pub(super) cued: bool,
    /// Whether a word right before them says that they are names.
    pub(super) led: bool,
}

impl Reader<'_> {
    /// The names that end before a token, "dkk." among them.
    pub(super) fn names_before(&self, end: usize, least: usize) -> Option<Names> {
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
    pub(super) fn list_before(&self, end: usize, least: usize, mut commas: bool) -> Option<Names> {
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
        let led = self.leads(first, least);
        let cued = self.strip_starters(&mut list);
        merge_institution(&mut list, self);
        (!list.is_empty()).then_some(Names {
            first: first_token(&list, self.tokens)?,
            list,
            others: false,
            cued: cued || led,
            led,
        })
    }

    /// Whether what stands before a token leads into a citation: "menurut", "mengacu pada".
    fn leads(&self, first: usize, least: usize) -> bool {
        let before = |back: usize| {
            let at = first.checked_sub(back).filter(|&at| at >= least);
            at.map_or("", |at| self.text(at))
        };
        words::is_cue(before(1)) || words::is_to(before(1)) && words::refers(before(2))
    }

    /// Takes words such as "Menurut" off the first name; whether one leads into a citation.
    fn strip_starters(&self, list: &mut Vec<TypedName>) -> bool {
        let mut cued = false;
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
    pub(super) fn word_name(&self, start: usize, end: usize) -> Option<TypedName> {
        let first = self.text(start);
        let is_particle = end - start > 1 && words::is_particle(first);
        let small = !first.starts_with(char::is_uppercase) && !is_particle;
        if small && (first.chars().count() < 4 || words::is_starter(first)) {
            return None;
        }
        let mut list = Vec::new();
        for at in start..end {
            if self.kind(at)? != Kind::Word {
                return None;
            }
            list.push((fold(self.text(at)), self.range(at)));
        }
        list.retain(|(word, _)| !word.is_empty());
        (!list.is_empty()).then_some(TypedName { words: list, small })
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
