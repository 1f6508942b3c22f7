//! Why knowledge is shared: patients here against patients everywhere, and how long a team waits.

use super::{Picture, escape};
use crate::pages::visit::Visit;
use ariane_knowledge::starter::areas::Area;
use ariane_orientation::rarity::{SEED_RATE, years_in};

/// The bars of years between two births.
pub type Waiting = Picture;

/// Most dots that are drawn for the many.
const DOTS: usize = 400;

/// Patients expected here against all countries together, a dot a person.
///
/// `rate` is the lower and upper published prevalence per person.
pub fn sharing(visit: &Visit, area: &Area, rate: (f64, f64)) -> Picture {
    let t = visit.t;
    let here = area.population.as_ref().map_or(0.0, |p| p.0);
    let everywhere: f64 = visit
        .knowledge
        .areas
        .iter()
        .filter(|a| a.level == "country")
        .filter_map(|a| a.population.as_ref().map(|p| p.0))
        .sum();
    let middle = (rate.0 + rate.1) / 2.0;
    let dots = |people: f64| (people * middle).round().clamp(0.0, DOTS as f64) as usize;
    let (few, many) = (dots(here), dots(everywhere));
    let mut svg = String::new();
    let columns = 40;
    let dot = |i: usize, x0: usize, class: &str| {
        let (x, y) = (x0 + (i % columns) * 9 + 5, (i / columns) * 9 + 30);
        format!("<circle class=\"{class}\" cx=\"{x}\" cy=\"{y}\" r=\"3\"/>")
    };
    let rows = many.max(few).div_ceil(columns).max(1);
    let height = rows * 9 + 40;
    for i in 0..few.min(DOTS) {
        svg.push_str(&dot(i, 0, "here"));
    }
    for i in 0..many {
        svg.push_str(&dot(i, 400, "all"));
    }
    let number = |value: f64| t.number(if value >= 1.0 { value.round() } else { value });
    let text = {
        let mut args = fluent_bundle::FluentArgs::new();
        args.set("here", area.name(visit.language).to_owned());
        args.set("low", number(here * rate.0));
        args.set("high", number(here * rate.1));
        args.set("all", number(everywhere * rate.0));
        args.set("most", number(everywhere * rate.1));
        args.set("dots", t.number(DOTS as f64));
        t.with("rarity-sharing-text", &args)
    };
    let svg = format!(
        "<svg class=\"sharing\" viewBox=\"0 0 770 {height}\" role=\"img\" aria-label=\"{}\"><text x=\"0\" y=\"16\">{}</text><text x=\"400\" y=\"16\">{}</text>{svg}</svg>",
        escape(&text),
        escape(area.name(visit.language)),
        escape(&t.s("rarity-covered")),
    );
    Picture { svg, text }
}

/// Years between two births with 1/300,000: the seed's three hospitals, then countries of today.
pub fn waiting(visit: &Visit, seed: &[&Area], today: &[&Area]) -> Waiting {
    let t = visit.t;
    let mut rows: Vec<(String, f64, &str)> = Vec::new();
    for (areas, class) in [(seed, "seed"), (today, "today")] {
        let mut group: Vec<_> = areas
            .iter()
            .filter_map(|a| Some((a.name(visit.language).to_owned(), years_in(a, SEED_RATE)?, class)))
            .collect();
        group.sort_by(|a, b| b.1.total_cmp(&a.1));
        rows.extend(group);
    }
    let longest = rows.iter().map(|r| r.1).fold(1.0, f64::max);
    let mut bars = String::new();
    for (i, (name, years, class)) in rows.iter().enumerate() {
        let y = i * 26;
        let width = (years / longest * 330.0).max(1.5);
        bars.push_str(&format!(
            "<text class=\"label\" x=\"300\" y=\"{}\">{}</text><rect class=\"{class}\" x=\"310\" y=\"{}\" width=\"{width:.1}\" height=\"16\" rx=\"3\"/><text x=\"{:.1}\" y=\"{}\">{}</text>",
            y + 15,
            escape(name),
            y + 3,
            318.0 + width,
            y + 15,
            escape(&t.years(*years)),
        ));
    }
    let text = t.s("rarity-waiting-text");
    let svg = format!(
        "<svg class=\"waiting\" viewBox=\"0 0 740 {}\" role=\"img\" aria-label=\"{}\">{bars}</svg>",
        rows.len() * 26 + 4,
        escape(&text)
    );
    Picture { svg, text }
}
