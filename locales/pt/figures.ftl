# Figures

# Pages
figures-title = Números
figures-editions = Números publicados
figures-readers = Envio por correio eletrónico
figures-behind = Registos por trás de um número
figures-behind-meeting = Reunião
figures-edition = Números { $period }
figures-back = Voltar aos números

# Periods
figures-quarter = { $quarter }.º trimestre de { $year }
figures-half = { $half }.º semestre de { $year }
figures-from-to = de { $from } a { $to }
figures-choose = Outro período, lugar, serviço ou rede
figures-from = De
figures-to = Até (inclusive)
figures-period = Período
figures-period-hint = Ou um ano, um trimestre, um mês: 2026, 2026-Q1, 2026-03
figures-service = Serviço
figures-service-infoline = Infoline
figures-service-cell = Célula de coordenação
figures-service-hub = Hub nacional
figures-place = Onde vive a pessoa em causa
figures-network = Rede europeia (grupo de doenças)
figures-show = Mostrar
figures-as-of = Situação em { $moment }.
figures-running = O período ainda não terminou: números até agora.
figures-then = Como conhecido então; ao lado, o mesmo período como conhecido { $moment }.
figures-known-on = Como conhecido em
figures-known-on-hint = Um dia passado: o que foi registado, corrigido ou apagado depois fica de fora. Vazio: hoje.
figures-preparing = Os registos são muitos: os números estão a ser preparados. Volte daqui a pouco.
figures-again = Tentar de novo
figures-not-live = Não mostrados aqui, porque os seus registos não lhe estão abertos: { $services }. Ver os números publicados.
figures-live-note = Estes números são exatos, mesmo pequenos: ficam entre quem lê os registos. Para os dar a outros, publique uma edição: nela os números pequenos ficam ocultos.

# Faults
figures-fault-unreadable = Este período não se consegue ler. Escreva por exemplo 2026, 2026-Q1 ou 2026-03, entre 1900 e 2200.
figures-fault-empty = O fim vem antes do início. Troque os dois dias.
figures-fault-too-long = O período tem mais de cem anos. Escolha um mais curto.
figures-fault-day = Um dos dois dias não se consegue ler. Escreva por exemplo 31/12/2026.
figures-fault-half = Falta um dos dois dias: indique o início e o fim.
figures-fault-future = Este período ainda não começou: não há nada para contar.
figures-fault-future-then = Nesse dia o período ainda não tinha começado. Escolha um dia mais tarde.
figures-fault-as-of-future = Ainda ninguém sabe o que será conhecido nesse dia. Escolha um dia passado.
figures-fault-service = Este serviço não existe. Escolha um da lista.
figures-fault-scope = Nenhum registo tem este lugar ou esta rede. Escolha na lista.
figures-fault-figure = Este número não existe, ou não há registos para listar por trás dele.
figures-fault-not-of-lattice = Só se publicam anos e trimestres civis: outros períodos revelariam por diferença o que está oculto.
figures-fault-not-over = Este período ainda não terminou: publica-se depois.
figures-fault-unprotectable = Esta edição não pode ser publicada: com as anteriores deixaria calcular um número pequeno.
figures-fault-not-computed = A edição não pôde ser calculada. Tente de novo.
figures-fault-comment-empty = Escreva a sua observação antes de enviar.
figures-fault-comment-long = A observação tem mais de 4000 caracteres. Encurte-a.

# Sections
figures-section-requests = Pedidos à infoline
figures-section-answers = Respostas e prazos
figures-section-unmet = Necessidades não satisfeitas
figures-section-cell = Célula de coordenação
figures-section-hub = Hub nacional

