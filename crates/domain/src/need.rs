//! What a person asks for: the seven natures of seed 000, each with sub-needs drawn from seed 001.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// The nature of a request, in the order of seed 000 ("Nature des demandes").
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Nature {
    /// Information on the disease, treatments and research.
    Information,
    /// Looking for specialised professionals.
    Professionals,
    /// Advice on school or work.
    SchoolWork,
    /// Administrative steps.
    Administrative,
    /// Advice on the care pathway.
    CarePathway,
    /// Reimbursement problems: medicines, devices, technical equipment.
    Reimbursement,
    /// Psychological support.
    PsychologicalSupport,
}

impl Nature {
    /// All seven, in the order of the seed.
    pub const ALL: [Nature; 7] = [
        Self::Information,
        Self::Professionals,
        Self::SchoolWork,
        Self::Administrative,
        Self::CarePathway,
        Self::Reimbursement,
        Self::PsychologicalSupport,
    ];

    /// Stable code, as in `starter/needs.toml`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Information => "information",
            Self::Professionals => "professionals",
            Self::SchoolWork => "school-work",
            Self::Administrative => "administrative",
            Self::CarePathway => "care-pathway",
            Self::Reimbursement => "reimbursement",
            Self::PsychologicalSupport => "psychological-support",
        }
    }

    /// The sub-needs that Ariane knows below this nature.
    pub const fn sub_needs(self) -> &'static [&'static str] {
        match self {
            Self::Information => &["disease", "treatment", "research", "inheritance", "documents"],
            Self::Professionals => {
                &["expert-centre", "diagnosis", "second-opinion", "laboratory", "telemedicine"]
            }
            Self::SchoolWork => &["school", "studies", "work"],
            Self::Administrative => &["disability", "benefits", "treatment-abroad", "carer-leave", "legal"],
            Self::CarePathway => &[
                "coordination",
                "transition",
                "therapeutic-education",
                "home-care",
                "palliative-care",
                "adapted-activity",
                "prescription",
                "respite",
            ],
            Self::Reimbursement => &["medicines", "devices", "equipment"],
            Self::PsychologicalSupport => &["psychologist", "peer-support", "relatives", "isolation"],
        }
    }
}

/// A nature of request, or one of its sub-needs: `school-work` or `school-work/school`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NeedCode {
    /// One of the seven natures.
    pub nature: Nature,
    /// One of [`Nature::sub_needs`], or none for the nature as a whole.
    pub sub: Option<&'static str>,
}

impl NeedCode {
    /// Whether a service offered under `self` answers a request for `asked`.
    ///
    /// A request for a nature is answered by each of its sub-needs; a request for a sub-need by that
    /// sub-need, or by an offer that covers the whole nature.
    pub fn answers(self, asked: NeedCode) -> bool {
        self.nature == asked.nature && (asked.sub.is_none() || self.sub.is_none() || self.sub == asked.sub)
    }

    /// The codes of all requests that are of this kind: itself, and for a nature each of its sub-needs.
    pub fn codes_within(self) -> Vec<String> {
        let subs = if self.sub.is_none() { self.nature.sub_needs() } else { &[] };
        let below = subs.iter().map(|sub| NeedCode { nature: self.nature, sub: Some(sub) }.to_string());
        std::iter::once(self.to_string()).chain(below).collect()
    }

    /// Palliative care is shown when it is sought and never pushed by a disease (duty D37).
    pub fn only_when_sought(self) -> bool {
        self.sub == Some("palliative-care")
    }
}

impl fmt::Display for NeedCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.sub {
            Some(sub) => write!(f, "{}/{sub}", self.nature.code()),
            None => f.write_str(self.nature.code()),
        }
    }
}

/// The text is not one of the need codes.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown need `{0}`; write a nature or nature/sub-need, e.g. school-work/school")]
pub struct UnknownNeed(pub String);

impl FromStr for NeedCode {
    type Err = UnknownNeed;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let unknown = || UnknownNeed(text.chars().take(60).collect());
        let (nature, sub) = match text.trim().split_once('/') {
            Some((nature, sub)) => (nature, Some(sub)),
            None => (text.trim(), None),
        };
        let nature = Nature::ALL.into_iter().find(|n| n.code() == nature).ok_or_else(unknown)?;
        let sub = match sub {
            None => None,
            Some(sub) => Some(*nature.sub_needs().iter().find(|known| **known == sub).ok_or_else(unknown)?),
        };
        Ok(Self { nature, sub })
    }
}

impl Serialize for NeedCode {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for NeedCode {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn need(text: &str) -> NeedCode {
        text.parse().unwrap_or_else(|e| panic!("{e}"))
    }

    #[test]
    fn every_code_reads_back_as_itself() {
        for nature in Nature::ALL {
            assert_eq!(need(nature.code()).to_string(), nature.code());
            for sub in nature.sub_needs() {
                let code = format!("{}/{sub}", nature.code());
                assert_eq!(need(&code).to_string(), code);
            }
        }
    }

    #[test]
    fn an_offer_answers_its_own_sub_need_and_its_nature() {
        assert!(need("school-work/school").answers(need("school-work/school")));
        assert!(need("school-work/school").answers(need("school-work")));
        assert!(need("school-work").answers(need("school-work/work")));
        assert!(!need("school-work/school").answers(need("school-work/work")));
        assert!(!need("school-work").answers(need("administrative")));
    }

    #[test]
    fn a_sub_need_of_another_nature_is_refused() {
        assert!("school-work/respite".parse::<NeedCode>().is_err());
        assert!("money".parse::<NeedCode>().is_err());
    }
}
