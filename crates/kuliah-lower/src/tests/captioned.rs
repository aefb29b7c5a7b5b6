//! Tables, figures, program text and their captions.

use kuliah_doc::{Alignment, AnchorKind, BlockKind};

use super::{blocks, document, references, texts};

const BODY: &str = "# A

Lihat [](#dua), [](#foto), [](#program) dan [tabel tadi](#satu).

| x | y |
|---|--:|
| 1 | 2 |

: Pertama {#satu}

| tanpa |
|-------|
| judul |

![Orang](orang.png \"Posisi\"){#foto}

> [!note]
> | z |
> |---|
> | 3 |
>
> : Kedua {#dua}

```python
def f():
\treturn 1
```

: Contoh {#program}
";

#[test]
fn captions_are_counted_for_each_label() {
    let document = document("", BODY);
    let texts = texts(&document);
    for caption in [
        "Tabel 1. Pertama",
        "Tabel 2. Kedua",
        "Gambar 1. Posisi",
        "Kode 1. Contoh",
    ] {
        assert!(
            texts.iter().any(|it| it == caption),
            "{caption}: {texts:#?}"
        );
    }
    assert_eq!(texts[1], "Lihat Tabel 2, Gambar 1, Kode 1 dan tabel tadi.");
    let keys: Vec<_> = references(&document)
        .into_iter()
        .map(|(key, _)| key)
        .collect();
    assert_eq!(keys, ["dua", "foto", "program", "satu"]);
}

#[test]
fn labels_follow_the_language() {
    let document = document("lang: en\n", BODY);
    assert_eq!(
        texts(&document)[1],
        "Lihat Table 2, Figure 1, Listing 1 dan tabel tadi."
    );
}

#[test]
fn tables_keep_alignment_and_cells() {
    let document = document("", BODY);
    let tables = blocks(&document, |kind| matches!(kind, BlockKind::Table(_)));
    let BlockKind::Table(table) = &tables[0].kind else {
        panic!("a table");
    };
    assert_eq!(table.columns, [Alignment::Start, Alignment::End]);
    assert_eq!((table.head.cells.len(), table.rows.len()), (2, 1));
    assert_eq!(
        tables[0].anchor.as_ref().map(kuliah_doc::Anchor::kind),
        Some(AnchorKind::Table)
    );
    let BlockKind::Table(plain) = &tables[1].kind else {
        panic!("a table");
    };
    assert_eq!(plain.caption, None);
}

#[test]
fn program_text_keeps_its_blanks() {
    let document = document("", BODY);
    let codes = blocks(&document, |kind| matches!(kind, BlockKind::Code(_)));
    let BlockKind::Code(code) = &codes[0].kind else {
        panic!("program text");
    };
    assert_eq!(
        code.language.as_ref().map(ToString::to_string).as_deref(),
        Some("python")
    );
    let lines: Vec<_> = code.lines.iter().map(ToString::to_string).collect();
    assert_eq!(lines, ["def f():", "    return 1"]);
}

#[test]
fn figures_keep_path_and_description() {
    let document = document("", BODY);
    let figures = blocks(&document, |kind| matches!(kind, BlockKind::Figure(_)));
    let BlockKind::Figure(figure) = &figures[0].kind else {
        panic!("a figure");
    };
    assert_eq!(figure.source.as_str(), "orang.png");
    assert_eq!(
        figure.alt.as_ref().map(ToString::to_string).as_deref(),
        Some("Orang")
    );
}
