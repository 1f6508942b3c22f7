//! What was judged of a file before anything of it is shared (F54): a dossier shows as much, and no more.

use super::content::Addition;
use crate::clinical::Entry;
use crate::code::OrphaCode;
use crate::reidentification::estimate::Estimate;
use crate::reidentification::shown::{AgeStep, Shown};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// A judgement that somebody kept, with what it was about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Judged {
    /// How exactly each attribute is shown.
    pub shown: Shown,
    /// Whether the smallest area was known: else what is shown without blurring is the country.
    pub knows_area: bool,
    /// How many people fit what is so shown; none where it is not known.
    pub estimate: Option<Estimate>,
    /// The disorder of the file at that time.
    pub disorder: String,
    /// The birth date at that time.
    pub born: Option<NaiveDate>,
    /// When.
    pub at: DateTime<Utc>,
}

/// The disorder that a dossier tells: that of the file where it has a code, else the first rare disease of the summary, else what the file
/// says in words.
pub fn disorder_told<'a>(head: &'a str, entries: impl IntoIterator<Item = &'a Entry>) -> &'a str {
    if head.parse::<OrphaCode>().is_ok() {
        return head;
    }
    let coded = entries.into_iter().filter_map(|entry| match entry {
        Entry::Problem(one) => Some(one.code.as_str()),
        _ => None,
    });
    coded.into_iter().find(|code| code.parse::<OrphaCode>().is_ok()).unwrap_or(head)
}

impl Judged {
    /// Whether it is about the file as it is now: another disorder or birth date is another question.
    pub fn is_about(&self, disorder: &str, born: Option<NaiveDate>) -> bool {
        self.disorder == disorder && self.born == born
    }

    /// Whether a dossier with these additions shows no more than was judged. Exact dates tell the age, names of places the area, a
    /// pedigree the sex.
    pub fn covers(&self, additions: &[Addition]) -> bool {
        additions.iter().all(|one| match one {
            Addition::ExactDates => self.shown.age == AgeStep::Year,
            Addition::Places => self.shown.area == 0 && self.knows_area,
            Addition::Pedigree => self.shown.sex,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clinical::entry::Problem;

    fn judged(shown: Shown) -> Judged {
        Judged {
            shown,
            knows_area: true,
            estimate: None,
            disorder: "586".into(),
            born: "1990-01-02".parse().ok(),
            at: DateTime::UNIX_EPOCH,
        }
    }

    #[test]
    fn what_goes_besides_was_judged_as_exactly() {
        let blurred = Shown { age: AgeStep::TenYears, sex: false, area: 1, ..Shown::EXACT };
        for addition in Addition::ALL {
            assert!(judged(Shown::EXACT).covers(&[addition]), "{addition}");
            let tells = matches!(addition, Addition::ExactDates | Addition::Places | Addition::Pedigree);
            assert_eq!(judged(blurred).covers(&[addition]), !tells, "{addition}");
        }
        assert!(judged(blurred).covers(&[]));
        let places = Shown { area: 0, ..blurred };
        assert!(judged(places).covers(&[Addition::Places]));
        assert!(!judged(places).covers(&[Addition::Places, Addition::ExactDates]));
        let of_the_country = Judged { knows_area: false, ..judged(places) };
        assert!(!of_the_country.covers(&[Addition::Places]), "the names of towns were not judged");
    }

    #[test]
    fn a_rare_disease_of_the_summary_counts_where_the_file_names_none_by_a_code() {
        let problem = |code: &str| {
            Entry::Problem(Problem { text: "x".into(), code: code.into(), state: None, since: None })
        };
        let entries = [problem("ICD-10:E84"), problem("ORPHA:586")];
        assert_eq!(disorder_told("77", &entries), "77");
        assert_eq!(disorder_told("eine seltene Krankheit", &entries), "ORPHA:586");
        assert_eq!(disorder_told("", &entries), "ORPHA:586");
        assert_eq!(disorder_told("unbekannt", &entries[..1]), "unbekannt");
    }

    #[test]
    fn another_disorder_or_birth_date_is_judged_anew() {
        let one = judged(Shown::EXACT);
        assert!(one.is_about("586", one.born));
        assert!(!one.is_about("587", one.born));
        assert!(!one.is_about("586", None));
    }
}
