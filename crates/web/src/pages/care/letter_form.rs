//! Writing a letter: what was agreed stands ready, what must not be written yet is held back and said so, and the rule of
//! letters reads what was typed before anything is kept.

use super::frame::{self, Head};
use crate::addresses::cell::CellPage;
use crate::pages::cell::case::Loaded;
use crate::pages::cell::fault::{Failed, Fault, not_there};
use crate::pages::desk::frame::Work;
use crate::pages::desk::trouble::Trouble;
use crate::pages::desk::{Desk, Sent};
use crate::pages::render;
use crate::pages::shell::Shell;
use crate::pages::start::Choice;
use crate::text::Text;
use ariane_domain::Language;
use ariane_domain::access::grant::WriteCase;
use ariane_domain::account::Role;
use ariane_domain::cell::letter::{Handing, LetterFault, Names, ToldBook, handing};
use ariane_domain::cell::step::StepState;
use ariane_domain::cell::told::{Audience, Delicate, NotReleased};
use ariane_store::accounts::people::Account;
use ariane_store::records::care::letters::{AgreedLine, LetterText};
use ariane_store::records::care::told::book;
use ariane_store::records::cell::CellError;
use ariane_store::records::cell::read::Case;
use askama::Template;
use axum::extract::{Path, Query as Parameters};
use axum::response::{IntoResponse, Redirect, Response};
use chrono::NaiveDate;
use serde::Deserialize;
use uuid::Uuid;

/// The word of how a letter reaches its reader.
pub const fn handing_word(handing: Handing) -> &'static str {
    match handing {
        Handing::Post { is_neutral: false } => "post",
        Handing::Post { is_neutral: true } => "neutral",
        Handing::ByHand => "by-hand",
    }
}

/// The word of the rule that refuses a letter.
pub const fn fault_word(fault: LetterFault) -> &'static str {
    match fault {
        LetterFault::NeverTell => "never-tell",
        LetterFault::Died => "letter-died",
        LetterFault::Empty => "letter-empty",
        LetterFault::NotTold => "not-told",
    }
}

/// The language that an address asks for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    language: String,
    /// Somebody of the contact book to whom it is made out.
    contact: String,
}

/// Something that was agreed and may be written.
struct Agreed {
    /// Name of its box.
    id: String,
    line: AgreedLine,
    /// Its day, for the next event.
    on: Option<NaiveDate>,
}

/// What a letter may hold, and what it must not.
struct Material {
    agreed: Vec<Agreed>,
    /// Held back, with why.
    held: Vec<(String, String)>,
}

/// A line with its box.
pub struct LineBox {
    /// Name of its box.
    pub id: String,
    /// What.
    pub what: String,
    /// By whom, by when.
    pub detail: String,
    /// Whether it is ticked.
    pub is_chosen: bool,
}

#[derive(Template)]
#[template(path = "care/letter_form.html")]
struct FormPage {
    shell: Shell,
    work: Work,
    head: Head,
    action: String,
    back: String,
    handing: String,
    languages: Vec<Choice>,
    language: &'static str,
    to: String,
    opening: String,
    lines: Vec<LineBox>,
    held: Vec<(String, String)>,
    closing: String,
    error: String,
}

/// The function of an account in words of the letter's language.
fn function(t: Text, account: Option<&Account>) -> String {
    let roles = account.map(|account| account.roles.as_slice()).unwrap_or_default();
    // A coordinator signs as one, whatever else they are.
    let first = [Role::MedicalCoordinator, Role::PsychosocialCoordinator, Role::PsychosocialWorker];
    let role = first.into_iter().find(|role| roles.contains(role)).or_else(|| roles.first().copied());
    role.map(|role| t.k("role", role.word())).unwrap_or_default()
}

/// Those of the contact book to whom a medical letter may be made out: id, and how a letter addresses them.
pub fn doctors(case: &Case) -> Vec<(Uuid, String)> {
    let safe = &case.person.identity.contact;
    let may = case.care.contacts.iter().filter(|kept| kept.contact.may_read_medical(safe).is_ok());
    may.map(|kept| (kept.id, kept.contact.addressed())).collect()
}

