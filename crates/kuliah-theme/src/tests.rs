//! Shipped themes, themes of lecturers', and their faults.

use super::*;

fn faults(text: &str) -> Vec<(String, &'static str)> {
    let faults = Theme::from_toml(text).expect_err("faults");
    let place = |it: &ThemeFault| text.get(it.range.clone()).expect("a place").to_owned();
    let faults = faults.iter().map(|it| (place(it), it.message.key()));
    faults.collect()
}

fn fault(text: &str) -> (String, &'static str) {
    let all = faults(text);
    assert_eq!(all.len(), 1, "{all:?}");
    all.into_iter().next().expect("one")
}

#[test]
fn shipped_themes_have_no_faults() {
    for name in Theme::names() {
        let source = Theme::source(name).expect("shipped");
        let read = Theme::from_toml(source);
        assert_eq!(read.as_ref().ok(), Theme::named(name).as_ref(), "{read:?}");
    }
    assert_eq!(Theme::named("handouts"), None);
    assert_eq!(Theme::source("handouts"), None);
}

#[test]
fn the_default_sets_every_key() {
    let source = Theme::source("handout").expect("shipped");
    let (_, found) = Theme::find(source, Theme::default());
    // A sheet has a name, or a width and a height; only the default has no base.
    assert_eq!(found.missing, ["base", "page.width", "page.height"]);
    assert!(found.places.len() > 100);
}

#[test]
fn an_empty_file_is_the_default_and_a_base_is_built_on() {
    assert_eq!(Theme::from_toml("").ok(), Some(Theme::default()));
    let own = Theme::from_toml("base = \"modul\"\n[text]\nsize = 13\n").expect("a theme");
    assert!((own.text().kind.size - 13.0).abs() < f32::EPSILON);
    assert!((own.text().kind.leading - 20.0).abs() < f32::EPSILON);
    assert_eq!(own.cover().kind, CoverKind::Page);
}

#[test]
fn lengths_of_the_page_are_millimetres_to_a_thousandth_of_a_point() {
    let page = *Theme::default().page();
    assert!((page.width - 595.276).abs() < 1e-4);
    assert!((page.height - 841.89).abs() < 1e-4);
    assert!((page.text_width() - 360.0).abs() < 1e-4);
    assert!((page.text_height() - 675.0).abs() < 1e-4);
    let own = Theme::from_toml("[page]\nsize = \"f4\"\n").expect("a theme");
    assert!((own.page().width - 612.0).abs() < 1e-3);
    assert!((own.page().height - 936.0).abs() < 1e-3);
    let own = Theme::from_toml("[page]\nwidth = 200\nheight = 280.5").expect("a theme");
    assert!((own.page().height - 795.118).abs() < 1e-3);
}

#[test]
fn unknown_keys_are_named_where_they_stand() {
    let text = "[page]\ncolums = 2\n";
    assert_eq!(fault(text), ("colums".into(), "config/theme.unknown-key"));
    let all = Theme::from_toml(text).expect_err("a fault");
    assert_eq!(
        all[0].help,
        kuliah_source::Message::new("config/theme.help-near").with("near", "columns")
    );
    let all = Theme::from_toml("zzz = 2").expect_err("a fault");
    assert_eq!(all[0].help.key(), "config/theme.unknown-key.help");
}

#[test]
fn values_are_checked_one_by_one() {
    let cases = [
        (
            "base = \"handut\"",
            "\"handut\"",
            "config/theme.unknown-value",
        ),
        ("numbering = true", "true", "config/theme.wrong-kind"),
        ("text = 3", "3", "config/theme.wrong-kind"),
        ("[text]\nsize = \"11\"", "\"11\"", "config/theme.wrong-kind"),
        ("[text]\nsize = 3", "3", "config/theme.out-of-bounds"),
        ("[text]\nsize = nan", "nan", "config/theme.out-of-bounds"),
        ("[text]\nsize = -inf", "-inf", "config/theme.out-of-bounds"),
        ("[text]\nafter = -1", "-1", "config/theme.out-of-bounds"),
        ("[text]\njustify = 1", "1", "config/theme.wrong-kind"),
        ("[page]\ncolumns = 3", "3", "config/theme.unknown-value"),
        ("[page]\ncolumns = 1.5", "1.5", "config/theme.unknown-value"),
        (
            "[colours]\nink = \"black\"",
            "\"black\"",
            "config/theme.wrong-kind",
        ),
        (
            "[colours]\nink = [0, 0, 2]",
            "[0, 0, 2]",
            "config/theme.wrong-kind",
        ),
        (
            "[cover]\nlogo = \"../a.png\"",
            "\"../a.png\"",
            "config/theme.unsafe-path",
        ),
        (
            "[cover]\ninstitution = [1]",
            "[1]",
            "config/theme.wrong-kind",
        ),
        (
            "[cover]\ninstitution = \"\\u0007\"",
            "\"\\u0007\"",
            "config/theme.wrong-kind",
        ),
        (
            "[running.head]\nleft = \"titel\"",
            "\"titel\"",
            "config/theme.unknown-value",
        ),
    ];
    for (text, place, key) in cases {
        assert_eq!(fault(text), (place.into(), key), "{text}");
    }
}

