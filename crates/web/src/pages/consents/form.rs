//! The fields by which an agreement is asked for, or written down from paper.

use crate::pages::cell::acts::day;
use crate::pages::cell::fault::{Failed, Fault, not_there};
use crate::pages::desk::{Desk, Sent};
use crate::pages::start::Choice;
use ariane_domain::consent::{GivenBy, Parents, usual_end};
use ariane_domain::representation::RepresentativeKind;
use ariane_store::records::consents::given::Signed;

/// The form, as [`Failed`] knows it.
pub(super) const FORM: &str = "consent-new";
const PERSON: &str = "person";
/// Before the word of which parents signed.
const PARENTS: &str = "parent-";

/// What is signed, by whom and until when; where it was not taken, as it was typed.
pub(super) struct Signature {
    pub how: Vec<Choice>,
    pub by: Vec<Choice>,
    pub from: String,
    pub until: String,
    pub text: String,
    pub error: String,
}

impl Signature {
    /// Of a page.
    pub(super) fn new(desk: &Desk, failed: &Failed) -> Self {
        let (t, today) = (desk.visit.t, desk.today());
        let typed = |field: &str| failed.text(FORM, field);
        let or = |field: &str, usual: String| if failed.is(FORM) { typed(field) } else { usual };
        let by = typed("by");
        let mut signers = vec![Choice::new(PERSON, t.s("consent-by-person"), by == PERSON)];
        for parents in [Parents::Both, Parents::One, Parents::Alone] {
            let word = format!("{PARENTS}{parents}");
            let is_chosen = by == word;
            signers.push(Choice::new(&word, t.k("consent-parents", parents.word()), is_chosen));
        }
        let others = RepresentativeKind::ALL.into_iter().filter(|kind| kind.decides());
        for kind in others.filter(|kind| *kind != RepresentativeKind::Parent) {
            signers.push(Choice::new(kind.word(), t.k("representative", kind.word()), by == kind.word()));
        }
        Self {
            how: vec![
                Choice::new("paper", t.s("consent-how-paper"), typed("how") != "screen"),
                Choice::new("screen", t.s("consent-how-screen"), typed("how") == "screen"),
            ],
            by: signers,
            from: or("from", today.to_string()),
            until: or("until", usual_end(today).to_string()),
            text: typed("text"),
            error: failed.error(FORM),
        }
    }
}

/// What was signed on paper; none where the person is asked on screen.
pub(super) fn signed(sent: &Sent) -> Result<Option<Signed>, Fault> {
    match sent.get("how") {
        "paper" => {
            let (by, parents) = signer(sent.get("by")).ok_or_else(not_there)?;
            let from = day(sent, "from")?.ok_or(Fault::Rule("no-day"))?;
            let until = day(sent, "until")?.unwrap_or_else(|| usual_end(from));
            Ok(Some(Signed { by, parents, from, until }))
        }
        "screen" => Ok(None),
        _ => Err(not_there()),
    }
}

/// Who signed, and which parents, by the word of the form.
fn signer(word: &str) -> Option<(GivenBy, Option<Parents>)> {
    if word == PERSON {
        return Some((GivenBy::Person, None));
    }
    if let Some(parents) = word.strip_prefix(PARENTS).and_then(Parents::from_word) {
        return Some((GivenBy::Representative(RepresentativeKind::Parent), Some(parents)));
    }
    let kind = RepresentativeKind::from_word(word).filter(|kind| *kind != RepresentativeKind::Parent)?;
    Some((GivenBy::Representative(kind), None))
}
