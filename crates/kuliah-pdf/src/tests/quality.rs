//! What good pages have: no holes, no lonely lines, no torn words.

use kuliah_doc::{Block, BlockKind, Inline, LinkTarget, Marker, NoAssets, Row};
use kuliah_theme::Theme;

use super::build::{
    WORDS, block, document, footnote, item, list, paragraph, row, section, table, text,
};
use super::{dumps, extent, set, set_in};
use crate::page::{Item, Mark, Page};
use crate::style::Style;

/// The baselines of what is no artifact, with their text, from top to bottom.
fn lines(page: &Page) -> Vec<(f32, String)> {
    let mut out: Vec<(f32, String)> = Vec::new();
    let mut texts: Vec<_> = page.items.iter().collect();
    texts.retain(|it| matches!(it.mark(), Mark::Element(_)));
    for it in texts {
        let Item::Text { run, y } = it else { continue };
        match out.last_mut() {
            Some((at, line)) if (*at - y).abs() < 6.0 => line.push_str(&run.text()),
            _ => out.push((*y, run.text())),
        }
    }
    out.sort_by(|a, b| b.0.total_cmp(&a.0));
    out
}

/// Everything a course is made of, over and over.
fn course(parts: u32) -> Vec<Block> {
    let part = |number: u32| {
        let mut noted = text(&WORDS.repeat(2));
        noted.push(footnote(number, WORDS));
        let items = (0..u32::from(number.is_multiple_of(3)) * 5 + 4).map(|at| {
            item(vec![paragraph(if at % 2 == 0 {
                WORDS
            } else {
                "Butir pendek."
            })])
        });
        let rows = (0..number % 5 + 2).map(|_| row(&["Broker", WORDS, "2"]));
        section(
            1,
            Some(number),
            "Bagian",
            vec![
                block(BlockKind::Paragraph(noted)),
                section(2, Some(1), "Anak bagian", vec![paragraph(WORDS)]),
                list(Marker::Decimal, items.collect()),
                table(None, rows.collect()),
                paragraph(&WORDS.repeat(number as usize % 3 + 1)),
            ],
        )
    };
    (1..=parts).map(part).collect()
}

#[test]
fn no_page_but_the_last_has_a_large_hole() {
    for name in ["handout", "compact"] {
        let theme = Theme::named(name).expect("shipped");
        let style = Style::of(&theme);
        let foot = style.page_height - style.top - style.height;
        let pages = set_in(&theme, &document("Uji", course(24)), &NoAssets);
        let pages = pages.paginated.pages;
        assert!(pages.len() > 5, "{name}");
        for (number, page) in pages.iter().enumerate().take(pages.len() - 1) {
            let second = style.left + style.column_step - 1.0;
            for column in 0..style.columns {
                let bottoms = page.items.iter().filter_map(|it| match it {
                    Item::Text { run, y } if usize::from(run.x > second) == usize::from(column) => {
                        (*y >= foot).then_some(*y)
                    }
                    _ => None,
                });
                let bottom = bottoms.fold(f32::MAX, f32::min);
                let hole = (bottom - foot) / style.height;
                assert!(hole < 0.3, "{name}, page {number}, column {column}: {hole}");
            }
        }
    }
}

#[test]
fn no_list_leaves_its_last_item_alone() {
    for before in 0..48 {
        let mut blocks: Vec<Block> = (0..before).map(|_| paragraph("Sebaris.")).collect();
        let items = (1..=6).map(|it| item(vec![paragraph(&format!("Butir {it}"))]));
        blocks.push(list(Marker::Decimal, items.collect()));
        for page in dumps(&document("Uji", blocks)) {
            let items = page.iter().filter(|it| it.contains("Butir"));
            assert_ne!(items.count(), 1, "{before}: {page:?}");
        }
    }
}

#[test]
fn a_colon_stays_with_what_it_announces() {
    let quote = || {
        block(BlockKind::Quote(kuliah_doc::Quote {
            language: None,
            paragraphs: vec![text(WORDS)],
            citation: None,
        }))
    };
    let rows = || table(None, vec![row(&["Broker", "menghubungkan", "2"]); 3]);
    for before in 36..48 {
        for what in [
            quote(),
            rows(),
            list(Marker::Bullet, vec![item(vec![paragraph("Satu")])]),
        ] {
            let mut blocks: Vec<Block> = (0..before).map(|_| paragraph("Sebaris.")).collect();
            blocks.push(paragraph("Begini bunyinya:"));
            blocks.push(what);
            for page in set(&document("Uji", blocks)).paginated.pages {
                let lines = lines(&page);
                assert!(
                    !lines.last().expect("text").1.ends_with("bunyinya:"),
                    "{before}"
                );
            }
        }
    }
}

#[test]
fn no_paragraph_ends_in_the_rest_of_a_word() {
    let words: Vec<&str> = WORDS.split(' ').collect();
    let (mut paragraphs, mut torn) = (0, 0);
    for count in 8..words.len() {
        for from in 0..words.len() - count {
            paragraphs += 1;
            let text = words[from..from + count].join(" ");
            let pages = set(&document("Uji", vec![paragraph(&text)]))
                .paginated
                .pages;
            let lines = lines(&pages[0]);
            let [.., (_, before), (_, last)] = lines.as_slice() else {
                panic!("two lines");
            };
            let rest = last.trim().chars().filter(|it| it.is_alphabetic()).count() < 7
                && !last.trim().contains(' ');
            let rest = rest && before.ends_with('\u{ad}');
            torn += u32::from(rest);
        }
    }
    assert!(paragraphs > 100);
    // Only where the line before would be full of holes.
    assert!(torn * 50 <= paragraphs, "{torn} of {paragraphs}");
}

