# Source of truth. Other languages are written, not transposed.

## Frame
skip = Ir para o conteúdo
nav-main = Páginas principais
nav-languages = Línguas
nav-search = Nova pesquisa
nav-networks = Redes
nav-directory = Diretório
nav-map = Mapa
nav-guides = Compreender
nav-helplines = Linhas de apoio e emergência
nav-sources = Fontes e licenças
nav-rules = Regras de orientação
nav-about = O que faz Ariane
thread-label = Fio de Ariadne: o seu caminho até aqui
thread-start = Página inicial
thread-here = Aqui
next-label = E agora
bar-demo = Demonstração: algumas estruturas são fictícias e estão assinaladas como tal.
bar-fetch = Os dados de referência estão a ser transferidos; tudo funciona já com os dados iniciais.
bar-starter = Só estão instalados os dados iniciais: cerca de 190 doenças. O operador pode importar a nomenclatura completa.
footer-disclaimer = Ariane informa e orienta; não faz diagnósticos. Em caso de emergência, ligue { $number }.
footer-helpline = Falar com alguém:

## Danger
danger-title = Não está só: há ajuda disponível agora
danger-self-harm = Se pensa em magoar-se ou em morrer, fale já com alguém. Há pessoas com formação prontas a ouvir.
danger-violence = Se está a sofrer violência, ou se outra pessoa a sofre, procure um lugar seguro, se puder, e ligue.
danger-acute = Se há uma vida em perigo, não espere.
danger-call = Ligar { $number }
danger-note = Esta mensagem aparece devido a certas palavras. Se não aparecer, isso nunca quer dizer que não há perigo.

## Start
start-title = Doenças raras: onde encontrar acompanhamento?
start-lead = Escreva o nome de uma doença, mesmo com erros, ou um código. Diga onde vive e de que precisa: Ariane dá-lhe uma ficha de orientação clara, para imprimir.
start-counts = { $count ->
    [one] { $shown } doença ou grupo de doenças na base de dados.
   *[other] { $shown } doenças e grupos de doenças na base de dados.
}
start-privacy = Nada do que escreve é guardado.
field-query = Que doença, ou o que se passa?
field-query-hint = Nome, abreviatura, gene ou código (ORPHA, OMIM, CID), em francês, alemão, inglês ou português.
field-place = Onde vive?
field-place-hint = Código postal ou localidade (Luxemburgo, França, Bélgica, Alemanha, Países Baixos, Suíça, Portugal).
field-position = Usar a minha localização
field-position-done = Localização obtida, arredondada a cerca de um quilómetro.
field-position-failed = Não foi possível ler a localização. Indique um código postal ou uma localidade.
field-need = De que precisa?
field-need-hint = Facultativo.
field-need-any = Tudo o que possa ajudar
field-age = Para quem?
field-country = País
field-country-any = Conforme o lugar
age-any = Criança ou adulto
age-child = Criança
age-adult = Adulto
need-whole = { $need } (tudo)
choice-any = Todos
action-search = Procurar
action-sheet = Ficha de orientação
action-sheet-for = Ficha de orientação: { $name }
action-show = Mostrar
suggest-none = Sem sugestões. Pode procurar na mesma.
suggest-some = Há sugestões: setas para percorrer, Enter para escolher.
ways-title = Outros caminhos
way-undiagnosed = Não tenho diagnóstico
way-lead-undiagnosed = A quem recorrer quando ainda não se sabe.
way-networks = As redes de especialistas
way-lead-networks = 24 redes europeias e 23 redes francesas.
way-map = O mapa dos centros
way-lead-map = Onde estão as equipas especializadas que conhecemos.
way-guides = Compreender as palavras
way-lead-guides = CRMR, CCMR, FSMR, ERN, PNDS… em palavras simples.
way-relative = Sou familiar ou pessoa próxima
way-lead-relative = Descanso, irmãos, licenças, apoio.
way-helplines = Falar com alguém
way-lead-helplines = Linhas de apoio e números de emergência por país.
way-events = Datas e formações
way-lead-events = Próximos encontros, dias de sensibilização e formações.

