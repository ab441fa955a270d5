# What is wrong in a dialogue file, and how to mend it. The same keys are in content.sv.ftl.
# The reader has never programmed: say what to write, not what happened inside the computer.

content-problem = { $file }, line { $line }, column { $column }: { $what } { $remedy }

## The file

content-unreadable = The file could not be opened{ $reason ->
    [denied] : the bot may not read it
    [folder] : it is a folder
    [circle] : it is a link that leads around in a circle
    [gone] : it is not there, or is a link that leads nowhere
   *[other] {""}
}.
content-unreadable-remedy = Check that the file is still there and that the bot may read it.
content-file-too-large = The file is { $size } kB. A dialogue file may be at most { $limit } kB.
content-file-too-large-remedy = A theme is usually less than 20 kB. Perhaps something else was saved under this name?
content-not-utf8 = The file is saved in a character encoding that the bot does not read. It usually shows in å, ä and ö.
content-not-utf8-remedy = Save the file once more and choose the encoding UTF-8.
content-unreadable-sign = There is an invisible character here ({ $code }) that a file must not have.
content-unreadable-sign-remedy = Remove it, or type the word again by hand. Such characters sometimes come along when text is pasted.
content-empty-file = The file is empty.
content-empty-file-remedy = Copy a finished theme and change it, or remove the file.
content-no-keys = The file does not begin with a key, such as “title:”.
content-no-keys-remedy = Write every item as a key, a colon and then the text. Compare with a finished theme.

## Folders and names

content-no-directory = There is no folder “{ $name }” with dialogues.
content-no-directory-remedy = Make the folder, or change the setting APTBOT_DIALOGUES so that it points to the right one.
content-misplaced = The file “{ $name }” is not in the folder of a programme.
content-misplaced-remedy = Move it to the folder of its programme, for example “tio-teman”. It goes right there, not in another folder inside.
content-closed-folder = The folder “{ $name }” could not be opened.
content-closed-folder-remedy = Check that the bot may read it.
content-bad-folder-name = The folder is called “{ $name }”, which cannot be the name of a programme.
content-bad-folder-name-remedy = Rename the folder. Use only small letters a–z, digits and hyphens, at most 40 characters: “tio-teman”.
content-bad-file-name = The file is called “{ $name }”, which cannot be the name of a theme.
content-bad-file-name-remedy = Rename the file. Use only small letters a–z, digits and hyphens, at most 40 characters: “tema4.yaml”.
content-no-programme-file = The folder “{ $name }” has no file “programme.yaml”.
content-no-programme-file-remedy = Copy “programme.yaml” from another programme and change its title, text and tags.
content-no-themes = The folder “{ $name }” has neither a theme, nor a deck of cards, nor a mirror.
content-no-themes-remedy = Put at least one file with a theme in the folder, for example “tema1.yaml”.
content-duplicate-id = The file “{ $name }” has the same name as “{ $other }”, only with another ending.
content-duplicate-id-remedy = Rename one of them, or remove it. Until then “{ $other }” is used.
content-duplicate-number = The number { $number } is already used in the file “{ $other }”.
content-duplicate-number-remedy = Give this theme a number of its own. Until then only “{ $other }” is used.
content-duplicate-order = The programme has place { $number }, but the folder “{ $other }” already has that place.
content-duplicate-order-remedy = Give this programme a place of its own: another number after “order:”.
content-duplicate-name = “{ $name }” is already used in the file “{ $other }”.
content-duplicate-name-remedy = Choose another title or another word. Otherwise the bot can’t tell which of them is meant.
content-number-alias = “{ $name }” is a number and can’t be an extra name.
content-number-alias-remedy = Remove it. The number after “number:” already works as a name.
content-unknown-file-kind = “{ $word }” is no kind of file.
content-unknown-file-kind-remedy = { $nearest ->
    [none] Write one of these: { $allowed }. Is it a theme? Remove the line.
   *[other] Did you mean “{ $nearest }”? Allowed here: { $allowed }. Is it a theme? Remove the line.
}

