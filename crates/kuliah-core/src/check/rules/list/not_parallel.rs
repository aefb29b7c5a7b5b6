//! `list/not-parallel`.

use kuliah_source::Message;

use crate::Spanned;
use crate::check::{Context, Sink, declare_rule};
use crate::model::Item;

declare_rule! {
    /// ## What it finds
    ///
    /// Items that begin with another form of word than the others: an Indonesian command or noun
    /// among verbs with *me-* or *ber-*, a command among nouns, an English command among words in
    /// *-ing*. The others must be three of four at least, and three.
    ///
    /// ## Why it matters
    ///
    /// All items complete the same sentence. One that does not fit makes the reader go back to
    /// the beginning of the list.
    ///
    /// ## Example
    ///
    /// ```markdown,reports
    /// Seorang mediator:
    ///
    /// - Mencari nilai bersama
    /// - Membantu para pihak
    /// - Membatasi konflik
    /// - Mengurai masalah
    /// - Hindari keadaan menang dan kalah
    /// ```
    ///
    /// ## Instead
    ///
    /// ```markdown,silent
    /// Seorang mediator:
    ///
    /// - Mencari nilai bersama
    /// - Membantu para pihak
    /// - Membatasi konflik
    /// - Mengurai masalah
    /// - Menghindari keadaan menang dan kalah
    /// ```
    "list/not-parallel", Info, since "0.1.0", origin Check, check check,
}

/// The form of the first word of an item.
#[derive(Debug, Copy, Clone, Eq, PartialEq)]
enum Form {
    /// *mencari*, *berperan*
    Active,
    /// *dicari*
    Passive,
    /// *hindari*, *gunakan*; *choose*
    Command,
    /// *pencarian*, *keadilan*
    Noun,
    /// *choosing*
    Ing,
}

/// The fewest items that make a form of their own.
const LEAST: usize = 3;

fn check(cx: &Context<'_>, sink: &mut Sink<'_>) {
    let is_indonesian = matches!(cx.course.lang.primary(), "id" | "ms");
    let form: fn(&str) -> Option<Form> = match cx.course.lang.primary() {
        _ if is_indonesian => indonesian,
        "en" => english,
        _ => return,
    };
    for list in cx.all_lists() {
        check_list(list, form, sink);
    }
}

fn check_list(items: &[Spanned<Item>], form: fn(&str) -> Option<Form>, sink: &mut Sink<'_>) {
    let forms: Vec<Option<Form>> = items
        .iter()
        .map(|item| first_word(item).and_then(form))
        .collect();
    let count = |form| forms.iter().filter(|&&it| it == Some(form)).count();
    let usual = [
        Form::Active,
        Form::Passive,
        Form::Command,
        Form::Ing,
        Form::Noun,
    ];
    let mut usual = usual.into_iter();
    let usual = usual.find(|&form| count(form) >= LEAST && count(form) * 4 >= forms.len() * 3);
    let Some(usual) = usual else {
        return;
    };
    for (item, form) in items.iter().zip(&forms) {
        // Many nouns look like verbs: "mentoring", "berita". Commands are told by the word.
        let differs = |it| it != usual && (usual != Form::Noun || it == Form::Command);
        let Some(form) = form.filter(|&it| differs(it)) else {
            continue;
        };
        let Some(word) = first_word(item) else {
            continue;
        };
        let message = Message::new(key(form, usual)).with("word", word);
        let finding = sink.report(item.text.span(0..word.len()), message);
        finding.help = Some(Message::new("list/not-parallel.help"));
    }
}

fn key(form: Form, usual: Form) -> &'static str {
    match (form, usual) {
        (Form::Command, _) => "list/not-parallel.command",
        (Form::Noun, _) => "list/not-parallel.noun",
        _ => "list/not-parallel",
    }
}

/// The first word of an item that has no term and begins with one.
fn first_word(item: &Item) -> Option<&str> {
    if item.term.is_some() {
        return None;
    }
    let source = item.text.source();
    let end = source
        .find(|c: char| !c.is_alphabetic())
        .unwrap_or(source.len());
    source.get(..end).filter(|word| {
        word.chars().count() > 2 && !source.get(end..).is_some_and(|it| it.starts_with('-'))
    })
}

