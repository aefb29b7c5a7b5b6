//! What rules of the group `language` say in English.

#[rustfmt::skip]
pub(super) const TABLE: &[(&str, &str)] = &[
    ("language/joined-preposition", "\"{word}\" is a preposition and a place, which are written apart"),
    ("language/joined-preposition.fix", "write \"{apart}\""),
    ("language/joined-preposition.help", "write \"{apart}\""),
    ("language/name-capitalisation", "\"{word}\" is written \"{name}\" in the references"),
    ("language/name-capitalisation.fix", "write \"{name}\""),
    ("language/name-capitalisation.help", "write \"{name}\", or cite with the key of the reference"),
    ("language/non-standard-word", "\"{word}\" is not the standard spelling of \"{standard}\""),
    ("language/non-standard-word.fix", "write \"{standard}\""),
    ("language/non-standard-word.help", "write \"{standard}\", or set the word in italics if it is a term of another language"),
    ("language/reduplication-hyphen", "\"{words}\" lacks the hyphen of a reduplication"),
    ("language/reduplication-hyphen.fix", "write \"{joined}\""),
    ("language/reduplication-hyphen.help", "write \"{joined}\", or take one of the two words out"),
    ("language/repeated-word", "\"{word}\" stands here twice"),
    ("language/repeated-word.fix", "take the second \"{word}\" out"),
    ("language/repeated-word.help", "take one of them out"),
    ("language/spelling", "`{word}` is not in the dictionary"),
    ("language/spelling.help", "mend it, mark it as in [{word}]{lang=en} if it is of another language, or add it to `words` below `[spell]` in kuliah.toml"),
    ("language/split-passive", "\"{words}\" is a passive verb, and its prefix is written together with it"),
    ("language/split-passive.fix", "write \"{joined}\""),
    ("language/split-passive.help", "write \"{joined}\""),
    ("language/unmarked-foreign-text", "this is English and not marked as such"),
    ("language/unmarked-foreign-text.help", "put it in brackets with its language behind them: [words]{lang=en}"),
];
