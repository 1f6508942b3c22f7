//! Relatives in words and drawn. None is named: each is who they are to the person.

use crate::pages::visit::Visit;
use crate::pictures::Picture;
use crate::pictures::pedigree::{Caption, pedigree};
use ariane_domain::clinical::Entry;
use ariane_domain::clinical::entry::Kept;
use ariane_domain::clinical::kinship::{Affected, KinSex, Kinship, Relative};
use ariane_domain::clinical::pedigree::{Member, Pedigree, Who};

/// Longest line below a sign, in characters.
const LINE: usize = 17;

/// Who a relative is.
pub(super) fn title(visit: &Visit, one: &Relative, all: &[Kept]) -> String {
    let t = visit.t;
    let parent = one.child_of.and_then(|id| all.iter().find(|kept| kept.id == id));
    match parent.map(|kept| &kept.entry) {
        Some(Entry::Relative(parent)) => t.w("clinical-child-of", "parent", &title(visit, parent, all)),
        _ => t.k("kinship", one.kinship.word()),
    }
}

/// What is known of a relative.
pub(super) fn facts(visit: &Visit, one: &Relative) -> String {
    let t = visit.t;
    let sex = one.kinship.sex().is_none() && one.sex != KinSex::NotSaid;
    let all = [
        sex.then(|| t.k("kin-sex", one.sex.word())),
        one.born.map(|year| t.w("clinical-born", "year", &year.to_string())),
        one.is_deceased.then(|| t.s("clinical-deceased")),
        Some(t.k("affected", one.affected.word())),
    ];
    all.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn wrapped(text: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let last = lines.len() - 1;
        if lines[last].is_empty() {
            lines[last].push_str(word);
        } else if lines[last].chars().count() + 1 + word.chars().count() <= LINE {
            lines[last].push(' ');
            lines[last].push_str(word);
        } else {
            lines.push(word.to_owned());
        }
    }
    lines.truncate(2);
    lines
}

fn caption(visit: &Visit, member: &Member, all: &[Kept]) -> Caption {
    let t = visit.t;
    let (name, kinship) = match member.who {
        Who::Implied => return Caption::default(),
        Who::Proband => (t.k("kinship", Kinship::Proband.word()), String::new()),
        Who::Relative(id, kinship) => {
            let found = all.iter().find(|kept| kept.id == id).map(|kept| &kept.entry);
            let name = match found {
                Some(Entry::Relative(one)) => title(visit, one, all),
                _ => t.k("kinship", kinship.word()),
            };
            // What `child of` means stands in the drawing.
            (name, if kinship == Kinship::ChildOf { String::new() } else { t.k("kinship", kinship.word()) })
        }
    };
    let affected = match member.affected {
        Affected::NotKnown => String::new(),
        known => t.k("affected", known.word()),
    };
    let born = member.born.map(|year| t.w("clinical-born", "year", &year.to_string())).unwrap_or_default();
    let mut lines = if member.who == Who::Proband { wrapped(&name) } else { wrapped(&kinship) };
    lines.extend([born.clone()].into_iter().filter(|line| !line.is_empty()));
    lines.retain(|line| !line.is_empty());
    let deceased = if member.is_deceased { t.s("clinical-deceased") } else { String::new() };
    let said = [name, affected, born, deceased, member.note.clone()];
    let said = said.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    Caption { lines, said }
}

/// The family of the entries; none where they name no relative.
pub(super) fn drawn(visit: &Visit, all: &[Kept], are_parents_related: bool) -> Option<Picture> {
    let family = Pedigree::of(all, are_parents_related)?;
    let captions: Vec<Caption> = family.members.iter().map(|member| caption(visit, member, all)).collect();
    let t = visit.t;
    let title = match are_parents_related {
        true => t.s("clinical-pedigree-related"),
        false => t.s("clinical-pedigree"),
    };
    Some(pedigree(&title, &family, &captions))
}
