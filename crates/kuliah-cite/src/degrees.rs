//! Names without titles and academic degrees.
//!
//! No style prints them (for APA: *Publication Manual*, 7th edition, section 9.8), and left where
//! they are they would be taken for a given name: `Dr. Budi Santoso, M.Si.` for a person called
//! "M.Si.".

/// Titles before a name, in small letters. Initials never look like these.
const TITLES: &[&str] = &[
    "apt.", "dr.", "dra.", "drg.", "drh.", "drs.", "hj.", "ir.", "k.h.", "kh.", "ns.", "prof.",
];

/// Titles that are initials unless they stand behind another title.
const TITLES_OR_INITIALS: &[&str] = &["h.", "r."];

/// Degrees as their small letters; initials never look like these.
const DEGREES: &[&str] = &[
    "akt", "amd", "dipl", "dsc", "edd", "lc", "llm", "mag", "mba", "mec", "mecon", "med", "meng",
    "mfarm", "mhi", "mhum", "mih", "mikom", "mkeb", "mkep", "mkes", "mkesos", "mkn", "mkom", "mpa",
    "mpd", "mpdi", "mph", "mphil", "mpsi", "msc", "mse", "msi", "msn", "msos", "msosi", "msosio",
    "mstat", "msw", "mth", "phd", "sag", "sei", "sfarm", "shi", "shum", "sik", "sikom", "sip",
    "skeb", "sked", "skep", "skes", "skesos", "skm", "skom", "spd", "spdi", "spsi", "ssi", "ssn",
    "ssos", "ssosi", "sst", "sstat", "sth", "stp", "sthi",
];

/// Degrees that could be two initials.
const DEGREES_OR_INITIALS: &[&str] = &[
    "ba", "bs", "ma", "md", "mh", "mm", "ms", "mt", "se", "sh", "ss", "st",
];

/// How sure it is that words are degrees.
#[derive(Debug, Copy, Clone, Eq, PartialEq, Ord, PartialOrd)]
enum Kind {
    Name,
    /// Degrees or initials.
    Either,
    Degrees,
}

/// The parts of a name of a person, without titles and degrees.
#[derive(Debug, Default, Eq, PartialEq)]
pub(crate) struct Bare {
    pub(crate) family: String,
    /// Empty when the name has one part.
    pub(crate) given: String,
    pub(crate) suffix: String,
}

/// Takes titles and degrees off the parts of a name.
///
/// Where nothing but degrees stands behind the comma, the name before it is in the order of
/// speech: its last word is the family name.
pub(crate) fn bare(family: &str, given: &str, suffix: &str) -> Bare {
    let suffix = without_degrees(suffix);
    let (titled, name) = without_titles(family);
    let kinds = || {
        given
            .split(',')
            .filter(|it| !it.trim().is_empty())
            .map(kind)
    };
    let all = kinds().all(|it| it != Kind::Name);
    let sure = titled || kinds().any(|it| it == Kind::Degrees);
    if all && sure {
        let (given, family) = name.rsplit_once(' ').unwrap_or(("", name));
        return Bare {
            family: family.to_owned(),
            given: given.to_owned(),
            suffix,
        };
    }
    let (first, others) = given.split_once(',').unwrap_or((given, ""));
    let (_, first) = without_titles(first.trim());
    let others = without_degrees(others);
    let given = [first, &others].into_iter().filter(|it| !it.is_empty());
    Bare {
        family: name.to_owned(),
        given: given.collect::<Vec<_>>().join(", "),
        suffix,
    }
}

/// The parts of a name that is written whole; `None` unless degrees show that it is a person's.
pub(crate) fn bare_whole(literal: &str) -> Option<Bare> {
    let (name, degrees) = literal.split_once(',')?;
    let kinds = || degrees.split(',').map(kind);
    let person = kinds().all(|it| it != Kind::Name) && kinds().any(|it| it == Kind::Degrees);
    person.then(|| bare(name.trim(), degrees, ""))
}

