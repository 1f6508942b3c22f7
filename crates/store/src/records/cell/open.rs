//! A file that reaches the cell: from a hand-over of the infoline, from the psycho-social service, from the hub.

use super::{CellError, TABLE, acting, staff, to_json};
use crate::StoreError;
use crate::entities::{case_file, enquiry, handover};
use crate::records::enquiries::log::Once;
use crate::records::persons::{Identity, PersonCodes};
use crate::records::{Work, seal_text};
use ariane_domain::access::grant::{Act, Grant, ReceiveHandover, SendToCell, WriteCase};
use ariane_domain::cell::file::{BroughtByField, FileState};
use ariane_domain::cell::{BroughtBy, CaseFile, Origin, Reality};
use ariane_domain::enquiry::{HandoverChange, HandoverState, RequesterKind, Urgency};
use ariane_privacy::secret::digest;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What stands at the head of a file. All that is said in words is sealed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// What the person asks of the cell.
    #[serde(default)]
    pub question: String,
    /// What matters to the person, in their words (duty D38).
    #[serde(default)]
    pub what_matters: String,
    /// The treating physician, who decides and explains (duty D20); finding one is the first step where there is none.
    #[serde(default)]
    pub treating_doctor: String,
    /// Disorder, as known or suspected.
    #[serde(default)]
    pub disorder: String,
    /// Network to which the rules route the disorder, such as `ern-lung`; empty where none is known. A code in clear beside the sealed
    /// head, to count by: coarse enough, as that of a request is.
    #[serde(skip)]
    pub network: String,
}

/// A person who is sent to the cell by the service or the hub.
#[derive(Debug, Clone)]
pub struct NewCase {
    /// Where they come from; the infoline hands over instead.
    pub origin: Origin,
    /// Who brought them (duty D42).
    pub brought_by: BroughtBy,
    /// Real, or fictitious for training.
    pub reality: Reality,
    /// Who it is.
    pub identity: Identity,
    /// Codes.
    pub codes: PersonCodes,
    /// Head of the file.
    pub head: Head,
}

/// A file that was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opened {
    /// Id.
    pub id: Uuid,
    /// Number as people say it.
    pub number: i64,
    /// False when it was there already.
    pub is_new: bool,
}

/// What a new row needs besides the rules.
struct Beginning<'h> {
    id: Uuid,
    subject: Uuid,
    enquiry: Option<Uuid>,
    handover: Option<Uuid>,
    head: &'h Head,
    /// Whether the infoline marked it as pressing, or saw signs of danger.
    is_pressing: bool,
}

