//! The family of a clinical summary as unions and generations, for a drawing in the signs of R. L. Bennett et al., *Standardized
//! human pedigree nomenclature*, Journal of Genetic Counseling 17 (2008) 424–433. Who has to be there for the lines to meet, and
//! of whom nothing is known, is *implied*.

use super::entry::{Entry, Kept};
use super::kinship::{Affected, KinSex, Kinship, Relative};
use uuid::Uuid;

/// Who somebody of a pedigree is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// The person whose file it is.
    Proband,
    /// A relative of the summary.
    Relative(Uuid, Kinship),
    /// Somebody of whom nothing is known but that they are or were there.
    Implied,
}

/// Somebody of a pedigree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Who.
    pub who: Who,
    /// Sex.
    pub sex: KinSex,
    /// Whether they have it.
    pub affected: Affected,
    /// Whether they died.
    pub is_deceased: bool,
    /// Year of birth.
    pub born: Option<i32>,
    /// Words beside it.
    pub note: String,
}

/// Two who have children together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Union {
    /// Drawn left.
    pub left: usize,
    /// Drawn right.
    pub right: usize,
    /// Whether they are related by blood.
    pub is_consanguineous: bool,
    /// Children, in the order in which they are drawn.
    pub children: Vec<usize>,
}

/// A family. All numbers are places in `members`; the proband is the first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pedigree {
    /// Everybody.
    pub members: Vec<Member>,
    /// Everybody's children.
    pub unions: Vec<Union>,
}

struct Builder<'a> {
    relatives: Vec<(Uuid, &'a Relative)>,
    members: Vec<Member>,
    unions: Vec<Union>,
}

impl Builder<'_> {
    fn add(&mut self, member: Member) -> usize {
        self.members.push(member);
        self.members.len() - 1
    }

    fn implied(&mut self, sex: KinSex) -> usize {
        self.add(Member {
            who: Who::Implied,
            sex,
            affected: Affected::NotKnown,
            is_deceased: false,
            born: None,
            note: String::new(),
        })
    }

    /// The relatives of some words, by year of birth where it is said, each added with their own children.
    fn those(&mut self, words: &[Kinship]) -> Vec<usize> {
        let mut found: Vec<(Uuid, &Relative)> =
            self.relatives.iter().filter(|(_, one)| words.contains(&one.kinship)).copied().collect();
        found.sort_by_key(|(_, one)| one.born.unwrap_or(i32::MAX));
        found.into_iter().map(|(id, one)| self.with_children(id, one)).collect()
    }

    fn placed(&mut self, id: Uuid, one: &Relative) -> usize {
        self.add(Member {
            who: Who::Relative(id, one.kinship),
            sex: one.sex,
            affected: one.affected,
            is_deceased: one.is_deceased,
            born: one.born,
            note: one.note.clone(),
        })
    }

    fn with_children(&mut self, id: Uuid, one: &Relative) -> usize {
        let place = self.placed(id, one);
        let children = self.children_of(id);
        if !children.is_empty() {
            let other = self.implied(opposite(one.sex));
            self.unions.push(Union { left: place, right: other, is_consanguineous: false, children });
        }
        place
    }

    /// Those whose other parent is not in the summary. The rule of entries lets nobody be their own ancestor.
    fn children_of(&mut self, id: Uuid) -> Vec<usize> {
        let mut found: Vec<(Uuid, &Relative)> =
            self.relatives.iter().filter(|(_, one)| one.child_of == Some(id)).copied().collect();
        found.sort_by_key(|(_, one)| one.born.unwrap_or(i32::MAX));
        found.into_iter().map(|(child, one)| self.with_children(child, one)).collect()
    }

    fn one(&mut self, word: Kinship) -> Option<(Uuid, usize)> {
        let (id, one) = self.relatives.iter().find(|(_, one)| one.kinship == word).copied()?;
        Some((id, self.placed(id, one)))
    }

    /// A parent of the proband with their own parents and siblings, where anything is known of these.
    fn side(&mut self, parent: usize, [mother, father]: [Kinship; 2], siblings: &[Kinship], is_left: bool) {
        let (mother, father) = (self.one(mother), self.one(father));
        let siblings = self.those(siblings);
        if mother.is_none() && father.is_none() && siblings.is_empty() {
            return;
        }
        let right = match mother {
            Some((_, place)) => place,
            None => self.implied(KinSex::Female),
        };
        let left = match father {
            Some((_, place)) => place,
            None => self.implied(KinSex::Male),
        };
        // The parent stands on the inner side, beside the other parent.
        let children = match is_left {
            true => siblings.into_iter().chain([parent]).collect(),
            false => [parent].into_iter().chain(siblings).collect(),
        };
        self.unions.push(Union { left, right, is_consanguineous: false, children });
    }
}

