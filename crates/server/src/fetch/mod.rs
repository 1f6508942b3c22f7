//! `ariane reference update`: fetches the official files, resuming where a download broke off, and
//! imports what arrived whole in one switch. What did not arrive stays as it was.

mod download;
mod mirror;

use crate::args::Update;
use crate::commands::{describe_progress, import_summary, now};
use anyhow::{Context, Result, bail};
use ariane_knowledge::reference::ReferenceDir;
use ariane_knowledge::starter::reference_sources::{self, ReferenceSource};
use std::path::PathBuf;
use std::process::ExitCode;

/// A line of progress.
pub struct Step {
    /// What is happening.
    pub line: String,
    /// Files done, and files in all.
    pub done: (usize, usize),
}

/// Runs the command, saying each step.
pub fn update(reference: &ReferenceDir, options: &Update, say: &mut dyn FnMut(String)) -> Result<ExitCode> {
    if options.list {
        for source in chosen(options)? {
            say(format!("{:<24} {}", source.id, address(&source, options)));
        }
        for source in reference_sources::all().iter().filter(|one| one.is_asked && options.only.is_empty()) {
            say(format!("{:<24} {} (only with --only {})", source.id, address(source, options), source.id));
        }
        return Ok(ExitCode::SUCCESS);
    }
    let summary = update_with(reference, options, &mut |step| {
        say(format!("[{}/{}] {}", step.done.0, step.done.1, step.line))
    })?;
    say(summary);
    Ok(ExitCode::SUCCESS)
}

fn chosen(options: &Update) -> Result<Vec<ReferenceSource>> {
    let all = reference_sources::all();
    if let Some(unknown) = options.only.iter().find(|id| !all.iter().any(|s| s.id == **id)) {
        bail!("`{unknown}` is not one of the files; `ariane reference update --list` shows them");
    }
    let is_chosen = |one: &ReferenceSource| match options.only.is_empty() {
        true => !one.is_asked,
        false => options.only.contains(&one.id),
    };
    Ok(all.into_iter().filter(is_chosen).collect())
}

fn address(source: &ReferenceSource, options: &Update) -> String {
    match &options.mirror {
        Some(mirror) => format!("{}/{}", mirror.trim_end_matches('/'), source.file),
        None => source.url.clone(),
    }
}

/// Fetches and imports; gives a summary for people.
pub fn update_with(
    reference: &ReferenceDir,
    options: &Update,
    progress: &mut dyn FnMut(Step),
) -> Result<String> {
    let sources = chosen(options)?;
    let folder = reference.path().join("downloads");
    std::fs::create_dir_all(&folder).with_context(|| format!("{} cannot be created", folder.display()))?;
    let all = sources.len() + 1;
    let mut arrived: Vec<PathBuf> = Vec::new();
    let mut failed: Vec<String> = Vec::new();
    for (n, source) in sources.iter().enumerate() {
        let target = folder.join(&source.file);
        let url = address(source, options);
        progress(Step { line: format!("fetching {} from {url}", source.id), done: (n, all) });
        let outcome = download::fetch(&url, &target, &mut |bytes, of| {
            let of = of.map_or_else(String::new, |of| format!(" of {} kB", of / 1024));
            progress(Step {
                line: format!("fetching {}: {} kB{of}", source.id, bytes / 1024),
                done: (n, all),
            });
        })
        .or_else(|error| {
            if options.mirror.is_some() || source.mirror.is_empty() {
                return Err(error);
            }
            progress(Step {
                line: format!("{error:#}; trying the mirror {}", source.mirror),
                done: (n, all),
            });
            mirror::fetch(&source.mirror, &target)
        });
        match outcome {
            Ok(()) => arrived.push(target),
            Err(error) => {
                progress(Step { line: format!("{}: {error:#}", source.id), done: (n + 1, all) });
                failed.push(source.id.clone());
            }
        }
    }
    if arrived.is_empty() {
        bail!(
            "no address answered; nothing was changed. Files on disk are taken by `ariane reference import`"
        );
    }
    let description = reference.import(&arrived, now(), |p| {
        progress(Step { line: describe_progress(&p), done: (all - 1, all) });
    })?;
    // Kept by content in `files/`; the downloads themselves are no longer needed.
    for path in arrived {
        let _ = std::fs::remove_file(path);
    }
    let missing =
        if failed.is_empty() { String::new() } else { format!("; not fetched: {}", failed.join(", ")) };
    Ok(format!("release {} is in use: {}{missing}", description.release.id, import_summary(&description)))
}