# Figures: name and definition
figures-name-infoline-records = Pedidos recebidos
figures-means-infoline-records = Todos os pedidos chegados no período. À parte: os duplicados (conta o outro), o que não é um pedido, as pessoas que se opõem aos números (artigo 21.º do RGPD).
figures-name-infoline-contacts = Contactos
figures-means-infoline-contacts = Mensagens, chamadas, visitas: o primeiro de cada pedido contado e os seguintes conhecidos até hoje. As nossas respostas não contam.
figures-name-infoline-requesters = Requerentes
figures-means-infoline-requesters = Quem pede, uma vez por ano civil: no primeiro pedido do ano.
figures-name-infoline-persons = Pessoas em causa
figures-means-infoline-persons = Para quem se pede, uma vez por ano civil: no primeiro pedido do ano.
figures-name-infoline-age = Idades
figures-means-infoline-age = Idade da pessoa em causa no primeiro pedido do ano.
figures-name-infoline-sender = Como conheceram a infoline
figures-means-infoline-sender = Como o requerente conheceu a infoline, no primeiro pedido do ano.
figures-name-infoline-entry = Modo de entrada
figures-means-infoline-entry = Por onde chegou o requerente, no primeiro pedido do ano.
figures-name-infoline-nationality = Nacionalidades
figures-means-infoline-nationality = Nacionalidade da pessoa em causa no primeiro pedido do ano.
figures-name-infoline-nature = Natureza dos pedidos
figures-means-infoline-nature = O que se pede. Um pedido pode ter várias: as partes são de todos os pedidos e passam de 100.
figures-name-infoline-kind = Quem pede
figures-means-infoline-kind = Perfil de quem contacta, por pedido contado.
figures-name-infoline-disorder = O que se sabe da doença
figures-means-infoline-disorder = Diagnóstico feito, suspeito ou ausente, por pedido contado.
figures-name-infoline-outcome = Desfecho dos pedidos
figures-means-infoline-outcome = O que aconteceu até hoje aos pedidos do período. O que está aberto fica à parte.
figures-name-infoline-reply = Prazo da primeira resposta
figures-means-infoline-reply = Primeira resposta no prazo prometido ou depois; o tempo conta em horas de abertura.
figures-name-infoline-orientation = Prazo de orientação
figures-means-infoline-orientation = Pedidos terminados com a pessoa orientada; o tempo até lá conta em horas de abertura.
figures-name-infoline-unmet = Necessidades não satisfeitas, por motivo
figures-means-infoline-unmet = O que ninguém pôde dar, como foi anotado no período.
figures-name-infoline-unmet-nature = Necessidades não satisfeitas, por pedido
figures-means-infoline-unmet-nature = As mesmas, pelo que se pedia.
figures-name-cell-meetings = Reuniões semanais
figures-means-cell-meetings = Reuniões que se realizaram, ou já começadas nesse momento.
figures-name-cell-meeting-records = Reuniões semanais, previstas
figures-means-cell-meeting-records = Todas as reuniões cuja hora chegou; à parte, as canceladas e as que ninguém abriu nem cancelou. A formação nunca conta.
figures-name-cell-records = Seguimento ativo, processos
figures-means-cell-records = Todas as pessoas acompanhadas num momento do período, vindas da infoline ou do serviço psicossocial; à parte, quem se opõe aos números: não é contado em mais lado nenhum. A formação nunca é contada.
figures-name-hub-records = Seguimento ativo do hub, processos
figures-means-hub-records = Todas as pessoas acompanhadas num momento do período e vindas do hub; à parte, quem se opõe aos números. Quem é acompanhado pela célula e pelo hub está nas duas tabelas.
figures-name-cell-active = Pessoas em acompanhamento ativo
figures-means-cell-active = Pessoas acompanhadas em algum momento do período, vindas da infoline ou do serviço psicossocial. Processos de formação e oposições não contam.
figures-name-cell-origin = Acompanhamento ativo, por proveniência
figures-means-cell-origin = As mesmas pessoas, pelo serviço que abriu o processo.
figures-name-cell-brought = Acompanhamento ativo, trazidas por
figures-means-cell-brought = As mesmas pessoas, por quem as trouxe: um campo próprio, corrigível com motivo.
figures-name-cell-new = Acompanhamento ativo, pessoas novas
figures-means-cell-new = Destas, as aceites pela primeira vez no período.
figures-name-cell-diagnosis = Pessoas diagnosticadas
figures-means-cell-diagnosis = Pessoas cujo diagnóstico cai no período, segundo o tempo desde o primeiro sintoma. Contado desde que o percurso se regista em mês e em faixa; as datas em si ficam seladas. À parte, quem se opôs aos números.
figures-name-hub-active = Acompanhamento ativo do hub
figures-means-hub-active = Pessoas acompanhadas em algum momento do período e vindas do hub.
figures-name-hub-new = Hub, pessoas novas
figures-means-hub-new = Destas, as aceites pela primeira vez no período.
figures-name-hub-referred = Orientadas para as ERN pelo hub
figures-means-hub-referred = Pessoas que o hub enviou a uma rede europeia no período.
figures-name-hub-referrals = Encaminhamentos para ERN, por desfecho
figures-means-hub-referrals = Encaminhamentos enviados no período e o que deles resultou até hoje. O tempo vai do envio à resposta da rede, em dias.
figures-name-hub-appointment = Encaminhamentos para ERN, primeira consulta
figures-means-hub-appointment = Os mesmos encaminhamentos, segundo a primeira consulta. O tempo vai do envio à consulta realizada, em dias.

