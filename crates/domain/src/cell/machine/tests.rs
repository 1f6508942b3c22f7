use super::*;
use crate::cell::file::FileState;
use crate::cell::guideline::GuidelineState;
use crate::cell::hospital::RequestState;
use crate::cell::meeting::MeetingState;
use crate::cell::rcp::RcpState;
use crate::cell::step::StepState;
use crate::panel::{PanelState, SeatState};
use crate::referral::ReferralState;
use crate::service::ServiceState;
use std::fmt::Write as _;

fn table<M: Machine>(text: &mut String) {
    writeln!(text, "# {}", M::NAME).unwrap();
    for change in M::CHANGES {
        let ways: Vec<String> = M::STATES
            .iter()
            .filter_map(|from| {
                from.next(*change).map(|to| format!("{} → {}", from.state_word(), to.state_word()))
            })
            .collect();
        let who: Vec<&str> = M::may(*change).iter().map(|who| who.word()).collect();
        writeln!(text, "{}: {} | {}", M::change_word(*change), ways.join(", "), who.join(", ")).unwrap();
    }
    text.push('\n');
}

/// All machines, for a reader: every change with its ways and who may make it.
#[test]
fn the_tables_are_as_reviewed() {
    let mut text = String::new();
    table::<FileState>(&mut text);
    table::<StepState>(&mut text);
    table::<MeetingState>(&mut text);
    table::<RcpState>(&mut text);
    table::<RequestState>(&mut text);
    table::<GuidelineState>(&mut text);
    table::<ReferralState>(&mut text);
    table::<ServiceState>(&mut text);
    table::<PanelState>(&mut text);
    table::<SeatState>(&mut text);
    assert_eq!(text.trim_end(), include_str!("../matrix.txt").trim_end(), "\n{text}");
}

/// Every state, change and function: what the table says is what happens.
fn exhaustive<M: Machine + std::fmt::Debug>() {
    for change in M::CHANGES {
        assert!(!M::may(*change).is_empty(), "{}: nobody may {}", M::NAME, M::change_word(*change));
        assert!(
            M::STATES.iter().any(|state| state.next(*change).is_some()),
            "{} never",
            M::change_word(*change)
        );
        for state in M::STATES {
            for who in Who::ALL {
                let done = state.after(*change, &Acting::of(who));
                if M::may(*change).contains(&who) {
                    assert_eq!(done.ok(), state.next(*change));
                } else {
                    assert!(matches!(done, Err(Refused::NotYours { .. })));
                }
            }
        }
    }
}

/// Every state is reached from the first one.
fn reachable<M: Machine + std::fmt::Debug>() {
    let mut seen = vec![M::STATES[0]];
    let mut n = 0;
    while n < seen.len() {
        let from = seen[n];
        for next in M::CHANGES.iter().filter_map(|change| from.next(*change)) {
            if !seen.contains(&next) {
                seen.push(next);
            }
        }
        n += 1;
    }
    assert_eq!(seen.len(), M::STATES.len(), "{}: {seen:?}", M::NAME);
}

#[test]
fn every_transition_names_who_may_do_it_and_nobody_else_can() {
    exhaustive::<FileState>();
    exhaustive::<StepState>();
    exhaustive::<MeetingState>();
    exhaustive::<RcpState>();
    exhaustive::<RequestState>();
    exhaustive::<GuidelineState>();
    exhaustive::<ReferralState>();
    exhaustive::<ServiceState>();
    exhaustive::<PanelState>();
    exhaustive::<SeatState>();
}

#[test]
fn no_state_is_out_of_reach() {
    reachable::<FileState>();
    reachable::<StepState>();
    reachable::<MeetingState>();
    reachable::<RcpState>();
    reachable::<RequestState>();
    reachable::<GuidelineState>();
    reachable::<ReferralState>();
    reachable::<ServiceState>();
    reachable::<PanelState>();
    reachable::<SeatState>();
}

#[test]
fn a_page_offers_what_somebody_may_do_now() {
    use crate::cell::file::FileChange;
    let offered = FileState::Open.open_to(&Acting::of(Who::Medical));
    assert_eq!(offered, [FileChange::Pause, FileChange::Close, FileChange::RecordDeath]);
    assert!(FileState::Open.open_to(&Acting::of(Who::Person)).is_empty());
}

#[test]
fn who_may_not_do_something_learns_nothing_of_the_state() {
    let words = |state: FileState| {
        state.after(crate::cell::file::FileChange::Reopen, &Acting::of(Who::Person)).unwrap_err().to_string()
    };
    assert_eq!(words(FileState::Closed), words(FileState::Open));
}
