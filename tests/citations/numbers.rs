//! Numbers and notes.

use kuliah_tests::same::squeezed;
use kuliah_tests::{docx, pdf};

use crate::{Cited, Links};

#[test]
fn works_are_numbered_where_they_are_cited_first() {
    for style in ["ieee", "vancouver"] {
        let cited = Cited::new(style, "id");
        let links = Links::of(cited.handout.document());
        let listed: Vec<_> = links.entries.iter().map(|it| it.anchor.key()).collect();
        assert_eq!(listed, links.keys(), "{style}");
        for (index, entry) in links.entries.iter().enumerate() {
            let label = entry.label.as_ref().map_or("", |it| it.as_str());
            let number: String = label.chars().filter(char::is_ascii_digit).collect();
            assert_eq!(number, (index + 1).to_string(), "{style}");
            let mut cited = links.cited.iter();
            let words = cited.find(|(_, key)| key == entry.anchor.key());
            let words = words.map_or("", |(words, _)| words);
            let mut numbers = words.split(|it: char| !it.is_ascii_digit());
            assert!(numbers.any(|it| it == number), "{style}: {words}");
        }
    }
}

#[test]
fn citations_of_a_note_style_are_footnotes() {
    let notes = |style, language| {
        let cited = Cited::new(style, language);
        let parts = docx::parts(&cited.export("docx"));
        let part = parts.iter().find(|(name, _)| name == "word/footnotes.xml");
        let part = part.map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned());
        let text = docx::texts(&cited.export("docx"));
        (
            part.unwrap_or_default(),
            text,
            pdf::text(&cited.export("pdf")).notes,
        )
    };
    // The author's own note is the only one where citations stand in the text.
    assert_eq!(notes("apa", "id").2.len(), 1);
    for (language, first) in [
        (
            "id",
            "Lihat Beulah Compton dan Burt Galaway, Proses Contoh (Penerbit Contoh, 1989), 511",
        ),
        (
            "en",
            "Lihat Beulah Compton and Burt Galaway, Proses Contoh (Penerbit Contoh, 1989), 511",
        ),
    ] {
        let (part, word, notes) = notes("chicago-notes", language);
        assert_eq!(notes.len(), 20, "{notes:#?}");
        // Word has one note for each, besides the separators.
        assert_eq!(part.matches("<w:footnoteRef/>").count(), notes.len());
        let starts = |it: &&String| squeezed(it).starts_with(&squeezed(first));
        let in_word = word.iter().filter(starts);
        let in_pdf = notes.iter().filter(starts);
        assert_eq!((in_word.count(), in_pdf.count()), (1, 1), "{notes:#?}");
    }
}
