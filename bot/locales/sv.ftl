# Ord som visas för människor, på svenska. Samma nycklar finns i en.ftl.

## Roller och grundord

role-manager = Chef
role-facilitators = Samtalsledare
-manager = chef
-facilitators = samtalsledare
-inspiration = KASAM-inspirerade
component-meningsfullhet = Meningsfullhet
component-hanterbarhet = Hanterbarhet
component-begriplighet = Begriplighet

## Stegens namn

step-check-in = Incheckning
step-film = Film
step-read = Läs
step-reflect = Tänk själv
step-answer = Svara anonymt
step-dialogue = Samtal
step-exercise = Övning
step-dilemma = Dilemma
step-value-exercise = Värderingsövning
step-card = Samtalskort
step-gather = Samla ihop
step-commit = Bestäm tillsammans
step-check-out = Utcheckning
group-alone = Var och en för sig
group-pairs = Två och två
group-small = Grupper om 4–7

## Dialogens meddelande i kanalen

board-title = { $number }. { $title }
board-step-done = klart
board-step-now = nu
board-step-next = sedan
board-step-skipped = hann ni inte
board-until = till
board-minutes = { $count } min
board-paused = Pausad. { $minutes ->
    [0] Mindre än en minut är kvar
    [one] 1 minut är kvar
   *[other] { $minutes } minuter är kvar
} av steget. Dialogen går vidare när { -manager } eller { -facilitators } trycker på Fortsätt.
board-ended = Dialogen är slut. Tack för att ni delade med er av era tankar!
board-ended-shared-later = Chefen får en sammanfattning om minst { $threshold } har svarat. { $sees ->
    [yes] Ni får se samma sak senast ett dygn senare, utom kommentarer som chefen döljer.
   *[no] Bara chefen ser den.
}
board-ended-too-small = Ni är för få för att något resultat ska visas. Svaren raderas. Samtalet ni hade är lika mycket värt ändå.
board-cancelled = Dialogen avbröts. Alla svar är borttagna och ingenting räknas.
board-now = Nu: { $name }
board-answer = Svara anonymt
board-answer-hint = Öppet till dialogen är slut. Du kan ändra eller ta bort ditt svar till dess. Ingen i teamet ser vem som har svarat.
board-next = Nästa steg
board-finish = Avsluta
board-pause = Paus
board-resume = Fortsätt
board-extend = Förläng 5 min
board-stop = Stopp
board-stop-title = Avsluta dialogen?
board-stop-text = Dialogen slutar nu och ingen kan svara mer. De svar som kommit in räknas ihop.
board-stop-text-too-small = Dialogen slutar nu och ingen kan svara mer. Ni är för få för att något resultat ska visas, så svaren raderas olästa.
board-stop-yes = Avsluta nu
board-stop-no = Fortsätt dialogen
board-controls-hint = Knapparna är till för { -manager } och { -facilitators }.
board-summary = { $title } – nu: { $now }
board-summary-over = { $title } – dialogen är slut
board-summary-cancelled = { $title } – dialogen avbröts
board-summary-paused = { $title } – pausad

## Formuläret för svar

