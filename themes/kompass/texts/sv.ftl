# Allt som portalen säger på svenska. { $x } är ett värde som redan är
# formaterat; val och pluralformer görs här.

## Ramen runt varje sida

skip = Hoppa till innehållet
nav-label = Huvudmeny
menu = Meny
contents-label = På sidan
contents-compare = Jämför
contents-advice = Nämns som förebild
contents-named = Förebilder
contents-cite = Länka och citera
nav-home = Startsidan
nav-municipalities = Kommuner
nav-areas = Områden
nav-examples = Goda exempel
nav-comparison = Jämför
nav-method = Metod
nav-about = Om
breadcrumb-label = Du är här
footer-publisher = Ges ut av
footer-updated = Senast uppdaterad
footer-contact = Kontakt:
footer-licence = Uppgifterna får användas enligt
footer-other-licences = För utvärderingarnas texter gäller det som står intill dem.
footer-error = Har du hittat ett fel? Skriv till

## Värden som saknas

absent-no-evaluation = ingen utvärdering i portalen
absent-not-in-edition = inte i den utgåvan
absent-not-published = inte publicerat
absent-unreadable = oläsligt i källan
computed = (beräknad)
of-maximum = av { $maximum }

## Kolumner

column-municipality = Kommun
column-total = Totalpoäng
column-evaluated = Utvärderad
column-evaluated-edition = Utvärderad, utgåva
column-county = Län
column-group = Kommungrupp
column-year = År
column-area = Område
column-sub-area = Delområde
column-points = Poäng
column-achieved = Uppnått
column-maximum = Max
column-percent = Andel av max
# Ett mjukt bindestreck: på en telefon är kolumnen smal.
column-mean = Publicerat medel{"\u00AD"}värde
column-difference = Skillnad

## Startsidan

home-title = Hur styrs din kommun?
home-description = Resultat från Kommunkompassen: så bedöms kommuners sätt att styra, leda och möta sina invånare, område för område.
home-lead = Kommunkompassen visar hur en kommun styrs och leds. Sveriges Kommuner och Regioner (SKR) granskar { count-of-areas } { $each ->
    [none] som ger högst { $maximum } poäng tillsammans
   *[other] som ger högst { $each } poäng var
 }. Här finns resultat att läsa och jämföra, och kommuner att lära av.
home-map = Se kommunerna på kartan
home-search = Sök kommun, ämne eller fråga
home-try = Till exempel
home-try-first = medborgardialog
home-try-or = eller
home-try-second = sjukfrånvaro
home-way-municipalities = { $all } kommuner, { $count ->
    [0] ännu ingen med resultat
    [one] en med resultat
   *[other] { $count_text } med resultat
 }
home-way-areas = Vad som granskas, och hur det går
home-way-comparison = Två till fem kommuner sida vid sida.
home-way-examples = { $count ->
    [0] Kommuner att lära av
    [one] Ett exempel att lära av
   *[other] { $count_text } exempel att lära av, ämne för ämne
 }
home-editions = Kommunkompassen har gjorts om flera gånger. Varje version kallas utgåva, och poäng kan jämföras fullt ut bara inom samma utgåva.
home-latest = Senast utvärderade
home-all = { $count ->
    [one] Kommunen med resultat
   *[other] Alla { $count_text } kommuner med resultat
 }
home-spread = Från { $lowest } till { $highest } poäng av { $maximum } i { $edition }
home-spread-few = { $count ->
    [one] En kommun har
   *[other] { $count } kommuner har
 } resultat i { $edition }
home-spread-middle = Den mittersta kommunen har { $median } poäng (medianen). Hälften har mellan { $lower } och { $upper }.
home-areas = { $areas ->
    [1] Ett område
    [2] Två områden
    [3] Tre områden
    [4] Fyra områden
    [5] Fem områden
    [6] Sex områden
    [7] Sju områden
    [8] Åtta områden
    [9] Nio områden
    [10] Tio områden
    [11] Elva områden
    [12] Tolv områden
   *[other] { $areas } områden
 }
count-of-areas = { $areas ->
    [1] ett område
    [2] två områden
    [3] tre områden
    [4] fyra områden
    [5] fem områden
    [6] sex områden
    [7] sju områden
    [8] åtta områden
    [9] nio områden
    [10] tio områden
    [11] elva områden
    [12] tolv områden
   *[other] { $areas } områden
 }
home-register = Alla kommuner A–Ö
home-municipalities = Alla kommuner
county-count = { $count ->
    [one] { $count } kommun
   *[other] { $count } kommuner
 }{ $evaluated ->
    [0] {""}
   *[other] , { $evaluated } med resultat
 }
counties-explained = Varje resultat är kommunens senaste i portalen. Poäng från olika utgåvor kan inte jämföras rakt av. Kommuner utan resultat här kan ha utvärderats ändå.
map-heading = Senast utvärderad
map-class = { $count ->
    [one] { $count } kommun
   *[other] { $count } kommuner
 }
map-others = inget resultat i portalen
map-others-count = { $count ->
    [one] { $count } kommun
   *[other] { $count } kommuner
 }
map-explained = Färgen visar när kommunen utvärderades, inte hur bra det gick.
map-result = { $name }: { $value }, { $month }, { $edition }{ $inferred ->
    [0] {""}
   *[other] {" "}(trolig)
 }
map-points = { $points } av { $maximum }{ $computed ->
    [0] {""}
   *[other] {" "}(beräknad)
 }
map-none = { $name }: ingen utvärdering i portalen
vicinity-heading = { $of ->
    [1] { $count ->
        [0] Grannen till { $name } har inget resultat i portalen
       *[other] Grannen till { $name } har resultat i portalen
    }
   *[other] Grannar till { $name }: { $count ->
        [0] ingen av { $of } har resultat i portalen
       *[other] { $count } av { $of } har resultat i portalen
    }
 }
vicinity-explained = { $name } är fylld med färg på kartan. Bokstäverna visar var kommunerna i listan ligger.{ $count ->
    [0] {""}
   *[other] {" "}Varje resultat är det senaste i portalen. Poäng från olika utgåvor kan inte jämföras rakt av.
 }
