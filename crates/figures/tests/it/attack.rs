//! The adversary is a solver that knows everything published: every cell hidden must stay as open as is promised.
//!
//! Its system is written here a second time, from tables alone: one big problem without blocks, over the numbers that were
//! printed and the sums that anybody would try; over several editions, also what changed between them.

use ariane_figures::definition::{Clock, Definition, Grain, Unit};
use ariane_figures::disclosure::lattice::{alone, behind, key};
use ariane_figures::disclosure::{Edition, Status, System, Threshold, protect};
use ariane_figures::period::Period;
use ariane_figures::table::{Count, Row, RowKind, Table};
use microlp::{ComparisonOp, OptimizationDirection, Problem, Variable};
use proptest::prelude::*;
use std::collections::BTreeMap;

const A: Definition =
    Definition { id: "a", version: 1, unit: Unit::Request, grain: Grain::Adds, clock: Clock::OpenHours };
const B: Definition =
    Definition { id: "b", version: 1, unit: Unit::Request, grain: Grain::Adds, clock: Clock::OpenHours };
const N: Definition =
    Definition { id: "n", version: 1, unit: Unit::Request, grain: Grain::Adds, clock: Clock::OpenHours };
const CATEGORIES: [&str; 5] = ["v", "w", "x", "y", "z"];

fn year() -> Period {
    "2020".parse().expect("a year")
}

/// A table with its quarters, from counts per quarter and category.
fn with_quarters(
    figure: &'static Definition,
    counts: &[Vec<u64>],
    totals: &[u64],
    overlaps: bool,
) -> Vec<Table> {
    let table = |period: Period, counts: Vec<u64>, total: u64| Table {
        figure,
        period,
        total: Count { key: "all".into(), n: total },
        rows: CATEGORIES
            .iter()
            .zip(&counts)
            .map(|(category, n)| Row {
                category,
                kind: RowKind::Part,
                count: Count { key: format!("{}/{category}", figure.id), n: *n },
            })
            .collect(),
        overlaps,
        waiting: None,
    };
    let sums = (0..counts[0].len()).map(|c| counts.iter().map(|quarter| quarter[c]).sum()).collect();
    let mut all = vec![table(year(), sums, totals.iter().sum())];
    for ((quarter, counts), total) in year().quarters().into_iter().zip(counts).zip(totals) {
        all.push(table(quarter, counts.clone(), *total));
    }
    all
}

/// Two tables that divide the same requests, and one whose rows overlap.
fn lattice(a: &[Vec<u64>], split: &[u64], n: &[Vec<u64>]) -> Vec<Table> {
    let totals: Vec<u64> = a.iter().map(|quarter| quarter.iter().sum()).collect();
    let mut tables = with_quarters(&A, a, &totals, false);
    let b: Vec<Vec<u64>> = totals
        .iter()
        .zip(split)
        .map(|(total, at)| {
            let first = total * at / 100;
            vec![first, (total - first) / 2, total - first - (total - first) / 2]
        })
        .collect();
    tables.extend(with_quarters(&B, &b, &totals, false));
    // Whoever is in no other row is in the last.
    let n: Vec<Vec<u64>> = n
        .iter()
        .zip(&totals)
        .map(|(rows, total)| {
            let mut rows: Vec<u64> = rows.iter().map(|share| total * share / 100).collect();
            let covered: u64 = rows.iter().sum();
            rows.push(total.saturating_sub(covered));
            rows
        })
        .collect();
    tables.extend(with_quarters(&N, &n, &totals, true));
    tables
}

/// What the adversary sees: the printed numbers.
type Printed = BTreeMap<String, i64>;

fn printed(system: &System, status: &[Status], names: impl Iterator<Item = String>) -> Printed {
    names
        .filter_map(|name| {
            let at = system.find(&name)?;
            (status[at] == Status::Printed).then(|| (name, system.cells()[at].value))
        })
        .collect()
}

fn names(tables: &[Table]) -> impl Iterator<Item = String> {
    tables.iter().flat_map(|table| {
        let own = std::iter::once(&table.total.key).chain(table.rows.iter().map(|row| &row.count.key));
        own.map(|count| key(count, table.period)).collect::<Vec<_>>()
    })
}

/// The adversary: all sums that anybody knows of, over all printed numbers at once.
struct Adversary {
    equations: Terms,
    /// Sums that are at least so much.
    floors: Terms,
}

