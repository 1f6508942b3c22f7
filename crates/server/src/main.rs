//! The command `ariane`: one binary that serves, imports and measures.

mod args;
mod commands;
mod configuration;
mod demo;
mod demo_year;
mod fetch;
mod jobs;
mod knowledge_base;
mod monitor;

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    let args = args::Args::parse();
    match commands::run(args) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("ariane: {error:#}");
            ExitCode::FAILURE
        }
    }
}
