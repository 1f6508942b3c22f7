# Painéis europeus (no CPMS) e pareceres locais (nossos, nunca apresentados como painel de uma rede).
panel-list = Painéis e pareceres
panel-list-lead = Casos submetidos a peritos e não terminados. O que está atrasado vem primeiro.
panel-list-none = Nenhum painel nem parecer em curso.
panel-list-closed = { $count ->
    [one] Mais um não é mostrado: o acordo da pessoa já não vale.
   *[other] Mais { $shown } não são mostrados: o acordo da pessoa já não vale.
}
panel-late = Em atraso
panel-title-european = Painel europeu { $number }
panel-title-local = Parecer local { $number }
panel-of-file = processo { $file } · { $urgency }
panel-waits = aguarda-se { $what }, o mais tardar em { $day }
panel-open-end = n.º { $number }: aguarda-se { $what }
panel-line = começado em { $begun } · parecer esperado até { $due }
panel-none = Nada foi ainda submetido a peritos.
panel-case-lead = Um dossiê pseudonimizado e aprovado é submetido a peritos. Nada se escreve duas vezes: a pergunta, a língua e o conteúdo são os do dossiê aprovado.
panel-new = Submeter um dossiê
panel-to-head = Nomear o médico assistente
panel-dossier = Dossiê aprovado
panel-dossier-hint = Só se mostra o que um clínico aprovou, byte a byte.
panel-kind-which = A quem
panel-kind-european = A uma rede europeia de referência, no CPMS
panel-kind-local = A peritos convidados aqui: um parecer local
panel-kind-hint = O painel de uma rede realiza-se no CPMS, com o consentimento próprio da rede. Um parecer local não é um painel.
panel-network = Rede europeia de referência
panel-network-hint = Só para o CPMS. As redes que as nossas regras indicam para a doença vêm primeiro.
panel-network-choose = A escolher
panel-urgency = Urgência
panel-urgency-usual = prazo habitual
panel-urgency-soon = em breve: uma decisão depende dele
panel-urgency-urgent = urgente
panel-due = Parecer esperado até
panel-begin = Preparar
panel-state-prepared = em preparação
panel-state-validated = caso validado
panel-state-open = aberto
panel-state-closed = parecer dado
panel-state-decided = decisão anotada
panel-state-withdrawn = retirado
panel-wait-case = a validação do caso
panel-wait-lead = alguém que conduza o parecer
panel-wait-access = a validação de um acesso
panel-wait-opening = a abertura
panel-wait-answer = a resposta à pergunta de um perito
panel-wait-advice = o parecer
panel-wait-decision = a decisão do médico assistente
panel-end-taken-back = Retirado por quem o tinha preparado.
panel-end-agreement-withdrawn = A pessoa retirou o seu acordo: já nada se lê, e a quem leu pede-se que apague.
panel-end-death = A pessoa faleceu.
panel-end-erased = Os dados da pessoa foram apagados.
panel-local-is = Um parecer local é dado por peritos que convidamos. Não substitui nenhuma rede nem leva o seu nome.
panel-european-is = O painel realiza-se no CPMS, com o consentimento da rede. Aqui prepara-se e segue-se.
panel-pseudonymised = O caso está pseudonimizado; não é anónimo.
panel-what = O que se pede
panel-pseudonym = Pseudónimo
panel-cpms-number = Número do caso no CPMS
panel-cpms-number-hint = Tal como o CPMS o deu quando o caso lá foi introduzido.
panel-parts = Partes do dossiê
panel-complete = { $there } partes de { $all }, na ordem do dossiê.
panel-acts = Três atos, três pessoas
panel-acts-hint = Quem valida um não valida o outro.
panel-act-access = Acesso dos peritos
panel-act-case = Caso
panel-act-outcome = Parecer
panel-act-by = { $name }, { $moment }
panel-act-not-yet = ainda não
panel-lead = conduz o parecer
panel-lead-cpms = quem conduz o painel no CPMS
panel-case-read = Li o dossiê aprovado e a pergunta: o caso pode ser submetido.
panel-validate-case = Validar o caso em meu nome
panel-open-local = Abrir o parecer local
panel-open-local-hint = Quem conduz tem de estar convidado e admitido. As ligações seguem depois, uma a uma.
panel-open-european = Anotar que está aberto no CPMS
panel-extend = Mudar o prazo
panel-cpms-title = No CPMS
panel-cpms-state = Etapa
panel-cpms-on = Em
panel-cpms-enrolled = doente inscrito, consentimento da rede assinado
panel-cpms-requested = pedido enviado à rede
panel-cpms-lead-found = alguém conduz o painel
panel-cpms-discussed = os peritos discutem
panel-cpms-outcome = resultado assinado no CPMS
panel-remark = Observação
panel-record = Anotar o resultado assinado no CPMS
panel-record-hint = Retome o que diz o documento assinado, incluindo opiniões divergentes.
panel-record-do = Anotar
panel-experts = Peritos
panel-experts-hint = Um nome, dois meios de contacto. Nada sai antes da abertura e da validação do acesso. Entre si e no parecer são nomeados pela função.
panel-experts-none = Ainda ninguém foi convidado.
panel-function = { $specialty } ({ $country })
panel-named-by = convidado por { $name }, { $moment }
panel-admitted-by = acesso validado por { $name }, { $moment }
panel-refused-by = acesso recusado por { $name }, { $moment }
panel-sent-at = ligação enviada { $moment }
panel-read-at = primeira leitura { $moment }
panel-wrote-at = primeira contribuição { $moment }
panel-code-told = código: { $channel }, válido até { $moment }
panel-code-how = A dizer a { $name }. { $way }
panel-basis-is = base da transferência: { $basis }
panel-access-reason = Observação, ou razão de uma recusa
panel-admit = Validar o acesso
panel-refuse = Recusar o acesso
panel-send = Enviar a ligação
panel-send-again = Enviar outra ligação
panel-let-lead = Confiar-lhe a condução
panel-end-seat = Terminar a participação
panel-declined = O perito declinou
panel-declined-not = não: somos nós que terminamos
panel-reason = Razão
panel-expert-new = Convidar um perito
panel-expert-name = Nome
panel-expert-name-hint = Conhecido só por nós.
panel-specialty = Especialidade
panel-specialty-hint = Numa língua que todos leiam: o parecer nomeia-a.
panel-country = País
panel-country-hint = Duas letras, por exemplo DE.
panel-language = Língua
panel-mail = Correio eletrónico, para a ligação
panel-phone = Telefone, para o código
panel-basis = Base da transferência, fora do Espaço Económico Europeu
panel-basis-hint = Decisão de adequação, cláusulas-tipo, derrogação (RGPD, artigos 45.º a 49.º). Sem ela, o convite é recusado.
panel-will-lead = Esta pessoa conduz o parecer e encerra-o
panel-expert-save = Convidar
seat-state-named = convidado, nada enviado
seat-state-admitted = acesso validado
seat-state-invited = ligação enviada
seat-state-seated = participa
seat-state-declined = declinou
seat-state-refused = acesso recusado
seat-state-ended = participação terminada
panel-decline-conflict = Conflito de interesses, ou talvez conheça esta pessoa
panel-decline-not-my-field = Não é a minha área
panel-decline-no-time = Sem tempo, ou ausente
panel-decline-other = Outra razão
panel-answer = Responder aos peritos
panel-answer-hint = Os peritos leem estas palavras. Não nomeie ninguém, nenhum lugar, nenhuma data exata: o que se pareça com isso é-lhe mostrado antes do envio.
panel-answer-text = Resposta
panel-answer-do = Responder
panel-named-found = Estas palavras talvez nomeiem alguém, um lugar ou um dia:
panel-named-leave = Verifiquei: ninguém se reconhece por elas, podem ficar.
panel-draft = Parecer a ser escrito
panel-draft-hint = Tal como o escreve quem conduz; ainda não está encerrado.
panel-advice = Parecer
panel-decides = É um parecer. O médico assistente nomeado no processo decide e explica.
panel-outcome-pdf = O parecer em PDF
panel-outcome-local = Parecer local
panel-outcome-european = Resultado de um painel europeu (CPMS)
panel-outcome-file = parecer
panel-closed-on = Parecer encerrado
panel-proposals = Propostas
panel-dissent = Não concordam
panel-dissent-line = Não concorda, { $function }: { $why }
panel-who = Quem deu o parecer
panel-lead-is = conduz: { $function }
panel-took-part = participaram: { $functions }
panel-agree = { $count ->
    [one] { $shown } a favor
   *[other] { $shown } a favor
}
panel-abstain = { $count ->
    [one] { $shown } abstenção
   *[other] { $shown } abstenções
}
panel-decision = Decisão do médico assistente
panel-decide-hint = Anote o que o médico assistente decidiu. Os peritos leem-no com o nosso agradecimento: não nomeie ninguém.
panel-decide = Anotar a decisão e agradecer
panel-told = O que a pessoa sabe
panel-told-not-yet = Ainda ninguém lhe explicou o parecer: ela não o vê.
panel-told-explained = Explicado { $moment }.
panel-told-prefers = A pessoa prefere não saber, { $moment }.
panel-tell-hint = Um clínico explica primeiro, de viva voz. Estas palavras simples ficam depois legíveis para a pessoa.
panel-steps = Etapas e durações
panel-step = Etapa
panel-step-at = Quando
panel-step-took = Desde a etapa anterior
panel-step-begun = preparado
panel-step-case-validated = caso validado
panel-step-invited = primeiro perito convidado
panel-step-access-validated = primeiro acesso validado
panel-step-opened = aberto
panel-step-first-read = primeira leitura
panel-step-first-contribution = primeira contribuição
panel-step-closed = encerrado
panel-step-decided = decisão anotada
panel-hours = { $count ->
    [0] menos de uma hora
    [one] { $shown } hora
   *[other] { $shown } horas
}
panel-days = { $count ->
    [one] { $shown } dia
   *[other] { $shown } dias
}
panel-withdraw = Retirar
panel-withdraw-hint = Todas as ligações terminam de imediato.
panel-event-begun = Preparado
panel-event-validate-case = Caso validado
panel-event-open = Aberto
panel-event-extend = Prazo mudado
panel-event-ask = Pergunta
panel-event-answer = Resposta
panel-event-contribute = Contribuição
panel-event-propose = Proposta
panel-event-vote = Voto
panel-event-draft = Parecer escrito
panel-event-note = CPMS
panel-event-close = Parecer encerrado
panel-event-record = Resultado anotado
panel-event-decide = Decisão anotada
panel-event-withdraw = Retirado
panel-event-told = Explicação anotada
panel-event-named = Perito convidado
panel-event-named-lead = Perito convidado a conduzir
panel-event-leads = Condução confiada
panel-event-admit = Acesso validado
panel-event-refuse = Acesso recusado
panel-event-invite = Ligação enviada
panel-event-code-made = Código feito
panel-event-sit = Participa
panel-event-decline = Declina
panel-event-end = Participação terminada
panel-event-first-read = Primeira leitura
panel-event-thanked = Agradecido
panel-event-reminded = Lembrado por correio eletrónico
panel-event-deletion-asked = Pedido para apagar
panel-vote-agree = concordo
panel-vote-disagree = não concordo
panel-vote-abstain = abstenho-me
panel-form-title = Folha para o CPMS
panel-form-lead = O que se introduz no CPMS, na ordem do dossiê.
panel-form-facts = O caso
panel-form-part = { $part }: { $there }
panel-there-yes = presente
panel-there-no = ausente
panel-form-before = Antes de introduzir
panel-form-consent = O CPMS pede o formulário de consentimento da rede, assinado. O acordo anotado aqui não o substitui.
panel-form-attach = Juntar o dossiê aprovado (PDF), e mais nada.
panel-form-file = cpms
# A página de um perito convidado.
panel-enter-title = Pede-se o seu parecer
panel-enter-lead = Cole a ligação recebida por correio eletrónico, depois o código que lhe foi dito por outra via.
panel-invited-title = Parecer pedido
panel-invited-lead = Vê este caso e mais nada. Cada leitura fica anotada, e a pessoa pode vê-la. O seu acesso termina por si.
panel-you-are = Aqui é nomeado
panel-door = Antes de ler
panel-door-lead = Se julga reconhecer a pessoa, ou se um interesse se opõe ao seu parecer, decline: nada mais é preciso dizer.
panel-nothing-against = Nada se opõe ao meu parecer. Não copiarei o que leio nem procurarei quem é a pessoa.
panel-sit = Ler o caso
panel-the-case = O caso
panel-approved = Dossiê aprovado
panel-approved-hint = Tal como um clínico o aprovou. Apague o que descarregar quando o seu acesso terminar.
panel-others = Quem dá o parecer
panel-the-house = a coordenação
panel-talk = Trocas
panel-talk-none = Ainda ninguém escreveu.
panel-contribute-text = O que quer dizer aos outros peritos e à coordenação
panel-contribute = Escrever
panel-ask-text = Uma pergunta à coordenação
panel-ask = Perguntar
panel-proposals-hint = Cada proposta pode entrar no parecer. Um desacordo fica nele, com a sua razão e a sua função.
panel-proposals-none = Nenhuma proposta.
panel-own-vote = O seu voto:
panel-vote = O seu voto
panel-vote-why = Porquê (necessário se não concorda)
panel-vote-do = Votar
panel-propose-text = Uma frase para o parecer
panel-propose = Propor
panel-lead-hint = Escreve o parecer e encerra-o. As propostas e todos os desacordos figuram nele.
panel-advice-text = O parecer
panel-draft-save = Guardar e reler
panel-composed = O que seria encerrado
panel-outcome-read = Reli o parecer, as propostas e os desacordos.
panel-close = Encerrar o parecer em meu nome
panel-thanks = Obrigado
panel-thanks-lead = O parecer está dado. O caso já não se lê: apague o que tinha descarregado.
panel-decision-none = Ainda não anotada; será avisado por correio eletrónico.
panel-decline-title = Declinar
panel-decline-hint = O seu acesso termina de imediato. O que já escreveu fica nas trocas.
panel-decline-why = Razão
panel-decline-do = Declinar
panel-expert-done = Está guardado.
panel-gone-title = A sua resposta está guardada
panel-gone-lead = Obrigado por ter respondido. O seu acesso terminou.
panel-mail-subject = Pede-se o seu parecer
panel-mail-text = Bom dia,

    pede-se o seu parecer. Abra esta ligação; um código ser-lhe-á dito por outra via:

    { $link }

    Este correio não contém mais nada. Se não o esperava, apague-o.
