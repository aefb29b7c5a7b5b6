//! What rules of the group `accessibility` say in English.

#[rustfmt::skip]
pub(super) const TABLE: &[(&str, &str)] = &[
    ("accessibility/missing-alt-text", "the picture `{path}` has no words for those who cannot see it"),
    ("accessibility/missing-alt-text.help", "say in one or two sentences what it shows: ![what is seen](file), or `alt:`"),
    ("accessibility/table-without-header", "this table has no head"),
    ("accessibility/table-without-header.help", "name each column in the first row"),
    ("accessibility/undeclared-language", "the language of this course is `{declared}`, and its text is plainly `{shown}`"),
    ("accessibility/undeclared-language.help", "write `lang: {shown}`, or mark the words of another language"),
    ("accessibility/vague-link-text", "\"{words}\" does not say where the link leads"),
    ("accessibility/vague-link-text.help", "make the name of the page or section the words of the link"),
];
