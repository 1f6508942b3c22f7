# Accounts: sign-in, second factors, people.

## Frame

nav-staff = Área profissional
signed-label = A sua conta
signed-as = Sessão iniciada como
sign-out = Terminar sessão
moment = { $date } às { $time }

## Fields

field-mail = Endereço de e-mail
field-name = Nome e apelido
field-password = Palavra-passe
field-password-current = Palavra-passe atual
field-password-new = Nova palavra-passe
field-password-hint = Pelo menos 12 caracteres. Uma frase que só a pessoa conhece é mais segura do que uma palavra complicada.
field-password-again = A mesma, mais uma vez
name-missing = Indique o seu nome e apelido.
mail-odd = Este endereço de e-mail não está completo, por exemplo nome.apelido@exemplo.lu.
password-weak-short = A palavra-passe tem menos de 12 caracteres.
password-weak-long = A palavra-passe tem mais de 256 caracteres.
password-weak-personal = A palavra-passe contém o seu nome ou o seu endereço.
password-weak-common = Esta palavra-passe está entre as que se experimentam primeiro. Escolha outra.
password-differs = As duas palavras-passe não são iguais.
password-current-wrong = Esta não é a sua palavra-passe atual.

## Sign-in

sign-in-title = Iniciar sessão
sign-in-lead = Para quem trabalha com a Ariane. Para procurar uma doença ou escrever à infoline, não é preciso conta.
sign-in-button = Continuar
sign-in-outside = Entrar com { $name }
sign-in-help = Não tem conta, ou perdeu o acesso? O administrador da sua estrutura convida e desbloqueia as contas.
sign-in-wrong = O endereço e a palavra-passe não correspondem, ou a conta não está aberta.
sign-in-wait = { $count ->
    [one] Demasiadas tentativas a partir da sua rede. Tente de novo dentro de um minuto.
   *[other] Demasiadas tentativas a partir da sua rede. Tente de novo dentro de { $shown } minutos.
}
sign-in-done-password = A sua palavra-passe foi alterada. Entre com a nova.
sign-in-done-out = A sua sessão terminou.
sign-in-done-outside = Inicie primeiro sessão aqui.

## Second factor

second-factor-title = Segundo fator
step-up-title = Confirmar a identidade
step-up-lead = O que vai fazer altera acessos ou não se pode desfazer. Indique mais uma vez o seu segundo fator.
second-factor-none = A sua conta ainda não tem segundo fator. Peça um código ao administrador da sua estrutura.
second-factor-passkey = Usar uma chave de acesso
second-factor-totp = Código da aplicação de autenticação
second-factor-totp-hint = Seis algarismos, que mudam a cada trinta segundos.
second-factor-button = Confirmar
second-factor-recovery = Usar um código de recuperação
second-factor-recovery-label = Código de recuperação
second-factor-lost = Já não tem o seu segundo fator?
second-factor-lost-lead = O administrador da sua estrutura dá-lhe um código de viva voz, nunca por e-mail. Com esse código regista um novo segundo fator.
second-factor-spoken = Código dado pelo administrador
second-factor-wrong = Este código não está certo ou já foi usado.
passkey-failed = O navegador não deu a chave de acesso. Tente de novo ou use outro meio.
passkey-noscript = Uma chave de acesso precisa de JavaScript. O código de uma aplicação funciona sem ele.
passkey-impossible = As chaves de acesso não funcionam neste endereço: é preciso um nome, não um número.

## Factors

