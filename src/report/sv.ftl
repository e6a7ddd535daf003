# Vad Kompass säger om ett fel, på svenska. `en.ftl` har samma meddelanden i samma ordning,
# och där står vad attributen betyder. Läsaren kan ämnet men varken TOML eller engelska:
# säg vad som är fel, och vad man skriver i stället. Det som ska skrivas står sist i en
# mening, utan tecken omkring som inte ska med.

## Nivåer

error = fel
warning = varning
hint = gör så här
note = stället
more = … och { $count } till av samma slag ({ $code }) i { $file }, på raderna { $lines }

## Filer

file-not-utf8 = filen är sparad med en teckenkodning som Kompass inte läser
    .label = { $encoding ->
        [windows-1252] ”{ $found }” är sparat på ett äldre sätt (Windows-1252, även kallat ANSI)
        [excel] ”{ $found }” är sparat på ett äldre sätt (Windows-1252, även kallat ANSI)
       *[other] härifrån går texten inte att läsa
    }
    .hint = { $encoding ->
        [windows-1252] öppna filen i samma program som den skrevs i, välj Spara som och kodningen UTF-8. Finns inte UTF-8 där, öppna den i Anteckningar och spara om den (listan Kodning i Spara som)
        [excel] ta fram filen som den var före ändringen (säkerhetskopia, eller Tidigare versioner i Utforskaren) och ändra i en textredigerare. Excel har sparat om hela filen: å, ä och ö, kommatecken som semikolon, och nollor först i koder kan vara borta
        [utf-16] filen är sparad som UTF-16 (”Unicode”): öppna den, välj Spara som och kodningen UTF-8
       *[other] öppna filen, välj Spara som och kodningen UTF-8
    }
file-not-text = filen är { $kind ->
        [rich-text] sparad som formaterad text (RTF, till exempel från WordPad)
        [web-page] en webbsida (HTML)
        [word] ett dokument från ett ordbehandlingsprogram, till exempel Word
        [sheet] en arbetsbok från ett kalkylprogram, till exempel Excel
        [office] sparad av en äldre version av Word eller Excel
        [pdf] en pdf
        [picture] en bild
       *[other] packad (zip)
    }, inte ren text, vad den än heter
    .hint = { $kind ->
        [picture] hämta tillbaka den gamla filen; är bilden din enda kopia, byt först namn på den
        [zip] packa upp filen och lägg textfilen här med samma namn
        [sheet] byt namn på den så att den slutar på .xlsx, hämta tillbaka den gamla filen och skriv in det som är nytt i den med Anteckningar
        [web-page] öppna filen i en webbläsare, kopiera texten till Anteckningar och spara den där som ren text (UTF-8) med samma namn; finns den gamla filen, hämta hellre tillbaka den
        [rich-text] öppna filen i WordPad eller Word, kopiera texten till Anteckningar och spara den där som ren text (UTF-8) med samma namn
       *[other] öppna filen i programmet som den sparades med, kopiera texten till Anteckningar och spara den där som ren text (UTF-8) med samma namn
    }
file-too-large = filen har { $size } byte, men en text får ha högst { $limit }
    .hint = ta bort filen om den har hamnat här av misstag, annars gör den kortare
file-missing = den här filen finns inte
    .hint = skapa filen, hämta tillbaka den från en tidigare version eller rätta det som frågar efter den
    .hint-nearest = byt namn på { $nearest }, som ligger i samma mapp, till { $name }; i Utforskaren syns hela namnet när du väljer Visa och Filnamnstillägg
file-unused = den här filen används inte
    .hint = skriv in dess namn där den hör hemma (en rapport i evaluation.toml, stilmallar i theme.toml, inledningar i site.toml), eller ta bort den om den inte ska med
    .hint-nearest = { $form ->
        [copy] det ser ut att vara en kopia av { $nearest }, till exempel en som en delad mapp har gjort när två har ändrat samtidigt. Din ändring kan ligga i den: för över det som är nytt till { $nearest }, och ta först sedan bort kopian
        [report] ska rapporten kunna laddas ned, skriv report = "{ $nearest }" bland de första raderna i evaluation.toml, ovanför den första rubriken inom hakparenteser; hör den till en annan utvärdering, flytta den dit; annars ta bort den
        [ending] byt namn på den till { $nearest }; i Utforskaren syns hela namnet när du väljer Visa och Filnamnstillägg
       *[other] öppna den, kopiera texten till ett program för ren text (som Anteckningar) och spara den i samma mapp som { $nearest } med kodningen UTF-8; ta bort den här filen först när det är gjort
    }
file-link = den här länken i mappen leder { $why ->
        [outside] ut ur projektet
        [nowhere] ingenstans
       *[circle] till en mapp som den själv ligger i
    }
    .hint = lägg själva filen eller mappen här; bara det som ligger i projektet publiceras
file-special = det här är ingen vanlig fil
    .hint = ta bort den
file-control-character = { $code } är inget tecken som en text kan ha
    .label = här
    .hint = ta bort tecknet; det har oftast följt med vid kopiering från ett annat program

## TOML

toml-syntax = { $kind ->
        [conflict] här står ett märke från versionshanteringen
        [curly] citattecknen är böjda, men ska vara raka
        [space] här står ett mellanslag av fel slag
        [comment] en kommentar börjar med tecknet #
        [header] hakparentesen är inte avslutad
        [comma] det saknas ett kommatecken
        [comma-above] det saknas ett kommatecken sist på raden
        [cut] filen slutar mitt i en uppgift; troligen är den avklippt
        [line-break] texten är bruten med Enter, men ska stå på en enda rad från citattecken till citattecken
        [hyphen] här står ett tankstreck (–) där det ska vara ett vanligt bindestreck (-)
        [alphabet] ordet före likhetstecknet ser rätt ut, men har ett tecken ur ett annat alfabet eller ett som inte syns
        [letter] i talet står en bokstav som liknar en siffra: O i stället för 0, eller l eller I i stället för 1
        [unit] här ska bara siffror stå, utan mellanslag och utan ord eller tecken efter
        [own-path] här ska bara filens namn stå, inte var filen ligger på din dator
        [colon] här står ett kolon där det ska vara ett likhetstecken
        [no-equals] det saknas ett likhetstecken
        [unclosed] det saknas ett citattecken
        [no-value] det står inget efter likhetstecknet
        [semicolon] raden ska inte sluta med semikolon
        [zero] ett tal skrivs utan nolla först
        [decimal] siffror med decimalkomma, procent eller inledande nolla skrivs inom citattecken
        [dash] ett streck är inget värde
        [truth] ja och nej skrivs true och false
        [bracket] hakparentesen ] saknas sist på raden
        [brace] klammern {"}"} saknas sist på raden
        [backslash] tecknet \ kan inte stå så här inom citattecken
        [date] den dagen finns inte i almanackan
        [comma-end] raden ska inte sluta med kommatecken
        [quote] det saknas ett citattecken efter texten
        [inner-quotes] texten har citattecken inuti
        [rest] det står något mer efter värdet
        [key] ordet före likhetstecknet har bokstäver eller mellanslag som kräver citattecken
        [text] text skrivs inom citattecken
        [month] månaden skrivs som ett tal
       *[other] raden går inte att förstå ({ $message })
    }
    .hint = { $kind ->
        [conflict] här krockar två versioner: den första står mellan raderna med <<<<<<< och =======, den andra mellan ======= och >>>>>>>. Behåll den som stämmer med rapporten, och ta bort den andra och de tre raderna med märken
        [no-value] skriv ett värde efter likhetstecknet, eller ta bort raden
        [comma] sätt ett kommatecken mellan det som räknas upp
        [cut] hämta tillbaka en hel kopia av filen, för det som ska komma sedan är borta
        [unclosed] ordet före likhetstecknet och texten efter det ska ha raka citattecken på båda sidor, eller inga alls
        [dash] ta bort raden, och skriv under rubriken [missing] varför värdet saknas, till exempel "1.1" = "not-published"
        [date] skriv år, månad och dag som 2020-12-08
        [rest] skriv en uppgift på varje rad; hela texten ska stå mellan två raka citattecken
        [no-equals] skriv först vad det gäller, sedan ett likhetstecken och sist värdet, till exempel year = 2018
       *[other] skriv varje uppgift på en egen rad, till exempel name = "Lund"
    }
    .hint-fix = { $kind ->
        [cut] hämta tillbaka en hel kopia av filen: att bara avsluta raden räcker inte, för det som ska komma sedan är borta; är du säker på att inget mer ska stå här, skriv { $fix }
        [line-break] ta bort radbrytningen och sätt ihop raderna till en: { $fix }
        [alphabet] skriv om raden för hand på tangentbordet, kopiera den inte: { $fix }
        [own-path] lägg filen i samma mapp som den här, och skriv { $fix }
       *[other] skriv { $fix }
    }
