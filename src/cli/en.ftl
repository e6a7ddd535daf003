# What the commands say in English. `sv.ftl` has the same messages with the same arguments.

## Help: `help-<command>` says what a command is for, `help-<command>-<argument>` or
## `help-<argument>` what an argument means, `value-<NAME>` what is written behind it.

heading-usage = Usage
heading-commands = Commands
heading-arguments = Arguments
heading-options = Options
default = [default: { $value }]
options = [OPTIONS]
value-COMMAND = COMMAND
value-DIR = DIR
value-FILE = FILE
value-REPORT = REPORT
value-SECONDS = SECONDS
value-PORT = PORT
value-YYYY = YYYY
value-YYYY-MM-DD = YYYY-MM-DD
value-PATH = /PATH/
value-ID = ID
value-NAME-CODE = NAME|CODE
value-FORMAT = FORMAT
value-CODE = CODE
help = Compile Kommunkompassen evaluations into a static results portal.
help-language = Language in which Kompass speaks: sv for Swedish, en for English.
help-help = Show this help. Behind a command, the help of that command.
help-version = Show which version of Kompass this is.
help-root = Folder with site.toml, content and themes.
help-base-path = Path to publish under, instead of the one in site.toml.
help-date = Day of the build [default: today].
help-deny-warnings = Treat warnings as errors.
help-no-search = Leave full-text search out, which makes a build faster.
help-no-sync = Do not wait until the files have reached the disk: should the power fail soon after, all of them may be lost.
help-wait = Seconds to wait for another process that writes to the same folder.
help-build = Build the portal and write it to the output folder.
help-build-output = Folder to write to [default: output in the project folder, with --drafts output-drafts].
help-build-drafts = Build a preview with all drafts, which no search engine is to keep.
help-check = Do all that build does, except writing, and list what is left to look at.
help-check-format = How faults are shown: text for people, json or github for programs.
help-explain = Explain what a code of a fault means and what to do.
help-explain-code = The code, such as toml/syntax.
help-serve = Show the portal with its drafts on this machine. Pages load again when you save a file.
help-serve-port = Port on 127.0.0.1; 0 takes any free one.
help-serve-poll = Look for changes twice a second. That is needed if the files lie on a network drive.
help-serve-no-reload = Show the pages exactly as they would be published, and follow no changes.
help-import = Make an evaluation of a report (text, Word or PDF), or many of a spreadsheet.
help-import-report = The report (.txt, .docx or .pdf), a folder of reports, or a spreadsheet with many evaluations (.xlsx or .csv).
help-import-root = Folder of the project, whose editions and register are used.
help-import-municipality = Municipality, if the report does not tell.
help-import-year = Year of the evaluation, if the report does not tell.
help-import-edition = Edition, if the score tables do not tell.
help-import-into = Content folder to write to [default: content in the project folder].
help-import-dry-run = Say what would be written, and write nothing.
help-import-replace = Replace the evaluation's folder if there is one; with a spreadsheet: change reviewed values, too.
help-import-discard-review = Replace it even if somebody has reviewed it.
help-import-write = Write what is read from a spreadsheet. Without this it is only shown.
help-import-skip-refused = Write the rest of a spreadsheet if a part of it cannot be read.
help-template = Write a spreadsheet to fill in with results, for kompass import to read.
help-template-file = The file to write, such as results.xlsx. There must not be one.
help-template-edition = Edition [default: the current one].
help-new = Begin an evaluation or a portal.
help-new-evaluation = Begin an evaluation: a draft to fill in.
help-new-evaluation-municipality = Name or code of the municipality.
help-new-evaluation-year = Year of the evaluation.
help-new-evaluation-edition = Edition [default: the newest one that there was in that year].
help-new-evaluation-root = Folder of the project.
help-new-evaluation-no-sync = Do not wait until the files have reached the disk.
help-new-evaluation-wait = Seconds to wait for another program that writes to the same folder.
help-new-portal = Begin a portal that builds as it is.
help-new-portal-folder = Folder to make. One that is there must be empty.
help-correct = Correct a published score, and log it so that readers see it.
help-correct-municipality = Name or code of the municipality.
help-correct-year = Year of the evaluation.
help-correct-score = Which score: total, the number of an area (3) or of a sub-area (3.2).
help-correct-value = Its right value, as printed, or not-published or unreadable.
help-correct-reason = Why it is corrected. Readers see this.
help-correct-date = Day of the correction [default: today].
help-schema = Write JSON Schemas of all files, so that an editor can help.
help-schema-folder = Folder to write to.
value-SCORE = SCORE
value-VALUE = VALUE
value-TEXT = TEXT
value-FOLDER = DIR

