# The words shown to people, in English. The same keys stand in sv.ftl.

## Roles and basic words

role-manager = Manager
role-facilitators = Facilitators
-manager = manager
-facilitators = facilitators
-inspiration = inspired by KASAM
component-meningsfullhet = Meaningfulness
component-hanterbarhet = Manageability
component-begriplighet = Comprehensibility

## Names of the steps

step-check-in = Check-in
step-film = Film
step-read = Read
step-reflect = Think for yourself
step-answer = Answer anonymously
step-dialogue = Talk
step-exercise = Exercise
step-dilemma = Dilemma
step-value-exercise = Value exercise
step-card = Question card
step-gather = Gather up
step-commit = Decide together
step-check-out = Check-out
group-alone = Everyone for themselves
group-pairs = In pairs
group-small = Groups of 4–7

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
} of this step. The dialogue goes on when the { -manager } or one of the { -facilitators } presses Continue.
board-ended = The dialogue is over. Thank you for sharing your thoughts!
board-ended-shared-later = The manager gets a summary if at least { $threshold } have answered. { $sees ->
    [yes] You see the same at the latest a day later, except comments that the manager hides.
   *[no] Only the manager sees it.
}
board-ended-too-small = You are too few for any result to be shown. The answers are deleted. The talk you had is worth just as much.
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
board-stop-text-too-small = The dialogue ends now and nobody can answer any more. You are too few for any result to be shown, so the answers are deleted unread.
board-stop-yes = End now
board-stop-no = Go on
board-controls-hint = The buttons are for the { -manager } and the { -facilitators }.
board-summary = { $title } – now: { $now }
board-summary-over = { $title } – the dialogue is over
board-summary-cancelled = { $title } – the dialogue was cancelled
board-summary-paused = { $title } – paused

## The form for answers

answer-title = Answer anonymously
answer-promise-who = { $sees ->
    [words] The manager gets a summary when the dialogue is over, if at least { $threshold } of you { $invited } answer. The team gets the same, except words the manager hides, within a day.
    [numbers] The manager gets a summary when the dialogue is over, if at least { $threshold } of you { $invited } answer. The team gets the same, within a day.
   *[no] Only the manager gets a summary when the dialogue is over, if at least { $threshold } of you { $invited } answer. The team does not.
}
answer-promise-box = You are { $invited } in { $teams } teams sharing one box until all have had the dialogue, latest { $date }.
answer-promise-box-who = { $sees ->
    [words] Teams get the managers’ summary, except hidden words, if { $threshold } answer.
    [numbers] Teams get the managers’ summary if { $threshold } answer.
   *[no] Only managers get a summary, if { $threshold } answer.
}
answer-promise-box-nothing = Too few: nothing is ever shown, not even to managers.
answer-promise-nothing = { $invited } of you can answer. That is too few: no numbers and no words are ever shown, not even to the manager.
answer-promise-no-words = Your words are never shown: you are fewer than { $quotes }. Don’t write who, where or when.
answer-promise-words = Your words show only with your yes, if { $quotes } answer. { $small ->
    [yes] They may be recognised: don’t write who, where or when.
   *[no] Don’t write who, where or when.
}
answer-promise-sealed = { $few ->
    [yes] Afterwards the answers are deleted unread, and the key to them.
   *[no] Then the answers and the key are deleted: nobody can see who answered what.
} Before that, whoever runs the server can read them. The chat service carries them.
answer-comment-hint = Optional, at most { $limit } characters. Don’t write who, where or exactly when.
answer-tags = What is it about?
answer-tags-placeholder = Choose at most two
answer-verbatim = May your words be shown?
answer-verbatim-text = Yes, what I have written may be shown word for word
answer-verbatim-hint = Without your yes nobody is shown the text. Your numbers and subjects are counted all the same, and so is a “don’t know”. With your yes the text is shown if at least { $quotes } have answered. The text stands under your subject, if the subject is shown.
answer-withdraw = Remove my answer
answer-withdraw-title = Remove your answer?
answer-withdraw-text = The answer is removed and not counted. You can answer again as long as { $pooled ->
    [yes] the shared box is open
   *[no] the dialogue goes on
}.
answer-withdraw-yes = Remove
answer-withdraw-no = Keep
answer-submit = Send
answer-change = Save the change
answer-close = Cancel
receipt-title = Thank you!
receipt-answered = ✓ Your answer has been received and lies sealed.
receipt-change = Press Answer anonymously again to change or remove it. You can do that { $pooled ->
    [yes] as long as the shared box is open
   *[no] until the dialogue is over
}.
receipt-only-you = Only you see this. Nothing in the channel shows that you have answered.
receipt-withdrawn-title = Your answer is gone
receipt-withdrawn = ✓ Your answer has been removed and is not counted.
receipt-again = To answer again, press Answer anonymously once more.
receipt-close = Close

