//! What stands where on the pages.

use kuliah_doc::{Block, BlockKind, Inline};

use super::build::{
    WORDS, at, block, caption, document, everything, footnote, paragraph, row, section, table, text,
};
use super::{dumps, extent, set, set_with};
use crate::font::FaceId;
use crate::page::{Item, Mark};

/// Lines of a page without running head and page number.
fn body(page: &[String]) -> Vec<&String> {
    page.iter().filter(|it| !it.starts_with('[')).collect()
}

#[test]
fn a_heading_never_ends_a_page() {
    let mut seen = 0;
    for before in 0..46 {
        let mut blocks: Vec<Block> = (0..before).map(|_| paragraph("Sebaris.")).collect();
        blocks.push(section(
            1,
            Some(1),
            "Judul bagian",
            vec![paragraph(WORDS), paragraph(WORDS)],
        ));
        for page in dumps(&document("Uji", blocks)) {
            let lines = body(&page);
            if let Some(at) = lines.iter().position(|it| it.contains("Judul bagian")) {
                assert!(
                    lines.len() >= at + 3,
                    "{before}: two lines follow: {lines:?}"
                );
                seen += 1;
            }
        }
    }
    assert_eq!(seen, 46);
}

#[test]
fn no_single_line_of_a_paragraph_is_left_on_a_page() {
    for before in 0..30 {
        let mut blocks: Vec<Block> = (0..before).map(|_| paragraph("Sebaris.")).collect();
        blocks.extend((0..12).map(|_| paragraph(WORDS)));
        let pages = dumps(&document("Uji", blocks));
        for page in &pages {
            let lines = body(page);
            let first = lines.first().expect("text");
            // Its own last line, alone at the top, would end in these words.
            assert!(!first.ends_with("di dalamnya."), "{before}: {first}");
            let last = lines.last().expect("text");
            assert!(!last.starts_with("Pekerja sosial"), "{before}: {last}");
        }
    }
}

#[test]
fn a_long_table_repeats_its_head_as_decoration() {
    let rows = (0..90)
        .map(|it| row(&[&format!("Peran {it}"), "tugas", "12"]))
        .collect();
    let pages = dumps(&document(
        "Uji",
        vec![table(Some(caption("Tabel", "Panjang")), rows)],
    ));
    assert!(pages.len() > 2);
    let heads = |page: &Vec<String>| {
        page.iter()
            .filter(|it| it.contains("Peran") && it.contains("Tugas"))
            .count()
    };
    assert!(pages.iter().all(|page| heads(page) == 1), "{pages:?}");
    let real = |page: &&Vec<String>| page.iter().any(|it| it.starts_with("PeranTugasJam"));
    assert_eq!(pages.iter().filter(real).count(), 1);
    assert!(
        pages[1].iter().any(|it| it == "[Peran][Tugas][Jam]"),
        "{:?}",
        pages[1]
    );
}

#[test]
fn a_row_taller_than_a_page_is_parted() {
    let words = WORDS.repeat(40);
    let pages = dumps(&document(
        "Uji",
        vec![table(None, vec![row(&["a", &words, "1"])])],
    ));
    assert!(pages.len() > 1);
    assert!(pages.iter().all(|it| it.len() > 3));
}

#[test]
fn footnotes_stand_on_the_page_of_their_marks() {
    let mut blocks: Vec<Block> = (0..41).map(|_| paragraph("Sebaris.")).collect();
    for number in 1..=6 {
        let mut content = text(&format!("Ini teks bernomor {number}"));
        content.push(footnote(
            number,
            &format!("Catatan bernomor {number}. {WORDS}"),
        ));
        blocks.push(block(BlockKind::Paragraph(content)));
    }
    let pages = dumps(&document("Uji", blocks));
    for number in 1..=6 {
        let mark = format!("teks bernomor {number}");
        let note = format!("Catatan bernomor {number}.");
        let has = |page: &&Vec<String>, words: &str| page.iter().any(|it| it.contains(words));
        let both = pages
            .iter()
            .filter(|page| has(page, &mark) && has(page, &note));
        assert_eq!(both.count(), 1, "{number}");
    }
}

#[test]
fn a_footnote_longer_than_a_page_goes_on_over_the_next() {
    let mut content = text("Teks");
    content.push(footnote(1, &WORDS.repeat(60)));
    let pages = dumps(&document("Uji", vec![block(BlockKind::Paragraph(content))]));
    assert!(pages.len() > 1);
    let lines: usize = pages.iter().map(|it| body(it).len()).sum();
    assert!(lines > 100);
}

