# What Kompass says of a fault. The message says what is wrong, `label` what
# stands at the place, `label-first` what stands where it is written first, `hint`
# how to mend it, `hint-nearest` the same when a near miss can be suggested. Lower
# case, no full stop; what was written stands in backticks. `$found` and the like
# are `none` where there is nothing.

## Levels

error = error
warning = warning
hint = hint
note = note
more = … and { $count } more of this kind ({ $code }) in { $file }, in lines { $lines }

## Files

file-not-utf8 = the file is not UTF-8 text
    .label = { $encoding ->
        [windows-1252] “{ $found }” in the encoding Windows-1252
        [excel] “{ $found }” in the encoding Windows-1252
       *[other] not readable from here on
    }
    .hint = { $encoding ->
        [windows-1252] open the file in the program that it was written in, choose UTF-8 as its encoding and save it again
        [excel] get the file back as it was and change it in a text editor: Excel has saved all of it anew, with other letters, semicolons for commas, and maybe without zeros at the beginning of codes
        [utf-16] the file is UTF-16 (“Unicode”); choose UTF-8 as its encoding and save it again
       *[other] open the file in an editor, choose UTF-8 as its encoding and save it again
    }
file-not-text = the file is { $kind ->
        [rich-text] formatted text (RTF, such as WordPad makes)
        [web-page] a page of the web (HTML)
        [word] a document of a word processor such as Word
        [sheet] a workbook of a spreadsheet program such as Excel
        [office] a document of Word or Excel of before 2007
        [pdf] a PDF
        [picture] a picture
       *[other] a zip archive
    }, not plain text, whatever its name
    .hint = { $kind ->
        [picture] bring back the old file; if this is your only copy of the picture, rename it first
        [zip] unpack it and put the text here under the same name
        [sheet] rename it to end in `.xlsx`, bring back the old file and write what is new into it with a text editor
        [web-page] open it in a browser, copy the text to a text editor and save it as plain text (UTF-8) under the same name; if the old file is there, rather bring that back
        [rich-text] open it in WordPad or Word, copy the text to a text editor and save it as plain text (UTF-8) under the same name
       *[other] open it in the program that it was saved with, copy the text to a text editor and save it as plain text (UTF-8) under the same name
    }
file-too-large = the file has { $size } bytes, more than the { $limit } a text may have
    .hint = remove it if it was put here by mistake, otherwise make it shorter
file-missing = this file does not exist
    .hint = create it, bring it back from an earlier version, or correct what asks for it
    .hint-nearest = rename { $nearest }, which lies in the same folder, to { $name }
file-unused = nothing uses this file
    .hint = list it where its kind is listed (a report in evaluation.toml, style sheets in theme.toml, introductions in site.toml), or remove it if it is not to be published
    .hint-nearest = { $form ->
        [copy] it seems to be a copy of { $nearest }, such as a shared folder makes when two have changed it at once. The change may be in it: carry over what is new to { $nearest }, and only then remove the copy
        [report] if it is to be downloaded, write `report = "{ $nearest }"` above the first heading of evaluation.toml; if it belongs to another evaluation, move it there; else remove it
        [ending] rename it to { $nearest }
       *[other] open it, copy its text to an editor of plain text and save it in the same folder as { $nearest }, in UTF-8; only then remove this file
    }
file-link = this link leads { $why ->
        [outside] out of the project
        [nowhere] nowhere
       *[circle] to a folder that it lies in
    }
    .hint = put the file or folder itself here; only what lies in the project is published
file-special = this is a device, a pipe or a socket, not a file
    .hint = remove it
file-control-character = { $code } is no character of a text
    .label = found here
    .hint = remove it; it has mostly come with a copy from another program

## TOML