# Units and rows
figures-unit-contact = contactos
figures-unit-request = pedidos
figures-unit-requester = requerentes
figures-unit-person-concerned = pessoas em causa
figures-unit-unmet-need = necessidades anotadas
figures-unit-meeting = reuniões
figures-unit-referral = encaminhamentos
figures-row-counted = Contados
figures-row-double = Duplicados
figures-row-not-a-request = Não é um pedido
figures-row-objected = Oposição aos números
figures-row-cell-meeting-records-held = Realizadas
figures-row-cell-meeting-records-cancelled = Canceladas
figures-row-cell-meeting-records-not-held = Nem abertas nem canceladas
figures-row-infoline-contacts-first = Primeiros contactos
figures-row-infoline-contacts-further = Contactos seguintes
figures-row-first = Primeiro pedido do ano
figures-row-further = Pedidos seguintes
figures-row-kept = No prazo prometido
figures-row-late = Mais tarde
figures-row-not-yet = Ainda sem resposta
figures-row-not-oriented = Outro desfecho, ou aberto
figures-row-open = Ainda abertos
figures-row-new = Novas
figures-row-known = Já conhecidas
figures-row-hub-referrals-accepted = Aceites
figures-row-hub-referrals-declined = Recusados
figures-row-hub-referrals-lost = Perdidos no caminho
figures-row-hub-referrals-withdrawn = Retirados
figures-row-hub-referrals-waiting = À espera de resposta
figures-row-hub-appointment-seen = Consulta realizada
figures-row-hub-appointment-fixed = Consulta marcada
figures-row-hub-appointment-none-yet = Ainda sem consulta
figures-row-hub-appointment-ended-before = Terminados antes de uma consulta
figures-row-other = Outras
figures-row-not-told = Não perguntado ou não dito
figures-row-foreign = Código desconhecido desta versão
figures-row-not-counted = Pedido não contado
odyssey-band-under-1 = Menos de um ano
odyssey-band-1-5 = Um a cinco anos
odyssey-band-5-more = Cinco anos e mais

# What stands beside a number
figures-hidden = oculto
figures-hidden-why = Oculto: o número é pequeno, ou deixaria calcular um pequeno.
figures-percent = { $share } %
figures-hours = { $hours } h { $minutes } de abertura
figures-days = { $count ->
    [one] Um dia
   *[other] { $shown } dias
}
figures-median = Metade espera no máximo
figures-ninth = Nove em dez esperam no máximo
figures-same = sem alteração
figures-before = Período anterior: { $n } ({ $change })
figures-before-alone = Período anterior: { $n }
figures-now = Conhecido hoje: { $n } ({ $change } desde então)
figures-definition = O que se conta
figures-note-sum = Cada parte é arredondada por si: a soma dá { $sum } %.
figures-note-of-total = Há linhas ocultas: as partes são do total.
figures-note-hidden = { $count ->
    [one] Uma linha oculta.
   *[other] { $shown } linhas ocultas.
}
figures-note-overlaps = Um pedido pode estar em várias linhas.
figures-note-left-out = { $count ->
    [one] Um contado sem parte: a linha em itálico diz porquê.
   *[other] { $shown } contados sem parte: as linhas em itálico dizem porquê.
}
figures-note-left-out-hidden = Alguns são contados sem parte; o número está oculto.
figures-note-empty = Nada para contar neste período.

# Columns
figures-column-category = Categoria
figures-column-n = Número
figures-column-percent = Parte
figures-column-before = Período anterior
figures-column-now = Conhecido hoje
figures-column-group = Grupo
figures-column-requests = Pedidos
figures-column-oriented = Orientados, dos terminados
figures-column-open = Abertos
figures-column-unmet = Necessidades não satisfeitas
figures-column-month = Mês
figures-column-stands-out = O que se destaca
figures-column-record = Registo
figures-column-since = Recebido em
figures-column-name = Nome
figures-column-figure = Número
figures-column-id = Código
figures-column-version = versão
figures-column-unit = Unidade
figures-column-period = Período
figures-column-note = Observação
figures-column-means = O que se conta
figures-column-public = Nome na definição pública
figures-column-differs = Diferença

