### Avant de partager un cas : combien de personnes cela pourrait-il être ?

sharing-link = Avant de partager
sharing-title = Dossier n° { $number } : qui pourrait-on reconnaître ?
sharing-lead = Un cas partagé sans nom reste celui de quelqu’un : il est pseudonymisé, pas anonyme. Cette page estime combien de personnes répondent à ce que le cas montre, et ce qu’il suffit d’estomper. Rien n’est envoyé d’ici.
sharing-verdict-enough = Assez de personnes y répondent (au moins { $enough })
sharing-verdict-blur = Trop peu de personnes y répondent : estomper suffirait (au moins { $enough })
sharing-verdict-no-way = Trop peu de personnes y répondent, quoi que l’on estompe (moins de { $enough }, au moins { $floor })
sharing-verdict-refused = Refusé : moins de { $floor } personnes y répondent peut-être
sharing-short-enough = assez de personnes
sharing-short-blur = peu de personnes
sharing-short-no-way = peu de personnes
sharing-short-refused = presque personne d’autre, décision motivée
sharing-numbers = { $highest ->
    [one] Personne d’autre n’y répond, autant qu’on puisse le dire.
   *[other] Environ { $middle } personnes y répondent, elle comprise ; entre { $low } et { $high }, dans 95 cas sur 100.
}
sharing-unknown-age = Aucune table publiée ne dit combien de personnes ont cet âge : il faut craindre qu’elle soit seule.
sharing-unknown-sex = Aucune table publiée ne compte les sexes : il faut craindre qu’elle soit seule.
sharing-unknown-nationality = Aucune table publiée ne compte cette nationalité : il faut craindre qu’elle soit seule.
sharing-unknown-area = Aucune table publiée ne compte les habitants de ce lieu : il faut craindre qu’elle soit seule.
sharing-unknown-prevalence = Aucune prévalence publiée ne dit combien de personnes vivent avec cette maladie : il faut craindre qu’elle soit seule.
sharing-crowd = En couleur la personne ; pleins ceux qui y répondent presque sûrement, gris ceux qui y répondent probablement, en contour ceux qui y répondent peut-être ; en pointillé personne. Le trait marque le nombre qui suffit.
sharing-what = Ce que le cas montre
sharing-now = Maintenant
sharing-proposed = Proposition
sharing-then = Avec la proposition :
sharing-take = Reprendre la proposition
sharing-person = La personne
sharing-shown = Ce qui est montré
sharing-attribute-age = Âge
sharing-attribute-sex = Sexe
sharing-attribute-nationality = Nationalité
sharing-attribute-area = Lieu de vie
sharing-attribute-disorder = Maladie
sharing-attribute-traits = Détails rares du texte
sharing-age-year = En années
sharing-age-five-years = Par tranche de cinq ans
sharing-age-ten-years = Par tranche de dix ans
sharing-age-child-or-adult = Enfant ou adulte
sharing-age-hidden = Pas du tout
sharing-years = { $count ->
    [one] { $count } an
   *[other] { $count } ans
}
sharing-ages = de { $from } à { $to } ans
sharing-from-age = { $from } ans ou plus
sharing-hidden = Pas montré
sharing-kept = Montrés
sharing-not-known = Pas connu
sharing-everybody = Tous les pays participants
sharing-rare = Détail rare : vrai d’une personne sur…
sharing-rare-hint = Un métier, un voyage, un signe que peu de gens ont. Vide s’il n’y en a pas.
sharing-age-wrong = Indiquez l’âge en années, de 0 à 120.
sharing-rare-wrong = Indiquez un nombre, par exemple 1000 pour une personne sur mille.
sharing-reason = Pourquoi partager quand même
sharing-reason-hint = La décision d’un clinicien, avec sa raison. Elle reste dans le fil du dossier.
sharing-compute = Calculer
sharing-keep = Garder dans le dossier
sharing-line = { $what } : { $shown }
sharing-how = Comment est-ce estimé ?
sharing-how-text = Population publiée, parts d’âge, de sexe et de nationalité, prévalence publiée. Ce que l’on ignore (la vraie prévalence dans sa fourchette, comment ces caractères vont ensemble) élargit l’intervalle ; la décision regarde son bas. Seuil de onze personnes : lignes directrices de l’Agence européenne des médicaments (politique 0070).
sharing-source = { $source } (vérifié le { $date })
case-event-sharing-judged = Partage examiné
cell-rule-clinician-decides = Sous ce seuil, un clinicien (coordination médicale) décide, avec sa raison.