toml-syntax = { $kind ->
        [conflict] a mark of version control stands here
        [curly] curly quotes stand around the value
        [space] a space that is none of the keyboard's stands here
        [comment] a comment begins with `#`
        [header] the bracket is not closed
        [comma] a comma is missing
        [comma-above] a comma is missing at the end of the line
        [cut] the file ends in the middle of an entry; most likely it is cut off
        [line-break] the text is broken in two lines, but must stand in one from quote to quote
        [hyphen] a dash (–) stands where a hyphen (-) belongs
        [alphabet] the key looks right, but has a character of another alphabet or one that is not seen
        [letter] the number has a letter that looks like a digit: O for 0, or l or I for 1
        [unit] only digits stand here, without spaces and without words or signs behind them
        [own-path] only the name of the file belongs here, not where it lies on your computer
        [colon] a colon stands where `=` belongs
        [no-equals] this is no line of the form `key = value`
        [unclosed] a quote is missing
        [no-value] the value is missing
        [semicolon] there is a semicolon behind the value
        [zero] a number has no nought in front
        [decimal] figures with a decimal comma stand in quotes
        [dash] a dash is no value
        [truth] yes and no are written `true` and `false`
        [bracket] the bracket `]` is missing at the end of the line
        [brace] the bracket `{"}"}` is missing at the end of the line
        [backslash] `\` has a meaning of its own in quotes
        [date] this is no day of the calendar
        [comma-end] there is a comma behind the value
        [quote] a quote is missing behind the text
        [inner-quotes] there are quotes within the text
        [rest] something stands behind the text
        [key] letters such as å, and spaces, may stand in a key only in quotes
        [text] text stands in quotes
        [month] the month is a number
       *[other] not valid TOML: { $message }
    }
    .hint = { $kind ->
        [conflict] two versions meet here, above and below the line with =======: keep the one that agrees with the source, and remove the other and the three lines with marks
        [no-value] write a value, or remove the line
        [comma] write a comma between two items
        [cut] bring back a whole copy of the file, for what followed is gone
        [unclosed] let quotes stand on both sides of a key and of a text
        [dash] remove the line and declare the value under `[missing]`: `"1.1" = "not-published"`
        [date] write year, month and day like 2020-12-08
        [rest] write one key and one value to a line; text stands in quotes as a whole
       *[other] write each value as `key = value`, with straight quotes around text
    }
    .hint-fix = { $kind ->
        [cut] bring back a whole copy of the file: to end the line is not enough, for what followed is gone; if nothing is to follow, write { $fix }
        [line-break] join the lines: { $fix }
        [alphabet] type the line anew instead of copying it: { $fix }
        [own-path] put the file into the folder of this one, and write { $fix }
       *[other] write it like this: { $fix }
    }
toml-duplicate-key = `{ $key }` is given twice
    .label = the second time{ $line ->
        [none] {""}
       *[other] ; the first is line { $line }
    }
    .hint = keep one of the two
    .hint-first = move the lines below this heading to the first one, in line { $first }, and take this heading out
toml-unknown-key = { $why ->
        [misplaced] the key `{ $key }` stands in the wrong place
       *[unknown] unknown key `{ $key }`
    }
    .hint-above = it belongs to the first lines of the file: move it up, above { $above }
    .hint = known here: { $known }
    .hint-nearest = did you mean `{ $nearest }`?
toml-missing-key = the key `{ $key }` is missing
    .label = missing here
    .hint = { $key ->
        [edition-basis] add `edition-basis = "stated"` on a line below this one if the report itself names its edition, otherwise `edition-basis = "inferred"`
       *[other] { $within ->
            [braces] add `{ $key } = …` between the braces, with a comma before or behind it
           *[lines] add `{ $key } = …` on a line below this one
        }
    }
toml-wrong-value = { $found ->
        [key] `{ $value }` is the number of a sub-area, which stands in quotes as a key
        [word] unknown word `{ $value }`
       *[other] { $expected ->
            [text] expected text in quotes
            [list] expected a list in `[ ]`
            [table] { $known ->
                [colour-code] a colour stands in braces, behind `light` or `dark`
                [colour-word] a colour stands in braces and as a code, not as a word
               *[other] expected a table
            }
            [truth] expected `true` or `false`
            [date] expected a date
            [number] expected a whole number
            [number-255] expected a whole number, at most 255
            [number-65535] expected a whole number, at most 65535
           *[other] { $known }
        }
    }
    .label = { $found ->
        [key] quotes are missing
        [word] not among the words that can stand here
        [text] this is text
        [number] this is a number
        [large] this number is too large
        [truth] this is `true` or `false`
        [date] this is a date without quotes
        [list] this is a list
       *[other] this is a table
    }
    .hint = { $expected ->
        [word] write one of: { $known ->
            [fully-partly-not] fully (meets the law), partly or not
            [stated-inferred] stated (by the source) or inferred (concluded)
            [maxima-time] maxima (which only that edition has) or time (when it was made)
            [verbatim-own] verbatim (the report's words) or own (the publisher's)
            [confirmed-proposed] confirmed (a person has read it) or proposed (not shown)
            [requirements-burden-outside-law] requirements (falls short of them), burden (unreasonable) or outside-law (the law does not reach it)
            [not-published-unreadable] not-published or unreadable
           *[other] { $known }
        }
        [date] write it like `"2027-02-01"`
        [table] write each key on a line of its own below a heading in brackets, or all in braces, such as { "{" } name = "Lund", url = "https://example.org/" { "}" }
       *[other] write what is expected; text stands in straight quotes, numbers without
    }
    .hint-fix = { $expected ->
        [word] the word is { $known ->
            [fully-partly-not] fully (meets the law), partly or not
            [stated-inferred] stated (by the source) or inferred (concluded)
            [maxima-time] maxima (which only that edition has) or time (when it was made)
            [verbatim-own] verbatim (the report's words) or own (the publisher's)
            [confirmed-proposed] confirmed (a person has read it) or proposed (not shown)
            [requirements-burden-outside-law] requirements (falls short of them), burden (unreasonable) or outside-law (the law does not reach it)
            [not-published-unreadable] not-published or unreadable
           *[other] { $known }
        }; write it like this: { $fix }
        [table] { $known ->
            [colour-code] write it like this: { $fix }; `light` is the colour on light pages, and without `dark` dark pages keep that of the theme
            [colour-word] `#` and six digits say the colour; for example: { $fix }; `light` is the colour on light pages, and without `dark` dark pages keep that of the theme
           *[other] write it like this: { $fix }
        }
       *[other] write it like this: { $fix }
    }
toml-unsupported-format = this Kompass does not read format { $found }
    .label = expected 1
    .hint = write `format = 1`, or use the Kompass that the file was written for

## CSV

csv-row = { $why ->
        [other] the row cannot be read: { $message }
       *[fewer] the row has { $found } fields, but the first line has { $expected }
    }
    .hint-column = { $column } should stand here. { $why ->
        [fewer] Before it a field or a comma is missing: an empty field is two commas in a row
       *[more] Somewhere before it is one comma too many: remove it, or put quotes around the whole field that holds a comma (which stays one value)
    }
    .hint = give each row as many fields as the first line; a field that holds a comma stands in quotes
