# Ord om lådor som är öppna efter dialogen, och om påminnelser. Samma nycklar finns i window.en.ftl.

## Tider

window-moment = { $weekday ->
    [1] måndag
    [2] tisdag
    [3] onsdag
    [4] torsdag
    [5] fredag
    [6] lördag
   *[7] söndag
} { $date } kl { $time }

## Lagets sida

window-team-none = Lådan stängs när dialogen är slut.
window-team-same = Lådan är öppen för svar till kl 18 samma dag som dialogen, minst två timmar från starten. Även den som inte var med kan svara.
window-team-days = Lådan är öppen för svar till kl 18, { $days ->
    [one] en dag
   *[other] { $days } dagar
} efter dialogen. Även den som inte var med kan svara.
window-team-pooled = En gemensam låda stängs när alla team har haft sin dialog, senast efter { $days } dagar.
window-choose = Ändra svarstiden
window-title = Hur länge kan ni svara?
window-intro = Den som missade mötet kan svara efteråt, om lådan är öppen så länge. Den stängs kl 18 den sista dagen. Sammanfattningen kommer en gång, när lådan har stängts.
window-from-next = Det gäller från nästa dialog. En dialog som redan är öppen behåller den tid som lovades när den startade.
window-alone = Tänk på att den som svarar senare sitter för sig själv. Inget i kanalen visar att någon svarar, varken under dialogen eller efteråt.
window-set-none = Till dialogen är slut
window-set-same = Samma dag till kl 18
window-set-days = { $days ->
    [one] Till dagen efter
   *[other] I { $days } dagar
}

## Dialogens meddelande

window-answer-by = Svara senast
window-answer-hint = Du kan ändra eller ta bort ditt svar till dess. Ingen i teamet ser vem som har svarat.
window-open = Lådan är fortfarande öppen. Hann du inte, eller var du inte med på mötet? Då kan du svara nu.
window-closed = Lådan är stängd.
window-summary = { $title } – öppen för svar till { $until }
window-stop-text = Dialogen slutar nu. Lådan är öppen för svar till den tid som står i meddelandet. Sedan räknas svaren ihop.
window-reply-over = Dialogen är slut. Lådan är öppen för svar till den tid som står i dialogens meddelande. Sedan kommer sammanfattningen till chefen i ett privat meddelande.

## Menyn

window-box = Öppen för svar till { $until }: { $title }.
window-box-pool = Öppen för svar, senast till { $until }: { $title }.
window-box-in = Öppen för svar till { $until } i { $team }: { $title }.
window-answer-one = Svara anonymt: { $title }

## Formuläret och kvittot

window-promise-until = Lådan stängs { $until }.
window-promise-who = { $sees ->
    [words] Teamet får chefens sammanfattning, utom dolda ord, om minst { $threshold } av er { $invited } svarar.
    [numbers] Teamet får chefens sammanfattning om minst { $threshold } av er { $invited } svarar.
   *[no] Bara chefen får en sammanfattning, om minst { $threshold } av er { $invited } svarar.
}
window-receipt-change = Tryck på Svara anonymt igen om du vill ändra eller ta bort det. Det går tills lådan stängs, { $until }.
window-withdraw-text = Svaret tas bort och räknas inte. Du kan svara på nytt tills lådan stängs, { $until }.

## Sidan om hur svaren skyddas

window-privacy-manager = Chefen får en sammanfattning när lådan har stängts. Den visar aldrig ett enskilt svar och aldrig vem som har svarat.
window-privacy-when = Lådan stängs { $until }. Pågår dialogen just då väntar lådan på den, högst två timmar. Till dess kan du ändra eller ta bort ditt svar.
window-privacy-over = Lådan stängdes när tiden var ute. Till dess gick det att ändra eller ta bort sitt svar.
window-privacy-next-same = Kl 18 samma dag, minst två timmar efter starten. Till dess kan du ändra eller ta bort ditt svar.
window-privacy-next-days = Kl 18, { $days ->
    [one] en dag
   *[other] { $days } dagar
} efter dialogen. Till dess kan du ändra eller ta bort ditt svar.
window-privacy-unknown = När dialogen är slut, eller vid en tid som teamet har valt. Vilket det är står i formuläret innan du svarar. Till dess kan du ändra eller ta bort ditt svar.
window-privacy-remind = En påminnelse kan komma medan lådan är öppen. Den går till alla som kan svara, också till dem som redan har gjort det, utom den som har tackat nej till påminnelser.

## Påminnelsen

window-remind-title = Svara senast { $until }
window-remind-text = { $title }, dialogen i { $team }, är öppen för svar. Har du redan svarat behöver du inte göra något.
window-remind-all = Alla som kan svara får samma påminnelse, en gång, utom den som har tackat nej till påminnelser. Jag tittar inte efter vem som har svarat.
window-remind-quiet = Du får inga fler påminnelser, vilket team det än gäller. Ingen annan får veta det.
window-remind-closed-title = Lådan är stängd
window-remind-closed = Den här lådan går inte att svara i längre.
window-remind-off = Inga fler påminnelser
window-remind-on = Slå på påminnelser
window-home-quiet = Du får inga påminnelser.
