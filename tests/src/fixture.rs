//! The fixtures of rules: files below `rules/<group>/<rule>/`.
//!
//! A file `valid*` has no finding. A file `invalid*` says in comments at its end what is found in
//! it, as `expect: 12:5 citation/unknown-key`; a file that can hold no comment has them in
//! another, which is named as it with `.expect` behind. Any other file is one that courses may name.

use std::collections::BTreeMap;
use std::path::Path;

use kuliah::{
    CheckOptions, Compiled, Diagnostic, FORMATS, Handout, Input, LowerOptions, SourceMap, Syntax,
    compile,
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

    /// Everything that would be found if the file held other bytes: on the way to a course
    /// and, for rules about formats, in every format.
    pub fn findings_in(&self, bytes: &[u8]) -> (SourceMap, Vec<Diagnostic>) {
        let name = Path::new(&self.name).file_name().unwrap_or_default();
        let name = name.to_string_lossy();
        let input = Input::new(&name, bytes, self.syntax);
        let Compiled {
            sources,
            course,
            mut diagnostics,
            ..
        } = compile(&input, &self.assets, &CheckOptions::default());
        if let Some(course) = course.filter(|_| self.rule.starts_with("export/")) {
            let handout = Handout::new(&course, &LowerOptions::default());
            for format in FORMATS {
                let exported = handout.export(format, &self.assets).expect("a file");
                diagnostics.extend(exported.diagnostics);
            }
            diagnostics.sort_by_key(|it| (it.span(), it.rule));
        }
        (sources, diagnostics)
    }
}