# Groups, trend, directory
figures-by-network = Por rede europeia
figures-by-network-hint = Pela doença nomeada no pedido. ◆: no último mês completo, mais do que os doze meses anteriores deixam esperar (menos de uma hipótese em cem).
figures-by-place = Por lugar de residência
figures-by-place-hint = País e região da pessoa em causa, como anotados.
figures-group-none-network = Nenhuma doença nomeada, ou sem rede
figures-group-none-place = Não perguntado ou não dito
figures-referrals = Encaminhamentos por rede europeia
figures-referrals-hint = Encaminhamentos enviados no período. Os prazos são em dias: metade não espera mais. Para ler entre vós: estes números não se publicam.
figures-column-network = Rede
figures-column-sent = Enviados
figures-column-to-answer = Dias até à resposta
figures-column-to-appointment = Dias até à consulta
figures-column-entry-checked = Ficha verificada em
figures-alert-demand = { $month }: { $n } pedidos, contra { $mean } por mês antes
figures-alert-gap = { $month }: { $n } necessidades não satisfeitas, contra { $mean } por mês antes
figures-alert-month = Mais do que o habitual ({ $mean } por mês antes)
figures-trend = Pedidos mês a mês
figures-trend-hint = Um losango marca um mês acima do que os doze meses anteriores deixam esperar. A regra está explicada na documentação dos números.
figures-trend-text = Pedidos por mês, de { $from } a { $to }
figures-trend-short = Menos de treze meses registados: ainda é cedo para dizer que um mês se destaca.
figures-as-table = Ver em tabela
figures-fresh = Atualidade da lista
figures-fresh-hint = Estruturas verificadas na fonte há { $days } dias no máximo. Situação de hoje, qualquer que seja o período.
figures-fresh-within = Verificadas no prazo
figures-fresh-over = A verificar de novo
figures-fresh-unconfirmed = Nunca confirmadas
figures-fresh-see = Ver o que há a verificar
figures-missing-title = O que ainda não se conta
figures-missing-referred = Orientações para as ERN pelo hub
figures-missing-why-referred = Nenhuma orientação é ainda registada à parte: não contado não é zero.
figures-missing-first-appointment = Prazo da primeira consulta
figures-missing-why-first-appointment = Contado com os encaminhamentos, onde estes se registam.
figures-missing-meetings-of-part = Reuniões de um lugar ou de uma rede
figures-missing-why-meetings-of-part = Uma reunião não pertence a nenhum lugar nem rede: só se conta no conjunto.
figures-missing-network-of-files = Rede dos processos mais antigos
figures-missing-why-network-of-files = Um processo tem a rede da sua doença desde que esta versão está em uso: os abertos antes sem pedido à linha não têm nenhuma até o cabeçalho ser reescrito, e figuram em «sem rede».

# Records behind
figures-behind-hint = A lista não nomeia ninguém. Abri-la fica registado, abrir um registo também.
figures-behind-more = Os primeiros { $shown } de { $all }.
figures-behind-none = Nenhum registo.

# Editions
figures-editions-lead = O que pode sair de casa: anos e trimestres terminados, números pequenos ocultos, cada edição assinada. Uma edição não se altera nem se retira.
figures-editions-none = Ainda nada foi publicado.
figures-made = Feita em
figures-form = { $form }, { $count } definições
figures-form-unknown = Forma desconhecida desta versão
figures-column-form = Forma
figures-column-signature = Assinatura
figures-by-job = Automaticamente
figures-whole = Tal como assinada
figures-broken = Não está como foi assinada: não a use
figures-make = Publicar uma edição
figures-make-hint = Só anos e trimestres terminados. Os números pequenos são ocultados, e outros bastantes para que nenhuma subtração os devolva, incluindo edições anteriores.
figures-make-do = Publicar
figures-verify = Verificar uma edição recebida
figures-verify-hint = Cole o conteúdo do ficheiro assinado (.json). Nada fica guardado.
figures-verify-text = Conteúdo do ficheiro
figures-verify-do = Verificar
figures-verify-good = Edição autêntica, tal como assinada aqui: { $period }, impressão { $digest }
figures-verify-bad = Não está como foi assinada aqui: algo mudou, ou outra instalação a assinou.
figures-verify-unreadable = Este texto não é uma edição assinada. Cole o ficheiro .json inteiro.

