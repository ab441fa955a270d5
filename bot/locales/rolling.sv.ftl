# Ord om enkäter som ligger öppna ett kvartal i taget, till exempel för den som slutar.
# Samma nycklar finns i rolling.en.ftl.

survey-quarter = kvartal { $number } { $year }
survey-quarters = kvartal { $first }–{ $last } { $year }
survey-titled = { $title }, { $period }
survey-until = tidigast när { $date } är slut

## Sidan

survey-page-title = Enkäten i { $team }
survey-page-open = Öppen till och med { $date }. Har färre än { $few } svarat då räknas inget: svaren ligger kvar och enkäten är öppen ett kvartal till, som längst till och med { $latest }. Annars räknas svaren, och en ny omgång börjar direkt.
survey-page-ends = Avslutas: lådan är öppen till och med { $date }. Har minst { $few } svarat då räknas svaren. Annars raderas de olästa. Ingen ny omgång börjar. Börjar ni om dessförinnan fortsätter den här, som längst till och med { $latest }.
survey-page-invited = { $count ->
    [0] Ingen är inbjuden i den här omgången än.
    [one] 1 person är inbjuden i den här omgången.
   *[other] { $count } personer är inbjudna i den här omgången.
} Hur många som har svarat visas inte för någon.
survey-page-sees = { $sees ->
    [yes] Chefen för { $team } får sammanfattningen. Alla i kanalen får samma, utom kommentarer som chefen döljer.
   *[no] Bara chefen för { $team } får sammanfattningen.
}
survey-page-footer = Bara chefen för teamet kan bjuda in, och börja eller sluta med enkäten.
survey-none = Ingen enkät är öppen här.
survey-none-how = En enkät ligger öppen ett kvartal i taget, utan något möte. Chefen bjuder in en person i taget. Var och en svarar anonymt för sig, och svaren räknas när kvartalet är slut, om minst sex har svarat.
survey-none-team = Chefen för det här teamet får sammanfattningen. Enkäten för dem som slutar brukar därför ligga i HR:s egen kanal.
survey-open-page = Så används enkäten
survey-start = Börja: { $title }
survey-resume = Fortsätt med enkäten
survey-start-title = Börja med enkäten?
survey-start-text = Lådan öppnas nu och är öppen till kvartalets slut. Sedan börjar en ny omgång varje kvartal, tills du slutar med enkäten. Den som svarar får läsa vem som ser vad. Det låses för varje omgång.
survey-start-yes = Börja
survey-start-no = Inte nu
survey-stop = Sluta med enkäten
survey-stop-title = Sluta med enkäten?
survey-stop-text = Lådan är öppen till och med { $date }. Sedan räknas svaren om minst { $few } har svarat, annars raderas de olästa. Ingen ny omgång börjar.
survey-stop-yes = Sluta
survey-stop-no = Fortsätt

## Att bjuda in

survey-invite = Bjud in någon som slutar
survey-invite-title = Bjud in till enkäten
survey-invite-message = Var och en får ett privat meddelande från mig. Där står vem som ser vad, och att det är frivilligt.
survey-invite-who = Du får inte veta vem som svarar. Fråga inte heller, och bjud bara in dem som verkligen slutar: det är på det löftet vilar.
survey-invite-until = Omgången är öppen till och med { $date }. Bjud in i god tid, helst två veckor innan någon slutar. Den som har slutat och inte längre har sitt konto kan inte svara.
survey-invite-label = Vilka slutar?
survey-invite-hint = Högst { $most } åt gången. Gäster, botar och du som är chef för enkäten kan inte bjudas in.
survey-invite-placeholder = Välj en eller flera
survey-invite-submit = Bjud in
survey-asked = { $count ->
    [one] ✓ 1 person får strax en inbjudan i ett privat meddelande.
   *[other] ✓ { $count } personer får strax en inbjudan i ett privat meddelande.
}
survey-asked-before = { $count ->
    [one] 1 person var redan inbjuden och får ingen ny inbjudan.
   *[other] { $count } personer var redan inbjudna och får ingen ny inbjudan.
}
survey-asked-then = Vilka som är inbjudna visas inte här. Listan raderas när svaren räknas.
survey-working = Det tar lite längre tid än vanligt att slå upp dem du valde. Inbjudningarna skickas strax.

## Inbjudan

