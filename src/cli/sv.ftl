# Vad kommandona säger på svenska. `en.ftl` har samma meddelanden med samma argument.
# Meningar för den som inte programmerar: vad som har hänt, och vad man gör.

## Hjälpen: `help-<kommando>` säger vad ett kommando är till för, `help-<kommando>-<argument>`
## eller `help-<argument>` vad ett argument betyder, `value-<NAMN>` vad som skrivs efter det.

heading-usage = Så skriver du
heading-commands = Kommandon
heading-arguments = Uppgifter
heading-options = Tillval
default = [om inget anges: { $value }]
options = [TILLVAL]
value-COMMAND = KOMMANDO
value-DIR = MAPP
value-FILE = FIL
value-REPORT = RAPPORT
value-SECONDS = SEKUNDER
value-PORT = PORT
value-YYYY = ÅÅÅÅ
value-YYYY-MM-DD = ÅÅÅÅ-MM-DD
value-PATH = /SÖKVÄG/
value-ID = UTGÅVA
value-NAME-CODE = NAMN|KOD
value-FORMAT = FORM
value-CODE = KOD
help = Gör en webbplats av Kommunkompassens utvärderingar.
help-language = Språk för det som Kompass säger: sv för svenska, en för engelska.
help-help = Visa den här hjälpen. Efter ett kommando visas hjälpen för just det.
help-version = Visa vilken version av Kompass det är.
help-root = Mappen med site.toml, content och themes.
help-base-path = Sökväg som webbplatsen ska ligga under, i stället för den i site.toml.
help-date = Dagen som sidorna byggs för [om inget anges: i dag].
help-deny-warnings = Räkna varningar som fel.
help-no-search = Bygg utan sökning. Det går fortare.
help-no-sync = Vänta inte tills filerna har nått disken. Går strömmen strax efteråt kan alla vara borta.
help-wait = Så många sekunder väntar Kompass på ett annat program som skriver i samma mapp.
help-build = Bygg webbplatsen och skriv den till en mapp.
help-build-output = Mappen att skriva till [om inget anges: output i projektets mapp, med --drafts output-drafts].
help-build-drafts = Bygg en förhandsvisning med alla utkast, som sökmotorer inte ska spara.
help-check = Kontrollera allt innehåll utan att skriva något, och säg vad som återstår att göra.
help-check-format = Hur felen visas: text för människor, json eller github för program.
help-explain = Förklara vad en felkod betyder och vad du gör.
help-explain-code = Felkoden, till exempel toml/syntax.
help-serve = Visa webbplatsen med utkasten på den här datorn. Sidan laddas om när du sparar en fil.
help-serve-port = Port på 127.0.0.1. Med 0 väljs en ledig.
help-serve-poll = Leta efter ändringar två gånger i sekunden. Det behövs om filerna ligger på en nätverksdisk.
help-serve-no-reload = Visa sidorna precis som de skulle publiceras, och följ inga ändringar.
help-import = Gör en utvärdering av en rapport (text, Word eller PDF), eller många av ett kalkylblad.
help-import-report = Rapporten (.txt, .docx eller .pdf), en mapp med rapporter, eller ett kalkylblad med många utvärderingar (.xlsx eller .csv).
help-import-root = Projektets mapp, vars utgåvor och kommunregister används.
help-import-municipality = Kommunen, om rapporten inte säger vilken.
help-import-year = Utvärderingens år, om rapporten inte säger det.
help-import-edition = Utgåvan, om poängtabellerna inte visar vilken.
help-import-into = Innehållsmappen att skriva till [om inget anges: content i projektets mapp].
help-import-dry-run = Säg vad som skulle skrivas, men skriv inget.
help-import-replace = Ersätt utvärderingens mapp om den redan finns; med ett kalkylblad: ändra också granskade värden.
help-import-discard-review = Ersätt mappen även om någon har granskat den.
help-import-write = Skriv det som läses ur ett kalkylblad. Utan detta visas bara vad som skulle ändras.
help-import-skip-refused = Skriv resten av kalkylbladet, om en del av det inte går att läsa in.
help-template = Skriv ett kalkylblad att fylla i med resultat, som kompass import sedan läser.
help-template-file = Filen att skriva, till exempel resultat.xlsx. Den får inte finnas.
help-template-edition = Utgåvan [om inget anges: den som används nu].
help-new = Börja på en utvärdering eller en portal.
help-new-evaluation = Börja på en utvärdering: ett utkast att fylla i.
help-new-evaluation-municipality = Kommunens namn eller kod.
help-new-evaluation-year = Utvärderingens år.
help-new-evaluation-edition = Utgåvan [om inget anges: den nyaste som fanns det året].
help-new-evaluation-root = Projektets mapp.
help-new-evaluation-no-sync = Vänta inte tills filerna har nått disken.
help-new-evaluation-wait = Så många sekunder väntar Kompass på ett annat program som skriver i samma mapp.
help-new-portal = Börja på en portal, som går att bygga som den är.
help-new-portal-folder = Mappen att skapa. Finns den ska den vara tom.
help-correct = Rätta en publicerad poäng, och skriv upp rättelsen så att läsarna ser den.
help-correct-municipality = Kommunens namn eller kod.
help-correct-year = Utvärderingens år.
help-correct-score = Vilka poäng: total, ett områdes nummer (3) eller ett delområdes (3.2).
help-correct-value = Det rätta värdet, som det är tryckt, eller not-published eller unreadable.
help-correct-reason = Varför det rättas. Läsarna ser det.
help-correct-date = Dagen för rättelsen [om inget anges: i dag].
help-schema = Skriv JSON-scheman för alla filer, så att en redigerare kan hjälpa till.
help-schema-folder = Mappen att skriva till.
value-SCORE = POÄNG
value-VALUE = VÄRDE
value-TEXT = TEXT
value-FOLDER = MAPP