#[test]
fn a_long_address_is_broken_where_addresses_may_be() {
    let address = format!(
        "https://contoh.id/{}berkas.html",
        "jalan-yang-panjang/".repeat(9)
    );
    let link = Inline::Link {
        target: LinkTarget::new(&address).expect("allowed"),
        content: text(&address),
    };
    let set = set(&document(
        "Uji",
        vec![block(BlockKind::Paragraph(vec![link]))],
    ));
    assert_eq!(set.diagnostics.len(), 0);
    let style = Style::of(&Theme::default());
    let lines = lines(&set.paginated.pages[0]);
    let lines: Vec<_> = lines
        .iter()
        .map(|it| it.1.trim())
        .filter(|it| *it != "Uji")
        .collect();
    assert!(lines.len() > 2);
    assert_eq!(lines.concat(), address);
    let inner = lines.iter().take(lines.len() - 1);
    assert!(
        inner.clone().all(|it| it.ends_with(['/', '-', '.'])),
        "{lines:?}"
    );
    for it in &set.paginated.pages[0].items {
        if let Item::Text { run, .. } = it {
            assert!(extent(run).1 < style.left + style.measure + 0.5);
        }
    }
}

#[test]
fn a_huge_word_fills_lines_of_its_own_and_is_read_whole() {
    let style = Style::of(&Theme::default());
    for (before, behind) in [("", ""), ("Sebelum ", " sesudah."), ("(", ")")] {
        let word = "xw".repeat(2_000);
        let text = format!("{before}{word}{behind}");
        let set = set(&document("Uji", vec![paragraph(&text)]));
        let pages = &set.paginated.pages;
        let lines: Vec<_> = pages.iter().flat_map(lines).map(|it| it.1).collect();
        let lines = lines.get(1..).expect("a title");
        assert_eq!(lines.concat().trim(), text);
        assert!(lines.len() > 40, "{}", lines.len());
        for it in pages.iter().flat_map(|it| &it.items) {
            if let Item::Text { run, .. } = it {
                assert!(extent(run).1 < style.left + style.measure + 0.5);
                assert!((0.979..1.031).contains(&run.stretch));
            }
        }
        // All lines within the word are full, but the one that ends it.
        let inner = lines.iter().filter(|it| it.trim().len() > 40).count();
        assert!(inner + 3 >= lines.len(), "{inner} of {}", lines.len());
    }
}

#[test]
fn many_footnotes_share_a_page_with_their_marks() {
    let mut blocks = Vec::new();
    for number in 1..=120 {
        let mut content = text(&format!("Teks bernomor {number}"));
        content.push(footnote(
            number,
            &format!("Sumber bernomor {number}, hlm. {number}."),
        ));
        content.extend(text("."));
        blocks.push(block(BlockKind::Paragraph(content)));
    }
    let pages = set(&document("Uji", blocks)).paginated.pages;
    let on = |what: &str| {
        let has = |page: &Page| lines(page).iter().any(|it| it.1.contains(what));
        pages.iter().map(has).collect::<Vec<_>>()
    };
    for number in 1..=120 {
        let (mark, note) = (
            format!("Teks bernomor {number}{number}."),
            format!("hlm. {number}."),
        );
        assert_eq!(
            on(&mark).iter().rposition(|it| *it),
            on(&note).iter().rposition(|it| *it)
        );
    }
    // Some seventeen on a page.
    assert!(pages.len() <= 7, "{}", pages.len());
}

#[test]
fn a_footnote_that_goes_on_leaves_no_line_out() {
    let long = (0..400)
        .map(|it| format!("kata{it}"))
        .collect::<Vec<_>>()
        .join(" ");
    for before in [0, 20, 40] {
        let mut blocks: Vec<Block> = (0..before).map(|_| paragraph("Sebaris.")).collect();
        let mut content = text("Bertanda");
        content.push(footnote(1, &long));
        blocks.push(block(BlockKind::Paragraph(content)));
        blocks.extend((0..20).map(|_| paragraph(WORDS)));
        let pages = dumps(&document("Uji", blocks));
        let all = pages.concat().join(" ").replace('\u{ad}', "");
        let found: Vec<_> = all
            .split_whitespace()
            .filter(|it| it.starts_with("kata"))
            .collect();
        let at = |it: usize| found.iter().position(|word| *word == format!("kata{it}"));
        assert!((0..400).all(|it| at(it).is_some()), "{before}");
        assert!((1..400).all(|it| at(it) > at(it - 1)), "{before}");
    }
}

#[test]
fn a_table_of_high_rows_repeats_its_head_and_parts_no_row_that_fits() {
    let cell = |words: &str| text(words);
    let rows = (0..14).map(|it| Row {
        cells: vec![
            cell(&format!("Peran {it}")),
            cell(&WORDS.repeat(2)),
            cell("1"),
        ],
    });
    let pages = dumps(&document("Uji", vec![table(None, rows.collect())]));
    assert!(pages.len() > 1);
    for page in &pages[1..] {
        assert!(
            page.iter().any(|it| it == "[Peran][Tugas][Jam]"),
            "{page:?}"
        );
        // The first line below the head is the first of a row.
        let head = page
            .iter()
            .position(|it| it.starts_with("[Peran]"))
            .expect("a head");
        assert!(page[head + 1].starts_with("Peran "), "{:?}", page[head + 1]);
    }
}
