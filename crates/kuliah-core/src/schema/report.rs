//! What is wrong with a value, said at the author's own place.

use std::collections::{BTreeMap, BTreeSet};

use jsonschema::ValidationError;
use jsonschema::error::ValidationErrorKind as Kind;
use kuliah_source::{Diagnostic, Edit, Message, Safety, Span};
use serde_json::Value;

use super::choose::{Leaf, reads_like_prose};
use super::hints::{date_help, front_matter_absent, shortened};
use super::type_words::{Wanted, any_of, found_word, wanted};
use crate::check::nearest;
use crate::synonyms;
use crate::syntax::{Data, Key, Node, error};

/// The keys of message and help for a text with nothing in it.
const BLANK: (&str, &str) = (
    "schema/out-of-bounds.blank",
    "schema/out-of-bounds.blank.help",
);

/// Gathers findings about one tree.
pub(super) struct Reporter<'a> {
    root: &'a Node,
    text: &'a str,
    schema: &'a Value,
    out: Vec<Diagnostic>,
    /// Where a key was misspelled, and what was most likely meant.
    slips: Vec<(String, String)>,
    /// The keys that are missing, where, and the findings about them.
    missing: Vec<(String, String, Diagnostic)>,
}

impl<'a> Reporter<'a> {
    pub(super) fn new(root: &'a Node, text: &'a str, schema: &'a Value) -> Self {
        Self {
            root,
            text,
            schema,
            out: Vec::new(),
            slips: Vec::new(),
            missing: Vec::new(),
        }
    }

    pub(super) fn finish(mut self) -> Vec<Diagnostic> {
        // A key that is only misspelled is not missing as well.
        let slips: BTreeSet<_> = self.slips.into_iter().collect();
        let absent = front_matter_absent(self.root, self.text);
        for (path, name, finding) in self.missing {
            let of_front_matter = absent.is_some() && path.is_empty();
            let place = (path, name);
            if !slips.contains(&place) && !of_front_matter {
                self.out.push(finding);
            }
        }
        self.out.extend(absent);
        self.out.sort_by_key(|a| (a.span(), a.rule));
        self.out.dedup();
        self.out
    }

    pub(super) fn report(&mut self, leaf: Leaf<'_>) {
        match leaf {
            Leaf::Plain(broken) => self.plain(broken),
            Leaf::Names { path, names } => self.unknown_value(path, &names),
            Leaf::OneKeyOf { path, keys } => self.one_key_of(path, keys),
            Leaf::SeveralKeys { path } => {
                let message = Message::new("schema/unknown-key.several");
                let help = Message::new("schema/unknown-key.several.help");
                self.push(
                    "schema/unknown-key",
                    self.at(path).1.span,
                    message,
                    Some(help),
                );
            }
            Leaf::Type { path, types } => self.wrong_type(path, types),
            Leaf::MaybeText { path } => self.colon(path),
        }
    }

    fn push(&mut self, rule: &'static str, span: Span, message: Message, help: Option<Message>) {
        let mut finding = error(rule, span, message);
        finding.help = help;
        self.out.push(finding);
    }

    fn at(&self, path: &str) -> (Option<&'a Key>, &'a Node) {
        self.root.at(path).unwrap_or((None, self.root))
    }

    /// What the author calls the value: its key, or "item" in a list.
    fn name(&self, path: &str) -> String {
        if let (Some(key), _) = self.at(path) {
            key.name.clone()
        } else {
            let list = path.rsplit_once('/').map_or("", |(list, _)| list);
            self.at(list)
                .0
                .map_or_else(|| "course".to_owned(), |key| key.name.clone())
        }
    }