## Search
search-title = Resultados
search-count = { $count ->
    [one] { $shown } resposta.
   *[other] { $shown } respostas, a mais próxima em primeiro lugar.
}
search-same-name = { $count ->
    [one] Uma entrada tem este nome ou este código.
   *[other] { $shown } entradas têm este nome ou este código: estão todas no topo.
}
search-shortened = O seu texto era muito longo: só foram lidos os primeiros 300 carateres.
search-none-title = Nenhuma doença encontrada com este nome
search-none-lead = Isso não quer dizer que não exista. Pode:
search-none-spelling = experimentar outro nome, ou só a palavra mais invulgar;
search-none-code = procurar por código (ORPHA, OMIM, CID) ou por gene, se vier indicado numa carta médica;
search-none-undiagnosed = ler o que fazer sem diagnóstico
search-none-sheet = Ficha de orientação sem diagnóstico
search-not-found-here = Não é o que procura? Pode
match-code = encontrado pelo código «{ $matched }»
match-gene = associado ao gene { $matched }
match-synonym = também chamado «{ $matched }»
match-lay = muitas vezes chamado «{ $matched }»
match-words = encontrado em «{ $matched }»
match-similar = próximo de «{ $matched }»
level-disorder = doença
level-group = grupo de doenças
level-subtype = subtipo
retired-forwarded = O código { $code } já não é usado; esta é a entrada que o substitui.
retired-no-successor = A Orphanet já não usa este código e nada o substitui.
retired-not-rare = A Orphanet não considera esta doença rara na Europa: o seu médico, ou um especialista perto de si, é a pessoa certa a consultar.

## Disease
definition-other-language = definição disponível apenas nesta língua
disease-help = Encontrar ajuda perto de mim
disease-which-rule = Que regra leva a estas redes?
disease-centres = Centros especializados
disease-map = Ver estes centros no mapa
disease-signs = Sinais principais
disease-signs-lead = Proporção de pessoas em quem o sinal foi descrito. Cada pessoa é diferente: um sinal da lista pode faltar.
disease-more-signs = { $count ->
    [one] mais { $shown } sinal
   *[other] mais { $shown } sinais
}
disease-frequency = Frequência publicada
disease-frequency-none = Não se conhece nenhuma frequência publicada.
disease-rarity = Quantas pessoas perto de mim?
disease-facts = Em resumo
disease-onset = Idade de início
disease-inheritance = Transmissão
disease-inheritance-guide = o que quer isto dizer?
disease-genes = Genes
disease-codes = Códigos
disease-names = Nomes
disease-classification = Nas classificações da Orphanet
disease-children = Inclui
disease-more-children = { $count ->
    [one] e mais { $shown }
   *[other] e mais { $shown }
}
disease-documents = Documentos e ligações
network-none = Segundo as nossas regras, nenhuma rede europeia abrange esta entrada: a coordenação nacional (hub) decide.
network-unclassified = Aqui conhecemos apenas o nome desta doença: as classificações da Orphanet ainda não estão instaladas, por isso não é possível indicar uma rede. A linha de apoio ou a coordenação nacional podem fazê-lo.
trials-note = Registo de ensaios clínicos. Só a equipa de um ensaio pode dizer quem pode participar.
frequency-cases = { $count ->
    [one] { $shown } caso ou família descritos em publicações
   *[other] { $shown } casos ou famílias descritos em publicações
}
frequency-per-100000 = { $n } por 100 000
gene-role-causative = em causa
gene-role-other = associado
measure-prevalence-at-birth = Prevalência à nascença
measure-annual-incidence = Novos casos por ano (incidência)
measure-point-prevalence = Pessoas afetadas num dado momento (prevalência)
measure-lifetime-prevalence = Ao longo da vida
measure-cases-or-families = Casos ou famílias publicados
paper-pnds = protocolo de cuidados (PNDS)
paper-emergency-card = cartão de emergência
paper-guideline = recomendação
origin-imported = Dados da Orphanet e da HPO, versão { $release }.
origin-starter = Redigido por nós, fonte: { $source }.
onset-antenatal = antes do nascimento
onset-neonatal = à nascença
onset-infancy = primeiros meses
onset-childhood = infância
onset-adolescent = adolescência
onset-adult = idade adulta
onset-elderly = idade avançada
onset-all-ages = qualquer idade
onset-no-data-available = sem informação
onset-no-data = sem informação
inheritance-autosomal-dominant = autossómica dominante
inheritance-autosomal-recessive = autossómica recessiva
inheritance-x-linked-dominant = dominante ligada ao X
inheritance-x-linked-recessive = recessiva ligada ao X
inheritance-y-linked = ligada ao Y
inheritance-mitochondrial-inheritance = mitocondrial
inheritance-multigenic-multifactorial = vários genes e fatores
inheritance-oligogenic = alguns genes
inheritance-semi-dominant = semidominante
inheritance-not-applicable = não aplicável
inheritance-unknown = desconhecida
inheritance-not-yet-documented = ainda não descrita
inheritance-no-data-available = sem informação
geography-worldwide = mundo
geography-europe = Europa
geography-france = França
geography-germany = Alemanha
geography-belgium = Bélgica
geography-luxembourg = Luxemburgo
geography-netherlands = Países Baixos
geography-switzerland = Suíça
geography-portugal = Portugal
geography-spain = Espanha
geography-italy = Itália
geography-united-kingdom = Reino Unido
geography-united-states = Estados Unidos
geography-specific-population = população específica
sign-obligate = sempre
sign-very-frequent = muito frequente (80 a 99 %)
sign-frequent = frequente (30 a 79 %)
sign-occasional = ocasional (5 a 29 %)
sign-very-rare = muito raro (1 a 4 %)
sign-excluded = ausente
sign-unknown = frequência não indicada

