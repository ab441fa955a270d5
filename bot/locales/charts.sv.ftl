# Words in the pictures of results. They say what the message says, in fewer words: a picture is small.

chart-headline = Mittersta: { $median }, minst hälften: { $low }–{ $high }
chart-headline-same = Mittersta: { $median }, minst hälften: { $median }
chart-dot = ett svar
chart-middle = minst hälften av svaren
chart-median = mittersta svaret
chart-spread = Antal svar:
