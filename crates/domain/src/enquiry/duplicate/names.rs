//! How like two names are, as sequences of folded words.

/// How like two names are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Likeness {
    /// Nothing in common that counts.
    Different,
    /// One has a part more than the other: "Marie Anne Weber", "Anne Weber".
    PartMissing,
    /// Spelt alike: a letter more, less, other or exchanged.
    Similar,
    /// The same parts in any order: "Weber Anne", "Anne Weber".
    Same,
}

/// Letters below which a slip makes another name of a part: "Eva" is not "Ida".
const SHORT: usize = 4;

/// Jaro-Winkler likeness from which two parts may be one. Winkler (1990) matches names of a census from 0.88 to 0.92.
const ALIKE: f64 = 0.90;

/// Whether two parts of a name may be one, written twice.
fn parts_alike(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    let shorter = a.chars().count().min(b.chars().count());
    if shorter < SHORT {
        return false;
    }
    let edits = strsim::osa_distance(a, b);
    edits <= 1
        || (edits == 2 && shorter >= 8)
        || (edits == 2 && strsim::jaro_winkler(a, b) >= ALIKE && shorter >= 6)
}

/// Pairs each part of the shorter name with a part of the longer; how many pairs fit exactly, and how many at all.
fn pairs(short: &[String], long: &[String]) -> (usize, usize) {
    let mut free: Vec<&String> = long.iter().collect();
    let mut left = Vec::new();
    let mut exact = 0;
    for part in short {
        match free.iter().position(|other| *other == part) {
            Some(at) => {
                free.swap_remove(at);
                exact += 1;
            }
            None => left.push(part),
        }
    }
    let mut alike = exact;
    for part in left {
        if let Some(at) = free.iter().position(|other| parts_alike(part, other)) {
            free.swap_remove(at);
            alike += 1;
        }
    }
    (exact, alike)
}

/// Compares two names, given as folded words ("müller-weiß, Anne" as `muller`, `weiss`, `anne`).
pub fn likeness(a: &[String], b: &[String]) -> Likeness {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if short.is_empty() {
        return Likeness::Different;
    }
    let (exact, alike) = pairs(short, long);
    let all = short.len();
    if all == long.len() {
        return match (exact, alike) {
            (exact, _) if exact == all => Likeness::Same,
            (exact, alike) if alike == all && (exact > 0 || all == 1) => Likeness::Similar,
            // Written together or apart: "anne marie", "annemarie".
            _ if a.concat() == b.concat() => Likeness::Similar,
            _ => Likeness::Different,
        };
    }
    if a.concat() == b.concat() {
        return Likeness::Similar;
    }
    // One part alone says too little: there are many with one first name.
    if all >= 2 && alike == all && exact + 1 >= all { Likeness::PartMissing } else { Likeness::Different }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn like(a: &str, b: &str) -> Likeness {
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        let (one, other) = (likeness(&words(a), &words(b)), likeness(&words(b), &words(a)));
        assert_eq!(one, other, "{a} / {b}");
        one
    }

    #[test]
    fn the_order_of_parts_does_not_matter() {
        assert_eq!(like("anne weber", "weber anne"), Likeness::Same);
    }

    #[test]
    fn slips_of_the_pen_are_similar() {
        for (a, b) in [
            ("anne weber", "anne webre"),
            ("anne weber", "anne webber"),
            ("anne schmit", "anne schmitt"),
            ("jean muller", "jean mueller"),
            ("catherine da silva", "katherine da silva"),
            ("anne marie weber", "annemarie weber"),
            ("fernandes", "fernandez"),
        ] {
            assert_eq!(like(a, b), Likeness::Similar, "{a} / {b}");
        }
    }

    #[test]
    fn a_missing_part_is_noticed() {
        assert_eq!(like("marie anne weber", "anne weber"), Likeness::PartMissing);
        assert_eq!(like("maria da silva santos", "maria santos"), Likeness::PartMissing);
        assert_eq!(like("anne", "anne weber"), Likeness::Different);
    }

    #[test]
    fn other_people_are_other_people() {
        for (a, b) in [
            ("anne weber", "anne muller"),
            ("eva koch", "ida koch"),
            ("jean weber", "marc weber"),
            ("marie santos", "mario silva"),
            ("", ""),
            ("anne", ""),
        ] {
            assert_eq!(like(a, b), Likeness::Different, "{a} / {b}");
        }
    }

    #[test]
    fn a_repeated_part_needs_its_own_partner() {
        assert_eq!(like("anne anne weber", "anne weber weber"), Likeness::Different);
    }
}
