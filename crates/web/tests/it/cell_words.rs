//! Every coded word of the cell that a page shows has its text in every language.

use ariane_domain::Language;
use ariane_domain::cell::analysis::NoteSharing;
use ariane_domain::cell::file::{CloseReason, FileChange, FileState, PauseReason};
use ariane_domain::cell::follow_up::FollowUpReason;
use ariane_domain::cell::silence::AlarmTo;
use ariane_domain::cell::step::{AnswerWay, CancelReason, NotDoneReason, StepChange, StepOutcome, StepState};
use ariane_domain::cell::{BroughtBy, Origin, Track};
use ariane_store::records::cell::board::Standing;
use ariane_web::text::Text;

#[test]
fn every_word_of_the_cell_has_a_text() {
    let mut keys: Vec<String> = Vec::new();
    macro_rules! words {
        ($($kind:ident),+) => {
            $(keys.extend($kind::ALL.iter().map(|one| format!("{}-{}", $kind::FAMILY, one.word())));)+
        };
    }
    words!(
        AlarmTo,
        AnswerWay,
        BroughtBy,
        CancelReason,
        CloseReason,
        FileChange,
        FileState,
        FollowUpReason,
        NoteSharing,
        NotDoneReason,
        Origin,
        PauseReason,
        StepChange,
        StepOutcome,
        StepState,
        Track
    );
    keys.extend(FileChange::ALL.iter().flat_map(|change| {
        [format!("cell-hint-{}", change.word()), format!("case-event-{}", change.word())]
    }));
    keys.extend(Standing::ALL.iter().map(|standing| format!("cell-count-{}", standing.word())));
    // Words that the store writes into the thread, and rules that it names; those of meetings are told on their own pages.
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../store/src/records/cell");
    let mut code = String::new();
    for name in ["analyses", "change", "items", "notes", "open", "steps", "summary"] {
        code.push_str(&std::fs::read_to_string(format!("{folder}/{name}.rs")).expect("text"));
    }
    let is_word = |word: &&str| word.len() > 2 && word.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
    let rules = code.split("CellError::Rule(\"").skip(1).filter_map(|piece| piece.split('"').next());
    keys.extend(rules.filter(is_word).map(|word| format!("cell-rule-{word}")));
    let events = code.split(".case_event(").skip(1);
    let events = events.filter_map(|call| call.split(';').next()?.split('"').nth(1));
    keys.extend(events.filter(is_word).map(|word| format!("case-event-{word}")));
    assert!(keys.iter().any(|key| key == "case-event-analysis-signed"), "{keys:?}");
    for language in Language::ALL {
        let t = Text::new(language);
        let missing: Vec<&String> = keys.iter().filter(|key| !t.has(key)).collect();
        assert!(missing.is_empty(), "{language}: {missing:?}");
    }
}
