# Lists and settings
rcp-list = RCP
rcp-lead = Reuniões de concertação pluridisciplinar (RCP): vários especialistas dão um parecer sobre um processo; o médico assistente decide e explica.
rcp-none = Ainda não há nenhuma RCP. Crie uma: ritmo, duração, quem a coordena; as datas são depois propostas.
rcp-new = Criar uma RCP
rcp-training = Exercício: processos fictícios, não contados em nenhum número.
rcp-ended = Terminada: já não se preveem sessões.
rcp-coming = A seguir
rcp-coming-none = Nenhuma sessão está prevista.
rcp-past = Passadas
rcp-sessions = Sessões
rcp-settings = Configuração
rcp-proposed = Datas propostas
rcp-plan-do = Prever as datas assinaladas
rcp-plan-hand = Sessão fora do ritmo
rcp-plan-hand-do = Prever esta sessão
rcp-name = Nome
rcp-name-hint = Por exemplo: genética humana. Aparece na agenda dos participantes: não nomeie ninguém.
rcp-coordinator = Coordenação da sessão
rcp-first = Primeira data
rcp-time = Hora
rcp-minutes = Duração em minutos
rcp-often = Ritmo
rcp-cadence-monthly = todos os meses, mesmo dia da semana na mesma posição
rcp-cadence-monthly-last = todos os meses, o último do mês
rcp-cadence-quarterly = de três em três meses, mesmo dia da semana na mesma posição
rcp-cadence-weekly = todas as semanas
rcp-cadence-fortnightly = de duas em duas semanas
rcp-recurs = { $cadence }, desde { $day }, às { $time }, { $minutes } minutos
rcp-holiday-week-later = uma semana depois
rcp-holiday-next-working-day = no dia útil seguinte
rcp-holiday-previous-working-day = no dia útil anterior
rcp-holiday-skip = não se realiza
rcp-holiday-keep = realiza-se na mesma
rcp-place = Local
rcp-link = Ligação de vídeo
rcp-quorum = Quórum
rcp-quorum-none = Nenhum quórum exigido
rcp-quorum-marked = exigido; se faltar, o relatório assinala-o
rcp-quorum-enforced = obrigatório; sem ele o relatório não é validado
rcp-quorum-asked = { $need } especialidades, { $rule }
rcp-quorum-reached = Quórum atingido: { $have } especialidades
rcp-quorum-missing = Sem quórum: { $have } de { $need } especialidades presentes
rcp-at-least = Número de especialidades
rcp-admission = Leitura por participantes externos
rcp-admission-hint = Leem os processos da lista a partir do convite. O acesso termina sozinho no primeiro destes dois prazos.
rcp-after-validation = Dias após a validação
rcp-after-meeting = Dias após a reunião
rcp-window = Os convidados externos leem-nos até { $validation } dias após a validação, no máximo { $meeting } dias após a reunião.
rcp-is-training = RCP de exercício, com processos fictícios
rcp-is-ended = Terminada: não prever mais sessões

