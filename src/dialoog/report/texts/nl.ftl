page-title = { $title } – gespreksanalyse
skip = Naar de inhoud
contents = Op deze pagina
published = Verschenen op { $date }
from-file = Bron: { $file }

perspective-academic = wetenschap
perspective-practitioner = praktijk
perspective-moderator = gespreksleiding
perspective-other = overig

stance-affirms = bevestigt
stance-denies = bestrijdt
stance-raises = werpt op
position-affirms = bevestigt
position-denies = bestrijdt
position-mixed = zegt beide
position-raises = werpt alleen op

move-question = vraag
move-agreement = instemming
move-disagreement = tegenspraak
move-introduction = inbreng
move-uptake = pakt een thema op
move-heading-question = Vragen
move-heading-agreement = Instemming
move-heading-disagreement = Tegenspraak
move-heading-uptake = Thema opgepakt

sentence = zin { NUMBER($n, useGrouping: 0) }
nobody = niemand

brief-heading = In het kort
brief-who = { $speakers ->
    [one] Eén persoon is aan het woord
   *[other] { $speakers } personen zijn met elkaar in gesprek
}, in { $turns ->
    [one] 1 beurt
   *[other] { $turns } beurten
} en { $sentences ->
    [one] 1 zin
   *[other] { $sentences } zinnen
}.
brief-themes = Waar het het meest over gaat:
brief-no-themes = Geen enkel thema uit het codeboek komt ter sprake.
brief-claims = Stellingen uit het codeboek die ter sprake komen:
brief-no-dialogue = In deze tekst is geen gesprek gevonden: niemand is herkend als spreker. Daarom is er niets geteld.
brief-how = Elk onderstreept getal opent precies de zinnen die het telt. Vandaar gaat u verder naar hun plaats in de tekst.

who-heading = Wie spreekt er?
who-intro = Het aandeel is het deel van alle woorden. Het perspectief is afgeleid uit de woorden die de tekst over de spreker gebruikt.
speaker = Spreker
perspective = Perspectief
why = Afgeleid uit
no-evidence = niet uit de tekst op te maken
turns = Beurten
sentences = Zinnen
share = Aandeel
words = Woorden
questions = Vragen

dialogue-heading = Het gesprek van begin tot eind
dialogue-intro = Van links naar rechts verloopt de tijd. Bovenaan ziet u wie er spreekt, daaronder welk thema dan ter sprake is. Tekens boven een spreker: ? is een vraag aan de ander, = is instemming, ≠ is tegenspraak. Klik op een streepje om de zin te lezen.
dialogue-axis = woorden sinds het begin van het gesprek
dialogue-alt = Het gesprek als tijdlijn: { $turns ->
    [one] 1 beurt
   *[other] { $turns } beurten
} van { $speakers ->
    [one] 1 spreker
   *[other] { $speakers } sprekers
}, met daaronder per thema de zinnen erover. De tabellen op deze pagina geven dezelfde gegevens als tekst.
dialogue-table = Dezelfde gegevens als tabel: wie begint over een thema, en wie pakt het op?
dialogue-theme = Thema
dialogue-first = Begint erover
dialogue-next = Pakt het op
after-turns = { $n ->
    [one] een beurt later
   *[other] { $n } beurten later
}
same-turn = in dezelfde beurt
nobody-takes = niemand anders

themes-heading = Waarover gaat het?
themes-intro = Het getal is het aantal zinnen over het thema, het percentage het deel van alle zinnen van dat perspectief. Hoe voller de balk, hoe groter dat deel. Een zin kan over meer thema's gaan.
theme = Thema
all = Samen
difference = Verschil
verdict-nobody = niet te vergelijken
verdict-too-few = te weinig beurten om te zeggen
verdict-more = vaker bij { $perspectives }
verdict-none = geen aantoonbaar verschil
interval = met 95% zekerheid { $low } tot { $high }
themes-figure-heading = De perspectieven naast elkaar
themes-axis = deel van de zinnen van dat perspectief
themes-figure-alt = Voor { $n ->
    [one] 1 thema
   *[other] { $n } thema's
} het deel van de zinnen per perspectief, met een teken per perspectief. De tabel hierboven geeft dezelfde getallen.
themes-too-few = Er zijn te weinig beurten om te zeggen of een verschil meer is dan toeval. Lees de verschillen dus als beschrijving van dit ene gesprek.
themes-tested = Een verschil heet pas aantoonbaar als het in minder dan 5 van de 100 gevallen ook zou ontstaan wanneer de beurten willekeurig over de perspectieven verdeeld waren. Dat zegt iets over dit gesprek, niet over alle wetenschappers of alle mensen in de praktijk.
themes-none = Geen enkel thema uit het codeboek komt ter sprake.

