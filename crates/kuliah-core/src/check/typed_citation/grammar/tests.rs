use super::super::flat::flats;
use super::*;
use crate::Markup;

/// Names, year and locator of each candidate.
fn read_all(text: &str) -> Vec<String> {
    let markup = Markup::new(text);
    let mut out = Vec::new();
    for flat in flats(&markup) {
        for candidate in read(&flat) {
            let names: Vec<_> = candidate
                .names
                .iter()
                .map(|name| flat.get(&name.range_from(0)))
                .collect();
            let year = candidate.year.as_ref().and_then(|it| it.number);
            let year = year.map_or_else(|| "-".to_owned(), |it| it.to_string());
            let locator = candidate.locator.map(|it| it.number).unwrap_or_default();
            out.push(format!("{} | {year} | {locator}", names.join("; ")));
        }
    }
    out
}

#[test]
fn names_are_parted() {
    for (text, expected) in [
        (
            "Parsons, Jorgensen, dan Hernandez (1994)",
            "Parsons; Jorgensen; Hernandez | 1994 | ",
        ),
        (
            "Menurut E. Suharto (2005, hlm. 97-99)",
            "E. Suharto | 2005 | 97-99",
        ),
        (
            "(Berger & Luckmann, 1966: 12)",
            "Berger; Luckmann | 1966 | 12",
        ),
        ("(Suharto, n.d.)", "Suharto | - | "),
        (
            "Kementerian Pendidikan dan Kebudayaan (2013)",
            "Kementerian Pendidikan dan Kebudayaan | 2013 | ",
        ),
        ("Di Bandung, Adi (2008) menulis", "Adi | 2008 | "),
    ] {
        assert_eq!(
            read_all(text).last().map(String::as_str),
            Some(expected),
            "{text}"
        );
    }
}

#[test]
fn other_brackets_hold_no_candidate() {
    for text in [
        "(1945–1949)",
        "Pasal 5 (2009)",
        "(lihat bab 2)",
        "Jumlah (20 orang)",
        "",
    ] {
        assert_eq!(read_all(text), Vec::<String>::new(), "{text}");
    }
}
