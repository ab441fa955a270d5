# Words about a change of manager and wishes for themes. The same keys are in continuity.sv.ftl.

## Handing over

handover-button = Change { -manager } or { -facilitators }
handover-title = Who leads the team?
handover-intro = The change applies at once. The names are shown here and in the next dialogue’s message.
handover-kept = The plan, the team’s settings and what the team has seen already are kept.
handover-result = If a box is open when the manager changes, the new manager gets its result. If the new manager can answer in it too, it goes to whoever was the manager when the box opened.
handover-old = Summaries that have been sent in private stay with those who got them. The new manager does not get them.
handover-new = New { -manager }
handover-new-hint = Somebody who is in the channel, not a guest. Leave it empty if the manager is the same.
handover-new-nobody = Nobody new
handover-leaves = And you?
handover-leaves-hint = Applies when you choose a new manager.
handover-leaves-tick = I am no longer the team’s manager
handover-facilitators-hint = May start, pause and end dialogues, but see no summary.
handover-save = Save
handover-cancel = Cancel
handover-saved = ✓ Saved. It applies from now on.
handover-saved-next = Whoever is a new manager, or is one no longer, is told in a private message. Type `/apt team` to see how things stand.
handover-working = It takes a little longer than usual to read who is in the channel. The change is saved soon.
handover-news-manager = You are now the manager of { $team } here with me.
handover-news-result = If a box is open right now, you get its result. If you can answer in it yourself, it goes to whoever was the manager when it opened.
handover-news-left = { $team } has a new manager. You are no longer the team’s manager here with me. Summaries that you have got already stay with you.
handover-news-beside = The managers of { $team } have changed. You still are one. Type `/apt team` in the channel to see how things stand.
handover-next = Type `/apt team` in the channel for the team’s settings and `/apt plan` for what is planned. You do not answer in the team’s dialogues yourself.
handover-passed-on = Somebody else leads the team now, and has been asked.

## Asking to become the manager

request-button = I am the new manager here
request-confirm-title = Are you the new manager?
request-confirm-text = Whoever is the manager now and those who look after the bot are asked in private. If somebody says yes you are the manager at once. The question stands for { $days } days, and you can take it back.
request-confirm-yes = Yes, ask
request-question = { $name } has asked to become the manager of { $team }.
request-instead = If you say yes, { $name } takes over from those who are managers now, gets the summaries to come and decides on the team’s settings.
request-known = Say yes only if you know that it is right. The first answer counts.
request-until = The question runs out on { $day }.
request-yes = Approve
request-yes-title = Change the manager?
request-yes-text = { $name } becomes the manager of { $team } at once.
request-no = Say no
request-waits = The question whether you are to become the manager of { $team } has been sent to whoever is the manager now and to those who look after the bot. It runs out on { $day }.
request-withdraw = Take the question back
request-waiting = Somebody has asked to become the new manager, and waits for the answer.
request-over-approved = ✓ { $team } has a new manager.
request-over-refused = The question about a new manager of { $team } was answered with no.
request-over-withdrawn = The question about a new manager of { $team } was taken back.
request-over-out = The question about a new manager of { $team } has run out without an answer.
request-over-left = Whoever wanted to become the manager of { $team } is no longer in the channel. So nothing was changed.
request-over-overtaken = The question about a new manager of { $team } no longer applies: the manager was changed in another way.
request-told-refused = You did not become the manager of { $team }: the answer was no. Talk to whoever is the manager now, or to whoever looks after the bot with you.
request-told-out = Nobody answered the question whether you are to become the manager of { $team }. Talk to whoever looks after the bot with you, and then ask again with `/apt team`.
request-told-overtaken = { $team } has another manager, so your question no longer applies. Is that wrong? Type `/apt team` in the channel and ask again.

## Wishing for a theme

help-wish = Wish for a theme, without anybody seeing who did
wish-title = Wish for a theme
wish-intro = Whoever leads sees which themes at least { $fewest } have wished for, but never who and never how many more.
wish-button = Wish for it
wish-yours = ✓ You have wished for this.
wish-footer = Another theme is wished for by its name, for example /apt wish tema4. All themes are shown with /apt themes.
wish-saved = ✓ Your wish is kept: { $title }. When at least { $fewest } have wished for the same theme whoever leads is told, but never who and never how many more.
wish-kept = I keep the theme, the month and a code, but not your name. Only somebody who has both the bot’s database and its secret key can work out that the code is yours. It is deleted when you have had the theme, when you take it back, and within twelve months at the latest.
wish-take-back = Take it back
wish-taken-back = ✓ The wish is gone.
wish-told = Wished for by at least { $fewest } in the team: { $titles }. Change the theme with `/apt plan`.
wish-heading = Wished for: { $title }
wish-some = At least { $fewest } in the team have wished for it.
wish-take = Take it next time

## Errors

error-only-members = Only somebody who is in the channel, and is no guest and no bot, can do this.
error-already-manager = You are the team’s manager already.
error-request-waiting = Somebody else has asked to become the new manager, and waits for the answer. Talk to each other, or try again when that question has been answered.
error-request-over = The question has been answered or taken back, or is too old. Type `/apt team` in the team’s channel to see how things stand.
error-not-for-you = Only the team’s manager, or whoever looks after the bot, can answer this. Whoever asked can’t answer, but can take the question back.
error-facilitator-not-member = Choose facilitators who are in the channel, no guests and no bots. { $names ->
    [none] Not all whom you chose are.
   *[other] It is not possible with: { $names }.
} Is somebody missing? Invite that person to the channel first.
error-leads-already = You lead the team, so there is no need to wish: choose a theme with `/apt plan` or `/apt start`. What the team wishes for is shown with `/apt plan`.
error-nothing-planned = That dialogue is no longer in the plan. Type `/apt plan` to see what applies now.