#[test]
fn nothing_stands_outside_the_measure() {
    let (document, assets) = everything();
    let pages = set_with(&document, &assets).paginated.pages;
    let style = crate::style::Style::of(&kuliah_theme::Theme::default());
    let right = style.left + style.measure + 0.5;
    for item in pages.iter().flat_map(|it| &it.items) {
        let (left, end) = match item {
            Item::Text { run, .. } => extent(run),
            Item::Rule { left, right, .. } => (*left, *right),
            Item::Fill { area, .. } | Item::Picture { area, .. } => (area.left, area.right),
        };
        assert!(left > style.left - 0.5 && end < right, "{item:?}");
    }
}

#[test]
fn contents_show_the_page_of_each_heading() {
    let long = |title: &str| {
        let blocks = (0..30).map(|_| paragraph(WORDS)).collect();
        section(1, Some(1), title, blocks)
    };
    let blocks = vec![
        block(BlockKind::Contents),
        long("Pertama"),
        long("Kedua"),
        long("Ketiga"),
    ];
    let pages = dumps(&document("Uji", blocks));
    for title in ["Pertama", "Kedua", "Ketiga"] {
        let heading = format!("A. {title}");
        let is_heading = |it: &String| *it == heading;
        let page = pages
            .iter()
            .rposition(|it| it.iter().any(is_heading))
            .expect("a heading");
        let entry = pages[0]
            .iter()
            .find(|it| it.contains(title) && it.contains('['))
            .expect("an entry");
        assert!(entry.ends_with(&(page + 1).to_string()), "{entry}");
    }
}

#[test]
fn page_numbers_and_running_heads_use_the_words_of_the_document() {
    let blocks = (0..40).map(|_| paragraph(WORDS)).collect();
    let pages = dumps(&document(
        "Judul uji",
        vec![section(1, Some(2), "Bagian", blocks)],
    ));
    let count = pages.len();
    assert_eq!(pages[0].last(), Some(&format!("[Halaman 1 dari {count}]")));
    assert_eq!(
        pages[1].first().map(String::as_str),
        Some("[Judul uji][B. Bagian]")
    );
}

#[test]
fn what_no_face_has_is_a_box_with_its_own_words_and_a_finding() {
    let paragraph = super::build::at(3..9, BlockKind::Paragraph(text("aksara 漢字 itu 漢")));
    let out = set(&document("Uji", vec![paragraph]));
    let boxes: Vec<_> = out.paginated.pages[0]
        .items
        .iter()
        .filter_map(|it| match it.mark() {
            Mark::Actual(_, words) => Some(words.to_string()),
            _ => None,
        })
        .collect();
    assert_eq!(boxes, ["漢", "字", "漢"]);
    let [finding] = out.diagnostics.as_slice() else {
        panic!("one finding: {:?}", out.diagnostics);
    };
    assert_eq!(finding.rule.as_str(), "export/missing-glyph");
    assert_eq!(finding.span().range(), Some(3..9));
    assert_eq!(finding.message.args()[0].1.to_string(), "U+6F22, U+5B57");
}

#[test]
fn a_word_wider_than_its_line_is_broken_and_reported() {
    let word = "donaudampfschifffahrtsgesellschaftskapitän".repeat(4);
    let out = set(&document(
        "Uji",
        vec![block(BlockKind::Paragraph(text(&word)))],
    ));
    let rules: Vec<_> = out.diagnostics.iter().map(|it| it.rule.as_str()).collect();
    // Indonesian rules find syllables in part of it; what is left is broken anywhere.
    let text: String = out.paginated.pages[0].dump().concat();
    assert!(text.replace('\u{ad}', "").contains(&word), "{text}");
    assert!(rules.iter().all(|it| *it == "export/overfull-line"));
    let sans = set(&document(&"x".repeat(300), vec![]));
    assert_eq!(sans.diagnostics.len(), 1);
}

#[test]
fn program_text_is_wrapped_with_a_mark_and_nothing_is_lost() {
    let line = format!("    wadah = [{}]", "12345, ".repeat(30));
    let code = kuliah_doc::Code {
        language: None,
        lines: vec![super::build::safe(&line)],
        caption: None,
    };
    let pages = dumps(&document("Uji", vec![block(BlockKind::Code(code))]));
    let lines: Vec<_> = pages[0].iter().filter(|it| it.contains("12345")).collect();
    assert!(lines.len() > 2);
    assert!(
        lines[1..].iter().all(|it| it.starts_with("[→")),
        "{lines:?}"
    );
    let joined: String = lines.iter().map(|it| it.replace("[→]", "")).collect();
    assert_eq!(joined.trim_end(), line);
}

