//! The content of a dossier in every form in which it may leave: one content, four writings, one digest over all of them.

use super::cleaned_files::{Prepared, prepared};
use super::disorder::Disorder;
use super::enclosed_words;
use super::texts::{self, Found};
use crate::desk::MailIdentity;
use crate::pages::care::clinical::words::EntryWords;
use crate::pages::desk::Desk;
use crate::pages::visit::Visit;
use ariane_documents::{Entry as Line, Section, Sheet};
use ariane_domain::Language;
use ariane_domain::clinical::kinship::KinSex;
use ariane_domain::clinical::variant::VariantClass;
use ariane_domain::clinical::{Entry, EntryKind};
use ariane_domain::consent::GivenBy;
use ariane_domain::dossier::approval::{asks_for_alike, goes_to_registries};
use ariane_domain::dossier::content::{AgeShown, selected, sex_of};
use ariane_domain::dossier::{Addition, Covering, Dossier, DossierState, Part, capsule};
use ariane_domain::purpose::Purpose;
use ariane_domain::reidentification::shown::Shown;
use ariane_exchange::dossier::{
    Contact, Context, common_data, fhir, matchmaker, not_in_phenopacket, phenopacket,
};
use ariane_store::StoreError;
use ariane_store::records::dossier::Outline;
use ariane_store::records::dossier::draft::Material;
use ariane_store::records::dossier::enclosures::Leaving;
use ariane_store::records::dossier::release::Rendering;

/// What would leave, with what the page says about it.
pub struct Rendered {
    /// All forms.
    pub rendering: Rendering,
    /// What the PDF says, for the page.
    pub sheet: Sheet,
    /// What was found in texts.
    pub found: Vec<Found>,
    /// Kinds that the phenopacket has no place for.
    pub not_in_phenopacket: Vec<EntryKind>,
    /// Files of a draft, with what holds them.
    pub files: Vec<Prepared>,
}

impl Visit {
    /// The same visit, its words in another language.
    pub fn speaking(&self, language: Language) -> Self {
        let mut other = Self::new(self.app.clone(), language);
        other.knowledge = self.knowledge.clone();
        other.today = self.today;
        other
    }
}

/// Language in which a dossier is written.
pub fn language_of(outline: &Outline) -> Language {
    outline.order.language.parse().unwrap_or(Language::En)
}

