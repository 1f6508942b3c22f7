//! A session in words: its people, its files with their advices, its way as a picture.

use crate::pages::desk::{Colleagues, Desk, Sent};
use crate::pages::start::Choice;
use crate::pictures::Picture;
use crate::pictures::thread::{Point, line};
use ariane_domain::cell::rcp::{KeptBack, Passing, PassingWay, Quorum, QuorumRule};
use ariane_domain::cell::told::Told;
use ariane_store::records::rcp::advice::{AdviceText, Listed};
use ariane_store::records::rcp::participants::Participant;
use ariane_store::records::rcp::sessions::Session;
use fluent_bundle::FluentArgs;
use uuid::Uuid;

/// Somebody who is invited.
pub struct PersonView {
    /// Id of the invitation.
    pub id: Uuid,
    /// Account.
    pub account: Uuid,
    /// Name.
    pub name: String,
    /// Specialty.
    pub specialty: String,
    /// What they answered.
    pub answer: String,
    /// Whether they were there.
    pub is_present: bool,
}

/// Somebody who may be of another opinion.
pub struct DissentView {
    /// Account.
    pub account: Uuid,
    /// Name.
    pub name: String,
    /// Whether they are.
    pub is_chosen: bool,
    /// What they say.
    pub text: String,
}

/// A file on the list.
pub struct FileView {
    /// File.
    pub id: Uuid,
    /// Its page.
    pub href: String,
    /// Number and person.
    pub heading: String,
    /// The treating physician; empty where there is none.
    pub physician: String,
    /// The advice, as kept.
    pub text: String,
    /// Revision of the advice.
    pub revision: u32,
    /// In plain words.
    pub plain: String,
    /// Who is of another opinion, in words.
    pub dissent: Vec<String>,
    /// What was typed and not kept; none where the form shows what is kept.
    pub typed: Option<(String, String)>,
    /// Who was there, for the form.
    pub people: Vec<DissentView>,
    /// Whether the person was told, in words.
    pub told: String,
    /// Whether that may still be recorded.
    pub may_tell: bool,
    /// What became of the report, in words; empty while nobody said.
    pub passed: String,
    /// The form that says so.
    pub passing: PassingForm,
}

/// What became of a report, as a form.
pub struct PassingForm {
    /// Ways, then reasons why it did not go out.
    pub ways: Vec<Choice>,
    /// The reasons.
    pub reasons: Vec<Choice>,
    /// To whom.
    pub to: String,
    /// On which day.
    pub on: String,
    /// What is wrong.
    pub error: String,
}

/// A name that may be missing.
fn named(desk: &Desk, name: &str) -> String {
    if name.is_empty() { desk.visit.t.s("meeting-name-unknown") } else { name.to_owned() }
}

/// How a person was told, in words.
pub fn told(desk: &Desk, advice: &AdviceText, colleagues: &Colleagues) -> String {
    let t = desk.visit.t;
    let by_at =
        |key: &str, by: Uuid, at| t.ww(key, ("name", &colleagues.name(by)), ("moment", &desk.moment(at)));
    match advice.told {
        Told::NotYet => t.s("rcp-told-not-yet"),
        Told::Explained { by, at } => by_at("rcp-told-explained", by, at),
        Told::PrefersNotToKnow { by, at } => by_at("rcp-told-prefers-not", by, at),
    }
}

/// What became of the report on a file, in words; empty while nobody said.
fn passed(desk: &Desk, advice: &AdviceText, colleagues: &Colleagues) -> String {
    let t = desk.visit.t;
    let Some(one) = &advice.passed else { return String::new() };
    let by = t.ww("care-written-by", ("name", &colleagues.name(one.by)), ("moment", &desk.moment(one.at)));
    let what = match one.passing {
        Passing::Passed { way, on } => {
            let mut args = FluentArgs::new();
            args.set("to", one.to.clone());
            args.set("day", t.date(on));
            args.set("way", t.k("report-way", way.word()));
            t.with("rcp-passed", &args)
        }
        Passing::Kept(reason) => t.w("rcp-kept", "reason", &t.k("report-kept", reason.word())),
    };
    format!("{what} {by}")
}

/// The form that says what became of a report, as it was last said, or as it was typed.
pub fn passing_form(desk: &Desk, one: &Listed, typed: Option<(&Sent, String)>) -> PassingForm {
    let t = desk.visit.t;
    let (chosen, to, on, error) = match (typed, &one.advice.passed) {
        (Some((sent, error)), _) => (sent.line("way"), sent.line("to"), sent.line("on"), error),
        (None, Some(said)) => match said.passing {
            Passing::Passed { way, on } => {
                (way.word().to_owned(), said.to.clone(), on.to_string(), String::new())
            }
            Passing::Kept(reason) => {
                (reason.word().to_owned(), one.physician.clone(), String::new(), String::new())
            }
        },
        (None, None) => {
            let way = PassingWay::Post.word().to_owned();
            (way, one.physician.clone(), desk.today().to_string(), String::new())
        }
    };
    let choice = |key: &str, word: &str| Choice::new(word, t.k(key, word), word == chosen);
    PassingForm {
        ways: PassingWay::ALL.iter().map(|way| choice("report-way", way.word())).collect(),
        reasons: KeptBack::ALL.iter().map(|reason| choice("report-kept", reason.word())).collect(),
        to,
        on,
        error,
    }
}

