//! Whether an act for a person stands still because of what was said about it.

use super::{Ages, Representative, RepresentativeKind, RepresentedAct, Said};
use crate::representation::Age;
use crate::stable::stable_words;
use chrono::NaiveDate;
use uuid::Uuid;

stable_words! {
    /// Why an act stands still.
    pub enum Hindrance in "hindrance" {
        /// Somebody who decides for the person refuses: nobody is presumed to agree any more.
        Disagreement = "disagreement",
        /// The act needs both parents, and not both agreed.
        BothParents = "both-parents",
        /// The adolescent, who decides in confidence, refuses.
        PersonRefuses = "person-refuses",
    }
}

/// What somebody said about an act. Later ones count before earlier ones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opinion {
    /// The representative; none for the person themselves: a child's assent.
    pub by: Option<Uuid>,
    /// About which act.
    pub act: RepresentedAct,
    /// What.
    pub said: Said,
}

/// What is known of the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Position {
    /// Age.
    pub age: Age,
    /// Whether the person wishes that parents are never told (duty D10).
    pub keeps_from_parents: bool,
    /// Who acts for them.
    pub representatives: Vec<Representative>,
    /// What was said, oldest first.
    pub opinions: Vec<Opinion>,
}

impl Position {
    /// Whether it is the confidence of an adolescent: of the age, and wished.
    pub fn is_confidential(&self, ages: &Ages, day: NaiveDate) -> bool {
        self.keeps_from_parents && ages.may_be_confidential(self.age, day)
    }

    fn said(&self, by: Option<Uuid>, act: RepresentedAct) -> Option<Said> {
        self.opinions.iter().rev().find(|o| o.by == by && o.act == act).map(|o| o.said)
    }

    fn deciding(&self, act: RepresentedAct, day: NaiveDate) -> impl Iterator<Item = &Representative> {
        self.representatives
            .iter()
            .filter(move |one| one.kind.decides() && one.scope.covers(act) && one.acts_on(day))
    }
}

