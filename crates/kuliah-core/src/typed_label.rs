//! Letters and numbers that an author typed before a title: "B. Deskripsi", "2) Broker".

use std::ops::Range;

/// How typed labels count.
#[derive(Debug, Copy, Clone, Eq, PartialEq)]
pub enum Series {
    /// A, B, C
    Upper,
    /// a, b, c
    Lower,
    /// 1, 2, 3
    Decimal,
    /// I, II, III
    Roman,
}

/// A typed label.
#[derive(Debug, Clone, Eq, PartialEq)]
pub struct TypedLabel {
    /// How it counts.
    pub series: Series,
    /// Its number, from 1.
    pub number: u32,
    /// Where the label stands in the title, in bytes, without its full stop.
    pub range: Range<usize>,
}

impl Series {
    /// Writes a number in this way.
    pub fn write(self, number: u32) -> String {
        let letter = |first: u8| {
            let offset = u8::try_from(number.saturating_sub(1).min(25)).unwrap_or(0);
            char::from(first + offset).to_string()
        };
        match self {
            Self::Upper => letter(b'A'),
            Self::Lower => letter(b'a'),
            Self::Decimal => number.to_string(),
            Self::Roman => roman(number),
        }
    }
}

/// Reads the label a title begins with.
///
/// `before` is how the title before it counted: "I." is the ninth letter after "H." and the
/// first Roman numeral otherwise.
pub fn typed_label(title: &str, before: Option<Series>) -> Option<TypedLabel> {
    let start = title.len() - title.trim_start().len();
    let rest = title.get(start..)?;
    let end = rest.find(['.', ')'])?;
    let label = rest.get(..end)?;
    let behind = rest.get(end + 1..)?;
    if !behind.starts_with(char::is_whitespace) {
        return None;
    }
    let (series, number) = read(label, before)?;
    Some(TypedLabel {
        series,
        number,
        range: start..start + end,
    })
}

fn read(label: &str, before: Option<Series>) -> Option<(Series, u32)> {
    if label.bytes().all(|b| b.is_ascii_digit()) && (1..=3).contains(&label.len()) {
        return label.parse().ok().map(|number| (Series::Decimal, number));
    }
    let mut chars = label.chars();
    let single = chars.next().filter(|_| chars.next().is_none());
    if before != Some(Series::Upper)
        && let Some(number) = roman_number(label)
        && (label.len() > 1 || number == 1 || before == Some(Series::Roman))
    {
        return Some((Series::Roman, number));
    }
    match single? {
        c @ 'A'..='Z' => Some((Series::Upper, u32::from(c) - u32::from('A') + 1)),
        c @ 'a'..='z' => Some((Series::Lower, u32::from(c) - u32::from('a') + 1)),
        _ => None,
    }
}

fn roman_number(label: &str) -> Option<u32> {
    (1..=39).find(|&number| roman(number) == label)
}

/// Roman numerals up to 39, which is as far as titles go.
fn roman(number: u32) -> String {
    const ONES: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    let tens = "X".repeat((number / 10) as usize);
    let ones = ONES
        .get((number % 10) as usize)
        .copied()
        .unwrap_or_default();
    tens + ones
}

#[cfg(test)]
mod tests {
    use super::*;

    fn label(title: &str) -> Option<(Series, u32)> {
        typed_label(title, None).map(|it| (it.series, it.number))
    }

    #[test]
    fn every_series_is_read() {
        assert_eq!(label("B. Deskripsi"), Some((Series::Upper, 2)));
        assert_eq!(label("2) Broker"), Some((Series::Decimal, 2)));
        assert_eq!(label("c. Bagian"), Some((Series::Lower, 3)));
        assert_eq!(label("IV. Materi"), Some((Series::Roman, 4)));
        assert_eq!(label("I. Materi"), Some((Series::Roman, 1)));
    }

    #[test]
    fn a_letter_goes_on_as_a_letter() {
        let after = typed_label("I. Materi", Some(Series::Upper)).expect("a label");
        assert_eq!((after.series, after.number), (Series::Upper, 9));
    }

    #[test]
    fn words_are_no_labels() {
        for title in [
            "Materi",
            "Dr. Soetomo",
            "A.Materi",
            "3.5 juta",
            "2018. Tahun",
            "Bab. 2",
        ] {
            assert_eq!(label(title), None, "{title}");
        }
    }

    #[test]
    fn numbers_are_written_as_their_series_counts() {
        for (series, third, last) in [
            (Series::Upper, "C", "Z"),
            (Series::Lower, "c", "z"),
            (Series::Decimal, "3", "26"),
            (Series::Roman, "III", "XXVI"),
        ] {
            assert_eq!(series.write(3), third);
            assert_eq!(series.write(26), last);
        }
    }
}
