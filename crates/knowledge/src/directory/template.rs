//! The documented CSV template of the directory: one row per site, read and written without loss.

use crate::starter::table::{Row, TableError, read as read_table};
use ariane_domain::freshness::Confirmation;
use ariane_domain::organisation::{Audience, Kind, Organisation, Reach, Site, SiteRole};
use ariane_domain::place::{Country, Point};
use ariane_domain::{Language, NeedCode, OrphaCode};
use std::collections::BTreeMap;

/// Columns of the template, in order.
pub const COLUMNS: [&str; 37] = [
    "id",
    "site",
    "kind",
    "name",
    "short_name",
    "parent",
    "role",
    "label",
    "label_from",
    "label_until",
    "host",
    "coordinator",
    "address",
    "postcode",
    "town",
    "country",
    "lat",
    "lon",
    "coverage",
    "audience",
    "languages",
    "phone",
    "email",
    "url",
    "hours",
    "services",
    "reach",
    "description_fr",
    "description_de",
    "description_en",
    "description_pt",
    "description_lb",
    "source",
    "checked",
    "status",
    "note",
    "seed",
];

/// Longest cell that is taken, in characters.
const CELL_LIMIT: usize = 4000;

/// Reads a directory file: every organisation, or every fault with line, column and reason.
pub fn read(bytes: &[u8]) -> Result<Vec<Organisation>, Vec<TableError>> {
    let rows = read_table(bytes, &COLUMNS)?;
    let mut organisations: Vec<Organisation> = Vec::new();
    let mut errors = Vec::new();
    for row in &rows {
        match organisation(row) {
            Ok(read) => {
                let same = organisations.iter_mut().find(|o| o.id == read.id);
                match same {
                    None => organisations.push(read),
                    Some(first) => match joined(first, read, row) {
                        Ok(()) => {}
                        Err(error) => errors.push(error),
                    },
                }
            }
            Err(mut faults) => errors.append(&mut faults),
        }
    }
    if errors.is_empty() { Ok(organisations) } else { Err(errors) }
}

/// Adds the site of a further row to its organisation, which must be described alike.
fn joined(first: &mut Organisation, mut read: Organisation, row: &Row) -> Result<(), TableError> {
    if first.kind != read.kind {
        return Err(row.error("kind", format!("`{}` has another kind in an earlier row", read.id)));
    }
    if first.name != read.name {
        return Err(row.error("name", format!("`{}` has another name in an earlier row", read.id)));
    }
    for site in read.sites.drain(..) {
        if first.sites.iter().any(|s| s.slug == site.slug) {
            return Err(row.error("site", format!("`{}` already has a site `{}`", read.id, site.slug)));
        }
        first.sites.push(site);
    }
    for code in read.coverage {
        if !first.coverage.contains(&code) {
            first.coverage.push(code);
        }
    }
    if first.audience != read.audience {
        first.audience = Audience::All;
    }
    Ok(())
}

