//! The emergency summary (duty D5): what an authorised clinician opens alone and at once, and what it leaves closed. Told to others at
//! once, and looked at afterwards by somebody else ([`super::glass::may_judge`]). For anything more two persons are needed.

use crate::cell::contact::ContactRole;
use crate::cell::odyssey::VagueDate;
use crate::clinical::Entry;
use crate::clinical::entry::ProblemState;
use chrono::NaiveDate;

/// Whether an entry belongs to what an emergency needs: allergies, what is taken now, problems that go on. Variants, signs,
/// opinions and the family stay closed.
pub fn needs_entry(entry: &Entry, today: NaiveDate) -> bool {
    match entry {
        Entry::Allergy(_) => true,
        Entry::Problem(one) => one.state != Some(ProblemState::Resolved),
        Entry::Treatment(one) => one.until.is_none_or(|until: VagueDate| until.latest() >= today),
        Entry::Sign(_) | Entry::Variant(_) | Entry::Opinion(_) | Entry::Relative(_) => false,
    }
}

/// Whether somebody of the contact book is called in an emergency: who treats, who cares.
pub const fn needs_contact(role: ContactRole) -> bool {
    matches!(role, ContactRole::Gp | ContactRole::Specialist | ContactRole::Carer | ContactRole::HomeCare)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clinical::entry::{Allergy, Opinion, Problem, Treatment};
    use crate::clinical::variant::Variant;

    #[test]
    fn what_is_taken_now_is_needed_and_what_tells_the_genes_is_not() {
        let today: NaiveDate = "2026-11-23".parse().unwrap();
        let needs = |entry: Entry| needs_entry(&entry, today);
        let treatment = |until: Option<&str>| {
            let until = until.and_then(|text| text.parse().ok());
            Entry::Treatment(Treatment { text: "x".into(), until, ..Treatment::default() })
        };
        assert!(needs(Entry::Allergy(Allergy::default())));
        assert!(needs(treatment(None)) && needs(treatment(Some("2026"))), "this year is not over");
        assert!(!needs(treatment(Some("2026-11-22"))));
        let problem = |state| Entry::Problem(Problem { state: Some(state), ..Problem::default() });
        assert!(needs(problem(ProblemState::Suspected)) && !needs(problem(ProblemState::Resolved)));
        assert!(!needs(Entry::Variant(Variant::default())) && !needs(Entry::Opinion(Opinion::default())));
        assert!(needs_contact(ContactRole::Carer) && !needs_contact(ContactRole::School));
    }
}
