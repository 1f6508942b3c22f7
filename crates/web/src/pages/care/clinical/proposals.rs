//! What a file or a text proposes for the clinical summary: shown, ticked, taken. Nothing of it is kept before.

use super::super::frame::{self, Head};
use super::super::upload::{self, Uploaded};
use super::words::EntryWords;
use crate::addresses::cell::CellPage;
use crate::pages::cell::acts::day;
use crate::pages::cell::fault::{Failed, Fault, not_there};
use crate::pages::desk::frame::Work;
use crate::pages::desk::trouble::Trouble;
use crate::pages::desk::{Desk, Sent};
use crate::pages::render;
use crate::pages::shell::{Link, Shell};
use ariane_domain::access::grant::WriteCase;
use ariane_domain::clinical::Entry;
use ariane_domain::clinical::entry::{Kept, Sign, SignState};
use ariane_domain::clinical::proposal::{PassedOver, Proposals, is_new};
use ariane_domain::dossier::capsule::{Capsule, is_over};
use ariane_exchange::capsule::{self, CapsuleFault, Sealed};
use ariane_exchange::clinical::{self, ClinicalFault};
use ariane_knowledge::phenotype::ontology::{Resolution, TermIndex};
use ariane_privacy::statement::Proof;
use ariane_signs::{FoundSign, Status};
use askama::Template;
use axum::extract::Path;
use axum::extract::multipart::Multipart;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use uuid::Uuid;

/// Most proposals that one form carries.
const MOST: usize = clinical::MOST_PROPOSED;

/// A proposal on the page.
pub struct Proposed {
    /// Place in the form.
    pub number: usize,
    /// Kind, in words.
    pub kind: String,
    /// In words.
    pub words: EntryWords,
    /// Why it is not ticked beforehand; empty where it is.
    pub why_not: String,
    /// As the form carries it.
    pub carried: String,
    /// Whether it needs the day of its class, which the file does not say.
    pub needs_day: bool,
    /// That day, as typed.
    pub day: String,
    /// Whether it is ticked.
    pub is_ticked: bool,
}

#[derive(Template)]
#[template(path = "care/clinical_proposals.html")]
struct ProposalsPage {
    shell: Shell,
    work: Work,
    head: Head,
    proposed: Vec<Proposed>,
    passed_over: Vec<(String, String)>,
    origin: Vec<String>,
    error: String,
    back: String,
}

