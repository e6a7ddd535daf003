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

# A draft that somebody fills in by hand: comments in evaluation.toml, before each key.
# A line "x = y" is one that works once its # is taken away.

blank-format =
    { $municipality }, utvärderad { $year } efter { $edition } av Kommunkompassen.

    Så fyller du i filen:
    · En rad som börjar med # är en förklaring. Programmet hoppar över den.
    · Text och tal skrivs mellan citattecken, tal så som de är tryckta: "4,5".
    · Saknas ett tal i källan: se avsnittet [missing] längre ned.
    · En rad som börjar med # och ett namn före ett likhetstecken är frivillig. Ta bort # och skriv ditt eget värde.
    · En rad som börjar med # granska: är något att göra. Ta bort raden när det är gjort.
    · Kommandot kompass check visar vad som är kvar.

    Filformatets version. Låt den stå.
blank-draft =
    Ett utkast syns bara i förhandsvisningen. Ta bort raden när någon har läst igenom allt.
blank-publish-at =
    Ska utvärderingen visas först en viss dag? Skriv dagen här.
    publish-at = 2027-02-01
blank-withdrawn =
    Bara om utvärderingen ska dras tillbaka efter att den har varit publicerad: skriv skälet.
    withdrawn = "Skälet i en mening."
blank-code = Kommunkoden, fyra siffror.
blank-edition = Utgåvan av Kommunkompassen. De som finns är { $editions }.
blank-edition-basis =
    granska: står det i källan vilken utgåva det är? Skriv då "stated" och ta bort raden edition-ground
blank-edition-ground =
    Vad utgåvan har slutits av: "maxima" är delområdenas maxpoäng, "time" är tiden då utvärderingen gjordes.
blank-year = Året då utvärderingen gjordes.
blank-month =
    Månaden, 1 till 12.
    month = 3
blank-cover-date =
    Datumet på rapportens omslag.
    cover-date = "{ $year }-03-15"
blank-ordinal =
    Vilken utvärdering i ordningen det är för kommunen, om källan säger det.
    ordinal = 2
blank-interviews =
    Hur många som intervjuades.
    interviews = 35
blank-evaluators =
    Vilka som utvärderade, om källan nämner dem. Arbetsplats och titel får utelämnas.
    evaluators = [{ "{" } name = "Förnamn Efternamn", organisation = "SKR", role = "konsult" { "}" }]
blank-earlier =
    Tidigare år som källan nämner.
    earlier = [{ $before }]
blank-narratives =
    granska: texterna ligger i mappen, en fil om varje område och en sammanfattning (summary.md). Skriv dem, eller ta bort filen och dess namn här
blank-texts =
    granska: vems ord är texterna? "own" är dina egna, "verbatim" är rapportens. Ta bort raden om det inte finns några texter
blank-texts-licence =
    Licensen för texterna, om den är en annan än portalens.
    texts-licence = { "{" } name = "CC BY 4.0", url = "https://creativecommons.org/licenses/by/4.0/deed.sv" { "}" }
blank-updated = Dagen då du senast ändrade något.
blank-report =
    Originalrapporten, om den ligger i mappen och får publiceras.
    report = "rapport.pdf"
blank-facts =
    Korta uppgifter om kommunen ur källan.
    facts = [{ "{" } label = "Anställda", value = "1 200" { "}" }]
blank-source =
    granska: varifrån är uppgifterna? title är källans namn
blank-source-more =
    Vem som gav ut källan, och var den finns på webben.
    publisher = "Sveriges Kommuner och Regioner (SKR)"
    url = "https://www.example.se/rapporten"
blank-scores =
    Poängen, så som de är tryckta.
    granska: fyll i poängen mellan citattecknen
blank-total = Totalen, om källan anger den: högst { $maximum }.
blank-areas =
    Områdena, ur raderna i poängtabellen.
    Har källan ingen sådan tabell: ta bort avsnittet.
blank-boxes =
    Områdena en gång till, ur rutorna i kapitlen. De ska fyllas i även när de är lika.
    Har källan inga rutor: ta bort avsnittet.
blank-points = Delområdenas poäng.
blank-percent =
    Delområdenas procenttal, utan tecknet %.
    Har källan inga procenttal: ta bort avsnittet.
blank-summary = Sammanfattningen är inte skriven än.
blank-place = { $name } (högst { $maximum })
blank-place-percent = { $name }
blank-missing =
    Tal som saknas. Ta bort talets rad ovanför, och skriv här vad som saknas och varför:
    "not-published" om källan inte anger talet, "unreadable" om det inte går att läsa.
blank-missing-more =
    total = "not-published"
    areas = "not-published"
    sub-areas = "not-published"
    "3.2" = "unreadable"
blank-examples =
    Ställen där källan kallar kommunen själv ett gott exempel. Upprepa alla rader för varje ställe.
    { "[[" }examples]]
    id = "kort-namn-med-bindestreck"
    area = 1
    sub-area = "1.1"
    topic = "Vad det finns att lära, med några ord"
    summary = "Vad kommunen gör, i en eller två meningar."
    place = "s. 12"
blank-referrals =
    Ställen där källan nämner en annan kommun att lära av. Upprepa alla rader för varje ställe.
    { "[[" }referrals]]
    id = "annat-kort-namn"
    municipality = "Namn på kommunen"
    area = 1
    sub-area = "1.1"
    topic = "Vad det finns att lära, med några ord"
    summary = "Vad den kommunen gör, i en eller två meningar."
    place = "s. 12"

# What is left to do in such a draft: import-report.md.

begun-title = Att göra: { $municipality } { $year }
begun-lead = Filen hör till arbetet med utkastet och visas inte på webbplatsen.
begun-steps =
    1. Fyll i `evaluation.toml`. Vad varje rad betyder står ovanför den.
    2. Skriv texterna: en sammanfattning i `summary.md` och en text om varje område i `area-1.md` och så vidare. Under varje rubrik skriver du om det delområdet. Ta bort rubriker som du inte behöver.
    3. Kör `kompass serve` och läs sidan, och `kompass check` för att se vad som är kvar.
    4. Ta bort raden `draft = true` när någon annan har läst allt.
begun-lists = Sist i texten om ett område kan tre listor stå, under de här rubrikerna:
