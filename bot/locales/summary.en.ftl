## What a summary comes to

summary-essence = Strongest: { $strong }. Talk more about: { $next }.
summary-essence-next = Talk more about: { $next }.
summary-essence-alike = The answers are alike for all parts. Choose for yourselves what to talk more about.
summary-keep = Hold on to it: { $component }
summary-keep-question = What is it that works here? What is needed for it to stay?
summary-next-alike = Talk more: choose one of the questions
summary-unknowing = Only “don’t know”, “nothing” or the like: { $count ->
    [one] 1 answer
   *[other] { $count } answers
}
summary-unknowing-at-least = Only “don’t know”, “nothing” or the like: at least { $count ->
    [one] 1 answer
   *[other] { $count } answers
}
summary-plan = Plan the next one
