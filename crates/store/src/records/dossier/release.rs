//! A dossier that leaves: a clinician approves one rendering, and only that is ever fetched (duty D11).

use super::TABLE;
use super::enclosures::{Leaving, Piece};
use crate::StoreError;
use crate::entities::{case_file, dossier as d, recipient_request};
use crate::records::cell::{CellError, acting, staff};
use crate::records::{Work, open_bytes, open_text, seal_bytes, seal_text};
use ariane_domain::access::grant::{Grant, Share};
use ariane_domain::access::policy;
use ariane_domain::dossier::approval::{Approving, may_approve, may_fetch};
use ariane_domain::dossier::{DossierState, ReleaseFault};
use ariane_domain::protection::recipients::RecipientKind;
use ariane_domain::purpose::Purpose;
use ariane_privacy::secret;
use data_encoding::{BASE64, HEXLOWER};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use uuid::Uuid;

/// What would leave, in all its forms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendering {
    /// Phenopacket, as JSON.
    pub phenopacket: String,
    /// FHIR R4, as JSON.
    pub fhir: String,
    /// PDF.
    pub pdf: Vec<u8>,
    /// Query to the Matchmaker Exchange, as JSON; empty where none is made.
    pub matchmaker: String,
    /// Common data elements of registries, as JSON; empty where they are not asked for.
    pub common_data: String,
    /// Files that go along.
    pub enclosures: Vec<Leaving>,
}

impl Rendering {
    /// SHA-256 over all forms with their lengths, in hexadecimal: by which who approves says what they read.
    pub fn digest(&self) -> String {
        let mut parts = vec![self.phenopacket.clone(), self.fhir.clone(), BASE64.encode(&self.pdf)];
        // A form that is not made is no part: what was approved before there was one keeps its digest.
        for form in [&self.matchmaker, &self.common_data] {
            parts.extend((!form.is_empty()).then(|| form.clone()));
        }
        for one in &self.enclosures {
            parts.extend([one.said.name.clone(), BASE64.encode(&one.bytes)]);
        }
        let mut all = String::from("ariane dossier 1");
        for part in &parts {
            all.push_str(&format!("\n{}\n{part}", part.len()));
        }
        HEXLOWER.encode(&secret::digest(&all))
    }
}

/// A form in which a dossier is fetched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Phenopacket.
    Phenopacket,
    /// FHIR R4.
    Fhir,
    /// PDF.
    Pdf,
    /// Query to the Matchmaker Exchange.
    Matchmaker,
    /// Common data elements of registries.
    CommonData,
    /// A file that goes along, by its place from one on.
    Enclosure(u8),
}

impl Form {
    /// The forms of the dossier itself.
    pub const ALL: [Form; 5] = [Self::Pdf, Self::Phenopacket, Self::Fhir, Self::Matchmaker, Self::CommonData];

    /// The forms that experts of a panel read.
    pub const OF_EXPERTS: [Form; 3] = [Self::Pdf, Self::Phenopacket, Self::Fhir];

    /// Stable word, for the thread.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Phenopacket => "phenopacket",
            Self::Fhir => "fhir",
            Self::Pdf => "pdf",
            Self::Matchmaker => "matchmaker",
            Self::CommonData => "common-data",
            Self::Enclosure(_) => "enclosure",
        }
    }

    /// Reads [`Form::address`].
    pub fn from_address(address: &str) -> Option<Self> {
        match address.strip_prefix("enclosure-") {
            Some(place) => place.parse().ok().map(Self::Enclosure),
            None => Self::ALL.into_iter().find(|one| one.word() == address),
        }
    }

    /// The end of the address under which it is fetched.
    pub fn address(self) -> String {
        match self {
            Self::Enclosure(place) => format!("enclosure-{place}"),
            form => form.word().to_owned(),
        }
    }

    /// The end of the name of the file, and its type; of an enclosure both are its own.
    pub(super) const fn file(self) -> (&'static str, &'static str) {
        match self {
            Self::Phenopacket => ("phenopacket.json", "application/json"),
            Self::Fhir => ("fhir.json", "application/fhir+json"),
            Self::Pdf => ("pdf", "application/pdf"),
            Self::Matchmaker => ("matchmaker.json", "application/json"),
            Self::CommonData => ("common-data.json", "application/json"),
            Self::Enclosure(_) => ("bin", "application/octet-stream"),
        }
    }
}

