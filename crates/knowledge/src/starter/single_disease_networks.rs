//! Networks whose name is that of one disease: a person who only described signs is not shown them, because
//! the name would be a diagnosis (duties D2 and D9).

use super::table::own;

/// Ids of those networks.
pub fn all() -> Vec<String> {
    own("single_disease_networks.csv")
        .iter()
        .map(|row| row.get("network").to_owned())
        .filter(|n| !n.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::directory::Directory;

    #[test]
    fn every_one_is_in_the_directory() {
        let directory = Directory::starter();
        let all = super::all();
        assert!(!all.is_empty());
        for id in all {
            assert!(directory.get(&id).is_some(), "{id}");
        }
    }
}