/// Renders a dossier. The same file and order always give the same bytes: what a clinician read can be told from what came after.
///
/// # Errors
/// [`StoreError::NotPossible`] where the PDF cannot be set; the reason is in the log.
pub async fn rendered(desk: &Desk, outline: &Outline, material: &Material) -> Result<Rendered, StoreError> {
    let language = language_of(outline);
    let visit = desk.visit.speaking(language);
    let additions = outline.order.additions();
    // A centre that takes the person over learns who it is anyway.
    let judged = material.judged.as_ref().filter(|_| outline.purpose != Purpose::Transfer);
    let shown = judged.map_or(Shown { age: AgeShown::USUAL, ..Shown::EXACT }, |judged| judged.shown);
    let disorder = Disorder::of(desk, (&material.head.disorder, &material.entries), &shown, language);
    let named = if disorder.code.is_empty() { disorder.name.as_str() } else { "" };
    let mut chosen = selected(&material.entries, &additions);
    chosen.retain(|kept| !disorder.is_told_by(&kept.entry));
    let mut order = outline.order.clone();
    order.words.extend(disorder.hidden.iter().cloned());
    let cleaned = texts::cleaned(material, (chosen, named), &order, language);
    let (files_of, ordered) = (material.clone(), Outline { order, ..outline.clone() });
    let files = tokio::task::spawn_blocking(move || prepared(&files_of, &ordered, language)).await;
    let files = files.map_err(|_| StoreError::NotPossible)?;
    // A file that may not leave is not in what would leave: approving is refused until it may, or was taken back.
    let leaving: Vec<Leaving> =
        files.iter().filter(|one| one.standing.is_ok()).filter_map(|one| one.preview.clone()).collect();
    let enclosures = match outline.state {
        DossierState::Draft => leaving.iter().map(|one| one.said.clone()).collect(),
        DossierState::Approved | DossierState::Dropped => material.enclosed.clone(),
    };
    let is_exact = additions.contains(&Addition::ExactDates);
    let made_on = desk.infoline.office.day(outline.made_at);
    let dossier = Dossier {
        serial: outline.id,
        pseudonym: outline.pseudonym.clone(),
        purpose: outline.purpose,
        made_at: outline.made_at,
        sex: sex_of(&material.entries).filter(|_| shown.sex),
        age: AgeShown::of(material.person.identity.birth_date, made_on, (!is_exact).then_some(shown.age)),
        disorder: match disorder.code.as_str() {
            "" => (String::new(), cleaned.disorder),
            _ => (disorder.code, disorder.name),
        },
        question: cleaned.question,
        entries: cleaned.entries,
        are_parents_related: material.are_parents_related && additions.contains(&Addition::Pedigree),
        is_exact,
        consents: material.consents.clone(),
        enclosures,
        is_training: material.is_training,
    };
    let version = visit.knowledge.phenotypes.ontology.version.to_string();
    let context = Context { ontology_version: &version };
    let pretty = |value| serde_json::to_string_pretty(&value).unwrap_or_default();
    let sheet = sheet(&visit, &dossier, &outline.order.recipient.name);
    let set = sheet.clone();
    let pdf = tokio::task::spawn_blocking(move || ariane_documents::render(&set)).await;
    let pdf = pdf.map_err(|_| StoreError::NotPossible)?.map_err(|error| {
        tracing::error!(%error, "a dossier could not be set");
        StoreError::NotPossible
    })?;
    Ok(Rendered {
        rendering: Rendering {
            phenopacket: pretty(phenopacket(&dossier, context)),
            fhir: pretty(fhir(&dossier)),
            pdf,
            matchmaker: alike(&desk.infoline.mail, &dossier).map(pretty).unwrap_or_default(),
            common_data: if goes_to_registries(outline.purpose) {
                pretty(common_data(&dossier))
            } else {
                String::new()
            },
            enclosures: leaving,
        },
        sheet,
        found: cleaned.found,
        not_in_phenopacket: not_in_phenopacket(&dossier),
        files,
    })
}

/// The query for people alike, where the purpose asks for one and there is an address to answer to.
fn alike(mail: &MailIdentity, dossier: &Dossier) -> Option<serde_json::Value> {
    if !asks_for_alike(dossier.purpose) || !mail.is_set_up() {
        return None;
    }
    let href = format!("mailto:{}", mail.address);
    matchmaker(dossier, &Contact { name: &mail.name, href: &href })
}

fn sheet(visit: &Visit, dossier: &Dossier, to: &str) -> Sheet {
    let t = visit.t;
    let made_on = visit.settings.day(dossier.made_at);
    let day = t.date(made_on);
    let over = t.date(capsule::expires_on(made_on));
    let pseudonymised = t.s("dossier-pseudonymised");
    let section = |part: Part| {
        let entries = lines(visit, dossier, part);
        (!entries.is_empty()).then(|| Section {
            heading: t.k("dossier-part", part.word()),
            entries,
            ..Section::default()
        })
    };
    Sheet {
        language: visit.language.code(),
        title: t.w("dossier-sheet-title", "pseudonym", &dossier.pseudonym),
        subtitle: t.k("purpose", dossier.purpose.word()),
        meta: [
            Some(t.w("dossier-sheet-to", "name", to)),
            Some(t.ww("dossier-sheet-dates", ("day", &day), ("until", &over))),
            Some(pseudonymised.clone()),
            dossier.is_training.then(|| t.s("dossier-training")),
        ]
        .into_iter()
        .flatten()
        .collect(),
        sections: Part::ALL.into_iter().filter_map(section).collect(),
        footer: format!("{} · {day} · {pseudonymised}", dossier.pseudonym),
        ..Sheet::default()
    }
}

