//! The rule table against its test cases, and the rules of its application.

use ariane_domain::OrphaCode;
use ariane_knowledge::catalogue::Catalogue;
use ariane_knowledge::reference::starter_catalogue;
use ariane_knowledge::starter::routing::{RuleRow, cases, parse, rules};
use ariane_orientation::routing::{Fate, MOST_PER_FIELD, RuleTable};

fn table(rows: &str) -> RuleTable {
    let csv = format!("group,network,precedence,note,source,checked,status\n{rows}");
    let rows: Vec<RuleRow> = parse(csv.as_bytes()).unwrap_or_else(|e| panic!("{e:?}"));
    RuleTable::new(rows)
}

/// A disorder of the starter set with one of its parents and a grandparent.
fn family(catalogue: &Catalogue) -> (OrphaCode, OrphaCode) {
    let entity = catalogue.entity(OrphaCode(586)).expect("cystic fibrosis");
    let parent = entity.parents.first().map(|p| catalogue.entities()[*p as usize].code).expect("a parent");
    (entity.code, parent)
}

fn networks(table: &RuleTable, catalogue: &Catalogue, code: OrphaCode) -> Vec<String> {
    table.route(catalogue, code).ern.into_iter().map(|r| r.network).collect()
}

#[test]
fn the_test_cases_within_the_starter_set_come_out() {
    let catalogue = starter_catalogue();
    let table = RuleTable::new(rules());
    let mut looked_at = 0;
    for case in cases() {
        if catalogue.entity(case.code).is_none() {
            continue;
        }
        let route = table.route(&catalogue, case.code);
        for (wanted, got) in [(&case.ern, &route.ern), (&case.fsmr, &route.fsmr)] {
            if !wanted.is_empty() {
                looked_at += 1;
                let first = got.first().map(|r| r.network.as_str()).unwrap_or("none");
                assert!(
                    wanted.iter().any(|w| w == first),
                    "{} {}: {first}, wanted {wanted:?}",
                    case.code,
                    case.name
                );
            }
        }
    }
    assert!(looked_at > 200, "{looked_at}");
}

#[test]
fn the_more_specific_rule_wins_over_the_general_one() {
    let catalogue = starter_catalogue();
    let (code, parent) = family(&catalogue);
    let both = table(&format!("{},ern-skin,50,,x,,\n{},ern-lung,50,,x,,\n", parent.0, code.0));
    assert_eq!(networks(&both, &catalogue, code), ["ern-lung"]);
    let route = both.route(&catalogue, code);
    assert!(route.considered.iter().any(|c| c.network == "ern-skin" && c.fate == Fate::LessSpecific));
}

#[test]
fn precedence_wins_over_specificity() {
    let catalogue = starter_catalogue();
    let (code, parent) = family(&catalogue);
    let both = table(&format!("{},ern-skin,80,,x,,\n{},ern-lung,50,,x,,\n", parent.0, code.0));
    assert_eq!(networks(&both, &catalogue, code), ["ern-skin"]);
}

#[test]
fn an_explicit_none_stops_what_lies_above() {
    let catalogue = starter_catalogue();
    let (code, parent) = family(&catalogue);
    let none = table(&format!("{},ern-skin,50,,x,,\n{},none-ern,50,,x,,\n", parent.0, code.0));
    assert!(networks(&none, &catalogue, code).is_empty());
}

#[test]
fn at_most_two_networks_of_a_field_are_named() {
    let catalogue = starter_catalogue();
    let (code, _) = family(&catalogue);
    let three = table(&format!("{0},ern-skin,50,,x,,\n{0},ern-lung,50,,x,,\n{0},ern-eye,50,,x,,\n", code.0));
    assert_eq!(networks(&three, &catalogue, code).len(), MOST_PER_FIELD);
}

#[test]
fn an_unknown_code_has_no_network() {
    let catalogue = starter_catalogue();
    assert!(networks(&RuleTable::new(rules()), &catalogue, OrphaCode(4_000_000)).is_empty());
}

#[test]
fn a_broken_rule_table_is_refused_line_by_line() {
    let csv = "group,network,precedence,note,source,checked,status\nx,ern-lung,50,,s,,\n586,lungs,50,,s,,\n586,ern-lung,500,,s,,\n";
    let errors = parse(csv.as_bytes()).expect_err("broken");
    assert_eq!(
        errors.iter().map(|e| (e.line, e.column.as_str())).collect::<Vec<_>>(),
        [(2, "group"), (3, "network"), (4, "precedence")]
    );
}
