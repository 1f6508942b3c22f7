//! Demand by network and by place, month by month, and how fresh the directory is.

use super::asked::Asked;
use super::table::lapse;
use crate::addresses::Page;
use crate::figures::memory::Counted;
use crate::pages::desk::Desk;
use crate::pages::sheet::country_name;
use crate::pictures::Picture;
use crate::pictures::figures::{Point, bar, line};
use ariane_domain::freshness;
use ariane_domain::organisation::Kind;
use ariane_domain::place::Country;
use ariane_figures::count::group::{By, Group, Monthly};
use ariane_figures::count::referral::OfNetwork;
use ariane_figures::definition::{Clock, RECORDS};
use ariane_figures::fact::{Counting, ReferralOutcome, Word, Words};
use ariane_figures::period::Period;
use ariane_figures::rounding::each;
use ariane_figures::scope::Scope;
use ariane_figures::table::Waiting;
use ariane_figures::trend::{Verdict, judge_month};
use chrono::{Datelike, NaiveDate};
use fluent_bundle::FluentArgs;
use std::collections::BTreeMap;

/// A group in a row.
pub struct GroupRow {
    /// Name.
    pub name: String,
    /// Requests.
    pub n: String,
    /// Where they are.
    pub href: String,
    /// Requests of the period before.
    pub before: String,
    /// Bar.
    pub bar: String,
    /// Of those that ended, how many ended with the person oriented.
    pub oriented: String,
    /// Still open.
    pub open: String,
    /// Unmet needs.
    pub unmet: String,
    /// What stands out, in words.
    pub alerts: Vec<String>,
}

/// Referrals to a network in a row.
pub struct NetworkRow {
    /// Name.
    pub name: String,
    /// Sent, accepted, declined, lost, waiting, days to the answer, seen, days to the appointment, when its entry was checked.
    pub cells: Vec<String>,
}

/// The course of all requests.
pub struct Trend {
    /// Line.
    pub picture: Option<Picture>,
    /// Month, count, what stands out.
    pub rows: Vec<(String, String, String)>,
    /// Said where there are too few months to judge.
    pub note: String,
}

/// How many entries of the directory were checked within the limit.
pub struct Freshness {
    /// Word, name, count, bar.
    pub rows: Vec<(String, String, String)>,
    /// The limit in days.
    pub limit: String,
    /// The directory, narrowed to what is to be checked.
    pub href: String,
}

impl Desk {
    /// A network or a place in words.
    pub(super) fn group_name(&self, by: By, text: &str) -> String {
        let t = self.visit.t;
        if text.is_empty() {
            return t.k("figures-group-none", if by == By::Network { "network" } else { "place" });
        }
        match by {
            By::Network => self
                .visit
                .knowledge
                .directory
                .get(text)
                .map_or_else(|| text.to_owned(), |network| network.shown_name().to_owned()),
            By::Place => {
                let (country, area) = text.split_once('/').unwrap_or((text, ""));
                let country = match Country::new(country) {
                    Some(code) if t.has(&format!("country-{}", country.to_lowercase())) => {
                        let _ = code;
                        t.k("country", &country.to_lowercase())
                    }
                    Some(code) => country_name(&self.visit, code),
                    None => country.to_owned(),
                };
                let l = self.visit.language;
                let versions = self.infoline.forms.versions().last().map_or(1, |set| set.version);
                let named = || self.infoline.forms.shown(versions, "area", area, l).text;
                if area.is_empty() { country } else { format!("{country}, {}", named()) }
            }
        }
    }

    /// Says that a month stands out.
    fn alert(&self, key: &str, verdict: Verdict, n: u64, month: Option<&NaiveDate>) -> Option<String> {
        let Verdict::Above(expected) = verdict else { return None };
        let t = self.visit.t;
        let mut args = FluentArgs::new();
        args.set("n", t.number(n as f64));
        args.set("mean", t.number((expected.mean * 10.0).round() / 10.0));
        args.set("month", month.map(|month| self.month(*month)).unwrap_or_default());
        Some(t.with(key, &args))
    }

    fn month(&self, month: NaiveDate) -> String {
        let t = self.visit.t;
        let named = t.k("care-month", &month.month().to_string());
        t.ww("care-month-year", ("month", &named), ("year", &month.year().to_string()))
    }

    /// What stands out in the last month of a group: demand, and needs that could not be met.
    fn alerts(&self, by: By, word: Word, monthly: &Monthly) -> Vec<String> {
        if by != By::Network || word == Word::NOT_TOLD {
            return Vec::new();
        }
        let Some(last) = monthly.months.len().checked_sub(1) else { return Vec::new() };
        let of = |series: Option<&Vec<u64>>, key: &str| {
            let series = series?;
            let verdict = judge_month(series, last, monthly.recorded);
            self.alert(key, verdict, series[last], monthly.months.get(last))
        };
        let demand = of(monthly.by_network.get(&word), "figures-alert-demand");
        let gap = of(monthly.unmet.get(&word), "figures-alert-gap");
        demand.into_iter().chain(gap).collect()
    }

