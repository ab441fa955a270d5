# Ord om åtaganden: det gruppen kommer överens om att göra. Samma nycklar finns i commitments.en.ftl.

help-commitments = Visar vad ni har kommit överens om att göra. Den som leder kan följa upp och skriva nya här

## Listan

commitments-button = { $count ->
    [0] Åtaganden
   *[other] Åtaganden ({ $count } att följa upp)
}
commitments-title = Åtaganden i { $team }
commitments-waiting = { $count ->
    [0] Inget åtagande väntar just nu.
    [one] Ett åtagande är på gång.
   *[other] { $count } åtaganden är på gång.
}
commitments-late = { $count ->
    [one] Ett är försenat.
   *[other] { $count } är försenade.
}
commitments-all-late = { $count ->
    [one] Det är försenat.
   *[other] Alla är försenade.
}
commitments-empty = När ni kommer överens om något kan den som leder skriva upp det här: vad som ska göras, av vilken roll och till när.
commitments-rest = { $count ->
    [one] Ett till visas inte här.
   *[other] { $count } till visas inte här.
}
commitments-older = { $count ->
    [one] Ett till avslutades under året. Det finns i tabellen.
   *[other] { $count } till avslutades under året. De finns i tabellen.
}
commitments-readers = Bara den som leder teamet kan skriva och följa upp.
commitments-closed = Avslutat det senaste året
commitments-more = Visa fler
commitments-file = Hämta som tabell

commitment-make = Gör ett åtagande
commitment-follow-up = Följ upp
commitment-edit = Ändra
commitment-reopen = Ändra läge: { $activity }

commitment-by = Klart senast { $day }
commitment-is-late = Försenat: skulle ha varit klart { $day }
commitment-deferred-to = Uppskjutet till { $day }
commitment-responsible = Ansvarig: { $role }
commitment-said-how = Så gör vi: { $text }
commitment-said-resources = Det behövs: { $text }
commitment-said-follow_up = Uppföljning: { $text }
commitment-noted = Noterat { $day }: { $note }
commitment-was-done = ✓ { $activity } (klart { $day })
commitment-was-dropped = ✗ { $activity } (avskrivet { $day })

## Formulären

commitment-title = Gör ett åtagande
commitment-edit-title = Ändra åtagandet
commitment-follow-up-title = Följ upp åtagandet
commitment-readers = Alla i kanalen kan läsa åtagandet. Skriv roller, inte namn. Vem som skrev det sparas inte.
commitment-no-comments = Upprepa inte enskilda kommentarer ur sammanfattningen: den som skrev kan kännas igen.
commitment-everybody = Alla
commitment-activity = Vad ska vi göra?
commitment-activity-hint = En sak, som går att se om den blev av. Till exempel: tio minuter för överlämning varje fredag.
commitment-role = Ansvarig roll
commitment-role-hint = En roll, till exempel alla, chefen eller planeringsgruppen.
commitment-target = Klart senast
commitment-aim = Vad är det till för?
commitment-aim-develop = Utveckla
commitment-aim-keep = Behålla
commitment-aim-attract = Attrahera
commitment-aim-recruit = Rekrytera
commitment-aim-introduce = Introducera
commitment-aim-leave = Avsluta
commitment-how = Hur gör vi?
commitment-how-hint = Får vara tomt.
commitment-resources = Vad behövs det?
commitment-resources-hint = Till exempel tid, pengar eller hjälp av någon annan. Får vara tomt.
commitment-follow_up = Hur följer vi upp?
commitment-follow_up-hint = Hur märker ni att det har blivit bättre? Får vara tomt.
commitment-state = Hur är läget?
commitment-state-open = Pågår
commitment-state-done = Klart
commitment-state-deferred = Uppskjutet
commitment-state-dropped = Avskrivet
commitment-note = Hur gick det?
commitment-note-hint = Alla i kanalen kan läsa det. Skriv varför om ni skjuter upp eller avskriver åtagandet. Högst { $limit } tecken.
commitment-later = Ny dag
commitment-later-hint = Gäller bara om ni skjuter upp.
commitment-save = Spara
commitment-close = Avbryt
commitment-saved = ✓ Sparat: { $activity }. Klart senast { $day }.
commitment-now-open = ✓ Noterat: { $activity } pågår. Klart senast { $day }.
commitment-now-done = ✓ Klart: { $activity }.
commitment-now-deferred = ✓ Uppskjutet till { $day }: { $activity }.
commitment-now-dropped = ✓ Avskrivet: { $activity }.
commitment-saved-next = Alla i kanalen kan läsa det med `/apt åtaganden`.

## Fel

error-empty-commitment = { $field ->
    [role] Skriv vilken roll som ansvarar, till exempel alla eller chefen.
   *[activity] Skriv vad ni ska göra. Några ord räcker.
}
error-reason-missing = Skriv varför. Skälet behövs när ett åtagande skjuts upp eller avskrivs.
error-target-passed = Välj en dag: tidigast i dag och som längst om tre år.
error-target-not-later = Välj en dag som är senare än den som gäller nu. Med Ändra går det att välja en tidigare.
error-no-commitment = Det åtagandet finns inte. Skriv `/apt åtaganden` för att se dem som finns.
error-commitment-changed = Någon annan har ändrat åtagandet sedan du öppnade rutan. Kopiera din text och stäng rutan. Skriv sedan `/apt åtaganden` och öppna det igen.
error-too-many-commitments = Ni har { $limit } åtaganden på gång, och fler går inte att ha. Följ upp ett med `/apt åtaganden` först: markera det som klart eller avskriv det.

## Dialogens meddelande i kanalen

board-commit-since = Sedan sist
board-commit-agreed = Vi har kommit överens om
board-commit-more = och { $count } till: skriv `/apt åtaganden`
board-commit-by = klart senast { $day }
board-commit-deferred = uppskjutet till { $day }
board-commit-late = skulle vara klart { $day }
board-commit-done = klart
board-commit-dropped = avskrivet
board-commit-hint = Skriv ned det ni kommer överens om med Gör ett åtagande, så står det här för alla.
board-commit-hint-over = Kom ni överens om något som inte står här? Tills nästa dialog börjar kan { -manager } och { -facilitators } skriva ned det.
