//! What the page of a file shows of care: where each part stands, with its page; and the calls that are owed.

use super::calls::{CallForm, CallView};
use super::plan::{link, plan_of};
use crate::pages::cell::fault::Failed;
use crate::pages::desk::{Colleagues, Desk};
use crate::pages::shell::Link;
use ariane_domain::cell::odyssey::Lapse;
use ariane_domain::cell::open_end::OpenEnd;
use ariane_domain::cell::plan::Transition;
use ariane_domain::representation::Age;
use ariane_store::records::cell::read::Case;

/// Care on the page of a file.
pub struct CareSection {
    /// Said at the head of the file while the transition is to be prepared: words, address.
    pub flag: Option<(String, String)>,
    /// Each part with where it stands.
    pub parts: Vec<(Link, String)>,
    /// What is open in the plan.
    pub open: Vec<String>,
    /// Calls.
    pub calls: Vec<CallView>,
    /// Another call.
    pub call: CallForm,
}

impl Desk {
    /// Care on the page of a file.
    pub fn care_section(&self, case: &Case, colleagues: &Colleagues, failed: &Failed) -> CareSection {
        let t = self.visit.t;
        let care = &case.care;
        let now = self.transition_of(case.person.identity.birth_date);
        let remaining = self.transition_remaining(case).len();
        let to_do = if remaining == 0 { String::new() } else { t.n("care-remaining", remaining) };
        let flag = match &now {
            Some(Transition::Flagged { .. }) => now.as_ref().map(|now| {
                let words = [self.transition_words(now), to_do.clone()];
                let words = words.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
                (words.join(" · "), link(self, case, "care-transition", "transition").href)
            }),
            _ => None,
        };
        let unspoken = plan_of(case).unspoken(self.is_flagged(case)).len();
        let plan = match (care.plan.len(), unspoken) {
            (0, _) => t.s("care-plan-none"),
            (lines, 0) => t.n("care-lines", lines),
            (lines, gaps) => format!("{} · {}", t.n("care-lines", lines), t.n("care-gaps", gaps)),
        };
        let whole = care.way.odyssey.lapses(self.today()).whole;
        let way = match whole {
            Lapse::Unknown => t.s("care-way-none"),
            known => self.lapse_words(known),
        };
        let letters = match care.letters.len() {
            0 => t.s("care-letters-none"),
            count => t.n("care-letters-count", count),
        };
        let documents = match care.documents.len() {
            0 => t.s("care-documents-none"),
            count => t.n("care-documents-count", count),
        };
        let contacts = match care.contacts.len() {
            0 => t.s("care-contacts-none"),
            count => t.n("care-contacts-count", count),
        };
        let clinical = match care.clinical.len() {
            0 => t.s("clinical-count-none"),
            count => t.n("clinical-count", count),
        };
        let awaited = case.exchanges.iter().filter(|one| one.said.advice.is_none()).count();
        let exchanges = match (case.exchanges.len(), awaited) {
            (0, _) => t.s("exchange-count-none"),
            (count, 0) => t.n("exchange-count", count),
            (_, awaited) => t.n("exchange-awaited-count", awaited),
        };
        let service = case.service.as_ref().map(|one| self.service_state(one.state, one.end));
        let newest = care.requests.first();
        let record =
            newest.map(|one| t.k("record-request-state", one.rules.state.word())).unwrap_or_default();
        let transition = match &now {
            Some(Transition::Flagged { .. } | Transition::OfAge { .. }) => to_do,
            Some(Transition::NotYet { flag_on }) => t.w("care-transition-from", "day", &t.date(*flag_on)),
            None => t.s("care-transition-unknown"),
        };
        let born = Age::of(case.person.identity.birth_date, None);
        let is_minor = self.records.ages().is_minor(born, self.visit.today) == Some(true);
        let age = if is_minor { t.k("desk-age", "minor") } else { String::new() };
        let open = care.plan.iter().filter_map(|line| {
            let end = OpenEnd::of_line(&line.item, self.today(), self.records.cell())?;
            let what = t.k("open-end", end.word());
            Some(t.ww("desk-event-detail", ("what", &what), ("detail", &line.action)))
        });
        CareSection {
            flag,
            parts: vec![
                (link(self, case, "clinical-title", "clinical"), clinical),
                (link(self, case, "care-plan", "plan"), plan),
                (link(self, case, "care-transition", "transition"), transition),
                (link(self, case, "care-rights", "rights"), String::new()),
                (link(self, case, "care-way", "way"), way),
                (link(self, case, "care-letters", "letters"), letters),
                (link(self, case, "care-household", "household"), String::new()),
                (link(self, case, "family-title", "families"), String::new()),
                (link(self, case, "consent-title", "consents"), String::new()),
                (link(self, case, "cell-representation", "representation"), age),
                (link(self, case, "referral-list", "referrals"), String::new()),
                (link(self, case, "panel-list", "panel"), String::new()),
                (link(self, case, "care-documents", "documents"), documents),
                (link(self, case, "care-contacts", "contacts"), contacts),
                (link(self, case, "exchange-title", "exchanges"), exchanges),
                (link(self, case, "service-beside", "service"), service.unwrap_or_default()),
                (link(self, case, "care-record", "hospital"), record),
                (link(self, case, "care-wishes", "wishes"), self.wishes_flag(case)),
            ],
            open: open.collect(),
            calls: self.call_views(case, colleagues, failed),
            call: self.call_form(colleagues, failed),
        }
    }
}
