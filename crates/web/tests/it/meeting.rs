//! The weekly meeting: built from three origins, written by two, signed by both.

use crate::infoline::Hand;
use crate::meeting_room::Room;
use ariane_domain::Language;
use ariane_domain::account::Role;
use ariane_domain::cell::meeting::{AgendaReason, ItemState, MeetingState};
use ariane_domain::cell::{Origin, Reality, Track};
use ariane_web::text::Text;
use axum::http::StatusCode;

const HUB: Origin = Origin::Hub;
const SERVICE: Origin = Origin::PsychosocialService;
const REAL: Reality = Reality::Real;

/// The places of words in a text, in order.
fn in_order(text: &str, words: &[&str]) -> bool {
    let places: Vec<Option<usize>> = words.iter().map(|word| text.find(word)).collect();
    places.iter().all(Option::is_some) && places.is_sorted()
}

#[tokio::test]
async fn the_agenda_gathers_the_three_origins_in_their_order_and_no_file_twice() {
    let room = Room::open().await;
    room.file(HUB, REAL, "Hugo Fictif").await;
    let service = room.file(SERVICE, REAL, "Sara Fictive").await;
    room.handed_over("Inès Fictive").await;
    let at = room.plan("/fr/reunions", "2026-11-24T14:00").await;
    let built = room.line.post(&room.cleo, &format!("{at}/agenda"), &[]).await;
    assert!(built.headers["location"].to_str().unwrap().ends_with("?added=3"));
    let text = room.line.get(&room.max, &at).await.text();
    assert!(
        in_order(&text, &["Inès Fictive", "Infoline", "Sara Fictive", "Hugo Fictif", "Hub national"]),
        "{text}"
    );
    assert!(text.contains("Service psycho-social") && text.contains("nouveau"));
    let again = room.line.post(&room.max, &format!("{at}/agenda"), &[]).await;
    assert!(again.headers["location"].to_str().unwrap().ends_with("?added=0"));
    let twice = room.line.post(&room.max, &format!("{at}/file"), &[("number", &service.to_string())]).await;
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(twice.text().contains("déjà à l’ordre du jour"));
    let unknown = room.line.post(&room.max, &format!("{at}/file"), &[("number", "n° 4711")]).await;
    let text = unknown.text();
    assert!(text.contains("Aucun dossier ne porte ce numéro") && text.contains("value=\"n° 4711\""));
}

