# Ord om samtalskort, speglar, checklistor, program och dialoger utan svar. Samma nycklar finns i cards.en.ftl.

## Samtalskort

help-card = Drar ett samtalskort, bara för dig
card-title = Samtalskort
card-deck = { $component }: { $title }
card-more = Ett till
card-show = Visa för gruppen
card-choose = Vad ska kortet handla om?
card-all = Blanda alla
card-private = Bara du ser kortet. Vilka kort du drar sparas inte.
card-group = Prata om kortet i grupper om fyra till sju. Alla ska hinna säga något, och ingen måste.
card-shown = Kortet visas i kanalen.

## Spegeln

help-mirror = Frågor till dig själv, som ingen annan ser
mirror-title = Spegel för dig själv
mirror-which = Frågor att svara på för din egen skull. Bara du ser svaren.
mirror-open = Öppna spegeln
mirror-promise-you = Bara du ser svaren. De går inte till någon chef och räknas inte ihop med andras.
mirror-promise-kept = Boten sparar ingenting. Chattjänsten förmedlar det du skickar.
mirror-question = Fråga { $number }
mirror-submit = Visa min bild
mirror-close = Avbryt
mirror-picture-title = Din egen bild
mirror-date = Så svarade du { $date } { $year }.
mirror-answers = Dina svar
mirror-answer = { $question } Du svarade { $score } av 7 (1 = { $low }, 7 = { $high }).
mirror-strongest = Det du gav högst
mirror-think = Något att tänka på
mirror-alike = Du gav alla frågor samma svar. Vilken av dem vill du helst tänka vidare på?
mirror-closing = Så kan du gå vidare
mirror-send-note = När du stänger rutan är bilden borta. Vill du jämföra nästa gång kan du skicka den till dig själv. Då ligger den som ett meddelande i din privata chatt med boten, tills du själv tar bort din kopia eller chatten rensas. Den som sköter chattjänsten kan komma åt meddelanden där.
mirror-send = Skicka till mig själv
mirror-sent = ✓ Skickat. Bilden ligger i din privata chatt med boten, och ingen annanstans.
mirror-not-sent = Det gick inte att skicka bilden just nu, och den är inte sparad. Tryck på knappen igen om du vill försöka en gång till. När du stänger rutan är bilden borta.

## Checklistor

help-checklist = Ett temas checklista att bocka av för dig själv
checklist-title = Checklista: { $title }
checklist-title-all = Checklistor
checklist-which = De här temana har en checklista. Bara du ser den.
checklist-open = Checklista
checklist-intro = Bara du ser listan. Det du bockar av står i det här meddelandet och sparas ingen annanstans: när meddelandet är borta börjar du om.
checklist-label = Bocka av
checklist-done = { $done } av { $of } klara.

## Program

programmes-title = Program
programmes-intro = Välj ett program för att se vad som finns i det. Du kan också skriva dess namn efter /apt teman.
programmes-themes = { $evaluation ->
    [yes] { $count ->
        [one] Visa temat och utvärderingen
       *[other] Visa { $count } teman och utvärderingen
    }
   *[no] { $count ->
        [one] Visa temat
       *[other] Visa { $count } teman
    }
}
programmes-all = Alla program
programmes-card = Dra ett kort
programmes-mirror = Öppna spegeln
themes-titled = { $title } · { $minutes } min

## Dialoger utan svar, och hjälp till den som leder

board-cancelled-talk = Dialogen avbröts.
board-stop-text-talk = Dialogen slutar nu.
board-stuck = Fastnat?
reply-over-talk = Dialogen är slut.
reply-cancelled-talk = Dialogen är avbruten.
reply-ask-cancel-talk = Vill du avbryta dialogen? Inget går förlorat, men det går inte att fortsätta där ni var.
menu-cancel-title-talk = Avbryta dialogen?
menu-cancel-text-talk = Dialogen slutar nu. Det går inte att fortsätta där ni var.
menu-cancel-yes-talk = Avbryt
menu-cancel-no-talk = Fortsätt
stuck-title = Fastnat?
stuck-intro = Bara du ser det här. Läs upp något av det, eller säg det med egna ord.
stuck-say = Det här kan du säga
adaptation-heading = Det här kan ni ändra
film-minutes = Filmen tar { $minutes ->
    [one] 1 minut
   *[other] { $minutes } minuter
}. Går den inte att visa läser ni det här i stället:
film-instead = Läs det här i stället för filmen:
menu-card = Samtalskort
menu-mirror = Spegel

## Textens språk

team-language-sv = Texterna i dialogerna är på svenska.
team-language-lattlast = Texterna i dialogerna är på lättläst svenska där det finns, annars på vanlig svenska.
team-language-en = Texterna i dialogerna är på engelska.
team-choose-sv = Svenska texter
team-choose-lattlast = Lättlästa texter
team-choose-en = Engelska texter

## Till den som sköter boten

watch-title = { $kind ->
    [areas] Fel i områdenas fil
    [year] Fel i årshjulets fil
    [several] Fel i filerna
   *[dialogues] Fel i dialogfilerna
}
watch-intro = { $count ->
    [one] Jag hittade 1 fel.
   *[other] Jag hittade { $count } fel.
} En fil med fel används som den såg ut senast den var rätt. Är den ny används den inte alls.
watch-more = Fler fel: { $count }. Alla visas med { $commands }.
watch-well = { $kind ->
    [areas] Nu är områdenas fil rätt igen.
    [year] Nu är årshjulets fil rätt igen.
    [several] Nu är alla filer rätt igen.
   *[dialogues] Nu är alla dialogfiler rätt igen.
}

## Fel som en människa kan göra något åt

error-no-material = { $kind ->
    [cards] Det finns inga samtalskort. Säg till den som sköter boten.
    [mirror] Det finns ingen spegel. Säg till den som sköter boten.
    [survey] Det finns ingen enkät att ha öppen. Säg till den som sköter boten.
   *[checklist] Det finns ingen checklista till det. Skriv `/apt checklista` för att se om något annat tema har en.
}
error-unknown-name = { $kind ->
    [cards] Jag hittar inga kort som heter ”{ $word }”.
    [mirror] Jag hittar ingen spegel som heter ”{ $word }”.
   *[programme] Jag hittar inget program som heter ”{ $word }”.
} { $nearest ->
    [none] Skriv kommandot utan namn för att se vad som finns.
   *[other] Menade du `{ $nearest }`?
}