survey-invitation = Hej! Du är inbjuden att svara på enkäten ”{ $title }”, som { $team } håller i. Den tar ungefär { $minutes } minuter.
survey-invitation-free = Den är frivillig. Den som bjöd in dig får inte veta om du svarar, bara att du är inbjuden.
survey-invitation-who = Vem ser vad? { $sees ->
    [yes] Chefen för { $team } får en sammanfattning av allas svar, om minst { $few } har svarat. Alla i den kanalen får samma, utom kommentarer som chefen döljer.
   *[no] Bara chefen för { $team } får en sammanfattning av allas svar, om minst { $few } har svarat.
} Ingen ser vem som har svarat vad.
survey-invitation-when = När? Efter { $date }. Har färre än { $few } svarat då visas ingenting. Svaren kan ligga kvar i väntan på fler, som längst till och med { $latest }. Sedan raderas de.
survey-invitation-change = Till dess kan du ändra eller ta bort ditt svar, så länge du har kvar ditt konto.
survey-goes-on = Färre än { $few } har svarat på ”{ $title }”. Därför räknas ingenting än. Svaren ligger kvar, och enkäten är öppen till och med { $date }. Skriv `/apt enkät` i { $team } för att bjuda in fler.
survey-voided = Skriv `/apt enkät` i teamets kanal för att se hur det ser ut med enkäten, och börja om den ifall den har stannat.

## Formuläret för svar

survey-promise = { $sees ->
    [yes] Chefen för { $team } får en sammanfattning efter { $date }, senast { $latest }, om minst { $few } svarar. Kanalen får samma, utom dolda ord.
   *[no] Bara chefen för { $team } får en sammanfattning efter { $date }, senast { $latest }, om minst { $few } svarar.
}

## Sammanfattningen

survey-components = Så svarade de
survey-too-few-why = Därför visas inga siffror och inga ord. Svaren är raderade utan att någon har öppnat dem, och kan inte tas fram igen.
survey-only-manager = När omgången öppnades bestämdes att bara du som är chef ser sammanfattningen. Därför kan den inte delas.

## Så skyddas svaren

survey-privacy-intro = { $stage ->
    [over] Det här gällde ”{ $title }”. Den är stängd.
    [dropped] Det här gällde ”{ $title }”. Den blev inte räknad. Svaren är raderade, och ingenting visas för någon.
   *[open] Det här gäller ”{ $title }”, som är öppen för svar.
}
survey-privacy-manager = Chefen för { $team } får en sammanfattning när svaren har räknats. Den visar aldrig ett enskilt svar och aldrig vem som har svarat.
survey-privacy-team = { $sees ->
    [yes] Alla i kanalen { $team } får samma siffror, och de kommentarer som chefen inte har dolt, senast ett dygn senare. Är något dolt står det.
   *[no] Ingen annan får den av mig. Det bestämdes när omgången öppnades och går inte att ändra efteråt.
}
survey-privacy-own = Din egen chef får den av mig bara om hon eller han { $sees ->
    [yes] är med i { $team }.
   *[no] är chef för { $team }.
}
survey-privacy-invited = Chefen för { $team } bjuder in en och en och vet vilka som kan svara, men inte vilka som gör det.
survey-privacy-nobody = Ingen lista förs över vem som har svarat, och inget jag skickar visar det.
survey-privacy-roster = Fler kan bjudas in så länge omgången är öppen. Chefen, gäster och botar svarar inte.
survey-privacy-when = Efter { $date }, om minst { $few } har svarat då. Annars kan den vara öppen för fler svar, som längst till och med { $latest }. Till dess kan du ändra eller ta bort ditt svar.
survey-privacy-close = Svaren räknas ihop en enda gång. Är de färre än { $few } raderas de olästa. Sedan raderas alla svar, och listan över vilka som kunde svara raderas också.
survey-privacy-puppets = Den som bjuder in väljer vilka som får svara, och chefen som vet vad fem av sex har svarat kan räkna ut det sjätte.

## Hjälpen

help-survey = Visar enkäten som ligger öppen för dem som slutar. Chefen bjuder in

## Fel

error-rolling-theme = ”{ $title }” startas inte som en dialog. Enkäten ligger öppen ett kvartal i taget, och chefen bjuder in en person i taget. Skriv `/apt enkät` i den kanal vars chef ska få sammanfattningen, till exempel HR:s.
error-no-survey = Ingen enkät är öppen här just nu. Skriv `/apt enkät` för att se hur det ser ut.
error-survey-running = Här är redan en annan enkät öppen: ”{ $title }”. Sluta med den först, eller lägg den nya i en annan kanal. Skriv `/apt enkät` för att se mer.
error-survey-turning = Kvartalet har just tagit slut och enkäten är på väg in i nästa. Försök igen om en stund.
error-nobody-invited = Välj minst en person att bjuda in.
error-too-many-invited = Högst { $most } personer kan bjudas in åt gången. Välj färre, och bjud in resten efteråt.
error-cannot-invite = { $kind ->
    [bot] { $names } är en bot och kan inte svara. Ta bort det namnet och försök igen.
    [guest] { $names } är gäst här. Gäster kan inte bjudas in, för att ingen ska kunna lägga till påhittade svar. Ta bort det namnet och försök igen.
    [manager] { $names } är chef för enkäten och får sammanfattningen. Därför kan hon eller han inte svara. Ta bort det namnet och försök igen.
   *[unknown] Någon av dem du valde har inget konto här längre. Välj på nytt och försök igen.
}
