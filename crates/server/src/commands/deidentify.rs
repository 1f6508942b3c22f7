//! `ariane deidentify`: what comes out is pseudonymised, never anonymous.

use super::answer_lines;
use crate::args::Deidentify;
use crate::configuration::DataDir;
use anyhow::{Context, Result};
use ariane_deidentify::files::{self, Cleaned, FileKind, Held, Options, RemovedPart};
use ariane_deidentify::{About, Examination, Finding, Known, Reader};
use ariane_privacy::random;
use serde::Serialize;
use std::collections::HashSet;
use std::io::Read;
use std::path::Path;
use std::process::ExitCode;

/// A secret for UIDs shorter than this could be guessed.
const SHORTEST_KEY: usize = 16;

#[derive(Serialize)]
struct TextAnswer {
    id: serde_json::Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    findings: Option<Vec<FindingLine>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
}

#[derive(Serialize)]
struct FindingLine {
    original: String,
    #[serde(flatten)]
    finding: Finding,
}

#[derive(Serialize)]
struct FileAnswer<'a> {
    file: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<FileKind>,
    #[serde(skip_serializing_if = "Option::is_none")]
    written: Option<String>,
    #[serde(skip_serializing_if = "<[Held]>::is_empty")]
    held: &'a [Held],
    #[serde(skip_serializing_if = "<[RemovedPart]>::is_empty")]
    removed: &'a [RemovedPart],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    in_text: Vec<FindingLine>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
}

/// Texts of standard input, or files.
pub fn run(data: &DataDir, options: &Deidentify) -> Result<ExitCode> {
    let known = match &options.known {
        Some(path) => read_known(path)?,
        None => Known::default(),
    };
    let words = clinical_words(data)?;
    let clinical = |word: &str| words.contains(word);
    let reader = Reader::new();
    let about = About {
        places: !options.keep_places,
        numbered: options.numbered,
        clinical: Some(&clinical),
        ..About::new(options.lang, &known)
    };
    match &options.out {
        Some(out) if !options.files.is_empty() => clean_files(&reader, about, options, out),
        _ => {
            let mut number = 0_u64;
            answer_lines(|line| {
                number += 1;
                Ok(serde_json::to_string(&answer(&reader, &about, line, number))?)
            })
        }
    }
}

fn read_known(path: &Path) -> Result<Known> {
    let text = std::fs::read_to_string(path).context("the file of known identities cannot be read")?;
    // The message of the parser would quote what the file holds.
    serde_json::from_str(&text).map_err(|error| {
        anyhow::anyhow!(
            "the file of known identities is not understood (line {}, column {})",
            error.line(),
            error.column()
        )
    })
}

/// Words of the imported names of disorders and signs that are written small there: no name of a person is.
fn clinical_words(data: &DataDir) -> Result<HashSet<String>> {
    let reference = data.reference();
    let catalogue = reference.load().context("the reference data cannot be read")?;
    let phenotypes = reference.load_phenotypes().context("the reference data cannot be read")?;
    let signs =
        phenotypes.ontology.terms().iter().flat_map(|term| {
            std::iter::once(&*term.name).chain(term.labels.iter().map(|(_, label)| &**label))
        });
    let names = catalogue.names().iter().map(|name| &*name.text);
    Ok(names
        .chain(signs)
        .flat_map(|text| text.split(|c: char| !c.is_alphabetic()))
        .filter(|word| word.chars().count() > 3 && word.chars().all(char::is_lowercase))
        .map(ariane_deidentify::fold::fold)
        .collect())
}

/// A line is `{"id","text"}`, or plain text, which gets its number as id.
fn answer(reader: &Reader, about: &About<'_>, line: &str, number: u64) -> TextAnswer {
    let fail = |id, error: String| TextAnswer { id, text: None, findings: None, error: Some(error) };
    let (id, text) = if line.trim_start_matches('\u{feff}').trim_start().starts_with('{') {
        let value: serde_json::Value = match serde_json::from_str(line.trim_start_matches('\u{feff}')) {
            Ok(value) => value,
            Err(error) => {
                return fail(number.into(), format!("not readable as JSON: column {}", error.column()));
            }
        };
        let id = value
            .get("id")
            .filter(|v| v.is_string() || v.is_number())
            .cloned()
            .unwrap_or_else(|| number.into());
        match value.get("text").and_then(|t| t.as_str()) {
            Some(text) => (id, text.to_owned()),
            None => return fail(id, "`text` is missing or no string".into()),
        }
    } else {
        (number.into(), line.to_owned())
    };
    match reader.examine(&text, about) {
        Ok(examined) => TextAnswer {
            id,
            text: Some(examined.apply().text),
            findings: Some(lines(&examined)),
            error: None,
        },
        Err(error) => fail(id, error.to_string()),
    }
}

