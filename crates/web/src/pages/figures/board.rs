//! Figures as they are now, for any period and part, exactly: for who works with the records behind them.

use super::asked::{Asked, SERVICES, Wrong};
use super::groups::{Freshness, GroupRow, NetworkRow, Trend};
use super::table::{self, Beside, Figure};
use super::{shell, work};
use crate::addresses::figures::FiguresPage;
use crate::figures::editions::name;
use crate::figures::memory::{Counted, Known};
use crate::pages::desk::Desk;
use crate::pages::desk::frame::Work;
use crate::pages::desk::trouble::Trouble;
use crate::pages::render;
use crate::pages::shell::{Link, Shell};
use crate::pages::start::Choice;
use ariane_domain::access::Action;
use ariane_figures::count::group::By;
use ariane_figures::definition::{self, Definition};
use ariane_figures::period::{Period, Standing};
use ariane_figures::report::exact;
use ariane_figures::scope::Scope;
use ariane_figures::table::Table;
use askama::Template;
use axum::extract::Query as Parameters;
use axum::http::header::RETRY_AFTER;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{Datelike, Months};
use std::sync::Arc;

/// Figures that belong together.
pub struct Section {
    /// Word, for the anchor.
    pub word: &'static str,
    /// Heading.
    pub heading: String,
    /// Figures.
    pub figures: Vec<Figure>,
}

/// Sections in the order of the page.
pub const SECTIONS: [(&str, &[&Definition]); 5] = [
    (
        "requests",
        &[
            &definition::RECORDS,
            &definition::CONTACTS,
            &definition::REQUESTERS,
            &definition::PERSONS,
            &definition::ENTRY,
            &definition::SENDER,
            &definition::KIND,
            &definition::AGE,
            &definition::NATIONALITY,
            &definition::NATURE,
            &definition::DISORDER,
        ],
    ),
    ("answers", &[&definition::REPLY, &definition::ORIENTATION, &definition::OUTCOME]),
    ("unmet", &[&definition::UNMET, &definition::UNMET_NATURE]),
    (
        "cell",
        &[
            &definition::CELL_RECORDS,
            &definition::CELL_ACTIVE,
            &definition::CELL_NEW,
            &definition::CELL_ORIGIN,
            &definition::CELL_BROUGHT,
            &definition::CELL_DIAGNOSIS,
            &definition::MEETING_RECORDS,
            &definition::MEETINGS,
        ],
    ),
    (
        "hub",
        &[
            &definition::HUB_RECORDS,
            &definition::HUB_ACTIVE,
            &definition::HUB_NEW,
            &definition::HUB_REFERRED,
            &definition::HUB_REFERRALS,
            &definition::HUB_APPOINTMENT,
        ],
    ),
];

/// A period to choose.
pub struct Chip {
    /// Link.
    pub link: Link,
    /// Whether it is shown.
    pub is_here: bool,
}

#[derive(Template)]
#[template(path = "figures/board.html")]
struct BoardPage {
    shell: Shell,
    work: Work,
    at: String,
    links: Vec<Link>,
    asked: Asked,
    fault: String,
    chips: Vec<Chip>,
    services: Vec<Choice>,
    places: Vec<Choice>,
    networks: Vec<Choice>,
    heading: String,
    standing: String,
    as_of: String,
    sections: Vec<Section>,
    by_network: Vec<GroupRow>,
    by_place: Vec<GroupRow>,
    referrals: Vec<NetworkRow>,
    not_live: String,
    trend: Option<Trend>,
    freshness: Freshness,
    missing: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "figures/preparing.html")]
struct PreparingPage {
    shell: Shell,
    work: Work,
    again: String,
}

/// `GET /{lang}/chiffres`. Who may not read the records is led to what was published.
pub async fn get(desk: Desk, Parameters(asked): Parameters<Asked>) -> Response {
    if !desk.may_ever(Action::ReadLiveFigures) || desk.live_services().is_empty() {
        return Redirect::to(&FiguresPage::Editions.path(desk.visit.language)).into_response();
    }
    let result = page(&desk, asked).await;
    desk.settle(result)
}

