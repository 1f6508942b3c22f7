//! What becomes of what somebody holds when their account is closed or a function is taken from them: nothing is left without
//! somebody who looks after it (F41; seed 000, the pair that stands in for each other).

use super::Role;
use crate::access::{Action, policy};
use crate::cell::Who;
use crate::cell::roster::Roster;
use crate::cell::silence::Pair;
use crate::cell::words::Track;
use crate::stable::stable_words;
use chrono::{DateTime, Utc};
use std::collections::BTreeMap;
use uuid::Uuid;

stable_words! {
    /// What an account may hold.
    pub enum Held in "held" {
        /// The psycho-social track of a file that is not closed.
        PsychosocialTrack = "psychosocial-track",
        /// The medical track of one.
        MedicalTrack = "medical-track",
        /// A step that has not ended; one that was declined too, because the person may think again.
        Step = "step",
        /// A call that is owed to a person.
        Call = "call",
        /// A recurring RCP.
        RcpSeries = "rcp-series",
        /// A session of an RCP whose report was not sent yet.
        RcpSession = "rcp-session",
        /// The follow-up of somebody by the psycho-social service.
        ServiceFile = "service-file",
        /// Standing in for a colleague who is away, or will be.
        StandIn = "stand-in",
        /// A request that a listener took.
        Enquiry = "enquiry",
    }
}

impl Held {
    /// Whether one with these functions may hold it.
    pub fn is_for(self, roles: &[Role]) -> bool {
        let may = |action| roles.iter().any(|role| policy::roles(action).contains(role));
        let coordinates = |track| roles.iter().any(|role| Who::of_role(*role) == Some(Who::of_track(track)));
        match self {
            Self::PsychosocialTrack => coordinates(Track::Psychosocial),
            Self::MedicalTrack => coordinates(Track::Medical),
            Self::Step => may(Action::SendToCell),
            Self::Call | Self::StandIn => may(Action::WriteCase),
            Self::RcpSeries | Self::RcpSession => may(Action::HoldRcp),
            Self::ServiceFile => may(Action::FollowInService),
            Self::Enquiry => may(Action::AnswerEnquiry),
        }
    }

    /// Whether nobody need hold it: a request goes back to the queue, where every listener sees it, and what somebody absent
    /// holds goes to the other of the pair ([`Roster::acting_for`], `cell::silence`).
    pub const fn may_be_free(self) -> bool {
        matches!(self, Self::Enquiry | Self::StandIn)
    }
}

/// One thing that somebody holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Holding<K> {
    /// Which.
    pub key: K,
    /// What it is.
    pub held: Held,
    /// The track to which it belongs, where it belongs to one.
    pub track: Option<Track>,
    /// Who holds the tracks of its file.
    pub pair: Option<Pair>,
}

/// Somebody who can sign in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Colleague {
    /// Account.
    pub account: Uuid,
    /// Functions.
    pub roles: Vec<Role>,
}

/// One thing with its new holder; none where nobody need hold it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HandedOn<K> {
    /// Which.
    pub key: K,
    /// What it is.
    pub held: Held,
    /// Account of the new holder.
    pub to: Option<Uuid>,
}

/// Nobody is left who could hold some of it: nothing is handed on, and the account stays as it is until somebody is named.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{} things would be left without a holder", .left.values().sum::<usize>())]
pub struct NobodyLeft {
    /// How many of each kind.
    pub left: BTreeMap<Held, usize>,
}

/// Somebody leaves, or gives up functions.
#[derive(Debug, Clone, Copy)]
pub struct Departure<'d> {
    /// Their account.
    pub leaving: Uuid,
    /// The functions that they keep; none when the account is closed.
    pub keeps: &'d [Role],
    /// Who can sign in.
    pub colleagues: &'d [Colleague],
    /// Who was named to take over what is of a kind.
    pub chosen: &'d BTreeMap<Held, Uuid>,
    /// Absences and who stands in.
    pub roster: &'d Roster,
    /// When.
    pub at: DateTime<Utc>,
}

impl Departure<'_> {
    /// Whether they may go on holding it.
    pub fn keeps(&self, held: Held) -> bool {
        held.is_for(self.keeps)
    }

    fn is_fit(&self, account: Uuid, held: Held) -> bool {
        let fit = |one: &Colleague| one.account == account && held.is_for(&one.roles);
        account != self.leaving && self.colleagues.iter().any(fit)
    }

    /// Who takes over one thing: who was named for it, and nobody else then; without a name their stand-in by the roster,
    /// else the holder of its track or who acts for them, else the other of the pair. Only who may hold it.
    pub fn heir<K>(&self, one: &Holding<K>) -> Option<Uuid> {
        let fit = |account: Uuid| self.is_fit(account, one.held).then_some(account);
        if let Some(named) = self.chosen.get(&one.held) {
            return fit(*named);
        }
        let present = |account: Uuid| self.roster.acting_for(account, self.at).and_then(fit);
        let track = one.track.unwrap_or(Track::Psychosocial);
        let holder = |track| one.pair.and_then(|pair| present(pair.holder(track)));
        let absence = self.roster.absence(self.leaving, self.at);
        absence
            .and_then(|absence| absence.stand_in)
            .and_then(present)
            .or_else(|| holder(track))
            .or_else(|| holder(track.other()))
    }

    /// New holders for everything that they may not go on holding.
    ///
    /// # Errors
    /// [`NobodyLeft`] when something that somebody must hold has no heir: then nothing is handed on.
    pub fn hand_on<K: Copy>(
        &self,
        holdings: impl IntoIterator<Item = Holding<K>>,
    ) -> Result<Vec<HandedOn<K>>, NobodyLeft> {
        let (mut found, mut left) = (Vec::new(), BTreeMap::new());
        for one in holdings {
            if self.keeps(one.held) {
                continue;
            }
            // A request is not pushed onto a listener: the queue gives it to who is free.
            let to = if one.held == Held::Enquiry { None } else { self.heir(&one) };
            if to.is_none() && !one.held.may_be_free() {
                *left.entry(one.held).or_default() += 1;
            }
            found.push(HandedOn { key: one.key, held: one.held, to });
        }
        if left.is_empty() { Ok(found) } else { Err(NobodyLeft { left }) }
    }
}

#[cfg(test)]
#[path = "departure_tests.rs"]
mod tests;
