//! Inputs that are wrong, huge or written to do harm: what comes of each is what must come of it.

use std::collections::BTreeSet;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use kuliah_tests::hostile::{cases, expected, judge};
use kuliah_tests::program::program;

#[test]
fn nothing_hostile_does_harm() {
    let (cases, expected) = (cases(), expected());
    let (next, faults) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    let work = || {
        while let Some(case) = cases.get(next.fetch_add(1, Ordering::Relaxed)) {
            let found = match judge(program(), case) {
                Err(faults) => faults.join("; "),
                Ok(outcome) if expected.get(&case.name) == Some(&outcome) => continue,
                Ok(outcome) => format!("{outcome:?}, expected {:?}", expected.get(&case.name)),
            };
            let fault = format!("{}: {found}", case.name);
            faults.lock().expect("no panic").push(fault);
        }
    };
    let threads = std::thread::available_parallelism().map_or(2, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(work);
        }
    });
    let faults = faults.into_inner().expect("no panic");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_case_has_its_row_and_every_row_its_case() {
    let all: Vec<_> = cases().into_iter().map(|it| it.name).collect();
    let names: BTreeSet<_> = all.iter().collect();
    assert_eq!(names.len(), all.len(), "two cases of one name");
    let expected = expected();
    let rows: BTreeSet<_> = expected.keys().collect();
    assert_eq!(names, rows);
    assert!(names.len() > 300, "{}", names.len());
}
