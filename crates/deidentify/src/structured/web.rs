//! Mail and web addresses, and names of accounts.

use super::{Proposal, pattern};
use crate::finding::{Evidence, Kind};
use regex::Regex;
use std::sync::LazyLock;

static MAIL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)(?:mailto:)?[\p{L}\d._%+'\-]+\s?(?:@|\(at\)|\[at\]|\s(?:at|arobase|arroba)\s)\s?(?:[\p{L}\d\-]+\s?(?:\.|\(dot\)|\[dot\]|\s(?:dot|point|punkt|ponto)\s)\s?)+[a-z]{2,18}\b",
    )
});
static WEB: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r#"(?i)\b(?:https?|ftp)://[^\s<>"»)\]]+|\bwww\.[^\s<>"»)\],;]+|\b(?:[a-z\d\-]+\.)+(?:lu|fr|de|be|ch|at|pt|br|uk|eu|com|org|net|info|io|me|health)\b(?:/[^\s<>"»)\],;]*)?"#,
    )
});
static ACCOUNT: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?:^|[\s(:,;])(?P<all>@[\p{L}\d_.]{3,40})"));

/// Mail and web addresses, accounts.
pub fn find(text: &str) -> Vec<Proposal> {
    let mut out: Vec<Proposal> =
        MAIL.find_iter(text).map(|m| Proposal::new(m.start(), m.end(), Kind::Mail, Evidence::Form)).collect();
    for found in WEB.find_iter(text) {
        let end = found.start() + found.as_str().trim_end_matches(['.', ',', ';', '!', '?']).len();
        out.push(Proposal::new(found.start(), end, Kind::Web, Evidence::Form));
    }
    for captures in ACCOUNT.captures_iter(text) {
        if let Some(found) = captures.name("all") {
            let end = found.start() + found.as_str().trim_end_matches('.').len();
            out.push(Proposal::new(found.start(), end, Kind::Web, Evidence::Form));
        }
    }
    out
}
