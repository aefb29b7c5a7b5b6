//! Documents with our verdict on each, for other engines of JSON Schema to judge by the same
//! published schemas.

mod change;

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use clap::Args;
use jsonschema::Validator;
use kuliah::{FileId, Limits, Span, Syntax};
use kuliah_core::syntax::{self, Node, Tree};
use kuliah_tests::{corpus, example, fixture, write};
use serde_json::{Value, json};

use crate::output::{self, root};
use change::{Changes, Places};

/// How many documents, and where to put them.
#[derive(Args)]
pub(crate) struct SchemasArgs {
    /// Arbitrary courses; each is written in a syntax and read again.
    #[arg(long, default_value_t = 40)]
    courses: usize,
    /// Documents with one change each, for every schema in step with its documents.
    #[arg(long, default_value_t = 1_500)]
    changes: usize,
    /// The folder to write to; it is made when it is not there.
    #[arg(long)]
    out: PathBuf,
}

/// A schema and the documents that are held against it.
struct Grammar {
    name: &'static str,
    validator: Validator,
    /// Where each comes from, and the document.
    documents: Vec<(String, Value)>,
}

/// Writes the documents, `<schema>/<number>.json`, and `verdicts.json`: where each comes from and
/// whether it fits.
pub(crate) fn run(args: &SchemasArgs) -> Result<()> {
    let mut changes = Changes::default();
    let mut verdicts = Vec::new();
    let mut grammars = [
        Grammar::new("course", courses(args.courses))?,
        Grammar::new("config", configurations())?,
        Grammar::new("profile", profiles()?)?,
        Grammar::new("diagnostics", reports()?)?,
    ];
    // Most keywords stand in the schema of courses.
    let shares = [
        args.changes / 2,
        args.changes / 8,
        args.changes / 8,
        args.changes / 4,
    ];
    for (grammar, share) in grammars.iter_mut().zip(shares) {
        let more: Vec<_> = {
            let places = Places::of(grammar.fitting());
            let drawn = (0..share).map_while(|_| changes.change(&places));
            drawn
                .chain(places.formatted())
                .chain(places.edges())
                .collect()
        };
        grammar.documents.extend(more);
        fs::create_dir_all(args.out.join(grammar.name))?;
        for (number, (origin, document)) in grammar.documents.iter().enumerate() {
            let file = format!("{}/{number:05}.json", grammar.name);
            let valid = grammar.judge(document, origin)?;
            output::write(&args.out.join(&file), format!("{document}\n"))?;
            verdicts.push(json!({ "file": file, "origin": origin, "valid": valid }));
        }
    }
    output::write(
        &args.out.join("verdicts.json"),
        serde_json::to_string_pretty(&verdicts)?,
    )
}

impl Grammar {
    fn new(name: &'static str, documents: Vec<(String, Value)>) -> Result<Self> {
        let path = root().join(format!("schema/{name}.schema.json"));
        let schema = serde_json::from_str(&fs::read_to_string(path)?)?;
        let validator = jsonschema::draft202012::options()
            .should_validate_formats(true)
            .build(&schema)?;
        Ok(Self {
            name,
            validator,
            documents,
        })
    }

    fn fitting(&self) -> impl Iterator<Item = &(String, Value)> {
        self.documents
            .iter()
            .filter(|(_, document)| self.validator.is_valid(document))
    }

    /// Whether a document fits, by the engine alone and, of courses, by what authors are told.
    fn judge(&self, document: &Value, origin: &str) -> Result<bool> {
        let valid = self.validator.is_valid(document);
        if self.name == "course" {
            let root = Node::from_value(document, Span::DETACHED);
            let findings = kuliah_core::schema::validate(&Tree { root }, "");
            if findings.is_empty() != valid {
                bail!("{origin}: fits the schema: {valid}, but authors are told {findings:?}");
            }
        }
        Ok(valid)
    }
}

/// The examples, every fixture that is a course, the shapes of every syntax.
fn courses(arbitrary: usize) -> Vec<(String, Value)> {
    let examples = example::examples().into_iter().map(|it| {
        let text = String::from_utf8_lossy(&it.bytes).into_owned();
        (format!("{}/{}", it.name, it.file), read(&text, it.syntax))
    });
    let fixtures = fixture::fixtures().into_iter();
    let fixtures = fixtures.filter(|it| !it.rule.starts_with("config/"));
    let fixtures = fixtures.map(|it| {
        let document = read(&it.text(), it.syntax());
        (it.name, document)
    });
    let syntaxes = [Syntax::Yaml, Syntax::Json, Syntax::Toml];
    let arbitrary = corpus::arbitrary(arbitrary);
    let arbitrary = arbitrary.zip(syntaxes.into_iter().cycle());
    let arbitrary = arbitrary.enumerate().map(|(number, (course, syntax))| {
        let document = read(&write::write(&course, syntax), syntax);
        (format!("arbitrary {number} in {}", syntax.name()), document)
    });
    examples.chain(fixtures).chain(arbitrary).collect()
}

fn configurations() -> Vec<(String, Value)> {
    let fixtures = fixture::fixtures().into_iter();
    let fixtures = fixtures.filter(|it| it.rule.starts_with("config/"));
    let fixtures = fixtures.map(|it| {
        let document = read(&it.text(), Syntax::Toml);
        (it.name, document)
    });
    let full = include_str!("kuliah.toml");
    let full = ("a full one".to_owned(), read(full, Syntax::Toml));
    fixtures.chain([full]).collect()
}

fn profiles() -> Result<Vec<(String, Value)>> {
    let names = kuliah::check::Profile::names();
    names
        .map(|name| {
            let text = kuliah::check::Profile::shipped_text(name).context("a shipped profile")?;
            Ok((name.to_owned(), read(text, Syntax::Toml)))
        })
        .collect()
}

/// The report that the repository keeps.
fn reports() -> Result<Vec<(String, Value)>> {
    let path = format!("{}/json.json", kuliah_tests::reports::FOLDER);
    let report = serde_json::from_str(&fs::read_to_string(root().join(&path))?)?;
    Ok(vec![(path, report)])
}

/// What a file says, without places; null where it says nothing.
fn read(text: &str, syntax: Syntax) -> Value {
    let file = FileId::FIRST;
    let parsed = syntax::parse(file, text, syntax, &Limits::default());
    parsed.tree.map_or(Value::Null, |it| it.root.to_value())
}
