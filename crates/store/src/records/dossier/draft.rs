//! A dossier while it is prepared: nothing leaves by this.

use super::enclosures::Chosen;
use super::{Kept, Outline, TABLE};
use crate::StoreError;
use crate::entities::{case_file, dossier as d};
use crate::records::care::documents::Document;
use crate::records::cell::open::Head;
use crate::records::cell::{CellError, staff, to_json};
use crate::records::persons::Person;
use crate::records::{Work, seal_text};
use ariane_domain::access::grant::{Grant, Share};
use ariane_domain::access::policy;
use ariane_domain::cell::Reality;
use ariane_domain::cell::contact::Contact;
use ariane_domain::clinical::entry::Kept as KeptEntry;
use ariane_domain::consent::Minority;
use ariane_domain::dossier::approval::Order;
use ariane_domain::dossier::{Covering, DossierState, Enclosed, Judged, ReleaseFault, disorder_told};
use ariane_privacy::random;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

/// What a dossier is made of, as the file holds it now: everything named that names somebody, so that it can be taken out.
#[derive(Debug, Clone)]
pub struct Material {
    /// Number of the file.
    pub number: i64,
    /// Clinical summary.
    pub entries: Vec<KeptEntry>,
    /// Whether the household says that the parents are related by blood.
    pub are_parents_related: bool,
    /// Question, disorder, treating doctor.
    pub head: Head,
    /// Who it is about.
    pub person: Person,
    /// Who is around them.
    pub contacts: Vec<Contact>,
    /// Agreements that cover it now.
    pub consents: Vec<Covering>,
    /// How many people it could be, as it was judged of the file as it is now.
    pub judged: Option<Judged>,
    /// Whether that covers what this dossier shows.
    pub is_judged: bool,
    /// Whether the person was invented for a training.
    pub is_training: bool,
    /// Documents of the file, without their content.
    pub documents: Vec<Document>,
    /// Those that were chosen for a draft.
    pub chosen: Vec<Chosen>,
    /// Files that were approved.
    pub enclosed: Vec<Enclosed>,
}

impl From<ReleaseFault> for CellError {
    fn from(fault: ReleaseFault) -> Self {
        Self::Rule(match fault {
            ReleaseFault::NotForThis => "dossier-not-for-this",
            ReleaseFault::NobodyNamed => "dossier-nobody-named",
            ReleaseFault::NoBasisAbroad => "dossier-no-basis-abroad",
            ReleaseFault::ReasonMissing => "dossier-reason-missing",
            ReleaseFault::TooLong => "dossier-too-long",
            ReleaseFault::Empty => "dossier-empty",
            ReleaseFault::NotAClinician => "clinician-decides",
            ReleaseFault::NotJudged => "dossier-not-judged",
            ReleaseFault::NotWhatWasRead => "not-what-was-read",
            ReleaseFault::EnclosureOpen => "enclosure-open",
            ReleaseFault::NotADraft => "not-possible",
            ReleaseFault::NotApproved => "dossier-not-approved",
            ReleaseFault::TooOld => "dossier-too-old",
        })
    }
}