factors-title = Segundos fatores
factors-lead-first = Mais um passo: escolha com que confirma a sua identidade. Basta uma das duas possibilidades.
factors-lead = Tenha dois: se um se perder, o outro deixa-o entrar.
factors-yours = O que tem
factors-since = desde { $date }
factors-remove = Retirar
factors-last = O último não pode ser retirado. Adicione primeiro outro.
factors-codes-left = { $count ->
    [0] Não lhe resta nenhum código de recuperação.
    [one] Resta-lhe um código de recuperação.
   *[other] Restam-lhe { $shown } códigos de recuperação.
}
factors-codes-new = Novos códigos de recuperação
factors-totp = Aplicação de autenticação
factors-totp-title = Com uma aplicação no telemóvel
factors-totp-lead = Qualquer aplicação de autenticação serve. Fotografe a imagem com ela e depois escreva o código que mostra.
factors-totp-picture = Código QR da chave abaixo
factors-totp-text = Sem câmara, escreva esta chave na aplicação:
factors-totp-here = A aplicação está neste aparelho: abrir
factors-code = Código de seis algarismos
factors-code-wrong = Este código não é o desta chave. Verifique se a hora do telemóvel está certa.
factors-totp-add = Adicionar a aplicação
factors-passkey = Chave de acesso
factors-passkey-title = Com uma chave de acesso
factors-passkey-lead = A impressão digital, o rosto ou o código deste aparelho, ou uma chave de segurança. É o meio mais seguro: não se pode dar a uma página falsa.
factors-passkey-name = Nome desta chave
factors-passkey-name-hint = Para a reconhecer mais tarde, por exemplo «computador do escritório».
factors-passkey-add = Adicionar uma chave de acesso
factors-passkey-wrong = Não foi possível adicionar a chave de acesso. Tente de novo.
codes-title = Os seus códigos de recuperação
codes-lead = Cada código substitui uma vez o seu segundo fator. Só são mostrados agora.
codes-keep = Imprima-os ou anote-os, e guarde-os onde guarda os seus papéis. Não na sua caixa de e-mail.
codes-next = Anotado, continuar

## Own account

account-title = A minha conta
account-roles = Funções
account-factors = { $count ->
    [0] nenhum
    [one] um
   *[other] { $shown }
}
account-factors-change = ver e alterar
account-sessions = Onde tem sessão iniciada
account-session-this = aqui
account-session-times = desde { $since }, visto { $seen }
account-agent-unknown = Navegador desconhecido
account-session-end = Terminar
account-sessions-end = Terminar em todos os outros
account-password = Alterar a palavra-passe
account-done-password = A sua palavra-passe foi alterada. A sessão terminou em todos os outros aparelhos.
account-done-session = Sessão terminada.
account-done-linked = Alterado.
account-link-outside = Ligar a { $name }
account-unlink = Desligar
outside-title = Entrada por outro serviço
outside-failed-none = Não há outro serviço configurado aqui.
outside-failed-no-answer = O outro serviço não responde. Tente mais tarde ou use a sua palavra-passe.
outside-failed-over = Este regresso já não é válido. Recomece a entrada.
outside-failed-not-confirmed = O outro serviço não confirmou a entrada.
outside-failed-unknown = Essa conta não está ligada a nenhuma conta aberta aqui. Entre uma vez com a sua palavra-passe e ligue-a, ou peça um convite ao administrador.
outside-failed-taken = Essa conta já está ligada a outra.

## Set-up, invitation, recovery

set-up-title = Instalação
set-up-lead = Esta instalação é nova. Indique a estrutura responsável e abra a conta do seu administrador.
set-up-code = Código de instalação
set-up-code-hint = Aparece onde a Ariane foi iniciada.
set-up-code-wrong = Este não é o código mostrado no arranque. Após um reinício há um novo.
set-up-organisation = Estrutura
set-up-organisation-hint = A que é responsável pelo tratamento dos dados.
set-up-organisation-missing = Indique a estrutura.
set-up-button = Continuar
set-up-next = A seguir regista um segundo fator. Só então a conta se abre.
invitation-title = Convite
invitation-lead = { $organisation } convida-o a trabalhar com a Ariane, nesta função:
invitation-outside = Aceitar com { $name }, sem palavra-passe
invitation-button = Aceitar e continuar
over-title = Este link já não leva a lado nenhum
over-lead-invitation = O convite foi usado, substituído ou tem mais de sete dias. O administrador da sua estrutura pode enviar outro.
over-lead-recovery = O link foi usado, substituído ou tem mais de uma hora. Pode pedir outro.
recovery-title = Palavra-passe esquecida
recovery-lead = Enviamos um link para o seu endereço. Vale uma hora.
recovery-button = Enviar o link
recovery-sent = Se uma conta aberta tiver este endereço, o link vai a caminho.
recovery-factor = O link altera a palavra-passe e mais nada: o segundo fator será pedido como sempre.
new-password-title = Escolher uma nova palavra-passe
new-password-button = Alterar a palavra-passe

