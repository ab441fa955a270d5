# Words about areas: several teams together, once a quarter.
# The same keys are in areas.sv.ftl.

## The page

area-title = { $count ->
    [one] Your area
   *[other] Your areas
}
area-intro = Only you see this. You see several teams together, never one team by itself and never what anybody wrote.
area-teams = { $count ->
    [0] None of the area’s teams has begun yet.
    [one] 1 team has begun with the dialogues.
   *[other] { $count } teams have begun with the dialogues.
}
area-missing = These are in the file of areas but are no teams of the bot yet: { $teams }. If a name is wrong, ask whoever looks after the bot to mend it.
area-missing-more = { $count } more
area-nothing-yet = No quarter has been counted yet.
area-quarter = This is how it was in { $quarter }:
area-quarter-none = There is nothing to show of { $quarter }: no theme had enough teams.
area-earlier-quarter = Earlier, { $quarter }
area-earlier = { $title }: { $said }
area-earlier-none = Nothing to show.
area-rest = There is no room for these at the same time: { $areas }. Type `/apt area` and the name to see one area by itself.
area-rest-told = Not everything fits. The rest is in the messages that you got when the quarters were counted.
area-next = It is { $quarter } now. It is counted a day after its end, and you get a message then.
area-evaluation = The questions are about the programme, not about the work.
area-taking-part = { $teams } teams take part, { $out } do not.
area-answered = { $answered } of { $invited } answered.
area-answered-between = Between { $low } and { $high } of { $invited } answered.
area-spread = { $component }: { $cells }.
area-cell = { $teams } teams { $place }
area-place-1-2 = low (1–2)
area-place-3-5 = in the middle (3–5)
area-place-6-7 = high (6–7)
area-place-1-5 = low or in the middle (1–5)
area-place-3-7 = in the middle or high (3–7)
area-no-spreads = Where the teams are on the scale is not shown.
area-no-spread = { $component }: not shown.
area-held-back = What is not shown, and why
area-held-teams = Which teams do not take part. They may have had no dialogue, have fewer than { $threshold } answers, have chosen that only the manager sees the result, or it would be possible to work them out.
area-held-themes = Themes of which fewer than { $teams } teams can be added up so that none of them can be worked out. They are not mentioned at all.
area-held-spread = Where the teams are on the scale, unless each part has at least { $cell } teams. Where one person is manager or one of the { -facilitators } in several of the teams it takes more. Each team counts by its middle answer.
area-held-once = What comes afterwards. A quarter is counted only once, and each dialogue once at the most.

## The message when a quarter has been counted

area-counted-title = { $area }, { $quarter }
area-counted = The quarter has been counted. Only you and other managers of the area get this.
area-counted-none = The quarter has been counted, but no theme had enough teams to be shown.
area-again = Type `/apt area` to see it again.

## The picture

area-chart = How many teams have their middle answer low, in the middle and high
area-chart-hidden = not shown
area-chart-footer = At least { $cell } teams in each part.
area-band-low = low
area-band-mid = in the middle
area-band-high = high
area-dot = a team

## The promise

privacy-who-area = The area’s manager may see several teams together, once a quarter. Your team can’t be worked out, and nothing that anybody wrote is in it.

## Help

help-area = Shows several teams together, to whoever manages an area

## Errors

error-area-manager-only = This is for whoever manages an area. If you do, ask whoever looks after the bot to enter you.

## The file omraden.yaml

areas-mistakes = The areas need mending before the bot can start. They are in the file omraden.yaml; docs/how-to/omraden.md describes it.
areas-no-file = There is no file of areas ({ $path }). Copy config/omraden.exempel.yaml there.
areas-ok = { $areas ->
    [one] 1 area with { $teams } teams is written correctly.
   *[other] { $areas } areas with { $teams } teams are written correctly.
}
areas-unchecked = Whether the teams exist can’t be seen from here: there is no database yet.
content-areas-none = The file has no areas.
content-areas-none-remedy = Write at least one, as in config/omraden.exempel.yaml. If you want no areas, remove the file.
content-areas-missing = The area “{ $area }” lacks “{ $key }”.
content-areas-missing-remedy = Write “{ $key }:” on a line of its own below, indented by two spaces.
content-areas-teams-or-parts = The area “{ $area }” must have either teams or parts.
content-areas-teams-or-parts-remedy = Write “team:” with the teams’ channels, or “delar:” with other areas, but not both.
content-areas-items = Something in the list under “{ $key }” is no text.
content-areas-items-remedy = Write a name after each dash. One that begins with # needs quotation marks, or leave the # out.
content-areas-twice = The team “{ $team }” stands on line { $first } already.
content-areas-twice-remedy = Let the team be in a single area. Two areas can have one above them, by “delar:”.
content-areas-no-person = “{ $text }” is no member ID.
content-areas-no-person-remedy = Write the person’s ID in Slack, for example U012ABCDEF. It is in the person’s profile, under ⋮ and “Copy member ID”.
content-areas-no-name = “{ $text }” is no name of a channel.
content-areas-no-name-remedy = Write the channel’s name as in Slack, without spaces, or its ID.
content-areas-unknown-part = There is no area called “{ $area }” here.
content-areas-unknown-part-remedy = { $nearest ->
    [none] Write the name that stands first on the area’s own line, before the colon.
   *[other] Did you mean “{ $nearest }”?
}
content-areas-nested = The area “{ $area }” has parts itself.
content-areas-nested-remedy = Write the areas that have teams instead.
content-areas-unknown-team = No team is called “{ $team }”.
content-areas-unknown-team-remedy = { $nearest ->
    [none] It is counted once the channel has had its first dialogue. If the channel has another name, mend it.
   *[other] Did you mean “{ $nearest }”? Otherwise it is counted once the channel has had its first dialogue.
}
content-areas-too-small = The area “{ $area }” has { $teams } teams. It can never show anything.
content-areas-too-small-remedy = It takes at least 3 teams, and 6 to show where they are on the scale. Put it together with another area.
content-areas-no-spread = The area “{ $area }” has { $teams } teams. It can only show how many answered.
content-areas-no-spread-remedy = Where the teams are on the scale is shown from 6 teams on. Put it together with another area if you want to see it.
