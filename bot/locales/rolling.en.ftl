# Words about surveys that are open a quarter at a time, for example for those who leave.
# The same keys stand in rolling.sv.ftl.

survey-quarter = quarter { $number } { $year }
survey-quarters = quarters { $first }–{ $last } { $year }
survey-titled = { $title }, { $period }
survey-until = when { $date } is over, at the earliest

## The page

survey-page-title = The survey in { $team }
survey-page-open = Open to the end of { $date }. If fewer than { $few } have answered by then, nothing is counted: the answers stay, and the survey is open for another quarter, at the longest to the end of { $latest }. Otherwise the answers are counted, and a new round begins at once.
survey-page-ends = Ending: the box is open to the end of { $date }. If at least { $few } have answered by then, the answers are counted. Otherwise they are deleted unread. No new round begins. If you take the survey up again before that, this one goes on, at the longest to the end of { $latest }.
survey-page-invited = { $count ->
    [0] Nobody has been invited in this round yet.
    [one] 1 person has been invited in this round.
   *[other] { $count } people have been invited in this round.
} How many have answered is shown to nobody.
survey-page-sees = { $sees ->
    [yes] The manager of { $team } gets the summary. Everybody in the channel gets the same, except comments that the manager hides.
   *[no] Only the manager of { $team } gets the summary.
}
survey-page-footer = Only the team’s manager can invite, and start or stop the survey.
survey-none = No survey is open here.
survey-none-how = A survey is open a quarter at a time, without any meeting. The manager invites one person at a time. Each answers anonymously and alone, and the answers are counted when the quarter is over, if at least six have answered.
survey-none-team = The manager of this team gets the summary. The survey for those who leave is therefore usually run in HR’s own channel.
survey-open-page = How the survey is used
survey-start = Start: { $title }
survey-resume = Go on with the survey
survey-start-title = Start the survey?
survey-start-text = The box opens now and is open to the end of the quarter. After that a new round begins every quarter, until you stop the survey. Those who answer read who sees what. That is fixed for each round.
survey-start-yes = Start
survey-start-no = Not now
survey-stop = Stop the survey
survey-stop-title = Stop the survey?
survey-stop-text = The box is open to the end of { $date }. Then the answers are counted if at least { $few } have answered, else they are deleted unread. No new round begins.
survey-stop-yes = Stop
survey-stop-no = Go on

## Inviting

survey-invite = Invite somebody who leaves
survey-invite-title = Invite to the survey
survey-invite-message = Each gets a private message from me. It says who sees what, and that it is voluntary.
survey-invite-who = You are not told who answers. Do not ask either, and invite only those who really leave: that is what the promise rests on.
survey-invite-until = The round is open to the end of { $date }. Invite in good time, preferably two weeks before somebody leaves. Whoever has left and no longer has an account here can’t answer.
survey-invite-label = Who is leaving?
survey-invite-hint = At most { $most } at a time. Guests, bots and you who manage the survey can’t be invited.
survey-invite-placeholder = Choose one or more
survey-invite-submit = Invite
survey-asked = { $count ->
    [one] ✓ 1 person will soon get an invitation in a private message.
   *[other] ✓ { $count } people will soon get an invitation in a private message.
}
survey-asked-before = { $count ->
    [one] 1 person had been invited already and gets no new invitation.
   *[other] { $count } people had been invited already and get no new invitation.
}
survey-asked-then = Who has been invited is not shown here. The list is deleted when the answers are counted.
survey-working = It takes a little longer than usual to look up those you chose. The invitations will be sent soon.

## The invitation

