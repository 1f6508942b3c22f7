//! Period and scope out of an address: codes and days only, or what is wrong with them.

use crate::pages::desk::Desk;
use crate::text::Text;
use ariane_figures::fact::Words;
use ariane_figures::period::{Period, PeriodFault, Standing};
use ariane_figures::scope::Scope;
use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Utc};
use serde::Deserialize;

/// The query of an address.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// A period as figures write it: `2020`, `2020-Q1`, `2020-03`.
    pub period: String,
    /// First day, in place of a period.
    pub from: String,
    /// Last day.
    pub to: String,
    /// `infoline`, `cell`, `hub`, or empty for all.
    pub service: String,
    /// Country or area; empty for all, `-` for what was not told.
    pub place: String,
    /// Network; the same.
    pub network: String,
    /// Last day of which everything is known; empty for now.
    pub as_of: String,
}

/// Services that figures are told apart by.
pub const SERVICES: [&str; 3] = ["infoline", "cell", "hub"];

/// What is wrong with what was asked; the key of its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wrong(pub &'static str);

impl Wrong {
    /// In words.
    pub fn text(self, t: Text) -> String {
        t.k("figures-fault", self.0)
    }
}

fn day(text: &str) -> Result<NaiveDate, Wrong> {
    // As browsers send it, or as people here write it.
    let read = |format| NaiveDate::parse_from_str(text, format).ok();
    ["%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y"].into_iter().find_map(read).ok_or(Wrong("day"))
}

const fn fault(fault: PeriodFault) -> Wrong {
    match fault {
        PeriodFault::Unreadable => Wrong("unreadable"),
        PeriodFault::Empty => Wrong("empty"),
        PeriodFault::TooLong => Wrong("too-long"),
    }
}

impl Asked {
    /// The period; the running year where none is asked for.
    ///
    /// # Errors
    /// [`Wrong`]: not written as one, the end before the beginning, half of it missing, not begun.
    pub fn period(&self, desk: &Desk) -> Result<Period, Wrong> {
        let period = match (self.from.trim(), self.to.trim(), self.period.trim()) {
            ("", "", "") => Period::year(desk.today().year()).map_err(fault),
            ("", "", period) => period.parse().map_err(fault),
            ("", _, _) | (_, "", _) => Err(Wrong("half")),
            (from, to, _) => Period::new(day(from)?, day(to)?).map_err(fault),
        }?;
        let office = &desk.infoline.office;
        let then = self.as_of(desk)?;
        match (period.standing(office, desk.now), then.map(|then| period.standing(office, then))) {
            (Standing::Future, _) => Err(Wrong("future")),
            (_, Some(Standing::Future)) => Err(Wrong("future-then")),
            _ => Ok(period),
        }
    }

    /// The moment as of which figures are asked for: the end of a past day; none for now.
    ///
    /// # Errors
    /// [`Wrong`]: no day, or one that is not over.
    pub fn as_of(&self, desk: &Desk) -> Result<Option<DateTime<Utc>>, Wrong> {
        let text = self.as_of.trim();
        if text.is_empty() {
            return Ok(None);
        }
        let day = day(text)?;
        if day > desk.today() {
            return Err(Wrong("as-of-future"));
        }
        let end = desk.infoline.office.begins(day.succ_opt().ok_or(Wrong("day"))?);
        // Today is not over: what is known now is all there is.
        Ok((day < desk.today()).then(|| end - TimeDelta::microseconds(1)))
    }

    /// The scope.
    ///
    /// # Errors
    /// [`Wrong`]: no record has such a place or network; no such service.
    pub fn scope(&self, words: &Words) -> Result<Scope, Wrong> {
        if !self.service.is_empty() && !SERVICES.contains(&self.service.as_str()) {
            return Err(Wrong("service"));
        }
        Scope::read(words, self.place.trim(), self.network.trim()).map_err(|_| Wrong("scope"))
    }

    /// Whether figures of this service are asked for.
    pub fn wants(&self, figure: &str) -> bool {
        self.service.is_empty() || figure.split('.').next() == Some(self.service.as_str())
    }

    /// The query with another period.
    pub fn query(&self, period: &str) -> String {
        let pairs = [
            ("period", period),
            ("service", &self.service),
            ("place", &self.place),
            ("network", &self.network),
            ("as_of", &self.as_of),
        ];
        let kept = pairs.into_iter().filter(|(_, value)| !value.is_empty());
        form_urlencoded::Serializer::new(String::new()).extend_pairs(kept).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_people_write_them_and_a_query_is_one_value_each() {
        assert_eq!(day("31.12.2020"), day("2020-12-31"));
        assert_eq!(day("31/12/2020"), day("2020-12-31"));
        assert_eq!(day("2020-02-30"), Err(Wrong("day")));
        let asked = Asked { place: "LU/a&b".into(), ..Asked::default() };
        assert_eq!(asked.query("2020"), "period=2020&place=LU%2Fa%26b");
        assert!(asked.wants("cell.active") && !Asked { service: "hub".into(), ..asked }.wants("cell.active"));
    }
}
