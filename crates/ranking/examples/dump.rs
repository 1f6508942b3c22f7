use ariane_knowledge::phenotype::ontology::Resolution;
use ariane_knowledge::reference::ReferenceDir;
use ariane_ranking::{candidates::Knowledge, features::COUNT, first_stage::Scratch};
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
    let k = Knowledge::new(&ph); let table = &k.table; let mut scratch = Scratch::default();
    eprintln!("built {:?}", t0.elapsed());
    let mut of_omim: HashMap<u32, Vec<u16>> = HashMap::new();
    for (i, d) in ph.disorders.iter().enumerate() { for o in &d.omim { of_omim.entry(*o).or_default().push(i as u16); } }
    let text = std::fs::read_to_string("/work/shared/data/cases/dev_cases.jsonl").unwrap();
    let mut feats = std::io::BufWriter::new(std::fs::File::create(format!("{out}.f32")).unwrap());
    let mut meta = std::io::BufWriter::new(std::fs::File::create(format!("{out}.tsv")).unwrap());
    let mut ontosigns: Vec<u16> = (0..ph.ontology.terms().len() as u16).filter(|t| ph.ontology.term(*t).unwrap().is_sign && table.information[*t as usize] < 7.0).collect();
    ontosigns.sort();
    let mut per: HashMap<String,u32> = HashMap::new();
    let mut tt = std::time::Duration::ZERO; let mut nq = 0;
    for line in text.lines() {
        let c: serde_json::Value = serde_json::from_str(line).unwrap();
        let mut signs: Vec<u16> = c["observed"].as_array().unwrap().iter().filter_map(|h| match ph.ontology.resolve(h.as_str().unwrap()[3..].parse().unwrap()) { Resolution::Sign(t) | Resolution::Successor(t) => Some(t), _ => None }).collect();
        signs.sort(); signs.dedup();
        if signs.is_empty() { continue; }
        let omim: u32 = c["disease_id"].as_str().unwrap()[5..].parse().unwrap();
        let paper = c["source"].as_str().unwrap();
        let source = ph.reference(paper);
        let changed = k.without(&ph, source);
        let truth: Vec<u16> = of_omim.get(&omim).into_iter().flatten().copied().filter(|t| { let p = changed.get(t).unwrap_or(&table.profiles[*t as usize]); !p.marks.is_empty() }).collect();
        if truth.is_empty() { continue; } let l = per.entry(paper.to_string()).or_insert(0); *l += 1; if *l > 8 { continue; }
        let mut h = 1469598103934665603u64; for b in c["id"].as_str().unwrap().bytes() { h = (h ^ b as u64).wrapping_mul(1099511628211); }
        let mut rng = R(h | 1);
        let a = c["age"].as_str().and_then(age);
        let male = match c["sex"].as_str() { Some("MALE") => Some(true), Some("FEMALE") => Some(false), _ => None };
        for variant in ["full", "three", "five", "blur"] {
            let q: Vec<u16> = match variant {
                "full" => signs.clone(),
                "three" | "five" => { let n = if variant == "three" { 3 } else { 5 }; let mut v = signs.clone(); for i in (1..v.len()).rev() { v.swap(i, rng.below(i + 1)); } v.truncate(n); v }
                _ => { let mut v: Vec<u16> = signs.iter().map(|t| { let p = &ph.ontology.term(*t).unwrap().parents; if rng.below(2) == 0 && !p.is_empty() { let up = p[rng.below(p.len())]; if ph.ontology.term(up).unwrap().is_sign { up } else { *t } } else { *t } }).collect(); for _ in 0..2 { v.push(ontosigns[rng.below(ontosigns.len())]); } v.sort(); v.dedup(); v }
            };
            let t = std::time::Instant::now();
            let list = k.candidates(&ph, &q, a, male, &changed, &mut scratch);
            tt += t.elapsed(); nq += 1;
            writeln!(meta, "{}\t{}\t{}\t{}\t{}\t{}\t{}", c["id"].as_str().unwrap(), paper, omim, variant, list.len(), truth.len(), list.iter().position(|r| truth.contains(&r.disorder)).map_or(-1, |x| x as i32)).unwrap();
            for r in &list {
                for f in r.features { feats.write_all(&f.to_le_bytes()).unwrap(); }
                let d = &ph.disorders[r.disorder as usize];
                let label = if truth.contains(&r.disorder) { 1.0 / d.omim.len().max(1) as f32 } else { 0.0 };
                feats.write_all(&label.to_le_bytes()).unwrap();
                feats.write_all(&(r.disorder as f32).to_le_bytes()).unwrap();
            }
        }
    }
    eprintln!("{} features, mean time per query {:?}", COUNT, tt / nq);
}