vicinity-over-water = på andra sidan vattnet
register-letters = Till bokstav
register-explained = Kommuner i fet stil har en utvärdering i portalen. Övriga kan ha utvärderats utan att resultatet finns här.

## Kommuner

municipalities-title = Kommuner
municipalities-description = Alla Sveriges kommuner från A till Ö, och resultaten för dem som har en utvärdering i portalen.
municipalities-results = { $without ->
    [0] Alla { $of } kommuner har resultat i portalen
   *[other] { $count ->
        [0] Ingen
       *[other] { $count }
    } av { $of } kommuner har resultat i portalen
 }
municipalities-results-explained = Varje kommun visas med sin senaste utvärdering. Poäng från olika utgåvor kan inte jämföras rakt av.
municipalities-caption = Senaste utvärderingen per kommun, med utgåva och år
municipalities-all = Alla { $count } kommuner

## En kommun

municipality-description-without = { $name } och Kommunkompassen: liknande kommuner med resultat, och om någon rapport nämner kommunen som förebild.
municipality-description = { $genitive } resultat i Kommunkompassen: totalpoäng, områden, delområden och tidigare utvärderingar.
municipality-code = Kommunkod { $code }
municipality-population = { $population } invånare ({ $population_year })
municipality-also = Kallar sig också { $name }
municipality-namesake = Inte att förväxla med
no-evaluation-explained = Portalen har inget resultat för { $name }. Kommunen kan ändå ha utvärderats.
headline = { $name } { $total ->
    [0] har en utvärdering
   *[1] fick { $points } av { $maximum } poäng i utvärderingen
 } från { $month }, enligt { $edition }{ $ordinal ->
    [0] {""}
    [1] . Det var kommunens första utvärdering
    [2] . Det var kommunens andra utvärdering
    [3] . Det var kommunens tredje utvärdering
    [4] . Det var kommunens fjärde utvärdering
    [5] . Det var kommunens femte utvärdering
   *[other] . Det var kommunens utvärdering nummer { $ordinal }
 }.
evaluation-old = Utvärderingen gjordes { $year }, för mer än tio år sedan.
headline-computed = Totalen står inte i källan, utan är summan av områdena.
withdrawn-lead = Utvärderingen av { $name } { $year } har dragits tillbaka och visas inte längre.
withdrawn-reason = Skäl:
draft-notice = Utkast – inte publicerad
draft-notice-awaited = Utkast – publiceras { $date }
draft-notice-among = Förhandsvisning: här finns utkast som inte är publicerade
draft-mark = utkast
draft-proposed = förslag
edition-inferred = Källan nämner ingen utgåva. Vi har slutit oss till den av { $ground ->
    [maxima] delområdenas maxpoäng, som ingen annan utgåva har
   *[time] tidpunkten
 }.
edition-inferred-short = (trolig)
edition-inferred-word = trolig
results-key-inferred = Trolig utgåva: källan säger inte vilken utgåva den följer. Vi har slutit oss till den av tidpunkten eller av delområdenas maxpoäng.
results-key-computed = Beräknad total: källan anger ingen. Vi har räknat ihop områdenas poäng.
headline-source = Källa till resultatet { $year }:
headline-total = Totalpoäng
headline-mean = Publicerat medelvärde
headline-difference = skillnad { $difference }
mean-explained = Medelvärdet gäller { $population }. Det är från { $as_of } ({ $edition } års utgåva).
source-label = Källa:
details-older = Utvärderingen { $latest } har inga publicerade poäng för områdena. Det som följer är från utvärderingen { $year } ({ $edition }).

rose-title = Poäng per område { $year } ({ $edition })
rose-key = Ett blad per område. Den yttersta ringen är { $each ->
    [none] områdets maxpoäng
   *[other] { $each } poäng
 }.
rose-summary = { $each ->
    [none] Störst andel av maxpoängen: { $highest } ({ $highest_value }). Minst: { $lowest } ({ $lowest_value }).
   *[other] Högst: { $highest } ({ $highest_value } av { $each }). Lägst: { $lowest } ({ $lowest_value }).
 }
rose-above = Över det publicerade medelvärdet: { $above } av { $compared } områden.
rose-mean = publicerat medelvärde, { $edition }, { $as_of }

summary = Sammanfattning
texts-own = Texterna sammanfattar rapporten med portalens egna ord.
texts-verbatim = Texterna är rapportens egna, ord för ord.
texts-licence = De får användas enligt
texts-without-licence = Ingen licens är angiven för dem. Licensen längst ned på sidan gäller bara poäng och andra uppgifter.
areas-heading = Resultat per område
areas-caption = Poäng per område, utvärderingen { $year } ({ $edition })
areas-missing = Poäng per område är inte publicerade för utvärderingen { $year }.
sub-areas-missing = Poäng per delområde är inte publicerade för utvärderingen { $year }.
sub-areas-caption = Delområden i område { $area }, utvärderingen { $year } ({ $edition })
area-others = Andra kommuners resultat: { $area }
comparability = Jämförbarhet
comparability-more = Mer om { $edition }
list-strengths = Styrkor
list-partials = Finns delar, kan bli bättre
list-partials-explained = Sådant som är påbörjat men kan bli bättre. Listan finns bara i 2010 års utgåva.
list-improvements = Förbättringsmöjligheter

notes-label = Om siffrorna{ $area ->
    [0] {""}
   *[other] , område { $area }
 }
