# Care on the page of a file
care-title = Acompanhamento global
care-plan = Plano de acompanhamento
care-plan-none = Ainda nada escrito
care-transition = Passagem à idade adulta
care-transition-see = Ver a lista
care-transition-unknown = Data de nascimento desconhecida
care-rights = Passos administrativos
care-way = Percurso até ao diagnóstico
care-way-none = Ainda sem datas
care-letters = Cartas
care-letters-none = Ainda sem cartas
care-household = Família
care-calls = Chamadas prometidas
care-calls-none = Nenhuma chamada foi prometida.
care-call-new = Prometer uma chamada
care-call-text = Sobre o quê
care-call-end = Anotar o resultado
care-printed = Impresso em { $day }
care-written-by = { $name }, { $moment }
care-known-since = { $outcome } ({ $day })
care-list-transition = Passagem à idade adulta
care-list-administrative = Passos administrativos

# Plan
care-plan-empty = Ainda nada está escrito. Anote o que alguém faz pela pessoa, ou o que ainda ninguém faz.
care-unspoken = Ainda não abordado
care-unspoken-hint = Um lembrete, não uma obrigação.
care-line-new = Acrescentar ao plano
care-line-add = Nova linha
care-line-change = Alterar
care-part = Domínio
care-action = O que se faz ou pede
care-actor = Por quem
care-actor-hint = Uma estrutura do diretório, ou um nome; vazio enquanto ninguém for encontrado.
care-family-does = A própria pessoa ou a família
care-nobody-yet = Ainda ninguém
care-on = Dia, ou rever em
care-renew = Direito a renovar até
care-renew-by = a renovar até
care-outcome = Resultado
care-outcome-what = Situação
care-outcome-none = Resultado ainda desconhecido
care-known = Sabido em
care-reason = Porquê, se não é o esperado

# Checklists
care-transition-hint = O que é preciso preparar com o jovem e a família. Cada ponto está feito ou posto de lado com um motivo.
care-transition-not-yet = A preparar a partir de { $day }.
care-transition-now = Passagem à idade adulta a preparar desde { $since }; maioridade em { $majority }
care-transition-of-age = Maior de idade desde { $since }: os consentimentos são pedidos à própria pessoa.
care-transition-from = A partir de { $day }
care-transition-board = Transição: maioridade em { $day }
care-transition-no-birth = Sem data de nascimento não se pode dizer quando preparar esta passagem.
care-transition-no-rule = Para este país ainda não há idade indicada.
care-transition-source = Idades: { $source }, verificado em { $day }. A confirmar pela célula.
care-rights-hint = Listas do país, com formulário, pagador, prazo e recurso. O que não se sabe é dito.
care-rights-none = Para este país ainda não há listas.
care-marked-count = { $marked } de { $all } pontos resolvidos
care-how-to = Como fazer
care-form = Formulário
care-payer = Quem paga
care-deadline = Prazo
care-appeal = Recurso
care-not-known = Ainda não verificado
care-checked = verificado em { $day }
care-official = Página oficial
care-mark = Anotar
care-mark-words = Pormenor ou motivo
care-mark-back = Retirar a marca

# Way to the diagnosis
care-way-hint = Datas tão exatas quanto alguém se lembra. O que não se sabe não se adivinha.
care-way-drawn = O percurso no tempo
care-way-empty = Escreva uma data abaixo: o percurso desenha-se aqui.
care-way-whole = Do primeiro sinal ao diagnóstico
care-way-write = Escrever as datas
care-way-format = Um ano (2019), um mês (05/2021) ou um dia (06/05/2021).
care-way-suggested = O processo chegou à célula em { $day }; o primeiro contacto pode ser anterior.
care-station = Etapa
care-station-first-symptom = Primeiro sinal
care-station-first-contact = Primeiro contacto
care-station-orientation = Orientação
care-station-diagnosis = Diagnóstico
care-date = Data
care-lapse = Desde a etapa anterior
care-lapse-unknown = desconhecido
care-lapse-out-of-order = verificar as datas: estão fora de ordem
care-lapse-ongoing = { $span }, e continua
care-between = { $least } a { $most }
care-month-year = { $month } de { $year }
care-today = hoje
care-month-1 = janeiro
care-month-2 = fevereiro
care-month-3 = março
care-month-4 = abril
care-month-5 = maio
care-month-6 = junho
care-month-7 = julho
care-month-8 = agosto
care-month-9 = setembro
care-month-10 = outubro
care-month-11 = novembro
care-month-12 = dezembro

