# Ord om chefsbyte och önskemål om teman. Samma nycklar finns i continuity.en.ftl.

## Att lämna över

handover-button = Byt { -manager } eller { -facilitators }
handover-title = Vem leder teamet?
handover-intro = Bytet gäller direkt. Namnen syns här och i nästa dialogs meddelande.
handover-kept = Planen, teamets inställningar och det som teamet redan har sett finns kvar.
handover-result = Är en låda öppen när chefen byts går resultatet till den nya chefen. Kan den nya chefen själv svara i lådan går det i stället till den som var chef när lådan öppnades.
handover-old = Sammanfattningar som redan har skickats privat stannar hos den som fick dem. Den nya chefen får dem inte.
handover-new = Ny { -manager }
handover-new-hint = Någon som är med i kanalen, inte en gäst. Lämna tomt om chefen är densamma.
handover-new-nobody = Ingen ny
handover-leaves = Och du?
handover-leaves-hint = Gäller när du väljer en ny chef.
handover-leaves-tick = Jag slutar som chef för teamet
handover-facilitators-hint = Får starta, pausa och avsluta dialoger, men ser ingen sammanfattning.
handover-save = Spara
handover-cancel = Avbryt
handover-saved = ✓ Sparat. Det gäller från och med nu.
handover-saved-next = Den som är ny chef, eller inte längre är det, får veta det i ett privat meddelande. Skriv `/apt lag` när du vill se hur det ser ut.
handover-working = Det tar lite längre tid än vanligt att läsa vilka som är med i kanalen. Ändringen sparas strax.
handover-news-manager = Du är nu chef för { $team } här hos mig.
handover-news-result = Är en låda öppen just nu får du resultatet. Kan du själv svara i lådan går det i stället till den som var chef när den öppnades.
handover-news-left = { $team } har fått en ny chef. Du är inte längre chef för teamet här hos mig. Sammanfattningar som du redan har fått stannar hos dig.
handover-news-beside = Vilka som är chefer för { $team } har ändrats. Du är fortfarande chef. Skriv `/apt lag` i kanalen för att se hur det ser ut.
handover-next = Skriv `/apt lag` i kanalen för teamets inställningar och `/apt plan` för det som är planerat. Själv svarar du inte i teamets dialoger.
handover-passed-on = Någon annan leder teamet nu, och har fått frågan.

## Att be om att bli chef

request-button = Jag är ny chef här
request-confirm-title = Är du ny chef för teamet?
request-confirm-text = Den som är chef nu och de som sköter boten får en privat fråga. Säger någon ja är du chef direkt. Frågan gäller i { $days } dagar, och du kan dra tillbaka den.
request-confirm-yes = Ja, fråga
request-question = { $name } har bett om att bli chef för { $team }.
request-instead = Säger du ja tar { $name } över efter den eller dem som är chefer nu, får kommande sammanfattningar och bestämmer över teamets inställningar.
request-known = Säg ja bara om du vet att det stämmer. Det första svaret gäller.
request-until = Frågan går ut den { $day }.
request-yes = Godkänn
request-yes-title = Ska chefen bytas?
request-yes-text = { $name } blir chef för { $team } direkt.
request-no = Säg nej
request-waits = Frågan om att du ska bli chef för { $team } är skickad till den som är chef nu och till dem som sköter boten. Den går ut den { $day }.
request-withdraw = Dra tillbaka frågan
request-waiting = Någon har bett om att bli ny chef, och väntar på svar.
request-over-approved = ✓ { $team } har fått en ny chef.
request-over-refused = Frågan om ny chef för { $team } är besvarad med nej.
request-over-withdrawn = Frågan om ny chef för { $team } är tillbakadragen.
request-over-out = Frågan om ny chef för { $team } har gått ut utan svar.
request-over-left = Den som ville bli chef för { $team } är inte längre med i kanalen. Därför blev det inget byte.
request-over-overtaken = Frågan om ny chef för { $team } gäller inte längre: chefen har bytts på annat sätt.
request-told-refused = Du blev inte chef för { $team }: svaret var nej. Prata med den som är chef nu, eller med den som sköter boten hos er.
request-told-out = Ingen svarade på frågan om du ska bli chef för { $team }. Prata med den som sköter boten hos er, och fråga sedan igen med `/apt lag`.
request-told-overtaken = { $team } har fått en annan chef, så din fråga gäller inte längre. Stämmer det inte? Skriv `/apt lag` i kanalen och fråga igen.

## Att önska ett tema

help-wish = Önska ett tema, utan att någon ser vem som önskat
wish-title = Önska ett tema
wish-intro = Den som leder ser vilka teman minst { $fewest } har önskat, men aldrig vem och aldrig hur många fler.
wish-button = Önska
wish-yours = ✓ Du har önskat det här.
wish-footer = Ett annat tema önskar du med dess namn, till exempel /apt önska tema4. Alla teman visas med /apt teman.
wish-saved = ✓ Din önskan är sparad: { $title }. När minst { $fewest } har önskat samma tema får den som leder veta det, men aldrig vem och aldrig hur många fler.
wish-kept = Jag sparar temat, månaden och en kod, men inte ditt namn. Bara den som har både botens databas och dess hemliga nyckel kan räkna ut att koden är din. Den raderas när ni har haft temat, när du tar tillbaka den, och senast inom tolv månader.
wish-take-back = Ta tillbaka
wish-taken-back = ✓ Önskan är borttagen.
wish-told = Önskat av minst { $fewest } i teamet: { $titles }. Byt tema med `/apt plan`.
wish-heading = Önskat: { $title }
wish-some = Minst { $fewest } i teamet har önskat det.
wish-take = Ta det nästa gång

## Fel

error-only-members = Bara den som är med i kanalen, och inte är gäst eller bot, kan göra det här.
error-already-manager = Du är redan chef för teamet.
error-request-waiting = Någon annan har redan bett om att bli ny chef, och väntar på svar. Prata med varandra, eller försök igen när den frågan är besvarad.
error-request-over = Frågan är redan besvarad, tillbakadragen eller för gammal. Skriv `/apt lag` i teamets kanal för att se hur det ser ut.
error-not-for-you = Det här kan bara teamets chef eller den som sköter boten svara på. Den som har frågat kan inte svara själv, men kan dra tillbaka sin fråga.
error-facilitator-not-member = Välj samtalsledare som är med i kanalen, inte gäster eller botar. { $names ->
    [none] Alla du har valt är inte det.
   *[other] Det går inte med: { $names }.
} Saknas någon? Bjud först in den personen i kanalen.
error-leads-already = Du leder teamet, så du behöver inte önska: välj tema med `/apt plan` eller `/apt start`. Vad teamet önskar ser du med `/apt plan`.
error-nothing-planned = Den dialogen finns inte kvar i planen. Skriv `/apt plan` för att se vad som gäller nu.