## Before a text is sent

hesitation-title = Read it once more
hesitation-intro = Nothing has been sent yet. You have said yes to your words being shown word for word. Something in the text looks as if it could give you or somebody else away.
hesitation-text = Your text
hesitation-names = Names: { $found }
hesitation-names-why = A name says who it is about, and often also who has written it.
hesitation-rooms = Rooms: { $found }
hesitation-rooms-why = Whoever knows who was in a place can work out who it is about.
hesitation-health = Health: { $found }
hesitation-health-why = What concerns health is sensitive, and those who work close by often understand who it is about.
hesitation-advice = Press Edit to return to what you have written. For example, replace a name with “a colleague” or a room with “a room”. If you are sure that nobody can be recognised, press Send anyway.
hesitation-submit = Send anyway
hesitation-close = Edit
hesitation-back = Back

## The form of the first time

setup-title = First time here
setup-intro = Before the dialogue “{ $theme }” starts in this channel I need to know who leads and who gets the summary. The names are shown in the channel.
setup-manager = The team’s { -manager }
setup-manager-hint = Gets the summary afterwards. The manager does not answer.
setup-facilitators = Facilitators
setup-facilitators-hint = May start, pause and end dialogues and answer like everybody else, but see no summary. You who start are always one of them.
setup-facilitators-placeholder = Choose one or more
setup-counting = Counting how many can answer …
setup-roster = { $count ->
    [0] Nobody in the channel can answer. Invite the team first: only the manager, guests and bots are here.
    [one] 1 person in the channel can answer. The manager, guests and bots are not counted.
   *[other] { $count } people in the channel can answer. The manager, guests and bots are not counted.
}
setup-small = Please note: with five or fewer who can answer no result is ever shown for this team alone. Otherwise somebody could work out who answered what. The talk is worth having all the same.
setup-submit = Save and start
setup-working = Reading who is in the channel takes a little longer than usual. The dialogue starts shortly.
setup-done = Done. The dialogue is shown in the channel.
setup-close = Cancel

## The summary

