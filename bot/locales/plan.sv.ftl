# Ord om planerade dialoger. Samma nycklar finns i plan.en.ftl.

## Runt en dialog

plan-when = { $day } kl { $time }
plan-announced = Nästa dialog: { $when }
plan-look-back = Dags att se tillbaka: { $when }
plan-was-announced = Planerad dialog: { $when }
plan-length = Det tar { $minutes } minuter.
plan-show = { $evaluation ->
    [yes] Visa utvärderingen
   *[no] Visa temat
}
plan-no-theme = Tema väljs på plats
plan-no-theme-text = Ni har haft alla teman i planen. Den som leder kan välja ett annat tema.
plan-opening-ask = Den som leder startar dialogen här i kanalen.
plan-opening-auto = Dialogen startar av sig själv här i kanalen.
plan-state-held = Dialogen har startat.
plan-state-missed = Det blev ingen dialog den här gången. Chefen har fått frågan om en ny tid.
plan-state-skipped = Inställd. Temat väntar till nästa gång.
plan-state-paused = Planen är pausad. Dialogen blir inte av förrän chefen startar planen igen.

plan-ask = Nu är det dags för { $title } ({ $when }). Ska jag starta dialogen i kanalen?
plan-asked-planned = Dialogen har fått en ny tid: { $when }.
plan-asked-held = { $title } har startat.
plan-asked-missed = Dialogen { $when } blev inte av. Chefen har fått frågan om vad som ska hända.
plan-asked-skipped = Dialogen { $when } hoppas över.
plan-open-now = Starta nu
plan-run-now = Starta nu
plan-move = Flytta
plan-skip = Hoppa över
plan-skip-title = Hoppa över?
plan-skip-text = Dialogen { $when } ställs in. Temat flyttas till nästa gång, så inget tema går förlorat.
plan-skip-yes = Ja, hoppa över
plan-skip-no = Avbryt

plan-missed-title = Planerade dialoger i { $team } som inte blev av
plan-missed = { $count ->
    [one] En dialog blev inte av. Vad vill du göra?
   *[other] { $count } dialoger blev inte av. Vad vill du göra?
}
plan-missed-footer = Gör du inget händer inget: temat kommer nästa gång ni ses.
plan-missed-planned = Flyttad till en ny tid.
plan-missed-asked = Flyttad till en ny tid.
plan-missed-held = Hållen.
plan-missed-skipped = Hoppas över.

error-unknown-occasion = Den dialogen finns inte kvar i planen. Skriv `/apt plan` för att se vad som gäller nu.
error-occasion-over = Den dialogen är redan hållen eller inställd. Skriv `/apt plan` för att se vad som gäller nu.
error-no-theme-left = Ni har haft alla teman i planen. Starta ett tema med till exempel `/apt start tema1`, eller planera nya med `/apt plan`.
error-unknown-plan = Den planen finns inte kvar. Skriv `/apt plan` för att se vad som gäller nu.
error-no-days-left = Det blir inga dagar kvar att ses på. Ta bort någon vecka eller månad som du har undantagit, eller välj en senare sista dag.

## Planens sida

