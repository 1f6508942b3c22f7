//! Exchanges between professionals between two meetings (duty D31): who was asked, what, what they advised; what is awaited first.

use super::frame::{self, Head, answered};
use super::plan::Before;
use crate::addresses::cell::CellPage;
use crate::pages::cell::acts::day;
use crate::pages::cell::fault::{Failed, Fault, not_there};
use crate::pages::desk::frame::Work;
use crate::pages::desk::trouble::Trouble;
use crate::pages::desk::{Colleagues, Desk, Sent};
use crate::pages::render;
use crate::pages::shell::Shell;
use crate::pages::start::Choice;
use ariane_domain::access::grant::WriteCase;
use ariane_domain::account::Role;
use ariane_domain::cell::Track;
use ariane_domain::cell::analysis::NoteSharing;
use ariane_domain::cell::exchange::{Advice, Asked, ExchangeState, ExchangeWay, Question};
use ariane_store::records::cell::exchanges::{ExchangeNote, Said};
use ariane_store::records::cell::read::Case;
use askama::Template;
use axum::extract::{Path, Query as Parameters};
use axum::response::Response;
use uuid::Uuid;

/// Functions whose holders may be asked: those who treat, coordinate or give an opinion.
const MAY_BE_ASKED: [Role; 5] = [
    Role::PsychosocialCoordinator,
    Role::MedicalCoordinator,
    Role::HubCoordinator,
    Role::PsychosocialWorker,
    Role::RcpParticipant,
];

/// One wording of a note, in words.
pub struct SaidView {
    /// Who wrote it, when.
    pub written: String,
    /// Who asked whom, how, on which day.
    pub asked: String,
    /// The question.
    pub question: String,
    /// When advice came, or that none will.
    pub advised: String,
    /// The advice, or the reason.
    pub advice: String,
}

/// The form of a note.
pub struct ExchangeForm {
    /// Id of the form.
    pub form: String,
    /// Where it is sent.
    pub action: String,
    /// Version.
    pub version: i32,
    /// Tracks in which it may be written; empty where it stands in one already.
    pub tracks: Vec<Choice>,
    /// Who may read it; empty where that is not theirs to say.
    pub sharing: Vec<Choice>,
    /// Whom one may choose.
    pub whom: Vec<Choice>,
    /// Somebody else, in words.
    pub other: String,
    /// How.
    pub ways: Vec<Choice>,
    /// Day.
    pub on: String,
    /// The question.
    pub question: String,
    /// How it ended.
    pub ends: Vec<Choice>,
    /// Day of the advice.
    pub advised_on: String,
    /// The advice.
    pub advice: String,
    /// What is wrong.
    pub error: String,
    /// Whether it is shown opened.
    pub is_open: bool,
}

/// A note, ready to read.
pub struct ExchangeView {
    /// As it stands.
    pub said: SaidView,
    /// Where it stands, in words.
    pub state: String,
    /// Whether an answer is awaited.
    pub is_awaited: bool,
    /// Track, and who reads it.
    pub placed: String,
    /// What it said before.
    pub earlier: Vec<SaidView>,
    /// Where the advice alone is sent.
    pub advise: AdviseForm,
    /// The form that corrects all of it.
    pub form: ExchangeForm,
}

/// The short form: the advice came.
pub struct AdviseForm {
    /// Id of the form.
    pub form: String,
    /// Where it is sent.
    pub action: String,
    /// How it ended.
    pub ends: Vec<Choice>,
    /// Day.
    pub on: String,
    /// Words.
    pub text: String,
    /// What is wrong.
    pub error: String,
}

#[derive(Template)]
#[template(path = "care/exchanges.html")]
struct ExchangesPage {
    shell: Shell,
    work: Work,
    head: Head,
    unshown: String,
    notes: Vec<ExchangeView>,
    fresh: Option<ExchangeForm>,
}

const ENDS: [&str; 2] = [ExchangeState::Advised.word(), ExchangeState::NoAdvice.word()];

fn value_of(asked: &Asked, case: &Case) -> String {
    match asked {
        Asked::Colleague { account } => format!("account:{account}"),
        Asked::Contact { name, role, .. } => {
            let there =
                case.care.contacts.iter().find(|one| (&one.contact.name, one.contact.role) == (name, *role));
            // Somebody who left the book stays as they were written down.
            there.map_or_else(|| "kept".to_owned(), |one| format!("contact:{}", one.id))
        }
        Asked::Other { .. } => String::new(),
    }
}

