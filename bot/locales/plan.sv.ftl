# Ord om planerade samtal. Samma nycklar finns i plan.en.ftl.

## Runt ett tillfälle

plan-when = { $day } kl { $time }
plan-announced = Nästa samtal: { $when }
plan-was-announced = Planerat samtal: { $when }
plan-length = Det tar { $minutes } minuter.
plan-show = Visa temat
plan-no-theme = Tema väljs på plats
plan-no-theme-text = Ni har haft alla teman i planen. Den som leder kan välja ett annat tema.
plan-opening-ask = Den som leder samtalet öppnar det här i kanalen.
plan-opening-auto = Samtalet startar av sig självt här i kanalen.
plan-state-held = Samtalet har startat.
plan-state-missed = Det blev inget samtal den här gången. Chefen har fått frågan om en ny tid.
plan-state-skipped = Inställt. Temat väntar till nästa gång.
plan-state-paused = Planen är pausad. Samtalet blir inte av förrän chefen startar den igen.

plan-ask = Nu är det dags för { $title } ({ $when }). Ska jag öppna samtalet i kanalen?
plan-asked-planned = Samtalet har fått en ny tid: { $when }.
plan-asked-held = { $title } är startat.
plan-asked-missed = Samtalet { $when } blev inte av. Chefen har fått frågan om vad som ska hända.
plan-asked-skipped = Samtalet { $when } hoppas över.
plan-open-now = Öppna nu
plan-run-now = Kör nu
plan-move = Flytta
plan-skip = Hoppa över
plan-skip-title = Hoppa över?
plan-skip-text = Samtalet { $when } ställs in. Temat flyttas till nästa gång, så inget tema går förlorat.
plan-skip-yes = Ja, hoppa över
plan-skip-no = Avbryt

plan-missed-title = Planerade samtal i { $team } som inte blev av
plan-missed = { $count ->
    [one] Ett samtal blev inte av. Vad vill du göra?
   *[other] { $count } samtal blev inte av. Vad vill du göra?
}
plan-missed-footer = Gör du inget händer inget: temat kommer nästa gång ni ses.
plan-missed-planned = Flyttat till en ny tid.
plan-missed-asked = Flyttat till en ny tid.
plan-missed-held = Hållet.
plan-missed-skipped = Hoppas över.

error-unknown-occasion = Det tillfället finns inte kvar i planen. Skriv `/apt plan` för att se vad som gäller nu.
error-occasion-over = Det tillfället är redan hållet eller inställt. Skriv `/apt plan` för att se vad som gäller nu.
error-no-theme-left = Ni har haft alla teman i planen. Starta ett tema med till exempel `/apt start tema1`, eller planera nya med `/apt plan`.
error-unknown-plan = Den planen finns inte kvar. Skriv `/apt plan` för att se vad som gäller nu.
error-no-days-left = Det blir inga dagar kvar att ses på. Ta bort någon vecka eller månad som du har undantagit, eller välj en senare sista dag.

## Planens sida

help-plan = Visar teamets plan: vad som varit och vad som kommer. Den som leder kan planera här
year-title = Plan för { $team }
year-empty = Det finns inget planerat. Med en plan säger jag till i kanalen i god tid, och rätt tema kommer i tur och ordning.
year-ahead = { $count ->
    [one] Ett samtal är planerat.
   *[other] { $count } samtal är planerade.
}
year-paused = Planen är pausad. Inget startar och inget meddelas förrän någon som leder startar den igen. Då fortsätter ni med temat där ni slutade.
year-footer = Bara den som leder teamet kan ändra planen.
year-past = Det som varit
year-past-line = { $sign } { $day }: { $what }
year-missed = blev inte av
year-skipped = inställt
year-moved = (flyttat från { $day })
year-later = Sedan
year-called-off = Inställda
year-later-line = { $when }: { $title }
year-homeless = { $count ->
    [one] Ett tema har ingen tid i planen.
   *[other] { $count } teman har ingen tid i planen.
}
year-pick = Ändra ett senare samtal
year-more = Lägg till ett tillfälle sist
year-change = Flytta eller byt tema
year-new = Planera
year-pause = Pausa planen
year-resume = Starta planen igen
year-drop = Ta bort planen från { $day }
year-drop-title = Ta bort planen?
year-drop-text = { $count ->
    [one] Ett planerat samtal tas bort. Det som redan hållits finns kvar.
   *[other] { $count } planerade samtal tas bort, till och med { $last }. Det som redan hållits finns kvar.
}
year-drop-yes = Ja, ta bort