## När något är fel i det som skrevs på kommandoraden.

mistake-unknown = Kompass känner inte till { $argument }
mistake-command = det finns inget kommando { $command }
mistake-no-command = skriv ett kommando efter kompass, till exempel kompass check
mistake-missing = här saknas { $argument }
mistake-no-value = efter { $argument } saknas ett värde
mistake-value = { $argument } kan inte vara ”{ $value }”; det ska vara { $expected }
mistake-together = { $argument } och { $other } går inte att använda tillsammans
mistake-number-of-values = fel antal värden efter { $argument }
mistake-letters = ett av orden på kommandoraden har tecken som inte går att läsa
mistake-nearest = Menade du { $nearest }?
mistake-help = Skriv kompass --help för att se vad du kan skriva.
expected-one-of = något av { $known }
expected-base-path = en sökväg som börjar och slutar med snedstreck, till exempel /kommunkompassen/
expected-date = en dag, skriven som 2026-11-22
expected-port = ett heltal från 0 till 65535
expected-wait = ett antal sekunder, skrivet med siffror
expected-year = ett årtal med fyra siffror

## Medan Kompass arbetar.

stage-load = läser
stage-assets = utseende
stage-validate = kontrollerar
stage-derive = räknar
stage-render = sidor
stage-search = sökning
stage-export = data
stage-check = länkar
stage-output = skriver
built-evaluations = { $number ->
    [one] 1 utvärdering
   *[other] { $number } utvärderingar
 }
built-drafts = { $kind ->
    [shown] { $number ->
        [0] { "" }
        [one] { " " }(varav 1 utkast)
       *[other] { " " }(varav { $number } utkast)
     }
   *[hidden] { $number ->
        [0] { "" }
        [one] { " " }(1 utkast är inte med)
       *[other] { " " }({ $number } utkast är inte med)
     }
 }
built = { $evaluations }{ $drafts }, { $pages } sidor, { $files } filer, { $kilobytes } kB på { $time }
serving = visar webbplatsen på { $address } (avsluta med Ctrl-C)
serve-waiting = Webbplatsen byggs
serve-waiting-advice = Sidan laddas om av sig själv när den är klar.
serve-advice = Du ser sidorna som de var före felet. När felet är rättat och filen är sparad visas de nya.
serve-first-advice = Inga sidor kan visas ännu. När felet är rättat och filen är sparad visas de här.
serve-unreadable = Kompass kan inte läsa filerna
serve-changed = { $more ->
    [0] ändrat: { $paths }
    [one] ändrat: { $paths } och 1 fil till
   *[other] ändrat: { $paths } och { $more } filer till
 }