## People

people-title = Equipa
people-lead = Quem trabalha com a Ariane, e em que função. Uma função abre aquilo de que precisa, e mais nada.
people-invite = Convidar alguém
people-invite-lead = A pessoa recebe um link válido por sete dias. Escolhe ela própria a palavra-passe e o segundo fator.
people-language = Língua do e-mail
people-invite-button = Enviar o convite
people-invited = O convite vai a caminho.
people-known = Este endereço já tem uma conta.
people-roles-missing = Escolha pelo menos uma função.
person-state = Estado
person-since = Conta desde
person-factors = Segundos fatores
person-invited-until = Convite válido até
person-roles-hint = Uma alteração termina todas as sessões da pessoa; ela volta a entrar com as novas funções.
person-roles-button = Guardar as funções
person-invite-again = Reenviar o convite
person-lost = Segundo fator perdido
person-lost-lead = Certifique-se primeiro de que é mesmo a pessoa: de viva voz, por um número que conhece. Dê o código assim, nunca por e-mail.
person-code-button = Mostrar um código
person-code-title = Código a dar de viva voz
person-code-lead = Vale 24 horas, uma só vez, e só é mostrado agora. A pessoa entra com a sua palavra-passe, dá este código e regista um novo segundo fator; os antigos deixam de valer.
person-access = Acesso
person-lock-lead = Bloquear termina todas as sessões da pessoa, até um administrador desbloquear.
person-lock = Bloquear a conta
person-unlock = Desbloquear a conta
person-close-lead = Fechar é definitivo. O registo de acessos guarda o que foi feito; a pessoa pode ser convidada de novo.
person-close = Fechar a conta
person-done-roles = As funções foram guardadas.
person-done-state = O acesso foi alterado.
person-done-sent = O convite vai a caminho.
person-bar-own = Ninguém retira o seu próprio acesso de administrador: outro administrador pode fazê-lo.
person-bar-last = Não restaria nenhum administrador. Nomeie primeiro outro.
account-state-invited = convidado
account-state-active = aberto
account-state-locked = bloqueado
account-state-closed = fechado

## Functions

role-listener = Escutante da infoline
role-psychosocial-coordinator = Coordenação psicossocial (CNPS)
role-medical-coordinator = Coordenação médica (CNM)
role-hub-coordinator = Coordenação ERN do hub (CERN)
role-psychosocial-worker = Serviço psicossocial da associação
role-directory-editor = Edição da lista
role-steering-member = Grupo de direção
role-patients-representative = Representação dos doentes
role-data-protection-officer = Encarregado da proteção de dados
role-administrator = Administração

## Refusals

refused-title-signed-out = A sua sessão terminou
refused-lead-signed-out = Inicie sessão de novo para continuar. O que acabou de enviar não foi guardado.
refused-title-second-factor = Falta o seu segundo fator
refused-lead-second-factor = Confirme primeiro a sua identidade.
refused-title-step-up = Confirme mais uma vez a sua identidade
refused-lead-step-up = O seu segundo fator tem mais de um quarto de hora. Nada foi alterado.
refused-title-link = Abra primeiro o seu link
refused-lead-link = Esta página abre-se com o link e o código que recebeu. Se já não os tem, telefone para a infoline.
refused-title-function = Esta página não é para a sua função
refused-lead-function = Não se abre, exista ou não aquilo que procura. Se precisa dela para o seu trabalho, peça ao administrador da sua estrutura.
refused-functions = É para:
refused-title-form = Este formulário não foi aceite
refused-lead-form = Não vem de uma página ainda válida. Volte à página, recarregue-a e envie-o de novo. Os cookies têm de estar permitidos.
refused-title-too-large = É demasiado grande
refused-lead-too-large = O que enviou ultrapassa o tamanho aceite. Nada foi guardado.
refused-title-too-many = Um pouco de paciência
refused-lead-too-many = Há demasiadas tentativas a partir da sua rede. Espere alguns minutos e tente de novo.

