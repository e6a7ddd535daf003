# What a reviewer reads: comments in evaluation.toml and import-report.md.

note = granska: { $what }
note-line = granska: { $what } (rad { $line })
proposal = förslag ur rapporten; skriv ämnet och ta bort status när det stämmer: ”{ $sentence }”
place = Område { $area }, avsnittet ”{ $heading }”
place-general = Område { $area }, inledningen
place-summary = Sammanfattningen, avsnittet ”{ $heading }”
place-summary-general = Sammanfattningen
guess = området är en gissning efter orden i meningen
area-unknown = område okänt, står bara här
source-title = Rapporten ”{ $title }”
source-described = Kommunkompassens rapport om { $municipality } { $year }

# The import report.

title = Importrapport: { $municipality } { $year }
lead = Gjord av `{ $file }`. Filen hör till granskningen och visas inte på webbplatsen. Radnumren gäller rapportens text; i Word och pdf är en rad ett stycke eller en tabellrad.
edition-stated = Utgåva { $edition }, som rapporten anger: ”{ $sentence }” Delområdenas maxpoäng stämmer till alla delar.
edition-exact = Utgåva { $edition }: delområdenas maxpoäng stämmer till alla delar. Rapporten anger inte utgåvan, så den står som en slutsats.
edition-other = Utgåva { $edition }: delområdenas maxpoäng stämmer inte till alla delar, och utgåvan står som en slutsats.
structure = Av det som utgåvan väntar är funnet: { $found }.
structure-part = { $found } av { $expected } { $kind ->
        [sections] avsnitt om delområden
        [lists] listor
        [boxes] rutor med områdets poäng
        [rows] tabellrader
       *[sums] summor
    }
coverage = { $percent } procent av tecknen är placerade eller igenkända ({ $known } av { $all }).
review = Att granska
review-none = Inget särskilt.
at-line = rad { $line }
proposals = Förslag till goda exempel och hänvisningar
proposals-none = Inga förslag.
proposals-lead = De står i `evaluation.toml` med `status = "proposed"` och visas inte förrän raden är borttagen.
own = kommunen själv
left = Blev över
left-none = Ingenting.
seals = Texterna som skrevs
seals-lead = Kontrollsummor, så att en ny import märker om någon har skrivit om dem. En text som har sin rad kvar och inte är ändrad räknas som inte granskad: ta bort raden när den får stå som den är.
account = Vad varje rad blev
account-head = | Rader | Vad | Tecken |
unfamiliar = Nytt bland de texter som alla rapporter har
unfamiliar-lead = Meningarna står i kapitlet om Kommunkompassen eller liknar andra rapporters, men inte ord för ord. De är inte med på webbplatsen.
parted = Delade stycken
parted-lead = Resten av stycket har andra rapporter också, så den är inte med på webbplatsen. Läs om det som blev kvar går att förstå utan den.
furniture = Sidhuvuden och sidfötter
furniture-lead = Raderna kommer igen på flera sidor och är inte med på webbplatsen.
inline = Rubriker som stod i texten
inline-lead = Delområdenas namn stod i samma stycke som texten omkring och har blivit rubriker.
joined = Hopfogade ord
joined-lead = Bindestreck från radslut har tagits bort, och ord och årtal som en rad har brutit vid sitt bindestreck har fogats ihop.
fate-cover = omslag → `evaluation.toml`
fate-score = poäng → `evaluation.toml`
fate-fact = kortfakta → `evaluation.toml`
fate-summary = sammanfattning → `summary.md`
fate-area = område { $area } → `area-{ $area }.md`
fate-structure = rubriker och tabellhuvuden
fate-boilerplate = texter som alla rapporter har
fate-contents = innehållsförteckning
fate-furniture = sidhuvuden, sidfötter och sidnummer
fate-markup = märken och koder
fate-left = **blev över**

# Words for every fault that an import can warn of.

printed-area-box = område { $area }: rutan säger { $printed }, tabellen { $table }
printed-percentage = { $sub_area }: { $percent } procent går inte ihop med { $points } av { $maximum } poäng
printed-area-sum = område { $area }: { $value } poäng, men delområdena blir { $sum }
printed-total-sum = totalen är { $total }, men områdena blir { $sum }
printed-cover-date = omslaget är daterat { $cover }, före utvärderingen { $evaluation }
import-municipality = ”{ $found }” står i rapporten, men utvärderingen gäller { $chosen }
import-year = rapporten säger också { $found }; valt är { $chosen }
import-edition = maxpoängen är inte alla de som hör till utgåva { $chosen }; { $found ->
        [none] de liknar ingen utgåvas
       *[other] närmast är { $found }
    }
import-maximum = { $sub_area } har max { $found } i rapporten men { $expected } i utgåvan
import-name = { $what } kallas ”{ $found }”; utgåvan säger ”{ $expected }”
import-contents = kapitlet ”{ $chapter }” saknas i innehållsförteckningen
import-extra-chapter = kapitlet ”{ $chapter }” har ingen egen plats; det står sist i summary.md
import-missing-part = rapporten saknar { $what ->
        [summary] sammanfattning
        [chapter] kapitel om område { $number }
        [box] poängruta för område { $number }
        [lists] styrkor och förbättringsmöjligheter i område { $number }
        [sum] summa för område { $number } i tabellerna
       *[score] poäng för { $number } i tabellerna
    }
import-score = värdet för { $what ->
        [total] totalen
       *[other] { $what }
    } går inte att använda: ”{ $found }”
import-twice = { $what } är tryckt två gånger, ”{ $kept }” och ”{ $other }”; det första är taget
import-heading = rubriken ”{ $heading }” hör inte säkert till { $nearest }, där texten står
import-sections = område { $area } har text, men { $found ->
        [none] ingen rubrik för något delområde har hittats: { $missing }
       *[other] inget avsnitt om { $missing }
    }
import-empty-section = under rubriken ”{ $heading }” står ingen text
import-item = ”{ $item }” stod ihop med punkten före och har blivit en egen
import-hyphen = bindestrecket i ”{ $word }” kan vara ett radslut
import-ordinal = rapporten räknar detta som utvärdering nummer { $found } enligt de nya kriterierna
import-unclear = ”{ $found }” kan vara { $what ->
        [total] totalpoängen
        [month] månaden för utvärderingen
        [ordinal] vilken i ordningen utvärderingen är
        [interviews] hur många som intervjuades
        [earlier] år för tidigare utvärderingar
        [page] ett sidnummer
       *[evaluators] en utvärderare eller var hen arbetar
    }; { $what ->
        [page] ta bort det ur texten om det stämmer
       *[evaluators] skriv in det om det stämmer
    }
import-unseen = filen innehåller { $what ->
        [windows-1252] text i kodningen Windows-1252, läst som sådan
        [bad-bytes] tecken som inte är text, utbytta mot �
        [text-box] textrutor, lästa där de är fästa
        [tracked-change] spårade ändringar; tillägg är lästa, strykningar inte
        [comment] kommentarer, som inte är lästa
        [hidden-text] dold eller överstruken text, läst som all annan
        [picture] bilder eller diagram, som inte går att läsa
        [page-without-text] sidor utan text, troligen inskannade
       *[unknown-character] tecken som bara filens egna typsnitt känner
    }
import-left-over = ”{ $text }” blev över