## When something is wrong on the command line.

mistake-unknown = Kompass does not know { $argument }
mistake-command = there is no command { $command }
mistake-no-command = write a command behind kompass, such as kompass check
mistake-missing = { $argument } is missing
mistake-no-value = a value is missing behind { $argument }
mistake-value = { $argument } cannot be “{ $value }”; expected { $expected }
mistake-together = { $argument } and { $other } cannot be used together
mistake-number-of-values = wrong number of values behind { $argument }
mistake-letters = a word on the command line has characters that cannot be read
mistake-nearest = Did you mean { $nearest }?
mistake-help = Write kompass --help to see what can be written.
expected-one-of = one of { $known }
expected-base-path = a path that begins and ends with a slash, such as /kommunkompassen/
expected-date = a date such as 2026-11-22
expected-port = a whole number from 0 to 65535
expected-wait = a number of seconds in digits
expected-year = a year of four digits

## While Kompass works.

stage-load = load
stage-assets = assets
stage-validate = validate
stage-derive = derive
stage-render = render
stage-search = search
stage-export = export
stage-check = check
stage-output = output
built-evaluations = { $number ->
    [one] 1 evaluation
   *[other] { $number } evaluations
 }
built-drafts = { $kind ->
    [shown] { $number ->
        [0] { "" }
        [one] { " " }(1 draft among them)
       *[other] { " " }({ $number } drafts among them)
     }
   *[hidden] { $number ->
        [0] { "" }
        [one] { " " }(1 draft left out)
       *[other] { " " }({ $number } drafts left out)
     }
 }
built = { $evaluations }{ $drafts }, { $pages } pages, { $files } files, { $kilobytes } kB in { $time }
serving = serving { $address } (stop with Ctrl-C)
serve-waiting = The portal is being built
serve-waiting-advice = This page loads itself again when it is ready.
serve-advice = You see the pages as they were before the fault. When it is mended and the file is saved, the new ones are shown.
serve-first-advice = No page can be shown yet. When the fault is mended and the file is saved, pages are shown here.
serve-unreadable = Kompass cannot read the files
serve-changed = { $more ->
    [0] changed: { $paths }
    [one] changed: { $paths } and 1 more file
   *[other] changed: { $paths } and { $more } more files
 }
serve-shown = the new version is shown after { $time } ms
serve-same = the pages are the same as before ({ $time } ms)
serve-as-before = { $faults }, the same as before
serve-mended = no faults any more
serve-rounds = the system does not tell of changes ({ $why }), so Kompass looks for them twice a second
waiting = waiting for the process that has locked { $path }
written = written to { $path }
kept = kept { $path }, which Kompass has not made
replaced-changed = { $others ->
    [0] replaced { $path }, which had been changed since Kompass wrote it
   *[other] replaced { $path } and { $others } more, which had been changed since Kompass wrote them
 }
in-two-steps = for a moment there was no folder: the system cannot exchange two in one step
one-by-one = the files were replaced one by one, so readers could meet old and new ones together: { $obstacle }
obstacle-mount = it is a mount point
obstacle-mount-inside = { $path } in it is a mount point
obstacle-no-room = nothing can be written beside it
obstacle-refused = its file system does not let it be renamed ({ $why })
restored = put back what a killed process had moved to { $path }
cleared = { $number ->
    [one] cleared away what a killed process had left
   *[other] cleared away what { $number } killed processes had left
 }
left = left { $path }, which holds what Kompass has not made or cannot delete
left-more = { $number ->
    [one] left 1 more such folder
   *[other] left { $number } more such folders
 }