note-area-box = Källan anger två värden för område { $area }: { $value } i poängtabellen och { $other } i rutan i områdets kapitel. Vi använder tabellens.
note-area-row = Källan anger två värden för område { $area }: { $value } i poängtabellens rad och { $other } i rutan i områdets kapitel. Även delområdena blir { $other } tillsammans. Vi använder tabellens rad.
note-area-sum = Källan anger { $value } poäng för område { $area }, men delområdena blir { $other } tillsammans.
note-area-sum-rounding = Källan anger { $value } poäng för område { $area }, men delområdena blir { $other } tillsammans. Skillnaden kan bero på avrundning.
note-total-sum = Källan anger { $value } poäng totalt, men områdena blir { $other } tillsammans.
note-total-sum-rounding = Källan anger { $value } poäng totalt, men områdena blir { $other } tillsammans. Skillnaden kan bero på avrundning.
note-percent = Delområde { $sub_area }: källan anger { $value }, men { $other } poäng ger en annan andel.
note-cover-date = Källans uppgifter om tid går inte ihop: rapporten är daterad { $value }, före utvärderingen ({ $other }).

examples-from = Goda exempel från { $name }
examples-own = Goda exempel härifrån
example-place = i källan: { $place }
in-evaluation = enligt rapporten { $year } ({ $edition })
advice = { $count ->
    [1] En rapport nämner
   *[other] { $count } rapporter nämner
 } { $name } som förebild
advice-explained = Rapporter om andra kommuner nämner { $name } som någon att lära av. Här står i vilket ämne, och i vilken rapport.
lessons-all = Alla exempel från { $name } som lista
referrals = Kommuner som rapporten nämner som förebilder
referrals-explained = Vid varje kommun står ämnet, och var i rapporten den nämns.

history = Alla utvärderingar
history-mixed = Utgåvan är inte säkert densamma i alla utvärderingar. Poäng kan jämföras fullt ut bara inom samma utgåva.
history-method = Så skiljer sig utgåvorna åt
known-without-result = resultatet finns inte i portalen

sources = Källor
fact-source = Utvärderingen { $year }
fact-evaluators = Utvärderare
fact-interviews = Antal intervjuade, ungefär
fact-report = Rapporten
report-link = Originalrapporten ({ $kind }, { $size })
report-licence = Licensen längst ned på sidan gäller inte rapporten.
fact-data = Data
data-json = Utvärderingen { $year } som datafil (JSON)
fact-updated = Senast ändrad här
fact-cover-date = Rapportens datum
cite = Länka och citera
cite-explained = Utvärderingen har en egen adress som ligger kvar. Så här kan du hänvisa till den:
cite-text = { $name } { $year }. { $site }, { $edition }{ $inferred ->
    [0] {""}
   *[other] {" "}(trolig)
 }. { $publisher }.
error-report = Ser något fel ut i uppgifterna om { $name }? Skriv till

## En utvärdering

evaluation-title = { $name } { $year }
evaluation-description = Kommunkompassens utvärdering av { $name } { $year }, { $edition }: poäng per område och delområde.
evaluation-overview = Allt om { $name }

## Svaret om en kommun

verdict-who = { $name } fick
verdict-points = { $points } av { $maximum } poäng
verdict-when = i utvärderingen från { $month } ({ $edition }{ $inferred ->
    [0] {""}
   *[other] , trolig
 }).
verdict-without = Utvärderingen av { $name } från { $month } ({ $edition }) har ingen publicerad totalpoäng.
verdict-ordinal = Utvärderingen var kommunens { $ordinal ->
    [1] första
    [2] andra
    [3] tredje
    [4] fjärde
    [5] femte
   *[other] { $ordinal }:e
 }{ $earlier ->
    [0] . Tidigare resultat finns inte i portalen
   *[other] {""}
 }.
verdict-all-above = { $compared ->
    [1] { $most } ligger över det publicerade medelvärdet ({ $most_by })
   *[other] Alla { count-of-compared } ligger över det publicerade medelvärdet, mest { $most } ({ $most_by })
 }.
verdict-all-below = { $compared ->
    [1] { $least } ligger under det publicerade medelvärdet ({ $least_by })
   *[other] Alla { count-of-compared } ligger under det publicerade medelvärdet, mest { $least } ({ $least_by })
 }.
verdict-level = { $compared ->
    [1] Området
   *[other] Alla { count-of-compared }
 } ligger på det publicerade medelvärdet.
verdict-above = { $above } av { $compared } områden ligger över det publicerade medelvärdet, mest { $most } ({ $most_by }). Inget ligger under.
verdict-below = Inget av { $compared } områden ligger över det publicerade medelvärdet. Längst under ligger { $least } ({ $least_by }).
verdict-mixed = { $above } av { $compared } områden ligger över det publicerade medelvärdet. Längst över ligger { $most } ({ $most_by }), längst under { $least } ({ $least_by }).
verdict-mean = Totalen är { $way ->
    [more] { $by } poäng högre än
    [less] { $by } poäng lägre än
   *[same] lika hög som
 } det publicerade medelvärdet { $mean }.
edition-in-short = En utgåva är en version av Kommunkompassen, med egna frågor och maxpoäng.
verdict-change = Totalen är { $way ->
    [more] { $by } poäng högre än
    [less] { $by } poäng lägre än
   *[same] lika hög som
 } i utvärderingen från { $since }{ $inferred ->
    [0] {""}
   *[other] , om båda följer samma utgåva
 }.
verdict-rank = Totalen är{ $others ->
    [0] {""}
    [one] , tillsammans med en annan kommuns,
   *[other] , tillsammans med { $others } andra kommuners,
 } den { $place ->
    [1] högsta
    [2] näst högsta
   *[other] { $ordinal } högsta
 } bland { $of } kommuner i portalen ({ $edition }).
count-of-compared = { $compared ->
    [2] två områden
    [3] tre områden
    [4] fyra områden
    [5] fem områden
    [6] sex områden
    [7] sju områden
    [8] åtta områden
    [9] nio områden
    [10] tio områden
    [11] elva områden
    [12] tolv områden
   *[other] { $compared } områden
 }
scale-explained = Varje punkt är en kommuns totalpoäng. { $count ->
    [1] En kommun i portalen har resultat
   *[other] { $count } kommuner i portalen har resultat
 } i { $edition }, till och med { $as_of }.
