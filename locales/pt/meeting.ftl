# List and planning
meeting-list = Reuniões semanais
meeting-list-real = Reuniões semanais (processos reais)
meeting-list-training = Reuniões de treino
meeting-training-note = Treino: processos fictícios, que não contam em nenhum número.
meeting-coming = Previstas
meeting-coming-none = Não há reuniões previstas. Peça datas: a ordem de trabalhos constrói-se depois a partir das três proveniências.
meeting-past = Passadas
meeting-past-none = Ainda não houve nenhuma reunião.
meeting-to-sign = ata por assinar
meeting-plan = Prever reuniões
meeting-plan-date = Primeira data
meeting-plan-time = Hora
meeting-plan-weeks = Número de semanas
meeting-plan-on-holiday = Se a data for um feriado
meeting-holiday-skip = a reunião não se realiza
meeting-holiday-next-working-day = realiza-se no dia útil seguinte
meeting-holiday-keep = realiza-se na mesma
meeting-plan-propose = Propor datas
meeting-plan-proposed = Datas propostas
meeting-plan-do = Prever as datas assinaladas
meeting-plan-moved = em vez de { $day }, feriado
meeting-plan-holiday = feriado
meeting-plan-left-out = feriado: sem reunião
meeting-planned =
    { $count ->
        [one] { $shown } reunião está prevista.
       *[other] { $shown } reuniões estão previstas.
    }

# One meeting
meeting-title = Reunião de { $moment }
meeting-title-training = Reunião de treino de { $moment }
meeting-here = Presentes nesta página:
meeting-here-me = { $name } (você)
meeting-begin = Começar a reunião
meeting-end = Terminar a reunião
meeting-cancel = Cancelar a reunião
meeting-build = Construir a ordem de trabalhos
meeting-refresh = Atualizar a ordem de trabalhos
meeting-add = Acrescentar o processo n.º
meeting-add-do = Acrescentar
meeting-minutes = Ata
meeting-minutes-pdf = Ata em PDF
meeting-items = Ordem de trabalhos
meeting-items-none = A ordem de trabalhos está vazia. Construa-a: reúne o que é novo, adiado, a vencer ou alterado, das três proveniências.
meeting-item = N.º { $number } · { $name }
meeting-name-unknown = nome desconhecido
meeting-carried =
    { $count ->
        [one] adiado { $shown } vez
       *[other] adiado { $shown } vezes
    }
meeting-dissent-of = De outra opinião: { $who }
meeting-text = O que foi dito e decidido
meeting-act-discussed = Discutido
meeting-act-decided = Decidido
meeting-act-carry-over = Adiar
meeting-act-dissent = Sou de outra opinião
meeting-added =
    { $count ->
        [0] Nada de novo para a ordem de trabalhos.
        [one] { $shown } processo foi acrescentado à ordem de trabalhos.
       *[other] { $shown } processos foram acrescentados à ordem de trabalhos.
    }
meeting-back = Voltar à reunião

# Steps
meeting-step-propose = Propor uma diligência
meeting-step-title = Propor uma diligência: { $item }
meeting-step-track = Vertente
meeting-step-owner = Quem se encarrega
meeting-step-due = Prazo
meeting-step-text = Diligência
meeting-step-do = Propor esta diligência
meeting-step-by = até { $day }
meeting-step-of = Diligência, vertente { $track }
meeting-done-step = A diligência foi proposta.

# Signatures and addenda
meeting-signatures = Assinaturas
meeting-sign-lead = Cada um assina a ata tal como a leu nesta página. Uma alteração posterior apaga as assinaturas.
meeting-sign = Assinar pela vertente { $track }
meeting-signed-by = vertente { $track }: assinada por { $name }, { $moment }
meeting-unsigned = Ainda ninguém assinou.
meeting-done-signed = A sua assinatura ficou registada.
meeting-addenda = Aditamentos
meeting-addendum = Acrescentar um aditamento
meeting-addendum-hint = Com data e em seu nome; o que foi assinado não muda.
meeting-addendum-do = Acrescentar o aditamento
meeting-addendum-by = { $name }, { $moment }

