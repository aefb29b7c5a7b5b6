//! Calendar days.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A calendar day.
#[derive(Debug, Copy, Clone, Eq, PartialEq, Ord, PartialOrd, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// A day of the Gregorian calendar; `None` when there is no such day.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let leap =
            year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let last = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => return None,
        };
        (1..=last)
            .contains(&day)
            .then_some(Self { year, month, day })
            .filter(|_| (1..=9999).contains(&year))
    }

    /// The day of a moment, in seconds since 1970-01-01T00:00:00Z; `None` after the year 9999.
    pub fn from_unix_seconds(seconds: u64) -> Option<Self> {
        let mut days = seconds / 86_400;
        // 400 years have a whole number of days, and a loop over fewer is short.
        let mut year = 1970 + days / 146_097 * 400;
        days %= 146_097;
        loop {
            let short = u16::try_from(year).ok()?;
            for month in 1..=12 {
                for day in 28..=31 {
                    let last = day < 31 && Self::new(short, month, day + 1).is_some();
                    if last || Self::new(short, month, day).is_none() {
                        continue;
                    }
                    if days < u64::from(day) {
                        return Self::new(short, month, u8::try_from(days + 1).ok()?);
                    }
                    days -= u64::from(day);
                }
            }
            year += 1;
        }
    }

    /// Reads `YYYY-MM-DD`; `None` when the text is no such day.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let mut number = |digits: usize| {
            let part = parts.next()?;
            (part.len() == digits && part.bytes().all(|b| b.is_ascii_digit()))
                .then(|| part.parse::<u16>().ok())?
        };
        let (year, month, day) = (number(4)?, number(2)?, number(2)?);
        let narrow = |it: u16| u8::try_from(it).ok();
        parts.next().is_none().then_some(())?;
        Self::new(year, narrow(month)?, narrow(day)?)
    }

    /// The year, 1 to 9999.
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    pub fn day(self) -> u8 {
        self.day
    }
}

impl fmt::Display for Date {
    /// `YYYY-MM-DD`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// A text that is no calendar day.
#[derive(Debug, Clone, Eq, PartialEq)]
pub struct DateError;

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a day of the calendar, written YYYY-MM-DD")
    }
}

impl std::error::Error for DateError {}

impl TryFrom<String> for Date {
    type Error = DateError;

    fn try_from(text: String) -> Result<Self, DateError> {
        Self::parse(&text).ok_or(DateError)
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_have_their_day() {
        for (seconds, day) in [
            (0, Some("1970-01-01")),
            (86_399, Some("1970-01-01")),
            (86_400, Some("1970-01-02")),
            (951_782_399, Some("2000-02-28")),
            (951_782_400, Some("2000-02-29")),
            (951_868_800, Some("2000-03-01")),
            (1_546_041_600, Some("2018-12-29")),
            (4_107_542_399, Some("2100-02-28")),
            (4_107_542_400, Some("2100-03-01")),
            (253_402_300_799, Some("9999-12-31")),
            (253_402_300_800, None),
            (u64::MAX, None),
        ] {
            let found = Date::from_unix_seconds(seconds).map(|it| it.to_string());
            assert_eq!(found.as_deref(), day, "{seconds}");
        }
    }

    #[test]
    fn only_days_of_the_calendar_are_dates() {
        assert_eq!(
            Date::parse("2024-02-29").expect("leap").to_string(),
            "2024-02-29"
        );
        for text in [
            "2023-02-29",
            "2018-13-01",
            "29-12-2018",
            "2018-1-2",
            "2018-12-29-1",
            "",
        ] {
            assert_eq!(Date::parse(text), None, "{text}");
        }
    }
}