csv-header = { $separator ->
        [semicolon] the columns are parted by semicolons
        [tab] the columns are parted by tabs
        [unknown] unknown column `{ $column }`
       *[comma] the column `{ $column }` is missing
    }
    .label = the first line names the columns
    .hint = { $separator ->
        [comma] add the column, or correct its name
        [unknown] remove the column; those known here are { $known }
       *[other] part them by commas: save the file as CSV with commas (“CSV UTF-8, comma”)
    }

## site.toml

site-unknown-theme = there is no theme `{ $theme }`
    .hint = expected one of the folders in themes: { $known }
    .hint-nearest = did you mean `{ $nearest }`?
site-assessment-old = accessibility was assessed on { $date }, more than a year ago
    .label = older than a year
    .hint = assess it anew, correct the statement, and set the new day
site-accessibility-status =
    { $given ->
        [some] the service is told to meet the law fully, though something falls short of its requirements
       *[none] the service is told not to meet the law fully, though nothing falls short of its requirements
    }
    .hint = correct the status, or list what falls short under `[[shortcomings]]` with `ground = "requirements"`
site-theme-circle = the theme extends itself: { $themes }
    .label = asked for again here
    .hint = let `extends` name a theme that does not build on this one, or take it out
site-logo =
    { $why ->
        [kind] the logo `{ $found }` is neither an SVG nor a PNG
        [size] the picture `{ $found }` does not say how large it is
       *[missing] the theme has no file `{ $found }`
    }
    .hint =
        { $why ->
            [size] give its `<svg>` a `viewBox`, or save it again
           *[other] put an SVG or PNG into `files/` of your theme, and write its name here
        }
    .hint-nearest = did you mean `{ $nearest }`?
site-font = `{ $found }` is no name of a font
    .hint = write each font as a text of its own, such as `font = ["Source Sans 3", "sans-serif"]`
site-colour = `{ $found }` is no colour that nothing shows through
    .hint = write it as a code, not as a word: `#` and six digits or letters a–f, such as `#0b5563`
site-contrast = on { $scheme } pages `{ $found }` has a contrast of { $ratio }:1 to { $surface }, and needs 4.5:1
    .hint = the nearest colour that stands out enough is `{ $nearest }`
site-base-address = `{ $found }` is no absolute web address
    .hint = write it like `https://example.org/` or `https://example.org/part/`
site-language =
    { $why ->
        [own] `{ $found }` is the language of the portal itself
        [twice] there is a page in the language `{ $found }` already
       *[form] `{ $found }` is no language
    }
    .hint =
        { $why ->
            [own] leave this entry out: the home page and `/om/` tell what the portal is
            [twice] take one of the two entries out
           *[form] write the language's code in small letters, such as `en` for English or `fi` for Finnish
        }
site-review-overdue = the page `{ $what }` was to be read again by { $date }
    .label = this day has passed
    .hint = read the page, mend what is no longer true, and write the day by which it is to be read the next time (not the day it was read)

## Editions

edition-file-name = edition `{ $id }` lies in a file named `{ $file }.toml`
    .label = expected `{ $file }`
    .hint = correct the id, or rename the file to `{ $id }.toml`
edition-number = found number { $found }, expected { $expected }
    .hint = number areas 1, 2, 3 … and sub-areas 1.1, 1.2 … in order, without gaps
edition-maxima-sum = the maxima in the area “{ $area }” add up to { $sum }, expected { $expected }
    .label = those of its sub-areas are { $parts }
    .hint = compare each `maximum` with the score table of a report
edition-short-name = a short name has at most { $most } characters, this one has { $length }
    .hint = find a shorter one, or leave `short-name` out: the area then goes by its number
edition-unknown-successor = { $found ->
        [none] the area has no `successor`
       *[other] edition { $edition } has no area { $found }
    }
    .hint = set `successor` to the number of the nearest area of edition { $edition }
edition-current = { $current ->
        [none] no edition is the current one
       *[other] several editions claim to be the current one: { $current }
    }
    .hint = give every edition a `succeeded-by`, except the current one
    .hint-fix = write `{ $fix }` above the first heading of { $file }, and below each of its areas the number that it has in the new edition, such as `successor = 3`; if the new edition is not ready, keep its file outside of content
edition-area-slug = { $slug ->
        [none] the area “{ $area }” of the current edition has no address
       *[other] the area “{ $area }” has an address, but { $edition } is not the current edition
    }
    .hint = { $slug ->
        [none] add a `slug`, such as `slug = "styrning"`
       *[other] remove the `slug`
    }

## The register

register-bad-code = `{ $found }` is no kommunkod
    .hint = write all four digits
    .hint-fix = write { $fix }, with the zero. If it is missing in many rows, a spreadsheet program has dropped it: bring the file back as it was, and open columns of codes as text
register-duplicate-code = the kommunkod { $code } already belongs to { $other }
    .hint = correct one of the two rows
register-bad-slug = `{ $found }` cannot be part of an address
    .hint = use only a–z, 0–9 and hyphens between them, a for å and ä, o for ö
    .hint-fix = { $of ->
        [copy] it seems to be a copy of { $fix }.md. To replace that page, remove { $fix }.md and give this one its name; give it a name of its own if it is another page; else remove the copy. Only
        [page] a page's address is its file's name: rename it to { $fix }.md. Only
       *[field] write { $fix }. Only
    } a–z, 0–9 and hyphens stand in an address, a for å and ä, o for ö