const fn opposite(sex: KinSex) -> KinSex {
    match sex {
        KinSex::Female => KinSex::Male,
        KinSex::Male => KinSex::Female,
        KinSex::NotSaid => KinSex::NotSaid,
    }
}

impl Pedigree {
    /// The family of those entries that are relatives; none where there are none besides the person. `are_parents_related` is what
    /// the household says of them. Where the person is not written down, they are drawn as affected: it is their file.
    pub fn of(entries: &[Kept], are_parents_related: bool) -> Option<Self> {
        let relatives: Vec<(Uuid, &Relative)> = entries
            .iter()
            .filter_map(|one| match &one.entry {
                Entry::Relative(relative) => Some((one.id, relative)),
                _ => None,
            })
            .collect();
        let (own, relatives): (Vec<_>, Vec<_>) =
            relatives.into_iter().partition(|(_, one)| one.kinship == Kinship::Proband);
        if relatives.is_empty() {
            return None;
        }
        let own = own.first().map(|(_, one)| *one);
        let sex = own.map_or(KinSex::NotSaid, |one| one.sex);
        let mut build = Builder { relatives, members: Vec::new(), unions: Vec::new() };
        let proband = build.add(Member {
            who: Who::Proband,
            sex,
            affected: own.map_or(Affected::Yes, |one| one.affected),
            is_deceased: own.is_some_and(|one| one.is_deceased),
            born: own.and_then(|one| one.born),
            note: own.map(|one| one.note.clone()).unwrap_or_default(),
        });
        build.descendants(proband, sex);
        build.ancestors(proband, are_parents_related);
        Some(Self { members: build.members, unions: build.unions })
    }
}

impl Builder<'_> {
    fn descendants(&mut self, proband: usize, sex: KinSex) {
        let children = self.those(&[Kinship::Daughter, Kinship::Son, Kinship::Child]);
        let partner = self.one(Kinship::Partner);
        if children.is_empty() && partner.is_none() {
            return;
        }
        let right = match partner {
            Some((_, place)) => place,
            None => self.implied(opposite(sex)),
        };
        self.unions.push(Union { left: proband, right, is_consanguineous: false, children });
        if let Some((id, place)) = partner {
            let others = self.children_of(id);
            self.with_another(place, others);
        }
    }

    /// Children of somebody and of a person that the summary does not know.
    fn with_another(&mut self, parent: usize, children: Vec<usize>) {
        if !children.is_empty() {
            let other = self.implied(opposite(self.members[parent].sex));
            self.unions.push(Union { left: parent, right: other, is_consanguineous: false, children });
        }
    }

    fn ancestors(&mut self, proband: usize, are_parents_related: bool) {
        let (father, mother) = (self.one(Kinship::Father), self.one(Kinship::Mother));
        let siblings = self.those(&[Kinship::Sister, Kinship::Brother, Kinship::Sibling]);
        let known = |words: &[Kinship]| self.relatives.iter().any(|(_, one)| words.contains(&one.kinship));
        let is_above = known(&PATERNAL) || known(&MATERNAL);
        if father.is_none() && mother.is_none() && siblings.is_empty() && !is_above {
            return;
        }
        let left = match father {
            Some((_, place)) => place,
            None => self.implied(KinSex::Male),
        };
        let right = match mother {
            Some((_, place)) => place,
            None => self.implied(KinSex::Female),
        };
        let children = [proband].into_iter().chain(siblings).collect();
        self.unions.push(Union { left, right, is_consanguineous: are_parents_related, children });
        for (parent, place) in [(father, left), (mother, right)] {
            if let Some((id, _)) = parent {
                let others = self.children_of(id);
                self.with_another(place, others);
            }
        }
        self.side(left, [PATERNAL[0], PATERNAL[1]], &PATERNAL[2..], true);
        self.side(right, [MATERNAL[0], MATERNAL[1]], &MATERNAL[2..], false);
    }
}

