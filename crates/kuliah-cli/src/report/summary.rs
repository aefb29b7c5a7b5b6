//! Counts in words.

use kuliah::Severity;
use kuliah::check::Locale;

use super::Marked;

/// How much was found in how many courses.
#[derive(Debug, Copy, Clone, Default, Eq, PartialEq)]
pub(crate) struct Tally {
    /// Courses that could be read.
    pub(crate) courses: usize,
    /// Those of them that are spoken about in Indonesian.
    pub(crate) in_indonesian: usize,
    /// Errors.
    pub(crate) errors: usize,
    /// Warnings.
    pub(crate) warnings: usize,
    /// Findings that are only worth knowing.
    pub(crate) infos: usize,
    /// Whether one of them fails the run.
    pub(crate) fails: bool,
}

impl Tally {
    /// One course without findings yet, which is spoken about in a language.
    pub(crate) fn of_course(locale: Locale) -> Self {
        Self {
            courses: 1,
            in_indonesian: usize::from(locale == Locale::Indonesian),
            ..Self::default()
        }
    }

    /// Counts findings; those that their author keeps are none.
    pub(crate) fn add(&mut self, found: &[Marked]) {
        for it in found.iter().filter(|it| it.kept.is_none()) {
            match it.finding.severity {
                Severity::Error => self.errors += 1,
                Severity::Warning => self.warnings += 1,
                Severity::Info => self.infos += 1,
            }
            self.fails |= it.fails;
        }
    }

    /// Takes in the counts of another.
    pub(crate) fn merge(&mut self, other: Self) {
        self.courses += other.courses;
        self.in_indonesian += other.in_indonesian;
        self.errors += other.errors;
        self.warnings += other.warnings;
        self.infos += other.infos;
        self.fails |= other.fails;
    }

    /// How many findings there are.
    pub(crate) fn findings(&self) -> usize {
        self.errors + self.warnings + self.infos
    }

    /// "2 errors and 1 warning in 3 courses", or in Indonesian where all of them are spoken about in
    /// it.
    pub(crate) fn sentence(&self) -> String {
        if self.is_in_indonesian() {
            return self.in_indonesian();
        }
        let found = [
            (self.errors, "error", "errors"),
            (self.warnings, "warning", "warnings"),
            (self.infos, "info", "infos"),
        ];
        let found = found.map(|(count, one, many)| (count > 0).then(|| counted(count, one, many)));
        let found = joined(&found, "and").unwrap_or_else(|| "no findings".to_owned());
        format!("{found} in {}", counted(self.courses, "course", "courses"))
    }

    /// Whether all courses are spoken about in Indonesian.
    fn is_in_indonesian(&self) -> bool {
        self.courses > 0 && self.in_indonesian == self.courses
    }

    /// That there are so many findings more than are shown.
    pub(crate) fn more(&self, left: usize) -> String {
        if self.is_in_indonesian() {
            return format!("… dan {left} temuan lagi; --format json menampilkan semuanya");
        }
        let more = counted(left, "more finding", "more findings");
        format!("… and {more}; --format json lists all")
    }

    fn in_indonesian(&self) -> String {
        let found = [
            (self.errors, "galat"),
            (self.warnings, "peringatan"),
            (self.infos, "info"),
        ];
        let found = found.map(|(count, kind)| (count > 0).then(|| format!("{count} {kind}")));
        let found = joined(&found, "dan").unwrap_or_else(|| "tidak ada temuan".to_owned());
        format!("{found} dalam {} bahan ajar", self.courses)
    }
}

/// Those that are there, with a word before the last of several; `None` where there are none.
fn joined(parts: &[Option<String>], word: &str) -> Option<String> {
    let parts: Vec<_> = parts.iter().flatten().map(String::as_str).collect();
    let (last, before) = parts.split_last()?;
    Some(match before {
        [] => (*last).to_owned(),
        before => format!("{} {word} {last}", before.join(", ")),
    })
}

/// A number and what it counts.
pub(crate) fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// A size in the unit that reads best; a kB has 1000 bytes.
pub(crate) fn size(bytes: usize) -> String {
    match bytes {
        0..1_000 => format!("{bytes} bytes"),
        1_000..1_000_000 => format!("{} kB", bytes.div_ceil(1_000)),
        _ => {
            let tenths = bytes.div_ceil(100_000);
            format!("{}.{} MB", tenths / 10, tenths % 10)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(errors: usize, warnings: usize, infos: usize, courses: usize) -> Tally {
        Tally {
            courses,
            errors,
            warnings,
            infos,
            fails: errors > 0,
            ..Tally::default()
        }
    }

    #[test]
    fn counts_are_said_in_words() {
        assert_eq!(tally(0, 0, 0, 3).sentence(), "no findings in 3 courses");
        assert_eq!(
            tally(2, 1, 0, 3).sentence(),
            "2 errors and 1 warning in 3 courses"
        );
        assert_eq!(
            tally(1, 2, 1, 1).sentence(),
            "1 error, 2 warnings and 1 info in 1 course"
        );
    }

    #[test]
    fn a_run_over_indonesian_courses_alone_is_summed_up_in_indonesian() {
        let mut all = Tally::of_course(Locale::Indonesian);
        assert_eq!(all.sentence(), "tidak ada temuan dalam 1 bahan ajar");
        all.merge(Tally {
            in_indonesian: 2,
            ..tally(1, 2, 1, 2)
        });
        assert_eq!(
            all.sentence(),
            "1 galat, 2 peringatan dan 1 info dalam 3 bahan ajar"
        );
        assert!(all.more(5).starts_with("… dan 5 temuan lagi"));
        all.merge(Tally::of_course(Locale::English));
        assert!(all.more(5).starts_with("… and 5 more findings"));
        assert_eq!(
            all.sentence(),
            "1 error, 2 warnings and 1 info in 4 courses"
        );
    }

    #[test]
    fn sizes_have_a_unit() {
        assert_eq!(size(999), "999 bytes");
        assert_eq!(size(84_200), "85 kB");
        assert_eq!(size(1_250_000), "1.3 MB");
    }
}