scale-mean = Strecket är det publicerade medelvärdet { $mean } (skillnad { $difference }).
answer-whole = Läs hela utvärderingen { $year }
answer-whole-earlier = Läs den senaste hela utvärderingen ({ $year })
answer-total = Se resultatet { $year }
answer-all = Alla kommuner i { $edition }
verdict-earlier = Tidigare:
verdict-named = Kommuner i portalen med totalpoäng i { $edition }, flest poäng först:
answer-compare = Liknande kommuner
answer-choose = Jämför sida vid sida
answer-summary = Sammanfattning av utvärderingen { $year }
answer-dots = Varje punkt är en kommun i portalen som har poäng för området, { $fewest ->
    [none] { $most }
   *[other] { $fewest }–{ $most }
 } på varje rad.
answer-strengths = { $count } { $count ->
    [1] styrka
   *[other] styrkor
 }
answer-partials = { $count } finns delvis
answer-improvements = { $count } att förbättra
extremes = Starkast och svagast
extremes-strongest = Starkaste delområden
extremes-weakest = Svagaste delområden
extremes-by-median = Delområdena i utvärderingen { $year } är ordnade efter hur långt de ligger från medianen bland kommunerna i portalen ({ $edition }, till och med { $as_of }). Avståndet räknas i andel av maxpoängen. Strecket är medianen, det mittersta värdet.
extremes-by-share = Delområdena är ordnade efter hur stor del av maxpoängen kommunen fick i utvärderingen { $year } ({ $edition }). Vid lika andel gäller nummerordningen.
standing-points = { $points } av { $maximum }
standing-median = median { $median }, bland { $count } kommuner
change-caption = Förändring för { $name } från { $from } till { $to }, { $edition }
column-change = Förändring
column-population = Invånare
compare-heading = { $own ->
    [0] Andra kommuner med resultat
   *[other] Jämför { $name }
 }
compare-latest = Varje kommun visas med sin senaste utvärdering. Poäng från olika utgåvor kan inte jämföras rakt av.
compare-side-by-side = { $others ->
    [0] Jämför { $name } med andra som du väljer
    [one] { $name } och en liknande kommun sida vid sida
   *[other] { $name } och { $others } liknande sida vid sida
}
compare-similar-side-by-side = Jämför { $others } av dem i samma utgåva, sida vid sida
compare-similar = Liknande kommuner
compare-similar-caption = Kommuner i gruppen { $group } som ligger närmast i folkmängd{ $edition ->
    [none] {""}
   *[other] , totalpoäng i { $edition }
 }
compare-similar-none = Ingen annan kommun i gruppen { $group } har något resultat i portalen{ $edition ->
    [none] {""}
   *[other] {" "}från { $edition }
 }.
compare-county-all = Alla { $count } andra i { $county }
compare-county-caption = Kommuner i { $county }{ $edition ->
    [none] {" "}med resultat
   *[other] , totalpoäng i { $edition }
 }
compare-county-none = Ingen annan kommun i { $county } har något resultat i portalen{ $edition ->
    [none] {""}
   *[other] {" "}från { $edition }
 }.
compare-medians = Medianer
compare-medians-explained = Median av totalpoängen, { $edition }, till och med { $as_of }. Hälften av kommunerna ligger mellan kvartilerna. Medianer visas bara för minst åtta kommuner.
peers-all = Alla i portalen
peers-group = { $name }
peers-county = { $name }
peers-size = { $name } invånare
peers-first = Första utvärderingen
median-quartiles = (kvartiler { $lower } och { $upper }, bland { $count } kommuner)
learn = Lär av andra
learn-explained = { $others ->
    [0] Här står vad rapporterna lyfter fram om det som var svagast { $year }. Ingen annan kommun i portalen har poäng per delområde i { $edition }.
    [1] Här står vad rapporterna lyfter fram om det som var svagast { $year }. Bara en annan kommun i portalen har poäng per delområde i { $edition }. Den visas där den har fler poäng och minst två tredjedelar av maxpoängen.
   *[other] Här står vad rapporterna lyfter fram om det som var svagast { $year }, och vilka som har flest poäng där. Det krävs fler poäng än kommunen själv och minst två tredjedelar av maxpoängen. { $others } andra kommuner i portalen har poäng per delområde i { $edition }.
}
learn-none = { $others ->
    [0] Ingen annan kommun i portalen har poäng per delområde i { $edition }.
    [1] I portalen finns ingen att lära av i det som var svagast { $year }. En sådan kommun ska ha fler poäng och minst två tredjedelar av maxpoängen. Bara en annan kommun har poäng per delområde i { $edition }.
   *[other] I portalen finns ingen att lära av i det som var svagast { $year }. En sådan kommun ska ha fler poäng och minst två tredjedelar av maxpoängen. Jämförelsen gäller { $others } andra kommuner med poäng per delområde i { $edition }.
}
learn-own = Egna poäng: { $points } av { $maximum }
learn-nobody = { $others ->
    [0] Ingen att jämföra med i portalen.
   *[other] Ingen annan kommun har både fler poäng här och minst två tredjedelar av maxpoängen.
}
learn-area = Kommuner att lära av i hela området: { $area }
learn-area-now = Kommuner att lära av i det närmaste området i dag: { $area }
notes-about = Om siffrorna i utvärderingen { $year }
tool-in-short = Kommunkompassen är ett verktyg från Sveriges Kommuner och Regioner. Utvärderare läser dokument, intervjuar och bedömer hur en kommun styrs och leds.
tool-more = Mer om Kommunkompassen
tool-ask = Vill du veta mer? Fråga

## Områden

areas-title = Områden
areas-description = { $areas ->
    [1] Området
    [2] De två områdena
    [3] De tre områdena
    [4] De fyra områdena
    [5] De fem områdena
    [6] De sex områdena
    [7] De sju områdena
    [8] De åtta områdena
    [9] De nio områdena
    [10] De tio områdena
    [11] De elva områdena
    [12] De tolv områdena
   *[other] De { $areas } områdena
 } i Kommunkompassen, { $edition }, med resultat per kommun.
