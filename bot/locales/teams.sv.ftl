# Ord om teamets sida och om team som svarar tillsammans. Samma nycklar finns i teams.en.ftl.

## Namn och dagar

list-and = { $first } och { $last }
date-day = { $day } { $month ->
    [1] januari
    [2] februari
    [3] mars
    [4] april
    [5] maj
    [6] juni
    [7] juli
    [8] augusti
    [9] september
    [10] oktober
    [11] november
   *[12] december
}

## Formuläret första gången

setup-intro-team = Jag behöver veta vem som leder teamet här i kanalen och vem som får sammanfattningen. Namnen visas i kanalen. Ingen dialog startar än.
setup-submit-team = Spara
setup-sees = Får teamet se samma sammanfattning som chefen?
setup-sees-both = Ja, alla får se samma sak
setup-sees-manager = Nej, bara chefen ser den
setup-sees-hint = Chefen kan dölja en kommentar som sårar eller pekar ut någon. Det här bestäms när varje dialog startar, kan inte ändras efteråt och visas för alla innan de svarar. Inför nästa dialog kan chefen ändra det med /apt lag.
setup-working-team = Det tar lite längre tid än vanligt att läsa vilka som är med i kanalen. Teamet sparas strax.
setup-saved = ✓ Teamet är sparat.
setup-saved-start = Skriv `/apt start tema1` i kanalen när ni vill ha er första dialog.
setup-saved-pool = Är ni fem eller färre som kan svara? Då kan chefen skriva `/apt lag` och välja andra team att svara tillsammans med. Gör det före den första dialogen.

setup-small-start = Vill ni ha ett resultat kan ni svara tillsammans med andra små team. Stäng då den här rutan utan att starta och skriv `/apt lag` i kanalen, före den första dialogen.
setup-small-team = Vill ni ha ett resultat kan ni svara tillsammans med andra små team. Spara först. Sedan skriver chefen `/apt lag` i kanalen, före den första dialogen.

channel-public = Kanalen är öppen: alla i er chatt kan läsa det som visas för teamet här, och den som går med innan en dialog startar kan svara i den. En privat kanal skyddar er bättre.

## Lagets sida

team-title = Ert team: { $team }
team-sees = Teamet får se samma sammanfattning som chefen, utom kommentarer som chefen döljer.
team-hidden = Bara chefen ser sammanfattningen.
team-alone = Ni svarar för er själva. Ett resultat visas bara om minst sex av er har svarat.
team-pooled = Ni svarar tillsammans med { $teams }: en gemensam låda och ett gemensamt resultat.
team-mates-hide = I gemensamma dialoger ser ändå bara cheferna sammanfattningen, för så har { $teams } valt.
team-invited = Inbjudna som inte har svarat än: { $teams }.
team-inviting = { $teams } vill svara tillsammans med er. Chefen svarar på det i ett privat meddelande från mig.
team-busy = En låda är öppen för svar. Vilka team som svarar tillsammans går att ändra när den är stängd.
team-footer = Bara chefen kan ändra något här.
team-pool = Svara tillsammans med andra team
team-show = Låt teamet se sammanfattningen
team-show-title = Låta teamet se sammanfattningen?
team-show-text = Det gäller från nästa dialog. En dialog som redan är öppen behåller det som lovades när den startade.
team-show-yes = Ja, låt teamet se
team-show-no = Avbryt
team-hide = Bara chefen ser sammanfattningen
team-hide-title = Ska bara chefen se sammanfattningen?
team-hide-text = Det gäller från nästa dialog, och alla får veta det innan de svarar. En dialog som redan är öppen behåller det som lovades när den startade.
team-hide-yes = Ja, bara chefen
team-hide-no = Avbryt
team-leave = Lämna gemenskapen
team-leave-title = Lämna gemenskapen?
team-leave-text = Ni svarar då inte längre tillsammans med { $teams }. Är ni fem eller färre som kan svara får ni inget resultat.
team-leave-yes = Lämna
team-leave-no = Stanna kvar

## Att svara tillsammans

pool-title = Svara tillsammans
pool-intro = Team som svarar tillsammans har en gemensam låda och får ett gemensamt resultat. Det går till cheferna i alla teamen. Ingen ser från vilket team ett svar kommer.
pool-each = Varje team har sin egen dialog när det passar. Lådan stängs när alla team har haft sin, senast { $days } dagar efter att den första startade.
pool-joined = Ett team med samma chef är med direkt. Andra teams chefer får en fråga i ett privat meddelande. Högst { $most } team kan svara tillsammans.
pool-warning = Så länge ni svarar tillsammans får ni inget eget resultat. Är ni { $threshold } eller fler som kan svara får ni annars ett eget.
pool-search = Sök team
pool-search-hint = Skriv minst { $letters } bokstäver av namnet och tryck på Enter. Utan sökning syns bara team som du själv är chef för.
pool-search-more = Fler team än så här passar: skriv mer av namnet.
pool-teams = Vilka team vill ni svara tillsammans med?
pool-placeholder = Välj ett eller flera team
pool-none = Sök efter det team ni vill svara tillsammans med. Ett team går att hitta när någon har skrivit `/apt lag` i dess kanal.
pool-none-found = Jag hittar inget sådant team. Skriv minst { $letters } bokstäver av namnet, eller en annan del av det. Kanske behöver någon skriva `/apt lag` i teamets kanal först.
pool-submit = Svara tillsammans
pool-close = Avbryt
pool-now-joined = ✓ Ni svarar från och med nästa dialog tillsammans med { $teams }.
pool-now-invited = Chefen för { $teams } har fått en fråga. Jag säger till när svaret kommer.
pool-now-next = Skriv `/apt lag` när du vill se hur det ser ut.
pool-invitation = { $inviting } vill svara tillsammans med { $team }, där du är chef.
pool-invitation-with = Med i gemenskapen är redan { $teams }.
pool-join = Gå med
pool-decline = Nej tack
pool-accepted = { $team } svarar från och med nästa dialog tillsammans med { $teams }. Det gemensamma resultatet går till cheferna i alla teamen.
pool-declined = { $team } har tackat nej till att svara tillsammans med { $inviting }.
pool-withdrawn = Inbjudan från { $inviting } till { $team } gäller inte längre.
pool-left = { $team } har lämnat gemenskapen och svarar för sig från och med nästa dialog.