## Sheet
sheet-title = Ficha de orientação
sheet-title-for = Ficha de orientação: { $name }
sheet-made-on = Ficha de { $date }
sheet-place = Lugar: { $place }
sheet-need = Necessidade: { $need }
sheet-about = Saber mais sobre esta doença
sheet-thread = O caminho, daqui até ao especialista
sheet-undiagnosed = Sem diagnóstico, o primeiro passo é um médico assistente que faça o seu acompanhamento e junte o que já foi feito. As estruturas abaixo podem ajudar esse médico.
sheet-no-centre-here = Não conhecemos nenhum centro especializado nesta doença neste país ({ $country }). O caminho passa pela coordenação nacional e pela rede europeia.
sheet-europe-heading = O caminho para a Europa
sheet-europe-lead = Ninguém contacta por si mesmo uma rede europeia de referência (ERN): são os profissionais que abrem este caminho. Viaja o parecer, não o doente.
sheet-guides = Para compreender
sheet-tools = Guardar esta ficha
sheet-large = Letra grande
sheet-pdf = Ficha em PDF
sheet-print = Imprimir
sheet-share = Ligação para esta ficha, para copiar
sheet-share-note = Esta ligação não contém nome nem morada: apenas a doença, a necessidade, o país e uma zona de cerca de 50 km.
sheet-again = Mudar o lugar ou a necessidade
place-my-position = a minha localização
place-zone = zona de cerca de 50 km
place-several = Há vários lugares chamados «{ $place }». Qual é o seu?
place-unknown = Não encontramos «{ $place }». Indique um código postal ou uma localidade de um dos países abrangidos. A ficha abaixo foi feita sem lugar.
place-mend = Corrigir o lugar
part-networks = As redes que conhecem esta doença
part-lead-networks = Uma rede reúne as equipas com mais experiência. É o seu médico que a contacta por si.
part-empty-networks = Segundo as nossas regras, nenhuma rede abrange esta entrada: a coordenação nacional (hub) decide.
part-reference-centres = Centros de referência: menos numerosos, por vezes mais longe
part-lead-reference-centres = A equipa com mais experiência: diagnóstico, plano de cuidados, casos complexos.
part-empty-reference-centres = Não conhecemos nenhum centro especializado nesta doença com fonte indicada. A rede, a linha de apoio ou a coordenação nacional podem indicar-lhe um.
part-competence-centres = Centros de competência: mais próximos
part-lead-competence-centres = O acompanhamento perto de si, em ligação com o centro de referência.
part-general-centres = Para todas as doenças raras, perto de si
part-lead-general-centres = Estes lugares não são especializados apenas nesta doença: ajudam a encontrar a equipa certa.
part-laboratories = Laboratórios
part-lead-laboratories = As análises são pedidas por um médico.
part-associations = Associações
part-lead-associations = Pessoas que conhecem a vida com uma doença rara.
part-services = Serviços para esta necessidade
part-lead-services = Direitos, escola, trabalho, casa, apoio: os serviços do seu país.
part-helplines = Falar com alguém
part-lead-helplines = Responde um ser humano.
part-europe = Coordenação nacional
part-lead-europe = Liga o seu médico às redes europeias.
step-treating-doctor = Médico assistente
step-cnm = Coordenador médico nacional (CNM) da equipa luxemburguesa de doenças raras (Cellule maladies rares)
step-cern = Coordenador ERN (CERN) do hub nacional
step-crmr-ccmr = Centro de referência ou de competência (CRMR, CCMR)
step-centre = Centro especializado do país
step-network = Rede europeia (ERN)
card-why-title = Porquê aqui
card-why = Porquê aqui: { $why }
card-source = Fonte:
source-seed-000 = apresentação «1ère année de l’Infoline» (o primeiro ano da Infoline), ALAN e CHL, 26 de março de 2021
source-seed-001 = artigo «Maladies rares : où se faire accompagner ?» (em francês), 2025
checked-on = verificado em { $date }
checked-never = nunca verificado
warning-stale = A verificar de novo: última verificação em { $date }.
warning-unconfirmed = Não confirmado: verifique antes de confiar nesta informação.
warning-label-expired = O reconhecimento oficial caducou ({ $date }).
warning-demo = Estrutura fictícia, para demonstração.
why-covers-disorder = acompanha pessoas com esta doença
why-covers-group = acompanha pessoas com doenças do grupo «{ $group }»
why-rule = abrange o grupo «{ $group }»
why-rule-itself = abrange esta doença
why-need = responde a: { $need }
why-all-rare = para todas as doenças raras
why-network = membro de { $network }
why-country = no seu país: { $country }
why-nearest = o mais próximo que conhecemos
why-coordinates = local coordenador
why-helpline = linha nacional: { $country }
why-hub = coordenação nacional: { $country }
audience-adult = para adultos
audience-child = para crianças
label-plain = Reconhecimento: { $label }
label-until = Reconhecimento: { $label }, até { $until }
contact-phone = Telefone
contact-email = Correio eletrónico
contact-web = Sítio Web
days = seg ter qua qui sex sáb dom
hours-always = dia e noite
disease-more-frequencies = Outros países e regiões
contact-hours = Horário:
distance-km = cerca de { $km } km em linha reta
procedure-form = Formulário
procedure-payer = Quem paga
procedure-deadline = Prazo
procedure-appeal = Em caso de recusa
procedure-official = Página oficial