toml-duplicate-key = ”{ $key }” står två gånger
    .label = andra gången{ $line ->
        [none] {""}
       *[other] ; första gången står på rad { $line }
    }
    .hint = behåll den ena av de två och ta bort den andra
    .hint-first = flytta raderna under den här rubriken till den första, på rad { $first }, och ta bort rubriken här
toml-unknown-key = uppgiften ”{ $key }” { $why ->
        [misplaced] står på fel ställe
       *[unknown] känns inte igen
    }
    .hint-above = den hör till filens första rader: flytta raden upp som den är, ovanför { $above }
    .hint = ordet före likhetstecknet ska vara något av: { $known }
    .hint-nearest = menade du { $nearest }?
toml-missing-key = uppgiften ”{ $key }” saknas
    .label = saknas här
    .hint = { $key ->
        [edition-basis] lägg till en rad under den här: edition-basis = "stated" om rapporten själv säger vilken utgåva den följer, annars edition-basis = "inferred" (vår slutsats)
       *[other] { $within ->
            [braces] skriv in { $key } = … mellan klamrarna, med ett kommatecken före eller efter
           *[lines] lägg till en rad under den här: { $key } = …
        }
    }
toml-wrong-value = { $found ->
        [key] delområdets nummer före likhetstecknet ska stå inom citattecken
        [word] ordet ”{ $value }” känns inte igen
       *[other] { $expected ->
            [text] här ska det stå text inom citattecken
            [list] här ska det stå en lista inom hakparenteser
            [table] { $known ->
                [colour-code] färgen ska stå inom klamrar, med light eller dark framför
                [colour-word] färgen ska stå inom klamrar och som färgkod, inte med ord
               *[other] här ska det stå flera uppgifter, inte ett enda värde
            }
            [truth] här ska det stå true (ja) eller false (nej)
            [date] här ska det stå en dag
            [number] här ska det stå ett heltal
            [number-255] här ska det stå ett heltal, högst 255
            [number-65535] här ska det stå ett heltal, högst 65535
           *[other] värdet passar inte här ({ $known })
        }
    }
    .label = { $found ->
        [key] citattecken saknas
        [word] det här ordet
        [text] detta är text
        [number] detta är ett tal utan citattecken
        [large] talet är för stort
        [truth] detta är true eller false
        [date] detta är en dag utan citattecken
        [list] detta är en lista
       *[other] detta är flera uppgifter
    }
    .hint = { $expected ->
        [word] skriv något av följande inom citattecken: { $known ->
            [fully-partly-not] fully (helt), partly (delvis) eller not (inte)
            [stated-inferred] stated (rapporten säger själv vilken) eller inferred (vår slutsats)
            [maxima-time] maxima (maxpoängen stämmer bara med den) eller time (tidpunkten avgör)
            [verbatim-own] verbatim (rapportens ord) eller own (egna ord)
            [confirmed-proposed] confirmed (granskat) eller proposed (förslag, som inte visas)
            [requirements-burden-outside-law] requirements (uppfyller inte kraven), burden (oskäligt betungande) eller outside-law (omfattas inte av lagen)
            [not-published-unreadable] not-published (inte publicerat) eller unreadable (går inte att läsa)
           *[other] { $known }
        }
        [text] skriv texten mellan två raka citattecken
        [list] skriv en lista, till exempel ["ett", "två"]
        [date] skriv dagen som "2027-02-01"
        [truth] skriv true för ja eller false för nej, utan citattecken
        [number] skriv bara siffror, utan citattecken
        [number-255] skriv bara siffror, utan citattecken
        [number-65535] skriv bara siffror, utan citattecken
        [table] skriv varje uppgift på en egen rad under en rubrik inom hakparenteser, eller inom klamrar, till exempel { "{" } name = "Lund", url = "https://example.org/" { "}" }
       *[other] jämför med samma uppgift i en annan fil av samma slag
    }
    .hint-fix = { $expected ->
        [word] ordet ska vara { $known ->
            [fully-partly-not] fully (helt), partly (delvis) eller not (inte)
            [stated-inferred] stated (rapporten säger själv vilken) eller inferred (vår slutsats)
            [maxima-time] maxima (maxpoängen stämmer bara med den) eller time (tidpunkten avgör)
            [verbatim-own] verbatim (rapportens ord) eller own (egna ord)
            [confirmed-proposed] confirmed (granskat) eller proposed (förslag, som inte visas)
            [requirements-burden-outside-law] requirements (uppfyller inte kraven), burden (oskäligt betungande) eller outside-law (omfattas inte av lagen)
            [not-published-unreadable] not-published (inte publicerat) eller unreadable (går inte att läsa)
           *[other] { $known }
        }: skriv { $fix }
        [table] { $known ->
            [colour-code] skriv { $fix }; light är färgen på ljusa sidor, och utan dark behåller mörka sidor temats färg
            [colour-word] # och sex tecken säger färgen: skriv till exempel { $fix }; light är färgen på ljusa sidor, och utan dark behåller mörka sidor temats färg
           *[other] skriv { $fix }
        }
       *[other] skriv { $fix }
    }