/// Sums of named numbers, and what each is.
type Terms = Vec<(Vec<(String, f64)>, f64)>;

/// All numbers as they are.
fn truth(tables: &[Table]) -> BTreeMap<String, i64> {
    let own = |table: &Table| {
        let counts = std::iter::once(&table.total).chain(table.rows.iter().map(|row| &row.count));
        counts.map(|count| (key(&count.key, table.period), count.n as i64)).collect::<Vec<_>>()
    };
    tables.iter().flat_map(own).collect()
}

impl Adversary {
    /// Two editions: each with its own sums; where a number grew, everybody knows that it did not shrink.
    fn comparing(first: &[Table], second: &[Table]) -> Self {
        let mark = |list: Terms, edition: &str| {
            let named = |(terms, known): (Vec<(String, f64)>, f64)| {
                (
                    terms.into_iter().map(|(name, n)| (format!("{edition}{name}"), n)).collect::<Vec<_>>(),
                    known,
                )
            };
            list.into_iter().map(named).collect::<Terms>()
        };
        let (one, two) = (Self::knowing(first), Self::knowing(second));
        let mut equations = mark(one.equations, "1:");
        equations.extend(mark(two.equations, "2:"));
        let mut floors = mark(one.floors, "1:");
        floors.extend(mark(two.floors, "2:"));
        let now: BTreeMap<String, i64> = truth(second);
        for (name, before) in truth(first) {
            match now.get(&name) {
                Some(after) if *after == before => {
                    equations.push((vec![(format!("2:{name}"), 1.0), (format!("1:{name}"), -1.0)], 0.0));
                }
                Some(after) if *after > before => {
                    floors.push((vec![(format!("2:{name}"), 1.0), (format!("1:{name}"), -1.0)], 0.0));
                }
                _ => {}
            }
        }
        Self { equations, floors }
    }

    fn knowing(tables: &[Table]) -> Self {
        let (mut equations, mut floors) = (Vec::new(), Vec::new());
        for table in tables {
            let total = key(&table.total.key, table.period);
            let rows: Vec<String> = table.rows.iter().map(|row| key(&row.count.key, table.period)).collect();
            let mut sum: Vec<(String, f64)> = rows.iter().map(|row| (row.clone(), 1.0)).collect();
            sum.push((total.clone(), -1.0));
            if table.overlaps {
                floors.push((sum, 0.0));
                floors.extend(rows.iter().map(|row| (vec![(total.clone(), 1.0), (row.clone(), -1.0)], 0.0)));
            } else {
                equations.push((sum, 0.0));
            }
            let quarters = table.period.quarters();
            if quarters.len() == 4 {
                for count in
                    std::iter::once(&table.total.key).chain(table.rows.iter().map(|row| &row.count.key))
                {
                    let parts = quarters.iter().map(|quarter| (key(count, quarter), 1.0));
                    equations.push((parts.chain([(key(count, table.period), -1.0)]).collect(), 0.0));
                }
            }
        }
        Self { equations, floors }
    }

    /// Least and greatest value of a cell, and whether it can be a certain one.
    fn bounds(&self, printed: &Printed, cell: &str) -> (f64, f64) {
        let end = |direction| {
            let mut problem = Problem::new(direction);
            let mut variables: BTreeMap<&str, Variable> = BTreeMap::new();
            let all = self.equations.iter().chain(&self.floors).flat_map(|(terms, _)| terms);
            for (name, _) in all {
                if !variables.contains_key(name.as_str()) {
                    let known = printed.get(name).map(|n| *n as f64);
                    let weight = if name == cell { 1.0 } else { 0.0 };
                    let bounds = (known.unwrap_or(0.0), known.unwrap_or(1e6));
                    variables.insert(name, problem.add_var(weight, bounds));
                }
            }
            for (list, op) in [(&self.equations, ComparisonOp::Eq), (&self.floors, ComparisonOp::Ge)] {
                for (terms, known) in list {
                    let terms: Vec<(Variable, f64)> =
                        terms.iter().map(|(name, n)| (variables[name.as_str()], *n)).collect();
                    problem.add_constraint(&terms, op, *known);
                }
            }
            problem.solve().expect("solved").into_solution().expect("a solution").objective()
        };
        (end(OptimizationDirection::Minimize), end(OptimizationDirection::Maximize))
    }
}