serve-shown = ny version visas efter { $time } ms
serve-same = sidorna är likadana som förut ({ $time } ms)
serve-as-before = { $faults }, samma som förut
serve-mended = inga fel längre
serve-rounds = systemet säger inte till när filer ändras ({ $why }), så Kompass letar efter ändringar två gånger i sekunden
waiting = väntar på det program som har låst { $path }
written = skrivet till { $path }
kept = { $path } är kvar, för Kompass har inte gjort den
replaced-changed = { $others ->
    [0] { $path } var ändrad sedan Kompass skrev den, och är nu ersatt
    [one] { $path } och 1 fil till var ändrade sedan Kompass skrev dem, och är nu ersatta
   *[other] { $path } och { $others } filer till var ändrade sedan Kompass skrev dem, och är nu ersatta
 }
in-two-steps = ett ögonblick fanns mappen inte, för systemet kan inte byta två mappar i ett steg
one-by-one = filerna ersattes en i taget, så att läsare kunde möta gamla och nya tillsammans: { $obstacle }
obstacle-mount = mappen är en monteringspunkt
obstacle-mount-inside = { $path } i mappen är en monteringspunkt
obstacle-no-room = det går inte att skriva bredvid mappen
obstacle-refused = filsystemet låter inte mappen byta namn ({ $why })
restored = det som ett avbrutet program hade flyttat till { $path } är på plats igen
cleared = { $number ->
    [one] det som ett avbrutet program hade lämnat är bortstädat
   *[other] det som { $number } avbrutna program hade lämnat är bortstädat
 }
left = { $path } ligger kvar: där finns sådant som Kompass inte har gjort eller inte kan ta bort
left-more = { $number ->
    [one] 1 sådan mapp till ligger kvar
   *[other] { $number } sådana mappar till ligger kvar
 }

## Vad som återstår.

counted-errors = { $number } fel
counted-warnings = { $number ->
    [one] 1 varning
   *[other] { $number } varningar
 }
denied = inget är publicerat, på grund av --deny-warnings
check-first = Börja här: { $name } ({ $count })
check-group = { $name } ({ $count })
check-left = Detta återstår att granska:
explain-hint = kompass explain KOD förklarar en kod, till exempel kompass explain toml/syntax
explain-unknown = det finns ingen felkod { $code }; koderna står inom hakparenteser i meddelandena
explain-nearest = det finns ingen felkod { $code }; menade du { $nearest }?
review-draft = utkast
review-awaited = publiceras { $day }
review-published = publicerad
review-withdrawn = återkallad
review-blanks = { $number ->
    [one] 1 tal att fylla i
   *[other] { $number } tal att fylla i
 }
review-remarks = { $number ->
    [one] 1 anmärkning
   *[other] { $number } anmärkningar
 }
review-proposals = { $number ->
    [one] 1 föreslaget exempel
   *[other] { $number } föreslagna exempel
 }
review-summaries = { $number } exempel utan sammanfattning
review-texts = inte granskade: { $texts }
review-nothing = inget återstår att granska

## Import av en rapport.

import-share = { $found } av { $expected } { $kind ->
    [sections] avsnitt
    [lists] listor
    [boxes] poängrutor
    [rows] tabellrader
   *[sums] summarader
 }
import-coverage = { $percent } % av rapporten är placerad eller förklarad; hittade { $structure }; { $proposals ->
    [one] 1 gott exempel eller hänvisning föreslås
   *[other] { $proposals } goda exempel och hänvisningar föreslås
 }
import-would-write = skulle skriva { $files } till { $path }
import-written = skrivet till { $path }: granska import-report.md och skriv sedan kompass check
loss-file = varning: { $name } tas bort; den här importen skriver den inte
loss-rewritten = varning: { $name } har skrivits om sedan den importerades
loss-review = varning: posten är granskad: ersätts den blir { $confirmed } bekräftade och { $rejected } avvisade exempel och hänvisningar förslag igen
folder-exists = { $path } finns redan; ersätt mappen med --replace
folder-reviewed = { $path } är granskad; importera bredvid med --into, eller ersätt mappen med --discard-review
import-option = { $option } går bara att använda med en enda rapport; i ett kalkylblad står kommun, år och utgåva i egna kolumner
archive-imported = [{ $at }/{ $of }] { $path }: utkast i { $folder }{ $doubts ->
    [0] { "" }
    [one] , 1 sak att granska
   *[other] , { $doubts } saker att granska
 }