toml-unsupported-format = den här versionen av Kompass läser inte filer med format { $found }
    .label = ska vara 1
    .hint = ändra till 1, eller använd den version av Kompass som filen skrevs för

## CSV

csv-row = { $why ->
        [other] raden går inte att läsa ({ $message })
       *[fewer] raden har { $found } fält, men den första raden har { $expected }
    }
    .hint-column = här borde { $column ->
        [code] kommunkoden (code)
        [slug] adressen (slug)
        [county_code] länskoden (county_code)
        [group] kommungruppen (group)
        [population] folkmängden (population)
        [population_year] folkmängdens år (population_year)
       *[other] { $column }
    } stå. { $why ->
        [fewer] Före det fattas ett fält eller ett kommatecken: ett tomt fält skrivs som två kommatecken efter varandra
       *[more] Någonstans före det är ett kommatecken för mycket: ta bort det, eller skriv citattecken runt hela det fält som ska ha ett kommatecken i sig (det blir ändå en enda uppgift, inte två)
    }
    .hint = ge raden lika många fält som den första, med kommatecken emellan; ett fält som självt har kommatecken skrivs inom citattecken
csv-header = { $separator ->
        [semicolon] kolumnerna är skilda åt med semikolon, men ska skiljas åt med kommatecken
        [tab] kolumnerna är skilda åt med tabbar, men ska skiljas åt med kommatecken
        [unknown] kolumnen ”{ $column }” känns inte igen
       *[comma] kolumnen ”{ $column }” saknas
    }
    .label = den första raden säger vad kolumnerna heter
    .hint = { $separator ->
        [comma] lägg till kolumnen, eller rätta dess namn
        [unknown] ta bort kolumnen; de som finns är { $known }
        [semicolon] hämta helst tillbaka filen som den var och ändra i en textredigerare; annars öppna den i en sådan och ersätt alla semikolon med kommatecken. Ett svenskt Excel sparar med semikolon, och kan ha tagit bort nollor först i koder
       *[other] öppna filen i en textredigerare och ersätt alla tabbar med kommatecken
    }

## site.toml

site-unknown-theme = det finns inget tema ”{ $theme }”
    .hint = skriv namnet på en av mapparna i themes: { $known }
    .hint-nearest = menade du { $nearest }?
site-assessment-old = tillgängligheten bedömdes { $date }, alltså för mer än ett år sedan
    .label = äldre än ett år
    .hint = bedöm tillgängligheten på nytt, rätta redogörelsen och skriv in den nya dagen
site-accessibility-status =
    { $given ->
        [some] redogörelsen säger att tjänsten uppfyller lagen helt, men räknar upp sådant som inte uppfyller kraven
       *[none] redogörelsen säger att tjänsten inte uppfyller lagen helt, men räknar inte upp något som brister
    }
    .hint = rätta uppgiften, eller räkna upp bristerna under [[shortcomings]] med raden: ground = "requirements"
site-theme-circle = temat bygger på sig självt: { $themes }
    .label = här en gång till
    .hint = låt extends nämna ett tema som inte bygger på det här, eller ta bort raden
site-logo =
    { $why ->
        [kind] logotypen ”{ $found }” är varken SVG eller PNG
        [size] bilden ”{ $found }” säger inte hur stor den är
       *[missing] temat har ingen fil ”{ $found }”
    }
    .hint =
        { $why ->
            [size] spara om bilden, så att dess <svg> får en viewBox
           *[other] lägg en SVG- eller PNG-bild i mappen files i ditt tema, och skriv dess namn här
        }
    .hint-nearest = menade du { $nearest }?
site-font = ”{ $found }” är inget namn på ett typsnitt
    .hint = skriv varje typsnitt för sig, till exempel font = ["Source Sans 3", "sans-serif"]
site-colour = ”{ $found }” är ingen färg som täcker helt
    .hint = skriv färgen som en kod, inte med ord: # och sex siffror eller bokstäver a–f, till exempel #0b5563
site-contrast = på { $scheme ->
        [dark] mörka
       *[light] ljusa
    } sidor har färgen ”{ $found }” kontrasten { $ratio }:1 mot { $surface }, men 4.5:1 behövs
    .hint = den närmaste färgen som syns tillräckligt bra är { $nearest }
site-base-address = ”{ $found }” är ingen fullständig webbadress
    .hint = skriv adressen som https://example.org/ eller https://example.org/del/
site-language =
    { $why ->
        [own] ”{ $found }” är webbplatsens eget språk
        [twice] det finns redan en sida på språket ”{ $found }”
       *[form] ”{ $found }” är inget språk
    }
    .hint =
        { $why ->
            [own] ta bort raden: startsidan och /om/ berättar redan vad webbplatsen är
            [twice] ta bort den ena av de två
           *[form] skriv språkets kod med små bokstäver, till exempel en för engelska eller fi för finska
        }
site-review-overdue = sidan ”{ $what }” skulle ha lästs igenom senast { $date }
    .label = den dagen har passerat
    .hint = läs igenom sidan, rätta det som inte längre stämmer och skriv den dag då den ska läsas igenom nästa gång (inte den då den lästes)

## Utgåvor

edition-file-name = utgåvan ”{ $id }” ligger i en fil som heter { $file }.toml
    .label = ska vara ”{ $file }”
    .hint = skriv id = "{ $file }"; är det filen som heter fel, byt dess namn till { $id }.toml
edition-number = här står nummer { $found }, men det ska vara { $expected }
    .hint = numrera områdena 1, 2, 3 … och delområdena 1.1, 1.2 … i ordning utan luckor
edition-maxima-sum = maxpoängen i området ”{ $area }” blir tillsammans { $sum }, men ska vara { $expected }
    .label = delområdena har { $parts }
    .hint = jämför varje maximum med poängtabellen i en rapport, och rätta det som skiljer sig (på raden maximum)
edition-short-name = ett kort namn får ha högst { $most } tecken, det här har { $length }
    .hint = hitta ett kortare, eller ta bort short-name; då används områdets nummer
edition-unknown-successor = { $found ->
        [none] området saknar efterföljare (successor)
       *[other] utgåvan { $edition } har inget område { $found }
    }
    .hint = skriv i successor numret på det område i utgåvan { $edition } som ligger närmast
edition-current = { $current ->
        [none] ingen utgåva är den gällande
       *[other] flera utgåvor säger sig vara den gällande: { $current }
    }
    .hint = skriv succeeded-by i alla utgåvor utom den gällande
    .hint-fix = skriv { $fix } bland de första raderna i { $file }, och under varje område där vilket nummer det har i den nya utgåvan, till exempel successor = 3; är den nya utgåvan inte klar, flytta dess fil ut ur content så länge
edition-area-slug = { $slug ->
        [none] området ”{ $area }” i den gällande utgåvan saknar adress
       *[other] området ”{ $area }” har en adress, men { $edition } är inte den gällande utgåvan
    }
    .hint = { $slug ->
        [none] lägg till en adress, till exempel slug = "styrning"
       *[other] ta bort raden med slug
    }