#[test]
fn all_faults_come_at_once_in_order() {
    let text = "[text]\nsiez = 3\nafter = 999\n[page]\nsize = \"a5\"\n";
    let keys: Vec<_> = faults(text).into_iter().map(|(_, key)| key).collect();
    assert_eq!(
        keys,
        [
            "config/theme.unknown-key",
            "config/theme.out-of-bounds",
            "config/theme.unknown-value"
        ]
    );
}

#[test]
fn broken_files_say_where() {
    let faults = Theme::from_toml("[page]\nsize = \n").expect_err("a fault");
    assert_eq!(faults.len(), 1);
    assert_eq!(faults[0].message.key(), "config/theme.syntax");
    assert!(faults[0].range.start >= 7, "{faults:?}");
    for text in ["[", "a = 1\na = 2", "\u{0}", "= =", "[[page]]\n[page]"] {
        assert!(Theme::from_toml(text).is_err(), "{text}");
    }
}

#[test]
fn what_belongs_together_is_compared() {
    let cases = [
        ("[text]\nleading = 9", "9", "config/theme.leading"),
        (
            "[type]\ntitle = { size = 40 }",
            "40",
            "config/theme.leading",
        ),
        (
            "[headings]\nlevel-1 = { leading = 8 }",
            "8",
            "config/theme.leading",
        ),
        (
            "[page]\nmargins = { left = 130 }",
            "130",
            "config/theme.narrow",
        ),
        ("[page]\ncolumns = 2", "2", "config/theme.narrow"),
        (
            "[page]\nheight = 150\nmargins = { top = 30 }",
            "30",
            "config/theme.low",
        ),
        (
            "[page]\nmargins = { head = 31 }",
            "31",
            "config/theme.running-in-text",
        ),
        (
            "[page]\nmargins = { bottom = 17 }",
            "17",
            "config/theme.running-in-text",
        ),
    ];
    for (text, place, key) in cases {
        assert_eq!(fault(text), (place.into(), key), "{text}");
    }
}

#[test]
fn text_must_be_readable_on_its_ground() {
    let (place, key) = faults("[colours]\nmuted = \"#8a8a8a\"").remove(0);
    assert_eq!((&*place, key), ("\"#8a8a8a\"", "config/theme.contrast"));
    // The ground was changed, so the ground is named.
    let all = faults("[colours]\nnote-ground = \"#305070\"");
    assert!(
        all.iter().all(|(place, _)| place == "\"#305070\""),
        "{all:?}"
    );
    assert!(Theme::from_toml("[colours]\naccent = \"#7a1f1f\"").is_ok());
}

#[test]
fn large_print_passes_every_check_and_keeps_the_proportions() {
    for name in Theme::names() {
        let theme = Theme::named(name).expect("shipped");
        let mut large = theme.large_print();
        assert!(
            (large.text().kind.size - LARGE_PRINT).abs() < 0.01,
            "{name}"
        );
        let before = theme.scale().note.size / theme.text().kind.size;
        let after = large.scale().note.size / large.text().kind.size;
        assert!((before - after).abs() < 1e-3, "{name}");
        assert_eq!(large.page().columns, 1);
        assert!(!large.text().justify);
        let mut found = read::Found::default();
        check::check(&mut large, &mut found);
        assert_eq!(found.faults, [], "{name}");
        assert_eq!(large.large_print(), large, "{name}: large already");
    }
}
