//! What is taken down: a representative, an end, an opinion, a recipient.

use crate::pages::desk::trouble::Trouble;
use crate::pages::desk::{Desk, Sent};
use ariane_domain::access::grant::Grant;
use ariane_domain::protection::recipients::RecipientKind;
use ariane_domain::representation::{Evidence, RepresentativeKind, RepresentedAct, Said, Scope};
use ariane_store::StoreError;
use ariane_store::records::Work;
use ariane_store::records::rights::representatives::NewRepresentative;
use ariane_store::records::rights::thread::Writes;
use chrono::NaiveDate;

/// Takes down what was sent. The inner error says in words what is wrong with it.
///
/// # Errors
/// What the store says, and [`StoreError::NotPossible`] for what no form of the page sends.
pub async fn take_down<A: Writes>(
    desk: &Desk,
    work: &mut Work<'_>,
    grant: &Grant<A>,
    sent: &Sent,
) -> Result<Result<(), String>, Trouble> {
    let t = desk.visit.t;
    let wrong = || Trouble::Store(StoreError::NotPossible);
    let day = |name: &str| sent.line(name).parse::<NaiveDate>().ok();
    match sent.get("do") {
        "add" => {
            let name = sent.line("name");
            let new = NewRepresentative {
                kind: RepresentativeKind::from_word(sent.get("kind")).ok_or_else(wrong)?,
                scope: Scope::from_word(sent.get("scope")).ok_or_else(wrong)?,
                evidence: Evidence::from_word(sent.get("evidence")).ok_or_else(wrong)?,
                is_sole: sent.is("sole"),
                name: &name,
                from: day("from").unwrap_or(desk.visit.today),
                until: day("until"),
            };
            if let Err(fault) = work.add_representative(grant, &new).await? {
                return Ok(Err(t.k("representative-fault", fault.word())));
            }
        }
        "end" => {
            let one = sent.get("representative").parse().map_err(|_| wrong())?;
            work.end_representative(grant, one, day("last-day").unwrap_or(desk.visit.today)).await?;
        }
        "say" => {
            let by = match sent.get("by") {
                "" => None,
                by => Some(by.parse().map_err(|_| wrong())?),
            };
            let act = RepresentedAct::from_word(sent.get("act")).ok_or_else(wrong)?;
            let said = Said::from_word(sent.get("said")).ok_or_else(wrong)?;
            work.record_opinion(grant, by, act, said).await?;
        }
        "disclose" => {
            let kind = RecipientKind::from_word(sent.get("recipient-kind")).ok_or_else(wrong)?;
            let name = sent.line("recipient");
            if name.is_empty() {
                return Ok(Err(t.s("desk-disclosure-name-missing")));
            }
            match work.record_disclosure(grant, kind, &name).await {
                Err(StoreError::NotPossible) => return Ok(Err(t.s("cell-rule-referral-hindered"))),
                done => done?,
            }
        }
        _ => return Err(wrong()),
    }
    Ok(Ok(()))
}
