//! Exchanges between professionals over HTTP: who may be asked, what is refused in words, and what the pages show of it.

use crate::care::{file, in_days, person};
use crate::infoline::{Infoline, value};
use ariane_domain::account::Role;
use axum::http::StatusCode;

#[tokio::test]
async fn a_question_waits_on_the_file_until_its_answer_is_written_down() {
    let line = Infoline::open().await;
    let at = file(&line, "Anne Fictive", &[]).await;
    let page = format!("{at}/exchanges");
    let doctor = person(&line, "Max Fictif", Role::MedicalCoordinator).await;
    let day = in_days(0);
    let question = |whom: &'static str, other: &'static str, text: &'static str| {
        [
            ("track", "medical"),
            ("sharing", "both-tracks"),
            ("whom", whom),
            ("other", other),
            ("way", "phone"),
            ("question", text),
            ("end", "awaited"),
        ]
    };
    let send = async |fields: &[(&str, &str)], on: &str| {
        let mut fields = fields.to_vec();
        fields.push(("on", on));
        line.post(&doctor, &page, &fields).await
    };
    let unnamed = send(&question("", " ", "Exome <b> ?"), &day).await;
    assert_eq!(unnamed.status, StatusCode::UNPROCESSABLE_ENTITY);
    let said = unnamed.text();
    assert!(said.contains("Choisissez à qui vous avez demandé"), "{said}");
    assert!(said.contains("Exome &#60;b&#62; ?"), "what was typed stays");
    let ahead = send(&question("", "Dre Fictive", "Exome ?"), &in_days(1)).await;
    assert_eq!(ahead.status, StatusCode::UNPROCESSABLE_ENTITY);
    for forged in ["account:00000000-0000-0000-0000-000000000009", "contact:x", "kept"] {
        let mut fields = question("", "", "Exome ?");
        fields[2].1 = forged;
        assert_eq!(send(&fields, &day).await.status, StatusCode::NOT_FOUND, "{forged}");
    }
    let mut other_track = question("", "Dre Fictive", "Exome ?");
    other_track[0].1 = "psychosocial";
    assert_eq!(send(&other_track, &day).await.status, StatusCode::FORBIDDEN);
    let mut half = question("", "Dre Fictive", "Exome ?").to_vec();
    half.push(("advice", "Oui"));
    assert!(send(&half, &day).await.text().contains("choisissez « Avis donné »"));
    let kept = send(&question("", "Dre Fictive, génétique", "Exome <b> ?"), &day).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text());

    let read = line.get(&line.cell, &page).await.text();
    assert!(read.contains("Dre Fictive, génétique") && read.contains("Exome &#60;b&#62; ?"), "{read}");
    assert!(line.get(&line.cell, &at).await.text().contains("1 avis attendu"));
    let action = value(&read, &format!("action=\"{page}/"));
    let advise = format!("{page}/{action}");
    assert!(advise.ends_with("/advice"), "the short form comes first: {advise}");
    let silent = [("version", "1"), ("end", "advised"), ("advised-on", day.as_str()), ("advice", "")];
    assert!(line.post(&line.cell, &advise, &silent).await.text().contains("Écrivez l’avis"));
    let before = [("version", "1"), ("end", "advised"), ("advised-on", "2020-01-01"), ("advice", "Oui")];
    assert!(line.post(&line.cell, &advise, &before).await.text().contains("antérieure à la question"));
    let answer =
        [("version", "1"), ("end", "advised"), ("advised-on", day.as_str()), ("advice", "Oui, en trio")];
    assert_eq!(line.post(&line.cell, &advise, &answer).await.status, StatusCode::SEE_OTHER);
    assert_eq!(line.post(&line.cell, &advise, &answer).await.status, StatusCode::CONFLICT, "sent twice");
    let read = line.get(&doctor, &page).await.text();
    assert!(read.contains("Avis donné") && read.contains("Oui, en trio"));
    assert!(read.contains("Ce qui était noté avant"));
    assert!(line.get(&doctor, &at).await.text().contains("1 note"));
}

#[tokio::test]
async fn somebody_of_the_contact_book_may_be_chosen_and_stays_in_the_note_when_they_leave_it() {
    let line = Infoline::open().await;
    let at = file(&line, "Anne Fictive", &[]).await;
    let (page, book) = (format!("{at}/exchanges"), format!("{at}/contacts"));
    let contact =
        [("name", "Mme Fictive"), ("role", "school-doctor"), ("may-know", "practical"), ("place", "École")];
    assert_eq!(line.post(&line.cell, &book, &contact).await.status, StatusCode::SEE_OTHER);
    let chosen = format!("contact:{}", value(&line.get(&line.cell, &page).await.text(), "value=\"contact:"));
    let day = in_days(0);
    let fields = |whom: &str, version: &str| {
        [
            ("track", "psychosocial"),
            ("sharing", "own-track"),
            ("whom", whom),
            ("way", "video"),
            ("on", &day),
            ("question", "Un aménagement est-il possible ?"),
            ("end", "awaited"),
            ("version", version),
        ]
        .map(|(name, value)| (name, value.to_owned()))
    };
    let post = async |to: &str, whom: &str, version: &str| {
        let fields = fields(whom, version);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        line.post(&line.cell, to, &fields).await
    };
    let kept = post(&page, &chosen, "0").await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text());
    let id = chosen.trim_start_matches("contact:");
    assert_eq!(
        line.post(&line.cell, &format!("{book}/{id}/remove"), &[]).await.status,
        StatusCode::SEE_OTHER
    );
    let read = line.get(&line.cell, &page).await.text();
    assert!(read.contains("Mme Fictive, ") && read.contains("École"), "{read}");
    let form = value(&read, "id=\"exchange-");
    let all = read.match_indices("id=\"exchange-").map(|(at, _)| value(&read[at..], "id=\"exchange-"));
    let note = all.into_iter().find(|id| id.len() == 36).unwrap_or(form);
    let again = post(&format!("{page}/{note}"), "kept", "1").await;
    assert_eq!(again.status, StatusCode::SEE_OTHER, "{}", again.text());
    assert!(line.get(&line.cell, &page).await.text().contains("Mme Fictive, "));
    let doctor = person(&line, "Max Fictif", Role::MedicalCoordinator).await;
    assert!(!line.get(&doctor, &page).await.text().contains("aménagement"), "kept to its own track");
}