/// Those of the contact book to whom a letter about daily life may be made out: id, and how a letter addresses them.
pub fn supporters(case: &Case) -> Vec<(Uuid, String)> {
    let safe = &case.person.identity.contact;
    let may = case.care.contacts.iter().filter(|kept| kept.contact.may_read_practical(safe).is_ok());
    may.map(|kept| (kept.id, kept.contact.addressed())).collect()
}

impl Desk {
    /// What a letter to a reader may hold: steps that the person agreed to, lines of the plan, calls that are owed.
    fn material(&self, loaded: &Loaded, audience: Audience, t: Text) -> Material {
        let (case, names) = (&loaded.case, self.telling_names(&loaded.case));
        let told = book(&case.care, self.now);
        let mut material = Material { agreed: Vec::new(), held: Vec::new() };
        let mut add = |id: String, line: AgreedLine, on, delicate: Option<Delicate>| match told
            .release(delicate, audience, self.now)
        {
            Ok(()) => material.agreed.push(Agreed { id, line, on }),
            Err(why) => material.held.push((line.what, self.held_back(delicate, why))),
        };
        for one in &case.steps {
            if !matches!(one.step.state, StepState::Accepted | StepState::InProgress) {
                continue;
            }
            let line = AgreedLine {
                what: one.text.clone(),
                by: function(t, loaded.colleagues.account(one.step.owner)),
                when: t.w("care-letter-by", "day", &t.date(one.step.due)),
            };
            let delicate = self.given_away(&one.text, &names);
            add(format!("step-{}", one.id), line, Some(one.step.due), delicate);
        }
        for one in case.care.plan.iter().filter(|line| line.item.outcome.is_none()) {
            let delicate = self
                .given_away(&one.action, &names)
                .or_else(|| one.item.actor.as_ref().and_then(|actor| self.actor_gives_away(actor, &names)));
            let actor = one.item.actor.as_ref();
            let line = AgreedLine {
                what: one.action.clone(),
                by: actor.map(|actor| self.plan_actor(actor, &loaded.colleagues).0).unwrap_or_default(),
                when: one.item.on.map(|day| t.w("care-letter-on", "day", &t.date(day))).unwrap_or_default(),
            };
            add(format!("line-{}", one.id), line, one.item.on, delicate);
        }
        material
    }

    fn held_back(&self, delicate: Option<Delicate>, why: NotReleased) -> String {
        let t = self.visit.t;
        let kind = delicate.map(|kind| t.k("delicate", kind.word())).unwrap_or_default();
        let key = match why {
            NotReleased::NotExplained => "care-held-not-explained",
            NotReleased::PrefersNotToKnow => "care-held-prefers-not",
            NotReleased::NotForThem => "care-held-not-for-them",
        };
        t.w(key, "what", &kind)
    }
}

fn audience_of(word: &str) -> Result<Audience, Fault> {
    Audience::from_word(word).ok_or_else(not_there)
}

/// `GET …/letters/new/{audience}?language=de`.
pub async fn get(
    desk: Desk,
    Path((id, word)): Path<(Uuid, String)>,
    Parameters(asked): Parameters<Asked>,
) -> Response {
    let sent = Sent::default();
    let result = match audience_of(&word) {
        Ok(audience) => {
            let asked = (asked.language.as_str(), asked.contact.as_str());
            form(&desk, id, audience, asked, &sent, &Failed::default()).await
        }
        Err(Fault::Trouble(trouble)) => Err(trouble),
        Err(Fault::Rule(_)) => Err(Trouble::Store(ariane_store::StoreError::NotPossible)),
    };
    desk.settle(result)
}

