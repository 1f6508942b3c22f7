//! The estimate against a synthetic population; the whole measurement is `cargo bench -p ariane-domain --bench reidentification`.

#[path = "../benches/synthetic/mod.rs"]
mod synthetic;

use ariane_domain::reidentification::estimate::Fitting;
use ariane_domain::reidentification::generalise::{Bound, DOUBT};
use synthetic::{Coverage, cases, margins, ways};

#[test]
fn the_truth_lies_where_the_estimate_says_and_few_are_let_pass_wrongly() {
    let (margins, bound) = (margins(), Bound::default().enough);
    let mut found = Coverage::default();
    for case in cases(7, 120) {
        for shown in ways() {
            let Ok(fitting) = Fitting::new(&case.person, &shown, &margins) else { continue };
            let (estimate, truth) = (fitting.estimate(), case.fitting(&shown));
            found.made += 1;
            found.within += u32::from((estimate.low..=estimate.high).contains(&truth));
            found.below += u32::from(truth < estimate.low);
            if fitting.fewer_than(bound) <= DOUBT {
                found.passed += 1;
                found.wrongly_passed += u32::from(truth < bound);
            }
        }
    }
    assert!(found.made > 4_000, "{found:?}");
    assert!(Coverage::share(found.within, found.made) >= 95.0, "{found:?}");
    assert!(found.passed > 40, "some are let pass: {found:?}");
    assert!(Coverage::share(found.wrongly_passed, found.passed) <= 5.0, "{found:?}");
}
