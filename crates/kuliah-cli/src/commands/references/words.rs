//! What `kuliah references` says, in both languages.

use kuliah::check::Locale;
use kuliah::references::Likeness;

/// Sentences in a language.
#[derive(Debug, Copy, Clone)]
pub(super) struct Words(pub(super) Locale);

impl Words {
    fn of<T>(self, english: T, indonesian: T) -> T {
        match self.0 {
            Locale::Indonesian => indonesian,
            _ => english,
        }
    }

    /// The heads of the columns of a list.
    pub(super) fn heads(self) -> [&'static str; 5] {
        self.of(
            ["KEY", "CITED", "YEAR", "TYPE", "WORK"],
            ["KUNCI", "DIKUTIP", "TAHUN", "JENIS", "KARYA"],
        )
    }

    /// How often a reference is cited.
    pub(super) fn cited(self, times: usize) -> String {
        match times {
            0 => self.of("unused", "tidak").to_owned(),
            times => format!("{times}×"),
        }
    }

    /// What stands for authors that are not named.
    pub(super) fn others(self) -> &'static str {
        self.of("et al.", "dkk.")
    }

    /// What stands for a date that is not known.
    pub(super) fn undated(self) -> &'static str {
        self.of("n.d.", "t.t.")
    }

    /// How many there are, and how many nothing cites.
    pub(super) fn count(self, all: usize, unused: usize) -> String {
        let one = self.of("1 reference", "1 rujukan").to_owned();
        let all = match all {
            1 => one,
            _ => format!("{all} {}", self.of("references", "rujukan")),
        };
        match unused {
            0 => all,
            _ => format!("{all}, {unused} {}", self.of("unused", "tidak dikutip")),
        }
    }

    /// That two references are most likely one work.
    pub(super) fn same(self, likeness: Likeness) -> &'static str {
        match likeness {
            Likeness::Key => self.of("the same key", "kunci yang sama"),
            Likeness::Doi => self.of("the same DOI", "DOI yang sama"),
            _ => self.of(
                "the same title, year and author",
                "judul, tahun, dan penulis yang sama",
            ),
        }
    }

    /// How many pairs are most likely one work.
    pub(super) fn pairs(self, count: usize) -> String {
        match (self.0, count) {
            (Locale::Indonesian, 0) => "tidak ada karya yang tercatat dua kali".to_owned(),
            (Locale::Indonesian, _) => format!("{count} karya tampaknya tercatat dua kali"),
            (_, 0) => "no work is there twice".to_owned(),
            (_, 1) => "1 work is most likely there twice".to_owned(),
            _ => format!("{count} works are most likely there twice"),
        }
    }

    /// What was added, or would be.
    pub(super) fn added(self, keys: &[String], file: &str, shown_only: bool) -> String {
        let keys = keys.join(", ");
        if shown_only {
            self.of(
                format!("would add to {file}: {keys}"),
                format!("akan ditambahkan ke {file}: {keys}"),
            )
        } else {
            self.of(
                format!("added to {file}: {keys}"),
                format!("ditambahkan ke {file}: {keys}"),
            )
        }
    }

    /// A warning that a new entry is most likely there already.
    pub(super) fn likely(self, new: &str, old: &str, likeness: Likeness) -> String {
        let same = self.same(likeness);
        self.of(
            format!("note: {new} is most likely the work {old}: {same}"),
            format!("catatan: {new} tampaknya karya yang sama dengan {old}: {same}"),
        )
    }

    /// That a file is written in a way that leaves no safe place.
    pub(super) fn no_place(self, file: &str) -> String {
        self.of(
            format!(
                "no safe place was found in {file}, and nothing was written; put these lines below \
                 `references:` yourself:"
            ),
            format!(
                "tidak ditemukan tempat yang aman di {file}, dan tidak ada yang ditulis; letakkan \
                 baris berikut di bawah `references:`:"
            ),
        )
    }

    /// That a file was written.
    pub(super) fn wrote(self, file: &str) -> String {
        self.of(format!("wrote {file}"), format!("ditulis: {file}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_said_in_both_languages() {
        let english = Words(Locale::English);
        assert_eq!(english.count(1, 1), "1 reference, 1 unused");
        assert_eq!(english.count(3, 0), "3 references");
        assert_eq!(english.pairs(2), "2 works are most likely there twice");
        let indonesian = Words(Locale::Indonesian);
        assert_eq!(indonesian.count(2, 1), "2 rujukan, 1 tidak dikutip");
        assert_eq!(indonesian.cited(0), "tidak");
        assert_eq!(indonesian.cited(12), "12×");
    }
}