panel-mail-thanks-subject = Obrigado pelo seu parecer
panel-mail-thanks = Bom dia,

    obrigado pelo seu parecer. O que foi decidido lê-se durante algum tempo com a ligação e o código que já tem.
panel-mail-reminder-subject = Lembrete: aguardamos o seu parecer
panel-mail-reminder-answer = Bom dia,

    foi-lhe pedido um parecer e ainda não temos resposta. A ligação que já tem leva à pergunta; diga-nos também se não puder.
panel-mail-reminder-view = Bom dia,

    o último dia está próximo e o seu parecer ainda falta. A ligação e o código que já tem levam até lá.
panel-mail-reminder-close = Bom dia,

    o último dia passou e o parecer que conduz não está encerrado. A ligação e o código que já tem levam até lá.
panel-mail-delete-subject = Por favor, apague
panel-mail-delete = Bom dia,

    o acordo em que assentava o parecer n.º { $number } foi retirado. Apague, por favor, tudo o que dele guardou e escreva-nos que está feito, ou por que razão de direito o guarda.
# O que a pessoa vê.
panel-own-title = Peritos consultados
panel-own-lead = Peritos receberam o seu caso sem o seu nome.
panel-own-kind-european = Peritos de uma rede europeia
panel-own-kind-local = Peritos convidados pela coordenação
panel-own-asked = Estão a dar o seu parecer.
panel-own-to-tell = O parecer está dado. O seu médico ou a coordenação irá explicar-lho.
panel-own-told = O parecer foi-lhe explicado.
panel-own-withdrawn = O pedido de parecer foi retirado.
panel-own-since = desde { $day }
mine-function-expert = perito convidado
mine-act-prepare-panel = pedido de parecer seguido
mine-act-validate-panel-case = caso validado para um parecer
mine-act-validate-panel-access = acesso de um perito validado
mine-act-read-panel = caso pseudonimizado lido por um perito
mine-act-answer-panel = parecer dado por um perito
case-event-panel = Painel ou parecer
case-event-panel-told = Explicação de um parecer de peritos anotada
refused-title-expert = Abra primeiro a ligação do pedido de parecer
refused-lead-expert = Esta página abre-se com a ligação que recebeu e o código que lhe foi dito. Passada meia hora, o código é pedido de novo.
open-end-panel-late = Painéis e pareceres em atraso
open-end-hint-panel-late = Abra o painel: diz por quem se espera.
cell-rule-panel-not-this-kind = Isso não se faz neste tipo de painel.
cell-rule-panel-no-doctor = O processo não nomeia nenhum médico assistente. Encontrar um é o primeiro passo: é ele que decide.
cell-rule-panel-deadline = O prazo tem de ser hoje ou depois, e três meses no máximo.
cell-rule-panel-no-network = Escolha a rede europeia de referência.
cell-rule-panel-no-case-number = Indique o número do caso no CPMS.
cell-rule-panel-no-lead = Convide primeiro quem conduza o parecer, e faça validar o seu acesso.
cell-rule-panel-no-basis-abroad = Este país está fora do Espaço Económico Europeu: diga em que base assenta a transferência, senão o convite não é possível.
cell-rule-panel-not-named = Indique o nome, a especialidade, o país em duas letras e o correio eletrónico.
cell-rule-panel-no-second-channel = Indique um número de telefone: o código não vai por correio eletrónico.
cell-rule-panel-twice = Esta pessoa já está convidada.
cell-rule-panel-own-staff = Este endereço é de um membro da casa. Os peritos vêm de fora.
cell-rule-panel-too-long = O texto é demasiado longo.
cell-rule-panel-names-somebody = Estas palavras vão para peritos e talvez nomeiem alguém. Verifique a lista.
cell-rule-panel-no-dossier = É preciso um dossiê para painel, aprovado há menos de trinta dias.
cell-rule-panel-not-open = Abra primeiro o parecer, ou mude o prazo.
cell-rule-panel-day-ahead = Esse dia ainda não chegou.
cell-rule-panel-read-first = Confirme que leu o dossiê e a pergunta.
cell-rule-panel-read-outcome-first = Confirme que releu o parecer.
cell-rule-panel-conflict-first = Confirme que nada se opõe ao seu parecer, ou decline.
cell-rule-panel-no-vote = Escolha um voto.
cell-rule-already-told = A explicação já está anotada.
cell-rule-plain-missing = Escreva as palavras simples que a pessoa poderá reler.
cell-rule-not-clinician = Um clínico faz isto.