    fn plain(&mut self, broken: &ValidationError<'_>) {
        let path = broken.instance_path().as_str();
        match broken.kind() {
            Kind::AdditionalProperties { unexpected } => {
                let allowed = self.allowed_keys(broken.schema_path().as_str());
                self.unknown_keys(path, unexpected.iter().map(String::as_str), &allowed);
            }
            Kind::Required { property } => {
                self.missing_key(path, property.as_str().unwrap_or_default());
            }
            Kind::Type { kind } => {
                let types = wanted(kind);
                if types.contains(&Wanted::TEXT) && reads_like_prose(Some(self.at(path).1)) {
                    return self.colon(path);
                }
                self.wrong_type(path, types);
            }
            Kind::Enum { options } => {
                let names = options.as_array().into_iter().flatten();
                let names: Vec<_> = names
                    .filter_map(|it| it.as_str().map(str::to_owned))
                    .collect();
                self.unknown_value(path, &names);
            }
            Kind::Constant { expected_value } => {
                self.unknown_value(path, &[expected_value.to_string()]);
            }
            Kind::Pattern { pattern } => self.pattern(path, pattern),
            Kind::Format { .. } => self.format(path),
            _ => self.bounds(path, broken),
        }
    }

    fn bounds(&mut self, path: &str, broken: &ValidationError<'_>) {
        let (key, help) = match broken.kind() {
            Kind::MinLength { .. } => BLANK,
            Kind::MaxLength { .. } => (
                "schema/out-of-bounds.long",
                "schema/out-of-bounds.long.help",
            ),
            Kind::MinItems { .. } => (
                "schema/out-of-bounds.empty-list",
                "schema/out-of-bounds.empty-list.help",
            ),
            Kind::MaxItems { .. } => (
                "schema/out-of-bounds.many",
                "schema/out-of-bounds.many.help",
            ),
            Kind::Minimum { .. } | Kind::Maximum { .. } => (
                "schema/out-of-bounds.number",
                "schema/out-of-bounds.number.help",
            ),
            other => {
                let reason = format!("`{}` does not hold", other.keyword());
                let message = Message::new("schema/other").with("reason", reason);
                let help = Some(Message::new("schema/other.help"));
                return self.push("schema/other", self.at(path).1.span, message, help);
            }
        };
        let mut message = Message::new(key).with("name", self.name(path));
        match broken.kind() {
            Kind::MaxLength { limit } | Kind::MaxItems { limit } => {
                message = message.with("limit", limit.to_string());
            }
            Kind::Minimum { .. } | Kind::Maximum { .. } => {
                let (low, high) = self.range(broken.schema_path().as_str());
                message = message.with("low", low).with("high", high);
            }
            _ => {}
        }
        let help = if path == "/format" {
            "schema/wrong-type.help-format"
        } else {
            help
        };
        let span = self.at(path).1.span;
        self.push(
            "schema/out-of-bounds",
            span,
            message,
            Some(Message::new(help)),
        );
    }

    /// The least and the greatest number the schema allows.
    fn range(&self, schema_path: &str) -> (String, String) {
        let parent = schema_path
            .rsplit_once('/')
            .map_or("", |(parent, _)| parent);
        let bound = |name: &str| {
            let value = self.schema.pointer(&format!("{parent}/{name}"));
            value.map_or_else(|| "…".to_owned(), ToString::to_string)
        };
        (bound("minimum"), bound("maximum"))
    }

    /// The keys that the object's schema knows.
    fn allowed_keys(&self, schema_path: &str) -> Vec<String> {
        let parent = schema_path
            .rsplit_once('/')
            .map_or("", |(parent, _)| parent);
        let properties = self.schema.pointer(&format!("{parent}/properties"));
        let names = properties.and_then(Value::as_object).into_iter().flatten();
        names
            .map(|(name, _)| name.clone())
            .filter(|name| !name.starts_with('$'))
            .collect()
    }

