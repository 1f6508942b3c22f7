//! What the form of the orientation sheet says, and what is understood of it. What is not understood is
//! said, never guessed.

use super::start::Choice;
use super::visit::Visit;
use ariane_domain::NeedCode;
use ariane_domain::OrphaCode;
use ariane_domain::organisation::Audience;
use ariane_domain::place::{Country, Point};
use ariane_knowledge::catalogue::places::PlaceAnswer;
use ariane_orientation::sheet::Request;
use serde::Deserialize;

/// What the sheet's form sends, and what its link holds (without the place).
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Asked {
    /// ORPHA code; empty when the disorder is not named.
    #[serde(default)]
    pub code: String,
    /// Postcode or town: only ever in the body of a form.
    #[serde(default)]
    pub place: String,
    /// "lat,lon" of "my position", rounded to two decimals by the browser: only in the body.
    #[serde(default)]
    pub position: String,
    /// "lat,lon" of a square of half a degree: what a link may hold.
    #[serde(default)]
    pub zone: String,
    /// Country.
    #[serde(default)]
    pub country: String,
    /// Need code.
    #[serde(default)]
    pub need: String,
    /// `adult`, `child` or empty.
    #[serde(default)]
    pub age: String,
    /// Large type.
    #[serde(default)]
    pub large: String,
}

impl Asked {
    /// From the search form.
    pub fn from_search(asked: &super::search::Asked, code: OrphaCode) -> Self {
        Self {
            code: code.0.to_string(),
            place: asked.place.clone(),
            position: asked.position.clone(),
            need: asked.need.clone(),
            ..Self::default()
        }
    }
}

/// What was understood of the form.
pub struct Understood {
    /// The request for the sheet.
    pub request: Request,
    /// The place in words.
    pub place: String,
    /// What could not be understood of the place, in words.
    pub place_problem: String,
    /// Places to choose from.
    pub choices: Vec<Choice>,
    /// Whether the place is only a zone.
    pub is_zone: bool,
}

/// A request without a disorder, a place or a need.
pub fn bare_request(visit: &Visit) -> Request {
    Request {
        disorder: None,
        place: None,
        country: visit.settings.country,
        needs: Vec::new(),
        audience: None,
        language: visit.language,
        today: visit.today,
        stale_after_days: visit.settings.stale_after_days,
    }
}

fn point(text: &str) -> Option<Point> {
    let (lat, lon) = text.split_once(',')?;
    Point::new(lat.trim().parse().ok()?, lon.trim().parse().ok()?)
}

/// The middle of the square of half a degree (about 50 km) in which a point lies.
fn zone_of(point: Point) -> String {
    let middle = |value: f64| (value * 2.0).floor() / 2.0 + 0.25;
    format!("{:.2},{:.2}", middle(point.lat), middle(point.lon))
}

/// Reads the form; what is not understood is said, never guessed.
pub fn understand(visit: &Visit, asked: &Asked) -> Understood {
    let t = visit.t;
    let catalogue = &visit.knowledge.catalogue;
    let mut understood = Understood {
        request: bare_request(visit),
        place: String::new(),
        place_problem: String::new(),
        choices: Vec::new(),
        is_zone: false,
    };
    let request = &mut understood.request;
    request.disorder = asked.code.parse().ok().and_then(|c| catalogue.current(c)).map(|e| e.code);
    let country = Country::new(&asked.country);
    if let Some(country) = country {
        request.country = country;
    }
    request.needs.extend(asked.need.parse::<NeedCode>().ok());
    request.audience = match asked.age.as_str() {
        "adult" => Some(Audience::Adult),
        "child" => Some(Audience::Child),
        _ => None,
    };
    let text: String = asked.place.chars().filter(|c| !c.is_control()).take(80).collect();
    if let Some(here) = point(&asked.position) {
        request.place = Some(here);
        understood.place = t.s("place-my-position");
        if let Some(nearest) = nearest_place(visit, here) {
            request.country = country.unwrap_or(nearest);
        }
    } else if !text.trim().is_empty() {
        match catalogue.find_place(&text, country.or(Some(visit.settings.country))) {
            PlaceAnswer::Found(place) => {
                request.place = Some(place.point);
                request.country = place.country;
                understood.place = format!("{} {} ({})", place.postcode, place.name, place.country);
            }
            PlaceAnswer::Several(places) => {
                understood.place_problem = t.w("place-several", "place", &text);
                understood.choices = places
                    .into_iter()
                    .map(|p| {
                        let value = format!("{} {} {}", p.country.code().to_lowercase(), p.postcode, p.name);
                        let region =
                            if p.region.is_empty() { String::new() } else { format!(", {}", p.region) };
                        Choice {
                            text: format!("{} {}{region} ({})", p.postcode, p.name, p.country),
                            value,
                            chosen: false,
                        }
                    })
                    .collect();
            }
            PlaceAnswer::Unknown => understood.place_problem = t.w("place-unknown", "place", &text),
        }
    } else if let Some(zone) = point(&asked.zone) {
        request.place = Some(zone);
        understood.is_zone = true;
        understood.place = t.s("place-zone");
    }
    understood
}

fn nearest_place(visit: &Visit, here: Point) -> Option<Country> {
    visit
        .knowledge
        .catalogue
        .places
        .iter()
        .min_by(|a, b| a.point.distance_km(here).total_cmp(&b.point.distance_km(here)))
        .map(|p| p.country)
}

/// The query of a link to the same sheet, with a zone in place of the place.
pub fn share_query(understood: &Understood, asked: &Asked) -> String {
    let mut parts = Vec::new();
    if let Some(code) = understood.request.disorder {
        parts.push(format!("code={}", code.0));
    }
    if let Some(need) = understood.request.needs.first() {
        parts.push(format!("need={}", need.to_string().replace('/', "%2F")));
    }
    parts.push(format!("country={}", understood.request.country));
    if let Some(place) = understood.request.place {
        parts.push(format!("zone={}", zone_of(place)));
    }
    if matches!(asked.age.as_str(), "adult" | "child") {
        parts.push(format!("age={}", asked.age));
    }
    parts.join("&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_holds_a_zone_of_half_a_degree_and_not_the_place() {
        assert_eq!(zone_of(Point { lat: 49.6117, lon: 6.1319 }), "49.75,6.25");
        assert_eq!(zone_of(Point { lat: 38.71, lon: -9.13 }), "38.75,-9.25");
    }

    #[test]
    fn a_position_is_read_only_when_it_is_one() {
        assert!(point("49.61,6.13").is_some());
        assert!(point("91,6").is_none());
        assert!(point("x,y").is_none());
    }
}
