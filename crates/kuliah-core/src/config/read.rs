//! The text of a configuration into the configuration, and what is wrong with it.

use std::collections::BTreeMap;

use globset::{GlobBuilder, GlobMatcher};
use kuliah_source::{Arg, Diagnostic, Edit, FileId, Message, Safety, Span};

use super::file::{LintSection, PerFileEntry, ProfileSection};
use super::{Build, Config, ConfigFile, PerFile, ProfileChoice, Spell};
use crate::Spanned;
use crate::check::{Level, Policy, PolicyError, Profile, Selection, Selector, nearest};
use crate::schema::Grammar;
use crate::syntax::{self, Data, Limits, Node, Syntax, error};

/// Reads a configuration; with errors, it holds what could be read.
pub(super) fn config(file: FileId, text: &str) -> (Config, Vec<Diagnostic>) {
    let parse = syntax::parse(file, text, Syntax::Toml, &Limits::default());
    let mut found = parse.diagnostics;
    let Some(tree) = parse.tree.filter(|_| found.is_empty()) else {
        return (Config::default(), found);
    };
    let Some(read) = Grammar::Config.read::<ConfigFile>(&tree, text, &mut found) else {
        return (Config::default(), found);
    };
    let mut reader = Reader {
        root: &tree.root,
        found,
    };
    let config = Config {
        profile: reader.profile(read.profile),
        spell: Spell {
            dictionaries: read.spell.dictionaries,
            words: read.spell.words,
        },
        build: Build {
            theme: read.build.theme,
            template: read.build.template,
        },
        policy: reader.policy(&read.lint),
        per_file: reader.per_file(&read.lint.per_file),
    };
    (config, reader.found)
}

/// Why a pattern cannot be read.
fn reason(kind: &globset::ErrorKind) -> Arg {
    let message = match kind {
        globset::ErrorKind::UnclosedClass => "config/bad-pattern.class",
        globset::ErrorKind::InvalidRange(from, to) => {
            let message = Message::new("config/bad-pattern.range");
            let message = message.with("from", from.to_string());
            return message.with("to", to.to_string()).into();
        }
        globset::ErrorKind::UnopenedAlternates => "config/bad-pattern.unopened",
        globset::ErrorKind::UnclosedAlternates => "config/bad-pattern.unclosed",
        globset::ErrorKind::DanglingEscape => "config/bad-pattern.escape",
        other => return other.to_string().into(),
    };
    Message::new(message).into()
}

struct Reader<'a> {
    root: &'a Node,
    found: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn policy(&mut self, lint: &LintSection) -> Policy {
        let wishes = self.wishes("/lint", &lint.select, &lint.ignore, &lint.severity);
        let fail_on = lint.fail_on.severity();
        Policy::default().with(&wishes).fail_on(fail_on)
    }

    fn per_file(&mut self, entries: &[Spanned<PerFileEntry>]) -> Vec<PerFile> {
        let entry = |(at, entry): (usize, &Spanned<PerFileEntry>)| PerFile {
            files: entry.files.iter().filter_map(|it| self.glob(it)).collect(),
            wishes: self.wishes(
                &format!("/lint/per-file/{at}"),
                &entry.select,
                &entry.ignore,
                &entry.severity,
            ),
        };
        entries.iter().enumerate().map(entry).collect()
    }

    fn wishes(
        &mut self,
        pointer: &str,
        select: &[Spanned<String>],
        ignore: &[Spanned<String>],
        severity: &BTreeMap<String, Level>,
    ) -> Selection {
        let mut wishes = Selection::default();
        for name in select {
            match name.parse() {
                Ok(selector) => wishes.select(selector),
                Err(why) => self.refuse(name.span(), &why),
            }
        }
        for name in ignore {
            let granted = name.parse::<Selector>().and_then(|it| wishes.ignore(it));
            if let Err(why) = granted {
                self.refuse(name.span(), &why);
            }
        }
        for (name, &level) in severity {
            let granted = name
                .parse::<Selector>()
                .and_then(|it| wishes.severity(it, level));
            if let Err(why) = granted {
                self.refuse(self.key(&format!("{pointer}/severity"), name), &why);
            }
        }
        wishes
    }

    /// Where a key of a table is written.
    fn key(&self, pointer: &str, name: &str) -> Span {
        let table = self.root.at(pointer).map_or(self.root, |(_, node)| node);
        let Data::Map(entries) = &table.data else {
            return table.span;
        };
        let found = entries.iter().find(|(key, _)| key.name == name);
        found.map_or(table.span, |(key, _)| key.span)
    }

    fn refuse(&mut self, span: Span, why: &PolicyError) {
        let finding = match why {
            PolicyError::Unknown { name, near } => unknown_rule(span, name, *near),
            PolicyError::Proof(selector) => {
                let message = Message::new("config/proof-rule").with("rule", selector.to_string());
                error("config/proof-rule", span, message)
                    .help(Message::new("config/proof-rule.help"))
            }
        };
        self.found.push(finding);
    }

    fn glob(&mut self, pattern: &Spanned<String>) -> Option<GlobMatcher> {
        let glob = GlobBuilder::new(pattern).literal_separator(true).build();
        let broken = |why: globset::Error| {
            let message = Message::new("config/bad-pattern")
                .with("pattern", pattern.as_str())
                .with("reason", reason(why.kind()));
            let help = Message::new("config/bad-pattern.help");
            let finding = error("config/bad-pattern", pattern.span(), message);
            self.found.push(finding.help(help));
        };
        glob.map_err(broken).ok().map(|it| it.compile_matcher())
    }

    fn profile(&mut self, chosen: ProfileSection) -> ProfileChoice {
        match (chosen.name, chosen.path) {
            (None, None) => ProfileChoice::Default,
            (None, Some(path)) => ProfileChoice::File(path),
            (Some(name), None) => {
                if Profile::names().all(|it| it != name.as_str()) {
                    self.found.push(unknown_profile(&name));
                }
                ProfileChoice::Shipped(name.into_inner())
            }
            (Some(name), Some(path)) => {
                let message = Message::new("config/profile.both");
                let finding = error("config/profile", path.span(), message)
                    .label(name.span(), Message::new("config/profile.both.name"))
                    .help(Message::new("config/profile.both.help"));
                self.found.push(finding);
                ProfileChoice::File(path)
            }
        }
    }
}

/// An edit that puts a name for the one in quotation marks.
fn replacement(span: Span, near: &str) -> Vec<Edit> {
    let text = format!("\"{near}\"");
    vec![Edit { span, text }]
}

fn unknown_rule(span: Span, name: &str, near: Option<&str>) -> Diagnostic {
    let message = Message::new("config/unknown-rule").with("name", name);
    let finding = error("config/unknown-rule", span, message);
    match near {
        None => finding.help(Message::new("config/unknown-rule.help")),
        Some(near) => finding
            .help(Message::new("config/unknown-rule.help-near").with("near", near))
            .fix(
                Safety::Unsafe,
                Message::new("config/unknown-rule.fix").with("near", near),
                replacement(span, near),
            ),
    }
}

fn unknown_profile(name: &Spanned<String>) -> Diagnostic {
    let message = Message::new("config/profile")
        .with("name", name.as_str())
        .with(
            "names",
            Profile::names().map(str::to_owned).collect::<Vec<_>>(),
        );
    let finding = error("config/profile", name.span(), message);
    match nearest(name, Profile::names()) {
        Some(near) => finding.help(Message::new("config/profile.help-near").with("near", near)),
        None => finding.help(Message::new("config/profile.help")),
    }
}