register-slug-collision = the address `{ $slug }` is already taken by { $other }
    .hint = give one of the two another address; a page's address is its file's name
register-unknown-group = there is no municipality group `{ $found }`
    .hint = write the code of one of those in content/groups.csv: { $known }
    .hint-nearest = write { $code }, which is the code of { $nearest }

## Shapes

shape-unknown-code = no municipality of the register has the kommunkod { $found }
    .hint = write the code as in content/municipalities.csv, or remove the row
shape-missing-code = there is no shape of { $municipalities }
    .hint = add what is missing, or remove the file: the portal then has no map
shape-broken-path = { $expected ->
    [number] here should be a whole number
    [points] a piece has at least three points
   *[letter] here should be `{ $expected }`
 }
    .hint = write each piece as `M10 20l5 0 0 5z`: a point, then the way from each to the next
shape-out-of-range = this leads out of the map
    .hint = keep all points between 0 and { $limit }, in both directions

## Values

content-unreadable-number = expected a number, found `{ $found }`{ $letter ->
        [O] : `O` is a letter, not the digit nought
        [o] : `o` is a letter, not the digit nought
        [l] : `l` is a letter, not the digit one
        [I] : `I` is a letter, not the digit one
       *[other] {""}
    }
    .hint-fix = write { $fix }, with digits only
    .hint = write only digits, with a decimal comma where there is one, such as 4,5
content-empty = this text is empty
    .hint = write what is asked for; if the key may be left out, take it out
content-placeholder = nothing has been filled in here: { $what }
    .hint = write what is asked for in its place, or take the paragraph out; readers see what stands here
content-unreadable-date = { $why ->
        [day] there is no day { $found }: { $month ->
            [february] February
            [april] April
            [june] June
            [september] September
            [november] November
           *[other] the month
        } has { $days } days that year
        [month] there is no day { $found }: no month is number { $month }
       *[form] expected a date, found `{ $found }`
    }
    .hint = { $why ->
        [form] write it like { $expected }
        [month] write the year, then the month (01 to 12), then the day, such as { $expected }
       *[day] compare it with its source, such as the cover of the report, and write the day that stands there
    }
content-future-date = { $found } lies after { $today }, the day of this build
    .hint = correct the day or the year
content-out-of-range = { $what ->
        [earlier] an earlier year
        [as-of] the year of the mean
       *[other] { $what }
    } is { $found }, expected { $range }
    .hint = { $what ->
        [as-of] write what the source says; if the mean is of an older edition, correct `edition`
       *[other] compare it with the source
    }
content-unknown-edition = there is no edition `{ $found }`
    .hint = expected one of: { $known }
content-unknown-municipality = { $why ->
        [zero] a kommunkod has four digits, but this one has lost the zero in front: `{ $found }`
        [several] more than one municipality stands here: `{ $found }`
       *[name] no municipality has the name or code `{ $found }`
    }
    .hint = write name or code as in content/municipalities.csv
    .hint-nearest = { $why ->
        [zero] did you mean { $code } ({ $nearest })? write `"{ $code }"`
        [several] an entry of this kind is about one municipality: give { $others } an entry of its own, unless there is one, and write `"{ $nearest }"` here
       *[name] did you mean { $nearest }?
    }
content-unknown-evaluation = the portal has no evaluation of { $municipality } in { $year }
    .hint = correct the year, or the municipality above it
content-draft-corrected = the evaluation of { $municipality } in { $year } is a draft, and a correction would publish its values
    .hint = remove this correction; if the draft is to be published, take `draft` or `publish-at` out of its record
content-correction-subject =
    { $given ->
        [both] this correction has `value` and `what`
       *[neither] this correction does not say what it is about
    }
    .hint =
    { $given ->
        [both] keep `value` if it is about a score, otherwise `what`
       *[neither] write which score with `value = "1.2"` (a sub-area), `"1"` (an area) or `"total"`; what is no score is named with `what`
    }
content-unknown-score = edition { $edition } has no score `{ $found }`
    .hint = expected `total`, an area ({ $areas }) or a sub-area such as { $sub_areas }; use `what` instead of `value` for what is no score
content-correction-score = expected a score as a record has it, found `{ $found }`
    .hint = write the number as it is printed, such as 4,5, or why there is none: `not-published` or `unreadable`
content-correction-same = the correction changes nothing: `old` and `new` are both `{ $value }`
    .hint = write what the portal said before and what it says now, or take the correction out
content-correction-gap = { $score ->
        [total] the total
       *[other] { $score }
    } is corrected from { $old }, but the correction before this one, of { $date }, made it { $new }
    .hint = correct the date, `old`, or `new` of the correction before, or add the one that is missing between them
content-correction-record = { $score ->
        [total] the total
       *[other] { $score }
    } was last corrected to { $new }, but { $file } says { $record }
    .hint = if the correction holds, write { $new } in { $file } as well; otherwise correct `new`; if the record has changed since, add that as a correction
content-licence = the licence is called `{ $name }`, but its address leads to { $led }
    .hint = correct the name or the address
    .hint-fix = if it is { $name }, write `url = "{ $fix }"`; else write `name = "{ $led }"`
content-unknown-area = edition { $edition } has no area { $found }
    .hint = expected one of: { $known }

## Records

