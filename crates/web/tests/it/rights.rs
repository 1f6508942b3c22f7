//! Recipients, representation, refusals: over HTTP, signed in with both factors, on a real store.

use crate::infoline::{Hand, Infoline, hire, value};
use ariane_domain::account::Role;
use ariane_domain::protection::unusual::Bounds;
use axum::http::StatusCode;

async fn officer(line: &Infoline) -> Hand {
    hire(line.app.accounts.as_ref().expect("accounts"), "Odile Fictive", Role::DataProtectionOfficer).await
}

#[tokio::test]
async fn repeated_refusals_on_records_are_shown_to_the_officer() {
    let line = Infoline::open().await;
    let officer = officer(&line).await;
    let at = line.log(&line.anne, &[]).await;
    let before = line.get(&officer, "/fr/dpo/inhabituel").await.text();
    assert!(!before.contains("refus répétés</td>"), "{before}");
    // By the policy, for a record that the coordinator may knock at and was not given.
    for _ in 0..Bounds::default().refusals - 1 {
        assert_eq!(line.get(&line.cell, &at).await.status, StatusCode::FORBIDDEN);
    }
    let almost = line.get(&officer, "/fr/dpo/inhabituel").await.text();
    assert!(!almost.contains("refus répétés</td>"), "one less than the bound");
    // By the rule of a route, before any record is looked up.
    let edit = line.get(&line.cell, &format!("{at}/edit")).await;
    assert_eq!(edit.status, StatusCode::FORBIDDEN);
    let after = line.get(&officer, "/fr/dpo/inhabituel").await.text();
    assert!(after.contains("refus répétés</td>") && after.contains("Cléo Fictive"), "{after}");
    let log = line.post(&officer, "/fr/dpo/journal", &[("enquiry", "1")]).await.text();
    assert!(log.contains("read-enquiry/role"), "what was asked for, and why not: {log}");
}

#[tokio::test]
async fn a_listener_sees_notes_that_are_not_theirs_as_hidden_and_is_not_refused_for_it() {
    let line = Infoline::open().await;
    let officer = officer(&line).await;
    let at = line.log(&line.anne, &[("listening", "confié")]).await;
    for _ in 0..Bounds::default().refusals {
        assert_eq!(line.get(&line.bea, &at).await.status, StatusCode::OK);
    }
    let page = line.get(&officer, "/fr/dpo/inhabituel").await.text();
    assert!(!page.contains("refus répétés</td>"), "the page asked, not the person");
}