#[tokio::test]
async fn training_files_never_meet_real_ones() {
    let room = Room::open().await;
    room.file(HUB, REAL, "Réelle Fictive").await;
    let second = room.file(HUB, REAL, "Réel Fictif").await;
    room.file(HUB, Reality::Training, "Exercice Fictif").await;
    let training = "/fr/reunions?training=1";
    let at = room.plan(training, "2026-11-25T09:00").await;
    assert!(!room.line.get(&room.cleo, "/fr/reunions").await.text().contains(&at), "training stands apart");
    room.line.post(&room.cleo, &format!("{at}/agenda"), &[]).await;
    let text = room.line.get(&room.cleo, &at).await.text();
    assert!(text.contains("Exercice Fictif") && !text.contains("Réelle Fictive"));
    assert!(text.contains("Réunion d’exercice"), "visibly so");
    let mixed = room.line.post(&room.cleo, &format!("{at}/file"), &[("number", &second.to_string())]).await;
    assert_eq!(mixed.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(mixed.text().contains("ne sont jamais réunis"));
}

#[tokio::test]
async fn dates_are_proposed_with_holidays_and_planned_once() {
    let room = Room::open().await;
    let asked = [("act", "propose"), ("date", "2026-12-18"), ("time", "14:00"), ("weeks", "3")];
    let text = room.line.post(&room.cleo, "/fr/reunions", &asked).await.text();
    assert!(text.contains("2026-12-18T14:00") && !text.contains("2026-12-25T"));
    assert!(text.contains("jour férié : pas de réunion"), "Christmas and New Year");
    let odd = [("act", "propose"), ("date", "demain"), ("time", "14:00")];
    let odd = room.line.post(&room.cleo, "/fr/reunions", &odd).await;
    assert_eq!(odd.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(odd.text().contains("value=\"demain\""), "what was typed stays");
    room.plan("/fr/reunions", "2026-12-18T14:00").await;
    room.line.post(&room.max, "/fr/reunions", &[("act", "plan"), ("at", "2026-12-18T14:00")]).await;
    let list = room.line.get(&room.max, "/fr/reunions").await.text();
    assert_eq!(list.matches("/fr/reunions/seance/").count(), 1);
}

#[tokio::test]
async fn two_who_edit_one_item_lose_no_word() {
    let room = Room::open().await;
    let number = room.file(HUB, REAL, "Hugo Fictif").await;
    let (at, items) = room.live(&[number]).await;
    let item = &items[0];
    let write = |hand: &Hand, revision: &'static str, text: &'static str| {
        let (line, hand) = (&room.line, hand.clone());
        async move { line.post(&hand, item, &[("revision", revision), ("text", text), ("act", "save")]).await }
    };
    assert_eq!(write(&room.cleo, "0", "L’école attend un plan.\n\nRien d’autre.").await.status, 303);
    // Both read revision 1; each changes another line.
    let cleo = write(&room.cleo, "1", "L’école attend un plan écrit.\n\nRien d’autre.").await;
    assert_eq!(cleo.status, 303);
    let max = write(&room.max, "1", "L’école attend un plan.\n\nUn avis génétique.").await;
    assert!(max.headers["location"].to_str().unwrap().contains("done=joined"));
    let text = room.line.get(&room.max, &at).await.text();
    assert!(text.contains("un plan écrit.") && text.contains("Un avis génétique."), "{text}");
    // Both read revision 3; both change the first line.
    assert_eq!(write(&room.cleo, "3", "Le lycée attend.\n\nUn avis génétique.").await.status, 303);
    let clash = write(&room.max, "3", "La crèche attend.\n\nUn avis génétique.").await;
    assert_eq!(clash.status, StatusCode::CONFLICT);
    let text = clash.text();
    assert!(
        text.contains("Le lycée attend.")
            && text.contains("La crèche attend.")
            && text.contains("Rien n’est perdu")
    );
    assert!(text.contains("name=\"revision\" value=\"4\""));
    assert!(
        !room.line.get(&room.cleo, &at).await.text().contains("La crèche"),
        "nothing stored before a choice"
    );
    let both =
        write(&room.max, "4", "Le lycée attend.\n— ou —\nLa crèche attend.\n\nUn avis génétique.").await;
    assert_eq!(both.status, 303);
    let text = room.line.get(&room.cleo, &at).await.text();
    assert!(text.contains("Le lycée attend.") && text.contains("La crèche attend."));
    // A revision that nobody knows: both wordings as a whole.
    let lost = write(&room.max, "99", "Tout autre chose.").await;
    assert_eq!(lost.status, StatusCode::CONFLICT);
    assert!(lost.text().contains("Tout autre chose.") && lost.text().contains("La crèche attend."));
}

#[tokio::test]
async fn an_open_page_is_told_what_others_write_and_nobody_else_is() {
    let room = Room::open().await;
    let numbers = [room.file(HUB, REAL, "Hugo Fictif").await, room.file(SERVICE, REAL, "Sara Fictive").await];
    let (at, items) = room.live(&numbers).await;
    let sync = format!("{at}/sync?version=0&at=0&items=2");
    let sent = [("revision", "0"), ("text", "Vu ensemble."), ("act", "decided"), ("minutes", "0")];
    let saved = room.line.live(&room.cleo, &items[0], &sent).await;
    assert_eq!(saved.status, StatusCode::OK, "{}", saved.text());
    let saved: serde_json::Value = serde_json::from_slice(&saved.bytes).unwrap();
    assert_eq!(
        (saved["item"]["revision"].as_u64(), saved["item"]["word"].as_str()),
        (Some(1), Some("decided"))
    );
    let told = room.line.get(&room.max, &sync).await;
    let told: serde_json::Value = serde_json::from_slice(&told.bytes).unwrap();
    assert_eq!(told["items"][0]["text"], "Vu ensemble.");
    assert!(told["here"].to_string().contains("Cléo Fictive"));
    let version = told["version"].to_string();
    let quiet = room.line.get(&room.max, &format!("{at}/sync?version={version}&at=0&items=2")).await;
    let quiet: serde_json::Value = serde_json::from_slice(&quiet.bytes).unwrap();
    assert_eq!(quiet["items"].as_array().map(Vec::len), Some(0), "nothing changed, nothing is told");
    // What came onto the agenda after the page was opened is counted, and not given away.
    let one = room.line.get(&room.max, &format!("{at}/sync?version=0&at=0&items=1")).await;
    let one: serde_json::Value = serde_json::from_slice(&one.bytes).unwrap();
    assert_eq!((one["items"].as_array().map(Vec::len), one["count"].as_u64()), (Some(1), Some(2)));
    let clash = [("revision", "0"), ("text", "Vu autrement.")];
    let clash = room.line.live(&room.max, &items[0], &clash).await;
    assert_eq!(clash.status, StatusCode::CONFLICT);
    let clash: serde_json::Value = serde_json::from_slice(&clash.bytes).unwrap();
    assert_eq!(clash["conflicts"][0], serde_json::json!(["Vu ensemble.", "Vu autrement."]));
    assert_eq!(clash["both"], "Vu ensemble.\n— ou —\nVu autrement.");
    // Who typed on while their words were joined names those words.
    let on = [("before", "Vu ensemble."), ("text", "Vu ensemble.\nEt noté.")];
    assert_eq!(room.line.live(&room.max, &items[0], &on).await.status, StatusCode::OK);
    assert_eq!(room.line.get(&room.line.anne, &sync).await.status, StatusCode::FORBIDDEN);
    assert_ne!(room.line.get(&Hand::nobody(), &sync).await.status, StatusCode::OK);
    assert_eq!(room.line.get(&room.line.anne, &at).await.status, StatusCode::FORBIDDEN);
    assert_eq!(room.line.live(&room.line.anne, &items[0], &on).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn minutes_are_signed_as_read_cleared_by_a_change_and_frozen_by_both() {
    let room = Room::open().await;
    let number = room.file(HUB, REAL, "Hugo Fictif").await;
    let (at, items) = room.live(&[number]).await;
    let (line, item) = (&room.line, items[0].as_str());
    let none = line.get(&room.cleo, &format!("{at}/minutes.pdf")).await;
    assert_eq!(none.status, StatusCode::CONFLICT, "no minutes while it takes place");
    let write = [("revision", "0"), ("text", "Orienter vers l’ERN."), ("act", "decided")];
    assert_eq!(line.post(&room.cleo, item, &write).await.status, 303);
    line.post(&room.max, &format!("{at}/here"), &[]).await;
    let other = [("revision", "1"), ("text", "Orienter vers l’ERN."), ("act", "dissent")];
    assert_eq!(line.post(&room.max, item, &other).await.status, 303);
    assert!(line.get(&room.cleo, &at).await.text().contains("Avis différent : Max Fictif"));
    let ended = line.post(&room.cleo, &format!("{at}/state"), &[("act", "end")]).await;
    assert_eq!(ended.status, 303);
    let draft = line.get(&room.cleo, &format!("{at}/minutes")).await.text();
    assert!(
        draft.contains("Projet") && draft.contains("Cléo Fictive, Max Fictif")
            || draft.contains("Max Fictif, Cléo Fictive")
    );
    let sign = |hand: &Hand, track: &'static str, read: String| {
        let (hand, at) = (hand.clone(), format!("{at}/sign"));
        async move { line.post(&hand, &at, &[("track", track), ("read", &read)]).await }
    };
    let read = room.minutes(&room.cleo, &at).await;
    assert_eq!(sign(&room.cleo, "medical", read.clone()).await.status, StatusCode::CONFLICT, "not her track");
    assert_eq!(sign(&room.cleo, "psychosocial", read.clone()).await.status, 303);
    let after = [("revision", "1"), ("text", "Orienter vers l’ERN ITHACA."), ("act", "save")];
    assert_eq!(line.post(&room.max, item, &after).await.status, 303);
    let text = line.get(&room.max, &at).await.text();
    assert!(!text.contains("signé par Cléo"), "her name is not under what she did not read");
    assert!(!text.contains("Avis différent : Max"), "other words are another decision");
    let late = sign(&room.max, "medical", read).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.text().contains("a changé depuis que vous l’avez lu"));
    let read = room.minutes(&room.max, &at).await;
    assert_eq!(sign(&room.max, "medical", read.clone()).await.status, 303);
    assert_eq!(sign(&room.cleo, "psychosocial", read).await.status, 303);
    let frozen =
        line.post(&room.cleo, item, &[("revision", "2"), ("text", "Autre chose."), ("act", "save")]).await;
    assert_eq!(frozen.status, StatusCode::CONFLICT);
    assert!(frozen.text().contains("Autre chose."), "what was typed is shown");
    assert!(!line.get(&room.cleo, &at).await.text().contains("Autre chose."));
    let empty = line.post(&room.cleo, &format!("{at}/addendum"), &[("addendum", " ")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    let added = line.post(&room.cleo, &format!("{at}/addendum"), &[("addendum", "Rappel fait le 25.")]).await;
    assert_eq!(added.status, 303);
    let minutes = line.get(&room.cleo, &format!("{at}/minutes")).await.text();
    for wanted in ["ERN ITHACA", "Rappel fait le 25.", "volet médical : signé par Max Fictif", "Hub national"]
    {
        assert!(minutes.contains(wanted), "{wanted}");
    }
    assert!(!minutes.contains("Projet :"));
    let pdf = line.get(&room.cleo, &format!("{at}/minutes.pdf")).await;
    assert!(pdf.bytes.starts_with(b"%PDF-"), "{}", pdf.status);
    let name = pdf.headers["content-disposition"].to_str().unwrap();
    assert_eq!(name, "attachment; filename=\"compte-rendu-2026-11-24.pdf\"", "a neutral name");
}

#[tokio::test]
async fn a_step_has_an_owner_and_a_day_to_come_and_takes_a_signature_away() {
    let room = Room::open().await;
    let number = room.file(SERVICE, REAL, "Sara Fictive").await;
    let (at, items) = room.live(&[number]).await;
    let step = format!("{}/step", items[0]);
    let past = [
        ("track", "medical"),
        ("owner", room.owner.as_str()),
        ("due", "2026-11-21"),
        ("text", "Demander l’avis."),
    ];
    let refused = room.line.post(&room.cleo, &step, &past).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = refused.text();
    assert!(
        text.contains("L’échéance est passée")
            && text.contains("Demander l’avis.")
            && text.contains("value=\"2026-11-21\"")
    );
    let good = [
        ("track", "medical"),
        ("owner", room.owner.as_str()),
        ("due", "2026-12-01"),
        ("text", "Demander l’avis."),
    ];
    let kept = room.line.post(&room.cleo, &step, &good).await;
    assert_eq!(kept.status, 303, "{}", kept.text());
    let text = room.line.get(&room.max, &at).await.text();
    for wanted in ["Demander l’avis.", "1 décembre 2026", "médical", "Cléo Fictive"] {
        assert!(text.contains(wanted), "{wanted}");
    }
    let stranger = [
        ("track", "medical"),
        ("owner", "00000000-0000-0000-0000-000000000001"),
        ("due", "2026-12-01"),
        ("text", "x"),
    ];
    assert_eq!(room.line.post(&room.cleo, &step, &stranger).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    room.line.post(&room.cleo, &format!("{at}/state"), &[("act", "end")]).await;
    let read = room.minutes(&room.cleo, &at).await;
    room.line.post(&room.cleo, &format!("{at}/sign"), &[("track", "psychosocial"), ("read", &read)]).await;
    assert!(room.line.get(&room.max, &at).await.text().contains("signé par Cléo Fictive"));
    assert_eq!(room.line.post(&room.max, &step, &good).await.status, 303);
    assert!(!room.line.get(&room.max, &at).await.text().contains("signé par Cléo Fictive"));
}

#[tokio::test]
async fn what_was_not_reached_is_carried_over_and_says_how_often() {
    let room = Room::open().await;
    let number = room.file(HUB, REAL, "Hugo Fictif").await;
    let (at, _) = room.live(&[number]).await;
    room.line.post(&room.cleo, &format!("{at}/state"), &[("act", "end")]).await;
    assert!(room.line.get(&room.cleo, &at).await.text().contains("Reporté à la prochaine réunion"));
    let next = room.plan("/fr/reunions", "2026-12-01T14:00").await;
    room.line.post(&room.cleo, &format!("{next}/agenda"), &[]).await;
    let text = room.line.get(&room.cleo, &next).await.text();
    assert!(text.contains("reporté 1 fois") && text.contains("reporté de la dernière réunion"), "{text}");
    let cancelled = room.line.post(&room.max, &format!("{next}/state"), &[("act", "cancel")]).await;
    assert_eq!(cancelled.status, 303);
    let later = room.line.post(&room.max, &format!("{next}/state"), &[("act", "begin")]).await;
    assert_eq!(later.status, StatusCode::CONFLICT);
}

#[tokio::test]
async fn no_address_names_anybody_and_other_functions_are_refused() {
    let room = Room::open().await;
    let number = room.file(HUB, REAL, "Hugo Fictif").await;
    let (at, _) = room.live(&[number]).await;
    room.line.post(&room.cleo, &format!("{at}/state"), &[("act", "end")]).await;
    for page in ["/fr/reunions".to_owned(), at.clone(), format!("{at}/minutes")] {
        let text = room.line.get(&room.cleo, &page).await.text();
        let addresses: Vec<&str> = ["href=\"", "action=\"", "src=\""]
            .iter()
            .flat_map(|mark| text.split(mark).skip(1).filter_map(|rest| rest.split('"').next()))
            .collect();
        assert!(addresses.len() > 10 && addresses.iter().all(|address| !address.contains("Fictif")));
    }
    let accounts = room.line.app.accounts.clone().unwrap();
    for role in Role::ALL {
        if matches!(role, Role::PsychosocialCoordinator | Role::MedicalCoordinator) {
            continue;
        }
        let name: &'static str = Box::leak(format!("Autre {role}").into_boxed_str());
        let other = crate::infoline::hire(&accounts, name, role).await;
        for page in [
            "/fr/reunions".to_owned(),
            at.clone(),
            format!("{at}/minutes.pdf"),
            format!("{at}/sync?version=0&at=0&items=1"),
        ] {
            assert_eq!(room.line.get(&other, &page).await.status, StatusCode::FORBIDDEN, "{role} {page}");
        }
    }
}

#[test]
fn every_word_of_a_meeting_has_a_text() {
    let mut keys: Vec<String> = Vec::new();
    let mut add =
        |family: &str, words: &[&str]| keys.extend(words.iter().map(|word| format!("{family}-{word}")));
    add(MeetingState::FAMILY, &MeetingState::ALL.map(MeetingState::word));
    add(AgendaReason::FAMILY, &AgendaReason::ALL.map(AgendaReason::word));
    add(ItemState::FAMILY, &ItemState::ALL.map(ItemState::word));
    add("meeting-origin", &Origin::ALL.map(Origin::word));
    add("meeting-track", &Track::ALL.map(Track::word));
    let faults = [
        "not-possible",
        "not-yours",
        "not-what-was-read",
        "same-person",
        "already-signed",
        "not-your-track",
        "out-of-order",
        "empty",
        "nothing-decided",
        "not-present",
        "due-in-past",
        "no-such-file",
        "on-agenda",
        "mixed",
        "twice-or-mixed",
        "overtaken",
        "unreadable",
        "no-minutes",
        "trouble",
    ];
    add("meeting-fault", &faults);
    for language in Language::ALL {
        let missing: Vec<&String> = keys.iter().filter(|key| !Text::new(language).has(key)).collect();
        assert!(missing.is_empty(), "{language}: {missing:?}");
    }
}
