//! What each theme makes of a document, and what all of them have in common.

use kuliah_doc::{Block, BlockKind, Document, Exporter, NoAssets};
use kuliah_theme::{CoverKind, Theme};

use super::build::{
    WORDS, block, caption, document, everything, footnote, item, list, odd, paragraph, png, row,
    section, table, text,
};
use super::structure::spoken;
use super::{Set, extent, set_in};
use crate::page::{Item, Mark, Page};
use crate::style::Style;

fn named(name: &str) -> Theme {
    Theme::named(name).expect("shipped")
}

fn from_toml(text: &str) -> Theme {
    Theme::from_toml(text).expect("a theme")
}

/// Every shipped theme, as it is and in large print.
fn themes() -> Vec<(String, Theme)> {
    let mut out = Vec::new();
    for name in Theme::names() {
        out.push((name.to_owned(), named(name)));
        out.push((format!("{name}-large"), named(name).large_print()));
    }
    out
}

fn pages_in(theme: &Theme, blocks: Vec<Block>) -> Vec<Page> {
    set_in(theme, &document("Uji", blocks), &NoAssets)
        .paginated
        .pages
}

/// Text that is no artifact, with its place.
fn words(page: &Page) -> Vec<(f32, f32, String)> {
    let texts = page.items.iter().filter_map(|it| match it {
        Item::Text { run, y } if !matches!(run.mark, Mark::Artifact(_)) => {
            Some((run.x, *y, run.text()))
        }
        _ => None,
    });
    texts.collect()
}

/// The lines of each column of a theme with two: first and last baseline, and texts.
fn columns(page: &Page, style: &Style) -> [Vec<(f32, String)>; 2] {
    let mut out = [Vec::new(), Vec::new()];
    let second = style.left + style.column_step - 1.0;
    for (x, y, text) in words(page) {
        let lines: &mut Vec<(f32, String)> = &mut out[usize::from(x > second)];
        match lines.last_mut() {
            Some((at, line)) if (*at - y).abs() < 6.0 => line.push_str(&text),
            _ => lines.push((y, text)),
        }
    }
    out
}

fn long_document() -> Document {
    let part = |number: u32| {
        let mut content = text(&WORDS.repeat(3));
        content.push(footnote(number, WORDS));
        let rows = (0..9).map(|it| row(&[&format!("Peran {it}"), WORDS, "12"]));
        let items = (0..5).map(|_| item(vec![paragraph("Butir yang pendek saja.")]));
        section(
            1,
            Some(number),
            "Bagian",
            vec![
                block(BlockKind::Paragraph(content)),
                list(kuliah_doc::Marker::Decimal, items.collect()),
                section(2, Some(1), "Anak bagian", vec![paragraph(&WORDS.repeat(2))]),
                table(Some(caption("Tabel", "Isi")), rows.collect()),
                paragraph(WORDS),
            ],
        )
    };
    let mut blocks = vec![block(BlockKind::Contents)];
    blocks.extend((1..5).map(part));
    document("Judul yang panjang", blocks)
}

#[test]
fn the_text_is_the_same_in_every_theme() {
    let (all, assets) = everything();
    for document in [all, odd(), long_document()] {
        let said = |theme: &Theme| {
            let set: Set = set_in(theme, &document, &assets);
            let said = spoken(&set, "Daftar Isi");
            said.chars()
                .filter(|it| it.is_alphanumeric())
                .collect::<String>()
        };
        let default = said(&Theme::default());
        assert!(!default.is_empty());
        for (name, theme) in themes() {
            let said = said(&theme);
            let differs = said.chars().zip(default.chars()).position(|(a, b)| a != b);
            assert!(
                differs.is_none() && said.len() == default.len(),
                "{name}: {differs:?}"
            );
        }
    }
}

#[test]
fn nothing_stands_outside_the_text_of_any_theme() {
    let (all, assets) = everything();
    for (name, theme) in themes() {
        let style = Style::of(&theme);
        let [left, right] = [style.left - 0.5, style.left + style.measure + 0.5];
        let foot = style.page_height - style.top - style.height - 0.5;
        for document in [&all, &long_document()] {
            let pages = set_in(&theme, document, &assets).paginated.pages;
            for it in pages.iter().flat_map(|it| &it.items) {
                let (from, to) = match it {
                    Item::Text { run, .. } => extent(run),
                    Item::Rule { left, right, .. } => (*left, *right),
                    Item::Fill { area, .. } | Item::Picture { area, .. } => (area.left, area.right),
                };
                assert!(from > left && to < right, "{name}: {it:?}");
            }
            for (_, y, text) in pages.iter().flat_map(words) {
                assert!(
                    y > foot && y < style.page_height - style.top,
                    "{name}: {text}"
                );
            }
        }
    }
}