/// The words behind the titles, and whether there are any titles. A name is never made empty.
fn without_titles(name: &str) -> (bool, &str) {
    let (mut titled, mut rest) = (false, name);
    while let Some((word, behind)) = rest.split_once(' ') {
        let word = word.to_lowercase();
        let title = TITLES.contains(&word.as_str())
            || titled && TITLES_OR_INITIALS.contains(&word.as_str());
        if !title {
            break;
        }
        (titled, rest) = (true, behind.trim_start());
    }
    (titled, rest)
}

/// What stands between commas, without degrees.
fn without_degrees(text: &str) -> String {
    let kept = text.split(',').filter(|it| kind(it) == Kind::Name);
    let kept = kept.map(str::trim).filter(|it| !it.is_empty());
    kept.collect::<Vec<_>>().join(", ")
}

/// What words between commas are: one degree with blanks in it, or several degrees.
fn kind(words: &str) -> Kind {
    let whole: String = words.split_whitespace().collect();
    let each = words.split_whitespace().map(word_kind).min();
    word_kind(&whole).max(each.unwrap_or(Kind::Name))
}

fn word_kind(word: &str) -> Kind {
    let letters: String = word.chars().filter(|c| *c != '.').collect();
    let letters = letters.to_lowercase();
    // Without dots, names such as Mag and Sip look the same.
    let dotted = word.contains('.') || letters == "phd";
    if dotted && DEGREES.contains(&letters.as_str()) {
        Kind::Degrees
    } else if dotted && DEGREES_OR_INITIALS.contains(&letters.as_str()) {
        Kind::Either
    } else {
        Kind::Name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(bare: &Bare) -> [&str; 3] {
        [&bare.family, &bare.given, &bare.suffix]
    }

    #[test]
    fn titles_and_degrees_go_wherever_they_stand() {
        for (family, given, suffix) in [
            ("Dr. Budi Santoso", "M.Si.", ""),
            ("Prof. Dr. H. Budi Santoso", "S.Sos., M.Si., Ph.D.", ""),
            ("Drs. Budi Santoso", "M.M.", ""),
            ("Budi Santoso", "S. Sos., M.Si. Ph.D.,", ""),
            ("Budi Santoso", "S.H., M.Kn.", ""),
            ("Santoso", "Dr. Budi", "M.A."),
            ("Santoso", "Budi, S.H.", ""),
            ("Santoso", "Ir. Budi", ""),
            ("Santoso", "Budi", "S.E., PhD"),
        ] {
            let bare = bare(family, given, suffix);
            assert_eq!(parts(&bare), ["Santoso", "Budi", ""], "{family}, {given}");
        }
    }

    #[test]
    fn names_that_only_look_like_degrees_stay() {
        for (family, given, suffix) in [
            ("Smith", "M. A.", ""),
            ("Wibowo", "S.H.", ""),
            ("Rahman", "H. Abdul", ""),
            ("Santoso", "Mag", ""),
            ("King", "Martin Luther", "Jr."),
            ("van den Berg", "Drs", ""),
            ("Dr.", "Budi", "III"),
        ] {
            assert_eq!(parts(&bare(family, given, suffix)), [family, given, suffix]);
        }
    }

    #[test]
    fn one_name_with_a_degree_is_one_name() {
        assert_eq!(
            parts(&bare("Dra. Suhartini", "M.Pd.", "")),
            ["Suhartini", "", ""]
        );
    }

    #[test]
    fn a_whole_name_is_a_person_by_its_degrees_alone() {
        let person = bare_whole("Dr. Budi Santoso, M.Si.").expect("a person");
        assert_eq!(parts(&person), ["Santoso", "Budi", ""]);
        for literal in [
            "Dr. Soetomo General Hospital",
            "Badan Pusat Statistik",
            "Lembaga Satu, Dua, dan Tiga",
            "Contoh, S.A.",
        ] {
            assert_eq!(bare_whole(literal), None, "{literal}");
        }
    }
}
