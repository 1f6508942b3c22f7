//! One file on the agenda: discussed, decided, or carried over.

use crate::stable::stable_words;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

stable_words! {
    /// Where an item stands.
    pub enum ItemState in "item-state" {
        /// Not reached yet.
        Pending = "pending",
        /// Discussed, nothing decided.
        Discussed = "discussed",
        /// Discussed with a decision.
        Decided = "decided",
        /// For the next meeting.
        CarriedOver = "carried-over",
    }
}

/// Somebody who was of another opinion (duty D20). Their words are sealed and kept apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dissent {
    /// Account or outside participant.
    pub by: Uuid,
    /// Which sealed text says why; none when they gave no reason.
    pub text: Option<Uuid>,
}

/// What was decided. The words are sealed and kept apart; `revision` counts their changes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// How often the text changed.
    pub revision: u32,
    /// Who did not agree, each once.
    pub dissent: Vec<Dissent>,
}

/// An item of a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item<F> {
    /// The file.
    pub file: F,
    /// Where it stands.
    pub state: ItemState,
    /// What was decided; only for a decided item.
    pub decision: Option<Decision>,
    /// How many meetings in a row carried it over before this one.
    pub carried: u16,
}

/// Why an item does not change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ItemFault {
    /// Somebody dissents where nothing was decided.
    #[error("there is no decision to dissent from")]
    NothingDecided,
    /// Who dissents was not there.
    #[error("who dissents was not present")]
    NotPresent,
}

impl<F: Copy + PartialEq> Item<F> {
    /// An item that waits for its turn.
    pub const fn pending(file: F, carried: u16) -> Self {
        Self { file, state: ItemState::Pending, decision: None, carried }
    }

    /// Discussed, without a decision. Takes an earlier decision of this meeting back.
    #[must_use]
    pub fn discussed(self) -> Self {
        Self { state: ItemState::Discussed, decision: None, ..self }
    }

    /// Decided, or the decision changed: who dissented from other words is asked again.
    #[must_use]
    pub fn decided(self) -> Self {
        let revision = self.decision.as_ref().map_or(0, |d| d.revision.saturating_add(1));
        Self { state: ItemState::Decided, decision: Some(Decision { revision, dissent: Vec::new() }), ..self }
    }

    /// For the next meeting.
    #[must_use]
    pub fn carry(self) -> Self {
        Self { state: ItemState::CarriedOver, decision: None, ..self }
    }

    /// Somebody present is of another opinion; said twice it counts once, with the later words.
    ///
    /// # Errors
    /// [`ItemFault`].
    pub fn dissent(mut self, dissent: Dissent, present: &[Uuid]) -> Result<Self, ItemFault> {
        if !present.contains(&dissent.by) {
            return Err(ItemFault::NotPresent);
        }
        let decision = self.decision.as_mut().ok_or(ItemFault::NothingDecided)?;
        decision.dissent.retain(|other| other.by != dissent.by);
        decision.dissent.push(dissent);
        Ok(self)
    }
}

/// Items for the next meeting: what was carried over, and what nobody reached. Each file once, in the order of this
/// meeting.
pub fn carried_over<F: Copy + PartialEq>(items: &[Item<F>]) -> Vec<Item<F>> {
    let mut next: Vec<Item<F>> = Vec::new();
    for item in items {
        let goes_on = matches!(item.state, ItemState::Pending | ItemState::CarriedOver);
        if goes_on && next.iter().all(|other| other.file != item.file) {
            next.push(Item::pending(item.file, item.carried.saturating_add(1)));
        }
    }
    next
}

#[cfg(test)]
mod tests {
    use super::*;

    const ME: Uuid = Uuid::from_u128(1);

    #[test]
    fn what_was_not_reached_is_carried_over() {
        let items = [
            Item::pending(1, 0),
            Item::pending(2, 0).discussed(),
            Item::pending(3, 0).decided(),
            Item::pending(4, 2).carry(),
        ];
        assert_eq!(carried_over(&items), [Item::pending(1, 1), Item::pending(4, 3)]);
    }

    #[test]
    fn dissent_stands_beside_the_decision_of_those_present() {
        let mine = Dissent { by: ME, text: None };
        let item = Item::pending(1, 0);
        assert_eq!(item.clone().dissent(mine, &[ME]), Err(ItemFault::NothingDecided));
        assert_eq!(item.clone().decided().dissent(mine, &[]), Err(ItemFault::NotPresent));
        let said = item.decided().dissent(mine, &[ME]).unwrap();
        let again = said.dissent(Dissent { text: Some(ME), ..mine }, &[ME]).unwrap();
        assert_eq!(again.decision.as_ref().map(|d| d.dissent.len()), Some(1));
        let changed = again.decided();
        assert_eq!(changed.decision, Some(Decision { revision: 1, dissent: Vec::new() }));
    }
}
