//! Figures as they are now, for any period and part, exactly: for who works with the records behind them.

use super::asked::{Asked, SERVICES, Wrong};
use super::groups::{Freshness, GroupRow, Trend};
use super::table::{self, Figure};
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
use ariane_figures::fact::Word;
use ariane_figures::period::{Period, Standing};
use ariane_figures::report::exact;
use ariane_figures::scope::Scope;
use ariane_figures::table::Table;
use askama::Template;
use axum::extract::Query as Parameters;
use axum::http::StatusCode;
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
            &definition::CELL_ACTIVE,
            &definition::CELL_NEW,
            &definition::CELL_ORIGIN,
            &definition::CELL_BROUGHT,
            &definition::MEETINGS,
        ],
    ),
    ("hub", &[&definition::HUB_ACTIVE, &definition::HUB_NEW, &definition::HUB_REFERRED]),
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
    trend: Option<Trend>,
    freshness: Freshness,
    missing: Vec<(String, String)>,
}

/// `GET /{lang}/chiffres`. Who may not read the records is led to what was published.
pub async fn get(desk: Desk, Parameters(asked): Parameters<Asked>) -> Response {
    if !desk.may_ever(Action::ReadLiveFigures) {
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
        let of = |one: &ariane_figures::fact::EnquiryFact| match by {
            By::Network => one.network,
            By::Place => one.place,
        };
        let words: std::collections::BTreeSet<Word> = known.facts.enquiries.iter().map(of).collect();
        let mut choices: Vec<Choice> = words
            .into_iter()
            .map(|word| {
                let text = known.facts.words.text(word);
                let value = if text.is_empty() { Scope::NOT_TOLD } else { text };
                Choice::new(value, self.group_name(by, text), value == chosen)
            })
            .collect();
        choices.sort_by_key(|choice| choice.text.to_lowercase());
        choices
    }

    /// The figures of a section, each with the same one of the period before.
    fn section(
        &self,
        (word, figures): (&'static str, &[&'static Definition]),
        asked: &Asked,
        period: Period,
        counted: &Counted,
    ) -> Option<Section> {
        let rounding = self.visit.app.figures.rounding;
        let find = |tables: &[Table], figure: &Definition, of: Option<Period>| {
            let found = tables.iter().find(|one| one.figure.id == figure.id && Some(one.period) == of);
            found.map(|one| exact(one, rounding))
        };
        let wanted = figures.iter().filter(|figure| asked.wants(figure.id));
        let figures: Vec<Figure> = wanted
            .filter_map(|figure| {
                let table = find(&counted.tables, figure, Some(period))?;
                let before = find(&counted.before, figure, period.before());
                let link = |category: Option<&str>| self.behind_at(asked, period, figure, category);
                Some(table::figure(&self.visit, figure, &table, before.as_ref(), &link))
            })
            .collect();
        let heading = self.visit.t.k("figures-section", word);
        (!figures.is_empty()).then_some(Section { word, heading, figures })
    }

    /// What no event records yet, with why.
    fn not_recorded(&self, known: &Known) -> Vec<(String, String)> {
        let referred = known.facts.referrals.is_none().then_some("referred");
        let words = referred.into_iter().chain(["first-appointment", "diagnosis", "network-of-files"]);
        let t = self.visit.t;
        words.map(|word| (t.k("figures-missing", word), t.k("figures-missing-why", word))).collect()
    }
}

async fn page(desk: &Desk, asked: Asked) -> Result<Response, Trouble> {
    let (t, l) = (desk.visit.t, desk.visit.language);
    let known = desk.figures_known().await?;
    let understood = asked.period(desk).and_then(|period| Ok((period, asked.scope(&known.facts.words)?)));
    let mut page = BoardPage {
        shell: shell(desk, FiguresPage::Board, "", t.s("figures-title")),
        work: work(desk),
        at: FiguresPage::Board.path(l),
        links: desk.figure_links(),
        fault: understood.err().map(|fault: Wrong| fault.text(t)).unwrap_or_default(),
        chips: desk.chips(&asked, understood.ok().map(|(period, _)| period)),
        services: SERVICES
            .map(|word| Choice::new(word, t.k("figures-service", word), asked.service == word))
            .into(),
        places: desk.words_to_choose(&known, By::Place, &asked.place),
        networks: desk.words_to_choose(&known, By::Network, &asked.network),
        heading: String::new(),
        standing: String::new(),
        as_of: desk.moment(known.as_of),
        sections: Vec::new(),
        by_network: Vec::new(),
        by_place: Vec::new(),
        trend: None,
        freshness: desk.freshness(),
        missing: desk.not_recorded(&known),
        asked,
    };
    let Ok((period, scope)) = understood else {
        return Ok(render(StatusCode::UNPROCESSABLE_ENTITY, &page));
    };
    let counted = desk.counted(&known, scope, period).await?;
    page.shell = page.shell.with_query(&page.asked.query(&period.to_string()));
    page.heading = name(t, &period);
    if period.standing(&desk.infoline.office, known.as_of) == Standing::Running {
        page.standing = t.s("figures-running");
    }
    let sections = SECTIONS.into_iter();
    page.sections = sections.filter_map(|one| desk.section(one, &page.asked, period, &counted)).collect();
    if page.asked.wants("infoline.") {
        let words = &known.facts.words;
        page.by_network = desk.group_rows(By::Network, words, &counted, &page.asked, period);
        page.by_place = desk.group_rows(By::Place, words, &counted, &page.asked, period);
        page.trend = desk.trend(&counted.monthly);
    }
    Ok(render(StatusCode::OK, &page))
}