claims-heading = Waar ontmoeten ze elkaar, waar gaan ze uiteen?
claims-intro = Een stelling is een uitspraak die het codeboek vooraf heeft vastgelegd. Per spreker staat hoe vaak die haar bevestigt, bestrijdt of alleen opwerpt. Het citaat is de duidelijkste zin; volg het om het verband te lezen.
status-shared = gedeeld
status-differs = verschillend
status-alone = van één kant
status-raised = alleen opgeworpen
status-shared-is = De perspectieven nemen hetzelfde standpunt in.
status-differs-is = De perspectieven nemen niet hetzelfde standpunt in, of een perspectief zegt het een én het ander.
status-alone-is = Eén perspectief neemt een standpunt in; verder wordt erover gezwegen of wordt het alleen opgeworpen.
status-raised-is = Niemand neemt een standpunt in.
claim = Stelling
who = Wie
stance = Standpunt
quotation = In hun woorden
claims-none = Geen enkele stelling uit het codeboek komt ter sprake.
claims-silent = { $n ->
    [one] Eén stelling uit het codeboek komt niet ter sprake
   *[other] { $n } stellingen uit het codeboek komen niet ter sprake
}

key-heading = Om te onthouden
key-intro = Zinnen waarin een spreker een standpunt inneemt dat op zichzelf te begrijpen is, volgens de automatische beoordeling.
key-none = Er zijn geen kernzinnen gevonden.

terms-heading = Welke woorden vallen op?
terms-intro = Woorden die het ene perspectief vaker gebruikt dan het andere: van elk hoogstens { $n }, het meest kenmerkende bovenaan. Het is een rangorde, geen bewijs: één zin kan een woord al bovenaan zetten.
terms-intro-alone = Er is maar één perspectief, dus er valt niets te vergelijken. Dit zijn de hoogstens { $n } woorden die het meest vallen.
terms-axis = hoe kenmerkend (z)
terms-axis-alone = keer per 1.000 woorden
terms-figure-alt = De kenmerkende woorden per perspectief, het sterkste bovenaan. De tabel hieronder geeft dezelfde getallen.
terms-table = Dezelfde gegevens als tabel
terms-none = Er zijn te weinig woorden om te vergelijken.
term = Woord
times = Keer
times-rest = Keer bij anderen
in-sentences = In zinnen
keyness = Hoe kenmerkend

moves-heading = Wie reageert op wie?
moves-intro = Aantal zinnen waarin de spreker links zich tot de ander richt. Een thema oppakken is: er voor het eerst over spreken nadat een ander erover begon; dat kan toeval zijn.
from-to = Van → naar
moves-none = Er zijn geen vragen, reacties of overgenomen thema's gevonden.

text-heading = De hele tekst met codes
text-intro = Elke zin met de thema's, stellingen en gespreksstappen die eraan zijn toegekend. Gemarkeerd zijn de woorden waarop een code het meest steunt. Beurten en zinnen hebben hetzelfde nummer als in de tabellen en in Excel; de eerste is nummer 0.
turn = Beurt { NUMBER($n, useGrouping: 0) }
kind-theme = thema
kind-claim = stelling
kind-act = gespreksstap
key = kernzin
text-none = Er is geen tekst van sprekers.

made-heading = Hoe is dit gemaakt, en hoe zeker is het?
made-how = Deze pagina is automatisch gemaakt. Een computerprogramma heeft de tekst in beurten verdeeld, per zin bepaald over welke thema's en stellingen van het codeboek zij gaat, en daarna geteld. Er heeft geen mens meegelezen.
made-sure-heading = Wat dit niet kan zeggen
made-sure-1 = Een code kan fout zijn: ironie, verwijzingen en omschrijvingen ontgaan het programma soms. Lees daarom altijd de zin zelf.
made-sure-2 = Wat niet in het codeboek staat, is niet gezocht. Dat een stelling ontbreekt, wil niet zeggen dat niemand haar zou onderschrijven.
made-sure-3 = Een paar sprekers zijn geen steekproef. De getallen beschrijven dit gesprek en niet de wetenschap of de praktijk.
made-sure-4 = Wie vaker spreekt, heeft meer zinnen. Vergelijk daarom percentages, niet aantallen.
made-notes-heading = Twijfels bij deze tekst
made-no-notes = Het programma had geen twijfels bij het lezen en verdelen van de tekst.
made-confidence = Zekerheid over de verdeling in beurten: { $share }.
made-book-heading = Het codeboek: { $title }
n-codes = { $themes ->
    [one] 1 thema
   *[other] { $themes } thema's
} en { $claims ->
    [one] 1 stelling
   *[other] { $claims } stellingen
}
made-versions-heading = Versies en controlegetallen
made-versions-intro = Met hetzelfde bestand, hetzelfde codeboek en dezelfde versies ontstaat precies dezelfde pagina.
scrolls = { $what } (schuif opzij om alles te zien)
scroll-hint = Schuif opzij om alles te zien →
close = Sluiten
behind-heading = De zinnen achter de getallen