areas-lead = Kommunkompassen bedömer { count-of-areas }, här enligt { $edition }. { $each ->
    [none] Områdena ger olika många poäng.
   *[other] Varje område ger högst { $each } poäng.
 }
area-number = Område { $number }
area-asked = Det här bedöms
area-asked-caption = Delområden och maxpoäng, { $edition }
area-results = Resultat, { $edition }
area-results-spread = Från { $lowest } till { $highest } poäng i { $edition }
area-results-few = { $count ->
    [1] En kommun har
   *[other] { $count } kommuner har
 } poäng i { $edition }
area-results-caption = Poäng för { $name }, { $edition }, senaste utvärderingen per kommun
area-former = Närmaste motsvarighet: område { $number }, { $name }
area-mean = Strecket är det publicerade medelvärdet { $value }.
area-spread = Medianen bland { $count } kommuner i portalen är { $median } poäng. Hälften ligger mellan { $lower } och { $upper }, den högsta har { $highest } och den lägsta { $lowest }.
area-few = { $count ->
    [1] En kommun i portalen har
   *[other] { $count } kommuner i portalen har
 } poäng för området.
area-spread-explained = Varje punkt är en kommun med sin senaste utvärdering i { $edition }, till och med { $as_of }.
area-results-best = De { $shown } högsta av { $count }
area-results-all = Alla { $count } kommuner, { $edition }
area-results-title = { $name }: alla resultat, { $edition }
area-results-description = Poäng för { $name } i alla kommuner i portalen, { $edition }, de högsta först.
area-models = Nämns oftast som förebild
area-model-reports = i { $count } rapporter
area-asked-explained = Varje punkt är en kommun i portalen. Där minst åtta har ett värde visas medianen, det mittersta värdet: som ett streck och i siffror.
median-withheld = { $count ->
    [0] inget värde
    [1] 1 värde
   *[other] { $count } värden
 }
column-place = Plats
column-median = Median
area-empty = Ingen utvärdering i portalen.
area-none = I { $edition } fanns inget område som motsvarar detta.

area-lessons = Kommuner att lära av
area-lessons-all = { $count ->
    [1] Exemplet i listan över goda exempel
   *[other] Alla { $count } exempel inom området
 }
area-lessons-none = Ingen rapport i portalen pekar ut något gott exempel inom området.

## Goda exempel

examples-title = Goda exempel
examples-narrowed = Goda exempel: { $facet ->
    [typ] { $label ->
        [own] ur rapporten om kommunen själv
       *[referral] ur rapporter om andra kommuner
     }
   *[other] { $label }
 }
examples-description = Kommuner att lära av, ämne för ämne, enligt rapporterna från Kommunkompassen.
examples-narrowed-description = { $facet ->
    [typ] { $label ->
        [own] Vad rapporter från Kommunkompassen lyfter fram som goda exempel i den egna kommunen, ämne för ämne.
       *[referral] Kommuner som nämns som förebilder i rapporter om andra kommuner, ämne för ämne, enligt Kommunkompassen.
     }
    [omrade] Kommuner att lära av inom område { $label }, ämne för ämne, enligt rapporterna från Kommunkompassen.
    [kommun] Vad { $label } gör som andra kommuner kan lära av, ämne för ämne, enligt rapporterna från Kommunkompassen.
    [lan] Kommuner att lära av i { $label }, ämne för ämne, enligt rapporterna från Kommunkompassen.
   *[ar] Kommuner att lära av, ämne för ämne, enligt de rapporter från Kommunkompassen som gäller { $label }.
 }
examples-lead = Kommuner att lära av, ämne för ämne. Varje exempel kommer ur en rapport och länkar till stället där det står.
examples-count = { $count_text } exempel
examples-shown = Visar { $count } exempel
examples-many = Så många exempel ryms inte på en sida. Välj en kommun för att läsa dess exempel.
examples-none = Här finns inga exempel.
filters = Filter
filter-all = Visa alla exempel
filter-typ = Typ av exempel
filter-omrade = Område
filter-kommun = Kommun att lära av
filter-lan = Län
filter-ar = År
kind-own = Kommuner som lyfts fram i sin egen rapport
kind-own-explained = Rapporten om kommunen beskriver det som ett gott exempel.
kind-referral = Kommuner som nämns som förebilder i andras rapporter
kind-referral-explained = Rapporten om en annan kommun nämner dem som förebilder inom ämnet.
lesson-own = enligt rapporten { $year } ({ $edition })
lesson-referral = enligt rapporten om { $about } { $year } ({ $edition })
lesson-about = : { $topic }
network-title = Vem nämner vem som förebild?
network-description = Vilka kommuner som nämns som förebilder, i vilka rapporter från Kommunkompassen och för vad.
network-lead = Rapporten om en kommun nämner ibland en annan kommun som förebild. Här står vilka som nämns, i vilken rapport och för vad.
network-link = Vem nämner vem som förebild?
network-counts = I { $reports ->
    [1] 1 rapport
   *[other] { $reports } rapporter
 } { $years ->
    [1] från { $first }
   *[other] från { $first }–{ $last }
 } nämns { $named ->
    [1] 1 kommun som förebild
   *[other] { $named } kommuner som förebilder
 }, { $referrals ->
    [1] 1 gång
   *[other] sammanlagt { $referrals_text } gånger
 }.
network-caution = Antalet säger hur ofta en kommun nämns, inte hur bra den är. Rapporter från alla utgåvor är med. Ett område i en äldre utgåva räknas till sin närmaste motsvarighet i { $edition }.
network-examples = Alla exempel med sammanfattning
network-caption = Kommuner som nämns som förebilder, och rapporterna som nämner dem
network-many = Så många ryms inte på en sida. Välj en kommun för att läsa rapporterna som nämner den.
network-counted-caption = Kommuner som nämns som förebilder, och hur många rapporter som nämner dem
network-most = Nämns som förebild i flest rapporter
network-most-found = { $count ->
    [1] { $names } nämns som förebild i { $most } rapporter
   *[other] { $count } kommuner nämns som förebilder i { $most } rapporter var
 }
