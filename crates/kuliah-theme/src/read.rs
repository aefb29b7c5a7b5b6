//! Tables of TOML into the fields of a theme, every fault at its place.

use std::collections::BTreeMap;
use std::ops::Range;

use kuliah_source::{AssetPath, Message, is_forbidden};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::colour::Colour;
use crate::fault::ThemeFault;
use crate::page::points;

/// What a number may be.
#[derive(Debug, Copy, Clone)]
pub(crate) struct Bounds {
    least: f64,
    most: f64,
    unit: &'static str,
}

impl Bounds {
    pub(crate) const fn new(least: f64, most: f64, unit: &'static str) -> Self {
        Self { least, most, unit }
    }
}

/// What was found in a file, over all its tables.
#[derive(Debug, Default)]
pub(crate) struct Found {
    pub faults: Vec<ThemeFault>,
    /// Where the value of each key stands that was read, by its full name.
    pub places: BTreeMap<String, Range<usize>>,
    /// Keys that the file could have and has not.
    #[cfg(test)]
    pub missing: Vec<String>,
}

impl Found {
    pub(crate) fn fault(&mut self, range: Range<usize>, message: Message, help: Message) {
        self.faults.push(ThemeFault::new(range, message, help));
    }

    /// The place of the first of these keys that the file has; else the whole file's start.
    pub(crate) fn place(&self, keys: &[&str]) -> Range<usize> {
        let found = keys.iter().find_map(|it| self.places.get(*it));
        found.cloned().unwrap_or(0..0)
    }
}

/// Reads the keys of one table; a key that is not there leaves its field as it is.
pub(crate) struct Reader<'t, 'f> {
    table: &'t DeTable<'t>,
    /// The full name of the table, with a full stop behind; empty at the top.
    path: String,
    known: Vec<&'static str>,
    found: &'f mut Found,
}

impl<'t, 'f> Reader<'t, 'f> {
    pub(crate) fn new(table: &'t DeTable<'t>, found: &'f mut Found) -> Self {
        Self {
            table,
            path: String::new(),
            known: Vec::new(),
            found,
        }
    }

    /// Reports the keys nobody asked for.
    pub(crate) fn finish(self) {
        for key in self.table.keys() {
            let name: &str = key.get_ref();
            if self.known.contains(&name) {
                continue;
            }
            let message = Message::new("config/theme.unknown-key")
                .with("key", name)
                .with("table", self.path.trim_end_matches('.'));
            let help = match near(name, &self.known) {
                Some(near) => Message::new("config/theme.help-near").with("near", near),
                None => Message::new("config/theme.unknown-key.help")
                    .with("allowed", names(self.known.iter().copied())),
            };
            self.found.fault(key.span(), message, help);
        }
    }

