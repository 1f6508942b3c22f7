use ariane_knowledge::phenotype::ontology::Resolution;
use ariane_knowledge::reference::ReferenceDir;
use ariane_ranking::{first_stage::Scratch};
use std::collections::HashMap;
use std::io::Write;
struct R(u64);
impl R { fn next(&mut self) -> u64 { self.0 ^= self.0 << 13; self.0 ^= self.0 >> 7; self.0 ^= self.0 << 17; self.0.wrapping_mul(0x2545F4914F6CDD1D) >> 16 } fn below(&mut self, n: usize) -> usize { (self.next() % n as u64) as usize } }
fn age(s: &str) -> Option<f32> { let mut y = 0.0; let mut num = String::new(); let mut time = false; for c in s.chars() { match c { '0'..='9' | '.' => num.push(c), 'T' => time = true, 'Y' => { y += num.parse::<f32>().ok()?; num.clear() } 'M' if !time => { y += num.parse::<f32>().ok()? / 12.0; num.clear() } 'W' => { y += num.parse::<f32>().ok()? / 52.0; num.clear() } 'D' => { y += num.parse::<f32>().ok()? / 365.0; num.clear() } _ => num.clear() } } Some(y) }
fn main() {
    let out = std::env::args().nth(1).unwrap();
    let dir = std::env::var("ARIANE_DATA").unwrap();
    let ph = ReferenceDir::new(std::path::Path::new(&dir)).load_phenotypes().unwrap();
    let t0 = std::time::Instant::now();
    let k = ariane_ranking::table::Table::new(&ph); let (table, groups) = (&k.0, &k.1); let mut scratch = Scratch::default();
    eprintln!("built {:?}", t0.elapsed());
    let mut of_omim: HashMap<u32, Vec<u16>> = HashMap::new();
    for (i, d) in ph.disorders.iter().enumerate() { for o in &d.omim { of_omim.entry(*o).or_default().push(i as u16); } }
    let text = std::fs::read_to_string("/work/shared/data/cases/dev_cases.jsonl").unwrap();
    let mut hist=[0.0f32;6]; let mut per: HashMap<String,Vec<[f32;6]>>=HashMap::new();
    let mut ontosigns: Vec<u16> = (0..ph.ontology.terms().len() as u16).filter(|t| ph.ontology.term(*t).unwrap().is_sign && table.information[*t as usize] < 7.0).collect();
    ontosigns.sort();
    let mut tt = std::time::Duration::ZERO; let mut nq = 0;
    for line in text.lines() {
        let c: serde_json::Value = serde_json::from_str(line).unwrap();
        let mut signs: Vec<u16> = c["observed"].as_array().unwrap().iter().filter_map(|h| match ph.ontology.resolve(h.as_str().unwrap()[3..].parse().unwrap()) { Resolution::Sign(t) | Resolution::Successor(t) => Some(t), _ => None }).collect();
        signs.sort(); signs.dedup();
        if signs.is_empty() { continue; }
        let omim: u32 = c["disease_id"].as_str().unwrap()[5..].parse().unwrap();
        let paper = c["source"].as_str().unwrap();
        let source = ph.reference(paper);
        let changed = source.map_or_else(Default::default, |r| ariane_ranking::table::Table::without(&ph, groups, r));
        let truth: Vec<u16> = of_omim.get(&omim).into_iter().flatten().copied().filter(|t| { let p = changed.get(t).unwrap_or(&table.profiles[*t as usize]); !p.marks.is_empty() }).collect();
        let mut h = 1469598103934665603u64; for b in c["id"].as_str().unwrap().bytes() { h = (h ^ b as u64).wrapping_mul(1099511628211); }
        let mut rng = R(h | 1);
        let a = c["age"].as_str().and_then(age);
        let male = match c["sex"].as_str() { Some("MALE") => Some(true), Some("FEMALE") => Some(false), _ => None };
        if truth.is_empty() { continue; }
        let l = per.entry(paper.into()).or_default(); if l.len() >= 4 { continue; }
        ariane_ranking::first_stage::of_all(table, &ph.ontology, &signs, &mut scratch);
        let mut sc = scratch.scores.clone();
        for (i,p) in table.profiles.iter().enumerate() { if p.marks.is_empty() { sc[i].observed=-1e9; } }
        for (d,p) in &changed { sc[*d as usize] = if p.marks.is_empty() { ariane_ranking::first_stage::Score{observed:-1e9,missing:0.0} } else { ariane_ranking::first_stage::of_profile(table,&ph.ontology,p,&signs) }; }
        let best = truth.iter().map(|t| sc[*t as usize].total()).fold(f32::MIN, f32::max);
        let r = sc.iter().filter(|s| s.total() > best).count();
        if r > 300 { let t=truth[0]; let p=changed.get(&t).unwrap_or(&table.profiles[t as usize]); eprintln!("{} r={} rows={} changed={} signs={} name={} | q: {:?} | d: {:?}", paper, r, p.rows, changed.contains_key(&t), signs.len(), ph.disorders[t as usize].name, signs.iter().take(6).map(|t| ph.ontology.term(*t).unwrap().name.to_string()).collect::<Vec<_>>(), p.named().take(8).map(|m| ph.ontology.term(m.term).unwrap().name.to_string()).collect::<Vec<_>>()); }
        l.push([1,10,50,150,300,1000].map(|k| (r<k) as u8 as f32));
    }
    for v in per.values() { for k in 0..6 { hist[k] += v.iter().map(|x| x[k]).sum::<f32>()/v.len() as f32/per.len() as f32*100.0; } }
    println!("{:?}", hist);
}
