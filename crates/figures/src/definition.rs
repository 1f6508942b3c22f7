//! The figures by name: what each counts, in which unit, in which version (duty D43).
//!
//! A published number names the version of its definition. Whoever changes what a figure counts raises its version; the text
//! of each stands in `docs/figures.md`, and a test holds the two lists against each other.

use serde::{Deserialize, Serialize};

/// What one is, in a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// A message, a call, a visit.
    Contact,
    /// A request, however many contacts it took.
    Request,
    /// Who asks, once in a calendar year: at the first request of that year.
    Requester,
    /// Whom it is about, once in a calendar year; in the cell: whose file it is, once in the period.
    PersonConcerned,
    /// A need that could not be met.
    UnmetNeed,
    /// A meeting.
    Meeting,
    /// A referral to a European network.
    Referral,
}

/// In what a figure counts how long something took.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// In the opening hours of the office.
    OpenHours,
    /// In days of the calendar.
    Days,
}

/// How a figure behaves when periods are joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grain {
    /// What quarters count adds up to the year.
    Adds,
    /// What lasts is counted in every period that it touches: published for whole years only.
    Lasts,
    /// It says nothing of persons: never hidden.
    Plain,
}

/// A figure.
#[derive(Debug, PartialEq, Eq)]
pub struct Definition {
    /// Name, for ever.
    pub id: &'static str,
    /// Raised whenever something else is counted.
    pub version: u16,
    /// What one is.
    pub unit: Unit,
    /// How it behaves when periods are joined.
    pub grain: Grain,
    /// In what its waiting times are counted, where it has any.
    pub clock: Clock,
}

const fn adds(id: &'static str, unit: Unit) -> Definition {
    Definition { id, version: 1, unit, grain: Grain::Adds, clock: Clock::OpenHours }
}

const fn lasts(id: &'static str) -> Definition {
    let unit = Unit::PersonConcerned;
    Definition { id, version: 1, unit, grain: Grain::Lasts, clock: Clock::OpenHours }
}

const fn in_days(id: &'static str, unit: Unit) -> Definition {
    Definition { id, version: 1, unit, grain: Grain::Adds, clock: Clock::Days }
}

/// A definition that counted something else before.
const fn again(version: u16, one: Definition) -> Definition {
    Definition { version, ..one }
}

/// All records of requests, and which of them count.
pub const RECORDS: Definition = adds("infoline.records", Unit::Request);
/// Contacts: the first of each request, and further ones.
pub const CONTACTS: Definition = adds("infoline.contacts", Unit::Contact);
/// Requests by whether their requester asked for the first time in the year.
pub const REQUESTERS: Definition = adds("infoline.requesters", Unit::Requester);
/// Requests by whether they are the first of the year about a person.
pub const PERSONS: Definition = adds("infoline.persons", Unit::PersonConcerned);
/// Age of the person concerned ("Ages").
pub const AGE: Definition = adds("infoline.age", Unit::PersonConcerned);
/// How the requester heard of the helpline ("Envoyeurs").
pub const SENDER: Definition = adds("infoline.sender", Unit::Requester);
/// How the requester came in ("Mode d'entrée").
pub const ENTRY: Definition = adds("infoline.entry", Unit::Requester);
/// Nationality of the person concerned ("Nationalités").
pub const NATIONALITY: Definition = adds("infoline.nationality", Unit::PersonConcerned);
/// Natures of requests ("Nature des demandes"); a request may have several.
pub const NATURE: Definition = adds("infoline.nature", Unit::Request);
/// Who asks: part of the caller profile of the European network of helplines.
pub const KIND: Definition = adds("infoline.kind", Unit::Request);
/// What is known of the disorder.
pub const DISORDER: Definition = adds("infoline.disorder", Unit::Request);
/// What became of requests.
pub const OUTCOME: Definition = adds("infoline.outcome", Unit::Request);
/// Time to the first reply, in open hours, and whether the promise was kept (F78).
pub const REPLY: Definition = adds("infoline.reply", Unit::Request);
/// Time to orientation, in open hours (F78).
pub const ORIENTATION: Definition = adds("infoline.orientation", Unit::Request);
/// Needs that could not be met, by reason.
pub const UNMET: Definition = again(2, adds("infoline.unmet", Unit::UnmetNeed));
/// Needs that could not be met, by what was asked for.
pub const UNMET_NATURE: Definition = again(2, adds("infoline.unmet-nature", Unit::UnmetNeed));
/// Weekly meetings that were due, and whether they took place.
pub const MEETING_RECORDS: Definition = Definition {
    id: "cell.meeting-records",
    version: 1,
    unit: Unit::Meeting,
    grain: Grain::Plain,
    clock: Clock::OpenHours,
};
/// Weekly meetings that took place ("réunions hebdomadaires").
pub const MEETINGS: Definition = Definition {
    id: "cell.meetings",
    version: 2,
    unit: Unit::Meeting,
    grain: Grain::Plain,
    clock: Clock::OpenHours,
};
/// Persons in active follow-up whom the infoline or the psycho-social service sent ("patients en follow-up actif").
pub const CELL_ACTIVE: Definition = lasts("cell.active");
/// Of those, from where.
pub const CELL_ORIGIN: Definition = lasts("cell.origin");
/// Of those, brought by whom ("amenés par le CNPS").
pub const CELL_BROUGHT: Definition = lasts("cell.brought");
/// Of those, taken in the period for the first time.
pub const CELL_NEW: Definition = lasts("cell.new");
/// Persons in active follow-up whom the infoline or the psycho-social service sent, and why some are counted no further.
pub const CELL_RECORDS: Definition = lasts("cell.records");
/// The same of those whom the hub sent.
pub const HUB_RECORDS: Definition = lasts("hub.records");
/// Persons in active follow-up whom the hub sent.
pub const HUB_ACTIVE: Definition = lasts("hub.active");
/// Of those, taken in the period for the first time ("nouveaux patients").
pub const HUB_NEW: Definition = lasts("hub.new");
/// Persons sent to a European network by way of the hub ("patients orientés vers les ERN").
pub const HUB_REFERRED: Definition = lasts("hub.referred");

/// Referrals to European networks by what became of them, and days to the answer.
pub const HUB_REFERRALS: Definition = in_days("hub.referrals", Unit::Referral);
/// The same referrals by whether the person was seen, and days to the first appointment.
pub const HUB_APPOINTMENT: Definition = in_days("hub.appointment", Unit::Referral);
/// Persons whose diagnosis falls into the period, by how long it took since the first symptom.
pub const CELL_DIAGNOSIS: Definition = again(2, adds("cell.diagnosis", Unit::PersonConcerned));

/// Figures that rest on the record of referrals.
pub const OF_REFERRALS: [&Definition; 3] = [&HUB_REFERRED, &HUB_REFERRALS, &HUB_APPOINTMENT];

/// All figures, in the order of the report.
pub const ALL: [&Definition; 30] = [
    &RECORDS,
    &CONTACTS,
    &REQUESTERS,
    &PERSONS,
    &AGE,
    &SENDER,
    &ENTRY,
    &NATIONALITY,
    &NATURE,
    &KIND,
    &DISORDER,
    &OUTCOME,
    &REPLY,
    &ORIENTATION,
    &UNMET,
    &UNMET_NATURE,
    &MEETING_RECORDS,
    &MEETINGS,
    &CELL_RECORDS,
    &CELL_ACTIVE,
    &CELL_ORIGIN,
    &CELL_BROUGHT,
    &CELL_NEW,
    &CELL_DIAGNOSIS,
    &HUB_RECORDS,
    &HUB_ACTIVE,
    &HUB_NEW,
    &HUB_REFERRED,
    &HUB_REFERRALS,
    &HUB_APPOINTMENT,
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_figure_is_explained_in_the_version_that_is_computed() {
        let explained = include_str!("../../../docs/figures.md");
        for one in ALL {
            let named = format!("`{}` version {}", one.id, one.version);
            assert!(explained.contains(&named), "docs/figures.md does not explain {named}");
        }
        assert_eq!(ALL.iter().map(|one| one.id).collect::<BTreeSet<_>>().len(), ALL.len());
    }
}