    fn value(&mut self, key: &'static str) -> Option<(&'t DeValue<'t>, Range<usize>)> {
        self.known.push(key);
        let name = format!("{}{key}", self.path);
        let Some(value): Option<&Spanned<DeValue<'_>>> = self.table.get(key) else {
            #[cfg(test)]
            self.found.missing.push(name);
            return None;
        };
        let place = value.span();
        self.found.places.insert(name, place.clone());
        Some((value.get_ref(), place))
    }

    /// Reads the keys of a table within this one.
    pub(crate) fn group(&mut self, key: &'static str, read: impl FnOnce(&mut Reader<'t, '_>)) {
        let Some((value, place)) = self.value(key) else {
            return;
        };
        let DeValue::Table(table) = value else {
            return self.wrong_kind(key, place, "a table");
        };
        let mut inner = Reader {
            table,
            path: format!("{}{key}.", self.path),
            known: Vec::new(),
            found: &mut *self.found,
        };
        read(&mut inner);
        inner.finish();
    }

    /// Reads a number within bounds.
    pub(crate) fn number(&mut self, key: &'static str, bounds: Bounds, field: &mut f32) {
        if let Some(number) = self.bounded(key, bounds) {
            #[expect(
                clippy::cast_possible_truncation,
                reason = "sizes need no more than seven digits"
            )]
            let number = number as f32;
            *field = number;
        }
    }

    /// Reads a length in millimetres as points.
    pub(crate) fn millimetres(&mut self, key: &'static str, bounds: Bounds, field: &mut f32) {
        if let Some(number) = self.bounded(key, bounds) {
            *field = points(number);
        }
    }

    fn bounded(&mut self, key: &'static str, bounds: Bounds) -> Option<f64> {
        let (value, place) = self.value(key)?;
        let Some(number) = number(value) else {
            self.wrong_kind(key, place, "a number");
            return None;
        };
        if (bounds.least..=bounds.most).contains(&number) {
            return Some(number);
        }
        let message = Message::new("config/theme.out-of-bounds")
            .with("key", key)
            .with("least", bounds.least.to_string())
            .with("most", bounds.most.to_string())
            .with("unit", bounds.unit);
        let help = Message::new("config/theme.out-of-bounds.help");
        self.found.fault(place, message, help);
        None
    }

    /// Reads one of a few whole numbers.
    pub(crate) fn count(&mut self, key: &'static str, allowed: [u8; 2], field: &mut u8) {
        let Some((value, place)) = self.value(key) else {
            return;
        };
        let whole = match value {
            DeValue::Integer(number) if number.radix() == 10 => number.as_str().parse().ok(),
            _ => None,
        };
        match allowed.iter().find(|it| Some(**it) == whole) {
            Some(number) => *field = *number,
            None => self.unknown_value(
                key,
                place,
                written(value),
                allowed.iter().map(ToString::to_string).collect(),
            ),
        }
    }

    /// Reads `true` or `false`.
    pub(crate) fn flag(&mut self, key: &'static str, field: &mut bool) {
        match self.value(key) {
            Some((DeValue::Boolean(flag), _)) => *field = *flag,
            Some((_, place)) => self.wrong_kind(key, place, "true or false"),
            None => {}
        }
    }

    /// Reads one of a few words.
    pub(crate) fn choice<T: Copy>(
        &mut self,
        key: &'static str,
        words: &[(&'static str, T)],
        field: &mut T,
    ) {
        let Some((value, place)) = self.value(key) else {
            return;
        };
        let DeValue::String(word) = value else {
            return self.wrong_kind(key, place, "a word in quotation marks");
        };
        if let Some((_, meant)) = words.iter().find(|(it, _)| it == word) {
            *field = *meant;
            return;
        }
        let allowed = names(words.iter().map(|(it, _)| *it));
        self.unknown_value(key, place, word.to_string(), allowed);
    }

    /// Reads a colour: `"#rrggbb"`, or three numbers from 0 to 1.
    pub(crate) fn colour(&mut self, key: &'static str, field: &mut Colour) {
        let Some((value, place)) = self.value(key) else {
            return;
        };
        let colour = match value {
            DeValue::String(text) => Colour::from_hex(text),
            DeValue::Array(parts) => three(parts.iter().map(Spanned::get_ref)),
            _ => None,
        };
        match colour {
            Some(colour) => *field = colour,
            None => self.wrong_kind(key, place, "a colour such as \"#1a4569\""),
        }
    }

    /// Reads a text or a list of at most so many.
    pub(crate) fn texts(&mut self, key: &'static str, most: usize, field: &mut Vec<String>) {
        let Some((value, place)) = self.value(key) else {
            return;
        };
        let texts: Option<Vec<String>> = match value {
            DeValue::String(text) if text.is_empty() => Some(Vec::new()),
            DeValue::String(text) => Some(vec![text.to_string()]),
            DeValue::Array(items) => items
                .iter()
                .map(|it| match it.get_ref() {
                    DeValue::String(text) => Some(text.to_string()),
                    _ => None,
                })
                .collect(),
            _ => None,
        };
        let printable = |it: &String| !it.trim().is_empty() && !it.contains(is_forbidden);
        match texts {
            Some(texts) if texts.len() <= most && texts.iter().all(printable) => *field = texts,
            _ => self.wrong_kind(key, place, "a text, or a list of up to four texts"),
        }
    }

    /// Reads the path of a file of the project; an empty text takes back that of the base.
    pub(crate) fn path(&mut self, key: &'static str, field: &mut Option<AssetPath>) {
        let Some((value, place)) = self.value(key) else {
            return;
        };
        let DeValue::String(path) = value else {
            return self.wrong_kind(key, place, "a path in quotation marks");
        };
        if path.is_empty() {
            *field = None;
            return;
        }
        if let Ok(path) = AssetPath::new(path) {
            *field = Some(path);
            return;
        }
        let message = Message::new("config/theme.unsafe-path").with("path", &**path);
        let help = Message::new("config/theme.unsafe-path.help");
        self.found.fault(place, message, help);
    }

    fn wrong_kind(&mut self, key: &'static str, place: Range<usize>, expected: &'static str) {
        let message = Message::new("config/theme.wrong-kind")
            .with("key", key)
            .with("expected", expected);
        let help = Message::new("config/theme.wrong-kind.help");
        self.found.fault(place, message, help);
    }

    fn unknown_value(
        &mut self,
        key: &'static str,
        place: Range<usize>,
        value: String,
        allowed: Vec<String>,
    ) {
        let words: Vec<&str> = allowed.iter().map(String::as_str).collect();
        let help = match near(&value, &words) {
            Some(near) => Message::new("config/theme.help-near").with("near", near),
            None => Message::new("config/theme.unknown-value.help"),
        };
        let message = Message::new("config/theme.unknown-value")
            .with("key", key)
            .with("value", value)
            .with("allowed", allowed);
        self.found.fault(place, message, help);
    }
}

fn number(value: &DeValue<'_>) -> Option<f64> {
    match value {
        DeValue::Integer(number) => {
            let digits = number.as_str().replace('_', "");
            let whole = i32::from_str_radix(&digits, number.radix()).ok()?;
            Some(f64::from(whole))
        }
        DeValue::Float(number) => number.as_str().replace('_', "").parse().ok(),
        _ => None,
    }
}

fn written(value: &DeValue<'_>) -> String {
    match value {
        DeValue::Integer(number) => number.as_str().to_owned(),
        DeValue::Float(number) => number.as_str().to_owned(),
        DeValue::String(text) => text.to_string(),
        DeValue::Boolean(flag) => flag.to_string(),
        DeValue::Datetime(_) | DeValue::Array(_) | DeValue::Table(_) => "this".to_owned(),
    }
}

fn three<'v, 't: 'v>(parts: impl Iterator<Item = &'v DeValue<'t>>) -> Option<Colour> {
    let parts: Vec<f64> = parts.map(number).collect::<Option<_>>()?;
    let [red, green, blue] = *parts.as_slice() else {
        return None;
    };
    let within = |part: f64| {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "a colour needs no more than three digits"
        )]
        let narrow = part as f32;
        (0.0..=1.0).contains(&part).then_some(narrow)
    };
    Some(Colour::new(within(red)?, within(green)?, within(blue)?))
}

fn names<'s>(words: impl Iterator<Item = &'s str>) -> Vec<String> {
    words.map(ToOwned::to_owned).collect()
}

/// The word that was meant: at most a third of its letters wrong.
pub(crate) fn near<'s>(written: &str, words: &[&'s str]) -> Option<&'s str> {
    let distances = words
        .iter()
        .map(|it| (strsim::osa_distance(written, it), *it));
    let (distance, word) = distances.min()?;
    (distance * 3 <= word.chars().count().max(3)).then_some(word)
}