/// The forms in which a dossier was approved.
pub(super) fn approved_forms(row: &d::Model) -> Vec<Form> {
    let is_there = |form: &Form| match form {
        Form::Phenopacket => row.sealed_phenopacket.is_some(),
        Form::Fhir => row.sealed_fhir.is_some(),
        Form::Pdf => row.sealed_bytes.is_some(),
        Form::Matchmaker => row.sealed_matchmaker.is_some(),
        Form::CommonData => row.sealed_common_data.is_some(),
        Form::Enclosure(_) => false,
    };
    Form::ALL.into_iter().filter(is_there).collect()
}

impl Work<'_> {
    /// Approves a rendering: `read` is the digest that stood on the page. What is kept is this rendering, letter by letter.
    ///
    /// # Errors
    /// [`CellError::Rule`] with the word of a [`ReleaseFault`]; [`StoreError::Conflict`].
    pub async fn approve_dossier<A: Share>(
        &mut self,
        grant: &Grant<A>,
        id: Uuid,
        version: i32,
        read: &str,
        rendering: &Rendering,
    ) -> Result<(), CellError> {
        let (file, row) = self.dossier_row(grant, id).await?;
        let outline = self.open_dossier(&row).await?;
        let is_judged = self.dossier_material(&file, &outline).await?.is_judged;
        let (who, digest) = (staff(grant)?, rendering.digest());
        let ordered = outline.order.enclosures.iter().map(|one| one.document);
        let is_complete = ordered.eq(rendering.enclosures.iter().map(|one| one.document));
        let (state, purpose) = (outline.state, outline.purpose);
        let on = Approving { state, purpose, read, now: &digest, is_judged, is_complete };
        may_approve(&acting(who), on)?;
        let key = self.key(row.subject_id).await?;
        let set = d::ActiveModel {
            state: Set(DossierState::Approved.word().to_owned()),
            approved_by: Set(Some(who.account)),
            approved_at: Set(Some(self.now)),
            digest: Set(Some(digest.clone())),
            sealed_phenopacket: Set(seal_text(
                &key,
                TABLE,
                "sealed_phenopacket",
                id,
                &rendering.phenopacket,
            )?),
            sealed_fhir: Set(seal_text(&key, TABLE, "sealed_fhir", id, &rendering.fhir)?),
            sealed_bytes: Set(Some(seal_bytes(&key, TABLE, id, &rendering.pdf)?)),
            sealed_matchmaker: Set(seal_text(&key, TABLE, "sealed_matchmaker", id, &rendering.matchmaker)?),
            sealed_common_data: Set(seal_text(
                &key,
                TABLE,
                "sealed_common_data",
                id,
                &rendering.common_data,
            )?),
            ..Default::default()
        };
        self.set_dossier(&row, version, set).await?;
        self.keep_enclosures(&row, &rendering.enclosures).await?;
        self.case_event(grant, &file, "dossier-approved", outline.purpose.word(), &digest).await?;
        Ok(self.log_case(grant, file.id).await?)
    }

    /// What was approved, in one form. Each fetching is in the log that the person sees, the first is written down as passed on.
    ///
    /// # Errors
    /// [`CellError::Rule`] with the word of a [`ReleaseFault`].
    pub async fn fetch_dossier<A: Share>(
        &mut self,
        grant: &Grant<A>,
        id: Uuid,
        form: Form,
    ) -> Result<Piece, CellError> {
        let (file, row) = self.dossier_row(grant, id).await?;
        let outline = self.open_dossier(&row).await?;
        may_fetch(outline.state, outline.approved.map(|(_, at)| at), self.now)?;
        let piece = self.approved_piece(&row, form).await?;
        if row.fetched_at.is_none() {
            let set = d::ActiveModel { fetched_at: Set(Some(self.now)), ..Default::default() };
            // The version stays: fetching changes nothing that somebody read before.
            d::Entity::update_many()
                .set(set)
                .filter(d::Column::ControllerId.eq(row.controller_id))
                .filter(d::Column::Id.eq(row.id))
                .exec(&self.transaction)
                .await?;
            let thread = self.thread_of(&file).await?;
            let (name, who) = (&outline.order.recipient.name, staff(grant)?.account);
            self.insert_disclosure(&thread, RecipientKind::Controller, name, who).await?;
        }
        self.case_event(grant, &file, "dossier-fetched", form.word(), "").await?;
        self.log_case(grant, file.id).await?;
        Ok(piece)
    }

    /// The very bytes that a clinician approved, in one form. Who calls this has used their grant.
    pub(in crate::records) async fn approved_bytes(
        &mut self,
        row: &d::Model,
        form: Form,
    ) -> Result<Vec<u8>, StoreError> {
        let key = self.key(row.subject_id).await?;
        let open = |column, sealed: &Option<Vec<u8>>| {
            open_text(&key, TABLE, column, row.id, sealed.as_deref()).map(String::into_bytes)
        };
        // A dossier has the forms in which it was approved, and no empty one.
        if !approved_forms(row).contains(&form) {
            return Err(StoreError::NotThere);
        }
        match form {
            Form::Phenopacket => open("sealed_phenopacket", &row.sealed_phenopacket),
            Form::Fhir => open("sealed_fhir", &row.sealed_fhir),
            Form::Pdf => open_bytes(&key, TABLE, row.id, row.sealed_bytes.as_deref()),
            Form::Matchmaker => open("sealed_matchmaker", &row.sealed_matchmaker),
            Form::CommonData => open("sealed_common_data", &row.sealed_common_data),
            Form::Enclosure(_) => Err(StoreError::NotThere),
        }
    }

    /// Gives a draft up: nothing left.
    ///
    /// # Errors
    /// [`CellError::Rule`] where it is no draft; [`StoreError::Conflict`].
    pub async fn drop_dossier<A: Share>(
        &mut self,
        grant: &Grant<A>,
        id: Uuid,
        version: i32,
    ) -> Result<(), CellError> {
        let (file, row) = self.dossier_row(grant, id).await?;
        if row.state != DossierState::Draft.word() {
            return Err(ReleaseFault::NotADraft.into());
        }
        let set =
            d::ActiveModel { state: Set(DossierState::Dropped.word().to_owned()), ..Default::default() };
        self.set_dossier(&row, version, set).await?;
        let purpose = policy::purpose(A::ACTION);
        self.case_event(grant, &file, "dossier-dropped", purpose.word(), "").await?;
        Ok(self.log_case(grant, file.id).await?)
    }

    /// Asks who fetched a dossier for a purpose to delete it: the person took back what it rested on. Gives how many were asked.
    pub(in crate::records) async fn ask_back_dossiers(
        &mut self,
        file: &case_file::Model,
        purpose: Purpose,
        actor: &str,
    ) -> Result<usize, StoreError> {
        let Some(basis) = self.records.register().basis(purpose) else { return Ok(0) };
        let thread = self.thread_of(file).await?;
        let mut count = 0;
        for row in self.dossier_rows(file).await? {
            if row.purpose != purpose.word() || row.fetched_at.is_none() {
                continue;
            }
            let choices = self.choices_towards(file, row.recipient_id).await?;
            if !choices.allow(purpose, basis) && !self.was_asked_back(&row).await? {
                let one = self.open_dossier(&row).await?;
                self.ask_one_recipient(&thread, row.id, &one.order.recipient.name, actor).await?;
                count += 1;
            }
        }
        Ok(count)
    }

    async fn was_asked_back(&self, row: &d::Model) -> Result<bool, StoreError> {
        let asked = recipient_request::Entity::find()
            .filter(recipient_request::Column::ControllerId.eq(row.controller_id))
            .filter(recipient_request::Column::RecipientId.eq(row.id))
            .count(&self.transaction)
            .await?;
        Ok(asked > 0)
    }
}
