//! Remarks and refusals of the ranking, in plain words.

use super::describe::too_many;
use super::sign_label::{Label, label_of_id};
use super::visit::Visit;
use ariane_ranking::{Refusal, Remark};

fn quoted(label: &Label) -> String {
    format!("{} ({})", label.text, label.code)
}

/// A remark in words.
pub fn remark(visit: &Visit, remark: &Remark) -> String {
    let t = visit.t;
    let code = |id: u32| ariane_knowledge::phenotype::ontology::code(id);
    let name = |id: u32| quoted(&label_of_id(visit, id));
    match remark {
        Remark::Replaced { from, to } => t.ww("remark-replaced", ("from", &code(*from)), ("to", &name(*to))),
        Remark::Retired { id, consider } if consider.is_empty() => t.w("remark-retired", "code", &code(*id)),
        Remark::Retired { id, consider } => {
            let others: Vec<String> = consider.iter().map(|c| name(*c)).collect();
            t.ww("remark-retired-consider", ("code", &code(*id)), ("others", &others.join(", ")))
        }
        Remark::NotASign { id } => t.w("remark-not-a-sign", "code", &name(*id)),
        Remark::Unknown { id } => t.w("remark-unknown", "code", &code(*id)),
        Remark::Contradiction { observed, excluded } => {
            t.ww("remark-contradiction", ("observed", &name(*observed)), ("excluded", &name(*excluded)))
        }
    }
}

/// A refusal in words.
pub fn refusal(visit: &Visit, refusal: &Refusal) -> String {
    let t = visit.t;
    match refusal {
        Refusal::TooManySigns { given } => too_many(visit, *given),
        Refusal::NoSign => t.s("refusal-no-sign"),
        Refusal::OnlyExcluded => t.s("refusal-only-excluded"),
        Refusal::NoReference => t.s("refusal-no-reference"),
    }
}
