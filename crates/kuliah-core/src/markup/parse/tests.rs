//! Inline text in, a short notation of its inlines out.

use super::super::{CitationForm, Inline, InlineKind};
use super::*;

fn show(inlines: &[Inline]) -> String {
    inlines
        .iter()
        .map(|inline| show_one(&inline.kind))
        .collect()
}

fn show_one(kind: &InlineKind) -> String {
    match kind {
        InlineKind::Text(text) => text.clone(),
        InlineKind::Emphasis(content) => format!("<em {}>", show(content)),
        InlineKind::Strong(content) => format!("<b {}>", show(content)),
        InlineKind::Code(text) => format!("<code {text}>"),
        InlineKind::Span { language, content } => format!("<{language} {}>", show(content)),
        InlineKind::Reference { target, content } => format!("<ref {target} {}>", show(content)),
        InlineKind::Link { address, content } => format!("<link {address} {}>", show(content)),
        InlineKind::Count(count) => format!("<{count:?}>"),
        InlineKind::Footnote(content) => format!("<note {}>", show(content)),
        InlineKind::Break => "<br>".to_owned(),
        InlineKind::Citation(group) => {
            let items: Vec<_> = group
                .items
                .iter()
                .map(|it| {
                    let locator = it.locator.as_deref().unwrap_or("-");
                    format!("{}|{}|{}|{}", it.prefix, it.key, locator, it.suffix)
                })
                .collect();
            let form = match group.form {
                CitationForm::Parenthetical => "cite",
                CitationForm::Narrative => "says",
                CitationForm::Year => "year",
            };
            format!("<{form} {}>", items.join(";"))
        }
    }
}

fn check(text: &str, expect: &str) {
    let (inlines, problems) = parse(text);
    assert_eq!(show(&inlines), expect, "{text}");
    assert_eq!(problems, [], "{text}");
}

#[track_caller]
fn check_problem(text: &str, kind: ProblemKind, part: &str) {
    let (_, problems) = parse(text);
    let found: Vec<_> = problems
        .iter()
        .map(|it| (it.kind, text.get(it.range.clone())))
        .collect();
    assert_eq!(found, [(kind, Some(part))], "{text}");
}

#[test]
fn commonmark_is_read_as_such() {
    check("a *b* **c** `d*e*`", "a <em b> <b c> <code d*e*>");
    check(
        "[b](#c) [](#d) <https://e.id>",
        "<ref c b> <ref d > <link https://e.id https://e.id>",
    );
    check(
        "mail <a@b.id>, a@b.id",
        "mail <link mailto:a@b.id a@b.id>, a@b.id",
    );
    check(
        "<https://e.id>*b*",
        "<link https://e.id https://e.id><em b>",
    );
    check(
        "<https://e.id <b@c.id>",
        "<https://e.id <link mailto:b@c.id b@c.id>",
    );
    check(
        "[a](https://e.id/b_(c)_(d)) e",
        "<link https://e.id/b_(c)_(d) a> e",
    );
    check("1. satu", "1. satu");
    check("# satu", "# satu");
    check("- satu", "- satu");
    check(r"\*a\* &amp; 5 * 3", "*a* & 5 * 3");
}

#[test]
fn citations_in_brackets() {
    check("[@a2000]", "<cite |a2000|-|>");
    check("[@a, hlm. 5; lihat @b, bab 2]", "<cite |a|5|;lihat|b|2|>");
    check("[@a, hlm. 5-7, catatan]", "<cite |a|5-7|, catatan>");
    check("[-@a]", "<year |a|-|>");
    check("x [@a:b.c/d].", "x <cite |a:b.c/d|-|>.");
    check("*[@a]*", "<em <cite |a|-|>>");
}

#[test]
fn citations_in_running_text() {
    check("Menurut @a, b.", "Menurut <says |a|-|>, b.");
    check("@a [hlm. 5] berkata", "<says |a|5|> berkata");
    check("@a [b](#c)", "<says |a|-|> <ref c b>");
    check(r"\@a a@b.id (@c)", "@a a@b.id (<says |c|-|>)");
    check(
        "`@a` [x](https://b.id/@c)",
        "<code @a> <link https://b.id/@c x>",
    );
}

