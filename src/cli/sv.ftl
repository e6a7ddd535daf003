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
help-import = Gör en utvärdering av en rapport (text, Word eller PDF).
help-import-report = Rapporten: .txt, .docx eller .pdf.
help-import-root = Projektets mapp, vars utgåvor och kommunregister används.
help-import-municipality = Kommunen, om rapporten inte säger vilken.
help-import-year = Utvärderingens år, om rapporten inte säger det.
help-import-edition = Utgåvan, om poängtabellerna inte visar vilken.
help-import-into = Innehållsmappen att skriva till [om inget anges: content i projektets mapp].
help-import-dry-run = Säg vad som skulle skrivas, men skriv inget.
help-import-replace = Ersätt utvärderingens mapp om den redan finns.
help-import-discard-review = Ersätt mappen även om någon har granskat den.
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
