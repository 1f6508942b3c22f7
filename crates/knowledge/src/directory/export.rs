//! Writing of the directory template.

use super::laboratory;
use super::template::{COLUMNS, NOT_STATED};
use crate::starter::table::defused;
use ariane_domain::Language;
use ariane_domain::freshness::Confirmation;
use ariane_domain::organisation::{Audience, Organisation, Reach, SiteRole};

/// Writes organisations in the template: what [`read`] reads back as the same.
pub fn write(organisations: &[Organisation]) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
    writer.write_record(COLUMNS.iter().chain(&laboratory::COLUMNS))?;
    for organisation in organisations {
        for site in &organisation.sites {
            let text = |l: Language| organisation.descriptions.get(&l).cloned().unwrap_or_default();
            let coordinate = |c: Option<f64>| c.map(|c| c.to_string()).unwrap_or_default();
            let joined = |items: Vec<String>| items.join(" ");
            let cells = [
                organisation.id.clone(),
                site.slug.clone(),
                organisation.kind.word().into(),
                organisation.name.clone(),
                organisation.short_name.clone(),
                organisation.parents.join(" "),
                match site.role {
                    Some(SiteRole::Coordinating) => "coordinating".into(),
                    Some(SiteRole::Constituent) => "constituent".into(),
                    None => String::new(),
                },
                organisation.label.clone(),
                organisation.label_from.clone(),
                organisation.label_until.clone(),
                site.host.clone(),
                site.coordinator.clone(),
                site.address.clone(),
                site.postcode.clone(),
                site.town.clone(),
                site.country.to_string(),
                coordinate(site.point.map(|p| p.lat)),
                coordinate(site.point.map(|p| p.lon)),
                joined(
                    organisation
                        .coverage
                        .iter()
                        .map(ToString::to_string)
                        .chain(organisation.coverage_not_stated.then(|| NOT_STATED.to_owned()))
                        .collect(),
                ),
                match organisation.audience {
                    Audience::Adult => "adult",
                    Audience::Child => "child",
                    Audience::All => "all",
                }
                .into(),
                organisation.languages.join(" "),
                site.phone.clone(),
                site.email.clone(),
                site.url.clone(),
                site.hours.clone(),
                joined(organisation.services.iter().map(ToString::to_string).collect()),
                match organisation.reach {
                    Some(Reach::Local) => "local",
                    Some(Reach::Regional) => "regional",
                    Some(Reach::National) => "national",
                    Some(Reach::European) => "european",
                    None => "",
                }
                .into(),
                text(Language::Fr),
                text(Language::De),
                text(Language::En),
                text(Language::Pt),
                text(Language::Lb),
                site.provenance.source.clone(),
                site.provenance.checked.map(|d| d.to_string()).unwrap_or_default(),
                match site.provenance.confirmation {
                    Confirmation::Confirmed => "confirmed",
                    Confirmation::Unconfirmed => "unconfirmed",
                }
                .into(),
                site.note.clone(),
                site.seed.clone(),
            ];
            let further = laboratory::cells(organisation.laboratory.as_ref());
            writer.write_record(cells.iter().chain(&further).map(|cell| defused(cell).into_owned()))?;
        }
    }
    writer.into_inner().map_err(|e| e.into_error().into())
}