async fn form(
    desk: &Desk,
    id: Uuid,
    audience: Audience,
    (language, contact): (&str, &str),
    sent: &Sent,
    failed: &Failed,
) -> Result<Response, Trouble> {
    let t = desk.visit.t;
    let loaded = desk.load_case(id).await?;
    let case = &loaded.case;
    let identity = &case.person.identity;
    let handed = match handing(audience, &identity.contact, case.person.died_on.is_some()) {
        Ok(handed) => handed,
        // The page of letters says why.
        Err(_) => return Ok(Redirect::to(&format!("{}/letters", desk.case_at(id))).into_response()),
    };
    let own = case.person.codes.language.parse().unwrap_or(desk.visit.language);
    let language: Language = language.parse().unwrap_or(own);
    let lt = Text::new(language);
    let material = desk.material(&loaded, audience, lt);
    let typed = |field: &str, kept: String| match failed.is("letter") {
        true => sent.text(field),
        false => kept,
    };
    let to = match audience {
        Audience::Person => identity.name.clone(),
        Audience::Parent => String::new(),
        Audience::Support => {
            let chosen = supporters(case).into_iter().find(|(id, _)| id.to_string() == contact);
            chosen.map(|(_, addressed)| addressed).unwrap_or_default()
        }
        Audience::Gp => {
            let chosen = doctors(case).into_iter().find(|(id, _)| id.to_string() == contact);
            chosen.map_or_else(|| case.head.treating_doctor.clone(), |(_, addressed)| addressed)
        }
    };
    let opening = match audience {
        Audience::Gp => lt.w("care-letter-opening-gp", "name", &identity.name),
        Audience::Support => lt.w("care-letter-opening-support", "name", &identity.name),
        Audience::Person | Audience::Parent => lt.s("care-letter-opening"),
    };
    let chosen: Vec<&str> = sent.all("line").collect();
    // Who helps in daily life is told what that help needs: each line is chosen by hand.
    let is_ticked = audience != Audience::Support;
    let lines = material.agreed.iter().map(|one| LineBox {
        is_chosen: if failed.is("letter") { chosen.contains(&one.id.as_str()) } else { is_ticked },
        id: one.id.clone(),
        what: one.line.what.clone(),
        detail: [one.line.by.as_str(), &one.line.when]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" · "),
    });
    let word = format!("letters/new/{}", audience.word());
    let page = FormPage {
        shell: frame::of_file(
            desk,
            case,
            &word,
            t.w("care-letter-new", "to", &t.k("audience", audience.word())),
        ),
        work: crate::pages::cell::frame::work(desk, CellPage::Case),
        head: Head::new(desk, case, false, failed.all()),
        action: format!("{}/{word}", desk.case_at(id)),
        back: format!("{}/letters", desk.case_at(id)),
        handing: t.k("care-handing", handing_word(handed)),
        languages: Language::ALL
            .map(|one| Choice {
                value: one.code().to_owned(),
                text: one.endonym().to_owned(),
                chosen: one == language,
            })
            .into(),
        language: language.code(),
        to: typed("to", to),
        opening: typed("opening", opening),
        lines: lines.collect(),
        held: material.held,
        closing: typed("closing", lt.s("care-letter-closing")),
        error: failed.error("letter"),
    };
    Ok(render(failed.status(), &page))
}

/// `POST …/letters/new/{audience}`.
pub async fn post(desk: Desk, Path((id, word)): Path<(Uuid, String)>, sent: Sent) -> Response {
    let written = match audience_of(&word) {
        Ok(audience) => write(&desk, id, audience, &sent).await.map_err(|fault| (Some(audience), fault)),
        Err(fault) => Err((None, fault)),
    };
    let result = match written {
        Ok(letter) => Ok(Redirect::to(&format!("{}/letters/{letter}", desk.case_at(id))).into_response()),
        Err((Some(audience), Fault::Rule(word))) => {
            let failed = Failed::new(&desk, "letter", word, &sent);
            form(&desk, id, audience, (sent.get("language"), ""), &sent, &failed).await
        }
        Err((_, Fault::Trouble(trouble))) => Err(trouble),
        Err((None, Fault::Rule(_))) => Err(Trouble::Store(ariane_store::StoreError::NotPossible)),
    };
    desk.settle(result)
}