## Kommunregistret

register-bad-code = ”{ $found }” är ingen kommunkod
    .hint = skriv alla fyra siffrorna
    .hint-fix = skriv { $fix }, med nollan. Saknas den på många rader, rätta dem inte en och en: ett kalkylprogram har tagit bort den, kanske också i länskoderna. Ta då fram filen som den var före ändringen, och välj textformat för kolumnerna med koder när du öppnar den i kalkylprogrammet
register-duplicate-code = kommunkoden { $code } tillhör redan { $other }
    .hint = rätta en av de två raderna
register-bad-slug = ”{ $found }” kan inte vara en del av en adress
    .hint = använd bara a–z, 0–9 och bindestreck; skriv a för å och ä, och o för ö
    .hint-fix = { $of ->
        [copy] det ser ut att vara en kopia av { $fix }.md. Ska den ersätta den sidan, ta bort { $fix }.md och ge den här det namnet; är den en sida för sig, ge den ett eget namn; annars ta bort kopian. Namnet på en sida får bara
        [page] sidans adress är filens namn: byt det till { $fix }.md. Det får bara
       *[field] skriv { $fix }. En adress får bara
    } ha a–z, 0–9 och bindestreck, alltså a för å och ä, och o för ö
register-slug-collision = adressen ”{ $slug }” används redan av { $other }
    .hint = ge en av dem en annan adress; en sidas adress är filens namn
register-unknown-group = det finns ingen kommungrupp ”{ $found }”
    .hint = skriv koden för en av dem som står i content/groups.csv: { $known }
    .hint-nearest = skriv { $code }, som är koden för { $nearest }

## Kartan

shape-unknown-code = ingen kommun i registret har kommunkoden { $found }
    .hint = skriv koden som i content/municipalities.csv, eller ta bort raden
shape-missing-code = det finns ingen kartbild av { $municipalities }
    .hint = lägg till det som saknas, eller ta bort filen; då har webbplatsen ingen karta
shape-broken-path = { $expected ->
    [number] här ska det stå ett heltal
    [points] en bit har minst tre punkter
   *[letter] här ska det stå ”{ $expected }”
 }
    .hint = skriv varje bit som M10 20l5 0 0 5z: en punkt, och sedan vägen från punkt till punkt
shape-out-of-range = det här leder utanför kartan
    .hint = håll alla punkter mellan 0 och { $limit } åt båda hållen

## Värden

content-unreadable-number = ”{ $found }” är inget tal{ $letter ->
        [O] : O är en bokstav, inte siffran noll
        [o] : o är en bokstav, inte siffran noll
        [l] : l är en bokstav, inte siffran ett
        [I] : I är en bokstav, inte siffran ett
       *[other] {""}
    }
    .hint-fix = skriv { $fix }, med bara siffror
    .hint = skriv bara siffror, med decimalkomma om det behövs, till exempel "4,5"
content-empty = texten är tom
    .hint = skriv det som efterfrågas; får uppgiften utelämnas kan du ta bort hela raden
content-placeholder = här är inget ifyllt än: { $what }
    .hint = skriv det som efterfrågas i stället, eller ta bort stycket; besökarna ser det som står här
content-unreadable-date = { $why ->
        [day] dagen { $found } finns inte: { $month ->
            [february] februari
            [april] april
            [june] juni
            [september] september
            [november] november
           *[other] månaden
        } har { $days } dagar det året
        [month] dagen { $found } finns inte: det finns ingen månad { $month }
       *[form] ”{ $found }” är ingen dag
    }
    .hint = { $why ->
        [form] skriv dagen som { $expected }
        [month] skriv året först, sedan månaden (01 till 12) och sist dagen, till exempel { $expected }
       *[day] jämför med det som dagen är hämtad från, till exempel rapportens omslag, och skriv den dag som står där
    }
content-future-date = { $found } ligger efter { $today }, som är dagen för det här bygget
    .hint = rätta dagen eller året
content-out-of-range = { $what ->
        [earlier] året för en tidigare utvärdering
        [year] året
        [month] månaden
        [as-of] året som medelvärdet gäller
       *[ordinal] utvärderingens nummer i ordningen
    } är { $found }, men ska vara { $range }
    .hint = { $what ->
        [as-of] skriv den tidpunkt som källan anger; gäller medelvärdet en äldre utgåva, rätta edition
       *[other] jämför med rapporten
    }
content-unknown-edition = det finns ingen utgåva ”{ $found }”
    .hint = skriv någon av: { $known }
content-unknown-municipality = { $why ->
        [zero] en kommunkod har fyra siffror, men den här har förlorat nollan först: ”{ $found }”
        [several] här står mer än en kommun: ”{ $found }”
       *[name] ingen kommun har namnet eller koden ”{ $found }”
    }
    .hint = skriv namn eller kommunkod som i content/municipalities.csv
    .hint-nearest = { $why ->
        [zero] menade du { $code } ({ $nearest })? skriv "{ $code }"
        [several] en uppgift av det här slaget gäller en enda kommun: låt { $others } få en egen, om det inte redan finns en, och skriv här "{ $nearest }"
       *[name] menade du { $nearest }?
    }
content-unknown-evaluation = det finns ingen utvärdering av { $municipality } { $year } här
    .hint = rätta året, eller kommunen ovanför
content-draft-corrected = utvärderingen av { $municipality } { $year } är ett utkast, och en rättelse skulle visa dess värden
    .hint = ta bort rättelsen; om utkastet ska publiceras tar du bort draft eller publish-at ur dess evaluation.toml
content-correction-subject =
    { $given ->
        [both] rättelsen har både value och what
       *[neither] rättelsen säger inte vad den gäller
    }
    .hint =
    { $given ->
        [both] behåll value om den gäller en poäng, annars what
       *[neither] skriv vilken poäng det gäller med value = "1.2" (ett delområde), value = "1" (ett område) eller value = "total"; allt annat skrivs i what
    }
content-unknown-score = utgåvan { $edition } har ingen poäng ”{ $found }”
    .hint = skriv total, ett område ({ $areas }) eller ett delområde, till exempel { $sub_areas }; för det som inte är en poäng används what i stället för value
content-correction-score = ”{ $found }” är ingen poäng
    .hint = skriv talet som det är tryckt, till exempel "4,5", eller varför det saknas: "not-published" (inte publicerat) eller "unreadable" (går inte att läsa)
content-correction-same = rättelsen ändrar inget: old och new är båda ”{ $value }”
    .hint = skriv i old vad som stod tidigare och i new vad som står nu, eller ta bort rättelsen
content-correction-gap = { $score ->
        [total] totalpoängen
       *[other] { $score }
    } rättas från { $old }, men rättelsen före den här, { $date }, ändrade den till { $new }
    .hint = rätta dagen, old, eller new i rättelsen före, eller lägg till den rättelse som saknas emellan