help-plan = Visar teamets plan: vad som varit och vad som kommer. Den som leder kan planera här
year-title = Plan för { $team }
year-empty = Det finns inget planerat. Med en plan säger jag till i kanalen i god tid, och rätt tema kommer i tur och ordning.
year-ahead = { $count ->
    [one] En dialog är planerad.
   *[other] { $count } dialoger är planerade.
}
year-paused = Planen är pausad. Inget startar och inget meddelas förrän någon som leder startar den igen. Då fortsätter ni med temat där ni slutade.
year-footer = Bara den som leder teamet kan ändra planen.
year-past = Det som varit
year-past-line = { $sign } { $day }: { $what }
year-missed = blev inte av
year-skipped = inställd
year-moved = (flyttad från { $day })
year-later = Sedan
year-called-off = Inställda
year-later-line = { $when }: { $title }
year-unplaced = { $evaluation ->
    [yes] { $count ->
        [0] Utvärderingen av programmet har ingen tid i planen.
        [one] Ett tema och utvärderingen av programmet har ingen tid i planen.
       *[other] { $count } teman och utvärderingen av programmet har ingen tid i planen.
    }
   *[no] { $count ->
        [one] Ett tema har ingen tid i planen.
       *[other] { $count } teman har ingen tid i planen.
    }
}
year-pick = Ändra en senare dialog
year-more = Lägg till en dialog sist
year-change = Flytta eller byt tema
year-new = Planera
year-new-more = Planera fler
year-pause = Pausa planen
year-resume = Starta planen igen
year-drop = Ta bort planen från { $day }
year-drop-title = Ta bort planen?
year-drop-text = { $count ->
    [one] En planerad dialog tas bort. Det som redan hållits finns kvar.
   *[other] { $count } planerade dialoger tas bort, till och med { $last }. Det som redan hållits finns kvar.
}
year-drop-yes = Ja, ta bort

## Formuläret

planning-title = Planera dialoger
planning-intro = Skriv när ni ses, eller välj i listorna. Innan något sparas visar jag vilka dagar det blir.
planning-theme = Börja med
planning-theme-hint = De andra temana i programmet följer i ordning.
planning-when = När ses ni?
planning-when-example = varannan tisdag 09:00
planning-when-hint = Till exempel: varannan tisdag 09:00, tisdagar jämna veckor kl 8, andra tisdagen i månaden 13.30, eller 2 mars 9:00 för en enda gång. Lämna tomt om du hellre väljer här under.
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
    [0] Teamet får veta senast två timmar innan.
    [1] Teamet får veta senast dagen innan.
    [7] Teamet får veta senast en vecka innan.
    [14] Teamet får veta senast två veckor innan.
   *[other] Teamet får veta senast { $days } dagar innan.
}
planning-announced-once = Teamet får veta { $when }.
planning-announced-soon = { $count ->
    [one] Den första dialogen är närmare än så: om den får teamet veta { $when }.
   *[other] De första { $count } dialogerna är närmare än så: om den första får teamet veta { $when }.
}
planning-announced-saved = så snart planen är sparad
planning-opening = När det är dags
planning-opening-ask = Fråga den som leder innan dialogen startar
planning-opening-auto = Låt dialogen starta av sig själv
planning-opening-said-ask = När det är dags frågar jag den som leder om dialogen ska starta.
planning-opening-said-auto = När det är dags startar dialogen av sig själv.
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
planning-evaluation = När programmet är slut ser ni tillbaka: { $title }, { $day }.
planning-unfitting = { $evaluation ->
    [yes] { $count ->
        [0] Utvärderingen av programmet ryms inte och får planeras senare.
        [one] Ett tema och utvärderingen av programmet ryms inte och får planeras senare.
       *[other] { $count } teman och utvärderingen av programmet ryms inte och får planeras senare.
    }
   *[no] { $count ->
        [one] Ett tema i programmet ryms inte och får planeras senare.
       *[other] { $count } teman i programmet ryms inte och får planeras senare.
    }
}
planning-saved = { $count ->
    [one] ✓ Sparat: { $when }.
   *[other] ✓ Sparat: { $count } dialoger, den första { $when }.
}
planning-saved-next = Se och ändra planen när du vill med `/apt plan`.
planning-change-title = Ändra en dialog
planning-day = Ny dag
planning-its-theme = Tema
planning-next = Det som står på tur
planning-change = Spara
planning-changed = ✓ Dialogen är nu { $when }. Har den redan meddelats i kanalen är meddelandet ändrat.
planning-skipped = ✓ Dialogen { $when } hoppas över. Temat kommer nästa gång i stället.
planning-pick = Vilken dialog?
planning-deed = Vad vill du göra?
planning-deed-change = Flytta eller byt tema
planning-deed-skip = Hoppa över
planning-deed-hint = Hoppar ni över en dialog flyttas temat till nästa gång, så inget tema går förlorat.
planning-pick-submit = Fortsätt