## What is left to do.

counted-errors = { $number ->
    [one] 1 error
   *[other] { $number } errors
 }
counted-warnings = { $number ->
    [one] 1 warning
   *[other] { $number } warnings
 }
denied = nothing is published, because of --deny-warnings
check-first = Begin here: { $name } ({ $count })
check-group = { $name } ({ $count })
check-left = This is left to look at:
explain-hint = kompass explain CODE explains a code, such as kompass explain toml/syntax
explain-unknown = there is no code { $code }; codes stand in brackets in the messages
explain-nearest = there is no code { $code }; did you mean { $nearest }?
review-draft = draft
review-awaited = from { $day }
review-published = published
review-withdrawn = withdrawn
review-blanks = { $number ->
    [one] 1 figure to fill in
   *[other] { $number } figures to fill in
 }
review-remarks = { $number ->
    [one] 1 remark
   *[other] { $number } remarks
 }
review-proposals = { $number ->
    [one] 1 proposed example
   *[other] { $number } proposed examples
 }
review-summaries = { $number ->
    [one] 1 example without a summary
   *[other] { $number } examples without a summary
 }
review-texts = not looked at: { $texts }
review-nothing = nothing left to look at

## Import of a report.

import-share = { $found } of { $expected } { $kind ->
    [sections] sections
    [lists] lists
    [boxes] boxes
    [rows] rows
   *[sums] sums
 }
import-coverage = { $percent } % of the report placed or classified; found { $structure }; { $proposals ->
    [one] 1 good example or referral
   *[other] { $proposals } good examples and referrals
 } proposed
import-would-write = would write { $files } to { $path }
import-written = written to { $path }: review import-report.md, then `kompass check`
loss-file = warning: { $name } is removed; this import does not write it
loss-rewritten = warning: { $name } has been rewritten since it was imported
loss-review = warning: the record has been reviewed: replacing it makes { $confirmed } confirmed and { $rejected } rejected good examples and referrals proposals again
folder-exists = { $path } exists; replace it with --replace
folder-reviewed = { $path } has been reviewed; import beside it with --into, or replace it with --discard-review
import-option = { $option } can only be used with a single report; a spreadsheet has municipality, year and edition in columns of their own
archive-imported = [{ $at }/{ $of }] { $path }: draft in { $folder }{ $doubts ->
    [0] { "" }
    [one] , 1 thing to look at
   *[other] , { $doubts } things to look at
 }
archive-would = [{ $at }/{ $of }] { $path }: would become a draft in { $folder }
archive-known = [{ $at }/{ $of }] { $path }: imported already, { $folder }
archive-there = [{ $at }/{ $of }] { $path }: { $folder } is there already and has not been changed
archive-again = [{ $at }/{ $of }] { $path }: the same municipality and year as { $first }, which has been imported; keep one of them
archive-refused = [{ $at }/{ $of }] { $path }: cannot be imported, see below
archive-none = there are no reports (.docx, .pdf or .txt) in { $path }
archive-summary = new drafts: { $imported }, with { $doubts } to look at; there already: { $known }; doubles: { $again }; cannot be imported: { $refused }; other files passed over: { $others }
archive-next = review import-report.md in every folder, then write kompass check; if you stop and run again, Kompass goes on where it ended

## The sheet for results.

template-title = Kommunkompassen, { $name }: results to import
template-help = Fill in a row for every evaluation, below the example. Leave a cell empty if there is no value. Then read the file with kompass import.
template-written = the sheet is written to { $path }
template-exists = { $path } is there already; choose another name
template-edition = there is no edition "{ $edition }"; there are { $known }

## Import of spreadsheets: `sheet-…` are the codes of src/import/sheet/objection.rs, too.

