//! What a person who sends a text or a file can rely on.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod files;
mod floor;
mod hostile;
mod known;
mod text;

#[path = "../../benches/recall/containers.rs"]
mod containers;
#[path = "../../benches/recall/plant.rs"]
mod plant;
#[path = "../../benches/recall/tally.rs"]
mod tally;

use ariane_deidentify::{About, Known, Reader};
use ariane_domain::Language;
use std::sync::LazyLock;

static READER: LazyLock<Reader> = LazyLock::new(Reader::new);

fn clean(language: Language, text: &str) -> String {
    clean_with(language, text, &Known::default())
}

fn clean_with(language: Language, text: &str, known: &Known) -> String {
    READER.examine(text, &About::new(language, known)).expect("short").apply().text
}
