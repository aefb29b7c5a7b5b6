//! Where a text may be broken inside its words, and at what cost.

use std::collections::BTreeMap;

use hypher::Lang;
use kuliah_doc::Language;

use super::indonesian;
use super::line_break::Ending;

/// The most bytes of a word: what is longer is none, and hypher stops the program at it.
const LONGEST: usize = 45;

/// The rules for breaking words.
#[derive(Debug, Copy, Clone, Eq, PartialEq, Ord, PartialOrd)]
pub(crate) enum Rules {
    /// Indonesian, by rule.
    Indonesian,
    /// English, by pattern.
    English,
    /// No hyphens: other languages, headings, captions.
    Whole,
    /// Program text: breaks after signs, no hyphens.
    Code,
}

impl Rules {
    /// The rules of a language.
    pub(crate) fn of(language: &Language) -> Self {
        match language.primary() {
            "id" => Self::Indonesian,
            "en" => Self::English,
            _ => Self::Whole,
        }
    }
}

/// A place to break within a word.
#[derive(Debug, Copy, Clone, PartialEq)]
pub(crate) struct Offer {
    /// Byte offset in the text.
    pub at: usize,
    pub cost: f32,
    pub ending: Ending,
}

impl Offer {
    fn moved(self, by: usize) -> Self {
        Self {
            at: self.at + by,
            ..self
        }
    }
}

/// A hyphen between syllables.
const HYPHEN: f32 = 60.0;
/// A hyphen with fewer than three letters behind it: "pemban-tu".
const POOR_HYPHEN: f32 = 200.0;
/// Letters that stay before a hyphen, in every language; only the author may part "so-sial".
const LEAST_BEFORE: usize = 3;
/// Letters behind a hyphen that are enough for it not to be a poor one.
const ENOUGH_BEHIND: usize = 3;
/// After a hyphen or stroke that is there anyway.
const SIGN: f32 = 30.0;
/// In an address, after its eighth byte.
const ADDRESS_START: usize = 8;
/// Signs that an address may be broken after.
const ADDRESS_SIGNS: &str = "/-.?&=_";
/// Signs that program text may be broken after.
const CODE_SIGNS: &str = "/-.?&=_,;:()[]{}|+*";

/// Longer words hardly come twice.
const LONGEST_KNOWN: usize = 32;
/// So many words are kept, whatever the text is.
const MOST_KNOWN: usize = 10_000;

/// Breaks words; one that came before is not looked at again.
#[derive(Debug, Default)]
pub(crate) struct Hyphenator {
    /// Places within each word, by the rules it was broken by.
    known: BTreeMap<Rules, BTreeMap<Box<str>, Box<[Offer]>>>,
}

impl Hyphenator {
    /// All places where the words of a text may be broken, in order.
    pub(crate) fn offers(&mut self, text: &str, rules: Rules) -> Vec<Offer> {
        let known = self.known.entry(rules).or_default();
        let mut out = Vec::new();
        let mut start = 0;
        for word in text.split(' ') {
            if let Some(offers) = known.get(word) {
                out.extend(offers.iter().map(|it| it.moved(start)));
            } else {
                let from = out.len();
                offers_of_word(word, start, rules, &mut out);
                if word.len() <= LONGEST_KNOWN && known.len() < MOST_KNOWN {
                    let new = out.get(from..).unwrap_or_default();
                    let new = new.iter().map(|it| Offer {
                        at: it.at - start,
                        ..*it
                    });
                    known.insert(word.into(), new.collect());
                }
            }
            start += word.len() + 1;
        }
        out
    }
}

fn offers_of_word(word: &str, start: usize, rules: Rules, out: &mut Vec<Offer>) {
    if rules == Rules::Code {
        after_signs(word, start, CODE_SIGNS, 1, out);
    } else if is_address(word) {
        after_signs(word, start, ADDRESS_SIGNS, ADDRESS_START, out);
    } else {
        let within = if rules == Rules::Indonesian && has_own_hyphen(word) {
            Rules::Whole
        } else {
            rules
        };
        let mut core = 0;
        for (at, c) in word.char_indices() {
            if c.is_alphabetic() {
                continue;
            }
            hyphens(
                word.get(core..at).unwrap_or_default(),
                start + core,
                within,
                out,
            );
            core = at + c.len_utf8();
            if at > 0 && core < word.len() && matches!(c, '-' | '/' | '—' | '–') {
                out.push(Offer {
                    at: start + core,
                    cost: SIGN,
                    ending: if c == '-' {
                        Ending::OwnHyphen
                    } else {
                        Ending::Plain
                    },
                });
            }
        }
        hyphens(
            word.get(core..).unwrap_or_default(),
            start + core,
            within,
            out,
        );
    }
}