# One edition
figures-hiding = Números de 1 a menos de { $threshold } ocultos, e os que os devolveriam: { $hidden } de { $all } ocultos. Os zeros são impressos.
figures-made-up = Dados fictícios: ninguém é contado, nada está oculto.
figures-slides = Um número por página (diapositivos)
figures-slides-end = Disposição normal
figures-done = Guardado.
figures-file-pdf = PDF
figures-file-xlsx = Folha de cálculo (XLSX)
figures-file-csv = CSV
figures-file-json = Ficheiro assinado (JSON)
figures-file-name = numeros
figures-comments = Observações dos representantes dos doentes
figures-comments-lead = Impressas com a edição, tal como escritas.
figures-comments-none = Nenhuma observação.
figures-comment = A sua observação
figures-comment-hint = Será impressa com o seu nome. Não nomeie mais ninguém.
figures-comment-do = Acrescentar a observação
figures-comment-by = { $name }, { $moment }
figures-proof = Prova
figures-fact-period = Período
figures-fact-as-of = Registos como conhecidos em
figures-fact-made = Feita em
figures-fact-form = Forma
figures-fact-digest = Impressão (SHA-256)
figures-fact-key = Chave pública

# Files and paper
figures-export-total = Total
figures-export-hidden = oculto
figures-export-aside = contado, sem parte
figures-export-not-recorded = ainda não registado por esta instalação
figures-export-years-only = publicado só para anos inteiros
figures-export-not-counted = nenhum número o conta ainda
figures-sheet-about = A ler
figures-sheet-all = Números
figures-sheet-definitions = Definições
figures-sheet-enrdhl = ENRDHL perfil
figures-sheet-activity = Atividade (capítulos BNDMR)
figures-sheet-ern = Indicadores ERN
figures-indicator-inquirer-gender = Género do requerente
figures-indicator-inquirer-age = Idade do requerente
figures-indicator-orpha-code = Código ORPHA
figures-indicator-duration = Duração da resposta
figures-indicator-satisfaction = Satisfação
figures-indicator-research = Investigação
figures-indicator-residence-region = Região de residência (só em direto, nunca publicada)
figures-indicator-treatment = Tratamento
figures-indicator-education = 4.1, 4.2 Formações
figures-indicator-studies = 5.1 Estudos e ensaios
figures-indicator-publications = 5.2 Publicações
figures-indicator-guidelines = 6.1, 6.2 Recomendações
figures-indicator-congresses = 7.1 Congressos
figures-differs-contacts = A definição pública conta um mês; aqui, o período escolhido. As nossas respostas não contam.
figures-differs-natures = As nossas sete naturezas de pedido, não as categorias da rede.
figures-differs-requesters = Aqui uma vez por requerente e por ano, no primeiro pedido; lá cada pedido.
figures-differs-kinds = Categorias do nosso formulário.
figures-differs-bands = Aqui três faixas, uma vez por pessoa e por ano.
figures-differs-coordination = Aqui pessoas acompanhadas por uma célula de coordenação; lá doentes vistos num centro especializado.
figures-differs-odyssey = Aqui o mês do diagnóstico e uma faixa desde o primeiro sintoma; lá datas por doente.
figures-differs-sent = Aqui as pessoas enviadas pelo hub a uma rede; lá os novos doentes chegados a um membro da rede.
figures-source = Fonte da definição: { $source }, lida em { $day }.
figures-paper-before = { $now } (antes: { $before })
figures-paper-definition = { $means } [{ $version }]
figures-paper-footer = { $title } · edição assinada, impressão { $digest }…

# Sending
figures-readers-lead = Quem é avisado por correio de que há uma nova edição. Faz-se sozinha { $days } dias depois do fim do período, se alguém a esperar. O correio leva só uma ligação, nenhum número.
figures-readers-done = Guardado. Os próximos envios seguem esta definição.
figures-readers-no-mail = Nenhuma caixa de correio está configurada: as edições fazem-se, mas ninguém é avisado.
figures-yearly = Cada ano
figures-quarterly = Cada trimestre
figures-mail-subject = Números { $period } publicados
figures-mail-text =
    Bom dia,

    a edição dos números { $period } está disponível, com os números pequenos ocultos:
    { $link }

    Recebe este correio porque a coordenação o inscreveu. Ela pode terminá-lo.
