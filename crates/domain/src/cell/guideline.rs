//! Guidelines: versions with authors and a review date; which one is valid on a day (F42, F100; duty D12).

use super::machine::{Machine as _, Refused, machine};
use super::who::{Acting, Who};
use crate::stable::stable_words;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

stable_words! {
    /// Where a version stands.
    pub enum GuidelineState in "guideline-state" {
        /// Being written.
        Draft = "draft",
        /// In force from its day on.
        Valid = "valid",
        /// No longer to be used.
        Withdrawn = "withdrawn",
    }
}

stable_words! {
    /// What may happen to a version.
    pub enum GuidelineChange in "guideline-change" {
        /// Its text or authors change.
        Edit = "edit",
        /// It comes into force.
        Validate = "validate",
        /// Somebody reviewed it: it stays in force for longer.
        Review = "review",
        /// It is not to be used any more.
        Withdraw = "withdraw",
    }
}

const fn next(state: GuidelineState, change: GuidelineChange) -> Option<GuidelineState> {
    match (state, change) {
        (GuidelineState::Draft, GuidelineChange::Edit) => Some(GuidelineState::Draft),
        (GuidelineState::Draft, GuidelineChange::Validate) => Some(GuidelineState::Valid),
        (GuidelineState::Valid, GuidelineChange::Review) => Some(GuidelineState::Valid),
        (GuidelineState::Draft | GuidelineState::Valid, GuidelineChange::Withdraw) => {
            Some(GuidelineState::Withdrawn)
        }
        _ => None,
    }
}

const fn may(change: GuidelineChange) -> &'static [Who] {
    match change {
        GuidelineChange::Edit => &[Who::Author, Who::Medical, Who::Hub],
        GuidelineChange::Validate | GuidelineChange::Review | GuidelineChange::Withdraw => {
            &[Who::Medical, Who::Hub]
        }
    }
}

machine!(GuidelineState, GuidelineChange, "guideline", next, may);

/// One version of a guideline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GuidelineVersion {
    /// From 1, growing.
    pub number: u32,
    /// Where it stands.
    pub state: GuidelineState,
    /// Authors as they sign, in their order.
    pub authors: Vec<String>,
    /// First day in force.
    pub valid_from: Option<NaiveDate>,
    /// Last day before which it must be reviewed: past it, it leaves the pages.
    pub review_by: Option<NaiveDate>,
    /// Day of its withdrawal.
    pub withdrawn_on: Option<NaiveDate>,
}

/// Why a version does not change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum GuidelineFault {
    /// State or function do not allow it.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// Nobody stands behind it.
    #[error("a guideline names its authors")]
    NoAuthor,
    /// The date of review does not lie after the first day in force, or today.
    #[error("the review lies before the beginning")]
    ReviewTooEarly,
}

impl GuidelineVersion {
    /// A draft.
    pub const fn draft(number: u32, authors: Vec<String>) -> Self {
        Self {
            number,
            state: GuidelineState::Draft,
            authors,
            valid_from: None,
            review_by: None,
            withdrawn_on: None,
        }
    }

    /// It comes into force on a day, to be reviewed by another.
    ///
    /// # Errors
    /// [`GuidelineFault`].
    pub fn validate(
        &self,
        from: NaiveDate,
        review_by: NaiveDate,
        acting: &Acting,
    ) -> Result<Self, GuidelineFault> {
        let state = self.state.after(GuidelineChange::Validate, acting)?;
        if self.authors.iter().all(|author| author.trim().is_empty()) {
            return Err(GuidelineFault::NoAuthor);
        }
        if review_by <= from {
            return Err(GuidelineFault::ReviewTooEarly);
        }
        Ok(Self { state, valid_from: Some(from), review_by: Some(review_by), ..self.clone() })
    }