/// Who is of another opinion, each with what they say.
pub fn dissent(desk: &Desk, advice: &AdviceText, colleagues: &Colleagues) -> Vec<String> {
    let said = |(by, text): &(Uuid, String)| {
        let who = desk.visit.t.w("meeting-dissent-of", "who", &colleagues.name(*by));
        if text.is_empty() { who } else { format!("{who}. {text}") }
    };
    advice.dissent.iter().map(said).collect()
}

/// Number and person of a file.
pub fn heading(desk: &Desk, number: i64, name: &str) -> String {
    desk.visit.t.ww("meeting-item", ("number", &number.to_string()), ("name", &named(desk, name)))
}

/// People of a session in words.
pub fn people(desk: &Desk, all: &[Participant], colleagues: &Colleagues) -> Vec<PersonView> {
    all.iter()
        .map(|one| PersonView {
            id: one.id,
            account: one.account,
            name: named(desk, &colleagues.name(one.account)),
            specialty: one.specialty.to_string().replace('-', " "),
            answer: desk.visit.t.k("rcp-answer", one.answer.word()),
            is_present: one.is_present,
        })
        .collect()
}

/// A file of a session in words.
pub fn file(desk: &Desk, one: &Listed, all: &[PersonView], colleagues: &Colleagues) -> FileView {
    let advice = &one.advice;
    let said = |account: Uuid| advice.dissent.iter().find(|(by, _)| *by == account);
    FileView {
        id: one.file,
        href: desk.case_at(one.file),
        heading: heading(desk, one.number, &one.name),
        physician: one.physician.clone(),
        text: advice.text.clone(),
        revision: advice.revision,
        plain: advice.plain.clone(),
        dissent: dissent(desk, advice, colleagues),
        typed: None,
        people: all
            .iter()
            .filter(|person| person.is_present)
            .map(|person| DissentView {
                account: person.account,
                name: person.name.clone(),
                is_chosen: said(person.account).is_some(),
                text: said(person.account).map(|(_, text)| text.clone()).unwrap_or_default(),
            })
            .collect(),
        told: told(desk, advice, colleagues),
        may_tell: advice.revision > 0 && advice.told.may_change(),
        passed: passed(desk, advice, colleagues),
        passing: passing_form(desk, one, None),
    }
}

/// The quorum of a session: what is asked, and how it came out.
pub fn quorum(desk: &Desk, one: &Session) -> String {
    let t = desk.visit.t;
    let number = |n: usize| n.to_string();
    match (one.session.quorum, one.rules.quorum) {
        (Some(Quorum::Reached { have }), _) => t.w("rcp-quorum-reached", "have", &number(have)),
        (Some(Quorum::Missing { have, need }), _) => {
            t.ww("rcp-quorum-missing", ("have", &number(have)), ("need", &number(usize::from(need))))
        }
        (_, QuorumRule::None) => t.s("rcp-quorum-none"),
        (_, QuorumRule::Specialties { at_least, when_missing }) => {
            let rule = t.k("rcp-quorum", when_missing.word());
            t.ww("rcp-quorum-asked", ("need", &number(usize::from(at_least))), ("rule", &rule))
        }
    }
}

/// How long outside participants read, in words.
pub fn window(desk: &Desk, one: &Session) -> String {
    let days = |n: u16| n.to_string();
    let rule = one.rules.admission;
    desk.visit.t.ww(
        "rcp-window",
        ("validation", &days(rule.days_after_validation)),
        ("meeting", &days(rule.days_after_meeting)),
    )
}

/// The way of a session as a picture; the same stands beside it in words.
pub fn way(desk: &Desk, one: &Session) -> (Picture, Vec<Point>) {
    let (t, session) = (desk.visit.t, &one.session);
    let knots = [
        (session.invited_at, "rcp-way-invited"),
        (Some(session.starts_at), if session.state.is_coming() { "rcp-way-to-meet" } else { "rcp-way-met" }),
        (session.validated.map(|signature| signature.at), "rcp-way-validated"),
        (session.signed.map(|signature| signature.at), "rcp-way-signed"),
        (session.cancelled_at, "rcp-way-cancelled"),
    ];
    let mut knots: Vec<_> = knots.into_iter().filter_map(|(at, key)| at.map(|at| (at, key))).collect();
    knots.sort();
    let points: Vec<Point> =
        knots.into_iter().map(|(at, key)| Point { when: desk.moment(at), what: t.s(key) }).collect();
    (line(&t.s("rcp-way"), &points, ""), points)
}
