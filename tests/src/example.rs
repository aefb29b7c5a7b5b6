//! The courses below `examples/`.

use std::collections::BTreeMap;

use kuliah::check::CheckedCourse;
use kuliah::{
    Audience, CheckOptions, Compiled, Exported, Format, Handout, HandoutOptions, Input, Syntax,
    compile,
};

use crate::{files, root};

/// A course file and the files it may name.
#[derive(Debug)]
pub struct Example {
    /// The folder's name.
    pub name: String,
    /// The file's name.
    pub file: String,
    /// What the file holds.
    pub bytes: Vec<u8>,
    /// The syntax of the file.
    pub syntax: Syntax,
    /// Every file of the folder.
    pub assets: BTreeMap<String, Vec<u8>>,
}

/// Every example, once for each syntax it is written in.
pub fn examples() -> Vec<Example> {
    let folder = root().join("examples");
    let mut folders: BTreeMap<String, BTreeMap<String, Vec<u8>>> = BTreeMap::new();
    for path in files(&folder) {
        let shown = path.strip_prefix(&folder).expect("below");
        let shown = shown.to_str().expect("UTF-8").replace('\\', "/");
        let bytes = std::fs::read(&path).expect("a readable file");
        if let Some((name, file)) = shown.split_once('/') {
            let assets = folders.entry(name.to_owned()).or_default();
            assets.insert(file.to_owned(), bytes);
        }
    }
    let mut out = Vec::new();
    for (name, assets) in folders {
        let courses = assets
            .iter()
            .filter(|(file, _)| file.starts_with("course."));
        out.extend(courses.map(|(file, bytes)| Example {
            name: name.clone(),
            file: file.clone(),
            bytes: bytes.clone(),
            syntax: Syntax::of_path(file).expect("the ending of a syntax"),
            assets: assets.clone(),
        }));
    }
    assert!(!out.is_empty(), "no examples");
    out
}

impl Example {
    /// What comes of the file.
    pub fn compile(&self) -> Compiled {
        self.compile_as(&self.bytes)
    }

    /// What would come of the file if it held other bytes.
    pub fn compile_as(&self, bytes: &[u8]) -> Compiled {
        compile(
            &Input::new(&self.file, bytes, self.syntax),
            &self.assets,
            &CheckOptions::default(),
        )
    }

    /// The course; there is one in every example.
    pub fn course(&self) -> CheckedCourse {
        let course = self.compile().course;
        course.unwrap_or_else(|| panic!("{}/{} has errors", self.name, self.file))
    }

    /// One audience's copy.
    pub fn handout(&self, audience: Audience) -> Handout {
        handout(&self.course(), audience)
    }

    /// One audience's copy in a format.
    pub fn export(&self, audience: Audience, format: &Format) -> Exported {
        let exported = self.handout(audience).export(format, &self.assets);
        exported.unwrap_or_else(|why| panic!("{}: {}: {why}", self.name, format.name()))
    }
}

/// One audience's copy of a course.
pub fn handout(course: &CheckedCourse, audience: Audience) -> Handout {
    Handout::new(course, HandoutOptions::for_audience(audience))
}
