use kuliah_source::FileId;

use super::*;
use crate::check::Context;
use crate::model::{Course, decode};
use crate::syntax::{Limits, Syntax, parse};

const REFERENCES: &str = r#"---
format: 1
title: Contoh
lang: id
references:
  - {id: parsons1994, type: book, title: A, author: ["Parsons, Ruth J.", "Jorgensen, James D.", "Hernández, Santos H."], issued: 1994}
  - {id: compton1989, type: book, title: B, author: ["Compton, Beulah R.", "Galaway, Burt"], issued: 1989}
  - {id: barker1978, type: book, title: C, author: [{family: Barker}], issued: 1978}
  - {id: rothblatt1978, type: book, title: D, author: [{family: Rothblatt}], issued: 1978}
  - {id: suharto2014, type: book, title: E, author: "Suharto, Edi", issued: 2014}
  - {id: suharto2005, type: book, title: E, author: "Suharto, Edi", issued: 2005}
  - {id: kemsos2011, type: report, title: F, author: Kementerian Sosial Republik Indonesia, issued: 2011}
  - {id: bps2020, type: report, title: G, author: Badan Pusat Statistik, issued: 2020}
  - {id: berg2001, type: book, title: H, author: [{family: Berg, given: Anna, non-dropping-particle: van den}], issued: 2001}
  - {id: soekarno1963, type: book, title: I, author: Soekarno, issued: 1963}
---
# Materi

"#;

fn course(text: &str) -> Course {
    let text = format!("{REFERENCES}{text}\n");
    let parsed = parse(FileId::FIRST, &text, Syntax::Markdown, &Limits::default());
    decode(parsed.tree.expect("a tree")).expect("a course")
}

/// What is found in a text: what was typed, what it is, and what the fix would write.
fn found(text: &str) -> Vec<String> {
    found_with(text, &crate::check::CheckOptions::default())
}

fn found_with(text: &str, options: &crate::check::CheckOptions<'_>) -> Vec<String> {
    let course = course(text);
    let cx = Context::new(&course, options);
    let say = |typed: &Typed<'_>| {
        let what = match &typed.verdict {
            Verdict::Listed { work, other: None } => format!("is {}", work.id.as_str()),
            Verdict::Listed { other: Some(_), .. } => "is one of several".to_owned(),
            Verdict::Near { work, slips } => {
                let slips: Vec<_> = slips.iter().map(|it| it.right.as_str()).collect();
                format!("near {} {}", work.id.as_str(), slips.join(" "))
            }
            Verdict::Swapped { work, name } => {
                format!("swapped {} {}", work.id.as_str(), name.right)
            }
            Verdict::OtherYear { year, .. } => format!("other year {year}"),
            Verdict::Unlisted => "unlisted".to_owned(),
        };
        let conversion = typed.conversion.as_ref().map(|(_, text)| text.as_str());
        let conversion = conversion.map(|it| format!(" -> {it}")).unwrap_or_default();
        format!("{}: {what}{conversion}", typed.written)
    };
    cx.typed_citations().iter().map(say).collect()
}

fn check(text: &str, expected: &[&str]) {
    assert_eq!(found(text), expected, "{text}");
}

#[test]
fn authors_before_a_year_in_brackets() {
    check(
        "Menurut Barker (1978), begitu.",
        &["Barker (1978): is barker1978 -> @barker1978"],
    );
    check(
        "Selanjutnya barker (1978) berkata.",
        &["barker (1978): is barker1978 -> @barker1978"],
    );
    check(
        "Parsons, Jorgensen dan Hernandez (1994) berkata.",
        &["Parsons, Jorgensen dan Hernandez (1994): is parsons1994 -> @parsons1994"],
    );
    check(
        "Parsons *et al.* (1994) berkata.",
        &["Parsons et al. (1994): is parsons1994 -> @parsons1994"],
    );
    check(
        "Parsons dkk. (1994) berkata.",
        &["Parsons dkk. (1994): is parsons1994 -> @parsons1994"],
    );
    check(
        "Parsons, et al (1994) berkata.",
        &["Parsons, et al (1994): is parsons1994 -> @parsons1994"],
    );
    check(
        "Dikutip dalam Suharto (2014).",
        &["Suharto (2014): is suharto2014 -> @suharto2014"],
    );
    check(
        "Bagi Edi Suharto (2005:97) begitu.",
        &["Suharto (2005:97): is suharto2005 -> @suharto2005 [hlm. 97]"],
    );
    check(
        "Van den Berg (2001) dan van den Berg (2001).",
        &[
            "Van den Berg (2001): is berg2001 -> @berg2001",
            "van den Berg (2001): is berg2001 -> @berg2001",
        ],
    );
    check(
        "Soekarno (1963) menulis.",
        &["Soekarno (1963): is soekarno1963 -> @soekarno1963"],
    );
    check(
        "Compton & Galaway (1989;511) memberi teknik.",
        &["Compton & Galaway (1989;511): is compton1989 -> @compton1989 [hlm. 511]"],
    );
}

