//! Our reference lists beside those of pandoc's citeproc, with the same style files.
//!
//! A difference is known, with its reason, or it fails the task: so that a change of ours, or of
//! the formatter, is seen.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::{Write as _, stdout};
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};
use kuliah_cite::{Reference, Style, format, style_names};
use serde_json::{Map, Value, json};

use crate::output::{self, root};

/// The styles' files are in here.
const STYLES: &str = "crates/kuliah-cite/data/styles";
/// Differences that are known: style, type of reference, ours, pandoc's, reason; tabs between.
const KNOWN: &str = "xtask/citeproc-differences.tsv";

/// Types of references that are compared.
const KINDS: [&str; 15] = [
    "article-journal",
    "article-magazine",
    "article-newspaper",
    "book",
    "chapter",
    "dataset",
    "entry-encyclopedia",
    "legislation",
    "manuscript",
    "motion_picture",
    "paper-conference",
    "report",
    "software",
    "thesis",
    "webpage",
];

/// Formats 100 references of 15 types in every style with both, and lists what differs.
pub(crate) fn run(pandoc: &Path, write: bool) -> Result<()> {
    let references = references();
    let known = known()?;
    let mut found = String::new();
    let (mut same, mut expected, mut fresh) = (0, 0, 0);
    for name in style_names() {
        let style = Style::by_name(name).context("a shipped style")?;
        let works: Vec<_> = references
            .iter()
            .filter_map(|it| Reference::new(it).ok())
            .collect();
        // The guide of the one is British, those of the others are American.
        let language = if name == "harvard" { "en-GB" } else { "en-US" };
        let entries = format(&works, &[], &style, language)?.entries.into_iter();
        let ours: BTreeMap<_, _> = entries
            .map(|it| {
                let text: String = it.runs.iter().map(|run| run.text.as_str()).collect();
                (it.key, plain(&text))
            })
            .collect();
        let theirs = theirs(pandoc, name, language, &references)?;
        let none = String::new();
        for reference in &references {
            let key = text(reference, "id");
            let (our, their) = (
                ours.get(key).unwrap_or(&none),
                theirs.get(key).unwrap_or(&none),
            );
            if our == their {
                same += 1;
                continue;
            }
            let kind = text(reference, "type");
            let reason = known.get(&(name.to_owned(), our.clone(), their.clone()));
            match reason {
                Some(_) => expected += 1,
                None => fresh += 1,
            }
            let reason = reason.map_or("?", String::as_str);
            writeln!(found, "{name}\t{kind}\t{our}\t{their}\t{reason}")?;
        }
    }
    writeln!(
        stdout(),
        "{same} the same, {expected} known to differ, {fresh} new"
    )?;
    if write {
        let head = "style\ttype\tours\tpandoc's\treason\n";
        output::write(&root().join(KNOWN), format!("{head}{found}"))?;
    } else if fresh > 0 {
        write!(stdout(), "{found}")?;
        bail!("{fresh} differences without a reason; see {KNOWN}");
    }
    Ok(())
}

fn known() -> Result<BTreeMap<(String, String, String), String>> {
    let path = root().join(KNOWN);
    let table = fs::read_to_string(&path).unwrap_or_default();
    let mut out = BTreeMap::new();
    for line in table.lines().skip(1) {
        let columns: Vec<_> = line.split('\t').collect();
        let Ok([style, _, ours, theirs, reason]) = <[&str; 5]>::try_from(columns) else {
            bail!("{}: `{line}` has not five columns", path.display());
        };
        if reason != "?" {
            let key = (style.to_owned(), ours.to_owned(), theirs.to_owned());
            out.insert(key, reason.to_owned());
        }
    }
    Ok(out)
}

/// The entries of pandoc by key.
fn theirs(
    pandoc: &Path,
    style: &str,
    language: &str,
    references: &[Map<String, Value>],
) -> Result<BTreeMap<String, String>> {
    let folder = root().join("target").join("citeproc");
    fs::create_dir_all(&folder)?;
    output::write(&folder.join("refs.json"), serde_json::to_vec(references)?)?;
    output::write(
        &folder.join("in.md"),
        format!("---\nnocite: '@*'\nlang: {language}\n---\n\nText.\n"),
    )?;
    let output = Command::new(pandoc)
        .arg("--citeproc")
        .arg("--csl")
        .arg(root().join(STYLES).join(format!("{style}.csl")))
        .arg("--bibliography")
        .arg(folder.join("refs.json"))
        .args(["--to", "json"])
        .arg(folder.join("in.md"))
        .output()
        .with_context(|| format!("cannot run {}", pandoc.display()))?;
    fs::remove_dir_all(&folder)?;
    if !output.status.success() {
        bail!("pandoc: {}", String::from_utf8_lossy(&output.stderr));
    }
    let tree: Value = serde_json::from_slice(&output.stdout)?;
    let mut out = BTreeMap::new();
    entries(&tree, &mut out);
    Ok(out)
}

/// Every division whose identifier begins with `ref-`.
fn entries(tree: &Value, out: &mut BTreeMap<String, String>) {
    match tree {
        Value::Array(items) => items.iter().for_each(|it| entries(it, out)),
        Value::Object(fields) => {
            let id = tree
                .pointer("/c/0/0")
                .and_then(Value::as_str)
                .unwrap_or_default();
            if let Some(key) = id.strip_prefix("ref-") {
                let mut words = String::new();
                read(tree.pointer("/c/1").unwrap_or(&Value::Null), &mut words);
                out.insert(key.to_owned(), plain(&words));
                return;
            }
            fields.values().for_each(|it| entries(it, out));
        }
        _ => {}
    }
}

