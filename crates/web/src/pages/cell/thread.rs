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
    /// An event of a file in words, by its kind and the code that says more.
    pub fn event_words(&self, kind: &str, detail: &str) -> String {
        let t = self.visit.t;
        let what = t.k("case-event", kind);
        let detail = match kind {
            _ if detail.is_empty() => String::new(),
            "received" => t.k("origin", detail),
            "refuse" => t.k("decline-reason", detail),
            "pause" => t.k("pause-reason", detail),
            "close" => t.k("close-reason", detail),
            "step-changed" => t.k("step-state", detail),
            "brought-by-corrected" => {
                let to = detail.split(' ').next().and_then(BroughtBy::from_word);
                to.map(|b| t.k("brought-by", b.word())).unwrap_or_default()
            }
            "track-held" | "analysis-begun" | "analysis-signed" | "analysis-reopened" | "summary-signed"
            | "step-proposed" => t.k("track", detail),
            "dossier-begun" | "dossier-approved" | "dossier-dropped" => t.k("purpose", detail),
            "dossier-fetched" => t.k("dossier-form", detail),
            "sharing-judged" => t.k("sharing-short", detail),
            "plan-line" | "plan-changed" => t.k("plan-part", detail),
            "checklist" => t.k("care-list", detail),
            "told" => t.k("delicate", detail),
            "letter" => t.k("audience", detail),
            "representative-recorded" => t.k("representative", detail),
            "opinion-recorded" => t.k("opinion", detail),
            "recipient-asked" | "passed-on" => t.k("recipient", detail),
            "recipient-answered" => t.k("recipient-answer", detail),
            "document-added" => t.k("document-kind", detail),
            "document-offered" => t.k("care-document-rcp", detail),
            "record-request" => t.k("record-request-state", detail),
            "referral" => t.k("referral-state", detail),
            "panel" => t.k("panel-state", detail),
            "family-contact" => t.k("family-contact", detail),
            "service" => t.k("service-told", detail),
            "exchange" => t.k("exchange-state", detail),
            "contact-kept" => t.k("contact-role", detail),
            "pressing" => t.k("cell-pressing", detail),
            "call-ended" => t.k("call-state", detail),
            "death-task" => t.w("cell-to-tell", "count", detail),
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
                    what: self.event_words(&knot.kind, &knot.detail),
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
        const ASIDE: [&str; 14] = [
            "head-changed",
            "track-held",
            "step-planned",
            "step-handed-on",
            "brought-by-corrected",
            "death-task",
            "plan-changed",
            "checklist",
            "way",
            "diagnosis-dated",
            "call-owed",
            "call-handed-on",
            "household",
            "household-facts",
        ];
        let t = self.visit.t;
        let marks: Vec<&Knot> =
            case.thread.iter().filter(|knot| !ASIDE.contains(&knot.kind.as_str())).collect();
        let skipped = marks.len().saturating_sub(DRAWN);
        let drawn = marks.iter().take(1).chain(marks.iter().skip(1 + skipped));
        let office = &self.infoline.office;
        let points = drawn.map(|knot| Point {
            when: t.date(office.day(knot.at)),
            what: self.event_words(&knot.kind, &knot.detail),
        });
        let points: Vec<Point> = points.collect();
        let gap = if skipped > 0 { t.n("cell-thread-between", skipped) } else { String::new() };
        line(&t.s("cell-thread"), &points, &gap)
    }
}
