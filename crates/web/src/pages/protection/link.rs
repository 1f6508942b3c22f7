//! The private link of an enquiry, for staff: locked at once, opened again, renewed, and a code to read out after a
//! call-back (duty D3).

use super::board::{self, BoardForm, Field, Section};
use super::{of_one, shell};
use crate::addresses::Page;
use crate::addresses::mine::MinePage;
use crate::addresses::protection::ProtectionPage;
use crate::guard::caller::Signed;
use crate::pages::mine::{Halt, answer, desk, field};
use crate::pages::shell::Link;
use crate::pages::visit::Visit;
use ariane_domain::access::grant::LockLink;
use ariane_privacy::random;
use ariane_store::StoreError;
use ariane_store::records::own::link::Travelled;
use axum::Form;
use axum::http::StatusCode;
use axum::response::Response;

fn page(visit: &Visit, said: String, number: &str) -> Response {
    let t = visit.t;
    let ways = [Travelled::Spoken, Travelled::Letter, Travelled::Mail];
    let form = BoardForm {
        title: String::new(),
        action: ProtectionPage::Link.path(visit.language),
        fields: vec![
            Field::line("enquiry", t.s("dpo-enquiry-number"), "text", number),
            Field::select(
                "way",
                t.s("dpo-link-way"),
                ways.map(|way| (way.word().to_owned(), t.k("dpo-travelled", way.word()))).into(),
                "",
            ),
        ],
        buttons: ["lock", "unlock", "renew", "code"]
            .map(|word| ("do", word.to_owned(), t.k("dpo-link-do", word)))
            .into(),
    };
    let sections = vec![Section { text: t.s("dpo-link-text"), forms: vec![form], ..Section::default() }];
    let next = vec![Link::new(t.s("nav-search"), Page::Start.path(visit.language))];
    let shell = shell(visit, ProtectionPage::Link, "dpo-link-title");
    board::page(StatusCode::OK, shell, t.s("dpo-link-lead"), said, sections, next)
}

/// `GET /{lang}/lien-prive`.
pub async fn get(visit: Visit) -> Response {
    page(&visit, String::new(), "")
}

/// `POST /{lang}/lien-prive`.
pub async fn post(visit: Visit, signed: Signed, Form(fields): Form<Vec<(String, String)>>) -> Response {
    let outcome = async {
        let (desk, t) = (desk(&visit)?, visit.t);
        let missing = || Halt::Store(StoreError::NotThere);
        let typed = field(&fields, "enquiry").trim();
        let number = typed.parse().map_err(|_| missing())?;
        let way = Travelled::from_word(field(&fields, "way")).unwrap_or(Travelled::Spoken);
        let (token, code) = (random::token()?, random::spoken_code(2)?);
        let hashed = visit.app.sign_in.passwords.hash(code.clone()).await;
        let code_hash = hashed.map_err(|_| Halt::Store(StoreError::Sealed))?;
        let mut work = desk.records.begin((visit.settings.now)()).await?;
        let enquiry = work.enquiry_of_number(desk.controller, number).await?.ok_or_else(missing)?;
        let grant = of_one::<LockLink>(&mut work, &desk, &signed.actor(), enquiry).await?;
        let mut ends_sessions = false;
        let said = match field(&fields, "do") {
            "lock" => {
                work.lock_link(&grant, true).await?;
                ends_sessions = true;
                t.s("dpo-link-locked")
            }
            "unlock" => {
                work.lock_link(&grant, false).await?;
                t.s("dpo-link-unlocked")
            }
            "renew" => {
                work.make_link(&grant, enquiry, &token, &code_hash, way).await?;
                work.note(&grant).await?;
                ends_sessions = true;
                let link = visit.settings.sign_in.full(&MinePage::Mine.path_to(visit.language, &token));
                t.ww("dpo-link-renewed", ("link", &link), ("code", &code))
            }
            "code" if way != Travelled::Mail => {
                t.w("dpo-link-code", "code", &work.issue_proof(&grant, way).await?)
            }
            _ => return Err(Halt::Store(StoreError::NotPossible)),
        };
        work.commit().await?;
        if ends_sessions && let Some(accounts) = &visit.app.accounts {
            accounts.end_link_sessions(enquiry).await?;
        }
        Ok(page(&visit, said, typed))
    };
    answer(&visit, outcome.await)
}
