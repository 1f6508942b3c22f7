//! Two sites with fictitious people: who is found, who is not, who is taken for somebody else.

use crate::fictitious::{Somebody, two_sites};
use ariane_linkage::comparison::{Bounds, Class, pairs};
use ariane_linkage::encoding::{Encoder, Encoding};
use ariane_linkage::secret::Secret;
use uuid::Uuid;

fn encoded(people: &[Somebody], secret: u8) -> Vec<Encoding> {
    let encoder = Encoder::new(&Secret::new([secret; 32]), Uuid::from_u128(1));
    people.iter().map(|one| one.with(|person| encoder.encode(person)).expect("a name")).collect()
}

#[test]
fn what_is_called_sure_is_right_and_most_of_who_is_at_both_sites_is_shown() {
    let (here, there, truth) = two_sites(1_500, 300, 11);
    let found = pairs(&encoded(&here, 1), &encoded(&there, 1), Bounds::default());
    let is_right = |pair: &&ariane_linkage::comparison::Pair| truth[pair.second] == Some(pair.first);
    let sure: Vec<_> = found.iter().filter(|pair| pair.class == Class::Sure).collect();
    let (shown, right) =
        (found.iter().filter(is_right).count(), sure.iter().copied().filter(is_right).count());
    assert!(right as f64 >= 0.99 * sure.len() as f64, "{right} of {} sure pairs are right", sure.len());
    assert!(sure.len() > 200, "{}", sure.len());
    assert!(shown as f64 >= 0.93 * 300.0, "{shown} of 300 are shown");
}

#[test]
fn sites_with_different_secrets_find_nobody() {
    let (here, there, _) = two_sites(400, 200, 12);
    assert!(pairs(&encoded(&here, 1), &encoded(&there, 2), Bounds::default()).is_empty());
}

#[test]
fn twins_are_never_taken_for_one_another_with_certainty() {
    let (here, _, _) = two_sites(3_000, 0, 13);
    let mut wrong = 0;
    for two in here.windows(2).filter(|two| two[0].born == two[1].born && two[0].family == two[1].family) {
        let found = pairs(&encoded(&two[..1], 1), &encoded(&two[1..], 1), Bounds::default());
        wrong += found.iter().filter(|pair| pair.class == Class::Sure).count();
    }
    assert_eq!(wrong, 0);
}
