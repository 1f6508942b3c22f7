//! `ariane rank`.

use super::answer_lines;
use crate::args::Rank;
use crate::configuration::DataDir;
use anyhow::{Context, Result, ensure};
use ariane_knowledge::formats::{hpo, phenopacket};
use ariane_knowledge::phenotype::Phenotypes;
use ariane_knowledge::starter;
use ariane_orientation::routing::RuleTable;
use ariane_ranking::answer::RankedNetwork;
use ariane_ranking::movement::{self, Movement};
use ariane_ranking::{Ranker, Ranking, Remark, Request, Sex};
use serde::Serialize;
use serde_json::Value;
use std::process::ExitCode;

/// The largest phenopacket file that is read, in bytes.
const FILE_LIMIT: u64 = phenopacket::BYTE_LIMIT as u64;

#[derive(Serialize)]
struct Answer {
    id: Value,
    disorders: Vec<Disorder>,
    ern: Vec<Network>,
    fsmr: Vec<Network>,
    /// Why the order is not to be relied on; null where it is.
    abstain: Option<&'static str>,
    /// Calibrated probability that the right disorder is among the first ten.
    among_ten: f32,
    /// What was mapped or left out of the request.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    remarks: Vec<String>,
    /// What changed since an earlier release, where that was asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    since: Option<Movement>,
}

#[derive(Serialize)]
struct Disorder {
    orpha: Vec<String>,
    omim: Vec<String>,
    name: String,
    probability: f32,
}

#[derive(Serialize)]
struct Network {
    id: String,
    probability: f32,
}

#[derive(Serialize)]
struct Failure {
    id: Value,
    error: String,
}

/// Ranks the requests of standard input, one line each.
pub fn run(data: &DataDir, options: &Rank) -> Result<ExitCode> {
    let phenotypes = data.reference().load_phenotypes().context("the reference data cannot be read")?;
    ensure!(
        !phenotypes.is_empty(),
        "nothing to rank with: import the HPO files first (`ariane reference import --help`)"
    );
    let catalogue = data.reference().load().context("the reference data cannot be read")?;
    let rules = RuleTable::new(starter::routing::rules());
    let ranker = Ranker::new(&phenotypes, &catalogue, &rules);
    let earlier = match &options.since {
        Some(id) => {
            let phenotypes = data.reference().load_phenotypes_of(id)?;
            ensure!(!phenotypes.is_empty(), "release {id} holds nothing to rank with");
            let ranker = Ranker::new(&phenotypes, &data.reference().load_of(id)?, &rules);
            Some((phenotypes, ranker))
        }
        None => None,
    };
    let mut number = 0_u64;
    answer_lines(|line| {
        number += 1;
        let answered = request(line, number).and_then(|(id, mut request)| {
            request.without = request.without.or_else(|| options.exclude_source.clone());
            match ranker.rank(&phenotypes, &request, options.limit) {
                Ok(ranking) => {
                    let since = earlier.as_ref().and_then(|(old, ranker)| {
                        let before = ranker.rank(old, &request, options.limit.max(10)).ok()?;
                        Some(movement::between((old, &before), (&phenotypes, &ranking), options.bound))
                    });
                    Ok(Answer { since, ..answer(&phenotypes, id, ranking) })
                }
                Err(refusal) => Err(Failure { id, error: refusal.to_string() }),
            }
        });
        match answered {
            Ok(answer) if options.json => Ok(serde_json::to_string(&answer)?),
            Ok(answer) => Ok(plain(&answer)),
            Err(failure) if options.json => Ok(serde_json::to_string(&failure)?),
            Err(failure) => Ok(format!("{}: {}", failure.id, failure.error)),
        }
    })
}

