//! `ariane search`.

use super::answer_lines;
use crate::args::Search;
use crate::configuration::DataDir;
use crate::knowledge_base::{Finder, finder};
use anyhow::Result;
use ariane_knowledge::search::{Hit, MatchKind, Query};
use serde::Serialize;
use std::process::ExitCode;

#[derive(Serialize)]
struct Answer<'a> {
    query: &'a str,
    hits: Vec<HitLine<'a>>,
}

#[derive(Serialize)]
struct HitLine<'a> {
    code: String,
    name: &'a str,
    language: &'static str,
    level: &'static str,
    kind: MatchKind,
    matched: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    matched_language: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    retired: Option<String>,
    score: f32,
}

pub fn run(data: &DataDir, options: &Search) -> Result<ExitCode> {
    let finder = finder(data)?;
    answer_lines(|line| {
        let query =
            Query { text: line, language: options.lang, limit: options.limit, typing: options.typing };
        let hits = finder.index.search(&finder.catalogue, query);
        let lines: Vec<HitLine<'_>> =
            hits.into_iter().filter_map(|h| hit_line(&finder, h, options)).collect();
        if options.json {
            return Ok(serde_json::to_string(&Answer { query: line, hits: lines })?);
        }
        let text: Vec<String> =
            lines.iter().map(|l| format!("{}\t{}\t{}", l.code, l.name, l.matched)).collect();
        Ok(if text.is_empty() { format!("{line}: no answer") } else { text.join("\n") })
    })
}

fn hit_line<'a>(finder: &'a Finder, hit: Hit, options: &Search) -> Option<HitLine<'a>> {
    let entity = finder.catalogue.entity(hit.code)?;
    let (language, name) = finder.catalogue.name(entity, options.lang);
    Some(HitLine {
        code: hit.code.to_string(),
        name,
        language: language.code(),
        level: entity.level.word(),
        kind: hit.kind,
        matched: hit.matched,
        matched_language: hit.language.map(|l| l.code()),
        retired: hit.retired.map(|c| c.to_string()),
        score: hit.score,
    })
}
