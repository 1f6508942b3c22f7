//! How often the number of people who fit lies where the estimate says, on a synthetic population of Luxembourg's size.
//!
//! `cargo bench -p ariane-domain --bench reidentification -- [CASES]` (4,000 when not said). Prints the coverage of the stated range of
//! 95 %, of the decision "enough" at several bounds, and the time of a judgement with its search for the cheapest way out.

mod synthetic;

use ariane_domain::reidentification::estimate::Fitting;
use ariane_domain::reidentification::generalise::{Bound, DOUBT, judge};
use ariane_domain::reidentification::shown::{AgeStep, Shown};
use std::time::Instant;
use synthetic::{Coverage, cases, margins, ways};

fn measure(cases: &[synthetic::Case], shown: &Shown, bound: u64) -> Coverage {
    let margins = margins();
    let mut found = Coverage::default();
    for case in cases {
        let Ok(fitting) = Fitting::new(&case.person, shown, &margins) else { continue };
        let (estimate, truth) = (fitting.estimate(), case.fitting(shown));
        found.made += 1;
        found.within += u32::from((estimate.low..=estimate.high).contains(&truth));
        found.below += u32::from(truth < estimate.low);
        if fitting.fewer_than(bound) <= DOUBT {
            found.passed += 1;
            found.wrongly_passed += u32::from(truth < bound);
        }
    }
    found
}

fn main() {
    let count = std::env::args().filter_map(|a| a.parse().ok()).next().unwrap_or(4_000);
    let cases = cases(2026, count);
    println!("{} cases, range of 95 %, by what is shown", cases.len());
    let mut all = Coverage::default();
    for shown in ways() {
        let one = measure(&cases, &shown, Bound::default().enough);
        println!(
            "age {:<14} sex {:<5} nationality {:<5} canton {:<5}: within {:.1} %, fewer than said {:.1} %, passed {} of which wrongly {}",
            shown.age.word(),
            shown.sex,
            shown.nationality,
            shown.area == 0,
            Coverage::share(one.within, one.made),
            Coverage::share(one.below, one.made),
            one.passed,
            one.wrongly_passed,
        );
        all.made += one.made;
        all.within += one.within;
        all.below += one.below;
        all.passed += one.passed;
        all.wrongly_passed += one.wrongly_passed;
    }
    println!(
        "all: within {:.2} %, fewer than said {:.2} %, said to be enough {}, wrongly {} ({:.2} %)",
        Coverage::share(all.within, all.made),
        Coverage::share(all.below, all.made),
        all.passed,
        all.wrongly_passed,
        Coverage::share(all.wrongly_passed, all.passed),
    );
    for bound in [3, 5, 11, 20] {
        let shown = Shown {
            age: AgeStep::TenYears,
            sex: true,
            nationality: false,
            area: 1,
            disorder: 0,
            traits: false,
        };
        let one = measure(&cases, &shown, bound);
        println!(
            "at least {bound}, ten years of age and sex in the country: passed {} of {}, wrongly {:.2} %",
            one.passed,
            one.made,
            Coverage::share(one.wrongly_passed, one.passed)
        );
    }
    let mut times: Vec<_> = cases
        .iter()
        .take(500)
        .map(|case| {
            let begun = Instant::now();
            std::hint::black_box(judge(&case.person, &Shown::EXACT, &margins(), &Bound::default()));
            begun.elapsed()
        })
        .collect();
    times.sort_unstable();
    println!(
        "a judgement with its proposal: p50 {:?}, p99 {:?}",
        times[times.len() / 2],
        times[times.len() * 99 / 100]
    );
}
