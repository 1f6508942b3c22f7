//! The documented CSV template of the directory: one row per site, read and written without loss.

use super::cells::{self, choice, is_email, is_slug, kept, list, visible};
use super::laboratory;
use crate::catalogue::Catalogue;
use crate::catalogue::entity::Status;
use crate::starter::table::{Row, TableError, read as read_table};
use ariane_domain::organisation::{Audience, Kind, Organisation, Reach, Site, SiteRole};
use ariane_domain::place::Point;
use ariane_domain::{Language, NeedCode, OrphaCode};
use std::collections::BTreeMap;

pub use super::export::write;

/// Columns of the template that every file has, in order.
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

/// What stands in `coverage`, alone or beside codes, when a structure works for some diseases only and no
/// code says which.
pub const NOT_STATED: &str = "not-stated";

/// Reads a directory file: every organisation, or every fault with line, column and reason.
///
/// The columns of laboratories (see [`super::laboratory`]) may be absent.
pub fn read(bytes: &[u8]) -> Result<Vec<Organisation>, Vec<TableError>> {
    read_with(bytes, None)
}

/// Like [`read`], and refuses ORPHA codes that the catalogue does not know or that are retired.
pub fn read_against(bytes: &[u8], catalogue: &Catalogue) -> Result<Vec<Organisation>, Vec<TableError>> {
    read_with(bytes, Some(catalogue))
}