impl Desk {
    fn asked_words(&self, asked: &Asked, colleagues: &Colleagues) -> String {
        let t = self.visit.t;
        match asked {
            Asked::Colleague { account } => colleagues.name(*account),
            Asked::Contact { name, role, place } => {
                let role = t.k("contact-role", role.word());
                [name.as_str(), &role, place]
                    .into_iter()
                    .filter(|part| !part.is_empty())
                    .collect::<Vec<_>>()
                    .join(", ")
            }
            Asked::Other { words } => words.clone(),
        }
    }

    fn said_view(&self, said: &Said, asker: Uuid, written: String, colleagues: &Colleagues) -> SaidView {
        let t = self.visit.t;
        let question = &said.question;
        let whom = self.asked_words(&question.of, colleagues);
        let who = t.ww("exchange-asked", ("name", &colleagues.name(asker)), ("whom", &whom));
        let asked = format!("{who} · {} · {}", t.date(question.on), t.k("exchange-way", question.way.word()));
        let key = |advice: &Advice| if advice.is_given { "exchange-advised-on" } else { "exchange-none-on" };
        SaidView {
            written,
            asked,
            question: question.text.clone(),
            advised: said
                .advice
                .as_ref()
                .map(|one| t.w(key(one), "day", &t.date(one.on)))
                .unwrap_or_default(),
            advice: said.advice.as_ref().map(|one| one.text.clone()).unwrap_or_default(),
        }
    }

    fn whom(&self, case: &Case, colleagues: &Colleagues, chosen: &str, kept: Option<&Asked>) -> Vec<Choice> {
        let t = self.visit.t;
        let choice = |value: String, text: String| Choice { chosen: value == chosen, value, text };
        let mut all = vec![choice(String::new(), t.s("exchange-somebody-else"))];
        if let Some(asked) = kept.filter(|_| chosen == "kept") {
            all.push(choice("kept".to_owned(), self.asked_words(asked, colleagues)));
        }
        let account = self.account();
        let people = colleagues.holding(&MAY_BE_ASKED).into_iter().filter(|(id, _)| *id != account);
        all.extend(case.care.contacts.iter().map(|one| {
            let role = t.k("contact-role", one.contact.role.word());
            choice(format!("contact:{}", one.id), format!("{}, {role}", one.contact.name))
        }));
        all.extend(people.map(|(id, name)| choice(format!("account:{id}"), name)));
        all
    }

    fn exchange_form(
        &self,
        case: &Case,
        colleagues: &Colleagues,
        note: Option<&ExchangeNote>,
        failed: &Failed,
    ) -> ExchangeForm {
        let at = format!("{}/exchanges", self.case_at(case.id));
        let (form, action) = match note {
            Some(note) => (format!("exchange-{}", note.id), format!("{at}/{}", note.id)),
            None => ("exchange-new".to_owned(), at),
        };
        let typed = |field: &str, kept: String| match failed.is(&form) {
            true => failed.text(&form, field),
            false => kept,
        };
        let said = note.map(|note| &note.said);
        let asked = said.map(|said| &said.question.of);
        let advice = said.and_then(|said| said.advice.as_ref());
        let other = match asked {
            Some(Asked::Other { words }) => words.clone(),
            _ => String::new(),
        };
        let is_authors = note.is_none_or(|note| note.author == self.account());
        let sharing = note.map_or(NoteSharing::BothTracks, |note| note.sharing).word();
        let way = said.map_or(ExchangeWay::Phone, |said| said.question.way).word();
        let on = said.map_or_else(|| self.today(), |said| said.question.on).to_string();
        let end = advice.map_or(ExchangeState::Awaited, |_| Advice::state(advice)).word();
        let mut ends = vec![ExchangeState::Awaited.word()];
        ends.extend(ENDS);
        let tracks: Vec<&str> = match note {
            None => self.own_tracks().into_iter().map(Track::word).collect(),
            Some(_) => Vec::new(),
        };
        let whom = typed("whom", asked.map(|asked| value_of(asked, case)).unwrap_or_default());
        ExchangeForm {
            action,
            version: note.map_or(0, |note| note.version),
            tracks: self.choices(&tracks, "track", &typed("track", String::new())),
            sharing: match is_authors {
                true => self.choices(
                    &NoteSharing::ALL.map(NoteSharing::word),
                    "note-sharing",
                    &typed("sharing", sharing.to_owned()),
                ),
                false => Vec::new(),
            },
            whom: self.whom(case, colleagues, &whom, asked),
            other: typed("other", other),
            ways: self.choices(
                &ExchangeWay::ALL.map(ExchangeWay::word),
                "exchange-way",
                &typed("way", way.to_owned()),
            ),
            on: typed("on", on),
            question: typed("question", said.map(|said| said.question.text.clone()).unwrap_or_default()),
            ends: self.choices(&ends, "exchange-state", &typed("end", end.to_owned())),
            advised_on: typed("advised-on", advice.map(|one| one.on.to_string()).unwrap_or_default()),
            advice: typed("advice", advice.map(|one| one.text.clone()).unwrap_or_default()),
            error: failed.error(&form),
            is_open: failed.is(&form),
            form,
        }
    }

