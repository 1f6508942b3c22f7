//! The listener's desk: from a call to its end, by two who never overwrite each other.

mod call;
mod reply;
mod together;

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
