# Words about cards, mirrors, checklists, programmes and dialogues without answers. The same keys are in cards.sv.ftl.

## Cards

help-card = Draws a question card, for you alone
card-title = Question card
card-deck = { $component }: { $title }
card-more = Another one
card-show = Show the group
card-choose = What should the card be about?
card-all = Mix all
card-private = Only you see the card. Which cards you draw is not kept.
card-group = Talk about the card in groups of four to seven. Everybody should have time to say something, and nobody must.
card-shown = The card is shown in the channel.

## The mirror

help-mirror = Questions to yourself, which nobody else sees
mirror-title = Mirror for yourself
mirror-which = Questions to answer for your own sake. Only you see the answers.
mirror-open = Open the mirror
mirror-promise-you = Only you see the answers. They go to no manager and are not counted with those of others.
mirror-promise-kept = The bot keeps nothing. The chat service carries what you send.
mirror-question = Question { $number }
mirror-submit = Show my picture
mirror-close = Cancel
mirror-picture-title = Your own picture
mirror-date = This is how you answered on { $date } { $year }.
mirror-answers = Your answers
mirror-answer = { $question } You answered { $score } of 7 (1 = { $low }, 7 = { $high }).
mirror-strongest = What you rated highest
mirror-think = Something to think about
mirror-alike = You gave all questions the same answer. Which of them would you most like to think about?
mirror-closing = How you can go on
mirror-send-note = When you close this window the picture is gone. If you want to compare next time you can send it to yourself. Then it lies as a message in your private chat with the bot, until you delete your copy or the chat is cleared. Whoever runs the chat service can reach messages there.
mirror-send = Send it to myself
mirror-sent = ✓ Sent. The picture lies in your private chat with the bot, and nowhere else.
mirror-not-sent = The picture could not be sent just now, and it is not kept. Press the button again if you want to give it another try. When you close this window the picture is gone.

## Checklists

help-checklist = A theme’s checklist to tick for yourself
checklist-title = Checklist: { $title }
checklist-title-all = Checklists
checklist-which = These themes have a checklist. Only you see it.
checklist-open = Checklist
checklist-intro = Only you see the list. What you tick stands in this message and is kept nowhere else: when the message is gone you start over.
checklist-label = Tick off
checklist-done = { $done } of { $of } done.

## Programmes

programmes-title = Programmes
programmes-intro = Choose a programme to see what is in it. You can also type its name after /apt themes.
programmes-themes = { $evaluation ->
    [yes] { $count ->
        [one] Show the theme and the evaluation
       *[other] Show { $count } themes and the evaluation
    }
   *[no] { $count ->
        [one] Show the theme
       *[other] Show { $count } themes
    }
}
programmes-all = All programmes
programmes-card = Draw a card
programmes-mirror = Open the mirror
themes-titled = { $title } · { $minutes } min

## Dialogues without answers, and help for those who lead

board-cancelled-talk = The dialogue was cancelled.
board-stop-text-talk = The dialogue ends now.
board-stuck = Stuck?
reply-over-talk = The dialogue is over.
reply-cancelled-talk = The dialogue is cancelled.
reply-ask-cancel-talk = Do you want to cancel the dialogue? Nothing is lost, but you can’t go on from where you were.
menu-cancel-title-talk = Cancel the dialogue?
menu-cancel-text-talk = The dialogue ends now. You can’t go on from where you were.
menu-cancel-yes-talk = Cancel it
menu-cancel-no-talk = Go on
stuck-title = Stuck?
stuck-intro = Only you see this. Read some of it aloud, or say it in your own words.
stuck-say = What you can say
adaptation-heading = What you can change
film-minutes = The film takes { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
}. If it can’t be shown, read this instead:
film-instead = Read this instead of the film:
menu-card = Question cards
menu-mirror = Mirror

## The language of the texts

team-language-sv = The texts of the dialogues are in Swedish.
team-language-lattlast = The texts of the dialogues are in easy Swedish where there are such, else in plain Swedish.
team-language-en = The texts of the dialogues are in English.
team-choose-sv = Swedish texts
team-choose-lattlast = Easy Swedish texts
team-choose-en = English texts

## For whoever looks after the bot

watch-title = { $kind ->
    [areas] Mistakes in the file of areas
    [year] Mistakes in the plan of the year
    [several] Mistakes in the files
   *[dialogues] Mistakes in the dialogue files
}
watch-intro = { $count ->
    [one] I found 1 mistake.
   *[other] I found { $count } mistakes.
} A file with a mistake is used as it was when it was last right. A new one is not used at all.
watch-more = More mistakes: { $count }. All are shown by { $commands }.
watch-well = { $kind ->
    [areas] The file of areas is right again.
    [year] The plan of the year is right again.
    [several] All files are right again.
   *[dialogues] All dialogue files are right again.
}

## Errors that a person can do something about

error-no-material = { $kind ->
    [cards] There are no question cards. Tell whoever looks after the bot.
    [mirror] There is no mirror. Tell whoever looks after the bot.
    [survey] There is no survey to keep open. Tell whoever looks after the bot.
   *[checklist] There is no checklist for that. Type `/apt checklist` to see whether another theme has one.
}
error-unknown-name = { $kind ->
    [cards] I find no cards called “{ $word }”.
    [mirror] I find no mirror called “{ $word }”.
   *[programme] I find no programme called “{ $word }”.
} { $nearest ->
    [none] Type the command without a name to see what there is.
   *[other] Did you mean `{ $nearest }`?
}
