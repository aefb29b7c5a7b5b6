//! Files with comments in, what they cover and what is deleted with them out.

use super::*;
use crate::check::rule;
use crate::syntax::{Limits, Syntax, parse};

fn read(text: &str, syntax: Syntax) -> Suppressions {
    let parse = parse(FileId::FIRST, text, syntax, &Limits::default());
    Suppressions::read(text, &parse.comments, parse.tree.as_ref())
}

/// The text that each rule's comment covers.
fn covered(text: &str, syntax: Syntax) -> Vec<&str> {
    let entries = read(text, syntax).entries;
    let covered = entries.iter().map(|it| text.get(it.covered.clone()));
    covered.map(|it| it.expect("in the file")).collect()
}

fn markdown(body: &str) -> String {
    format!("---\nformat: 1\ntitle: T\n---\n{body}")
}

const NOTE: &str = "<!-- lint-ignore structure/section-gap: sebab -->";

#[test]
fn a_comment_at_the_end_covers_its_line() {
    let text = markdown(&format!("Satu\ndua. {NOTE}\n\nTiga.\n"));
    assert_eq!(covered(&text, Syntax::Markdown), [format!("dua. {NOTE}")]);
}

#[test]
fn a_comment_alone_covers_the_heading_or_paragraph_below() {
    let text = markdown(&format!("{NOTE}\n\n# Judul\nTeks.\n"));
    assert_eq!(covered(&text, Syntax::Markdown), ["# Judul"]);
    let text = markdown(&format!("{NOTE}\nSatu\ndua.\n\nTiga.\n"));
    assert_eq!(covered(&text, Syntax::Markdown), ["Satu\ndua."]);
    let text = markdown(&format!("> {NOTE}\n> Satu\n> dua.\n>\n> Tiga.\n"));
    assert_eq!(covered(&text, Syntax::Markdown), ["> Satu\n> dua."]);
    let text = markdown(&format!("{NOTE}\r\n# Judul\r\n"));
    assert_eq!(covered(&text, Syntax::Markdown), ["# Judul"]);
    let text = markdown(&format!("Teks.\n\n{NOTE}\n"));
    assert_eq!(covered(&text, Syntax::Markdown), [""]);
}

#[test]
fn of_comments_above_one_another_each_covers_what_is_below_all() {
    let text = markdown(&format!("{NOTE}\n{NOTE}\n\n{NOTE}\n# Judul\n"));
    assert_eq!(covered(&text, Syntax::Markdown), ["# Judul"; 3]);
}

#[test]
fn in_yaml_a_value_of_several_lines_is_covered_as_a_whole() {
    let note = "# lint-ignore structure/section-gap: sebab";
    let text =
        format!("a: 1 {note}\n{note}\nb: |\n  satu\n  dua\nc:\n  {note}\n  - |\n   x\n   y\n");
    assert_eq!(
        covered(&text, Syntax::Yaml),
        [
            format!("a: 1 {note}").as_str(),
            "b: |\n  satu\n  dua\n",
            "  - |\n   x\n   y\n"
        ]
    );
}

#[test]
fn in_toml_too() {
    let note = "# lint-ignore structure/section-gap: sebab";
    let text = format!("{note}\n\na = \"\"\"\nx\ny\"\"\"\nb = 2 {note}\n");
    assert_eq!(
        covered(&text, Syntax::Toml),
        ["a = \"\"\"\nx\ny\"\"\"", &format!("b = 2 {note}")]
    );
}

/// What is left of a text when its first comment is deleted.
fn without(text: &str, syntax: Syntax) -> String {
    let read = read(text, syntax);
    let range = read.entries.first().expect("an entry").all.range();
    let range = range.expect("attached");
    let mut text = text.to_owned();
    text.replace_range(range, "");
    text
}

