//! The thread of a person in the cell: what happened, as a list and as a picture.

use crate::pages::desk::{Colleagues, Desk};
use crate::pictures::Picture;
use crate::pictures::thread::{Point, line};
use ariane_domain::cell::BroughtBy;
use ariane_store::records::cell::read::{Case, Knot};

/// Knots of the picture; the list has them all.
const DRAWN: usize = 8;

/// A knot, ready to read.
pub struct KnotView {
    /// When, for machines and in words.
    pub at: (String, String),
    /// What happened.
    pub what: String,
    /// Who did it.
    pub who: String,
    /// Words.
    pub text: String,
}

impl Desk {
    fn knot_words(&self, knot: &Knot) -> String {
        let t = self.visit.t;
        let what = t.k("case-event", &knot.kind);
        let detail = match knot.kind.as_str() {
            _ if knot.detail.is_empty() => String::new(),
            "received" => t.k("origin", &knot.detail),
            "refuse" => t.k("decline-reason", &knot.detail),
            "pause" => t.k("pause-reason", &knot.detail),
            "close" => t.k("close-reason", &knot.detail),
            "step-changed" => t.k("step-state", &knot.detail),
            "brought-by-corrected" => {
                let to = knot.detail.split(' ').next().and_then(BroughtBy::from_word);
                to.map(|b| t.k("brought-by", b.word())).unwrap_or_default()
            }
            "track-held" | "analysis-begun" | "analysis-signed" | "analysis-reopened" | "summary-signed"
            | "step-proposed" => t.k("track", &knot.detail),
            "dossier-begun" | "dossier-approved" | "dossier-dropped" => t.k("purpose", &knot.detail),
            "dossier-fetched" => t.k("dossier-form", &knot.detail),
            "sharing-judged" => t.k("sharing-short", &knot.detail),
            "plan-line" | "plan-changed" => t.k("plan-part", &knot.detail),
            "checklist" => t.k("care-list", &knot.detail),
            "told" => t.k("delicate", &knot.detail),
            "letter" => t.k("audience", &knot.detail),
            "document-added" => t.k("document-kind", &knot.detail),
            "document-offered" => t.k("care-document-rcp", &knot.detail),
            "record-request" => t.k("record-request-state", &knot.detail),
            "referral" => t.k("referral-state", &knot.detail),
            "family-contact" => t.k("family-contact", &knot.detail),
            "service" => t.k("service-told", &knot.detail),
            "exchange" => t.k("exchange-state", &knot.detail),
            "contact-kept" => t.k("contact-role", &knot.detail),
            "pressing" => t.k("cell-pressing", &knot.detail),
            "call-ended" => t.k("call-state", &knot.detail),
            "death-task" => t.w("cell-to-tell", "count", &knot.detail),
            _ => String::new(),
        };
        if detail.is_empty() { what } else { t.ww("desk-event-detail", ("what", &what), ("detail", &detail)) }
    }

    /// The thread of a file as a list, oldest first.
    pub fn case_knots(&self, case: &Case, colleagues: &Colleagues) -> Vec<KnotView> {
        let t = self.visit.t;
        case.thread
            .iter()
            .map(|knot| {
                let name = colleagues.name_of_pseudonym(&knot.actor);
                KnotView {
                    at: (knot.at.to_rfc3339(), self.moment(knot.at)),
                    what: self.knot_words(knot),
                    who: if name.is_empty() && knot.actor.starts_with("system") {
                        t.s("desk-by-itself")
                    } else {
                        name
                    },
                    text: knot.text.clone(),
                }
            })
            .collect()
    }

    /// The same as a picture: the first knot, and the latest ones that mark the way.
    pub fn case_picture(&self, case: &Case) -> Picture {
        const ASIDE: [&str; 12] = [
            "head-changed",
            "track-held",
            "step-planned",
            "brought-by-corrected",
            "death-task",
            "plan-changed",
            "checklist",
            "way",
            "diagnosis-dated",
            "call-owed",
            "household",
            "household-facts",
        ];
        let t = self.visit.t;
        let marks: Vec<&Knot> =
            case.thread.iter().filter(|knot| !ASIDE.contains(&knot.kind.as_str())).collect();
        let skipped = marks.len().saturating_sub(DRAWN);
        let drawn = marks.iter().take(1).chain(marks.iter().skip(1 + skipped));
        let office = &self.infoline.office;
        let points =
            drawn.map(|knot| Point { when: t.date(office.day(knot.at)), what: self.knot_words(knot) });
        let points: Vec<Point> = points.collect();
        let gap = if skipped > 0 { t.n("cell-thread-between", skipped) } else { String::new() };
        line(&t.s("cell-thread"), &points, &gap)
    }
}
