//! The copy of one's data as a zip: JSON for a machine, a page for the eye, the files (articles 15, 20).

use crate::pages::visit::Visit;
use ariane_store::records::own::copy::Copy;
use ariane_store::records::own::parts::{Line, Parted, Value as Kept};
use askama::Template;
use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::{Value, json};
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::result::ZipError;
use zip::write::SimpleFileOptions;

/// A message in the page for the eye.
struct Said {
    when: String,
    direction: String,
    text: String,
    files: Vec<String>,
}

/// A part in the page for the eye: its title, and lines of name and value.
struct Portion {
    title: String,
    lines: Vec<Vec<(String, String)>>,
}

/// An enquiry in the page for the eye.
struct Told {
    number: i64,
    received: String,
    name: String,
    mail: String,
    phone: String,
    disorder: String,
    note: String,
    contact: String,
    choices: Vec<String>,
    said: Vec<Said>,
    portions: Vec<Portion>,
}

#[derive(Template)]
#[template(path = "mine/copy.html")]
struct CopyPage<'a> {
    t: crate::text::Text,
    made: String,
    leaves_out: bool,
    withheld: Vec<String>,
    enquiries: Vec<Told>,
    log: &'a [[String; 5]],
}

/// Makes the file.
pub(super) fn pack(
    visit: &Visit,
    copy: &Copy,
    log: &[[String; 5]],
    now: DateTime<Utc>,
) -> Result<Vec<u8>, ZipError> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default();
    zip.start_file("data.json", options)?;
    zip.write_all(serde_json::to_string_pretty(&machine(copy, log, now)).unwrap_or_default().as_bytes())?;
    zip.start_file("data.html", options)?;
    let page = eye(visit, copy, log, now).render().map_err(|e| ZipError::Io(std::io::Error::other(e)))?;
    zip.write_all(page.as_bytes())?;
    for file in &copy.files {
        // Named by their id: names that people give to files may lead out of a folder when unpacked.
        zip.start_file(format!("files/{}", file.id), options)?;
        zip.write_all(&file.bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

fn time(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// A value for a machine.
fn plain(value: &Kept) -> Value {
    match value {
        Kept::Text(text) => json!(text),
        Kept::Moment(at) => json!(time(*at)),
        Kept::Day(day) => json!(day),
        Kept::Word(_, word) => json!(word),
    }
}

fn machine_parts(parts: &[Parted]) -> Value {
    let line = |line: &Line| -> Value {
        line.0
            .iter()
            .map(|(name, value)| (name.replace('-', "_"), plain(value)))
            .collect::<serde_json::Map<_, _>>()
            .into()
    };
    parts
        .iter()
        .map(|part| {
            let lines: Vec<Value> = part.lines.iter().map(line).collect();
            (part.part.word().replace('-', "_"), Value::from(lines))
        })
        .collect::<serde_json::Map<_, _>>()
        .into()
}

fn machine(copy: &Copy, log: &[[String; 5]], now: DateTime<Utc>) -> Value {
    let enquiries: Vec<Value> = copy
        .enquiries
        .iter()
        .zip(&copy.beside)
        .map(|(e, beside)| {
            let person = |p: &ariane_store::records::persons::Person| {
                json!({
                    "name": p.identity.name,
                    "mail": p.identity.mail,
                    "phone": p.identity.phone,
                    "birth_date": p.identity.birth_date,
                    "contact": p.identity.contact,
                    "language": p.codes.language,
                    "age_band": p.codes.age_band,
                    "nationality": p.codes.nationality,
                    "residence_country": p.codes.residence_country,
                    "residence_area": p.codes.residence_area,
                    "died_on": p.died_on,
                })
            };
            let messages: Vec<Value> = e
                .messages
                .iter()
                .map(|m| {
                    json!({
                        "at": time(m.at),
                        "direction": m.direction.word(),
                        "mode": m.mode.word(),
                        "kind": m.kind,
                        "from": m.from,
                        "subject": m.subject,
                        "text": m.text,
                        "files": m.attachments.iter().map(|a| json!({
                            "id": a.id, "name": a.name, "media_type": a.media_type, "size": a.size,
                        })).collect::<Vec<_>>(),
                    })
                })
                .collect();
            json!({
                "number": e.number,
                "state": e.state.word(),
                "received_at": time(e.received_at),
                "due_at": time(e.due_at),
                "first_replied_at": e.first_replied_at.map(time),
                "closed_at": e.closed_at.map(time),
                "withdrawn_at": e.withdrawn_at.map(time),
                "outcome": e.outcome.map(|o| o.word()),
                "network": e.codes.network,
                "urgency": e.urgency.word(),
                "satisfaction": e.satisfaction,
                "interpreter": e.codes.is_interpreted,
                "duration_seconds": e.codes.duration_seconds,
                "is_anonymous": e.is_anonymous,
                "form_version": e.form_version,
                "age_band": e.codes.person.age_band,
                "nationality": e.codes.person.nationality,
                "residence_country": e.codes.person.residence_country,
                "residence_area": e.codes.person.residence_area,
                "language": e.codes.person.language,
                "mode": e.codes.mode.word(),
                "requester_kind": e.codes.requester_kind.word(),
                "referral_source": e.codes.referral_source.word(),
                "disorder_status": e.codes.disorder_status.word(),
                "needs": e.codes.needs.iter().map(ToString::to_string).collect::<Vec<_>>(),
                "summary": e.texts.summary,
                "disorder": e.texts.disorder,
                "note": e.texts.note,
                "profile": serde_json::from_str::<Value>(&e.texts.profile).unwrap_or(Value::Null),
                "requester": person(&e.requester),
                "person_concerned": e.concerned.as_ref().map(person),
                "choices": e.choices.iter().map(|c| json!({
                    "purpose": c.purpose.word(), "choice": c.choice.word(), "evidence": c.evidence,
                    "at": time(c.at),
                })).collect::<Vec<_>>(),
                // Who did it stays a function: names of staff go through the data protection officer (duty D27).
                "events": e.events.iter().map(|h| json!({
                    "kind": h.kind, "detail": h.detail, "at": time(h.at),
                })).collect::<Vec<_>>(),
                "messages": messages,
                "beside": machine_parts(beside),
            })
        })
        .collect();
    json!({
        "format": "ariane personal copy 2",
        "made_at": time(now),
        "leaves_out_what_is_noted_about_another_person": copy.leaves_out_another,
        // Nothing is left out in silence (article 15(4)).
        "withheld": copy.withheld.iter().map(|w| json!({
            "number": w.number, "part": w.part.word(), "entries": w.count, "reason": "rights of others, article 15(4)",
        })).collect::<Vec<_>>(),
        "enquiries": enquiries,
        "opened": log.iter().map(|[when, function, service, what, why]| json!({
            "when": when, "function": function, "service": service, "what": what, "why": why,
        })).collect::<Vec<_>>(),
    })
}

fn eye<'a>(visit: &Visit, copy: &Copy, log: &'a [[String; 5]], now: DateTime<Utc>) -> CopyPage<'a> {
    let t = visit.t;
    let day = |at: DateTime<Utc>| t.date(visit.settings.day(at));
    let withheld = copy.withheld.iter().map(|w| {
        let part = t.k("mine-copy-part", w.part.word());
        let line = t.ww("mine-copy-withheld", ("part", &part), ("number", &w.number.to_string()));
        format!("{line} ({})", t.number(w.count as f64))
    });
    CopyPage {
        t,
        made: day(now),
        leaves_out: copy.leaves_out_another,
        withheld: withheld.collect(),
        enquiries: copy
            .enquiries
            .iter()
            .zip(&copy.beside)
            .map(|(e, beside)| Told {
                contact: t.k("channel", e.requester.identity.contact.channel.word()),
                choices: e.choices.iter().filter_map(|c| choice(visit, c)).collect(),
                portions: beside.iter().map(|part| portion(visit, part)).collect(),
                number: e.number,
                received: day(e.received_at),
                name: e.requester.identity.name.clone(),
                mail: e.requester.identity.mail.clone(),
                phone: e.requester.identity.phone.clone(),
                disorder: e.texts.disorder.clone(),
                note: e.texts.note.clone(),
                said: e
                    .messages
                    .iter()
                    .map(|m| Said {
                        when: day(m.at),
                        direction: t.k("mine-copy-direction", m.direction.word()),
                        text: m.text.clone(),
                        files: m.attachments.iter().map(|a| format!("{} ({})", a.name, a.id)).collect(),
                    })
                    .collect(),
            })
            .collect(),
        log,
    }
}

/// A choice in words, where its purpose is one that people are asked about.
fn choice(visit: &Visit, made: &ariane_store::records::choices::Made) -> Option<String> {
    let t = visit.t;
    let key = format!("purpose-{}", made.purpose.word());
    let what = t.has(&key).then(|| t.s(&key))?;
    Some(format!("{what} : {} ({})", t.k("choice", made.choice.word()), t.date(visit.settings.day(made.at))))
}

/// A part in words. A word that has no text yet is shown as it is.
fn portion(visit: &Visit, part: &Parted) -> Portion {
    let t = visit.t;
    let shown = |value: &Kept| match value {
        Kept::Text(text) => text.clone(),
        Kept::Moment(at) => t.date(visit.settings.day(*at)),
        Kept::Day(day) => t.date(*day),
        Kept::Word(family, word) if t.has(&format!("{family}-{word}")) => t.k(family, word),
        Kept::Word(_, word) => word.clone(),
    };
    let line = |line: &Line| {
        line.0.iter().map(|(name, value)| (t.k("mine-copy-field", name), shown(value))).collect()
    };
    Portion { title: t.k("mine-copy-part", part.part.word()), lines: part.lines.iter().map(line).collect() }
}
