//! Language tags as Word wants them: with a region.

use kuliah_doc::Language;

/// Languages that Word knows by one region rather than by none.
///
/// The regions are those of the first locale of each language in Microsoft's list
/// of language identifiers (MS-LCID, section 2.2).
const REGIONS: [(&str, &str); 34] = [
    ("ar", "SA"),
    ("bn", "IN"),
    ("cs", "CZ"),
    ("da", "DK"),
    ("de", "DE"),
    ("el", "GR"),
    ("en", "US"),
    ("es", "ES"),
    ("fa", "IR"),
    ("fi", "FI"),
    ("fr", "FR"),
    ("he", "IL"),
    ("hi", "IN"),
    ("hu", "HU"),
    ("id", "ID"),
    ("it", "IT"),
    ("ja", "JP"),
    ("jv", "ID"),
    ("ko", "KR"),
    ("la", "VA"),
    ("ms", "MY"),
    ("nb", "NO"),
    ("nl", "NL"),
    ("pl", "PL"),
    ("pt", "BR"),
    ("ru", "RU"),
    ("sa", "IN"),
    ("su", "ID"),
    ("sv", "SE"),
    ("ta", "IN"),
    ("th", "TH"),
    ("tr", "TR"),
    ("vi", "VN"),
    ("zh", "CN"),
];

/// The tag for a language: language, script and region, the region added where it is missing.
///
/// Variants and extensions are left out, since Word does not know them. A private
/// or irregular tag becomes `und`.
pub(crate) fn tag(language: &Language) -> String {
    let mut parts = language.as_str().split('-').peekable();
    let primary = parts.next().unwrap_or_default();
    let letters = |it: &str| it.bytes().all(|b| b.is_ascii_alphabetic());
    if !(2..=3).contains(&primary.len()) || !letters(primary) {
        return "und".to_owned();
    }
    let mut out = primary.to_ascii_lowercase();
    // An extended language ("zh-yue") says more than Word can use.
    while parts.next_if(|it| it.len() == 3 && letters(it)).is_some() {}
    if let Some(script) = parts.next_if(|it| it.len() == 4 && letters(it)) {
        out.push('-');
        out.push_str(script);
    }
    let is_region = |it: &&str| {
        (it.len() == 2 && letters(it)) || (it.len() == 3 && it.bytes().all(|b| b.is_ascii_digit()))
    };
    let known = || {
        let at = REGIONS.binary_search_by_key(&primary, |(it, _)| it).ok()?;
        REGIONS.get(at).map(|(_, region)| *region)
    };
    if let Some(region) = parts.next_if(is_region).or_else(known) {
        out.push('-');
        out.push_str(region);
    }
    out
}

/// Whether a tag names a language written from right to left.
pub(crate) fn is_right_to_left(tag: &str) -> bool {
    let primary = primary(tag);
    ["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"].contains(&primary)
}

/// Whether Word sets a tag's language in its East Asian fonts.
pub(crate) fn is_east_asian(tag: &str) -> bool {
    ["ja", "ko", "zh"].contains(&primary(tag))
}

/// Whether numbers of a tag's language have a point between whole and fraction.
pub(crate) fn has_decimal_point(tag: &str) -> bool {
    ["en", "he", "hi", "ja", "ko", "ms", "ta", "th", "zh"].contains(&primary(tag))
}

fn primary(tag: &str) -> &str {
    tag.split_once('-').map_or(tag, |(primary, _)| primary)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_region_is_added() {
        let cases = [
            ("id", "id-ID"),
            ("en", "en-US"),
            ("en-GB", "en-GB"),
            ("zh-Hant-TW", "zh-Hant-TW"),
            ("jv", "jv-ID"),
            ("min", "min"),
            ("es-419", "es-419"),
            ("de-DE-1996", "de-DE"),
            ("x-rahasia", "und"),
        ];
        for (from, to) in cases {
            let language = Language::new(from).expect("a tag");
            assert_eq!(tag(&language), to, "{from}");
        }
    }

    #[test]
    fn the_table_is_sorted() {
        assert!(REGIONS.is_sorted());
    }
}