impl Desk {
    /// Counts beside the threads that answer.
    pub(super) async fn counted(
        &self,
        known: &Arc<Known>,
        scope: Scope,
        period: Period,
    ) -> Result<Arc<Counted>, Trouble> {
        if let Some(counted) = known.at_hand(scope, period) {
            return Ok(counted);
        }
        let (known, office) = (known.clone(), self.infoline.office.clone());
        let counted = tokio::task::spawn_blocking(move || known.counted(scope, period, &office)).await;
        counted.map_err(|_| Trouble::Store(ariane_store::StoreError::NotPossible))
    }

    /// Periods that are often asked for.
    fn chips(&self, asked: &Asked, here: Option<Period>) -> Vec<Chip> {
        let (t, today) = (self.visit.t, self.today());
        let at = FiguresPage::Board.path(self.visit.language);
        let months_ago = |n| today.checked_sub_months(Months::new(n)).unwrap_or(today);
        let quarter = |day: chrono::NaiveDate| format!("{:04}-Q{}", day.year(), day.month0() / 3 + 1);
        let month = |day: chrono::NaiveDate| format!("{:04}-{:02}", day.year(), day.month());
        let mut codes = vec![
            format!("{:04}", today.year()),
            format!("{:04}", today.year() - 1),
            quarter(today),
            quarter(months_ago(3)),
            month(today),
            month(months_ago(1)),
        ];
        codes.extend(here.and_then(|here| here.before()).map(|before| before.to_string()));
        codes.dedup();
        let mut seen = std::collections::BTreeSet::new();
        let periods = codes.into_iter().filter(|code| seen.insert(code.clone()));
        periods
            .filter_map(|code| code.parse::<Period>().ok())
            .map(|period| Chip {
                link: Link::new(name(t, &period), format!("{at}?{}", asked.query(&period.to_string()))),
                is_here: here == Some(period),
            })
            .collect()
    }

    /// Places or networks that records have, to choose from.
    fn words_to_choose(&self, known: &Known, by: By, chosen: &str) -> Vec<Choice> {
        let words = match by {
            By::Network => known.ledger.networks(),
            By::Place => known.ledger.places(),
        };
        let mut choices: Vec<Choice> = words
            .iter()
            .map(|word| {
                let text = known.ledger.words().text(*word);
                let value = if text.is_empty() { Scope::NOT_TOLD } else { text };
                Choice::new(value, self.group_name(by, text), value == chosen)
            })
            .collect();
        choices.sort_by_key(|choice| choice.text.to_lowercase());
        choices
    }

    /// The figures of a section, each with the same one of the period before; as of a past moment, with the same one as it is known
    /// now.
    fn section(
        &self,
        (word, figures): (&'static str, &[&'static Definition]),
        asked: &Asked,
        period: Period,
        (counted, now): (&Counted, Option<&Counted>),
    ) -> Option<Section> {
        let rounding = self.visit.app.figures.rounding;
        let live = self.live_services();
        let find = |tables: &[Table], figure: &Definition, of: Option<Period>| {
            let found = tables.iter().find(|one| one.figure.id == figure.id && Some(one.period) == of);
            found.map(|one| exact(one, rounding))
        };
        let is_live =
            |figure: &Definition| figure.id.split('.').next().is_some_and(|one| live.contains(&one));
        let wanted = figures.iter().filter(|figure| asked.wants(figure.id) && is_live(figure));
        let figures: Vec<Figure> = wanted
            .filter_map(|figure| {
                let table = find(&counted.tables, figure, Some(period))?;
                let (beside, other) = match now {
                    Some(now) => (Beside::Now, find(&now.tables, figure, Some(period))),
                    None => (Beside::Before, find(&counted.before, figure, period.before())),
                };
                let link = |category: Option<&str>| self.behind_at(asked, period, figure, category);
                Some(table::figure(&self.visit, figure, &table, (beside, other.as_ref()), &link))
            })
            .collect();
        let heading = self.visit.t.k("figures-section", word);
        (!figures.is_empty()).then_some(Section { word, heading, figures })
    }

    /// What no event records yet, with why.
    fn not_recorded(&self, known: &Known, scope: Option<Scope>) -> Vec<(String, String)> {
        let unrecorded = !known.ledger.has_referrals();
        let referred = unrecorded.then_some(["referred", "first-appointment"]);
        let of_part = scope.is_some_and(|scope| !scope.is_whole()).then_some("meetings-of-part");
        let words = referred.into_iter().flatten().chain(of_part).chain(["network-of-files"]);
        let t = self.visit.t;
        words.map(|word| (t.k("figures-missing", word), t.k("figures-missing-why", word))).collect()
    }

    /// Said to who may not list the records of every service: what is not shown, and where it is published.
    fn not_live(&self) -> String {
        let (t, live) = (self.visit.t, self.live_services());
        let missing = SERVICES.into_iter().filter(|service| !live.contains(service));
        let names: Vec<String> = missing.map(|service| t.k("figures-service", service)).collect();
        if names.is_empty() { String::new() } else { t.w("figures-not-live", "services", &names.join(", ")) }
    }
}