#[test]
fn spans_notes_counts_and_breaks_nest() {
    check("[a *b* [@c]]{lang=en}", "<en a <em b> <cite |c|-|>>");
    check(
        "a^[lihat [@b] dan *c*].",
        "a<note lihat <cite |b|-|> dan <em c>>.",
    );
    check("*a [b]{lang=en}* c", "<em a <en b>> c");
    check("a\\\nb", "a<br>b");
    check(
        "{Count:roles} a {count}",
        "<Count { scope: Roles, capital: true }> a <Count { scope: Items, capital: false }>",
    );
    check(
        "[lihat {count} [b]{lang=en}](#c)",
        "<ref c lihat <Count { scope: Items, capital: false }> <en b>>",
    );
}

#[test]
fn brackets_that_mean_nothing_are_text() {
    check("a [b] c [d", "a [b] c [d");
    check("a {b} $5 dan $6", "a {b} $5 dan $6");
    check("^[a", "^[a");
}

#[test]
fn what_has_no_place_is_reported() {
    check_problem("a <b>c", ProblemKind::Html, "<b>");
    check_problem("a $x+1$ b", ProblemKind::Formula, "$x+1$");
    check_problem("a {.tasks}", ProblemKind::Attribute, "{.tasks}");
    check_problem("{count:items}", ProblemKind::UnknownCount, "{count:items}");
    check_problem("ab^[c *d <b>e*] f", ProblemKind::Html, "<b>");
    check_problem("a ![b](c.png)", ProblemKind::Image, "![b](c.png)");
    check_problem("[a]{lang=not a tag}", ProblemKind::Language, "not a tag");
    check_problem("[@a; b]", ProblemKind::Citation, "[@a; b]");
    check_problem("a^[b^[c]]", ProblemKind::NestedFootnote, "^[c]");
    check_problem("a &#27; b", ProblemKind::Forbidden, "&#27;");
}

#[test]
fn a_work_read_in_another_has_it_at_its_side() {
    for (text, locator, other, other_locator) in [
        ("[@a dalam @b]", None, "b", None),
        ("[@a, hlm. 5 dalam @b, hlm. 7]", Some("5"), "b", Some("7")),
        ("[lihat @a, dikutip dalam @b]", None, "b", None),
        ("[@a, as cited in @b, p. 7]", None, "b", Some("7")),
        ("@a [dalam @b, hlm. 7]", None, "b", Some("7")),
        ("@a [hlm. 5 dalam @b]", Some("5"), "b", None),
        ("[-@a dalam @b]", None, "b", None),
    ] {
        let (inlines, problems) = parse(text);
        assert_eq!(problems, [], "{text}");
        let InlineKind::Citation(group) = &inlines.first().expect("one").kind else {
            panic!("{text}: a citation");
        };
        let item = group.items.first().expect("one");
        let via = item.via.as_ref().expect("a second work");
        assert_eq!(item.key.as_str(), "a", "{text}");
        assert_eq!(
            (item.locator.as_deref(), item.suffix.as_str()),
            (locator, ""),
            "{text}"
        );
        assert_eq!(
            (via.key.as_str(), via.locator.as_deref()),
            (other, other_locator),
            "{text}"
        );
        assert_eq!(text.get(via.range.clone()), Some(other), "{text}");
    }
    // Words that say nothing of the kind are words.
    let (inlines, _) = parse("[@a berbeda dengan @b]");
    let InlineKind::Citation(group) = &inlines.first().expect("one").kind else {
        panic!("a citation");
    };
    assert!(group.items.iter().all(|item| item.via.is_none()));
}

#[test]
fn ranges_are_those_of_the_text() {
    let text = "Peran “*pemungkin*” [é @kunci, hlm. 5]";
    let (inlines, _) = parse(text);
    let InlineKind::Citation(group) = &inlines.last().expect("one").kind else {
        panic!("a citation");
    };
    let item = group.items.first().expect("one");
    assert_eq!(text.get(item.range.clone()), Some("kunci"));
    let whole: Vec<_> = inlines
        .iter()
        .filter_map(|it| text.get(it.range.clone()))
        .collect();
    assert_eq!(whole.concat(), text);
}

#[test]
fn nothing_takes_long_or_overflows() {
    for piece in [
        "[",
        "*a",
        "`",
        "](",
        "^[",
        "[@a",
        "{",
        "$",
        "[a]{lang=",
        "<a:",
        "``` ",
    ] {
        let text = piece.repeat(20_000);
        parse(&text);
    }
    let deep = format!("{}x{}", "^[".repeat(5000), "]".repeat(5000));
    let (_, problems) = parse(&deep);
    assert!(problems.iter().any(|it| it.kind == ProblemKind::Depth));
}
