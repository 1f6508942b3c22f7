//! The page about operation, for the administrator only, on a real store.

use crate::house::{now, wait};
use crate::infoline::{Infoline, hire};
use ariane_domain::account::Role;
use ariane_domain::health::Part;
use ariane_store::records::outbox::{Ending, Outgoing};
use axum::http::StatusCode;
use chrono::TimeDelta;

/// Where in a text the words stand.
fn place(text: &str, words: &str) -> usize {
    text.find(words).unwrap_or_else(|| panic!("{words} is not there: {text}"))
}

#[tokio::test]
async fn the_administrator_sees_first_what_is_to_be_done_and_sends_again_what_was_given_up() {
    let line = Infoline::open().await;
    let accounts = line.app.accounts.as_ref().expect("accounts");
    let chief = hire(accounts, "Chantal Fictive", Role::Administrator).await;
    line.app.pulse.sends_mail();
    line.app.pulse.worked(Part::Heads, now());
    let mut work = line.records.begin(now()).await.expect("begun");
    let controller = line.app.desk.as_ref().expect("a desk").controller;
    let mail =
        Outgoing { to: "p@example.org".into(), message_id: "m@example.org".into(), ..Outgoing::default() };
    work.enqueue_to_staff(controller, "invitation", &mail).await.expect("written");
    work.commit().await.expect("kept");
    let leased = line.records.lease_outgoing(now()).await.expect("read").expect("the mail");
    let never = Ending::Never("refused");
    line.records.end_outgoing(controller, leased.id, 0, never, now()).await.expect("ended");

    let page = line.get(&chief, "/fr/exploitation").await;
    assert_eq!(page.status, StatusCode::OK);
    let text = page.text();
    assert!(text.contains("Il faut agir maintenant") && !text.contains("p@example.org"), "{text}");
    assert!(
        place(&text, "envoi abandonné (1)") < place(&text, "Sceau quotidien"),
        "what is to be done is first"
    );
    assert!(text.contains("aucune sauvegarde") && text.contains("ariane backup"));

    let again = line.post(&chief, "/fr/exploitation/renvoyer", &[("do", "retry")]).await;
    assert_eq!(again.status, StatusCode::SEE_OTHER);
    wait(TimeDelta::seconds(1));
    let leased = line.records.lease_outgoing(now()).await.expect("read").expect("the mail, once more");
    assert_eq!((leased.mail.message_id.as_str(), leased.attempts), ("m@example.org", 0), "the same mail");

    assert_eq!(line.get(&line.anne, "/fr/exploitation").await.status, StatusCode::FORBIDDEN);
    let refused = line.post(&line.anne, "/fr/exploitation/renvoyer", &[("do", "retry")]).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
}
