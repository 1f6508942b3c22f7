//! Persons compared with those of another site. Names stay in this layer: what comes out is encodings, pseudonyms and numbers of files.
//!
//! Only persons whose file may be passed on to that partner are encoded (`Purpose::Transfer`, asked file by file); the others are counted.
//! Each encoding and each answer stands in the log of the file, in its thread, and among those to whom something was passed on.

use crate::StoreError;
use crate::entities::{case_event, case_file, recipient_request};
use crate::records::{Work, open_text};
use ariane_domain::access::grant::{Grant, LinkSites};
use ariane_domain::access::{Action, policy};
use ariane_domain::cell::Reality;
use ariane_domain::clinical::kinship::KinSex;
use ariane_domain::dossier::content::sex_of;
use ariane_domain::protection::recipients::RecipientKind;
use ariane_domain::purpose::Purpose;
use ariane_linkage::encoding::{Encoder, Encoding};
use ariane_linkage::features::{Person, Sex};
use ariane_privacy::pseudonym::{Context, Pseudonym};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

const EVENT: &str = "case_event";
const ENCODED: &str = "linkage-encoded";
const PAIRED: &str = "linkage-paired";

/// With whom persons are compared, and on which occasion.
#[derive(Debug, Clone, Copy)]
pub struct Partner<'p> {
    /// By which an agreement names them.
    pub id: Uuid,
    /// Name, as the directory says it.
    pub name: &'p str,
    /// The comparison.
    pub comparison: Uuid,
}

impl Partner<'_> {
    fn context(&self) -> Context<'static> {
        Context {
            partner: self.id,
            purpose: policy::purpose(Action::LinkSites).word(),
            occasion: self.comparison,
        }
    }
}

/// A person of ours as the other site may know them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Encoded {
    /// Stands for them in this comparison and in no other.
    pub pseudonym: Pseudonym,
    /// Number of the file: for who runs the command here, never for the other site.
    pub number: i64,
    /// Bits.
    pub encoding: Encoding,
    file: Uuid,
}

/// Who is compared, and how many are not.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Compared {
    /// Persons, by number of their file.
    pub persons: Vec<Encoded>,
    /// Files whose person did not agree to be passed on to this partner, took it back, or for whom a representative objects.
    pub without_agreement: usize,
    /// Files without a name or birth date.
    pub incomplete: usize,
}