## Rarity
rarity-title = Quantas pessoas? { $name }
rarity-area = País, região ou hospital
rarity-births = Nascimentos por ano: { $number }.
rarity-population = Habitantes: { $number }.
rarity-number = { $n } (ano { $year })
rarity-none = Nenhuma frequência publicada permite este cálculo para este lugar.
rarity-table = O que se pode esperar aqui
rarity-note = Cada linha responde à sua própria pergunta. A prevalência à nascença, os novos casos por ano e o número de pessoas afetadas não se substituem uns aos outros. Os intervalos são largos porque os dos estudos também o são.
rarity-sharing = Porquê partilhar o conhecimento
rarity-sharing-lead = Quanto mais rara é uma doença, menos conta a experiência de um só hospital e mais conta a de todos.
rarity-sharing-text = Pessoas afetadas esperadas: { $here } ({ $low } a { $high }), face a { $all } a { $most } no conjunto dos países abrangidos. Um ponto é uma pessoa, até { $dots } pontos.
rarity-covered = Todos os países abrangidos
rarity-seed-title = Um nascimento em 300 000
rarity-seed-lead = O exemplo dos primeiros anos da Infoline: um nascimento a cada 60 anos no Luxemburgo, a cada 20 anos em Heidelberga, a cada 10 anos em Lyon. O mesmo cálculo com os nascimentos de hoje:
rarity-waiting-text = Anos entre dois nascimentos, para uma doença que afeta 1 bebé em 300 000. Quanto mais comprida a barra, mais tempo espera a equipa.
range-up-to = menos de { $high }
range-at-least = mais de { $low }
range-from-to = { $low } a { $high }
years-between = um nascimento a cada { $years } anos ou mais
years-between-range = um nascimento a cada { $often } a { $rarest } anos
years = { $count ->
    [one] { $shown } ano
   *[other] { $shown } anos
}
expected-prevalence-at-birth = Nascimentos afetados por ano
expected-annual-incidence = Novas pessoas afetadas por ano
expected-point-prevalence = Pessoas que vivem com a doença
expected-lifetime-prevalence = Pessoas afetadas ao longo da vida
column-measure = Medida
column-value = Valor
column-where = Onde
column-source = Fonte
column-expected = Esperado
column-number = Número
column-basis = Com base em
column-births = Nascimentos por ano
column-one-every = Um nascimento a cada
column-file = Ficheiro
column-version = Versão
column-licence = Licença
column-attribution = A citar
column-line = Linha
column-group = Grupo
column-network = Rede
column-precedence = Prioridade
column-note = Nota
column-fate = Resultado
column-distance = Distância

