# The help of the commands on the server (aptbot --help). The same keys are in usage.sv.ftl.
# The first sentence stands alone in the list of commands: keep it short.

usage-aptbot = Dialogues of fifteen minutes for workplace meetings.

usage-run = Start the bot: with Slack, or in the embedded practice workspace.
usage-run-workspace = Run in an embedded practice workspace, without an account.

usage-usage = Usage:
usage-options = Options
usage-commands = Commands
usage-help = Show this help.
usage-version = Show the version.

## A command that can’t be understood

wrong-hint = Help: { $command }
wrong-no-option = { $nearest ->
    [none] There is no option { $name }.
   *[other] There is no option { $name }. Did you mean { $nearest }?
}
wrong-no-command = { $nearest ->
    [none] There is no command { $name }.
   *[other] There is no command { $name }. Did you mean { $nearest }?
}
wrong-missing = { $allowed ->
    [none] { $name } is missing.
   *[other] { $name } is missing. These can be chosen: { $allowed }.
}
wrong-bad-value = What stands after { $name } can’t be used. These can be chosen: { $allowed }.
wrong-not-understood = The command can’t be understood ({ $reason }).

## What several commands have

usage-format = How the answer is written: text, json or github (lines that GitHub shows by the files).
usage-language = Language: sv or en.
usage-strict = Count advice as mistakes, too.
usage-replace = Write over the file if there is one.

## aptbot dialogues

usage-dialogues = The dialogue files: themes, decks of cards, mirrors and programmes.
usage-dialogues-check =
    Check the dialogue files and show all mistakes at once.

    PATH is the folder of dialogues, a programme or a file. Without PATH everything is checked, and your own words in ord.yaml. Ends with 0 when all is right, 1 when something is wrong, and 2 when the command can’t be understood.
usage-lix = Show the readability (LIX) of each file.
usage-new =
    Make a new theme, a deck of cards or a mirror in a programme.

    PROGRAMME is the name of the programme’s folder. If there is none, a new programme is made. Nothing that is there already is written over.
usage-new-kind = Theme, deck of cards or mirror.
usage-new-from = Copy this one instead of a template: tema3.
usage-new-title = The title. For a new programme: the programme’s title.
usage-print =
    Make a paper for the meeting of a theme, a deck of cards, a mirror or a whole programme.

    It is a web page that is printed from the browser. A theme of a quarter of an hour fits on one A4 sheet: the front for all, the back for whoever leads.
usage-print-out = The file to write. Left out: the name and .html. - shows it.
usage-print-language = Language: sv, en or lattlast (easy Swedish).
usage-preview =
    Show the dialogues in the browser while you write them.

    PATH is the folder of dialogues, a programme or a file. The page changes as soon as you save. Only this computer can reach it.
usage-preview-port = The port on this computer.
usage-hand-on = Make one file of a programme, to give to somebody else.
usage-hand-on-out = The file to write. Left out: the programme’s name and .zip.
usage-import =
    Take in a programme from a file that "aptbot dialogues export" has made.

    Everything is checked first. If something is wrong, nothing is written.
usage-import-replace = Replace a programme that has the same name already.

## aptbot plan

usage-plan = The plan of the year: when several teams have which dialogues.
usage-plan-check =
    Check the plan of the year and show all mistakes at once.

    PATH is the file. Without PATH, arshjul.yaml in the folder of settings is checked. Ends with 0 when all is right, 1 when something is wrong or there is no file, and 2 when the command can’t be understood.
usage-plan-show =
    Show which days it comes to, with themes, and which days fall out.

    The days are those that the file gives. What a team has moved or skipped is seen in its channel, with /apt plan.
usage-plan-team = Only this team, by its channel’s name.
usage-plan-year = Only the days of this year.

## aptbot areas

usage-areas = The areas: which teams belong together, and who sees them together.
usage-areas-check =
    Check omraden.yaml and show all mistakes and advice at once.

    Ends with 0 when all is right, 1 when something is wrong or there is no file, and 2 when the command can’t be understood.

## aptbot export

usage-export =
    Write the teams’ results, or their commitments, to a file.

    The database is only read, also while the bot is running. The same rules hold as in the chat: fewer than six answers are never shown, and comments that a manager has hidden are left out. What only the manager has seen is there, and marked.
usage-export-what = Results (results), or commitments (commitments). Left out: results.
usage-export-team = The team’s name or id. Left out: all teams.
usage-export-year = The year. Left out: all years.
usage-export-quarter = The quarter of the year, 1–4.
usage-export-format = The kind of file.
usage-export-out = The file to write.
usage-export-language = Left out: the language of each team.
