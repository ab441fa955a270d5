# The words shown to people, in English. The same keys stand in sv.ftl.

## Roles and basic words

role-manager = Manager
role-facilitators = Facilitators
component-meningsfullhet = Meaningfulness
component-hanterbarhet = Manageability
component-begriplighet = Comprehensibility

## Names of the steps

step-check-in = Check-in
step-film = Film
step-read = Read
step-reflect = Think for yourself
step-answer = Answer anonymously
step-dialogue = Dialogue
step-exercise = Exercise
step-dilemma = Dilemma
step-value-exercise = Value exercise
step-card = Question card
step-gather = Gather up
step-commit = Decide together
step-check-out = Check-out
group-alone = Everyone for themselves
group-pairs = In pairs
group-small = Small groups, 3–5 people

## The dialogue's message in the channel

board-title = { $number }. { $title }
board-step-done = done
board-step-now = now
board-step-next = later
board-step-skipped = not reached
board-until = until
board-minutes = { $count } min
board-paused = Paused. { $minutes ->
    [0] Less than a minute is left
    [one] 1 minute is left
   *[other] { $minutes } minutes are left
} of this step. The dialogue goes on when the manager or a facilitator presses Continue.
board-ended = The dialogue is over. Thank you for sharing your thoughts!
board-ended-shared-later = The manager gets a summary if at least { $threshold } have answered and can share exactly the same with you.
board-ended-too-small = You are too few for any result to be shown. The answers are deleted.
board-cancelled = The dialogue was cancelled. All answers are removed and nothing is counted.
board-now = Now: { $name }
board-answer = Answer anonymously
board-answer-hint = Open until the dialogue is over. You can change or remove your answer until then. Nobody in the team sees who has answered.
board-next = Next step
board-finish = Finish
board-pause = Pause
board-resume = Continue
board-extend = 5 more min
board-stop = Stop
board-stop-title = End the dialogue?
board-stop-text = The dialogue ends now and nobody can answer any more. The answers given are counted.
board-stop-yes = End now
board-stop-no = Go on
board-controls-hint = The buttons are for the manager and the facilitators.
board-summary = { $title } – now: { $now }
board-summary-over = { $title } – the dialogue is over
board-summary-cancelled = { $title } – the dialogue was cancelled
board-summary-paused = { $title } – paused

## The form for answers

answer-title = Answer anonymously
answer-promise-who = The manager gets a summary when the dialogue is over, but only if at least { $threshold } of you { $invited } have answered. The manager can share exactly the same with the team.
answer-promise-nothing = { $invited } of you can answer. That is too few: no numbers and no words are ever shown, not even to the manager.
answer-promise-no-words = You are fewer than { $quotes }, so what you write is never shown word for word. Still, don’t write who, where or exactly when.
answer-promise-words = Your words are shown only if at least { $quotes } have answered and you say yes yourself. Don’t write who, where or exactly when.{ $small ->
    [yes] {" "}You are few, so your words may be recognised.
   *[no] {""}
}
answer-promise-sealed = When the dialogue is over the answers are counted and deleted, and the key to them is destroyed. Then nobody on our side can see who answered what. While the dialogue goes on, whoever runs the server could read the answer, and the chat service carries it.
answer-comment-hint = Optional, at most { $limit } characters. Don’t write who, where or exactly when.
answer-tags = What is it about?
answer-tags-placeholder = Choose at most two
answer-verbatim = May your words be shown?
answer-verbatim-text = Yes, what I have written may be shown word for word
answer-verbatim-hint = Without your yes nobody is shown the text. Your numbers and subjects are counted all the same. With your yes the text is shown if at least { $quotes } have answered.
answer-withdraw = Remove my answer
answer-withdraw-title = Remove your answer?
answer-withdraw-text = The answer is removed and not counted. You can answer again as long as the dialogue goes on.
answer-withdraw-yes = Remove
answer-withdraw-no = Keep
answer-submit = Send
answer-change = Save the change
answer-close = Cancel
receipt-title = Thank you!
receipt-answered = ✓ Your answer has been received and lies sealed.
receipt-change = Press Answer anonymously again to change or remove it. You can do that until the dialogue is over.
receipt-only-you = Only you see this. Nothing in the channel shows that you have answered.
receipt-withdrawn-title = Your answer is gone
receipt-withdrawn = ✓ Your answer has been removed and is not counted.
receipt-again = To answer again, press Answer anonymously once more.
receipt-close = Close

## The form of the first time

