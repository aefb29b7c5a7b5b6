//! The fixtures of rules: files below `rules/<group>/<rule>/`.
//!
//! A file `valid*` has no finding. A file `invalid*` says in comments at its end what is found in
//! it, as `expect: 12:5 citation/unknown-key`; a file that can hold no comment has them in
//! another, which is named as it with `.expect` behind. Any other file is one that courses may name.

use std::collections::BTreeMap;
use std::path::Path;

use kuliah::check::{Profile, Speller};
use kuliah::config::Config;
use kuliah::theme::{Theme, ThemeFault};
use kuliah::{
    CheckOptions, Diagnostic, FORMATS, Handout, HandoutOptions, Input, Mended, RuleId, Safety,
    Severity, SourceMap, Span, Syntax, compile, fix,
};

use crate::{files, root};

/// A course file and what is found in it.
#[derive(Debug)]
pub struct Fixture {
    /// The rule it is for, `group/name`.
    pub rule: String,
    /// Its path below the folder of fixtures.
    pub name: String,
    /// Whether nothing is found in it.
    pub is_valid: bool,
    /// The places and rules of what is found in it.
    pub expected: Vec<String>,
    bytes: Vec<u8>,
    syntax: Syntax,
    assets: BTreeMap<String, Vec<u8>>,
}

/// Every fixture, sorted by path.
pub fn fixtures() -> Vec<Fixture> {
    let folder = root().join("tests/rules");
    let mut all = BTreeMap::new();
    for path in files(&folder) {
        let name = path.strip_prefix(&folder).expect("below").to_owned();
        let name = name.to_str().expect("UTF-8").replace('\\', "/");
        all.insert(name, std::fs::read(&path).expect("a readable file"));
    }
    let is_fixture = |name: &&String| {
        let file = name.rsplit('/').next().unwrap_or_default();
        (file.starts_with("valid") || file.starts_with("invalid")) && !file.ends_with(".expect")
    };
    all.keys()
        .filter(is_fixture)
        .map(|name| fixture(name, &all))
        .collect()
}

fn fixture(name: &str, all: &BTreeMap<String, Vec<u8>>) -> Fixture {
    let (rule, file) = name.rsplit_once('/').expect("in a folder");
    let bytes = all.get(name).cloned().unwrap_or_default();
    let beside = all.get(&format!("{name}.expect"));
    let expected = match beside {
        Some(list) => lines(list, ""),
        None => lines(&bytes, "expect: "),
    };
    let prefix = format!("{rule}/");
    let assets = all
        .iter()
        .filter_map(|(name, bytes)| Some((name.strip_prefix(&prefix)?.to_owned(), bytes.clone())));
    Fixture {
        rule: rule.to_owned(),
        name: name.to_owned(),
        is_valid: file.starts_with("valid"),
        expected,
        bytes,
        syntax: Syntax::of_path(file).expect("the ending of a syntax"),
        assets: assets.collect(),
    }
}

/// What stands behind a mark, line by line.
fn lines(bytes: &[u8], mark: &str) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes);
    let behind = text.lines().filter_map(|line| {
        let (_, behind) = line.split_once(mark)?;
        Some(behind.trim_end_matches("-->").trim().to_owned())
    });
    behind.filter(|line| !line.is_empty()).collect()
}

impl Fixture {
    /// The text, as far as it is one.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// Everything found in the file as it is.
    pub fn findings(&self) -> (SourceMap, Vec<Diagnostic>) {
        self.findings_in(&self.bytes)
    }

    /// The syntax of the file.
    pub fn syntax(&self) -> Syntax {
        self.syntax
    }

    /// The file after mending; `None` for a configuration, which has no course in it.
    pub fn mend(&self, text: &str, safety: Safety) -> Option<Mended> {
        if self.rule.starts_with("config/") {
            return None;
        }
        let input = Input::new(&self.name, text.as_bytes(), self.syntax);
        Some(fix(&input, &self.assets, &options(&self.rule), safety))
    }

    /// Everything that would be found if the file held other bytes: on the way to a course
    /// and, for rules about formats, in every format.
    pub fn findings_in(&self, bytes: &[u8]) -> (SourceMap, Vec<Diagnostic>) {
        let name = Path::new(&self.name).file_name().unwrap_or_default();
        let name = name.to_string_lossy();
        if self.rule.starts_with("config/") {
            return configuration(&self.name, &String::from_utf8_lossy(bytes));
        }
        let options = options(&self.rule);
        let input = Input::new(&name, bytes, self.syntax);
        let compiled = compile(&input, &self.assets, &options);
        let mut diagnostics = compiled.diagnostics.clone();
        let is_of_export = self.rule.starts_with("export/");
        if let Some(course) = compiled.course.as_ref().filter(|_| is_of_export) {
            let handout = Handout::new(course, HandoutOptions::default());
            for format in FORMATS {
                let exported = handout.export(format, &self.assets).expect("a file");
                let judged = compiled.judge_export(exported.diagnostics, &options);
                diagnostics.extend(judged.diagnostics);
            }
            diagnostics.sort_by_key(|it| (it.span(), it.rule));
        }
        (compiled.sources, diagnostics)
    }
}

/// What the fixtures and the examples of a rule are checked with: rules about the parts of
/// handouts need a profile, and spelling needs a dictionary.
pub fn options(rule: &str) -> CheckOptions<'static> {
    let options = CheckOptions::default();
    match rule {
        "structure/missing-part" | "structure/part-order" => {
            options.profile(Profile::shipped("handout").expect("shipped"))
        }
        "language/spelling" => options.speller(&Dictionary).words(["Pemungkin"]),
        _ => options,
    }
}

/// A dictionary of Indonesian that knows every word but a few.
struct Dictionary;

impl Speller for Dictionary {
    fn language(&self) -> &'static str {
        "id"
    }

    fn check(&self, word: &str) -> bool {
        let wrong = ["mahasiwa", "pemberdayan", "pemungkin", "slah", "terhadp"];
        let word = word.to_lowercase();
        word.split('-').all(|half| !wrong.contains(&half))
    }
}

/// Everything found in a configuration, or in a theme or profile when the name says that it is one.
pub fn configuration(name: &str, text: &str) -> (SourceMap, Vec<Diagnostic>) {
    let mut sources = SourceMap::new();
    let file = sources.add(name, text);
    let found = if name.starts_with("config/theme") {
        let faults = Theme::from_toml(text).err().unwrap_or_default();
        let theme = |it: ThemeFault| {
            let rule = RuleId::new("config/theme");
            let span = Span::new(file, it.range);
            Diagnostic::new(rule, Severity::Error, span, it.message).help(it.help)
        };
        faults.into_iter().map(theme).collect()
    } else if name.contains("-profile") {
        Profile::parse(file, text).1
    } else {
        Config::parse(file, text).1
    };
    (sources, found)
}
