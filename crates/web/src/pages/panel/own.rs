//! The panels about a person, in their words. What came of one is told by a human (duty D2).

use crate::pages::visit::Visit;
use ariane_domain::panel::PanelState;
use ariane_store::records::panel::own::OwnPanel;

/// A panel as its person reads it.
pub struct OwnPanelView {
    /// What it is.
    pub what: String,
    /// Where it stands.
    pub plain: String,
    /// Since when.
    pub day: String,
}

/// In plain words.
pub fn views(visit: &Visit, all: &[OwnPanel]) -> Vec<OwnPanelView> {
    let t = visit.t;
    all.iter()
        .map(|one| OwnPanelView {
            what: t.k("panel-own-kind", one.kind.word()),
            plain: match one.state {
                PanelState::Closed | PanelState::Decided if one.is_told => t.s("panel-own-told"),
                PanelState::Closed | PanelState::Decided => t.s("panel-own-to-tell"),
                PanelState::Withdrawn => t.s("panel-own-withdrawn"),
                _ => t.s("panel-own-asked"),
            },
            day: t.w("panel-own-since", "day", &t.date(visit.settings.day(one.opened_at))),
        })
        .collect()
}
