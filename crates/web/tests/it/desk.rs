//! The listener's desk: from a call to its end, by two who never overwrite each other.

use crate::infoline::{Hand, Infoline, value};
use ariane_domain::Language;
use ariane_domain::access::grant::{Grant, LogEnquiry};
use ariane_domain::access::{Action, Actor, Facts, policy};
use ariane_domain::account::Role;
use ariane_domain::enquiry::{DisorderStatus, EntryMode, ReferralSource, RequesterKind, Urgency};
use ariane_store::directory::OWN_CONTROLLER;
use ariane_store::records::enquiries::log::{EnquiryCodes, EnquiryTexts, NewEnquiry};
use ariane_store::records::enquiries::thread::{Direction, NewAttachment, NewMessage};
use ariane_store::records::persons::{Identity, PersonCodes};
use ariane_web::addresses::desk::DeskPage;
use ariane_web::guard::Rule;
use ariane_web::router::routes;
use axum::http::{Method, StatusCode};

const CALL: &[(&str, &str)] = &[
    ("f-requester-kind", "relative"),
    ("f-person-knows", "yes"),
    ("f-referral-source", "media"),
    ("f-age-band", "adult"),
    ("f-residence", "LU"),
    ("f-language", "pt"),
    ("f-needs", "school-work/school"),
    ("f-disorder-status", "diagnosed"),
    ("disorder-text", "mucoviscidose"),
    ("f-response-minutes", "12"),
    ("summary", "Question sur l'école"),
    ("note", "Un enfant entre à l'école."),
];

/// The call with other values, or more.
fn with<'a>(more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = CALL.iter().copied().filter(|(name, _)| !more.iter().any(|(other, _)| other == name));
    kept.chain(more.iter().copied()).collect()
}

#[tokio::test]
async fn a_call_is_logged_once_and_stands_in_the_queue_with_its_facts() {
    let line = Infoline::open().await;
    let page = line.get(&line.anne, "/fr/permanence/appel").await;
    assert_eq!(page.status, StatusCode::OK);
    let once = value(&page.text(), "name=\"once\" value=\"");
    assert_eq!(once.len(), 43);
    let fields = with(&[("once", &once), ("name", "Dupont Fictif")]);
    let first = line.log(&line.anne, &fields).await;
    let again = line.log(&line.anne, &[&fields[..], &[("known", "new")]].concat()).await;
    assert_eq!(first, again, "sent twice, kept once");
    let text = line.get(&line.anne, &first).await.text();
    for wanted in
        ["Dupont Fictif", "Mucoviscidose", "Question sur l", "portugais", "12", "Vous vous en occupez"]
    {
        assert!(text.contains(wanted), "{wanted}");
    }
    let queue = line.get(&line.anne, "/fr/permanence").await.text();
    assert!(
        queue.contains("Dupont Fictif")
            && queue.contains("Anne Fictive")
            && queue.contains("Prise en charge")
    );
    assert_eq!(queue.matches("data-line").count(), 1);
    let found = line.post(&line.bea, "/fr/permanence/recherche", &[("sought", "fictif dupont")]).await;
    assert!(found.text().contains("Dupont Fictif"));
    let none = line.post(&line.bea, "/fr/permanence/recherche", &[("sought", "fictif durand")]).await;
    assert!(none.text().contains("Aucune demande"));
    assert!(line.get(&line.bea, "/fr/permanence?mode=mail").await.text().contains("Rien ne correspond"));
}

#[tokio::test]
async fn an_answered_call_is_closed_in_the_same_breath() {
    let line = Infoline::open().await;
    let at = line
        .log(&line.anne, &with(&[("outcome", "oriented"), ("answer", "Contacté l'école ensemble.")]))
        .await;
    let text = line.get(&line.anne, &at).await.text();
    assert!(text.contains("Close") && text.contains("Contacté l"), "{text}");
    assert!(line.get(&line.anne, "/fr/permanence").await.text().contains("Personne n’attend"));
}

