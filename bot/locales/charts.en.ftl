# Words in the pictures of results. They say what the message says, in fewer words: a picture is small.

chart-headline = Middle: { $median }, at least half: { $low }–{ $high }
chart-headline-same = Middle: { $median }, at least half: { $median }
chart-dot = one answer
chart-middle = at least half of the answers
chart-median = the middle answer
chart-spread = Answers:
