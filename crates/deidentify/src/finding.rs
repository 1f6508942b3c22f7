//! What was found, why, and what becomes of it.

use crate::replacement;
use ariane_domain::Language;
use serde::Serialize;
use std::ops::Range;

/// What a finding is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A person's name, given or family, or initials.
    Name,
    /// A date that names more than a year.
    Date,
    /// A telephone or fax number.
    Phone,
    /// A mail address.
    Mail,
    /// A web address or an account's name.
    Web,
    /// A postal address or a part of one.
    Address,
    /// The name of a place.
    Place,
    /// A number of a record, an insurance, an account.
    Number,
    /// A hospital, school, employer named.
    Institution,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Kind; 9] = [
        Self::Name,
        Self::Date,
        Self::Phone,
        Self::Mail,
        Self::Web,
        Self::Address,
        Self::Place,
        Self::Number,
        Self::Institution,
    ];

    /// Stable word, as in JSON.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Date => "date",
            Self::Phone => "phone",
            Self::Mail => "mail",
            Self::Web => "web",
            Self::Address => "address",
            Self::Place => "place",
            Self::Number => "number",
            Self::Institution => "institution",
        }
    }

    /// Whether a form (digits, signs, fixed words) gives it away, rather than the sense of the sentence.
    pub const fn is_structured(self) -> bool {
        !matches!(self, Self::Name | Self::Place | Self::Institution | Self::Address)
    }
}

/// Why something was found; shown beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Evidence {
    /// It is written in the case file.
    Known,
    /// It differs by a typing error from what is written in the case file.
    KnownWithTypo,
    /// Its form gives it away.
    Form,
    /// The check digits of a published scheme come out.
    CheckDigits(&'static str),
    /// A word before it says what it is.
    ContextWord,
    /// A title or an office stands before it.
    Title,
    /// A word of kinship stands before it.
    Kinship,
    /// A word that introduces a name stands before it.
    Introduction,
    /// It stands where letters greet or sign.
    Letter,
    /// It is a place on our list.
    List,
    /// The learned model takes it for a name.
    Model,
    /// It was found elsewhere in the text.
    Elsewhere,
    /// A person marked it.
    Added,
}

/// What a person decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Decision {
    /// Proposed, and taken out unless rejected.
    Remove,
    /// Looked at and left in the text.
    Keep,
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// First byte in the text.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
    /// What it is.
    pub kind: Kind,
    /// Why.
    pub evidence: Evidence,
    /// What stands in its place.
    pub replacement: String,
    /// What becomes of it.
    pub decision: Decision,
}

/// What was taken out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Removed {
    /// First byte in the text as it was.
    pub start: usize,
    /// The words taken out: identifying, to be shown and never logged.
    pub original: String,
    /// What it is.
    pub kind: Kind,
    /// Why.
    pub evidence: Evidence,
    /// What stands in its place.
    pub replacement: String,
}

/// A text after removal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Applied {
    /// The text; pseudonymised, not anonymous.
    pub text: String,
    /// What was taken out, in the order of the text.
    pub removed: Vec<Removed>,
}

/// A text with its findings, to be looked at by a person before anything is taken out.
#[derive(Debug, Clone)]
pub struct Examination {
    text: String,
    language: Language,
    findings: Vec<Finding>,
}

impl Examination {
    /// `findings` lie within the text, on character boundaries, in order, without overlap.
    pub(crate) fn new(text: String, language: Language, findings: Vec<Finding>) -> Self {
        Self { text, language, findings }
    }

    /// The text as it came.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The findings in the order of the text.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The words of a finding.
    pub fn original(&self, finding: &Finding) -> &str {
        self.text.get(finding.start..finding.end).unwrap_or_default()
    }

    /// Leaves a finding in the text, or takes it out again; false when there is no such finding.
    pub fn decide(&mut self, index: usize, decision: Decision) -> bool {
        match self.findings.get_mut(index) {
            Some(finding) => {
                finding.decision = decision;
                true
            }
            None => false,
        }
    }

    /// Adds what a person marked; what it overlaps is joined with it. False when the span is empty or not on
    /// character boundaries.
    pub fn add(&mut self, span: Range<usize>, kind: Kind) -> bool {
        if span.is_empty() || self.text.get(span.clone()).is_none() {
            return false;
        }
        let (mut start, mut end) = (span.start, span.end);
        self.findings.retain(|f| {
            let apart = f.end <= start || f.start >= end;
            if !apart {
                start = start.min(f.start);
                end = end.max(f.end);
            }
            apart
        });
        let finding = Finding {
            start,
            end,
            kind,
            evidence: Evidence::Added,
            replacement: replacement::of(kind, self.language),
            decision: Decision::Remove,
        };
        let at = self.findings.partition_point(|f| f.start < start);
        self.findings.insert(at, finding);
        true
    }

    /// The text without what is to be removed.
    pub fn apply(&self) -> Applied {
        let mut text = String::with_capacity(self.text.len());
        let mut removed = Vec::new();
        let mut at = 0;
        for finding in self.findings.iter().filter(|f| f.decision == Decision::Remove) {
            text.push_str(self.text.get(at..finding.start).unwrap_or_default());
            text.push_str(&finding.replacement);
            at = finding.end;
            removed.push(Removed {
                start: finding.start,
                original: self.original(finding).to_owned(),
                kind: finding.kind,
                evidence: finding.evidence,
                replacement: finding.replacement.clone(),
            });
        }
        text.push_str(self.text.get(at..).unwrap_or_default());
        Applied { text, removed }
    }
}
