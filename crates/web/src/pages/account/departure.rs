//! What somebody looks after, and who takes it over when their account is closed or a function is taken from them.

use super::answer::At;
use super::fields::Fields;
use super::people::Choice;
use crate::sign_in::mails;
use ariane_domain::account::Role;
use ariane_domain::account::departure::{Held, NobodyLeft};
use ariane_store::StoreError;
use ariane_store::accounts::By;
use ariane_store::accounts::leaving::Heirs;
use ariane_store::accounts::people::Account;
use std::collections::BTreeMap;
use uuid::Uuid;

/// One kind of what is held, with who may take it over.
pub struct Takeover {
    /// Name of the choice, and its anchor.
    pub name: String,
    /// How much there is of it.
    pub what: String,
    /// Whether nobody was found for it.
    pub is_missing: bool,
    /// Who may take it over; empty where there is nothing to choose.
    pub options: Vec<Choice>,
}

/// Name of the choice for a kind, in one of the two forms of the page.
fn name(form: &str, held: Held) -> String {
    format!("{form}-{}", held.word())
}

/// How much of a kind, in words.
pub fn amount(at: &At, held: Held, count: usize) -> String {
    at.visit.t.n(&format!("held-{}", held.word()), count)
}

/// Who was chosen in a form. What is no account is left to the rule.
pub fn chosen(fields: &Fields, form: &str) -> BTreeMap<Held, Uuid> {
    let one = |held: Held| Some((held, fields.text(&name(form, held)).parse().ok()?));
    Held::ALL.into_iter().filter_map(one).collect()
}

/// The choices of a form for what is held and may not be kept with the functions that stay.
pub async fn takeovers(
    at: &At,
    form: &str,
    leaving: &Account,
    keeps: &[Role],
    held: &BTreeMap<Held, usize>,
    fields: &Fields,
    left: Option<&NobodyLeft>,
) -> Result<Vec<Takeover>, StoreError> {
    let t = at.visit.t;
    let colleagues = at.accounts.accounts().await?;
    let wanted = chosen(fields, form);
    let takeover = |(held, count): (&Held, &usize)| {
        let fit = |a: &&Account| a.id != leaving.id && a.state.may_sign_in() && held.is_for(&a.roles);
        let mut options = Vec::new();
        if *held != Held::Enquiry {
            let rule = if held.may_be_free() { "person-takeover-free" } else { "person-takeover-rule" };
            options.push(Choice { value: String::new(), text: t.s(rule), chosen: false });
            options.extend(colleagues.iter().filter(fit).map(|a| Choice {
                value: a.id.to_string(),
                text: if a.name.is_empty() { a.mail.clone() } else { a.name.clone() },
                chosen: wanted.get(held) == Some(&a.id),
            }));
        }
        Takeover {
            name: name(form, *held),
            what: amount(at, *held, *count),
            is_missing: left.is_some_and(|left| left.left.contains_key(held)),
            options,
        }
    };
    Ok(held.iter().filter(|(held, _)| !held.is_for(keeps)).map(takeover).collect())
}

/// What stands in the way, one line for each kind, leading to its choice.
pub fn missing(at: &At, form: &str, left: &NobodyLeft) -> Vec<(String, String)> {
    let line = |(held, count): (&Held, &usize)| {
        let what = amount(at, *held, *count);
        (name(form, *held), at.visit.t.w("person-nobody-left", "what", &what))
    };
    left.left.iter().map(line).collect()
}

/// Tells who took over that something awaits them; of nobody concerned.
pub async fn tell(at: &At, by: By<'_>, heirs: &Heirs) -> Result<(), StoreError> {
    for account in heirs.keys() {
        let Some(account) = at.accounts.account(*account).await? else { continue };
        let mail = mails::notice(&at.visit.app, account.language, &account.mail, "handed-on");
        at.accounts.tell(by, "notice", &mail).await?;
    }
    Ok(())
}