behind-speaker = Zinnen van { $speaker }
behind-questions = Vragen van { $speaker }
behind-theme = Zinnen over ‘{ $theme }’
behind-theme-of = Zinnen over ‘{ $theme }’ vanuit { $perspective }
behind-claim = { $speaker } { $stance }: { $claim }
behind-term = Zinnen met ‘{ $term }’ vanuit { $perspective }
behind-move = { $speaker } → { $other }: { $move }

note-empty = Het bestand is leeg.
note-no-dialogue = In deze tekst is geen gesprek gevonden.
note-encoding-guessed = De tekencodering van het bestand is geraden; letters met accenten kunnen fout zijn.
note-no-text-layer = Het bestand heeft pagina's zonder tekst, zoals scans; die zijn niet gelezen.
note-perspective-assumed = Van een spreker zegt de tekst niet wat voor perspectief die heeft; het is aangenomen.
note-perspective-doubtful = Het perspectief van een spreker is twijfelachtig.
note-perspective-unknown = Het perspectief van een spreker is niet uit de tekst op te maken.
note-split-doubtful = De verdeling in beurten is twijfelachtig; kijk de tekst na.

comparison-title = { $n ->
    [one] Eén gesprek
   *[other] { $n } gesprekken vergeleken
}
edition = Gesprek
codebook = Codeboek
invented = verzonnen
editions-heading = Gesprekken
editions-all = Alle gesprekken, op datum van verschijnen.
editions-latest = De laatste { $shown } van { $n } gesprekken, op datum van verschijnen.
editions-intro = Van de stellingen staat hoeveel er gedeeld zijn, verschillend, van één kant of alleen opgeworpen. De afstand zegt hoe verschillend wetenschap en praktijk hun aandacht over de thema's verdelen: 0 is gelijk, 1 is heel anders.
distance = Afstand
distance-heading = Dichter bij elkaar of verder uiteen?
distance-intro = De stip is de gevonden afstand tussen wetenschap en praktijk in een gesprek; een lijn verbindt de gesprekken met hetzelfde codeboek, van boven naar beneden in de tijd. Het open vierkant is de afstand die ook zou ontstaan als de beurten willekeurig verdeeld waren: alleen een stip duidelijk rechts daarvan zegt iets.
distance-axis = 0 is gelijk, 1 is heel anders
distance-found = gevonden afstand
distance-expected = afstand bij toeval
distance-alt = De afstand tussen wetenschap en praktijk in { $n } gesprekken, per codeboek op volgorde van tijd. De tabel hierboven geeft de gevonden afstanden als getal.
trends-heading = Veranderingen in de tijd
trends-intro = Of wetenschap en praktijk over de gesprekken heen naar elkaar toe of van elkaar af bewegen.
trends-unclear = Er is geen duidelijke beweging, naar elkaar toe of van elkaar af.
trends-none = Er zijn te weinig gedateerde gesprekken om een beweging te zien
measure-profile = Verdeling van de aandacht
measure-claims = Standpunten
direction-closer = naar elkaar toe
direction-apart = verder uiteen
comparison-themes-heading = Thema's per gesprek
comparison-themes-intro = Per perspectief het deel van de zinnen over het thema, met het aantal tussen haakjes. Alleen gesprekken met hetzelfde codeboek staan naast elkaar.
recurring-heading = Stellingen die terugkomen
recurring-intro = Stellingen uit codeboeken die bij meer dan één gesprek horen. Per perspectief staat in hoeveel gesprekken het welk standpunt inneemt. De laatste kolom noemt de gesprekken waarin wetenschap en praktijk de stelling allebei bevestigen.
recurring-in = Gesprekken
recurring-both = Beide bevestigen haar in
recurring-once = In één gesprek komen ter sprake:
nowhere = nergens
n-of = { $n } van { $all }
n-editions = { $n ->
    [one] 1 gesprek
   *[other] { $n } gesprekken
}
recurring-none = Geen codeboek hoort bij meer dan één gesprek waarin stellingen ter sprake komen.
news-heading = Wat is er nieuw in het laatste gesprek per codeboek?
news-intro = Het laatste gesprek bij elk codeboek, vergeleken met de eerdere gesprekken met hetzelfde codeboek.
news-none = Er is niets nieuws gevonden, of er is geen eerder gesprek om mee te vergelijken.
news-first = voor het eerst
news-share = { $now } van de zinnen
range = { $low } tot { $high }
news-before = eerder: { $before }
compared-lead = { $n ->
    [one] Eén gesprek
   *[other] { $n } gesprekken
}, gecodeerd met { $books ->
    [0] geen codeboek
    [one] één codeboek
   *[other] { $books } codeboeken
}.
compared-dates = Verschenen tussen { $first } en { $last }.
compared-invented = { $all ->
    [one] Het gesprek is verzonnen
   *[other] { $n ->
        [one] Eén van de { $all } gesprekken is verzonnen
       *[other] { $n } van de { $all } gesprekken zijn verzonnen
    }
}. Citeer er niet uit.
compared-invented-mark = Bij de titel staat
compared-agreed = Stellingen die wetenschap en praktijk het vaakst in hetzelfde gesprek allebei bevestigen:
claims = Stellingen
compared-how = Deze pagina is automatisch gemaakt. Een computerprogramma heeft de gesprekken in beurten verdeeld, per zin bepaald over welke thema's en stellingen van het codeboek van dat gesprek zij gaat, en daarna geteld. Er heeft geen mens meegelezen.
compared-sure-1 = Een code kan fout zijn: ironie, verwijzingen en omschrijvingen ontgaan het programma soms. Lees daarom altijd de zinnen zelf.
compared-sure-2 = Deze vergelijking bewaart alleen getallen. De zinnen erachter staan op de pagina van elk gesprek.
compared-sure-3 = Wat niet in de codeboeken staat, is niet gezocht. Dat een stelling bij een gesprek ontbreekt, wil niet zeggen dat niemand haar daar zou onderschrijven.
compared-sure-4 = Een paar gesprekken zijn geen steekproef. De getallen beschrijven deze gesprekken en niet de wetenschap of de praktijk.
compared-sure-5 = Gesprekken zijn niet even lang, en wie vaker spreekt, heeft meer zinnen. Vergelijk daarom percentages, niet aantallen.
compared-notes-heading = Twijfels bij deze vergelijking
compared-books-heading = { $n ->
    [one] Het codeboek
   *[other] De codeboeken
}
compared-versions-intro = Met dezelfde bestanden, dezelfde codeboeken en dezelfde versies ontstaat precies dezelfde pagina.

