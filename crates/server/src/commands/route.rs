//! `ariane route`.

use super::answer_lines;
use crate::args::Route as Options;
use crate::configuration::DataDir;
use crate::knowledge_base::{Finder, finder};
use anyhow::{Result, bail};
use ariane_domain::OrphaCode;
use ariane_knowledge::directory::Directory;
use ariane_knowledge::search::Query;
use ariane_knowledge::starter::routing;
use ariane_orientation::routing::{Field, Routed, RuleTable, coverage};
use serde::Serialize;
use std::process::ExitCode;

#[derive(Serialize)]
struct Answer<'a> {
    query: &'a str,
    code: Option<String>,
    name: Option<&'a str>,
    ern: Vec<Network<'a>>,
    fsmr: Vec<Network<'a>>,
    /// Said where no network covers the disorder: the national hub decides.
    #[serde(skip_serializing_if = "Option::is_none")]
    none: Option<&'static str>,
}

#[derive(Serialize)]
struct Network<'a> {
    id: &'a str,
    name: &'a str,
    rule: Rule<'a>,
}

#[derive(Serialize)]
struct Rule<'a> {
    line: u64,
    group: String,
    group_name: &'a str,
    precedence: u8,
    distance: u32,
}

pub fn run(data: &DataDir, options: &Options) -> Result<ExitCode> {
    let mut finder = finder(data)?;
    if let Some(path) = &options.rules {
        match routing::parse(&std::fs::read(path)?) {
            Ok(rules) => finder.rules = RuleTable::new(rules),
            Err(errors) => {
                let lines: Vec<String> = errors.iter().map(|e| format!("{}: {e}", path.display())).collect();
                bail!("{}", lines.join("\n"));
            }
        }
    }
    if options.coverage {
        return report(&finder);
    }
    let directory = Directory::starter();
    answer_lines(|line| {
        let code = resolve(&finder, line, options);
        let answer = answer(&finder, &directory, line, code, options);
        if options.json {
            return Ok(serde_json::to_string(&answer)?);
        }
        let ids = |n: &[Network<'_>]| n.iter().map(|n| n.id.to_owned()).collect::<Vec<_>>().join(" ");
        Ok(format!(
            "{line}\t{}\t{}\t{}",
            answer.code.clone().unwrap_or_default(),
            ids(&answer.ern),
            ids(&answer.fsmr)
        ))
    })
}

/// A code as it stands, else the best answer to the words.
fn resolve(finder: &Finder, line: &str, options: &Options) -> Option<OrphaCode> {
    let known = |code| finder.catalogue.current(code).or_else(|| finder.catalogue.entity(code));
    if let Some(entity) = line.parse::<OrphaCode>().ok().and_then(known) {
        return Some(entity.code);
    }
    let query = Query { text: line, language: options.lang, limit: 1, typing: false };
    finder.index.search(&finder.catalogue, query).first().map(|h| h.code)
}

fn answer<'a>(
    finder: &'a Finder,
    directory: &'a Directory,
    line: &'a str,
    code: Option<OrphaCode>,
    options: &Options,
) -> Answer<'a> {
    let route = code.map(|c| finder.rules.route(&finder.catalogue, c)).unwrap_or_default();
    let network = |routed: &Routed| {
        let id = directory.get(&routed.network)?;
        let group = finder.catalogue.entity(routed.group)?;
        Some(Network {
            id: &id.id,
            name: id.shown_name(),
            rule: Rule {
                line: routed.line,
                group: routed.group.to_string(),
                group_name: finder.catalogue.name(group, options.lang).1,
                precedence: routed.precedence,
                distance: routed.distance,
            },
        })
    };
    let entity = code.and_then(|c| finder.catalogue.entity(c));
    Answer {
        query: line,
        code: code.map(|c| c.to_string()),
        name: entity.map(|e| finder.catalogue.name(e, options.lang).1),
        ern: route.ern.iter().filter_map(network).collect(),
        fsmr: route.fsmr.iter().filter_map(network).collect(),
        none: match code {
            None => Some("nothing of that name or code is known"),
            Some(_) if entity.is_some_and(|e| e.is_unclassified()) => {
                Some("only the name is known: import the nomenclature to route it")
            }
            Some(_) if route.ern.is_empty() => Some("no network covers this: the national hub decides"),
            Some(_) => None,
        },
    }
}

fn report(finder: &Finder) -> Result<ExitCode> {
    let c = coverage(&finder.catalogue, &finder.rules);
    let share = |n: usize| 100.0 * n as f64 / c.active.max(1) as f64;
    println!("active entities               {}", c.active);
    println!("reach an ERN                  {} ({:.1} %; target 90 %)", c.with_ern, share(c.with_ern));
    println!("ERNs per entity that has one  {:.2} (target at most 2)", c.mean_erns);
    println!("no ERN: the hub decides       {}", c.active - c.with_ern);
    println!("reach an FSMR                 {} ({:.1} %)", c.with_fsmr, share(c.with_fsmr));
    println!("FSMRs per entity that has one {:.2}", c.mean_fsmrs);
    for (field, name) in [(Field::Ern, "ERN"), (Field::Fsmr, "FSMR")] {
        let (mut first, mut any, mut all) = (0, 0, 0);
        for case in routing::cases() {
            let wanted = if field == Field::Ern { &case.ern } else { &case.fsmr };
            if wanted.is_empty() || finder.catalogue.entity(case.code).is_none() {
                continue;
            }
            let route = finder.rules.route(&finder.catalogue, case.code);
            let got: Vec<&str> = route.of(field).iter().map(|r| r.network.as_str()).collect();
            all += 1;
            let right = got.first().is_some_and(|g| wanted.iter().any(|w| w == g));
            first += usize::from(right);
            any += usize::from(got.iter().any(|g| wanted.iter().any(|w| w == g)));
            if !right {
                println!("  {name} {} {}: named {:?}, wanted {:?}", case.code, case.name, got, wanted);
            }
        }
        println!("{name} test cases: right one first {first} of {all}, among those named {any}");
    }
    Ok(ExitCode::SUCCESS)
}
