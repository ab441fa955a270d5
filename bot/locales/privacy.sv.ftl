# Ord om hur svaren skyddas: sidan ”Så skyddas svaren” och exemplet på vad chefen ser.
# Samma nycklar finns i privacy.en.ftl.

## Sidan

privacy-button = Så skyddas svaren
privacy-title = Så skyddas svaren
privacy-intro-open = Det här gäller ”{ $title }”, som är öppen för svar.
privacy-intro-next = Så här är det i nästa dialog. Det som gäller just då låses när dialogen startar, och står i formuläret innan du svarar.
privacy-intro-over = Det här gällde ”{ $title }”, er senaste dialog. Den är stängd.
privacy-intro-dropped = Det här gällde ”{ $title }”. Den blev inte räknad. Svaren är raderade, och ingenting visas för någon.

privacy-who = Vem ser vad?
privacy-who-manager = { $pooled ->
    [yes] Cheferna i de { $teams } teamen får en gemensam sammanfattning. Ditt team visas aldrig för sig.
   *[no] Chefen får en sammanfattning när dialogen är slut.
} Den visar aldrig ett enskilt svar och aldrig vem som har svarat.
privacy-who-team = { $sees ->
    [yes] Ni i teamet får samma siffror, och de kommentarer som ingen chef har dolt, senast ett dygn senare. Är något dolt står det.
    [unknown] Om teamet får se den står i formuläret innan du svarar.
   *[no] Ni i teamet får inte se den.
}
privacy-who-too-few = Ingen får se några siffror eller ord, varken chef eller team. Det enda som visas är att färre än { $threshold } har svarat.
privacy-who-fixed = Det bestäms när dialogen startar och går inte att ändra efteråt.
privacy-who-nobody = Ingen lista förs över vem som har svarat, och ingenting i kanalen visar det.

privacy-from = Hur många måste svara?
privacy-from-invited = Ni är { $invited } som kan svara. Chef, gäster och botar är inte med.
privacy-from-pool = Ni är { $invited } i { $teams } team som svarar i samma låda. Chefer, gäster och botar är inte med.
privacy-from-unknown = Hur många som kan svara bestäms när dialogen startar. Chef, gäster och botar är inte med.
privacy-from-nothing = Det är för få. Inga siffror och inga ord visas någonsin, inte ens för chefen.
privacy-from-numbers = Minst { $threshold } måste svara. Annars visas ingenting, inte ens för chefen. Det gäller också varje fråga för sig.
privacy-from-more = Hur svaren fördelar sig visas först när { $many } har svarat på frågan. Ett ämne visas först när { $cell } har valt det, och hur många som bara skrev ”vet inte” först när de är { $cell }.
privacy-from-words = Det du skriver visas bara om minst { $quotes } har svarat och du själv har sagt ja.
privacy-from-no-words = Ni är färre än { $quotes }, så det du skriver visas aldrig ordagrant.
privacy-from-small = När få svarar kan dina ord kännas igen.

privacy-when = När stängs det?
privacy-when-session = När dialogen är slut. Till dess kan du ändra eller ta bort ditt svar.
privacy-when-pool = När alla team har haft sin dialog, men senast { $date }. Till dess kan du ändra eller ta bort ditt svar.
privacy-when-pool-next = När alla team har haft sin dialog, senast { $days } dagar efter att den första startade. Till dess kan du ändra eller ta bort ditt svar.
privacy-when-before = Före stängningen visas inga siffror och inga ord för någon.

privacy-close = Vad händer vid stängningen?
privacy-close-counted = Svaren räknas ihop en enda gång. Sedan raderas de, och listan över vilka som kunde svara raderas också.
privacy-close-unopened = Svaren raderas utan att någon öppnar dem, och listan över vilka som kunde svara raderas också.
privacy-close-key = Nyckeln till svaren förstörs. Då kan ingen hos oss se vem som svarade vad, inte ens den som sköter servern.
privacy-close-kept = Sammanfattningen finns kvar. Den som får den kan läsa den igen, och ta med den som fil.

privacy-not = Det här kan ingen lova
privacy-not-chat = Chattjänsten ser att du trycker, och den bär fram ditt svar.
privacy-not-server = Fram till stängningen kan den som sköter servern och har nyckeln läsa svaren.
privacy-not-style = Kollegor kan känna igen hur du skriver, eller en händelse. Skriv inte vem, var eller exakt när.
privacy-not-manager = En chef som redan vet något kan läsa ut mer än andra.

## Exemplet, och det riktiga när det är delat

seen-button = Visa vad chefen ser
seen-sample-title = Exempel: påhittade svar
seen-sample-note = Exempel med påhittade svar. Så här kan chefens sammanfattning se ut. Ingen har svarat det här: siffror, ämnen och kommentarer är hittade på.
seen-too-few-note = Exempel. Så här ser chefens sammanfattning ut när ni är så få som nu, vad ni än svarar.
seen-sample-mark = Exempel: { $text }
seen-shared-title = Det här har delats
seen-shared-note = Det här är på riktigt: sammanfattningen som har delats här i kanalen.
sample-word-routine = Ett påhittat svar: en lugn överlämning gör hela dagen lättare.
sample-word-time = Ett påhittat svar: jag skulle vilja ha en kvart till för att planera.
sample-word-help = Ett påhittat svar: vi är bra på att hjälpa varandra när det kör ihop sig.
sample-word-order = Ett påhittat svar: jag vet inte alltid vad som är viktigast.
sample-word-breaks = Ett påhittat svar: rasten blir ofta avbruten.
sample-word-thanks = Ett påhittat svar: det betyder mycket när någon säger tack.

## Vid starten

cli-box-failed = Jag startar inte: en provlåda med påhittade svar gick inte att öppna. Då skulle det inte heller gå att räkna riktiga svar, och de skulle gå förlorade. Se efter att servern får starta fler processer av Python och har ledigt minne, och att hela programmet är installerat. Starta sedan om.
