### Åtaganden som tabell: i filer, i rapporten och på kommandoraden.

commitment-file = åtaganden
commitment-table = Åtaganden
commitment-table-title = Åtaganden { $team }
commitment-trail = Händelser

commitment-column-team = Team
commitment-column-aim = Grupp
commitment-column-activity = Vad vi ska göra
commitment-column-how = Hur
commitment-column-target = Klart senast
commitment-column-role = Ansvarig roll
commitment-column-resources = Resurser
commitment-column-follow-up = Uppföljning
commitment-column-state = Läge
commitment-column-note = Skäl eller anteckning
commitment-column-agreed = Överenskommet den
commitment-column-changes = Händelser
commitment-column-day = Dag
commitment-change = { $day }: { $kind ->
    [deferred] { $state } till { $target }
   *[other] { $state }
}. { $note }

commitment-means-aim = Vad det är till för, ett av dessa: { $words }.
commitment-means-state = Läget, ett av dessa: { $words }.

sheet-key = Namn i JSON

## Åren

results-commitments = Åtaganden
results-commitments-counted = Här är { $count ->
    [one] ett åtagande
   *[other] { $count } åtaganden
} som ni kom överens om, skulle ha klart eller följde upp under den tiden. Läget nu: { $states }.
results-commitments-state = { $state ->
    [open] { $count } pågår
    [done] { $count } { $count ->
        [one] klart
       *[other] klara
    }
    [deferred] { $count } { $count ->
        [one] uppskjutet
       *[other] uppskjutna
    }
   *[dropped] { $count } { $count ->
        [one] avskrivet
       *[other] avskrivna
    }
}
results-commitments-line = { $state }: { $activity } (klart senast { $day })
results-commitments-rest = { $count ->
    [one] Ett till finns i filen.
   *[other] { $count } till finns i filen.
} Skriv /apt åtaganden för hela listan.
results-commitments-way = Skriv /apt åtaganden för hela listan.
results-commitments-alone = Inga resultat räknades under den tiden. Det ni kom överens om står här nedanför.

## Kommandoraden

export-progress-commitments = Läser åtaganden
export-made-commitments = Klart: { $path } ({ $teams ->
    [one] 1 team
   *[other] { $teams } team
}, { $count ->
    [one] 1 åtagande
   *[other] { $count } åtaganden
}).
export-none-commitments = Det finns inga åtaganden att exportera { $period ->
    [none] än
   *[other] för { $period }
}.
export-bad-year = ”{ $said }” är inget år som går att välja. Skriv året med fyra siffror, från 2000 till 2099: --year 2027.
export-bad-quarter = ”{ $said }” är inget kvartal. Skriv 1, 2, 3 eller 4: --quarter 1.
export-no-pdf = Åtaganden finns inte som PDF. Välj --format xlsx, csv eller json.