# Two who write at once
meeting-done-joined = Guardado, com o que um colega escreveu entretanto.
meeting-choose-title = Duas versões da mesma passagem
meeting-choose-lead = Um colega alterou a mesma passagem. Nada se perdeu: aqui estão as duas versões, escolha.
meeting-choose-theirs = Versão do colega
meeting-choose-mine = A sua versão
meeting-choose-both = Texto com as duas versões, para ajustar
meeting-choose-between = — ou —
meeting-choose-do = Guardar este texto
meeting-choose-keep-theirs = Ficar com a versão do colega
meeting-choose-keep-mine = Ficar com a minha versão
meeting-choose-keep-both = Ficar com as duas
meeting-not-kept-title = O seu texto ainda não está guardado

# The open page
meeting-live-saving = A guardar…
meeting-live-saved = Guardado.
meeting-live-away = A ligação caiu. O que escreve fica aqui e é guardado assim que ela voltar.
meeting-live-back = A ligação voltou e está tudo guardado.
meeting-live-signed-out = A sua sessão terminou. O que escreveu está guardado, cifrado, neste navegador: inicie sessão e abra de novo esta página.
meeting-live-changed = A ordem de trabalhos ou o estado da reunião mudou. Atualize a página para ver.
meeting-live-unread = A ata mudou desde que abriu esta página. Leia-a e atualize a página antes de assinar.

# Minutes
meeting-minutes-title = Ata da reunião de { $moment }
meeting-minutes-training = Ata de treino, reunião de { $moment }
meeting-draft = Projeto: ainda não assinado pelas duas vertentes.
meeting-present = Presentes
meeting-present-none = Ninguém foi registado como presente.
meeting-no-items = Nenhum processo estava na ordem de trabalhos.
meeting-confidential = Confidencial: reservado à célula de coordenação.
meeting-file = ata
meeting-print = Imprimir

# Rules that refuse
meeting-fault-not-possible = Já não é possível no estado atual da reunião.
meeting-fault-not-yours = A sua função não permite esta ação.
meeting-fault-not-what-was-read = A ata mudou desde que a leu. Leia-a abaixo e depois assine.
meeting-fault-same-person = Já assinou pela outra vertente: a ata é assinada por duas pessoas.
meeting-fault-already-signed = Esta vertente já assinou.
meeting-fault-not-your-track = Não pode assinar por esta vertente.
meeting-fault-out-of-order = O relógio indica um momento anterior à última alteração. Tente de novo.
meeting-fault-empty = Falta um texto.
meeting-fault-nothing-decided = Não há decisão sobre a qual ser de outra opinião.
meeting-fault-not-present = Só quem está presente na reunião pode registar outra opinião.
meeting-fault-due-in-past = O prazo já passou. Escolha hoje ou uma data futura.
meeting-fault-no-such-file = Nenhum processo tem este número.
meeting-fault-on-agenda = Este processo já está na ordem de trabalhos.
meeting-fault-mixed = Processos reais e fictícios nunca se juntam: este número pertence à outra espécie.
meeting-fault-twice-or-mixed = A ordem de trabalhos não pode ser construída: um processo estaria lá duas vezes, ou um real entre fictícios.
meeting-fault-overtaken = Alguém foi mais rápido. Veja o que mudou e tente de novo.
meeting-fault-unreadable = Falta uma indicação ou não pode ser lida.
meeting-fault-no-minutes = A ata existe quando a reunião termina.
meeting-fault-trouble = Não foi possível guardar. O seu texto fica aqui.

# Coded words
meeting-state-scheduled = Prevista
meeting-state-live = Em curso
meeting-state-ended = Terminada
meeting-state-signed-by-one = Assinada por uma vertente
meeting-state-closed = Assinada pelas duas vertentes
meeting-state-cancelled = Cancelada
agenda-reason-pressing = urgente
agenda-reason-carried-over = adiado da última reunião
agenda-reason-new = novo
agenda-reason-arrived = chegou uma resposta esperada
agenda-reason-step-due = diligência a vencer
agenda-reason-changed = alterado desde a última reunião
agenda-reason-by-hand = acrescentado à mão
item-state-pending = Ainda não abordado
item-state-discussed = Discutido
item-state-decided = Decidido
item-state-carried-over = Adiado para a próxima reunião
meeting-origin-infoline = Infoline
meeting-origin-psychosocial-service = Serviço psicossocial
meeting-origin-hub = Hub nacional
meeting-track-psychosocial = psicossocial
meeting-track-medical = médica
meeting-dissent-say = Porquê (facultativo)
meeting-dissent-why = { $name }: «{ $text }»
