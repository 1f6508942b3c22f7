//! A family drawn as geneticists do: squares, circles and diamonds by generation, filled where affected, dotted where of somebody
//! nothing is known but that they are or were there. Signs after R. L. Bennett et al. 2008, see
//! [`ariane_domain::clinical::pedigree`].

use super::{Picture, escape};
use ariane_domain::clinical::kinship::{Affected, KinSex};
use ariane_domain::clinical::pedigree::{Pedigree, Who};
use std::fmt::Write as _;

/// What stands below somebody, and what the text alternative says of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Caption {
    /// Short lines below the sign.
    pub lines: Vec<String>,
    /// In words; empty for who is only implied.
    pub said: String,
}

/// Room for one person, across and down.
const ACROSS: f64 = 112.0;
const DOWN: f64 = 132.0;
/// Half the size of a sign.
const HALF: f64 = 15.0;
const EDGE: f64 = 26.0;

/// Somebody with who stands beside them and below: laid out as one, so that no two families cross.
struct Block {
    /// Left to right; the second of each is how far further right than the next place they stand.
    row: Vec<(usize, f64)>,
    below: Vec<Self>,
    width: f64,
}

struct Layout<'p> {
    pedigree: &'p Pedigree,
    x: Vec<f64>,
}

impl Layout<'_> {
    fn unions_of(&self, member: usize, but: Option<usize>) -> Vec<usize> {
        let has =
            |union: &ariane_domain::clinical::pedigree::Union| union.left == member || union.right == member;
        (0..self.pedigree.unions.len())
            .filter(|at| Some(*at) != but && has(&self.pedigree.unions[*at]))
            .collect()
    }

    fn other(&self, union: usize, member: usize) -> usize {
        let union = &self.pedigree.unions[union];
        if union.left == member { union.right } else { union.left }
    }

    fn children(&self, union: usize) -> Vec<Block> {
        self.pedigree.unions[union].children.iter().map(|child| self.block(*child)).collect()
    }

    /// Somebody with the one they have children with.
    fn block(&self, member: usize) -> Block {
        match self.unions_of(member, None).first() {
            Some(union) => self.couple(*union, 0.0),
            None => Block { row: vec![(member, 0.0)], below: Vec::new(), width: 1.0 },
        }
    }

    /// A couple, with those with whom either has other children on their sides.
    fn couple(&self, union: usize, apart: f64) -> Block {
        let (left, right) = (self.pedigree.unions[union].left, self.pedigree.unions[union].right);
        let (mut row, mut below) = (Vec::new(), Vec::new());
        for other in self.unions_of(left, Some(union)) {
            row.push((self.other(other, left), 0.0));
            below.extend(self.children(other));
        }
        row.push((left, 0.0));
        row.push((right, apart));
        below.extend(self.children(union));
        for other in self.unions_of(right, Some(union)) {
            row.push((self.other(other, right), 0.0));
            below.extend(self.children(other));
        }
        let across = row.len() as f64 + apart;
        let children: f64 = below.iter().map(|one| one.width).sum();
        Block { row, below, width: across.max(children) }
    }

    fn place(&mut self, block: &Block, from: f64) {
        let across: f64 = block.row.iter().map(|(_, apart)| 1.0 + apart).sum();
        let mut at = from + (block.width - across) / 2.0;
        for (member, apart) in &block.row {
            at += apart;
            self.x[*member] = at + 0.5;
            at += 1.0;
        }
        let children: f64 = block.below.iter().map(|one| one.width).sum();
        let mut at = from + (block.width - children) / 2.0;
        for one in &block.below {
            self.place(one, at);
            at += one.width;
        }
    }

    /// Grandparents stand above the middle of their children.
    fn above(&mut self, union: usize) {
        let union = &self.pedigree.unions[union];
        let at = |place: &usize| self.x[*place];
        let first = union.children.iter().map(at).fold(f64::INFINITY, f64::min);
        let last = union.children.iter().map(at).fold(f64::NEG_INFINITY, f64::max);
        let middle = f64::midpoint(first, last);
        self.x[union.left] = middle - 0.5;
        self.x[union.right] = middle + 0.5;
    }

    fn union_with_child(&self, child: usize) -> Option<usize> {
        self.pedigree.unions.iter().position(|union| union.children.contains(&child))
    }

    fn laid_out(mut self) -> Vec<f64> {
        let Some(parents) = self.union_with_child(0) else {
            let own = self.block(0);
            self.place(&own, 0.0);
            return self.x;
        };
        let (father, mother) = (self.pedigree.unions[parents].left, self.pedigree.unions[parents].right);
        let (paternal, maternal) = (self.union_with_child(father), self.union_with_child(mother));
        let apart = if paternal.is_some() && maternal.is_some() { 1.2 } else { 0.0 };
        let siblings = |side: Option<usize>, parent: usize| -> Vec<usize> {
            let all = side.map(|at| self.pedigree.unions[at].children.clone()).unwrap_or_default();
            all.into_iter().filter(|one| *one != parent).collect()
        };
        let mut row: Vec<Block> = siblings(paternal, father).into_iter().map(|one| self.block(one)).collect();
        row.push(self.couple(parents, apart));
        row.extend(siblings(maternal, mother).into_iter().map(|one| self.block(one)));
        let mut at = 0.0;
        for block in &row {
            self.place(block, at);
            at += block.width;
        }
        for side in [paternal, maternal].into_iter().flatten() {
            self.above(side);
        }
        self.x
    }
}