network-most-sentence = { $count ->
    [1] { $names } nämns i flest rapporter: { $most } av de { $reports } som nämner någon förebild.
   *[other] { $names } nämns i flest rapporter: { $most } var, av de { $reports } som nämner någon förebild.
 }
network-most-shown = { $count ->
    [1] Ingen annan nämns lika ofta.
   *[other] Här är de { $count } kommuner som nämns i minst { $fewest } rapporter.
 }
network-most-explained = Pricken är större ju fler rapporter som nämner kommunen som förebild inom området. Siffran är antalet. En rapport räknas en gång, även om den nämner kommunen inom flera områden.
network-most-caption = Antal rapporter som nämner kommunen, område för område i { $edition }
network-areas = Områdena i { $edition }
network-none = Ingen rapport i portalen nämner någon annan kommun som förebild.
column-named = Förebild
column-named-by = I rapporten om
column-topic = Ämne
column-reports = Rapporter
column-areas = Områden
named-by = Förebilder för { $name }
named-by-all = Alla { $count } ställen där en förebild nämns
data-csv-examples = Alla goda exempel som fil för kalkylprogram (CSV)
statistics-csv = Statistik för { $edition } som fil för kalkylprogram (CSV)
data-csv = Tabellen för { $edition } som fil för kalkylprogram (CSV)

## Rättelser

changes-title = Rättelser
changes-lead = Rättelser av uppgifter som har varit publicerade, med det gamla och det nya värdet.
changes-caption = Rättelser, den senaste först
changes-none = Inga publicerade uppgifter har rättats hittills.
differences-title = Siffror som inte går ihop
differences-description = Ställen där en källa anger två värden för samma sak, eller där delarna inte blir summan.
differences-lead = Ibland anger en källa två värden för samma sak, och ibland blir delarna inte den summa som källan anger. Här är alla sådana ställen i portalens utvärderingar. Ingenting är rättat: båda talen står kvar.
differences-kinds = En varning gäller uppgifter som motsäger varandra. En notering gäller en summa där skillnaden är så liten att talen kan vara avrundade.
differences-method = Vilket värde som räknas
differences-link = Alla siffror som inte går ihop, i en tabell
differences-counts = { $warnings ->
    [1] 1 varning
   *[other] { $warnings } varningar
 } och { $notes ->
    [1] 1 notering
   *[other] { $notes } noteringar
 }, i { $with_any } av { $evaluations } utvärderingar.
differences-caption = Siffror som inte går ihop, kommun för kommun
differences-many = Så många ställen ryms inte på en sida. Välj ett år i tabellen för att läsa dem i utvärderingen.
differences-counted-caption = Kommuner med siffror som inte går ihop, med antal
differences-none = I portalens utvärderingar finns inga siffror som inte går ihop.
difference-where = { $id ->
    [total-sum] Totalen
    [total-sum-rounding] Totalen
    [cover-date] Datum
    [percent] Delområde { $sub_area }
   *[other] Område { $area }
 }
difference-warning = Varning
difference-note = Notering
column-where = Gäller
column-stated = Källan anger
column-against = Jämfört med
column-kind = Typ
column-warnings = Varningar
column-notes = Noteringar
column-date = Datum
column-evaluation = Utvärdering
column-what = Uppgift
column-old = Tidigare
column-new = Nu
column-reason = Skäl
corrected = Rättat { $date }: tidigare { $old }, nu { $new }. Skäl: { $reason }
corrected-mark = rättat
corrected-what = { $kind ->
    [total] Totalpoäng
    [area] Område { $number }: { $name }
    [sub-area] Delområde { $number }: { $name }
   *[other] { $name }
 }

## Jämför

comparison-title = Jämför kommuner
comparison-description = Se hur en kommun ligger till jämfört med andra och vilken som har fått flest poäng: två till fem kommuner sida vid sida, eller alla i en tabell.
# Det som sökningen på sajten hittar sidan på.
comparison-found = Se hur en kommun ligger till jämfört med andra och vilken som har fått flest poäng: högst totalpoäng, hur kommuner har förbättrats eller förändrats, två till fem kommuner sida vid sida, och tabeller per utgåva, län, kommungrupp och storlek.
comparison-lead = Välj kommuner och se dem sida vid sida, eller öppna en färdig tabell. Poäng kan bara jämföras fullt ut inom samma utgåva av Kommunkompassen.
comparison-contents = Färdiga tabeller
comparison-contents-explained = Alla kommuner med poäng i varje område, en tabell per utgåva av Kommunkompassen. Där kan du ordna efter ett område och välja ett län.
comparison-parts = Välj ett län, en kommungrupp eller en storlek
comparison-about = Om { $edition } och siffrorna som filer
comparison-highest = Högsta totalen hittills:
comparison-caption = Poäng per område och totalt (av { $maximum }), { $edition }
comparison-record = Högsta totalen någonsin bland kommunerna i portalen, { $edition }:
comparison-empty = Ingen utvärdering i portalen.
comparison-overview = Vilka kommuner har resultat i vilken utgåva?
comparison-overview-explained = Totalpoäng från olika utgåvor visar inte om en kommun har blivit bättre eller sämre.
comparison-overview-caption = Totalpoäng per utgåva och kommun, med utvärderingens år
comparison-changes = Vilka har förbättrat sina poäng?
comparison-changes-explained = Poäng går att följa över tid bara inom samma utgåva. Här är de kommuner som har utvärderats mer än en gång i samma utgåva.
comparison-change = från { $before } till { $after },
comparison-changes-most = De med störst ökning.
comparison-changes-all = Alla { $count } som har utvärderats mer än en gång
comparison-changes-table = Tabell för { $edition }
comparison-overview-key = – betyder att kommunen inte har någon utvärdering i den utgåvan.
comparison-table = Alla i { $edition }: { $count ->
    [one] en kommun
   *[other] { $count } kommuner
}