/// A small document with what differs most from theme to theme.
fn small_document() -> Document {
    let mut noted = text("Peran itu menengahi");
    noted.push(footnote(1, "Catatan kaki."));
    noted.extend(text(&format!(" dan mendampingi. {WORDS}")));
    let mut out = document(
        "Peran Pekerja Sosial",
        vec![
            block(BlockKind::Contents),
            section(
                1,
                Some(1),
                "Materi",
                vec![
                    block(BlockKind::Paragraph(noted)),
                    section(2, Some(1), "Mediator", vec![paragraph("Ia menengahi.")]),
                    table(
                        Some(caption("Tabel", "Peran")),
                        vec![row(&["Broker", "menghubungkan", "2"])],
                    ),
                ],
            ),
            section(1, Some(2), "Latihan", vec![paragraph("Jawablah.")]),
        ],
    );
    out.front.subtitle = Some(text("Strategi"));
    out.front.authors = vec![text("Penulis")];
    out.front.facts = vec![kuliah_doc::Fact {
        label: super::build::safe("Kode"),
        value: text("PS-101"),
    }];
    out
}

#[test]
fn each_theme_draws_the_small_document_as_before() {
    let kept = [
        ("handout", include_str!("drawings/handout.txt")),
        ("modul", include_str!("drawings/modul.txt")),
        ("compact", include_str!("drawings/compact.txt")),
        ("handout-large", include_str!("drawings/handout-large.txt")),
    ];
    let document = small_document();
    for (name, kept) in kept {
        let (_, theme) = themes()
            .into_iter()
            .find(|it| it.0 == name)
            .expect("a theme");
        let pages = set_in(&theme, &document, &NoAssets).paginated.pages;
        let mut drawn = String::new();
        for page in &pages {
            drawn.push_str("page\n");
            drawn.push_str(&page.drawing());
        }
        // After a change on purpose, what is printed here is what `drawings` should hold.
        assert!(
            drawn == kept,
            "drawings/{name}.txt differs; now it is\n{drawn}"
        );
    }
}

#[test]
fn columns_that_end_a_document_end_at_one_height() {
    let theme = named("compact");
    let style = Style::of(&theme);
    for count in [4, 7, 12, 30] {
        let blocks = (0..count).map(|_| paragraph(WORDS)).collect();
        let pages = pages_in(&theme, blocks);
        let last = columns(pages.last().expect("a page"), &style);
        let [left, right] = last.map(|it| it.last().expect("a line").0);
        // The paragraphs are of five lines, and none is parted behind a hyphen.
        let uneven = (left - right).abs();
        assert!(
            uneven < 4.1 * style.text.leading + style.after_paragraph,
            "{count}: {uneven}"
        );
    }
}

#[test]
fn no_heading_ends_a_column_and_no_line_stands_alone() {
    let theme = named("compact");
    let style = Style::of(&theme);
    for before in (0..60).step_by(2) {
        let mut blocks: Vec<Block> = (0..before).map(|_| paragraph("Sebaris.")).collect();
        blocks.push(section(
            1,
            Some(1),
            "Judul bagian",
            vec![paragraph(WORDS); 9],
        ));
        for page in pages_in(&theme, blocks) {
            for lines in columns(&page, &style) {
                let Some((_, last)) = lines.last() else {
                    continue;
                };
                assert!(!last.contains("Judul"), "{before}: {last}");
                assert!(!last.starts_with("Pekerja sosial"), "{before}: {last}");
                assert!(!lines[0].1.ends_with("di dalamnya."), "{before}: {lines:?}");
            }
        }
    }
}

#[test]
fn a_footnote_stands_at_the_foot_of_its_column() {
    let theme = named("compact");
    let style = Style::of(&theme);
    let mut blocks = Vec::new();
    for number in 1..=40 {
        let mut content = text(&format!("Teks bernomor {number}"));
        content.push(footnote(number, &format!("Catatan bernomor {number}.")));
        content.extend(text(&format!(". {WORDS}")));
        blocks.push(block(BlockKind::Paragraph(content)));
    }
    let pages = pages_in(&theme, blocks);
    assert!(pages.len() > 1);
    for number in 1..=40 {
        let (mark, note) = (
            format!("Teks bernomor {number}"),
            format!("Catatan bernomor {number}."),
        );
        let both = pages
            .iter()
            .flat_map(|it| columns(it, &style))
            .filter(|lines| {
                let at = |what: &str| lines.iter().position(|(_, it)| it.contains(what));
                at(&mark)
                    .zip(at(&note))
                    .is_some_and(|(mark, note)| mark < note)
            });
        assert_eq!(both.count(), 1, "{number}");
    }
}

