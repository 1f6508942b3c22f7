//! Replies, mails and their files.

use super::*;

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
            network: String::new(),
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
