# The tools for those who write dialogues: paper for the meeting, new files, preview, exchange.
# The same keys stand in tools.sv.ftl. Whoever reads has never programmed.

## On paper

print-button = Print
print-hint = Print on A4, preferably on both sides of one sheet. The front is for everyone, the back for the one who leads.
print-hint-one-side = Print on A4.
print-minutes = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
}
print-date = Date
print-clock = Time
print-minutes-short = Min
print-steps = How it works
print-read-aloud = One of you reads aloud. The text is on the back.
print-film = Film: { $link } ({ $minutes } min).
print-film-instead = Can the film not be shown? Read the text on the back aloud.
print-questions = The questions
print-yours = Tick for yourself and keep the paper. Nobody collects it: handwriting can be recognised.
print-leader = For you who lead the dialogue
print-aloud = Read aloud: { $step }
print-stuck = Stuck?
print-keep = Hold on to it
print-next = Talk on
print-adaptation = What you can change
print-checklist = Checklist
print-decided = What we agreed on
print-cut = Cut along the dashed lines.
print-mirror-yours = Answer for yourself alone. Nobody else is to see the paper.
print-closing = Finally
print-contents = Contents

## What the tools say

tools-no-directory = There is no directory “{ $name }” with dialogues. Make it, or change the setting APTBOT_DIALOGUES so that it points to the right place.
tools-no-folder = “{ $name }” is not an ordinary folder. Remove it or choose another name.
tools-no-programme = In { $directory } there is no programme called “{ $name }”. Write the name of the programme’s folder.
tools-unknown = { $nearest ->
    [none] I find nothing called “{ $word }”. Write for example tema3, tio-teman/tema3 or tio-teman.
   *[other] I do not find exactly “{ $word }”. Did you mean { $nearest }?
}
tools-exists = { $path } is there already. Nothing was written. Choose another name, or remove the file first.
tools-replace = { $path } is there already. Nothing was written. Choose another name, or add --replace.
tools-cannot-write = { $path } could not be written ({ $reason }). See that the folder is there and that you may write in it.

## New files

new-bad-name = “{ $name }” can’t be the name of a programme. Use only small letters a–z, digits and hyphens, at most 40 characters: new-start.
new-bad-title = The title has an invisible character or a line break in it. Write it on one line.
new-from-programme = “{ $name }” is a whole programme. Write what in it you want to copy: { $name }/tema1.
new-other-kind = “{ $name }” is of another kind than “{ $kind }”. Leave out --kind, or copy something else.
new-full = The programme has { $limit } of that kind already. There is no room for more.
new-title-theme = New theme { $number }
new-title-cards = New deck { $number }
new-title-mirror = New mirror { $number }
new-made = ✓ written: { $path }
new-next =
    What to do now:
    1. Open the file in a program for plain text and write your texts, in Swedish and in English.
    2. See how it looks while you write: aptbot dialogues preview { $path }
    3. Check it when you are done: aptbot dialogues check { $path }
    The bot shows what is new as soon as the file is saved and has no mistakes.

print-made = ✓ { $path }. Open the file in the browser and press Print.

## Giving and taking

export-made = ✓ { $path }. Whoever gets the file types: aptbot dialogues import { $path }
import-done = ✓ The programme { $name } is in place, with { $count ->
    [one] 1 file
   *[other] { $count } files
}.
import-moved = Another programme had its place in the list already. It got place { $order }. Do you want to move it? Change the number after order: in programme.yaml.
import-before = What was there before is kept in { $path }.
import-exists = The programme “{ $name }” is there already. Nothing was changed. Do you want to replace it? Add --replace. What is there now is kept aside.
import-too-large = The file is too large. A programme may take at most { $limit } MB.
import-too-many = The file holds too much. A programme may have at most { $limit } files.
import-large-file = “{ $name }” is too large. A dialogue file may take at most { $limit } kB.
import-unreadable = { $path } could not be opened ({ $reason }).
import-no-zip = { $path } is not a zip file, or it is damaged. Ask for a new one, made with: aptbot dialogues export
import-not-one = The file must hold one programme: a single folder, with the programme’s files directly in it.
import-no-programme = The file lacks programme.yaml, which says what the programme is called. Ask for a new file.
import-strange = “{ $name }” does not belong to a programme and is not taken in. The file may hold only dialogue files, directly in the programme’s folder.
import-twins = “{ $name }” has the same name as another file, apart from capitals. Rename one of them.
import-locked = “{ $name }” is locked with a password, or packed in a way that can’t be read here.

## The preview

cli-preview = Open in the browser:  { $url }  (end with Ctrl+C)
preview-cannot-listen = The preview could not start ({ $reason }).
preview-title = Preview
preview-what = What is shown
preview-language = Language
preview-look = Look
preview-look-auto = As the computer
preview-look-light = Light
preview-look-dark = Dark
preview-width = Width
preview-width-wide = Computer
preview-width-phone = Phone
preview-where = Where
preview-chat = In the chat
preview-paper = On paper
preview-print = Print
preview-lost = The preview has been closed. Start it again in the terminal, and the page goes on.
preview-broken = The file has mistakes. What is shown is the latest version without any.
preview-broken-new = The file has mistakes and can’t be shown yet.
preview-mistakes = Mistakes
preview-advice = Advice
preview-line = Line { $line }
preview-nothing = There is nothing to show here yet.
preview-before = Before the meeting: the theme as somebody sees it who looks at it
preview-step = Step { $number } of { $count }: { $name }
preview-over = When the dialogue is over
preview-form = When somebody presses the button to answer
preview-summary = Afterwards: an invented example of the summary
preview-card = Card { $number } of { $count }: as the one who draws it sees it
preview-card-group = When the one who leads shows a card to everybody in the channel
preview-mirror = When somebody opens the mirror
preview-mirror-picture = Afterwards: the picture, with invented answers