fn organisation(row: &Row) -> Result<Organisation, Vec<TableError>> {
    let mut errors = Vec::new();
    for column in COLUMNS {
        if row.get(column).chars().count() > CELL_LIMIT {
            errors.push(row.error(column, format!("longer than {CELL_LIMIT} characters")));
        }
        if row.get(column).chars().any(is_hidden) {
            errors.push(row.error(column, "holds a control or direction character that cannot be seen"));
        }
    }
    let mut keep = |result: Result<(), TableError>| {
        if let Err(error) = result {
            errors.push(error);
        }
    };
    let id = row.get("id").to_owned();
    keep(if is_slug(&id) { Ok(()) } else { Err(row.error("id", "a slug of a-z, 0-9 and - is expected")) });
    let site = row.get("site").to_owned();
    keep(if site.is_empty() || is_slug(&site) {
        Ok(())
    } else {
        Err(row.error("site", "a slug of a-z, 0-9 and - is expected"))
    });
    keep(row.required("name").map(|_| ()));
    let kind = Kind::from_word(row.get("kind"));
    keep(kind.map(|_| ()).ok_or_else(|| {
        let known: Vec<&str> = Kind::ALL.iter().map(|k| k.word()).collect();
        row.error("kind", format!("one of {} is expected", known.join(", ")))
    }));
    let country = Country::new(row.get("country"));
    keep(
        country
            .map(|_| ())
            .ok_or_else(|| row.error("country", "two letters such as LU, FR or EU are expected")),
    );
    let role = choice(
        row,
        "role",
        &[("coordinating", SiteRole::Coordinating), ("constituent", SiteRole::Constituent)],
        &mut keep,
    );
    let reach = choice(
        row,
        "reach",
        &[
            ("local", Reach::Local),
            ("regional", Reach::Regional),
            ("national", Reach::National),
            ("european", Reach::European),
        ],
        &mut keep,
    );
    let audience = choice(
        row,
        "audience",
        &[("adult", Audience::Adult), ("child", Audience::Child), ("all", Audience::All)],
        &mut keep,
    );
    let point = match (row.get("lat"), row.get("lon")) {
        ("", "") => None,
        (lat, lon) => {
            let point = lat.parse().ok().zip(lon.parse().ok()).and_then(|(lat, lon)| Point::new(lat, lon));
            keep(
                point.map(|_| ()).ok_or_else(|| {
                    row.error("lat", "latitude and longitude in decimal degrees are expected")
                }),
            );
            point
        }
    };
    let coverage = list::<OrphaCode>(row, "coverage", "an ORPHA code like ORPHA:586", &mut keep);
    let services = list::<NeedCode>(row, "services", "a need code like school-work/school", &mut keep);
    let url = row.get("url").to_owned();
    keep(if url.is_empty() || url.starts_with("https://") || url.starts_with("http://") {
        Ok(())
    } else {
        Err(row.error("url", "an address that starts with https:// is expected"))
    });
    let email = row.get("email").to_owned();
    keep(if email.is_empty() || is_email(&email) {
        Ok(())
    } else {
        Err(row.error("email", "an e-mail address is expected"))
    });
    let provenance = match row.provenance() {
        Ok(provenance) => Some(provenance),
        Err(error) => {
            keep(Err(error));
            None
        }
    };
    let words = |column: &str| row.get(column).split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    match (kind, country, provenance) {
        (Some(kind), Some(country), Some(provenance)) if errors.is_empty() => Ok(Organisation {
            id,
            kind,
            name: row.get("name").to_owned(),
            short_name: row.get("short_name").to_owned(),
            parents: words("parent"),
            label: row.get("label").to_owned(),
            label_from: row.get("label_from").to_owned(),
            label_until: row.get("label_until").to_owned(),
            coverage,
            audience: audience.unwrap_or(Audience::All),
            languages: words("languages"),
            services,
            reach,
            descriptions: Language::ALL
                .into_iter()
                .map(|l| (l, row.get(&format!("description_{l}")).to_owned()))
                .filter(|(_, text)| !text.is_empty())
                .collect::<BTreeMap<_, _>>(),
            sites: vec![Site {
                slug: site,
                role,
                host: row.get("host").to_owned(),
                coordinator: row.get("coordinator").to_owned(),
                address: row.get("address").to_owned(),
                postcode: row.get("postcode").to_owned(),
                town: row.get("town").to_owned(),
                country,
                point,
                phone: row.get("phone").to_owned(),
                email,
                url,
                hours: row.get("hours").to_owned(),
                provenance,
                note: row.get("note").to_owned(),
                seed: row.get("seed").to_owned(),
            }],
        }),
        _ => Err(errors),
    }
}

fn choice<T: Copy>(
    row: &Row,
    column: &str,
    known: &[(&str, T)],
    keep: &mut impl FnMut(Result<(), TableError>),
) -> Option<T> {
    let text = row.get(column);
    if text.is_empty() {
        return None;
    }
    let found = known.iter().find(|(word, _)| *word == text).map(|(_, value)| *value);
    if found.is_none() {
        let words: Vec<&str> = known.iter().map(|(word, _)| *word).collect();
        keep(Err(row.error(column, format!("one of {} is expected", words.join(", ")))));
    }
    found
}

