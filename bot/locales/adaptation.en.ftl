# Words about the adaptation log. The same keys are in adaptation.sv.ftl.

help-log = The adaptation log: what you did as it was meant, changed or skipped, and why

## The log

log-title = Adaptation log
log-intro = How the dialogues turned out, step by step. Only the team’s { -manager } and { -facilitators } can read the log here.
log-empty = The log is empty. When your first dialogue is over you can write how it turned out.
log-heading = { $date } { $year } · { $title }
log-none = Nothing is written yet.
log-kept = { $kept } of { $steps } steps were done as they were meant.
log-minutes = { $planned } minutes were planned. The dialogue took { $taken ->
    [0] less than a minute
   *[other] { $taken }
}, with any pauses.
log-longer = { $name } (+{ $minutes })
log-added = More minutes were given to: { $steps }.
log-step-was = { $was }: { $name }.
log-why = Why: { $why }
log-older = { $count ->
    [one] One older note is not shown.
   *[other] { $count } older notes are not shown.
}
log-write = Write in the log
log-edit = Change
log-offer = Write in the adaptation log

log-as-meant = As it was meant
log-changed = Changed
log-skipped = Skipped

## The form

log-form-title = Adaptation log
log-method = Write about the way of working. “Changed” is just as good as “As it was meant”.
log-no-names = Write no names and nothing else that points anybody out, neither colleagues nor the people you are here for.
log-readers = The team’s { -manager } and { -facilitators } can read and change it. Who wrote it is not kept.
log-step = { $number }. { $name } ({ $minutes } min)
log-step-why = What did you do instead, and why? ({ $name })
log-step-why-hint = May be left empty. At most { $limit } characters.
log-why-label = What did you change, and why? How did it turn out?
log-why-hint = About the dialogue as a whole. May be left empty. At most { $limit } characters.
log-submit = Save
log-close = Cancel
log-written = ✓ Saved in the adaptation log.
log-written-next = Type `/apt log` in the channel when you want to read it or change something.

## Errors

error-nothing-to-log = There is no dialogue that has ended to write about here. Type `/apt log` in the team’s channel to see which there are.
error-log-changed = Somebody else has written about the same dialogue since you opened this. Copy your text and close. Then type `/apt log` and press Change.