const PATERNAL: [Kinship; 4] = [
    Kinship::PaternalGrandmother,
    Kinship::PaternalGrandfather,
    Kinship::PaternalAunt,
    Kinship::PaternalUncle,
];
const MATERNAL: [Kinship; 4] = [
    Kinship::MaternalGrandmother,
    Kinship::MaternalGrandfather,
    Kinship::MaternalAunt,
    Kinship::MaternalUncle,
];

impl Pedigree {
    /// The generation of each member, the oldest at 0.
    pub fn generations(&self) -> Vec<usize> {
        let mut found: Vec<Option<i32>> = vec![None; self.members.len()];
        if let Some(first) = found.first_mut() {
            *first = Some(0);
        }
        // Each round carries what is known one union further; a family has no more unions than that.
        for _ in 0..=self.unions.len() {
            for union in &self.unions {
                let couple = found[union.left].or(found[union.right]);
                let below = union.children.iter().find_map(|child| found[*child]);
                let Some(level) = couple.or(below.map(|level| level - 1)) else { continue };
                for place in [union.left, union.right] {
                    found[place] = Some(level);
                }
                for child in &union.children {
                    found[*child] = Some(level + 1);
                }
            }
        }
        let oldest = found.iter().flatten().min().copied().unwrap_or(0);
        found.iter().map(|level| usize::try_from(level.unwrap_or(0) - oldest).unwrap_or(0)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(id: u128, kinship: Kinship, child_of: Option<u128>) -> Kept {
        let relative = Relative {
            kinship,
            child_of: child_of.map(Uuid::from_u128),
            sex: kinship.sex().unwrap_or(KinSex::NotSaid),
            affected: Affected::No,
            is_deceased: false,
            born: None,
            note: String::new(),
        };
        Kept { id: Uuid::from_u128(id), entry: Entry::Relative(relative) }
    }

    fn generation(pedigree: &Pedigree, kinship: Kinship) -> usize {
        let is_it = |one: &Member| matches!(one.who, Who::Relative(_, found) if found == kinship);
        pedigree.generations()[pedigree.members.iter().position(is_it).unwrap()]
    }

    #[test]
    fn without_relatives_nothing_is_drawn() {
        assert_eq!(Pedigree::of(&[kept(1, Kinship::Proband, None)], true), None);
    }

    #[test]
    fn everybody_stands_in_their_generation_and_is_somebodys_child_once() {
        let family = [
            kept(1, Kinship::Mother, None),
            kept(2, Kinship::PaternalGrandmother, None),
            kept(3, Kinship::MaternalUncle, None),
            kept(4, Kinship::ChildOf, Some(3)),
            kept(5, Kinship::Brother, None),
            kept(6, Kinship::Daughter, None),
            kept(7, Kinship::ChildOf, Some(1)),
        ];
        let pedigree = Pedigree::of(&family, false).unwrap();
        let levels: Vec<usize> = [
            Kinship::PaternalGrandmother,
            Kinship::Mother,
            Kinship::MaternalUncle,
            Kinship::Brother,
            Kinship::Daughter,
        ]
        .map(|kinship| generation(&pedigree, kinship))
        .to_vec();
        assert_eq!(levels, [0, 1, 1, 2, 3]);
        assert_eq!(generation(&pedigree, Kinship::ChildOf), 2, "a cousin, and a half-sister of the mother's");
        let mut children: Vec<usize> =
            pedigree.unions.iter().flat_map(|union| union.children.clone()).collect();
        let count = children.len();
        children.sort_unstable();
        children.dedup();
        assert_eq!(children.len(), count);
        // Both grandfathers, the maternal grandmother, the father, the uncle's partner, the mother's other one, the person's partner.
        assert_eq!(pedigree.members.iter().filter(|one| one.who == Who::Implied).count(), 7);
    }

    #[test]
    fn related_parents_are_said_and_only_theirs() {
        let pedigree =
            Pedigree::of(&[kept(1, Kinship::Mother, None), kept(2, Kinship::Son, None)], true).unwrap();
        let related = |union: &&Union| union.is_consanguineous;
        assert_eq!(pedigree.unions.iter().filter(related).count(), 1);
        assert_eq!(pedigree.unions.iter().find(related).unwrap().children, [0]);
    }
}
