//! A plainly fictitious year of requests, in the proportions of seed 000, so that every page can be tried.
//!
//! The same seed and the same moment give the same year. Names, addresses and texts say that they are made up; mail
//! addresses end in `.invalid`, which no mail ever reaches (RFC 2606).
//!
//! What the seed gives: 259 requesters; ages 27, 6 and 67 %; senders 52, 29 and 19 %; entry 63 % by mail and 37 % by
//! telephone; nationalities 57, 14, 10 and 20 %, which add up to 101: [`NATIONS`] are whole people whose shares, each rounded
//! by itself, are these. The other whole numbers are found by the method of the largest remainder. The seed names seven
//! natures of request without shares, and says nothing of languages, disorders, delays or outcomes: these are ours.

pub mod cell;
mod chance;
mod course;
mod texts;

use ariane_domain::Language;
use ariane_domain::code::OrphaCode;
use ariane_domain::enquiry::{
    AgeBand, Change, DisorderStatus, EntryMode, Gender, HandoverReason, Outcome, Profile, ReferralSource,
    RequesterKind, Satisfaction, State, UnmetNeed, Urgency,
};
use ariane_domain::need::{Nature, NeedCode};
use ariane_domain::office::Office;
use ariane_domain::place::Country;
use chance::{Chance, shares};
use chrono::{DateTime, Utc};

/// Requesters of the first year of the Luxembourg Infoline (seed 000).
pub const REQUESTERS: usize = 259;

/// A request that nobody made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoEnquiry {
    /// 1 to 259, in the order of receipt.
    pub number: u32,
    /// Name, as "Personne Fictive 017"; empty for those who called without one.
    pub name: String,
    /// Mail address below `.invalid`; empty for calls.
    pub mail: String,
    /// Telephone number that does not exist; empty for mails.
    pub phone: String,
    /// Coded part.
    pub profile: Profile,
    /// Language of the texts.
    pub language: Language,
    /// Subject, marked as a demonstration.
    pub subject: String,
    /// What was written or said, marked as a demonstration.
    pub text: String,
    /// What was replied; empty when nobody has yet.
    pub reply: String,
    /// How urgent it is.
    pub urgency: Urgency,
    /// When it came in.
    pub received_at: DateTime<Utc>,
    /// When a reply is due.
    pub due_at: DateTime<Utc>,
    /// First reply.
    pub replied_at: Option<DateTime<Utc>>,
    /// What happened, in order: each change is one that the state before it allows.
    pub history: Vec<(DateTime<Utc>, Change)>,
    /// Where it stands.
    pub state: State,
    /// What became of it.
    pub outcome: Option<Outcome>,
    /// Why it was handed over.
    pub handover: Option<HandoverReason>,
    /// What could not be given.
    pub unmet: Vec<UnmetNeed>,
}

/// Disorders that people know by name, so that a figure shows something.
const DISORDERS: [u32; 8] = [586, 98_896, 558, 803, 399, 636, 355, 324];

/// Nationalities of "Autres", which the seed does not name.
const OTHERS: [&str; 10] = ["BE", "DE", "IT", "ES", "CV", "ME", "PL", "RO", "SY", "UA"];

/// Luxembourgers, Portuguese, French and others among the requesters.
pub const NATIONS: [usize; 4] = [147, 36, 25, 51];

/// A list with each value as often as its share says, in a random order.
fn shuffled<T: Copy>(chance: &mut Chance, values: &[T], parts: &[u32]) -> Vec<T> {
    dealt(chance, values, &shares(parts, REQUESTERS))
}

/// A list with each value so many times, in a random order.
fn dealt<T: Copy>(chance: &mut Chance, values: &[T], counts: &[usize]) -> Vec<T> {
    let mut all: Vec<T> =
        values.iter().zip(counts).flat_map(|(value, n)| std::iter::repeat_n(*value, *n)).collect();
    chance.shuffle(&mut all);
    all
}

fn needs(chance: &mut Chance) -> Vec<NeedCode> {
    let wanted = chance.pick_by(&[1_usize, 2, 3], &[55, 33, 12]);
    let mut needs: Vec<NeedCode> = Vec::new();
    while needs.len() < wanted {
        let nature = chance.pick_by(&Nature::ALL, &[26, 22, 8, 16, 12, 8, 8]);
        let subs = nature.sub_needs();
        let sub =
            chance.one_in(2).then(|| subs[chance.below(subs.len())]).filter(|sub| *sub != "palliative-care");
        if needs.iter().all(|need| need.nature != nature) {
            needs.push(NeedCode { nature, sub });
        }
    }
    needs
}