async fn page(desk: &Desk, asked: Asked) -> Result<Response, Trouble> {
    let (t, l) = (desk.visit.t, desk.visit.language);
    let now = desk.figures_known().await?;
    let as_of = asked.as_of(desk);
    let then = match as_of {
        Ok(Some(as_of)) => desk.figures_as_of(as_of).await?,
        _ => now.clone(),
    };
    let (Some(now), Some(known)) = (now, then) else { return Ok(preparing(desk, asked)) };
    let understood = asked.period(desk).and_then(|period| Ok((period, asked.scope(known.ledger.words())?)));
    let live = desk.live_services();
    let mut page = BoardPage {
        shell: shell(desk, FiguresPage::Board, "", t.s("figures-title")),
        work: work(desk),
        at: FiguresPage::Board.path(l),
        links: desk.figure_links(),
        fault: understood.err().map(|fault: Wrong| fault.text(t)).unwrap_or_default(),
        chips: desk.chips(&asked, understood.ok().map(|(period, _)| period)),
        services: SERVICES
            .into_iter()
            .filter(|word| live.contains(word))
            .map(|word| Choice::new(word, t.k("figures-service", word), asked.service == word))
            .collect(),
        places: desk.words_to_choose(&known, By::Place, &asked.place),
        networks: desk.words_to_choose(&known, By::Network, &asked.network),
        heading: String::new(),
        standing: String::new(),
        as_of: desk.moment(known.as_of),
        sections: Vec::new(),
        by_network: Vec::new(),
        by_place: Vec::new(),
        referrals: Vec::new(),
        not_live: desk.not_live(),
        trend: None,
        freshness: desk.freshness(),
        missing: desk.not_recorded(&known, understood.ok().map(|(_, scope)| scope)),
        asked,
    };
    let Ok((period, scope)) = understood else {
        return Ok(render(StatusCode::UNPROCESSABLE_ENTITY, &page));
    };
    let counted = desk.counted(&known, scope, period).await?;
    let words = known.ledger.words();
    let is_past = matches!(as_of, Ok(Some(_)));
    let today = match scope.among(words, now.ledger.words()) {
        Some(scope) if is_past => Some(desk.counted(&now, scope, period).await?),
        _ => None,
    };
    page.shell = page.shell.with_query(&page.asked.query(&period.to_string()));
    page.heading = name(t, &period);
    page.standing = if is_past {
        t.w("figures-then", "moment", &desk.moment(now.as_of))
    } else if period.standing(&desk.infoline.office, known.as_of) == Standing::Running {
        t.s("figures-running")
    } else {
        String::new()
    };
    let both = (counted.as_ref(), today.as_deref());
    let sections = SECTIONS.into_iter();
    page.sections = sections.filter_map(|one| desk.section(one, &page.asked, period, both)).collect();
    if page.asked.wants("infoline.") && live.contains(&"infoline") {
        page.by_network = desk.group_rows(By::Network, words, &counted, &page.asked, period);
        page.by_place = desk.group_rows(By::Place, words, &counted, &page.asked, period);
        page.trend = desk.trend(&counted.monthly);
    }
    if page.asked.wants("hub.") && live.contains(&"hub") {
        page.referrals = desk.referral_rows(words, counted.referrals.as_ref());
    }
    Ok(render(StatusCode::OK, &page))
}

/// Said while figures of very many records are being read beside the answer.
pub(super) fn preparing(desk: &Desk, asked: Asked) -> Response {
    let (t, l) = (desk.visit.t, desk.visit.language);
    let page = PreparingPage {
        shell: shell(desk, FiguresPage::Board, "", t.s("figures-title")),
        work: work(desk),
        again: format!("{}?{}", FiguresPage::Board.path(l), asked.query(&asked.period)),
    };
    let mut response = render(StatusCode::SERVICE_UNAVAILABLE, &page);
    response.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static("10"));
    response
}