#[test]
fn a_deleted_comment_leaves_no_trace() {
    for (before, after) in [
        (format!("Satu. {NOTE}\nDua.\n"), "Satu.\nDua.\n"),
        (format!("{NOTE}\n# A\n"), "# A\n"),
        (format!("Satu.\n\n{NOTE}\n# A\n"), "Satu.\n\n# A\n"),
        (format!("Satu.\n{NOTE}\nDua.\n"), "Satu.\n\nDua.\n"),
        (format!("> Satu.\n> {NOTE}\n"), "> Satu.\n>\n"),
        (format!("Satu.\n\n{NOTE}"), "Satu.\n\n"),
    ] {
        assert_eq!(
            without(&markdown(&before), Syntax::Markdown),
            markdown(after)
        );
    }
    let note = "# lint-ignore structure/section-gap: sebab";
    let text = format!("a: 1\n{note}\nb: 2\n");
    assert_eq!(without(&text, Syntax::Yaml), "a: 1\nb: 2\n");
}

fn finding(name: &str, range: Range<usize>) -> Diagnostic {
    let rule = rule(name).expect("a rule");
    let span = Span::new(FileId::FIRST, range);
    Diagnostic::new(rule.id(), rule.severity, span, Message::new(rule.name))
}

#[test]
fn a_finding_is_kept_with_its_reason_and_others_stay() {
    let text = markdown(&format!("# C. Judul {NOTE}\n\n# F. Lain\n"));
    let at = text.find("C.").expect("there");
    let (here, there) = (
        finding("structure/section-gap", at..at + 2),
        finding("structure/empty-section", at..at + 2),
    );
    let findings = vec![here.clone(), there.clone()];
    let options = CheckOptions::default();
    let (stay, kept) = read(&text, Syntax::Markdown).part(findings, &options, Stage::Checked);
    assert_eq!(stay, [there]);
    let [kept] = kept.as_slice() else {
        panic!("{kept:?}");
    };
    assert_eq!((&kept.diagnostic, kept.reason.as_str()), (&here, "sebab"));
}

#[test]
fn a_rule_that_exports_rely_on_stays_and_says_so() {
    let text = markdown("Teks. <!-- lint-ignore citation/unknown-key: sebab -->\n");
    let at = text.find("Teks").expect("there");
    let findings = vec![finding("citation/unknown-key", at..at + 4)];
    let options = CheckOptions::default();
    let (stay, kept) = read(&text, Syntax::Markdown).part(findings, &options, Stage::Checked);
    let [stay] = stay.as_slice() else {
        panic!("{stay:?}");
    };
    assert_eq!((stay.labels.len(), kept.len()), (2, 0));
}

#[test]
fn what_could_not_be_found_is_not_called_unused() {
    let text = markdown("Teks. <!-- lint-ignore export/not-shown, structure/section-gap: a -->\n");
    let suppressions = read(&text, Syntax::Markdown);
    let mut options = CheckOptions::default();
    let unused = |options: &CheckOptions<'_>, stage| {
        let (stay, _) = suppressions.part(Vec::new(), options, stage);
        stay.len()
    };
    assert_eq!(unused(&options, Stage::Checked), 1);
    assert_eq!(unused(&options, Stage::Broken), 0);
    assert_eq!(unused(&options, Stage::Exported), 0);
    let mut wishes = crate::check::Selection::default();
    let gap = "structure/section-gap".parse().expect("a rule");
    wishes.ignore(gap).expect("may be ignored");
    options.policy = options.policy.with(&wishes);
    assert_eq!(unused(&options, Stage::Checked), 0);
}

#[test]
fn many_comments_and_findings_cost_little_each() {
    let mut text = markdown("");
    for _ in 0..2000 {
        text.push_str("Teks. <!-- lint-ignore structure/empty-section: sebab -->\n");
    }
    let places = text.match_indices("Teks").map(|(at, _)| at);
    let findings = places.map(|at| finding("structure/empty-section", at..at + 4));
    let findings: Vec<_> = findings.collect();
    let options = CheckOptions::default();
    let (stay, kept) = read(&text, Syntax::Markdown).part(findings, &options, Stage::Checked);
    assert_eq!((stay.len(), kept.len()), (0, 2000));
}
