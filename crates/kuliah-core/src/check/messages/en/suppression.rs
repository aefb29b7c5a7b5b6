//! What rules of the group `suppression` say in English.

#[rustfmt::skip]
pub(super) const TABLE: &[(&str, &str)] = &[
    ("suppression/malformed", "this comment ignores nothing, because it names no rule"),
    ("suppression/malformed.help", "write `lint-ignore RULE: reason`"),
    ("suppression/malformed.mark", "`{text}` is not how such a comment begins, so it ignores nothing"),
    ("suppression/malformed.mark.help", "write `lint-ignore RULE: reason`"),
    ("suppression/malformed.proof", "this rule cannot be ignored; a handout could not be written with such a fault in it"),
    ("suppression/malformed.rule", "there is no rule `{name}`"),
    ("suppression/malformed.rule.help", "`kuliah rules` lists all rules"),
    ("suppression/malformed.rule.help-near", "did you mean `{near}`?"),
    ("suppression/unused", "`{rule}` finds nothing here, so there is nothing to ignore"),
    ("suppression/unused.fix", "take it out"),
    ("suppression/unused.help", "take it out of the comment, or the comment out of the text"),
    ("suppression/without-reason", "this comment gives no reason, so it ignores nothing"),
    ("suppression/without-reason.help", "write why behind a colon: `lint-ignore RULE: reason`"),
];