answer-title = Svara anonymt
answer-promise-who = { $sees ->
    [words] Chefen får en sammanfattning om minst { $threshold } av er { $invited } svarar. Teamet får samma, utom ord som chefen döljer, senast ett dygn senare.
    [numbers] Chefen får en sammanfattning om minst { $threshold } av er { $invited } svarar. Teamet får samma, senast ett dygn senare.
   *[no] Bara chefen får en sammanfattning, om minst { $threshold } av er { $invited } svarar. Teamet får den inte.
}
answer-promise-box = { $invited ->
    [one] 1 person
   *[other] { $invited } personer
} i { $teams } team delar låda till senast { $date }.
answer-promise-box-who = { $sees ->
    [words] Teamen får chefernas sammanfattning, utom dolda ord, om minst { $threshold } svarar.
    [numbers] Teamen får chefernas sammanfattning om minst { $threshold } svarar.
   *[no] Bara cheferna ser resultatet, om minst { $threshold } svarar.
}
answer-promise-box-nothing = Ni är för få: ingenting visas någonsin, inte ens för cheferna.
answer-promise-nothing = Ni är { $invited } som kan svara. Det är för få: inga siffror och inga ord visas någonsin, inte ens för chefen.
answer-promise-no-words = Dina ord visas aldrig, för ni är färre än { $quotes }. Skriv ändå inte vem, var eller när.
answer-promise-words = Dina ord visas bara med ditt ja, om minst { $quotes } svarar. { $small ->
    [yes] De kan kännas igen: skriv inte vem, var eller när.
   *[no] Skriv inte vem, var eller när.
}
answer-promise-sealed = { $few ->
    [yes] Efteråt raderas svaren olästa, och nyckeln till dem.
   *[no] Sedan raderas svaren och nyckeln: ingen ser vem som svarat vad.
} Innan kan den som sköter servern läsa dem. Chattjänsten förmedlar dem.
answer-comment-hint = Frivilligt, högst { $limit } tecken. Skriv inte vem, var eller exakt när.
answer-tags = Vad handlar det om?
answer-tags-placeholder = Välj högst två
answer-verbatim = Får dina ord visas?
answer-verbatim-text = Ja, det jag skrivit får visas ordagrant
answer-verbatim-hint = Utan ditt ja visas texten inte för någon. Dina siffror och ämnen räknas ändå, liksom ett ”vet inte”. Med ditt ja visas texten om minst { $quotes } har svarat. Texten står under ditt ämne, om ämnet visas.
answer-withdraw = Ta bort mitt svar
answer-withdraw-title = Ta bort ditt svar?
answer-withdraw-text = Svaret tas bort och räknas inte. Du kan svara på nytt så länge { $pooled ->
    [yes] den gemensamma lådan är öppen
   *[no] dialogen pågår
}.
answer-withdraw-yes = Ta bort
answer-withdraw-no = Behåll
answer-submit = Skicka
answer-change = Spara ändringen
answer-close = Avbryt
receipt-title = Tack!
receipt-answered = ✓ Ditt svar är mottaget och ligger förseglat.
receipt-change = Tryck på Svara anonymt igen om du vill ändra eller ta bort det. Det går { $pooled ->
    [yes] så länge den gemensamma lådan är öppen
   *[no] till dess att dialogen är slut
}.
receipt-only-you = Bara du ser den här rutan. Inget i kanalen visar att du har svarat.
receipt-withdrawn-title = Svaret är borta
receipt-withdrawn = ✓ Ditt svar är borttaget och räknas inte.
receipt-again = Vill du svara på nytt trycker du på Svara anonymt igen.
receipt-close = Stäng

## Innan en text skickas

hesitation-title = Läs en gång till
hesitation-intro = Inget är skickat än. Du har sagt ja till att dina ord får visas ordagrant. I texten ser det ut att stå något som kan röja dig eller någon annan.
hesitation-text = Din text
hesitation-names = Namn: { $found }
hesitation-names-why = Ett namn säger vem det handlar om, och ofta också vem som har skrivit.
hesitation-rooms = Rum: { $found }
hesitation-rooms-why = Den som vet vilka som var på en plats kan räkna ut vem det gäller.
hesitation-health = Hälsa: { $found }
hesitation-health-why = Uppgifter om hälsa är känsliga, och de som arbetar nära förstår ofta vem det gäller.
hesitation-advice = Tryck på Ändra så kommer du tillbaka till det du har skrivit. Byt till exempel ett namn mot ”en kollega” eller ett rum mot ”ett rum”. Är du säker på att ingen kan kännas igen trycker du på Skicka ändå.
hesitation-submit = Skicka ändå
hesitation-close = Ändra
hesitation-back = Tillbaka

## Formuläret första gången

setup-title = Första gången här
setup-intro = Innan dialogen ”{ $theme }” startar här i kanalen behöver jag veta vem som leder och vem som får sammanfattningen. Namnen visas i kanalen.
setup-manager = Teamets { -manager }
setup-manager-hint = Får sammanfattningen efteråt. Chefen svarar inte själv.
setup-facilitators = Samtalsledare
setup-facilitators-hint = Får starta, pausa och avsluta dialoger och svara som alla andra, men ser ingen sammanfattning. Du som startar är alltid med här.
setup-facilitators-placeholder = Välj en eller flera
setup-counting = Räknar hur många som kan svara …
setup-roster = { $count ->
    [0] Ingen i kanalen kan svara. Bjud in teamet först: bara chef, gäster och botar är här.
    [one] 1 person i kanalen kan svara. Chef, gäster och botar räknas inte.
   *[other] { $count } personer i kanalen kan svara. Chef, gäster och botar räknas inte.
}
setup-small = Tänk på: med fem eller färre som kan svara visas aldrig något resultat för bara det här teamet. Annars skulle någon kunna räkna ut vem som har svarat vad. Samtalet är värt att ha ändå.
setup-submit = Spara och starta
setup-working = Det tar lite längre tid än vanligt att läsa vilka som är med i kanalen. Dialogen startar strax.
setup-done = Klart. Dialogen visas i kanalen.
setup-close = Avbryt