archive-would = [{ $at }/{ $of }] { $path }: skulle bli ett utkast i { $folder }
archive-known = [{ $at }/{ $of }] { $path }: redan inläst, { $folder }
archive-there = [{ $at }/{ $of }] { $path }: { $folder } finns redan och är inte ändrad
archive-again = [{ $at }/{ $of }] { $path }: samma kommun och år som { $first }, som redan är inläst; behåll en av dem
archive-refused = [{ $at }/{ $of }] { $path }: går inte att läsa in, se nedan
archive-none = i { $path } finns inga rapporter (.docx, .pdf eller .txt)
archive-summary = nya utkast: { $imported }, med { $doubts } att granska; fanns redan: { $known }; dubbletter: { $again }; går inte att läsa in: { $refused }; andra filer som är förbigångna: { $others }
archive-next = granska import-report.md i varje mapp och skriv sedan kompass check; avbryter du och kör igen fortsätter Kompass där det slutade

## Mallen för resultat.

template-title = Kommunkompassen, { $name }: resultat att läsa in
template-help = Fyll i en rad för varje utvärdering, under exemplet. Lämna en cell tom om värdet saknas. Läs sedan in filen med kompass import.
template-written = mallen är skriven till { $path }
template-exists = { $path } finns redan; välj ett annat namn
template-edition = utgåvan ”{ $edition }” finns inte; de som finns är { $known }

## Import av kalkylblad: `sheet-…` är också koderna i src/import/sheet/objection.rs.

sheet-spot-in = blad ”{ $sheet }”,{ " " }
sheet-spot-cell = cell { $cell }
sheet-spot-row = rad { $cell }
sheet-spot-sheet = hela bladet
sheet-spot-file = hela filen
sheet-error = fel: { $spot }: { $what }
sheet-note = obs: { $spot }: { $what }
sheet-more = och { $number } till
sheet-new = ny: { $name } { $year } ({ $edition }): { $values }
sheet-changed = ändras: { $name } { $year } ({ $state })
sheet-edition = { $ground ->
    [stated] utgåva { $edition }
    [maxima] utgåva { $edition }, enligt maxpoängen
   *[time] utgåva { $edition }, enligt året
 }
sheet-values = { $number ->
    [one] 1 värde
   *[other] { $number } värden
 }
sheet-change = { "  " }{ $of }: { $old } → { $new }
sheet-change-percent = { "  " }{ $of }, procent: { $old } → { $new }
sheet-nothing = { "(" }saknas)
sheet-month = månad
sheet-summary = nya: { $new }; ändras: { $changed }; redan inlagda: { $same }; går inte att läsa in: { $refused }
sheet-dry = inget är skrivet; kör igen med --write för att skriva
sheet-stopped = inget är skrivet: rätta felen i kalkylbladet, eller skriv resten med --skip-refused
sheet-written = { $number ->
    [0] inget behövde skrivas
    [one] 1 utvärdering är skriven
   *[other] { $number } utvärderingar är skrivna
 }; nya är utkast: ta bort raden draft = true när du har granskat dem, och skriv sedan kompass check
sheet-record-changed = { $path } har ändrats medan kalkylbladet lästes; kör igen
sheet-no-file = det är ingen fil
sheet-empty-file = filen är tom
sheet-foreign = { $kind ->
    [pdf] det är en PDF, inget kalkylblad
    [page] det är en webbsida; öppna den i Excel och spara som .xlsx
    [ods] det är ett kalkylblad av annat slag (.ods); spara det som .xlsx
    [binary] det är ett kalkylblad av annat slag (.xlsb); spara det som .xlsx
    [word] det är ett Word-dokument, inget kalkylblad
   *[old] det är ett äldre Excel-format (.xls), eller en fil med lösenord; spara den som .xlsx utan lösenord
 }
