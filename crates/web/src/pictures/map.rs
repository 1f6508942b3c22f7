//! A map of Western Europe with centres, from outlines that we ship (Natural Earth, public domain).

use super::escape;
use crate::assets;
use crate::pages::visit::Visit;
use ariane_domain::organisation::Kind;
use ariane_domain::place::Point;
use serde::Deserialize;
use std::sync::LazyLock;

/// A centre on the map.
#[derive(Debug, Clone)]
pub struct Mark {
    /// Where.
    pub point: Point,
    /// What.
    pub kind: Kind,
    /// Name.
    pub name: String,
    /// Town.
    pub town: String,
}

#[derive(Deserialize)]
struct Outlines {
    countries: Vec<Outline>,
}

#[derive(Deserialize)]
struct Outline {
    code: String,
    d: Vec<Vec<[f64; 2]>>,
}

/// Countries whose centres are in the directory are drawn stronger.
const COVERED: [&str; 7] = ["LU", "FR", "BE", "DE", "NL", "CH", "PT"];

const WIDTH: f64 = 900.0;
const HEIGHT: f64 = 920.0;

/// Equirectangular around 47° N: distances look right where most centres are.
fn project(point: Point) -> (f64, f64) {
    const SCALE: f64 = 44.5;
    let x = (point.lon + 10.0) * SCALE * 0.682;
    let y = (56.0 - point.lat) * SCALE;
    (x, y)
}

/// Outlines as SVG, the same for every page.
static OUTLINES: LazyLock<String> = LazyLock::new(|| {
    let outlines: Option<Outlines> =
        assets::bytes("map/europe.json").and_then(|b| serde_json::from_slice(&b).ok());
    let mut svg = String::new();
    for country in outlines.map(|o| o.countries).unwrap_or_default() {
        let class = if COVERED.contains(&country.code.as_str()) { "land covered" } else { "land" };
        let mut path = String::new();
        for ring in &country.d {
            for (i, [lon, lat]) in ring.iter().enumerate() {
                let (x, y) = project(Point { lat: *lat, lon: *lon });
                path.push_str(&format!("{}{x:.0} {y:.0}", if i == 0 { "M" } else { "L" }));
            }
            path.push('Z');
        }
        svg.push_str(&format!("<path class=\"{class}\" d=\"{path}\"/>"));
    }
    svg
});

/// The map.
pub fn draw(visit: &Visit, marks: &[Mark]) -> String {
    let mut shapes = String::new();
    for mark in marks {
        let (x, y) = project(mark.point);
        if !(0.0..=WIDTH).contains(&x) || !(0.0..=HEIGHT).contains(&y) {
            continue;
        }
        let title = format!("<title>{} · {}</title>", escape(&mark.name), escape(&mark.town));
        shapes.push_str(&match mark.kind {
            Kind::Crmr => {
                format!("<circle class=\"mark crmr\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"7\">{title}</circle>")
            }
            Kind::Ccmr | Kind::ErnMember => format!(
                "<rect class=\"mark ccmr\" x=\"{:.1}\" y=\"{:.1}\" width=\"11\" height=\"11\">{title}</rect>",
                x - 5.5,
                y - 5.5
            ),
            _ => format!("<path class=\"mark hub\" d=\"M{x:.1} {:.1}l9 9-9 9-9-9z\">{title}</path>", y - 9.0),
        });
    }
    format!(
        "<svg viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" aria-label=\"{}\">{}{shapes}</svg>",
        escape(&visit.t.w("map-alt", "count", &visit.t.number(marks.len() as f64))),
        *OUTLINES
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_outlines_are_there_and_hold_luxembourg() {
        assert!(OUTLINES.contains("land covered"));
        let (x, y) = project(Point { lat: 49.61, lon: 6.13 });
        assert!((0.0..WIDTH).contains(&x) && (0.0..HEIGHT).contains(&y));
    }
}
