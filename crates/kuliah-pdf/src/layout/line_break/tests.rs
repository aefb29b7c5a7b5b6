//! Bare boxes, glue and penalties.

use super::*;

const SPACE: Item = Item::Glue {
    width: 2.0,
    stretch: 1.0,
    shrink: 0.5,
};

fn word(width: f32) -> Item {
    Item::Box {
        width,
        left: 0.0,
        right: 0.0,
    }
}

fn paragraph(widths: &[f32]) -> Vec<Item> {
    let mut items = Vec::new();
    for &width in widths {
        if !items.is_empty() {
            items.push(SPACE);
        }
        items.push(word(width));
    }
    finish(items)
}

fn finish(mut items: Vec<Item>) -> Vec<Item> {
    let penalty = |cost| Item::Penalty {
        width: 0.0,
        cost,
        ending: Ending::Plain,
    };
    items.push(penalty(NEVER));
    items.push(Item::Glue {
        width: 0.0,
        stretch: 1e5,
        shrink: 0.0,
    });
    items.push(penalty(ALWAYS));
    items
}

fn ends(items: &[Item], width: f32, edge: Edge) -> Vec<usize> {
    let widths = Widths {
        first: width,
        rest: width,
    };
    let breaks = break_lines(items, widths, edge);
    breaks.into_iter().map(|it| it.at).collect()
}

#[test]
fn lines_are_filled_evenly_rather_than_greedily() {
    // Filling one line after the other would set three words first, and end with one
    // short word on the third.
    let items = paragraph(&[10.0, 10.0, 10.0, 8.0, 20.0, 10.0, 30.0]);
    let justified = ends(&items, 38.0, Edge::Justified(Flex::NONE));
    assert_eq!(justified.last(), Some(&(items.len() - 1)));
    assert_eq!(justified, [3, 7, 11, items.len() - 1]);
}

#[test]
fn a_hyphen_is_taken_only_when_lines_would_be_loose() {
    let hyphen = Item::Penalty {
        width: 1.0,
        cost: 60.0,
        ending: Ending::Hyphen,
    };
    let tail = [SPACE, word(10.0)];
    let loose = [word(10.0), SPACE, word(10.0), hyphen, word(20.0)];
    let loose = finish([&loose[..], &tail[..]].concat());
    assert_eq!(ends(&loose, 23.0, Edge::Justified(Flex::NONE))[0], 3);
    let fine = [
        word(10.0),
        SPACE,
        word(10.5),
        SPACE,
        word(5.0),
        hyphen,
        word(5.0),
    ];
    let fine = finish([&fine[..], &tail[..]].concat());
    assert_eq!(ends(&fine, 23.0, Edge::Justified(Flex::NONE))[0], 3);
}

#[test]
fn forced_breaks_end_lines_and_the_first_line_may_be_narrower() {
    let mut items = paragraph(&[5.0]);
    items.extend(paragraph(&[10.0, 10.0]));
    let widths = Widths {
        first: 5.0,
        rest: 12.0,
    };
    let breaks = break_lines(&items, widths, Edge::Ragged(5.0));
    let at: Vec<_> = breaks.iter().map(|it| it.at).collect();
    assert_eq!(at, [3, 5, 9]);
}

#[test]
fn what_fits_nowhere_still_ends_somewhere() {
    let items = paragraph(&[100.0, 3.0, 100.0]);
    assert_eq!(
        ends(&items, 10.0, Edge::Justified(Flex::NONE)),
        [1, 3, items.len() - 1]
    );
    assert!(
        break_lines(
            &[],
            Widths {
                first: 1.0,
                rest: 1.0
            },
            Edge::Justified(Flex::NONE)
        )
        .is_empty()
    );
}

#[test]
fn what_hangs_over_an_edge_takes_no_room() {
    let hanging = |left, right| Item::Box {
        width: 10.0,
        left,
        right,
    };
    let line = |left, right| {
        let items = [
            hanging(left, 0.0),
            SPACE,
            hanging(0.0, right),
            SPACE,
            word(10.0),
        ];
        break_lines(
            &finish(items.to_vec()),
            Widths {
                first: 22.0,
                rest: 22.0,
            },
            Edge::Justified(Flex::NONE),
        )
    };
    assert!(line(0.0, 0.0)[0].ratio.abs() < 1e-4);
    assert!((line(0.0, 0.5)[0].ratio - 0.5).abs() < 1e-4);
    assert!((line(0.25, 0.5)[0].ratio - 0.75).abs() < 1e-4);
}

#[test]
fn boxes_stretch_along_with_the_glue() {
    let flex = Flex {
        wider: 0.1,
        narrower: 0.05,
    };
    let ratio = |width: f32| {
        let items = finish(vec![word(10.0), SPACE, word(8.0), SPACE, word(20.0)]);
        let widths = Widths {
            first: width,
            rest: width,
        };
        break_lines(&items, widths, Edge::Justified(flex))[0].ratio
    };
    // Twenty points of letters and glue give two points, the glue gives one.
    assert!((ratio(23.0) - 1.0).abs() < 1e-4);
    assert!((ratio(19.0) + 1.0 / 1.5).abs() < 1e-4);
    // Beyond, the glue stretches alone.
    assert!((ratio(24.0) - 2.0).abs() < 1e-4);
}

#[test]
fn no_two_lines_running_end_in_a_hyphen_while_there_is_another_way() {
    let breaks = |ending| {
        let sign = Item::Penalty {
            width: 0.0,
            cost: 30.0,
            ending,
        };
        let first = [word(10.0), SPACE, word(10.0), sign];
        // With the sign the second line is full; with the rest of its word it is tight.
        let second = [word(9.5), SPACE, word(10.5), sign, word(0.4), SPACE];
        let items = [&first[..], &second[..], &[word(10.0)]].concat();
        ends(&finish(items), 22.0, Edge::Justified(Flex::NONE))
    };
    assert_eq!(breaks(Ending::Plain)[..2], [3, 7]);
    // A hyphen that the word has anyway counts as well.
    assert_eq!(breaks(Ending::OwnHyphen)[..2], [3, 9]);
}