record-folder = { $taken ->
        [yes] there is a record of this municipality and year already
        [respelt] the municipality's folder is misspelt
        [beside] the municipality's folder is misspelt, and the right one is there too
       *[no] the record lies in the wrong folder
    }
    .label = { $taken ->
        [yes] the other one lies in { $expected }
       *[no] belongs in { $expected }
    }
    .hint = { $taken ->
        [yes] take { $folder } out if it is a copy; otherwise correct `code` or `year` in it
        [beside] move the year's folder to { $expected }, and take the misspelt one out
        [year] rename { $folder } to { $expected }: a folder is called as the year and nothing more
        [respelt] rename the municipality's folder in content/evaluations, with all years in it
       *[no] move it there from { $folder }, or correct `code` or `year`
    }
    .hint-fix = if it is about { $meant }, as its folder says, write `{ $fix }`; otherwise { $taken ->
        [yes] keep only one of the two
       *[no] move it from { $folder } to { $expected }
    }
record-misfitting-edition = { $count } figures do not fit edition { $edition }, but edition { $fitting }
    .label = another edition
    .hint = write `edition = "{ $fitting }"`, unless the figures themselves are wrong
record-unknown-sub-area = edition { $edition } has no sub-area { $found }
    .hint = { $known ->
        [none] remove the line: all sub-areas of the area stand here already
       *[other] expected one of: { $known }
    }
record-sub-area-elsewhere = sub-area { $sub_area } ({ $name }) is not part of area { $area }
    .label-first = the area it stands in
    .hint = if the sub-area is right, write area = { $own }; if the area is, write one of its sub-areas: { $known }
record-points-above-maximum = { $what ->
        [total] the total
        [area] area { $number }
        [sub-area] sub-area { $number }
        [percent] the percentage of { $number }
        [mean-total] the mean total
       *[mean-area] the mean of area { $number }
    } is { $found }, more than the { $maximum } there are to get
    .hint = compare the value and the edition with the source
record-swapped-columns = points and percentages of { $sub_areas }{ $form ->
        [few] {""}
       *[many] {" "}and others
    } stand in each other's place
    .hint = { $form ->
        [all] let the headings [scores.points] and [scores.percent] change places
       *[other] move the figures row by row; the first under [scores.points]: { $points }; under [scores.percent]: { $percent }
    }
record-undeclared-missing = { $what ->
        [total] the total
        [area] area { $number }
        [sub-area] sub-area { $number }
        [areas] every area
       *[sub-areas] every sub-area
    } is neither given nor declared missing
    .label = { $after ->
        [none] not given here
       *[other] not given behind this line
    }
    .hint = give the value, or add `"{ $key }" = "not-published"` or `"{ $key }" = "unreadable"` { $has_table ->
        [yes] to `[missing]`
       *[no] at the end of the file, under a line `[missing]`
    }
record-missing-and-given = { $what ->
        [total] the total
        [area] area { $number }
        [sub-area] sub-area { $number }
        [areas] every area
       *[sub-areas] every sub-area
    } is given, but also declared missing
    .hint = remove this line, or the value that the source does not have
record-unknown-narrative = there is no narrative `{ $name }`
    .hint = expected one of: { $known }
record-missing-narrative = { $form ->
        [none] the narrative `{ $name }` has no text
        [ending] the narrative `{ $name }` lies in { $found }, which has the wrong name
        [word] the narrative `{ $name }` lies in { $found }, a Word document, which Kompass does not read
       *[document] the narrative `{ $name }` lies in { $found }, a document that Kompass does not read
    }
    .hint = { $form ->
        [none] write it in { $path }, or remove the name here
        [ending] rename { $found }, which lies in the same folder, to { $name }.md
       *[document] open { $found }, copy its text to an editor of plain text and save it as { $path }, in UTF-8; only then remove { $found }
    }
record-unlisted-narrative = the list `narratives` lacks { $names }, so nothing shows it
    .label = { $list ->
        [none] the list is missing below this line
       *[some] the list ends here
    }
    .hint = name the text in `narratives`; if it is not to be shown, remove the file
    .hint-fix = if the text is not to be shown, remove the file; otherwise write { $fix }{ $texts ->
        [none] , and in the next line `texts = "own"` or `texts = "verbatim"`
       *[some] {""}
    }
record-missing-report = the report `{ $name }` does not exist
    .label = named here
    .hint = put the file at { $path }, or remove the line
    .hint-nearest = { $form ->
        [name] the file in its folder has another name: write `report = "{ $nearest }"`
       *[folder] if { $nearest } is meant, move that file to { $path }
    }
record-bad-file-name = of `{ $found }` no web address can be made
    .hint = rename the file: letters or digits, a dot, and its extension
record-bad-id = `{ $found }` cannot be an anchor
    .hint = use only a–z, 0–9 and hyphens between them
record-no-reason = `withdrawn` withdraws the evaluation, and { $found ->
        [none] nothing says why
       *[other] `{ $found }` is no reason
    }
    .hint = remove the line if it has not been withdrawn; else write the reason for those who come to its address
record-published-before = the evaluation is to be published on { $day }, but was made in { $made }
    .label = this day is before the evaluation
    .hint = correct the day, or remove the line if it is to be published now
record-ordinal = the evaluation is number { $ordinal } in order, but that of { $year } is number { $earlier } already
    .hint = compare it with the report and correct the number, or remove the line; if both reports say so, leave it
