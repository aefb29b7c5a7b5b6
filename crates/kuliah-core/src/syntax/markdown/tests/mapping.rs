//! Each block of Markdown and what it becomes.

use serde_json::{Value, json};

use super::{blocks, sections};

fn prose(text: &str) -> Value {
    json!({ "prose": text })
}

#[test]
fn text_before_the_first_heading_is_a_section() {
    assert_eq!(
        sections("satu\n\n# Dua\n\ntiga\n"),
        json!([
            { "content": [prose("satu")] },
            { "title": "Dua", "content": [prose("tiga")] },
        ])
    );
    assert_eq!(sections(""), json!([]));
}

#[test]
fn a_section_has_id_and_kind() {
    assert_eq!(
        sections("# Materi *a* {#materi .material .roles}\n# Dua ## {.roles .plain}\n"),
        json!([
            { "id": "materi", "title": "Materi *a*", "kind": "material" },
            { "title": "Dua ##", "kind": "plain" },
        ])
    );
    assert_eq!(
        sections("# Satu {#a} ##\n"),
        json!([{ "id": "a", "title": "Satu" }])
    );
    assert_eq!(
        sections("# {count} [b]{lang=en}\n"),
        json!([{ "title": "{count} [b]{lang=en}" }])
    );
}

#[test]
fn roles_stand_in_a_section_with_roles_or_bear_the_class() {
    assert_eq!(
        sections("# M {.roles}\nawal\n## A (b, [c, d]{lang=en}) {#a}\nx\n### S\ny\n## B\n"),
        json!([{
            "title": "M",
            "content": [prose("awal")],
            "roles": [
                { "id": "a", "name": "A", "aliases": ["b", "[c, d]{lang=en}"], "content": [
                    prose("x"),
                    { "section": { "title": "S", "content": [prose("y")] } },
                ] },
                { "name": "B" },
            ],
        }])
    );
    assert_eq!(
        sections("# M\n## S\nx\n## R (a (b)) {.role}\ny\n"),
        json!([{
            "title": "M",
            "content": [{ "section": { "title": "S", "content": [prose("x")] } }],
            "roles": [{ "name": "R", "aliases": ["a (b)"], "content": [prose("y")] }],
        }])
    );
}

#[test]
fn only_roles_have_other_names() {
    assert_eq!(
        sections("# M (a)\n## S (b)\n"),
        json!([{ "title": "M (a)", "content": [{ "section": { "title": "S (b)", "content": [] } }] }])
    );
    assert_eq!(
        sections("# M {.roles}\n## (a)\n## B ()\n## C `(x)`\n"),
        json!([{ "title": "M", "roles": [{ "name": "(a)" }, { "name": "B ()" }, { "name": "C `(x)`" }] }])
    );
}

#[test]
fn subsections_nest_by_level() {
    assert_eq!(
        sections("# A\n## B {#b}\nx\n### C\ny\n#### D\nz\n### E\n## F\n"),
        json!([{ "title": "A", "content": [
            { "section": { "id": "b", "title": "B", "content": [
                prose("x"),
                { "section": { "title": "C", "content": [
                    prose("y"),
                    { "section": { "title": "D", "content": [prose("z")] } },
                ] } },
                { "section": { "title": "E", "content": [] } },
            ] } },
            { "section": { "title": "F", "content": [] } },
        ] }])
    );
}

#[test]
fn a_heading_with_a_list_kind_is_the_title_of_a_list() {
    let list = json!({ "list": {
        "id": "t", "kind": "techniques", "title": "Teknik",
        "cite": [{ "key": "compton1989", "locator": "511" }],
        "lead": "Ada {count}:", "ordered": true,
        "items": [{ "text": "satu" }, { "text": "dua" }],
    } });
    for level in ["##", "###", "####"] {
        let text = format!(
            "# A\n{level} Teknik [@compton1989, hlm. 511] {{#t .techniques}}\nAda {{count}}:\n1. satu\n2. dua\n\nsesudah\n"
        );
        let expected = json!([{ "title": "A", "content": [list, prose("sesudah")] }]);
        assert_eq!(sections(&text), expected);
    }
    assert_eq!(
        sections("# A\n### B {.wrong}\n- x\n").pointer("/0/content/0/list/kind"),
        Some(&json!("wrong"))
    );
}