/// What was read, with what speaks against ticking each.
#[derive(Default)]
struct ReadIn {
    entries: Vec<(Entry, &'static str)>,
    passed_over: Vec<(PassedOver, String)>,
    /// Of a capsule: who made it, when, until when it is good, by which key it is signed.
    origin: Vec<String>,
}

impl From<ClinicalFault> for Fault {
    fn from(fault: ClinicalFault) -> Self {
        Self::Rule(match fault {
            ClinicalFault::TooLong | ClinicalFault::Capsule(CapsuleFault::TooLong) => "document-too-large",
            ClinicalFault::NotJson | ClinicalFault::OtherKind => "clinical-other-kind",
            ClinicalFault::Capsule(CapsuleFault::NotOne) => "capsule-not-one",
            ClinicalFault::Capsule(CapsuleFault::Later) => "capsule-later",
            ClinicalFault::Capsule(CapsuleFault::Changed) => "capsule-changed",
        })
    }
}

/// `POST …/clinical/read`: a file, a text, or both.
pub async fn read(desk: Desk, Path(id): Path<Uuid>, form: Multipart) -> Response {
    let uploaded = upload::read(form).await;
    let result = match uploaded {
        Ok(uploaded) => match read_in(&desk, &uploaded) {
            Ok(found) => proposals(&desk, id, found, None).await,
            Err(Fault::Rule(word)) => back(&desk, id, word, &uploaded.sent).await,
            Err(Fault::Trouble(trouble)) => Err(trouble),
        },
        Err(word) => back(&desk, id, word, &Sent::default()).await,
    };
    desk.settle(result)
}

async fn back(desk: &Desk, id: Uuid, word: &'static str, sent: &Sent) -> Result<Response, Trouble> {
    super::show(desk, id, Failed::new(desk, "clinical-read", word, sent), false).await
}

fn read_in(desk: &Desk, uploaded: &Uploaded) -> Result<ReadIn, Fault> {
    let mut found = ReadIn::default();
    let typed = uploaded.sent.text("words");
    if let Some(file) = &uploaded.file {
        if let Some(word) = upload::refused(file) {
            return Err(Fault::Rule(word));
        }
        let read = clinical::read(&file.bytes, holds)?;
        found.origin = read.capsule.as_ref().map(|one| origin(desk, one, &file.bytes)).unwrap_or_default();
        take_over(desk, read.proposals, &mut found);
    } else if typed.trim().is_empty() {
        return Err(Fault::Rule("clinical-nothing-sent"));
    }
    signs_of(desk, &typed, &mut found)?;
    Ok(found)
}

/// Whether the proof of a capsule is one of its text, by whatever key it names.
fn holds(sealed: &Sealed) -> bool {
    let proof: Result<Proof, _> = serde_json::from_value(sealed.proof.clone());
    proof.is_ok_and(|proof| proof.holds(capsule::LABEL, &sealed.text, &proof.key))
}

/// Where a capsule comes from. Its signature shows that nothing was changed; who signed is told by the key, which only its owner can confirm.
fn origin(desk: &Desk, one: &Capsule, bytes: &[u8]) -> Vec<String> {
    let t = desk.visit.t;
    let (made, until) = (t.date(desk.infoline.office.day(one.made_at)), t.date(one.expires_on));
    let mut lines = vec![t.ww("capsule-origin", ("by", &one.made_by), ("day", &made))];
    lines.push(match is_over(one.expires_on, desk.today()) {
        true => t.w("capsule-over", "day", &until),
        false => t.w("capsule-good-until", "day", &until),
    });
    let key = capsule::key_of(bytes);
    let own = desk.records.keys().master().head_signer().public_key();
    lines.push(match key == own {
        true => t.s("capsule-own-key"),
        false => t.w("capsule-key", "key", key.get(..16).unwrap_or(&key)),
    });
    lines
}

/// What a file proposes, with its signs as the ontology in use knows them.
fn take_over(desk: &Desk, read: Proposals, found: &mut ReadIn) {
    found.passed_over = read.passed_over;
    for entry in read.entries {
        let Entry::Sign(sign) = entry else {
            found.entries.push((entry, ""));
            continue;
        };
        let ontology = &desk.visit.knowledge.phenotypes.ontology;
        let name = |sign: &Sign| format!("{} HP:{:07}", sign.label, sign.term);
        match ontology.resolve(sign.term) {
            Resolution::Sign(term) | Resolution::Successor(term) => {
                let Some(term) = ontology.term(term) else { continue };
                let (term, label) = (term.id, term.name.to_string());
                found.entries.push((Entry::Sign(Sign { term, label, ..sign }), ""));
            }
            // Without an ontology nothing is known better than what the file says.
            _ if ontology.is_empty() => found.entries.push((Entry::Sign(sign), "")),
            Resolution::NotASign(_) => found.passed_over.push((PassedOver::NotKept, name(&sign))),
            Resolution::Retired(_) | Resolution::Unknown => {
                found.passed_over.push((PassedOver::ForeignCode, name(&sign)));
            }
        }
    }
}

/// Signs that words speak of. Doubtful ones are shown and not ticked; a relative's are not the person's.
fn signs_of(desk: &Desk, typed: &str, found: &mut ReadIn) -> Result<(), Fault> {
    if typed.trim().is_empty() {
        return Ok(());
    }
    let ontology = &desk.visit.knowledge.phenotypes.ontology;
    if ontology.is_empty() {
        return Err(Fault::Rule("clinical-no-ontology"));
    }
    let reading = desk.visit.knowledge.signs().read(typed, desk.visit.language);
    let reading = reading.map_err(|_| Fault::Rule("clinical-text-too-long"))?;
    let sign = |term: TermIndex, state: SignState| {
        ontology.term(term).map(|term| {
            Entry::Sign(Sign {
                term: term.id,
                label: term.name.to_string(),
                state,
                since: None,
                onset: String::new(),
                note: String::new(),
            })
        })
    };
    let before = found.entries.len();
    let passage =
        |one: &FoundSign| typed.chars().skip(one.start).take(one.end.saturating_sub(one.start)).collect();
    for one in &reading.signs {
        let (state, why_not) = match one.status {
            Status::Observed => (SignState::Observed, ""),
            Status::Excluded => (SignState::Excluded, ""),
            Status::Uncertain => (SignState::Observed, "doubtful"),
            Status::Family => {
                found.passed_over.push((PassedOver::NotKept, passage(one)));
                continue;
            }
        };
        found.entries.extend(sign(one.term, state).map(|entry| (entry, why_not)));
    }
    // Codes are understood as they stand.
    for (at, _) in typed.match_indices("HP:") {
        let digits = typed.get(at + 3..at + 10).and_then(|digits| digits.parse::<u32>().ok());
        if let Some(Resolution::Sign(term) | Resolution::Successor(term)) =
            digits.map(|id| ontology.resolve(id))
        {
            found.entries.extend(sign(term, SignState::Observed).map(|entry| (entry, "")));
        }
    }
    if found.entries.len() == before && found.passed_over.is_empty() {
        return Err(Fault::Rule("clinical-nothing-found"));
    }
    Ok(())
}

/// The page. `refused` is a form that was not taken: its word, and what it sent.
async fn proposals(
    desk: &Desk,
    id: Uuid,
    found: ReadIn,
    refused: Option<(&'static str, &Sent)>,
) -> Result<Response, Trouble> {
    let t = desk.visit.t;
    let case = desk.load_case(id).await?.case;
    let there: Vec<Kept> = case.care.clinical.iter().map(|one| one.kept.clone()).collect();
    let (mut proposed, mut before) = (Vec::new(), Vec::<Entry>::new());
    for (entry, doubt) in found.entries.into_iter().take(MOST) {
        let number = proposed.len();
        let why_not = match (is_new(&there, &before, &entry), doubt) {
            (false, _) => t.k("clinical-why-not", "there"),
            (true, "") => String::new(),
            (true, word) => t.k("clinical-why-not", word),
        };
        let needs_day =
            matches!(&entry, Entry::Variant(one) if one.class.is_some() && one.classified_on.is_none());
        let sent = |name: &str| refused.map(|(_, sent)| sent.line(&format!("{name}-{number}")));
        proposed.push(Proposed {
            number,
            kind: t.k("clinical-kind", entry.kind().word()),
            words: desk.entry_words(&entry, &there),
            carried: serde_json::to_string(&entry).unwrap_or_default(),
            needs_day,
            day: sent("day").unwrap_or_default(),
            is_ticked: sent("take").map_or(why_not.is_empty(), |ticked| ticked == "1"),
            why_not,
        });
        before.push(entry);
    }
    let at = format!("{}/clinical", desk.case_at(id));
    let error = refused.map(|(word, _)| t.k("cell-rule", word)).unwrap_or_default();
    let errors =
        if error.is_empty() { Vec::new() } else { vec![("clinical-take".to_owned(), error.clone())] };
    let page = ProposalsPage {
        shell: frame::of_file(desk, &case, "clinical", t.s("clinical-proposed"))
            .via(Link::new(t.s("clinical-title"), at.clone())),
        work: crate::pages::cell::frame::work(desk, CellPage::Case),
        head: Head::new(desk, &case, false, errors),
        proposed,
        passed_over: found
            .passed_over
            .into_iter()
            .map(|(why, what)| (what, t.k("passed-over", why.word())))
            .collect(),
        origin: found.origin,
        error,
        back: at,
    };
    let status = if refused.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(render(status, &page))
}

/// `POST …/clinical/take`: what was ticked.
pub async fn take(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let result = match keep(&desk, id, &sent).await {
        Ok(()) => Ok(Redirect::to(&format!("{}/clinical?done=1", desk.case_at(id))).into_response()),
        Err(Fault::Rule(word)) => again(&desk, id, word, &sent).await,
        Err(Fault::Trouble(trouble)) => Err(trouble),
    };
    desk.settle(result)
}

/// The entries that a form carries, in their order. It went through a browser: each is judged anew where it is kept.
fn carried(sent: &Sent) -> Result<Vec<(usize, Entry)>, Fault> {
    (0..MOST)
        .map_while(|number| {
            let name = format!("entry-{number}");
            sent.has(&name).then(|| {
                serde_json::from_str(sent.get(&name)).map(|entry| (number, entry)).map_err(|_| not_there())
            })
        })
        .collect()
}

async fn again(desk: &Desk, id: Uuid, word: &'static str, sent: &Sent) -> Result<Response, Trouble> {
    let entries = match carried(sent) {
        Ok(all) => all.into_iter().map(|(_, entry)| (entry, "")).collect(),
        Err(_) => Vec::new(),
    };
    proposals(desk, id, ReadIn { entries, ..ReadIn::default() }, Some((word, sent))).await
}

async fn keep(desk: &Desk, id: Uuid, sent: &Sent) -> Result<(), Fault> {
    let mut taken = Vec::new();
    for (number, mut entry) in carried(sent)? {
        if !sent.is(&format!("take-{number}")) {
            continue;
        }
        if let Entry::Variant(one) = &mut entry
            && one.class.is_some()
            && one.classified_on.is_none()
        {
            one.classified_on = day(sent, &format!("day-{number}"))?;
        }
        taken.push(entry);
    }
    if taken.is_empty() {
        return Err(Fault::Rule("clinical-nothing-ticked"));
    }
    let mut work = desk.begin().await?;
    let grant = desk.case_grant::<WriteCase>(&mut work, id).await?;
    work.add_entries(&grant, taken).await?;
    Ok(work.commit().await?)
}