sheet-too-large = filen har fler än { $most } byte; ta bort bilder och blad som inte behövs
sheet-open-quote = här börjar ett citattecken som aldrig avslutas, så att raderna efter hamnar i samma cell; sätt ett citattecken där texten slutar, eller ta bort det första
sheet-too-many-cells = där finns fler än { $most } ifyllda celler; ta bort det som inte hör till resultaten
sheet-too-much = filen går inte att läsa ({ $message }); ta bort blad och format som inte behövs, eller kopiera tabellen till en ny fil
sheet-damaged = filen är skadad här eller strax efter ({ $message }); öppna den i Excel och spara den på nytt
sheet-no-table = { $lacking ->
    [who] ingen kolumn heter kommun eller kommunkod; gör en tabell med en rad för varje kommun
    [when] ingen kolumn heter år eller datum; står åren som rubriker, gör en rad för varje kommun och år
    [what] ingen kolumn heter total, 1, 1.1 eller så, och ingen delområde tillsammans med poäng; kalla dem så
   *[all] det finns ingen rad med rubriker som kommun, år och 1.1
 } (rubrikerna är: { $found }). Mallen som kompass template skriver har rätt rubriker
sheet-no-rows = under rubrikerna finns inga rader med resultat
sheet-column-again = samma kolumn finns redan i { $first }; ta bort den ena ({ $head })
sheet-name-head = ”{ $head }” saknar nummer, och numret beror på utgåvan; skriv numret först, till exempel ”3 { $head }” eller bara 3
sheet-name-of-other = ”{ $name }” finns i utgåvan { $others }, men inte med det numret i { $edition }, som raderna räknas till; rätta rubriken, året, eller skriv utgåvan i en kolumn
sheet-date-head = rubriken har blivit ett datum ({ $found }); formatera cellen som text och skriv till exempel 1.1
sheet-no-municipality = här saknas kommun
sheet-unknown-municipality = kommunen ”{ $found }” finns inte i registret{ $hint }
sheet-nearest = ; menas { $nearest }?
sheet-no-nearest = { " " }(skriv namnet som i content/municipalities.csv, eller kommunkoden)
sheet-other-code = namnet { $name } och kommunkoden { $code } är två olika kommuners
sheet-no-year = här saknas år
sheet-bad-year = ”{ $found }” är inget år som en utvärdering kan ha; skriv till exempel 2020
sheet-bad-month = ”{ $found }” är ingen månad; skriv 1–12 eller till exempel december
sheet-other-time = { $found } stämmer inte med { $first }
sheet-unknown-edition = utgåvan ”{ $found }” finns inte; de som finns är { $known }
sheet-before-edition = utgåva { $edition } fanns inte { $year }; rätta året eller utgåvan
sheet-no-edition = det går inte att avgöra vilken utgåva det är ({ $known }); skriv den i en kolumn med rubriken utgåva
sheet-fits-other = siffrorna passar utgåva { $fits } men inte { $asked }; är det { $fits }, skriv det i kolumnen utgåva
sheet-unknown-part = ”{ $found }” är inget delområde; skriv till exempel 1.1, 1 eller total, i en cell som är formaterad som text
sheet-part-of-other = { $part } finns inte i utgåva { $edition }
sheet-evaluation-again = samma kommun och år finns redan på rad { $first }{ $others ->
        [none] , med samma värden
        [some] , men raderna är inte lika
       *[other] , och den här raden har andra värden i { $others }
    }; ta bort den ena raden