fn language(chance: &mut Chance, nationality: &str) -> Language {
    use Language::{De, En, Fr, Lb, Pt};
    match nationality {
        "LU" => chance.pick_by(&[Lb, Fr, De], &[45, 35, 20]),
        "PT" => chance.pick_by(&[Pt, Fr, Lb], &[55, 40, 5]),
        "FR" | "BE" => Fr,
        "DE" => De,
        _ => chance.pick_by(&[En, Fr, De], &[50, 40, 10]),
    }
}

fn requester(chance: &mut Chance, age: AgeBand) -> RequesterKind {
    use RequesterKind::{Other, PersonConcerned, Professional, Relative};
    if age.is_minor() {
        chance.pick_by(&[Relative, Professional], &[75, 25])
    } else {
        chance.pick_by(&[PersonConcerned, Relative, Professional, Other], &[50, 24, 23, 3])
    }
}

/// The year before `now`, at an office.
pub fn year(seed: u64, office: &Office, now: DateTime<Utc>) -> Vec<DemoEnquiry> {
    let mut chance = Chance::new(seed);
    let ages = shuffled(&mut chance, &[AgeBand::Under12, AgeBand::From12To18, AgeBand::Adult], &[27, 6, 67]);
    let senders = [ReferralSource::Professional, ReferralSource::Media, ReferralSource::Acquaintance];
    let senders = shuffled(&mut chance, &senders, &[52, 29, 19]);
    let modes = shuffled(&mut chance, &[EntryMode::Mail, EntryMode::Phone], &[63, 37]);
    let nations = dealt(&mut chance, &["LU", "PT", "FR", "other"], &NATIONS);
    let times = course::times(&mut chance, office, now, &modes);
    let mut all = Vec::with_capacity(REQUESTERS);
    for index in 0..REQUESTERS.min(times.len()) {
        let nation =
            if nations[index] == "other" { OTHERS[chance.below(OTHERS.len())] } else { nations[index] };
        let (mode, received_at) = times[index];
        let kind = requester(&mut chance, ages[index]);
        let language = language(&mut chance, nation);
        let status = [
            DisorderStatus::Diagnosed,
            DisorderStatus::Suspected,
            DisorderStatus::Undiagnosed,
            DisorderStatus::Unknown,
        ];
        let status = chance.pick_by(&status, &[58, 18, 18, 6]);
        let profile = Profile {
            entry_mode: Some(mode),
            requester_kind: Some(kind),
            referral_source: Some(senders[index]),
            gender: Some(chance.pick_by(&[Gender::Female, Gender::Male, Gender::Unknown], &[62, 33, 5])),
            age_band: Some(ages[index]),
            nationality: Country::new(nation),
            residence: Country::new(chance.pick_by(&["LU", "FR", "DE", "BE"], &[88, 6, 3, 3])),
            area: None,
            language: Some(language.code().to_owned()),
            interpreter: Some(nation == "SY"),
            needs: needs(&mut chance),
            disorder_status: Some(status),
            disorder: (status == DisorderStatus::Diagnosed)
                .then(|| OrphaCode(DISORDERS[chance.below(DISORDERS.len())])),
            person_knows: kind.speaks_for_another().then(|| !chance.one_in(8)),
            response_minutes: None,
            satisfaction: None,
        };
        let number = u32::try_from(index + 1).unwrap_or(u32::MAX);
        let mut one = blank(number, profile, language, received_at, office.due(received_at));
        if mode == EntryMode::Phone && chance.one_in(4) {
            one.name.clear();
        }
        course::follow(&mut chance, office, now, &mut one);
        all.push(one);
    }
    all
}

fn blank(
    number: u32,
    profile: Profile,
    language: Language,
    received_at: DateTime<Utc>,
    due_at: DateTime<Utc>,
) -> DemoEnquiry {
    let by_mail = profile.entry_mode == Some(EntryMode::Mail);
    let nature = profile.needs.first().map_or(Nature::Information, |need| need.nature);
    DemoEnquiry {
        number,
        name: format!("Personne Fictive {number:03}"),
        mail: if by_mail {
            format!("personne.fictive.{number:03}@demonstration.invalid")
        } else {
            String::new()
        },
        phone: if by_mail { String::new() } else { format!("+352 000 000 {number:03}") },
        subject: texts::subject(language, nature),
        text: texts::question(language, nature),
        reply: String::new(),
        urgency: Urgency::None,
        received_at,
        due_at,
        replied_at: None,
        history: Vec::new(),
        state: State::Waiting,
        outcome: None,
        handover: None,
        unmet: Vec::new(),
        profile,
        language,
    }
}

/// One to five, most often four.
fn satisfaction(chance: &mut Chance) -> Option<Satisfaction> {
    chance.one_in(3).then(|| chance.pick_by(&[2, 3, 4, 5], &[5, 15, 45, 35])).and_then(Satisfaction::new)
}
