//! Agreements over HTTP: asked, written down from paper, printed, taken back; who may not.

use crate::application::now;
use crate::infoline::{Hand, Infoline, value};
use axum::http::StatusCode;
use chrono::Days;

async fn file(line: &Infoline) -> String {
    let fields =
        [("origin", "hub"), ("brought-by", "doctor"), ("name", "Zoé Imaginaire"), ("question", "Un suivi")];
    let sent = line.post(&line.cell, "/fr/cellule/envoyer", &fields).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    let board = line.get(&line.cell, "/fr/cellule").await.text();
    format!("/fr/cellule/dossier/{}", value(&board, "href=\"/fr/cellule/dossier/"))
}

#[tokio::test]
async fn an_agreement_is_written_down_printed_and_taken_back() {
    let line = Infoline::open().await;
    let at = file(&line).await;
    let page = format!("{at}/consents");
    let empty = line.get(&line.cell, &page).await;
    assert_eq!(empty.status, StatusCode::OK);
    assert!(empty.text().contains("Aucun accord n’a été demandé."));
    let today = now().date_naive();
    let (first, ahead) =
        (today.to_string(), today.checked_add_days(Days::new(3)).expect("a day").to_string());
    let words = "Classeur imaginaire <b>12</b>";
    let paper = |from: &str, purpose: &str| {
        let all = [
            ("purpose", purpose),
            ("towards", "named"),
            ("name", "Centre imaginaire"),
            ("how", "paper"),
            ("by", "person"),
            ("from", from),
            ("until", ""),
            ("text", words),
        ];
        all.map(|(name, value)| (name, value.to_owned()))
    };
    let send = async |hand: &Hand, fields: [(&'static str, String); 8]| {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        line.post(hand, &page, &fields).await
    };
    let refused = send(&line.cell, paper(&ahead, "transfer")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let said = refused.text();
    assert!(said.contains("La date de signature est à venir.") && said.contains("Centre imaginaire"));
    assert!(
        said.contains("Classeur imaginaire &#60;b&#62;12") && !said.contains("<b>12"),
        "kept, and harmless"
    );
    // Nobody is asked for support; coordination is for the cell, not for one centre.
    for purpose in ["support", "coordination"] {
        let refused = send(&line.cell, paper(&first, purpose)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{purpose}");
    }
    assert_eq!(send(&line.cell, paper(&first, "nonsense")).await.status, StatusCode::NOT_FOUND);
    for other in [&line.anne, &Hand::nobody()] {
        let answer = send(other, paper(&first, "transfer")).await;
        assert!(matches!(
            answer.status,
            StatusCode::FORBIDDEN | StatusCode::SEE_OTHER | StatusCode::UNAUTHORIZED
        ));
        assert!(!line.get(other, &page).await.text().contains("Zoé"));
    }
    assert!(
        line.get(&line.cell, &page).await.text().contains("Aucun accord n’a été demandé."),
        "nothing was kept"
    );
    let kept = send(&line.cell, paper(&first, "transfer")).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text());
    let shown = line.get(&line.cell, &page).await.text();
    assert!(shown.contains("Accord valable") && shown.contains("Centre imaginaire"));
    let id = value(&shown, "id=\"consent-");
    let pdf = line.get(&line.cell, &format!("{page}/{id}/paper")).await;
    assert_eq!(pdf.status, StatusCode::OK);
    assert!(pdf.bytes.starts_with(b"%PDF"));
    let back = |means: &'static str, version: &'static str| [("means", means), ("version", version)];
    let to = format!("{page}/{id}/withdraw");
    assert_eq!(line.post(&line.cell, &to, &back("screen", "1")).await.status, StatusCode::NOT_FOUND);
    assert_eq!(line.post(&line.cell, &to, &back("spoken", "7")).await.status, StatusCode::CONFLICT);
    assert_eq!(line.post(&line.cell, &to, &back("spoken", "1")).await.status, StatusCode::SEE_OTHER);
    let shown = line.get(&line.cell, &page).await.text();
    assert!(shown.contains("Retiré") && !shown.contains("Accord valable"));
    let thread = line.get(&line.cell, &at).await.text();
    assert!(thread.contains("Accord donné") && thread.contains("Accord retiré"));
}

#[tokio::test]
async fn the_second_parent_signs_and_the_signed_paper_is_kept_beside_the_agreement() {
    let line = Infoline::open().await;
    let at = file(&line).await;
    let page = format!("{at}/consents");
    let today = now().date_naive().to_string();
    let by = |who: &'static str, text: &'static str| {
        let all = [
            ("purpose", "transfer"),
            ("towards", "named"),
            ("name", "Centre imaginaire"),
            ("how", "paper"),
            ("by", who),
            ("from", today.as_str()),
            ("until", ""),
            ("text", text),
        ];
        all.map(|(name, value)| (name, value.to_owned()))
    };
    let send = async |fields: [(&'static str, String); 8]| {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        line.post(&line.cell, &page, &fields).await
    };
    let alone = send(by("parent-alone", "")).await;
    assert_eq!(alone.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(alone.text().contains("Écrivez ce qui montre que ce parent décide seul"), "{}", alone.text());
    for odd in ["parent", "parent-all", "mother"] {
        assert_eq!(send(by(odd, "Vu")).await.status, StatusCode::NOT_FOUND, "{odd}");
    }
    assert_eq!(send(by("parent-one", "Classeur")).await.status, StatusCode::SEE_OTHER);
    let shown = line.get(&line.cell, &page).await.text();
    assert!(shown.contains("la signature de l’autre parent manque") && !shown.contains("Accord valable"));
    let id = value(&shown, "id=\"consent-");
    let to = |what: &str| format!("{page}/{id}/{what}");

    for hand in [&line.anne, &Hand::nobody()] {
        let fields = [("on", today.as_str()), ("version", "1")];
        let answer = line.post(hand, &to("second"), &fields).await;
        let scan = line
            .upload(hand, &to("scan"), &[("version", "1")], ("a.pdf", "application/pdf", b"%PDF-1.7"))
            .await;
        for status in [answer.status, scan.status] {
            assert!(matches!(
                status,
                StatusCode::FORBIDDEN | StatusCode::SEE_OTHER | StatusCode::UNAUTHORIZED
            ));
        }
    }
    for (on, wanted) in [("", "jour"), ("2031-01-01", "à venir")] {
        let odd = line.post(&line.cell, &to("second"), &[("on", on), ("version", "1")]).await;
        assert_eq!(odd.status, StatusCode::UNPROCESSABLE_ENTITY, "{on}");
        assert!(odd.text().contains(wanted), "{}", odd.text());
    }
    let signed = [("on", today.as_str()), ("version", "1")];
    assert_eq!(line.post(&line.cell, &to("second"), &signed).await.status, StatusCode::SEE_OTHER);
    assert_eq!(line.post(&line.cell, &to("second"), &signed).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let shown = line.get(&line.cell, &page).await.text();
    assert!(shown.contains("Accord valable") && shown.contains("les deux parents"), "{shown}");

    let lies = ("accord.pdf", "application/pdf", b"MZ\x90\x00 programme".as_slice());
    let refused = line.upload(&line.cell, &to("scan"), &[("version", "2")], lies).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let paper = ("accord-signé.pdf", "application/pdf", b"%PDF-1.7\n%%EOF".as_slice());
    let kept = line.upload(&line.cell, &to("scan"), &[("version", "2")], paper).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text());
    let shown = line.get(&line.cell, &page).await.text();
    assert!(shown.contains("Papier signé") && shown.contains("accord-signé.pdf"), "{shown}");
    let href = format!("{at}/documents/{}", value(&shown, &format!("href=\"{at}/documents/")));
    assert_eq!(line.get(&line.cell, &href).await.bytes, paper.2);
    assert!(line.get(&line.cell, &at).await.text().contains("L’autre parent a signé l’accord"));
}

#[tokio::test]
async fn a_person_answers_on_their_own_page_only_behind_the_second_proof() {
    let line = Infoline::open().await;
    let anyone = line.post(&Hand::nobody(), "/fr/ma-demande/accord", &[("act", "agree")]).await;
    assert_ne!(anyone.status, StatusCode::OK);
    let staff = line.post(&line.cell, "/fr/ma-demande/accord", &[("act", "agree")]).await;
    assert_ne!(staff.status, StatusCode::OK, "staff hold no link");
}