## Sammanfattningen

summary-title = Sammanfattning: { $title }
summary-taking-part = { $answered } av { $invited } svarade.
summary-too-few = Färre än { $threshold } har svarat.
summary-too-few-why = Därför visas inga siffror och inga ord. Svaren är raderade och kan inte tas fram igen. Tack till alla som pratade med varandra – det är samtalet som räknas.
summary-components = Så svarade ni
summary-ends = 1 = { $low } · 7 = { $high }
summary-headline = Mittersta svaret: { $median }, på skalan 1–7. Minst hälften svarade { $low }–{ $high }.
summary-headline-same = Mittersta svaret: { $median }, på skalan 1–7. Minst hälften svarade { $median }.
summary-band-low = I den lägre delen av skalan (1–2).
summary-band-mid = I mitten av skalan (3–5).
summary-band-high = I den högre delen av skalan (6–7).
summary-cell = { $range } { $bar } { $count }
summary-tags = Vad svaren handlar om
summary-tag = { $tag }: { $count } svar
summary-tag-at-least = { $tag }: minst { $count } svar
summary-comments = Med egna ord
summary-comments-rest = Utan ämne
summary-comments-left-out = Alla kommentarer får inte plats i meddelandet. Utelämnade: { $count }.
summary-more-comments = { $title } – fler kommentarer
summary-next = Prata vidare om { $component }
summary-held-back = Det här visas inte
held-comments-too-few = Kommentarer ord för ord: de visas först när minst { $quotes } har svarat.
held-comments-no-consent = Kommentarer vars skribent inte har sagt ja till att de visas, om det finns några.
held-tags-small = Ämnen som färre än 3 har valt, och ”vet inte” från färre än 3, om det finns några. När nästan alla har valt ett ämne står det ”minst”, och har nästan alla valt samma ämnen visas bara de vanligaste. Så kan ingen räkna ut vad en kollega har valt.
held-distribution-too-few = Hur svaren fördelar sig: det visas först när minst 10 har svarat på frågan.
held-component-too-few = { $component }: färre än { $threshold } svarade på den frågan.
summary-footer = Svaren är raderade och nyckeln till dem förstörs. Det här är allt som finns kvar. Frågorna är { -inspiration } och inget validerat mätinstrument.
summary-footer-hidden = Svaren är raderade och nyckeln till dem förstörs. { $pooled ->
    [yes] { $count ->
        [one] Den dolda kommentaren finns kvar hos cheferna
       *[other] De dolda kommentarerna finns kvar hos cheferna
    }
   *[no] { $count ->
        [one] Den dolda kommentaren finns kvar hos chefen
       *[other] De dolda kommentarerna finns kvar hos chefen
    }
}. Annars är det här allt som finns kvar. Frågorna är { -inspiration } och inget validerat mätinstrument.
summary-share = Dela nu
summary-share-title = Dela med teamet?
summary-share-text = Exakt den här sammanfattningen visas i teamets kanal.
summary-share-text-pool = Exakt den här sammanfattningen visas i kanalen hos alla team som svarade tillsammans.
summary-share-text-hidden = { $count ->
    [one] Kommentaren som är dold är inte med.
   *[other] De { $count } kommentarer som är dolda är inte med.
}
summary-share-text-once = Det går inte att ångra.
summary-share-yes = Dela
summary-share-no = Inte nu
summary-shared = Delad med teamet.
summary-shares-itself = Teamet ska få se sammanfattningen. Delar du inte nu delas den av sig själv
summary-only-manager = När dialogen startade bestämdes att bara du som är chef ser sammanfattningen. Därför kan den inte delas.
summary-hide = Dölj en kommentar
summary-hidden = { $count ->
    [one] 1 kommentar är dold
   *[other] { $count } kommentarer är dolda
} av { $pooled ->
    [yes] en chef
   *[no] chefen
}.
summary-hidden-heading = { $count ->
    [one] Dold för teamet
   *[other] Dolda för teamet
}{ $about ->
    [subject] , om: { $subject }
    [rest] , utan ämne
   *[none] {""}
}
summary-page-emptied = { $title }: den här fortsättningen behövs inte längre.
hide-title = Dölj en kommentar
hide-what = Det du väljer tas bort ur det som teamet ser. Din egen sammanfattning behåller alla kommentarer, och siffrorna ändras inte.
hide-told = Teamet får veta hur många kommentarer som är dolda, men inte vad de handlar om.
hide-writer = Vem som har skrivit kommer inte fram, varken för dig eller för teamet.
hide-later = Du kan ändra dig när du vill. Är sammanfattningen redan delad ändras den i kanalen, men det som någon har hunnit läsa är läst.
hide-pool = Det gäller alla team som svarade tillsammans. De andra cheferna ser vad du döljer och kan också ändra det.
hide-label = Kommentarer som teamet inte får se
hide-placeholder = Ingen är dold
hide-submit = Spara
hide-done = { $count ->
    [0] ✓ Sparat. Ingen kommentar är dold.
    [one] ✓ Sparat. 1 kommentar är dold för teamet.
   *[other] ✓ Sparat. { $count } kommentarer är dolda för teamet.
}
hide-done-later = Så blir det när sammanfattningen delas. I din egen sammanfattning ser du vad som är dolt.
hide-done-shared = Sammanfattningen i kanalen ändras nu. I din egen ser du vad som är dolt.
summary-text = { $title }: { $taking }
voided = Svaren på ”{ $title }” kunde inte räknas, för de går inte att öppna. De är raderade och inget resultat finns. Det beror på ett fel hos boten, inte på något ni har gjort.