content-correction-record = { $score ->
        [total] totalpoängen
       *[other] { $score }
    } rättades senast till { $new }, men i { $file } står { $record }
    .hint = gäller rättelsen, skriv { $new } också i { $file }; annars rättar du new, och har värdet ändrats igen skriver du det som en ny rättelse
content-licence = licensen heter ”{ $name }”, men adressen leder till { $led }
    .hint = är { $led } rätt, rätta namnet; annars rätta adressen
    .hint-fix = är { $name } rätt, skriv url = "{ $fix }"; annars skriv name = "{ $led }"
content-unknown-area = utgåvan { $edition } har inget område { $found }
    .hint = skriv något av: { $known }

## Utvärderingar

record-folder = { $taken ->
        [yes] utvärderingen finns redan: kommunen har redan en fil för det året
        [respelt] kommunens mapp är felstavad
        [beside] kommunens mapp är felstavad, och den rätta finns redan
       *[no] utvärderingen ligger i fel mapp
    }
    .label = { $taken ->
        [yes] den andra ligger i { $expected }
       *[no] hör hemma i { $expected }
    }
    .hint = { $taken ->
        [yes] är mappen { $folder } en kopia, flytta den ut ur content eller ta bort den; annars rättar du code (kommunkoden) eller year (året) i den
        [beside] flytta mappen med året till { $expected }, och ta bort den felstavade mappen
        [year] döp om mappen { $folder } till { $expected }: en mapp heter som årtalet och inget mer
        [respelt] döp om kommunens mapp i content/evaluations, med alla år i den: små bokstäver utan å, ä, ö, och bindestreck i stället för mellanslag
       *[no] flytta den dit från { $folder }, eller rätta code (kommunkoden) eller year (året)
    }
    .hint-fix = gäller den { $meant }, som mappen säger, skriv { $fix }; annars { $taken ->
        [yes] behåll bara den ena av de två
       *[no] flytta den från { $folder } till { $expected }
    }
record-misfitting-edition = { $count } uppgifter stämmer inte med utgåvan { $edition }, men med utgåvan { $fitting }
    .label = troligen fel utgåva
    .hint = om det inte är poängen själva som är fel, skriv edition = "{ $fitting }"
record-unknown-sub-area = utgåvan { $edition } har inget delområde { $found }
    .hint = { $known ->
        [none] ta bort raden: områdets alla delområden finns redan här
       *[other] skriv något av: { $known }
    }
record-sub-area-elsewhere = delområdet { $sub_area } ({ $name }) hör inte till område { $area }
    .label-first = området som det står i
    .hint = stämmer området, skriv det av dess delområden som det handlar om: { $known }; handlar det om { $name }, skriv area = { $own }
record-points-above-maximum = { $what ->
        [total] totalpoängen
        [area] poängen för område { $number }
        [sub-area] poängen för delområde { $number }
        [percent] procenttalet för { $number }
        [mean-total] medelvärdet av totalpoängen
       *[mean-area] medelvärdet för område { $number }
    } är { $found }, men det går att få högst { $maximum }
    .hint = jämför poängen och utgåvan med rapporten
record-swapped-columns = poäng och procent har bytt plats för { $sub_areas }{ $form ->
        [few] {""}
       *[many] {" "}och fler
    }
    .hint = { $form ->
        [all] byt plats på rubrikerna [scores.points] och [scores.percent], så stämmer alla rader
       *[other] flytta talen rad för rad. Så här blir de första under [scores.points]: { $points }. Så här under [scores.percent]: { $percent }
    }
record-undeclared-missing = { $what ->
        [total] totalpoängen finns inte, och det står inte varför
        [area] område { $number } har ingen poäng, och det står inte varför
        [sub-area] delområde { $number } har ingen poäng, och det står inte varför
        [areas] inget område har poäng, och det står inte varför
       *[sub-areas] inget delområde har poäng, och det står inte varför
    }
    .label = { $after ->
        [none] saknas här
       *[other] saknas efter den här raden
    }
    .hint = skriv poängen, eller { $has_table ->
        [yes] under rubriken [missing]
       *[no] sist i filen rubriken [missing] och på raden under
    } varför den saknas: "{ $key }" = "not-published" (inte publicerad) eller "{ $key }" = "unreadable" (går inte att läsa)
record-missing-and-given = { $what ->
        [total] totalpoängen
        [area] område { $number }
        [sub-area] delområde { $number }
        [areas] poängen för alla områden
       *[sub-areas] poängen för alla delområden
    } finns, men står också som saknad
    .hint = ta bort den här raden, eller poängen om rapporten inte har den
record-unknown-narrative = det finns ingen text som heter ”{ $name }”
    .hint = skriv något av: { $known }
record-missing-narrative = { $form ->
        [none] texten ”{ $name }” finns inte
        [ending] texten ”{ $name }” ligger i filen { $found }, som har fel namn
        [word] texten ”{ $name }” ligger i { $found }, ett Worddokument som Kompass inte läser
       *[document] texten ”{ $name }” ligger i { $found }, ett dokument som Kompass inte läser
    }
    .hint = { $form ->
        [none] skriv texten i filen { $path }, eller ta bort namnet här
        [ending] byt namn på { $found }, som ligger i samma mapp, till { $name }.md; i Utforskaren syns hela namnet när du väljer Visa och Filnamnstillägg
       *[document] öppna { $found }, kopiera texten till ett program för ren text (som Anteckningar) och spara den som { $path } med kodningen UTF-8; ta bort { $found } först när det är gjort
    }
record-unlisted-narrative = { $names } står inte i listan narratives och visas därför inte
    .label = { $list ->
        [none] listan saknas under den här raden
       *[some] här slutar listan
    }
    .hint = räkna upp texten i narratives; ska den inte med, ta bort filen
    .hint-fix = ska texten inte med, ta bort filen; annars skriv { $fix }{ $texts ->
        [none] , och på raden efter texts = "own" om orden är era egna eller texts = "verbatim" om de är rapportens
       *[some] {""}
    }
record-missing-report = rapporten ”{ $name }” finns inte
    .label = nämns här
    .hint = lägg filen här: { $path }, eller ta bort raden
    .hint-nearest = { $form ->
        [name] filen i mappen heter något annat: skriv report = "{ $nearest }"
       *[folder] är det { $nearest } som menas, flytta den filen till { $path }
    }
record-bad-file-name = av ”{ $found }” går det inte att göra en webbadress
    .hint = byt namn på filen: bokstäver eller siffror, en punkt och filändelsen, till exempel rapport.pdf
record-bad-id = ”{ $found }” kan inte vara ett id
    .hint = använd bara a–z, 0–9 och bindestreck
record-no-reason = withdrawn gör att utvärderingen räknas som återkallad, men { $found ->
        [none] det står inte varför
       *[other] ”{ $found }” är inget skäl
    }
    .hint = är utvärderingen inte återkallad, ta bort raden; är den det, skriv skälet för dem som kommer till dess adress
record-published-before = utvärderingen ska publiceras { $day }, men den gjordes { $made }
    .label = dagen ligger före utvärderingen
    .hint = rätta dagen; ska utvärderingen publiceras nu, ta bort raden