/// Whether it is a reduplication or a compound, which is broken at its own hyphen and nowhere
/// else: "peran-peran".
fn has_own_hyphen(word: &str) -> bool {
    let mut parts = word
        .split('-')
        .map(|it| it.chars().any(char::is_alphabetic));
    parts.next().unwrap_or_default() && parts.any(|it| it)
}

fn is_address(word: &str) -> bool {
    let dotted = || {
        let mut parts = word.split('.').skip(1);
        parts.any(|it| it.starts_with(|c: char| c.is_ascii_alphanumeric()))
    };
    word.contains("://") || word.contains('@') || word.contains('_') || dotted()
}

fn after_signs(word: &str, start: usize, signs: &str, from: usize, out: &mut Vec<Offer>) {
    let mut chars = word.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let Some(&(next, follower)) = chars.peek() else {
            return;
        };
        // "//" and "..." stay together.
        if at >= from && signs.contains(c) && !signs.contains(follower) {
            out.push(Offer {
                at: start + next,
                cost: SIGN,
                ending: Ending::Plain,
            });
        }
    }
}

fn hyphens(core: &str, start: usize, rules: Rules, out: &mut Vec<Offer>) {
    if core.len() > LONGEST {
        return;
    }
    let breaks = match rules {
        Rules::Indonesian => indonesian::breaks(core),
        Rules::English => english(core),
        Rules::Whole | Rules::Code => return,
    };
    for at in breaks {
        let (before, behind) = core.split_at_checked(at).unwrap_or((core, ""));
        if before.chars().count() < LEAST_BEFORE {
            continue;
        }
        let poor = behind.chars().count() < ENOUGH_BEHIND;
        out.push(Offer {
            at: start + at,
            cost: if poor { POOR_HYPHEN } else { HYPHEN },
            ending: Ending::Hyphen,
        });
    }
}

fn english(word: &str) -> Vec<usize> {
    if word.chars().skip(1).any(char::is_uppercase) || word.len() < 5 {
        return Vec::new();
    }
    let mut at = 0;
    let mut out: Vec<usize> = hypher::hyphenate(word, Lang::English)
        .map(|syllable| {
            at += syllable.len();
            at
        })
        .collect();
    out.pop();
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broken(text: &str, rules: Rules) -> String {
        let mut out = String::new();
        let mut hyphenator = Hyphenator::default();
        let offers = hyphenator.offers(text, rules);
        // What is known already is broken as what is new.
        assert_eq!(hyphenator.offers(text, rules), offers);
        for (at, c) in text.char_indices() {
            if let Some(offer) = offers.iter().find(|it| it.at == at) {
                out.push(if offer.ending == Ending::Hyphen {
                    '\u{ad}'
                } else {
                    '|'
                });
            }
            out.push(c);
        }
        out.replace('\u{ad}', "~")
    }

    #[test]
    fn words_are_cut_at_signs_first() {
        assert_eq!(
            broken("(kekuatan) ada/tidak", Rules::Indonesian),
            "(keku~atan) ada/|tidak"
        );
    }

    #[test]
    fn reduplications_break_at_their_own_hyphen_alone() {
        assert_eq!(
            broken("(kekuatan-kekuatan) peran-peran", Rules::Indonesian),
            "(kekuatan-|kekuatan) peran-|peran"
        );
        assert_eq!(broken("–pekerjaan-", Rules::Indonesian), "–peker~ja~an-");
    }

    #[test]
    fn at_least_three_letters_stay_before_a_hyphen() {
        assert_eq!(broken("dalam sosial", Rules::Indonesian), "dalam sosi~al");
        // Letters are counted, not bytes, and those of this part of the word.
        assert_eq!(broken("réformasi", Rules::Indonesian), "réfor~ma~si");
        assert_eq!(broken("éternité", Rules::Indonesian), "éter~ni~té");
        assert_eq!(broken("ada/sosial", Rules::Indonesian), "ada/|sosi~al");
        // What is too long to be a word is none.
        let long = "pekerja".repeat(8);
        assert_eq!(broken(&long, Rules::Indonesian), long);
        assert_eq!(broken("generalist", Rules::English), "gen~er~al~ist");
        assert_eq!(broken("because before", Rules::English), "because before");
    }

    #[test]
    fn each_language_has_its_own_rules() {
        assert_eq!(broken("facilitation", Rules::English), "facil~i~ta~tion");
        assert_eq!(broken("facilitation", Rules::Whole), "facilitation");
    }

    #[test]
    fn addresses_break_after_signs_without_hyphens() {
        assert_eq!(
            broken("https://contoh.id/jalan/ke-sana?x=1", Rules::Indonesian),
            "https://contoh.|id/|jalan/|ke-|sana?|x=|1"
        );
    }

    #[test]
    fn program_text_breaks_after_signs() {
        assert_eq!(
            broken("kelas.metode(isi)", Rules::Code),
            "kelas.|metode(|isi)"
        );
    }
}
