# Trocas entre profissionais.
exchange-title = Trocas entre profissionais
exchange-hint = O que foi perguntado a alguém entre duas reuniões, e o que respondeu. É um parecer: o médico assistente decide e explica.
exchange-new = Nova nota
exchange-add = Anotar uma troca
exchange-notes = Notas
exchange-none = Não há nenhuma troca anotada.
exchange-count-none = Nenhuma anotada
exchange-count = { $count ->
    [one] { $shown } nota
   *[other] { $shown } notas
}
exchange-awaited-count = { $count ->
    [one] { $shown } parecer esperado
   *[other] { $shown } pareceres esperados
}
exchange-asked = { $name } perguntou a { $whom }
exchange-advised-on = Parecer dado em { $day }
exchange-none-on = Sem parecer; anotado em { $day }
exchange-somebody-else = Outra pessoa: nome e função ao lado
exchange-whom = A quem
exchange-other = Senão, nome e função
exchange-way = Como
exchange-way-phone = por telefone
exchange-way-mail = por correio eletrónico
exchange-way-video = por vídeo
exchange-way-in-person = pessoalmente
exchange-on = Perguntado em
exchange-question = Pergunta
exchange-advice-part = Resposta
exchange-end = Em que ponto está
exchange-end-on = Respondido em
exchange-advice = Parecer, ou porque não haverá
exchange-advise = Anotar a resposta
exchange-sharing = Quem lê esta nota
exchange-state-awaited = Resposta esperada
exchange-state-advised = Parecer dado
exchange-state-no-advice = Sem parecer
case-event-exchange = Troca entre profissionais
open-end-advice-missing = Pareceres esperados de um profissional
open-end-hint-advice-missing = Volte a perguntar e anote a resposta, ou porque não haverá.
cell-rule-exchange-nobody-asked = Escolha a quem perguntou, ou escreva o nome e a função.
cell-rule-exchange-oneself = Escolha alguém que não seja você.
cell-rule-exchange-question-missing = Escreva o que perguntou.
cell-rule-exchange-advice-missing = Escreva o parecer, ou porque não haverá.
cell-rule-exchange-before-question = A resposta tem data anterior à pergunta.
cell-rule-exchange-say-how = Há uma resposta escrita: escolha «Parecer dado» ou «Sem parecer».
care-earlier = O que estava anotado antes
