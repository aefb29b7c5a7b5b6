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
fn references() -> Vec<Map<String, Value>> {
    let letters = |n: usize| {
        let letter = |n: usize| char::from(b'a' + u8::try_from(n % 26).unwrap_or_default());
        format!("{}{}", letter(n / 26).to_uppercase(), letter(n))
    };
    let make = |n: usize| {
        let kind = KINDS.iter().cycle().nth(n).copied().unwrap_or_default();
        let person = |m: usize| json!({"family": format!("Writer{}", letters(n * 3 + m).to_lowercase()), "given": format!("{}. B.", char::from(b'A' + u8::try_from(m % 20).unwrap_or_default()))});
        let authors: Vec<_> = (0..=n % 4).map(person).collect();
        let mut fields = json!({
            "id": format!("k{n:03}"), "type": kind, "title": format!("A title of work {n}"),
            "author": authors, "issued": {"date-parts": [[1960 + n % 60, 1 + n % 12, 1 + n % 28]]},
        });
        let mut put = |name: &str, value: Value| {
            if let Some(fields) = fields.as_object_mut() {
                fields.insert(name.to_owned(), value);
            }
        };
        match kind {
            "article-journal" | "article-magazine" | "article-newspaper" => {
                put("container-title", json!("Journal of Examples"));
                put("volume", json!("3"));
                put("issue", json!("2"));
                put("page", json!("110-125"));
                put("DOI", json!(format!("10.1000/{n}")));
            }
            "chapter" | "paper-conference" | "entry-encyclopedia" => {
                put("container-title", json!("A collection of pieces"));
                put("editor", json!([{"family": "Editor", "given": "E. F."}]));
                put("page", json!("10-20"));
                put("publisher", json!("Example Press"));
                put("publisher-place", json!("Bandung"));
            }
            "webpage" | "dataset" | "software" | "motion_picture" => {
                put("URL", json!(format!("https://example.org/{n}")));
                put("accessed", json!({"date-parts": [[2020, 5, 4]]}));
                put("publisher", json!("Example Press"));
            }
            "report" => {
                put("number", json!("12"));
                put("publisher", json!("Example Institute"));
            }
            "thesis" => {
                put("genre", json!("Doctoral dissertation"));
                put("publisher", json!("Example University"));
            }
            "legislation" => {
                put("number", json!("11"));
                put("URL", json!(format!("https://example.org/{n}")));
            }
            _ => {
                put("publisher", json!("Example Press"));
                put("publisher-place", json!("Bandung"));
                put("edition", json!("2"));
            }
        }
        match fields {
            Value::Object(fields) => fields,
            _ => Map::new(),
        }
    };
    (0..100).map(make).collect()
}
