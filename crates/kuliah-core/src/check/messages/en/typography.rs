//! What rules of the group `typography` say in English.

#[rustfmt::skip]
pub(super) const TABLE: &[(&str, &str)] = &[
    ("typography/bidi-character", "the character {character} turns the direction of writing and cannot be seen"),
    ("typography/bidi-character.fix", "take it out"),
    ("typography/bidi-character.help", "delete it, unless you know what it is for"),
    ("typography/hyphen-for-dash", "this hyphen stands for a dash"),
    ("typography/hyphen-for-dash.fix", "write a dash"),
    ("typography/hyphen-for-dash.help", "write – in its place"),
    ("typography/invisible-character", "the character {character} stands here and cannot be seen"),
    ("typography/invisible-character.fix", "take it out"),
    ("typography/invisible-character.help", "delete it; it often comes along when text is copied"),
    ("typography/missing-space-after", "no blank stands behind \"{sign}\""),
    ("typography/missing-space-after.fix", "put a blank there"),
    ("typography/missing-space-after.help", "put a blank there, or set it as `code` if it is program text"),
    ("typography/semicolon-for-colon", "\"{word}\" announces what follows and has a semicolon behind it"),
    ("typography/semicolon-for-colon.fix", "write a colon"),
    ("typography/semicolon-for-colon.help", "write a colon"),
    ("typography/space-before-punctuation", "a blank stands before \"{sign}\""),
    ("typography/space-before-punctuation.fix", "take the blank out"),
    ("typography/space-before-punctuation.help", "take the blank out"),
    ("typography/straight-quote", "these quotation marks are straight"),
    ("typography/straight-quote.fix", "write curly quotation marks"),
    ("typography/straight-quote.help", "write “ before the words and ” behind them"),
    ("typography/unbalanced", "\"{sign}\" is opened here and never closed"),
    ("typography/unbalanced.closing", "\"{sign}\" closes what was never opened"),
    ("typography/unbalanced.help", "add its partner in the same paragraph, or take it out"),
];
