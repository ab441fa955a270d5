# Words about commitments: what the group agrees to do. The same keys are in commitments.sv.ftl.

help-commitments = Shows what you have agreed to do. Those who lead can follow up and write new ones here

## The list

commitments-button = { $count ->
    [0] Commitments
   *[other] Commitments ({ $count } to follow up)
}
commitments-title = Commitments in { $team }
commitments-waiting = { $count ->
    [0] No commitment is waiting right now.
    [one] One commitment is under way.
   *[other] { $count } commitments are under way.
}
commitments-late = { $count ->
    [one] One is late.
   *[other] { $count } are late.
}
commitments-all-late = { $count ->
    [one] It is late.
   *[other] All are late.
}
commitments-empty = When you agree on something, whoever leads can write it down here: what is to be done, by which role and by when.
commitments-rest = { $count ->
    [one] One more is not shown here.
   *[other] { $count } more are not shown here.
}
commitments-older = { $count ->
    [one] One more was closed during the year. It is in the table.
   *[other] { $count } more were closed during the year. They are in the table.
}
commitments-readers = Only those who lead the team can write and follow up.
commitments-closed = Closed during the last year
commitments-more = Show more
commitments-file = Get as a table

commitment-make = Make a commitment
commitment-follow-up = Follow up
commitment-edit = Change
commitment-reopen = Change status: { $activity }

commitment-by = To be done by { $day }
commitment-is-late = Late: was to be done by { $day }
commitment-deferred-to = Deferred until { $day }
commitment-responsible = Responsible: { $role }
commitment-said-how = How: { $text }
commitment-said-resources = Needed: { $text }
commitment-said-follow_up = Follow-up: { $text }
commitment-noted = Noted { $day }: { $note }
commitment-was-done = ✓ { $activity } (done { $day })
commitment-was-dropped = ✗ { $activity } (dropped { $day })

## The forms

commitment-title = Make a commitment
commitment-edit-title = Change the commitment
commitment-follow-up-title = Follow up
commitment-readers = Everyone in the channel can read the commitment. Write roles, not names. Who wrote it is not kept.
commitment-no-comments = Do not repeat single comments from the summary: whoever wrote one could be recognised.
commitment-everybody = Everybody
commitment-activity = What are we going to do?
commitment-activity-hint = One thing that you can see whether it was done. For example: ten minutes for handing over every Friday.
commitment-role = Responsible role
commitment-role-hint = A role, for example everybody, the manager or the planning group.
commitment-target = To be done by
commitment-aim = What is it for?
commitment-aim-develop = Develop
commitment-aim-keep = Keep
commitment-aim-attract = Attract
commitment-aim-recruit = Recruit
commitment-aim-introduce = Introduce
commitment-aim-leave = Leave
commitment-how = How do we do it?
commitment-how-hint = May be left empty.
commitment-resources = What is needed?
commitment-resources-hint = For example time, money or help from somebody else. May be left empty.
commitment-follow_up = How do we follow it up?
commitment-follow_up-hint = How will you notice that things are better? May be left empty.
commitment-state = How is it going?
commitment-state-open = Under way
commitment-state-done = Done
commitment-state-deferred = Deferred
commitment-state-dropped = Dropped
commitment-note = How did it go?
commitment-note-hint = Everyone in the channel can read it. Write why if you defer or drop the commitment. At most { $limit } characters.
commitment-later = New day
commitment-later-hint = Only used if you defer it.
commitment-save = Save
commitment-close = Cancel
commitment-saved = ✓ Saved: { $activity }. To be done by { $day }.
commitment-now-open = ✓ Noted: { $activity } is under way. To be done by { $day }.
commitment-now-done = ✓ Done: { $activity }.
commitment-now-deferred = ✓ Deferred until { $day }: { $activity }.
commitment-now-dropped = ✓ Dropped: { $activity }.
commitment-saved-next = Everyone in the channel can read it with `/apt commitments`.

## Errors

error-empty-commitment = { $field ->
    [role] Write which role is responsible, for example everybody or the manager.
   *[activity] Write what you are going to do. A few words are enough.
}
error-reason-missing = Write why. A reason is needed when a commitment is deferred or dropped.
error-target-passed = Choose a day: today at the earliest and three years ahead at the latest.
error-target-not-later = Choose a day that is later than the present one. With Change you can choose an earlier one.
error-no-commitment = There is no such commitment. Type `/apt commitments` to see those there are.
error-commitment-changed = Somebody else has changed the commitment since you opened this. Copy your text and close. Then type `/apt commitments` and open it again.
error-too-many-commitments = You have { $limit } commitments under way, and there can be no more. Follow one up with `/apt commitments` first: mark it as done or drop it.

## The dialogue's message in the channel

board-commit-since = Since last time
board-commit-agreed = We have agreed on
board-commit-more = and { $count } more: type `/apt commitments`
board-commit-by = to be done by { $day }
board-commit-deferred = deferred until { $day }
board-commit-late = was to be done by { $day }
board-commit-done = done
board-commit-dropped = dropped
board-commit-hint = Write down what you agree on with Make a commitment, and it stands here for everybody.
board-commit-hint-over = Did you agree on something that is not here? The { -manager } and { -facilitators } can write it down until the next dialogue begins.
