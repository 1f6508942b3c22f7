//! A synthetic population of Luxembourg's size, in which attributes hang together as margins do not tell, and disorders have an
//! age, a sex and an origin of their own. The estimate sees the margins and the published class only.
//!
//! Margins: STATEC 2021 and 2022 as in `starter/population.toml`. How age and origin hang together: share of foreigners 49 %
//! below five, 38 % at 20 to 24, 28 % from 65, 18 % from 90 (STATEC 2018); canton of the capital 1.5 times as many foreigners as
//! the country. What disorders do is invented, and wide: children's disorders that few outlive, disorders of the old, of one sex,
//! founder effects.

use ariane_domain::epidemiology::RateRange;
use ariane_domain::place::Country;
use ariane_domain::reidentification::margins::{AgeClass, Area, Margins, Nationality};
use ariane_domain::reidentification::shown::{AgeStep, Named, Person, Sex, Shown};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

const ADULTS: [(u8, Option<u8>, u64); 5] = [
    (0, Some(19), 134_466),
    (20, Some(39), 186_748),
    (40, Some(64), 220_778),
    (65, Some(79), 67_611),
    (80, None, 25_127),
];
const WOMEN: u64 = 315_274;
const MEN: u64 = 319_456;
const ALL: u64 = WOMEN + MEN;
const FOREIGN: [(&str, u64); 5] =
    [("PT", 93_678), ("FR", 49_173), ("IT", 24_116), ("BE", 19_414), ("DE", 12_796)];
const NATIVE: u64 = 341_230;
const NATIONALITIES_OF: u64 = 645_397;
const CANTON: f64 = 198_476.0 / 645_397.0;
/// All who take part: the country and a hundred times as many elsewhere.
const EVERYBODY: u64 = 100 * ALL;

/// Classes of prevalence as Orphanet publishes them.
const CLASSES: [(f64, f64); 4] = [(1e-6, 9e-6), (1e-5, 9e-5), (1e-4, 5e-4), (6e-4, 9e-4)];

/// Somebody of the population.
#[derive(Debug, Clone, Copy)]
struct Somebody {
    age: u8,
    sex: Sex,
    /// Index of [`FOREIGN`]; past its end another passport, `None` a native.
    foreign: Option<usize>,
    in_canton: bool,
}

/// What a disorder does; hidden from the estimate.
struct Disorder {
    class: (f64, f64),
    prevalence: f64,
    /// Weight of an age.
    ages: Box<dyn Fn(f64) -> f64>,
    women: f64,
    origins: [f64; 7],
}

fn normal(random: &mut StdRng) -> f64 {
    let sum: f64 = (0..12).map(|_| random.random::<f64>()).sum();
    sum - 6.0
}

fn foreign_share(age: u8) -> f64 {
    // Scaled so that the whole comes to the published 47 %.
    let read = match age {
        0..=4 => 0.491,
        5..=19 => 0.44,
        20..=24 => 0.38,
        25..=54 => 0.56,
        55..=64 => 0.45,
        65..=89 => 0.284,
        _ => 0.184,
    };
    read * 0.99
}

fn somebody(random: &mut StdRng) -> Somebody {
    let mut at = random.random_range(0..ALL);
    let class = ADULTS.iter().find(|(_, _, persons)| {
        let is_here = at < *persons;
        at = at.saturating_sub(*persons);
        is_here
    });
    let (from, to, _) = class.copied().unwrap_or(ADULTS[0]);
    let age = match to {
        Some(to) => random.random_range(from..=to),
        None => (80.0 - 6.0 * random.random::<f64>().max(1e-4).ln()).min(104.0) as u8,
    };
    let women = match age {
        0..=59 => 0.485,
        60..=79 => 0.51,
        _ => 0.63,
    };
    let sex = if random.random::<f64>() < women { Sex::Female } else { Sex::Male };
    let foreign = (random.random::<f64>() < foreign_share(age)).then(|| {
        let of: u64 = NATIONALITIES_OF - NATIVE;
        let mut at = random.random_range(0..of);
        FOREIGN
            .iter()
            .position(|(_, persons)| {
                let is_here = at < *persons;
                at = at.saturating_sub(*persons);
                is_here
            })
            .unwrap_or(FOREIGN.len())
    });
    let canton = if foreign.is_some() { CANTON * 1.4 } else { CANTON * 0.65 };
    Somebody { age, sex, foreign, in_canton: random.random::<f64>() < canton }
}

fn disorder(random: &mut StdRng) -> Disorder {
    let class = CLASSES[random.random_range(0..CLASSES.len())];
    let (low, high) = (class.0.ln(), class.1.ln());
    let prevalence = (low + (high - low) * random.random::<f64>()).exp();
    let pace = random.random_range(8.0..60.0);
    let ages: Box<dyn Fn(f64) -> f64> = match random.random_range(0..4) {
        0 => Box::new(|_| 1.0),
        1 => Box::new(move |age: f64| (-age / pace).exp()),
        2 => Box::new(move |age: f64| 1.0 / (1.0 + (-(age - pace) / 8.0).exp())),
        _ => Box::new(move |age: f64| (-(age - pace).powi(2) / 800.0).exp()),
    };
    let women = [0.5, 0.5, 0.5, 0.3, 0.7, 0.05][random.random_range(0..6)];
    let origins = std::array::from_fn(|_| (0.5 * normal(random)).exp());
    Disorder { class, prevalence, ages, women, origins }
}