## Korta svar

reply-starting = Startar ”{ $title }” i kanalen.
reply-next = Nu är ni i steget ”{ $step }”.
reply-over = Dialogen är slut. Sammanfattningen kommer till chefen i ett privat meddelande.
reply-paused = Pausad. Skriv `/apt fortsätt` eller tryck på Fortsätt när ni är redo.
reply-resumed = Nu går tiden igen.
reply-extended = { $minutes ->
    [one] En minut till. Resten flyttas lika mycket.
   *[other] { $minutes } minuter till. Resten flyttas lika mycket.
}
reply-cancelled = Dialogen är avbruten och alla svar är borttagna.
reply-ask-cancel = Vill du avbryta dialogen? Alla svar tas bort utan att räknas, och det går inte att ångra. Skriv `/apt stopp` om svaren ska räknas.
reply-shared = Sammanfattningen är delad i kanalen.
reply-failed = Något gick fel hos mig, inte hos dig. Inget du gjort har gått förlorat. Försök igen om en stund, och säg till den som sköter boten om det händer igen.
blocked-not-in-channel = Jag kommer inte åt kanalen för { $team }, så dialogen syns inte där. Skriv `/invite @aptbot` i kanalen. Sedan skickar jag det som väntar.

## Hjälp

help-title = Så använder du /apt
help-intro = En dialog tar 15 minuter. Den startas i teamets kanal av { -manager } eller { -facilitators }. Alla pratar, och den som vill svarar anonymt.
help-group-everyone = För alla
help-group-leaders = För { -manager } och { -facilitators }
help-menu = Visar vad som passar just nu
help-help = Den här hjälpen
help-themes = Visar programmen och deras teman
help-show = Visar ett tema bara för dig
help-start = Startar en dialog här i kanalen
help-status = Var dialogen är just nu, eller när nästa är
help-privacy = Så skyddas svaren, och vad chefen får se
help-next = Går till nästa steg
help-pause = Stannar klockan
help-resume = Sätter i gång klockan igen
help-extend = Ger steget fler minuter
help-stop = Avslutar nu. Svaren räknas, i en gemensam låda när alla team haft sin dialog
help-cancel = Frågar först, avbryter sedan. Alla svar kastas, men i en gemensam låda ligger de kvar
help-footer = Kommandona finns på engelska också: help, themes, show, start, status, next, pause, resume, extend, stop, cancel, privacy, team, plan, calendar, wish, card, mirror, checklist, survey, log, results, area.
help-arg-theme = tema
help-arg-deck = del eller lek
help-arg-programme = program
help-arg-minutes = minuter

