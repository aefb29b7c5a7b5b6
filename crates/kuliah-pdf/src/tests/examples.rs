//! The courses below `examples/` in the default theme, line by line and page by page: how well
//! they are set, by the measures of `docs/typography.md`.

use std::collections::BTreeMap;

use kuliah::{Audience, CheckOptions, Handout, HandoutOptions, Input, Syntax, compile};
use kuliah_theme::{NewPage, Theme};

use super::{Set, extent, set_in};
use crate::font::Fonts;
use crate::page::{GlyphText, Item, Mark, Page, Run};
use crate::style::Style;
use crate::tags::{ElementId, ROOT, StructureTree};

/// A folder below `examples/`, its course and the files that the course names.
type Example = (
    &'static str,
    &'static [u8],
    &'static [(&'static str, &'static [u8])],
);

macro_rules! example {
    ($name:literal $(, $file:literal)*) => {
        (
            $name,
            include_bytes!(concat!("../../../../examples/", $name, "/course.md")),
            &[$((
                $file,
                include_bytes!(concat!("../../../../examples/", $name, "/", $file)).as_slice(),
            )),*],
        )
    };
}

const EXAMPLES: [Example; 3] = [
    example!("minimal"),
    example!("peran-pekerja-sosial"),
    example!("statistics", "journeys.png", "refs.bib"),
];

fn pages(theme: &Theme, example: Example) -> Set {
    pages_for(Audience::Student, theme, example)
}

fn pages_for(audience: Audience, theme: &Theme, (name, bytes, files): Example) -> Set {
    let files = files
        .iter()
        .map(|(path, it)| ((*path).to_owned(), it.to_vec()));
    let files: BTreeMap<String, Vec<u8>> = files.collect();
    let input = Input::new("course.md", bytes, Syntax::Markdown);
    let course = compile(&input, &files, &CheckOptions::default()).course;
    let course = course.unwrap_or_else(|| panic!("{name} has errors"));
    let options = HandoutOptions::for_audience(audience);
    set_in(theme, Handout::new(&course, options).document(), &files)
}

/// What stands on one baseline, in the order of the tree.
struct Line<'a> {
    y: f32,
    runs: Vec<&'a Run>,
}

impl Line<'_> {
    fn owner(&self) -> ElementId {
        match self.runs.first().map(|it| &it.mark) {
            Some(Mark::Element(owner) | Mark::Actual(owner, _)) => *owner,
            _ => ROOT,
        }
    }

    /// What is seen last.
    fn last(&self) -> Option<char> {
        let glyphs = self.runs.iter().flat_map(|it| &it.glyphs);
        glyphs.rev().find_map(|it| match it.text {
            GlyphText::One(' ') => None,
            GlyphText::One(c) => Some(c),
            _ => Some('x'),
        })
    }

    fn ends_in_hyphen(&self) -> bool {
        matches!(self.last(), Some('\u{ad}' | '-'))
    }

    /// How wide its spaces are as they are drawn, in those of the face.
    fn looseness(&self, fonts: &Fonts<'_>) -> f32 {
        let (mut drawn, mut own) = (0.0, 0.0);
        for run in &self.runs {
            for glyph in run
                .glyphs
                .iter()
                .filter(|it| it.text == GlyphText::One(' '))
            {
                drawn += glyph.advance * run.stretch * run.size;
                own += fonts.face(run.face).space * run.size;
            }
        }
        if own > 0.0 { drawn / own } else { 1.0 }
    }
}

fn lines(page: &Page) -> Vec<Line<'_>> {
    let mut out: Vec<Line<'_>> = Vec::new();
    for item in &page.items {
        let Item::Text { run, y } = item else {
            continue;
        };
        match out.last_mut() {
            _ if matches!(run.mark, Mark::Artifact(_)) => {}
            Some(line) if (line.y - y).abs() < 6.0 => line.runs.push(run),
            _ => out.push(Line {
                y: *y,
                runs: vec![run],
            }),
        }
    }
    out
}

/// The nearest element around with one of these tags.
fn within(tree: &StructureTree, mut id: ElementId, tags: &[&str]) -> Option<ElementId> {
    loop {
        let element = tree.get(id)?;
        if tags.contains(&element.tag) {
            return Some(id);
        }
        if id == ROOT {
            return None;
        }
        id = element.parent;
    }
}

#[test]
fn no_line_is_overfull_and_hardly_one_is_stretched() {
    let theme = Theme::default();
    let style = Style::of(&theme);
    let fonts = Fonts::new(&[], theme.text().figures).expect("bundled");
    for example in EXAMPLES {
        let name = example.0;
        let set = pages(&theme, example);
        let (mut all, mut stretched, mut running) = (0, 0, 0);
        for line in set.paginated.pages.iter().flat_map(lines) {
            all += 1;
            let looseness = line.looseness(&fonts);
            assert!(looseness < 1.7, "{name}: {looseness}");
            assert!(looseness > 0.74, "{name}: {looseness}");
            stretched += usize::from(looseness > 1.5);
            running = if line.ends_in_hyphen() {
                running + 1
            } else {
                0
            };
            assert!(running < 2, "{name}, {} at {}", line.y, all);
            for run in &line.runs {
                let (left, right) = extent(run);
                assert!(left > style.left - 0.1, "{name}");
                assert!(right < style.left + style.measure + 0.1, "{name}");
                assert!((0.979..1.031).contains(&run.stretch), "{name}");
            }
        }
        assert!(stretched * 100 <= all, "{name}: {stretched} of {all}");
    }
}