record-ordinal = utvärderingen är nummer { $ordinal } i ordningen, men redan den från { $year } är nummer { $earlier }
    .hint = jämför med rapporten och skriv rätt nummer, eller ta bort raden; står det så i båda rapporterna, låt det stå
record-still-open = { $what ->
        [remarks] { $folder } är inget utkast, men evaluation.toml har anmärkningar kvar från importen ({ $found })
        [proposals] det här är märkt som förslag, så läsarna ser det inte: { $found }
        [summaries] { $folder } är inget utkast, men har exempel eller hänvisningar utan sammanfattning ({ $found })
       *[texts] { $folder } är inget utkast, men ingen har granskat { $found }
    }
    .hint = { $what ->
        [remarks] gör det som varje anmärkning säger och ta bort dess rad, eller skriv draft = true
        [proposals] är det granskat, ta bort raden status = "proposed"; ska det inte med, ta bort alla rader om det
        [summaries] skriv i summary vad kommunen gör som andra kan lära av
       *[texts] skriv om texten, eller ta bort dess rad i import-report.md om den kan stå som den är, eller skriv draft = true
    }
record-blank = { $count } poäng är inte ifyllda
    .label = den första av dem
    .hint = skriv poängen mellan citattecknen; har källan ingen, ta bort raden och skriv varför under rubriken [missing]; eller skriv draft = true
record-summary = { $why ->
        [empty] sammanfattningen har inte ett ord
        [lines] sammanfattningen har flera rader
        [markup] sammanfattningen har tecken som skulle visas som de står: { $found }
       *[long] sammanfattningen har { $found } tecken, men får ha högst { $most }
    }
    .hint = skriv en eller två enkla meningar om vad det finns att lära
record-duplicate-example = id ”{ $id }” står två gånger i den här filen
    .label = andra gången
    .label-first = första gången
    .hint = ge varje gott exempel och varje hänvisning ett eget id, med små bokstäver a–z, siffror och bindestreck
record-self-referral = { $municipality } hänvisas till sig själv
    .hint = berömmer rapporten kommunen själv, byt [[referrals]] ovanför mot [[examples]] och ta bort raden municipality; annars skriver du den kommun som rapporten nämner
record-edition-ground =
    { $basis ->
        [stated] källan nämner utgåvan, så det finns inget att dra slutsatser av
       *[inferred] det står inte vad slutsatsen om utgåvan bygger på
    }
    .hint =
    { $basis ->
        [stated] ta bort edition-ground, eller skriv edition-basis = "inferred"
       *[inferred] skriv edition-ground = "maxima" (maxpoängen stämmer bara med den utgåvan) eller edition-ground = "time" (tidpunkten avgör)
    }
record-texts =
    { $has_texts ->
        [no] texts säger vems ord texterna är, men det finns inga texter
       *[yes] det står inte vems ord texterna är
    }
    .hint =
    { $has_texts ->
        [no] ta bort raden texts, eller räkna upp texterna i narratives
       *[yes] skriv texts = "own" om texterna med egna ord säger det som rapporten säger, eller texts = "verbatim" om de är rapportens
    }
record-texts-licence = här står villkoren för texter, men det finns inga texter
    .hint = ta bort texts-licence, eller räkna upp texterna i narratives

## Synonymer

synonym-bad-entry = { $what ->
        [empty] ordet är tomt
        [letter] ”{ $found }” har ingen bokstav
        [comma] ”{ $found }” är flera ord inom samma citattecken
        [words] ”{ $found }” är mer än tre ord
       *[case] ”{ $found }” har stora bokstäver
    }
    .hint = { $what ->
        [empty] ta bort det, eller skriv ett ord
        [letter] ta bort det, eller skriv ett ord
        [comma] sätt citattecken runt varje ord för sig: { $fix }
        [words] skriv ett ord, eller högst tre
       *[case] skriv med små bokstäver, även namn och förkortningar
    }
synonym-empty-list = det står inget ord under ”{ $list }”
    .hint = skriv minst ett ord, eller ta bort hela gruppen
synonym-duplicate-entry = { $within ->
        [set] ”{ $entry }” står två gånger i samma grupp
       *[sets] ”{ $entry }” är redan ett vardagsord i en annan grupp
    }
    .label = en gång till
    .label-first = första gången
    .hint = { $within ->
        [set] behåll det ena
       *[sets] behåll det ena, med de officiella orden från båda grupperna om alla passar
    }

## Tryckta värden

printed-area-box = område { $area } har { $printed } i sin ruta, men { $table } i tabellen
    .hint = jämför med rapporten; står det så där, låt båda stå: sidan visar båda
printed-area-row = område { $area } har { $table } i tabellen, men { $printed } i sin ruta och enligt delområdena
    .hint = jämför med rapporten; står det så där, låt alla stå: sidan visar dem och räknar med tabellen
printed-percentage = delområde { $sub_area } har { $points } av { $maximum } poäng, vilket inte kan vara { $percent } %
    .hint = jämför med rapporten; står det så där, låt båda stå: sidan visar båda
printed-area-sum = område { $area } har { $value }, men dess delområden blir tillsammans { $sum }
    .hint = jämför med rapporten; står det så där, låt det stå: sidan visar båda
printed-total-sum = totalpoängen är { $total }, men områdena blir tillsammans { $sum }
    .hint = { $form ->
        [noughts] ett värde som saknas skrivs inte som 0: ta bort områdenas rader, och skriv under rubriken [missing] areas = "not-published"
       *[other] jämför med rapporten; står det så där, låt det stå: sidan visar båda
    }
printed-cover-date = omslaget har dagen { $cover }, men utvärderingen gjordes { $evaluation }
    .label = före utvärderingen
    .hint = jämför med rapporten; står det så där, låt båda stå: sidan visar båda

## Texter

narrative-unknown-heading = rubriken ”{ $heading }” är varken ett delområde eller en lista
    .hint = börja rubriken med något av: { $known }
    .hint-fix = tecknet ”{ $letter }” ({ $code }) i rubriken hör till ett annat alfabet eller syns inte, fast rubriken ser rätt ut: skriv om ”{ $fix }” för hand på tangentbordet
narrative-other-area = alla rubriker hör till område { $own }, men filen är texten om område { $area }
    .hint = är det texten om område { $own }, spara den som area-{ $own }.md (finns den filen redan, jämför först) och hämta tillbaka area-{ $area }.md från en tidigare version; annars rätta numren i rubrikerna
narrative-heading-marks = ”{ $found }” ser ut som en rubrik, men saknar ## framför
    .hint = skriv { $fix }, med en tom rad före och efter; är det ingen rubrik, skriv om raden. Har ett ordbehandlingsprogram skrivit filen kan alla rubriker ha förlorat sina ##: ta då hellre fram filen som den var före ändringen
narrative-duplicate-heading = rubriken ”{ $heading }” står två gånger
    .hint = rätta den, eller slå ihop de två avsnitten