#[tokio::test]
async fn what_cannot_be_read_is_kept_in_the_form_and_said_beside_its_field() {
    let line = Infoline::open().await;
    let sent = with(&[("f-response-minutes", "douze"), ("f-entry-mode", "phone")]);
    let answer = line.post(&line.anne, "/fr/permanence/appel", &sent).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = answer.text();
    assert!(
        text.contains("Un enfant entre à l")
            && text.contains("douze")
            && text.contains("href=\"#f-response-minutes\"")
    );
}

#[tokio::test]
async fn anonymous_is_complete_and_identified_later_without_typing_again() {
    let line = Infoline::open().await;
    let at = line.log(&line.anne, CALL).await;
    assert!(line.get(&line.anne, &at).await.text().contains("Anonyme"));
    let persons = line.get(&line.anne, &format!("{at}/persons")).await.text();
    let person = value(&persons, "name=\"person\" value=\"");
    let sent =
        [("person", person.as_str()), ("version", "1"), ("name", "Claire Fictive"), ("phone", "26 12 34 56")];
    assert_eq!(line.post(&line.anne, &format!("{at}/persons"), &sent).await.status, 303);
    let text = line.get(&line.anne, &at).await.text();
    assert!(text.contains("Claire Fictive") && !text.contains("Anonyme") && text.contains("Un enfant entre"));
    let found = line.post(&line.anne, "/fr/permanence/recherche", &[("sought", "+352 26 12 34 56")]).await;
    assert!(found.text().contains("Claire Fictive"));
}

#[tokio::test]
async fn who_calls_again_is_recognised_with_what_was_last_said() {
    let line = Infoline::open().await;
    let known = [("name", "Marie Fictive"), ("phone", "691 000 111")];
    let answered = [("outcome", "answered"), ("answer", "Rappeler le centre en mars.")];
    line.log(&line.anne, &with(&[&known[..], &answered[..]].concat())).await;
    let again = with(&[("name", "Fictive Marie"), ("phone", "+352 691000111"), ("f-entry-mode", "phone")]);
    let asked = line.post(&line.bea, "/fr/permanence/appel", &again).await;
    assert_eq!(asked.status, StatusCode::OK);
    let text = asked.text();
    for wanted in ["Est-ce la même personne", "Rappeler le centre en mars", "téléphone", "Dernier contact"]
    {
        assert!(text.contains(wanted), "{wanted}");
    }
    let person = value(&text, "name=\"known\" required value=\"");
    let at = line.log(&line.bea, &[&again[..again.len() - 1], &[("known", person.as_str())]].concat()).await;
    assert!(line.get(&line.bea, &at).await.text().contains("Marie Fictive"), "the record that was known");
}

#[tokio::test]
async fn two_listeners_never_answer_one_request_unknowingly() {
    let line = Infoline::open().await;
    let at = line.log(&line.anne, CALL).await;
    let version = line.version(&line.anne, &at).await;
    line.post(&line.anne, &format!("{at}/release"), &[("version", &version)]).await;
    let seen = line.version(&line.bea, &at).await;
    assert_eq!(line.post(&line.anne, &format!("{at}/claim"), &[("version", &seen)]).await.status, 303);
    let late = line.post(&line.bea, &format!("{at}/claim"), &[("version", &seen)]).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    let text = late.text();
    assert!(text.contains("Anne Fictive") && text.contains("take-over"), "{text}");
    let reply = [("version", seen.as_str()), ("text", "Bonjour"), ("act", "phone")];
    let refused = line.post(&line.bea, &format!("{at}/reply"), &reply).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert!(refused.text().contains("Rien n’est parti") && refused.text().contains("Bonjour</textarea>"));
    let now = line.version(&line.bea, &at).await;
    assert_eq!(line.post(&line.bea, &format!("{at}/take-over"), &[("version", &now)]).await.status, 303);
    assert!(line.get(&line.anne, &at).await.text().contains("Béa Fictive"));
}

