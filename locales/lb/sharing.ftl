### Ier e Fall gedeelt gëtt: wéi vill Leit kéinten et sinn?

sharing-link = Virum Deelen
sharing-title = Dossier Nr. { $number }: Wie kéint een erkennen?
sharing-lead = E Fall, deen ouni Numm gedeelt gëtt, bleift dee vun engem Mënsch: E ass pseudonymiséiert, net anonym. Dës Säit schätzt, op wéi vill Leit dat zoutrëfft, wat de Fall weist, a wat et duergeet ze vergriewen. Vun hei gëtt näischt geschéckt.
sharing-verdict-enough = Et trëfft op genuch Leit zou (op d’mannst { $enough })
sharing-verdict-blur = Et trëfft op ze wéineg Leit zou: Vergriewe géif duergoen (op d’mannst { $enough })
sharing-verdict-no-way = Et trëfft op ze wéineg Leit zou, egal wat ee vergrieft (manner wéi { $enough }, op d’mannst { $floor })
sharing-verdict-refused = Refuséiert: Et trëfft vläicht op manner wéi { $floor } Leit zou
sharing-short-enough = genuch Leit
sharing-short-blur = wéineg Leit
sharing-short-no-way = wéineg Leit
sharing-short-refused = bal keen aneren, Decisioun mat Grond
sharing-numbers = { $highest ->
    [one] Et trëfft op keen aneren zou, souwäit ee ka soen.
   *[other] Et trëfft op ongeféier { $middle } Leit zou, d’Persoun matgezielt; an 95 vun 100 Fäll op { $low } bis { $high }.
}
sharing-unknown-age = Keng publizéiert Tabell seet, wéi vill Leit dësen Alter hunn: Et muss een fäerten, datt et soss keen ass.
sharing-unknown-sex = Keng publizéiert Tabell zielt d’Geschlechter: Et muss een fäerten, datt et soss keen ass.
sharing-unknown-nationality = Keng publizéiert Tabell zielt dës Nationalitéit: Et muss een fäerten, datt et soss keen ass.
sharing-unknown-area = Keng publizéiert Tabell zielt d’Leit vun dësem Uert: Et muss een fäerten, datt et soss keen ass.
sharing-unknown-prevalence = Keng publizéiert Prevalenz seet, wéi vill Leit mat dëser Krankheet liewen: Et muss een fäerten, datt et soss keen ass.
sharing-crowd = A Faarf d’Persoun; voll, op wien et bal sécher zoutrëfft; gro, op wie wahrscheinlech; am Ëmrëss, op wie vläicht; gestréchelt keen. De Stréch weist d’Zuel, déi duergeet.
sharing-what = Wat de Fall weist
sharing-now = Elo
sharing-proposed = Virschlag
sharing-then = Mam Virschlag:
sharing-take = De Virschlag iwwerhuelen
sharing-person = D’Persoun
sharing-shown = Wat gewise gëtt
sharing-attribute-age = Alter
sharing-attribute-sex = Geschlecht
sharing-attribute-nationality = Nationalitéit
sharing-attribute-area = Wunnuert
sharing-attribute-disorder = Krankheet
sharing-attribute-traits = Selten Detailer am Text
sharing-age-year = A Joer
sharing-age-five-years = A Klasse vu fënnef Joer
sharing-age-ten-years = A Klasse vun zéng Joer
sharing-age-child-or-adult = Kand oder erwuessen
sharing-age-hidden = Guer net
sharing-years = { $count ->
    [one] { $count } Joer
   *[other] { $count } Joer
}
sharing-ages = { $from } bis { $to } Joer
sharing-from-age = { $from } Joer oder méi
sharing-hidden = Net gewisen
sharing-kept = Gewisen
sharing-not-known = Net bekannt
sharing-everybody = All d’Länner, déi matmaachen
sharing-rare = Seltenen Detail: wouer fir eng Persoun vun …
sharing-rare-hint = E Beruff, eng Rees, en Zeechen, dat wéineg Leit hunn. Eidel, wann et keng gëtt.
sharing-age-wrong = Gitt den Alter a Joer un, vun 0 bis 120.
sharing-rare-wrong = Gitt eng Zuel un, zum Beispill 1000 fir eng Persoun vun dausend.
sharing-reason = Firwat trotzdeem deelen
sharing-reason-hint = D’Decisioun vun engem Kliniker, mat sengem Grond. Si bleift am Fuedem vum Dossier.
sharing-compute = Rechnen
sharing-keep = Am Dossier halen
sharing-line = { $what }: { $shown }
sharing-how = Wéi gëtt dat geschat?
sharing-how-text = Publizéiert Populatioun, Undeeler vun Alter, Geschlecht an Nationalitéit, publizéiert Prevalenz. Wat een net weess (déi richteg Prevalenz an hirer Spann, wéi dës Eegenschafte matenee verbonne sinn), mécht d’Spann méi breet; decidéiert gëtt no hirem ënneschten Enn. Schwell vun eelef Leit: Richtlinn vun der Europäescher Arzneimëttelagentur (Policy 0070).
sharing-source = { $source } (iwwerpréift den { $date })
case-event-sharing-judged = Deelen iwwerpréift
cell-rule-clinician-decides = Ënner dëser Schwell decidéiert e Kliniker (medezinesch Koordinatioun), mat Grond.
