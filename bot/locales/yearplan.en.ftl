# What is wrong in arshjul.yaml, the year's plan of many teams, and what is said of it. The same keys stand in yearplan.sv.ftl.

content-year-no-keys = The file does not begin with “år:”, and says nothing about any team.
content-year-no-keys-remedy = Write “år:” and a year, and then “team:”. Compare with config/arshjul.exempel.yaml.
content-year-year = “{ $text }” is no year between { $first } and { $last }.
content-year-year-remedy = Write the year that the plan is for, such as “år: 2027”.
content-year-teams = Below “team:” there should be the teams that are meant.
content-year-teams-remedy = Write the name of the team’s channel on a line of its own, two spaces further in, such as “natt-manen:”.
content-year-team-name = “{ $team }” is no name of a channel.
content-year-team-name-remedy = Write the channel’s name as it stands in the chat, without spaces, such as “natt-manen”. Each team has a line of its own.
content-year-team-twice = The team “{ $team }” stands already on line { $first }.
content-year-team-twice-remedy = Move the entries to the first place, and remove the second.
content-year-programme = There is no programme called “{ $key }”.
content-year-programme-remedy = { $nearest ->
    [none] Write the name of the programme’s folder. There are: { $allowed }.
   *[other] Did you mean “{ $nearest }”? There are: { $allowed }.
}
content-year-theme = The programme “{ $programme }” has no theme called “{ $key }”.
content-year-theme-remedy = { $nearest ->
    [none] Write the name of the theme’s file, without its ending. There are: { $allowed }.
   *[other] Did you mean “{ $nearest }”? There are: { $allowed }.
}
content-year-when = { $kind ->
    [weekday] It can’t be told which weekday “{ $text }” means.
    [month-day] It can’t be told which day of the month “{ $text }” means.
    [fifth] Not every month has a fifth of each weekday, as in “{ $text }”.
    [time] There is no time of day in “{ $text }”.
    [contradictory] The parts of “{ $text }” do not fit together.
    [several] There is more than one day or time in “{ $text }”.
   *[nothing] It can’t be told when “{ $text }” is.
}
content-year-when-remedy = { $kind ->
    [weekday] Write that too, for example: every other Tuesday 09:00
    [month-day] Write for example: second Tuesday of the month 09:00
    [fifth] Write the first to the fourth, or for example: last Tuesday of the month 09:00
    [time] Write it last, with four digits, for example: every other Tuesday 09:00
    [contradictory] Write how often, for example: every other Tuesday 09:00. Or one day: Tuesday 2 March 09:00
    [several] Write one day and only when you begin. Make an entry of its own of each.
   *[nothing] Write for example: every other Tuesday 09:00, second Tuesday of the month 13:30, or a single day: 2 March 09:00
}
content-year-unclear-time = “{ $text }” may be { $early } or { $late }.
content-year-unclear-time-remedy = Write the time with four digits, for example { $late }.
content-year-bad-time = No clock shows the time in “{ $text }”.
content-year-bad-time-remedy = Write the time with four digits, for example 09:00 or 13:30.
content-year-bad-date = The day in “{ $text }” is not in the calendar, or far away.
content-year-bad-date-remedy = Write for example 2 March, or 2027-03-02 if the year is another one than at the head of the file.
content-year-relative = “{ $text }” becomes another day whenever the file is read.
content-year-relative-remedy = Write the date, for example: 2 March 09:00. Or how often, for example: every Tuesday 09:00
content-year-day = After “{ $key }” there should be a day, not “{ $text }”.
content-year-day-remedy = Write for example 2027-03-02 or 2 March.
content-year-till-before = The last day is before the first.
content-year-till-before-remedy = Change “till:” or “från:”. Without them the whole year is meant.
content-hash-name = The name “#{ $name }” begins with #. So it is read as a comment, and not at all.
content-hash-name-remedy = Put quotation marks around the name: "#{ $name }". Is it a comment? Write a space after the #.
content-year-weeks = “{ $text }” are no week numbers.
content-year-weeks-remedy = Write numbers between 1 and 53, for example: 8, 44 and 51–1
content-year-only-series = “{ $key }” belongs to what comes back, but here it is a single day.
content-year-only-series-remedy = Remove the line, or write how often after “när:”.
content-year-no-days = There is no day left to meet on.
content-year-no-days-remedy = Remove something that is left out, or change “från:” or “till:”.
content-year-unfitting = { $themes } dialogues are to have room, but there { $days ->
    [one] is only one day
   *[other] are only { $days } days
}.
content-year-unfitting-remedy = Let them come more often or go on longer. Or write “antal: { $days }” if that is what is meant.
content-year-same-day = The team has something already on { $day }, planned on line { $first }.
content-year-same-day-remedy = Change one of them, unless you mean to meet twice on that day.
content-year-holiday = { $day } is a public holiday: { $name }.
content-year-holiday-remedy = Choose another day, unless it is meant.

year-check-good = The plan of the year is right: { $teams ->
    [one] one team
   *[other] { $teams } teams
}, { $days ->
    [one] one dialogue
   *[other] { $days } dialogues
}.
year-check-none = There is no plan of the year ({ $path }). Copy config/arshjul.exempel.yaml there.
year-show-team = #{ $team }
year-show-day = { $day } at { $time }: { $title }
year-show-away = { $day }: left out ({ $why })
year-show-away-plain = { $day }: left out
year-show-empty = Nothing is planned.
year-show-unknown = The team “{ $team }” is not in the plan of the year. { $nearest ->
    [none] There are: { $allowed }.
   *[other] Did you mean “{ $nearest }”? There are: { $allowed }.
}
year-from-file = The plan comes from the organisation’s plan of the year. Dialogues can be moved and skipped here, one at a time. The whole of it is changed in that plan.
error-plan-from-file = That plan comes from the organisation’s plan of the year and is removed there. If you do not want it now you can pause it with `/apt plan`.