impl Work<'_> {
    /// The files that this grant compares with a partner, and how many it does not: each is asked for on its own. Closed files, files of
    /// who died and files for training are in neither.
    async fn linkable_files(
        &mut self,
        grant: &Grant<LinkSites>,
        partner: &Partner<'_>,
    ) -> Result<(Vec<(case_file::Model, Grant<LinkSites>)>, usize), StoreError> {
        let controller = grant.facts().controller;
        let rows = case_file::Entity::find()
            .filter(case_file::Column::ControllerId.eq(controller))
            .filter(case_file::Column::Reality.eq(Reality::Real.word()))
            .filter(case_file::Column::State.is_in(["open", "dormant"]))
            .order_by_asc(case_file::Column::Number)
            .all(&self.transaction)
            .await?;
        let (mut open, mut closed, mut seen) = (Vec::new(), 0, HashSet::new());
        for row in rows {
            // Two files of one person are compared once.
            if !seen.insert(row.subject_id) {
                continue;
            }
            let mut facts = self.dossier_facts(controller, row.id, Some(partner.id)).await?;
            if let Some(enquiry) = row.enquiry_id {
                let enquiry = self.enquiry_row(controller, Some(enquiry)).await?;
                facts.is_withdrawn = enquiry.withdrawn_at.is_some();
            }
            match self.may::<LinkSites>(grant.actor(), facts) {
                Ok(own) => open.push((row, own)),
                Err(_) => closed += 1,
            }
        }
        Ok((open, closed))
    }

    /// Encodes the persons who may be compared with a partner. Each reading stands in the log of its file.
    pub async fn encode_for_linkage(
        &mut self,
        grant: &Grant<LinkSites>,
        partner: &Partner<'_>,
        encoder: &Encoder,
    ) -> Result<Compared, StoreError> {
        let (files, without_agreement) = self.linkable_files(grant, partner).await?;
        let (key, context) = (self.records.keys.master().pseudonyms(), partner.context());
        let mut out = Compared { without_agreement, ..Compared::default() };
        for (file, own) in files {
            match self.encoding_of(&file, encoder).await? {
                Some(encoding) => {
                    let pseudonym = key.of(&context, file.subject_id);
                    out.persons.push(Encoded { pseudonym, number: file.number, encoding, file: file.id });
                }
                None => out.incomplete += 1,
            }
            self.log_case(&own, file.id).await?;
        }
        self.log(grant, &format!("linkage/{}", partner.comparison)).await?;
        Ok(out)
    }

    async fn encoding_of(
        &mut self,
        file: &case_file::Model,
        encoder: &Encoder,
    ) -> Result<Option<Encoding>, StoreError> {
        let persons = self.open_persons(file.controller_id, &[file.subject_id]).await?;
        let Some(person) = persons.first() else { return Ok(None) };
        let Some(born) = person.identity.birth_date else { return Ok(None) };
        let entries: Vec<_> = self.clinical_of(file).await?.into_iter().map(|one| one.kept).collect();
        let sex = match sex_of(&entries) {
            Some(KinSex::Female) => Some(Sex::Female),
            Some(KinSex::Male) => Some(Sex::Male),
            Some(KinSex::NotSaid) | None => None,
        };
        Ok(encoder.encode(&Person { name: &person.identity.name, born, sex }))
    }

    /// Writes down what goes to the partner: every encoding, or in an answer the persons of its pairs. Called in the unit of work in
    /// which they were encoded.
    pub async fn note_linked<'e>(
        &mut self,
        grant: &Grant<LinkSites>,
        partner: &Partner<'_>,
        persons: impl Iterator<Item = &'e Encoded>,
        is_answer: bool,
    ) -> Result<(), StoreError> {
        let (kind, actor) = (if is_answer { PAIRED } else { ENCODED }, grant.actor().pseudonym());
        let detail = partner.id.to_string();
        for person in persons {
            let file = self.case_row(grant.facts().controller, Some(person.file)).await?;
            self.case_event_by(&file, kind, &detail, partner.name, actor.clone()).await?;
            let thread = self.thread_of(&file).await?;
            // Who runs the command has no account.
            self.insert_disclosure(&thread, RecipientKind::Controller, partner.name, Uuid::nil()).await?;
        }
        Ok(())
    }

    /// The numbers of our files behind pseudonyms of a comparison: made anew for every file that may still be compared, and looked up.
    /// What is missing was taken back since, or was never ours.
    pub async fn numbers_behind(
        &mut self,
        grant: &Grant<LinkSites>,
        partner: &Partner<'_>,
        persons: &[Pseudonym],
    ) -> Result<HashMap<Pseudonym, i64>, StoreError> {
        let (files, _) = self.linkable_files(grant, partner).await?;
        let (key, context) = (self.records.keys.master().pseudonyms(), partner.context());
        let asked: HashSet<&Pseudonym> = persons.iter().collect();
        let mut out = HashMap::new();
        for (file, own) in files {
            let pseudonym = key.of(&context, file.subject_id);
            if asked.contains(&pseudonym) {
                self.log_case(&own, file.id).await?;
                out.insert(pseudonym, file.number);
            }
        }
        self.log(grant, &format!("linkage/{}", partner.comparison)).await?;
        Ok(out)
    }

    /// Asks each partner who was handed an encoding of this person, or a pair with them, to delete it: the person took back what it
    /// rested on.
    pub(in crate::records) async fn ask_back_encodings(
        &mut self,
        file: &case_file::Model,
        purpose: Purpose,
        actor: &str,
    ) -> Result<(), StoreError> {
        let Some(basis) = self.records.register().basis(purpose) else { return Ok(()) };
        if purpose != policy::purpose(Action::LinkSites) {
            return Ok(());
        }
        let thread = self.thread_of(file).await?;
        let handed: Vec<case_event::Model> = case_event::Entity::find()
            .filter(case_event::Column::ControllerId.eq(file.controller_id))
            .filter(case_event::Column::FileId.eq(file.id))
            .filter(case_event::Column::Kind.is_in([ENCODED, PAIRED]))
            .order_by_asc(case_event::Column::Id)
            .all(&self.transaction)
            .await?;
        for event in handed {
            let Ok(partner) = Uuid::parse_str(&event.detail) else { continue };
            let asked = recipient_request::Entity::find()
                .filter(recipient_request::Column::ControllerId.eq(file.controller_id))
                .filter(recipient_request::Column::RecipientId.eq(event.id))
                .count(&self.transaction)
                .await?;
            if asked > 0 || self.choices_towards(file, Some(partner)).await?.allow(purpose, basis) {
                continue;
            }
            let key = self.key(file.subject_id).await?;
            let name = open_text(&key, EVENT, "sealed_text", event.id, event.sealed_text.as_deref())?;
            self.ask_one_recipient(&thread, event.id, &name, actor).await?;
        }
        Ok(())
    }
}
