//! Dates of references: checked, and made ready for the formatter.

use citationberg::json::{DateValue, VecDate, VecDateRange};
use serde_json::{Map, Value};

use crate::{reference::WrongShape, rich::single_blanks};

/// A date of a reference.
#[derive(Debug, Clone, Eq, PartialEq)]
pub(crate) enum CslDate {
    /// A day, month or year.
    Known(DateValue),
    /// In words, shown as written.
    Words(String),
}

/// One end of a date: year, month (1 to 12), day (1 to 31).
#[derive(Debug, Copy, Clone, Eq, PartialEq)]
struct Point {
    year: i64,
    month: Option<i64>,
    day: Option<i64>,
}

/// Reads a CSL-JSON date: `{"date-parts": [[2018, 12, 29]]}` or `{"literal": "dalam proses"}`;
/// `None` for a date without content. An ISO date in words, `{"literal": "2018-12-29"}`, is known.
///
/// A year beyond what the formatter counts, and a span of years, become words: the formatter knows
/// single dates only. Of a span within one year its start is kept, since the style prints the year.
pub(crate) fn read_date(value: &Value) -> Result<Option<CslDate>, WrongShape> {
    let object = value.as_object().ok_or(WrongShape)?;
    let known = |key: &str| ["date-parts", "literal", "raw", "season", "circa"].contains(&key);
    if !object.keys().all(|key| known(key)) {
        return Err(WrongShape);
    }
    if let Some(parts) = object.get("date-parts") {
        let mut points = Vec::new();
        for part in parts.as_array().ok_or(WrongShape)?.iter().take(2) {
            points.extend(read_point(part)?);
        }
        if let Some(start) = points.first() {
            return Ok(Some(make_date(*start, points.get(1).copied(), object)));
        }
    }
    let Some(words) = object.get("literal").or_else(|| object.get("raw")) else {
        return Ok(None);
    };
    let words = single_blanks(words.as_str().ok_or(WrongShape)?);
    if let Some(point) = read_iso(&words) {
        return Ok(Some(make_date(point, None, object)));
    }
    Ok((!words.is_empty()).then_some(CslDate::Words(words)))
}

/// Reads `[year, month, day]`; `None` for `[]`.
fn read_point(value: &Value) -> Result<Option<Point>, WrongShape> {
    let parts = value.as_array().ok_or(WrongShape)?.iter().take(3);
    let numbers: Option<Vec<i64>> = parts.map(read_number).collect();
    Ok(point(&numbers.ok_or(WrongShape)?))
}

/// Reads `2018-12-29`, `2018-12` or `2018`.
fn read_iso(words: &str) -> Option<Point> {
    let digits = |it: &str| !it.is_empty() && it.bytes().all(|byte| byte.is_ascii_digit());
    let parts = words
        .split('-')
        .map(|it| it.parse().ok().filter(|_| digits(it)));
    let numbers: Vec<i64> = parts.collect::<Option<_>>()?;
    let made = point(&numbers)?;
    let whole = [made.month, made.day].iter().flatten().count() + 1 == numbers.len();
    whole.then_some(made)
}

/// `None` without a year; a month or day that no calendar has is left out.
fn point(numbers: &[i64]) -> Option<Point> {
    let year = *numbers.first()?;
    let part = |at: usize, last: i64| {
        numbers
            .get(at)
            .copied()
            .filter(|it| (1..=last).contains(it))
    };
    let month = part(1, 12);
    Some(Point {
        year,
        month,
        day: month.and(part(2, 31)),
    })
}

/// A whole number, also one in a string, as CSL-JSON allows.
fn read_number(value: &Value) -> Option<i64> {
    match value {
        Value::Number(number) => number.as_i64(),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    }
}

fn make_date(start: Point, end: Option<Point>, object: &Map<String, Value>) -> CslDate {
    match end {
        Some(end) if end.year != start.year => {
            CslDate::Words(format!("{}–{}", start.year, end.year))
        }
        _ => known_date(start, object).unwrap_or_else(|| CslDate::Words(start.year.to_string())),
    }
}

/// `None` when the year does not fit the formatter's 16 bits.
fn known_date(point: Point, object: &Map<String, Value>) -> Option<CslDate> {
    // The formatter counts the year before 1 as 0, CSL-JSON as -1.
    let year = if point.year < 0 {
        point.year + 1
    } else {
        point.year
    };
    let mut parts = vec![i16::try_from(year).ok().filter(|year| *year > i16::MIN)?];
    for part in [point.month, point.day].into_iter().flatten() {
        parts.push(i16::try_from(part).ok()?);
    }
    let circa = match object.get("circa") {
        Some(Value::Bool(circa)) => *circa,
        Some(Value::Number(number)) => number.as_i64() == Some(1),
        Some(Value::String(text)) => text == "true",
        _ => false,
    };
    Some(CslDate::Known(DateValue::DateParts {
        date_parts: VecDateRange(vec![VecDate(parts)]),
        literal: None,
        season: None,
        circa,
    }))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn known(value: &Value) -> Vec<i16> {
        match read_date(value) {
            Ok(Some(CslDate::Known(DateValue::DateParts { date_parts, .. }))) => {
                date_parts.0[0].0.clone()
            }
            other => panic!("{value}: {other:?}"),
        }
    }

    #[test]
    fn days_months_and_years() {
        assert_eq!(
            known(&json!({"date-parts": [[2018, 12, 29]]})),
            [2018, 12, 29]
        );
        assert_eq!(known(&json!({"date-parts": [["2018", "3"]]})), [2018, 3]);
        assert_eq!(known(&json!({"date-parts": [[-44]]})), [-43]);
        assert_eq!(known(&json!({"literal": "2018-12-29"})), [2018, 12, 29]);
        assert_eq!(known(&json!({"raw": "2018"})), [2018]);
    }

    #[test]
    fn an_impossible_month_or_day_is_left_out() {
        assert_eq!(known(&json!({"date-parts": [[2018, 13, 1]]})), [2018]);
        assert_eq!(known(&json!({"date-parts": [[2018, 0]]})), [2018]);
        assert_eq!(known(&json!({"date-parts": [[2018, 1, 32]]})), [2018, 1]);
    }

    #[test]
    fn words_spans_and_far_years_are_shown_as_written() {
        for (value, words) in [
            (json!({"literal": "dalam  proses"}), "dalam proses"),
            (json!({"raw": "Maret 2018"}), "Maret 2018"),
            (json!({"date-parts": [[1990], [1995]]}), "1990–1995"),
            (json!({"literal": "2018-13"}), "2018-13"),
            (json!({"date-parts": [[99999]]}), "99999"),
            (json!({"date-parts": [[-40000]]}), "-40000"),
        ] {
            assert_eq!(read_date(&value), Ok(Some(CslDate::Words(words.into()))));
        }
        assert_eq!(
            known(&json!({"date-parts": [[2020, 1], [2020, 3]]})),
            [2020, 1]
        );
    }

    #[test]
    fn empty_dates_and_wrong_shapes() {
        for value in [
            json!({}),
            json!({"literal": " "}),
            json!({"date-parts": []}),
            json!({"date-parts": [[]]}),
        ] {
            assert_eq!(read_date(&value), Ok(None), "{value}");
        }
        for value in [
            json!(2018),
            json!({"date-parts": 1}),
            json!({"date-parts": [2018]}),
            json!({"date-parts": [[1.5]]}),
            json!({"literal": 3}),
            json!({"jahr": 1}),
        ] {
            assert_eq!(read_date(&value), Err(WrongShape), "{value}");
        }
    }
}
