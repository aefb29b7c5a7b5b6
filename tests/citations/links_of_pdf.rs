//! Links of citations in PDF files.

use kuliah_tests::pdf::{self, PdfLink, Place, Target};
use kuliah_tests::same::squeezed;

use crate::{Cited, Links};

/// How far below the top of its block a citation of the course stands at most, in points.
const BLOCK: f32 = 260.0;

/// Whether a place comes before another, read from top to bottom.
fn is_before(a: Place, b: Place) -> bool {
    a.0 < b.0 || (a.0 == b.0 && a.1 > b.1)
}

/// The links within the text and those within the reference list.
fn split(links: &[PdfLink]) -> (Vec<&PdfLink>, Vec<&PdfLink>) {
    let is_address = |it: &&PdfLink| matches!(it.areas[0].target, Target::Address(_));
    let first = links.iter().find(is_address).expect("an address");
    // Entries stand below one another, and the first of them has the first address.
    let list = links.iter().filter_map(|it| match it.areas[0].target {
        Target::Place(place) if is_before(place, first.areas[0].place) => Some(place),
        _ => None,
    });
    let top = list.reduce(|a, b| if is_before(a, b) { b } else { a });
    let top = top.expect("the first entry");
    links
        .iter()
        .partition(|it| it.in_note || is_before(it.areas[0].place, top))
}

#[test]
fn citations_lead_to_their_entries_and_entries_back() {
    for cited in Cited::all() {
        let name = &cited.name;
        let found = pdf::text(&cited.export("pdf"));
        let (text, list) = split(&found.links);
        let (addresses, backs): (Vec<&PdfLink>, Vec<&PdfLink>) = list
            .into_iter()
            .partition(|it| matches!(it.areas[0].target, Target::Address(_)));
        let links = Links::of(cited.handout.document());
        assert_eq!(addresses.len(), links.entries.len(), "{name}");
        assert_eq!(backs.len(), links.entries.len(), "{name}");

        // Each citation leads to the last place above an address: that of the entry.
        let mut places = Vec::new();
        for link in &text {
            for area in &link.areas {
                assert_eq!(area.target, link.areas[0].target, "{name}");
            }
            let Target::Place(target) = link.areas[0].target else {
                // A work that nobody read is in no list: its note leads to the work itself.
                assert!(link.in_note && link.text.ends_with("/kedua"), "{link:?}");
                continue;
            };
            let below = addresses
                .iter()
                .position(|it| is_before(target, it.areas[0].place));
            places.push((squeezed(&link.text), below.expect("an entry")));
            let back = backs[below.expect("an entry")].areas[0].place;
            assert!(
                target.0 == back.0 && target.1 > back.1 && target.1 - back.1 < 16.0,
                "{name}: {link:?} leads to {target:?}, the entry is at {back:?}"
            );
        }
        places.sort();
        assert_eq!(places, links.places(), "{name}");

        // Each entry leads to the block of its first citation.
        for (index, back) in backs.iter().enumerate() {
            let to_it = |it: &&&PdfLink| match it.areas[0].target {
                Target::Place(target) => {
                    let place = back.areas[0].place;
                    target.0 == place.0 && target.1 > place.1 && target.1 - place.1 < 16.0
                }
                Target::Address(_) => false,
            };
            let key = links.entries[index].anchor.key();
            let words = back.text.trim();
            assert!(words.chars().count() > 2, "{name}: {words:?}");
            let mut all: Vec<_> = text
                .iter()
                .filter(to_it)
                .map(|it| (it.areas[0].place, it.in_note))
                .collect();
            all.sort_by(|a, b| a.0.0.cmp(&b.0.0).then(b.0.1.total_cmp(&a.0.1)));
            let (first, in_note) = all[0];
            let Target::Place(block) = back.areas[0].target else {
                panic!("{name}: {back:?}");
            };
            assert!(
                is_before(block, first),
                "{name}: {key}: {block:?} {first:?}"
            );
            assert!(
                in_note || (block.0 == first.0 && block.1 - first.1 < BLOCK),
                "{name}: {key}: {block:?} {first:?}"
            );
        }
    }
}

#[test]
fn addresses_are_live() {
    for cited in Cited::all() {
        let found = pdf::text(&cited.export("pdf"));
        let outside = found.links.iter().filter(|it| !it.in_note);
        let addresses = outside.filter_map(|it| match &it.areas[0].target {
            Target::Address(address) => Some(address.as_str()),
            Target::Place(_) => None,
        });
        let addresses: Vec<_> = addresses.collect();
        let links = Links::of(cited.handout.document());
        assert_eq!(addresses.len(), links.entries.len(), "{}", cited.name);
        for (entry, address) in links.entries.iter().zip(addresses) {
            let key = entry.anchor.key().trim_start_matches("zz-");
            let doi = match key {
                "bagan" => "https://contoh.example/bagan".to_owned(),
                _ => format!("https://doi.org/10.1234/{key}"),
            };
            assert_eq!(address, doi, "{}", cited.name);
        }
    }
}
