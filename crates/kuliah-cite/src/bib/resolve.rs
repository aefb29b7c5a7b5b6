//! Reads the TeX values of an entry, with its abbreviations and cross-references.

use std::collections::BTreeMap;

use biblatex::{Bibliography, Entry, Pair, RawBibliography, RawChunk, RawEntry, Spanned};

use super::{
    BibError, BibErrorKind,
    scan::{Field, Piece, Raw},
    text,
};

/// The fields that become part of a reference, or say how; a fault in any other does no harm.
const FIELDS: [&str; 45] = [
    "address",
    "archiveprefix",
    "author",
    "booksubtitle",
    "booktitle",
    "date",
    "day",
    "doi",
    "edition",
    "editor",
    "editortype",
    "eid",
    "entrysubtype",
    "eprint",
    "eprinttype",
    "eventtitle",
    "howpublished",
    "institution",
    "isbn",
    "issn",
    "issue",
    "journal",
    "journalsubtitle",
    "journaltitle",
    "langid",
    "language",
    "location",
    "mainsubtitle",
    "maintitle",
    "month",
    "number",
    "organization",
    "pages",
    "publisher",
    "pubstate",
    "school",
    "series",
    "subtitle",
    "title",
    "translator",
    "type",
    "url",
    "urldate",
    "volume",
    "year",
];
/// Fields without TeX markup.
const VERBATIM: [&str; 5] = ["date", "doi", "eprint", "url", "urldate"];
/// The fields that name other entries.
const LINKS: [&str; 2] = ["crossref", "xdata"];

const MAX_PARENTS: usize = 8;
const MAX_BYTES: usize = 100_000;
/// The parser joins the pieces between braces at quadratic cost.
const MAX_BRACES: usize = 5_000;

/// Everything that entries refer to.
pub(super) struct Resolver<'a> {
    by_key: BTreeMap<&'a str, &'a Raw>,
    abbreviations: BTreeMap<&'a str, Abbreviation<'a>>,
}

struct Abbreviation<'a> {
    source: &'a Field,
    /// The same with emphasis marked.
    marked: Field,
    /// With all that is in it.
    size: Size,
}

#[derive(Debug, Copy, Clone, Default)]
struct Size {
    bytes: usize,
    braces: usize,
}

impl Size {
    fn fits(self) -> bool {
        self.bytes <= MAX_BYTES && self.braces <= MAX_BRACES
    }
}

impl<'a> Resolver<'a> {
    /// Takes over the abbreviations that are sound. One may only be made of those before it, so
    /// none is made of itself.
    pub(super) fn new(
        entries: &'a [Raw],
        abbreviations: &'a [Field],
        errors: &mut Vec<BibError>,
    ) -> Self {
        let mut resolver = Self {
            by_key: BTreeMap::new(),
            abbreviations: BTreeMap::new(),
        };
        for entry in entries {
            resolver.by_key.entry(&entry.key).or_insert(entry);
        }
        for field in abbreviations {
            if let Err(error) = resolver.define(field) {
                errors.push(error);
            }
        }
        resolver
    }

    fn define(&mut self, field: &'a Field) -> Result<(), BibError> {
        let size = self.size(field)?;
        if let Some(first) = self.abbreviations.get(field.name.as_str()) {
            let texts = |field: &Field| -> Vec<_> {
                field.value.iter().map(|it| it.text.clone()).collect()
            };
            return match field.value.first() {
                Some(piece) if texts(first.source) != texts(field) => {
                    let name = field.name.clone();
                    Err(error(BibErrorKind::RedefinedAbbreviation(name), piece))
                }
                _ => Ok(()),
            };
        }
        let abbreviation = Abbreviation {
            source: field,
            marked: marked(field),
            size,
        };
        self.abbreviations.insert(&field.name, abbreviation);
        Ok(())
    }

    /// Reads an entry; `None` for one that only holds data for others.
    pub(super) fn resolve(&self, raw: &Raw) -> Result<Option<Entry>, BibError> {
        if matches!(raw.kind.as_str(), "xdata" | "set") {
            return Ok(None);
        }
        // The parser follows links without end: it sees numbers in place of keys, links that lead
        // somewhere, and none from there.
        let mut entries = vec![self.used(raw, 0)?];
        for (field, parent) in self.parents(raw) {
            let number = entries.len();
            entries.push(self.used(parent, number)?);
            if let Some(first) = entries.first_mut() {
                first.link(field, number);
            }
        }
        let marked: Vec<Raw> = entries.iter().map(with_marks).collect();
        let found = self.read(&marked).or_else(|_| self.read(&entries));
        match found {
            Ok(entry) => Ok(entry),
            Err(error) => Err(BibError::from_parser(error, 0)),
        }
    }

    /// The first of the entries, having taken what it lacks from the others.
    fn read(&self, entries: &[Raw]) -> Result<Option<Entry>, biblatex::ParseError> {
        let raw = RawBibliography {
            preamble: String::new(),
            entries: entries.iter().map(raw_entry).collect(),
            abbreviations: self.used_abbreviations(entries),
        };
        let read = Bibliography::from_raw(raw)?;
        Ok(read.into_vec().into_iter().next())
    }