record-still-open = { $folder } is no draft, but { $what ->
        [remarks] its record has remarks of the import left ({ $found })
        [proposals] readers do not see what is only proposed: { $found }
        [summaries] it has good examples or referrals without a summary ({ $found })
       *[texts] nobody has looked at { $found }
    }
    .hint = { $what ->
        [remarks] see to each and remove its line, or write `draft = true`
        [proposals] if it has been read and is right, remove the line `status = "proposed"`; if not, remove all of its lines
        [summaries] say in `summary` what the municipality does that others can learn from
       *[texts] rewrite it, or remove its line from import-report.md if it may stay as it is; or write `draft = true`
    }
record-blank = figures that have not been filled in: { $count }
    .label = the first of them
    .hint = write the figures between the quotes; where the source has none, say so in `[missing]` and remove the line here; or write `draft = true`
record-summary = { $why ->
        [empty] a summary without a word
        [lines] a summary of several lines
        [markup] a summary with marks that would be shown as they stand: { $found }
       *[long] a summary of { $found } characters, where { $most } are the most
    }
    .hint = write one or two plain sentences on what there is to learn
record-duplicate-example = the id `{ $id }` stands twice in this record
    .label = the second time
    .label-first = the first time
    .hint = give each good example and each referral an id of its own, of small letters a–z, digits and hyphens
record-self-referral = { $municipality } is told to learn from itself
    .hint = what the report praises in the municipality itself belongs in `[[examples]]`
record-edition-ground =
    { $basis ->
        [stated] an edition that the source names was not concluded from anything
       *[inferred] nothing says what the edition was concluded from
    }
    .hint =
    { $basis ->
        [stated] take `edition-ground` away, or write `edition-basis = "inferred"`
       *[inferred] write `edition-ground = "maxima"` (the maxima of the sub-areas are those of that edition only) or `edition-ground = "time"`
    }
record-texts =
    { $has_texts ->
        [no] `texts` says whose words the texts are, but there are none
       *[yes] nothing says whose words these texts are
    }
    .hint =
    { $has_texts ->
        [no] take `texts` away, or name the texts in `narratives`
       *[yes] write `texts = "own"` if they say in your own words what the report says, or `texts = "verbatim"` if they are the report's
    }
record-texts-licence = this is the licence of texts, but there are none
    .hint = take `texts-licence` away, or name the texts in `narratives`

## Synonyms

synonym-bad-entry = { $what ->
        [empty] the entry is empty
        [letter] `{ $found }` has no letter
        [comma] `{ $found }` is several words in one pair of quotes
        [words] `{ $found }` has more than three words
       *[case] `{ $found }` has capital letters
    }
    .hint = { $what ->
        [empty] remove it, or write a word
        [letter] remove it, or write a word
        [comma] put each of them in quotes of its own: { $fix }
        [words] write a word, or a phrase of at most three
       *[case] write it in lower case, names and abbreviations as well
    }
synonym-empty-list = the set has no word under `{ $list }`
    .hint = write at least one word, or remove the set
synonym-duplicate-entry = { $within ->
        [set] `{ $entry }` stands twice in this set
       *[sets] `{ $entry }` is an everyday word of another set already
    }
    .label = again
    .label-first = the first time
    .hint = { $within ->
        [set] keep one of the two
       *[sets] keep one of the two, with the official words of both sets if they all fit it
    }

## Printed values

printed-area-box = area { $area } is { $printed } in its box, but { $table } in the table
    .hint = compare both with the source; if it says so, leave them: the page will show both
printed-area-row = area { $area } is { $table } in the table, but { $printed } in its box and by its sub-areas
    .hint = compare all three with the source; if it says so, leave them: the page will show them, and count with the table
printed-percentage = sub-area { $sub_area } has { $points } of { $maximum } points, which cannot be { $percent } %
    .hint = compare both with the source; if it says so, leave them: the page will show both
printed-area-sum = area { $area } is { $value }, but its sub-areas add up to { $sum }
    .hint = compare them with the source; if it says so, leave them: the page will show both
printed-total-sum = the total is { $total }, but the areas add up to { $sum }
    .hint = { $form ->
        [noughts] a value that is missing is no nought: remove the areas' lines, and write `areas = "not-published"` under [missing]
       *[other] compare them with the source; if it says so, leave them: the page will show both
    }
printed-cover-date = the cover is dated { $cover }, but the evaluation was made in { $evaluation }
    .label = before the evaluation
    .hint = compare both with the source; if it says so, leave them: the page will show both

## Texts

narrative-unknown-heading = the heading “{ $heading }” names no sub-area and no list
    .hint = begin it with one of: { $known }
    .hint-fix = its character “{ $letter }” ({ $code }) is of another alphabet or not seen, though the heading looks right: type “{ $fix }” anew
narrative-other-area = all headings are those of area { $own }, but this is the text of area { $area }
    .hint = if it is the text of area { $own }, save it as area-{ $own }.md (if that is there already, compare first) and bring area-{ $area }.md back from an earlier version; else correct the numbers of the headings
narrative-heading-marks = “{ $found }” reads like a heading, but has no ## before it
    .hint = write { $fix } with an empty line before and after it; if it is no heading, write it otherwise. If a word processor has written the file, all headings may have lost their marks: rather bring it back from an earlier version
narrative-duplicate-heading = the heading “{ $heading }” repeats an earlier one
    .hint = correct it, or join the two sections