/// Checks the promise against everything printed.
fn holds(tables: &[Table], printed: &Printed, threshold: Threshold) -> Result<(), TestCaseError> {
    let adversary = Adversary::knowing(tables);
    let wide = threshold.count() as f64;
    for table in tables {
        let own = std::iter::once(&table.total).chain(table.rows.iter().map(|row| &row.count));
        for count in own {
            let name = key(&count.key, table.period);
            if let Some(n) = printed.get(&name) {
                prop_assert!(*n == 0 || *n >= threshold.count(), "{name} is printed: {n}");
                prop_assert_eq!(*n, count.n as i64);
                continue;
            }
            let (least, greatest) = adversary.bounds(printed, &name);
            if count.n > 0 && (count.n as i64) < threshold.count() {
                prop_assert!(
                    least < 0.5 && greatest > wide - 0.5,
                    "{name} = {}: {least} to {greatest}",
                    count.n
                );
            }
            prop_assert!(greatest - least > wide - 0.5, "{name} = {}: {least} to {greatest}", count.n);
        }
        // The rest of a total tells as much as the row.
        for row in table.rows.iter().filter(|_| table.overlaps) {
            let rest = table.total.n - row.count.n.min(table.total.n);
            let both = [&table.total.key, &row.count.key].map(|count| printed.get(&key(count, table.period)));
            if let [Some(total), Some(row)] = both {
                prop_assert!(rest == 0 || total - row >= threshold.count());
            }
        }
    }
    Ok(())
}

/// Protects an edition behind earlier ones; gives what is printed and what has to be remembered.
fn publish(tables: &[Table], earlier: &[Edition], threshold: Threshold) -> Option<(Printed, Edition)> {
    let own = alone(tables);
    let joined = behind(&own, earlier);
    assert!(joined.holds(), "the numbers agree with each other and with those before");
    let status = protect(&joined, threshold).ok()?.status;
    let find = |name: &str| joined.find(name).map_or(Status::NotPrinted, |at| status[at]);
    let printed = names(tables).filter(|name| find(name) == Status::Printed);
    let true_numbers = truth(tables);
    let printed = printed.map(|name| (name.clone(), true_numbers[&name])).collect();
    Some((printed, Edition::of(&own, find, Some(threshold))))
}

fn both_hold(
    (first, seen_first): (&[Table], &Printed),
    (second, seen_second): (&[Table], &Printed),
    threshold: Threshold,
) -> Result<(), TestCaseError> {
    let adversary = Adversary::comparing(first, second);
    let mark = |seen: &Printed, edition: &str| {
        seen.iter().map(|(name, n)| (format!("{edition}{name}"), *n)).collect::<Printed>()
    };
    let mut seen = mark(seen_first, "1:");
    seen.extend(mark(seen_second, "2:"));
    let (before, after) = (truth(first), truth(second));
    let wide = threshold.count() as f64;
    for (edition, numbers) in [("1:", &before), ("2:", &after)] {
        for (name, n) in numbers {
            let name = format!("{edition}{name}");
            if seen.contains_key(&name) {
                continue;
            }
            let (least, greatest) = adversary.bounds(&seen, &name);
            if *n > 0 && *n < threshold.count() {
                prop_assert!(least < 0.5 && greatest > wide - 0.5, "{name} = {n}: {least} to {greatest}");
            }
            prop_assert!(greatest - least > wide - 0.5, "{name} = {n}: {least} to {greatest}");
        }
    }
    for (name, n) in &before {
        let both = (seen.get(&format!("1:{name}")), seen.get(&format!("2:{name}")));
        if let (Some(_), Some(now)) = both {
            let change = (now - n).abs();
            prop_assert!(change == 0 || change >= threshold.count(), "{name}: {n}, later {now}");
        }
    }
    Ok(())
}

fn quarters(most: u64) -> impl Strategy<Value = Vec<Vec<u64>>> {
    // Zeros, tiny and larger counts, in quarters that are empty now and then.
    let count = prop_oneof![3 => Just(0), 4 => 0..6_u64, 3 => 0..most];
    proptest::collection::vec(proptest::collection::vec(count, 5), 4)
}

