# Words about the team's page and about teams that answer together. The same keys stand in teams.sv.ftl.

## Names and days

list-and = { $first } and { $last }
date-day = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}

## The form of the first time

setup-intro-team = I need to know who leads the team in this channel and who gets the summary. The names are shown in the channel. No dialogue starts yet.
setup-submit-team = Save
setup-sees = May the team see the same summary as the manager?
setup-sees-both = Yes, everybody sees the same
setup-sees-manager = No, only the manager sees it
setup-sees-hint = The manager can hide a comment that hurts or points somebody out. This is fixed when each dialogue starts, cannot be changed afterwards, and is shown to everybody before they answer. Before the next dialogue the manager can change it with /apt team.
setup-working-team = Reading who is in the channel takes a little longer than usual. The team is saved shortly.
setup-saved = ✓ The team is saved.
setup-saved-start = Type `/apt start tema1` in the channel when you want your first dialogue.
setup-saved-pool = Are you five or fewer who can answer? Then the manager can type `/apt team` and choose other teams to answer together with. Do it before the first dialogue.

setup-small-start = If you want a result, you can answer together with other small teams. Then close this form without starting and type `/apt team` in the channel, before the first dialogue.
setup-small-team = If you want a result, you can answer together with other small teams. Save first. Then the manager types `/apt team` in the channel, before the first dialogue.

channel-public = The channel is open: everybody in your chat can read what is shown to the team here, and whoever joins before a dialogue starts can answer in it. A private channel protects you better.

## The team’s page

team-title = Your team: { $team }
team-sees = The team sees the same summary as the manager, except comments that the manager hides.
team-hidden = Only the manager sees the summary.
team-alone = You answer on your own. A result is shown only if at least six of you have answered.
team-pooled = You answer together with { $teams }: one shared box and one shared result.
team-mates-hide = In shared dialogues still only the managers see the summary, because { $teams } have chosen so.
team-invited = Invited, without an answer so far: { $teams }.
team-inviting = { $teams } would like to answer together with you. The manager replies in a private message from me.
team-busy = A box is open for answers. Which teams answer together can be changed when it is closed.
team-footer = Only the manager can change anything here.
team-pool = Answer together with other teams
team-show = Let the team see the summary
team-show-title = Let the team see the summary?
team-show-text = It applies from the next dialogue. A dialogue that is open already keeps what was promised when it started.
team-show-yes = Yes, let them see
team-show-no = Cancel
team-hide = Only the manager sees the summary
team-hide-title = Only the manager sees it?
team-hide-text = It applies from the next dialogue, and everybody is told before they answer. A dialogue that is open already keeps what was promised when it started.
team-hide-yes = Yes, only the manager
team-hide-no = Cancel
team-leave = Leave the shared box
team-leave-title = Leave the shared box?
team-leave-text = Then you no longer answer together with { $teams }. If five or fewer of you can answer, you get no result.
team-leave-yes = Leave
team-leave-no = Stay

## Answering together

pool-title = Answer together
pool-intro = Teams that answer together have one shared box and get one shared result. It goes to the managers of all the teams. Nobody sees which team an answer came from.
pool-each = Each team has its own dialogue when it suits. The box closes when all teams have had theirs, at the latest { $days } days after the first one started.
pool-joined = A team with the same manager joins at once. The managers of other teams are asked in a private message. At most { $most } teams can answer together.
pool-warning = As long as you answer together you get no result of your own. If { $threshold } or more of you can answer, you would otherwise get one.
pool-search = Find teams
pool-search-hint = Type at least { $letters } letters of the name and press Enter. Without a search only teams that you manage yourself are shown.
pool-search-more = More teams than these fit: type more of the name.
pool-teams = Which teams would you like to answer together with?
pool-placeholder = Choose one or more teams
pool-none = Search for the team that you want to answer together with. A team can be found when somebody has typed `/apt team` in its channel.
pool-none-found = I can’t find such a team. Type at least { $letters } letters of the name, or another part of it. Perhaps somebody needs to type `/apt team` in the team’s channel first.
pool-submit = Answer together
pool-close = Cancel
pool-now-joined = ✓ From the next dialogue on you answer together with { $teams }.
pool-now-invited = The manager of { $teams } has been asked. I tell you when the answer comes.
pool-now-next = Type `/apt team` when you want to see how things stand.
pool-invitation = { $inviting } would like to answer together with { $team }, where you are the manager.
pool-invitation-with = Already answering together: { $teams }.
pool-join = Join
pool-decline = No, thanks
pool-accepted = From the next dialogue on { $team } answers together with { $teams }. The shared result goes to the managers of all the teams.
pool-declined = { $team } has said no to answering together with { $inviting }.
pool-withdrawn = The invitation from { $inviting } to { $team } no longer applies.
pool-left = { $team } has left the shared box and answers on its own from the next dialogue on.

