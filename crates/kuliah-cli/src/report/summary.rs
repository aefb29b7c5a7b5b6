//! Counts in words.

use kuliah::Severity;

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
}

impl Tally {
    /// Counts a course and its findings.
    pub(crate) fn add(&mut self, findings: impl IntoIterator<Item = Severity>) {
        self.courses += 1;
        for severity in findings {
            match severity {
                Severity::Error => self.errors += 1,
                Severity::Warning => self.warnings += 1,
                Severity::Info => self.infos += 1,
            }
        }
    }

    /// Takes in the counts of another.
    pub(crate) fn merge(&mut self, other: Self) {
        self.courses += other.courses;
        self.errors += other.errors;
        self.warnings += other.warnings;
        self.infos += other.infos;
    }

    /// How many findings there are.
    pub(crate) fn findings(&self) -> usize {
        self.errors + self.warnings + self.infos
    }

    /// Whether something of a severity or above was found.
    pub(crate) fn reaches(&self, severity: Severity) -> bool {
        match severity {
            Severity::Error => self.errors > 0,
            Severity::Warning => self.errors + self.warnings > 0,
            Severity::Info => self.findings() > 0,
        }
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
    fn a_severity_is_reached_by_itself_and_above() {
        assert!(tally(1, 0, 0, 1).reaches(Severity::Info));
        assert!(!tally(0, 1, 1, 1).reaches(Severity::Error));
        assert!(tally(0, 1, 0, 1).reaches(Severity::Warning));
        assert!(!tally(0, 0, 1, 1).reaches(Severity::Warning));
    }

    #[test]
    fn sizes_have_a_unit() {
        assert_eq!(size(999), "999 bytes");
        assert_eq!(size(84_200), "85 kB");
        assert_eq!(size(1_250_000), "1.3 MB");
    }
}