# Letters and what was told
care-letter-begin = Escrever uma carta
care-letters-written = Cartas escritas
care-letter-new = Carta: { $to }
care-letter-title = Carta: { $to }
care-handing-post = Por correio ou em mão.
care-handing-neutral = Remetente e assunto neutros: a pessoa pediu-o.
care-handing-by-hand = A pessoa não deseja envios: entregar em mão.
care-letter-language = Língua da carta
care-letter-language-do = Mudar de língua
care-letter-to = Destinatário
care-letter-opening-label = Antes do que foi acordado
care-letter-closing-label = Depois
care-letter-lines = O que foi acordado
care-letter-lines-none = Nenhum passo aceite, nenhuma linha do plano.
care-letter-held = Retido: ainda não explicado
care-held-not-explained = { $what }: explicar primeiro em pessoa.
care-held-prefers-not = { $what }: a pessoa prefere não saber.
care-letter-kept = Uma vez escrita, a carta já não muda; escreve-se outra.
care-letter-write = Escrever a carta
care-letter-pdf = Carta em PDF
care-letter-sender = Célula de orientação e coordenação, doenças raras
care-letter-subject = O que acordámos
care-letter-subject-neutral = O seu encontro
care-letter-subject-gp = Acompanhamento de { $name }
care-letter-opening = Escrevemos para resumir o que acordámos em conjunto.
care-letter-opening-gp = Com o acordo da pessoa, eis o que foi acordado para { $name }, que acompanha.
care-letter-closing = Para qualquer pergunta, ligue-nos. Pode mudar de opinião a qualquer momento.
care-letter-agreed = O que está previsto
care-letter-agreed-lead = O próximo prazo em primeiro.
care-letter-by = até { $day }
care-letter-on = em { $day }
care-letter-who = Por
care-letter-when = Quando
care-told-title = O que foi explicado à pessoa
care-told-hint = Nenhuma doença suposta, resultado ou parecer é escrito antes de um clínico o explicar em pessoa.
care-told-none = Nada está anotado.
care-told-new = Anotar o que foi explicado
care-told-what = O quê
care-told-how = Como
care-told-day = Em que dia (vazio: agora)
care-told-words = Por quem, como foi recebido
care-told-explained = Explicado em pessoa
care-told-prefers-not = A pessoa prefere não saber
care-told-not-yet = Anotado por engano: ainda não explicado
care-told-explained-on = explicado em pessoa em { $day }
care-told-prefers-on = prefere não saber, dito em { $day }

# Family
care-household-hint = A ligação nada revela: vê aqui apenas processos que pode ler de qualquer modo.
care-household-none = Nenhum outro processo está ligado a este.
care-household-said = O que esta pessoa disse
care-household-said-hint = Fica neste processo; os outros membros nada sabem.
care-tie = Lugar na família
care-tie-of = { $name } é
care-consanguinity = Pais aparentados entre si
care-burden = Peso para os cuidadores
care-burden-not-asked = Ainda não perguntado
care-burden-day = Dito em
care-household-leave = Desligar este processo
care-household-link = Ligar outro processo
care-household-link-do = Ligar
care-other-number = Número do outro processo
care-other-tie = A outra pessoa é

# What waits
care-waiting = Pendentes
care-waiting-lead = Tudo aquilo cujo dia passou sem resultado anotado, e direitos que terminam.
care-waiting-mine = Só as minhas
care-waiting-mine-lead = O que lhe cabe, e o que não é de ninguém em particular.
care-waiting-all = De todos
care-waiting-none = Hoje nada espera.
open-end-hint-call-due = Ligue e anote o que foi dito.
open-end-hint-step-late = Anote o resultado ou dê outro dia.
open-end-hint-step-unanswered = A pessoa ainda não respondeu: uma chamada pode bastar.
open-end-hint-outcome-missing = Diga o que resultou, e porquê se não resultou.
open-end-hint-renewal = Prepare o pedido antes de o direito terminar.

