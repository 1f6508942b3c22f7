//! The outcome of a panel as a signed statement: whoever gets it can check that it is what was closed.

use super::Panel;
use crate::StoreError;
use ariane_domain::panel::PanelKind;
use ariane_domain::panel::clock::Step;
use ariane_domain::panel::outcome::Outcome;
use ariane_privacy::chain::HeadSigner;
use ariane_privacy::statement::Proof;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// Label of the signature, so that it passes for no other statement.
const LABEL: &str = "panel outcome 1";

/// What is stated: nobody by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// Number of the panel in this house.
    pub number: i64,
    /// Kind, by its word.
    pub kind: String,
    /// When it was closed, or written down from CPMS.
    pub closed_at: DateTime<Utc>,
    /// The outcome, dissent included.
    pub outcome: Outcome,
}

/// A statement with what proves it, as a file holds it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignedOutcome {
    /// The statement as it was signed, letter by letter: JSON.
    pub statement: String,
    /// Proof.
    pub proof: Proof,
}

impl SignedOutcome {
    /// Signs what came of a panel; none where nothing did. The same outcome always gives the same file.
    ///
    /// # Errors
    /// [`StoreError::NotPossible`] where it cannot be written.
    pub fn of(
        panel: &Panel,
        outcome: Option<&Outcome>,
        signer: &HeadSigner,
    ) -> Result<Option<Self>, StoreError> {
        let closed = panel.steps.iter().find(|one| one.step == Step::Closed);
        let Some((closed, outcome)) = closed.zip(outcome) else { return Ok(None) };
        let statement = Statement {
            number: panel.number,
            kind: PanelKind::word(panel.kind).to_owned(),
            closed_at: closed.at,
            outcome: outcome.clone(),
        };
        let statement = serde_json::to_string(&statement).map_err(|_| StoreError::NotPossible)?;
        let proof = signer.state(LABEL, &statement);
        Ok(Some(Self { statement, proof }))
    }

    /// Whether it is as it was signed, with a key in hexadecimal.
    pub fn holds(&self, key: &str) -> bool {
        self.proof.holds(LABEL, &self.statement, key)
    }

    /// What is stated; none where it is of a form that this version does not know.
    pub fn stated(&self) -> Option<Statement> {
        serde_json::from_str(&self.statement).ok()
    }
}
