//! The order of Indonesian words in styles that were made for English: "ed. ke-2" where they say
//! "2nd ed.", and "5 Maret" where they say "March 5" (*Ejaan Yang Disempurnakan*, V edition, on
//! ordinal numbers and on dates).

use citationberg::taxonomy::{NumberVariable, Variable};
use citationberg::{
    Date, DateMonthForm, DatePartName, DateStrongAnyForm, LayoutRenderingElement, NumberForm,
    TextTarget,
};

/// Elements that stand together with the word for an edition before its number; `None` where
/// nothing has to move.
pub(crate) fn edition_first(
    elements: &[LayoutRenderingElement],
) -> Option<Vec<LayoutRenderingElement>> {
    let at = elements
        .iter()
        .zip(elements.iter().skip(1))
        .position(|(a, b)| is_ordinal(a) && is_word(b))?;
    let mut moved = elements.to_vec();
    moved.swap(at, at + 1);
    for element in moved.iter_mut().skip(at).take(2) {
        match element {
            LayoutRenderingElement::Number(number) => {
                number.form = NumberForm::Numeric;
                number.affixes.prefix = Some("ke-".to_owned());
            }
            // "ed." keeps its full stop: it is not the end of the sentence any more.
            LayoutRenderingElement::Text(text) => text.strip_periods = false,
            LayoutRenderingElement::Label(label) => label.label.strip_periods = false,
            _ => {}
        }
    }
    Some(moved)
}

fn is_ordinal(element: &LayoutRenderingElement) -> bool {
    matches!(element, LayoutRenderingElement::Number(number)
        if Variable::from(number.variable) == Variable::Number(NumberVariable::Edition) && number.form == NumberForm::Ordinal)
}

fn is_word(element: &LayoutRenderingElement) -> bool {
    match element {
        LayoutRenderingElement::Label(label) => {
            Variable::from(label.variable) == Variable::Number(NumberVariable::Edition)
        }
        LayoutRenderingElement::Text(text) => {
            matches!(&text.target, TextTarget::Term { term, .. }
                if *term == NumberVariable::Edition.into())
        }
        _ => false,
    }
}

/// Puts the day before a month in words, in a date that spells out the order of its parts.
pub(crate) fn day_first(date: &mut Date) {
    let in_words = |it: &citationberg::DatePart| {
        matches!(
            it.form(),
            DateStrongAnyForm::Month(DateMonthForm::Long | DateMonthForm::Short)
        )
    };
    let parts = &mut date.date_part;
    let next = parts.iter().skip(1);
    let found = parts
        .iter()
        .zip(next)
        .position(|(a, b)| in_words(a) && b.name == DatePartName::Day);
    let Some(at) = found.filter(|_| date.form.is_none()) else {
        return;
    };
    let more = parts.len() > at + 2;
    let parted = date.delimiter.is_some();
    let blank = |wanted: bool| (wanted && !parted).then(|| " ".to_owned());
    if let Some([month, day]) = parts.get_mut(at..at + 2) {
        day.affixes.prefix = month.affixes.prefix.take();
        let suffix = day.affixes.suffix.take();
        day.affixes.suffix = blank(true);
        month.affixes.suffix = if more { blank(true) } else { suffix };
        std::mem::swap(month, day);
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_day_goes_before_a_month_in_words_only() {
        let check = |form: &str, expected: &[(&str, &str)]| {
            let mut date: Date = serde_json::from_value(json!({
                "@variable": "issued",
                "date-part": [
                    {"@name": "month", "@form": form, "@suffix": " "},
                    {"@name": "day", "@suffix": ", "},
                    {"@name": "year"},
                ],
            }))
            .expect("a date");
            day_first(&mut date);
            let seen: Vec<_> = date
                .date_part
                .iter()
                .map(|it| {
                    let name = serde_json::to_value(it.name).expect("a name");
                    let suffix = it.affixes.suffix.clone().unwrap_or_default();
                    (name.as_str().unwrap_or_default().to_owned(), suffix)
                })
                .collect();
            let expected: Vec<_> = expected
                .iter()
                .map(|(name, suffix)| ((*name).to_owned(), (*suffix).to_owned()))
                .collect();
            assert_eq!(seen, expected);
        };
        check("long", &[("day", " "), ("month", " "), ("year", "")]);
        check("numeric", &[("month", " "), ("day", ", "), ("year", "")]);
    }
}