#[tokio::test]
async fn an_overtaken_edit_shows_both_and_overwrites_nothing() {
    let line = Infoline::open().await;
    let at = line.log(&line.anne, CALL).await;
    let edit = format!("{at}/edit");
    let page = line.get(&line.bea, &edit).await.text();
    let version = value(&page, "name=\"version\" value=\"");
    let theirs = with(&[("version", &version), ("f-entry-mode", "phone"), ("summary", "Version d'Anne")]);
    assert_eq!(line.post(&line.anne, &edit, &theirs).await.status, 303);
    let mine = with(&[("version", &version), ("f-entry-mode", "phone"), ("summary", "Version de Béa")]);
    let answer = line.post(&line.bea, &edit, &mine).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    let text = answer.text();
    assert!(text.contains("Version d&#39;Anne") && text.contains("Version de Béa"), "{text}");
    assert!(line.get(&line.bea, &at).await.text().contains("Version d&#39;Anne"));
}

#[tokio::test]
async fn a_reply_is_made_of_dated_facts_and_goes_out_as_the_person_wishes() {
    let line = Infoline::open().await;
    let person = [("name", "Paul Fictif"), ("mail", "paul.fictif@example.org"), ("neutral", "1")];
    let at = line.log(&line.anne, &with(&person)).await;
    let page = line.get(&line.anne, &at).await.text();
    let insert = value(&page, "name=\"insert\" value=\"");
    assert!(insert.starts_with("organisation:"), "{insert}");
    let version = value(&page, "data-version=\"");
    let reply = format!("{at}/reply");
    let put = line
        .post(&line.anne, &reply, &[("version", &version), ("text", "Bom dia"), ("insert", &insert)])
        .await;
    let text = put.text();
    let typed =
        text.split("data-reply").nth(1).unwrap_or_default().split("</textarea>").next().unwrap_or_default();
    assert!(typed.contains("Bom dia") && typed.contains("http://localhost/pt/"), "{typed}");
    let preview = line
        .post(&line.anne, &reply, &[("version", &version), ("text", "Bom dia"), ("act", "preview")])
        .await;
    assert!(
        preview.text().contains("Resposta à sua mensagem") && !preview.text().contains("Infoline fictive")
    );
    assert_eq!(line.outgoing().await, 0);
    let sent =
        line.post(&line.anne, &reply, &[("version", &version), ("text", "Bom dia"), ("act", "mail")]).await;
    assert_eq!(sent.status, 303);
    assert_eq!(line.outgoing().await, 1);
    let leased = line.records.lease_outgoing(crate::application::now()).await.expect("asked").expect("one");
    assert_eq!(leased.mail.to, "paul.fictif@example.org");
    assert!(leased.mail.message_id.ends_with("@example.org") && !leased.mail.subject.contains("Fictif"));
    let twice =
        line.post(&line.anne, &reply, &[("version", &version), ("text", "Bom dia"), ("act", "mail")]).await;
    assert_eq!(twice.status, StatusCode::CONFLICT, "a second click sends nothing");
    let letter = line.post(&line.anne, &reply, &[("text", "Bom dia\n\nAté breve"), ("act", "letter")]).await;
    assert!(letter.bytes.starts_with(b"%PDF"));
    assert!(!letter.headers["content-disposition"].to_str().expect("text").contains("Fictif"));
}

#[tokio::test]
async fn who_chose_the_link_only_is_sent_nothing() {
    let line = Infoline::open().await;
    let person = [("name", "Léa Fictive"), ("mail", "lea.fictive@example.org"), ("channel", "link-only")];
    let at = line.log(&line.anne, &with(&person)).await;
    let page = line.get(&line.anne, &at).await.text();
    assert!(!page.contains("value=\"mail\""));
    let sent = [("version", &*value(&page, "data-version=\"")), ("text", "Bonjour"), ("act", "mail")];
    let answer = line.post(&line.anne, &format!("{at}/reply"), &sent).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(line.outgoing().await, 0);
}

