# Words about how answers are protected: the page “How answers are protected” and the example of
# what the manager sees. The same keys stand in privacy.sv.ftl.

## The page

privacy-button = How answers are protected
privacy-title = How it is protected
privacy-intro-open = This is about “{ $title }”, which is open for answers.
privacy-intro-next = This is how it is in the next dialogue. What applies then is fixed when the dialogue starts, and is shown in the form before you answer.
privacy-intro-over = This was about “{ $title }”, your latest dialogue. It is closed.
privacy-intro-dropped = This was about “{ $title }”. It was not counted. The answers are deleted, and nothing is shown to anybody.

privacy-who = Who sees what?
privacy-who-manager = { $pooled ->
    [yes] The managers of the { $teams } teams get one summary in common. Your team is never shown by itself.
   *[no] The manager gets a summary when the dialogue is over.
} It never shows a single answer, and never who has answered.
privacy-who-team = { $sees ->
    [yes] You in the team get the same numbers, and the comments that no manager has hidden, at the latest a day later. If something is hidden, it says so.
    [unknown] Whether the team gets to see it is shown in the form before you answer.
   *[no] You in the team do not get to see it.
}
privacy-who-too-few = Nobody gets to see any numbers or words, neither manager nor team. All that is shown is that fewer than { $threshold } have answered.
privacy-who-fixed = That is settled when the dialogue starts and can’t be changed afterwards.
privacy-who-nobody = There is no list of who has answered, and nothing in the channel shows it.

privacy-from = How many must answer?
privacy-from-invited = { $invited } of you can answer. The manager, guests and bots are left out.
privacy-from-pool = You are { $invited } in { $teams } teams that answer into the same box. Managers, guests and bots are left out.
privacy-from-unknown = How many can answer is settled when the dialogue starts. The manager, guests and bots are left out.
privacy-from-nothing = That is too few. No numbers and no words are ever shown, not even to the manager.
privacy-from-numbers = At least { $threshold } must answer. Otherwise nothing is shown, not even to the manager. That goes for each question by itself, too.
privacy-from-more = How the answers are spread is shown only when { $many } have answered the question. A subject is shown only when { $cell } have chosen it, and how many wrote only “don’t know” only when they are { $cell }.
privacy-from-words = What you write is shown only if at least { $quotes } have answered and you have said yes yourself.
privacy-from-no-words = You are fewer than { $quotes }, so what you write is never shown word for word.
privacy-from-small = When few answer, your words may be recognised.

privacy-when = When does it close?
privacy-when-session = When the dialogue is over. Until then you can change or remove your answer.
privacy-when-pool = When all the teams have had their dialogue, but on { $date } at the latest. Until then you can change or remove your answer.
privacy-when-pool-next = When all the teams have had their dialogue, at the latest { $days } days after the first one started. Until then you can change or remove your answer.
privacy-when-before = Before it closes, no numbers and no words are shown to anybody.

privacy-close = What happens when it closes?
privacy-close-counted = The answers are counted once. Then they are deleted, and so is the list of who could answer.
privacy-close-unopened = The answers are deleted without anybody opening them, and so is the list of who could answer.
privacy-close-key = The key to the answers is destroyed. Then nobody with us can see who answered what, not even whoever runs the server.
privacy-close-kept = The summary is kept. Whoever gets it can read it again, and take it along as a file.

privacy-not = What nobody can promise
privacy-not-chat = The chat service sees that you press, and carries your answer.
privacy-not-server = Until it closes, whoever runs the server and has the key can read the answers.
privacy-not-style = Colleagues may recognise how you write, or an event. Don’t write who, where or exactly when.
privacy-not-manager = A manager who knows something already may read more out of it than others.

## The example, and the real thing once it is shared

seen-button = Show what the manager sees
seen-sample-title = Example: made up
seen-sample-note = An example with made-up answers. The manager’s summary may look like this. Nobody has answered this: numbers, subjects and comments are made up.
seen-too-few-note = An example. This is what the manager’s summary looks like when you are as few as now, whatever you answer.
seen-sample-mark = Example: { $text }
seen-shared-title = What has been shared
seen-shared-note = This is real: the summary that has been shared here in the channel.
sample-word-routine = A made-up answer: a calm handover makes the whole day easier.
sample-word-time = A made-up answer: I would like another quarter of an hour to plan.
sample-word-help = A made-up answer: we are good at helping each other when things pile up.
sample-word-order = A made-up answer: I don’t always know what matters most.
sample-word-breaks = A made-up answer: the break is often interrupted.
sample-word-thanks = A made-up answer: it means a lot when somebody says thank you.

## At the start

cli-box-failed = I am not starting: a trial box of made-up answers could not be opened. Then real answers could not be counted either, and would be lost. Make sure that the server may start more Python processes and has free memory, and that the whole program is installed. Then start again.
