//! Every block knows the node of the course it came from, so that an edited file finds its way back.

use std::collections::BTreeSet;

use kuliah::document::{Block, BlockKind, Document, Inline, Visit, walk_block, walk_document};
use kuliah::{Audience, CheckOptions, Handout, NoAssets, compile_course, format};
use kuliah_tests::example::{examples, handout};
use kuliah_tests::generate::{Arbitrary, Dialect, courses, pictures};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

/// The nodes of the blocks in reading order, and how many blocks have none.
#[derive(Default)]
struct Nodes {
    named: Vec<String>,
    made_up: usize,
}

impl Visit for Nodes {
    fn block(&mut self, block: &Block) {
        match (&block.node, &block.kind) {
            (Some(node), _) => self.named.push(node.to_string()),
            // Without words of the author: contents, the reference list and its heading.
            (None, BlockKind::Contents | BlockKind::Bibliography(_) | BlockKind::Section(_)) => {}
            (None, _) => self.made_up += 1,
        }
        walk_block(self, block);
    }

    /// Footnotes are part of the text they stand in.
    fn inline(&mut self, _: &Inline) {}
}

fn nodes(document: &Document) -> Nodes {
    let mut nodes = Nodes::default();
    walk_document(&mut nodes, document);
    nodes
}

/// Checks that the nodes are in the copy's own JSON, each once.
fn found_in_json(copy: &Handout) -> Nodes {
    let nodes = nodes(copy.document());
    let json = format("json").expect("compiled in");
    let bytes = copy.export(json, &NoAssets).expect("a file").bytes;
    let value: serde_json::Value = serde_json::from_slice(&bytes).expect("JSON");
    let mut seen = BTreeSet::new();
    for node in &nodes.named {
        assert!(value.pointer(node).is_some(), "no {node}");
        assert!(seen.insert(node), "{node} twice");
    }
    nodes
}

#[test]
fn blocks_of_examples_lead_to_their_nodes() {
    for example in examples() {
        for audience in [Audience::Student, Audience::Lecturer] {
            let nodes = found_in_json(&example.handout(audience));
            assert!(!nodes.named.is_empty(), "{}", example.name);
            assert_eq!(nodes.made_up, 0, "{}", example.name);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 48,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(2),
        ..ProptestConfig::default()
    })]

    #[test]
    fn blocks_of_arbitrary_courses_lead_to_their_nodes(Arbitrary(course) in courses(Dialect::Data)) {
        let compiled = compile_course(&course, pictures(), &CheckOptions::default());
        let course = compiled.course.expect("no errors");
        for audience in [Audience::Student, Audience::Lecturer] {
            found_in_json(&handout(&course, audience));
        }
    }
}
