//! `SOURCE_DATE_EPOCH`: the moment that builds which can be repeated take for now.

use anyhow::{Context as _, bail};
use kuliah::Date;

/// The name of the variable.
const NAME: &str = "SOURCE_DATE_EPOCH";

/// The day that the environment names; `None` when it names none.
///
/// # Errors
///
/// When the variable is no number of seconds since 1970, in decimal digits alone.
pub(super) fn date() -> anyhow::Result<Option<Date>> {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one variable that copies depend on, read by the command line alone"
    )]
    let value = std::env::var_os(NAME);
    value.map(|it| day(&it.to_string_lossy())).transpose()
}

fn day(text: &str) -> anyhow::Result<Date> {
    let is_number = !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit());
    let seconds = text.parse().ok().filter(|_| is_number);
    let Some(seconds) = seconds else {
        bail!("the variable {NAME} is `{text}`, and not a number of seconds since 1970");
    };
    let day = Date::from_unix_seconds(seconds);
    day.with_context(|| format!("the variable {NAME} is a moment after the year 9999"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_a_number_of_seconds() {
        assert_eq!(day("1546041600").expect("a day").to_string(), "2018-12-29");
        for text in [
            "",
            " 1",
            "+1",
            "-1",
            "1.5",
            "0x1",
            "tomorrow",
            "99999999999999999999999",
            "999999999999",
        ] {
            assert!(day(text).is_err(), "{text}");
        }
    }
}