fn overlapping() -> impl Strategy<Value = Vec<Vec<u64>>> {
    proptest::collection::vec(proptest::collection::vec(0u64..=100, 4), 4)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if cfg!(debug_assertions) { 150 } else { 4000 }))]

    #[test]
    fn no_subtraction_over_all_tables_and_periods_gives_a_hidden_count_back(
        a in quarters(40),
        split in proptest::collection::vec(0u64..=100, 4),
        n in overlapping(),
        threshold in 5u16..12,
    ) {
        let threshold = Threshold::new(threshold).expect("a threshold");
        let tables = lattice(&a, &split, &n);
        let system = alone(&tables);
        prop_assert!(system.holds(), "the numbers agree with each other");
        let protection = protect(&system, threshold).expect("nothing was published before");
        let seen = printed(&system, &protection.status, names(&tables));
        holds(&tables, &seen, threshold)?;
    }

    #[test]
    fn what_changed_since_an_earlier_edition_gives_nobody_away(
        a in quarters(30),
        more in proptest::collection::vec(prop_oneof![6 => Just(0), 3 => 0..5_u64, 1 => 0..20_u64], 20),
        threshold in 5u16..8,
    ) {
        let threshold = Threshold::new(threshold).expect("a threshold");
        let single = |a: &[Vec<u64>]| {
            let totals: Vec<u64> = a.iter().map(|quarter| quarter.iter().sum()).collect();
            with_quarters(&A, a, &totals, false)
        };
        let first = single(&a);
        let mut later = a.clone();
        for (at, n) in more.iter().enumerate() {
            later[at / 5][at % 5] += n;
        }
        let second = single(&later);
        let (seen_first, edition) = publish(&first, &[], threshold).expect("nothing was published before");
        // Where no table can be printed that keeps the promise, none is.
        if let Some((seen_second, _)) = publish(&second, &[edition], threshold) {
            both_hold((&first, &seen_first), (&second, &seen_second), threshold)?;
        }
    }

    #[test]
    fn a_quarter_that_was_published_first_is_not_given_back_by_its_year(a in quarters(30), threshold in 5u16..8) {
        let threshold = Threshold::new(threshold).expect("a threshold");
        let totals: Vec<u64> = a.iter().map(|quarter| quarter.iter().sum()).collect();
        let year = with_quarters(&A, &a, &totals, false);
        let (seen, edition) = publish(&year[1..2], &[], threshold).expect("nothing was published before");
        let (later, _) = publish(&year, &[edition], threshold).expect("the year can always be hidden");
        let again: Printed = later.iter().filter(|(name, _)| name.ends_with("Q1")).map(|(k, n)| (k.clone(), *n)).collect();
        prop_assert_eq!(&again, &seen, "what was printed stays, what was hidden stays hidden");
        holds(&year, &later, threshold)?;
    }
}

/// Eight in each cell of each quarter.
fn even() -> Vec<Vec<u64>> {
    vec![vec![8; 5]; 4]
}

fn one_table(a: &[Vec<u64>]) -> Vec<Table> {
    let totals: Vec<u64> = a.iter().map(|quarter| quarter.iter().sum()).collect();
    with_quarters(&A, a, &totals, false)
}

#[test]
fn one_late_record_cannot_be_seen_by_laying_two_editions_side_by_side() {
    let threshold = Threshold::default();
    let first = one_table(&even());
    let (seen, edition) = publish(&first, &[], threshold).expect("nothing was published before");
    assert_eq!(seen.len(), truth(&first).len(), "nothing is small: everything is printed");
    let mut later = even();
    later[1][2] += 1;
    let (seen, _) =
        publish(&one_table(&later), std::slice::from_ref(&edition), threshold).expect("it can be hidden");
    for name in ["all@2020", "all@2020-Q2", "a/x@2020", "a/x@2020-Q2"] {
        assert!(!seen.contains_key(name), "{name} less what stood there would be one person");
    }
    assert_eq!(seen.get("a/v@2020"), Some(&32), "what did not change is printed as before");
    // Enough of them at once may be seen.
    later[1][2] += 6;
    let (seen, _) = publish(&one_table(&later), &[edition], threshold).expect("nothing is small");
    assert_eq!(seen.get("a/x@2020-Q2"), Some(&15));
}

#[test]
fn a_quarter_with_one_person_takes_no_more_than_it_must() {
    let mut counts = even();
    counts[0] = vec![1, 9, 12, 7, 30];
    let tables = one_table(&counts);
    let (seen, _) = publish(&tables, &[], Threshold::default()).expect("nothing was published before");
    assert!(!seen.contains_key("a/v@2020-Q1"));
    let hidden = truth(&tables).len() - seen.len();
    assert!(hidden <= 6, "one in its row, one in its column and what closes the square: {hidden}");
    assert!(seen.contains_key("all@2020") && seen.contains_key("all@2020-Q1"), "totals stay where they can");
}