# Roster
care-roster = Ausências e regras
care-roster-now = Hoje
care-present = presente
care-replaced-by = ausente, substituído por { $name }
care-nobody-acts = ausente, ninguém substitui
care-absences = Ausências
care-absences-none = Nenhuma ausência prevista.
care-stand-in = Substituição
care-no-stand-in = Ninguém
care-acts-now = age hoje: { $name }
care-absence-span = de { $from } a { $until }
care-absence-open = a partir de { $from }
care-absence-end = Estou de volta
care-absence-take-back = Anular esta ausência
care-absence-new = Anotar a minha ausência
care-absence-first = Primeiro dia
care-absence-last = Último dia (vazio: sem fim conhecido)
care-numbers = Números da instalação
care-numbers-hint = Definidos em ariane.toml, secção [cell], por quem opera a instalação.
care-number-psychosocial = Silêncio assinalado na via psicossocial após
care-number-medical = Silêncio assinalado na via médica após
care-number-contact = Um contacto mantém um processo em acompanhamento ativo durante
care-number-overdue = Um passo em atraso mantém-no assim durante
care-number-renewal = Uma renovação é anunciada antes do fim com
care-number-answer = Um passo sem resposta pede uma chamada após

# Guidelines
care-guidelines = Recomendações
care-guidelines-public = Redigidas ou adotadas pela célula de coordenação, com autores e data da próxima revisão.
care-guidelines-hint = A que está em vigor aparece na página pública da doença; passada a revisão, desaparece.
care-guidelines-none = Ainda não há recomendações.
care-guideline-new = Nova recomendação
care-guideline-begin = Começar um rascunho
care-guideline-title = Título
care-guideline-disorder = Doença ou grupo de doenças
care-guideline-language = Língua do texto
care-guideline-authors = Autores
care-guideline-authors-hint = Um por linha, como assinam.
care-guideline-text = Texto
care-guideline-url = Endereço do documento, se estiver noutro lado
care-guideline-in-force = Versão { $number } em vigor
care-guideline-and-draft = segue-se um rascunho
care-guideline-late = Revisão ultrapassada: já não é mostrada
care-guideline-from = em vigor desde { $day }
care-guideline-review = a rever até { $day }
care-guideline-review-by = a rever até
care-guideline-withdrawn = retirada em { $day }
care-guideline-version = Versão { $number }
care-guideline-by = Autores: { $authors }
care-guideline-next-review = Próxima revisão
care-guideline-edit = Escrever o rascunho
care-guideline-next = Começar a versão seguinte
care-guideline-shown = mostrada na página pública
guideline-hint-validate = Entra em vigor hoje e é mostrada até à revisão.
guideline-hint-review = Reviu-a e apoia-a até esse dia.
guideline-hint-withdraw = Deixa de ser mostrada a partir de hoje.