/// Left and right edge of the rules of tables.
fn table_edges(pages: &[Page]) -> Vec<(f32, f32)> {
    let rules = pages
        .iter()
        .flat_map(|it| &it.items)
        .filter_map(|it| match it {
            Item::Rule {
                left,
                right,
                weight,
                ..
            } if (*weight - 0.8).abs() < 0.01 => Some((*left, *right)),
            _ => None,
        });
    rules.collect()
}

#[test]
fn a_table_spans_the_columns_only_when_its_words_need_it() {
    let theme = named("compact");
    let style = Style::of(&theme);
    let long = "kesejahteraan-sosial-berkelanjutan";
    let narrow = table(None, vec![row(&["Broker", "menghubungkan", "2"])]);
    let wide = table(None, vec![row(&[&"x".repeat(30), &"y".repeat(40), long])]);
    for (table, spans) in [(narrow, false), (wide, true)] {
        let blocks = vec![paragraph(WORDS), paragraph(WORDS), table, paragraph(WORDS)];
        let pages = pages_in(&theme, blocks);
        // The first rules are those of the title.
        let edges = table_edges(&pages);
        let (left, right) = *edges.last().expect("a rule");
        assert_eq!(right - left > style.column + 1.0, spans, "{edges:?}");
    }
}

#[test]
fn a_heading_goes_with_the_wide_table_it_is_over() {
    let theme = named("compact");
    let style = Style::of(&theme);
    let cell = "x".repeat(30);
    for before in (0..70).step_by(3) {
        let mut blocks: Vec<Block> = (0..before * 2).map(|_| paragraph("Sebaris.")).collect();
        let rows = (0..9).map(|_| row(&[&cell, &cell, &cell])).collect();
        let wide = table(Some(caption("Tabel", "Lebar")), rows);
        blocks.push(section(1, Some(1), "Judul bagian", vec![wide]));
        blocks.push(paragraph(WORDS));
        let pages = pages_in(&theme, blocks);
        let has = |page: &Page, what: &str| words(page).iter().any(|it| it.2.contains(what));
        let heading = pages.iter().position(|it| has(it, "Judul bagian"));
        let caption = pages.iter().position(|it| has(it, "Lebar"));
        assert_eq!(heading, caption, "{before}");
        let page = &pages[heading.expect("a heading")];
        let [mut heading, mut table] = [0.0, 0.0];
        for (_, y, text) in words(page) {
            heading = if text.contains("Judul bagian") {
                y
            } else {
                heading
            };
            table = if text.contains("Lebar") { y } else { table };
        }
        assert!(heading - table < style.height / 4.0, "{before}");
    }
}

#[test]
fn a_cover_is_a_page_without_running_lines_and_with_one_title() {
    let theme = named("modul");
    assert_eq!(theme.cover().kind, CoverKind::Page);
    let set = set_in(&theme, &small_document(), &NoAssets);
    let pages: Vec<_> = set.paginated.pages.iter().map(Page::dump).collect();
    let cover = ["Peran Pekerja Sosial", "Strategi", "Penulis", "KodePS-101"];
    assert_eq!(pages[0], cover);
    assert!(
        pages[1].iter().any(|it| it == "Daftar Isi"),
        "{:?}",
        pages[1]
    );
    assert!(pages[2][0].starts_with("A. Materi"), "{:?}", pages[2]);
    let titles = set.tree.iter().filter(|(_, it)| it.tag == "H1");
    assert_eq!(titles.count(), 1);
    // The identity block ends where the text of a full page does.
    let style = Style::of(&theme);
    let lowest = words(&set.paginated.pages[0])
        .iter()
        .map(|it| it.1)
        .fold(f32::MAX, f32::min);
    let foot = style.page_height - style.top - style.height;
    assert!(lowest - foot < style.fact.leading, "{lowest} {foot}");
}

#[test]
fn parts_begin_pages_as_the_theme_says() {
    let parts = || -> Vec<Block> {
        let short = |number| section(1, Some(number), "Pendek", vec![paragraph(WORDS)]);
        let long = section(1, Some(3), "Panjang", vec![paragraph(WORDS); 30]);
        vec![short(1), short(2), long, short(4)]
    };
    let starts = |new_page: &str| {
        let theme = from_toml(&format!("[headings]\nnew-page = \"{new_page}\"\n"));
        let pages = pages_in(&theme, parts());
        let heads = pages.iter().map(|page| {
            let heads = words(page)
                .into_iter()
                .filter(|it| it.2.ends_with("jang") || it.2 == "Pendek");
            heads.count()
        });
        heads.collect::<Vec<_>>()
    };
    assert_eq!(starts("never")[0], 3);
    assert_eq!(
        starts("always"),
        [0, 1, 1, 1, 0, 0, 1].map(|it: usize| it)[..starts("always").len()]
    );
    assert_eq!(starts("unless-fits")[..2], [2, 1]);
}

