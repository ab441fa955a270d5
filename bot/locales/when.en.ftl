# Words about days, times and how often something comes back. The same ids are in when.sv.ftl.

## How often: what is said here can also be written to the bot

recurrence-weekly = { $every ->
    [1] every
    [2] every other
   *[other] every { $every } weeks on
} { $weekday } at { $time }
recurrence-alternating = { $weekday }s in { $even ->
    [yes] even weeks
   *[no] odd weeks
} at { $time }
recurrence-monthly = { $nth ->
    [1] first
    [2] second
    [3] third
    [4] fourth
   *[last] last
} { $weekday } { $every ->
    [1] of the month
    [2] every other month
   *[other] every { $every } months
} at { $time }

## Days

weekday-name = { $weekday ->
    [0] Monday
    [1] Tuesday
    [2] Wednesday
    [3] Thursday
    [4] Friday
    [5] Saturday
   *[6] Sunday
}
month-name = { $month ->
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

## When you do not meet

breaks-holidays = public holidays and their eves
breaks-squeeze-days = bridge days
breaks-weeks = { $number ->
    [one] week { $weeks }
   *[other] weeks { $weeks }
}

## Errors

error-unclear-when = { $kind ->
    [weekday] Which weekday do you mean by “{ $text }”? Add it, for example: every other Tuesday 09:00
    [month-day] Which day of the month do you mean by “{ $text }”? Type for example: second Tuesday of the month 09:00
    [fifth] You wrote “{ $text }”, but not every month has a fifth of each weekday. Type the first to the fourth, or for example: last Tuesday of the month 09:00
    [time] What time of day do you mean? Type it with four digits, for example 09:00 or 13:30.
    [contradictory] The parts of “{ $text }” do not fit together. Type one day, for example: Tuesday 2 March 09:00. Or how often, for example: every other Tuesday 09:00
    [several] There is more than one day or time in “{ $text }”. Type one day and only when you begin, for example: Tuesday 09:00
   *[nothing] I do not understand when you mean by “{ $text }”. Type for example: every other Tuesday 09:00, second Tuesday of the month 13:30, or a single day: 2 March 09:00
}
error-unclear-time = Do you mean { $early } or { $late } by “{ $text }”? Type the time with four digits, for example { $late }.
error-bad-time = { $text } is not a time of day. Type it with four digits, for example 09:00 or 13:30.
error-bad-date = The date in “{ $text }” is not in the calendar, or is too far away. Type for example 2 March or 2027-03-02.
error-bad-weeks = I do not understand which weeks you mean by “{ $text }”. Type week numbers between 1 and 53, for example: 8, 44 and 51–1
error-past-when = { $text } has passed already. Choose a day and a time to come.
