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
help-import = Make an evaluation's folder of its report (text, Word or PDF).
help-import-report = The report: .txt, .docx or .pdf.
help-import-root = Folder of the project, whose editions and register are used.
help-import-municipality = Municipality, if the report does not tell.
help-import-year = Year of the evaluation, if the report does not tell.
help-import-edition = Edition, if the score tables do not tell.
help-import-into = Content folder to write to [default: content in the project folder].
help-import-dry-run = Say what would be written, and write nothing.
help-import-replace = Replace the evaluation's folder if there is one.
help-import-discard-review = Replace it even if somebody has reviewed it.
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
