//! Entries come into courses of every syntax, and refusals say why.

use kuliah_doc::NoAssets;

use super::*;

const BIB: &str = "@book{suharto2014,\n  author = {Suharto, Edi},\n  title = {Membangun: Masyarakat},\n  \
                   publisher = {Refika},\n  date = {2014},\n  abstract = {Tetap},\n}\n";

fn added(text: &str, syntax: Syntax, files: &[(&str, &str)]) -> Result<Addition, Refusal> {
    let assets: BTreeMap<String, Vec<u8>> = files
        .iter()
        .map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec()))
        .collect();
    let input = Input::new("course", text.as_bytes(), syntax);
    add(&input, &assets, "baru.bib", BIB)
}

/// Checks that nothing but `new` is put in, right behind `before`.
fn check(text: &str, syntax: Syntax, before: &str, new: &str) {
    let made = added(text, syntax, &[]).unwrap_or_else(|why| panic!("{why:?}\n{text}"));
    assert_eq!((made.bibliography, made.old.as_str()), (None, text));
    assert_eq!(made.keys, ["suharto2014"]);
    assert_eq!(
        made.new,
        text.replacen(before, &format!("{before}{new}"), 1)
    );
}

const ITEM: &str = "  - id: suharto2014\n    type: book\n    title: \"Membangun: Masyarakat\"\n    \
                    author: [\"Suharto, Edi\"]\n    issued: 2014\n    publisher: Refika\n";

#[test]
fn markdown_without_references_gets_them_at_the_end_of_its_front_matter() {
    let text = "---\nformat: 1\ntitle: A\n---\n# B\n\nTeks.\n";
    check(
        text,
        Syntax::Markdown,
        "title: A\n",
        &format!("references:\n{ITEM}"),
    );
}

#[test]
fn lists_go_on_as_they_are_written() {
    let one = "---\nformat: 1\ntitle: A # x\nreferences:\n  - id: a\n    type: book\n    title: B # dua\n\n\
               programme: C\n---\n# B\n\nTeks.\n";
    check(one, Syntax::Markdown, "title: B # dua\n", ITEM);
    let flow = "format: 1\ntitle: A\nreferences: [{id: a, type: book, title: B}]\nsections: [{title: C, content: D}]\n";
    let line = ", {id: suharto2014, type: book, title: \"Membangun: Masyarakat\", author: [\"Suharto, \
                Edi\"], issued: 2014, publisher: Refika}";
    check(flow, Syntax::Yaml, "title: B}", line);
    let none = "format: 1\ntitle: A\nreferences: []\nsections: [{title: C, content: D}]\n";
    check(
        none,
        Syntax::Yaml,
        "references: [",
        line.trim_start_matches(", "),
    );
}

#[test]
fn line_ends_stay_those_of_the_file() {
    let text = "---\r\nformat: 1\r\ntitle: A\r\n---\r\n# B\r\n\r\nTeks.\r\n";
    let new = format!("references:\n{ITEM}").replace('\n', "\r\n");
    check(text, Syntax::Markdown, "title: A\r\n", &new);
}

#[test]
fn json_and_toml_get_them_too() {
    let json = "{\n  \"format\": 1,\n  \"title\": \"A\",\n  \"sections\": [{\"title\": \"B\", \"content\": \"C\"}]\n}\n";
    let line = "{\"id\": \"suharto2014\", \"type\": \"book\", \"title\": \"Membangun: Masyarakat\", \"author\": \
                [\"Suharto, Edi\"], \"issued\": 2014, \"publisher\": \"Refika\"}";
    check(
        json,
        Syntax::Json,
        "\"C\"}]",
        &format!(",\n  \"references\": [\n    {line}\n  ]"),
    );
    let toml = "format = 1\ntitle = \"A\"\n\n[[sections]]\ntitle = \"B\"\ncontent = \"C\"\n";
    let table = "\n[[references]]\nid = \"suharto2014\"\ntype = \"book\"\ntitle = \"Membangun: Masyarakat\"\n\
                 author = [\"Suharto, Edi\"]\nissued = 2014\npublisher = \"Refika\"\n";
    check(toml, Syntax::Toml, "content = \"C\"\n", table);
}

