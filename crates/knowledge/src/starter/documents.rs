//! Documents per disorder (PNDS, emergency cards, guidelines) and links that are made from codes.

use super::table::own;
use ariane_domain::organisation::Provenance;
use ariane_domain::{Language, OrphaCode};
use chrono::NaiveDate;

/// A document about a disorder or group.
#[derive(Debug, Clone)]
pub struct Document {
    /// What it is about.
    pub code: OrphaCode,
    /// `pnds`, `emergency-card`, `guideline`.
    pub kind: String,
    /// Title as published.
    pub title: String,
    /// Language of the document.
    pub language: String,
    /// Address.
    pub url: String,
    /// Author.
    pub author: String,
    /// Date or year of publication, as stated.
    pub published: String,
    /// Date or year from which it is past review (duty D12: then it leaves the pages).
    pub review_due: String,
    /// Where we know it from.
    pub provenance: Provenance,
}

impl Document {
    /// Whether the document's own review date has passed.
    pub fn is_past_review(&self, today: NaiveDate) -> bool {
        let text = self.review_due.trim();
        let due = NaiveDate::parse_from_str(text, "%Y-%m-%d")
            .ok()
            .or_else(|| text.parse().ok().and_then(|year| NaiveDate::from_ymd_opt(year, 12, 31)));
        due.is_some_and(|due| due < today)
    }
}

/// All documents.
pub fn all() -> Vec<Document> {
    own("documents.csv")
        .iter()
        .filter_map(|row| {
            Some(Document {
                code: row.get("orpha").parse().ok()?,
                kind: row.get("kind").to_owned(),
                title: row.get("title").to_owned(),
                language: row.get("language").to_owned(),
                url: row.get("url").to_owned(),
                author: row.get("author").to_owned(),
                published: row.get("published").to_owned(),
                review_due: row.get("review_due").to_owned(),
                provenance: row.provenance().ok()?,
            })
        })
        .collect()
}

/// A link to an official page, made from the codes of a disorder.
#[derive(Debug, Clone)]
pub struct LinkTemplate {
    /// Stable id.
    pub id: String,
    /// `disease-page`, `emergency`, `trials`, `orphan-medicines`, `guideline`, `omim`, `gene`, `hpo`.
    pub kind: String,
    languages: String,
    template: String,
    labels: Vec<(Language, String)>,
    /// Where the address is known from.
    pub provenance: Provenance,
}

impl LinkTemplate {
    /// Label in the reader's language.
    pub fn label(&self, language: Language) -> &str {
        self.labels.iter().find(|(l, _)| *l == language).or(self.labels.first()).map_or(&self.id, |(_, t)| t)
    }

    /// The address for a disorder; none when a code that it needs is not known.
    pub fn url(
        &self,
        language: Language,
        orpha: OrphaCode,
        name: &str,
        omim: Option<&str>,
        gene: Option<&str>,
    ) -> Option<String> {
        let spoken = |l: Language| {
            self.languages.is_empty() || self.languages.split_whitespace().any(|s| s == l.code())
        };
        let page_language = std::iter::once(language)
            .chain(language.fallbacks())
            .find(|l| spoken(*l))
            .unwrap_or(Language::En);
        let mut url =
            self.template.replace("{orpha}", &orpha.0.to_string()).replace("{lang}", page_language.code());
        for (key, value) in [("{name}", Some(name)), ("{omim}", omim), ("{gene}", gene)] {
            if url.contains(key) {
                url = url.replace(key, &percent_encoded(value?));
            }
        }
        (!url.contains('{')).then_some(url)
    }
}

/// Text as it may stand in an address (RFC 3986, everything but the unreserved characters escaped).
pub fn percent_encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

/// All link templates.
pub fn links() -> Vec<LinkTemplate> {
    own("link_templates.csv")
        .iter()
        .filter_map(|row| {
            let labels = Language::ALL
                .into_iter()
                .filter_map(|l| {
                    let label = row.get(&format!("label_{l}"));
                    (!label.is_empty()).then(|| (l, label.to_owned()))
                })
                .collect();
            Some(LinkTemplate {
                id: row.get("id").to_owned(),
                kind: row.get("kind").to_owned(),
                languages: row.get("language").to_owned(),
                template: row.required("url_template").ok()?.to_owned(),
                labels,
                provenance: row.provenance().ok()?,
            })
        })
        .collect()
}