sheet-spot-in = sheet "{ $sheet }",{ " " }
sheet-spot-cell = cell { $cell }
sheet-spot-row = row { $cell }
sheet-spot-sheet = the whole sheet
sheet-spot-file = the whole file
sheet-error = error: { $spot }: { $what }
sheet-note = note: { $spot }: { $what }
sheet-more = and { $number } more
sheet-new = new: { $name } { $year } ({ $edition }): { $values }
sheet-changed = changes: { $name } { $year } ({ $state })
sheet-edition = { $ground ->
    [stated] edition { $edition }
    [maxima] edition { $edition }, by its maxima
   *[time] edition { $edition }, by the year
 }
sheet-values = { $number ->
    [one] 1 value
   *[other] { $number } values
 }
sheet-change = { "  " }{ $of }: { $old } → { $new }
sheet-change-percent = { "  " }{ $of }, percent: { $old } → { $new }
sheet-nothing = { "(" }none)
sheet-month = month
sheet-summary = new: { $new }; changed: { $changed }; there already: { $same }; cannot be read: { $refused }
sheet-dry = nothing is written; run again with --write to write
sheet-stopped = nothing is written: mend the errors in the spreadsheet, or write the rest with --skip-refused
sheet-written = { $number ->
    [0] nothing had to be written
    [one] 1 evaluation is written
   *[other] { $number } evaluations are written
 }; new ones are drafts: take away the line draft = true when you have reviewed them, then write kompass check
sheet-record-changed = { $path } has changed while the spreadsheet was read; run again
sheet-no-file = it is no file
sheet-empty-file = the file is empty
sheet-foreign = { $kind ->
    [pdf] it is a PDF and no spreadsheet
    [page] it is a page of the web; open it in Excel and save it as .xlsx
    [ods] it is a spreadsheet of another kind (.ods); save it as .xlsx
    [binary] it is a spreadsheet of another kind (.xlsb); save it as .xlsx
    [word] it is a Word document and no spreadsheet
   *[old] it is of an older Excel (.xls) or has a password; save it as .xlsx without a password
 }
sheet-too-large = the file has more than { $most } bytes; take away pictures and sheets that are not needed
sheet-open-quote = a quote begins here and never ends, so that the rows after it are in the same cell; put one where the text ends, or take this one away
sheet-too-many-cells = there are more than { $most } cells; take away what is not about results
sheet-too-much = the file cannot be read ({ $message }); take away sheets and formats that are not needed, or copy the table to a new file
sheet-damaged = the file is damaged here or right after it ({ $message }); open it in Excel and save it again
sheet-no-table = { $lacking ->
    [who] no column is called kommun or kommunkod; make a table with a row for each municipality
    [when] no column is called år or datum; if the years are heads, make a row for each municipality and year
    [what] no column is called total, 1, 1.1 or so, and none delområde together with poäng; call them so
   *[all] there is no row with heads such as kommun, år and 1.1
 } (the heads are: { $found }). The sheet that kompass template writes has the right ones
sheet-no-rows = there are no rows with results below the heads
sheet-column-again = the same column is in { $first }; take one of them away ({ $head })
sheet-name-head = "{ $head }" has no number, and that depends on the edition; write the number first, as in "3 { $head }", or just 3
sheet-name-of-other = "{ $name }" is a name of edition { $others }, but not with that number of { $edition }, to which the rows belong; correct the head or the year, or write the edition in a column
sheet-date-head = the head has become a date ({ $found }); format the cell as text and write for instance 1.1
sheet-no-municipality = there is no municipality
sheet-unknown-municipality = the register has no municipality "{ $found }"{ $hint }
sheet-nearest = ; is it { $nearest }?
sheet-no-nearest = { " " }(write the name as in content/municipalities.csv, or the code)
sheet-other-code = the name { $name } and the code { $code } are of two municipalities
sheet-no-year = there is no year
sheet-bad-year = "{ $found }" is no year of an evaluation; write for instance 2020
sheet-bad-month = "{ $found }" is no month; write 1–12 or for instance december
sheet-other-time = { $found } does not agree with { $first }
sheet-unknown-edition = there is no edition "{ $found }"; there are { $known }
sheet-before-edition = there was no edition { $edition } in { $year }; mend the year or the edition
sheet-no-edition = the edition cannot be told ({ $known }); write it in a column with the head utgåva
sheet-fits-other = the figures fit edition { $fits } and not { $asked }; if it is { $fits }, write that in the column utgåva
sheet-unknown-part = "{ $found }" is no sub-area; write for instance 1.1, 1 or total, in a cell that is formatted as text
sheet-part-of-other = edition { $edition } has no { $part }
sheet-evaluation-again = the same municipality and year are in row { $first }{ $others ->
        [none] , with the same values
        [some] , but the rows are not alike
       *[other] , and this row has other values in { $others }
    }; take one of the rows away