#[test]
fn a_link_has_one_area_a_line() {
    let link = Inline::Link {
        target: kuliah_doc::LinkTarget::new("https://contoh.id").expect("allowed"),
        content: text(&"kata ".repeat(30)),
    };
    let out = set(&document(
        "Uji",
        vec![block(BlockKind::Paragraph(vec![link]))],
    ));
    let areas = &out.paginated.pages[0].links;
    assert_eq!(areas.len(), 2);
    assert!(
        areas
            .windows(2)
            .all(|pair| pair[0].area.bottom > pair[1].area.top - 4.0)
    );
}

#[test]
fn a_picture_in_four_colours_leaves_its_place_and_a_finding() {
    let mut bytes = vec![0xff, 0xd8, 0xff, 0xc0, 0, 20, 8, 0, 4, 0, 5, 4];
    bytes.extend([0; 12]);
    bytes.extend([0xff, 0xda, 0, 2]);
    let assets = std::collections::BTreeMap::from([("foto.jpg".to_owned(), bytes)]);
    let figure = super::build::at(
        3..9,
        BlockKind::Figure(kuliah_doc::Figure {
            source: kuliah_doc::AssetPath::new("foto.jpg").expect("safe"),
            alt: None,
            caption: Some(caption("Gambar", "Foto")),
        }),
    );
    let out = set_with(&document("Uji", vec![figure]), &assets);
    let [finding] = out.diagnostics.as_slice() else {
        panic!("one finding: {:?}", out.diagnostics);
    };
    assert_eq!(finding.rule.as_str(), "export/not-shown");
    assert_eq!(finding.span().range(), Some(3..9));
    let lines = out.paginated.pages[0].dump();
    assert!(lines.iter().any(|it| it == "foto.jpg"), "{lines:?}");
    let figures = out.tree.iter().filter(|(_, it)| it.tag == "Figure");
    let alt: Vec<_> = figures.filter_map(|(_, it)| it.alt.clone()).collect();
    assert_eq!(alt, ["Foto"]);
}

/// Glyphs of a text on the first page, with where each stands.
fn placed(words: &str) -> Vec<(f32, f32, crate::page::Glyph)> {
    let set = set(&document("Uji", vec![paragraph(words)]));
    let items = set.paginated.pages[0].items.clone();
    let mut out = Vec::new();
    for item in items {
        let Item::Text { run, y } = item else {
            continue;
        };
        if run.face != FaceId::Text {
            continue;
        }
        let mut x = run.x;
        for glyph in run.glyphs {
            let scale = run.size / 1000.0;
            out.push((
                x + glyph.offset.0 * scale,
                y + glyph.offset.1 * scale,
                glyph,
            ));
            x += glyph.advance * scale;
        }
    }
    out
}

#[test]
fn accents_stand_over_their_letters_and_on_one_another() {
    // No face has these in one piece.
    let one = placed("x\u{302}");
    let two = placed("x\u{302}\u{302}");
    assert_eq!((one.len(), two.len()), (2, 3));
    let (base, accent) = (&one[0], &one[1]);
    // An accent takes no room of its own, and its place is above the letter.
    assert!(accent.2.advance.abs() < 1.0, "{accent:?}");
    let right = base.0 + base.2.advance * 0.011;
    assert!(accent.0 > base.0 - 6.0 && accent.0 < right + 1.0, "{one:?}");
    assert!(two[2].1 > two[1].1 + 1.0, "{two:?}");
    assert!(placed("x\u{323}")[1].2.advance.abs() < 1.0);
}

#[test]
fn what_cannot_be_set_in_order_is_reported_where_it_stands() {
    for (words, codes) in [
        ("kata שלום", "U+05E9"),
        ("kata سلام", "U+0633"),
        ("kata नमस्ते", "U+0928"),
        ("kata 漢字", "U+6F22"),
        ("kata 👩\u{200d}🏫", "U+1F469"),
    ] {
        let block = at(7..12, BlockKind::Paragraph(text(words)));
        let set = set(&document("Uji", vec![block]));
        let [finding] = set.diagnostics.as_slice() else {
            panic!("{:?}", set.diagnostics);
        };
        assert_eq!(finding.rule.as_str(), "export/missing-glyph");
        assert_eq!(finding.span().range(), Some(7..12));
        assert!(format!("{:?}", finding.message).contains(codes), "{words}");
        // What is read aloud is what the author wrote, in the author's order.
        let line = set.paginated.pages[0].dump();
        assert!(line.iter().any(|it| it.trim() == words), "{line:?}");
    }
}
