//! Writes a specimen sheet, to look at the typography.
//!
//! usage: `cargo run -p ariane-documents --example specimen -- <file.pdf> [large]`

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

use ariane_documents::{Contact, Entry, Section, Sheet, render};
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let target = arguments.next().ok_or("usage: specimen <file.pdf> [large]")?;
    let mut sheet = specimen();
    sheet.large_type = arguments.next().is_some();
    std::fs::write(target, render(&sheet)?)?;
    Ok(())
}

fn contact(label: &str, text: &str, link: Option<&str>) -> Contact {
    Contact { label: label.into(), text: text.into(), link: link.map(Into::into) }
}

/// Structures and numbers are invented.
fn specimen() -> Sheet {
    let source = "Source\u{202f}: annuaire de démonstration · vérifié le 12 mars 2026";
    Sheet {
        language: "fr",
        title: "Maladie de Fabry".into(),
        subtitle: "ORPHA:324 — aussi appelée déficit en α-galactosidase A".into(),
        meta: vec![
            "Fiche d’orientation du 22 novembre 2026 · Luxembourg (LU) · lecture en français".into(),
            "Votre besoin\u{202f}: un avis spécialisé, et savoir qui peut vous écouter".into(),
        ],
        code: None,
        thread: ["Vous, ici", "Infoline", "Cellule d’orientation", "Centre de référence", "Réseau européen"]
            .map(String::from)
            .to_vec(),
        sections: vec![
            Section {
                heading: "Les experts".into(),
                lead: "Un centre de référence (CRMR) réunit des équipes qui connaissent bien ce type de maladie. \
                       Votre médecin peut lui écrire\u{202f}; vous pouvez aussi appeler son secrétariat."
                    .into(),
                entries: vec![
                    Entry {
                        title: "Centre de référence de la maladie de Fabry et des maladies lysosomales".into(),
                        kind: "Centre de référence (CRMR) · site coordonnateur · labellisé 2023".into(),
                        lines: vec!["Hôpital de démonstration, service de génétique".into(), "12, rue de l’Exemple, 57000 Metz, France".into()],
                        contacts: vec![
                            contact("Téléphone", "+33 3 00 00 00 00", Some("tel:+33300000000")),
                            contact("Courriel", "secretariat.genetique@exemple.fr", Some("mailto:secretariat.genetique@exemple.fr")),
                            contact("Site", "exemple.fr/centre-de-reference", Some("https://exemple.fr/centre-de-reference")),
                        ],
                        why: "Pourquoi cette structure\u{202f}: elle couvre la maladie de Fabry (ORPHA:324), elle reçoit des \
                              personnes du Luxembourg, et c’est la plus proche, à 65 km."
                            .into(),
                        provenance: source.into(),
                        bars: Vec::new(),
                        warning: None,
                    },
                    Entry {
                        title: "Zentrum für seltene Stoffwechselkrankheiten".into(),
                        kind: "Centre expert · membre du réseau MetabERN".into(),
                        lines: vec!["Beispielstraße 7, 69120 Heidelberg, Allemagne".into()],
                        contacts: vec![
                            contact("Téléphone", "+49 6221 00 00 00", Some("tel:+496221000000")),
                            contact("Langues", "allemand, anglais, français sur rendez-vous", None),
                        ],
                        why: "Pourquoi cette structure\u{202f}: elle couvre le groupe des maladies lysosomales.".into(),
                        provenance: source.into(),
                        bars: Vec::new(),
                        warning: Some("Adresse non revérifiée depuis plus de douze mois. Appelez avant de vous déplacer.".into()),
                    },
                ],
            },
            Section {
                heading: "Être écouté, être entouré".into(),
                lead: "Ces personnes répondent à vos questions et connaissent les démarches. Elles ne posent pas de diagnostic.".into(),
                entries: vec![
                    Entry {
                        title: "Infoline maladies rares Luxembourg".into(),
                        kind: "Ligne d’écoute nationale · gratuite et confidentielle".into(),
                        lines: vec!["Du lundi au vendredi, de 9 h à 12 h et de 13 h à 17 h".into()],
                        contacts: vec![
                            contact("Téléphone", "+352 00 00 00 00", Some("tel:+35200000000")),
                            contact("Courriel", "infoline@exemple.lu", Some("mailto:infoline@exemple.lu")),
                        ],
                        why: String::new(),
                        provenance: source.into(),
                        bars: Vec::new(),
                        warning: None,
                    },
                    Entry {
                        title: "Association des personnes atteintes de la maladie de Fabry".into(),
                        kind: "Association de patients".into(),
                        lines: vec!["Informe, soutient, aide aux démarches administratives (droits, école, travail)".into()],
                        contacts: vec![contact("Site", "fabry.exemple.org", Some("https://fabry.exemple.org"))],
                        why: "Pourquoi cette structure\u{202f}: vous cherchez à rencontrer d’autres personnes concernées.".into(),
                        provenance: source.into(),
                        bars: Vec::new(),
                        warning: None,
                    },
                ],
            },
        ],
        footer: "Ariane informe et oriente ; elle ne pose pas de diagnostic. En cas d’urgence, appelez le 112. \
                 Cette fiche ne remplace pas l’avis de votre médecin."
            .into(),
        large_type: false,
    }
}