#[tokio::test]
async fn the_cell_receives_only_what_the_person_agreed_to_and_answers_in_a_sentence() {
    let line = Infoline::open().await;
    let at = line.log(&line.anne, &with(&[("name", "Zoé Fictive"), ("listening", "Très seule.")])).await;
    let form = format!("{at}/handover");
    let refused = line.get(&line.anne, &form).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert!(refused.text().contains("La personne est d’accord"));
    let version = line.version(&line.anne, &at).await;
    let sent = [("version", version.as_str()), ("reason", "follow-up"), ("message", "Merci de la rappeler.")];
    assert_eq!(line.post(&line.anne, &form, &sent).await.status, StatusCode::FORBIDDEN);
    let agreed = [("purpose", "handover"), ("choice", "agreed")];
    assert_eq!(line.post(&line.anne, &format!("{at}/choice"), &agreed).await.status, 303);
    assert_eq!(line.post(&line.anne, &form, &sent).await.status, 303);
    let list = line.get(&line.cell, "/fr/transmissions").await.text();
    assert!(list.contains("Demande n° 1") && !list.contains("Zoé"), "the list names nobody");
    let one = format!("/fr/transmissions/{}", value(&list, "href=\"/fr/transmissions/"));
    let page = line.get(&line.cell, &one).await.text();
    assert!(
        page.contains("Zoé Fictive")
            && page.contains("Merci de la rappeler")
            && page.contains("Un enfant entre")
    );
    assert!(!page.contains("Très seule"), "listening notes are no part of it");
    assert_eq!(line.get(&line.cell, &at).await.status, StatusCode::FORBIDDEN);
    assert_eq!(line.get(&line.anne, &one).await.status, StatusCode::FORBIDDEN);
    assert_eq!(line.post(&line.cell, &one, &[("version", "1"), ("act", "receive")]).await.status, 303);
    let words = [("version", "2"), ("act", "sentence"), ("text", "Un rendez-vous sera proposé.")];
    assert_eq!(line.post(&line.cell, &one, &words).await.status, 303);
    let page = line.get(&line.anne, &at).await.text();
    assert!(page.contains("Un rendez-vous sera proposé") && page.contains("Peut être dit"));
    assert!(line.get(&line.anne, "/fr/permanence").await.text().contains("Zoé Fictive"), "back in the queue");
}

#[tokio::test]
async fn what_was_confided_is_read_by_its_author_only() {
    let line = Infoline::open().await;
    let at = line.log(&line.anne, CALL).await;
    line.post(&line.anne, &format!("{at}/notes"), &[("listening", "Confié à Anne.")]).await;
    assert!(line.get(&line.anne, &at).await.text().contains("Confié à Anne"));
    let other = line.get(&line.bea, &at).await.text();
    assert!(!other.contains("Confié à Anne") && other.contains("1 note d’écoute"));
}

#[tokio::test]
async fn danger_comes_first_and_a_child_alone_gets_a_human() {
    let line = Infoline::open().await;
    line.log(&line.anne, CALL).await;
    let child =
        [("f-requester-kind", "person-concerned"), ("f-age-band", "12-18"), ("note", "Je veux mourir.")];
    let at = line.log(&line.anne, &child).await;
    let page = line.get(&line.anne, &at).await.text();
    assert!(page.contains("tel:112") && page.contains("enfant ou un adolescent"));
    let queue = line.get(&line.anne, "/fr/permanence").await.text();
    assert!(queue.contains("tel:112"));
    let (danger, other) = (queue.find(&at), queue.find("Question sur l"));
    assert!(danger < other, "danger first");
}