#[test]
fn all_of_it_in_brackets() {
    check(
        "Begitu (Suharto, 2005, hlm. 97).",
        &["Suharto, 2005, hlm. 97: is suharto2005 -> [@suharto2005, hlm. 97]"],
    );
    check(
        "Begitu (Suharto, 2005:97).",
        &["Suharto, 2005:97: is suharto2005 -> [@suharto2005, hlm. 97]"],
    );
    check(
        "Begitu (lihat juga Suharto 2014).",
        &["Suharto 2014: is suharto2014 -> [lihat juga @suharto2014]"],
    );
    check(
        "Begitu (Barker, 1978; Compton dan Galaway, 1989, hal 5).",
        &[
            "Barker, 1978: is barker1978 -> [@barker1978; @compton1989, hlm. 5]",
            "Compton dan Galaway, 1989, hal 5: is compton1989 -> [@barker1978; @compton1989, hlm. 5]",
        ],
    );
    check(
        "Begitu (Kementerian Sosial, 2011).",
        &["Kementerian Sosial, 2011: is kemsos2011 -> [@kemsos2011]"],
    );
    check(
        "Begitu (BPS, 2020).",
        &["BPS, 2020: is bps2020 -> [@bps2020]"],
    );
    check(
        "Begitu (Suharto, E., 2014).",
        &["Suharto, E., 2014: is suharto2014 -> [@suharto2014]"],
    );
    check(
        "Begitu (Suharto, 2005a).",
        &["Suharto, 2005a: is suharto2005"],
    );
}

#[test]
fn slips_are_told_with_the_right_name() {
    check(
        "Mengacu pada parsons, Jorgensen dan hernandesz 1994), ada peran.",
        &["parsons, Jorgensen dan hernandesz 1994): near parsons1994 Hernández"],
    );
    check(
        "pencapaiannya.parsoons, jorgensens, dan Hernandez memberikan kerangka",
        &["parsoons, jorgensens, dan Hernandez: near parsons1994 Parsons Jorgensen"],
    );
    check(
        "Comton dan Glaway (1989;511) memberikan",
        &["Comton dan Glaway (1989;511): near compton1989 Compton Galaway"],
    );
    check(
        "Roltbaltt (1978) memberikan model",
        &["Roltbaltt (1978): near rothblatt1978 Rothblatt"],
    );
    check(
        "Suharto Edi (2014) menulis",
        &["Suharto Edi (2014): swapped suharto2014 Suharto, Edi"],
    );
}

#[test]
fn another_year_and_no_such_work() {
    check(
        "Barker (1987) berkata begitu.",
        &["Barker (1987): other year 1978"],
    );
    check(
        "Begitu (Compton & Galaway, 1999).",
        &["Compton & Galaway, 1999: other year 1989"],
    );
    check(
        "Menurut Zastrow (2010), begitu.",
        &["Zastrow (2010): unlisted"],
    );
    check("Begitu (Zastrow, 2010:5).", &["Zastrow, 2010:5: unlisted"]);
    check("Begitu (Zastrow, t.t.).", &["Zastrow, t.t.: unlisted"]);
    check(
        "Menurut Smith dan Barker (1978) begitu.",
        &["Smith dan Barker (1978): unlisted"],
    );
}

#[test]
fn years_that_are_no_citations() {
    for text in [
        "Undang-Undang Nomor 11 Tahun 2009 tentang Kesejahteraan Sosial.",
        "Masa perang (1945–1949) dan Revolusi 1965 (1965).",
        "Reformasi (1998) memberikan ruang, Proklamasi (1945) juga.",
        "Pada Desember (2018) dan di Jakarta (1945).",
        "Konferensi Asia Afrika (Bandung, 1955) menyatakan sikap.",
        "Python 3.12 (2023) dan Windows 95 (1995).",
        "Undang-Undang Dasar (1945) menyebutkan hak itu.",
        "Piala Dunia di Korea dan Jepang (2002).",
        "Soekarno (1901-1970) dan Suharto (1921–2008).",
        "Presiden Suharto (1998) mengundurkan diri.",
        "Film Laskar Pelangi (2008) ditonton banyak orang.",
        "Semester Genap (2018), kurikulum (2013), edisi revisi (2020).",
        "Ada tiga (3) peran dan dua ribu (2000) peserta.",
        "Ibu, bapak, dan anak datang; Andi dan Budi (keduanya petani) pulang.",
        "Parsons, Jorgensen, dan Hernández memberikan kerangka itu.",
        "[@barker1978] dan @suharto2014 [hlm. 5] sudah benar.",
        "`Barker (1978)` dan [Barker (1978)](https://example.org).",
        "Harga naik (dari 1500 menjadi 2000) tahun itu.",
        "Lihat lampiran (Tabel 5, 2010) dan (Juli, 2010).",
        "Kongres Pemuda (1928) mencatat sejarah.",
    ] {
        check(text, &[]);
    }
}