## A shared box in the dialogue’s message

pool-answer-hint = The box is shared with { $teams }. It is open until all teams have had their dialogue, at the latest { $day }. You can change or remove your answer until then. Nobody sees who has answered, or which team an answer came from.
pool-answer-hint-over = Nobody sees who has answered, or which team an answer came from.
pool-ended = The dialogue is over for your team. Thank you for sharing your thoughts!
pool-cancelled = The dialogue was cancelled for your team.
pool-box-open = The box is shared with { $teams } and closes when all have had their dialogue, at the latest { $day }.
pool-still-answer = Until then you can answer, and change or remove your answer.
pool-start-again = You did not come to the questions. Start the dialogue again before then if you want to answer.
pool-closed = The shared box is closed. The managers of the teams get a summary if at least { $threshold } have answered. { $sees ->
    [yes] You see the same at the latest a day later, except comments that a manager hides.
   *[no] Only the managers see it.
}
pool-too-small = The shared box is closed. Together you are too few for any result to be shown. The answers are deleted. The talk you had is worth just as much.
pool-alone-title = There is no result for “{ $title }”.
pool-alone = Time is up, and fewer than two of the teams came to the questions. The answers are not counted and have been deleted: what one team alone has answered is never shown. The talk you had is worth just as much. If you want a shared result you can start the dialogue again, preferably all teams in the same week.
pool-stop-text = The dialogue ends now for your team. The answers stay in the shared box, which is open until all teams have had their dialogue.
pool-cancel-title = Cancel the dialogue?
pool-cancel-text = The dialogue is cancelled for your team. The box is shared with other teams, so answers that lie in it already stay, and are counted if at least two of the teams come to the questions. Whoever wants to can remove their answer while the box is open.
pool-cancel-yes = Cancel the dialogue
pool-cancel-no = Go on
pool-ask-cancel = Do you want to cancel the dialogue for your team? The box is shared with other teams. Answers that lie in it already stay, and are counted if at least two of the teams come to the questions. Whoever wants to can remove their answer while the box is open. If you want your dialogue later, start it again.
pool-reply-cancelled = The dialogue is cancelled for your team. Answers that lie in the shared box already stay there. Start the dialogue again if you want it later.
pool-reply-over = The dialogue is over for your team. The box is open until all teams have had their dialogue. Then the summary comes to the managers in a private message.
board-ended-lost = The dialogue is over. The answers could not be counted and are deleted.
summary-too-few-pool = It is the same for all teams that answered together. Next time you can invite more teams: type /apt team in the team’s channel.
summary-too-few-small = Five or fewer never get a result of their own. Next time you can answer together with other small teams: type /apt team in the team’s channel.

## The menu

menu-pool = You answer together with { $teams }. Type `/apt team` to see more.
help-team = Shows who leads the team, who sees the summary and which teams you answer together with

## Errors

error-pool-unreachable = I can’t reach the channel of { $team }, which you answer together with. Ask someone there to type `/invite @aptbot`. The manager can also type `/apt team` here and leave the shared box.
error-pool-busy = Not right now: a box of { $team } is open for answers. Try again when it is closed.
error-pool-closing = Time is up for the box that you share with other teams, and it is about to be closed. Try again in a while. If a dialogue is going on in another team, the box is closed when it is over.
error-pool-taken = { $team } already answers together with other teams. A team can share a box with one group only. Its manager can leave with `/apt team`.
error-unknown-team = I can’t find that team any more. Type `/apt team` in the team’s channel and try again.
error-pool-full = At most { $most } teams can answer together. Choose fewer.
error-nobody-chosen = Choose at least one team to answer together with.
error-no-invitation = The invitation no longer applies: it was answered or taken back. Type `/apt team` in the team’s channel to see how things stand.