/// What a line says.
fn words(line: &Line<'_>) -> String {
    let mut out = String::new();
    for run in &line.runs {
        match &run.mark {
            Mark::Actual(_, words) => out.push_str(words),
            _ => run.glyphs.iter().for_each(|it| it.text.push_to(&mut out)),
        }
    }
    out
}

#[test]
fn every_hyphen_at_a_line_end_has_three_letters_of_its_word_before_it() {
    let mut hyphens = 0;
    for name in ["handout", "modul", "compact"] {
        let theme = Theme::named(name).expect("shipped");
        for example in EXAMPLES {
            for audience in [Audience::Student, Audience::Lecturer] {
                let set = pages_for(audience, &theme, example);
                for line in set.paginated.pages.iter().flat_map(lines) {
                    let text = words(&line);
                    let Some(word) = text.trim_end().strip_suffix('\u{ad}') else {
                        continue;
                    };
                    hyphens += 1;
                    let letters = word.chars().rev().take_while(|it| it.is_alphabetic());
                    assert!(letters.count() >= 3, "{name}, {}: {text}", example.0);
                }
            }
        }
    }
    assert!(hyphens > 100, "{hyphens}");
}

#[test]
fn paragraphs_headings_and_pages_end_well_in_every_theme() {
    for theme in ["handout", "modul", "compact"] {
        let theme = Theme::named(theme).expect("shipped");
        for example in EXAMPLES {
            let name = example.0;
            let set = pages(&theme, example);
            let mut shares: BTreeMap<ElementId, BTreeMap<usize, usize>> = BTreeMap::new();
            for (number, page) in set.paginated.pages.iter().enumerate() {
                let lines = lines(page);
                if let Some(last) = lines.last() {
                    let heading = within(&set.tree, last.owner(), &["H1", "H2", "H3", "H4"]);
                    assert!(
                        heading.is_none() || lines.len() < 12,
                        "{name}, page {number}"
                    );
                }
                for line in &lines {
                    let paragraph =
                        within(&set.tree, line.owner(), &["P", "LBody", "TD", "TH", "TOCI"]);
                    let Some(id) = paragraph else { continue };
                    if set
                        .tree
                        .get(id)
                        .is_some_and(|it| matches!(it.tag, "P" | "LBody"))
                    {
                        *shares.entry(id).or_default().entry(number).or_default() += 1;
                    }
                }
            }
            assert!(!shares.is_empty(), "{name}");
            for on in shares.values().filter(|it| it.len() > 1) {
                assert!(on.values().all(|it| *it > 1), "{name}: {on:?}");
            }
        }
    }
}

/// Where the lowest item of a column ends that is no running line, above the lower edge of the
/// text, as a part of its height.
fn hole(page: &Page, style: &Style, column: u8) -> f32 {
    let foot = style.page_height - style.top - style.height;
    let second = style.left + style.column_step - 1.0;
    let bottoms = page.items.iter().filter_map(|it| {
        let (left, bottom) = match it {
            Item::Text { run, y } => (run.x, *y),
            Item::Rule { left, y, .. } => (*left, *y),
            Item::Fill { area, .. } | Item::Picture { area, .. } => (area.left, area.bottom),
        };
        let here = style.columns == 1 || u8::from(left > second) == column;
        let running = bottom < foot - 12.0;
        (here && !running).then_some(bottom)
    });
    (bottoms.fold(f32::MAX, f32::min) - foot) / style.height
}

#[test]
fn no_page_but_the_last_of_a_part_has_a_large_hole() {
    let mut all = 0;
    for name in ["handout", "modul", "compact", "large"] {
        let theme = match name {
            "large" => Theme::default().large_print(),
            name => Theme::named(name).expect("shipped"),
        };
        let style = Style::of(&theme);
        for example in EXAMPLES {
            for audience in [Audience::Student, Audience::Lecturer] {
                let set = pages_for(audience, &theme, example);
                let pages = &set.paginated.pages;
                for (number, pair) in pages.windows(2).enumerate() {
                    // A contents page of its own is a part as well.
                    let opening = lines(&pair[1]).first().map(Line::owner);
                    let heading = opening.and_then(|it| within(&set.tree, it, &["H1", "H2"]));
                    let parts = style.headings[0].new_page != NewPage::Never;
                    if parts && (number < 2 || heading.is_some()) {
                        continue;
                    }
                    all += 1;
                    for column in 0..style.columns {
                        let hole = hole(&pair[0], &style, column);
                        assert!(
                            hole < 0.25,
                            "{name}, {}, {audience:?}, page {}, column {column}: {hole}",
                            example.0,
                            number + 1
                        );
                    }
                }
            }
        }
    }
    assert!(all > 40, "{all}");
}

#[test]
fn no_list_leaves_its_last_line_alone() {
    for name in ["handout", "modul", "compact"] {
        let theme = Theme::named(name).expect("shipped");
        for example in EXAMPLES {
            let set = pages(&theme, example);
            let mut shares: BTreeMap<ElementId, BTreeMap<usize, usize>> = BTreeMap::new();
            for (number, page) in set.paginated.pages.iter().enumerate() {
                for line in lines(page) {
                    if let Some(list) = within(&set.tree, line.owner(), &["L", "Document"])
                        && list != ROOT
                    {
                        *shares.entry(list).or_default().entry(number).or_default() += 1;
                    }
                }
            }
            assert!(!shares.is_empty() || example.0 == "minimal", "{name}");
            for on in shares.values() {
                let last = on.values().last().expect("a page");
                let whole: usize = on.values().sum();
                assert!(*last > 1 || whole == *last, "{name}, {}: {on:?}", example.0);
            }
        }
    }
}
