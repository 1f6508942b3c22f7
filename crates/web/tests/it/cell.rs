//! The coordination cell: from a hand-over to a file, two signed analyses and a step that is done.

use crate::application::Answer;
use crate::infoline::{Hand, Infoline, hire, value};
use ariane_domain::Language;
use ariane_domain::access::policy;
use ariane_domain::account::Role;
use ariane_store::accounts::Accounts;
use ariane_store::directory::OWN_CONTROLLER;
use ariane_web::addresses::cell::CellPage;
use ariane_web::guard::Rule;
use ariane_web::router::routes;
use axum::http::{Method, StatusCode};

/// Somebody who agrees that the cell follows them.
pub const CALL: &[(&str, &str)] = &[
    ("f-requester-kind", "person-concerned"),
    ("f-referral-source", "media"),
    ("f-residence", "LU"),
    ("f-needs", "school-work/school"),
    ("summary", "Cherche un suivi fictif"),
    ("note", "Histoire fictive déjà racontée."),
    ("name", "Zoé Fictive"),
    ("agree-handover", "1"),
];

/// Where an answer leads.
pub fn leads_to(answer: &Answer) -> String {
    answer.headers.get("location").and_then(|to| to.to_str().ok()).unwrap_or_default().to_owned()
}

async fn person(line: &Infoline, name: &'static str, role: Role) -> Hand {
    hire(&Accounts::new(&line.records), name, role).await
}

/// Hands an enquiry over and gives the addresses of the enquiry and of the hand-over.
async fn hand_over(line: &Infoline) -> (String, String) {
    let at = line.log(&line.anne, CALL).await;
    line.post(&line.anne, &format!("{at}/choice"), &[("purpose", "handover"), ("choice", "agreed")]).await;
    let version = line.version(&line.anne, &at).await;
    let sent = [("version", version.as_str()), ("reason", "follow-up"), ("message", "Merci de suivre.")];
    let answer = line.post(&line.anne, &format!("{at}/handover"), &sent).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    let list = line.get(&line.cell, "/fr/transmissions").await.text();
    (at, format!("/fr/transmissions/{}", value(&list, "href=\"/fr/transmissions/")))
}

/// Opens a file from a hand-over and gives its address.
async fn file(line: &Infoline, handover: &str) -> String {
    let page = line.get(&line.cell, handover).await.text();
    let version = value(&page, "name=\"version\" value=\"");
    let sent = [("version", version.as_str()), ("brought-by", "listener")];
    let opened = line.post(&line.cell, &format!("{handover}/file"), &sent).await;
    assert_eq!(opened.status, StatusCode::SEE_OTHER, "{}", opened.text());
    leads_to(&opened)
}

async fn version(line: &Infoline, hand: &Hand, at: &str) -> String {
    value(&line.get(hand, at).await.text(), "name=\"version\" value=\"")
}

/// Moves a file on, as its page stands.
async fn change(line: &Infoline, hand: &Hand, at: &str, word: &str, more: &[(&str, &str)]) -> Answer {
    let version = version(line, hand, at).await;
    let mut fields = vec![("version", version.as_str())];
    fields.extend_from_slice(more);
    line.post(hand, &format!("{at}/change/{word}"), &fields).await
}

/// The value of the first field with this name behind a mark.
fn after(text: &str, mark: &str, field: &str) -> String {
    let rest = text.split(mark).nth(1).unwrap_or_default();
    value(rest, &format!("name=\"{field}\" value=\""))
}