fn lines(examined: &Examination) -> Vec<FindingLine> {
    examined
        .findings()
        .iter()
        .map(|f| FindingLine { original: examined.original(f).to_owned(), finding: f.clone() })
        .collect()
}

fn clean_files(reader: &Reader, about: About<'_>, options: &Deidentify, out: &Path) -> Result<ExitCode> {
    let key = match &options.uid_key {
        Some(path) => std::fs::read(path).context("the secret for UIDs cannot be read")?,
        None => random::bytes::<32>()?.to_vec(),
    };
    anyhow::ensure!(key.len() >= SHORTEST_KEY, "the secret for UIDs has fewer than {SHORTEST_KEY} bytes");
    std::fs::create_dir_all(out).context("the directory for cleaned files cannot be made")?;
    let settings = Options {
        reader,
        about,
        declared_clean: options.declared_clean,
        pseudonym: &options.pseudonym,
        uid_key: &key,
    };
    let mut all_written = true;
    for (index, path) in options.files.iter().enumerate() {
        let number = index + 1;
        let cleaned = read_bounded(path).and_then(|bytes| {
            let name = path.file_name().and_then(|n| n.to_str());
            files::clean(name, &bytes, &settings).map_err(anyhow::Error::from)
        });
        let answer = match &cleaned {
            Ok(cleaned) => {
                let held = held(cleaned, options.declared_clean);
                let written = if held.is_empty() { Some(write(out, number, cleaned)?) } else { None };
                let in_text = cleaned.pages.iter().flat_map(lines).collect();
                all_written &= written.is_some();
                FileAnswer {
                    file: number,
                    kind: Some(cleaned.kind),
                    written,
                    held: &cleaned.held,
                    removed: &cleaned.removed,
                    in_text,
                    error: None,
                }
            }
            Err(error) => {
                all_written = false;
                FileAnswer {
                    file: number,
                    kind: None,
                    written: None,
                    held: &[],
                    removed: &[],
                    in_text: Vec::new(),
                    error: Some(error.to_string()),
                }
            }
        };
        println!("{}", serde_json::to_string(&answer)?);
    }
    Ok(if all_written { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// What still stands against a file once a person looked at it: a text that names somebody does.
fn held(cleaned: &Cleaned, declared_clean: bool) -> Vec<Held> {
    cleaned.held.iter().copied().filter(|h| *h == Held::IdentifyingText || !declared_clean).collect()
}

/// Reads no more than is cleaned, whatever the size the system tells.
fn read_bounded(path: &Path) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let file = std::fs::File::open(path).context("the file cannot be opened")?;
    file.take(files::LARGEST as u64 + 1).read_to_end(&mut bytes).context("the file cannot be read")?;
    Ok(bytes)
}

fn write(out: &Path, number: usize, cleaned: &Cleaned) -> Result<String> {
    let ending = match cleaned.kind {
        FileKind::Jpeg => "jpg",
        FileKind::Png => "png",
        FileKind::Pdf => "pdf",
        FileKind::Dicom => "dcm",
    };
    let name = format!("{number:04}.{ending}");
    std::fs::write(out.join(&name), &cleaned.bytes).context("a cleaned file cannot be written")?;
    Ok(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ariane_domain::Language;

    #[test]
    fn json_plain_text_and_broken_lines_are_answered() {
        let reader = Reader::new();
        let known = Known::default();
        let about = About::new(Language::Fr, &known);
        let ask = |line: &str| serde_json::to_value(answer(&reader, &about, line, 7)).expect("json");
        let good = ask(r#"{"id":"a","text":"Vu M. Estournet.\nRevu le 12/03/2019."}"#);
        assert_eq!((&good["id"], &good["text"]), (&"a".into(), &"Vu M. [nom].\nRevu le [2019].".into()));
        assert_eq!(good["findings"][0]["original"], "Estournet");
        assert_eq!(good["findings"][0]["evidence"], "title");
        assert_eq!(ask("Vu M. Estournet")["id"], 7);
        assert!(ask("{broken Estournet")["error"].as_str().is_some_and(|e| !e.contains("Estournet")));
        assert!(ask(r#"{"id":1,"text":3}"#)["error"].is_string());
    }
}