narrative-list-expected = under ”{ $heading }” ska det stå en lista och inget annat
    .hint = börja varje punkt med ett bindestreck och ett mellanslag; annan text hör hemma under ett delområde
markdown-heading-level = rubriken har nivå { $found }, men ska ha nivå { $expected }
    .hint = { $form ->
        [note] i en text är # en rubrik, som läsarna ser: är raden en anteckning, ta bort den eller flytta den till evaluation.toml, där # inleder en anteckning som inte visas; är den en rubrik, ändra antalet #
       *[heading] ändra antalet #: ett för sidans rubrik, sedan ett till för varje nivå
    }
markdown-heading-space = ”{ $found }” är ingen rubrik
    .label = det saknas ett vanligt mellanslag efter #
    .hint = skriv ett mellanslag mellan # och rubriken; är det ingen rubrik, börja raden på något annat sätt
markdown-indented = texten visas som kod, eftersom den är indragen
    .hint = ta bort blankstegen eller tabben framför texten (i en lista: ha ett enda blanksteg efter strecket); ska det vara kod, skriv ``` på en egen rad före och efter
markdown-table-row = raden har fler celler än tabellen har kolumner, så { $lost } visas inte
    .hint = ta bort strecket | som är för mycket, eller ge tabellens första rad en kolumn till
markdown-tabbed-table = raderna har tabbar mellan cellerna och visas som löpande text, inte som en tabell
    .hint = skriv lodstreck mellan cellerna, { $fix }, och som rad två ett streck för varje kolumn: | --- | --- |
markdown-parted-word = ”{ $found }” ser ut att vara ett ord som en radbrytning har delat
    .hint = skriv { $fix }; är det två ord, låt det stå
markdown-raw-html = HTML visas precis som det är skrivet
    .hint = { $bold ->
        [none] {""}
       *[some] för fetstil skriver du { $bold }; {""}
    }{ $italic ->
        [none] {""}
       *[some] för kursiv stil skriver du { $italic }; {""}
    }{ $breaks ->
        [none] {""}
       *[some] i stället för <br> lämnar du en tom rad, så börjar ett nytt stycke; {""}
    }{ $others ->
        [none] {""}
       *[some] ta bort { $others } men behåll orden emellan; {""}
    }ska koden synas för läsaren sätter du grava accenter (`) omkring den
markdown-broken-link = det finns ingen sida ”{ $target }”
    .hint = länka till en sida på webbplatsen med dess adress, till exempel /metod/
    .hint-nearest = menade du { $nearest }?
markdown-broken-anchor = sidan ”{ $page }” har inget ställe ”#{ $anchor }”
    .hint = ta bort # och det som följer, så leder länken till hela sidan
    .hint-nearest = menade du #{ $nearest }?
markdown-draft-link = ”{ $target }” finns bara bland utkasten
    .hint = ta bort länken, alltså hakparenteserna och adressen efter dem, men låt orden stå; om utkastet ska publiceras tar du bort draft eller publish-at ur dess evaluation.toml
markdown-forbidden-link = ”{ $target }” är ingen adress som går att länka till
    .hint = börja en webbadress med https://, en e-postadress med mailto: och en adress på den här webbplatsen med /
    .hint-fix = { $why ->
        [at] en e-postadress skrivs med tecknet @: skriv { $fix }
        [mailto] en länk till en e-postadress börjar med mailto: skriv { $fix }
        [https] en webbadress börjar med https://, så skriv { $fix }
        [own-computer] den adressen finns bara på din dator: skriv { $fix }
       *[space] en adress kan inte ha mellanslag: skriv { $fix }
    }
markdown-image = bilder kan inte visas
    .hint = ta bort bilden, och berätta i ord vad den visar
page-no-title = sidan börjar inte med sin rubrik
    .hint = låt den första raden vara ett #, ett mellanslag och rubriken

## Temat

theme-template = mallen går inte att använda ({ $message })
    .hint = rätta mallen, eller hämta tillbaka den från en tidigare version
theme-style = stilmallen går inte att läsa ({ $message })
    .hint = rätta stilmallen, eller hämta tillbaka den från en tidigare version
theme-style-file = stilmallen frågar efter ”{ $found }”, som inte är någon fil i temat
    .hint = lägg filen i mappen files i ditt tema, och skriv dess namn räknat från den mappen, till exempel url("font.woff2")
    .hint-nearest = menade du { $nearest }?
theme-script = { $circle ->
        [none] skriptet importerar ”{ $found }”, som inte är någon fil i temat
       *[other] skripten importerar varandra i en cirkel: { $circle }
    }
    .hint = { $circle ->
        [none] adresser räknas från skriptets egen mapp
       *[other] lägg det som de delar i ett eget skript, som inte importerar något av dem
    }
theme-script-syntax = skriptet går inte att läsa ({ $message })
    .hint = rätta skriptet, eller hämta tillbaka det från en tidigare version
theme-text = sidornas fasta texter går inte att använda ({ $message })
    .hint = rätta texten, eller hämta tillbaka den från en tidigare version
theme-replaces-nothing = ”{ $what }” ersätter inget i det tema som det här bygger på
    .hint = ge den samma namn som det den ska ersätta; en ny stilmall skrivs in i theme.toml, och andra nya filer nämns i någon av temats filer
    .hint-nearest = menade du { $nearest }?

## Den färdiga webbplatsen

check-broken-link = en länk på den här sidan leder ingenstans: { $target }
    .hint = rätta texten eller mallen som länken kommer ifrån
check-broken-anchor = en länk på den här sidan leder till ett ställe som inte finns: { $target }
    .hint = rätta texten eller mallen som länken kommer ifrån
check-duplicate-id = id ”{ $id }” står två gånger på den här sidan
    .hint = ge ett av de två elementen ett annat id i mallen
check-missing-alt = en bild på den här sidan saknar beskrivande text
    .hint = lägg till alt i mallen; låt den vara tom om bilden bara är utsmyckning
check-inline-script = ett skript står inne på sidan i stället för i en egen fil
    .hint = flytta skriptet till en fil i temat
check-inline-style = en stil står inne på sidan i stället för i en stilmall
    .hint = flytta stilen till en stilmall i temat

## Import

import-unreadable = { $why ->
        [empty] filen är tom
        [no-file] det är ingen fil utan en mapp eller något annat
        [picture] det är en bild, och text i bilder kan Kompass inte läsa
        [old-word] det är en Wordfil av äldre slag (.doc), eller en med lösenord
        [rich-text] det är formaterad text (.rtf), som Kompass inte läser
        [web-page] det är en webbsida (.html)
        [open-document] det är ett OpenDocument (.odt), som Kompass inte läser
        [other-archive] det är en zip-fil, men inget Worddokument
        [damaged] filen är skadad
        [password] filen är låst med lösenord
        [scanned] filen har ingen text; troligen är den inskannad
        [large] det krävs för mycket minne för att läsa filen
        [slow] det tar för lång tid att läsa filen
       *[other] rapporten går inte att läsa ({ $message })
    }
    .hint = { $why ->
        [scanned] låt ett program känna igen texten på sidorna (OCR), spara som text eller Word (.docx), och importera den filen
        [password] ta bort lösenordet och importera filen igen
       *[other] öppna den i sitt eget program, spara om den som text, Word (.docx) eller PDF, och importera den filen
    }