#[test]
fn parts_that_share_a_page_share_its_foot() {
    let theme = from_toml("[headings]\nnew-page = \"unless-fits\"\n");
    let mut noted = text(WORDS);
    noted.push(footnote(1, "Catatan."));
    let first = vec![block(BlockKind::Paragraph(noted))];
    let blocks = vec![
        section(1, Some(1), "Satu", first),
        section(1, Some(2), "Dua", vec![paragraph(WORDS)]),
    ];
    let pages = pages_in(&theme, blocks);
    assert_eq!(pages.len(), 1);
    let texts = words(&pages[0]);
    let y = |what: &str| texts.iter().find(|it| it.2 == what).expect("there").1;
    assert!(y("Catatan.") < y("Dua"));
}

#[test]
fn running_lines_hold_what_the_theme_puts_there() {
    let theme = from_toml(
        "[running]\nrule = true\nfirst-head = true\n\
         head = { left = \"institution\", center = \"nothing\", right = \"page\" }\n\
         foot = { left = \"title\", center = \"nothing\", right = \"page-of-pages\" }\n\
         [cover]\ninstitution = [\"Universitas Contoh\", \"Fakultas\"]\n",
    );
    let pages = pages_in(&theme, vec![paragraph(WORDS); 40]);
    let count = pages.len();
    let first = pages[0].dump();
    assert_eq!(first[0], "[Universitas Contoh][1]");
    assert_eq!(first[1], "Universitas Contoh");
    let foot = format!("[Uji][Halaman 2 dari {count}]");
    assert_eq!(pages[1].dump().last(), Some(&foot));
}

#[test]
fn headings_stand_in_the_middle_and_without_numbers_when_asked() {
    let theme = from_toml("numbering = \"off\"\n[headings]\nalign = \"center\"\nrule = true\n");
    let style = Style::of(&theme);
    let blocks = vec![
        block(BlockKind::Contents),
        section(1, Some(1), "Materi", vec![paragraph(WORDS)]),
    ];
    let pages = pages_in(&theme, blocks);
    let lines = pages[0].dump();
    assert!(lines.contains(&"Materi".to_owned()), "{lines:?}");
    assert!(!lines.iter().any(|it| it.contains("A.")), "{lines:?}");
    let heading = words(&pages[0]).into_iter().rfind(|it| it.2 == "Materi");
    let (x, ..) = heading.expect("a heading");
    assert!(x > style.left + style.measure / 3.0);
}

#[test]
fn first_lines_stand_in_and_lines_are_ragged_when_asked() {
    let theme = from_toml("[text]\nindent = 20\njustify = false\n");
    let style = Style::of(&theme);
    let pages = pages_in(&theme, vec![paragraph(&WORDS.repeat(2))]);
    let lines: Vec<_> = words(&pages[0])
        .into_iter()
        .filter(|it| it.2 != "Uji")
        .collect();
    assert!((lines[0].0 - style.left - 20.0).abs() < 0.01);
    assert!(lines[1..].iter().all(|it| (it.0 - style.left).abs() < 0.01));
    let ends = pages[0].items.iter().filter_map(|it| match it {
        Item::Text { run, .. } if run.x < style.left + 1.0 => Some(run.x + run.inked_width()),
        _ => None,
    });
    let ends: Vec<_> = ends.collect();
    let full = style.left + style.measure;
    assert!(
        ends.iter().filter(|it| (**it - full).abs() < 0.1).count() < 2,
        "{ends:?}"
    );
}

#[test]
fn a_logo_stands_above_the_title_with_the_name_as_its_words() {
    let theme = from_toml(
        "[cover]\nkind = \"page\"\nalign = \"center\"\nlogo = \"gambar.png\"\nlogo-height = 20\n\
         institution = \"Universitas Contoh\"\n",
    );
    let assets = std::collections::BTreeMap::from([("gambar.png".to_owned(), png())]);
    let set = set_in(&theme, &small_document(), &assets);
    let page = &set.paginated.pages[0];
    let logo = page.items.iter().find_map(|it| match it {
        Item::Picture { area, .. } => Some(*area),
        _ => None,
    });
    let logo = logo.expect("a logo");
    assert!((logo.top - logo.bottom - 56.693).abs() < 0.01);
    let middle = f32::midpoint(logo.left, logo.right);
    assert!((middle - Style::of(&theme).page_width / 2.0).abs() < 0.01);
    let figure = set.tree.iter().find(|(_, it)| it.tag == "Figure");
    let alt = figure.and_then(|(_, it)| it.alt.clone());
    assert_eq!(alt.as_deref(), Some("Universitas Contoh"));
    assert!(words(page).iter().all(|it| it.1 < logo.bottom));
    let missing = crate::Pdf::with_options(crate::PdfOptions::new().with_theme(theme));
    assert!(missing.export(&small_document(), &NoAssets).is_err());
}
