ack-subject = Votre message nous est parvenu
ack-opening = le { $date } à { $time }
ack-opening-unknown = dès que quelqu’un sera présent
ack-text =
    Bonjour,

    Votre message à l’Infoline Maladies Rares nous est bien parvenu. En dehors de nos heures d’ouverture, personne ne le lit. Une personne de l’équipe le lira { $when }.

    Vous recevrez une réponse au plus tard le { $due }.

    En cas d’urgence, appelez le { $emergency }.

    Ce message est envoyé automatiquement. Vous pouvez y répondre pour compléter votre demande.
ack-text-neutral =
    Bonjour,

    Votre message nous est bien parvenu. Une personne de l’équipe le lira { $when }.

    Vous recevrez une réponse au plus tard le { $due }.

    En cas d’urgence, appelez le { $emergency }.

    Ce message est envoyé automatiquement. Vous pouvez y répondre.