## Formuläret

planning-title = Planera samtal
planning-intro = Skriv när ni ses, eller välj i listorna. Innan något sparas visar jag vilka dagar det blir.
planning-theme = Börja med
planning-theme-hint = De andra temana i programmet följer i ordning.
planning-when = När ses ni?
planning-when-example = varannan tisdag 09:00
planning-when-hint = Till exempel: varannan tisdag 09:00, andra tisdagen i månaden 13.30, sista fredagen varje månad kl 8, eller 2 mars 9:00 för en enda gång. Lämna tomt om du hellre väljer här under.
planning-rhythm = Hur ofta?
planning-rhythm-once = En gång
planning-rhythm-1w = Varje vecka
planning-rhythm-2w = Varannan vecka
planning-rhythm-3w = Var tredje vecka
planning-rhythm-4w = Var fjärde vecka
planning-rhythm-1m = Varje månad, samma veckodag som första dagen (till exempel andra tisdagen)
planning-rhythm-2m = Varannan månad, samma veckodag som första dagen
planning-first = Första dagen
planning-at = Klockan
planning-how-many = Hur många gånger?
planning-count-all = Så många som det finns teman kvar
planning-count = { $count ->
    [one] 1 gång
   *[other] { $count } gånger
}
planning-until = Sluta senast
planning-until-hint = Får vara tomt.
planning-left-out = Då ses vi inte
planning-left-out-holidays = Helgdagar och aftnar
planning-left-out-squeeze = Klämdagar
planning-left-out-july = Juli
planning-weeks = Andra veckor då ni inte ses
planning-weeks-hint = Veckonummer, till exempel 8, 44 och 51–1. Får vara tomt.
planning-announce = När ska teamet få veta?
planning-announced = { $days ->
    [0] Samma dag, två timmar innan
    [1] Dagen innan
    [7] En vecka innan
    [14] Två veckor innan
   *[other] { $days } dagar innan
}
planning-announced-said = { $days ->
    [0] Teamet får veta samma dag, två timmar innan.
    [1] Teamet får veta dagen innan.
    [7] Teamet får veta en vecka innan.
    [14] Teamet får veta två veckor innan.
   *[other] Teamet får veta { $days } dagar innan.
}
planning-opening = När det är dags
planning-opening-ask = Fråga den som leder innan samtalet öppnas
planning-opening-auto = Starta samtalet av sig självt
planning-opening-said-ask = När det är dags frågar jag den som leder om samtalet ska öppnas.
planning-opening-said-auto = När det är dags startar samtalet av sig självt.
planning-submit = Visa dagarna
planning-save = Spara planen
planning-back = Ändra
planning-rhythm-said = { $count ->
    [one] { $rhythm }, en gång
   *[other] { $rhythm }, { $count } gånger
}
planning-date = { $day }: { $title }
planning-more = { $count ->
    [one] … och en till, { $last }
   *[other] … och { $count } till, den sista { $last }
}
planning-breaks = Ni ses inte: { $what }.
planning-away = De här dagarna faller bort: { $days }.
planning-taken = Obs! Ni har redan något planerat { $days }.
planning-unfitting = { $count ->
    [one] Ett tema i programmet ryms inte och får planeras senare.
   *[other] { $count } teman i programmet ryms inte och får planeras senare.
}
planning-saved = { $count ->
    [one] ✓ Sparat: { $when }.
   *[other] ✓ Sparat: { $count } samtal, det första { $when }.
}
planning-saved-next = Se och ändra planen när du vill med `/apt plan`.
planning-change-title = Ändra ett tillfälle
planning-day = Ny dag
planning-its-theme = Tema
planning-next = Det som står på tur
planning-change = Spara
planning-changed = ✓ Samtalet är nu { $when }. Har det redan meddelats i kanalen är meddelandet ändrat.
planning-skipped = ✓ Samtalet { $when } hoppas över. Temat kommer nästa gång i stället.
planning-pick = Vilket samtal?
planning-deed = Vad vill du göra?
planning-deed-change = Flytta eller byt tema
planning-deed-skip = Hoppa över
planning-deed-hint = Hoppar ni över ett samtal flyttas temat till nästa gång, så inget tema går förlorat.
planning-pick-submit = Fortsätt