    /// Somebody reviewed it today and stands behind it until another day.
    ///
    /// # Errors
    /// [`GuidelineFault`].
    pub fn review(
        &self,
        today: NaiveDate,
        review_by: NaiveDate,
        acting: &Acting,
    ) -> Result<Self, GuidelineFault> {
        let state = self.state.after(GuidelineChange::Review, acting)?;
        if review_by <= today {
            return Err(GuidelineFault::ReviewTooEarly);
        }
        Ok(Self { state, review_by: Some(review_by), ..self.clone() })
    }

    /// It is not to be used from a day on.
    ///
    /// # Errors
    /// [`GuidelineFault::Refused`].
    pub fn withdraw(&self, on: NaiveDate, acting: &Acting) -> Result<Self, GuidelineFault> {
        let state = self.state.after(GuidelineChange::Withdraw, acting)?;
        Ok(Self { state, withdrawn_on: Some(on), ..self.clone() })
    }

    fn began_by(&self, day: NaiveDate) -> bool {
        self.state != GuidelineState::Draft && self.valid_from.is_some_and(|from| from <= day)
    }

    /// Whether it may be shown on a day. On the day of review it still is; the day after it has left.
    pub fn is_shown_on(&self, day: NaiveDate) -> bool {
        self.began_by(day)
            && self.review_by.is_some_and(|review| day <= review)
            && self.withdrawn_on.is_none_or(|withdrawn| day < withdrawn)
    }
}

/// The version that is valid on a day.
///
/// The highest number that is in force by then replaced all before it for good: when it passes its review or is withdrawn,
/// no older one comes back in its place.
pub fn valid_on(versions: &[GuidelineVersion], day: NaiveDate) -> Option<&GuidelineVersion> {
    let newest =
        versions.iter().filter(|version| version.began_by(day)).max_by_key(|version| version.number)?;
    newest.is_shown_on(day).then_some(newest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn medical() -> Acting {
        Acting::of(Who::Medical)
    }

    fn version(number: u32, from: &str, review: &str) -> GuidelineVersion {
        let draft = GuidelineVersion::draft(number, vec!["Dr A".to_owned()]);
        draft.validate(day(from), day(review), &medical()).unwrap()
    }

    #[test]
    fn past_its_review_it_leaves_the_pages() {
        let versions = [version(1, "2025-01-01", "2026-01-01")];
        let number = |on: &str| valid_on(&versions, day(on)).map(|v| v.number);
        assert_eq!(number("2024-12-31"), None);
        assert_eq!(number("2025-01-01"), Some(1));
        assert_eq!(number("2026-01-01"), Some(1));
        assert_eq!(number("2026-01-02"), None);
        let reviewed = versions[0].review(day("2026-01-01"), day("2027-01-01"), &medical()).unwrap();
        assert!(reviewed.is_shown_on(day("2026-06-01")));
    }

    #[test]
    fn an_older_version_never_comes_back() {
        let second = version(2, "2025-06-01", "2026-01-01");
        let versions = [version(1, "2025-01-01", "2030-01-01"), second.clone()];
        let number = |on: &str| valid_on(&versions, day(on)).map(|v| v.number);
        assert_eq!(
            (number("2025-05-31"), number("2025-06-01"), number("2026-02-01")),
            (Some(1), Some(2), None)
        );
        let withdrawn = second.withdraw(day("2025-07-01"), &medical()).unwrap();
        let versions = [versions[0].clone(), withdrawn];
        assert_eq!(valid_on(&versions, day("2025-06-30")).map(|v| v.number), Some(2));
        assert_eq!(valid_on(&versions, day("2025-07-01")), None);
    }

    #[test]
    fn a_guideline_has_authors_and_a_review_after_its_beginning() {
        let nobody = GuidelineVersion::draft(1, vec![" ".to_owned()]);
        let (from, review) = (day("2025-01-01"), day("2026-01-01"));
        assert_eq!(nobody.validate(from, review, &medical()), Err(GuidelineFault::NoAuthor));
        let draft = GuidelineVersion::draft(1, vec!["Dr A".to_owned()]);
        assert_eq!(draft.validate(from, from, &medical()), Err(GuidelineFault::ReviewTooEarly));
        assert_eq!(valid_on(&[draft], from), None);
    }
}
