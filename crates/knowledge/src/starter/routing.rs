//! The rule table from ORPHA groups to networks, and its test cases. Data, read here; the rule that
//! applies it is in the crate `ariane-orientation`.

use super::table::{Row, TableError, own, read};
use ariane_domain::OrphaCode;
use ariane_domain::organisation::Provenance;

/// One line of the rule table.
#[derive(Debug, Clone)]
pub struct RuleRow {
    /// Line in the file, shown where the rule fired.
    pub line: u64,
    /// The group, or single disorder, to which the rule applies.
    pub group: OrphaCode,
    /// Network id, or `none-ern` / `none-fsmr`.
    pub network: String,
    /// 0 to 100, higher wins.
    pub precedence: u8,
    /// Label and reason.
    pub note: String,
    /// Source.
    pub provenance: Provenance,
}

/// The columns that a rule table must have.
pub const COLUMNS: [&str; 7] = ["group", "network", "precedence", "note", "source", "checked", "status"];

/// Reads a rule table; gives every row, or every error.
pub fn parse(bytes: &[u8]) -> Result<Vec<RuleRow>, Vec<TableError>> {
    let rows = read(bytes, &COLUMNS)?;
    let (good, bad): (Vec<_>, Vec<_>) = rows.iter().map(rule).partition(Result::is_ok);
    if bad.is_empty() {
        Ok(good.into_iter().flatten().collect())
    } else {
        Err(bad.into_iter().filter_map(Result::err).collect())
    }
}

fn rule(row: &Row) -> Result<RuleRow, TableError> {
    let precedence: u8 = row.parsed("precedence", "a number from 0 to 100")?.unwrap_or(50);
    if precedence > 100 {
        return Err(row.error("precedence", "a number from 0 to 100 is expected"));
    }
    let network = row.required("network")?;
    if !["ern-", "fsmr-"].iter().any(|p| network.starts_with(p))
        && !matches!(network, "none-ern" | "none-fsmr")
    {
        return Err(row.error("network", "a network id, none-ern or none-fsmr is expected"));
    }
    Ok(RuleRow {
        line: row.line,
        group: row.required("group")?.parse().map_err(|e| row.error("group", format!("{e}")))?,
        network: network.to_owned(),
        precedence,
        note: row.get("note").to_owned(),
        provenance: row.provenance()?,
    })
}

/// The rule table that comes with the program.
pub fn rules() -> Vec<RuleRow> {
    parse(&super::file("routing_rules.csv")).unwrap_or_default()
}

/// A disorder with the networks that a specialist would name, best first.
#[derive(Debug, Clone)]
pub struct RoutingCase {
    /// The disorder.
    pub code: OrphaCode,
    /// Its name, for the reader of the file.
    pub name: String,
    /// Acceptable ERNs.
    pub ern: Vec<String>,
    /// Acceptable FSMRs.
    pub fsmr: Vec<String>,
    /// Where the assignment comes from.
    pub source: String,
}

/// The test cases that come with the program.
pub fn cases() -> Vec<RoutingCase> {
    let list = |text: &str| text.split_whitespace().map(str::to_owned).collect();
    own("routing_cases.csv")
        .iter()
        .filter_map(|row| {
            Some(RoutingCase {
                code: row.get("orpha").parse().ok()?,
                name: row.get("name").to_owned(),
                ern: list(row.get("ern")),
                fsmr: list(row.get("fsmr")),
                source: row.get("source").to_owned(),
            })
        })
        .collect()
}
