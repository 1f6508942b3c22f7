//! Who acts for whom an enquiry concerns, what was said about an act, to whom it was passed on (duties D4, D23, D24).

use super::trouble::Trouble;
use super::{Desk, Sent, acts, frame};
use crate::addresses::desk::DeskPage;
use crate::pages::protection::board::{self, BoardForm, Cell, Field, Section, Table};
use crate::pages::shell::Link;
use ariane_domain::access::grant::{AnswerEnquiry, ReadEnquiry};
use ariane_domain::protection::recipients::RecipientKind;
use ariane_domain::representation::{Evidence, RepresentativeKind, RepresentedAct, Said, Scope};
use ariane_store::StoreError;
use ariane_store::records::rights::recipients::Disclosed;
use ariane_store::records::rights::representatives::{NewRepresentative, Represented};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use chrono::NaiveDate;
use uuid::Uuid;

/// What the page is made of.
struct Loaded {
    represented: Represented,
    disclosed: Vec<Disclosed>,
}

/// `GET …/representation`.
pub async fn get(desk: Desk, Path(id): Path<Uuid>) -> Response {
    let result = page(&desk, id, String::new(), StatusCode::OK).await;
    desk.settle(result)
}

async fn page(desk: &Desk, id: Uuid, said: String, status: StatusCode) -> Result<Response, Trouble> {
    let mut work = desk.begin().await?;
    let grant = desk.grant::<ReadEnquiry>(&mut work, id).await?;
    let represented = work.represented(&grant).await?;
    let disclosed = work.disclosures_of(&grant).await?;
    let number = work.enquiry_number(desk.controller(), id).await?.unwrap_or_default();
    work.commit().await?;
    let loaded = Loaded { represented, disclosed };
    let t = desk.visit.t;
    let title = t.w("desk-representation-title", "number", &number.to_string());
    let shell = frame::shell(desk, DeskPage::Enquiry, &format!("{id}/representation"), title);
    let sections = vec![
        desk.standing(&loaded.represented),
        desk.representatives(id, &loaded.represented),
        desk.opinions(id, &loaded.represented),
        desk.disclosures(id, &loaded.disclosed),
    ];
    let next = vec![
        Link::new(t.s("desk-back"), desk.enquiry_at(id)),
        Link::new(t.s("desk-persons"), format!("{}/persons", desk.enquiry_at(id))),
    ];
    Ok(board::page(status, shell, t.s("desk-representation-lead"), said, sections, next))
}

impl Desk {
    fn representation_at(&self, id: Uuid) -> String {
        format!("{}/representation", self.enquiry_at(id))
    }

    /// Whether it is a child, in confidence or not, and which acts stand still.
    fn standing(&self, of: &Represented) -> Section {
        let t = self.visit.t;
        let age = match of.is_minor {
            Some(true) => "minor",
            Some(false) => "adult",
            None => "unknown",
        };
        let mut list = vec![t.k("desk-age", age)];
        if of.is_confidential {
            list.push(t.s("desk-confidential"));
        }
        for (act, why) in &of.hindrances {
            let (act, why) = (t.k("represented-act", act.word()), t.k("hindrance", why.word()));
            list.push(t.ww("desk-hindered", ("act", &act), ("why", &why)));
        }
        Section { list, ..Section::default() }
    }