sheet-value-again = samma värde finns redan i { $first }; ta bort det ena
sheet-no-number = ”{ $found }” är inget tal; skriv till exempel 17 eller 4,5, och lämna cellen tom om värdet saknas
sheet-error-cell = cellen visar { $found }; rätta formeln eller skriv talet
sheet-uncomputed = formeln har inget sparat resultat; öppna filen i Excel, spara den och försök igen
sheet-hollow-sum = summan är 0, men det som den består av har poäng. Är det en formel: öppna filen i Excel, spara den och försök igen. Annars: rätta talet, eller lämna cellen tom
sheet-date-cell = talet har blivit ett datum ({ $found }); formatera cellen som tal och skriv till exempel 4,5 igen
sheet-negative = { $found } är mindre än 0
sheet-too-precise = { $found } har fler decimaler än ett resultat kan ha; avrunda i kalkylbladet, till exempel med =AVRUNDA(…;1)
sheet-ambiguous = { $found } kan vara ett tusental eller ha tre decimaler; skriv till exempel 1200 eller 1,2
sheet-percent-as-points = { $found } är procent, men kolumnen är för poäng; skriv poängen, eller ändra rubriken till procent
sheet-fraction-as-percent = { $found } i en kolumn för procent: menas det hundra gånger så mycket? Skriv till exempel 75 eller 75 %
sheet-above-maximum = { $found } är mer än det högsta möjliga, { $maximum }
sheet-other-maximum = maxpoängen är { $expected } i utgåva { $edition }, inte { $found }
sheet-merged-value = cellerna { $range } är sammanslagna, så det går inte att se vems värdet är; dela dem
sheet-beside-table = ”{ $found }” står utanför tabellen; om filen har komma mellan cellerna måste decimalkomma skrivas inom citattecken. Spara den hellre som .xlsx
sheet-bad-record = { $path } går inte att läsa ({ $message }); rätta den filen först
sheet-record-of-other = { $path } är av utgåva { $record }, men här står { $edition }
sheet-released = { $path } är granskad, och värden skulle ändras; skriv kompass import med --replace om de ska det, och för in rättelsen i content/changes.toml
sheet-windows-1252 = texten är läst som Windows-1252; spara som ”CSV UTF-8” om något tecken blev fel
sheet-bad-bytes = några tecken går inte att läsa; spara om som ”CSV UTF-8”
sheet-hidden-sheet = bladet är dolt och läses inte
sheet-other-sheet = bladet har ingen tabell med resultat och läses inte
sheet-other-column = kolumnen ”{ $head }” läses inte
sheet-other-row = raden ”{ $text }” är ingen utvärdering och läses inte
sheet-hidden-row = raden är dold men läses ändå
sheet-hidden-column = kolumnen ”{ $head }” är dold men läses ändå
sheet-other-sum = { $part ->
    [total] totalen
   *[other] område { $part }
 } är { $found }, men delarna blir tillsammans { $sum }; talen skrivs som de står, jämför med rapporten
sheet-rounded = cellen innehåller { $found } och visas som { $read }; det senare används

## Börja på något nytt: `kompass new`.

new-evaluation = { $municipality }, { $edition }: ett utkast ligger i { $path }
    Fyll i evaluation.toml och skriv texterna bredvid. Filen import-report.md säger vad som är att göra.
    Se hur det blir: kompass serve --root { $root }
    Se vad som är kvar: kompass check --root { $root }
new-exists = utvärderingen finns redan, i { $path }. Ändra den där, eller flytta undan mappen om du vill börja om
new-future = { $year } har inte varit än; i år är det { $today }
new-no-edition = år { $year } fanns ingen av utgåvorna { $known }
new-early = { $edition } används från och med { $first }, men utvärderingen är från { $year }
unknown-edition = det finns ingen utgåva ”{ $edition }”; de som finns är { $known }
unknown-municipality = ingen kommun heter ”{ $name }”. { $kind ->
    [some] Menade du { $near }?
   *[none] Skriv namnet eller koden som i content/municipalities.csv.
 }
new-not-empty = mappen { $path } är inte tom, där finns { $found }. Välj en annan mapp
new-portal = en ny portal ligger i { $path }. Den går att bygga som den är. Det här ska du fylla i:
new-portal-place = { $file }, rad { $line }: { $what }
new-portal-next = Se portalen: kompass serve --root { $path }
    Lägg till en utvärdering: kompass new evaluation KOMMUN ÅR --root { $path }
    Eller läs in en rapport: kompass import RAPPORT --root { $path }
    Mappen content/evaluations/ale är ett påhittat exempel. Ta bort den när du har sett hur den är gjord.

## Rätta en publicerad uppgift: `kompass correct`.

corrected = rättat. Läs igenom med kompass check --root { $root } och publicera sedan med kompass build --root { $root }
correct-faults = rätta först felen ovan; en rättelse görs i en portal utan fel
correct-taken-back = rättelsen skulle ha gett felen ovan och är inte gjord
correct-no-evaluation = { $kind ->
    [withdrawn] utvärderingen av { $municipality } { $year } är återkallad, så där finns inget att rätta
    [others] { $municipality } har ingen publicerad utvärdering från { $year }, bara från { $years }. Är den ett utkast ändrar du värdet i filen: bara publicerade värden behöver rättas så att läsarna ser det
   *[none] { $municipality } har ingen publicerad utvärdering. Är den ett utkast ändrar du värdet i filen: bara publicerade värden behöver rättas så att läsarna ser det
 }
