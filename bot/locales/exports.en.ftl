### Commitments as a table: in files, in the report and on the command line.

commitment-file = commitments
commitment-table = Commitments
commitment-table-title = Commitments { $team }
commitment-trail = Changes

commitment-column-team = Team
commitment-column-aim = Group
commitment-column-activity = What we will do
commitment-column-how = How
commitment-column-target = Done by
commitment-column-role = Responsible role
commitment-column-resources = Resources
commitment-column-follow-up = Follow-up
commitment-column-state = Status
commitment-column-note = Reason or note
commitment-column-agreed = Agreed on
commitment-column-changes = History
commitment-column-day = Day
commitment-change = { $day }: { $kind ->
    [deferred] { $state } until { $target }
   *[other] { $state }
}. { $note }

commitment-means-aim = What it is for, one of these: { $words }.
commitment-means-state = The status, one of these: { $words }.

sheet-key = Name in JSON

## Years

results-commitments = Commitments
results-commitments-counted = Here { $count ->
    [one] is one commitment
   *[other] are { $count } commitments
} that you agreed on, were to have done or followed up in that time. The status now: { $states }.
results-commitments-state = { $state ->
    [open] { $count } under way
    [done] { $count } done
    [deferred] { $count } deferred
   *[dropped] { $count } dropped
}
results-commitments-line = { $state }: { $activity } (due { $day })
results-commitments-rest = { $count ->
    [one] One more is in the file.
   *[other] { $count } more are in the file.
} Type /apt commitments for the whole list.
results-commitments-way = Type /apt commitments for the whole list.
results-commitments-alone = No results were counted in that time. What you agreed on stands below.

## The command line

export-progress-commitments = Reading commitments
export-made-commitments = Done: { $path } ({ $teams ->
    [one] 1 team
   *[other] { $teams } teams
}, { $count ->
    [one] 1 commitment
   *[other] { $count } commitments
}).
export-none-commitments = There are no commitments to export { $period ->
    [none] yet
   *[other] for { $period }
}.
export-bad-year = “{ $said }” is not a year that can be chosen. Write the year with four digits, from 2000 to 2099: --year 2027.
export-bad-quarter = “{ $said }” is not a quarter. Write 1, 2, 3 or 4: --quarter 1.
export-no-pdf = Commitments are not made as a PDF. Choose --format xlsx, csv or json.