/// The words in a tree of pandoc; the number in a column of its own is left out, as ours is.
fn read(tree: &Value, out: &mut String) {
    match tree {
        Value::Array(items) => items.iter().for_each(|it| read(it, out)),
        Value::Object(fields) => {
            let content = fields.get("c").unwrap_or(&Value::Null);
            let open = |double: bool| {
                if double {
                    ("“", "”")
                } else {
                    ("‘", "’")
                }
            };
            match fields.get("t").and_then(Value::as_str).unwrap_or_default() {
                "Str" => out.push_str(content.as_str().unwrap_or_default()),
                "Space" | "SoftBreak" | "LineBreak" => out.push(' '),
                "Span" | "Div" => {
                    let classes = content.pointer("/0/1").map(ToString::to_string);
                    if !classes.is_some_and(|it| it.contains("csl-left-margin")) {
                        read(content.get(1).unwrap_or(&Value::Null), out);
                    }
                }
                "Quoted" => {
                    let double = content.pointer("/0/t") == Some(&json!("DoubleQuote"));
                    out.push_str(open(double).0);
                    read(content.get(1).unwrap_or(&Value::Null), out);
                    out.push_str(open(double).1);
                }
                "Link" => read(content.get(1).unwrap_or(&Value::Null), out),
                _ => read(content, out),
            }
        }
        _ => {}
    }
}

/// Single blanks, none at the ends.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn text<'a>(reference: &'a Map<String, Value>, name: &str) -> &'a str {
    reference
        .get(name)
        .and_then(Value::as_str)
        .unwrap_or_default()
}

/// 100 references of all types; names and titles are made up, and each is unlike the others.
///
/// Each round of the types tries something else: plain works, names within titles, no author,
/// institutions and many authors, marks at the end of titles and dates in part, names in several
/// parts, and another language.
fn references() -> Vec<Map<String, Value>> {
    let make = |n: usize| {
        let kind = KINDS.iter().cycle().nth(n).copied().unwrap_or_default();
        let mut fields = Map::new();
        let authors: Vec<_> = (0..=n % 4).map(|m| person(n, m)).collect();
        fields.insert("id".to_owned(), json!(format!("k{n:03}")));
        fields.insert("type".to_owned(), json!(kind));
        fields.insert("title".to_owned(), json!(format!("A title of work {n}")));
        fields.insert("author".to_owned(), json!(authors));
        let date = json!({"date-parts": [[1960 + n % 60, 1 + n % 12, 1 + n % 28]]});
        fields.insert("issued".to_owned(), date);
        let Value::Object(more) = of_kind(kind, n) else {
            return fields;
        };
        fields.extend(more);
        if let Value::Object(more) = of_round(n / KINDS.len(), n, kind) {
            fields.extend(more);
        }
        fields.retain(|_, value| !value.is_null());
        fields
    };
    (0..100).map(make).collect()
}

fn person(n: usize, m: usize) -> Value {
    let letter = |n: usize| char::from(b'a' + u8::try_from(n % 26).unwrap_or_default());
    let n = n * 3 + m;
    json!({
        "family": format!("Writer{}{}", letter(n / 26), letter(n)),
        "given": format!("{}. B.", letter(m).to_uppercase()),
    })
}

/// What a type has.
fn of_kind(kind: &str, n: usize) -> Value {
    match kind {
        "article-journal" | "article-magazine" | "article-newspaper" => json!({
            "container-title": "Journal of Examples", "volume": "3", "issue": "2",
            "page": "110-125", "DOI": format!("10.1000/{n}"),
        }),
        "chapter" | "paper-conference" | "entry-encyclopedia" => json!({
            "container-title": "A collection of pieces", "page": "10-20",
            "editor": [{"family": "Editor", "given": "E. F."}],
            "publisher": "Example Press", "publisher-place": "Bandung",
        }),
        "webpage" | "dataset" | "software" | "motion_picture" => json!({
            "URL": format!("https://example.org/{n}"), "publisher": "Example Press",
            "accessed": {"date-parts": [[2020, 5, 4]]},
        }),
        "report" => json!({"number": "12", "publisher": "Example Institute"}),
        "thesis" => json!({"genre": "Doctoral dissertation", "publisher": "Example University"}),
        "legislation" => json!({"number": "11", "URL": format!("https://example.org/{n}")}),
        _ => json!({"publisher": "Example Press", "publisher-place": "Bandung", "edition": "2"}),
    }
}

/// What a round tries; `null` takes a field away.
fn of_round(round: usize, n: usize, kind: &str) -> Value {
    let titled = |title: &str| json!({"title": format!("{title} {n}")});
    match round {
        1 => titled(
            "The McDonaldization of iPhone users in <i>Homo sapiens</i>: a guide to DNA, pH and hepatitis A of",
        ),
        2 if kind == "book" => json!({"author": null, "editor": [person(n, 0), person(n, 1)]}),
        2 => json!({"author": null}),
        3 if n.is_multiple_of(2) => json!({"author": [{"literal": "Institute of Examples"}]}),
        3 => json!({"author": (0..7 + n % 16).map(|m| person(n, m)).collect::<Vec<_>>()}),
        4 => json!({
            "title": format!("Who helps in year {n}?"),
            "issued": if n.is_multiple_of(3) { Value::Null } else { json!({"date-parts": [[1950 + n]]}) },
        }),
        5 => json!({
            "author": [
                {"family": format!("Gogh{n}"), "given": "Vincent", "non-dropping-particle": "van"},
                {"family": "Writer", "given": "Martin Luther", "suffix": "Jr."},
                {"family": "Tocqueville", "given": "Alexis", "dropping-particle": "de"},
            ],
            "translator": [{"family": "Penerjemah", "given": "P."}],
        }),
        6 => json!({"title": format!("Peran pekerja sosial di Indonesia {n}"), "language": "id"}),
        _ => json!({}),
    }
}