#[tokio::test]
async fn a_hand_over_becomes_a_file_with_signed_analyses_and_a_step_that_is_done() {
    let line = Infoline::open().await;
    let medical = person(&line, "Mara Fictive", Role::MedicalCoordinator).await;
    let (_, handover) = hand_over(&line).await;
    let at = file(&line, &handover).await;
    assert_eq!(file(&line, &handover).await, at, "asked twice, one file");
    let page = line.get(&line.cell, &at).await.text();
    for wanted in [
        "Dossier n° 1",
        "Zoé Fictive",
        "Cherche un suivi fictif",
        "Histoire fictive déjà racontée.",
        "Merci de suivre.",
        "En trouver un est la première démarche",
        "C’est la première question à poser",
        "Infoline",
    ] {
        assert!(page.contains(wanted), "{wanted}");
    }
    assert_eq!(change(&line, &line.cell, &at, "accept", &[]).await.status, StatusCode::SEE_OTHER);

    for (hand, track, words) in [
        (&line.cell, "psychosocial", "Une école à trouver."),
        (&medical, "medical", "Un diagnostic à confirmer."),
    ] {
        let text = format!("{at}/analysis/{track}");
        let form = line.get(hand, &text).await.text();
        let revision = value(&form, "name=\"revision\" value=\"");
        let kept = line.post(hand, &text, &[("revision", revision.as_str()), ("text", words)]).await;
        assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text());
        let signed = line.post(hand, &format!("{text}/sign"), &[("revision", "1")]).await;
        assert_eq!(signed.status, StatusCode::SEE_OTHER, "{}", signed.text());
    }
    let other = line.post(&medical, &format!("{at}/analysis/psychosocial/reopen"), &[("text", "non")]).await;
    assert_eq!(other.status, StatusCode::FORBIDDEN);
    assert!(other.text().contains("tenue par quelqu"));
    let page = line.get(&medical, &at).await.text();
    for wanted in
        ["Une école à trouver.", "Un diagnostic à confirmer.", "signé par Mara Fictive", "signé par Cléo"]
    {
        assert!(page.contains(wanted), "{wanted}");
    }

    let owners = page.split("id=\"step-owner\"").nth(1).unwrap_or_default();
    let owner = value(owners, "option value=\"");
    let step = |due: &'static str, text: &'static str| {
        [("track", "medical"), ("owner", owner.as_str()), ("due", due), ("text", text)]
            .map(|(a, b)| (a, b.to_owned()))
    };
    let send = async |fields: [(&str, String); 4]| {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(a, b)| (*a, b.as_str())).collect();
        line.post(&medical, &format!("{at}/steps"), &fields).await
    };
    let past = send(step("2020-01-01", "Prendre rendez-vous fictif")).await;
    assert_eq!(past.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = past.text();
    assert!(text.contains("échéance est passée") && text.contains("Prendre rendez-vous fictif"));
    assert_eq!(send(step("2027-01-01", "  ")).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(send(step("2027-01-01", "Prendre rendez-vous fictif")).await.status, StatusCode::SEE_OTHER);
    let page = line.get(&medical, &at).await.text();
    assert!(page.contains("En suivi actif · Une démarche est ouverte"), "{page}");
    let id = value(&page, "<li class=\"step\" id=\"step-");
    for (word, reason, words) in
        [("accept", "spoken", ""), ("begin", "", ""), ("finish", "reached", "Rendez-vous en mars.")]
    {
        let page = line.get(&medical, &at).await.text();
        let version = after(&page, &format!("id=\"step-{id}\""), "version");
        let fields = [("version", version.as_str()), ("reason", reason), ("text", words)];
        let done = line.post(&medical, &format!("{at}/steps/{id}/change/{word}"), &fields).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{word}: {}", done.text());
    }
    let page = line.get(&line.cell, &at).await.text();
    for wanted in [
        "But atteint",
        "Rendez-vous en mars.",
        "La personne est d’accord",
        "De vive voix",
        "class=\"way-drawn\"",
    ] {
        assert!(page.contains(wanted), "{wanted}");
    }
    let again = line
        .post(&medical, &format!("{at}/steps/{id}/change/cancel"), &[("version", "9"), ("reason", "error")])
        .await;
    assert_eq!(again.status, StatusCode::CONFLICT);
}

#[tokio::test]
async fn what_is_asked_back_or_refused_in_the_file_is_what_the_listener_reads() {
    let line = Infoline::open().await;
    let (enquiry, handover) = hand_over(&line).await;
    let at = file(&line, &handover).await;
    let silent = change(&line, &line.cell, &at, "ask-back", &[("text", " ")]).await;
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
    let asked = change(&line, &line.cell, &at, "ask-back", &[("text", "Quel âge a l’enfant ?")]).await;
    assert_eq!(asked.status, StatusCode::SEE_OTHER);
    let page = line.get(&line.anne, &enquiry).await.text();
    assert!(page.contains("Quel âge a l’enfant ?") && page.contains("La cellule demande quelque chose"));
    // What the listener answers is the answer that the file waits for.
    let id = value(&page, "name=\"handover\" value=\"");
    let version = after(&page, "name=\"handover\"", "version");
    let done = [("handover", id.as_str()), ("version", version.as_str()), ("act", "finished")];
    assert_eq!(line.post(&line.anne, &format!("{enquiry}/cell"), &done).await.status, StatusCode::SEE_OTHER);
    assert!(line.get(&line.cell, &at).await.text().contains("Précisions reçues"));
    let refused = [("reason", "not-rare"), ("text", "Une information suffit ici.")];
    assert_eq!(change(&line, &line.cell, &at, "refuse", &refused).await.status, StatusCode::SEE_OTHER);
    let page = line.get(&line.anne, &enquiry).await.text();
    assert!(page.contains("Une information suffit ici.") && page.contains("Pas une maladie rare"));
}

#[tokio::test]
async fn what_the_hand_over_is_answered_stands_in_its_file() {
    let line = Infoline::open().await;
    let (_, handover) = hand_over(&line).await;
    let at = file(&line, &handover).await;
    let answer = async |act: &str, more: (&str, &str)| {
        let version = version(&line, &line.cell, &handover).await;
        let fields = [("version", version.as_str()), ("act", act), more, ("text", "Des mots.")];
        line.post(&line.cell, &handover, &fields).await.status
    };
    assert_eq!(answer("call-back", ("reason", "")).await, StatusCode::SEE_OTHER);
    assert!(line.get(&line.cell, &at).await.text().contains("Précisions demandées"));
    assert_eq!(change(&line, &line.cell, &at, "accept", &[]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(answer("decline", ("reason", "not-rare")).await, StatusCode::CONFLICT, "closed, not declined");
}

#[tokio::test]
async fn notes_of_the_other_track_are_nowhere_until_they_are_shared() {
    let line = Infoline::open().await;
    let medical = person(&line, "Mara Fictive", Role::MedicalCoordinator).await;
    let (_, handover) = hand_over(&line).await;
    let at = file(&line, &handover).await;
    let secret = "Motconfidentiel";
    let note = [("track", "psychosocial"), ("sharing", "own-track"), ("text", secret)];
    assert_eq!(line.post(&line.cell, &format!("{at}/notes"), &note).await.status, StatusCode::SEE_OTHER);
    let foreign = line.post(&medical, &format!("{at}/notes"), &note).await;
    assert_eq!(foreign.status, StatusCode::FORBIDDEN);
    for path in
        [at.clone(), "/fr/cellule".into(), handover.clone(), format!("{at}/head"), format!("{at}/summary")]
    {
        let text = line.get(&medical, &path).await.text();
        assert!(!text.contains(secret), "{path}");
    }
    let page = line.get(&line.cell, &at).await.text();
    let share = page.split("/notes/").nth(1).and_then(|rest| rest.split('/').next()).unwrap_or_default();
    let path = format!("{at}/notes/{share}/share");
    let both = [("sharing", "both-tracks")];
    assert_eq!(line.post(&medical, &path, &both).await.status, StatusCode::NOT_FOUND, "not hers to share");
    assert_eq!(line.post(&line.cell, &path, &both).await.status, StatusCode::SEE_OTHER);
    assert!(line.get(&medical, &at).await.text().contains(secret));
}

#[tokio::test]
async fn two_edits_of_the_same_lines_are_both_shown_and_one_choice_keeps_both() {
    let line = Infoline::open().await;
    let (_, handover) = hand_over(&line).await;
    let at = file(&line, &handover).await;
    let text = format!("{at}/analysis/psychosocial");
    let write = async |revision: &str, words: &str| {
        line.post(&line.cell, &text, &[("revision", revision), ("text", words)]).await
    };
    assert_eq!(write("0", "Haut\nMilieu\nBas").await.status, StatusCode::SEE_OTHER);
    assert_eq!(write("1", "Haut changé ailleurs\nMilieu\nBas").await.status, StatusCode::SEE_OTHER);
    let joined = write("1", "Haut\nMilieu\nBas changé ici").await;
    assert!(leads_to(&joined).contains("done=joined"), "{}", joined.text());
    let clash = write("1", "Haut changé ici\nMilieu\nBas").await;
    assert_eq!(clash.status, StatusCode::CONFLICT);
    let page = clash.text();
    for wanted in ["Haut changé ailleurs", "Haut changé ici", "Milieu", "Bas changé ici", "mêmes lignes"]
    {
        assert!(page.contains(wanted), "{wanted}");
    }
    let mut fields: Vec<(String, String)> = Vec::new();
    for input in page.split("<input type=\"hidden\" name=\"").skip(1) {
        let name = input.split('"').next().unwrap_or_default().to_owned();
        fields.push((name.clone(), value(&format!("name=\"{input}"), &format!("name=\"{name}\" value=\""))));
    }
    let place = page.split("name=\"keep-").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
    fields.retain(|(name, _)| name != "form_token");
    fields.push((format!("keep-{place}"), "both".into()));
    let sent: Vec<(&str, &str)> = fields.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    let kept = line.post(&line.cell, &text, &sent).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text());
    let page = line.get(&line.cell, &text).await.text();
    assert!(page.contains("Haut changé ailleurs\nHaut changé ici\nMilieu\nBas changé ici"), "{page}");
}

#[tokio::test]
async fn two_stand_behind_the_summary_and_a_change_takes_their_names_away() {
    let line = Infoline::open().await;
    let medical = person(&line, "Mara Fictive", Role::MedicalCoordinator).await;
    let (_, handover) = hand_over(&line).await;
    let at = file(&line, &handover).await;
    let write = async |revision: &str, words: &str| {
        line.post(&line.cell, &format!("{at}/summary"), &[("revision", revision), ("text", words)]).await
    };
    assert_eq!(write("0", "Ensemble.").await.status, StatusCode::SEE_OTHER);
    for (hand, track) in [(&line.cell, "psychosocial"), (&medical, "medical")] {
        let signed = line.post(hand, &format!("{at}/summary/sign/{track}"), &[("revision", "1")]).await;
        assert_eq!(signed.status, StatusCode::SEE_OTHER, "{}", signed.text());
    }
    assert!(line.get(&medical, &at).await.text().contains("Soutenue par les deux"));
    assert_eq!(write("1", "Autrement.").await.status, StatusCode::SEE_OTHER);
    assert!(!line.get(&medical, &at).await.text().contains("Soutenue par les deux"));
    let unread = line.post(&medical, &format!("{at}/summary/sign/medical"), &[("revision", "1")]).await;
    assert_eq!(unread.status, StatusCode::CONFLICT);
}

#[tokio::test]
async fn a_worker_sends_with_a_receipt_and_never_sees_the_file_or_the_board() {
    let line = Infoline::open().await;
    let worker = person(&line, "Wanda Fictive", Role::PsychosocialWorker).await;
    let page = line.get(&worker, "/fr/cellule/envoyer").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(!page.text().contains("value=\"hub\"") && !page.text().contains("name=\"training\""));
    let empty = line.post(&worker, "/fr/cellule/envoyer", &[("doctor", "Dr Fictif")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(empty.text().contains("Dr Fictif") && empty.text().contains("href=\"#question\""));
    let fields = [
        ("origin", "psychosocial-service"),
        ("brought-by", "psychosocial-worker"),
        ("name", "Ulla Fictive"),
        ("birth", "2015-03-01"),
        ("question", "Un suivi commun"),
        ("matters", "Rester à l’école"),
        ("doctor", "Dr Fictif"),
        ("training", "1"),
    ];
    let once = value(&page.text(), "name=\"once\" value=\"");
    assert!(empty.text().contains("name=\"once\""));
    let fields: Vec<_> = fields.into_iter().chain([("once", once.as_str())]).collect();
    let sent = line.post(&worker, "/fr/cellule/envoyer", &fields).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    let receipt = leads_to(&sent);
    let again = line.post(&worker, "/fr/cellule/envoyer", &fields).await;
    assert_eq!(leads_to(&again), receipt, "sent twice, opened once");
    assert!(!receipt.contains("Ulla"));
    assert!(line.get(&worker, &receipt).await.text().contains("dossier n° 1"));
    let board = line.get(&line.cell, "/fr/cellule").await.text();
    assert!(board.contains("Ulla Fictive"), "who sends decides nothing about training");
    let at = format!("/fr/cellule/dossier/{}", value(&board, "href=\"/fr/cellule/dossier/"));
    let file = line.get(&line.cell, &at).await.text();
    for wanted in ["Rester à l’école", "Dr Fictif", "1 mars 2015", "Service psycho-social"] {
        assert!(file.contains(wanted), "{wanted}");
    }
    for path in ["/fr/cellule", at.as_str()] {
        assert_eq!(line.get(&worker, path).await.status, StatusCode::FORBIDDEN, "{path}");
        assert_eq!(line.get(&line.anne, path).await.status, StatusCode::FORBIDDEN, "{path}");
    }
    let foreign = "/fr/cellule/dossier/00000000-0000-7000-8000-000000000000";
    assert_eq!(line.get(&line.cell, foreign).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn fictitious_files_are_marked_and_on_a_board_of_their_own() {
    let line = Infoline::open().await;
    let fields = [
        ("origin", "hub"),
        ("brought-by", "doctor"),
        ("name", "Exercice Fictif"),
        ("question", "Pour apprendre"),
        ("training", "1"),
    ];
    let sent = line.post(&line.cell, "/fr/cellule/envoyer", &fields).await;
    assert!(leads_to(&sent).ends_with("&training=1"), "{}", sent.text());
    let real = line.get(&line.cell, "/fr/cellule").await.text();
    assert!(!real.contains("Exercice Fictif") && real.contains("Aucun dossier ne demande"));
    let training = line.get(&line.cell, "/fr/cellule?training=1").await.text();
    assert!(training.contains("Exercice Fictif") && training.contains("comptées nulle part"));
    let at = format!("/fr/cellule/dossier/{}", value(&training, "href=\"/fr/cellule/dossier/"));
    assert!(line.get(&line.cell, &at).await.text().contains("comptées nulle part"));
    let narrowed = line.get(&line.cell, "/fr/cellule?training=1&show=dormant").await.text();
    assert!(narrowed.contains("ne correspond à ce filtre"));
}

#[tokio::test]
async fn who_was_overtaken_sees_both_and_loses_nothing() {
    let line = Infoline::open().await;
    let (_, handover) = hand_over(&line).await;
    let at = file(&line, &handover).await;
    let head = format!("{at}/head");
    let read = version(&line, &line.cell, &head).await;
    let with = |doctor: &'static str| {
        [("version", read.clone()), ("name", "Zoé Fictive".into()), ("doctor", doctor.to_owned())]
    };
    let send = async |fields: [(&str, String); 3]| {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(a, b)| (*a, b.as_str())).collect();
        line.post(&line.cell, &head, &fields).await
    };
    assert_eq!(send(with("Dr Premier")).await.status, StatusCode::SEE_OTHER);
    let late = send(with("Dr Second")).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.text().contains("Dr Premier") && late.text().contains("Dr Second"));
    let fields = [("version", read.as_str()), ("reason", "not-rare"), ("text", "Mots gardés")];
    let late = line.post(&line.cell, &format!("{at}/change/refuse"), &fields).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.text().contains("Mots gardés") && late.text().contains("entre-temps"));
    let unborn = [("version", read.as_str()), ("birth", "2999-01-01"), ("doctor", "Dr Gardé")];
    let wrong = line.post(&line.cell, &head, &unborn).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.text().contains("Dr Gardé"));
}

#[tokio::test]
async fn a_death_ends_steps_and_stands_in_the_enquiry_behind_the_file() {
    let line = Infoline::open().await;
    let (enquiry, handover) = hand_over(&line).await;
    let at = file(&line, &handover).await;
    assert_eq!(change(&line, &line.cell, &at, "accept", &[]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(change(&line, &line.cell, &at, "record-death", &[]).await.status, StatusCode::SEE_OTHER);
    let page = line.get(&line.cell, &at).await.text();
    assert!(page.contains("Prévenir les proches") && page.contains("Pas en suivi actif"));
    let persons = line.get(&line.anne, &format!("{enquiry}/persons")).await.text();
    assert!(persons.contains("Décès enregistré"), "the infoline knows at once");
    let wrong = change(&line, &line.cell, &at, "correct-death", &[]).await;
    assert_eq!(wrong.status, StatusCode::SEE_OTHER);
    assert!(!line.get(&line.anne, &format!("{enquiry}/persons")).await.text().contains("Décès enregistré"));
}

#[tokio::test]
async fn who_brought_somebody_is_corrected_with_a_reason_and_a_track_is_given() {
    let line = Infoline::open().await;
    let medical = person(&line, "Mara Fictive", Role::MedicalCoordinator).await;
    let (_, handover) = hand_over(&line).await;
    let at = file(&line, &handover).await;
    let correct = async |why: &str| {
        let version = version(&line, &medical, &at).await;
        let fields = [("version", version.as_str()), ("brought-by", "doctor"), ("text", why)];
        line.post(&medical, &format!("{at}/brought-by"), &fields).await
    };
    assert_eq!(correct("").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(correct("Venu par son médecin").await.status, StatusCode::SEE_OTHER);
    let page = line.get(&medical, &at).await.text();
    assert!(page.contains("Venu par son médecin") && page.contains("Avant : Infoline"));
    let choices = page.split("id=\"hold-medical-account\"").nth(1).unwrap_or_default();
    let account = value(choices, "option value=\"");
    let version = version(&line, &medical, &at).await;
    let fields = [("version", version.as_str()), ("account", account.as_str())];
    assert_eq!(
        line.post(&line.cell, &format!("{at}/hold/medical"), &fields).await.status,
        StatusCode::SEE_OTHER
    );
    assert!(line.get(&line.cell, "/fr/cellule").await.text().contains("CNM Mara Fictive"));
    let stranger = line.post(&line.cell, &format!("{at}/hold/psychosocial"), &fields).await;
    assert_eq!(stranger.status, StatusCode::NOT_FOUND, "not of that track");
}

#[tokio::test]
async fn every_route_of_the_cell_opens_for_the_functions_of_its_rule_only() {
    let line = Infoline::open().await;
    let (_, handover) = hand_over(&line).await;
    let at = file(&line, &handover).await;
    let id = at.rsplit('/').next().unwrap_or_default().to_owned();
    let mut hands =
        vec![(line.anne.clone(), Role::Listener), (line.cell.clone(), Role::PsychosocialCoordinator)];
    for (name, role) in [
        ("Mara Fictive", Role::MedicalCoordinator),
        ("Wanda Fictive", Role::PsychosocialWorker),
        ("Hugo Fictif", Role::HubCoordinator),
        ("Dora Fictive", Role::DataProtectionOfficer),
        ("Ali Fictif", Role::Administrator),
        ("Stella Fictive", Role::SteeringMember),
    ] {
        hands.push((person(&line, name, role).await, role));
    }
    let mut seen = 0;
    let board = CellPage::Board.path(Language::Fr);
    let below = [CellPage::Send, CellPage::Case].map(|page| page.path(Language::Fr));
    let is_own = |path: &str| path == board || below.iter().any(|own| path.starts_with(own));
    for entry in routes(&line.app).table().iter().filter(|entry| is_own(&entry.path)) {
        seen += 1;
        let Rule::May(action) = entry.rule else { panic!("{}: not by a function", entry.path) };
        let nothing = "00000000-0000-7000-8000-000000000000";
        let path = entry.path.replace("{id}", &id).replace("{track}", "medical").replace("{word}", "accept");
        let path = ["step", "note", "line", "list", "item", "letter", "audience", "call"]
            .iter()
            .fold(path, |path, word| path.replace(&format!("{{{word}}}"), nothing));
        for (hand, role) in &hands {
            let answer = match entry.method {
                Method::POST => line.post(hand, &path, &[]).await,
                _ => line.get(hand, &path).await,
            };
            let is_refused =
                answer.status == StatusCode::FORBIDDEN && answer.text().contains("pas pour votre fonction");
            let may = policy::roles(action).contains(role);
            assert_eq!(is_refused, !may, "{} {path} as {role:?}: {}", entry.method, answer.status);
            assert_ne!(answer.status, StatusCode::INTERNAL_SERVER_ERROR, "{path}");
            assert!(may || !answer.text().contains("Zoé"), "{path}");
        }
    }
    assert!(seen > 20, "{seen}");
}

#[tokio::test]
async fn a_pause_with_a_day_ends_by_itself_and_a_contact_carries_a_file_for_a_while() {
    let line = Infoline::open().await;
    let (_, handover) = hand_over(&line).await;
    let at = file(&line, &handover).await;
    assert_eq!(change(&line, &line.cell, &at, "accept", &[]).await.status, StatusCode::SEE_OTHER);
    let contact = [("text", "A rappelé, va mieux.")];
    assert_eq!(line.post(&line.cell, &format!("{at}/contact"), &contact).await.status, StatusCode::SEE_OTHER);
    let page = line.get(&line.cell, &at).await.text();
    assert!(
        page.contains("En suivi actif · Contact ou discussion récents") && page.contains("moins de 90 jours")
    );
    let gone = [("reason", "away"), ("until", "2026-11-22")];
    let gone = change(&line, &line.cell, &at, "pause", &gone).await;
    assert_eq!(gone.status, StatusCode::UNPROCESSABLE_ENTITY, "a pause until today");
    let away = [("reason", "away"), ("until", "2026-11-25")];
    assert_eq!(change(&line, &line.cell, &at, "pause", &away).await.status, StatusCode::SEE_OTHER);
    assert!(line.get(&line.cell, "/fr/cellule?show=dormant").await.text().contains("Zoé Fictive"));
    let resume = async |days: i64| {
        let then = crate::application::now() + chrono::TimeDelta::days(days);
        line.records.resume_files(OWN_CONTROLLER, then, then.date_naive()).await.expect("looked")
    };
    assert_eq!([resume(1).await, resume(3).await, resume(4).await], [0, 1, 0]);
    let page = line.get(&line.cell, &at).await.text();
    assert!(page.contains("Suivi repris") && page.contains("automatique"));
    let later = crate::application::now() + chrono::TimeDelta::days(200);
    assert_eq!(line.records.refresh_follow_up(OWN_CONTROLLER, later).await.expect("computed"), 1);
    let board = line.get(&line.cell, "/fr/cellule?show=quiet").await.text();
    assert!(board.contains("Zoé Fictive") && board.contains("Rien ne le porte"));
}
