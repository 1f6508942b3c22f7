ack-subject = Ihre Nachricht ist angekommen
ack-opening = am { $date } um { $time } Uhr
ack-opening-unknown = sobald jemand da ist
ack-text =
    Guten Tag,

    Ihre Nachricht an die Infoline Seltene Krankheiten ist angekommen. Außerhalb der Öffnungszeiten liest sie niemand. Jemand aus dem Team liest sie { $when }.

    Sie erhalten eine Antwort bis spätestens { $due }.

    Im Notfall rufen Sie { $emergency } an.

    Diese Nachricht wurde automatisch verschickt. Sie können darauf antworten, um Ihre Anfrage zu ergänzen.
ack-text-neutral =
    Guten Tag,

    Ihre Nachricht ist angekommen. Jemand aus dem Team liest sie { $when }.

    Sie erhalten eine Antwort bis spätestens { $due }.

    Im Notfall rufen Sie { $emergency } an.

    Diese Nachricht wurde automatisch verschickt. Sie können darauf antworten.
