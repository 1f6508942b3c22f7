//! What all pages answer from: knowledge that is swapped as a whole when a new release is in use.

use crate::desk::Desk;
use crate::figures::Figures;
use crate::procedures::Procedures;
use crate::pulse::Pulse;
use crate::sign_in::{SignIn, SignInSettings};
use crate::timing::Timing;
use ariane_domain::danger::DangerWatch;
use ariane_domain::place::Country;
use ariane_domain::procedure::Procedure;
use ariane_domain::referral::packet::PacketRules;
use ariane_knowledge::catalogue::Catalogue;
use ariane_knowledge::directory::Directory;
use ariane_knowledge::events::Agenda;
use ariane_knowledge::phenotype::Phenotypes;
use ariane_knowledge::search::SearchIndex;
use ariane_knowledge::search::terms::TermSearch;
use ariane_knowledge::starter::areas::Area;
use ariane_knowledge::starter::countries::CountryProfile;
use ariane_knowledge::starter::documents::{Document, LinkTemplate};
use ariane_knowledge::starter::needs::NatureTexts;
use ariane_knowledge::starter::urgent::UrgentDisorder;
use ariane_knowledge::starter::{self};
use ariane_orientation::routing::RuleTable;
use ariane_orientation::sheet::Sources;
use ariane_ranking::Ranker;
use ariane_signs::SignReader;
use ariane_store::accounts::Accounts;
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use std::sync::{Arc, OnceLock, RwLock};

/// Everything that a page may show, read-only.
pub struct Knowledge {
    /// Disorders.
    pub catalogue: Catalogue,
    /// Search.
    pub index: SearchIndex,
    /// Structures.
    pub directory: Directory,
    /// Events and trainings.
    pub agenda: Agenda,
    /// Rules.
    pub rules: RuleTable,
    /// Country profiles.
    pub countries: Vec<CountryProfile>,
    /// Needs.
    pub needs: Vec<NatureTexts>,
    /// Documents per disorder.
    pub documents: Vec<Document>,
    /// Links made from codes.
    pub links: Vec<LinkTemplate>,
    /// Births and populations.
    pub areas: Vec<Area>,
    /// Danger phrases.
    pub danger: DangerWatch,
    /// Signs and who has them; empty before the ontology is imported.
    pub phenotypes: Phenotypes,
    /// Tables that take seconds to build: made beside the first answers, or when they are first asked for.
    tables: Tables,
    /// What goes along with a referral, per kind of recipient.
    pub referral_packets: PacketRules,
    /// Treatable disorders in which time counts (duty D8).
    pub urgent: Vec<UrgentDisorder>,
    /// Networks whose name would be a diagnosis: not shown to a person who described signs (duty D9).
    pub single_disease_networks: Vec<String>,
}

/// What reads and ranks signs.
#[derive(Default)]
struct Tables {
    signs: OnceLock<SignReader>,
    terms: OnceLock<TermSearch>,
    ranker: OnceLock<Option<Ranker>>,
}

impl Knowledge {
    /// Joins a catalogue, a directory and what is known of signs with the starter facts;
    /// [`Knowledge::with_agenda`] takes other events than those of the starter set.
    pub fn new(catalogue: Catalogue, directory: Directory, phenotypes: Phenotypes) -> Self {
        let rules = RuleTable::new(starter::routing::rules());
        Self {
            tables: Tables::default(),
            phenotypes,
            referral_packets: starter::referral_packets::rules(),
            urgent: starter::urgent::all(),
            single_disease_networks: starter::single_disease_networks::all(),
            index: SearchIndex::new(&catalogue),
            catalogue,
            directory,
            agenda: Agenda::starter(),
            rules,
            countries: starter::countries::all(),
            needs: starter::needs::all(),
            documents: starter::documents::all(),
            links: starter::documents::links(),
            areas: starter::areas::all(),
            danger: starter::danger_phrases::watch(),
        }
    }

    /// Finds signs in texts.
    pub fn signs(&self) -> &SignReader {
        let make = || SignReader::new(&self.phenotypes.ontology, &starter::sign_words::all());
        self.tables.signs.get_or_init(make)
    }

    /// Finds signs for a search field.
    pub fn terms(&self) -> &TermSearch {
        let make = || TermSearch::new(&self.phenotypes.ontology, &starter::sign_words::all());
        self.tables.terms.get_or_init(make)
    }

    /// Ranks networks and disorders; none before the annotations are imported.
    pub fn ranker(&self) -> Option<&Ranker> {
        let make = || Ranker::new(&self.phenotypes, &self.catalogue, &self.rules);
        self.tables.ranker.get_or_init(|| (!self.phenotypes.is_empty()).then(make)).as_ref()
    }

    /// Builds what [`Knowledge::signs`], [`Knowledge::terms`] and [`Knowledge::ranker`] give: takes seconds, and is called
    /// where nobody waits for it.
    pub fn warm(&self) {
        self.terms();
        self.signs();
        self.ranker();
    }