# Sida vid sida
compare-without-script = Att välja kommuner kräver JavaScript. Tabellerna här nedanför visar samma siffror utan det.
compare-choose = Vilka kommuner vill du jämföra?
compare-start = Börja med din egen kommun, så föreslår vi liknande. Två till fem får plats.
compare-add = Lägg till
compare-unnamed = Ingen kommun i registret heter { $name }.
compare-remove = Ta bort { $name }
compare-similar-to = Liknar { $name } (samma kommungrupp, närmast i folkmängd):
compare-unknown = Kommunkoden { $codes } finns inte i registret.
compare-no-result = Ingen utvärdering i portalen: { $names }.
compare-alone = Står längre ned, eftersom ingen av de andra har samma utgåva: { $names }.
compare-too-many = Högst { $most } kommuner får plats. Togs inte med: { $names }.
compare-one = Lägg till minst en kommun till.
compare-missing = – { $name }: { $count } av värdena saknas ({ $absence }).
compare-edition = Sida vid sida, { $edition }
compare-among = { " " }bland de { $count } som har värde
compare-several = Välj en av { $names }.
compare-failed = Siffrorna kunde inte hämtas. Försök igen, eller öppna en av tabellerna nedan.
compare-by-difference = Störst skillnad först
compare-sub-areas = Visa delområden
compare-share = Kopiera länken
compare-shared = Länken är kopierad.
compare-nothing-shared = De valda kommunerna har ingen utgåva gemensam, så deras poäng kan inte ställas mot varandra.
compare-rest = Resultat i andra utgåvor
compare-rest-explained = Ingen annan av de valda kommunerna har resultat i samma utgåva som dessa. Totalpoängen kan därför inte jämföras rakt av.
compare-caption = Poäng, { $edition }, senaste utvärderingen per kommun
compare-difference = Skillnad { $points }
compare-most = , flest poäng: { $names }
compare-ahead = { $name } +{ $points }
compare-level = Lika många poäng
compare-totals = Totalt: { $totals }.
compare-further = { $name } har { $points } poäng mer.
compare-levels = Lika många poäng i { $count } av { $of } områden.
compare-lead = { $name } har fler poäng i { $count } av { $of } områden. Skillnaden är störst i { $areas } (+{ $points }).
compare-leads = { $name } har flest poäng i { $count } av { $of } områden.
compare-explained = Skillnad är det högsta värdet minus det lägsta. Skalan går från 0 till det högsta möjliga.
compare-lists = Läs rapporternas styrkor och förbättringsmöjligheter sida vid sida
compare-no-lists = Rapportens listor finns inte i portalen.

# Tabeller
table-title = { $peers ->
   *[all] Alla kommuner i { $edition }
    [county] { $name }: { $edition }
    [group] { $name }: { $edition }
    [size] { $name } invånare: { $edition }
}
table-description = Totalpoäng och poäng per område i Kommunkompassen, { $edition }: { $peers ->
   *[all] alla kommuner med resultat i portalen
    [county] kommunerna i { $name }
    [group] kommungruppen { $name }
    [size] kommuner med { $name } invånare
}.
table-lead = Varje kommun räknas med sin senaste utvärdering i utgåvan.
table-whole = Alla kommuner i { $edition }
table-other = { $peers ->
   *[all] Alla kommuner i { $edition }
    [county] { $name } i { $edition }
    [group] { $name } i { $edition }
    [size] Samma storlek i { $edition }
}
table-areas = Områden:
table-absent-key = – betyder att värdet saknas. Orsaken står under kommunens namn.
table-median = Median bland { $count } kommuner
table-median-of = bland { $count }
table-median-explained = Medianen gäller kommunerna i tabellen, { $edition }, till och med { $as_of }.
table-changes = { $of ->
    [1] Den nya utvärderingen gav { $count ->
        [1] fler poäng
       *[other] inte fler poäng
    }
   *[other] { $count ->
        [0] Ingen
       *[other] { $count }
    } av { $of } nya utvärderingar gav fler poäng
 }
table-changes-caption = Totalpoäng före och efter, { $edition }
table-changes-explained = Kommuner som har utvärderats mer än en gång i utgåvan, med förändringen från en utvärdering till nästa.
tables-heading = Tabeller per län, kommungrupp och storlek
tables-lan = Län
tables-grupp = Kommungrupp
tables-storlek = Antal invånare
missing-total = { $absence }: totalpoängen
missing-areas = { $absence }: områdenas poäng
missing-area = { $absence }: { $count ->
    [one] område
   *[other] områdena
} { $numbers }
column-from = Från
column-to = Till
column-before = Före
column-after = Efter
tools-choose = Välj { $name } för jämförelse
tools-choose-key = Kryssa för två till fem kommuner för att jämföra dem.
tools-compare = Jämför de { $count } valda kommunerna
tools-compare-one = Jämför den valda kommunen med andra
tools-within = , utgåva för utgåva
tools-sorted = Ordnad efter { $column }: { $order }.
tools-high = högst först
tools-low = lägst först
tools-first = A till Ö
tools-last = Ö till A
tools-shown = { $count } av { $all } rader visas.
tools-name = Kommun
tools-whole = Sök i tabellen
tools-all = Alla
tools-columns = Kolumner
print = Skriv ut
to-top = Till sidans början

## Texter

dataset-country = Sverige
text-description = { $title } – { $site }
method-areas = Områden och delområden i { $edition }
edition-caption = Delområden och maxpoäng i { $name }, { $edition }

## Portalens delar

design-title = Portalens utseende
design-lead = Alla delar som sidorna är byggda av, i alla lägen. Kommuner och värden på den här sidan är påhittade.
design-farger = Färger
design-text = Text
design-knappar = Knappar och fält
design-anmarkningar = Anmärkningar
design-varden = Värden
design-tabeller = Tabeller
design-diagram = Diagram
design-listor = Listor
design-kartor = Kartor
design-verktyg = Verktyg till en tabell
design-tools-caption = En tabell som går att ordna, begränsa och välja ur
design-traffar = Träffar i en sökning
design-mark = ett ord som söktes
design-link = En länk
design-strong = Det som väger tungt
design-action-first = Det viktigaste
design-action = Något annat
design-pressed = Intryckt
design-field = Ett fält
design-choice = Ett val
design-open = Öppen
design-closed = Stängd
design-caption = En tabell, med alla slags värden
design-below = Det som sägs under
design-sample = Samspel mellan förtroendevalda och medborgare
design-sentence = Texten är så lång att den fyller mer än en rad på en telefon och visar hur rader bryts.