fn lines(visit: &Visit, dossier: &Dossier, part: Part) -> Vec<Line> {
    let said = |text: String| Line { lines: vec![text], ..Line::default() };
    match part {
        Part::Consent if dossier.consents.is_empty() => vec![said(visit.t.s("dossier-no-consents"))],
        Part::Consent => dossier.consents.iter().map(|one| said(consent(visit, one))).collect(),
        Part::Person => person(visit, dossier).into_iter().map(said).collect(),
        Part::Question if dossier.question.is_empty() => Vec::new(),
        Part::Question => {
            vec![Line { lines: dossier.question.lines().map(str::to_owned).collect(), ..Line::default() }]
        }
        Part::Enclosure => (1..)
            .zip(&dossier.enclosures)
            .map(|(place, one)| said(enclosed_words(visit.t, place, one)))
            .collect(),
        _ => part.kind().map(|kind| entries(visit, dossier, kind)).unwrap_or_default(),
    }
}

fn entries(visit: &Visit, dossier: &Dossier, kind: EntryKind) -> Vec<Line> {
    let all = dossier.of_kind(kind).map(|kept| line(words(visit, dossier, &kept.entry)));
    let mut all: Vec<Line> = all.collect();
    if kind == EntryKind::Relative && dossier.are_parents_related {
        all.insert(0, Line { lines: vec![visit.t.s("clinical-pedigree-related")], ..Line::default() });
    }
    all
}

/// An entry in words, the day of a class no more exact than the dossier is.
fn words(visit: &Visit, dossier: &Dossier, entry: &Entry) -> EntryWords {
    let Entry::Variant(one) = entry else { return visit.entry_words(entry, &dossier.entries) };
    let (class, on) = (one.class, one.classified_on);
    let mut plain = one.clone();
    (plain.class, plain.classified_on) = (None, None);
    let mut words = visit.entry_words(&Entry::Variant(plain), &dossier.entries);
    if let Some(class) = class {
        let t = visit.t;
        let (number, name) = (class.number().to_string(), t.k("variant-class", class.word()));
        let said = t.ww("clinical-class", ("number", &number), ("name", &name));
        let said = match on {
            Some(on) => {
                t.ww("clinical-class-on", ("class", &said), ("day", &visit.vague_words(dossier.day(on))))
            }
            None => said,
        };
        words.is_strong = matches!(class, VariantClass::Pathogenic | VariantClass::LikelyPathogenic);
        words.facts =
            [words.facts, said].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    }
    words
}

/// An entry on paper.
pub fn line(words: EntryWords) -> Line {
    let mut lines = vec![words.facts];
    lines.extend(words.note.lines().map(str::to_owned));
    lines.retain(|line| !line.trim().is_empty());
    let warning = Some(words.caution).filter(|text| !text.is_empty());
    Line { title: words.title, lines, warning, ..Line::default() }
}

fn person(visit: &Visit, dossier: &Dossier) -> Vec<String> {
    let t = visit.t;
    let sex = dossier.sex.filter(|sex| *sex != KinSex::NotSaid).map(|sex| t.k("kin-sex", sex.word()));
    let age = dossier.age.map(|age| match age {
        AgeShown::Band(from, Some(to)) => {
            t.ww("dossier-age-band", ("from", &from.to_string()), ("to", &to.to_string()))
        }
        AgeShown::Band(from, None) => t.w("dossier-age-from", "from", &from.to_string()),
        AgeShown::Born(day) => t.w("dossier-born", "day", &t.date(day)),
    });
    let (code, name) = &dossier.disorder;
    let disorder = [name.as_str(), code.as_str()];
    let disorder: Vec<&str> = disorder.into_iter().filter(|part| !part.is_empty()).collect();
    let disorder = (!disorder.is_empty()).then(|| t.w("dossier-disorder", "name", &disorder.join(" · ")));
    [sex, age, disorder].into_iter().flatten().collect()
}

fn consent(visit: &Visit, one: &Covering) -> String {
    let t = visit.t;
    let by = match one.by {
        GivenBy::Person => t.s("dossier-consent-person"),
        GivenBy::Representative(kind) => t.k("representative", kind.word()),
    };
    let what = t.ww("dossier-consent", ("purpose", &t.k("purpose", one.purpose.word())), ("by", &by));
    let days = t.ww("dossier-consent-days", ("from", &t.date(one.from)), ("until", &t.date(one.until)));
    format!("{what} · {} · {days}", t.k("consent-means", one.means.word()))
}