#[tokio::test]
async fn somebody_elses_story_schedules_the_notice_and_a_death_stops_what_is_automatic() {
    let line = Infoline::open().await;
    let told = [("f-requester-kind", "relative"), ("f-person-knows", "no"), ("name", "Jean Fictif")];
    let at = line.log(&line.anne, &told).await;
    let page = line.get(&line.anne, &at).await.text();
    assert!(page.contains("Informer la personne concernée"));
    let task = value(&page, "name=\"task\" value=\"");
    line.post(&line.anne, &format!("{at}/task"), &[("task", &task), ("ending", "secrecy")]).await;
    let persons = line.get(&line.anne, &format!("{at}/persons")).await.text();
    let person = value(&persons, "name=\"person\" value=\"");
    let died = [("person", person.as_str()), ("died-on", "2026-11-20")];
    assert_eq!(line.post(&line.anne, &format!("{at}/death"), &died).await.status, 303);
    let page = line.get(&line.anne, &at).await.text();
    assert!(page.contains("Décès enregistré : 20 novembre 2026") && page.contains("Après un décès"));
}

#[tokio::test]
async fn unmet_needs_templates_views_and_colleagues() {
    let line = Infoline::open().await;
    let at = line.log(&line.anne, CALL).await;
    let unmet = [("need", "school-work/school"), ("reason", "too-far")];
    line.post(&line.anne, &format!("{at}/unmet"), &unmet).await;
    let ledger = line.get(&line.anne, "/fr/permanence/besoins-non-couverts").await.text();
    assert!(ledger.contains("Trop loin") && !ledger.contains("Question sur"));
    let template =
        [("title", "Escola"), ("text", "Pedido {numero}."), ("language", "pt"), ("need", "school-work")];
    assert_eq!(line.post(&line.anne, "/fr/permanence/modeles", &template).await.status, 303);
    let page = line.get(&line.anne, &at).await.text();
    let insert = format!("template:{}", value(&page, "value=\"template:"));
    let put = line.post(&line.anne, &format!("{at}/reply"), &[("insert", &insert), ("text", "")]).await;
    assert!(put.text().contains("Pedido 1.</textarea>"));
    let at_template = format!("/fr/permanence/modeles/{}", insert.trim_start_matches("template:"));
    let changed = [("title", "Escola"), ("text", "Outro."), ("language", "pt"), ("version", "1")];
    assert_eq!(line.post(&line.anne, &at_template, &changed).await.status, 303);
    assert_eq!(line.post(&line.bea, &at_template, &changed).await.status, StatusCode::CONFLICT);
    assert!(
        line.get(&line.anne, &at_template).await.text().contains("Pedido {numero}"),
        "earlier versions stay"
    );
    let view = [("name", "Téléphone"), ("mode", "phone")];
    let kept = line.post(&line.anne, "/fr/permanence/vues", &view).await;
    assert_eq!(kept.headers["location"], "/fr/permanence?mode=phone");
    assert!(line.get(&line.anne, "/fr/permanence").await.text().contains(">Téléphone</a>"));
    assert!(!line.get(&line.bea, "/fr/permanence").await.text().contains("class=\"view\""));
    let page = line.get(&line.anne, &at).await.text();
    let colleague = value(page.split("data-colleague").nth(1).unwrap_or_default(), "value=\"");
    assert_eq!(
        line.post(&line.anne, &format!("{at}/call-in"), &[("colleague", &colleague)]).await.status,
        303
    );
    assert!(line.get(&line.bea, "/fr/permanence").await.text().contains("Anne Fictive vous appelle"));
    line.get(&line.bea, &at).await;
    assert!(!line.get(&line.bea, "/fr/permanence").await.text().contains("vous appelle"));
}

#[tokio::test]
async fn doubles_are_set_aside_and_taken_back_without_loss() {
    let line = Infoline::open().await;
    let first = line.log(&line.anne, CALL).await;
    let second = line.log(&line.anne, CALL).await;
    let version = line.version(&line.anne, &second).await;
    let merged =
        line.post(&line.anne, &format!("{second}/merge"), &[("number", "1"), ("version", &version)]).await;
    assert_eq!(merged.status, 303);
    assert!(line.get(&line.anne, &first).await.text().contains("Doubles rattachés"));
    let version = line.version(&line.anne, &second).await;
    line.post(&line.anne, &format!("{second}/unmerge"), &[("version", &version)]).await;
    assert!(line.get(&line.anne, &second).await.text().contains("Prise en charge"));
}

