//! Layouts that styles do not have themselves.

use citationberg::taxonomy::{
    Kind, NameVariable, NumberOrPageVariable, NumberVariable, StandardVariable, Variable,
};
use citationberg::{
    Affixes, Formatting, Group, IndependentStyle, Label, LabelPluralize, Layout,
    LayoutRenderingElement, NameAnd, NameForm, Names, NamesChild, Substitute, TermForm, Text,
    VariablelessLabel,
};
use serde_json::json;

use super::rewrite::{condition, set_name};
use super::variant::plain_layout;

/// ", p. 5", for styles that have no such thing: no page that an author names is lost.
pub(super) fn locator() -> LayoutRenderingElement {
    let label = Label {
        variable: NumberOrPageVariable::Number(NumberVariable::Locator),
        label: VariablelessLabel {
            form: TermForm::Short,
            plural: LabelPluralize::Contextual,
            formatting: Formatting::default(),
            affixes: Affixes::default(),
            text_case: None,
            strip_periods: false,
        },
    };
    let place = Text::with_target(Variable::Number(NumberVariable::Locator));
    LayoutRenderingElement::Group(Group {
        children: vec![
            LayoutRenderingElement::Label(label),
            LayoutRenderingElement::Text(place),
        ],
        font_style: None,
        font_variant: None,
        font_weight: None,
        text_decoration: None,
        vertical_align: None,
        prefix: Some(", ".to_owned()),
        suffix: None,
        delimiter: Some(" ".to_owned()),
        display: None,
    })
}

/// Short names of the authors, else of the editors, else the title.
pub(super) fn names_layout(style: &IndependentStyle) -> Layout {
    let title = Text::with_target(Variable::Standard(StandardVariable::Title));
    let mut whole = title.clone();
    whole.formatting.font_style = Some(citationberg::FontStyle::Italic);
    let mut part = title;
    part.quotes = true;
    // A part of a larger work stands in quotation marks, a work by itself in italics.
    let mut partial = condition(vec![LayoutRenderingElement::Text(part)]);
    partial.type_ = Some(vec![
        Kind::ArticleJournal,
        Kind::ArticleMagazine,
        Kind::ArticleNewspaper,
        Kind::Chapter,
        Kind::EntryDictionary,
        Kind::EntryEncyclopedia,
        Kind::PaperConference,
        Kind::PostWeblog,
        Kind::Webpage,
    ]);
    let title = LayoutRenderingElement::Choose(citationberg::Choose {
        if_: partial,
        else_if: Vec::new(),
        otherwise: Some(citationberg::ElseBranch {
            children: vec![LayoutRenderingElement::Text(whole)],
        }),
    });
    let others = [NameVariable::Editor, NameVariable::Translator]
        .map(|it| LayoutRenderingElement::Names(Names::with_variables(vec![it])));
    let mut names = Names::with_variables(vec![NameVariable::Author]);
    names.and = style.citation.name_options.and.or(Some(NameAnd::Text));
    names.name_form = Some(NameForm::Short);
    names.children.push(NamesChild::Substitute(Substitute {
        children: others.into_iter().chain([title]).collect(),
    }));
    let form = [
        ("@form", json!("short")),
        ("@delimiter-precedes-last", json!("contextual")),
    ];
    set_name(&mut names, &form);
    plain_layout(vec![LayoutRenderingElement::Names(names)])
}