sheet-value-again = the same value is in { $first }; take one of them away
sheet-no-number = "{ $found }" is no number; write for instance 17 or 4,5, and leave the cell empty if there is no value
sheet-error-cell = the cell shows { $found }; mend the formula or write the number
sheet-uncomputed = the formula has no saved result; open the file in Excel, save it and try again
sheet-hollow-sum = the sum is 0, but its parts have points. If it is a formula: open the file in Excel, save it and try again. If not: mend the number, or leave the cell empty
sheet-date-cell = the number has become a date ({ $found }); format the cell as a number and write for instance 4,5 again
sheet-negative = { $found } is less than 0
sheet-too-precise = { $found } has more decimals than a result can have; round it in the spreadsheet, for instance with =ROUND(…,1)
sheet-ambiguous = { $found } may be a thousand or have three decimals; write for instance 1200 or 1,2
sheet-percent-as-points = { $found } is a percentage, but the column is for points; write the points, or change the head to procent
sheet-fraction-as-percent = { $found } in a column for percentages: is a hundred times as much meant? Write for instance 75 or 75 %
sheet-above-maximum = { $found } is more than there is to get, { $maximum }
sheet-other-maximum = the maximum is { $expected } in edition { $edition }, not { $found }
sheet-merged-value = the cells { $range } are merged, so nobody can see whose value it is; split them
sheet-beside-table = "{ $found }" stands beside the table; if the file has commas between its cells, decimal commas must be in quotes. Better save it as .xlsx
sheet-bad-record = { $path } cannot be read ({ $message }); mend that file first
sheet-record-of-other = { $path } is of edition { $record }, but here is { $edition }
sheet-released = { $path } has been reviewed, and values would change; write kompass import with --replace if they are to, and put the correction into content/changes.toml
sheet-windows-1252 = the text was read as Windows-1252; save it as "CSV UTF-8" if a letter has become another
sheet-bad-bytes = some letters cannot be read; save it again as "CSV UTF-8"
sheet-hidden-sheet = the sheet is hidden and not read
sheet-other-sheet = the sheet has no table of results and is not read
sheet-other-column = the column "{ $head }" is not read
sheet-other-row = the row "{ $text }" is no evaluation and not read
sheet-hidden-row = the row is hidden but read all the same
sheet-hidden-column = the column "{ $head }" is hidden but read all the same
sheet-other-sum = { $part ->
    [total] the total
   *[other] area { $part }
 } is { $found }, but its parts are { $sum } together; both are written as they stand, compare with the report
sheet-rounded = the cell holds { $found } and shows { $read }; the latter is used

## Beginning something new: `kompass new`.

new-evaluation = { $municipality }, { $edition }: a draft lies in { $path }
    Fill in evaluation.toml and write the texts beside it. The file import-report.md says what there is to do.
    See how it looks: kompass serve --root { $root }
    See what is left: kompass check --root { $root }
new-exists = the evaluation is there already, in { $path }. Change it there, or move the folder away to begin again
new-future = { $year } has not come yet; this year is { $today }
new-no-edition = in { $year } there was none of the editions { $known }
new-early = { $edition } is used from { $first } on, but the evaluation is of { $year }
unknown-edition = there is no edition "{ $edition }"; those that there are: { $known }
unknown-municipality = no municipality is called "{ $name }". { $kind ->
    [some] Did you mean { $near }?
   *[none] Write its name or code as in content/municipalities.csv.
 }
