//! What fictitious people write. Every text begins by saying that it is made up.

use ariane_domain::Language;
use ariane_domain::need::Nature;

const fn mark(language: Language) -> &'static str {
    match language {
        Language::Fr => "[Démonstration, texte inventé]",
        Language::De => "[Vorführung, erfundener Text]",
        Language::En => "[Demonstration, invented text]",
        Language::Pt => "[Demonstração, texto inventado]",
        Language::Lb => "[Demonstratioun, erfonnenen Text]",
    }
}

const fn about(language: Language, nature: Nature) -> (&'static str, &'static str) {
    use Nature::{
        Administrative, CarePathway, Information, Professionals, PsychologicalSupport, Reimbursement,
        SchoolWork,
    };
    match (language, nature) {
        (Language::Fr, Information) => (
            "Mieux comprendre la maladie",
            "Où trouver des informations fiables sur la maladie et les traitements ?",
        ),
        (Language::Fr, Professionals) => (
            "Recherche d’un spécialiste",
            "Nous cherchons un médecin qui connaît cette maladie. À qui s’adresser ?",
        ),
        (Language::Fr, SchoolWork) => (
            "École et travail",
            "L’école demande quels aménagements sont possibles. Qui peut nous conseiller ?",
        ),
        (Language::Fr, Administrative) => {
            ("Une démarche administrative", "Quel formulaire faut-il remplir, et où l’envoyer ?")
        }
        (Language::Fr, CarePathway) => (
            "Le parcours de santé",
            "Plusieurs services nous suivent sans se parler. Comment mieux coordonner les soins ?",
        ),
        (Language::Fr, Reimbursement) => (
            "Un remboursement refusé",
            "Le matériel prescrit n’a pas été remboursé. Que pouvons-nous faire ?",
        ),
        (Language::Fr, PsychologicalSupport) => {
            ("Un soutien psychologique", "J’aimerais parler à quelqu’un qui connaît les maladies rares.")
        }
        (Language::De, Information) => (
            "Die Krankheit besser verstehen",
            "Wo finde ich verlässliche Informationen über Krankheit und Behandlung?",
        ),
        (Language::De, Professionals) => (
            "Suche nach Fachleuten",
            "Wir suchen eine Ärztin oder einen Arzt mit Erfahrung. An wen können wir uns wenden?",
        ),
        (Language::De, SchoolWork) => {
            ("Schule und Arbeit", "Die Schule fragt, welche Hilfen möglich sind. Wer kann uns beraten?")
        }
        (Language::De, Administrative) => ("Ein Antrag", "Welches Formular ist nötig, und wohin geht es?"),
        (Language::De, CarePathway) => (
            "Der Weg durch die Behandlung",
            "Mehrere Stellen betreuen uns, ohne voneinander zu wissen. Was hilft?",
        ),
        (Language::De, Reimbursement) => {
            ("Abgelehnte Kosten", "Das verordnete Hilfsmittel wurde nicht bezahlt. Was können wir tun?")
        }
        (Language::De, PsychologicalSupport) => (
            "Psychologische Unterstützung",
            "Ich möchte mit jemandem sprechen, der seltene Krankheiten kennt.",
        ),
        (Language::En, Information) => (
            "Understanding the disease",
            "Where can I find reliable information on the disease and its treatment?",
        ),
        (Language::En, Professionals) => (
            "Looking for a specialist",
            "We are looking for a doctor who knows this disease. Whom can we turn to?",
        ),
        (Language::En, SchoolWork) => {
            ("School and work", "The school asks what support is possible. Who can advise us?")
        }
        (Language::En, Administrative) => {
            ("A form to fill in", "Which form is needed, and where does it go?")
        }
        (Language::En, CarePathway) => (
            "The care pathway",
            "Several services look after us without knowing of each other. What can help?",
        ),
        (Language::En, Reimbursement) => {
            ("A refused reimbursement", "The prescribed device was not paid for. What can we do?")
        }
        (Language::En, PsychologicalSupport) => {
            ("Psychological support", "I would like to talk to somebody who knows rare diseases.")
        }
        (Language::Pt, Information) => (
            "Compreender melhor a doença",
            "Onde encontro informações fiáveis sobre a doença e os tratamentos?",
        ),
        (Language::Pt, Professionals) => (
            "À procura de um especialista",
            "Procuramos um médico que conheça esta doença. A quem nos podemos dirigir?",
        ),
        (Language::Pt, SchoolWork) => {
            ("Escola e trabalho", "A escola pergunta que apoios são possíveis. Quem nos pode aconselhar?")
        }
        (Language::Pt, Administrative) => {
            ("Um formulário", "Que formulário é preciso, e para onde se envia?")
        }
        (Language::Pt, CarePathway) => {
            ("O percurso de saúde", "Vários serviços acompanham-nos sem falarem entre si. O que pode ajudar?")
        }
        (Language::Pt, Reimbursement) => {
            ("Um reembolso recusado", "O material prescrito não foi reembolsado. O que podemos fazer?")
        }
        (Language::Pt, PsychologicalSupport) => {
            ("Apoio psicológico", "Gostaria de falar com alguém que conheça as doenças raras.")
        }
        (Language::Lb, Information) => (
            "D’Krankheet besser verstoen",
            "Wou fannen ech zouverlässeg Informatiounen iwwer d’Krankheet an d’Behandlung?",
        ),
        (Language::Lb, Professionals) => (
            "Sich no engem Spezialist",
            "Mir sichen en Dokter, deen dës Krankheet kennt. U wie kënne mir eis wenden?",
        ),
        (Language::Lb, SchoolWork) => {
            ("Schoul an Aarbecht", "D’Schoul freet, wat fir Hëllefe méiglech sinn. Wie kann eis beroden?")
        }
        (Language::Lb, Administrative) => {
            ("E Formulaire", "Wéi ee Formulaire ass néideg, a wou geet en hin?")
        }
        (Language::Lb, CarePathway) => (
            "De Wee duerch d’Behandlung",
            "Méi Servicer këmmere sech ëm eis, ouni vuneneen ze wëssen. Wat hëlleft?",
        ),
        (Language::Lb, Reimbursement) => (
            "E refuséierte Rembours",
            "D’Material, dat verschriwwe gouf, gouf net bezuelt. Wat kënne mir maachen?",
        ),
        (Language::Lb, PsychologicalSupport) => {
            ("Psychologesch Ënnerstëtzung", "Ech géif gär mat engem schwätzen, dee rar Krankheete kennt.")
        }
    }
}

/// Subject of a request.
pub(super) fn subject(language: Language, nature: Nature) -> String {
    format!("{} {}", mark(language), about(language, nature).0)
}

/// Text of a request.
pub(super) fn question(language: Language, nature: Nature) -> String {
    format!("{}\n\n{}", mark(language), about(language, nature).1)
}

/// Text of a reply.
pub(super) fn reply(language: Language) -> String {
    let text = match language {
        Language::Fr => {
            "Voici qui peut vous aider, et pourquoi. La fiche jointe indique les sources et leurs dates."
        }
        Language::De => {
            "Hier steht, wer helfen kann und warum. Das beiliegende Blatt nennt Quellen und Daten."
        }
        Language::En => "Here is who can help, and why. The enclosed sheet gives sources and dates.",
        Language::Pt => "Eis quem pode ajudar, e porquê. A ficha em anexo indica as fontes e as datas.",
        Language::Lb => {
            "Hei steet, wien hëllefe kann a firwat. D’Fiche am Annex nennt d’Quellen an d’Datumer."
        }
    };
    format!("{}\n\n{text}", mark(language))
}
