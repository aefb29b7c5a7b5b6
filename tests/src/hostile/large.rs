//! Courses that are deep, long or many, so that time or memory would run away.

use super::{Case, markdown, naming, yaml};

/// How deep things are nested.
const DEEP: usize = 20_000;

#[expect(clippy::too_many_lines, reason = "a table")]
pub(super) fn cases() -> Vec<Case> {
    let mut out = Vec::new();
    let mut md = |name: &str, body: String| {
        out.push(Case::course(
            &format!("large/{name}"),
            "course.md",
            markdown(&body),
        ));
    };
    let again = |text: &str, count: usize| text.repeat(count);
    // Nested, open and closed.
    md("deep-quotes", format!("{} text", again(">", DEEP)));
    md(
        "deep-lists",
        each(0..200, |it| format!("{}- a\n", again("  ", it))),
    );
    md(
        "deep-emphasis",
        format!("{}a{}", again("*a ", DEEP), again("*", DEEP)),
    );
    md("open-brackets", again("[", 5 * DEEP));
    md("open-images", again("![a", 2 * DEEP));
    md("open-links", again("[a](", 2 * DEEP));
    md("open-autolinks", again("<a:", 2 * DEEP));
    md("open-braces", again("{count:", DEEP));
    md("open-citations", again("[@a", DEEP));
    md("open-spans", again("[a]{lang=", DEEP));
    md("open-html", again("<a b='", 2 * DEEP));
    md("open-comments", again("<!-- ", 2 * DEEP));
    md("backticks", each(1..600, |it| again("`", it) + " "));
    md("escapes", again("\\*", 5 * DEEP));
    md("entities", again("&amp;", 2 * DEEP));
    md("stars-and-lines", again("**_", 3 * DEEP));
    md(
        "table-wide",
        format!(
            "|{}\n|{}\n|{}",
            again("a|", 5_000),
            again("-|", 5_000),
            again("b|", 5_000)
        ),
    );
    md(
        "table-ragged",
        format!("|a|\n|-|\n{}", again("|x|y|z|\n", 5_000)),
    );
    md(
        "footnotes-nested",
        each(0..2_000, |it| format!("[^{it}]: a[^{}]\n\n", it + 1)),
    );
    // Many.
    md(
        "headings",
        each(0..500, |it| format!("## H{it}\n\nText.\n\n")),
    );
    md("items", again("- Same item\n", 1_000));
    md("blank-lines", again("\n", 200_000));
    md(
        "unknown-keys",
        each(0..1_000, |it| format!("Text [@k{it}].\n\n")),
    );
    md("same-ids", again("## H {#same}\n\nText.\n\n", 500));
    md("bidi", again("\u{202e}", 30_000));
    md("zero-width", again("a\u{200b}", 30_000));
    md("controls", again("\u{1b}", 60_000));
    // Long.
    md("word", again("x", 1 << 20));
    md("line", again("word ", 1 << 14));
    md("marks", format!("a{}", again("\u{301}", 100_000)));
    md("digits", again("1", 1 << 15));
    md(
        "address",
        format!("https://example.org/{}", again("a.", 1 << 13)),
    );
    md("dots", again(". ", 1 << 14));
    md("dashes", again("-- ", 1 << 13));
    md("doi", format!("10.1000/{}", again("(", 1 << 13)));
    md(
        "typed-citations",
        again("Barker (1978: 97) dan (Suharto, 2005; ", 500),
    );
    let mut data = |name: &str, ending: &str, text: String| {
        out.push(Case::course(
            &format!("large/{name}"),
            &format!("course.{ending}"),
            text,
        ));
    };
    data(
        "deep-flow",
        "yaml",
        yaml(&format!("x: {}{}", again("[", DEEP), again("]", DEEP))),
    );
    data(
        "deep-flow-open",
        "yaml",
        yaml(&format!("x: {}", again("[", DEEP))),
    );
    data(
        "deep-maps",
        "yaml",
        yaml(&format!("x: {}1{}", again("{a: ", DEEP), again("}", DEEP))),
    );
    data(
        "deep-block",
        "yaml",
        yaml(&each(0..1_500, |it| format!("{}a:\n", again(" ", it)))),
    );
    data(
        "deep-dashes",
        "yaml",
        yaml(&format!("x:\n  {}a", again("- ", DEEP))),
    );
    data(
        "long-key",
        "yaml",
        yaml(&format!("{}: 1", again("k", 1 << 20))),
    );
    data(
        "many-values",
        "yaml",
        yaml(&format!("x: [{}]", again("1,", 300_000))),
    );
    data(
        "many-keys",
        "yaml",
        each(0..1_000, |it| format!("k{it}: 1\n")) + &yaml(""),
    );
    data(
        "same-keys",
        "yaml",
        again("title: Roles\n", 500) + &yaml(""),
    );
    data(
        "deep-arrays",
        "json",
        format!(
            "{{\"format\": 1, \"x\": {}{}}}",
            again("[", 5 * DEEP),
            again("]", 5 * DEEP)
        ),
    );
    data(
        "deep-objects",
        "json",
        format!("{}1{}", again("{\"a\": ", DEEP), again("}", DEEP)),
    );
    data("deep-open", "json", again("[", 5 * DEEP));
    data(
        "long-number",
        "json",
        format!("{{\"format\": {}}}", again("9", 1 << 20)),
    );
    data(
        "long-escapes",
        "json",
        format!(
            "{{\"format\": 1, \"title\": \"{}\"}}",
            again("\\u0041", 1 << 14)
        ),
    );
    data(
        "deep-toml",
        "toml",
        format!("x = {}{}\n", again("[", DEEP), again("]", DEEP)),
    );
    data(
        "deep-tables",
        "toml",
        format!("{}a = 1\n", again("a.", DEEP)),
    );
    data(
        "deep-headers",
        "toml",
        format!("[{}a]\n", again("a.", DEEP)),
    );
    data(
        "many-tables",
        "toml",
        each(0..2_000, |it| format!("[t{it}]\n")),
    );
    data("too-large", "md", again("x", (8 << 20) + 1));
    data(
        "too-large-title",
        "yaml",
        format!("format: 1\ntitle: {}\n", again("x", 1 << 20)),
    );
    data(
        "long-paragraph",
        "md",
        markdown(&again("Many words are in this text. ", 10_000)),
    );
    out.extend(bibliographies());
    out
}