#[test]
fn a_lead_stands_right_before_its_list() {
    assert_eq!(
        blocks("Tugas: {#id .tasks}\n- a\n- b\n"),
        json!([{ "list": { "id": "id", "kind": "tasks", "lead": "Tugas:", "items": [{ "text": "a" }, { "text": "b" }] } }])
    );
    assert_eq!(
        blocks("Tugas **ini:**\n\n* a\n"),
        json!([{ "list": { "lead": "Tugas **ini:**", "items": [{ "text": "a" }] } }])
    );
    assert_eq!(
        blocks("Tugas\n\n- a\n"),
        json!([prose("Tugas"), { "list": { "items": [{ "text": "a" }] } }])
    );
    assert_eq!(
        blocks("Tugas:\n\ndua\n"),
        json!([prose("Tugas:"), prose("dua")])
    );
}

#[test]
fn items_have_terms_and_lists_below() {
    assert_eq!(
        blocks("- **A:** x\n- **B**: y\n  z\n- **C :** w\n- **D** v\n- **E:**\n  1. e\n     - f\n"),
        json!([{ "list": { "items": [
            { "term": "A", "text": "x" },
            { "term": "B", "text": "y z" },
            { "term": "C", "text": "w" },
            { "text": "**D** v" },
            { "text": "**E:**", "sub": { "ordered": true, "items": [
                { "text": "e", "sub": { "items": [{ "text": "f" }] } },
            ] } },
        ] } }])
    );
    assert_eq!(
        blocks("- a\n\n- b\n\n  - c\n"),
        json!([{ "list": { "items": [{ "text": "a" }, { "text": "b", "sub": { "items": [{ "text": "c" }] } }] } }])
    );
}

#[test]
fn lines_are_joined_and_breaks_kept() {
    assert_eq!(
        blocks("satu\n  dua \\\ntiga  \nempat\\\n"),
        json!([prose("satu dua\\\ntiga\\\nempat\\")])
    );
    assert_eq!(
        blocks("> satu \\\n> \\*dua\n"),
        json!([{ "quote": { "text": ["satu\\\n\\*dua"] } }])
    );
    assert_eq!(
        blocks("\\*a\n\\*b &amp; `c\nd` [e](f\n\"g\")\n"),
        json!([prose("\\*a \\*b &amp; `c d` [e](f \"g\")")])
    );
}

#[test]
fn a_quotation_has_language_and_citation() {
    assert_eq!(
        blocks("> [satu\n> dua]{lang=en}\n> [@parsons1994, hlm. 188]\n"),
        json!([{ "quote": {
            "text": ["satu dua"], "lang": "en",
            "cite": [{ "key": "parsons1994", "locator": "188" }],
        } }])
    );
    assert_eq!(
        blocks("> [a]{lang=en}\n>\n> [b]{lang=en}\n>\n> [@x; @y:z, bab 2]\n"),
        json!([{ "quote": {
            "text": ["a", "b"], "lang": "en",
            "cite": [{ "key": "x" }, { "key": "y:z", "locator": "2", "label": "chapter" }],
        } }])
    );
    for text in [
        "[a]{lang=en} dan [b]{lang=en}",
        "[a]{lang=en} b",
        "[@a]",
        "a [lihat @b]",
        "a [-@b]",
        "a [@b, 5, dan c]",
        "a [@b, c]",
        "a [@b c]",
    ] {
        let expected = json!([{ "quote": { "text": [text] } }]);
        assert_eq!(blocks(&format!("> {text}\n")), expected);
    }
}

#[test]
fn notes_are_marked() {
    for (mark, audience) in [
        ("note", "all"),
        ("student", "student"),
        ("LECTURER", "lecturer"),
    ] {
        let expected = json!([{ "note": { "audience": audience, "content": [prose("a b")] } }]);
        assert_eq!(blocks(&format!("> [!{mark}] a\n> b\n")), expected);
        assert_eq!(blocks(&format!("> [!{mark}]  \n> a\n> b\n")), expected);
    }
    assert_eq!(
        blocks("> [!note]\n>\n> Tugas:\n> - x\n>\n> > kutipan\n"),
        json!([{ "note": { "audience": "all", "content": [
            { "list": { "lead": "Tugas:", "items": [{ "text": "x" }] } },
            { "quote": { "text": ["kutipan"] } },
        ] } }])
    );
    assert_eq!(
        blocks("> \\[!note] a\n"),
        json!([{ "quote": { "text": ["\\[!note] a"] } }])
    );
}

#[test]
fn an_exercise_has_an_answer() {
    assert_eq!(
        sections(
            "# L\n### Kasus {#k .exercise lines=6}\na\n\n> [!answer] b\n> - c\n\n> [!note] d\n"
        ),
        json!([{ "title": "L", "content": [{ "exercise": {
            "id": "k", "title": "Kasus",
            "content": [prose("a"), { "note": { "audience": "all", "content": [prose("d")] } }],
            "answer": [prose("b"), { "list": { "items": [{ "text": "c" }] } }],
            "lines": 6,
        } }] }])
    );
}

