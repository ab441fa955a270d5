# Words about planned dialogues. The same keys are in plan.sv.ftl.

## Around a dialogue

plan-when = { $day } at { $time }
plan-announced = Next dialogue: { $when }
plan-look-back = Time to look back: { $when }
plan-was-announced = Planned dialogue: { $when }
plan-length = It takes { $minutes } minutes.
plan-show = { $evaluation ->
    [yes] Show the evaluation
   *[no] Show the theme
}
plan-no-theme = The theme is chosen on the spot
plan-no-theme-text = You have had all themes of the plan. Whoever leads can choose another one.
plan-opening-ask = Whoever leads starts the dialogue here in the channel.
plan-opening-auto = The dialogue starts by itself here in the channel.
plan-state-held = The dialogue has started.
plan-state-missed = There was no dialogue this time. The manager has been asked about a new time.
plan-state-skipped = Called off. The theme waits until next time.
plan-state-paused = The plan is paused. The dialogue will not be held until the manager resumes it.

plan-ask = It is time for { $title } ({ $when }). Shall I start the dialogue in the channel?
plan-asked-planned = The dialogue has a new time: { $when }.
plan-asked-held = { $title } has started.
plan-asked-missed = The dialogue on { $when } did not happen. The manager has been asked what to do.
plan-asked-skipped = The dialogue on { $when } is skipped.
plan-open-now = Start now
plan-run-now = Start now
plan-move = Move
plan-skip = Skip
plan-skip-title = Skip it?
plan-skip-text = The dialogue { $when } is called off. Its theme moves to the next time, so no theme is lost.
plan-skip-yes = Yes, skip it
plan-skip-no = Cancel

plan-missed-title = Planned dialogues in { $team } that did not happen
plan-missed = { $count ->
    [one] A dialogue did not happen. What do you want to do?
   *[other] { $count } dialogues did not happen. What do you want to do?
}
plan-missed-footer = If you do nothing, nothing happens: the theme comes the next time you meet.
plan-missed-planned = Moved to a new time.
plan-missed-asked = Moved to a new time.
plan-missed-held = Held.
plan-missed-skipped = Skipped.

error-unknown-occasion = That dialogue is no longer in the plan. Type `/apt plan` to see what applies now.
error-occasion-over = That dialogue has been held or called off already. Type `/apt plan` to see what applies now.
error-no-theme-left = You have had all themes of the plan. Start a theme with, for example, `/apt start tema1`, or plan new ones with `/apt plan`.
error-unknown-plan = That plan is no longer there. Type `/apt plan` to see what applies now.
error-no-days-left = There are no days left to meet on. Take away a week or a month that you have left out, or choose a later last day.

## The plan's page

help-plan = Shows the team’s plan: what has been and what comes. Whoever leads can plan here
year-title = Plan for { $team }
year-empty = Nothing is planned. With a plan I tell the channel in good time, and the right theme comes in its turn.
year-ahead = { $count ->
    [one] One dialogue is planned.
   *[other] { $count } dialogues are planned.
}
year-paused = The plan is paused. Nothing starts and nothing is announced until somebody who leads resumes it. Then you go on with the theme where you stopped.
year-footer = Only those who lead the team can change the plan.
year-past = What has been
year-past-line = { $sign } { $day }: { $what }
year-missed = did not happen
year-skipped = called off
year-moved = (moved from { $day })
year-later = Later
year-called-off = Called off
year-later-line = { $when }: { $title }
year-unplaced = { $evaluation ->
    [yes] { $count ->
        [0] The evaluation of the programme has no time in the plan.
        [one] One theme and the evaluation of the programme have no time in the plan.
       *[other] { $count } themes and the evaluation of the programme have no time in the plan.
    }
   *[no] { $count ->
        [one] One theme has no time in the plan.
       *[other] { $count } themes have no time in the plan.
    }
}
year-pick = Change a later dialogue
year-more = Add a dialogue at the end
year-change = Move or change theme
year-new = Plan
year-new-more = Plan more
year-pause = Pause the plan
year-resume = Resume the plan
year-drop = Remove the plan from { $day }
year-drop-title = Remove the plan?
year-drop-text = { $count ->
    [one] One planned dialogue is removed. What has been held stays.
   *[other] { $count } planned dialogues are removed, until { $last }. What has been held stays.
}
year-drop-yes = Yes, remove it

## The form