/// Files that courses name.
fn bibliographies() -> Vec<Case> {
    let course = || naming("bibliography: refs.bib", "Text [@k1].");
    let case = |name: &str, bib: String| {
        Case::course(&format!("large/{name}"), "course.md", course()).file("refs.bib", bib)
    };
    let entry = |it: usize| {
        format!(
            "@book{{k{it}, title = {{Title {it}}}, author = {{Author{it}, A.}}, date = {{2001}}, publisher = {{P}}}}\n"
        )
    };
    let many_names = vec!["A, B"; 3_000].join(" and ");
    vec![
        case("bib-entries", each(0..1_000, entry)),
        case("bib-open", "@book{".repeat(20_000)),
        case(
            "bib-braces",
            format!(
                "@book{{k1, title = {}{}}}\n",
                "{".repeat(50_000),
                "}".repeat(50_000)
            ),
        ),
        case("bib-names", entry(1).replace("Author1, A.", &many_names)),
        case(
            "bib-field",
            entry(1).replace("Title 1", &"x".repeat(1 << 20)),
        ),
        case("bib-comment", "%".repeat(1 << 20)),
    ]
}

/// A text for each number, one behind the other.
fn each(numbers: std::ops::Range<usize>, text: impl Fn(usize) -> String) -> String {
    numbers.map(text).collect::<Vec<_>>().concat()
}