fn sign(svg: &mut String, x: f64, y: f64, member: &ariane_domain::clinical::pedigree::Member) {
    let class = match (member.who, member.affected) {
        (Who::Implied, _) => "kin implied",
        (_, Affected::Yes) => "kin affected",
        _ => "kin",
    };
    let (left, top, size) = (x - HALF, y - HALF, 2.0 * HALF);
    let _ = match member.sex {
        KinSex::Female => write!(svg, "<circle class=\"{class}\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{HALF}\"/>"),
        KinSex::Male => write!(
            svg,
            "<rect class=\"{class}\" x=\"{left:.1}\" y=\"{top:.1}\" width=\"{size}\" height=\"{size}\"/>"
        ),
        KinSex::NotSaid => write!(
            svg,
            "<path class=\"{class}\" d=\"M{x:.1} {:.1} l{d} {d} l-{d} {d} l-{d} -{d} z\"/>",
            y - HALF - 3.0,
            d = HALF + 3.0
        ),
    };
    match member.affected {
        Affected::Carrier => {
            let _ = write!(svg, "<circle class=\"carrier\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"4\"/>");
        }
        Affected::NotKnown if member.who != Who::Implied => {
            let _ = write!(
                svg,
                "<text class=\"mark\" x=\"{x:.1}\" y=\"{:.1}\" text-anchor=\"middle\">?</text>",
                y + 5.0
            );
        }
        _ => {}
    }
    if member.is_deceased {
        let _ = write!(
            svg,
            "<path class=\"line\" d=\"M{:.1} {:.1} l{d} -{d}\"/>",
            x - HALF - 6.0,
            y + HALF + 6.0,
            d = size + 12.0
        );
    }
    if member.who == Who::Proband {
        let (ax, ay) = (x - HALF - 4.0, y + HALF - 6.0);
        let _ = write!(
            svg,
            "<path class=\"line\" d=\"M{:.1} {:.1} L{ax:.1} {ay:.1} m-9 0 l9 0 l-4 8\"/>",
            ax - 18.0,
            ay + 10.0
        );
    }
}

fn lines(svg: &mut String, pedigree: &Pedigree, at: &[(f64, f64)]) {
    for union in &pedigree.unions {
        let ((left, y), (right, _)) = (at[union.left], at[union.right]);
        let (from, to) = (left.min(right) + HALF, left.max(right) - HALF);
        let rails: &[f64] = if union.is_consanguineous { &[-2.5, 2.5] } else { &[0.0] };
        for shift in rails {
            let _ = write!(svg, "<path class=\"line\" d=\"M{from:.1} {:.1} H{to:.1}\"/>", y + shift);
        }
        let Some(below) = union.children.first().map(|child| at[*child].1) else { continue };
        let (middle, bar) = (f64::midpoint(left, right), below - 42.0);
        let xs = || union.children.iter().map(|child| at[*child].0);
        let first = xs().fold(middle, f64::min);
        let last = xs().fold(middle, f64::max);
        let _ = write!(
            svg,
            "<path class=\"line\" d=\"M{middle:.1} {y:.1} V{bar:.1} M{first:.1} {bar:.1} H{last:.1}\"/>"
        );
        for x in xs() {
            let _ = write!(svg, "<path class=\"line\" d=\"M{x:.1} {bar:.1} V{:.1}\"/>", below - HALF);
        }
    }
}

