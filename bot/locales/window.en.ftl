# Words about boxes that are open after the dialogue, and about reminders. The same keys stand in
# window.sv.ftl.

## Times

window-moment = { $weekday ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
} { $date } at { $time }

## The team’s page

window-team-none = The box closes when the dialogue is over.
window-team-same = The box is open for answers until 18:00 on the day of the dialogue, for two hours at least. Whoever was not there can answer, too.
window-team-days = The box is open for answers until 18:00, { $days ->
    [one] one day
   *[other] { $days } days
} after the dialogue. Whoever was not there can answer, too.
window-team-pooled = A shared box closes when all teams have had their dialogue, at the latest after { $days } days.
window-choose = Change the time for answers
window-title = How long can you answer?
window-intro = Whoever missed the meeting can answer afterwards if the box is open for so long. It closes at 18:00 on the last day. The summary comes once, when the box has closed.
window-from-next = It applies from the next dialogue. A dialogue that is open already keeps the time that was promised when it started.
window-alone = Bear in mind that whoever answers later sits alone. Nothing in the channel shows that anybody answers, neither during the dialogue nor afterwards.
window-set-none = Until the dialogue is over
window-set-same = The same day until 18:00
window-set-days = { $days ->
    [one] Until the day after
   *[other] For { $days } days
}

## The dialogue’s message

window-answer-by = Answer at the latest
window-answer-hint = You can change or remove your answer until then. Nobody in the team sees who has answered.
window-open = The box is still open. Did you not have the time, or were you not at the meeting? Then you can answer now.
window-closed = The box is closed.
window-summary = { $title } – open for answers until { $until }
window-stop-text = The dialogue ends now. The box is open for answers until the time shown in the message. Then the answers are counted.
window-reply-over = The dialogue is over. The box is open for answers until the time shown in the dialogue’s message. Then the summary comes to the manager in a private message.

## The menu

window-box = Open for answers until { $until }: { $title }.
window-box-pool = Open for answers, at the latest until { $until }: { $title }.
window-box-in = Open for answers until { $until } in { $team }: { $title }.
window-answer-one = Answer anonymously: { $title }

## The form and the receipt

window-promise-until = The box closes on { $until }.
window-promise-who = { $sees ->
    [words] The team gets the manager’s summary, except hidden words, if at least { $threshold } of you { $invited } answer.
    [numbers] The team gets the manager’s summary if at least { $threshold } of you { $invited } answer.
   *[no] Only the manager gets a summary, if at least { $threshold } of you { $invited } answer.
}
window-receipt-change = Press Answer anonymously again to change or remove it. You can do that until the box closes, { $until }.
window-withdraw-text = The answer is removed and not counted. You can answer again until the box closes, { $until }.

## The page about how answers are protected

window-privacy-manager = The manager gets a summary when the box has closed. It never shows a single answer, and never who has answered.
window-privacy-when = The box closes on { $until }. If the dialogue is going on at that time, the box waits for it, two hours at most. Until then you can change or remove your answer.
window-privacy-over = The box closed when time was up. Until then answers could be changed or removed.
window-privacy-next-same = At 18:00 on the same day, at least two hours after the start. Until then you can change or remove your answer.
window-privacy-next-days = At 18:00, { $days ->
    [one] one day
   *[other] { $days } days
} after the dialogue. Until then you can change or remove your answer.
window-privacy-unknown = When the dialogue is over, or at a time that the team has chosen. Which it is, the form says before you answer. Until then you can change or remove your answer.
window-privacy-remind = A reminder may come while the box is open. It goes to everybody who can answer, also to those who have done so, except those who want no reminders.

## The reminder

window-remind-title = Answer at the latest { $until }
window-remind-text = { $title }, the dialogue in { $team }, is open for answers. If you have answered already you need not do anything.
window-remind-all = Everybody who can answer gets the same reminder, once, except those who want no reminders. I don’t look who has answered.
window-remind-quiet = You get no more reminders, whatever the team. Nobody else is told.
window-remind-closed-title = The box is closed
window-remind-closed = This box can’t be answered in any longer.
window-remind-off = No more reminders
window-remind-on = Turn reminders on
window-home-quiet = You get no reminders.