## Om: utgivare och spår

publisher-title = Vem ger ut portalen?
publisher-lead = { $site } ges ut av
privacy-title = Sidorna sparar ingenting om dig
privacy-nothing-kept = Inga kakor: sidorna lagrar ingenting i din webbläsare.
privacy-nobody-else = Inga andra inblandade: sidorna hämtar allt från den här webbplatsen och skickar ingenting till någon annan.
privacy-no-count = Ingen besöksräkning: sidorna mäter inte vad du läser.
privacy-search = Sökningen görs i din webbläsare. Det du söker på står i sidans adress, och den ser servern.
privacy-server = Det här gäller sidorna. Servern som de ligger på hör till utgivaren, som svarar för vad den antecknar om besök.

## Tillgänglighetsredogörelse

accessibility-link = Tillgänglighet
accessibility-title = Tillgänglighetsredogörelse
accessibility-description = Hur väl portalen följer lagen (2018:1937) om tillgänglighet till digital offentlig service, vad som inte fungerar och hur du säger till.
accessibility-heading = Tillgänglighet i { $service }
accessibility-lead = { $actor } svarar för { $service }. Alla ska kunna läsa, jämföra och hitta resultaten här. Här står hur väl portalen följer lagen (2018:1937) om tillgänglighet till digital offentlig service.
accessibility-status = Så väl följs lagen
accessibility-is = { $service } är
accessibility-fully = helt förenlig
accessibility-partly = delvis förenlig
accessibility-not = inte förenlig
accessibility-with-law = med lagens krav.
accessibility-measures = Så är portalen tänkt att fungera
accessibility-shortcomings = Innehåll som inte är tillgängligt
accessibility-requirements = Det som inte uppfyller kraven
accessibility-burden = Det som det vore oskäligt betungande att anpassa (12 §)
accessibility-outside = Det som lagen inte omfattar (9 §)
accessibility-none = Vi känner inte till något.
accessibility-report = Rapportera ett problem
accessibility-report-to = Skriv till
accessibility-response = Du får svar { $response }.
accessibility-supervision = Tillsyn
accessibility-authority = { $authority } har tillsyn över att lagen följs. Är du inte nöjd med hur vi har svarat, eller svarar vi inte alls, kan du
accessibility-complain = anmäla det till { $authority }
accessibility-assessment = Så är portalen granskad
accessibility-assessed = Bedömningen gjordes den
accessibility-updated = När redogörelsen ändrades
accessibility-changed = Redogörelsen ändrades senast den

## Fel adress

not-found-title = Sidan finns inte
not-found-description = Adressen leder inte till någon sida i portalen. Sök, eller börja om från startsidan.
not-found-lead = Adressen leder ingenstans. Kanske finns det du söker bland kommunerna här nedanför.
not-found-home = Till startsidan

# Sökning
search-title = Sök
search-label = Sök i utvärderingarna
search-button = Sök
search-placeholder = Kommun eller ämne
search-suggestions = Förslag
search-without-page = ingen utvärdering i portalen
search-area = område
search-example = gott exempel, { $name }
search-description = Sök i Kommunkompassens resultat hos { $publisher }
search-page-description = Sök kommuner, styrkor, förbättringsmöjligheter och goda exempel i utvärderingarna från Kommunkompassen.
search-in-municipality = Sök i { $genitive } utvärderingar
search-in-examples = Sök bland goda exempel
search-in-area-examples = Sök bland goda exempel inom { $area }
search-lessons = Endast goda exempel
search-searching = Söker …
search-found = { $count } träffar
search-found-one = 1 träff
search-none = Inga träffar
search-some = { $hits }, men ingen text har alla orden
search-both = { $hits }, varav { $count } med alla orden
search-failed = Sökningen gick inte att hämta. Ladda om sidan, eller använd listorna nedan.
search-stale = Portalen kan ha uppdaterats medan sidan var öppen. Ladda om sidan för att söka.
search-corrected = Det du skrev finns inte i texterna. Här är träffar för { $word }.
search-missed = Detta finns inte i texterna: { $words }. Träffarna gäller resten av det du skrev.
search-kind = Visar bara { $kind }.
search-kind-all = Sök i allt
search-order = Ordna efter
search-order-relevance = bäst träff
search-order-year = år, senaste först
search-meant = Menade du { $name }?
search-beside = Se { $names } sida vid sida.
search-outside = { $name } har ingen utvärdering i portalen.
search-remove = Ta bort { $label }
search-remove-all = Ta bort alla filter
search-widen = Så många träffar blir det utan filtret:
search-more = Visa fler träffar
search-without-index = Här går det inte att söka i texterna. Listorna nedan leder till allt.
search-without-script = Sökningen fungerar bara om webbläsaren kör JavaScript. Listorna nedan leder till samma innehåll.
search-filter-typ = Typ av text
search-filter-omrade = Område
search-filter-utgava = Utgåva
search-filter-ar = År
search-filter-lan = Län
search-filter-grupp = Kommungrupp
search-filter-kommun = Kommun
passage-kommun = Kommun
passage-sammanfattning = Sammanfattning
passage-text = Beskrivning
passage-styrka = Styrkor
passage-delvis = Finns delar, kan bli bättre
passage-forbattring = Förbättringsmöjligheter
passage-exempel = Gott exempel ur egen rapport
passage-hanvisning = Nämner en annan kommun som förebild
passage-sida = Sida

named-by-explained = I rapporter om { $name } nämns andra kommuner som förebilder. Här står vilka, och i vilket ämne.
edition-inferred-year = (trolig utgåva)