setup-title = First time here
setup-intro = Before the dialogue “{ $theme }” starts in this channel I need to know who leads and who gets the summary. The names are shown in the channel.
setup-manager = The team’s manager
setup-manager-hint = Gets the summary afterwards and decides whether it is shared with the team. The manager does not answer.
setup-facilitators = Facilitators
setup-facilitators-hint = May start, pause and end dialogues and answer like everybody else, but see no summary. You who start are always one of them.
setup-facilitators-placeholder = Choose one or more
setup-counting = Counting how many can answer …
setup-roster = { $count ->
    [0] Nobody in the channel can answer. Invite the team first: only the manager, guests and bots are here.
    [one] 1 person in the channel can answer. The manager, guests and bots are not counted.
   *[other] { $count } people in the channel can answer. The manager, guests and bots are not counted.
}
setup-small = Please note: with five or fewer who can answer no result is ever shown, so that nobody can be recognised. The dialogue itself works just as well.
setup-submit = Save and start
setup-working = Reading who is in the channel takes a little longer than usual. The dialogue starts shortly.
setup-done = Done. The dialogue is shown in the channel.
setup-close = Cancel

## The summary

summary-title = Summary: { $title }
summary-taking-part = { $answered } of { $invited } answered.
summary-too-few = Fewer than { $threshold } have answered.
summary-too-few-why = Therefore no numbers and no words are shown. The answers are deleted and cannot be brought back. Thanks to everybody who talked with each other – the dialogue is what counts.
summary-components = How you answered
summary-ends = 1 = { $low } · 7 = { $high }
summary-headline = The middle answer: { $median } of 7. At least half answered { $low }–{ $high }.
summary-headline-same = The middle answer: { $median } of 7. At least half answered { $median }.
summary-band-low = In the lower part of the scale (1–2)
summary-band-mid = In the middle of the scale (3–5)
summary-band-high = In the higher part of the scale (6–7)
summary-cell = { $range } { $bar } { $count }
summary-tags = What the answers are about
summary-tag = { $tag }: { $count } answers
summary-comments = In your own words
summary-comments-rest = Other
summary-comments-left-out = Not all comments fit into the message. Left out: { $count }.
summary-more-comments = { $title } – more comments
summary-next = Talk more about { $component }
summary-held-back = What is not shown
held-comments-too-few = Comments word for word: they are shown only when at least { $quotes } have answered.
held-comments-no-consent = Comments whose writers have not agreed to have them shown.
held-tags-small = Subjects that fewer than 3 have chosen.
held-distribution-too-few = How the answers are spread: shown only when at least 10 have answered the question.
held-component-too-few = { $component }: fewer than { $threshold } answered that question.
summary-footer = The answers are deleted and the key is destroyed. This is all that is left. The questions are inspired by KASAM and are not a validated instrument.
summary-share = Share with the team
summary-share-title = Share with the team?
summary-share-text = Exactly this summary is shown in the team’s channel. It cannot be undone.
summary-share-yes = Share
summary-share-no = Not now
summary-shared = Shared with the team.
summary-text = { $title }: { $taking }
voided = The round for “{ $title }” could not be counted, because the answers cannot be opened. They are deleted and there is no result. The fault is the bot’s, not anything you have done.

## Short answers

reply-starting = Starting “{ $title }” in the channel.
reply-next = You are now at the step “{ $step }”.
reply-over = The dialogue is over. The summary comes to the manager in a private message.
reply-paused = Paused. Type `/apt resume` or press Continue when you are ready.
reply-resumed = The clock is running again.
reply-extended = { $minutes ->
    [one] One more minute. The rest moves as much.
   *[other] { $minutes } more minutes. The rest moves as much.
}
reply-cancelled = The dialogue is cancelled and all answers are removed.
reply-ask-cancel = Do you want to cancel the dialogue? All answers are removed without being counted, and it cannot be undone. Type `/apt stop` if they are to be counted.
reply-shared = The summary is shared in the channel.
reply-failed = Something went wrong on my side, not yours. Nothing you have done is lost. Try again in a while, and tell whoever looks after the bot if it happens again.
blocked-not-in-channel = I can’t reach the channel of { $team }, so the dialogue is not shown there. Type `/invite @aptbot` in the channel. Then I send what is waiting.

## Help

help-title = How to use /apt
help-intro = A dialogue takes 15 minutes. The manager or a facilitator starts it in the team’s channel, everybody talks, and whoever wants to answers anonymously.
help-group-everyone = For everybody
help-group-leaders = For the manager and facilitators
help-menu = Shows what fits right now
help-help = This help
help-themes = Lists all themes
help-show = Shows a theme to you alone
help-start = Starts a dialogue in this channel
help-status = Where the dialogue is right now
help-next = Goes to the next step
help-pause = Stops the clock
help-resume = Starts the clock again
help-extend = Gives the step more minutes
help-stop = Ends now and counts the answers
help-cancel = Asks first, then cancels and throws all answers away
help-footer = The commands work in Swedish too: hjälp, teman, visa, start, status, nästa, paus, fortsätt, förläng, stopp, avbryt.
help-arg-theme = theme
help-arg-minutes = minutes

## Themes

themes-show = Show { $number }
themes-start = Start { $number }
preview-intro = Only you see this. The dialogue takes { $minutes } minutes.
preview-steps = How it is done
preview-questions = The questions that are answered anonymously
preview-minutes = { $count } min
preview-start = Start in this channel
preview-all = All themes

