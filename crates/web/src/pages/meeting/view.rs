//! An item of a meeting in words.

use crate::pages::desk::{Colleagues, Desk};
use ariane_domain::cell::Track;
use ariane_domain::cell::meeting::ItemState;
use ariane_store::records::cell::items::ItemText;
use ariane_store::records::cell::steps::StepText;
use std::collections::HashMap;
use uuid::Uuid;

/// A step that was proposed, in words.
pub struct StepLine {
    /// Track.
    pub track: String,
    /// What is to be done.
    pub text: String,
    /// By whom.
    pub owner: String,
    /// By when.
    pub due: String,
}

/// An item, ready to be shown.
pub struct ItemView {
    /// Id.
    pub id: Uuid,
    /// Number of the file.
    pub number: i64,
    /// Page of the file.
    pub href: String,
    /// Number and person.
    pub heading: String,
    /// Origin of the file.
    pub origin: String,
    /// Why it is on the agenda.
    pub reasons: String,
    /// How often it was carried over; empty when it was not.
    pub carried: String,
    /// State as its word.
    pub word: &'static str,
    /// State.
    pub state: String,
    /// Who is of another opinion; empty when nobody is.
    pub dissent: String,
    /// Why, of each who said so.
    pub dissent_words: Vec<String>,
    /// Whether there is a decision from which to dissent.
    pub is_decided: bool,
    /// What was said and decided.
    pub text: String,
    /// Revision of the text.
    pub revision: u32,
    /// Steps that this meeting proposes.
    pub steps: Vec<StepLine>,
}

/// The steps of a meeting by file.
pub fn by_file(steps: Vec<(Uuid, StepText)>) -> HashMap<Uuid, Vec<StepText>> {
    let mut all: HashMap<Uuid, Vec<StepText>> = HashMap::new();
    for (file, step) in steps {
        all.entry(file).or_default().push(step);
    }
    all
}

/// The label of a track.
pub fn track(desk: &Desk, track: Track) -> String {
    desk.visit.t.k("meeting-track", track.word())
}

impl ItemView {
    /// An item with its steps.
    pub fn new(
        desk: &Desk,
        item: ItemText,
        steps: &HashMap<Uuid, Vec<StepText>>,
        colleagues: &Colleagues,
    ) -> Self {
        let t = desk.visit.t;
        let reasons: Vec<String> =
            item.reasons.iter().map(|reason| t.k("agenda-reason", reason.word())).collect();
        let carried = usize::from(item.item.carried);
        let dissenting: Vec<String> = item
            .item
            .decision
            .iter()
            .flat_map(|decision| &decision.dissent)
            .map(|one| colleagues.name(one.by))
            .collect();
        let why = |(by, text): (&Uuid, &String)| {
            t.ww("meeting-dissent-why", ("name", &colleagues.name(*by)), ("text", text))
        };
        let dissent_words = item.dissent.iter().map(why).collect();
        let name = if item.name.is_empty() { t.s("meeting-name-unknown") } else { item.name };
        let steps = steps.get(&item.item.file).map(Vec::as_slice).unwrap_or_default();
        Self {
            id: item.id,
            number: item.number,
            href: desk.case_at(item.item.file),
            dissent_words,
            heading: t.ww("meeting-item", ("number", &item.number.to_string()), ("name", &name)),
            origin: t.k("meeting-origin", item.origin.word()),
            reasons: reasons.join(", "),
            carried: if carried > 0 { t.n("meeting-carried", carried) } else { String::new() },
            word: item.item.state.word(),
            state: t.k("item-state", item.item.state.word()),
            dissent: if dissenting.is_empty() {
                String::new()
            } else {
                t.w("meeting-dissent-of", "who", &dissenting.join(", "))
            },
            is_decided: item.item.state == ItemState::Decided,
            text: item.text,
            revision: item.revision,
            steps: steps
                .iter()
                .map(|step| StepLine {
                    track: track(desk, step.step.track),
                    text: step.text.clone(),
                    owner: colleagues.name(step.step.owner),
                    due: t.w("meeting-step-by", "day", &t.date(step.step.due)),
                })
                .collect(),
        }
    }
}
