//! Requests that may be one: somebody wrote by mail and called as well.

use crate::code::OrphaCode;
use crate::need::NeedCode;
use crate::stable::stable_words;
use chrono::{DateTime, Duration, Utc};

/// What is compared of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThreadFacts<Id, Person> {
    /// Request.
    pub id: Id,
    /// Person records behind it, as the root of what is linked.
    pub persons: Vec<Person>,
    /// When it came in.
    pub received_at: DateTime<Utc>,
    /// Subject as folded words, without "Re" and the like; empty when there is none.
    pub subject: Vec<String>,
    /// Hash of the folded text, so that the same letter sent twice is seen without being read.
    pub text_hash: Option<[u8; 32]>,
    /// Disorder.
    pub disorder: Option<OrphaCode>,
    /// What is asked for.
    pub needs: Vec<NeedCode>,
}

stable_words! {
    /// Why two requests may be one.
    pub enum ThreadReason in "thread-reason" {
        /// The same text.
        SameText = "same-text",
        /// The same person, with the same subject.
        SamePersonAndSubject = "same-person-and-subject",
        /// The same person, about the same disorder or need, within a month.
        SamePersonAndMatter = "same-person-and-matter",
        /// The same person, within a week.
        SamePersonRecently = "same-person-recently",
    }
}

/// A request that may be the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PossibleThread<Id> {
    /// Request.
    pub id: Id,
    /// Why, strongest first.
    pub reasons: Vec<ThreadReason>,
}

fn compare<Id, Person: PartialEq>(
    asked: &ThreadFacts<Id, Person>,
    other: &ThreadFacts<Id, Person>,
) -> Vec<ThreadReason> {
    let mut reasons = Vec::new();
    if asked.text_hash.is_some() && asked.text_hash == other.text_hash {
        reasons.push(ThreadReason::SameText);
    }
    if !asked.persons.iter().any(|person| other.persons.contains(person)) {
        return reasons;
    }
    let apart = (asked.received_at - other.received_at).abs();
    if !asked.subject.is_empty() && asked.subject == other.subject {
        reasons.push(ThreadReason::SamePersonAndSubject);
    }
    let same_disorder = asked.disorder.is_some() && asked.disorder == other.disorder;
    let same_need = asked.needs.iter().any(|need| other.needs.contains(need));
    if apart <= Duration::days(30) && (same_disorder || same_need) {
        reasons.push(ThreadReason::SamePersonAndMatter);
    }
    if apart <= Duration::days(7) {
        reasons.push(ThreadReason::SamePersonRecently);
    }
    reasons
}

/// Requests that may be the one asked for: the strongest reason first, then the nearest in time.
///
/// Requests of different people share nothing here but the same text, which may be a circular.
pub fn possible_threads<Id: Clone + Ord, Person: PartialEq>(
    asked: &ThreadFacts<Id, Person>,
    candidates: &[ThreadFacts<Id, Person>],
) -> Vec<PossibleThread<Id>> {
    let mut found: Vec<_> = candidates
        .iter()
        .filter(|other| other.id != asked.id)
        .filter_map(|other| {
            let reasons = compare(asked, other);
            let first = *reasons.first()?;
            let apart = (asked.received_at - other.received_at).abs();
            Some((first, apart, PossibleThread { id: other.id.clone(), reasons }))
        })
        .collect();
    found.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.cmp(&b.1)).then_with(|| a.2.id.cmp(&b.2.id)));
    found.into_iter().map(|(_, _, possible)| possible).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn thread(id: u32, person: u32, day: &str, subject: &str) -> ThreadFacts<u32, u32> {
        ThreadFacts {
            id,
            persons: vec![person],
            received_at: format!("{day}T10:00:00Z").parse().unwrap(),
            subject: subject.split_whitespace().map(str::to_owned).collect(),
            text_hash: None,
            disorder: None,
            needs: Vec::new(),
        }
    }

    #[test]
    fn a_call_after_a_mail_of_the_same_person_is_noticed() {
        let call = thread(1, 7, "2026-11-20", "");
        let mail = thread(2, 7, "2026-11-18", "question");
        let old = thread(3, 7, "2026-01-18", "question");
        let other = thread(4, 8, "2026-11-20", "");
        let found = possible_threads(&call, &[mail, old, other, call.clone()]);
        assert_eq!(found, [PossibleThread { id: 2, reasons: vec![ThreadReason::SamePersonRecently] }]);
    }

    #[test]
    fn subject_matter_and_text_are_reasons() {
        let asked = ThreadFacts {
            text_hash: Some([1; 32]),
            disorder: "586".parse().ok(),
            ..thread(1, 7, "2026-11-20", "rendez vous")
        };
        let same_text = ThreadFacts { text_hash: Some([1; 32]), ..thread(2, 9, "2026-11-20", "") };
        let same_subject = thread(3, 7, "2026-01-01", "rendez vous");
        let same_matter = ThreadFacts { disorder: "586".parse().ok(), ..thread(4, 7, "2026-11-01", "") };
        let found = possible_threads(&asked, &[same_matter, same_subject, same_text]);
        let got: Vec<_> = found.iter().map(|p| (p.id, p.reasons[0])).collect();
        use ThreadReason::{SamePersonAndMatter, SamePersonAndSubject, SameText};
        assert_eq!(got, [(2, SameText), (3, SamePersonAndSubject), (4, SamePersonAndMatter)]);
    }

    #[test]
    fn two_requests_without_text_are_not_the_same_text() {
        assert!(
            possible_threads(&thread(1, 7, "2026-11-20", ""), &[thread(2, 8, "2026-11-20", "")]).is_empty()
        );
    }
}