## Teman

themes-show = { $evaluation ->
    [yes] Visa utvärderingen
   *[no] Visa { $number }
}
themes-start = { $evaluation ->
    [yes] Starta utvärderingen
   *[no] Starta { $number }
}
preview-intro = Bara du ser det här. Dialogen tar { $minutes } minuter.
preview-steps = Så går det till
preview-questions = Frågorna som besvaras anonymt
preview-minutes = { $count } min
preview-start = Starta i den här kanalen
preview-all = Alla teman

## Meny och status

menu-title = Vad vill du göra?
status-title = Läget just nu
status-next = Ingen dialog pågår. Nästa: { $when }.
status-paused = Ingen dialog pågår. Planen är pausad.
status-nothing = Ingen dialog pågår. Inget är planerat.
menu-no-team = Här i kanalen har ingen dialog hållits än. Den som startar den första får svara på vem som är { -manager } och { -facilitators }.
menu-idle = { $team }: ingen dialog pågår just nu.
menu-idle-member = Nästa dialog startas av { -manager } eller { -facilitators }.
menu-last = Senast: { $title }.
menu-next = Nästa tema: { $title }.
menu-evaluation = Dags att se tillbaka: { $title }, { $minutes } minuter. Sedan väljer ni vad som kommer härnäst.
menu-start = Starta { $title }
menu-themes = Visa alla teman
menu-help = Hjälp
menu-plan = Planen
menu-results = Resultat
menu-cancel = Avbryt dialogen
menu-cancel-title = Kasta alla svar?
menu-cancel-text = Dialogen avbryts och alla svar tas bort utan att räknas. Det går inte att ångra.
menu-cancel-yes = Kasta svaren
menu-cancel-no = Behåll
menu-running = Pågår: { $title }, steg { $step } av { $steps } ({ $name }).
menu-ends-at = Steget slutar { $time }. Hela dialogen slutar { $end }.
home-title = Hej!
home-intro = Jag hjälper ert team att prata en kvart om det som får arbetet att fungera.
home-how = Skriv `/apt` i teamets kanal för att se vad som passar just nu. Den som leder börjar med `/apt start tema1`.
home-teams = Team du leder: { $teams }.
home-back = Tillbaka
home-anonymous = När lådan stängs räknas svaren ihop och raderas, och nyckeln till dem förstörs. Då är de anonyma. Det sker när dialogen är slut, eller vid den tid som står i formuläret. Team som svarar tillsammans väntar tills alla har haft sin dialog. Färre än { $threshold } svar visas aldrig.

## Fel som en människa kan göra något åt

