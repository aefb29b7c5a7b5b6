//! What rules of the group `list` say in English.

#[rustfmt::skip]
pub(super) const TABLE: &[(&str, &str)] = &[
    ("list/duplicate-item", "this item stands in the list twice"),
    ("list/duplicate-item.first", "first written here"),
    ("list/duplicate-item.help", "take one of them out, or change it to what was meant"),
    ("list/end-punctuation", "this item ends in \"{sign}\", and the others end without a sign"),
    ("list/end-punctuation.bare", "this item ends without a sign, and the others end in \"{others}\""),
    ("list/end-punctuation.help", "take the sign out"),
    ("list/end-punctuation.help-sign", "end it in \"{others}\""),
    ("list/end-punctuation.other", "this item ends in \"{sign}\", and the others end in \"{others}\""),
    ("list/not-parallel", "\"{word}\" has another form than the first words of the other items"),
    ("list/not-parallel.command", "\"{word}\" is a command, and the other items begin otherwise"),
    ("list/not-parallel.help", "begin it with the same form of word as the others"),
    ("list/not-parallel.noun", "\"{word}\" is a noun, and the other items begin with a verb"),
    ("list/single-item", "this list has one item only"),
    ("list/single-item.help", "make a sentence of it, or add the items that are missing"),
    ("list/term-separator", "\"{words}\" parts the term in another way than the other items"),
    ("list/term-separator.blank", "a blank stands before this colon, and none before those of the other items"),
    ("list/term-separator.blank-help", "take the blank out, or write every term as **Term:** text"),
    ("list/term-separator.fix", "take the blank out"),
    ("list/term-separator.help", "write it as **Term:** text, like the others"),
];