    /// The same knowledge with these events and trainings.
    pub fn with_agenda(self, agenda: Agenda) -> Self {
        Self { agenda, ..self }
    }

    /// What a sheet is made from, with these checklists.
    pub fn sources<'s>(&'s self, procedures: &'s [Procedure]) -> Sources<'s> {
        Sources {
            catalogue: &self.catalogue,
            directory: &self.directory,
            agenda: &self.agenda,
            rules: &self.rules,
            countries: &self.countries,
            procedures,
        }
    }

    /// The profile of a country.
    pub fn country(&self, code: Country) -> Option<&CountryProfile> {
        self.countries.iter().find(|c| c.code == code)
    }
}

/// Settings of the installation that pages need.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Country of the installation.
    pub country: Country,
    /// Whether fictitious content is shown, and must be marked.
    pub demo: bool,
    /// After how many days an entry is stale.
    pub stale_after_days: u64,
    /// Time zone of the office: what day it is, and of which day a moment is, are told by it.
    pub zone: Tz,
    /// Gives the time; an argument so that tests choose it.
    pub now: fn() -> DateTime<Utc>,
    /// Whether named candidate disorders are shown, to who asks from this machine only (duty D9).
    pub candidates: bool,
    /// How staff sign in.
    pub sign_in: SignInSettings,
}

impl Settings {
    /// The day that it is at the office.
    pub fn today(&self) -> NaiveDate {
        self.day((self.now)())
    }

    /// The office's day at a moment.
    pub fn day(&self, at: DateTime<Utc>) -> NaiveDate {
        at.with_timezone(&self.zone).date_naive()
    }
}

/// How the background fetch of reference data stands, for the bar at the top of the pages.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FetchState {
    /// Whether one is under way.
    pub running: bool,
    /// Steps done and in all.
    pub done: (usize, usize),
    /// Last line said.
    pub line: String,
}

/// Shared by all requests.
#[derive(Clone)]
pub struct App {
    knowledge: Arc<RwLock<Arc<Knowledge>>>,
    /// Settings.
    pub settings: Arc<Settings>,
    fetch: Arc<RwLock<FetchState>>,
    /// Accounts of staff; none where only the public finder is served.
    pub accounts: Option<Accounts>,
    /// What signing in needs in memory.
    pub sign_in: Arc<SignIn>,
    /// The infoline; none where only the public finder is served.
    pub desk: Option<Arc<Desk>>,
    /// How long answers take.
    pub timing: Timing,
    /// What the jobs tell of themselves.
    pub pulse: Arc<Pulse>,
    /// How figures are published, and those computed last.
    pub figures: Arc<Figures>,
    /// Administrative checklists.
    pub procedures: Procedures,
}

impl App {
    /// Starts with the knowledge at hand.
    pub fn new(knowledge: Knowledge, settings: Settings) -> Self {
        Self {
            knowledge: Arc::new(RwLock::new(Arc::new(knowledge))),
            accounts: None,
            desk: None,
            sign_in: Arc::new(SignIn::new(&settings.sign_in)),
            timing: Timing::default(),
            pulse: Arc::new(Pulse::new((settings.now)())),
            figures: Arc::default(),
            procedures: Procedures::default(),
            settings: Arc::new(settings),
            fetch: Arc::default(),
        }
    }

    /// The same application with accounts of staff.
    pub fn with_accounts(self, accounts: Accounts) -> Self {
        Self { accounts: Some(accounts), ..self }
    }

    /// With the infoline.
    pub fn with_desk(mut self, desk: Desk) -> Self {
        self.desk = Some(Arc::new(desk));
        self
    }

    /// With the operator's settings for figures.
    pub fn with_figures(self, figures: Figures) -> Self {
        Self { figures: Arc::new(figures), ..self }
    }

    /// The knowledge in use now; a request keeps the one it began with.
    pub fn knowledge(&self) -> Arc<Knowledge> {
        match self.knowledge.read() {
            Ok(guard) => guard.clone(),
            Err(poisoned) => poisoned.into_inner().clone(),
        }
    }

    /// Replaces the knowledge at once.
    pub fn replace(&self, knowledge: Knowledge) {
        let fresh = Arc::new(knowledge);
        match self.knowledge.write() {
            Ok(mut guard) => *guard = fresh,
            Err(poisoned) => *poisoned.into_inner() = fresh,
        }
    }

    /// How the background fetch stands.
    pub fn fetch_state(&self) -> FetchState {
        match self.fetch.read() {
            Ok(guard) => guard.clone(),
            Err(poisoned) => poisoned.into_inner().clone(),
        }
    }

    /// Says how the background fetch stands.
    pub fn set_fetch_state(&self, state: FetchState) {
        match self.fetch.write() {
            Ok(mut guard) => *guard = state,
            Err(poisoned) => *poisoned.into_inner() = state,
        }
    }
}
