# Words about earlier results: the list, the development and the files. The same keys are in results.sv.ftl.

help-results = Shows earlier results, how they moved over a year or a quarter, and files to take along
help-arg-period = year or quarter

error-bad-period = Type a year or a quarter, for example `/apt results 2027`, `/apt results quarter 1` or `/apt results quarter 1 2027`. Just `/apt results` shows all there is.
error-no-results = { $period ->
    [none] There are no results to show here yet. The manager sees the result when a dialogue with anonymous answers is over, and the team sees it when it has been shared.
   *[other] There are no results to show here for { $period }. Type `/apt results` to see all there is.
}

results-title = Results for { $team }
results-intro = { $manages ->
    [yes] What you have got as the manager, and what has been shared with the team. The latest comes first.
   *[no] All that has been shared with the team, the latest first.
}
results-show = Show { $day }
results-show-titled = Show { $day }: { $title }
results-answered = { $answered } of { $invited } answered
results-too-few = too few answers (fewer than { $threshold })
results-together = together: { $teams }
results-shared = shared with the team
results-waits = not shared yet
results-managers = for the manager only
results-period = Development { $period }
results-earlier = Earlier
results-later = Later
results-back = All results
results-more-in-file = Not all comments have room here. The rest is in the files: type `/apt results` and a year, and choose a file at the bottom.
results-rest-in-files = Not everything fits here. The rest is in the files below.
results-evaluates = evaluation of “{ $programme }”

## The evaluation of a programme

results-evaluation = Evaluation of the programme
results-evaluation-line = { $component }: { $question } ({ $ends }) { $said }
results-evaluation-more = { $count ->
    [one] … and one more comment.
   *[other] … and { $count } more comments.
}
results-evaluation-show = Show the whole evaluation

## A year or a quarter

results-over-time = { $team } { $period }
results-counted = { $count ->
    [one] One result. It rests only on what has been shown already, and no person is followed over time.
   *[other] { $count } results. All of it rests only on what has been shown of each already, and no person is followed over time.
}
results-trend = The development
results-one = The middle answer, on the scale 1–7. It takes two results with numbers to see a development.
results-shared-box = Together: { $teams }
results-own = The team’s own dialogues
results-no-trend = There are no numbers to show: too few have answered.
results-taking-part = How many answered
results-round = { $day } · { $title } · { $took }
results-tags = What the answers are about, all results together
results-other-questions = The themes ask in different words. So only larger differences count.
results-download = Take along
results-download-text = The file comes to our private chat. Comments that are hidden from the team are not in it.
results-format-xlsx = Excel file
results-format-pdf = PDF with pictures
results-format-csv = CSV
results-format-json = JSON
results-format-png = Picture
results-sent = { $count ->
    [one] ✓ The file is in our private chat. Mind whom you give it to.
   *[other] ✓ { $count } pictures are in our private chat. Mind whom you give them to.
}
results-not-sent = The file could not be sent just now. Try again in a while. If it still does not go, tell whoever looks after the bot that the app needs the right to send files.
results-file = results

## The development in words and as a picture

trend-one = { $component }: { $median }.
trend-no-change = { $component }: around { $level }, no reliable change.
trend-changed = { $component }: { $changes }. Now around { $level }.
trend-since = { $change ->
    [up] reliably higher
   *[down] reliably lower
} since “{ $title }” ({ $day })
trend-steady = no reliable change
trend-up = reliably higher
trend-down = reliably lower
trend-noise = where the answers usually are now
trend-missing = too few answers
trend-subtitle = { $series }: the middle answer, on the scale 1–7
trend-footer = Reliable means that the answers differ more than chance usually makes them. It does not prove why. Smaller changes can’t be seen.

## The files

report-page = Page { $page }
report-replaced = { $sign } is a sign that cannot be printed here. The Excel file has it as it was written.
report-round = { $title } ({ $day })
report-answers = Answers: { $cells }
sheet-overview = Overview
sheet-table = Data
sheet-columns = Columns
sheet-column = Column
sheet-meaning = What it means
overview-column-closed = Day
overview-column-team = Team
overview-column-title = Result
overview-column-audience = Who has seen it
overview-column-answered = Answered
overview-column-invited = Could answer
overview-component = { $component }: the middle answer, 1–7 (at least half answered)
overview-column-tags = Most common subjects
overview-column-comments = Comments shown
overview-together = { $teams } teams answered together
overview-few = fewer than { $threshold }
overview-not-shown = not shown
overview-no-tags = none shown

## The command line

export-progress-results = Reading results
export-made-results = Done: { $path } ({ $teams ->
    [one] 1 team
   *[other] { $teams } teams
}, { $count ->
    [one] 1 result
   *[other] { $count } results
}).
export-none-results = There are no results to export { $period ->
    [none] yet
   *[other] for { $period }
}.
export-unknown-team = { $nearest ->
    [none] There is no team called “{ $team }”.
   *[other] There is no team called “{ $team }”. Did you mean “{ $nearest }”?
}
export-several-teams = Several teams are called “{ $team }”. Write the team’s id instead: { $ids }.
export-pdf-one-team = A PDF is made for one team at a time. Add --team and the team’s name.
export-no-period = A quarter needs a year. Add --year.
export-exists = The file { $path } is there already. Choose another name, or add --replace.