# One session
rcp-title = RCP { $name } · { $moment }
rcp-title-training = RCP de exercício { $name } · { $moment }
rcp-session = Sessão
rcp-when = Data
rcp-act-invite = Enviar os convites
rcp-act-invite-again = Reenviar os convites
rcp-act-hold = A sessão realizou-se
rcp-act-validate = Validar o relatório
rcp-act-sign = Assinar o relatório
rcp-act-send = O relatório foi transmitido: avisar os participantes
rcp-act-send-back = Devolver aos autores
rcp-act-cancel = Anular a sessão
rcp-files = Processos da lista
rcp-files-hint = Um processo é lido pelos convidados logo que está na lista e os convites foram enviados; fecha-se logo que sai da lista.
rcp-files-none = Nenhum processo na lista.
rcp-file = Processo n.º { $number }
rcp-file-add = Juntar o processo n.º
rcp-file-add-do = Juntar à lista
rcp-file-remove = Retirar da lista
rcp-no-physician = Sem médico assistente: encontrá-lo é o primeiro passo, antes de qualquer parecer.
rcp-advices = Pareceres
rcp-advice = Parecer da RCP
rcp-advice-is = Um parecer: o médico assistente decide e explica.
rcp-advice-none = Nenhum parecer está escrito.
rcp-advice-do = Guardar o parecer
rcp-kept-now = Guardado entretanto. O seu texto está no campo: nada se perdeu.
rcp-plain = Em palavras simples, para a pessoa
rcp-plain-hint = Só os lê depois de um médico registar que os explicou.
rcp-dissent = De outra opinião
rcp-dissent-why = O que diz { $name }
rcp-passing = Transmissão ao médico assistente
rcp-passing-open = Ninguém disse ainda como o relatório lhe chegou.
rcp-passing-say = Dizer como é transmitido
rcp-passing-correct = Corrigir
rcp-passing-way = Como
rcp-passing-out = Transmitido
rcp-passing-kept = Não transmitido
rcp-passing-to = A quem
rcp-passing-on = Em
rcp-passed = Transmitido a { $to } em { $day }: { $way }.
rcp-kept = Não transmitido: { $reason }.
report-way-post = pelo correio
report-way-secure-mail = por um serviço de correio protegido
report-way-in-person = em mão
report-kept-refused = a pessoa não o deseja
report-kept-no-physician = este médico já não a segue
report-kept-died = a pessoa faleceu
rcp-told = Comunicação à pessoa
rcp-told-not-yet = Ainda ninguém lhe falou: nada lhe é mostrado.
rcp-told-explained = Explicado por { $name }, { $moment }
rcp-told-prefers-not = A pessoa prefere não saber, registado por { $name }, { $moment }
rcp-tell = Registar a comunicação
rcp-tell-hint = Em seu nome. A pessoa poderá reler estas palavras pela sua ligação privada, com prova por um segundo canal.
rcp-tell-explained = Expliquei
rcp-tell-prefers-not = A pessoa prefere não saber
rcp-people = Participantes
rcp-people-none = Ainda ninguém foi convidado.
rcp-person-add = Convidar
rcp-person-hint = Um participante externo tem primeiro uma conta com a função «participante de uma RCP»: a administração convida-o.
rcp-specialty = Especialidade
rcp-person-add-do = Convidar para esta sessão
rcp-nobody-left = Todos os que podem ser convidados já o foram.
rcp-withdraw = Retirar o convite
rcp-was-present = presente
rcp-presence = Quem esteve presente
rcp-presence-do = Guardar as presenças
rcp-move = Mudar data, local ou ligação
rcp-move-at = Data e hora
rcp-move-do = Guardar; os convidados recebem uma atualização
rcp-cancel = Anular a sessão…
rcp-cancel-hint = Os convidados recebem uma anulação e os processos fecham-se de imediato.
rcp-remarks = Observações sobre a sessão
rcp-remarks-label = O que o relatório diz além dos pareceres
rcp-remarks-do = Guardar as observações
rcp-remarks-none = Nenhuma.
rcp-back = Voltar à sessão
rcp-way = O caminho desta sessão
rcp-way-invited = Convites enviados
rcp-way-to-meet = Sessão prevista
rcp-way-met = Sessão
rcp-way-validated = Relatório validado
rcp-way-signed = Relatório assinado
rcp-way-cancelled = Anulada

# The report
rcp-report = Relatório
rcp-report-pdf = Relatório em PDF
rcp-report-of-file = Extrato para o médico assistente (PDF)
rcp-report-title = Relatório da RCP { $name }, { $moment }
rcp-report-training = Relatório de exercício, RCP { $name }, { $moment }
rcp-draft = Projeto: ainda não assinado.
rcp-validated-by = Validado por { $name }, { $moment }
rcp-signed-by = Assinado por { $name }, { $moment }
rcp-file-name = relatorio-rcp

# One's own sessions
rcp-own = As minhas RCP
rcp-own-lead = As sessões para que foi convidado. Nelas lê os processos da lista, e nenhum outro.
rcp-own-none = Nenhum convite de momento. A coordenação convida-o; recebe então uma mensagem com a data.
rcp-own-files-none = De momento nenhum processo está aberto para si.
rcp-own-logged = Cada leitura fica no registo que a pessoa pode ver.
rcp-own-only = Não constam aqui contactos, notas nem rascunhos.
rcp-own-answer = Vem?
rcp-own-answer-do = Responder
rcp-open-until = Abertos, o mais tardar, até { $moment }.
rcp-closed-rcp-not-invited = Não foi convidado.
rcp-closed-rcp-not-yet = Os processos abrem-se com o convite.
rcp-closed-rcp-uninvited = O convite foi retirado.
rcp-closed-rcp-not-on-list = Nenhum processo da lista está aberto.
rcp-closed-rcp-cancelled = A sessão foi anulada: os processos estão fechados.
rcp-closed-rcp-over = O tempo de leitura terminou: os processos estão fechados.
rcp-medical = Análise médica assinada
rcp-medical-none = Ainda nenhuma análise médica está assinada.