## Networks, directory, structures
networks-title = As redes
networks-lead = Quem reúne os especialistas, na Europa e em França.
networks-ern = { $count ->
    [one] { $shown } rede europeia de referência (ERN)
   *[other] { $shown } redes europeias de referência (ERN)
}
networks-fsmr = { $count ->
    [one] { $shown } rede francesa (FSMR)
   *[other] { $shown } redes francesas (FSMR)
}
ern-professionals-only = Uma ERN destina-se aos profissionais: é o seu médico que a contacta.
directory-title = Diretório
directory-words = Palavras
directory-kind = Tipo de estrutura
directory-stale = Só o que falta verificar
directory-count = { $count ->
    [one] { $shown } estrutura
   *[other] { $shown } estruturas
}
directory-none = Nenhuma estrutura corresponde a estes critérios. Retire um, ou ligue para uma linha de apoio.
page-label = Páginas da lista
page-previous = Página anterior
page-next = Página seguinte
kind-ern = rede europeia de referência (ERN)
kind-fsmr = rede francesa de doenças raras (FSMR)
kind-crmr = centro de referência (CRMR)
kind-ccmr = centro de competência (CCMR)
kind-abroad-crmr = centro especializado
kind-abroad-ccmr = centro de proximidade
kind-hub = coordenação nacional (hub)
kind-association = associação
kind-alliance = aliança de associações
kind-helpline = linha de apoio
kind-crisis-line = linha de crise
kind-platform = plataforma
kind-laboratory = laboratório
kind-service = serviço
organisation-coordinator = Coordenação
organisation-languages = Línguas
organisation-parents = Faz parte de
organisation-services = O que lá se encontra
organisation-covers = Doenças abrangidas
organisation-covers-rules = O que esta rede abrange
organisation-covers-rules-lead = Grupos da Orphanet que levam a esta rede, com a linha da regra.
organisation-sites = Outros locais
organisation-members = Membros conhecidos
rule-line = regra { $line }
guide-what-is-ern = O que é uma ERN?
guide-what-is-fsmr = O que é uma rede francesa (FSMR)?
guide-what-is-crmr = O que é um centro de referência?
guide-what-is-ccmr = O que é um centro de competência?
guide-what-is-hub = O que é um hub?
guide-what-is-laboratory = Como funcionam os laboratórios?

## Map
map-title = Mapa dos centros
map-lead = Os centros especializados e as coordenações que conhecemos. O mapa é desenhado por Ariane: nenhum servidor externo fica a saber o que está a ver.
map-lead-for = Centros que conhecemos para: { $name }.
map-all = Ver todos os centros
map-caption = ● centro de referência ou especializado · ■ centro de competência ou membro de um ERN · ◆ coordenação nacional. Estão todos na lista abaixo.
map-alt = Mapa da Europa Ocidental com { $count } marcas; os mesmos centros estão na lista que se segue.
map-list = { $count ->
    [one] { $shown } centro
   *[other] { $shown } centros
}
map-unplaced = { $count ->
    [one] { $shown } local sem coordenadas não está no mapa.
   *[other] { $shown } locais sem coordenadas não estão no mapa.
}

## Guides, helplines, sources, rules
guides-title = Compreender
guides-lead = As palavras e os caminhos das doenças raras, em linguagem simples.
guide-unchecked = ainda não verificado na fonte
helplines-title = Linhas de apoio e emergência
helplines-lead = Pessoas que respondem, por país. Em perigo imediato, ligue para o número de emergência.
helplines-emergency = Emergência:
helplines-rare = Doenças raras
helplines-crisis = Sofrimento, violência, infância
helplines-european = Europa
sources-title = Fontes e licenças
sources-lead = De onde vem o que lê, e desde quando.
sources-release = Versão dos dados: { $release }
sources-confirmed = Diretório: { $confirmed } fichas de local confirmadas na fonte, em { $all }.
sources-stale = Ver as que falta verificar
sources-files = Ficheiros oficiais importados
sources-starter = Nenhum ficheiro oficial foi importado: as páginas assentam nos dados iniciais, redigidos por nós com as respetivas fontes.
sources-others = Outras fontes
sources-outlines = Contornos dos países: Natural Earth (domínio público).
sources-font = Tipo de letra: Atkinson Hyperlegible Next, Braille Institute (SIL OFL 1.1).
sources-own = Regras de orientação: redigidas por nós, cada linha com a sua fonte.
count-entities = Doenças e grupos em uso
count-retired = Códigos retirados
count-names = Nomes e sinónimos
count-definitions = Definições
count-signs = Ligações doença–sinal
count-genes = Ligações doença–gene
count-frequencies = Frequências publicadas
count-classifications = Classificações
count-places = Lugares
count-structures = Estruturas
count-rules = Regras de orientação
rules-title = Regras de orientação
rules-lead = Cada regra leva de um grupo da Orphanet a uma rede. Prevalece a mais precisa e, depois, a de prioridade mais alta.
rules-network = Rede
rules-for-title = Porquê estas redes? { $name }
rules-for-none = Nenhuma regra diz respeito a esta entrada.
rule-none-ern = nenhuma ERN
rule-none-fsmr = nenhuma rede francesa (FSMR)
rule-unconfirmed = não confirmado
fate-fired = aplicada
fate-less-specific = prevalece uma regra mais precisa
fate-lower-precedence = prevalece uma regra prioritária
fate-beyond-limit = já foram indicadas duas redes

## Problems
problem-title-page = Esta página não existe
problem-lead-page = O endereço pode estar incompleto. Recomece na página inicial.
problem-title-disease = Esta doença não está na nossa base de dados
problem-lead-disease = O código não é conhecido. Procure pelo nome, ou pergunte a uma linha de apoio.
problem-title-organisation = Esta estrutura não está no nosso diretório
problem-lead-organisation = Pode ter sido retirada. Procure no diretório, ou pergunte a uma linha de apoio.
problem-title-form = Não foi possível ler o formulário
problem-lead-form = Nada foi guardado. Recomece na página inicial.
problem-title-ours = Um erro do nosso lado
problem-lead-ours = A culpa não é sua. Tente de novo dentro de momentos, ou ligue para uma linha de apoio.