## Signs and indentation

content-tab = There is a tab here. Only spaces can be used.
content-tab-remedy = Remove the tab and press the space bar instead. Lines are indented by two spaces for each level.
content-colon = There is a colon here that the bot reads as a new key.
content-colon-remedy = Does the text contain a colon? Write “|” after the key and the text on the next line, with two more spaces in front. Is it a key? Then a colon or a space is missing just before it, or the line begins too far to the right.
content-dash = A dash for a new item cannot stand after the key on the same line.
content-dash-remedy = Move the item to the next line, with two more spaces in front. Is the dash a part of the text? Put quotation marks around the whole text.
content-sign = A text cannot begin with the sign “{ $sign }” without quotation marks.
content-sign-remedy = Put quotation marks around the whole text: "like this".
content-after-quote = Here the text goes on after a quotation mark that ended it.
content-after-quote-remedy = Put the quotation marks around the whole text, or write “|” after the key and the text on the next line. Then no quotation marks are needed around it.
content-open-quote = The text begins with a quotation mark that is never closed.
content-open-quote-remedy = Write the same quotation mark at the end of the text, or remove the first one.
content-escape = A backslash \ inside quotation marks means something special.
content-escape-remedy = Remove it, or write two: \\.
content-bar = Nothing more may stand on the line after “|”.
content-bar-remedy = Move the text to the next line, with two more spaces in front.
content-bracket = A bracket [ or brace { "{" } begins here and is not closed, or holds something the bot does not understand.
content-bracket-remedy = Is it a part of the text? Put quotation marks around the whole text. If not, close it on the same line.
content-indent = The line begins in the wrong place. It does not fit the lines above.
content-indent-remedy = Put it straight under the key it belongs with. Each level is two spaces further in than the one before.
content-no-colon = A colon is missing after a key.
content-no-colon-remedy = Write a colon and a space after the key: “minutes: 2”. Does the line belong to the text above? Indent it as far as that.
content-syntax = The bot cannot read any further here.
content-syntax-remedy = Compare this line and the one above with a finished theme: indentation, colons and quotation marks.
content-reference = A text cannot begin with the sign “{ $sign }” without quotation marks.
content-reference-remedy = Put quotation marks around the whole text: "like this".
content-duplicate-key = The key “{ $key }” stands twice in the same place. The first one is on line { $first }.
content-duplicate-key-remedy = Keep one of them. If the second belongs to the next item of the list, a dash “-” is missing there.
content-key-not-text = There is something other than a word before the colon.
content-key-not-text-remedy = Write the key as one word. If the line begins with “?”, “[” or a brace, it may belong to a text that needs quotation marks.
content-many-documents = The line “---” begins a new document in the same file.
content-many-documents-remedy = Remove the line, or move the rest to a file of its own.
content-too-deep = There are more than { $limit } levels inside each other here.
content-too-deep-remedy = Remove the brackets, braces or dashes that are too many.

## Keys and values

content-unknown-key = There is no key “{ $key }” here.
content-unknown-key-remedy = { $nearest ->
    [none] Remove the line. What may stand here: { $allowed }.
   *[other] Did you mean “{ $nearest }”? What may stand here: { $allowed }.
}
content-id-key = The key “id” is not written in the file.
content-id-key-remedy = Remove the line. A theme is named after its file and a programme after its folder.
content-missing-key = The key “{ $key }” is missing.
content-missing-key-remedy = Add a line with “{ $key }:” and what should stand there, indented like the keys beside it.
content-missing-translation = The text “{ $key }” is missing in { $language ->
    [sv] Swedish
    [lattlast] easy Swedish, which other texts in the file have
   *[en] English
}.
content-missing-translation-remedy = Add a line under “{ $key }:” that begins with “{ $language }:” and then the text.
content-missing-component = “{ $component }” is missing under “{ $key }”.
content-missing-component-remedy = Add “{ $component }:” there, in the same way as the other two parts.
content-unknown-component = “{ $word }” is none of the three parts.
content-unknown-component-remedy = { $nearest ->
    [none] What may stand here: { $allowed }.
   *[other] Did you mean “{ $nearest }”? What may stand here: { $allowed }.
}
content-unknown-choice = “{ $word }” cannot be chosen for “{ $key }”.
content-unknown-choice-remedy = { $nearest ->
    [none] Choose one of these: { $allowed }.
   *[other] Did you mean “{ $nearest }”? You can choose from: { $allowed }.
}
content-expected-text = There should be a text after “{ $key }”, but there is a list or keys.
content-expected-text-remedy = Write the text after the colon. If it is long, write “|” and the text on the next line, with two more spaces in front.
content-expected-languages = “{ $key }” should have the text in both languages.
content-expected-languages-remedy = Write two lines under “{ $key }:”, one with “sv:” and the Swedish text, one with “en:” and the English. Indent them by two spaces.
content-expected-keys = There should be keys with values under “{ $key }”.
content-expected-keys-remedy = Write each on a line of its own, two spaces further in: { $allowed }.
content-expected-list = There should be a list under “{ $key }”.
content-expected-list-remedy = Begin each item on a line of its own with a dash and a space: “- ”.
content-expected-number = “{ $key }” should be a whole number.
content-expected-number-remedy = Write only digits, for example “{ $key }: 2”.
content-number-too-low = “{ $key }” must not be lower than { $limit }.
content-number-too-low-remedy = Write { $limit } or more.
content-number-too-high = “{ $key }” must not be higher than { $limit }.
content-number-too-high-remedy = Write { $limit } or less.
content-empty-text = The text “{ $key }” is empty.
content-empty-text-remedy = Write the text after the colon. If it begins with # it needs quotation marks.
content-too-long = The text “{ $key }” is { $length } characters long. It may be at most { $limit }.
content-too-long-remedy = Shorten it by at least { $over } characters, so that it fits on a phone.
content-too-many = “{ $key }” has { $length } items. There is room for { $limit } at most.
content-too-many-remedy = Remove at least { $over }.
content-too-few = “{ $key }” has { $length } items. It needs at least { $limit }.
content-too-few-remedy = Add more, each on a line of its own that begins with a dash.
content-bad-id = “{ $key }” may have only small letters a–z, digits and hyphens.
content-bad-id-remedy = Write “working-hours” or “new-here”, for example. What people see is written under “name”.
content-bad-link = The link after “{ $key }” can’t be followed.
content-bad-link-remedy = Write the whole address without spaces, with https:// first, as it stands at the top of the browser. It must not hold a user name or a password.
content-invalid = “{ $key }” cannot be read ({ $said }).
content-invalid-remedy = Compare with the same place in a finished theme.

## The whole

content-minutes-sum = The steps take { $sum } minutes together. A theme should take { $wanted }.
content-minutes-sum-remedy = { $direction ->
    [over] Remove
   *[under] Add
} { $by ->
    [one] 1 minute
   *[other] { $by } minutes
} in one or more steps{ $without ->
    [length] . Is the theme to take longer? Then write “length: { $sum }” at the top of the file
   *[else] {""}
}.
content-no-answer-step = None of the steps is the one where people answer.
content-no-answer-step-remedy = Add a step with “kind: answer” and three or four minutes.
content-many-answer-steps = There is already a step where people answer. A theme has only one.
content-many-answer-steps-remedy = Choose another kind here, for example “reflect”, or remove the step.
content-question-without-step = Here is “{ $key }”, but none of the steps is the one where people answer.
content-question-without-step-remedy = Add a step with “kind: answer”, or remove “{ $key }” with all that belongs to it.
content-rolling-without-step = Here is “rolling”, but none of the steps is the one where people answer.
content-rolling-without-step-remedy = Add a step with “kind: answer”, or remove “rolling” if the theme is a dialogue in a meeting.
content-evaluation-without-step = Here is “evaluation: true”, but none of the steps is the one where people answer.
content-evaluation-without-step-remedy = Add a step with “kind: answer” and the questions about the programme, or remove “evaluation”.
content-evaluation-rolling = Here are both “evaluation” and “rolling”, but an evaluation is held in a meeting.
content-evaluation-rolling-remedy = Remove one of the lines.
content-second-evaluation = The programme already has an evaluation, in the file “{ $other }”.
content-second-evaluation-remedy = Let “evaluation: true” stand in a single file of the programme, and remove the line here.
content-evaluation-not-last = The evaluation is held last, but “{ $other }” has a higher number ({ $number }).
content-evaluation-not-last-remedy = Give the evaluation the highest number of the programme, so that the list shows the order that holds.
content-expected-true = After “{ $key }” there should be true or false.
content-expected-true-remedy = Write “{ $key }: true”, or remove the line.
content-film-elsewhere = “film” can only stand in a step with “kind: film”.
content-film-elsewhere-remedy = Write “kind: film” in the step, or remove “film” with all that belongs to it.
content-film-too-long = The film takes { $film } minutes, but the step only { $step }.
content-film-too-long-remedy = Give the step more minutes, or choose a shorter film.
content-duplicate-tag = The tag “{ $tag }” is there already.
content-duplicate-tag-remedy = Give it an id of its own, or remove it.
content-duplicate-tag-name = Another tag is already called “{ $name }”.
content-duplicate-tag-name-remedy = Give this tag another name, so that whoever chooses can tell them apart.
content-too-long-for-platform = “{ $key }” does not fit in { $platform }: it has { $length } characters, and at most { $limit } go in.
content-too-long-for-platform-remedy = { $key ->
    [title] Shorten the title by at least { $over } characters. The number before it counts.
   *[other] Shorten the texts of the file by at least { $over } characters together, or divide the theme in two.
}

## Advice: the file works, but can become better

content-lix-high = { $language ->
    [lattlast] The easy Swedish texts
   *[other] The Swedish texts
} have the readability figure LIX { $value }. Aim for at most { $limit }.
content-lix-high-remedy = Divide long sentences, and replace long words by short ones.
content-long-sentence = The sentence “{ $begins }” has { $length } words. Aim for at most { $limit }.
content-long-sentence-remedy = Divide it in two. Then it can be followed when somebody reads aloud.
content-personal-name = “{ $name }” looks like the name of a person.
content-personal-name-remedy = Write “a colleague”, for example. Otherwise somebody may think that it is about a certain person.
content-long-step = The text of the step has { $length } characters. Aim for at most { $limit }.
content-long-step-remedy = Shorten it, or divide the step in two.
content-reading-time = It takes about { $needed } minutes to read the text aloud, but the step is { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
}.
content-reading-time-remedy = Shorten the text, or give the step more minutes.
content-preview-shortened = The theme is so long that Slack shows the texts of its steps shortened when somebody looks at it in advance.
content-preview-shortened-remedy = In the meeting the whole text is shown. Shorten the steps if the one who leads should be able to read everything in advance.
content-shared-name = “{ $name }” is also in “{ $other }”.
content-shared-name-remedy = Both work, but whoever types the name must type the programme before it. Choose a word of its own instead.

## The summary

check-mistakes = { $count ->
    [0] No mistakes
    [one] 1 mistake
   *[other] { $count } mistakes
}{ $files ->
    [0] {""}
    [one] {" "}in 1 file
   *[other] {" "}in { $files } files
}.
check-advice = { $count ->
    [one] 1 piece of advice.
   *[other] { $count } pieces of advice.
}
check-lix = Readability (LIX), Swedish: { $lowest }–{ $highest }. The aim is at most { $limit }.
check-lix-heading = Readability (LIX) per file. The aim is at most { $limit } in Swedish and at most { $easy } in easy Swedish.
check-lix-file = { $file }: { $value }
check-lix-file-easy = { $file }: { $value }, easy { $easy }
check-advised = Advice: { $file }, line { $line }, column { $column }: { $what } { $remedy }
check-no-path = { $path } does not exist. Write the path to the folder of dialogues, to a programme or to a file.
