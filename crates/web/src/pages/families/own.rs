//! What a family says of a contact that the cell proposed: on the page of its data, behind a proof over a second channel.

use super::told::tell_ended;
use crate::addresses::mine::MinePage;
use crate::guard::LinkHolder;
use crate::pages::mine::{Halt, answer, desk, field, own};
use crate::pages::visit::Visit;
use ariane_domain::access::grant::UseOwnRights;
use ariane_domain::families::{SideAnswer, SideChange};
use ariane_store::StoreError;
use ariane_store::records::cell::CellError;
use ariane_store::records::families::FamilyContact;
use axum::Form;
use axum::response::{IntoResponse, Redirect, Response};

/// A contact as a family sees it.
pub struct OwnFamily {
    /// Id.
    pub id: String,
    /// Where it stands, in plain words.
    pub state: String,
    /// What the cell says of the other family.
    pub told: String,
    /// How the other may be reached; empty before both said yes.
    pub other_way: String,
    /// Whether one may answer now.
    pub can_agree: bool,
    /// Whether one may take a yes back.
    pub can_withdraw: bool,
    /// Version.
    pub version: i32,
}

/// Contacts as a family sees them. That somebody said no is said of neither side.
pub fn views(visit: &Visit, all: &[FamilyContact]) -> Vec<OwnFamily> {
    let view = |one: &FamilyContact| {
        let is_live = one.state.is_live();
        let word = match (one.answer, is_live) {
            (SideAnswer::Yes, true) if one.other_way.is_none() => "waits",
            _ => one.state.word(),
        };
        OwnFamily {
            id: one.id.to_string(),
            state: visit.t.k("family-own-state", word),
            told: one.told.clone(),
            other_way: one.other_way.clone().unwrap_or_default(),
            can_agree: is_live && one.answer == SideAnswer::Asked,
            can_withdraw: is_live && one.answer == SideAnswer::Yes,
            version: one.version,
        }
    };
    all.iter().map(view).collect()
}

/// `POST /{lang}/ma-demande/famille`.
pub async fn post(visit: Visit, holder: LinkHolder, Form(fields): Form<Vec<(String, String)>>) -> Response {
    let outcome = decided(&visit, &holder, &fields).await;
    answer(&visit, outcome)
}

async fn decided(visit: &Visit, holder: &LinkHolder, fields: &[(String, String)]) -> Result<Response, Halt> {
    let desk = desk(visit)?;
    let now = (visit.settings.now)();
    let contact = field(fields, "contact").parse().map_err(|_| StoreError::NotThere)?;
    let version = field(fields, "version").parse().map_err(|_| StoreError::Conflict)?;
    let change = SideChange::from_word(field(fields, "act")).ok_or(StoreError::NotThere)?;
    let accounts = visit.app.accounts.as_ref().ok_or(Halt::NoDesk)?.accounts().await?;
    let mut work = desk.records.begin(now).await?;
    let grant = own::<UseOwnRights>(&mut work, &desk, holder).await?;
    match work.answer_own_family(&grant, contact, version, change, field(fields, "way")).await {
        Ok(to_tell) => {
            if let Some(one) = to_tell {
                let account = accounts.iter().find(|account| account.id == one.asked_by);
                tell_ended(&mut work, &desk, account, &one, now).await?;
            }
            work.commit().await?;
        }
        Err(CellError::Store(error)) => return Err(error.into()),
        Err(CellError::Rule(word)) => {
            drop(work);
            return crate::pages::mine::rights::with_problem(visit, holder, word).await;
        }
    }
    Ok(Redirect::to(&format!("{}#families", MinePage::Rights.path(visit.language))).into_response())
}
