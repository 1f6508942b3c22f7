//! One file per command.

mod annotate;
mod audit;
mod backup;
mod deidentify;
mod directory;
mod enquiries;
mod evaluate;
mod events;
mod import_file;
mod linkage;
mod orient;
mod panel;
mod rank;
mod reference;
mod report;
mod route;
mod search;
mod serve;

pub use reference::{describe as describe_progress, now, summary as import_summary};

use crate::args::{Args, Command};
use crate::configuration::DataDir;
use anyhow::Result;
use std::io::{BufRead, Write};
use std::process::ExitCode;

/// Runs the command that was asked for.
pub fn run(args: Args) -> Result<ExitCode> {
    let data = DataDir(args.data);
    let database = args.database;
    match args.command {
        Command::Serve(options) => serve::run(&data, database.as_deref(), &options),
        Command::Reference(what) => reference::run(&data, what),
        Command::Directory(what) => directory::run(&data, database.as_deref(), what),
        Command::Events(what) => events::run(&data, database.as_deref(), what),
        Command::Enquiries(what) => enquiries::run(&data, database.as_deref(), &what),
        Command::Audit(what) => audit::run(&data, database.as_deref(), &what),
        Command::Panel(what) => panel::run(&data, &what),
        Command::Report(what) => report::run(&data, database.as_deref(), &what),
        Command::Linkage(what) => linkage::run(&data, database.as_deref(), &what),
        Command::Backup(options) => backup::run(&data, database.as_deref(), &options),
        Command::Restore(options) => backup::restore(&data, database.as_deref(), &options),
        Command::Search(options) => search::run(&data, &options),
        Command::Route(options) => route::run(&data, &options),
        Command::Annotate(options) => annotate::run(&data, &options),
        Command::Deidentify(options) => deidentify::run(&data, &options),
        Command::Rank(options) => rank::run(&data, &options),
        Command::Evaluate(options) => evaluate::run(&data, &options),
        Command::Orient(options) => orient::run(&data, database.as_deref(), &options),
    }
}

/// Answers each line of standard input with one line; bytes that are not UTF-8 are replaced.
fn answer_lines(mut answer: impl FnMut(&str) -> Result<String>) -> Result<ExitCode> {
    let mut input = std::io::stdin().lock();
    let mut output = std::io::BufWriter::new(std::io::stdout().lock());
    let mut line = Vec::new();
    loop {
        line.clear();
        if input.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        let text = String::from_utf8_lossy(&line);
        let text = text.trim_end_matches(['\n', '\r']);
        match writeln!(output, "{}", answer(text)?) {
            // The reader has seen enough, as `head` does.
            Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => return Ok(ExitCode::SUCCESS),
            other => other?,
        }
        // Someone at a terminal, or a program that asks one by one, waits for each answer.
        output.flush()?;
    }
    Ok(ExitCode::SUCCESS)
}