/// Why an act stands still; none where it may be done.
///
/// * An adolescent in confidence decides alone: parents are not asked, and their word does not count.
/// * A refusal of anybody who decides for the person blocks. For a usual act of parental authority each parent is presumed
///   to act with the other only towards who knows nothing of a disagreement (France: Code civil, article 372-2).
/// * What the setting names needs the agreement of both parents, of a parent who decides alone, or of a guardian.
/// * A child's assent is recorded and shown; their refusal is weighed by who answers, not by a rule. Who came of age is no
///   longer spoken for by parents, whatever was recorded.
pub fn hindrance(position: &Position, act: RepresentedAct, ages: &Ages, day: NaiveDate) -> Option<Hindrance> {
    if position.is_confidential(ages, day) {
        let refuses = position.said(None, act) == Some(Said::Refuses);
        return refuses.then_some(Hindrance::PersonRefuses);
    }
    let is_minor = ages.is_minor(position.age, day);
    let deciding: Vec<&Representative> = position
        .deciding(act, day)
        .filter(|one| is_minor != Some(false) || !one.kind.ends_at_majority())
        .collect();
    if deciding.iter().any(|one| position.said(Some(one.id), act) == Some(Said::Refuses)) {
        return Some(Hindrance::Disagreement);
    }
    if is_minor != Some(true) || !ages.both_parents.contains(&act) {
        return None;
    }
    let agreed = |one: &&&Representative| position.said(Some(one.id), act) == Some(Said::Agrees);
    let is_one_enough = |one: &Representative| one.is_sole || one.kind != RepresentativeKind::Parent;
    let agreeing: Vec<&&Representative> = deciding.iter().filter(agreed).collect();
    let is_enough = agreeing.len() >= 2 || agreeing.iter().any(|one| is_one_enough(one));
    (!is_enough).then_some(Hindrance::BothParents)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::enquiry::AgeBand;
    use crate::representation::{Evidence, Scope};

    const ACT: RepresentedAct = RepresentedAct::ShareOutside;

    fn day() -> NaiveDate {
        "2026-11-22".parse().unwrap()
    }

    fn ages() -> Ages {
        Ages { confidential_from: 14, ..Ages::default() }
    }

    fn parent(id: u128) -> Representative {
        Representative {
            id: Uuid::from_u128(id),
            kind: RepresentativeKind::Parent,
            scope: Scope::Everything,
            evidence: Evidence::Declared,
            is_sole: false,
            from: "2020-01-01".parse().unwrap(),
            until: None,
        }
    }

    fn said(by: Option<u128>, said: Said) -> Opinion {
        Opinion { by: by.map(Uuid::from_u128), act: ACT, said }
    }

    fn child(representatives: Vec<Representative>, opinions: Vec<Opinion>) -> Position {
        let age = Age::Band(AgeBand::Under12);
        Position { age, keeps_from_parents: false, representatives, opinions }
    }

    fn asked(position: &Position) -> Option<Hindrance> {
        hindrance(position, ACT, &ages(), day())
    }

    #[test]
    fn both_parents_are_needed_where_the_setting_says_so() {
        let both = vec![parent(1), parent(2)];
        assert_eq!(asked(&child(both.clone(), vec![])), Some(Hindrance::BothParents));
        let one = vec![said(Some(1), Said::Agrees)];
        assert_eq!(asked(&child(both.clone(), one.clone())), Some(Hindrance::BothParents));
        let two = vec![said(Some(1), Said::Agrees), said(Some(2), Said::Agrees)];
        assert_eq!(asked(&child(both.clone(), two)), None);
        let usual = RepresentedAct::HandOver;
        assert_eq!(hindrance(&child(both, one), usual, &ages(), day()), None, "a usual act needs one");
    }

    #[test]
    fn one_who_decides_alone_is_enough_and_a_trusted_person_never_is() {
        let sole = Representative { is_sole: true, ..parent(1) };
        let agrees = vec![said(Some(1), Said::Agrees)];
        assert_eq!(asked(&child(vec![sole], agrees.clone())), None);
        let guardian = Representative { kind: RepresentativeKind::Guardian, ..parent(1) };
        assert_eq!(asked(&child(vec![guardian], agrees.clone())), None);
        let trusted = Representative { kind: RepresentativeKind::TrustedPerson, ..parent(1) };
        assert_eq!(asked(&child(vec![trusted], agrees.clone())), Some(Hindrance::BothParents));
        let told_only = Representative { scope: Scope::Information, ..parent(1) };
        assert_eq!(asked(&child(vec![told_only], agrees)), Some(Hindrance::BothParents));
    }

    #[test]
    fn a_disagreement_blocks_every_act_until_it_is_taken_back() {
        let both = vec![parent(1), parent(2)];
        let mut opinions = vec![said(Some(1), Said::Agrees), said(Some(2), Said::Refuses)];
        assert_eq!(asked(&child(both.clone(), opinions.clone())), Some(Hindrance::Disagreement));
        opinions.push(said(Some(2), Said::Agrees));
        assert_eq!(asked(&child(both.clone(), opinions)), None);
        let refusal = Opinion { act: RepresentedAct::HandOver, ..said(Some(2), Said::Refuses) };
        let position = child(both, vec![refusal]);
        let usual = hindrance(&position, RepresentedAct::HandOver, &ages(), day());
        assert_eq!(usual, Some(Hindrance::Disagreement));
    }

    #[test]
    fn whose_time_is_over_no_longer_counts() {
        let over = Representative { until: Some("2026-01-01".parse().unwrap()), ..parent(2) };
        let opinions = vec![said(Some(1), Said::Agrees), said(Some(2), Said::Refuses)];
        assert_eq!(asked(&child(vec![parent(1), over], opinions)), Some(Hindrance::BothParents));
    }

    #[test]
    fn an_adolescent_in_confidence_decides_and_the_parents_are_not_asked() {
        let mut own = child(vec![parent(1)], vec![said(Some(1), Said::Refuses)]);
        own.age = Age::Born("2011-05-01".parse().unwrap());
        assert_eq!(asked(&own), Some(Hindrance::Disagreement));
        own.keeps_from_parents = true;
        assert_eq!(asked(&own), None);
        own.opinions.push(said(None, Said::Refuses));
        assert_eq!(asked(&own), Some(Hindrance::PersonRefuses));
        own.age = Age::Born("2014-05-01".parse().unwrap());
        assert_eq!(asked(&own), Some(Hindrance::Disagreement), "too young for it");
    }

    #[test]
    fn who_came_of_age_is_no_longer_spoken_for_by_parents() {
        let mut grown = child(vec![parent(1)], vec![said(Some(1), Said::Refuses)]);
        grown.age = Age::Born("2008-11-22".parse().unwrap());
        assert_eq!(asked(&grown), None);
        grown.representatives[0].kind = RepresentativeKind::LegalRepresentative;
        assert_eq!(asked(&grown), Some(Hindrance::Disagreement), "a protected adult's representative stays");
    }

    #[test]
    fn the_childs_refusal_is_recorded_and_weighed_by_a_human() {
        let both = vec![parent(1), parent(2)];
        let opinions =
            vec![said(Some(1), Said::Agrees), said(Some(2), Said::Agrees), said(None, Said::Refuses)];
        assert_eq!(asked(&child(both, opinions)), None);
    }
}