new-not-empty = the folder { $path } is not empty: it has { $found }. Choose another one
new-portal = a new portal lies in { $path }. It builds as it is. This is for you to fill in:
new-portal-place = { $file }, line { $line }: { $what }
new-portal-next = See the portal: kompass serve --root { $path }
    Add an evaluation: kompass new evaluation MUNICIPALITY YEAR --root { $path }
    Or read a report: kompass import REPORT --root { $path }
    The folder content/evaluations/ale is an invented example. Remove it once you have seen how it is made.

## Correcting what is published: `kompass correct`.

corrected = corrected. Look through it with kompass check --root { $root }, then publish with kompass build --root { $root }
correct-faults = mend the faults above first; corrections are made in a portal without any
correct-taken-back = the correction would have made the faults above, and is not made
correct-no-evaluation = { $kind ->
    [withdrawn] the evaluation of { $municipality } { $year } is withdrawn, so there is nothing to correct
    [others] { $municipality } has no published evaluation of { $year }, only of { $years }. If it is a draft, change the value in its file: only what is published is corrected in sight of readers
   *[none] { $municipality } has no published evaluation. If it is a draft, change the value in its file: only what is published is corrected in sight of readers
 }
correct-unknown-score = { $edition } has no "{ $score }". Write one of { $near }, for example
correct-no-score = "{ $value }" is no score. Write a number such as "18" or "4,5", or not-published or unreadable where there is none
correct-above = { $score } is worth at most { $maximum } points, not { $value }
correct-unchanged = { $score } is { $value } already, so there is nothing to correct
correct-no-reason = say why after --reason; readers see it
correct-earlier = { $score } has been corrected later, on { $last }. Give a day from then on with --date
correct-future = no correction has been made in the future; give another day with --date
correct-file = the file { $name } cannot be changed in this way; change the value and log it by hand

## Schemas for editors: `kompass schema`.

schema-written = { $number } schemas written to { $path }
schema-other = { $path } is no schema of Kompass; choose another folder

## When something fails.

error = error: { $message }
system = { $kind ->
    [missing] it does not exist
    [denied] you may not do that
    [full] the disk is full
    [read-only] the disk cannot be written to
    [no-folder] it is no folder
    [folder] it is a folder
    [exists] it exists already
    [in-use] another program uses it
    [busy] it is busy
   *[other] it does not work
 } (the system says: { $system })
unreadable = cannot read { $path }: { $error }
port = cannot use port { $port } of 127.0.0.1: { $error }; choose another one with --port, or --port 0 for any that is free
no-index = no search index could be made ({ $error })
no-project = { $path } is no folder; name the project with --root
output-no-folder = { $target } is no folder; move it away or choose another one with --output
output-overlap = the output { $target } overlaps { $source }, which the site is made from; choose a folder of its own with --output
output-foreign = { $target } holds files that Kompass did not make, such as { $example }; choose another folder with --output or empty this one
output-manifest = line { $line } of { $path } is damaged, so Kompass cannot tell its own files from others; move the folder away, run again, and copy files of your own back into the new one
output-nothing = { $why }; nothing is published, mend this or choose another folder with --output, and run again
replace-root = { $target } is no folder of its own; name one that may be replaced
replace-file-path = the file { $path } cannot be written; please report this fault of Kompass
replace-collision = { $path } was not made by Kompass and lies where a new file must go; move it away
replace-busy = another process has locked { $lock } for { $seconds } s; wait for it to end, or end it
replace-io = { $action ->
    [copy] cannot copy
    [create] cannot create
    [find-a-free-name-beside] cannot find a free name beside
    [find] cannot find
    [link] cannot link
    [list] cannot list
    [lock] cannot lock
    [look-at] cannot look at
    [put-back] cannot put back
    [read] cannot read
    [remove] cannot remove
    [rename] cannot rename
    [set-the-permissions-of] cannot set the permissions of
    [sync] cannot sync
    [write] cannot write
   *[replace] cannot replace
 } { $path }: { $error }
replace-partly = { $why }; some files are replaced already, others not, run again
replace-unsynced = everything is written, but cannot sync { $folder }: { $error }; it may not outlast a power failure, run again
replace-stranded = cannot replace { $target }: { $error }; the earlier folder is in { $earlier }, run again to put it back