#[test]
fn titles_and_typed_reference_lists_are_left_alone() {
    check("## Deklarasi Barker dan Ali (1990)\n\nTeks.", &[]);
    check("# Daftar Pustaka\n\nSuharto, Edi (2014). Membangun.", &[]);
    check(
        "## Teknik Barker (1978)\n\nTeks.",
        &["Barker (1978): is barker1978 -> @barker1978"],
    );
}

#[test]
fn fixes_stay_away_where_they_would_change_more() {
    check(
        "Barker (1978)-lah orangnya.",
        &["Barker (1978): is barker1978"],
    );
    check(
        "*Barker* (1978) berkata.",
        &["Barker (1978): is barker1978"],
    );
    check(
        "Barker (1978, cetakan kedua) berkata.",
        &["Barker (1978, cetakan kedua): is barker1978"],
    );
    check(
        "Begitu (Barker, 1978; Zastrow, 2010).",
        &["Barker, 1978: is barker1978", "Zastrow, 2010: unlisted"],
    );
}

#[test]
fn a_long_text_is_read_to_its_end() {
    let text = "Menurut Parsoons, jorgensens, dan Hernandez (1994), begitu (lihat Barker, 1978). ";
    let found = found(&text.repeat(2_000));
    assert_eq!(found.len(), 4_000);
    assert_eq!(
        found.last().map(String::as_str),
        Some("Barker, 1978: is barker1978 -> [lihat @barker1978]")
    );
}

#[test]
fn names_in_small_letters_are_names_where_something_says_so() {
    check(
        "Mengacu pada sheafor, Horejsi dan morales 2012), ada dua bentuk.",
        &["sheafor, Horejsi dan morales 2012): unlisted"],
    );
    check("Ada pedoman, Horejsi dan morales (2012) di sini.", &[]);
    check("Mengacu pada kurikulum dan pedoman (2012), ada dua.", &[]);
}

/// Knows the words of these tests that are no names.
struct Words;

impl crate::check::Speller for Words {
    fn language(&self) -> &'static str {
        "id"
    }

    fn check(&self, word: &str) -> bool {
        word != "zastrow"
    }
}

#[test]
fn a_name_in_small_letters_is_one_that_no_dictionary_knows() {
    let with = crate::check::CheckOptions::default().speller(&Words);
    let text = "Selanjutnya zastrow (1978) ) memberikan definisi.";
    assert_eq!(found_with(text, &with), ["zastrow (1978): unlisted"]);
    check(text, &[]);
    let text = "Sebuah laporan (1978) memberikan definisi.";
    assert_eq!(found_with(text, &with), Vec::<String>::new());
}

#[test]
fn a_locator_has_the_word_that_citations_read() {
    for (label, indonesian, english) in [
        (None, "hlm. 5", "p. 5"),
        (Some("chapter"), "bab 5", "ch. 5"),
        (Some("section"), "bag. 5", "sec. 5"),
        (Some("article-locator"), "ps. 5", "art. 5"),
        (Some("paragraph"), "par. 5", "para. 5"),
        (Some("verse"), "ay. 5", "v. 5"),
    ] {
        let locator = TypedLocator {
            sign: ',',
            label,
            number: "5".into(),
            range: 0..1,
        };
        assert_eq!(in_words(&locator, "id"), indonesian);
        assert_eq!(in_words(&locator, "en"), english);
    }
}

#[test]
fn a_key_is_not_put_where_what_is_beside_it_would_join_it() {
    let stands_free = |text: &str| {
        let start = text.find('B').expect("a place");
        stands_free(text, &(start..start + 1))
    };
    for text in ["B", "a B c", "a B, c", "a B. C", "(B)", "a B: c", "a B"] {
        assert!(stands_free(text), "{text}");
    }
    for text in [
        "aB", "@B", "]B", "a B(c", "a B-c", "a B [c]", "a B.c", "a Bc", "B: c",
    ] {
        assert!(!stands_free(text), "{text}");
    }
}
