//! Counts in words.

use kuliah::Severity;

use super::Marked;

/// How much was found in how many courses.
#[derive(Debug, Copy, Clone, Default, Eq, PartialEq)]
pub(crate) struct Tally {
    /// Courses that could be read.
    pub(crate) courses: usize,
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
        self.errors += other.errors;
        self.warnings += other.warnings;
        self.infos += other.infos;
        self.fails |= other.fails;
    }

    /// How many findings there are.
    pub(crate) fn findings(&self) -> usize {
        self.errors + self.warnings + self.infos
    }

    /// "2 errors and 1 warning in 3 courses".
    pub(crate) fn sentence(&self) -> String {
        let kinds = [
            (self.errors, "error", "errors"),
            (self.warnings, "warning", "warnings"),
            (self.infos, "info", "infos"),
        ];
        let found: Vec<_> = kinds
            .into_iter()
            .filter(|(count, _, _)| *count > 0)
            .map(|(count, one, many)| counted(count, one, many))
            .collect();
        let found = match found.split_last() {
            None => "no findings".to_owned(),
            Some((last, [])) => last.clone(),
            Some((last, before)) => format!("{} and {last}", before.join(", ")),
        };
        format!("{found} in {}", counted(self.courses, "course", "courses"))
    }
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
    fn sizes_have_a_unit() {
        assert_eq!(size(999), "999 bytes");
        assert_eq!(size(84_200), "85 kB");
        assert_eq!(size(1_250_000), "1.3 MB");
    }
}