correct-unknown-score = { $edition } har inget ”{ $score }”. Skriv till exempel något av { $near }
correct-no-score = ”{ $value }” är inga poäng. Skriv ett tal, till exempel "18" eller "4,5", eller not-published eller unreadable om poängen saknas
correct-above = { $score } kan ge högst { $maximum } poäng, inte { $value }
correct-unchanged = { $score } är redan { $value }, så det finns inget att rätta
correct-no-reason = skriv varför efter --reason; läsarna ser det
correct-earlier = { $score } har rättats senare, den { $last }. Ange en dag från och med då med --date
correct-future = en rättelse kan inte vara gjord i framtiden; ange en annan dag med --date
correct-file = filen { $name } går inte att ändra så; ändra värdet och skriv rättelsen för hand

## Scheman för redigerare: `kompass schema`.

schema-written = { $number } scheman skrivna till { $path }
schema-other = { $path } är inget schema från Kompass; välj en annan mapp

## När något inte går.

error = fel: { $message }
system = { $kind ->
    [missing] den finns inte
    [denied] du har inte rätt till den
    [full] disken är full
    [read-only] disken går inte att skriva på
    [no-folder] det är ingen mapp
    [folder] det är en mapp
    [exists] den finns redan
    [in-use] något annat program använder den
    [busy] den är upptagen
   *[other] det går inte
 } (systemet säger: { $system })
unreadable = det går inte att läsa { $path }: { $error }
port = det går inte att använda port { $port } på 127.0.0.1: { $error }. Välj en annan med --port, eller --port 0 för en ledig
no-index = det gick inte att göra sökningens filer ({ $error })
no-project = { $path } är ingen mapp; skriv projektets mapp efter --root
output-no-folder = { $target } är ingen mapp; flytta undan den eller välj en annan mapp med --output
output-overlap = mappen { $target } hör ihop med { $source }, som webbplatsen görs av; välj en egen mapp med --output
output-foreign = { $target } har filer som Kompass inte har gjort, till exempel { $example }; välj en annan mapp med --output eller töm den här
output-manifest = rad { $line } i { $path } är skadad, så Kompass kan inte skilja sina egna filer från andras; flytta undan mappen, kör igen och kopiera tillbaka dina egna filer till den nya
output-nothing = { $why }. Inget är publicerat: rätta till det eller välj en annan mapp med --output, och kör igen
replace-root = { $target } är ingen egen mapp; välj en som får ersättas
replace-file-path = filen { $path } går inte att skriva; felet är Kompass, berätta gärna om det för dem som gör Kompass
replace-collision = { $path } är inte gjord av Kompass och ligger där en ny fil ska ligga; flytta undan den
replace-busy = ett annat program har låst { $lock } i { $seconds } sekunder; vänta tills det är klart, eller avsluta det
replace-io = { $action ->
    [copy] det går inte att kopiera
    [create] det går inte att skapa
    [find-a-free-name-beside] det går inte att hitta ett ledigt namn bredvid
    [find] det går inte att hitta
    [link] det går inte att länka
    [list] det går inte att läsa innehållet i
    [lock] det går inte att låsa
    [look-at] det går inte att läsa om
    [put-back] det går inte att ställa tillbaka
    [read] det går inte att läsa
    [remove] det går inte att ta bort
    [rename] det går inte att byta namn på
    [set-the-permissions-of] det går inte att sätta rättigheter för
    [sync] det går inte att skriva klart
    [write] det går inte att skriva
   *[replace] det går inte att ersätta
 } { $path }: { $error }
replace-partly = { $why }. Några filer är redan ersatta, andra inte: kör igen
replace-unsynced = allt är skrivet, men det går inte att försäkra sig om att { $folder } har nått disken: { $error }. Ett strömavbrott kan göra att det försvinner: kör igen
replace-stranded = det går inte att ersätta { $target }: { $error }. Den tidigare mappen ligger i { $earlier }: kör igen för att ställa tillbaka den
