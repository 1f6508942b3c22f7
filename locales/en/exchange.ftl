# Exchanges between professionals.
exchange-title = Exchanges between professionals
exchange-hint = What somebody was asked between two meetings, and what they said. It is advice: the treating doctor decides and explains.
exchange-new = New note
exchange-add = Write down an exchange
exchange-notes = Notes
exchange-none = No exchange is written down.
exchange-count-none = None written down
exchange-count = { $count ->
    [one] { $shown } note
   *[other] { $shown } notes
}
exchange-awaited-count = { $count ->
    [one] { $shown } answer awaited
   *[other] { $shown } answers awaited
}
exchange-asked = { $name } asked { $whom }
exchange-advised-on = Advised on { $day }
exchange-none-on = No advice; written down on { $day }
exchange-somebody-else = Somebody else: name and function beside
exchange-whom = Whom
exchange-other = Otherwise, name and function
exchange-way = How
exchange-way-phone = by phone
exchange-way-mail = by mail
exchange-way-video = by video
exchange-way-in-person = in person
exchange-on = Asked on
exchange-question = Question
exchange-advice-part = Answer
exchange-end = Where it stands
exchange-end-on = Answered on
exchange-advice = Advice, or why there will be none
exchange-advise = Write down the answer
exchange-sharing = Who reads this note
exchange-state-awaited = Answer awaited
exchange-state-advised = Advice given
exchange-state-no-advice = No advice
case-event-exchange = Exchange between professionals
open-end-advice-missing = Advice awaited from a professional
open-end-hint-advice-missing = Ask again, then write down the answer, or why there will be none.
cell-rule-exchange-nobody-asked = Choose whom you asked, or write their name and function.
cell-rule-exchange-oneself = Choose somebody other than yourself.
cell-rule-exchange-question-missing = Write what you asked.
cell-rule-exchange-advice-missing = Write the advice, or why there will be none.
cell-rule-exchange-before-question = The answer is dated before the question.
cell-rule-exchange-say-how = An answer is written: choose “Advice given” or “No advice”.
care-earlier = What was written before
