//! What has no place in a course is reported where it stands, never dropped.

use super::{faults, read};

/// Checks the one finding of a text: `«…»` marks its place, the key is a suffix of
/// `syntax/unsupported-markup`.
#[track_caller]
fn unsupported(marked: &str, suffix: &str) {
    let key = format!("syntax/unsupported-markup.{suffix}");
    only(marked, &key);
}

/// Checks the one finding of a text, `«…»` marks its place.
#[track_caller]
fn only(marked: &str, key: &str) {
    let place = marked
        .split_once('«')
        .and_then(|it| it.1.split_once('»'))
        .expect("marked")
        .0;
    let text = marked.replace(['«', '»'], "");
    assert_eq!(faults(&text), [(key, place)], "{text}");
}

#[test]
fn blocks_without_a_place() {
    unsupported("a\n\n«---»\n", "thematic-break");
    unsupported("«<div>\nx\n</div>»\n", "html");
    unsupported("<!-- a --> «b»\n", "text-after-comment");
    unsupported("<!-- a --> «<b>c</b>»\n", "html");
    unsupported("# A\n\n«##### B»\n", "heading");
    unsupported("# A\n\n«### B»\n", "heading-level");
    unsupported("# A\n## B\n«#### C»\n", "heading-level");
    unsupported("«Judul\n---»\n", "underlined-heading");
    unsupported("> a\n>\n> «- b»\n", "quote");
    unsupported("- a\n\n  «b»\n", "item");
    unsupported("- a\n  - b\n\n  «c»\n", "item");
    unsupported("«»3. a\n4. b\n", "list-start");
    unsupported("«: Cap»\n", "caption");
    unsupported("# A\n> [!note] a\n>\n> «# B»\n", "heading-in-block");
    unsupported("# A\n## B {.role}\n«## C»\n", "section-after-role");
    unsupported("> [!«answer»] a\n", "answer");
}

#[test]
fn images_stand_alone() {
    unsupported("a «![b](c)» d\n", "image");
    unsupported("# «![b](c)»\n", "image");
    unsupported("- «![b](c)»\n", "image");
    unsupported("> «![b](c)»\n", "image");
    unsupported("|a|\n|-|\n|«![b](c)»|\n", "image");
    unsupported("«![b](c)»\n: d\n: e\n", "image");
    unsupported("![b](c \"d\")\n\n: «e»\n", "caption");
}

#[test]
fn cells_beyond_the_head_are_not_dropped() {
    unsupported("|a|b|\n|-|-|\n|c|d|«e | f |»\n", "table-cells");
    unsupported("|a|b|\n|-|-|\n|c|d|\n«teks»\n", "table-row");
    unsupported("|a|b|\n|-|-|\n: Cap\n«|c|d|»\n", "table-row");
}

#[test]
fn footnotes_and_references_come_in_pairs() {
    unsupported("a«[^1]»\n", "footnote-unknown");
    unsupported("a\n\n«[^1]»: b\n", "footnote-unused");
    unsupported("a[^1] «[^1]»\n\n[^1]: b\n", "footnote-twice");
    unsupported("a[^1]\n\n[^1]: b\n\n«[^1]»: c\n", "footnote-duplicate");
    unsupported("a[^1]\n\n[^1]: b\n\n    «c»\n", "footnote-block");
    unsupported("a[^1]\n\n[^1]: b«[^2]»\n\n[^2]: c\n", "nested-footnote");
}

#[test]
fn link_definitions_are_not_swallowed() {
    only("«[@key]: kata»\n\na\n", "syntax/swallowed-definition");
    only("«[lihat @key]: kata»\n", "syntax/swallowed-definition");
    unsupported(
        "[a]\n\n«[a]: https://example.org \"b\"»\n",
        "reference-link",
    );
}

#[test]
fn attributes_are_known() {
    let key = "schema/unknown-key.attribute";
    only("# A {«kind»=plain}\n", key);
    only("# A {.plain .«material»}\n", key);
    only("# A {#a #«b»}\n", key);
    only("# A {#a «kata»}\n", key);
    only("# A {.roles}\n## B {.«tasks»}\n- x\n", key);
    only("# A\n## B {.«wrong»}\nx\n", key);
    only("# A\n### B {.tasks «cite»=\"a, hlm. 5\"}\n- x\n", key);
    only("# A\n### B {.exercise «line»=6}\nx\n", key);
    only("Tugas: {.tasks .«plain»}\n- x\n", key);
    only("![a](b){.«wide»}\n", key);
    only("```r «numbers»\nx\n```\n", key);
    unsupported("kata «{#a}»\n", "attributes");
    only("kata «{.tasks}»\n", "schema/missing-key.list");
    only(
        "# A\n«### B {.tasks}»\nx\n\ny\n\n- z\n",
        "schema/missing-key.list",
    );
}

#[test]
fn marks_of_notes_are_known() {
    only("> [!«warning»] a\n", "schema/unknown-value.note");
    only("> [!«»] a\n", "schema/unknown-value.note");
}

#[test]
fn nothing_may_stay_open() {
    only("«```»r\n# A\n", "syntax/parse.fence");
    only("«<!--» a\n# A\n", "syntax/parse.comment");
}

#[test]
fn nesting_is_limited() {
    for sign in [">", "- ", "> - "] {
        let text = format!("{}a\n", sign.repeat(20_000));
        let found: Vec<_> = faults(&text).into_iter().map(|it| it.0).collect();
        assert_eq!(found, ["syntax/limit-exceeded.depth"], "{sign}");
        assert_eq!(read(&text).tree, None);
    }
    let text = format!("a[^1]\n\n[^1]: {}b\n", "> ".repeat(20_000));
    assert_eq!(faults(&text).len(), 1);
}

#[test]
fn the_stack_is_enough_for_what_the_limit_allows() {
    let deep = [
        format!("> [!note]\n{}a\n", "> ".repeat(62)),
        format!("{}a\n", "- ".repeat(31)),
        format!("{}a\n", "> - ".repeat(20)),
    ];
    let read_all = move || deep.iter().map(|text| faults(text).len()).max();
    let thread = std::thread::Builder::new()
        .stack_size(1024 * 1024)
        .spawn(read_all);
    assert!(thread.expect("a thread").join().is_ok());
}
