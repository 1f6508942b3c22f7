# Events and trainings, laboratories, origin of onset and inheritance.

## Events
events-title = Agenda
events-lead = Próximos encontros e formações, anunciados por associações e redes. O que já passou desaparece por si.
events-kind = O que procura?
events-kind-any = Encontros e formações
events-for-any = Todas as pessoas
events-count = { $count ->
    [one] { $shown } data próxima.
   *[other] { $shown } datas próximas, a mais próxima primeiro.
}
events-none = Não conhecemos nenhuma data próxima.
events-none-filtered = Nenhuma data próxima corresponde a estes critérios.
events-none-teach = As associações anunciam os seus encontros e formações nos próprios sítios. Quando uma data nos é comunicada com a sua fonte, aparece aqui até ao último dia.
events-note = Antes de se deslocar, confirme a data junto da organização.
events-all = Toda a agenda
events-associations = As associações
event-kind-event = encontro ou dia de sensibilização
event-kind-training = formação
event-dates = de { $start } a { $end }
event-online = em linha
event-cancelled = Cancelado.
event-for = Para: { $who }
event-organiser = Organização:
event-on-paper = Agenda: { $event }
participants-patients = pessoas afetadas
participants-relatives = familiares
participants-associations = associações
participants-professionals = profissionais
participants-public = todo o público
card-events = Próximas datas
organisation-events = Próximas datas

## Laboratories
laboratory-title = Análises
laboratory-tests = Análises oferecidas
laboratory-accreditation = Acreditação
laboratory-turnaround = Prazo do resultado
laboratory-prescriber = Quem as pode pedir
laboratory-form = Formulário de pedido
laboratory-for = para:
laboratory-not-known = não é do nosso conhecimento
laboratory-days = { $count ->
    [one] { $shown } dia
   *[other] { $shown } dias
}
laboratory-days-range = de { $from } a { $to } dias
laboratory-note = «Não é do nosso conhecimento» não quer dizer que o laboratório não o faça: pergunte-lhe. Em regra, a amostra segue com o pedido de um médico.
prescriber-doctor = um médico
prescriber-specialist = médico especialista
prescriber-geneticist = médico geneticista, após consulta

## Coverage that is not stated
organisation-coverage-not-stated = Esta estrutura ocupa-se de certas doenças, mas não sabemos dizer exatamente quais. Pergunte-lhe.
organisation-coverage-more = Ocupa-se também de outras doenças, mas não sabemos dizer exatamente quais. Pergunte-lhe.
why-coverage-not-stated = doenças acompanhadas não indicadas: a perguntar
kind-ern-member = equipa hospitalar membro de uma rede europeia (ERN)

## Origin of onset and inheritance
traits-source-title = De onde vem isto
traits-source = Idade de início e transmissão: Orphanet, ficheiro de { $version }. Não é indicado nenhum lugar: resumem publicações de todo o mundo.
traits-source-undated = Idade de início e transmissão: Orphanet. Não é indicado nenhum lugar: resumem publicações de todo o mundo.
traits-source-starter = Idade de início e transmissão: redigidas por nós a partir de { $source }. Não é indicado nenhum lugar.