error-unknown = Det gick inte. Skriv `/apt hjälp` för att se vad du kan göra.
error-unknown-command = { $nearest ->
    [none] Jag känner inte till ”{ $word }”. Skriv `/apt hjälp` för att se vad du kan skriva.
   *[other] Jag känner inte till ”{ $word }”. Menade du `/apt { $nearest }`?
}
error-not-allowed = Bara teamets { -manager } och { -facilitators } kan göra det här. Skriv `/apt lag` i kanalen för att se vilka det är.
error-manager-only = Bara teamets chef kan göra det här.
error-no-team = Här i kanalen finns inget team än. Skriv `/apt start tema1` så hjälper jag dig att komma i gång.
error-team-exists = Kanalen har redan ett team. Skriv `/apt start` och ett tema för att börja.
error-manager-not-member = Välj en chef som är med i kanalen, inte en gäst eller en bot. Saknas chefen? Bjud in chefen i kanalen först.
error-not-a-member = Bara den som är med i kanalen, och inte är gäst, kan starta den första dialogen här. Be någon i teamet.
error-no-session = Ingen dialog pågår här just nu. Skriv `/apt start tema1` för att starta en, eller `/apt teman` för att välja.
error-session-running = En dialog pågår redan i den här kanalen. Skriv `/apt status` för att se var ni är, eller `/apt stopp` för att avsluta den först.
error-already-paused = Dialogen är redan pausad. Skriv `/apt fortsätt` för att gå vidare.
error-not-paused = Dialogen är inte pausad. Skriv `/apt paus` om ni vill stanna klockan.
error-step-passed = Någon hann före: dialogen har redan gått vidare från det steget.
error-bad-minutes = Skriv hur många minuter, mellan { $low } och { $high }. Till exempel `/apt förläng 5`.
error-unknown-theme = { $nearest ->
    [none] Jag hittar inget tema som heter ”{ $word }”. Skriv `/apt teman` för att se alla.
   *[other] Jag hittar inget tema som heter ”{ $word }”. Menade du `{ $nearest }`? Skriv `/apt teman` för att se alla.
}
error-no-themes = Det finns inga teman att läsa just nu. Säg till den som sköter boten att köra `aptbot dialogues check`.
error-round-closed = Det går inte att svara längre, så det här kom för sent och är inte sparat. Hade du redan svarat gäller det svaret, utom om svaren kastades när dialogen avbröts.
error-not-on-roster = Du står inte på listan över dem som kan svara den här gången. Listan bestäms när dialogen startar. Svarar flera team tillsammans bestäms den när det första av dem startar. Chef, gäster och de som kommit till senare är inte med.
error-manager-answers = Du är chef för teamet och svarar inte själv. Sammanfattningen kommer till dig efteråt.
error-empty-answer = Svara på minst en fråga eller skriv något, så finns det något att skicka.
error-text-too-long = Texten är för lång. Korta den till högst { $limit } tecken.
error-personal-data = { $kind ->
    [identity-number] Texten ser ut att innehålla ett personnummer: { $found }. Ta bort det och skicka igen.
    [phone] Texten ser ut att innehålla ett telefonnummer: { $found }. Ta bort det och skicka igen.
    [email] Texten ser ut att innehålla en e-postadress: { $found }. Ta bort den och skicka igen.
    [mention] Texten ser ut att peka ut någon här i chatten: { $found }. Ta bort det och skicka igen.
   *[several] Texten ser ut att innehålla uppgifter som pekar ut någon: { $found }. Ta bort dem och skicka igen.
}
error-too-many-tags = Välj högst { $limit }.
error-no-result = Här finns inget resultat att dela eller ändra.
error-not-shared = När dialogen startade bestämdes att bara chefen ser sammanfattningen. Det gäller den dialogen och kan inte ändras efteråt.
error-not-in-channel = Jag är inte med i den här kanalen. Skriv `/invite @aptbot` och försök sedan igen.
error-not-a-channel = Det här går bara i ett teams kanal, inte i ett privat meddelande. Gå till kanalen och skriv samma sak där.
error-start-failed = Dialogen kunde inte startas: chattjänsten svarade inte på flera minuter. Försök igen när den fungerar.
error-nobody-to-answer = Ingen i kanalen kan svara: bara chef, gäster och botar är här. Bjud in teamet först.
error-form-expired = Det tog för lång tid, så rutan hann inte öppnas. Försök en gång till.

## Kommandoraden

cli-connected = Boten är ansluten till Slack. Avsluta med Ctrl+C.
cli-stopping = Boten avslutar det den håller på med. Det kan ta en halv minut om Slack inte svarar. Ctrl+C en gång till avslutar genast.
cli-workspace = Öppna övningsarbetsplatsen:  { $url }  (avsluta med Ctrl+C)
cli-workspace-file = Övningsarbetsplatsens fil { $path } går inte att använda: den är skadad eller skriven av en annan version. Ta bort filen (allt som skrivits i övningen försvinner) och starta igen.
cli-practised = Övningens databas ligger i { $path }: skriv APTBOT_DATA_DIR={ $quoted } { $command }
cli-workspace-failed = Övningsarbetsplatsen kunde inte starta. Försök igen.
cli-no-access = { $path } går inte att använda ({ $reason }). Se efter att filen och mapparna ovanför finns, att kontot som kör boten får läsa och skriva där, och att disken inte är full.
cli-dialogues-good = ✓ { $found } i { $programmes } program, inga fel.
cli-found-themes = { $count ->
    [one] 1 tema
   *[other] { $count } teman
}
cli-found-evaluations = { $count ->
    [one] 1 utvärdering
   *[other] { $count } utvärderingar
}
cli-found-cards = { $count } kort
cli-found-mirrors = { $count ->
    [one] 1 spegel
   *[other] { $count } speglar
}
cli-no-dialogues = I { $directory } finns inga teman, kortlekar eller speglar. Varje program är en mapp med filen programme.yaml och en fil för varje tema, kortlek eller spegel.