# What was done
rcp-done-series = Guardado. As sessões já previstas mantêm a sua configuração.
rcp-done-invited = Os convites foram enviados.
rcp-done-invited-no-mail = Os participantes estão convidados, mas nenhum correio sai: não há caixa configurada. Avise-os.
rcp-done-coordinator = A coordenação da sessão mudou.
rcp-coordinator-change = Confiar a coordenação a outra pessoa
rcp-done-moved = Guardado; os convidados são informados.
rcp-done-held = A sessão realizou-se: registe as presenças, depois os pareceres.
rcp-done-validated = O relatório está validado.
rcp-done-sent-back = O relatório voltou a ser um projeto. Os acessos terminados assim ficam.
rcp-done-signed = A sua assinatura está registada.
rcp-done-sent = O relatório foi transmitido, e os participantes foram avisados.
rcp-done-sent-no-mail = O relatório foi transmitido; nenhum correio sai: não há caixa configurada. Avise os participantes.
rcp-done-passed = Anotado.
rcp-done-cancelled = A sessão foi anulada; os processos estão fechados aos convidados.
rcp-done-person = O convite está registado.
rcp-done-withdrawn = O convite foi retirado e o acesso fechado.
rcp-done-file = O processo está na lista.
rcp-done-removed = O processo saiu da lista e está fechado aos convidados.
rcp-done-saved = Guardado.
rcp-done-answer = A sua resposta está registada.

# Rules that refuse
rcp-fault-not-possible = Não é possível no estado atual da sessão.
rcp-fault-not-yours = Isto cabe à coordenação da sessão ou a outra função.
rcp-fault-out-of-order = Não antes do início da sessão.
rcp-fault-in-past = Essa data já passou. Escolha uma data futura.
rcp-fault-no-quorum = Falta o quórum, e esta RCP exige-o: o relatório não é validado.
rcp-fault-not-on-list = Este processo não está na lista da sessão.
rcp-fault-no-physician = Nenhum médico assistente está indicado neste processo. Indique-o primeiro: é ele que decide e explica.
rcp-fault-not-signed = O relatório ainda não está assinado.
rcp-fault-never-tell = A pessoa não quer que o médico o saiba: escolha porque não é transmitido.
rcp-fault-passing-day = O dia é o da assinatura ou depois, e não no futuro.
rcp-fault-passing-nobody = Diga a quem chegou.
rcp-fault-not-passed-on = Diga primeiro, para cada processo com parecer, como o relatório é transmitido, ou porque não o é.
rcp-fault-not-present = Só quem está registado como presente pode ser de outra opinião.
rcp-fault-dissents-twice = Alguém está registado duas vezes com outra opinião.
rcp-fault-empty = Falta um texto.
rcp-fault-ended = Esta RCP terminou: já não se preveem sessões.
rcp-fault-lists-closed = O relatório está validado ou a sessão anulada: as listas já não mudam.
rcp-fault-already-invited = Esta pessoa já foi convidada para a sessão.
rcp-fault-not-held = As presenças registam-se depois de a sessão se realizar.
rcp-fault-no-such-file = Nenhum processo tem este número.
rcp-fault-mixed = Processos reais e fictícios nunca se misturam: este número pertence ao outro tipo.
rcp-fault-on-list = Este processo já está na lista desta sessão.
rcp-fault-has-advice = Já há um parecer sobre este processo: foi discutido e fica na lista.
rcp-fault-not-clinician = Só um médico regista que um parecer foi explicado.
rcp-fault-not-validated = O relatório ainda não está validado: nada se comunica antes.
rcp-fault-already-told = A explicação já está registada.
rcp-fault-plain-missing = Escreva em palavras simples o que explicou: a pessoa poderá reler.
rcp-fault-not-what-was-read = O relatório mudou desde que o leu. Releia-o e depois valide.
rcp-fault-overtaken = Alguém foi mais rápido. O seu texto continua aqui: veja o que mudou e guarde de novo.
rcp-fault-unreadable = Falta uma indicação ou não pode ser lida.
rcp-fault-first-day = A primeira data não segue o ritmo: para «o último do mês», escolha o último desse dia no mês.
rcp-fault-no-such-account = Escolha uma pessoa da lista.
rcp-fault-odd-link = A ligação deve começar por https://
rcp-fault-no-specialty = Indique a especialidade, no máximo 60 sinais.
rcp-fault-no-report = O relatório existe depois de a sessão se realizar.

