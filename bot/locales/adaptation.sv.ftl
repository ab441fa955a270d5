# Ord om anpassningsloggen. Samma nycklar finns i adaptation.en.ftl.

help-log = Anpassningsloggen: det ni gjorde som det var tänkt, ändrade eller hoppade över, och varför

## Loggen

log-title = Anpassningslogg
log-intro = Så blev dialogerna, steg för steg. Bara teamets { -manager } och { -facilitators } kan läsa loggen här.
log-empty = Loggen är tom. När er första dialog är slut kan du skriva hur det blev.
log-heading = { $date } { $year } · { $title }
log-none = Inget är skrivet än.
log-kept = { $kept } av { $steps } steg gjordes som det var tänkt.
log-minutes = { $planned } minuter var planerade. Dialogen tog { $taken ->
    [0] mindre än en minut
   *[other] { $taken }
}, med eventuella pauser.
log-longer = { $name } (+{ $minutes })
log-added = Fler minuter fick: { $steps }.
log-step-was = { $was }: { $name }.
log-why = Varför: { $why }
log-older = { $count ->
    [one] En äldre anteckning visas inte.
   *[other] { $count } äldre anteckningar visas inte.
}
log-write = Skriv i loggen
log-edit = Ändra
log-offer = Skriv i anpassningsloggen

log-as-meant = Som det var tänkt
log-changed = Ändrat
log-skipped = Hoppat över

## Formuläret

log-form-title = Anpassningslogg
log-method = Skriv om arbetssättet. ”Ändrat” är lika bra som ”Som det var tänkt”.
log-no-names = Skriv inga namn och inget annat som pekar ut någon, varken kollegor eller dem ni är till för.
log-readers = Teamets { -manager } och { -facilitators } kan läsa och ändra det. Vem som skrev sparas inte.
log-step = { $number }. { $name } ({ $minutes } min)
log-step-why = Vad gjorde ni i stället, och varför? ({ $name })
log-step-why-hint = Får vara tomt. Högst { $limit } tecken.
log-why-label = Vad ändrade ni, och varför? Hur blev det?
log-why-hint = Om dialogen i stort. Får vara tomt. Högst { $limit } tecken.
log-submit = Spara
log-close = Avbryt
log-written = ✓ Sparat i anpassningsloggen.
log-written-next = Skriv `/apt logg` i kanalen när du vill läsa den eller ändra något.

## Fel

error-nothing-to-log = Det finns ingen avslutad dialog att skriva om här. Skriv `/apt logg` i teamets kanal för att se vilka som finns.
error-log-changed = Någon annan har skrivit om samma dialog sedan du öppnade rutan. Kopiera din text och stäng rutan. Skriv sedan `/apt logg` och tryck på Ändra.
