//! Denial, doubt, relatives.

use super::{read, status};
use ariane_domain::Language::{De, En, Fr, Lb, Pt};
use ariane_signs::Status::{Excluded, Family, Observed, Uncertain};

#[test]
fn denial_before_the_sign() {
    for (text, language) in [
        ("Il n'a pas de fièvre", Fr),
        ("sans fièvre", Fr),
        ("aucune fièvre", Fr),
        ("Absence de fièvre", Fr),
        ("Er hat kein Fieber", De),
        ("ohne Fieber", De),
        ("não tem febre", Pt),
        ("Nunca teve febre", Pt),
        ("Nega febre", Pt),
        ("She has no fever", En),
        ("denies fever", En),
        ("negative for fever", En),
        ("huet keng Fieber", Lb),
    ] {
        assert_eq!(status(text, language), Some(Excluded), "{text}");
    }
}

#[test]
fn denial_after_the_sign() {
    for (text, language) in [
        ("Fieber hatte sie nie", De),
        ("Ein Fieber wurde ausgeschlossen", De),
        ("La fièvre a disparu", Fr),
        ("fever was ruled out", En),
        ("febre ausente", Pt),
    ] {
        assert_eq!(status(text, language), Some(Excluded), "{text}");
    }
}

#[test]
fn what_is_over_is_excluded() {
    assert_eq!(status("Elle n'a plus de fièvre", Fr), Some(Excluded));
    assert_eq!(status("Er hat kein Fieber mehr", De), Some(Excluded));
    assert_eq!(status("Já não tem febre", Pt), Some(Excluded));
    assert_eq!(status("no longer has a fever", En), Some(Excluded));
}

#[test]
fn lists_are_denied_to_their_end() {
    let all = |text, language| read(text, language).into_iter().map(|(_, s)| s).collect::<Vec<_>>();
    assert_eq!(all("ni fièvre, ni toux, ni diarrhée", Fr), [Excluded; 3]);
    assert_eq!(all("weder Fieber noch Husten", De), [Excluded; 2]);
    assert_eq!(all("sem febre, tosse ou diarreia", Pt), [Excluded; 3]);
    assert_eq!(all("no fever, cough or diarrhea", En), [Excluded; 3]);
}

#[test]
fn denial_ends_where_the_thought_ends() {
    let all = |text, language| read(text, language).into_iter().map(|(_, s)| s).collect::<Vec<_>>();
    assert_eq!(all("pas de fièvre mais une toux", Fr), [Excluded, Observed]);
    assert_eq!(all("kein Fieber, aber Husten", De), [Excluded, Observed]);
    assert_eq!(all("sem febre. Tosse há dias", Pt), [Excluded, Observed]);
    assert_eq!(all("no fever but a cough", En), [Excluded, Observed]);
    assert_eq!(all("Elle n'a pas de fièvre et elle a une ataxie", Fr), [Excluded, Observed]);
}

#[test]
fn what_looks_like_denial_is_none() {
    for (text, language) in [
        ("Ce n'est pas seulement la fièvre", Fr),
        ("Nicht nur Fieber", De),
        ("Não só febre", Pt),
        ("not only fever", En),
    ] {
        assert_eq!(status(text, language), Some(Observed), "{text}");
    }
}

#[test]
fn a_sign_may_contain_its_own_denial() {
    assert_eq!(read("Il ne marche toujours pas", Fr), [(2540, Observed)]);
    assert_eq!(read("Er kann noch nicht gehen", De), [(2540, Observed)]);
    assert_eq!(read("Ele não anda", Pt), [(2540, Observed)]);
}

#[test]
fn doubt() {
    for (text, language) in [
        ("suspicion d'ataxie", Fr),
        ("peut-être une ataxie", Fr),
        ("On ne peut exclure une ataxie", Fr),
        ("Verdacht auf Ataxie", De),
        ("Eine Ataxie kann nicht ausgeschlossen werden", De),
        ("suspeita de ataxia", Pt),
        ("possible ataxia", En),
        ("Ataxia cannot be ruled out", En),
        ("Ataxie ?", Fr),
    ] {
        assert_eq!(status(text, language), Some(Uncertain), "{text}");
    }
    assert_eq!(status("Quel centre pour une ataxie ?", Fr), Some(Observed));
}

#[test]
fn relatives() {
    for (text, language) in [
        ("Mon fils est petit. Sa grand-mère avait une ataxie.", Fr),
        ("Ataxie chez la mère", Fr),
        ("Ataxie (père)", Fr),
        ("Meine Tochter ist klein. Ihr Onkel hat eine Ataxie.", De),
        ("Ataxie beim Vater", De),
        ("A irmã tem ataxia", Pt),
        ("family history of ataxia", En),
        ("Her brother has ataxia", En),
    ] {
        assert_eq!(status(text, language), Some(Family), "{text}");
    }
}

#[test]
fn the_person_asked_about_is_no_relative() {
    for (text, language) in [
        ("Mon fils a une ataxie", Fr),
        ("Ma mère a une ataxie, quel centre ?", Fr),
        ("Sa mère dit qu'il a une ataxie", Fr),
        ("Il a une ataxie comme son père", Fr),
        ("Mein Mann hat eine Ataxie", De),
        ("Die Eltern berichten über Ataxie", De),
        ("A minha sobrinha tem ataxia", Pt),
        ("My niece has ataxia", En),
    ] {
        assert_eq!(status(text, language), Some(Observed), "{text}");
    }
}

#[test]
fn what_nobody_in_the_family_has_is_no_sign() {
    assert_eq!(read("Personne dans la famille n'a d'ataxie", Fr), []);
}
