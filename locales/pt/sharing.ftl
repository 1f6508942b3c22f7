### Antes de partilhar um caso: quantas pessoas poderia ser?

sharing-link = Antes de partilhar
sharing-title = Processo n.º { $number }: quem se poderia reconhecer?
sharing-lead = Um caso partilhado sem nome continua a ser de alguém: está pseudonimizado, não anónimo. Esta página estima a quantas pessoas corresponde o que o caso mostra e o que basta esbater. Nada é enviado a partir daqui.
sharing-verdict-enough = Corresponde a pessoas suficientes (pelo menos { $enough })
sharing-verdict-blur = Corresponde a poucas pessoas: esbater bastaria (pelo menos { $enough })
sharing-verdict-no-way = Corresponde a poucas pessoas, seja o que for que se esbata (menos de { $enough }, pelo menos { $floor })
sharing-verdict-refused = Recusado: talvez corresponda a menos de { $floor } pessoas
sharing-short-enough = pessoas suficientes
sharing-short-blur = poucas pessoas
sharing-short-no-way = poucas pessoas
sharing-short-refused = quase mais ninguém, decisão fundamentada
sharing-numbers = { $highest ->
    [one] Não corresponde a mais ninguém, tanto quanto se pode dizer.
   *[other] Corresponde a cerca de { $middle } pessoas, incluindo esta; entre { $low } e { $high }, em 95 de 100 casos.
}
sharing-unknown-age = Nenhuma tabela publicada diz quantas pessoas têm esta idade: há que recear que seja a única.
sharing-unknown-sex = Nenhuma tabela publicada conta os sexos: há que recear que seja a única.
sharing-unknown-nationality = Nenhuma tabela publicada conta esta nacionalidade: há que recear que seja a única.
sharing-unknown-area = Nenhuma tabela publicada conta os habitantes deste lugar: há que recear que seja a única.
sharing-unknown-prevalence = Nenhuma prevalência publicada diz quantas pessoas vivem com esta doença: há que recear que seja a única.
sharing-crowd = A cores a pessoa; cheias, aquelas a quem quase de certeza corresponde; a cinzento, a quem provavelmente; em contorno, a quem talvez; a tracejado, ninguém. O traço marca o número que basta.
sharing-what = O que o caso mostra
sharing-now = Agora
sharing-proposed = Proposta
sharing-then = Com a proposta:
sharing-take = Aceitar a proposta
sharing-person = A pessoa
sharing-shown = O que é mostrado
sharing-attribute-age = Idade
sharing-attribute-sex = Sexo
sharing-attribute-nationality = Nacionalidade
sharing-attribute-area = Local de residência
sharing-attribute-disorder = Doença
sharing-attribute-traits = Pormenores raros do texto
sharing-age-year = Em anos
sharing-age-five-years = Em classes de cinco anos
sharing-age-ten-years = Em classes de dez anos
sharing-age-child-or-adult = Criança ou adulto
sharing-age-hidden = De modo nenhum
sharing-years = { $count ->
    [one] { $count } ano
   *[other] { $count } anos
}
sharing-ages = de { $from } a { $to } anos
sharing-from-age = { $from } anos ou mais
sharing-hidden = Não mostrado
sharing-kept = Mostrados
sharing-not-known = Não conhecido
sharing-everybody = Todos os países participantes
sharing-rare = Pormenor raro: verdadeiro para uma pessoa em…
sharing-rare-hint = Uma profissão, uma viagem, um sinal que poucas pessoas têm. Vazio se não houver.
sharing-age-wrong = Indique a idade em anos, de 0 a 120.
sharing-rare-wrong = Indique um número, por exemplo 1000 para uma pessoa em mil.
sharing-reason = Porque partilhar mesmo assim
sharing-reason-hint = A decisão de um clínico, com o seu motivo. Fica no fio do processo.
sharing-compute = Calcular
sharing-keep = Guardar no processo
sharing-line = { $what }: { $shown }
sharing-how = Como se estima isto?
sharing-how-text = População publicada, partes por idade, sexo e nacionalidade, prevalência publicada. O que não se sabe (a verdadeira prevalência no seu intervalo, como estas características se ligam) alarga o intervalo; a decisão olha para o seu limite inferior. Limiar de onze pessoas: orientações da Agência Europeia de Medicamentos (política 0070).
sharing-source = { $source } (verificado em { $date })
case-event-sharing-judged = Partilha examinada
cell-rule-clinician-decides = Abaixo deste limiar decide um clínico (coordenação médica), com motivo.
