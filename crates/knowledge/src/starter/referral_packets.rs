//! What goes along with a referral, per kind of recipient: data, and generic requirements of our own.

use ariane_domain::referral::packet::{PacketRule, PacketRules};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    packet: Vec<PacketRule>,
}

/// Reads them.
///
/// # Errors
/// A text that is not TOML, or a word that is not known.
pub fn parse(text: &str) -> Result<PacketRules, toml::de::Error> {
    toml::from_str::<File>(text).map(|file| PacketRules(file.packet))
}

/// Those that come with the program.
pub fn rules() -> PacketRules {
    parse(&String::from_utf8_lossy(&super::file("referral_packets.toml"))).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use ariane_domain::referral::ReferralKind;
    use ariane_domain::referral::packet::PacketPart;

    #[test]
    fn every_kind_has_a_rule_and_no_association_is_sent_a_summary() {
        let text = String::from_utf8_lossy(&super::super::file("referral_packets.toml")).into_owned();
        let rules = super::parse(&text).unwrap();
        for kind in ReferralKind::ALL {
            let rule = rules.of(kind);
            assert!(rules.0.contains(&rule), "{kind}");
            assert!(rule.needs.contains(&PacketPart::Question) && rule.needs.contains(&PacketPart::Identity));
            assert!(!rule.takes.iter().any(|part| rule.needs.contains(part)), "{kind}: said twice");
        }
        assert!(!rules.of(ReferralKind::Association).holds(PacketPart::Summary));
        assert!(super::parse("[[packet]]\nkind = \"centre\"\nneeds = [\"blood\"]").is_err());
    }
}
