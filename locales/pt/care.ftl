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
care-held-not-for-them = { $what }: não para este destinatário.
care-letter-kept = Uma vez escrita, a carta já não muda; escreve-se outra.
care-letter-write = Escrever a carta
care-letter-pdf = Carta em PDF
care-letter-sender = Célula de orientação e coordenação, doenças raras
care-letter-subject = O que acordámos
care-letter-subject-neutral = O seu encontro
care-letter-subject-gp = Acompanhamento de { $name }
care-letter-opening = Escrevemos para resumir o que acordámos em conjunto.
care-letter-opening-gp = Com o acordo da pessoa, eis o que foi acordado para { $name }, que acompanha.
care-letter-opening-support = Escrevemos-lhe, com o acordo da pessoa, a respeito de { $name }: eis o que é útil para a ajuda que presta.
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
audience-support = À escola, ao serviço social, ao apoio domiciliário…
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
case-event-diagnosis-dated = Diagnóstico registado para os números
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

# Documents of a file
care-documents = Documentos
care-documents-none = Ainda nenhum documento
care-documents-count = { $count ->
    [one] { $shown } documento
   *[other] { $shown } documentos
}
care-documents-kept = Neste processo
care-documents-hint = O que a pessoa, os médicos e os serviços enviaram. Cada documento abre-se ao transferi-lo, e cada abertura fica no registo que a pessoa pode ver.
care-document-by-person = a pessoa, pela sua ligação privada
care-document-new = Acrescentar um documento
care-document-add = Acrescentar o documento
care-document-file = Ficheiro
care-document-file-hint = PDF, imagem, imagem médica, texto ou tabela, no máximo 25 MB. O conteúdo é verificado: um ficheiro que não é o que diz ser não é guardado.
care-document-kind = O que é
care-document-source = Enviado por
care-document-about = Algumas palavras (data do exame, serviço…)
care-document-rcp = Para os participantes da RCP
care-document-rcp-hint = Só enquanto este processo está na lista da sessão; depois, já não.
care-document-rcp-open = Aberto aos participantes da RCP
care-document-rcp-closed = Reservado às duas coordenações
care-document-offer = Abrir à RCP
care-document-hold = Deixar de abrir à RCP
care-document-remove = Retirar
document-kind-report = Carta ou relatório médico
document-kind-genetic-report = Relatório genético, variantes
document-kind-advice = Parecer de uma RCP ou de um painel
document-kind-imaging = Imagiologia
document-kind-laboratory = Análises de laboratório
document-kind-administrative = Carta de uma administração
document-kind-other = Outro (dizer o quê)
document-source-person = a pessoa ou a família
document-source-doctor = um médico ou hospital
document-source-laboratory = um laboratório
document-source-service = um serviço ou uma administração
case-event-document-added = Documento acrescentado
case-event-document-offered = Documento e RCP
case-event-document-removed = Documento retirado
cell-rule-document-none = Escolha um ficheiro.
cell-rule-document-empty = Este ficheiro está vazio.
cell-rule-document-too-many = Este processo já tem demasiados documentos. Faça primeiro uma triagem.
cell-rule-document-too-large = Este ficheiro é grande demais: no máximo 25 MB.
cell-rule-document-not-allowed = Este tipo de ficheiro não é aceite. Envie um PDF, uma imagem ou um texto.
cell-rule-document-mismatch = Este ficheiro não é o que o nome anuncia: o conteúdo é de outro tipo. Peça o original.
cell-rule-document-executable = Este ficheiro contém um programa. Não é guardado.
cell-rule-document-encrypted = Este ficheiro está protegido por palavra-passe: ninguém pode verificar o que contém. Peça-o sem proteção.
cell-rule-document-unreadable = Este ficheiro não se consegue ler. Grave-o de novo e envie-o outra vez.

# The hospital's own record
care-record = Processo do hospital
care-record-hint = O processo do hospital não é nosso: o acesso pede-se por carta, com início e fim, e o hospital confirma que o fechou.
care-record-asked = Pedidos
care-record-none = Ainda nenhum pedido
care-record-new = Pedir um acesso
care-record-write = Escrever um pedido
care-record-do = Guardar o pedido
care-record-hospital = Hospital e serviço
care-record-reader = Para quem
care-record-reader-hint = Nome e função de quem vai ler, por exemplo uma geneticista da RCP.
care-record-from = Primeiro dia (hoje, se vazio)
care-record-until = Último dia
care-record-why = O que deve ser lido, e porquê
care-record-when = Duração do acesso
care-record-span = de { $from } a { $until }
care-record-for = Para: { $reader }
care-record-letter = Carta ao hospital (PDF):
care-record-change = Anotar a resposta
care-record-what = O que aconteceu
care-record-not-yours = Só a coordenação médica pede um acesso.
care-record-title = Pedido de acesso a um processo
care-record-born = nascido(a) a { $day }
care-record-asks = Pedimos que abra o acesso ao processo de: { $who }.
care-record-closing = Pedimos que feche o acesso no último dia e nos confirme por escrito que está fechado.
record-request-state-requested = Pedido
record-request-state-granted = Acesso aberto
record-request-state-refused = Recusado
record-request-state-withdrawn = Retirado
record-request-state-closure-confirmed = Fecho confirmado
record-request-change-grant = O hospital abriu o acesso
record-request-change-refuse = O hospital recusa
record-request-change-withdraw = Retiramos o pedido
record-request-change-confirm-closure = O hospital confirma o fecho
case-event-record-request = Processo do hospital
cell-rule-record-no-end = Indique um último dia, ainda por vir e depois do primeiro: não se pede um acesso sem fim.
cell-rule-record-words = Diga a que hospital, para quem e porquê.
open-end-record-closure = Acessos de hospital a fechar
open-end-record-unanswered = Pedidos a hospitais sem resposta
open-end-hint-record-closure = O acesso chegou ao fim: peça ao hospital que confirme o fecho.
open-end-hint-record-unanswered = O hospital não respondeu: insista, ou retire o pedido.