fn list<T: std::str::FromStr>(
    row: &Row,
    column: &str,
    expected: &str,
    keep: &mut impl FnMut(Result<(), TableError>),
) -> Vec<T> {
    let mut out = Vec::new();
    for word in row.get(column).split_whitespace() {
        match word.parse() {
            Ok(value) => out.push(value),
            Err(_) => {
                let word: String = word.chars().filter(|c| !c.is_control()).take(40).collect();
                keep(Err(row.error(column, format!("`{word}` is not {expected}"))));
            }
        }
    }
    out
}

/// Characters that hide or reorder what stands around them; a line break within a cell is no harm.
fn is_hidden(c: char) -> bool {
    (c.is_control() && c != '\n' && c != '\r')
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn is_slug(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 80
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

fn is_email(text: &str) -> bool {
    text.split_once('@').is_some_and(|(local, domain)| {
        !local.is_empty()
            && domain.contains('.')
            && !text.contains(|c: char| c.is_whitespace() || "<>\",;".contains(c))
    })
}

/// Writes organisations in the template: what [`read`] reads back as the same.
pub fn write(organisations: &[Organisation]) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
    writer.write_record(COLUMNS)?;
    for organisation in organisations {
        for site in &organisation.sites {
            let text = |l: Language| organisation.descriptions.get(&l).cloned().unwrap_or_default();
            let coordinate = |c: Option<f64>| c.map(|c| c.to_string()).unwrap_or_default();
            let joined = |items: Vec<String>| items.join(" ");
            writer.write_record([
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
                joined(organisation.coverage.iter().map(ToString::to_string).collect()),
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
            ])?;
        }
    }
    writer.into_inner().map_err(|e| e.into_error().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(rows: &[&[(&str, &str)]]) -> Vec<u8> {
        let mut out = COLUMNS.join(",");
        for row in rows {
            out.push('\n');
            let cells: Vec<String> = COLUMNS
                .iter()
                .map(|c| row.iter().find(|(k, _)| k == c).map_or(String::new(), |(_, v)| format!("\"{v}\"")))
                .collect();
            out.push_str(&cells.join(","));
        }
        out.into_bytes()
    }

    const GOOD: &[(&str, &str)] = &[
        ("id", "centre-x"),
        ("kind", "crmr"),
        ("name", "Centre imaginaire"),
        ("country", "FR"),
        ("lat", "48.1"),
        ("lon", "6.2"),
        ("coverage", "ORPHA:586 98896"),
        ("services", "professionals/expert-centre"),
        ("source", "https://example.org"),
        ("checked", "2026-01-02"),
        ("status", "confirmed"),
    ];

    #[test]
    fn a_file_comes_back_as_it_was() {
        let read_once = read(&file(&[GOOD])).expect("good");
        let written = write(&read_once).expect("written");
        assert_eq!(read(&written).expect("still good"), read_once);
    }

    #[test]
    fn every_fault_of_a_row_is_reported_at_once() {
        let mut bad = GOOD.to_vec();
        bad.retain(|(k, _)| !["kind", "country", "checked", "coverage"].contains(k));
        bad.extend([
            ("kind", "hospital"),
            ("country", "France"),
            ("checked", "yesterday"),
            ("coverage", "E84"),
            ("url", "javascript:alert(1)"),
        ]);
        let errors = read(&file(&[&bad])).expect_err("bad");
        let columns: Vec<&str> = errors.iter().map(|e| e.column.as_str()).collect();
        for column in ["kind", "country", "coverage", "url", "checked"] {
            assert!(columns.contains(&column), "{columns:?}");
        }
        assert!(errors.iter().all(|e| e.line == 2));
    }

    #[test]
    fn sites_of_one_organisation_are_joined_and_must_agree() {
        let mut second = GOOD.to_vec();
        second.push(("site", "nord"));
        let joined = read(&file(&[GOOD, &second])).expect("good");
        assert_eq!((joined.len(), joined[0].sites.len()), (1, 2));
        assert_eq!(read(&file(&[GOOD, GOOD])).expect_err("twice")[0].column, "site");
    }
}