    /// Groups, the largest first.
    pub(super) fn group_rows(
        &self,
        by: By,
        words: &Words,
        counted: &Counted,
        asked: &Asked,
        period: Period,
    ) -> Vec<GroupRow> {
        let t = self.visit.t;
        let groups = if by == By::Network { &counted.networks } else { &counted.places };
        let most = groups.values().flat_map(|group| [group.requests, group.before]).max().unwrap_or(0);
        let length = |n: u64| u16::try_from(n.saturating_mul(1000) / most.max(1)).unwrap_or(1000);
        let mut all: Vec<(&Word, &Group)> = groups.iter().collect();
        all.sort_by_key(|(word, group)| {
            (**word == Word::NOT_TOLD, std::cmp::Reverse(group.requests), **word)
        });
        let row = |(word, group): (&Word, &Group)| {
            let text = words.text(*word);
            let value = if text.is_empty() { Scope::NOT_TOLD } else { text }.to_owned();
            let narrowed = match by {
                By::Network => Asked { network: value, ..asked.clone() },
                By::Place => Asked { place: value, ..asked.clone() },
            };
            let ended = group.requests - group.open();
            let share = t.w("figures-percent", "share", &each(group.oriented(), ended).to_string());
            let has_records = group.requests > 0;
            GroupRow {
                name: self.group_name(by, text),
                n: t.number(group.requests as f64),
                href: if has_records {
                    self.behind_at(&narrowed, period, &RECORDS, Some(Counting::Counts.word()))
                } else {
                    String::new()
                },
                before: t.number(group.before as f64),
                bar: bar(length(group.requests), Some(length(group.before)), 0),
                oriented: if ended == 0 { String::new() } else { share },
                open: t.number(group.open() as f64),
                unmet: t.number(group.unmet as f64),
                alerts: self.alerts(by, *word, &counted.monthly),
            }
        };
        all.into_iter().map(row).collect()
    }

    /// Referrals network by network, those with the most first.
    pub(super) fn referral_rows(
        &self,
        words: &Words,
        networks: Option<&BTreeMap<Word, OfNetwork>>,
    ) -> Vec<NetworkRow> {
        let t = self.visit.t;
        let mut all: Vec<(&Word, &OfNetwork)> = networks.into_iter().flatten().collect();
        all.sort_by_key(|(word, of)| (**word == Word::NOT_TOLD, std::cmp::Reverse(of.sent), **word));
        let days = |waiting: Option<Waiting>| {
            waiting.map(|waiting| lapse(t, Clock::Days, waiting.median)).unwrap_or_default()
        };
        let number = |n: u64| t.number(n as f64);
        let row = |(word, of): (&Word, &OfNetwork)| {
            let text = words.text(*word);
            let checked =
                self.visit.knowledge.directory.get(text).and_then(|network| {
                    network.sites.iter().map(|site| site.provenance.checked).min().flatten()
                });
            let waiting = of.outcomes.get("waiting").copied().unwrap_or_default();
            NetworkRow {
                name: self.group_name(By::Network, text),
                cells: vec![
                    number(of.sent),
                    number(of.of(ReferralOutcome::Accepted)),
                    number(of.of(ReferralOutcome::Declined)),
                    number(of.of(ReferralOutcome::Lost)),
                    number(waiting),
                    days(of.to_answer),
                    number(of.seen),
                    days(of.to_appointment),
                    checked.map(|day| t.date(day)).unwrap_or_default(),
                ],
            }
        };
        all.into_iter().map(row).collect()
    }

    /// The course of all requests, with the months that stand out.
    pub(super) fn trend(&self, monthly: &Monthly) -> Option<Trend> {
        let t = self.visit.t;
        let first = monthly.months.len().saturating_sub(monthly.recorded);
        let verdicts: Vec<Verdict> = (0..monthly.months.len())
            .map(|at| judge_month(&monthly.requests, at, monthly.recorded))
            .collect();
        let recorded = || (monthly.months.iter().zip(&monthly.requests)).zip(&verdicts).skip(first);
        let points: Vec<Point> = recorded()
            .map(|((month, n), verdict)| Point {
                name: format!("{}/{:02}", month.month(), month.year() % 100),
                n: *n,
                stands_out: matches!(verdict, Verdict::Above(_)),
            })
            .collect();
        let rows: Vec<(String, String, String)> = recorded()
            .map(|((month, n), verdict)| {
                let alert = self.alert("figures-alert-month", *verdict, *n, Some(month)).unwrap_or_default();
                (self.month(*month), t.number(*n as f64), alert)
            })
            .collect();
        let (from, to) = (rows.first()?.0.clone(), rows.last()?.0.clone());
        let text = t.ww("figures-trend-text", ("from", &from), ("to", &to));
        let is_judged = verdicts.iter().any(|verdict| *verdict != Verdict::TooShort);
        Some(Trend {
            picture: line(&text, &points, |n| t.number(n as f64)),
            note: if is_judged { String::new() } else { t.s("figures-trend-short") },
            rows,
        })
    }

    /// How fresh the directory is: each structure by its oldest check.
    pub(super) fn freshness(&self) -> Freshness {
        let (visit, t) = (&self.visit, self.visit.t);
        let limit = visit.settings.stale_after_days;
        let mut counts = [0_u64; 3];
        for structure in visit.knowledge.directory.all().iter().filter(|one| one.kind != Kind::CrisisLine) {
            let worst = structure.sites.iter().map(|site| {
                let checked = &site.provenance;
                match freshness::Freshness::of(checked.confirmation, checked.checked, visit.today, limit) {
                    freshness::Freshness::Fresh(_) => 0,
                    freshness::Freshness::Stale(_) => 1,
                    freshness::Freshness::Unconfirmed => 2,
                }
            });
            counts[worst.max().unwrap_or(2)] += 1;
        }
        let most = counts.iter().copied().max().unwrap_or_default().max(1);
        let row = |(word, n): (&str, u64)| {
            let length = u16::try_from(n * 1000 / most).unwrap_or(1000);
            (t.k("figures-fresh", word), t.number(n as f64), bar(length, None, 0))
        };
        Freshness {
            rows: ["within", "over", "unconfirmed"].into_iter().zip(counts).map(row).collect(),
            limit: t.number(limit as f64),
            href: format!("{}?stale=1", Page::Directory.path(visit.language)),
        }
    }
}
