//! Citation styles and locales in the form the program reads quickly.
//!
//! The files of the Citation Style Language project stay as published; what is made of them holds
//! the same, without comments, metadata and what goes without saying, as CBOR, which reads in a
//! fraction of the time. The Indonesian locale is filled up, so that one file has every word.

use std::fs;

use anyhow::{Context, Result, bail};
use citationberg::{
    IndependentStyle, Locale, LocaleFile, LocalizedTerm, PurgeLevel, Style, TermForm,
};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::output::{Output, root};

const DATA: &str = "crates/kuliah-cite/data";

/// Adds the files of all styles and locales.
pub(crate) fn add(output: &mut Output) -> Result<()> {
    let mut names = Vec::new();
    for entry in fs::read_dir(root().join(DATA).join("styles"))? {
        let path = entry?.path();
        if path.extension().is_some_and(|it| it == "csl") {
            let name = path.file_stem().map(|it| it.to_string_lossy().into_owned());
            names.push(name.context("a name")?);
        }
    }
    names.sort();
    for name in names {
        let xml = read(&format!("styles/{name}.csl"))?;
        let mut style = Style::from_xml(&xml).with_context(|| name.clone())?;
        style.purge(PurgeLevel::Full);
        output.add(
            compiled(&name),
            short::<IndependentStyle>(&serde_json::to_value(&style)?)?,
        );
    }
    let english = locale("locales-en-US")?;
    let mut indonesian = locale("locales-id-ID")?;
    fill(&mut indonesian, locale("gaps-id-ID")?, &english);
    let mut british = locale("british-en-GB")?;
    let words = std::mem::replace(&mut british.terms, english.terms.clone());
    let changed = Locale {
        terms: words,
        ..british.clone()
    };
    fill(&mut british, changed, &english);
    for (name, locale) in [
        ("locale-en-GB", british),
        ("locale-en-US", english),
        ("locale-id-ID", indonesian),
    ] {
        output.add(
            compiled(name),
            short::<Locale>(&serde_json::to_value(&locale)?)?,
        );
    }
    Ok(())
}

/// A style or locale in CBOR, without the values that it is read with anyway.
fn short<T: DeserializeOwned + PartialEq>(whole: &Value) -> Result<Vec<u8>> {
    let mut value = whole.clone();
    let whole = T::deserialize(whole)?;
    for (key, usual) in [
        ("@strip-periods", json!(false)),
        ("@quotes", json!(false)),
        ("@match", json!("all")),
        ("@plural", json!("contextual")),
        ("@form", json!("long")),
        ("name-part", json!([])),
        ("else-if", json!([])),
        ("$value", json!([])),
    ] {
        let mut shorter = value.clone();
        drop_usual(&mut shorter, key, &usual);
        if T::deserialize(&shorter).is_ok_and(|it| it == whole) {
            value = shorter;
        }
    }
    // No value is longer in CBOR than twice its JSON.
    let mut bytes = vec![0; 2 * serde_json::to_vec(&value)?.len()];
    let length = minicbor_serde::to_slice(&value, &mut bytes)?;
    bytes.truncate(length);
    if minicbor_serde::from_slice::<T>(&bytes).ok() != Some(whole) {
        bail!("CBOR does not hold the whole");
    }
    Ok(bytes)
}

/// Takes this value of a key out of all objects.
fn drop_usual(value: &mut Value, key: &str, usual: &Value) {
    match value {
        Value::Object(fields) => {
            fields.retain(|name, value| name != key || value != usual);
            fields
                .values_mut()
                .for_each(|it| drop_usual(it, key, usual));
        }
        Value::Array(items) => items.iter_mut().for_each(|it| drop_usual(it, key, usual)),
        _ => {}
    }
}

fn compiled(name: &str) -> String {
    format!("{DATA}/compiled/{name}.cbor")
}

fn read(name: &str) -> Result<String> {
    let path = root().join(DATA).join(name);
    fs::read_to_string(&path).with_context(|| path.display().to_string())
}

fn locale(name: &str) -> Result<Locale> {
    let xml = read(&format!("locales/{name}.xml"))?;
    let mut locale: Locale = LocaleFile::from_xml(&xml)?.into();
    locale.info = None;
    Ok(locale)
}

/// Lays the words of `gaps` over those of a locale, and adds what it lacks still: a term in the
/// nearest form it has, else the English one.
fn fill(locale: &mut Locale, gaps: Locale, english: &Locale) {
    let terms = |it: Locale| it.terms.map(|it| it.terms).unwrap_or_default();
    let Some(own) = &mut locale.terms else {
        return;
    };
    let same = |a: &LocalizedTerm, b: &LocalizedTerm| a.name == b.name && a.form == b.form;
    for gap in terms(gaps) {
        own.terms.retain(|it| !same(it, &gap));
        own.terms.push(gap);
    }
    for wanted in terms(english.clone()) {
        // Ordinals are numbers in words: a language has its own or none.
        if wanted.name.is_ordinal() || own.terms.iter().any(|it| same(it, &wanted)) {
            continue;
        }
        let mut near = None;
        let mut form: Option<TermForm> = Some(wanted.form);
        while let (None, Some(now)) = (&near, form) {
            near = own
                .terms
                .iter()
                .find(|it| it.name == wanted.name && it.form == now)
                .cloned();
            form = now.fallback();
        }
        let form = wanted.form;
        let mut term = near.unwrap_or(wanted);
        term.form = form;
        own.terms.push(term);
    }
}
