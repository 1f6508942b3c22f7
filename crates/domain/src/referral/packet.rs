//! What is sent with a referral: complete, or what is missing.
//!
//! What a kind of recipient needs is data of the installation (`starter/referral_packets.toml`): generic requirements of our own, and
//! none of a real hospital. What is in neither list of a kind is left out of the packet, however complete the file is.

use super::kind::ReferralKind;
use crate::stable::stable_words;
use serde::{Deserialize, Serialize};

stable_words! {
    /// A part of what is sent.
    pub enum PacketPart in "packet-part" {
        /// What is asked of the recipient.
        Question = "question",
        /// Who it is: name and birth date.
        Identity = "identity",
        /// How the person is reached.
        Contact = "contact",
        /// The language in which they are spoken to.
        Language = "language",
        /// The disorder, known or suspected.
        Disorder = "disorder",
        /// The summary that both coordinators stand behind.
        Summary = "summary",
        /// The treating doctor, who decides and explains (duty D20).
        TreatingDoctor = "treating-doctor",
        /// The family doctor and how they are reached.
        Gp = "gp",
        /// Documents of the file, chosen one by one.
        Documents = "documents",
    }
}

stable_words! {
    /// What must hold besides before it is sent.
    pub enum PacketGate in "packet-gate" {
        /// The person agreed that this is passed on to this recipient, where that is needed (duty D14).
        Agreement = "agreement",
        /// Who decides for the person is not against it (duty D23).
        Representatives = "representatives",
        /// Genetic results are passed on only where the person was asked about them (duty D25).
        Genetics = "genetics",
        /// Only a health professional sends there (duty D17).
        Professional = "professional",
        /// The recipient stands in the directory, and is not marked closed.
        Listed = "listed",
        /// There is a way to reach the recipient.
        Reachable = "reachable",
        /// The person is alive (duty D6).
        Alive = "alive",
    }
}

/// What a kind of recipient needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PacketRule {
    /// Kind.
    pub kind: ReferralKind,
    /// Without these it is not sent.
    pub needs: Vec<PacketPart>,
    /// These go along where they are there.
    #[serde(default)]
    pub takes: Vec<PacketPart>,
}

impl PacketRule {
    /// Whether a part goes along.
    pub fn holds(&self, part: PacketPart) -> bool {
        self.needs.contains(&part) || self.takes.contains(&part)
    }
}

/// The rules of an installation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PacketRules(pub Vec<PacketRule>);

impl PacketRules {
    /// The rule of a kind. A kind without one is sent the question and the name, which are never left out.
    pub fn of(&self, kind: ReferralKind) -> PacketRule {
        let found = self.0.iter().find(|rule| rule.kind == kind).cloned();
        found.unwrap_or_else(|| PacketRule {
            kind,
            needs: vec![PacketPart::Question, PacketPart::Identity],
            takes: Vec::new(),
        })
    }
}

/// Something that is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// A part.
    Part(PacketPart),
    /// Something that must hold.
    Gate(PacketGate),
}

impl Missing {
    /// Family of its words, and its word.
    pub const fn word(self) -> (&'static str, &'static str) {
        match self {
            Self::Part(part) => (PacketPart::FAMILY, part.word()),
            Self::Gate(gate) => (PacketGate::FAMILY, gate.word()),
        }
    }
}

/// What is there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Held {
    /// Parts.
    pub parts: Vec<PacketPart>,
    /// What holds.
    pub gates: Vec<PacketGate>,
}

/// What is missing; nothing where the packet may be sent.
pub fn missing(rule: &PacketRule, held: &Held) -> Vec<Missing> {
    let parts =
        PacketPart::ALL.into_iter().filter(|part| rule.needs.contains(part) && !held.parts.contains(part));
    let gates = PacketGate::ALL.into_iter().filter(|gate| !held.gates.contains(gate));
    parts.map(Missing::Part).chain(gates.map(Missing::Gate)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rule() -> PacketRule {
        PacketRule {
            kind: ReferralKind::Centre,
            needs: vec![PacketPart::Question, PacketPart::Summary],
            takes: vec![PacketPart::Documents],
        }
    }

    #[test]
    fn a_packet_is_complete_or_says_what_is_missing() {
        let mut held = Held { parts: vec![PacketPart::Question], gates: PacketGate::ALL.to_vec() };
        assert_eq!(missing(&rule(), &held), [Missing::Part(PacketPart::Summary)]);
        held.parts.push(PacketPart::Summary);
        assert_eq!(missing(&rule(), &held), [], "documents go along where they are there");
        held.gates.retain(|gate| *gate != PacketGate::Agreement);
        assert_eq!(missing(&rule(), &held), [Missing::Gate(PacketGate::Agreement)]);
    }

    #[test]
    fn a_kind_without_a_rule_takes_nothing_of_the_file() {
        let rule = PacketRules::default().of(ReferralKind::Association);
        assert!(!rule.holds(PacketPart::Summary) && !rule.holds(PacketPart::Documents));
        assert!(rule.holds(PacketPart::Question));
    }

    proptest! {
        #[test]
        fn no_gate_can_be_made_up_for_by_parts(
            parts in prop::collection::vec(0_usize..PacketPart::ALL.len(), 0..12),
            closed in 0_usize..PacketGate::ALL.len(),
        ) {
            let gates = PacketGate::ALL.into_iter().filter(|gate| *gate != PacketGate::ALL[closed]).collect();
            let parts = parts.into_iter().map(|n| PacketPart::ALL[n]).collect();
            let found = missing(&rule(), &Held { parts, gates });
            prop_assert!(found.contains(&Missing::Gate(PacketGate::ALL[closed])));
        }
    }
}