    fn options<'a>(&self, family: &str, words: impl IntoIterator<Item = &'a str>) -> Vec<(String, String)> {
        board::words(&self.visit, family, words)
    }

    fn representatives(&self, id: Uuid, of: &Represented) -> Section {
        let t = self.visit.t;
        let rows = of.representatives.iter().map(|r| {
            let sole = if r.one.is_sole { format!(" ({})", t.s("desk-sole")) } else { String::new() };
            vec![
                Cell::from(r.name.clone()),
                format!("{}{sole}", t.k("representative", r.one.kind.word())).into(),
                t.k("representative-scope", r.one.scope.word()).into(),
                t.k("representative-evidence", r.one.evidence.word()).into(),
                t.date(r.one.from).into(),
                r.one.until.map(|day| t.date(day)).unwrap_or_default().into(),
            ]
        });
        let table = Table {
            caption: t.s("desk-representatives"),
            head: ["name", "kind", "scope", "evidence", "from", "until"]
                .map(|c| t.k("desk-column", c))
                .into(),
            rows: rows.collect(),
            empty: t.s("desk-representatives-none"),
        };
        let today = self.visit.today;
        let column = |word| t.k("desk-column", word);
        let yes_no = vec![("".to_owned(), t.s("desk-no")), ("1".to_owned(), t.s("desk-sole"))];
        let add = BoardForm {
            title: t.s("desk-representative-add"),
            action: self.representation_at(id),
            fields: vec![
                Field::line("name", column("name"), "text", ""),
                Field::select(
                    "kind",
                    column("kind"),
                    self.options(RepresentativeKind::FAMILY, RepresentativeKind::ALL.map(|k| k.word())),
                    "",
                ),
                Field::select(
                    "scope",
                    column("scope"),
                    self.options(Scope::FAMILY, Scope::ALL.map(|s| s.word())),
                    "",
                ),
                Field::select(
                    "evidence",
                    column("evidence"),
                    self.options(Evidence::FAMILY, Evidence::ALL.map(|e| e.word())),
                    "",
                ),
                Field::select("sole", t.s("desk-sole-question"), yes_no, ""),
                Field::line("from", column("from"), "date", today.to_string()),
                Field::line("until", column("until"), "date", ""),
            ],
            buttons: vec![("do", "add".into(), t.s("desk-save"))],
        };
        let acting = of.representatives.iter().enumerate().filter(|(_, r)| r.one.acts_on(today));
        let end = acting.map(|(nth, r)| BoardForm {
            title: t.w("desk-representative-end", "name", &r.name),
            action: self.representation_at(id),
            fields: vec![
                Field::hidden("representative", r.one.id.to_string()),
                Field::line("last-day", t.s("desk-last-day"), "date", today.to_string()).nth(nth),
            ],
            buttons: vec![("do", "end".into(), t.s("desk-end"))],
        });
        let forms = std::iter::once(add).chain(end).collect();
        Section { title: t.s("desk-representatives"), table: Some(table), forms, ..Section::default() }
    }

    fn opinions(&self, id: Uuid, of: &Represented) -> Section {
        let t = self.visit.t;
        let name = |by: Option<Uuid>| match by {
            Some(by) => {
                of.representatives.iter().find(|r| r.one.id == by).map(|r| r.name.clone()).unwrap_or_default()
            }
            None => t.s("desk-person-self"),
        };
        let rows = of.told.iter().map(|told| {
            vec![
                Cell::from(self.moment(told.at)),
                name(told.opinion.by).into(),
                t.k("represented-act", told.opinion.act.word()).into(),
                t.k("opinion", told.opinion.said.word()).into(),
            ]
        });
        let table = Table {
            caption: t.s("desk-opinions"),
            head: ["when", "name", "act", "said"].map(|c| t.k("desk-column", c)).into(),
            rows: rows.collect(),
            empty: t.s("desk-opinions-none"),
        };
        let mut who = vec![(String::new(), t.s("desk-person-self"))];
        // Parents are not asked about what an adolescent keeps from them.
        let asked = of.representatives.iter().filter(|_| !of.is_confidential);
        who.extend(asked.map(|r| (r.one.id.to_string(), r.name.clone())));
        let acts = self.options(RepresentedAct::FAMILY, RepresentedAct::ALL.map(|a| a.word()));
        let form = BoardForm {
            title: t.s("desk-opinion-add"),
            action: self.representation_at(id),
            fields: vec![
                Field::select("by", t.k("desk-column", "name"), who, ""),
                Field::select("act", t.k("desk-column", "act"), acts, ""),
                Field::select(
                    "said",
                    t.k("desk-column", "said"),
                    self.options(Said::FAMILY, Said::ALL.map(|s| s.word())),
                    "",
                ),
            ],
            buttons: vec![("do", "say".into(), t.s("desk-save"))],
        };
        Section {
            title: t.s("desk-opinions"),
            text: t.s("desk-opinions-hint"),
            table: Some(table),
            forms: vec![form],
            ..Section::default()
        }
    }

    fn disclosures(&self, id: Uuid, disclosed: &[Disclosed]) -> Section {
        let t = self.visit.t;
        let rows = disclosed.iter().map(|one| {
            vec![
                Cell::from(self.moment(one.at)),
                t.k("recipient", one.kind.word()).into(),
                one.recipient.clone().into(),
            ]
        });
        let table = Table {
            caption: t.s("desk-disclosures"),
            head: ["when", "kind", "name"].map(|c| t.k("desk-column", c)).into(),
            rows: rows.collect(),
            empty: t.s("desk-disclosures-none"),
        };
        let kinds = [RecipientKind::Controller, RecipientKind::Person].map(|k| k.word());
        let form = BoardForm {
            title: t.s("desk-disclosure-add"),
            action: self.representation_at(id),
            fields: vec![
                Field::select(
                    "recipient-kind",
                    t.k("desk-column", "kind"),
                    self.options("recipient", kinds),
                    "",
                ),
                Field::line("recipient", t.k("desk-column", "name"), "text", ""),
            ],
            buttons: vec![("do", "disclose".into(), t.s("desk-save"))],
        };
        Section {
            title: t.s("desk-disclosures"),
            text: t.s("desk-disclosures-hint"),
            table: Some(table),
            forms: vec![form],
            ..Section::default()
        }
    }
}

/// `POST …/representation`: a representative, an end, an opinion, a recipient.
pub async fn post(desk: Desk, Path(id): Path<Uuid>, sent: Sent) -> Response {
    let result = change(&desk, id, &sent).await;
    desk.settle(result)
}

async fn change(desk: &Desk, id: Uuid, sent: &Sent) -> Result<Response, Trouble> {
    let wrong = || Trouble::Store(StoreError::NotPossible);
    let day = |name: &str| sent.line(name).parse::<NaiveDate>().ok();
    let mut work = desk.begin().await?;
    let grant = desk.grant::<AnswerEnquiry>(&mut work, id).await?;
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
            if let Err(fault) = work.add_representative(&grant, &new).await? {
                drop(work);
                let said = desk.visit.t.k("representative-fault", fault.word());
                return page(desk, id, said, StatusCode::UNPROCESSABLE_ENTITY).await;
            }
        }
        "end" => {
            let one = sent.get("representative").parse().map_err(|_| wrong())?;
            work.end_representative(&grant, one, day("last-day").unwrap_or(desk.visit.today)).await?;
        }
        "say" => {
            let by = match sent.get("by") {
                "" => None,
                by => Some(by.parse().map_err(|_| wrong())?),
            };
            let act = RepresentedAct::from_word(sent.get("act")).ok_or_else(wrong)?;
            let said = Said::from_word(sent.get("said")).ok_or_else(wrong)?;
            work.record_opinion(&grant, by, act, said).await?;
        }
        "disclose" => {
            let kind = RecipientKind::from_word(sent.get("recipient-kind")).ok_or_else(wrong)?;
            work.record_disclosure(&grant, kind, &sent.line("recipient")).await?;
        }
        _ => return Err(wrong()),
    }
    work.commit().await?;
    Ok(acts::back_to(desk, id, "representation"))
}