## En gemensam låda i dialogens meddelande

pool-answer-hint = Lådan är gemensam med { $teams }. Den är öppen tills alla team har haft sin dialog, senast { $day }. Du kan ändra eller ta bort ditt svar till dess. Ingen ser vem som har svarat eller från vilket team ett svar kommer.
pool-answer-hint-over = Ingen ser vem som har svarat eller från vilket team ett svar kommer.
pool-ended = Dialogen är slut för ert team. Tack för att ni delade med er av era tankar!
pool-cancelled = Dialogen avbröts för ert team.
pool-box-open = Lådan är gemensam med { $teams } och stängs när alla har haft sin dialog, senast { $day }.
pool-still-answer = Till dess kan du svara, ändra eller ta bort ditt svar.
pool-start-again = Ni hann inte till frågorna. Starta dialogen igen före dess om ni vill svara.
pool-closed = Den gemensamma lådan är stängd. Cheferna för teamen får en sammanfattning om minst { $threshold } har svarat. { $sees ->
    [yes] Ni får se samma sak senast ett dygn senare, utom kommentarer som en chef döljer.
   *[no] Bara cheferna ser den.
}
pool-too-small = Den gemensamma lådan är stängd. Tillsammans är ni för få för att något resultat ska visas. Svaren raderas. Samtalet ni hade är lika mycket värt ändå.
pool-alone-title = Det finns inget resultat för ”{ $title }”.
pool-alone = Tiden är ute, och färre än två av teamen kom till frågorna. Svaren räknas inte och är raderade: det som ett enda team har svarat visas aldrig. Samtalet ni hade är lika mycket värt ändå. Vill ni ha ett gemensamt resultat kan ni starta dialogen på nytt, gärna alla team samma vecka.
pool-stop-text = Dialogen slutar nu för ert team. Svaren ligger kvar i den gemensamma lådan, som är öppen tills alla team har haft sin dialog.
pool-cancel-title = Avbryta dialogen?
pool-cancel-text = Dialogen avbryts för ert team. Lådan är gemensam med andra team, så svar som redan ligger i den blir kvar, och räknas om minst två av teamen kommer till frågorna. Den som vill kan ta bort sitt svar så länge lådan är öppen.
pool-cancel-yes = Avbryt dialogen
pool-cancel-no = Fortsätt
pool-ask-cancel = Vill du avbryta dialogen för ert team? Lådan är gemensam med andra team. Svar som redan ligger i den blir kvar, och räknas om minst två av teamen kommer till frågorna. Den som vill kan ta bort sitt svar så länge lådan är öppen. Vill ni ha er dialog senare startar du den igen.
pool-reply-cancelled = Dialogen är avbruten för ert team. Svar som redan ligger i den gemensamma lådan blir kvar där. Starta dialogen igen om ni vill ha den senare.
pool-reply-over = Dialogen är slut för ert team. Lådan är öppen tills alla team har haft sin dialog. Sedan kommer sammanfattningen till cheferna i ett privat meddelande.
board-ended-lost = Dialogen är slut. Svaren kunde inte räknas och är raderade.
summary-too-few-pool = Det gäller alla team som svarade tillsammans. Nästa gång kan ni bjuda in fler team: skriv /apt lag i teamets kanal.
summary-too-few-small = Fem eller färre får aldrig ett eget resultat. Nästa gång kan ni svara tillsammans med andra små team: skriv /apt lag i teamets kanal.

## Menyn

menu-pool = Ni svarar tillsammans med { $teams }. Skriv `/apt lag` för att se mer.
help-team = Visar vem som leder teamet, vem som ser sammanfattningen och vilka team ni svarar tillsammans med

## Fel

error-pool-unreachable = Jag kommer inte åt kanalen för { $team }, som ni svarar tillsammans med. Be någon där skriva `/invite @aptbot`. Chefen kan också skriva `/apt lag` här och lämna gemenskapen.
error-pool-busy = Det går inte just nu: en låda för { $team } är öppen för svar. Försök igen när den är stängd.
error-pool-closing = Tiden är ute för lådan som ni delar med andra team, och den håller på att stängas. Försök igen om en stund. Pågår en dialog i ett annat team stängs lådan när den är slut.
error-pool-taken = { $team } svarar redan tillsammans med andra team. Ett team kan bara vara med i en gemenskap. Chefen för teamet kan lämna den med `/apt lag`.
error-unknown-team = Jag hittar inte teamet längre. Skriv `/apt lag` i teamets kanal och försök på nytt.
error-pool-full = Högst { $most } team kan svara tillsammans. Välj färre.
error-nobody-chosen = Välj minst ett team att svara tillsammans med.
error-no-invitation = Inbjudan gäller inte längre: den är redan besvarad eller tillbakadragen. Skriv `/apt lag` i teamets kanal för att se hur det ser ut.