    fn exchange_view(
        &self,
        case: &Case,
        note: &ExchangeNote,
        colleagues: &Colleagues,
        failed: &Failed,
    ) -> ExchangeView {
        let t = self.visit.t;
        let by = |who, at| {
            let (name, moment) = (colleagues.name(who), self.moment(at));
            t.ww("care-written-by", ("name", &name), ("moment", &moment))
        };
        let view = |said: &Said, who, at| self.said_view(said, note.author, by(who, at), colleagues);
        let state = Advice::state(note.said.advice.as_ref());
        let (track, sharing) = (note.track.word(), note.sharing.word());
        let advise = format!("advice-{}", note.id);
        ExchangeView {
            said: view(&note.said, note.changed_by, note.changed_at),
            state: t.k("exchange-state", state.word()),
            is_awaited: state == ExchangeState::Awaited,
            placed: format!("{} · {}", t.k("track", track), t.k("note-sharing", sharing)),
            earlier: note.earlier.iter().map(|was| view(&was.said, was.author, was.at)).collect(),
            advise: AdviseForm {
                action: format!("{}/exchanges/{}/advice", self.case_at(case.id), note.id),
                ends: self.choices(&ENDS, "exchange-state", &failed.text(&advise, "end")),
                on: match failed.is(&advise) {
                    true => failed.text(&advise, "advised-on"),
                    false => self.today().to_string(),
                },
                text: failed.text(&advise, "advice"),
                error: failed.error(&advise),
                form: advise,
            },
            form: self.exchange_form(case, colleagues, Some(note), failed),
        }
    }
}

/// `GET …/exchanges`.
pub async fn get(desk: Desk, Path(id): Path<Uuid>, Parameters(before): Parameters<Before>) -> Response {
    let result = show(&desk, id, Failed::default(), before.is_done()).await;
    desk.settle(result)
}

async fn show(desk: &Desk, id: Uuid, failed: Failed, done: bool) -> Result<Response, Trouble> {
    let t = desk.visit.t;
    let loaded = desk.load_case(id).await?;
    let (case, colleagues) = (&loaded.case, &loaded.colleagues);
    let (awaited, ended): (Vec<&ExchangeNote>, Vec<&ExchangeNote>) =
        case.exchanges.iter().partition(|note| note.said.advice.is_none());
    // The short form of an answer goes once somebody else gave one.
    let unshown = match failed.is_any(|form| form.starts_with("advice-")) {
        true => {
            let forms: Vec<String> = awaited.iter().map(|note| format!("advice-{}", note.id)).collect();
            failed.unshown(forms.iter().map(String::as_str))
        }
        false => String::new(),
    };
    let notes = awaited.into_iter().chain(ended);
    let may_note = !desk.own_tracks().is_empty();
    let page = ExchangesPage {
        shell: frame::of_file(desk, case, "exchanges", t.s("exchange-title")),
        work: crate::pages::cell::frame::work(desk, CellPage::Case),
        head: Head::new(desk, case, done, failed.all()),
        unshown,
        notes: notes.map(|note| desk.exchange_view(case, note, colleagues, &failed)).collect(),
        fresh: may_note.then(|| desk.exchange_form(case, colleagues, None, &failed)),
    };
    Ok(render(failed.status(), &page))
}