/// A line is a request, a phenopacket, or the path of one.
fn request(line: &str, number: u64) -> Result<(Value, Request), Failure> {
    let fail = |id: Value, error: String| Failure { id, error };
    let line = line.trim_start_matches('\u{feff}').trim();
    if !line.starts_with('{') {
        let path = std::path::Path::new(line);
        let size = std::fs::metadata(path).map_err(|e| fail(line.into(), e.to_string()))?.len();
        if size > FILE_LIMIT {
            return Err(fail(line.into(), format!("{size} bytes; at most {FILE_LIMIT} are read")));
        }
        let bytes = std::fs::read(path).map_err(|e| fail(line.into(), e.to_string()))?;
        return of_phenopacket(&bytes, line.into());
    }
    let value: Value =
        serde_json::from_str(line).map_err(|e| fail(number.into(), format!("not readable as JSON: {e}")))?;
    let id = value.get("id").filter(|v| v.is_string() || v.is_number()).cloned();
    let id = id.unwrap_or_else(|| number.into());
    if value.get("phenotypicFeatures").is_some() {
        return of_phenopacket(line.as_bytes(), id);
    }
    let signs = |key: &str| -> Result<Vec<u32>, Failure> {
        let Some(list) = value.get(key).filter(|v| !v.is_null()) else { return Ok(Vec::new()) };
        let list = list.as_array().ok_or_else(|| fail(id.clone(), format!("`{key}` is no list")))?;
        list.iter()
            .map(|item| {
                item.as_str().and_then(hpo::number).ok_or_else(|| {
                    fail(id.clone(), format!("`{key}`: {item} is no HPO id like \"HP:0001250\""))
                })
            })
            .collect()
    };
    let age = match value.get("age") {
        None | Some(Value::Null) => None,
        Some(Value::Number(years)) => years.as_f64().map(|y| y as f32),
        Some(Value::String(text)) if text.trim().is_empty() => None,
        Some(Value::String(text)) => Some(phenopacket::years(text).ok_or_else(|| {
            fail(id.clone(), format!("`age`: `{text}` is neither years nor a duration like P3Y6M"))
        })?),
        Some(other) => return Err(fail(id, format!("`age`: {other} is neither years nor a duration"))),
    };
    let sex = value.get("sex").and_then(Value::as_str).map(str::to_ascii_uppercase);
    let request = Request {
        observed: signs("observed")?,
        excluded: signs("excluded")?,
        sex: match sex.as_deref() {
            Some("MALE" | "M") => Some(Sex::Male),
            Some("FEMALE" | "F") => Some(Sex::Female),
            _ => None,
        },
        age,
        without: value.get("source").and_then(Value::as_str).map(str::to_owned),
    };
    Ok((id, request))
}

fn of_phenopacket(bytes: &[u8], id: Value) -> Result<(Value, Request), Failure> {
    let read = phenopacket::read(bytes).map_err(|e| Failure { id: id.clone(), error: e.to_string() })?;
    let id = if read.id.is_empty() { id } else { read.id.clone().into() };
    let request = Request {
        observed: read.observed,
        excluded: read.excluded,
        sex: read.sex,
        age: read.age_years,
        without: None,
    };
    Ok((id, request))
}

fn answer(phenotypes: &Phenotypes, id: Value, ranking: Ranking) -> Answer {
    let networks = |list: Vec<RankedNetwork>| {
        list.into_iter().map(|n| Network { id: n.id, probability: rounded(n.probability) }).collect()
    };
    let disorders = ranking
        .disorders
        .iter()
        .filter_map(|ranked| {
            let disorder = phenotypes.disorders.get(usize::from(ranked.disorder))?;
            Some(Disorder {
                orpha: disorder.orpha.iter().map(|c| format!("ORPHA:{c}")).collect(),
                omim: disorder.omim.iter().map(|c| format!("OMIM:{c}")).collect(),
                name: disorder.name.to_string(),
                probability: rounded(ranked.probability),
            })
        })
        .collect();
    Answer {
        id,
        disorders,
        ern: networks(ranking.ern),
        fsmr: networks(ranking.fsmr),
        abstain: ranking.abstain.map(|a| a.word()),
        among_ten: rounded(ranking.among_ten),
        remarks: ranking.remarks.iter().map(remark).collect(),
        since: None,
    }
}

fn remark(remark: &Remark) -> String {
    let hp = ariane_knowledge::phenotype::ontology::code;
    match remark {
        Remark::Replaced { from, to } => format!("{} was replaced by {}", hp(*from), hp(*to)),
        Remark::Retired { id, consider } => {
            let consider: Vec<String> = consider.iter().map(|c| hp(*c)).collect();
            format!("{} is retired and was left out; see {}", hp(*id), consider.join(", "))
        }
        Remark::NotASign { id } => format!("{} is no sign and was left out", hp(*id)),
        Remark::Unknown { id } => format!("{} is unknown and was left out", hp(*id)),
        Remark::Contradiction { observed, excluded } => {
            format!("{} is observed, so that excluding {} was left out", hp(*observed), hp(*excluded))
        }
    }
}

fn rounded(probability: f32) -> f32 {
    (probability * 1e5).round() / 1e5
}

fn plain(answer: &Answer) -> String {
    let list = |networks: &[Network]| {
        let named: Vec<String> =
            networks.iter().take(3).map(|n| format!("{} {:.0} %", n.id, n.probability * 100.0)).collect();
        named.join(", ")
    };
    let mut lines = vec![format!("{}\t{}\t{}", answer.id, list(&answer.ern), list(&answer.fsmr))];
    for disorder in &answer.disorders {
        let codes: Vec<&str> = disorder.orpha.iter().chain(&disorder.omim).map(String::as_str).collect();
        lines.push(format!(
            "  {:5.1} %  {}  {}",
            disorder.probability * 100.0,
            codes.join(" "),
            disorder.name
        ));
    }
    if let Some(movement) = answer.since.as_ref().filter(|m| m.moved) {
        if let Some((old, new)) = &movement.first_network {
            lines.push(format!("  moved: {old} stood first, now {new}"));
        }
        lines.extend(
            movement.newcomers.iter().map(|(n, p)| format!("  new among ten: {n} {:.0} %", p * 100.0)),
        );
    }
    lines.extend(answer.remarks.iter().map(|r| format!("  {r}")));
    lines.join("\n")
}
