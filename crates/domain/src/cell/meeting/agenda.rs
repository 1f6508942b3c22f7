//! The agenda, built from the three origins (seed 000), from what is due, what changed and what arrived.

use crate::cell::words::{Origin, Reality};
use crate::stable::stable_words;
use chrono::{DateTime, Utc};

stable_words! {
    /// Why a file is on the agenda, in the order in which the meeting takes them.
    pub enum AgendaReason in "agenda-reason" {
        /// Pressing, or with signs of danger.
        Pressing = "pressing",
        /// The last meeting did not reach it.
        CarriedOver = "carried-over",
        /// New: received and not decided.
        New = "new",
        /// Something that it waited for arrived (F48).
        Arrived = "arrived",
        /// A step is due, or overdue.
        StepDue = "step-due",
        /// It changed since the last meeting.
        Changed = "changed",
        /// Somebody put it there.
        ByHand = "by-hand",
    }
}

/// What is known of a file when the agenda is built.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate<F> {
    /// The file.
    pub file: F,
    /// Where it came from.
    pub origin: Origin,
    /// Whether it is real.
    pub reality: Reality,
    /// When it reached the cell: among equals the one that waits longest comes first.
    pub received_at: DateTime<Utc>,
    /// Why it should be there; a file without a reason is left out.
    pub reasons: Vec<AgendaReason>,
    /// How many meetings in a row carried it over.
    pub carried: u16,
}

/// A line of the agenda.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgendaEntry<F> {
    /// The file.
    pub file: F,
    /// Where it came from.
    pub origin: Origin,
    /// All reasons, in order, each once.
    pub reasons: Vec<AgendaReason>,
    /// How many meetings in a row carried it over.
    pub carried: u16,
}

/// Lines in the order in which they are taken.
pub type Agenda<F> = Vec<AgendaEntry<F>>;

/// Why no agenda is built.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AgendaFault<F> {
    /// A file stands there twice.
    #[error("a file is on the agenda twice")]
    Twice(F),
    /// A fictitious file among real ones, or a real one in a training meeting.
    #[error("real and training files are never mixed")]
    Mixed(F),
}

/// Builds the agenda of a meeting.
///
/// Order: by the first reason that applies (the order of [`AgendaReason`]); what was carried over more often first; then
/// by origin in the order of the document (infoline, psycho-social service, hub); then by waiting time; then by file, so
/// that two who build it see the same.
///
/// # Errors
/// [`AgendaFault`]: a file given twice is an error of whoever gave it, never silently one line.
pub fn agenda<F: Copy + Ord>(
    meeting: Reality,
    candidates: impl IntoIterator<Item = Candidate<F>>,
) -> Result<Agenda<F>, AgendaFault<F>> {
    let mut chosen: Vec<Candidate<F>> = Vec::new();
    for mut candidate in candidates {
        if candidate.reality != meeting {
            return Err(AgendaFault::Mixed(candidate.file));
        }
        candidate.reasons.sort();
        candidate.reasons.dedup();
        chosen.push(candidate);
    }
    chosen.sort_by_key(|candidate| candidate.file);
    if let Some(pair) = chosen.windows(2).find(|pair| pair[0].file == pair[1].file) {
        return Err(AgendaFault::Twice(pair[0].file));
    }
    chosen.retain(|candidate| !candidate.reasons.is_empty());
    chosen.sort_by_key(|candidate| {
        let first = candidate.reasons.first().copied();
        (first, std::cmp::Reverse(candidate.carried), candidate.origin, candidate.received_at)
    });
    let entry = |c: Candidate<F>| AgendaEntry {
        file: c.file,
        origin: c.origin,
        reasons: c.reasons,
        carried: c.carried,
    };
    Ok(chosen.into_iter().map(entry).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn candidate(file: u32, origin: Origin, reasons: &[AgendaReason]) -> Candidate<u32> {
        Candidate {
            file,
            origin,
            reality: Reality::Real,
            received_at: DateTime::from_timestamp(i64::from(file), 0).unwrap(),
            reasons: reasons.to_vec(),
            carried: 0,
        }
    }

    fn files(candidates: Vec<Candidate<u32>>) -> Vec<u32> {
        agenda(Reality::Real, candidates).unwrap().into_iter().map(|entry| entry.file).collect()
    }

    #[test]
    fn pressing_then_carried_over_then_new_by_origin_then_the_rest() {
        use AgendaReason::{Arrived, ByHand, CarriedOver, Changed, New, Pressing, StepDue};
        let twice = Candidate { carried: 2, ..candidate(3, Origin::Hub, &[CarriedOver]) };
        let candidates = vec![
            candidate(1, Origin::Hub, &[Changed, New]),
            candidate(2, Origin::Infoline, &[CarriedOver]),
            twice,
            candidate(4, Origin::Infoline, &[New]),
            candidate(5, Origin::PsychosocialService, &[New]),
            candidate(6, Origin::Infoline, &[StepDue]),
            candidate(7, Origin::Infoline, &[Arrived]),
            candidate(8, Origin::Hub, &[ByHand]),
            candidate(9, Origin::Hub, &[Changed]),
            candidate(10, Origin::Hub, &[Pressing, Changed]),
            candidate(11, Origin::Hub, &[]),
        ];
        assert_eq!(files(candidates), [10, 3, 2, 4, 5, 1, 7, 6, 9, 8]);
    }

    #[test]
    fn a_file_is_never_there_twice_and_training_never_among_real_files() {
        let one = candidate(1, Origin::Hub, &[AgendaReason::New]);
        assert_eq!(agenda(Reality::Real, vec![one.clone(), one.clone()]), Err(AgendaFault::Twice(1)));
        assert_eq!(agenda(Reality::Training, vec![one]), Err(AgendaFault::Mixed(1)));
    }

    proptest! {
        #[test]
        fn the_order_in_which_files_are_found_does_not_matter(
            found in proptest::collection::vec((0usize..3, proptest::collection::vec(0usize..7, 0..4)), 0..20)
                .prop_shuffle(),
        ) {
            let mut candidates: Vec<Candidate<u32>> = found.iter().zip(0..).map(|((origin, reasons), file)| {
                let reasons: Vec<AgendaReason> = reasons.iter().map(|n| AgendaReason::ALL[*n]).collect();
                candidate(file, Origin::ALL[*origin], &reasons)
            }).collect();
            let with_reason = candidates.iter().filter(|c| !c.reasons.is_empty()).count();
            let one = files(candidates.clone());
            candidates.reverse();
            prop_assert_eq!(one.len(), with_reason);
            prop_assert_eq!(one, files(candidates));
        }
    }
}