fn read_with(bytes: &[u8], catalogue: Option<&Catalogue>) -> Result<Vec<Organisation>, Vec<TableError>> {
    let rows = read_table(bytes, &COLUMNS)?;
    let mut organisations: Vec<Organisation> = Vec::new();
    let mut errors = Vec::new();
    for row in &rows {
        match organisation(row) {
            Ok(read) => {
                let unknown = catalogue.map(|c| unknown_codes(c, row, &read)).unwrap_or_default();
                if !unknown.is_empty() {
                    errors.extend(unknown);
                    continue;
                }
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

/// Codes of a row that the catalogue does not know, or that are retired.
fn unknown_codes(catalogue: &Catalogue, row: &Row, read: &Organisation) -> Vec<TableError> {
    let tests = read.laboratory.iter().flat_map(|l| &l.tests).flat_map(|t| &t.disorders);
    let covered = read.coverage.iter().map(|code| ("coverage", *code));
    covered
        .chain(tests.map(|code| ("tests", *code)))
        .filter_map(|(column, code)| {
            let reason = match catalogue.entity(code) {
                None => format!("{code} is not in the nomenclature in use"),
                Some(entity) if matches!(entity.status, Status::Deprecated | Status::Obsolete) => {
                    match catalogue.current(code) {
                        Some(successor) => format!("{code} is retired; {} takes its place", successor.code),
                        None => format!("{code} is retired"),
                    }
                }
                Some(_) => return None,
            };
            Some(row.error(column, reason))
        })
        .collect()
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
    first.coverage_not_stated |= read.coverage_not_stated;
    match (&first.laboratory, read.laboratory) {
        (None, more) => first.laboratory = more,
        (Some(known), Some(more)) if *known != more => {
            return Err(row.error("tests", format!("`{}` has others in an earlier row", read.id)));
        }
        _ => {}
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
    let mut errors = visible(row, &COLUMNS);
    errors.extend(visible(row, &laboratory::COLUMNS));
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
    keep(row.required("country").map(|_| ()));
    let country = kept(cells::country(row, "country"), &mut keep).flatten();
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
    let coverage_not_stated = row.get("coverage").split_whitespace().any(|word| word == NOT_STATED);
    let coverage = cells::words(
        row,
        "coverage",
        |word| if word == NOT_STATED { Some(None) } else { word.parse::<OrphaCode>().ok().map(Some) },
        &format!("ORPHA codes like ORPHA:586, and {NOT_STATED},"),
        &mut keep,
    );
    let coverage: Vec<OrphaCode> = coverage.into_iter().flatten().collect();
    let laboratory = laboratory::read(row, kind, &mut keep);
    let services = list::<NeedCode>(row, "services", "a need code like school-work/school", &mut keep);
    let url = kept(cells::web_address(row, "url"), &mut keep).unwrap_or_default();
    let email = row.get("email").to_owned();
    keep(if email.is_empty() || is_email(&email) {
        Ok(())
    } else {
        Err(row.error("email", "an e-mail address is expected"))
    });
    let provenance = kept(row.provenance(), &mut keep);
    let words = |column: &str| row.get(column).split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    match (kind, country, provenance) {
        (Some(kind), Some(country), Some(provenance)) if errors.is_empty() => checked(
            row,
            Organisation {
                id,
                kind,
                name: row.get("name").to_owned(),
                short_name: row.get("short_name").to_owned(),
                parents: words("parent"),
                label: row.get("label").to_owned(),
                label_from: row.get("label_from").to_owned(),
                label_until: row.get("label_until").to_owned(),
                coverage,
                coverage_not_stated,
                laboratory,
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
            },
        ),
        _ => Err(errors),
    }
}

/// What can only be told of the whole.
fn checked(row: &Row, organisation: Organisation) -> Result<Organisation, Vec<TableError>> {
    if organisation.label_ends_before_it_begins() {
        return Err(vec![row.error("label_until", "the label ends before label_from")]);
    }
    Ok(organisation)
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
    fn a_file_without_the_columns_of_laboratories_reads_and_what_they_say_comes_back() {
        let laboratory: Vec<(&str, &str)> = GOOD
            .iter()
            .copied()
            .filter(|(k, _)| *k != "kind" && *k != "coverage")
            .chain([("kind", "laboratory"), ("coverage", "ORPHA:586 not-stated")])
            .collect();
        let cells = [
            ("tests", "CFTR, variants fréquents ORPHA:586 | Dépistage"),
            ("accreditation", "=ISO 15189"),
            ("turnaround_days", "14-28"),
            ("prescriber", "doctor geneticist"),
            ("request_form", "https://example.org/form.pdf"),
        ];
        let text = String::from_utf8(file(&[&laboratory])).expect("text");
        let (header, row) = text.split_once('\n').expect("two lines");
        let more: Vec<String> = cells.iter().map(|(_, v)| format!("\"{v}\"")).collect();
        let whole = format!("{header},{}\n{row},{}\n", laboratory::COLUMNS.join(","), more.join(","));
        let once = read(whole.as_bytes()).expect("good");
        let told = once[0].laboratory.as_ref().expect("a laboratory");
        assert_eq!((told.tests.len(), told.tests[0].disorders.as_slice()), (2, &[OrphaCode(586)][..]));
        assert_eq!(told.turnaround_days, Some((14, 28)));
        assert!(once[0].coverage_not_stated && once[0].coverage == [OrphaCode(586)]);
        assert_eq!(read(&write(&once).expect("written")).expect("still good"), once);
        assert_eq!(read(&file(&[&laboratory])).expect("good")[0].laboratory, None);
        let centre = whole.replace("\"laboratory\"", "\"crmr\"");
        assert_eq!(read(centre.as_bytes()).expect_err("no laboratory")[0].column, "tests");
    }

    #[test]
    fn a_country_that_does_not_exist_and_a_label_that_ends_too_early_are_refused() {
        for (column, value) in [("country", "ZZ"), ("country", "UK"), ("label_until", "2019")] {
            let mut bad: Vec<(&str, &str)> = GOOD.iter().copied().filter(|(k, _)| *k != column).collect();
            bad.extend([("label_from", "2020-01-01"), (column, value)]);
            assert_eq!(read(&file(&[&bad])).expect_err(value)[0].column, column);
        }
        let mut same_year = GOOD.to_vec();
        same_year.extend([("label_from", "2020-06-01"), ("label_until", "2020")]);
        assert!(read(&file(&[&same_year])).is_ok());
    }

    #[test]
    fn a_code_that_the_nomenclature_does_not_know_is_refused() {
        let catalogue = crate::reference::starter_catalogue();
        let mut bad: Vec<(&str, &str)> = GOOD.iter().copied().filter(|(k, _)| *k != "coverage").collect();
        bad.push(("coverage", "ORPHA:586 ORPHA:99999999"));
        let errors = read_against(&file(&[&bad]), &catalogue).expect_err("unknown");
        assert_eq!((errors.len(), errors[0].line, errors[0].column.as_str()), (1, 2, "coverage"));
        assert!(errors[0].reason.contains("99999999"));
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
