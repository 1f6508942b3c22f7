//! What every page handler is given: the knowledge in use, the language, the day.

use crate::guard::caller::Caller;
use crate::guard::enforce::FormToken;
use crate::local_only;
use crate::state::{App, Knowledge, Settings};
use crate::text::Text;
use ariane_domain::Language;
use ariane_domain::access::{Action, Actor, Facts, policy};
use ariane_domain::procedure::Procedure;
use axum::extract::{FromRef, FromRequestParts};
use axum::http::request::Parts;
use axum::http::{Extensions, StatusCode};
use chrono::{DateTime, NaiveDate, Utc};
use std::sync::Arc;

/// One request as the pages see it.
pub struct Visit {
    /// Knowledge in use when the request began.
    pub knowledge: Arc<Knowledge>,
    /// Administrative checklists in use when it began.
    pub procedures: Arc<Vec<Procedure>>,
    /// Settings.
    pub settings: Arc<Settings>,
    /// Language of the page, from the address.
    pub language: Language,
    /// Texts in that language.
    pub t: Text,
    /// The day.
    pub today: NaiveDate,
    /// The application, for what changes while it runs.
    pub app: App,
    /// Whether named candidate disorders may be shown to who asks (duty D9).
    pub may_see_candidates: bool,
    /// Who asks.
    pub caller: Caller,
    /// Token that the forms of the page must carry in the field `form_token`; empty on public pages.
    pub form_token: String,
}

impl<S> FromRequestParts<S> for Visit
where
    S: Send + Sync,
    App: FromRef<S>,
{
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Self::Rejection> {
        let app = App::from_ref(state);
        // Every nested router names its language; outside them there is no page.
        let language = *parts.extensions.get::<Language>().ok_or(StatusCode::NOT_FOUND)?;
        let is_local = local_only::is_allowed(parts, &app.settings);
        let mut visit = Self::new(app, language).with_extensions(&parts.extensions);
        visit.may_see_candidates = is_local || visit.is_professional();
        Ok(visit)
    }
}

impl Visit {
    /// A visit in a language.
    pub fn new(app: App, language: Language) -> Self {
        let settings = app.settings.clone();
        Self {
            knowledge: app.knowledge(),
            procedures: app.procedures.in_use(),
            today: settings.today(),
            settings,
            language,
            t: Text::new(language),
            app,
            may_see_candidates: false,
            caller: Caller::default(),
            form_token: String::new(),
        }
    }

    /// The same visit by who asks, as the guard found them.
    pub fn with_extensions(mut self, extensions: &Extensions) -> Self {
        self.caller = extensions.get::<Caller>().cloned().unwrap_or_default();
        self.form_token = extensions.get::<FormToken>().map(|t| t.0.clone()).unwrap_or_default();
        self
    }

    /// Whether who asks is signed in and may see named candidate disorders.
    fn is_professional(&self) -> bool {
        let (Some(desk), Actor::Staff(staff)) = (&self.app.desk, self.caller.actor()) else { return false };
        let facts = Facts::of_all(staff.controller, "candidates");
        let (actor, now) = (Actor::Staff(staff), (self.settings.now)());
        policy::decide(&actor, Action::SeeCandidates, &facts, desk.records.register(), now).is_ok()
    }

    /// Whether who asks is signed in with both factors and may prepare referrals.
    pub fn prepares_referrals(&self) -> bool {
        let (Some(desk), Actor::Staff(staff)) = (&self.app.desk, self.caller.actor()) else { return false };
        let facts = Facts::of_all(staff.controller, "referrals");
        let (actor, now) = (Actor::Staff(staff), (self.settings.now)());
        policy::decide(&actor, Action::PrepareReferral, &facts, desk.records.register(), now).is_ok()
    }

    /// A moment in words, by the clock of the country.
    pub fn moment(&self, at: DateTime<Utc>) -> String {
        // Luxembourg and France share one clock.
        let local = at.with_timezone(&chrono_tz::Europe::Luxembourg);
        self.t.ww(
            "moment",
            ("date", &self.t.date(local.date_naive())),
            ("time", &local.format(crate::text::TIME_OF_DAY).to_string()),
        )
    }
}