/// Whether words that were typed may be written to a reader.
fn may_say(
    desk: &Desk,
    text: &str,
    names: &Names,
    told: &ToldBook,
    audience: Audience,
) -> Result<(), LetterFault> {
    let delicate = desk.given_away(text, names);
    told.release(delicate, audience, desk.now).map_err(|_| LetterFault::NotTold)
}

async fn write(desk: &Desk, id: Uuid, audience: Audience, sent: &Sent) -> Result<Uuid, Fault> {
    let loaded = desk.load_case(id).await?;
    let case = &loaded.case;
    let identity = &case.person.identity;
    let refused = |fault: LetterFault| Fault::Rule(fault_word(fault));
    let handed = handing(audience, &identity.contact, case.person.died_on.is_some()).map_err(refused)?;
    let language: Language = sent.get("language").parse().unwrap_or(desk.visit.language);
    let lt = Text::new(language);
    // What may be written is gathered anew: a box that the page did not offer says nothing.
    let material = desk.material(&loaded, audience, lt);
    let chosen: Vec<&str> = sent.all("line").collect();
    let kept: Vec<&Agreed> = material.agreed.iter().filter(|one| chosen.contains(&one.id.as_str())).collect();
    // Who is in the book and must not read it is refused also where the name was typed.
    let book_of_file = &case.care.contacts;
    let typed_to = sent.line("to");
    let known = book_of_file.iter().find(|kept| {
        !typed_to.is_empty() && (kept.contact.addressed() == typed_to || kept.contact.name == typed_to)
    });
    if let Some(kept) = known.filter(|_| audience == Audience::Gp) {
        kept.contact.may_read_medical(&identity.contact).map_err(CellError::from)?;
    }
    if audience == Audience::Support {
        // Only to somebody of the book: what the person allows is written there.
        let kept = known.ok_or(Fault::Rule("contact-unknown"))?;
        kept.contact.may_read_practical(&identity.contact).map_err(CellError::from)?;
    }
    let (to, opening, closing) = (sent.line("to"), sent.text("opening"), sent.text("closing"));
    let names = desk.telling_names(case);
    let told = book(&case.care, desk.now);
    for typed in [&to, &opening, &closing] {
        may_say(desk, typed, &names, &told, audience).map_err(refused)?;
    }
    if kept.is_empty() && opening.trim().is_empty() && closing.trim().is_empty() {
        return Err(refused(LetterFault::Empty));
    }
    let next = kept.iter().filter(|one| one.on.is_some_and(|day| day >= desk.today()));
    let next = next.min_by_key(|one| one.on);
    let mut lines: Vec<AgreedLine> = kept.iter().map(|one| one.line.clone()).collect();
    if let Some(next) = next
        && let Some(at) = lines.iter().position(|line| *line == next.line)
    {
        // What comes next stands first.
        let first = lines.remove(at);
        lines.insert(0, first);
    }
    let is_neutral = handed == Handing::Post { is_neutral: true };
    let own = loaded.colleagues.account(desk.account());
    let letter = LetterText {
        sender: if is_neutral { desk.sender(lt, true) } else { lt.s("care-letter-sender") },
        to,
        subject: match audience {
            _ if is_neutral => lt.s("care-letter-subject-neutral"),
            Audience::Gp | Audience::Support => lt.w("care-letter-subject-gp", "name", &identity.name),
            Audience::Person | Audience::Parent => lt.s("care-letter-subject"),
        },
        opening: opening.trim().to_owned(),
        lines,
        closing: closing.trim().to_owned(),
        signed: format!("{}, {}", desk.signed.account.name, function(lt, own)),
    };
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<WriteCase>(&mut work, id).await?;
    let letter = work.keep_letter(&grant, audience, language.code(), &letter).await?;
    work.commit().await?;
    Ok(letter)
}