narrative-list-expected = expected a list under “{ $heading }”, and nothing else
    .hint = begin each point with `- `; other text belongs under a sub-area
markdown-heading-level = found a heading of level { $found }, expected level { $expected }
    .hint = { $form ->
        [note] in a text `#` makes a heading that readers see: if it is a note, remove it or move it to evaluation.toml, where `#` begins a note that is not shown; if it is a heading, change the number of `#`
       *[heading] change the number of `#`: one for the title of a page, then one more per level
    }
markdown-heading-space = `{ $found }` is no heading
    .label = there is no plain space after `#`
    .hint = put one plain space between `#` and the heading; if it is no heading, begin the line otherwise
markdown-indented = the text is shown as code, because it is indented
    .hint = remove the spaces or the tab before it (in a list: have one space behind the hyphen); if it is code, put lines of ``` before and after it
markdown-table-row = the row has more cells than the table has columns, so { $lost } is not shown
    .hint = remove the | that is too many, or give the first row one more column
markdown-tabbed-table = these rows have tabs between their cells and are shown as a paragraph, not as a table
    .hint = put bars between the cells, { $fix }, and a dash for every column in a second row: | --- | --- |
markdown-parted-word = `{ $found }` seems to be one word that the end of a line has parted
    .hint = write { $fix }; if it is two words, leave it
markdown-raw-html = HTML will be shown as it is written
    .hint = { $bold ->
        [none] {""}
       *[some] write { $bold } for bold type; {""}
    }{ $italic ->
        [none] {""}
       *[some] write { $italic } for italics; {""}
    }{ $breaks ->
        [none] {""}
       *[some] leave an empty line in place of <br>, which begins a new paragraph; {""}
    }{ $others ->
        [none] {""}
       *[some] remove { $others } but keep the words between; {""}
    }if it is to be shown, put it in backticks
markdown-broken-link = there is no page `{ $target }`
    .hint = link to a page of this portal by its address, such as `/metod/`
    .hint-nearest = did you mean `{ $nearest }`?
markdown-broken-anchor = the page `{ $page }` has no place `#{ $anchor }`
    .hint = leave out what follows `#` to link to the whole page
    .hint-nearest = did you mean `#{ $nearest }`?
markdown-draft-link = `{ $target }` is only there with drafts
    .hint = remove the link; if the draft is to be published, take `draft` or `publish-at` out of its record
markdown-forbidden-link = `{ $target }` is no address that can be linked to
    .hint = begin a web address with `https://`, a mail address with `mailto:`, an address of this portal with `/`
    .hint-fix = { $why ->
        [at] a mail address has the sign @: write { $fix }
        [mailto] a link to a mail address begins with `mailto:`, so write { $fix }
        [https] a web address begins with `https://`, so write { $fix }
        [own-computer] that address is there on your own computer only: write { $fix }
       *[space] an address has no spaces: write { $fix }
    }
markdown-image = images cannot be shown
    .hint = remove the image, and say in words what it shows
page-no-title = the page does not begin with its title
    .hint = let the first line be `# ` and the title

## The theme

theme-template = the template cannot be used: { $message }
    .hint = correct the template, or bring it back from an earlier version
theme-style = the style sheet cannot be read: { $message }
    .hint = correct the style sheet, or bring it back from an earlier version
theme-style-file = the style sheet asks for `{ $found }`, which is no file of the theme
    .hint = put the file into `files/` of your theme, and write its name below that folder, such as `url("font.woff2")`
    .hint-nearest = did you mean `{ $nearest }`?
theme-script = { $circle ->
        [none] the script imports `{ $found }`, which is no file of the theme
       *[other] scripts import each other in a circle: { $circle }
    }
    .hint = { $circle ->
        [none] addresses begin where the script is
       *[other] put what they share into a script of its own, which imports none of them
    }
theme-script-syntax = the script cannot be read: { $message }
    .hint = correct the script, or bring it back from an earlier version
theme-text = the interface texts cannot be used: { $message }
    .hint = correct the text, or bring it back from an earlier version
theme-replaces-nothing = `{ $what }` replaces nothing in the theme that this one extends
    .hint = give it the name of what it is to replace; a new style sheet is listed in theme.toml, and any other new file is named in one of this theme's
    .hint-nearest = did you mean `{ $nearest }`?

## The finished site

check-broken-link = a link of this page leads nowhere: `{ $target }`
    .hint = correct the text or the template that the link comes from
check-broken-anchor = a link of this page leads to a place that does not exist: `{ $target }`
    .hint = correct the text or the template that the link comes from
check-duplicate-id = the id `{ $id }` stands twice in this page
    .hint = give one of the two elements another id in the template
check-missing-alt = an image of this page has no alternative text
    .hint = add `alt` in the template; it stays empty for an image that only decorates
check-inline-script = this page holds an inline script
    .hint = move the script to a file of the theme
check-inline-style = this page holds an inline style
    .hint = move the style to a style sheet of the theme

## Import

import-unreadable = the report cannot be read: { $message }
    .hint = { $why ->
        [scanned] have the text of the pages recognised, save it as text or Word, and import that
        [password] remove the password and import it again
       *[other] open it in its own program, save it again as text, Word or PDF, and import that
    }
import-no-report = this is no report of an evaluation
    .hint = expected chapters headed `Område 1 …` or score tables with rows such as `1.1`; a scanned PDF has no text at all
