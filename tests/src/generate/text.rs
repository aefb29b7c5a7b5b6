//! Arbitrary inline text, in canonical form and without errors.

use proptest::prelude::*;
use proptest::sample::select;

use super::Dialect;

/// The keys that may be cited; every generated course has a reference for each.
pub const KEYS: [&str; 3] = ["barker1978", "doi:10.1000/x_y-1", "a"];

/// Words of any text; none is a noun whose number would be checked.
const WORDS: [&str; 47] = [
    "klien",
    "Kerja sosial,",
    "“kutipan”",
    "it's",
    "\"petik\"",
    "é",
    "𝒳",
    "ﬁ",
    "C#",
    "a: b",
    "100%",
    "x & y",
    "&amp;",
    "&#233;",
    r"\*",
    r"\\",
    r"\_",
    r"\[",
    r"\]",
    r"\`",
    r"\{x\}",
    r"\@",
    "{x}",
    "5 * 3",
    "a_b_c",
    "$5",
    "2018-12-29",
    "-5",
    "true",
    "null",
    "~",
    "e.g.",
    "a - b",
    "(ya)",
    "[kurung]",
    "ki\u{ad}ra",
    "tak\u{a0}putus",
    "!",
    "?",
    "<",
    ">",
    "|",
    "a  b",
    "0755",
    "1e3",
    "nama@contoh.id",
    "عربي",
];

/// Text that would mean something else in Markdown, or to a hasty writer of YAML.
const SIGNS: [&str; 28] = [
    "- x", "# x", "1. x", "> x", ": x", "? x", "| x", "* x", "+ x", "---", "...", "===", "```",
    "[", "]", "{", "}", "`", "%x", "@ x", "kunci:", "'", "\"", "&x", "!x", "x #y", "{#a .b}",
    "~~~",
];

/// Beginnings of a text that Markdown reads as no block.
const STARTS: [&str; 16] = [
    "Kata", r"\- x", r"1\. x", r"\# x", r"\> x", r"\: x", r"\| x", "*a* b", "`kode`", "-5",
    "2018 x", "“x”", "é", "&amp;", "true", "@a",
];

/// Ends of a text that Markdown reads as no attribute, lead or citation.
const ENDS: [&str; 5] = ["akhir", "akhir.", "akhir?", "akhir“", r"akhir\}"];

/// What a text may hold besides words.
#[derive(Debug, Copy, Clone)]
pub(super) struct Holds {
    /// Forced line breaks.
    pub(super) breaks: bool,
    /// The number of the items of a list.
    pub(super) count: bool,
    /// Whether Markdown must read no sign at the beginning.
    pub(super) plain_start: bool,
}

/// One line.
pub(super) const LINE: Holds = Holds {
    breaks: false,
    count: false,
    plain_start: false,
};

/// A paragraph, which may have forced line breaks.
pub(super) const PARAGRAPH: Holds = Holds {
    breaks: true,
    ..LINE
};

/// Words that hold no markup.
pub(super) fn plain() -> BoxedStrategy<String> {
    let texts = [
        "teks",
        "a: b",
        "#x",
        "true",
        "null",
        "~",
        "304",
        "0755",
        "1e3",
        "12.50",
        "2018-12-29",
        "it's",
        "\"petik\"",
        "x #y",
        "- x",
        "akhir ",
        " awal",
        "é “𝒳”",
        "[x]",
        "{x}",
        "%x",
        "@x",
        "*x*",
        "\\",
        "dua\nbaris",
        "tab\tdi sini",
        "'",
        "a'b\"c",
        ": ",
        "kunci:",
        "|",
    ];
    select(texts.to_vec()).prop_map(str::to_owned).boxed()
}

/// A text.
pub(super) fn text(dialect: Dialect, holds: Holds) -> BoxedStrategy<String> {
    let piece = piece(dialect, 2, holds.count).boxed();
    let line = match dialect {
        Dialect::Data => prop::collection::vec(piece, 1..5)
            .prop_map(|pieces| pieces.join(" "))
            .boxed(),
        Dialect::Markdown => {
            let starts = if holds.plain_start { 1 } else { STARTS.len() };
            (
                select(&STARTS[..starts]),
                prop::collection::vec(piece, 0..4),
                select(&ENDS[..]),
            )
                .prop_map(|(start, pieces, end)| {
                    let mut all = vec![start.to_owned()];
                    all.extend(pieces);
                    all.push(end.to_owned());
                    all.join(" ")
                })
                .boxed()
        }
    };
    let lines = if holds.breaks { 3 } else { 2 };
    prop_oneof![
        1 => "[A-Za-z]{1,8}",
        4 => prop::collection::vec(line, 1..lines).prop_map(|lines| lines.join("\\\n")),
    ]
    .boxed()
}

fn word(dialect: Dialect) -> BoxedStrategy<String> {
    let common = select(&WORDS[..]).prop_map(str::to_owned);
    match dialect {
        Dialect::Data => prop_oneof![
            3 => common,
            1 => select(&SIGNS[..]).prop_map(str::to_owned),
        ]
        .boxed(),
        Dialect::Markdown => common.boxed(),
    }
}

/// Words within marks; they begin and end in a letter, so that the marks are read as such.
fn marked() -> BoxedStrategy<String> {
    select(&["kata", "dua kata", "é & x", r"a \* b", "a: b", "C# x"][..])
        .prop_map(str::to_owned)
        .boxed()
}

fn key() -> impl Strategy<Value = &'static str> {
    select(&KEYS[..])
}

fn piece(dialect: Dialect, depth: u32, count: bool) -> BoxedStrategy<String> {
    let leaf = prop_oneof![
        8 => word(dialect),
        1 => marked().prop_map(|it| format!("*{it}*")),
        1 => marked().prop_map(|it| format!("**{it}**")),
        1 => select(&["`a: b`", "`*x*`", "``a`b``", "`a|b`", "`@a {Count:roles}`", "`  `"][..])
            .prop_map(str::to_owned),
        1 => marked().prop_map(|it| format!("[{it}](#awal)")),
        1 => Just("[](#awal)".to_owned()),
        1 => marked().prop_map(|it| format!("[{it}](https://contoh.id/a?b=c#d_e)")),
        1 => Just("<https://contoh.id/x>".to_owned()),
        1 => key().prop_map(|it| format!("@{it}")),
        1 => key().prop_map(|it| format!("@{it} [hlm. 5-7]")),
        1 => (key(), key()).prop_map(|(a, b)| format!("[lihat @{a}, bab 2; @{b}, 5, dan lain]")),
        1 => key().prop_map(|it| format!("[-@{it}]")),
        1 => Just("{Count:roles}".to_owned()),
        1 => Just(if count { "{count}" } else { "hitung" }.to_owned()),
    ]
    .boxed();
    if depth == 0 {
        return leaf;
    }
    let inner = move || prop::collection::vec(piece(dialect, depth - 1, false), 1..3);
    // A footnote may hold no other, so it is made of leaves.
    let note = (marked(), key()).prop_map(|(it, key)| format!("^[{it} @{key}, x]"));
    let language = match dialect {
        Dialect::Data => marked()
            .prop_map(|it| format!("[{it} *b*]{{lang=en}}"))
            .boxed(),
        Dialect::Markdown => inner()
            .prop_map(|it| format!("[x {} y]{{lang=en-GB}}", it.join(" ")))
            .boxed(),
    };
    prop_oneof![12 => leaf, 1 => note, 1 => language].boxed()
}