summary-title = Summary: { $title }
summary-taking-part = { $answered } of { $invited } answered.
summary-too-few = Fewer than { $threshold } have answered.
summary-too-few-why = Therefore no numbers and no words are shown. The answers are deleted and cannot be brought back. Thanks to everybody who talked with each other – the talk is what counts.
summary-components = How you answered
summary-ends = 1 = { $low } · 7 = { $high }
summary-headline = The middle answer: { $median }, on the scale 1–7. At least half answered { $low }–{ $high }.
summary-headline-same = The middle answer: { $median }, on the scale 1–7. At least half answered { $median }.
summary-band-low = In the lower part of the scale (1–2).
summary-band-mid = In the middle of the scale (3–5).
summary-band-high = In the higher part of the scale (6–7).
summary-cell = { $range } { $bar } { $count }
summary-tags = What the answers are about
summary-tag = { $tag }: { $count } answers
summary-tag-at-least = { $tag }: at least { $count } answers
summary-comments = In your own words
summary-comments-rest = Without a subject
summary-comments-left-out = Not all comments fit into the message. Left out: { $count }.
summary-more-comments = { $title } – more comments
summary-next = Talk more about { $component }
summary-held-back = What is not shown
held-comments-too-few = Comments word for word: they are shown only when at least { $quotes } have answered.
held-comments-no-consent = Comments whose writers have not agreed to have them shown, if there are any.
held-tags-small = Subjects that fewer than 3 have chosen, and “don’t know” from fewer than 3, if there are any. When nearly all have chosen a subject it says “at least”, and when nearly all have chosen the same subjects only the most common are shown. So nobody can work out what a colleague has chosen.
held-distribution-too-few = How the answers are spread: shown only when at least 10 have answered the question.
held-component-too-few = { $component }: fewer than { $threshold } answered that question.
summary-footer = The answers are deleted and their key is being destroyed. This is all that is left. The questions are { -inspiration } and are not a validated instrument.
summary-footer-hidden = The answers are deleted and their key is being destroyed. { $pooled ->
    [yes] { $count ->
        [one] The hidden comment is still with the managers
       *[other] The hidden comments are still with the managers
    }
   *[no] { $count ->
        [one] The hidden comment is still with the manager
       *[other] The hidden comments are still with the manager
    }
}. Otherwise this is all that is left. The questions are { -inspiration } and are not a validated instrument.
summary-share = Share now
summary-share-title = Share with the team?
summary-share-text = Exactly this summary is shown in the team’s channel.
summary-share-text-pool = Exactly this summary is shown in the channel of every team that answered together.
summary-share-text-hidden = { $count ->
    [one] The comment that is hidden is left out.
   *[other] The { $count } comments that are hidden are left out.
}
summary-share-text-once = It cannot be undone.
summary-share-yes = Share
summary-share-no = Not now
summary-shared = Shared with the team.
summary-shares-itself = The team is to see the summary. Unless you share it now, it is shared by itself
summary-only-manager = When the dialogue started it was settled that only you, the manager, see the summary. Therefore it cannot be shared.
summary-hide = Hide a comment
summary-hidden = { $count ->
    [one] 1 comment is hidden
   *[other] { $count } comments are hidden
} by { $pooled ->
    [yes] a manager
   *[no] the manager
}.
summary-hidden-heading = { $count ->
    [one] Comment hidden from the team
   *[other] Comments hidden from the team
}{ $about ->
    [subject] , about: { $subject }
    [rest] , without a subject
   *[none] {""}
}
summary-page-emptied = { $title }: this continuation is no longer needed.
hide-title = Hide a comment
hide-what = What you choose is taken out of what the team sees. Your own summary keeps all comments, and the numbers do not change.
hide-told = The team is told how many comments are hidden, but not what they are about.
hide-writer = Who has written it does not come out, neither to you nor to the team.
hide-later = You can change your mind at any time. If the summary is shared already, it changes in the channel, but what somebody has read is read.
hide-pool = This goes for all the teams that answered together. The other managers see what you hide and can change it, too.
hide-label = Comments that the team does not get to see
hide-placeholder = None is hidden
hide-submit = Save
hide-done = { $count ->
    [0] ✓ Saved. No comment is hidden.
    [one] ✓ Saved. 1 comment is hidden from the team.
   *[other] ✓ Saved. { $count } comments are hidden from the team.
}
hide-done-later = This is how it will be when the summary is shared. In your own summary you see what is hidden.
hide-done-shared = The summary in the channel changes now. In your own you see what is hidden.
summary-text = { $title }: { $taking }
voided = The answers to “{ $title }” could not be counted, because they cannot be opened. They are deleted and there is no result. The fault is the bot’s, not anything you have done.

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
help-intro = A dialogue takes 15 minutes. The { -manager } or one of the { -facilitators } starts it in the team’s channel. Everybody talks, and whoever wants to answers anonymously.
help-group-everyone = For everybody
help-group-leaders = For the { -manager } and { -facilitators }
help-menu = Shows what fits right now
help-help = This help
help-themes = Shows the programmes and their themes
help-show = Shows a theme to you alone
help-start = Starts a dialogue in this channel
help-status = Where the dialogue is right now, or when the next one is
help-privacy = How answers are protected, and what the manager gets to see
help-next = Goes to the next step
help-pause = Stops the clock
help-resume = Starts the clock again
help-extend = Gives the step more minutes
help-stop = Ends now. The answers are counted, in a shared box when all teams have had their dialogue
help-cancel = Asks first, then cancels. All answers are thrown away, but in a shared box they stay
help-footer = The commands work in Swedish too: hjälp, teman, visa, start, status, nästa, paus, fortsätt, förläng, stopp, avbryt, integritet, lag, plan, kalender, önska, kort, spegel, checklista, enkät, logg, resultat, område.
help-arg-theme = theme
help-arg-deck = part or deck
help-arg-programme = programme
help-arg-minutes = minutes

## Themes

themes-show = { $evaluation ->
    [yes] Show the evaluation
   *[no] Show { $number }
}
themes-start = { $evaluation ->
    [yes] Start the evaluation
   *[no] Start { $number }
}
preview-intro = Only you see this. The dialogue takes { $minutes } minutes.
preview-steps = How it is done
preview-questions = The questions that are answered anonymously
preview-minutes = { $count } min
preview-start = Start in this channel
preview-all = All themes

## Menu and status