    /// Reports keys of one object; there may be thousands, so its keys are looked up once for all.
    fn unknown_keys<'n>(
        &mut self,
        path: &str,
        names: impl Iterator<Item = &'n str>,
        allowed: &[String],
    ) {
        let (_, object) = self.at(path);
        let places = key_places(object);
        let free = allowed.iter().map(String::as_str);
        let free: Vec<_> = free.filter(|key| !places.contains_key(key)).collect();
        for name in names {
            let span = places.get(name).copied().unwrap_or(object.span);
            self.unknown_key(path, name, span, &free, allowed);
        }
    }

    fn unknown_key(
        &mut self,
        path: &str,
        name: &str,
        span: Span,
        free: &[&str],
        allowed: &[String],
    ) {
        let message = Message::new("schema/unknown-key").with("key", name);
        let free = || free.iter().copied();
        let suggestion = synonyms::meant(name, free()).or_else(|| nearest(name, free()));
        if let Some(near) = suggestion {
            self.slips.push((path.to_owned(), near.to_owned()));
        }
        let help = match suggestion {
            Some(near) => Message::new("schema/unknown-key.help-near").with("near", near),
            None => Message::new("schema/unknown-key.help").with("allowed", allowed.to_vec()),
        };
        let mut finding = error("schema/unknown-key", span, message).help(help);
        if let Some(near) = suggestion {
            finding = self.replacement(finding, span, name, near);
        }
        self.out.push(finding);
    }

    /// Adds the fix that puts one name for another, where the file holds just that name.
    fn replacement(&self, finding: Diagnostic, span: Span, name: &str, near: &str) -> Diagnostic {
        if self.written(span) != Some(name) {
            return finding;
        }
        let title = Message::new("schema/unknown-key.fix").with("near", near);
        finding.fix(
            Safety::Unsafe,
            title,
            vec![Edit {
                span,
                text: near.to_owned(),
            }],
        )
    }

    /// What the file holds at a place; `None` for places in other files.
    fn written(&self, span: Span) -> Option<&'a str> {
        let here = span.file() == self.root.span.file();
        span.range()
            .filter(|_| here)
            .and_then(|range| self.text.get(range))
    }

    fn missing_key(&mut self, path: &str, name: &str) {
        let (key, object) = self.at(path);
        let first_key = match &object.data {
            Data::Map(entries) => entries.first().map(|(key, _)| key.span),
            _ => None,
        };
        // At the key the object stands under, else at the first of its own.
        let span = match key.map(|key| key.span).or(first_key) {
            Some(span) if !path.is_empty() => span,
            Some(span) => span.at_start(),
            None => object.span.at_start(),
        };
        let message = Message::new("schema/missing-key").with("key", name);
        let help = match (path, name) {
            ("", "sections") => Message::new("schema/missing-key.help-sections"),
            ("", _) => Message::new("schema/missing-key.help-root").with("key", name),
            _ => Message::new("schema/missing-key.help").with("key", name),
        };
        let finding = error("schema/missing-key", span, message).help(help);
        self.missing
            .push((path.to_owned(), name.to_owned(), finding));
    }

    fn wrong_type(&mut self, path: &str, wanted: Vec<Wanted>) {
        let mut types: Vec<Wanted> = Vec::new();
        for one in wanted {
            if !types.contains(&one) {
                types.push(one);
            }
        }
        let (key, node) = self.at(path);
        let name = self.name(path);
        if node.data == Data::Null {
            let span = key.map_or(node.span, |key| key.span);
            let message = Message::new("schema/wrong-type.empty").with("name", name);
            let help = Message::new("schema/wrong-type.empty-help");
            return self.push("schema/wrong-type", span, message, Some(help));
        }
        let message = Message::new("schema/wrong-type")
            .with("name", name)
            .with("expected", any_of(&types))
            .with("found", found_word(node));
        let wants_text = types.contains(&Wanted::TEXT);
        let is_scalar = matches!(node.data, Data::Bool(_) | Data::Int(_) | Data::Float(_));
        let wants_whole = types.contains(&Wanted::WHOLE);
        let help = match (&node.data, path) {
            (_, "/format") => Some(Message::new("schema/wrong-type.help-format")),
            (Data::Int(_), "/date") => Some(Message::new("schema/bad-format.help-date")),
            (Data::Float(_), _) if wants_whole && !wants_text => {
                Some(Message::new("schema/wrong-type.help-whole"))
            }
            _ if wants_text && is_scalar => Some(Message::new("schema/wrong-type.help-quote")),
            _ => None,
        };
        self.push("schema/wrong-type", node.span, message, help);
    }

    fn unknown_value(&mut self, path: &str, names: &[String]) {
        let (_, node) = self.at(path);
        let Some(value) = node.as_str() else {
            return self.wrong_type(path, vec![Wanted::Names(names.to_vec())]);
        };
        let message = Message::new("schema/unknown-value")
            .with("value", shortened(value))
            .with("name", self.name(path))
            .with("allowed", names.to_vec());
        let all = || names.iter().map(String::as_str);
        let suggestion = synonyms::meant(value, all()).or_else(|| nearest(value, all()));
        let mut finding = error("schema/unknown-value", node.span, message);
        if let Some(near) = suggestion {
            finding = finding.help(Message::new("schema/unknown-value.help").with("near", near));
            finding = self.replacement(finding, node.span, value, near);
        }
        self.out.push(finding);
    }

    fn one_key_of(&mut self, path: &str, keys: Vec<String>) {
        let (_, node) = self.at(path);
        let strange = match &node.data {
            Data::Map(entries) => entries.first().map(|(key, _)| key),
            _ => None,
        };
        if let Some(key) = strange {
            self.unknown_keys(path, std::iter::once(&*key.name), &keys);
        } else {
            let message = Message::new("schema/missing-key.one-of").with("keys", keys);
            let help = Some(Message::new("schema/missing-key.one-of.help"));
            self.push("schema/missing-key", node.span, message, help);
        }
    }

    fn pattern(&mut self, path: &str, pattern: &str) {
        let (_, node) = self.at(path);
        let value = shortened(node.as_str().unwrap_or_default());
        let (rule, key, help) = match pattern {
            r"\S" => ("schema/out-of-bounds", BLANK.0, BLANK.1),
            r"^\S+$" => (
                "schema/bad-format",
                "schema/bad-format.word",
                "schema/bad-format.help-word",
            ),
            it if it.starts_with("^[a-z][a-z0-9-]") => (
                "schema/bad-format",
                "schema/bad-format.id",
                "schema/bad-format.help-id",
            ),
            it if it.contains('@') => (
                "schema/bad-format",
                "schema/bad-format.email",
                "schema/bad-format.help-email",
            ),
            it if it.starts_with("^[A-Za-z0-9]") => (
                "schema/bad-format",
                "schema/bad-format.key",
                "schema/bad-format.help-key",
            ),
            _ => (
                "schema/bad-format",
                "schema/bad-format.lang",
                "schema/bad-format.help-lang",
            ),
        };
        let message = Message::new(key)
            .with("name", self.name(path))
            .with("value", value);
        let language = synonyms::language(node.as_str().unwrap_or_default());
        let help = match language.filter(|_| key == "schema/bad-format.lang") {
            Some(near) => Message::new("schema/bad-format.help-date-near").with("near", near),
            None => Message::new(help),
        };
        self.push(rule, node.span, message, Some(help));
    }

    /// The one format that is asked for is that of dates.
    fn format(&mut self, path: &str) {
        let (_, node) = self.at(path);
        let value = node.as_str().unwrap_or_default();
        let message = Message::new("schema/bad-format.date")
            .with("name", self.name(path))
            .with("value", shortened(value));
        let help = date_help(value);
        self.push("schema/bad-format", node.span, message, Some(help));
    }

    /// `Keterbukaan: membiarkan …` without quotes is a key and a value.
    fn colon(&mut self, path: &str) {
        let (_, node) = self.at(path);
        let Data::Map(entries) = &node.data else {
            return;
        };
        let Some((key, value)) = entries.first() else {
            return;
        };
        let span = key.span.to(value.span);
        let message = Message::new("schema/colon-read-as-key").with("key", shortened(&key.name));
        let help = Message::new("schema/colon-read-as-key.help");
        let mut finding = error("schema/colon-read-as-key", span, message).help(help);
        let written = span
            .range()
            .and_then(|range| self.text.get(range))
            .unwrap_or_default();
        if !written.is_empty() && !written.contains(['"', '\\', '\n', '\r']) {
            let title = Message::new("schema/colon-read-as-key.fix");
            let text = format!("\"{written}\"");
            finding = finding.fix(Safety::Safe, title, vec![Edit { span, text }]);
        }
        self.out.push(finding);
    }
}

/// Where each key of an object stands; of duplicate keys the first.
fn key_places(object: &Node) -> BTreeMap<&str, Span> {
    let mut places = BTreeMap::new();
    if let Data::Map(entries) = &object.data {
        for (key, _) in entries {
            places.entry(&*key.name).or_insert(key.span);
        }
    }
    places
}