/// Who was asked, as a form says it.
async fn asked(desk: &Desk, case: &Case, sent: &Sent, kept: Option<&Asked>) -> Result<Asked, Fault> {
    let chosen = sent.get("whom");
    if chosen == "kept" {
        return kept.cloned().ok_or_else(not_there);
    }
    match chosen.split_once(':') {
        Some(("account", id)) => {
            let people = desk.colleagues().await?.holding(&MAY_BE_ASKED);
            let known = people.iter().find(|(account, _)| account.to_string() == id);
            known.map(|(account, _)| Asked::Colleague { account: *account }).ok_or_else(not_there)
        }
        Some(("contact", id)) => {
            let there =
                case.care.contacts.iter().find(|one| one.id.to_string() == id).ok_or_else(not_there)?;
            let contact = &there.contact;
            Ok(Asked::Contact {
                name: contact.name.clone(),
                role: contact.role,
                place: contact.place.clone(),
            })
        }
        _ => Ok(Asked::Other { words: sent.line("other") }),
    }
}

fn advice(sent: &Sent) -> Result<Option<Advice>, Fault> {
    let is_given = match ExchangeState::from_word(sent.get("end")).ok_or_else(not_there)? {
        // Words typed below a question that still waits would be lost without a sound.
        ExchangeState::Awaited if !sent.text("advice").trim().is_empty() => {
            return Err(Fault::Rule("exchange-say-how"));
        }
        ExchangeState::Awaited => return Ok(None),
        state => state == ExchangeState::Advised,
    };
    let on = day(sent, "advised-on")?.ok_or(Fault::Rule("no-day"))?;
    Ok(Some(Advice { is_given, on, text: sent.text("advice") }))
}

async fn said(desk: &Desk, case: &Case, sent: &Sent, kept: Option<&Asked>) -> Result<Said, Fault> {
    let question = Question {
        of: asked(desk, case, sent, kept).await?,
        way: ExchangeWay::from_word(sent.get("way")).ok_or_else(not_there)?,
        on: day(sent, "on")?.ok_or(Fault::Rule("no-day"))?,
        text: sent.text("question"),
    };
    Ok(Said { question, advice: advice(sent)? })
}

/// `POST …/exchanges`: another note.
pub async fn note(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let done = write_down(&desk, id, &sent).await;
    answered(&desk, id, ("exchanges", "exchange-new"), &sent, done, |failed| show(&desk, id, failed, false))
        .await
}

async fn write_down(desk: &Desk, id: Uuid, sent: &Sent) -> Result<(), Fault> {
    let track = Track::from_word(sent.get("track")).ok_or_else(not_there)?;
    // Where a form says nothing of it, the note stays with its track.
    let sharing = NoteSharing::from_word(sent.get("sharing")).unwrap_or(NoteSharing::OwnTrack);
    let case = desk.load_case(id).await?.case;
    let said = said(desk, &case, sent, None).await?;
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<WriteCase>(&mut work, id).await?;
    work.note_exchange(&grant, track, sharing, said).await?;
    Ok(work.commit().await?)
}

/// `POST …/exchanges/{exchange}`: all of it, corrected.
pub async fn correct(desk: Desk, Path((id, exchange)): Path<(Uuid, Uuid)>, sent: Sent) -> Response {
    let done = change(&desk, id, exchange, &sent, false).await;
    let form = format!("exchange-{exchange}");
    answered(&desk, id, ("exchanges", &form), &sent, done, |failed| show(&desk, id, failed, false)).await
}

/// `POST …/exchanges/{exchange}/advice`: the advice came, or none will.
pub async fn advise(desk: Desk, Path((id, exchange)): Path<(Uuid, Uuid)>, sent: Sent) -> Response {
    let done = change(&desk, id, exchange, &sent, true).await;
    let form = format!("advice-{exchange}");
    answered(&desk, id, ("exchanges", &form), &sent, done, |failed| show(&desk, id, failed, false)).await
}

async fn change(desk: &Desk, id: Uuid, exchange: Uuid, sent: &Sent, is_advice: bool) -> Result<(), Fault> {
    let case = desk.load_case(id).await?.case;
    let note = case.exchanges.iter().find(|one| one.id == exchange).ok_or_else(not_there)?;
    let said = match is_advice {
        true => Said { question: note.said.question.clone(), advice: advice(sent)? },
        false => said(desk, &case, sent, Some(&note.said.question.of)).await?,
    };
    let sharing = NoteSharing::from_word(sent.get("sharing"));
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<WriteCase>(&mut work, id).await?;
    work.change_exchange(&grant, exchange, sent.version(), sharing, said).await?;
    Ok(work.commit().await?)
}