/// Draws a family. `captions` are in the order of its members.
pub fn pedigree(title: &str, pedigree: &Pedigree, captions: &[Caption]) -> Picture {
    let layout = Layout { pedigree, x: vec![0.0; pedigree.members.len()] };
    let x = layout.laid_out();
    let leftmost = x.iter().copied().fold(f64::INFINITY, f64::min);
    let at: Vec<(f64, f64)> = x
        .iter()
        .zip(pedigree.generations())
        .map(|(x, level)| {
            let x = (x - leftmost).mul_add(ACROSS, EDGE + ACROSS / 2.0);
            (x, DOWN.mul_add(level as f64, EDGE + HALF))
        })
        .collect();
    let width = at.iter().map(|(x, _)| *x).fold(0.0, f64::max) + ACROSS / 2.0 + EDGE;
    let height = at.iter().map(|(_, y)| *y).fold(0.0, f64::max) + 72.0;
    let mut svg = String::new();
    lines(&mut svg, pedigree, &at);
    for ((member, (x, y)), caption) in pedigree.members.iter().zip(&at).zip(captions) {
        sign(&mut svg, *x, *y, member);
        for (number, words) in caption.lines.iter().enumerate() {
            let down = 15.0f64.mul_add(number as f64, y + HALF + 20.0);
            let class = if number == 0 { "what" } else { "when" };
            let _ = write!(
                svg,
                "<text class=\"{class}\" x=\"{x:.1}\" y=\"{down:.1}\" text-anchor=\"middle\">{}</text>",
                escape(words)
            );
        }
    }
    let said: Vec<&str> =
        captions.iter().map(|one| one.said.as_str()).filter(|said| !said.is_empty()).collect();
    let text = format!("{title} : {}", said.join(" ; "));
    let svg = format!(
        "<svg class=\"pedigree\" viewBox=\"0 0 {width:.0} {height:.0}\" width=\"{width:.0}\" height=\"{height:.0}\" role=\"img\" aria-label=\"{}\">{svg}</svg>",
        escape(&text)
    );
    Picture { svg, text }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ariane_domain::clinical::Entry;
    use ariane_domain::clinical::entry::Kept;
    use ariane_domain::clinical::kinship::{Kinship, Relative};
    use proptest::prelude::*;
    use uuid::Uuid;

    fn kept(id: u128, kinship: Kinship, child_of: Option<u128>) -> Kept {
        let relative = Relative {
            kinship,
            child_of: child_of.map(Uuid::from_u128),
            sex: kinship.sex().unwrap_or(KinSex::NotSaid),
            affected: Affected::Carrier,
            is_deceased: true,
            born: None,
            note: String::new(),
        };
        Kept { id: Uuid::from_u128(id), entry: Entry::Relative(relative) }
    }

    fn places(family: &[Kept]) -> Vec<(f64, usize)> {
        let drawn = Pedigree::of(family, true).unwrap();
        let layout = Layout { pedigree: &drawn, x: vec![0.0; drawn.members.len()] };
        layout.laid_out().into_iter().zip(drawn.generations()).collect()
    }

    fn nobody_stands_on_another(family: &[Kept]) {
        let places = places(family);
        for (at, (x, level)) in places.iter().enumerate() {
            for (other, floor) in &places[at + 1..] {
                assert!(level != floor || (x - other).abs() > 0.99, "{places:?}");
            }
        }
    }

    #[test]
    fn a_large_family_stands_apart_and_its_words_stay_text() {
        let family = [
            kept(1, Kinship::Mother, None),
            kept(2, Kinship::Father, None),
            kept(3, Kinship::PaternalGrandmother, None),
            kept(4, Kinship::MaternalGrandfather, None),
            kept(5, Kinship::PaternalUncle, None),
            kept(6, Kinship::ChildOf, Some(5)),
            kept(7, Kinship::ChildOf, Some(5)),
            kept(8, Kinship::Sister, None),
            kept(9, Kinship::ChildOf, Some(8)),
            kept(10, Kinship::ChildOf, Some(1)),
            kept(11, Kinship::Partner, None),
            kept(12, Kinship::Son, None),
        ];
        nobody_stands_on_another(&family);
        let drawn = Pedigree::of(&family, true).unwrap();
        let caption = Caption { lines: vec!["<b>".into()], said: "x".into() };
        let picture = pedigree("Famille", &drawn, &vec![caption; drawn.members.len()]);
        assert!(!picture.svg.contains("<b>") && picture.svg.contains("&lt;b&gt;"));
        assert_eq!(picture.svg.matches("class=\"carrier\"").count(), family.len());
    }

    proptest! {
        #[test]
        fn nobody_ever_stands_on_another(words in proptest::collection::vec((0..Kinship::ALL.len(), any::<prop::sample::Index>()), 1..14)) {
            let mut family: Vec<Kept> = Vec::new();
            for (at, (word, of)) in words.into_iter().enumerate() {
                let kinship = Kinship::ALL[word];
                let child_of = (kinship == Kinship::ChildOf && !family.is_empty()).then(|| family[of.index(family.len())].id.as_u128());
                let one = kept(at as u128 + 1, kinship, child_of);
                if let Ok(entry) = one.entry.clone().complete("2026-11-23".parse().unwrap())
                    && ariane_domain::clinical::entry::may_stand(&family, None, &entry).is_ok()
                {
                    family.push(one);
                }
            }
            if Pedigree::of(&family, true).is_some() {
                nobody_stands_on_another(&family);
            }
        }
    }
}