# Contact book
care-contacts = Livro de contactos
care-contacts-none = Ainda ninguém
care-contacts-count = { $count ->
    [one] { $shown } pessoa
   *[other] { $shown } pessoas
}
care-contacts-hint = Quem rodeia a pessoa, e o que ela aceita que cada um saiba.
care-contacts-never = A pessoa pediu que nunca se diga nada a: { $who }.
care-contact-new = Acrescentar ao livro
care-contact-add = Novo contacto
care-contact-change = Alterar
care-contact-remove = Retirar do livro
care-contact-name = Nome
care-contact-role = Quem é
care-contact-may-know = O que pode saber
care-contact-place = Consultório, serviço ou escola
care-contact-address = Endereço postal
care-contact-note = Bom saber
care-contact-letter = Escrever uma carta
contact-role-gp = Médico assistente
contact-role-specialist = Especialista
contact-role-therapist = Enfermeiro ou terapeuta
contact-role-pharmacist = Farmácia
contact-role-home-care = Apoio domiciliário
contact-role-carer = Cuidador familiar
contact-role-school = Escola
contact-role-school-doctor = Medicina escolar
contact-role-social-worker = Assistente social
contact-role-employer = Empregador ou medicina do trabalho
contact-role-insurer = Caixa ou seguro
contact-role-association = Associação
contact-role-other = Outro
may-know-nothing = Nada: só para contactar
may-know-practical = A organização, nada da doença
may-know-medical = O médico, depois de explicado à pessoa
case-event-contact-kept = Livro de contactos
case-event-contact-dropped = Retirado do livro de contactos
cell-rule-contact-no-name = Indique um nome.
cell-rule-contact-not-agreed = A pessoa não aceitou que este contacto saiba o médico. Ver o livro de contactos.
cell-rule-contact-not-for-them = O médico é só para quem trata ou ajuda de perto a pessoa.
cell-rule-contact-unknown = Escolha um contacto da agenda: é lá que está escrito o que a pessoa aceita.

# What the person prefers not to know
care-wishes = Não saber, e os familiares
care-wishes-hint = O desejo de não saber é só desta pessoa. Retém o que seria escrito, e pode ser retirado a qualquer momento.
care-wishes-noted = Prefere não saber
care-wishes-none = Nenhum desejo anotado
care-wish-flag = A pessoa prefere não saber: { $what }
care-wish-new = Anotar um desejo
care-wish-what = O quê
care-wish-words = Com as palavras da pessoa
care-wish-take-back = A pessoa retira o desejo
care-wish-back = retirado a { $moment }
not-to-know-carrier = se é portadora do que corre na família
not-to-know-secondary-finding = o que se encontrasse além do que se procurava
not-to-know-diagnosis = o seu diagnóstico ou a sua evolução
not-to-know-everything = nada de tudo isso
care-relatives = Informar os familiares em risco
care-relatives-hint = Nenhum familiar é nomeado aqui. Quem prescreveu o teste informa, depois de a pessoa ter sido informada e consultada.
care-relatives-none = A pessoa ainda não foi consultada.
care-relatives-new = Anotar o que a pessoa respondeu
care-relatives-who = Quem prescreveu o teste
care-relatives-words = Quem pode informar, e como, segundo a pessoa
care-relatives-prescriber = Prescrito por: { $name }
care-relatives-prompt = A pessoa foi informada e respondeu: cabe agora ao prescritor informar os familiares.
care-relatives-propose = Propor o passo
care-relatives-step = Informar os familiares em risco
care-relatives-has-step = O passo está proposto; ver no processo.
care-relatives-not-yet = Ainda não: nenhum resultado genético foi anotado como explicado à pessoa.
case-event-wish-noted = Desejo de não saber
case-event-wish-taken-back = Desejo retirado
case-event-relatives-asked = Familiares: resposta da pessoa

# Seeking a guideline
care-guidelines-sought = Título, doença ou autor
care-guidelines-seek = Procurar
care-guidelines-all = Todas as recomendações
care-guidelines-no-match = Nenhuma recomendação corresponde.
document-kind-agreement = Consentimento assinado
