//! What a laboratory says of its work, and what it does not say (duty D41).

use super::shell::Link;
use super::visit::Visit;
use ariane_domain::OrphaCode;
use ariane_domain::organisation::{Kind, Organisation};

/// A test with the disorders that it is for.
pub struct Test {
    /// As the laboratory names it.
    pub name: String,
    /// Disorders or groups.
    pub disorders: Vec<Link>,
}

/// Ready to read; what is empty was not stated.
pub struct Work {
    /// Tests.
    pub tests: Vec<Test>,
    /// Accreditation.
    pub accreditation: String,
    /// Time from sample to result.
    pub turnaround: String,
    /// Who may ask for a test.
    pub prescribers: String,
    /// Address of the request form.
    pub request_form: String,
}

/// The work of a laboratory; none for other kinds.
pub fn work(
    visit: &Visit,
    organisation: &Organisation,
    disorder: impl Fn(OrphaCode) -> Link,
) -> Option<Work> {
    if organisation.kind != Kind::Laboratory {
        return None;
    }
    let t = visit.t;
    let told = organisation.laboratory.clone().unwrap_or_default();
    Some(Work {
        tests: told
            .tests
            .into_iter()
            .map(|test| Test {
                name: test.name,
                disorders: test.disorders.into_iter().map(&disorder).collect(),
            })
            .collect(),
        accreditation: told.accreditation,
        turnaround: match told.turnaround_days {
            None => String::new(),
            Some((from, to)) if from == to => t.n("laboratory-days", usize::from(to)),
            Some((from, to)) => {
                t.ww("laboratory-days-range", ("from", &from.to_string()), ("to", &to.to_string()))
            }
        },
        prescribers: told
            .prescribers
            .iter()
            .map(|p| t.k("prescriber", p.word()))
            .collect::<Vec<_>>()
            .join(", "),
        request_form: told.request_form,
    })
}