impl Disorder {
    fn weight(&self, of: &Somebody) -> f64 {
        let sex = if of.sex == Sex::Female { self.women } else { 1.0 - self.women };
        let origin = self.origins[of.foreign.map_or(6, |n| n.min(5))];
        (self.ages)(f64::from(of.age)) * sex * origin
    }

    /// Everybody of the country who has it: as many as its prevalence says on average, of those ages, that sex, those origins.
    fn patients(&self, random: &mut StdRng, people: &[Somebody]) -> Vec<Somebody> {
        let mean = self.prevalence * ALL as f64;
        let count = poisson(random, mean);
        let most = people.iter().map(|one| self.weight(one)).fold(0.0, f64::max);
        let mut found = Vec::new();
        while found.len() < count {
            let one = people[random.random_range(0..people.len())];
            if random.random::<f64>() * most < self.weight(&one) {
                found.push(one);
            }
        }
        found
    }
}

fn poisson(random: &mut StdRng, mean: f64) -> usize {
    // Events of a process of rate one within the mean.
    let (mut sum, mut count) = (-random.random::<f64>().max(1e-12).ln(), 0);
    while sum < mean {
        count += 1;
        sum -= random.random::<f64>().max(1e-12).ln();
    }
    count
}

/// What the estimate is told of the population.
pub fn margins() -> Margins {
    let area = |id: &str, persons| Area { id: id.to_owned(), persons };
    let nationality = |(code, persons): &(&str, u64)| {
        Country::new(code).map(|country| Nationality { country, persons: *persons })
    };
    Margins {
        ages: ADULTS
            .iter()
            .map(|(from, to, persons)| AgeClass { from: *from, to: *to, persons: *persons })
            .collect(),
        women: WOMEN,
        men: MEN,
        nationalities: FOREIGN.iter().chain(&[("LU", NATIVE)]).filter_map(nationality).collect(),
        nationalities_of: NATIONALITIES_OF,
        areas: vec![
            area("canton", (CANTON * ALL as f64) as u64),
            area("country", ALL),
            area("all", EVERYBODY),
        ],
    }
}

/// A case of the synthetic population as its file states it, with everybody who has the disorder.
pub struct Case {
    /// Who it is, exactly.
    pub person: Person,
    patients: Vec<Somebody>,
    me: Somebody,
}

impl Case {
    /// How many people truly fit what is shown, the person counted.
    pub fn fitting(&self, shown: &Shown) -> u64 {
        let ages = shown.age.ages(self.me.age);
        let fits = |one: &&Somebody| {
            ages.is_none_or(|(first, last)| (first..=last).contains(&one.age))
                && (!shown.sex || one.sex == self.me.sex)
                && (!shown.nationality || one.foreign == self.me.foreign)
                && (shown.area > 0 || one.in_canton == self.me.in_canton)
        };
        self.patients.iter().filter(fits).count() as u64
    }
}

/// Cases, each of a disorder of its own; the person is one of those who have it, by chance, and of a nationality that a table names.
pub fn cases(seed: u64, wanted: usize) -> Vec<Case> {
    let mut random = StdRng::seed_from_u64(seed);
    let people: Vec<Somebody> = (0..ALL / 4).map(|_| somebody(&mut random)).collect();
    let mut cases = Vec::new();
    while cases.len() < wanted {
        let disorder = disorder(&mut random);
        let patients = disorder.patients(&mut random, &people);
        if patients.is_empty() {
            continue;
        }
        let me = patients[random.random_range(0..patients.len())];
        let code = match me.foreign {
            None => "LU",
            Some(n) if n < FOREIGN.len() => FOREIGN[n].0,
            Some(_) => continue,
        };
        if !me.in_canton {
            continue;
        }
        let (low, high) = disorder.class;
        let rate = RateRange { low, high: Some(high), mean: None };
        let person = Person {
            age: Some(me.age),
            sex: Some(me.sex),
            nationality: Country::new(code),
            areas: vec!["canton".into(), "country".into()],
            disorders: vec![Named { label: "disorder".into(), prevalence: Some(rate) }],
            traits: Vec::new(),
        };
        cases.push(Case { person, patients, me });
    }
    cases
}

/// Ways of showing a case in which the country counts as the largest area.
pub fn ways() -> Vec<Shown> {
    let mut all = Vec::new();
    for age in AgeStep::ALL {
        for sex in [true, false] {
            for nationality in [true, false] {
                for area in [0, 1] {
                    all.push(Shown { age, sex, nationality, area, disorder: 0, traits: false });
                }
            }
        }
    }
    all
}

/// How often the truth lay where the estimate said.
#[derive(Debug, Default, Clone, Copy)]
pub struct Coverage {
    /// Estimates made.
    pub made: u32,
    /// Truth within the stated range.
    pub within: u32,
    /// Fewer people than its low end.
    pub below: u32,
    /// Said to be enough.
    pub passed: u32,
    /// Said to be enough, and were too few.
    pub wrongly_passed: u32,
}

impl Coverage {
    /// A share in per cent.
    pub fn share(part: u32, of: u32) -> f64 {
        if of == 0 { 0.0 } else { 100.0 * f64::from(part) / f64::from(of) }
    }
}
