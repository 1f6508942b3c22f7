ack-subject = A sua mensagem chegou
ack-opening = a { $date } às { $time }
ack-opening-unknown = assim que alguém estiver presente
ack-text =
    Bom dia,

    A sua mensagem para a Infoline Doenças Raras chegou. Fora do nosso horário ninguém a lê. Alguém da equipa vai lê-la { $when }.

    Receberá uma resposta o mais tardar a { $due }.

    Em caso de urgência, ligue { $emergency }.

    Esta mensagem foi enviada automaticamente. Pode responder-lhe para completar o seu pedido.
ack-text-neutral =
    Bom dia,

    A sua mensagem chegou. Alguém da equipa vai lê-la { $when }.

    Receberá uma resposta o mais tardar a { $due }.

    Em caso de urgência, ligue { $emergency }.

    Esta mensagem foi enviada automaticamente. Pode responder-lhe.
