//! English.

use kuliah_source::Catalogue;

/// The words, sorted by key.
pub(super) static CATALOGUE: Catalogue = Catalogue {
    entries: &[
        (
            "citation/duplicate-reference",
            "the key `{key}` names two references",
        ),
        ("citation/duplicate-reference.first", "first used here"),
        (
            "citation/duplicate-reference.help",
            "give one of them another key, such as the year with a letter behind it",
        ),
        (
            "citation/uncited-reference",
            "`{key}` is in the references and never cited",
        ),
        (
            "citation/uncited-reference.help",
            "cite it where it was used, as [@{key}], or take it out",
        ),
        ("citation/unknown-key", "no reference has the key `{key}`"),
        ("citation/unknown-key.fix", "cite `{near}`"),
        (
            "citation/unknown-key.help",
            "add a reference with `id: {key}`, or cite one that is there",
        ),
        ("citation/unknown-key.help-near", "did you mean `{near}`?"),
        (
            "citation/unreadable-bibliography",
            "this bibliography cannot be read: {reason}",
        ),
        (
            "citation/unreadable-bibliography.help",
            "mend the entry, or take it out",
        ),
        (
            "export/missing-glyph",
            "no built-in typeface has {characters}; a box is printed in their place",
        ),
        (
            "export/missing-glyph.help",
            "write it in other characters or in words; the text itself is kept for copying and reading aloud",
        ),
        (
            "export/not-shown",
            "`{path}` is a four-colour (CMYK) picture, which an archival PDF cannot hold; its name is printed instead",
        ),
        (
            "export/not-shown.box",
            "callouts are nested too deeply for a box of their own; the text is shown without one",
        ),
        (
            "export/not-shown.coding",
            "`{path}` is a JPEG of a rare coding that PDF readers do not know; its name is printed instead",
        ),
        (
            "export/not-shown.columns",
            "a table of {columns} columns is too wide for Word, which opens {most}; the cells beyond are in the last column",
        ),
        (
            "export/not-shown.help",
            "save the picture as an ordinary RGB JPEG or PNG",
        ),
        (
            "export/not-shown.link",
            "the address `{address}` cannot be opened by Word; it is shown as plain text",
        ),
        (
            "export/not-shown.nested-footnote",
            "the inner footnote follows at the end of the outer one, since Word has none within footnotes",
        ),
        (
            "export/not-shown.reference",
            "nothing in the document is named `{target}`; the reference is shown as plain text",
        ),
        (
            "export/overfull-line",
            "too wide for its line, so it was broken without a hyphen: {words}",
        ),
        (
            "export/overfull-line.help",
            "shorten it, or give the table fewer columns",
        ),
        (
            "reference/missing-file",
            "there is no file `{path}` in the course's folder",
        ),
        (
            "reference/missing-file.help",
            "put the file beside the course, or mend the path; it counts from the course's folder",
        ),
        (
            "reference/missing-file.unreadable",
            "the file `{path}` cannot be read: {reason}",
        ),
        ("reference/unknown-target", "nothing here has the id `{id}`"),
        ("reference/unknown-target.fix", "refer to `{near}`"),
        (
            "reference/unknown-target.help",
            "give the target an id, as in `# Title {#my-id}`, and use that",
        ),
        (
            "reference/unknown-target.help-near",
            "did you mean `{near}`?",
        ),
        (
            "reference/unknown-target.hidden",
            "`{id}` is only in the lecturer's copy, so students would follow a dead link",
        ),
        (
            "reference/unknown-target.hidden-help",
            "move what it refers to out of the lecturer's note, or the reference into one",
        ),
        (
            "reference/unknown-target.no-title",
            "`{id}` has no title or caption to refer to it by",
        ),
        (
            "reference/unknown-target.no-title-help",
            "write the words of the link between the brackets, or give the target a caption",
        ),
        (
            "reference/unreadable-image",
            "`{path}` cannot be used as a picture: {reason}",
        ),
        (
            "reference/unreadable-image.help",
            "save the picture as PNG or JPEG",
        ),
        (
            "reference/unsafe-link",
            "`{address}` is no http, https or mailto address, so it is shown as text",
        ),
        (
            "reference/unsafe-link.broken",
            "`{address}` holds a blank or a sign no address may hold, so it is shown as text",
        ),
        (
            "reference/unsafe-link.help",
            "write the whole address, beginning with https://",
        ),
        (
            "reference/unsafe-path",
            "`{path}` leads, or could lead, out of the course's folder",
        ),
        (
            "reference/unsafe-path.help",
            "put the file in the course's folder and name it from there, with / between folders",
        ),
        ("schema/bad-format.date", "`{value}` is no date"),
        ("schema/bad-format.email", "`{value}` is no mail address"),
        (
            "schema/bad-format.help-date",
            "write year-month-day, as in 2018-12-29",
        ),
        ("schema/bad-format.help-date-near", "write `{near}`"),
        (
            "schema/bad-format.help-email",
            "write it as in nama@kampus.ac.id",
        ),
        (
            "schema/bad-format.help-id",
            "an id begins with a small letter and holds small letters, digits and hyphens",
        ),
        (
            "schema/bad-format.help-key",
            "a key holds letters, digits and signs such as - : . and no blanks, and begins and ends with a letter or digit",
        ),
        (
            "schema/bad-format.help-lang",
            "write a language tag such as id, en or en-GB",
        ),
        (
            "schema/bad-format.help-word",
            "write one word, such as python",
        ),
        ("schema/bad-format.id", "`{value}` is no id"),
        ("schema/bad-format.key", "`{value}` is no citation key"),
        ("schema/bad-format.lang", "`{value}` is no language tag"),
        ("schema/bad-format.span-lang", "`{text}` is no language tag"),
        (
            "schema/bad-format.word",
            "`{name}` must be one word without blanks",
        ),
        (
            "schema/colon-read-as-key",
            "this text was read as a key and its value, because a blank follows the colon behind `{key}`",
        ),
        (
            "schema/colon-read-as-key.fix",
            "put the text in quotation marks",
        ),
        (
            "schema/colon-read-as-key.help",
            "put the whole text in quotation marks",
        ),
        ("schema/missing-key", "missing key `{key}`"),
        ("schema/missing-key.help", "add `{key}:` here"),
        (
            "schema/missing-key.help-root",
            "add `{key}:` at the top of the file",
        ),
        (
            "schema/missing-key.help-sections",
            "write at least one section, or some text, below the front matter",
        ),
        ("schema/missing-key.list", "no list follows this `.{kind}`"),
        (
            "schema/missing-key.list.help",
            "put the list right below, with at most one paragraph between, or take the kind out",
        ),
        (
            "schema/missing-key.one-of",
            "one of these keys must be here: {keys}",
        ),
        (
            "schema/missing-key.one-of.help",
            "write what the block is as its key, as in `prose: …`",
        ),
        (
            "schema/other",
            "this does not fit the course schema: {reason}",
        ),
        (
            "schema/other.help",
            "compare with the examples; if it looks right, please report it",
        ),
        (
            "schema/out-of-bounds.align",
            "{aligned} alignments for {columns} columns",
        ),
        (
            "schema/out-of-bounds.align.help",
            "give one alignment a column",
        ),
        ("schema/out-of-bounds.blank", "`{name}` must not be blank"),
        (
            "schema/out-of-bounds.blank.help",
            "write something, or take the key out",
        ),
        (
            "schema/out-of-bounds.cells",
            "this row has {cells} cells, and the head has {columns}",
        ),
        (
            "schema/out-of-bounds.cells.help",
            "add the missing cells (they may be empty), or take cells out",
        ),
        (
            "schema/out-of-bounds.empty-list",
            "`{name}` must have at least one item",
        ),
        (
            "schema/out-of-bounds.empty-list.help",
            "add an item, or take the key out",
        ),
        (
            "schema/out-of-bounds.long",
            "`{name}` may have at most {limit} characters",
        ),
        ("schema/out-of-bounds.long.help", "shorten it"),
        (
            "schema/out-of-bounds.many",
            "`{name}` may have at most {limit} items",
        ),
        ("schema/out-of-bounds.many.help", "take some out"),
        (
            "schema/out-of-bounds.number",
            "`{name}` must be from {low} to {high}",
        ),
        (
            "schema/out-of-bounds.number.help",
            "write a number in this range",
        ),
        (
            "schema/out-of-bounds.part-inside",
            "a part with a heading cannot stand in a note, exercise or definition",
        ),
        (
            "schema/out-of-bounds.part-inside.help",
            "move the part out, or use bold text in place of a heading",
        ),
        (
            "schema/out-of-bounds.parts",
            "parts may be nested at most {max} deep below a section, and a role counts as one",
        ),
        (
            "schema/out-of-bounds.parts.help",
            "use a higher level, or bold text in place of a heading",
        ),
        ("schema/unknown-key", "unknown key `{key}`"),
        (
            "schema/unknown-key.attribute",
            "`{name}` means nothing here",
        ),
        (
            "schema/unknown-key.attribute.help",
            "take it out of the braces",
        ),
        ("schema/unknown-key.fix", "write `{near}`"),
        ("schema/unknown-key.help", "the keys here are: {allowed}"),
        ("schema/unknown-key.help-near", "did you mean `{near}`?"),
        (
            "schema/unknown-key.sections-in-front-matter",
            "`sections` cannot stand in the front matter",
        ),
        (
            "schema/unknown-key.sections-in-front-matter.help",
            "write each section below it, under a heading `# Title`",
        ),
        (
            "schema/unknown-key.several",
            "a block has one key only, which says what it is",
        ),
        (
            "schema/unknown-key.several.help",
            "make a block of each key",
        ),
        ("schema/unknown-value", "`{value}` is not one of {allowed}"),
        ("schema/unknown-value.help", "did you mean `{near}`?"),
        (
            "schema/unknown-value.note",
            "`{value}` is no kind of note; there are {allowed}",
        ),
        (
            "schema/unknown-value.note.help",
            "write `[!note]`, `[!student]` or `[!lecturer]`",
        ),
        (
            "schema/wrong-type",
            "`{name}` must be {expected}, and this is {found}",
        ),
        ("schema/wrong-type.empty", "`{name}` has no value"),
        (
            "schema/wrong-type.empty-help",
            "write a value, or take the key out",
        ),
        (
            "schema/wrong-type.front-matter",
            "the front matter must be keys and values",
        ),
        (
            "schema/wrong-type.front-matter.help",
            "write lines such as `title: …`",
        ),
        (
            "schema/wrong-type.help-quote",
            "put it in quotation marks to make text of it",
        ),
        (
            "schema/wrong-type.root",
            "a course file holds keys and values, beginning with `format: 1` and `title:`",
        ),
        (
            "schema/wrong-type.root-help",
            "run `kuliah new` to get a file to begin with",
        ),
        (
            "structure/announced-count",
            "\"{words}\" is announced, and there are {actual}",
        ),
        ("structure/announced-count.counted", "these are {actual}"),
        ("structure/announced-count.fix", "let the program count"),
        (
            "structure/announced-count.help",
            "add or take out an item, mend the number, or write {mark} and let the program count",
        ),
        ("structure/duplicate-id", "the id `{id}` is used twice"),
        ("structure/duplicate-id.first", "first used here"),
        ("structure/duplicate-id.help", "give one of them another id"),
        ("structure/empty-section", "this section has nothing in it"),
        (
            "structure/empty-section.help",
            "write its text, or take the heading out",
        ),
        (
            "structure/empty-section.part",
            "this part has nothing in it",
        ),
        (
            "structure/empty-section.role",
            "this role has nothing in it",
        ),
        (
            "structure/section-gap",
            "this title is marked {found}, and {expected} would be next",
        ),
        (
            "structure/section-gap.help",
            "take the typed mark out; the program letters and numbers titles by itself",
        ),
        (
            "syntax/anchor-or-tag.alias",
            "aliases (*name) are not allowed in course files",
        ),
        (
            "syntax/anchor-or-tag.anchor",
            "anchors (&name) are not allowed in course files",
        ),
        (
            "syntax/anchor-or-tag.directive",
            "directives (%name) and tags (!name) are not allowed in course files",
        ),
        (
            "syntax/anchor-or-tag.help",
            "write the value itself; if it is text, put it in quotation marks",
        ),
        (
            "syntax/anchor-or-tag.tag",
            "tags (!name) are not allowed in course files",
        ),
        ("syntax/duplicate-key", "the key `{key}` stands here twice"),
        ("syntax/duplicate-key.first", "first used here"),
        ("syntax/duplicate-key.help", "take one of them out"),
        (
            "syntax/forbidden-character",
            "the character {character} cannot be part of a course",
        ),
        (
            "syntax/forbidden-character.escape",
            "`{text}` stands for a character that cannot be part of a course",
        ),
        (
            "syntax/forbidden-character.help",
            "delete it; it often comes along when text is copied",
        ),
        (
            "syntax/key-not-text",
            "a key must be text, and this is a list or mapping",
        ),
        (
            "syntax/key-not-text.help",
            "put it in quotation marks to make text of it, or take it out",
        ),
        (
            "syntax/limit-exceeded.bytes",
            "the file has {value} bytes, and {limit} is the most",
        ),
        (
            "syntax/limit-exceeded.depth",
            "this is nested more than {limit} deep",
        ),
        (
            "syntax/limit-exceeded.help",
            "part the course into several files",
        ),
        (
            "syntax/limit-exceeded.marks",
            "marks are nested too deeply here",
        ),
        (
            "syntax/limit-exceeded.marks.help",
            "write it with fewer marks within marks",
        ),
        (
            "syntax/limit-exceeded.nodes",
            "the file holds more than {limit} values",
        ),
        (
            "syntax/not-utf8",
            "this file is not UTF-8: the byte {byte} at offset {offset} begins no character",
        ),
        (
            "syntax/not-utf8.help",
            "save the file as UTF-8 in your editor",
        ),
        (
            "syntax/not-utf8.utf16",
            "this file is UTF-16, and course files are UTF-8",
        ),
        (
            "syntax/parse.colon",
            "a colon followed by a space cannot stand in this text without quotation marks",
        ),
        (
            "syntax/parse.colon.help",
            "put the text in quotation marks, or a space behind the colon of the key before",
        ),
        (
            "syntax/parse.comment",
            "this comment is never closed and hides all that follows",
        ),
        ("syntax/parse.comment.help", "close it with `-->`"),
        ("syntax/parse.fence", "this code block is never closed"),
        (
            "syntax/parse.fence.help",
            "close it with a line of the same signs",
        ),
        (
            "syntax/parse.front-matter",
            "this front matter is never closed",
        ),
        (
            "syntax/parse.front-matter.help",
            "put a line `---` below its last key",
        ),
        (
            "syntax/parse.help-comma",
            "take the comma before the closing bracket out",
        ),
        (
            "syntax/parse.help-json",
            "mend the JSON here; an editor that knows JSON shows the same place",
        ),
        ("syntax/parse.help-tab", "use blanks instead of tabs"),
        ("syntax/parse.help-toml", "mend the TOML here"),
        (
            "syntax/parse.help-yaml",
            "check the indentation, and put text with a colon or other signs in quotation marks",
        ),
        ("syntax/parse.json", "this is no JSON: {reason}"),
        ("syntax/parse.quote", "this quotation mark is never closed"),
        (
            "syntax/parse.quote.help",
            "put the same mark at the end of the text",
        ),
        (
            "syntax/parse.second-document",
            "a second document begins here; a file holds one course",
        ),
        (
            "syntax/parse.second-document.help",
            "take the line `---` out, or make a file of its own of what follows",
        ),
        ("syntax/parse.toml", "this is no TOML: {reason}"),
        ("syntax/parse.yaml", "this is no YAML: {reason}"),
        (
            "syntax/shown-as-text.attribute",
            "`{text}` says nothing here and is shown as text",
        ),
        (
            "syntax/shown-as-text.attribute.help",
            "take it out, or write \\{ for a brace",
        ),
        (
            "syntax/shown-as-text.count",
            "`{text}` is not known and is shown as text",
        ),
        (
            "syntax/shown-as-text.count.help",
            "there are {count} and {count:roles}",
        ),
        (
            "syntax/shown-as-text.formula",
            "formulas are not supported; `{text}` is shown as text",
        ),
        (
            "syntax/shown-as-text.formula.help",
            "write it in words, or write \\$ for a dollar sign",
        ),
        (
            "syntax/shown-as-text.html",
            "HTML is not supported; `{text}` is shown as text",
        ),
        (
            "syntax/shown-as-text.html.help",
            "write it in Markdown, or between backticks if it should be seen",
        ),
        (
            "syntax/swallowed-definition",
            "`[{label}]:` is read as a link definition and would vanish",
        ),
        ("syntax/swallowed-definition.help", "put a word before it"),
        (
            "syntax/unsupported-markup.answer",
            "an answer stands outside an exercise",
        ),
        (
            "syntax/unsupported-markup.answer.help",
            "move it below a heading with `{.exercise}`",
        ),
        (
            "syntax/unsupported-markup.attributes",
            "these attributes belong to nothing",
        ),
        (
            "syntax/unsupported-markup.attributes.help",
            "put them on a heading, caption, image or the sentence right before a list; write `\\{` for a brace",
        ),
        (
            "syntax/unsupported-markup.caption",
            "this caption belongs to nothing",
        ),
        (
            "syntax/unsupported-markup.caption.help",
            "put it right below its table, code block or image, and give only one",
        ),
        (
            "syntax/unsupported-markup.citation",
            "`{text}` cannot be read as citations",
        ),
        (
            "syntax/unsupported-markup.citation.help",
            "each part needs a key, as in [@a; @b, hlm. 5]",
        ),
        (
            "syntax/unsupported-markup.count-items",
            "{count} counts the items of a list, and stands only in its title or the sentence before it",
        ),
        (
            "syntax/unsupported-markup.count-items.help",
            "write the number itself, or move {count} to the sentence before the list",
        ),
        (
            "syntax/unsupported-markup.count-roles",
            "{count:roles} counts roles, and this course has none",
        ),
        (
            "syntax/unsupported-markup.count-roles.help",
            "write the number itself",
        ),
        (
            "syntax/unsupported-markup.footnote-block",
            "the footnote `{label}` must be one paragraph",
        ),
        (
            "syntax/unsupported-markup.footnote-block.help",
            "shorten it, or move the rest into the text",
        ),
        (
            "syntax/unsupported-markup.footnote-duplicate",
            "the footnote `{label}` is written twice",
        ),
        (
            "syntax/unsupported-markup.footnote-duplicate.first",
            "first written here",
        ),
        (
            "syntax/unsupported-markup.footnote-duplicate.help",
            "give one of them another label",
        ),
        (
            "syntax/unsupported-markup.footnote-twice",
            "the footnote `{label}` is referred to twice",
        ),
        (
            "syntax/unsupported-markup.footnote-twice.first",
            "first referred to here",
        ),
        (
            "syntax/unsupported-markup.footnote-twice.help",
            "write a second footnote",
        ),
        (
            "syntax/unsupported-markup.footnote-unknown",
            "there is no footnote `{label}`",
        ),
        (
            "syntax/unsupported-markup.footnote-unknown.help",
            "add a line such as `[^1]: …` with this label, or write `\\[`",
        ),
        (
            "syntax/unsupported-markup.footnote-unused",
            "nothing refers to the footnote `{label}`",
        ),
        (
            "syntax/unsupported-markup.footnote-unused.help",
            "put its mark into the text, or take it out",
        ),
        (
            "syntax/unsupported-markup.heading",
            "headings go down to `####`",
        ),
        (
            "syntax/unsupported-markup.heading-in-block",
            "this heading cannot stand in a note, answer or definition",
        ),
        (
            "syntax/unsupported-markup.heading-in-block.help",
            "use a lower level, or end the block first",
        ),
        (
            "syntax/unsupported-markup.heading-level",
            "this heading skips a level",
        ),
        (
            "syntax/unsupported-markup.heading-level.help",
            "use one `#` more than the heading above it",
        ),
        (
            "syntax/unsupported-markup.heading.help",
            "use a higher level, or bold text",
        ),
        (
            "syntax/unsupported-markup.html",
            "HTML has no place in a course",
        ),
        (
            "syntax/unsupported-markup.html.help",
            "write it in Markdown",
        ),
        (
            "syntax/unsupported-markup.image",
            "a picture must stand in a paragraph of its own",
        ),
        (
            "syntax/unsupported-markup.image.help",
            "put it between blank lines: `![what is seen](file \"caption\")`",
        ),
        (
            "syntax/unsupported-markup.item",
            "an item holds one paragraph and one list below it",
        ),
        (
            "syntax/unsupported-markup.item.help",
            "make it an item of its own, or move it behind the list",
        ),
        (
            "syntax/unsupported-markup.list-start",
            "a numbered list must begin with 1",
        ),
        (
            "syntax/unsupported-markup.list-start.help",
            "begin with `1.`, or join it with the list before",
        ),
        (
            "syntax/unsupported-markup.nested-footnote",
            "a footnote cannot stand in a footnote",
        ),
        (
            "syntax/unsupported-markup.nested-footnote.help",
            "move the inner one into the text",
        ),
        (
            "syntax/unsupported-markup.quote",
            "a quotation holds paragraphs only",
        ),
        (
            "syntax/unsupported-markup.quote.help",
            "end the quotation first, or begin it with `[!note]`",
        ),
        (
            "syntax/unsupported-markup.reference-link",
            "link definitions are not supported",
        ),
        (
            "syntax/unsupported-markup.reference-link.help",
            "write the address at the link: `[text](address)`",
        ),
        (
            "syntax/unsupported-markup.section-after-role",
            "a subsection cannot follow a role",
        ),
        (
            "syntax/unsupported-markup.section-after-role.help",
            "put it before the roles, or begin a new section with `#`",
        ),
        (
            "syntax/unsupported-markup.table-cells",
            "this row has more cells than the head",
        ),
        (
            "syntax/unsupported-markup.table-cells.help",
            "take the cells out, or add columns to the head",
        ),
        (
            "syntax/unsupported-markup.table-row",
            "this line is read as a row of the table",
        ),
        (
            "syntax/unsupported-markup.table-row.help",
            "leave a blank line after the table",
        ),
        (
            "syntax/unsupported-markup.text-after-comment",
            "text behind a comment on the same line would be lost",
        ),
        (
            "syntax/unsupported-markup.text-after-comment.help",
            "put the comment at the end of the line",
        ),
        (
            "syntax/unsupported-markup.thematic-break",
            "a horizontal rule has no place in a course",
        ),
        (
            "syntax/unsupported-markup.thematic-break.help",
            "take it out, or begin a section with `#`",
        ),
        (
            "syntax/unsupported-markup.underlined-heading",
            "the line below makes this a heading",
        ),
        (
            "syntax/unsupported-markup.underlined-heading.help",
            "write headings with `#`; leave a blank line if none is meant",
        ),
    ],
};