## Mails to staff

mail-subject-invitation = Convite para a Ariane
mail-subject-recovery = Ariane: nova palavra-passe
mail-subject-notice = Ariane: a sua conta
mail-invitation-text =
    Bom dia,

    { $organisation } convida-o a trabalhar com a Ariane. Este link vale sete dias:

    { $link }

    Escolherá a sua palavra-passe e o seu segundo fator.
    Se não esperava este convite, pode ignorá-lo.
mail-recovery-text =
    Bom dia,

    Alguém, provavelmente a própria pessoa, pediu uma nova palavra-passe. Este link vale uma hora:

    { $link }

    O seu segundo fator será pedido como sempre. Se não fez este pedido, não precisa de fazer nada.
mail-notice-text =
    Bom dia,

    { $what }

    Se não fez esta alteração, avise de imediato o administrador da sua estrutura. A sua conta:

    { $link }
mail-notice-password = A palavra-passe da sua conta acaba de ser alterada.
mail-notice-factor-added = Um segundo fator acaba de ser adicionado à sua conta.
mail-notice-factor-removed = Um segundo fator acaba de ser retirado da sua conta.
mail-notice-factor-replaced = O seu segundo fator acaba de ser substituído, com um código do administrador.
mail-notice-factor-code = O administrador acaba de preparar um código para substituir o seu segundo fator.
mail-notice-roles = As suas funções acabam de ser alteradas. Inicie sessão de novo.
mail-subject-emergency = Ariane: foi aberto um resumo de urgência
mail-emergency-text =
    Bom dia,

    O resumo de urgência do processo { $number } acaba de ser aberto por uma só pessoa, com um motivo. Consta do fio do processo; outra pessoa tem de rever esta abertura:

    { $link }
held-psychosocial-track = { $count ->
    [one] { $shown } vertente psicossocial
   *[other] { $shown } vertentes psicossociais
}
held-medical-track = { $count ->
    [one] { $shown } vertente médica
   *[other] { $shown } vertentes médicas
}
held-step = { $count ->
    [one] { $shown } diligência
   *[other] { $shown } diligências
}
held-call = { $count ->
    [one] { $shown } chamada prometida
   *[other] { $shown } chamadas prometidas
}
held-rcp-series = { $count ->
    [one] { $shown } RCP periódica
   *[other] { $shown } RCP periódicas
}
held-rcp-session = { $count ->
    [one] { $shown } sessão de RCP
   *[other] { $shown } sessões de RCP
}
held-service-file = { $count ->
    [one] { $shown } pessoa acompanhada pelo serviço
   *[other] { $shown } pessoas acompanhadas pelo serviço
}
held-stand-in = { $count ->
    [one] { $shown } substituição
   *[other] { $shown } substituições
}
held-enquiry = { $count ->
    [one] { $shown } pedido assumido
   *[other] { $shown } pedidos assumidos
}
person-takeovers = O que esta pessoa ainda acompanha
person-takeovers-lead = Tudo passa para outra pessoa no mesmo ato: nada fica sem titular, e quem assume é avisado por e-mail.
person-takeover-rule = Segundo as substituições, senão o binómio do processo
person-takeover-free = Ninguém por agora
person-takeover-queue = { $what }: de volta à fila de espera.
person-nobody-left = { $what }: ninguém pode assumir. Escolha alguém e tente de novo; nada foi alterado.
mail-notice-handed-on = Um colega sai ou muda de funções: o que essa pessoa acompanhava passa para si. Inicie sessão para ver.