planning-title = Plan dialogues
planning-intro = Write when you meet, or choose in the lists. Before anything is saved I show which days it will be.
planning-theme = Begin with
planning-theme-hint = The other themes of the programme follow in their order.
planning-when = When do you meet?
planning-when-example = every other Tuesday at 09:00
planning-when-hint = For example: every other Tuesday at 09:00, Tuesdays in even weeks 8:00, second Tuesday of the month 13:30, or 2 March 9:00 for a single time. Leave it empty if you would rather choose below.
planning-rhythm = How often?
planning-rhythm-once = Once
planning-rhythm-1w = Every week
planning-rhythm-2w = Every other week
planning-rhythm-3w = Every third week
planning-rhythm-4w = Every fourth week
planning-rhythm-1m = Every month, on the weekday of the first day (say, the second Tuesday)
planning-rhythm-2m = Every other month, on the weekday of the first day
planning-first = First day
planning-at = Time
planning-how-many = How many times?
planning-count-all = As many as there are themes left
planning-count = { $count ->
    [one] Once
   *[other] { $count } times
}
planning-until = End at the latest
planning-until-hint = May be left empty.
planning-left-out = We do not meet on
planning-left-out-holidays = Public holidays and their eves
planning-left-out-squeeze = Bridge days
planning-left-out-july = July
planning-weeks = Other weeks when you do not meet
planning-weeks-hint = Week numbers, for example 8, 44 and 51–1. May be left empty.
planning-announce = When is the team told?
planning-announced = { $days ->
    [0] The same day, two hours before
    [1] The day before
    [7] A week before
    [14] Two weeks before
   *[other] { $days } days before
}
planning-announced-said = { $days ->
    [0] The team is told two hours before at the latest.
    [1] The team is told the day before at the latest.
    [7] The team is told a week before at the latest.
    [14] The team is told two weeks before at the latest.
   *[other] The team is told { $days } days before at the latest.
}
planning-announced-once = The team is told { $when }.
planning-announced-soon = { $count ->
    [one] The first dialogue is nearer than that: the team is told of it { $when }.
   *[other] The first { $count } dialogues are nearer than that: the team is told of the first { $when }.
}
planning-announced-saved = as soon as the plan is saved
planning-opening = When it is time
planning-opening-ask = Ask whoever leads before the dialogue starts
planning-opening-auto = Let the dialogue start by itself
planning-opening-said-ask = When it is time I ask whoever leads whether to start the dialogue.
planning-opening-said-auto = When it is time the dialogue starts by itself.
planning-submit = Show the days
planning-save = Save the plan
planning-back = Change
planning-rhythm-said = { $count ->
    [one] { $rhythm }, once
   *[other] { $rhythm }, { $count } times
}
planning-date = { $day }: { $title }
planning-more = { $count ->
    [one] … and one more, { $last }
   *[other] … and { $count } more, the last { $last }
}
planning-breaks = You do not meet on: { $what }.
planning-away = These days are left out: { $days }.
planning-taken = Note: you have something planned already on { $days }.
planning-evaluation = When the programme is over, you look back: { $title }, { $day }.
planning-unfitting = { $evaluation ->
    [yes] { $count ->
        [0] The evaluation of the programme has no room and can be planned later.
        [one] One theme and the evaluation of the programme have no room and can be planned later.
       *[other] { $count } themes and the evaluation of the programme have no room and can be planned later.
    }
   *[no] { $count ->
        [one] One theme of the programme has no room and can be planned later.
       *[other] { $count } themes of the programme have no room and can be planned later.
    }
}
planning-saved = { $count ->
    [one] ✓ Saved: { $when }.
   *[other] ✓ Saved: { $count } dialogues, the first { $when }.
}
planning-saved-next = See and change the plan whenever you like with `/apt plan`.
planning-change-title = Change a dialogue
planning-day = New day
planning-its-theme = Theme
planning-next = The one whose turn it is
planning-change = Save
planning-changed = ✓ The dialogue is now { $when }. If it has been announced in the channel, the message is changed.
planning-skipped = ✓ The dialogue { $when } is skipped. Its theme comes next time instead.
planning-pick = Which dialogue?
planning-deed = What would you like to do?
planning-deed-change = Move it or change its theme
planning-deed-skip = Skip it
planning-deed-hint = If you skip a dialogue its theme moves to the next time, so no theme is lost.
planning-pick-submit = Continue