#[tokio::test]
async fn the_desk_speaks_five_languages_and_opens_for_its_own() {
    let line = Infoline::open().await;
    let at = line.log(&line.anne, &with(&[("name", "Anna Fictive"), ("mail", "anna@example.org")])).await;
    let id = at.rsplit('/').next().unwrap_or_default().to_owned();
    for language in Language::ALL {
        let mut pages: Vec<String> = [DeskPage::Queue, DeskPage::Call, DeskPage::Templates, DeskPage::Unmet]
            .map(|p| p.path(language))
            .into();
        pages.push(DeskPage::Enquiry.path_to(language, &id));
        pages.push(DeskPage::Enquiry.path_to(language, &format!("{id}/edit")));
        pages.push(DeskPage::Enquiry.path_to(language, &format!("{id}/persons")));
        for page in pages {
            let answer = line.get(&line.anne, &page).await;
            assert_eq!(answer.status, StatusCode::OK, "{page}");
            let text = answer.text();
            for bare in [">desk-", " desk-", ">event-", ">outcome-", ">country-", ">tongue-", "{ $"] {
                let shown = text.split(bare).nth(1).map(|rest| rest.chars().take(40).collect::<String>());
                assert!(shown.is_none(), "{page}: {bare}{shown:?}");
            }
            for forbidden in [" style=\"", "<style", " onclick=", "javascript:"] {
                assert!(!text.contains(forbidden), "{page} holds {forbidden}");
            }
            assert!(!page.contains("Fictive"));
            assert_eq!(
                line.get(&line.cell, &page).await.status,
                if page.contains(DeskPage::Unmet.segment(language)) {
                    StatusCode::OK
                } else {
                    StatusCode::FORBIDDEN
                },
                "{page}"
            );
        }
    }
}

/// A mail as the intake keeps it, with a hostile HTML part and a file.
async fn mail(line: &Infoline) -> String {
    let at = crate::application::now();
    let mut work = line.records.begin(at).await.expect("begun");
    let intake = Actor::System("intake");
    let facts = Facts::of_all(OWN_CONTROLLER, "enquiry");
    let grant: Grant<LogEnquiry> = work.grant(&intake, facts).expect("allowed");
    let message = NewMessage {
        direction: Direction::In,
        mode: EntryMode::Mail,
        kind: "message",
        from: "Fictive <fictive@example.org>".into(),
        subject: "<b>Objet</b>".into(),
        text: String::new(),
        html: "<p>Bonjour <img src=x onerror=alert(1)><script>alert(2)</script>vous</p>".into(),
        message_id: "m1@example.org".into(),
        references: "m0@example.org".into(),
        at,
        attachments: vec![
            NewAttachment {
                name: "page.html".into(),
                media_type: "text/html".into(),
                verdict: "accepted".into(),
                size: 3,
                bytes: Some(b"<b>".to_vec()),
            },
            NewAttachment {
                name: "virus.exe".into(),
                media_type: "application/x-msdownload".into(),
                verdict: "type".into(),
                size: 9,
                bytes: None,
            },
        ],
    };
    let new = NewEnquiry {
        codes: EnquiryCodes {
            mode: EntryMode::Mail,
            requester_kind: RequesterKind::Other,
            referral_source: ReferralSource::Unknown,
            disorder_status: DisorderStatus::Unknown,
            person: PersonCodes { language: "fr".into(), ..PersonCodes::default() },
            needs: Vec::new(),
            is_interpreted: false,
            duration_seconds: None,
        },
        texts: EnquiryTexts::default(),
        form_version: 1,
        requester: Identity { mail: "fictive@example.org".into(), ..Identity::default() },
        known_requester: None,
        concerned: None,
        urgency: Urgency::None,
        received_at: at,
        due_at: at + chrono::TimeDelta::days(7),
        once: None,
        message: Some(message),
        choices: Vec::new(),
    };
    let logged = work.log_enquiry(&grant, &new).await.expect("logged");
    work.commit().await.expect("kept");
    format!("/fr/permanence/demande/{}", logged.id)
}

