# Ord om områden: flera team tillsammans, en gång i kvartalet.
# Samma nycklar finns i areas.en.ftl.

## Sidan

area-title = { $count ->
    [one] Ditt område
   *[other] Dina områden
}
area-intro = Bara du ser det här. Du ser flera team tillsammans, aldrig ett team för sig och aldrig vad någon har skrivit.
area-teams = { $count ->
    [0] Inget av områdets team har börjat än.
    [one] 1 team har börjat med dialogerna.
   *[other] { $count } team har börjat med dialogerna.
}
area-missing = De här finns i filen med områden men inte som team i boten än: { $teams }. Är ett namn fel: be den som sköter boten att rätta det.
area-missing-more = { $count } till
area-nothing-yet = Inget kvartal är räknat än.
area-quarter = Så var det { $quarter }:
area-quarter-none = För { $quarter } finns inget att visa: inget tema hade tillräckligt många team.
area-earlier-quarter = Tidigare, { $quarter }
area-earlier = { $title }: { $said }
area-earlier-none = Inget att visa.
area-rest = Det här får inte plats samtidigt: { $areas }. Skriv `/apt område` och namnet för att se ett område för sig.
area-rest-told = Allt får inte plats. Resten står i meddelandena som du fick när kvartalen räknades.
area-next = Nu är det { $quarter }. Det räknas ett dygn efter att det är slut, och du får ett meddelande då.
area-evaluation = Frågorna handlar om programmet, inte om arbetet.
area-taking-part = { $teams } team är med, { $out } är inte med.
area-answered = { $answered } av { $invited } svarade.
area-answered-between = Mellan { $low } och { $high } av { $invited } svarade.
area-spread = { $component }: { $cells }.
area-cell = { $teams } team { $place }
area-place-1-2 = lågt (1–2)
area-place-3-5 = i mitten (3–5)
area-place-6-7 = högt (6–7)
area-place-1-5 = lågt eller i mitten (1–5)
area-place-3-7 = i mitten eller högt (3–7)
area-no-spreads = Hur teamen ligger på skalan visas inte.
area-no-spread = { $component }: visas inte.
area-held-back = Det som inte visas, och varför
area-held-teams = Vilka team som inte är med. De kan vara utan dialog, ha färre än { $threshold } svar, ha valt att bara chefen ser resultatet, eller så skulle de gå att räkna ut.
area-held-themes = Teman där färre än { $teams } team kan läggas ihop så att inget av dem går att räkna ut. De nämns inte alls.
area-held-spread = Hur teamen ligger på skalan, om inte minst { $cell } team finns i varje del. Är samma person chef eller { -facilitators } i flera av teamen krävs fler. Varje team räknas med sitt mittersta svar.
area-held-once = Det som tillkommer i efterhand. Ett kvartal räknas en enda gång, och varje dialog högst en gång.

## Meddelandet när ett kvartal är räknat

area-counted-title = { $area }, { $quarter }
area-counted = Kvartalet är räknat. Bara du och andra chefer för området får det här.
area-counted-none = Kvartalet är räknat, men inget tema hade tillräckligt många team för att visas.
area-again = Skriv `/apt område` när du vill se det igen.

## Bilden

area-chart = Hur många team som har sitt mittersta svar lågt, i mitten och högt
area-chart-hidden = visas inte
area-chart-footer = Minst { $cell } team i varje del.
area-band-low = lågt
area-band-mid = i mitten
area-band-high = högt
area-dot = ett team

## Löftet

privacy-who-area = Områdets chef kan få se flera team tillsammans, en gång i kvartalet. Ditt team går inte att räkna ut, och inget som någon har skrivit är med.

## Hjälpen

help-area = Visar flera team tillsammans, för den som är chef för ett område

## Fel

error-area-manager-only = Det här är till för den som är chef för ett område. Är du det: be den som sköter boten att skriva in dig.

## Filen omraden.yaml

areas-mistakes = Områdena behöver rättas innan boten kan starta. De står i filen omraden.yaml; docs/how-to/omraden.md beskriver den.
areas-no-file = Det finns ingen fil med områden ({ $path }). Kopiera config/omraden.exempel.yaml dit.
areas-ok = { $areas ->
    [one] 1 område med { $teams } team är rätt skrivet.
   *[other] { $areas } områden med { $teams } team är rätt skrivna.
}
areas-unchecked = Om teamen finns går inte att se härifrån: databasen finns inte än.
content-areas-none = Filen har inga områden.
content-areas-none-remedy = Skriv minst ett, så som i config/omraden.exempel.yaml. Vill ni inte ha områden: ta bort filen.
content-areas-missing = Området ”{ $area }” saknar ”{ $key }”.
content-areas-missing-remedy = Skriv ”{ $key }:” på en egen rad under, två mellanslag längre in.
content-areas-teams-or-parts = Området ”{ $area }” ska ha antingen team eller delar.
content-areas-teams-or-parts-remedy = Skriv ”team:” med teamens kanaler, eller ”delar:” med andra områden, men inte båda.
content-areas-items = I listan under ”{ $key }” är något ingen text.
content-areas-items-remedy = Skriv ett namn efter varje streck. Börjar det med # behövs citattecken, eller skriv det utan #.
content-areas-twice = Teamet ”{ $team }” står redan på rad { $first }.
content-areas-twice-remedy = Låt teamet vara med i ett enda område. Två områden kan ha ett gemensamt område över sig, med ”delar:”.
content-areas-no-person = ”{ $text }” är inget medlems-id.
content-areas-no-person-remedy = Skriv personens id i Slack, till exempel U012ABCDEF. Det står i personens profil, under ⋮ och ”Kopiera medlems-id”.
content-areas-no-name = ”{ $text }” är inget namn på en kanal.
content-areas-no-name-remedy = Skriv kanalens namn som i Slack, utan mellanslag, eller dess id.
content-areas-unknown-part = Det finns inget område som heter ”{ $area }” här.
content-areas-unknown-part-remedy = { $nearest ->
    [none] Skriv namnet som står först på områdets egen rad, före kolonet.
   *[other] Menade du ”{ $nearest }”?
}
content-areas-nested = Området ”{ $area }” har själv delar.
content-areas-nested-remedy = Skriv de områden som har team i stället.
content-areas-unknown-team = Inget team heter ”{ $team }”.
content-areas-unknown-team-remedy = { $nearest ->
    [none] Det räknas inte förrän kanalen har haft sin första dialog. Heter kanalen något annat: rätta namnet.
   *[other] Menade du ”{ $nearest }”? Annars räknas det när kanalen har haft sin första dialog.
}
content-areas-too-small = Området ”{ $area }” har { $teams } team. Det kan aldrig visa något.
content-areas-too-small-remedy = Det behövs minst 3 team, och 6 för att visa hur de ligger. Lägg ihop det med ett annat område.
content-areas-no-spread = Området ”{ $area }” har { $teams } team. Det kan bara visa hur många som svarade.
content-areas-no-spread-remedy = Hur teamen ligger på skalan visas från 6 team. Lägg ihop det med ett annat område om ni vill se det.