import-no-head = { $rows } lines look like scores of sub-areas, but no head of a table says { $kind ->
        [points] which maxima they have
       *[figures] which figure is which
    }{ $chapters ->
        [none] ; there are no chapters headed `Område 1 …` either
       *[some] {""}
    }
    .label = the first of them
    .hint = { $kind ->
        [points] the maxima tell the edition: write them behind the points, and above the rows of each area a head with its number and name, cells parted by tabs: `1.    Name    Uppnått    Max`; or name the edition with `--edition` and add the points to evaluation.toml by hand
       *[figures] write above the rows of each area a head with its number and name, cells parted by tabs: `1.    Name    Uppnått    Max    Procent`, in the order of the columns, and import it again
    }
import-no-municipality = the report names no municipality of the register
    .hint = name it with `--municipality`{ $found ->
        [none] {""}
       *[other] ; found in the report: { $found }
    }
    .hint-nearest = name it with `--municipality`; did the report mean { $nearest }?
import-no-year = the report does not say when the evaluation was made
    .hint = give the year with `--year`
import-no-edition = the score tables have the maxima of no edition
    .hint = their columns are told by heads such as Uppnått, Max and Procent, beside an area's number and name; if these are there, name the edition with `--edition`; known: { $known }
import-option = `{ $option }` names `{ $value }`, which there is not
    .hint = the report itself has not been judged; known or near: { $known }
import-municipality = `{ $found }` is not how { $chosen } is written
    .label = here
    .hint = the evaluation is imported as one of { $chosen }; if that is wrong, name another with `--municipality`
import-year = the report also says { $found }
    .label = the evaluation is imported as one of { $chosen }
    .hint = if that is wrong, give the year with `--year`
import-edition = the maxima are not all those of edition { $chosen }
    .hint = { $found ->
        [none] they are like no edition's
       *[other] nearest by its maxima: { $found }
    }; compare the tables, or name the edition with `--edition`
import-maximum = the maximum of { $sub_area } is { $found }
    .label = { $expected } in this edition
    .hint = compare the row with the report; if the edition differs, name it with `--edition`
import-name = { $what } is called `{ $found }` here
    .label = not among its names
    .hint = expected `{ $expected }`; if the report is right, add the name to the edition's `also`
import-contents = the list of contents lacks `{ $chapter }`
    .label = the chapter is here
    .hint = nothing to do; the chapter has been imported
import-extra-chapter = the chapter `{ $chapter }` has no place of its own
    .label = it is at the end of summary.md
    .hint = leave it there, move it to an area, or take it out
import-missing-part = the report has no { $what ->
        [summary] summary
        [chapter] chapter on area { $number }
        [box] box with the score of area { $number }
        [lists] lists of strengths and improvements in area { $number }
        [sum] sum of area { $number } in its tables
       *[score] score of { $number } in its tables
    }
    .hint = if it has one, its heading or table was not recognised: add it to the files by hand
import-score = the figure of { $what } cannot be used: `{ $found }`
    .label = this
    .hint = correct it in evaluation.toml, where it is declared missing
import-twice = { $what } is printed twice: `{ $kept }` and `{ $other }`
    .label = the second time
    .hint = `{ $kept }` was taken; choose the right one in evaluation.toml
import-heading = `{ $heading }` is no sub-area's name
    .label = this heading
    .hint = its text was put under { $nearest }; move it if that is wrong
import-sections = { $found ->
        [none] area { $area } has text, but none of its sub-areas' headings was found: { $missing }
       *[other] area { $area } has text, but no section on { $missing }
    }
    .hint = put the text under headings such as `## { $area }.1 …` by hand if the report tells where; a heading that it prints in other words can be added to the edition's `also`
import-empty-section = there is no text under `{ $heading }`
    .label = this heading
    .hint = compare it with the report; take the heading out of the text if it has none there either
import-item = `{ $item }` stood together with the item before it
    .label = taken for an item of its own
    .hint = a small letter meets a capital where bullets were lost; compare it with the report, and put it back if it is one item
import-hyphen = `{ $word }` may have been split at the end of a line
    .label = here
    .hint = join it in the text if that is so
import-ordinal = the report counts this as evaluation { $found } by the present criteria
    .label = here
    .hint = whether there were earlier ones is not said; add `ordinal` to evaluation.toml if you know
import-unclear = `{ $found }` may be { $what ->
        [total] the total
        [month] the month of the evaluation
        [ordinal] the order of the evaluation
        [interviews] the number of people interviewed
        [earlier] the year of an earlier evaluation
        [page] the number of a page
       *[evaluators] an evaluator or where one works
    }
    .label = here
    .hint = { $what ->
        [page] read the sentence around it; if that is so, take it out of the text
       *[evaluators] read the sentence; if that is so, add it to evaluation.toml
    }
import-unseen = the file holds { $what ->
        [windows-1252] text in the encoding Windows-1252, which has been read as such
        [bad-bytes] bytes that are no text, replaced by `�`
        [text-box] text boxes, which are read where they are anchored
        [tracked-change] tracked changes, of which insertions are read and deletions are not
        [comment] comments, which are not read
        [hidden-text] text that is hidden or struck out, which is read like any other
        [picture] pictures or charts, which cannot be read
        [page-without-text] pages without any text, most likely scanned
       *[unknown-character] characters that only its own fonts know
    }
    .hint = look into the file for what belongs to the report
import-left-over = this text has no place in the files
    .label = left over
    .hint = move it where it belongs, or leave it out; the import report lists it
