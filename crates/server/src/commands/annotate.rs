//! `ariane annotate`.

use super::answer_lines;
use crate::args::Annotate;
use crate::configuration::DataDir;
use anyhow::{Context, Result};
use ariane_domain::Language;
use ariane_knowledge::phenotype::ontology::Ontology;
use ariane_knowledge::starter::sign_words;
use ariane_signs::{FoundSign, SignReader, Status};
use serde::Serialize;
use std::process::ExitCode;

#[derive(Serialize)]
struct Answer<'a> {
    id: serde_json::Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    signs: Option<Vec<SignLine<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
}

#[derive(Serialize)]
struct SignLine<'a> {
    hpo: String,
    label: &'a str,
    start: usize,
    end: usize,
    status: Status,
    score: f32,
}

/// Reads the texts of standard input, one line each.
pub fn run(data: &DataDir, options: &Annotate) -> Result<ExitCode> {
    let phenotypes = data.reference().load_phenotypes().context("the reference data cannot be read")?;
    let ontology = &phenotypes.ontology;
    anyhow::ensure!(
        !ontology.is_empty(),
        "no signs are known: import the HPO files first (`ariane reference import --help`)"
    );
    let reader = SignReader::new(ontology, &sign_words::all());
    let mut number = 0_u64;
    answer_lines(|line| {
        number += 1;
        let answer = answer(&reader, ontology, line, number, options.lang);
        if options.json {
            return Ok(serde_json::to_string(&answer)?);
        }
        let lines = answer.signs.iter().flatten().map(|s| {
            let status = serde_json::to_value(s.status).ok().and_then(|v| v.as_str().map(str::to_owned));
            format!("{}\t{}\t{}\t{}..{}", s.hpo, s.label, status.unwrap_or_default(), s.start, s.end)
        });
        let text: Vec<String> = answer.error.clone().into_iter().chain(lines).collect();
        Ok(if text.is_empty() { format!("{}: no sign", answer.id) } else { text.join("\n") })
    })
}

/// A line is `{"id","text"}`, or plain text, which gets its number as id.
fn answer<'a>(
    reader: &SignReader,
    ontology: &'a Ontology,
    line: &str,
    number: u64,
    language: Language,
) -> Answer<'a> {
    let fail = |id, error: String| Answer { id, signs: None, error: Some(error) };
    let trimmed = line.trim_start_matches('\u{feff}').trim();
    let (id, text) = if trimmed.starts_with('{') {
        let value: serde_json::Value = match serde_json::from_str(trimmed) {
            Ok(value) => value,
            Err(error) => return fail(number.into(), format!("not readable as JSON: {error}")),
        };
        let id = value.get("id").filter(|v| v.is_string() || v.is_number()).cloned();
        let id = id.unwrap_or_else(|| number.into());
        match value.get("text").and_then(|t| t.as_str()) {
            Some(text) => (id, text.to_owned()),
            None => return fail(id, "`text` is missing or no string".into()),
        }
    } else {
        (number.into(), line.to_owned())
    };
    match reader.read(&text, language) {
        Ok(reading) => {
            let signs = reading.signs.iter().filter_map(|s| sign_line(ontology, s, language)).collect();
            Answer { id, signs: Some(signs), error: None }
        }
        Err(error) => fail(id, error.to_string()),
    }
}

fn sign_line<'a>(ontology: &'a Ontology, sign: &FoundSign, language: Language) -> Option<SignLine<'a>> {
    let term = ontology.term(sign.term)?;
    Some(SignLine {
        hpo: term.code(),
        label: term.label(language).1,
        start: sign.start,
        end: sign.end,
        status: sign.status,
        score: (sign.score * 1000.0).round() / 1000.0,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use ariane_knowledge::formats::hpo;

    fn ontology() -> Ontology {
        let obo = "[Term]\nid: HP:0000001\nname: All\n\n[Term]\nid: HP:0000118\nname: Phenotypic abnormality\nis_a: HP:0000001\n\n\
            [Term]\nid: HP:0001250\nname: Seizure\nis_a: HP:0000118\n";
        Ontology::new(
            hpo::read(obo.as_bytes()).expect("readable"),
            &[(Language::Fr, 1250, "Crise épileptique".into(), true)],
        )
    }

    #[test]
    fn json_plain_text_and_broken_lines_are_answered() {
        let ontology = ontology();
        let reader = SignReader::new(&ontology, &[]);
        let ask = |line: &str| {
            serde_json::to_value(answer(&reader, &ontology, line, 7, Language::Fr)).expect("json")
        };
        let good = ask(r#"{"id":"a","text":"Pas de crise épileptique."}"#);
        assert_eq!((&good["id"], &good["signs"][0]["status"]), (&"a".into(), &"excluded".into()));
        assert_eq!((&good["signs"][0]["start"], &good["signs"][0]["end"]), (&7.into(), &24.into()));
        assert_eq!(good["signs"][0]["label"], "Crise épileptique");
        assert_eq!(ask("crise épileptique")["signs"][0]["hpo"], "HP:0001250");
        assert!(ask("{broken")["error"].is_string());
        assert!(ask(r#"{"id":1,"text":3}"#)["error"].is_string());
        let long = ask(&format!(r#"{{"id":"l","text":"{}"}}"#, "a ".repeat(15_000)));
        assert_eq!(long["id"], "l");
        assert!(long["error"].as_str().is_some_and(|e| e.contains("20000")));
        assert_eq!(ask("")["signs"].as_array().map(Vec::len), Some(0));
    }
}