#[test]
fn a_bib_file_gets_the_entry_as_it_is_written() {
    let course = "---\nformat: 1\ntitle: A\nbibliography: [a.yaml, refs.bib]\n---\n# B\n\nTeks.\n";
    let old = "% milik saya\n@book{a, title={B}}  % akhir";
    let yaml = "b:\n  type: Book\n  title: C\n";
    let made = added(
        course,
        Syntax::Markdown,
        &[("refs.bib", old), ("a.yaml", yaml)],
    )
    .expect("added");
    assert_eq!(made.bibliography.as_deref(), Some("refs.bib"));
    assert_eq!(made.new, format!("{old}\n\n{BIB}"));
}

#[test]
fn entries_with_abbreviations_are_written_out() {
    let course = "---\nformat: 1\ntitle: A\nbibliography: refs.bib\n---\n# B\n\nTeks.\n";
    let assets = BTreeMap::from([("refs.bib".to_owned(), b"@book{a, title={B}}\n".to_vec())]);
    let input = Input::new("course", course.as_bytes(), Syntax::Markdown);
    let bib = "@string{r = {Refika}}\n@book{c, title = {D}, publisher = r}\n";
    let made = add(&input, &assets, "baru.bib", bib).expect("added");
    assert!(
        made.new.starts_with("@book{a, title={B}}\n\n@book{c,"),
        "{}",
        made.new
    );
    assert!(made.new.contains("{Refika}"), "{}", made.new);
}

#[test]
fn a_list_in_csl_json_gets_an_object() {
    let course = "---\nformat: 1\ntitle: A\nbibliography: refs.json\n---\n# B\n\nTeks.\n";
    let old = "[\n  {\"id\": \"a\", \"type\": \"book\", \"title\": \"B\"}\n]\n";
    let made = added(course, Syntax::Markdown, &[("refs.json", old)]).expect("added");
    let read: Vec<Fields> = serde_json::from_str(&made.new).expect("JSON");
    assert_eq!(read[1]["author"][0]["family"], "Suharto");
    assert!(
        made.new
            .starts_with("[\n  {\"id\": \"a\", \"type\": \"book\", \"title\": \"B\"},\n  {"),
        "{}",
        made.new
    );
}

#[test]
fn keys_that_are_taken_refuse_all_with_both_places() {
    let course = "---\nformat: 1\ntitle: A\nreferences:\n  - {id: suharto2014, type: book, title: B}\n---\n# B\n\nTeks.\n";
    let Err(Refusal::Found {
        sources,
        diagnostics,
    }) = added(course, Syntax::Markdown, &[])
    else {
        panic!("refused");
    };
    let [found] = diagnostics.as_slice() else {
        panic!("{diagnostics:?}");
    };
    assert_eq!(found.rule.as_str(), "citation/duplicate-reference");
    let place = |span: Span| sources.file_of(span).map(|it| it.name().to_owned());
    assert_eq!(place(found.span()).as_deref(), Some("baru.bib"));
    assert_eq!(
        place(found.labels.last().expect("a label").span).as_deref(),
        Some("course")
    );
    let twice = format!("{BIB}{BIB}");
    let input = Input::new(
        "a.md",
        b"---\nformat: 1\ntitle: A\n---\n# B\n\nTeks.\n",
        Syntax::Markdown,
    );
    let refused = |text: &str| match add(&input, &NoAssets, "baru.bib", text) {
        Err(Refusal::Found { diagnostics, .. }) => diagnostics[0].rule.as_str().to_owned(),
        other => panic!("{other:?}"),
    };
    assert_eq!(refused(&twice), "citation/duplicate-reference");
    assert_eq!(
        refused("@book{a, title = {B}"),
        "citation/unreadable-bibliography"
    );
    assert_eq!(
        refused("Suharto (2014). Bukan BibTeX."),
        "citation/unreadable-bibliography"
    );
}

#[test]
fn where_there_is_no_place_the_lines_are_handed_back() {
    let text = "{format: 1, title: A, sections: [{title: B, content: C}]}\n";
    let Err(Refusal::NoPlace { lines }) = added(text, Syntax::Yaml, &[]) else {
        panic!("no place");
    };
    assert_eq!(lines, ITEM);
}
