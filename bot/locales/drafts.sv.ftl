# Ord om AI-utkastet: det som organisationens egen språkmodell skriver under chefens sammanfattning.
# Samma nycklar finns i drafts.en.ftl.

draft-title = AI-utkast
draft-intro = Om ”{ $title }”. Det här har en språkmodell skrivit, och det kan vara fel. Läs kommentarerna under varje påstående och bedöm själv. Bara du och andra som fick sammanfattningen ser det.
draft-claim = AI-utkast: { $text }
draft-rests-on = Bygger på:
draft-footer = Så här är det gjort: er organisations språkmodell ({ $model }) läste de kommentarer som får visas ordagrant, och inget annat. Boten har kontrollerat att varje citat finns i kommentarerna, inte att påståendet är rätt. Det modellen skriver delas aldrig av sig självt. Sammanfattningen ovanför gäller.
draft-withdrawn = AI-utkastet är borttaget, eftersom en kommentar har dolts.

## Löftet, och sidan om hur svaren skyddas

draft-promise-words = Med ditt ja visas dina ord, även för AI, om minst { $quotes } svarar. { $small ->
    [yes] De kan kännas igen: undvik vem, var, när.
   *[no] Skriv inte vem, var eller när.
}
draft-consent = Då läses den också av er organisations egen språkmodell (AI), som skriver ett utkast till chefen.
draft-privacy = Minst { $count } kommentarer som får visas ordagrant läses också av er organisations egen språkmodell (AI). Den skriver ett utkast som bara chefen får. Den får inget annat än kommentarerna: inte siffrorna, inte vilka ni är och inte när ni skrev.