segments-title = { $title } – beurten
segments-speakers = Wie spreekt
segments-no-turns = In deze tekst is geen gesprek gevonden.
segments-doubts = Twijfels
segments-text = De hele tekst
segments-how = Elk stuk van de tekst heeft zijn kleur en, tussen haken ervoor, waarvoor het is gehouden.
segment-turn = beurt
segment-label = label
segment-heading = kop
segment-intro = inleiding
segment-narration = verhaal
segment-closing = afsluiting
segment-furniture = pagina

conduct-heading = Hoe er gesproken wordt
conduct-intro = Waar het onderwerp niet toe doet: gemiddelden over { $n ->
    [one] 1 gesprek
   *[other] { $n } gesprekken
} en { $books ->
    [one] 1 codeboek
   *[other] { $books } codeboeken
}, elk gesprek vergeleken met zichzelf.
conduct-measure = Aandeel
conduct-verdict = Verschil
conduct-talk = van alle woorden
conduct-hedging = woorden die voorbehoud maken
conduct-question = zinnen met een vraag
conduct-agreement = zinnen die instemmen
conduct-disagreement = zinnen die tegenspreken
conduct-introduction = zinnen die een thema inbrengen
conduct-uptake = zinnen die een thema overnemen
conduct-affirms = zinnen die een stelling onderschrijven
conduct-denies = zinnen die een stelling tegenspreken
conduct-raises = zinnen die een stelling ter sprake brengen
conduct-too-few = te weinig gesprekken om iets te zeggen
conduct-differs = meer dan toeval
conduct-alike = kan toeval zijn
note-fictional = Verzonnen tekst: citeer er niet uit.
note-codebook-assumed = Voor een deel van de gesprekken is geen codeboek genoemd; ze zijn met het gebruikelijke gecodeerd.
note-same-edition = Een gesprek stond er twee keer in; het telt één keer mee.
note-not-read = Niet elk bestand kon worden gelezen; wat niet gelezen kon worden, telt niet mee.
doubt-more = en nog { $n } andere