impl Work<'_> {
    async fn insert_case<A: Act>(
        &mut self,
        grant: &Grant<A>,
        rules: &CaseFile,
        beginning: Beginning<'_>,
    ) -> Result<Opened, StoreError> {
        let controller = grant.facts().controller;
        // Training files have numbers of their own, so that those of real ones have no gaps.
        let counter = if rules.reality.counts() { "case-file" } else { "training-case-file" };
        let (id, number) = (beginning.id, self.next_number(controller, counter).await?);
        let key = self.key(beginning.subject).await?;
        let seal = |column, text: &str| seal_text(&key, TABLE, column, id, text);
        let row = case_file::Model {
            controller_id: controller,
            id,
            number,
            subject_id: beginning.subject,
            enquiry_id: beginning.enquiry,
            handover_id: beginning.handover,
            origin: rules.origin.word().to_owned(),
            brought_by: rules.brought_by.value.word().to_owned(),
            reality: rules.reality.word().to_owned(),
            state: FileState::Received.word().to_owned(),
            is_active: false,
            follow_up_reason: "not-open".to_owned(),
            follow_up_since: None,
            psychosocial_holder: None,
            medical_holder: None,
            psychosocial_act_at: None,
            medical_act_at: None,
            discussed_at: None,
            next_due: None,
            received_at: self.now,
            changed_at: self.now,
            version: 1,
            summary_signatures: to_json(&ariane_domain::cell::signatures::Joint::default())?,
            sealed_rules: seal("sealed_rules", &to_json(rules)?)?,
            sealed_head: seal("sealed_head", &to_json(beginning.head)?)?,
            sealed_summary: None,
            sealed_judged: None,
            pressing_since: beginning.is_pressing.then_some(self.now),
            network: beginning.head.network.clone(),
        };
        case_file::Entity::insert(case_file::ActiveModel::from(row.clone()))
            .exec_without_returning(&self.transaction)
            .await?;
        self.case_event(grant, &row, "received", rules.origin.word(), "").await?;
        self.log_case(grant, id).await?;
        Ok(Opened { id, number, is_new: true })
    }

    /// Somebody reaches the cell from the psycho-social service or the hub.
    ///
    /// # Errors
    /// [`CellError::Rule`] for the origin of the infoline, which hands over so that nothing is typed twice.
    pub async fn receive_case(
        &mut self,
        grant: &Grant<SendToCell>,
        new: &NewCase,
    ) -> Result<Opened, CellError> {
        let id = self.id()?;
        self.receive_as(grant, new, id).await
    }

    /// The same for a form that may be sent twice, by a double click or a page loaded anew: its token opens one file, and the
    /// second time gives that file.
    ///
    /// # Errors
    /// As [`receive_case`](Self::receive_case).
    pub async fn receive_case_once(
        &mut self,
        grant: &Grant<SendToCell>,
        new: &NewCase,
        token: &str,
    ) -> Result<Opened, CellError> {
        let controller = grant.facts().controller;
        let mut bytes = [0; 16];
        bytes.iter_mut().zip(digest(token)).for_each(|(to, from)| *to = from);
        let id = uuid::Builder::from_custom_bytes(bytes).into_uuid();
        let once = Once { source: "case-form", token: token.to_owned() };
        if self.take_in(controller, &once, None).await?.is_some() {
            let row = self.case_row(controller, Some(id)).await?;
            return Ok(Opened { id, number: row.number, is_new: false });
        }
        self.receive_as(grant, new, id).await
    }

    async fn receive_as(
        &mut self,
        grant: &Grant<SendToCell>,
        new: &NewCase,
        id: Uuid,
    ) -> Result<Opened, CellError> {
        if new.origin == Origin::Infoline {
            return Err(CellError::Rule("hand-over-instead"));
        }
        if !acting(staff(grant)?).may_bring(new.origin) {
            return Err(CellError::Rule("not-yours"));
        }
        let controller = grant.facts().controller;
        let subject = self.insert_person(controller, &new.identity, &new.codes).await?;
        let rules = CaseFile::receive(new.reality, new.origin, BroughtByField::new(new.brought_by), self.now);
        let beginning =
            Beginning { id, subject, enquiry: None, handover: None, head: &new.head, is_pressing: false };
        Ok(self.insert_case(grant, &rules, beginning).await?)
    }

    /// Somebody whom the house knows reaches the cell: the record of the person is the one that there is.
    pub(in crate::records) async fn receive_known(
        &mut self,
        grant: &Grant<SendToCell>,
        subject: Uuid,
        (reality, origin, brought_by): (Reality, Origin, BroughtBy),
        head: &Head,
    ) -> Result<Opened, CellError> {
        if !acting(staff(grant)?).may_bring(origin) {
            return Err(CellError::Rule("not-yours"));
        }
        let rules = CaseFile::receive(reality, origin, BroughtByField::new(brought_by), self.now);
        let id = self.id()?;
        let beginning = Beginning { id, subject, enquiry: None, handover: None, head, is_pressing: false };
        Ok(self.insert_case(grant, &rules, beginning).await?)
    }

    /// A hand-over becomes a file; nothing is typed again. Asked twice, it gives the file that there is.
    pub async fn open_from_handover(
        &mut self,
        grant: &Grant<ReceiveHandover>,
        version: i32,
        brought_by: BroughtBy,
    ) -> Result<Opened, CellError> {
        let controller = grant.facts().controller;
        let handover = grant.id().ok_or(StoreError::NotThere)?;
        let there = case_file::Entity::find()
            .filter(case_file::Column::ControllerId.eq(controller))
            .filter(case_file::Column::HandoverId.eq(handover))
            .one(&self.transaction)
            .await?;
        if let Some(row) = there {
            return Ok(Opened { id: row.id, number: row.number, is_new: false });
        }
        let row = handover::Entity::find_by_id((controller, handover)).one(&self.transaction).await?;
        let row = row.ok_or(StoreError::NotThere)?;
        if row.state == HandoverState::Sent.word() {
            self.receive_handover(grant, version, HandoverChange::Receive, "").await?;
        }
        let enquiry = self.enquiry_row(controller, Some(row.enquiry_id)).await?;
        let subject = self.concerned_by(&enquiry).await?;
        let head = self.head_of(&enquiry).await?;
        let rules =
            CaseFile::receive(Reality::Real, Origin::Infoline, BroughtByField::new(brought_by), self.now);
        let id = self.id()?;
        let urgency = Urgency::from_word(&enquiry.urgency).unwrap_or_default();
        let beginning = Beginning {
            id,
            subject,
            enquiry: Some(enquiry.id),
            handover: Some(handover),
            head: &head,
            is_pressing: urgency != Urgency::None,
        };
        Ok(self.insert_case(grant, &rules, beginning).await?)
    }

    /// The record of the person whom an enquiry is about; made where the infoline kept none, with the codes that it asked.
    async fn concerned_by(&mut self, enquiry: &enquiry::Model) -> Result<Uuid, StoreError> {
        if let Some(concerned) = enquiry.concerned_id {
            return Ok(concerned);
        }
        let kind = RequesterKind::from_word(&enquiry.requester_kind);
        if kind == Some(RequesterKind::PersonConcerned) {
            return Ok(enquiry.requester_id);
        }
        let asked = self.open_persons(enquiry.controller_id, &[enquiry.requester_id]).await?;
        let codes = asked.into_iter().next().map(|person| person.codes).unwrap_or_default();
        let person = self.insert_person(enquiry.controller_id, &Identity::default(), &codes).await?;
        enquiry::Entity::update_many()
            .col_expr(enquiry::Column::ConcernedId, sea_orm::sea_query::Expr::value(person))
            .filter(enquiry::Column::ControllerId.eq(enquiry.controller_id))
            .filter(enquiry::Column::Id.eq(enquiry.id))
            .exec(&self.transaction)
            .await?;
        Ok(person)
    }

    async fn head_of(&mut self, enquiry: &enquiry::Model) -> Result<Head, StoreError> {
        let opened = self.open_enquiry(enquiry.clone()).await?;
        Ok(Head {
            question: opened.texts.summary,
            disorder: opened.texts.disorder,
            network: enquiry.network.clone(),
            ..Head::default()
        })
    }

    /// The file that a hand-over became, if it did: its number and nothing else.
    pub async fn case_of_handover(
        &self,
        controller: Uuid,
        handover: Uuid,
    ) -> Result<Option<Opened>, StoreError> {
        let row = case_file::Entity::find()
            .filter(case_file::Column::ControllerId.eq(controller))
            .filter(case_file::Column::HandoverId.eq(handover))
            .one(&self.transaction)
            .await?;
        Ok(row.map(|row| Opened { id: row.id, number: row.number, is_new: false }))
    }

    /// Changes the head of a file, and who the person is.
    pub async fn change_head(
        &mut self,
        grant: &Grant<WriteCase>,
        version: i32,
        head: &Head,
        identity: &Identity,
    ) -> Result<(), CellError> {
        let row = self.case_row(grant.facts().controller, grant.id()).await?;
        let key = self.key(row.subject_id).await?;
        let mut set = case_file::ActiveModel {
            sealed_head: Set(seal_text(&key, TABLE, "sealed_head", row.id, &to_json(head)?)?),
            network: Set(head.network.clone()),
            ..case_file::ActiveModel::default()
        };
        self.acted(staff(grant)?, &mut set);
        self.write_case(&row, version, set).await?;
        self.write_identity(row.controller_id, row.subject_id, identity).await?;
        self.case_event(grant, &row, "head-changed", "", "").await?;
        Ok(self.log_case(grant, row.id).await?)
    }

    async fn write_identity(
        &mut self,
        controller: Uuid,
        person: Uuid,
        identity: &Identity,
    ) -> Result<(), StoreError> {
        use crate::entities::person as p;
        let before = p::Entity::find_by_id((controller, person)).one(&self.transaction).await?;
        let version = before.ok_or(StoreError::NotThere)?.version;
        let row = self.sealed_identity(person, version + 1, identity).await?;
        let changed = p::Entity::update_many()
            .set(row)
            .filter(p::Column::ControllerId.eq(controller))
            .filter(p::Column::Id.eq(person))
            .filter(p::Column::Version.eq(version))
            .exec(&self.transaction)
            .await?;
        if changed.rows_affected == 0 {
            return Err(StoreError::Conflict);
        }
        self.index_person(controller, person, identity).await
    }
}