impl Work<'_> {
    /// Begins a dossier. `recipient` is by which an agreement names who receives it, where the grant was asked for that recipient.
    ///
    /// # Errors
    /// [`CellError::Rule`] with the word of a [`ReleaseFault`].
    pub async fn begin_dossier<A: Share>(
        &mut self,
        grant: &Grant<A>,
        recipient: Option<Uuid>,
        order: &Order,
    ) -> Result<Uuid, CellError> {
        let purpose = policy::purpose(A::ACTION);
        order.check(purpose)?;
        let file = self.case_row(grant.facts().controller, grant.id()).await?;
        self.check_enclosures(&file, &Order::default(), order).await?;
        if file.state == "died" {
            return Err(CellError::Rule("not-possible"));
        }
        if self.clinical_of(&file).await?.is_empty() {
            return Err(ReleaseFault::Empty.into());
        }
        let (id, key) = (self.id()?, self.key(file.subject_id).await?);
        // Drawn anew for each: two dossiers of one person cannot be told to be of one.
        let pseudonym = format!("P-{}", random::spoken_code(2).map_err(StoreError::from)?);
        let kept = Kept { order: order.clone(), pseudonym, uid_key: Vec::new() };
        d::Entity::insert(d::ActiveModel {
            controller_id: Set(file.controller_id),
            id: Set(id),
            file_id: Set(file.id),
            subject_id: Set(file.subject_id),
            purpose: Set(purpose.word().to_owned()),
            recipient_id: Set(recipient),
            state: Set(DossierState::Draft.word().to_owned()),
            author_id: Set(staff(grant)?.account),
            made_at: Set(self.now),
            approved_by: Set(None),
            approved_at: Set(None),
            digest: Set(None),
            fetched_at: Set(None),
            version: Set(1),
            sealed_order: Set(seal_text(&key, TABLE, "sealed_order", id, &to_json(&kept)?)?),
            sealed_phenopacket: Set(None),
            sealed_fhir: Set(None),
            sealed_bytes: Set(None),
            sealed_matchmaker: Set(None),
            sealed_common_data: Set(None),
        })
        .exec_without_returning(&self.transaction)
        .await?;
        self.case_event(grant, &file, "dossier-begun", purpose.word(), "").await?;
        self.log_case(grant, file.id).await?;
        Ok(id)
    }

    /// A dossier with what it is made of.
    pub async fn read_dossier<A: Share>(
        &mut self,
        grant: &Grant<A>,
        id: Uuid,
    ) -> Result<(Outline, Material), StoreError> {
        let (file, row) = self.dossier_row(grant, id).await?;
        let outline = self.open_dossier(&row).await?;
        let mut material = self.dossier_material(&file, &outline).await?;
        material.chosen = self.chosen_enclosures(&file, &outline).await?;
        material.enclosed = self.approved_enclosures(&row).await?;
        self.log_case(grant, file.id).await?;
        Ok((outline, material))
    }

    pub(super) async fn dossier_material(
        &mut self,
        file: &case_file::Model,
        outline: &Outline,
    ) -> Result<Material, StoreError> {
        let persons = self.open_persons(file.controller_id, &[file.subject_id]).await?;
        let person = persons.into_iter().next().ok_or(StoreError::NotThere)?;
        let minority = Minority::of(person.identity.birth_date, self.records.ages());
        let care = self.care_of(file).await?;
        let (day, towards) = (self.today(), (outline.purpose, outline.recipient));
        let given = self.open_consents(file).await?.into_iter().filter_map(|one| one.given);
        let consents = given.filter_map(|one| Covering::of(one, towards, day, &minority)).collect();
        let head = self.head_of_case(file).await?;
        let judged = self.judged_of(file).await?;
        let entries = care.clinical.iter().map(|one| &one.kept.entry);
        let disorder = disorder_told(&head.disorder, entries);
        let judged = judged.filter(|one| one.is_about(disorder, person.identity.birth_date));
        Ok(Material {
            number: file.number,
            entries: care.clinical.into_iter().map(|one| one.kept).collect(),
            are_parents_related: care.are_parents_related,
            head,
            person,
            contacts: care.contacts.into_iter().map(|one| one.contact).collect(),
            consents,
            is_judged: judged.as_ref().is_some_and(|one| one.covers(&outline.order.additions())),
            judged,
            is_training: file.reality != Reality::Real.word(),
            documents: care.documents,
            chosen: Vec::new(),
            enclosed: Vec::new(),
        })
    }

    /// Changes what a draft is to hold, as long as nobody else did since `version`.
    ///
    /// # Errors
    /// [`CellError::Rule`] with the word of a [`ReleaseFault`]; [`StoreError::Conflict`].
    pub async fn write_dossier<A: Share>(
        &mut self,
        grant: &Grant<A>,
        id: Uuid,
        version: i32,
        order: &Order,
    ) -> Result<(), CellError> {
        let (file, row) = self.dossier_row(grant, id).await?;
        let outline = self.open_dossier(&row).await?;
        order.check(outline.purpose)?;
        if outline.state != DossierState::Draft {
            return Err(ReleaseFault::NotADraft.into());
        }
        self.check_enclosures(&file, &outline.order, order).await?;
        let key = self.key(row.subject_id).await?;
        let mut uid_key = outline.uid_key;
        if uid_key.is_empty() && !order.enclosures.is_empty() {
            uid_key = random::bytes::<32>().map_err(StoreError::from)?.to_vec();
        }
        let kept = Kept { order: order.clone(), pseudonym: outline.pseudonym, uid_key };
        let set = d::ActiveModel {
            sealed_order: Set(seal_text(&key, TABLE, "sealed_order", id, &to_json(&kept)?)?),
            ..Default::default()
        };
        self.set_dossier(&row, version, set).await?;
        Ok(self.log_case(grant, file.id).await?)
    }

    /// Writes columns of a dossier as long as nobody else did since `version`.
    pub(super) async fn set_dossier(
        &self,
        row: &d::Model,
        version: i32,
        mut set: d::ActiveModel,
    ) -> Result<(), StoreError> {
        set.version = Set(version + 1);
        let written = d::Entity::update_many()
            .set(set)
            .filter(d::Column::ControllerId.eq(row.controller_id))
            .filter(d::Column::Id.eq(row.id))
            .filter(d::Column::Version.eq(version))
            .exec(&self.transaction)
            .await?;
        if written.rows_affected == 0 { Err(StoreError::Conflict) } else { Ok(()) }
    }
}
