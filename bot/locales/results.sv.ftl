# Ord om tidigare resultat: listan, utvecklingen och filerna. Samma nycklar finns i results.en.ftl.

help-results = Visar tidigare resultat, utvecklingen under ett år eller ett kvartal, och filer att ta med
help-arg-period = år eller kvartal

error-bad-period = Skriv ett år eller ett kvartal, till exempel `/apt resultat 2027`, `/apt resultat kvartal 1` eller `/apt resultat kvartal 1 2027`. Bara `/apt resultat` visar allt som finns.
error-no-results = { $period ->
    [none] Här finns inga resultat att visa än. Chefen ser resultatet när en dialog med anonyma svar är slut, och teamet ser det när det har delats.
   *[other] För { $period } finns inga resultat att visa här. Skriv `/apt resultat` för att se allt som finns.
}

results-title = Resultat för { $team }
results-intro = { $manages ->
    [yes] Det som du har fått som chef, och det som har delats med teamet. Det senaste står först.
   *[no] Allt som har delats med teamet, det senaste först.
}
results-show = Visa { $day }
results-show-titled = Visa { $day }: { $title }
results-answered = { $answered } av { $invited } svarade
results-too-few = för få svar (färre än { $threshold })
results-together = tillsammans: { $teams }
results-shared = delat med teamet
results-waits = inte delat än
results-managers = bara för chefen
results-period = Utveckling { $period }
results-earlier = Äldre
results-later = Nyare
results-back = Alla resultat
results-more-in-file = Alla kommentarer får inte plats här. Resten finns i filerna: skriv `/apt resultat` och ett år, och välj fil längst ner.
results-rest-in-files = Allt får inte plats här. Resten finns i filerna nedan.
results-evaluates = utvärdering av ”{ $programme }”

## Utvärderingen av ett program

results-evaluation = Utvärdering av programmet
results-evaluation-line = { $component }: { $question } ({ $ends }) { $said }
results-evaluation-more = { $count ->
    [one] … och en kommentar till.
   *[other] … och { $count } kommentarer till.
}
results-evaluation-show = Visa hela utvärderingen

## Ett år eller ett kvartal

results-over-time = { $team } { $period }
results-counted = { $count ->
    [one] Ett resultat. Det bygger bara på det som redan har visats, och ingen person följs över tid.
   *[other] { $count } resultat. Allt bygger bara på det som redan har visats för vart och ett av dem, och ingen person följs över tid.
}
results-trend = Utvecklingen
results-one = Mittersta svaret, på skalan 1–7. Först med två resultat med siffror går det att se en utveckling.
results-shared-box = Tillsammans: { $teams }
results-own = Teamets egna dialoger
results-no-trend = Det finns inga siffror att visa: för få har svarat.
results-taking-part = Så många svarade
results-round = { $day } · { $title } · { $took }
results-tags = Vad svaren handlar om, alla resultat sammanlagt
results-other-questions = Temana frågar med olika ord. Därför räknas bara större skillnader.
results-download = Ta med
results-download-text = Filen kommer till vår privata chatt. Kommentarer som är dolda för teamet är inte med.
results-format-xlsx = Excel-fil
results-format-pdf = PDF med bilder
results-format-csv = CSV
results-format-json = JSON
results-format-png = Bild
results-sent = { $count ->
    [one] ✓ Filen ligger i vår privata chatt. Tänk på vem du ger den till.
   *[other] ✓ { $count } bilder ligger i vår privata chatt. Tänk på vem du ger dem till.
}
results-not-sent = Filen gick inte att skicka just nu. Försök igen om en stund. Går det inte då heller: säg till den som sköter boten att appen behöver rätten att skicka filer.
results-file = resultat

## Utvecklingen i ord och bild

trend-one = { $component }: { $median }.
trend-no-change = { $component }: kring { $level }, ingen säker förändring.
trend-changed = { $component }: { $changes }. Nu kring { $level }.
trend-since = { $change ->
    [up] säkert högre
   *[down] säkert lägre
} från och med ”{ $title }” ({ $day })
trend-steady = ingen säker förändring
trend-up = säkert högre
trend-down = säkert lägre
trend-noise = där svaren brukar ligga nu
trend-missing = för få svar
trend-subtitle = { $series }: mittersta svaret, på skalan 1–7
trend-footer = Säkert betyder att svaren skiljer sig mer än slumpen brukar göra. Det bevisar inte varför. Mindre förändringar går inte att se.

## Filerna

report-page = Sida { $page }
report-replaced = { $sign } är ett tecken som inte kan skrivas ut här. I Excel-filen står det som det skrevs.
report-round = { $title } ({ $day })
report-answers = Antal svar: { $cells }
sheet-overview = Översikt
sheet-table = Data
sheet-columns = Kolumner
sheet-column = Kolumn
sheet-meaning = Vad den betyder
overview-column-closed = Dag
overview-column-team = Team
overview-column-title = Resultat
overview-column-audience = Vilka som har sett det
overview-column-answered = Svarade
overview-column-invited = Kunde svara
overview-component = { $component }: mittersta svaret, 1–7 (minst hälften svarade)
overview-column-tags = Vanligaste ämnena
overview-column-comments = Kommentarer som visas
overview-together = { $teams } team svarade tillsammans
overview-few = färre än { $threshold }
overview-not-shown = visas inte
overview-no-tags = inga visas

## Kommandoraden

export-progress-results = Läser resultat
export-made-results = Klart: { $path } ({ $teams ->
    [one] 1 team
   *[other] { $teams } team
}, { $count ->
    [one] 1 resultat
   *[other] { $count } resultat
}).
export-none-results = Det finns inga resultat att exportera { $period ->
    [none] än
   *[other] för { $period }
}.
export-unknown-team = { $nearest ->
    [none] Det finns inget team som heter ”{ $team }”.
   *[other] Det finns inget team som heter ”{ $team }”. Menade du ”{ $nearest }”?
}
export-several-teams = Flera team heter ”{ $team }”. Skriv teamets id i stället: { $ids }.
export-pdf-one-team = En PDF görs för ett team i taget. Lägg till --team och teamets namn.
export-no-period = Ett kvartal behöver ett år. Lägg till --year.
export-exists = Filen { $path } finns redan. Välj ett annat namn, eller lägg till --replace.
