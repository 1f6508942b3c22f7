//! Figures beside the pages: what is kept of them in memory and between two runs, how an edition is made, and to which network a disorder falls.
//!
//! What counts, and what is hidden, is the business of `ariane_figures`.

pub mod editions;
pub mod kept;
pub mod memory;
pub mod network;
pub mod reading;
pub mod renewal;

use ariane_domain::cell::follow_up::FollowUpRule;
use ariane_domain::office::Office;
use ariane_figures::count::Setting;
use ariane_figures::disclosure::Threshold;
use ariane_figures::rounding::Rounding;
use chrono::{DateTime, Utc};
use kept::Kept;
use memory::Memory;
use std::sync::Arc;

/// How an installation publishes, and what is kept of its figures in memory.
#[derive(Debug, Default)]
pub struct Figures {
    /// Counts below it are hidden in what is published.
    pub threshold: Threshold,
    /// How shares are rounded.
    pub rounding: Rounding,
    /// Figures as they were computed last.
    pub memory: Memory,
    /// Where they are kept until the program runs again, where it may keep them.
    pub kept: Option<Arc<Kept>>,
}

impl Figures {
    /// With the operator's settings.
    pub fn new(threshold: Threshold, rounding: Rounding) -> Self {
        Self { threshold, rounding, memory: Memory::default(), kept: None }
    }

    /// Keeps them in a file between two runs.
    #[must_use]
    pub fn kept_in(self, kept: Kept) -> Self {
        Self { kept: Some(Arc::new(kept)), ..self }
    }
}

/// What figures are computed with.
pub fn setting(office: &Office, as_of: DateTime<Utc>) -> Setting<'_> {
    Setting { office, follow_up: FollowUpRule::default(), as_of }
}