# Refusals of the policy
desk-trouble-rcp-not-invited = Não foi convidado para esta sessão
desk-trouble-lead-rcp-not-invited = Só os participantes convidados a veem. A coordenação da sessão pode convidá-lo.
desk-trouble-rcp-not-yet = Ainda não aberto
desk-trouble-lead-rcp-not-yet = Os processos abrem-se com o convite.
desk-trouble-rcp-uninvited = O convite foi retirado
desk-trouble-lead-rcp-uninvited = O acesso fechou-se com ele. Fale com a coordenação da sessão.
desk-trouble-rcp-not-on-list = Este processo não está na lista desta sessão
desk-trouble-lead-rcp-not-on-list = Lê os processos da lista, e nenhum outro.
desk-trouble-rcp-cancelled = A sessão foi anulada
desk-trouble-lead-rcp-cancelled = Os seus processos estão fechados.
desk-trouble-rcp-over = O tempo de leitura terminou
desk-trouble-lead-rcp-over = O acesso terminou sozinho após a sessão. Para perguntas, dirija-se à sua coordenação.

# Coded words
rcp-state-planned = Prevista
rcp-state-invited = Convites enviados
rcp-state-held = Realizada
rcp-state-draft = Relatório em curso
rcp-state-validated = Relatório validado
rcp-state-signed = Relatório assinado
rcp-state-sent = Relatório enviado
rcp-state-cancelled = Anulada
rcp-answer-none = ainda sem resposta
rcp-answer-comes = vem
rcp-answer-maybe = talvez
rcp-answer-declines = não vem
case-event-rcp-listed = Inscrito numa RCP
case-event-rcp-unlisted = Retirado de uma RCP
case-event-rcp-advice = Parecer de uma RCP escrito
case-event-rcp-told = Comunicação de um parecer registada
case-event-rcp-report-passed = Transmissão de um relatório anotada
role-rcp-participant = Participante de uma RCP
mine-function-rcp-participant = participante de uma reunião de concertação (RCP)
mine-act-read-listed-case = processo lido para uma reunião de concertação (RCP)
mine-act-hold-rcp = reunião de concertação (RCP) preparada ou realizada
mine-act-read-case = processo da célula lido
mine-act-write-case = processo da célula completado
mine-act-list-cases = lista da célula vista
mine-act-do-own-steps = tratou de uma diligência confiada
mine-act-hold-meeting = discutido em reunião da célula
mine-act-send-to-cell = enviado à célula
mine-function-psychosocial-worker = trabalhador do serviço psicossocial
mine-told-title = O que foi decidido
mine-told-text = Um médico explicou-lho; aqui estão as palavras, para reler.

# Mails: no subject and no text says whom a meeting is about
rcp-mail-subject-invited = Convite para uma reunião
rcp-mail-subject-changed = Uma reunião foi alterada
rcp-mail-subject-cancelled = Uma reunião foi anulada
rcp-mail-subject-withdrawn = Um convite foi retirado
rcp-mail-subject-reported = O relatório de uma reunião está pronto
rcp-mail-calendar = Resposta e documentos, após ligação: { $link }
rcp-planned =
    { $count ->
        [one] { $shown } sessão está prevista.
       *[other] { $shown } sessões estão previstas.
    }
rcp-mail-reported =
    O relatório da reunião de { $moment } está assinado. Os pareceres leem-se, depois de iniciar sessão, enquanto o seu acesso estiver aberto:
    { $link }
rcp-mail-invited =
    Está convidado para uma reunião.

    { $moment }
    { $place }

    A data vai em anexo para a sua agenda. A sua resposta e os documentos, após ligação:
    { $link }
rcp-mail-changed =
    Uma reunião para a qual foi convidado foi alterada. Realiza-se:

    { $moment }
    { $place }

    { $link }
rcp-mail-cancelled =
    A reunião de { $moment } foi anulada.
rcp-mail-withdrawn =
    O seu convite para a reunião de { $moment } foi retirado. Para perguntas, dirija-se a quem o convidou.