#[tokio::test]
async fn a_mail_is_shown_as_text_its_files_are_downloads_and_the_reply_joins_its_thread() {
    let line = Infoline::open().await;
    let at = mail(&line).await;
    let page = line.get(&line.anne, &at).await.text();
    assert!(page.contains("Bonjour") && page.contains("vous"));
    assert!(!page.contains("onerror") && !page.contains("alert(2)") && !page.contains("<b>Objet"), "{page}");
    assert!(page.contains("virus.exe") && page.contains("Pièce non gardée"));
    let file = format!("{at}/file/{}", value(&page, &format!("{at}/file/")));
    let answer = line.get(&line.anne, &file).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.headers["content-type"], "application/octet-stream", "HTML is never served as such");
    let disposition = answer.headers["content-disposition"].to_str().expect("text").to_owned();
    assert!(disposition.starts_with("attachment;"), "{disposition}");
    assert_eq!(answer.headers["x-content-type-options"], "nosniff");
    assert_eq!(line.get(&line.cell, &file).await.status, StatusCode::FORBIDDEN);
    line.post(&line.anne, &format!("{at}/claim"), &[("version", "1")]).await;
    let reply = [("version", "2"), ("text", "Bonjour"), ("act", "mail")];
    assert_eq!(line.post(&line.anne, &format!("{at}/reply"), &reply).await.status, 303);
    let leased = line.records.lease_outgoing(crate::application::now()).await.expect("asked").expect("one");
    assert_eq!(leased.mail.in_reply_to, "m1@example.org");
    assert_eq!(leased.mail.references, ["m0@example.org", "m1@example.org"]);
    assert!(!leased.mail.thread_token.is_empty());
}

#[tokio::test]
async fn every_route_of_the_desk_opens_for_the_functions_of_its_rule_only() {
    let line = Infoline::open().await;
    let table = routes(&line.app).table().to_vec();
    let segments: Vec<&str> = DeskPage::ALL.iter().map(|p| p.segment(Language::Fr)).collect();
    let own = table.iter().filter(|entry| {
        entry.path.strip_prefix("/fr/").is_some_and(|path| segments.iter().any(|s| path.starts_with(s)))
    });
    let mut seen = 0;
    for entry in own {
        seen += 1;
        let Rule::May(action) = entry.rule else { panic!("{}: not by a function", entry.path) };
        let path = entry.path.replace("{id}", "0198c0de-0000-7000-8000-000000000000");
        let path =
            path.replace("{file}", "0198c0de-0000-7000-8000-000000000000").replace("{doing}", "reading");
        for (hand, role) in [(&line.anne, Role::Listener), (&line.cell, Role::PsychosocialCoordinator)] {
            let answer = match entry.method {
                Method::POST => line.post(hand, &path, &[]).await,
                _ => line.get(hand, &path).await,
            };
            let is_refused =
                answer.status == StatusCode::FORBIDDEN && answer.text().contains("votre fonction");
            // Who may break the glass may knock at a record; the policy looks whether they did.
            let knocks =
                action == Action::ReadEnquiry && policy::roles(Action::AskBreakGlass).contains(&role);
            let may = knocks || policy::roles(action).contains(&role);
            assert_eq!(is_refused, !may, "{} {path} as {role:?}: {}", entry.method, answer.status);
            assert_ne!(answer.status, StatusCode::INTERNAL_SERVER_ERROR, "{path}");
        }
        let nobody = Hand::nobody();
        let answer = match entry.method {
            Method::POST => line.post(&nobody, &path, &[]).await.status,
            _ => line.get(&nobody, &path).await.status,
        };
        assert!(matches!(answer, StatusCode::SEE_OTHER | StatusCode::UNAUTHORIZED), "{path}: {answer}");
    }
    assert!(seen > 40, "{seen}");
}