survey-invitation = Hello! You are invited to answer the survey “{ $title }”, run by { $team }. It takes about { $minutes } minutes.
survey-invitation-free = It is voluntary. Whoever invited you is not told whether you answer, only that you are invited.
survey-invitation-who = Who sees what? { $sees ->
    [yes] The manager of { $team } gets a summary of everybody’s answers, if at least { $few } have answered. Everybody in that channel gets the same, except comments that the manager hides.
   *[no] Only the manager of { $team } gets a summary of everybody’s answers, if at least { $few } have answered.
} Nobody sees who answered what.
survey-invitation-when = When? After { $date }. If fewer than { $few } have answered by then, nothing is shown. The answers can stay and wait for more, at the longest to the end of { $latest }. Then they are deleted.
survey-invitation-change = Until then you can change or remove your answer, as long as you have your account.
survey-goes-on = Fewer than { $few } have answered “{ $title }”. So nothing is counted yet. The answers stay, and the survey is open to the end of { $date }. Type `/apt survey` in { $team } to invite more people.
survey-voided = Type `/apt survey` in the team’s channel to see how the survey stands, and start it again if it has stopped.

## The answer form

survey-promise = { $sees ->
    [yes] The manager of { $team } gets a summary after { $date }, { $latest } at the latest, if at least { $few } answer. The channel gets the same, except hidden words.
   *[no] Only the manager of { $team } gets a summary after { $date }, { $latest } at the latest, if at least { $few } answer.
}

## The summary

survey-components = How they answered
survey-too-few-why = Therefore no numbers and no words are shown. The answers are deleted without anybody having opened them, and cannot be brought back.
survey-only-manager = When the round was opened it was settled that only you, the manager, see the summary. So it can’t be shared.

## How answers are protected

survey-privacy-intro = { $stage ->
    [over] This was about “{ $title }”. It is closed.
    [dropped] This was about “{ $title }”. It was not counted. The answers are deleted, and nothing is shown to anybody.
   *[open] This is about “{ $title }”, which is open for answers.
}
survey-privacy-manager = The manager of { $team } gets a summary when the answers have been counted. It never shows a single answer, and never who has answered.
survey-privacy-team = { $sees ->
    [yes] Everybody in the channel { $team } gets the same numbers, and the comments that the manager has not hidden, at the latest a day later. If something is hidden, it says so.
   *[no] Nobody else gets it from me. That was settled when the round was opened and can’t be changed afterwards.
}
survey-privacy-own = Your own manager gets it from me only if she or he { $sees ->
    [yes] is in { $team }.
   *[no] is the manager of { $team }.
}
survey-privacy-invited = The manager of { $team } invites people one by one and knows who can answer, but not who does.
survey-privacy-nobody = There is no list of who has answered, and nothing that I send shows it.
survey-privacy-roster = More people can be invited as long as the round is open. The manager, guests and bots do not answer.
survey-privacy-when = After { $date }, if at least { $few } have answered by then. Otherwise it can be open for more answers, at the longest to the end of { $latest }. Until then you can change or remove your answer.
survey-privacy-close = The answers are counted once. If they are fewer than { $few } they are deleted unread. Then all answers are deleted, and so is the list of who could answer.
survey-privacy-puppets = Whoever invites chooses who may answer, and a manager who knows what five of six have answered can work out the sixth.

## The help

help-survey = Shows the survey that is open for those who leave. The manager invites

## Errors

error-rolling-theme = “{ $title }” is not started as a dialogue. The survey is open a quarter at a time, and the manager invites one person at a time. Type `/apt survey` in the channel whose manager is to get the summary, for example HR’s.
error-no-survey = No survey is open here right now. Type `/apt survey` to see how it stands.
error-survey-running = Another survey is open here already: “{ $title }”. Stop it first, or run the new one in another channel. Type `/apt survey` to see more.
error-survey-turning = The quarter has just ended and the survey is on its way into the next. Try again in a moment.
error-nobody-invited = Choose at least one person to invite.
error-too-many-invited = At most { $most } people can be invited at a time. Choose fewer, and invite the rest afterwards.
error-cannot-invite = { $kind ->
    [bot] { $names } is a bot and can’t answer. Take that name away and try again.
    [guest] { $names } is a guest here. Guests can’t be invited, so that nobody can add made-up answers. Take that name away and try again.
    [manager] { $names } manages the survey and gets the summary, so she or he can’t answer. Take that name away and try again.
   *[unknown] Somebody you chose no longer has an account here. Choose again and try once more.
}