/// Words that begin like a verb with *me-*, *ber-* or *di-* and are none.
const NO_VERBS: [&str; 44] = [
    "beragam",
    "berapa",
    "berbagai",
    "berikut",
    "berita",
    "berkas",
    "berkat",
    "bersama",
    "diagram",
    "dialog",
    "dimensi",
    "dinamika",
    "dinas",
    "direktur",
    "disiplin",
    "diskusi",
    "distribusi",
    "divisi",
    "media",
    "mekanisme",
    "melainkan",
    "melalui",
    "melati",
    "member",
    "memori",
    "menara",
    "mengapa",
    "mengenai",
    "menjelang",
    "mental",
    "menteri",
    "mentor",
    "menurut",
    "merah",
    "merdeka",
    "merek",
    "mereka",
    "merica",
    "mesin",
    "meskipun",
    "metabolisme",
    "metafora",
    "meter",
    "metode",
];

fn indonesian(word: &str) -> Option<Form> {
    let word = word.to_lowercase();
    let begins = |prefixes: &[&str]| prefixes.iter().any(|it| word.starts_with(it));
    let ends = |suffixes: &[&str]| suffixes.iter().any(|it| word.ends_with(it));
    if NO_VERBS.contains(&word.as_str()) || word.len() < 5 {
        return None;
    }
    if begins(&["mem", "men", "mel", "mer", "mew", "mey", "ber"]) && word.len() > 5 {
        return Some(Form::Active);
    }
    if begins(&["di"]) && ends(&["kan", "i"]) && word.len() > 6 {
        return Some(Form::Passive);
    }
    if begins(&["pen", "pem", "per", "pel", "ke"]) && ends(&["an"]) && word.len() > 7 {
        return Some(Form::Noun);
    }
    INDONESIAN_COMMANDS
        .contains(&word.as_str())
        .then_some(Form::Command)
}

/// Indonesian verbs as commands that are no nouns.
const INDONESIAN_COMMANDS: [&str; 40] = [
    "ajukan",
    "amati",
    "baca",
    "bacalah",
    "bandingkan",
    "berikan",
    "buatlah",
    "cantumkan",
    "diskusikan",
    "gambarkan",
    "gunakan",
    "gunkan",
    "hindari",
    "hitunglah",
    "hubungkan",
    "identifikasikan",
    "ikuti",
    "jelaskan",
    "kembangkan",
    "kenali",
    "kumpulkan",
    "lakukan",
    "lengkapi",
    "pahami",
    "pastikan",
    "pelajari",
    "perhatikan",
    "periksa",
    "pilihlah",
    "rumuskan",
    "sampaikan",
    "sebutkan",
    "siapkan",
    "simpulkan",
    "susunlah",
    "tentukan",
    "terapkan",
    "tuliskan",
    "tunjukkan",
    "uraikan",
];

/// English verbs as commands that seldom begin an item as nouns.
const ENGLISH_COMMANDS: [&str; 40] = [
    "add",
    "apply",
    "avoid",
    "begin",
    "bring",
    "calculate",
    "check",
    "choose",
    "collect",
    "compare",
    "compute",
    "decide",
    "define",
    "describe",
    "discuss",
    "draw",
    "ensure",
    "evaluate",
    "examine",
    "explain",
    "find",
    "follow",
    "give",
    "identify",
    "keep",
    "learn",
    "listen",
    "make",
    "measure",
    "observe",
    "prepare",
    "read",
    "remember",
    "remove",
    "select",
    "solve",
    "take",
    "tell",
    "use",
    "write",
];

/// Words in *-ing* that are no form of a verb.
const NO_ING: [&str; 12] = [
    "anything",
    "building",
    "during",
    "evening",
    "everything",
    "king",
    "morning",
    "nothing",
    "ring",
    "spring",
    "string",
    "thing",
];

fn english(word: &str) -> Option<Form> {
    let word = word.to_lowercase();
    if word.ends_with("ing") && word.len() > 4 {
        return (!NO_ING.contains(&word.as_str())).then_some(Form::Ing);
    }
    ENGLISH_COMMANDS
        .contains(&word.as_str())
        .then_some(Form::Command)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_told_by_their_affixes() {
        assert_eq!(indonesian("Mencari"), Some(Form::Active));
        assert_eq!(indonesian("berperan"), Some(Form::Active));
        assert_eq!(indonesian("Digunakan"), Some(Form::Passive));
        assert_eq!(indonesian("Pengambilan"), Some(Form::Noun));
        assert_eq!(indonesian("Hindari"), Some(Form::Command));
        assert_eq!(english("Choosing"), Some(Form::Ing));
        assert_eq!(english("Write"), Some(Form::Command));
    }

    #[test]
    fn other_words_tell_nothing() {
        for word in [
            "Mampu", "Menteri", "Berita", "Dinas", "Meja", "Kelas", "Merak",
        ] {
            assert_eq!(indonesian(word), None, "{word}");
        }
        for word in ["Spring", "Patients", "The"] {
            assert_eq!(english(word), None, "{word}");
        }
    }
}
