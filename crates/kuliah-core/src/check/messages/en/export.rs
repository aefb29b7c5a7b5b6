//! What rules of the group `export` say in English.

#[rustfmt::skip]
pub(super) const TABLE: &[(&str, &str)] = &[
    ("export/missing-glyph", "no built-in typeface has {characters}; a box is printed in their place"),
    ("export/missing-glyph.help", "write it in other characters or in words; the text itself is kept for copying and reading aloud"),
    ("export/not-shown", "`{path}` is a four-colour (CMYK) picture, which an archival PDF cannot hold; its name is printed instead"),
    ("export/not-shown.box", "callouts are nested too deeply for a box of their own; the text is shown without one"),
    ("export/not-shown.box.help", "put the inner callouts after one another instead of into each other"),
    ("export/not-shown.coding", "`{path}` is a JPEG of a rare coding that PDF readers do not know; its name is printed instead"),
    ("export/not-shown.columns", "a table of {columns} columns is too wide for Word, which opens {most}; the cells beyond are in the last column"),
    ("export/not-shown.columns.help", "split the table, or turn its rows into columns"),
    ("export/not-shown.help", "save the picture as an ordinary RGB JPEG or PNG"),
    ("export/not-shown.link", "the address `{address}` cannot be opened by Word; it is shown as plain text"),
    ("export/not-shown.link.help", "check the host and the port; very long addresses have to be shortened"),
    ("export/not-shown.nested-footnote", "the inner footnote follows at the end of the outer one, since Word has none within footnotes"),
    ("export/not-shown.nested-footnote.help", "move the inner footnote into the text of the outer one"),
    ("export/not-shown.orientation", "`{path}` is a photograph that only a mark of the camera turns upright, which Word does not read; it is shown as it is stored"),
    ("export/not-shown.orientation.help", "turn the picture in an image editor and save it again"),
    ("export/not-shown.reference", "nothing in the document is named `{target}`; the reference is shown as plain text"),
    ("export/not-shown.reference.help", "give the reference the name of something that is in this copy"),
    ("export/overfull-line", "too wide for its line, so it was broken without a hyphen: {words}"),
    ("export/overfull-line.help", "shorten it, or give the table fewer columns"),
];
