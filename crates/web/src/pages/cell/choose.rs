//! Two edits of the same lines: both wordings are shown, somebody chooses, and nothing is lost meanwhile.

use super::frame;
use crate::addresses::cell::CellPage;
use crate::pages::desk::frame::Work;
use crate::pages::desk::trouble::Trouble;
use crate::pages::desk::{Desk, Sent};
use crate::pages::render;
use crate::pages::shell::Shell;
use ariane_domain::cell::join::Piece;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;

/// A stretch of the text as the page shows it.
pub struct Stretch {
    /// Beginning of the names of its fields.
    pub at: usize,
    /// What both agree on; empty for a conflict.
    pub agreed: String,
    /// Whether somebody has to choose.
    pub is_conflict: bool,
    /// As both had read it.
    pub before: String,
    /// As it stands now.
    pub theirs: String,
    /// As it was written here.
    pub mine: String,
    /// Both, one after the other.
    pub both: String,
}

#[derive(Template)]
#[template(path = "cell/choose.html")]
struct ChoosePage {
    shell: Shell,
    work: Work,
    action: String,
    back: String,
    revision: u32,
    count: usize,
    pieces: Vec<Stretch>,
}

/// Joins two wordings; an empty one adds no line.
fn joined(theirs: &str, mine: &str) -> String {
    [theirs, mine].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}

/// The page. `what` ends the address of the text, below its file.
pub async fn page(
    desk: &Desk,
    file: uuid::Uuid,
    what: &str,
    pieces: Vec<Piece>,
    revision: u32,
) -> Result<Response, Trouble> {
    let case = desk.load_case(file).await?.case;
    let pieces: Vec<Stretch> = pieces
        .into_iter()
        .enumerate()
        .map(|(at, piece)| match piece {
            Piece::Agreed(agreed) => Stretch {
                at,
                agreed,
                is_conflict: false,
                before: String::new(),
                theirs: String::new(),
                mine: String::new(),
                both: String::new(),
            },
            Piece::Conflict { before, theirs, mine } => Stretch {
                at,
                agreed: String::new(),
                is_conflict: true,
                both: joined(&theirs, &mine),
                before,
                theirs,
                mine,
            },
        })
        .collect();
    let back = desk.case_at(file);
    let page = ChoosePage {
        shell: frame::shell(desk, CellPage::Case, &format!("{file}/{what}"), desk.visit.t.s("cell-choose")),
        work: frame::work_on(desk, &case),
        action: format!("{back}/{what}"),
        back,
        revision,
        count: pieces.len(),
        pieces,
    };
    Ok(render(StatusCode::CONFLICT, &page))
}

/// The text that a form sends: what was typed, or what was chosen piece by piece.
pub fn text(sent: &Sent) -> String {
    let count = sent.get("pieces").parse::<usize>().unwrap_or_default().min(10_000);
    if count == 0 {
        return sent.text("text");
    }
    let field = |name: &str, at: usize| sent.text(&format!("{name}-{at}"));
    let pieces = (0..count).filter_map(|at| match sent.get(&format!("keep-{at}")) {
        "theirs" => Some(field("theirs", at)),
        "mine" => Some(field("mine", at)),
        "own" => Some(field("own", at)),
        "both" => Some(joined(&field("theirs", at), &field("mine", at))),
        _ => sent.has(&format!("agreed-{at}")).then(|| field("agreed", at)),
    });
    pieces.collect::<Vec<_>>().join("\n")
}

/// The revision that was read.
pub fn revision(sent: &Sent) -> u32 {
    sent.get("revision").parse().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(fields: &[(&str, &str)]) -> Sent {
        Sent(fields.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect())
    }

    #[test]
    fn what_was_chosen_becomes_one_text_with_its_empty_lines() {
        let fields = [
            ("pieces", "3"),
            ("agreed-0", "a\r\n"),
            ("keep-1", "both"),
            ("theirs-1", "b"),
            ("mine-1", "c"),
            ("agreed-2", ""),
        ];
        assert_eq!(text(&sent(&fields)), "a\n\nb\nc\n");
        assert_eq!(text(&sent(&[("text", "one\r\ntwo")])), "one\ntwo");
    }

    #[test]
    fn a_line_that_was_taken_away_leaves_none_behind() {
        let fields = [("pieces", "1"), ("keep-0", "both"), ("theirs-0", ""), ("mine-0", "c")];
        assert_eq!(text(&sent(&fields)), "c");
    }
}