    /// The abbreviations in these entries, and those in them.
    fn used_abbreviations(&self, entries: &[Raw]) -> Vec<Pair<'_>> {
        let mut used: BTreeMap<&str, &Field> = BTreeMap::new();
        let fields = entries.iter().flat_map(|entry| &entry.fields);
        let names = |field: &Field| -> Vec<String> {
            let named = field.value.iter().filter(|it| it.abbreviation);
            named.map(|it| it.text.clone()).collect()
        };
        let mut open: Vec<String> = fields.flat_map(names).collect();
        while let Some(name) = open.pop() {
            if let Some((name, found)) = self.abbreviations.get_key_value(name.as_str())
                && used.insert(name, &found.marked).is_none()
            {
                open.extend(names(&found.marked));
            }
        }
        used.into_values().map(pair).collect()
    }

    /// The entry with the fields that are used, under a number.
    fn used(&self, raw: &Raw, number: usize) -> Result<Raw, BibError> {
        let mut used = Raw {
            key: number.to_string(),
            fields: Vec::new(),
            ..raw.clone()
        };
        for field in &raw.fields {
            if FIELDS.contains(&field.name.as_str()) {
                self.size(field)?;
                used.fields.push(field.clone());
            }
        }
        Ok(used)
    }

    /// The entries this one takes data from, one step away, with the field that says so.
    fn parents(&self, raw: &Raw) -> Vec<(&'static str, &'a Raw)> {
        let mut parents: Vec<(&'static str, &Raw)> = Vec::new();
        for field in &raw.fields {
            let Some(link) = LINKS.iter().find(|name| **name == field.name) else {
                continue;
            };
            let keys = field.value.iter().flat_map(|piece| piece.text.split(','));
            for key in keys.take(MAX_PARENTS) {
                let found = self.by_key.get(key.trim()).copied();
                let new = |it: &&Raw| {
                    it.key != raw.key && parents.iter().all(|(_, old)| old.key != it.key)
                };
                parents.extend(found.filter(new).map(|it| (*link, it)));
            }
        }
        parents
    }

    /// The size of a value with its abbreviations.
    fn size(&self, field: &Field) -> Result<Size, BibError> {
        let mut sum = Size::default();
        for piece in &field.value {
            let size = if piece.abbreviation {
                self.abbreviation_size(piece)?
            } else {
                Size {
                    bytes: piece.text.len(),
                    braces: piece.text.matches(['{', '$']).count(),
                }
            };
            sum.bytes = sum.bytes.saturating_add(size.bytes);
            sum.braces = sum.braces.saturating_add(size.braces);
            if !sum.fits() {
                return Err(error(BibErrorKind::TooLong, piece));
            }
        }
        Ok(sum)
    }

    fn abbreviation_size(&self, piece: &Piece) -> Result<Size, BibError> {
        const MONTHS: [&str; 12] = [
            "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
        ];
        match self.abbreviations.get(piece.text.as_str()) {
            Some(known) => Ok(known.size),
            None if MONTHS.contains(&piece.text.as_str()) => Ok(Size::default()),
            None => {
                let name = piece.text.clone();
                Err(error(BibErrorKind::UnknownAbbreviation(name), piece))
            }
        }
    }
}

impl Raw {
    /// Adds an entry to those this one takes data from.
    fn link(&mut self, name: &str, number: usize) {
        let found = self.fields.iter_mut().find(|field| field.name == name);
        let piece = found.and_then(|field| field.value.first_mut());
        if let Some(piece) = piece {
            piece.text.push(',');
            piece.text.push_str(&number.to_string());
            return;
        }
        self.fields.push(Field {
            name: name.to_owned(),
            value: vec![Piece {
                text: number.to_string(),
                abbreviation: false,
                span: self.key_span.clone(),
            }],
        });
    }
}

fn error(kind: BibErrorKind, piece: &Piece) -> BibError {
    BibError {
        span: piece.span.clone(),
        kind,
    }
}

fn with_marks(raw: &Raw) -> Raw {
    Raw {
        fields: raw.fields.iter().map(marked).collect(),
        ..raw.clone()
    }
}

fn marked(field: &Field) -> Field {
    let verbatim = VERBATIM.contains(&field.name.as_str());
    let value = field.value.iter().map(|piece| Piece {
        text: if verbatim || piece.abbreviation {
            piece.text.clone()
        } else {
            text::mark(&piece.text)
        },
        ..piece.clone()
    });
    Field {
        name: field.name.clone(),
        value: value.collect(),
    }
}

fn raw_entry(raw: &Raw) -> Spanned<RawEntry<'_>> {
    let entry = RawEntry {
        key: Spanned::new(raw.key.as_str(), raw.key_span.clone()),
        kind: Spanned::zero(raw.kind.as_str()),
        fields: raw.fields.iter().map(pair).collect(),
    };
    Spanned::new(entry, raw.span.clone())
}

fn pair(field: &Field) -> Pair<'_> {
    let pieces = field.value.iter().map(|piece| {
        let chunk = if piece.abbreviation {
            RawChunk::Abbreviation(&piece.text)
        } else {
            RawChunk::Normal(&piece.text)
        };
        Spanned::new(chunk, piece.span.clone())
    });
    Pair::new(
        Spanned::zero(field.name.as_str()),
        Spanned::zero(pieces.collect()),
    )
}
