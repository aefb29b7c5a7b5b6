//! The text of a profile into the profile, and what is wrong with it.

use std::collections::BTreeMap;

use kuliah_source::{Diagnostic, FileId, Message, Span};

use super::{Part, Profile, ProfileFile, folded};
use crate::schema::Grammar;
use crate::syntax::{self, Limits, Syntax, error};

/// Reads a profile; with errors, it holds what could be read.
pub(super) fn profile(file: FileId, text: &str) -> (Profile, Vec<Diagnostic>) {
    let parse = syntax::parse(file, text, Syntax::Toml, &Limits::default());
    let mut found = parse.diagnostics;
    let read = parse.tree.filter(|_| found.is_empty());
    let read = read.and_then(|tree| Grammar::Profile.read::<ProfileFile>(&tree, text, &mut found));
    let Some(read) = read else {
        return (Profile::empty(), found);
    };
    titles_differ(&read, &mut found);
    let part = |entry: &super::file::PartEntry| Part {
        kind: entry.kind,
        indonesian: entry.label.id.clone(),
        english: entry.label.en.clone(),
        synonyms: entry.synonyms.iter().map(|it| (**it).clone()).collect(),
        required: entry.required,
    };
    let profile = Profile {
        parts: read.parts.iter().map(|it| part(it)).collect(),
        name: read.name,
        source: read.source,
        date: read.date,
        metadata: read.metadata.required,
        when: read.metadata.when,
    };
    (profile, found)
}

/// A title that two parts share names neither.
fn titles_differ(read: &ProfileFile, out: &mut Vec<Diagnostic>) {
    let mut first: BTreeMap<String, (usize, Span)> = BTreeMap::new();
    for (at, part) in read.parts.iter().enumerate() {
        let labels = [&part.label.id, &part.label.en].map(|it| (it.as_str(), part.span()));
        let synonyms = part.synonyms.iter().map(|it| (it.as_str(), it.span()));
        for (title, span) in labels.into_iter().chain(synonyms) {
            let &mut (owner, earlier) = first.entry(folded(title)).or_insert((at, span));
            if owner != at {
                let message = Message::new("config/profile.title").with("title", title);
                let finding = error("config/profile", span, message)
                    .label(earlier, Message::new("config/profile.title.first"))
                    .help(Message::new("config/profile.title.help"));
                out.push(finding);
            }
        }
    }
}