## Menu and status

menu-title = What would you like to do?
menu-no-team = No dialogue has been held in this channel yet. Whoever starts the first one is asked who is manager and facilitator.
menu-idle = { $team }: no dialogue is going on right now.
menu-idle-member = The manager or a facilitator starts the next dialogue.
menu-last = Latest: { $title }.
menu-next = Next theme: { $title }.
menu-start = Start { $title }
menu-themes = Show all themes
menu-help = Help
menu-cancel = Cancel the dialogue
menu-cancel-title = Throw all answers away?
menu-cancel-text = The dialogue is cancelled and all answers are removed without being counted. It cannot be undone.
menu-cancel-yes = Throw away
menu-cancel-no = Keep
menu-running = Going on: { $title }, step { $step } of { $steps } ({ $name }).
menu-ends-at = This step ends { $time }. The whole dialogue ends { $end }.
home-title = Hello!
home-intro = I help your team to talk for a quarter of an hour about what makes work go well.
home-how = Type `/apt start tema1` in the team’s channel to begin, or `/apt` to see what fits right now.
home-teams = Teams you lead: { $teams }.
home-back = Back
home-anonymous = The answers are anonymous when the dialogue is over: they are counted and deleted, and the key is destroyed. Fewer than { $threshold } answers are never shown.

## Errors that a person can do something about

error-unknown = That did not work. Type `/apt help` to see what you can do.
error-unknown-command = { $nearest ->
    [none] I don’t know “{ $word }”. Type `/apt help` to see what you can type.
   *[other] I don’t know “{ $word }”. Did you mean `/apt { $nearest }`?
}
error-not-allowed = Only the team’s manager and facilitators can do this. Their names stand at the bottom of the dialogue’s message in the channel.
error-manager-only = Only the team’s manager can do this.
error-no-team = There is no team in this channel yet. Type `/apt start tema1` and I will help you begin.
error-team-exists = The channel already has a team. Type `/apt start` and a theme to begin.
error-manager-not-member = Choose a manager who is in the channel, not a guest or a bot. Is the manager missing? Invite the manager to the channel first.
error-not-a-member = Only somebody who is in the channel, and is not a guest, can start the first dialogue here. Ask someone in the team.
error-no-session = No dialogue is going on here right now. Type `/apt start tema1` to start one, or `/apt themes` to choose.
error-session-running = A dialogue is already going on in this channel. Type `/apt status` to see where you are, or `/apt stop` to end it first.
error-already-paused = The dialogue is already paused. Type `/apt resume` to go on.
error-not-paused = The dialogue is not paused. Type `/apt pause` to stop the clock.
error-step-passed = Somebody was faster: the dialogue has already moved on from that step.
error-bad-minutes = Type how many minutes, between { $low } and { $high }. For example `/apt extend 5`.
error-unknown-theme = { $nearest ->
    [none] I can’t find a theme called “{ $word }”. Type `/apt themes` to see all.
   *[other] I can’t find a theme called “{ $word }”. Did you mean `{ $nearest }`? Type `/apt themes` to see all.
}
error-no-themes = There are no themes to read right now. Ask whoever looks after the bot to run `aptbot dialogues check`.
error-round-closed = The dialogue is over, so this came too late and is not kept. If you had answered already, that answer counts.
error-not-on-roster = You are not on the list of those who can answer this time. The list is made when the dialogue starts. The manager, guests and those who came later are not on it.
error-manager-answers = You are the team’s manager and do not answer. The summary comes to you afterwards.
error-empty-answer = Answer at least one question or write something, so that there is something to send.
error-text-too-long = The text is too long. Shorten it to at most { $limit } characters.
error-too-many-tags = Choose at most { $limit }.
error-no-result = There is no result to share.
error-not-in-channel = I am not in this channel. Type `/invite @aptbot` and try again.
error-not-a-channel = This works only in a team’s channel, not in a private message. Go to the channel and type the same there.
error-start-failed = The dialogue could not be started: the chat service did not answer for several minutes. Try again when it works.
error-nobody-to-answer = Nobody in the channel can answer: only the manager, guests and bots are here. Invite the team first.
error-form-expired = It took too long, so the form could not be opened. Please try again.

## The command line

cli-connected = The bot is connected to Slack. Stop it with Ctrl+C.
cli-workspace = Open the practice workspace:  { $url }  (stop with Ctrl+C)
cli-workspace-file = The practice workspace’s file { $path } can’t be used: it is damaged, written by another version, or protected. Remove the file (everything said in practice is lost) or let the bot read and write it, and start again.
cli-workspace-failed = The practice workspace could not start. Try again.
cli-dialogues-good = ✓ { $themes } themes in { $programmes } programmes, no mistakes.
cli-no-themes = There are no themes in { $directory }. Each programme is a folder with the file programme.yaml and one file for each theme.