#[tokio::test]
async fn both_parents_a_refusal_and_the_childs_own_word_are_recorded_at_the_desk() {
    let line = Infoline::open().await;
    let child = [
        ("f-requester-kind", "relative"),
        ("f-age-band", "under-12"),
        ("f-person-knows", "yes"),
        ("name", "Jean Fictif"),
        ("concerned-name", "Léa Fictive"),
        ("agrees-handover", "1"),
    ];
    let at = line.log(&line.anne, &child).await;
    let here = format!("{at}/representation");
    let page = line.get(&line.anne, &here).await.text();
    assert!(page.contains("mineure") && page.contains("l’accord des deux parents"), "{page}");
    let unproven = [("do", "add"), ("name", "X"), ("kind", "guardian"), ("scope", "everything")];
    let unproven = [&unproven[..], &[("evidence", "declared")]].concat();
    let refused = line.post(&line.anne, &here, &unproven).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("Cette preuve ne suffit pas"));
    for name in ["Mère Fictive", "Père Fictif"] {
        let parent = [
            ("do", "add"),
            ("name", name),
            ("kind", "parent"),
            ("scope", "everything"),
            ("evidence", "declared"),
            ("from", "2020-01-01"),
        ];
        assert_eq!(line.post(&line.anne, &here, &parent).await.status, StatusCode::SEE_OTHER, "{name}");
    }
    let page = line.get(&line.anne, &here).await.text();
    let father = page
        .split("<option value=\"")
        .filter_map(|o| o.split_once('"'))
        .find(|(_, rest)| rest.starts_with(">Père Fictif<"))
        .map(|(id, _)| id.to_owned())
        .expect("the father may be asked");
    let refuses = [("do", "say"), ("by", father.as_str()), ("act", "hand-over"), ("said", "refuses")];
    assert_eq!(line.post(&line.anne, &here, &refuses).await.status, StatusCode::SEE_OTHER);
    let own = [("do", "say"), ("by", ""), ("act", "hand-over"), ("said", "agrees")];
    assert_eq!(line.post(&line.anne, &here, &own).await.status, StatusCode::SEE_OTHER);
    let blocked = line.get(&line.anne, &format!("{at}/handover")).await;
    assert_eq!(blocked.status, StatusCode::FORBIDDEN);
    assert!(blocked.text().contains("décide pour la personne refuse"), "{}", blocked.text());
    let hospital = [("do", "disclose"), ("recipient-kind", "controller"), ("recipient", "Hôpital Fictif")];
    let shared = line.post(&line.anne, &here, &hospital).await;
    assert_eq!(shared.status, StatusCode::UNPROCESSABLE_ENTITY, "it needs both parents");
    assert!(shared.text().contains("Ceux qui décident pour la personne ne sont pas d’accord"));
    assert_eq!(line.get(&line.cell, &here).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn what_a_recipient_answers_is_recorded_by_the_officer_with_the_duty() {
    let line = Infoline::open().await;
    let officer = officer(&line).await;
    let own = [("f-requester-kind", "person-concerned"), ("name", "Anne F"), ("agrees-handover", "1")];
    let at = line.log(&line.anne, &own).await;
    let here = format!("{at}/representation");
    let hospital = [("do", "disclose"), ("recipient-kind", "controller"), ("recipient", "Hôpital Fictif")];
    assert_eq!(line.post(&line.anne, &here, &hospital).await.status, StatusCode::SEE_OTHER);
    let empty = line.get(&officer, "/fr/dpo/destinataires").await.text();
    assert!(empty.contains("Aucun destinataire"), "{empty}");
    let withdraws = [("purpose", "handover"), ("choice", "withdrawn")];
    line.post(&line.anne, &format!("{at}/choice"), &withdraws).await;
    let page = line.get(&officer, "/fr/dpo/destinataires").await.text();
    assert!(page.contains("Hôpital Fictif"), "{page}");
    let (id, version) = (value(&page, "name=\"id\" value=\""), value(&page, "name=\"version\" value=\""));
    let kept = [("id", id.as_str()), ("version", version.as_str()), ("answer", "kept"), ("duty", "")];
    let silent = line.post(&officer, "/fr/dpo/destinataires", &kept).await;
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(silent.text().contains("indiquez-la"));
    let kept = [("id", id.as_str()), ("version", version.as_str()), ("answer", "kept"), ("duty", "dix ans")];
    assert_eq!(line.post(&officer, "/fr/dpo/destinataires", &kept).await.status, StatusCode::SEE_OTHER);
    let page = line.get(&officer, "/fr/dpo/destinataires").await.text();
    assert!(page.contains("conservé en vertu d’une obligation") && page.contains("dix ans"), "{page}");
    assert_eq!(line.get(&line.anne, "/fr/dpo/destinataires").await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_child_alone_stands_at_the_head_of_the_queue_with_a_task() {
    let line = Infoline::open().await;
    line.log(&line.anne, &[("summary", "Question ordinaire")]).await;
    let child = [("f-requester-kind", "person-concerned"), ("f-age-band", "12-18"), ("summary", "Seule")];
    let at = line.log(&line.anne, &child).await;
    let queue = line.get(&line.anne, "/fr/permanence").await.text();
    assert!(queue.contains("demande seul"), "{queue}");
    let rows = queue.split("<table").nth(1).unwrap_or(&queue);
    let (first, other) = (rows.find(&at), rows.find("Question ordinaire"));
    assert!(first < other, "the child first");
}

/// A child whom the hub brought: no enquiry stands behind the file, and who decides is kept with it.
#[tokio::test]
async fn who_decides_for_a_child_without_an_enquiry_is_recorded_in_the_file() {
    let line = Infoline::open().await;
    let sent = [
        ("origin", "hub"),
        ("brought-by", "doctor"),
        ("name", "Léa Imaginaire"),
        ("birth", "2019-05-01"),
        ("question", "Un suivi"),
    ];
    assert_eq!(line.post(&line.cell, "/fr/cellule/envoyer", &sent).await.status, StatusCode::SEE_OTHER);
    let board = line.get(&line.cell, "/fr/cellule").await.text();
    let at = format!("/fr/cellule/dossier/{}", value(&board, "href=\"/fr/cellule/dossier/"));
    let file = line.get(&line.cell, &at).await.text();
    assert!(
        file.contains("Qui agit pour la personne") && file.contains("La personne est mineure."),
        "{file}"
    );
    let here = format!("{at}/representation");
    let page = line.get(&line.cell, &here).await.text();
    assert!(page.contains("Transmission à une autre structure : arrêté. Il faut l’accord des deux parents."));
    assert!(!page.contains("Transmission à la cellule"), "it is there already");
    let hospital = [("do", "disclose"), ("recipient-kind", "controller"), ("recipient", "Clinique Fictive")];
    let early = line.post(&line.cell, &here, &hospital).await;
    assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
    let nobody = [("do", "disclose"), ("recipient-kind", "controller"), ("recipient", " ")];
    let unnamed = line.post(&line.cell, &here, &nobody).await.text();
    assert!(unnamed.contains("Écrivez à qui cela a été transmis."), "{unnamed}");
    for name in ["Mère Fictive", "Père Fictif <i>"] {
        let parent = [
            ("do", "add"),
            ("name", name),
            ("kind", "parent"),
            ("scope", "everything"),
            ("evidence", "declared"),
            ("from", "2020-01-01"),
        ];
        for other in [&line.anne, &Hand::nobody()] {
            assert_ne!(
                line.post(other, &here, &parent).await.status,
                StatusCode::OK,
                "not theirs: see the count"
            );
        }
        assert_eq!(line.post(&line.cell, &here, &parent).await.status, StatusCode::SEE_OTHER, "{name}");
    }
    let page = line.get(&line.cell, &here).await.text();
    assert!(page.contains("Père Fictif &#60;i&#62;") && !page.contains("<i>"), "harmless");
    for other in [&line.anne, &Hand::nobody()] {
        let closed = line.get(other, &here).await;
        assert_ne!(closed.status, StatusCode::OK);
        assert!(!closed.text().contains("Mère Fictive"), "names stay in the cell");
    }
    let parents: Vec<String> = page
        .split("<option value=\"")
        .filter_map(|option| option.split_once('"'))
        .filter(|(_, rest)| rest.starts_with(">Mère Fictive<") || rest.starts_with(">Père Fictif "))
        .map(|(id, _)| id.to_owned())
        .collect();
    assert_eq!(parents.len(), 2, "both may be asked");
    for by in &parents {
        let agrees = [("do", "say"), ("by", by.as_str()), ("act", "share-outside"), ("said", "agrees")];
        assert_eq!(line.post(&line.cell, &here, &agrees).await.status, StatusCode::SEE_OTHER);
    }
    assert_eq!(line.post(&line.cell, &here, &hospital).await.status, StatusCode::SEE_OTHER);
    let page = line.get(&line.cell, &here).await.text();
    assert!(page.contains("Clinique Fictive") && !page.contains("arrêté."), "{page}");
    let thread = line.get(&line.cell, &at).await.text();
    assert!(thread.contains("Représentant inscrit") && thread.contains("Transmis, noté à la main"));
    let german = line.get(&line.cell, &here.replace("/fr/cellule/dossier/", "/de/zelle/akte/")).await;
    assert!(german.status == StatusCode::OK && german.text().contains("Wer für die Person handelt"));
}