# Words of the rules
plan-part-psychological = Apoio psicológico
plan-part-medico-social = Apoio médico-social e direitos
plan-part-therapeutic-education = Educação terapêutica
plan-part-school-work = Escola e trabalho
plan-part-home-care = Cuidados ao domicílio
plan-part-palliative = Cuidados paliativos
plan-part-telemedicine = Telemedicina
plan-part-transition = Passagem à idade adulta
plan-outcome-in-place = Em curso
plan-outcome-partly = Em parte
plan-outcome-waiting = Em lista de espera
plan-outcome-refused = Recusado pelo serviço
plan-outcome-declined = A pessoa não o deseja
plan-outcome-ended = Terminado
transition-item-spoken-alone = Uma conversa a sós com o jovem
transition-item-knows-own-disease = Conhece a doença, o tratamento e o que fazer em emergência
transition-item-adult-team-named = Equipa de adultos designada
transition-item-joint-consultation = Consulta conjunta das duas equipas
transition-item-medical-summary = Resumo médico para a nova equipa
transition-item-first-appointment = Primeira consulta com a nova equipa realizada
transition-item-rights = Direitos que mudam com a idade
transition-item-school-work = Escola, formação, trabalho
transition-item-adult-protection = Necessidade de proteção de adulto, ponderada a tempo
transition-item-consents-afresh = Consentimentos pedidos de novo ao adulto
transition-item-genetic-counselling = Aconselhamento genético e planeamento familiar propostos
check-mark-done = Feito
check-mark-aside = Posto de lado
delicate-candidate = Doença suposta ou conhecida
delicate-genetic-result = Resultado genético
delicate-rcp-advice = Parecer de uma RCP
delicate-panel-outcome = Resultado de um painel
delicate-telling-name = Nome de um centro ou rede que revela a doença
audience-person = À pessoa
audience-parent = A um dos pais ou representante
audience-gp = Ao médico assistente
call-state-owed = Por fazer
call-state-reached = Pessoa contactada
call-state-not-reached = Sem resposta
call-state-needless = Já não é necessário
call-state-died = A pessoa faleceu
open-end-call-due = Chamadas a fazer
open-end-step-late = Passos em atraso
open-end-step-unanswered = Passos sem resposta da pessoa
open-end-outcome-missing = Resultado por anotar
open-end-renewal = Direito a renovar
household-tie-child = filho ou filha
household-tie-parent = pai ou mãe
household-tie-sibling = irmão ou irmã
household-tie-partner = companheiro ou companheira
household-tie-grandparent = avô ou avó
household-tie-relative = outro familiar
consanguinity-not-asked = Ainda não perguntado
consanguinity-no = Não
consanguinity-yes = Sim
consanguinity-not-said = A família não deseja dizer
carer-burden-light = Suportável
carer-burden-heavy = Pesada
carer-burden-too-heavy = Insuportável: o descanso é o próximo passo
guideline-state-draft = Rascunho
guideline-state-valid = Em vigor
guideline-state-withdrawn = Retirada
guideline-change-edit = Escrever
guideline-change-validate = Validar
guideline-change-review = Revista: prolongar
guideline-change-withdraw = Retirar
cell-died-on = Dia do falecimento (vazio se desconhecido)
case-event-plan-line = Plano: nova linha
case-event-plan-changed = Plano alterado
case-event-checklist = Lista tratada
case-event-told = Explicado à pessoa
case-event-letter = Carta escrita
case-event-way = Datas do percurso
case-event-call-owed = Chamada prometida
case-event-call-ended = Chamada
case-event-household = Ligado a uma família
case-event-household-left = Ligação retirada
case-event-household-facts = Situação familiar anotada
cell-rule-outcome-ahead = Um resultado não pode ser sabido antes do seu dia.
cell-rule-nobody-does-it = Diga quem o faz: o que está em curso tem alguém.
cell-rule-renewal-before = A renovação é anterior ao início.
cell-rule-death-ahead = O dia do falecimento ainda não chegou.
cell-rule-death-before-birth = O dia do falecimento é anterior ao nascimento.
cell-rule-no-author = Indique pelo menos um autor.
cell-rule-review-too-early = A revisão deve ser depois de hoje.
cell-rule-clinician-only = Só a coordenação médica anota o que foi explicado.
cell-rule-told-ahead = Esse dia ainda não chegou.
cell-rule-same-file = É o processo da mesma pessoa.
cell-rule-other-reality = Um processo fictício não se liga a um real.
cell-rule-linked-already = Estes processos já estão ligados.
cell-rule-other-household = O outro processo está ligado a outra família; desligue-o primeiro.
cell-rule-day-ahead = Esse dia ainda não chegou.
cell-rule-no-code = Escolha uma doença ou grupo da lista.
cell-rule-no-such-file = Nenhum processo que possa ler tem este número.
cell-rule-no-date = Esta data não se entende: um ano, um mês ou um dia, desde 1900.
cell-rule-no-address = Escreva um endereço que comece por https:// ou http://.
cell-rule-never-tell = A pessoa pediu que este destinatário nunca seja informado.
cell-rule-letter-died = A pessoa faleceu: já não lhe são escritas cartas.
cell-rule-letter-empty = A carta não diz nada.
cell-rule-not-told = As suas palavras referem o que ainda não foi explicado em pessoa. Retire-o, ou faça anotar primeiro a explicação.
cell-rule-empty-span = O último dia deve seguir o primeiro e não ter passado.
cell-rule-stands-in-for-self = Ninguém se substitui a si próprio.

# Counts
care-lines = { $count ->
    [one] Uma linha
   *[other] { $shown } linhas
}
care-gaps = { $count ->
    [one] um domínio ainda não abordado
   *[other] { $shown } domínios ainda não abordados
}
care-remaining = { $count ->
    [one] Falta um ponto
   *[other] Faltam { $shown } pontos
}
care-letters-count = { $count ->
    [one] Uma carta
   *[other] { $shown } cartas
}
care-years = { $count ->
    [one] um ano
   *[other] { $shown } anos
}
care-months = { $count ->
    [one] um mês
   *[other] { $shown } meses
}
care-days = { $count ->
    [one] um dia
   *[other] { $shown } dias
}
care-way-events = { $count ->
    [one] um dia com acontecimentos no processo
   *[other] { $shown } dias com acontecimentos no processo
}