#[test]
fn tables_have_captions_and_alignment() {
    let table = json!([{ "table": {
        "id": "t", "caption": "Dua *bentuk*", "align": ["start", "center", "end"],
        "head": ["A", "B", "C"], "rows": [["`a | b`", "", "c | d"]],
    } }]);
    let rows = "| A | B | C |\n|:--|:-:|--:|\n| `a \\| b` | | c \\| d |\n";
    assert_eq!(blocks(&format!("{rows}\n: Dua *bentuk* {{#t}}\n")), table);
    assert_eq!(blocks(&format!("{rows}: Dua *bentuk* {{#t}}\n")), table);
    assert_eq!(
        blocks("a | b\n--|--\n*c* |\n"),
        json!([{ "table": { "head": ["a", "b"], "rows": [["*c*", ""]] } }])
    );
    assert_eq!(
        blocks("|a|\n|-|\n\n- x\n"),
        json!([{ "table": { "head": ["a"], "rows": [] } }, { "list": { "items": [{ "text": "x" }] } }])
    );
}

#[test]
fn a_paragraph_that_is_an_image_is_a_figure() {
    assert_eq!(
        blocks("![a *b*](c.svg \"d *e*\"){#f}\n"),
        json!([{ "figure": { "id": "f", "src": "c.svg", "alt": "a b", "caption": "d *e*" } }])
    );
    assert_eq!(
        blocks("![](<a b.png>)\n"),
        json!([{ "figure": { "src": "a b.png" } }])
    );
    assert_eq!(
        blocks("> [!note]\n>\n> ![a\n> b](c 'd\n> e')\n").pointer("/0/note/content/0/figure"),
        Some(&json!({ "src": "c", "alt": "a b", "caption": "d e" }))
    );
    assert_eq!(
        blocks("![a](b.png)\n\n: Cap {#x}\n"),
        json!([{ "figure": { "id": "x", "src": "b.png", "alt": "a", "caption": "Cap" } }])
    );
}

#[test]
fn code_keeps_its_lines() {
    assert_eq!(
        blocks("```rust {#k}\na\n\n  b\n```\n: Cap\n"),
        json!([{ "code": { "id": "k", "language": "rust", "text": "a\n\n  b", "caption": "Cap" } }])
    );
    assert_eq!(
        blocks("> [!note]\n>\n> ~~~~\n> a\n>   ~~~\n> ~~~~\n").pointer("/0/note/content/0"),
        Some(&json!({ "code": { "text": "a\n  ~~~" } }))
    );
    assert_eq!(
        blocks("    a\n\n      b\n\nc\n"),
        json!([{ "code": { "text": "a\n\n  b" } }, prose("c")])
    );
}

#[test]
fn definitions_hold_blocks() {
    assert_eq!(
        blocks("*Istilah*\n: arti\n\n  lagi\n\nDua\n: - a\n: b\n"),
        json!([{ "definitions": [
            { "term": "*Istilah*", "content": [prose("arti"), prose("lagi")] },
            { "term": "Dua", "content": [{ "list": { "items": [{ "text": "a" }] } }, prose("b")] },
        ] }])
    );
}

#[test]
fn footnotes_are_put_where_they_are_referred_to() {
    assert_eq!(
        blocks(
            "a[^1] b[^Dua]\n\n[^1]: *satu*\n    lagi [@k, hlm. 1]\n\n> [^dua]: x ] y [ `[`\n\nc\n"
        ),
        json!([
            prose("a^[*satu* lagi [@k, hlm. 1]] b^[x \\] y \\[ `[`]"),
            { "quote": { "text": [] } },
            prose("c"),
        ])
    );
    assert_eq!(
        blocks("a ^[b] `[^c]` \\[^d]\n"),
        json!([prose("a ^[b] `[^c]` \\[^d]")])
    );
}

#[test]
fn comments_are_no_part_of_the_text() {
    assert_eq!(
        blocks("a <!-- x --> b <!-- y -->\nc\n<!-- z -->\nd\n"),
        json!([prose("a b c"), prose("d")])
    );
    assert_eq!(
        sections("# A {#a} <!-- x -->\n- b <!-- y\n  z -->\n- c <!-- w -->\n"),
        json!([{ "id": "a", "title": "A", "content": [{ "list": { "items": [{ "text": "b" }, { "text": "c" }] } }] }])
    );
    assert_eq!(
        sections("<!-- a -->\n\n<!-- b\n\nc --> <!-- d -->\n"),
        json!([])
    );
}
