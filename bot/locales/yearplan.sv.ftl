# Vad som är fel i arshjul.yaml, årets plan för flera team, och det som sägs om den. Samma nycklar finns i yearplan.en.ftl.

content-year-no-keys = Filen börjar inte med ”år:”, och säger inget om något team.
content-year-no-keys-remedy = Skriv ”år:” och ett årtal, och sedan ”team:”. Jämför med config/arshjul.exempel.yaml.
content-year-year = ”{ $text }” är inget år mellan { $first } och { $last }.
content-year-year-remedy = Skriv året som planen gäller, till exempel ”år: 2027”.
content-year-teams = Under ”team:” ska det stå vilka team det gäller.
content-year-teams-remedy = Skriv namnet på teamets kanal på en egen rad, två mellanslag längre in, till exempel ”natt-manen:”.
content-year-team-name = ”{ $team }” är inget namn på en kanal.
content-year-team-name-remedy = Skriv kanalens namn som det står i chatten, utan mellanslag, till exempel ”natt-manen”. Varje team ska ha en egen rad.
content-year-team-twice = Teamet ”{ $team }” står redan på rad { $first }.
content-year-team-twice-remedy = Flytta punkterna till det första stället, och ta bort det andra.
content-year-programme = Det finns inget program som heter ”{ $key }”.
content-year-programme-remedy = { $nearest ->
    [none] Skriv namnet på programmets mapp. Det finns: { $allowed }.
   *[other] Menade du ”{ $nearest }”? Det finns: { $allowed }.
}
content-year-theme = Programmet ”{ $programme }” har inget tema som heter ”{ $key }”.
content-year-theme-remedy = { $nearest ->
    [none] Skriv namnet på temats fil, utan ändelse. Det finns: { $allowed }.
   *[other] Menade du ”{ $nearest }”? Det finns: { $allowed }.
}
content-year-when = { $kind ->
    [weekday] Det går inte att veta vilken veckodag som menas med ”{ $text }”.
    [month-day] Det går inte att veta vilken dag i månaden som menas med ”{ $text }”.
    [fifth] Alla månader har inte en femte av varje veckodag, som i ”{ $text }”.
    [time] Det står ingen tid på dagen i ”{ $text }”.
    [contradictory] Delarna i ”{ $text }” går inte ihop.
    [several] Det finns fler än en dag eller tid i ”{ $text }”.
   *[nothing] Det går inte att förstå när ”{ $text }” är.
}
content-year-when-remedy = { $kind ->
    [weekday] Skriv den också, till exempel: varannan tisdag 09:00
    [month-day] Skriv till exempel: andra tisdagen i månaden 09:00
    [fifth] Skriv den första till fjärde, eller till exempel: sista tisdagen i månaden 09:00
    [time] Skriv den sist, med fyra siffror, till exempel: varannan tisdag 09:00
    [contradictory] Skriv hur ofta, till exempel: varannan tisdag 09:00. Eller en dag: tisdag 2 mars 09:00
    [several] Skriv en dag och bara när ni börjar. Gör en egen punkt i listan av var och en.
   *[nothing] Skriv till exempel: varannan tisdag 09:00, andra tisdagen i månaden 13:30, eller en enda dag: 2 mars 09:00
}
content-year-unclear-time = ”{ $text }” kan vara { $early } eller { $late }.
content-year-unclear-time-remedy = Skriv tiden med fyra siffror, till exempel { $late }.
content-year-bad-time = Ingen klocka visar tiden i ”{ $text }”.
content-year-bad-time-remedy = Skriv tiden med fyra siffror, till exempel 09:00 eller 13:30.
content-year-bad-date = Dagen i ”{ $text }” finns inte i kalendern, eller ligger långt bort.
content-year-bad-date-remedy = Skriv till exempel 2 mars, eller 2027-03-02 om det är ett annat år än det som står först i filen.
content-year-relative = ”{ $text }” blir olika dagar, beroende på när filen läses.
content-year-relative-remedy = Skriv datumet, till exempel: 2 mars 09:00. Eller hur ofta, till exempel: varje tisdag 09:00
content-year-day = Efter ”{ $key }” ska det stå en dag, inte ”{ $text }”.
content-year-day-remedy = Skriv till exempel 2027-03-02 eller 2 mars.
content-year-till-before = Den sista dagen ligger före den första.
content-year-till-before-remedy = Ändra ”till:” eller ”från:”. Utan dem gäller hela året.
content-hash-name = Namnet ”#{ $name }” börjar med #. Då läses det som en kommentar, och inte alls.
content-hash-name-remedy = Sätt citattecken runt namnet: "#{ $name }". Är det en kommentar? Skriv ett mellanslag efter #.
content-year-weeks = ”{ $text }” är inga veckonummer.
content-year-weeks-remedy = Skriv nummer mellan 1 och 53, till exempel: 8, 44 och 51–1
content-year-only-series = ”{ $key }” hör till det som kommer tillbaka, men här är det en enda dag.
content-year-only-series-remedy = Ta bort raden, eller skriv hur ofta efter ”när:”.
content-year-no-days = Det blir inga dagar kvar att ses på.
content-year-no-days-remedy = Ta bort något som är utelämnat, eller ändra ”från:” eller ”till:”.
content-year-unfitting = { $themes } dialoger ska få plats, men det blir bara { $days ->
    [one] en dag
   *[other] { $days } dagar
}.
content-year-unfitting-remedy = Låt dem komma oftare eller längre fram på året. Eller skriv ”antal: { $days }” om det är meningen.
content-year-same-day = Teamet har redan något den { $day }, som planeras på rad { $first }.
content-year-same-day-remedy = Ändra ett av dem, om det inte är meningen att ses två gånger samma dag.
content-year-holiday = { $day } är en helgdag: { $name }.
content-year-holiday-remedy = Välj en annan dag, om det inte är meningen.

year-check-good = Årshjulet är rätt: { $teams ->
    [one] ett team
   *[other] { $teams } team
}, { $days ->
    [one] en dialog
   *[other] { $days } dialoger
}.
year-check-none = Det finns inget årshjul ({ $path }). Kopiera config/arshjul.exempel.yaml dit.
year-show-team = #{ $team }
year-show-day = { $day } kl { $time }: { $title }
year-show-away = { $day }: bortfaller ({ $why })
year-show-away-plain = { $day }: bortfaller
year-show-empty = Inget är planerat.
year-show-unknown = Teamet ”{ $team }” finns inte i årshjulet. { $nearest ->
    [none] Det finns: { $allowed }.
   *[other] Menade du ”{ $nearest }”? Det finns: { $allowed }.
}
year-from-file = Planen kommer från organisationens årshjul. Dialogerna kan flyttas och hoppas över här, en i taget. Hela planen ändras i årshjulet.
error-plan-from-file = Den planen kommer från organisationens årshjul och tas bort där. Vill ni inte ha den nu kan ni pausa den med `/apt plan`.
