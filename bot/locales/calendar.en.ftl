# Words about the plan in people’s own calendars. The same keys are in calendar.sv.ftl.

help-calendar = Get the team’s planned dialogues into your own calendar

calendar-title = Calendar for { $team }
calendar-intro = { $count ->
    [0] Get the team’s planned dialogues into your own calendar. Nothing is planned at the moment. Whoever leads plans with “The plan”.
    [one] Get the team’s planned dialogues into your own calendar. One is planned at the moment. The calendar holds times and themes only, nothing about any person.
   *[other] Get the team’s planned dialogues into your own calendar. { $count } are planned at the moment. The calendar holds times and themes only, nothing about any person.
}
calendar-subscribe = Subscribe
calendar-subscribe-text = Copy the link and put it into your calendar once. From then on changes arrive by themselves, often within a day.
calendar-in-outlook = Outlook on the web: Add calendar, Subscribe from web.
calendar-in-google = Google Calendar on a computer: the plus sign at Other calendars, From URL.
calendar-in-iphone = iPhone: the Calendar app, Calendars, Add Calendar, and there a subscription.
calendar-webcal = With webcal: in place of { $scheme } at its beginning the link opens your calendar at once.
calendar-no-link = Subscribing is not possible here yet. Whoever looks after the bot can turn it on. You can have the plan as a file instead.
calendar-as-file = Or as a file
calendar-as-file-text = The file shows the plan as it is now. When something changes you need a new one.
calendar-send = Send as a file
calendar-footer = Everybody who has the link can read the plan. Share it within the team only. If it has gone astray, whoever leads can change it for a new one.
calendar-back = The plan
calendar-button = Calendar
calendar-renew = New link
calendar-renew-title = Change to a new link?
calendar-renew-text = The old link stops working at once. Everybody who subscribes has to put in the new one.
calendar-renew-yes = Yes, change it
calendar-renew-no = Cancel
calendar-sent = ✓ The file is in our private chat. Open it, and your calendar asks whether to add it.
calendar-not-sent = The file could not be sent just now. Try again in a while. If that fails too, tell whoever looks after the bot that the app needs the right to send files.
calendar-file = Here are the team’s planned dialogues as a calendar file. Open it, and your calendar asks whether to add them.

## In the calendar

calendar-name = Dialogues in { $team }
calendar-event = Dialogue: { $title }
calendar-called-off = Dialogue called off
calendar-starts-ask = Whoever leads starts the dialogue in the channel { $channel }.
calendar-starts-auto = The dialogue starts by itself in the channel { $channel }.

## On the web

calendar-nothing-here = There is nothing here. Has your calendar link stopped working? Type /apt calendar in the team’s channel to get the right one.
calendar-later = It does not work just now. Try again in a while.
