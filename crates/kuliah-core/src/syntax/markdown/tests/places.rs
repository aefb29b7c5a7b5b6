//! Each value knows where it was written, in every part.

use super::super::super::Data;
use super::{read, tree};

/// What a value at a pointer covers in the file.
#[track_caller]
fn covered<'a>(text: &'a str, pointer: &str) -> &'a str {
    let tree = tree(text);
    let (_, node) = tree.root.at(pointer).expect("there");
    text.get(node.span.range().expect("attached"))
        .expect("in range")
}

/// What the file holds where a word of a text was written.
#[track_caller]
fn written<'a>(text: &'a str, pointer: &str, word: &str) -> &'a str {
    let tree = tree(text);
    let (_, node) = tree.root.at(pointer).expect("there");
    let Data::Str(value) = &node.data else {
        panic!("no text at {pointer}");
    };
    let at = value.value.find(word).expect("part of the value");
    let span = value.map.span(at..at + word.len(), node.span);
    text.get(span.range().expect("attached")).expect("in range")
}

#[test]
fn every_part_of_a_heading_has_its_place() {
    let text = "# Materi “satu” {#materi .material .roles}\n## Nama (satu, [dua]{lang=en}) {#nama}\n### Teknik [@a1; @b2, bab 7] {#t .techniques}\n- x\n";
    for (pointer, word) in [
        ("/sections/0/title", "Materi “satu”"),
        ("/sections/0/id", "materi"),
        ("/sections/0/kind", "material"),
        ("/sections/0/roles/0/name", "Nama"),
        ("/sections/0/roles/0/aliases/0", "satu"),
        ("/sections/0/roles/0/aliases/1", "[dua]{lang=en}"),
        ("/sections/0/roles/0/id", "nama"),
        ("/sections/0/roles/0/content/0/list/title", "Teknik"),
        ("/sections/0/roles/0/content/0/list/kind", "techniques"),
        (
            "/sections/0/roles/0/content/0/list/cite",
            "[@a1; @b2, bab 7]",
        ),
        ("/sections/0/roles/0/content/0/list/cite/0/key", "a1"),
        ("/sections/0/roles/0/content/0/list/cite/1/key", "b2"),
        ("/sections/0/roles/0/content/0/list/cite/1/locator", "7"),
        ("/sections/0/roles/0/content/0/list/cite/1/label", "bab"),
        ("/sections/0/roles/0/content/0/list/items/0/text", "x"),
    ] {
        assert_eq!(covered(text, pointer), word, "{pointer}");
    }
}

#[test]
fn every_line_of_a_paragraph_maps() {
    for text in [
        "satu “a” @x\ndua @y\n tiga @z\n",
        "satu “a” @x\r\ndua @y  \r\n tiga @z\r\n",
        "satu “a” @x\rdua @y\\\rtiga @z\r",
        "\u{feff}satu “a” @x\ndua @y\ntiga @z\n",
    ] {
        for word in ["“a”", "@x", "dua", "@y", "@z"] {
            assert_eq!(
                written(text, "/sections/0/content/0/prose", word),
                word,
                "{text:?}"
            );
        }
    }
    let text = "> satu @x\n> `dua\n> @y` [tiga](a\n> \"@z\")\nlazy @w\n";
    for word in ["@x", "@y", "@z", "@w"] {
        assert_eq!(
            written(text, "/sections/0/content/0/quote/text/0", word),
            word
        );
    }
}

#[test]
fn parts_that_were_cut_out_map() {
    let text = "---\ntitle: a\n---\n# A\n\nTugas <!-- k --> @l: {.tasks}\n- **Istilah @t:** teks @x\n  lagi @y\n\n| a | b |\n|---|---|\n| c \\| @c | |\n: Cap @d {#id}\n\n![@e “x”](f\\_g.svg \"@h\"){#i}\n";
    for (pointer, word) in [
        ("0/list/lead", "@l"),
        ("0/list/items/0/term", "@t"),
        ("0/list/items/0/text", "@x"),
        ("0/list/items/0/text", "@y"),
        ("1/table/head/1", "b"),
        ("1/table/rows/0/0", "@c"),
        ("1/table/caption", "@d"),
        ("2/figure/alt", "@e"),
        ("2/figure/src", "g.svg"),
        ("2/figure/caption", "@h"),
    ] {
        let pointer = format!("/sections/0/content/{pointer}");
        assert_eq!(written(text, &pointer, word), word, "{pointer}");
    }
    assert_eq!(covered(text, "/sections/0/content/0/list/kind"), "tasks");
    assert_eq!(covered(text, "/sections/0/content/1/table/id"), "id");
    assert_eq!(covered(text, "/sections/0/content/2/figure/id"), "i");
    assert_eq!(covered(text, "/title"), "a");
}

#[test]
fn a_footnote_maps_to_where_it_is_written() {
    let text = "satu[^1] dua @x\n\n[^1]: @n lagi\n    @m [ sisa @o\n";
    for word in ["satu", "@x", "@n", "@m", "@o"] {
        assert_eq!(written(text, "/sections/0/content/0/prose", word), word);
    }
}

#[test]
fn code_maps_line_by_line() {
    let text = "> [!note]\n>\n> ```r\r\n> satu\r\n> dua\r\n> ```\n";
    let pointer = "/sections/0/content/0/note/content/0/code/text";
    assert_eq!(written(text, pointer, "dua"), "dua");
    assert_eq!(
        covered(text, "/sections/0/content/0/note/content/0/code/language"),
        "r"
    );
    assert_eq!(covered(text, "/sections/0/content/0/note/audience"), "note");
}

#[test]
fn blocks_cover_what_they_are_made_of() {
    let text =
        "# A\n\n## B\n\nsatu\n\n### K {.exercise lines=3}\n\ndua\n\n> [!answer] tiga\n\n# C\n";
    assert_eq!(
        covered(text, "/sections/0"),
        text.split("\n\n# C").next().expect("a part")
    );
    assert_eq!(
        covered(
            text,
            "/sections/0/content/0/section/content/1/exercise/lines"
        ),
        "3"
    );
    assert_eq!(
        covered(
            text,
            "/sections/0/content/0/section/content/1/exercise/answer/0"
        ),
        "tiga"
    );
}

#[test]
fn comments_know_their_places() {
    let text = "---\na: 1 # nol\n---\nx <!-- satu --> y\n\n<!-- dua\n> b -->\n\n[^1]: z <!-- tiga -->\n\n> [^1]\n>\n> <!-- empat --> <!-- lima -->\n";
    let comments = read(text).comments;
    let texts: Vec<_> = comments.iter().map(|it| it.text.as_str()).collect();
    assert_eq!(texts, ["nol", "satu", "dua\n> b", "tiga", "empat", "lima"]);
    for (comment, mark) in comments
        .iter()
        .zip(["#", "<!--", "<!--", "<!--", "<!--", "<!--"])
    {
        let written = text
            .get(comment.span.range().expect("attached"))
            .expect("in range");
        assert!(
            written.starts_with(mark) && written.contains(&comment.text),
            "{written}"
        );
    }
}