import-no-report = det här är ingen rapport om en utvärdering
    .hint = en rapport har kapitel med rubriker som Område 1 … eller poängtabeller med rader som 1.1; en inskannad PDF har ingen text alls
import-no-head = { $rows } rader ser ut som poäng för delområden, men ingen tabellrubrik säger { $kind ->
        [points] vilka maxpoäng de har
       *[figures] vilken siffra som är vilken
    }{ $chapters ->
        [none] ; det finns inte heller några kapitel med rubriker som Område 1 …
       *[some] {""}
    }
    .label = den första av dem
    .hint = { $kind ->
        [points] det är maxpoängen som visar utgåvan: skriv dem efter poängen, och ovanför varje områdes rader en rubrikrad med områdets nummer och namn och tabbar emellan (1.    Namn    Uppnått    Max); eller ange utgåvan med --edition och skriv in poängen i evaluation.toml för hand
       *[figures] skriv ovanför varje områdes rader en rubrikrad med områdets nummer och namn och tabbar emellan (1.    Namn    Uppnått    Max    Procent), i kolumnernas ordning, och importera igen
    }
import-no-municipality = rapporten nämner ingen kommun i registret
    .hint = ange kommunen med --municipality{ $found ->
        [none] {""}
       *[other] ; i rapporten står { $found }
    }
    .hint-nearest = ange kommunen med --municipality; menar rapporten { $nearest }?
import-no-year = rapporten säger inte när utvärderingen gjordes
    .hint = ange året med --year
import-no-edition = poängtabellernas maxpoäng stämmer inte med någon utgåva
    .hint = kolumnerna känns igen på rubriker som Uppnått, Max och Procent bredvid områdets nummer och namn; finns de, ange utgåvan med --edition: { $known }
import-option = { $option } är ”{ $value }”, men det finns inte
    .hint = rapporten själv är inte bedömd; detta finns: { $known }
import-municipality = ”{ $found }” är inte så som { $chosen } skrivs
    .label = här
    .hint = utvärderingen importeras för { $chosen }; är det fel, ange en annan kommun med --municipality
import-year = rapporten säger också { $found }
    .label = utvärderingen importeras som gjord { $chosen }
    .hint = är det fel, ange året med --year
import-edition = alla maxpoäng stämmer inte med utgåvan { $chosen }
    .hint = { $found ->
        [none] de liknar ingen utgåva
       *[other] mest liknar de utgåvan { $found }
    }; jämför tabellerna, eller ange utgåvan med --edition
import-maximum = maxpoängen för { $sub_area } är { $found }
    .label = { $expected } i den här utgåvan
    .hint = jämför raden med rapporten; är det en annan utgåva, ange den med --edition
import-name = { $what } heter ”{ $found }” här
    .label = inget av de namn som är kända
    .hint = väntat namn: { $expected }; har rapporten rätt, lägg till namnet under also i utgåvan
import-contents = ”{ $chapter }” saknas i innehållsförteckningen
    .label = kapitlet finns här
    .hint = inget att göra; kapitlet är importerat
import-extra-chapter = kapitlet ”{ $chapter }” har ingen egen plats
    .label = det står sist i summary.md
    .hint = låt det stå där, flytta det till ett område eller ta bort det
import-missing-part = rapporten har ingen { $what ->
        [summary] sammanfattning
        [chapter] text om område { $number }
        [box] ruta med poäng för område { $number }
        [lists] lista med styrkor och förbättringsområden för område { $number }
        [sum] summa för område { $number } i sina tabeller
       *[score] poäng för { $number } i sina tabeller
    }
    .hint = har den en ändå, kändes rubriken eller tabellen inte igen: skriv in den i filerna för hand
import-score = siffran för { $what } går inte att använda: ”{ $found }”
    .label = den här
    .hint = rätta den i evaluation.toml, där den står som saknad
import-twice = { $what } står två gånger: ”{ $kept }” och ”{ $other }”
    .label = andra gången
    .hint = { $kept } är taget; skriv det rätta i evaluation.toml
import-heading = ”{ $heading }” är inget delområdes namn
    .label = den här rubriken
    .hint = texten ligger under { $nearest }; flytta den om det är fel
import-sections = { $found ->
        [none] område { $area } har text, men ingen av delområdenas rubriker hittades: { $missing }
       *[other] område { $area } har text, men inget avsnitt om { $missing }
    }
    .hint = lägg texten under rubriker som ## { $area }.1 … för hand om rapporten visar var den hör hemma; en rubrik med andra ord kan läggas till under also i utgåvan
import-empty-section = det finns ingen text under ”{ $heading }”
    .label = den här rubriken
    .hint = jämför med rapporten; ta bort rubriken om den inte har text där heller
import-item = ”{ $item }” satt ihop med punkten före
    .label = har blivit en egen punkt
    .hint = en liten bokstav följs av en stor där punkttecknet försvunnit; jämför med rapporten, och sätt ihop dem om det är en punkt
import-hyphen = ”{ $word }” kan vara avstavat vid radslutet
    .label = här
    .hint = skriv ihop ordet i texten om det är så
import-ordinal = rapporten räknar detta som utvärdering nummer { $found } enligt nuvarande kriterier
    .label = här
    .hint = om det fanns tidigare sägs inte; skriv ordinal i evaluation.toml om du vet
import-unclear = ”{ $found }” kan vara { $what ->
        [total] totalpoängen
        [month] månaden för utvärderingen
        [ordinal] vilken utvärdering i ordningen det är
        [interviews] hur många som intervjuades
        [earlier] året för en tidigare utvärdering
        [page] ett sidnummer
       *[evaluators] en utvärderare eller var den arbetar
    }
    .label = här
    .hint = { $what ->
        [page] läs meningen omkring; är det så, ta bort det ur texten
       *[evaluators] läs meningen; är det så, skriv in det i evaluation.toml
    }
import-unseen = filen har { $what ->
        [windows-1252] text med kodningen Windows-1252, som har lästs så
        [bad-bytes] sådant som inte är text, och som har ersatts med tecknet �
        [text-box] textrutor, som läses där de är fästa
        [tracked-change] spårade ändringar; tillägg läses, men inte det som är struket
        [comment] kommentarer, som inte läses
        [hidden-text] dold eller överstruken text, som läses som vanlig text
        [picture] bilder eller diagram, som inte kan läsas
        [page-without-text] sidor helt utan text, troligen inskannade
       *[unknown-character] tecken som bara filens egna typsnitt känner till
    }
    .hint = titta i filen efter sådant som hör till rapporten
import-left-over = den här texten har ingen plats i filerna
    .label = över
    .hint = flytta den dit den hör, eller låt den vara; import-report.md räknar upp den