menu-title = What would you like to do?
status-title = Right now
status-next = No dialogue is going on. Next: { $when }.
status-paused = No dialogue is going on. The plan is paused.
status-nothing = No dialogue is going on. Nothing is planned.
menu-no-team = No dialogue has been held in this channel yet. Whoever starts the first one is asked who are { -manager } and { -facilitators }.
menu-idle = { $team }: no dialogue is going on right now.
menu-idle-member = The { -manager } or one of the { -facilitators } starts the next dialogue.
menu-last = Latest: { $title }.
menu-next = Next theme: { $title }.
menu-evaluation = Time to look back: { $title }, { $minutes } minutes. Then you choose what comes next.
menu-start = Start { $title }
menu-themes = Show all themes
menu-help = Help
menu-plan = The plan
menu-results = Results
menu-cancel = Cancel the dialogue
menu-cancel-title = Throw all answers away?
menu-cancel-text = The dialogue is cancelled and all answers are removed without being counted. It cannot be undone.
menu-cancel-yes = Throw away
menu-cancel-no = Keep
menu-running = Going on: { $title }, step { $step } of { $steps } ({ $name }).
menu-ends-at = This step ends { $time }. The whole dialogue ends { $end }.
home-title = Hello!
home-intro = I help your team to talk for a quarter of an hour about what makes work go well.
home-how = Type `/apt` in the team’s channel to see what fits right now. Whoever leads begins with `/apt start tema1`.
home-teams = Teams you lead: { $teams }.
home-back = Back
home-anonymous = When the box closes the answers are counted and deleted, and their key is destroyed. Then they are anonymous. That is when the dialogue is over, or at the time shown in the form. Teams that answer together wait until all have had their dialogue. Fewer than { $threshold } answers are never shown.

## Errors that a person can do something about

error-unknown = That did not work. Type `/apt help` to see what you can do.
error-unknown-command = { $nearest ->
    [none] I don’t know “{ $word }”. Type `/apt help` to see what you can type.
   *[other] I don’t know “{ $word }”. Did you mean `/apt { $nearest }`?
}
error-not-allowed = Only the team’s { -manager } and { -facilitators } can do this. Type `/apt team` in the channel to see who they are.
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
error-round-closed = It is no longer possible to answer, so this came too late and is not kept. If you had answered already, that answer stands, unless the answers were thrown away when the dialogue was cancelled.
error-not-on-roster = You are not on the list of those who can answer this time. The list is made when the dialogue starts. If several teams answer together, it is made when the first of them starts. The manager, guests and those who came later are not on it.
error-manager-answers = You are the team’s manager and do not answer. The summary comes to you afterwards.
error-empty-answer = Answer at least one question or write something, so that there is something to send.
error-text-too-long = The text is too long. Shorten it to at most { $limit } characters.
error-personal-data = { $kind ->
    [identity-number] The text seems to hold a personal identity number: { $found }. Remove it and send again.
    [phone] The text seems to hold a phone number: { $found }. Remove it and send again.
    [email] The text seems to hold an e-mail address: { $found }. Remove it and send again.
    [mention] The text seems to point out somebody here in the chat: { $found }. Remove it and send again.
   *[several] The text seems to hold things that point somebody out: { $found }. Remove them and send again.
}
error-too-many-tags = Choose at most { $limit }.
error-no-result = There is no result here to share or change.
error-not-shared = When the dialogue started it was settled that only the manager sees the summary. That goes for that dialogue and cannot be changed afterwards.
error-not-in-channel = I am not in this channel. Type `/invite @aptbot` and try again.
error-not-a-channel = This works only in a team’s channel, not in a private message. Go to the channel and type the same there.
error-start-failed = The dialogue could not be started: the chat service did not answer for several minutes. Try again when it works.
error-nobody-to-answer = Nobody in the channel can answer: only the manager, guests and bots are here. Invite the team first.
error-form-expired = It took too long, so the form could not be opened. Please try again.

## The command line

cli-connected = The bot is connected to Slack. Stop it with Ctrl+C.
cli-stopping = The bot is finishing what it is at. That may take half a minute if Slack doesn’t answer. Ctrl+C once more ends it at once.
cli-workspace = Open the practice workspace:  { $url }  (stop with Ctrl+C)
cli-workspace-file = The practice workspace’s file { $path } can’t be used: it is damaged or written by another version. Remove the file (everything said in practice is lost) and start again.
cli-practised = The database of practice is in { $path }: type APTBOT_DATA_DIR={ $quoted } { $command }
cli-workspace-failed = The practice workspace could not start. Try again.
cli-no-access = { $path } can’t be used ({ $reason }). See that the file and the folders above it are there, that the account that runs the bot may read and write there, and that the disk isn’t full.
cli-dialogues-good = ✓ { $found } in { $programmes ->
    [one] 1 programme
   *[other] { $programmes } programmes
}, no mistakes.
cli-found-themes = { $count ->
    [one] 1 theme
   *[other] { $count } themes
}
cli-found-evaluations = { $count ->
    [one] 1 evaluation
   *[other] { $count } evaluations
}
cli-found-cards = { $count ->
    [one] 1 card
   *[other] { $count } cards
}
cli-found-mirrors = { $count ->
    [one] 1 mirror
   *[other] { $count } mirrors
}
cli-no-dialogues = There are no themes, decks of cards or mirrors in { $directory }. Each programme is a folder with the file programme.yaml and one file for each theme, deck or mirror.
