//! `citation/name-order`.

use kuliah_source::{Edit, Fix, Message, Safety};

use crate::check::typed_citation::{Verdict, fold, words::is_institution};
use crate::check::{Context, Sink, declare_rule};
use crate::model::{Name, Reference};

declare_rule! {
    /// ## What it finds
    ///
    /// An author cited by family name and given name without a comma ("Suharto Edi (2014)"), and a
    /// person in the references without one ("Edi Suharto"), who is taken for an institution.
    ///
    /// ## Why it matters
    ///
    /// The reference list is sorted by family names, and citations show them alone. A name without a
    /// comma is sorted and shown as it stands.
    ///
    /// ## Example
    ///
    /// ```markdown,reports
    /// ---
    /// format: 1
    /// title: Peran
    /// references:
    ///   - {id: suharto2014, type: document, title: Judul, author: Edi Suharto, issued: 2014}
    /// ---
    /// # Materi
    ///
    /// Advokasi adalah keberpihakan [@suharto2014].
    /// ```
    ///
    /// ## Instead
    ///
    /// ```markdown,silent
    /// ---
    /// format: 1
    /// title: Peran
    /// references:
    ///   - {id: suharto2014, type: document, title: Judul, author: "Suharto, Edi", issued: 2014}
    /// ---
    /// # Materi
    ///
    /// Advokasi adalah keberpihakan [@suharto2014].
    /// ```
    ///
    /// ## Fix safety
    ///
    /// Unsafe: which of the words is the family name is taken from the references, and a name in
    /// running text may be meant to stand in full.
    "citation/name-order", Warning, since "0.1.0", origin Check, fix Unsafe, check check,
}

/// Given names that are common in Indonesian and English texts and rare as family names and in
/// the names of institutions.
const GIVEN: &[&str] = &[
    "agus",
    "ahmad",
    "albert",
    "alice",
    "andrew",
    "anna",
    "anthony",
    "arief",
    "barbara",
    "bambang",
    "budi",
    "charles",
    "christopher",
    "daniel",
    "david",
    "dewi",
    "dian",
    "edi",
    "edward",
    "eko",
    "elizabeth",
    "endang",
    "fitri",
    "hendra",
    "heri",
    "indah",
    "irwan",
    "james",
    "jane",
    "jennifer",
    "joko",
    "joseph",
    "karen",
    "karl",
    "linda",
    "lestari",
    "margaret",
    "maria",
    "mary",
    "michael",
    "mohammad",
    "muhammad",
    "nancy",
    "patricia",
    "paulo",
    "peter",
    "rachmat",
    "richard",
    "rina",
    "rini",
    "robert",
    "ruth",
    "sarah",
    "siti",
    "slamet",
    "sugeng",
    "susan",
    "thomas",
    "wahyu",
    "william",
    "yuli",
    "yusuf",
];

fn check(cx: &Context<'_>, sink: &mut Sink<'_>) {
    for reference in cx.references() {
        let names = reference.author.iter().chain(&reference.editor);
        for name in names.filter_map(|name| name.literal.as_deref()) {
            if let Some(right) = with_comma(name) {
                let message = Message::new("citation/name-order.literal").with("name", name);
                let finding = sink.report(reference.id.span(), message);
                let help = Message::new("citation/name-order.literal-help");
                finding.help = Some(help.with("right", right));
            }
        }
    }
    for typed in cx.typed_citations() {
        let Verdict::Swapped { work, name } = &typed.verdict else {
            continue;
        };
        let span = typed.markup.span(name.range.clone());
        let message = Message::new("citation/name-order")
            .with("name", name.written.as_str())
            .with("right", name.right.as_str());
        let finding = sink.report(span, message);
        let help = Message::new("citation/name-order.help").with("key", work.id.as_str());
        finding.help = Some(help);
        if let Some(family) = family(work).filter(|_| !span.is_detached()) {
            finding.fix = Some(Fix {
                title: Message::new("citation/name-order.fix").with("family", family),
                edits: vec![Edit {
                    span,
                    text: family.to_owned(),
                }],
                safety: Safety::Unsafe,
            });
        }
    }
}

fn family(work: &Reference) -> Option<&str> {
    let first: &Name = work.author.first().or(work.editor.first())?;
    first.family.as_deref()
}

/// A person's name with its comma; `None` for institutions, single names and whatever is in
/// doubt.
fn with_comma(name: &str) -> Option<String> {
    let words: Vec<&str> = name.split_whitespace().collect();
    let may_be_person = (2..=4).contains(&words.len())
        && !words.iter().any(|word| is_institution(word))
        && words
            .iter()
            .all(|word| word.starts_with(char::is_uppercase));
    if !may_be_person {
        return None;
    }
    let (first, last) = (*words.first()?, *words.last()?);
    let is_given = |word: &str| GIVEN.contains(&fold(word).as_str());
    if is_initial(last) || is_given(last) {
        let (family, given) = words.split_first()?;
        return Some(format!("{family}, {}", given.join(" ")));
    }
    if is_initial(first) || is_given(first) {
        let (family, given) = words.split_last()?;
        return Some(format!("{family}, {}", given.join(" ")));
    }
    None
}

/// `E.` and `R.L.`
fn is_initial(word: &str) -> bool {
    word.ends_with('.') && word.split_terminator('.').all(|it| it.chars().count() == 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn persons_get_their_comma() {
        for (name, right) in [
            ("Edi Suharto", "Suharto, Edi"),
            ("Suharto Edi", "Suharto, Edi"),
            ("R. L. Barker", "Barker, R. L."),
            ("Barker R.L.", "Barker, R.L."),
        ] {
            assert_eq!(with_comma(name).as_deref(), Some(right), "{name}");
        }
    }

    #[test]
    fn institutions_and_single_names_are_left_alone() {
        for name in [
            "Soekarno",
            "Kementerian Sosial",
            "Tim Pengajar",
            "Human Rights Watch",
            "Bank Indonesia",
            "Rumah Zakat",
            "World Health Organization",
            "Pramoedya Ananta Toer",
            "Robert Bosch Foundation",
        ] {
            assert_eq!(with_comma(name), None, "{name}");
        }
    }
}
