//! Votes on proposals, and the outcome that the lead closes: an advice, dissent included (duty D20).

use super::acts::Function;
use super::{PanelFault, said};
use crate::stable::stable_words;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

stable_words! {
    /// What an expert says to a proposal.
    pub enum Vote in "panel-vote" {
        /// Agrees.
        Agree = "agree",
        /// Disagrees, and says why.
        Disagree = "disagree",
        /// Abstains.
        Abstain = "abstain",
    }
}

impl Vote {
    /// Whether the words that go with a vote suffice: who disagrees says why.
    ///
    /// # Errors
    /// [`PanelFault`].
    pub fn check(self, why: &str) -> Result<&str, PanelFault> {
        match self {
            Self::Disagree => said(why),
            Self::Agree | Self::Abstain if why.trim().is_empty() => Ok(""),
            Self::Agree | Self::Abstain => said(why),
        }
    }
}

/// A proposal for the advice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Id.
    pub id: Uuid,
    /// Who proposed it.
    pub by: Function,
    /// Words.
    pub text: String,
}

/// A vote on a proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cast {
    /// On which.
    pub proposal: Uuid,
    /// Who.
    pub by: Function,
    /// What.
    pub vote: Vote,
    /// Why.
    pub why: String,
}

/// Who does not agree, by function, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dissent {
    /// Function.
    pub by: Function,
    /// Why.
    pub why: String,
}

/// A proposal with what came of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settled {
    /// Words.
    pub text: String,
    /// Who proposed it.
    pub by: Function,
    /// How many agree.
    pub agree: usize,
    /// How many abstain.
    pub abstain: usize,
    /// Who disagrees, and why: all of them.
    pub dissent: Vec<Dissent>,
}

/// The outcome, as it is closed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// The case, by its pseudonym.
    pub pseudonym: String,
    /// The advice, in the words of who leads.
    pub advice: String,
    /// Proposals with votes.
    #[serde(default)]
    pub proposals: Vec<Settled>,
    /// Who leads; empty for what was written down from CPMS.
    #[serde(default)]
    pub lead: Function,
    /// Who took part.
    #[serde(default)]
    pub experts: Vec<Function>,
}

/// Puts together what stands to be closed. Whoever disagrees with a proposal stands in it: no vote can be left out.
///
/// # Errors
/// [`PanelFault`] where there is no advice.
pub fn composed(
    (pseudonym, advice): (&str, &str),
    lead: Function,
    experts: Vec<Function>,
    proposals: &[Proposal],
    votes: &[Cast],
) -> Result<Outcome, PanelFault> {
    let advice = said(advice)?.to_owned();
    let settled = |one: &Proposal| {
        let cast = || votes.iter().filter(|vote| vote.proposal == one.id);
        let count = |wanted| cast().filter(|vote| vote.vote == wanted).count();
        Settled {
            text: one.text.clone(),
            by: one.by.clone(),
            agree: count(Vote::Agree),
            abstain: count(Vote::Abstain),
            dissent: cast()
                .filter(|vote| vote.vote == Vote::Disagree)
                .map(|vote| Dissent { by: vote.by.clone(), why: vote.why.clone() })
                .collect(),
        }
    };
    let proposals = proposals.iter().map(settled).collect();
    Ok(Outcome { pseudonym: pseudonym.to_owned(), advice, proposals, lead, experts })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn function(n: usize) -> Function {
        Function { specialty: format!("s{n}"), country: "DE".into() }
    }

    #[test]
    fn who_disagrees_says_why_and_without_an_advice_nothing_is_closed() {
        assert_eq!(Vote::Disagree.check(" "), Err(PanelFault::WordsMissing));
        assert_eq!(Vote::Disagree.check(" too early "), Ok("too early"));
        assert_eq!(Vote::Agree.check(""), Ok(""));
        let none = composed(("P", " "), function(0), Vec::new(), &[], &[]);
        assert_eq!(none, Err(PanelFault::WordsMissing));
    }

    proptest! {
        /// Every disagreement stands in the outcome with its reason and function, and no vote is counted twice or lost.
        #[test]
        fn no_dissent_is_left_out(votes in prop::collection::vec((0_u128..3, 0_usize..3, 0_usize..8), 0..30)) {
            let proposals: Vec<Proposal> = (0..3)
                .map(|n| Proposal { id: Uuid::from_u128(n), by: function(0), text: format!("p{n}") })
                .collect();
            let cast: Vec<Cast> = votes
                .iter()
                .enumerate()
                .map(|(n, (proposal, vote, who))| Cast {
                    proposal: Uuid::from_u128(*proposal),
                    by: function(*who),
                    vote: Vote::ALL[*vote],
                    why: format!("why {n}"),
                })
                .collect();
            let made = composed(("P", "advice"), function(0), Vec::new(), &proposals, &cast).unwrap();
            let total: usize = made.proposals.iter().map(|one| one.agree + one.abstain + one.dissent.len()).sum();
            prop_assert_eq!(total, cast.len());
            for one in cast.iter().filter(|one| one.vote == Vote::Disagree) {
                let is_there = made.proposals.iter().flat_map(|p| &p.dissent).any(|d| d.by == one.by && d.why == one.why);
                prop_assert!(is_there);
            }
        }
    }
}
