# Vad som är fel i en dialogfil, och hur det rättas. Samma nycklar finns i content.en.ftl.
# Den som läser har aldrig programmerat: säg vad som ska skrivas, inte vad som hände i datorn.

content-problem = { $file }, rad { $line }, kolumn { $column }: { $what } { $remedy }

## Filen

content-unreadable = Filen gick inte att öppna{ $reason ->
    [denied] : boten får inte läsa den
    [folder] : det är en mapp
    [circle] : den är en länk som leder runt i en cirkel
    [gone] : den finns inte, eller är en länk som inte leder någonstans
   *[other] {""}
}.
content-unreadable-remedy = Kontrollera att filen finns kvar och att boten får läsa den.
content-file-too-large = Filen är { $size } kB. En dialogfil får vara högst { $limit } kB.
content-file-too-large-remedy = Ett tema brukar vara under 20 kB. Kanske har något annat sparats under samma namn?
content-not-utf8 = Filen är sparad med en teckenkodning som boten inte läser. Det syns oftast på å, ä och ö.
content-not-utf8-remedy = Spara filen en gång till och välj kodningen UTF-8.
content-unreadable-sign = Här står ett osynligt tecken ({ $code }) som inte får finnas i filen.
content-unreadable-sign-remedy = Ta bort tecknet, eller skriv om ordet för hand. Sådana tecken följer ibland med när text klistras in.
content-empty-file = Filen är tom.
content-empty-file-remedy = Kopiera ett färdigt tema och ändra i det, eller ta bort filen.
content-no-keys = Filen börjar inte med en nyckel, till exempel ”title:”.
content-no-keys-remedy = Skriv varje uppgift som en nyckel, ett kolon och sedan texten. Jämför med ett färdigt tema.

## Mappar och namn

content-no-directory = Mappen ”{ $name }” med dialoger finns inte.
content-no-directory-remedy = Skapa mappen, eller ändra inställningen APTBOT_DIALOGUES så att den pekar rätt.
content-misplaced = Filen ”{ $name }” ligger inte i ett programs mapp.
content-misplaced-remedy = Flytta den till mappen för sitt program, till exempel ”tio-teman”. Där ska den ligga direkt, inte i ytterligare en mapp.
content-closed-folder = Mappen ”{ $name }” gick inte att öppna.
content-closed-folder-remedy = Kontrollera att boten får läsa den.
content-bad-folder-name = Mappen heter ”{ $name }”, och det kan inte vara namnet på ett program.
content-bad-folder-name-remedy = Byt namn på mappen. Använd bara små bokstäver a–z, siffror och bindestreck, högst 40 tecken: ”tio-teman”.
content-bad-file-name = Filen heter ”{ $name }”, och det kan inte vara namnet på ett tema.
content-bad-file-name-remedy = Byt namn på filen. Använd bara små bokstäver a–z, siffror och bindestreck, högst 40 tecken: ”tema4.yaml”.
content-no-programme-file = Mappen ”{ $name }” saknar filen ”programme.yaml”.
content-no-programme-file-remedy = Kopiera ”programme.yaml” från ett annat program och ändra rubrik, text och taggar.
content-no-themes = Mappen ”{ $name }” har varken tema, kortlek eller spegel.
content-no-themes-remedy = Lägg minst en fil med ett tema i mappen, till exempel ”tema1.yaml”.
content-duplicate-id = Filen ”{ $name }” har samma namn som ”{ $other }”, bara med en annan ändelse.
content-duplicate-id-remedy = Byt namn på den ena, eller ta bort den. Tills dess används ”{ $other }”.
content-duplicate-number = Numret { $number } används redan i filen ”{ $other }”.
content-duplicate-number-remedy = Ge det här temat ett eget nummer. Tills dess används bara ”{ $other }”.
content-duplicate-order = Programmet har plats { $number }, men den platsen har redan mappen ”{ $other }”.
content-duplicate-order-remedy = Ge det här programmet en egen plats: ett annat tal efter ”order:”.
content-duplicate-name = ”{ $name }” används redan i filen ”{ $other }”.
content-duplicate-name-remedy = Välj en annan rubrik eller ett annat ord. Annars vet boten inte vilken av dem som menas.
content-number-alias = ”{ $name }” är ett nummer och kan inte vara ett extra namn.
content-number-alias-remedy = Ta bort det. Numret efter ”number:” fungerar redan som namn.
content-unknown-file-kind = ”{ $word }” är inget slag av fil.
content-unknown-file-kind-remedy = { $nearest ->
    [none] Skriv ett av dessa: { $allowed }. Är det ett tema? Ta bort raden.
   *[other] Menade du ”{ $nearest }”? Här får stå: { $allowed }. Är det ett tema? Ta bort raden.
}

## Tecken och indrag

content-tab = Här finns ett tabbtecken. Det går bara att använda mellanslag.
content-tab-remedy = Ta bort tabben och tryck på mellanslag i stället. Ett indrag är två mellanslag för varje nivå.
content-colon = Här står ett kolon som boten läser som en ny nyckel.
content-colon-remedy = Innehåller texten ett kolon? Skriv ”|” efter nyckeln och texten på nästa rad, med två mellanslag mer i början. Är det en nyckel? Då saknas ett kolon eller ett mellanslag strax före, eller så börjar raden för långt till höger.
content-dash = Ett streck för en ny punkt kan inte stå efter nyckeln på samma rad.
content-dash-remedy = Flytta punkten till nästa rad, med två mellanslag mer i början. Är strecket en del av texten? Sätt citattecken runt hela texten.
content-sign = En text kan inte börja med tecknet ”{ $sign }” utan citattecken.
content-sign-remedy = Sätt citattecken runt hela texten: "så här".
content-after-quote = Här fortsätter texten efter ett citattecken som avslutade den.
content-after-quote-remedy = Sätt citattecknen runt hela texten, eller skriv ”|” efter nyckeln och texten på nästa rad. Då behövs inga citattecken runt den.
content-open-quote = Texten börjar med ett citattecken som aldrig avslutas.
content-open-quote-remedy = Skriv samma citattecken sist i texten, eller ta bort det första.
content-escape = Ett omvänt snedstreck \ inom citattecken betyder något särskilt.
content-escape-remedy = Ta bort det, eller skriv två: \\.
content-bar = Efter ”|” får inget mer stå på raden.
content-bar-remedy = Flytta texten till nästa rad, med två mellanslag mer i början.
content-bracket = En hakparentes [ eller klammer { "{" } börjar här och avslutas inte, eller innehåller något boten inte förstår.
content-bracket-remedy = Är den en del av texten? Sätt citattecken runt hela texten. Annars: avsluta den på samma rad.
content-indent = Raden börjar på fel ställe. Den passar inte ihop med raderna ovanför.
content-indent-remedy = Ställ den rakt under den nyckel den hör ihop med. Varje nivå är två mellanslag längre in än den förra.
content-no-colon = Här saknas ett kolon efter en nyckel.
content-no-colon-remedy = Skriv ett kolon och ett mellanslag efter nyckeln: ”minutes: 2”. Hör raden till texten ovanför? Dra in den lika långt.
content-syntax = Boten kan inte läsa vidare här.
content-syntax-remedy = Jämför raden och raden ovanför med ett färdigt tema: indrag, kolon och citattecken.
content-reference = En text kan inte börja med tecknet ”{ $sign }” utan citattecken.
content-reference-remedy = Sätt citattecken runt hela texten: "så här".
content-duplicate-key = Nyckeln ”{ $key }” står två gånger på samma ställe. Den första står på rad { $first }.
content-duplicate-key-remedy = Behåll en av dem. Hör den andra till nästa punkt i listan saknas där ett streck ”-”.
content-key-not-text = Här står något annat än ett ord före kolonet.
content-key-not-text-remedy = Skriv nyckeln som ett enda ord. Börjar raden med ”?”, ”[” eller klammer hör den kanske till en text som behöver citattecken.
content-many-documents = Raden ”---” börjar ett nytt dokument i samma fil.
content-many-documents-remedy = Ta bort raden, eller flytta resten till en egen fil.
content-too-deep = Här är det fler än { $limit } nivåer i varandra.
content-too-deep-remedy = Ta bort de hakparenteser, klamrar eller streck som är för många.

## Nycklar och värden

content-unknown-key = Nyckeln ”{ $key }” finns inte här.
content-unknown-key-remedy = { $nearest ->
    [none] Ta bort raden. Här får stå: { $allowed }.
   *[other] Menade du ”{ $nearest }”? Här får stå: { $allowed }.
}
content-id-key = Nyckeln ”id” skrivs inte i filen.
content-id-key-remedy = Ta bort raden. Temat får sitt namn av filen och programmet av mappen.
content-missing-key = Nyckeln ”{ $key }” saknas.
content-missing-key-remedy = Lägg till en rad med ”{ $key }:” och det som ska stå där, med samma indrag som nycklarna bredvid.
content-missing-translation = Texten ”{ $key }” saknas på { $language ->
    [sv] svenska
    [lattlast] lättläst svenska, som andra texter i filen har
   *[en] engelska
}.
content-missing-translation-remedy = Lägg till en rad under ”{ $key }:” som börjar med ”{ $language }:” och sedan texten.
content-missing-component = Under ”{ $key }” saknas ”{ $component }”.
content-missing-component-remedy = Lägg till ”{ $component }:” där, på samma sätt som de andra två delarna.
content-unknown-component = ”{ $word }” är ingen av de tre delarna.
content-unknown-component-remedy = { $nearest ->
    [none] Här får stå: { $allowed }.
   *[other] Menade du ”{ $nearest }”? Här får stå: { $allowed }.
}
content-unknown-choice = ”{ $word }” går inte att välja för ”{ $key }”.
content-unknown-choice-remedy = { $nearest ->
    [none] Välj ett av dessa: { $allowed }.
   *[other] Menade du ”{ $nearest }”? Du kan välja bland: { $allowed }.
}
content-expected-text = Efter ”{ $key }” ska det stå en text, men här står en lista eller nycklar.
content-expected-text-remedy = Skriv texten efter kolonet. Är den lång: skriv ”|” och texten på nästa rad, med två mellanslag mer i början.
content-expected-languages = ”{ $key }” ska ha texten på båda språken.
content-expected-languages-remedy = Skriv två rader under ”{ $key }:”, den ena med ”sv:” och svensk text, den andra med ”en:” och engelsk. Dra in dem två mellanslag.
content-expected-keys = Under ”{ $key }” ska det stå nycklar med värden.
content-expected-keys-remedy = Skriv var och en på en egen rad, två mellanslag längre in: { $allowed }.
content-expected-list = Under ”{ $key }” ska det stå en lista.
content-expected-list-remedy = Börja varje punkt på en egen rad med ett streck och ett mellanslag: ”- ”.
content-expected-number = ”{ $key }” ska vara ett helt tal.
content-expected-number-remedy = Skriv bara siffror, till exempel ”{ $key }: 2”.
content-number-too-low = ”{ $key }” får inte vara lägre än { $limit }.
content-number-too-low-remedy = Skriv { $limit } eller mer.
content-number-too-high = ”{ $key }” får inte vara högre än { $limit }.
content-number-too-high-remedy = Skriv { $limit } eller mindre.
content-empty-text = Texten ”{ $key }” är tom.
content-empty-text-remedy = Skriv texten efter kolonet. Börjar den med # behöver den citattecken.
content-too-long = Texten ”{ $key }” är { $length } tecken lång. Den får vara högst { $limit }.
content-too-long-remedy = Korta den med minst { $over } tecken, så att den får plats på en telefon.
content-too-many = ”{ $key }” har { $length } punkter. Högst { $limit } får plats.
content-too-many-remedy = Ta bort minst { $over }.
content-too-few = ”{ $key }” har { $length } punkter. Det behövs minst { $limit }.
content-too-few-remedy = Lägg till fler, var och en på en egen rad som börjar med ett streck.
content-bad-id = ”{ $key }” får bara ha små bokstäver a–z, siffror och bindestreck.
content-bad-id-remedy = Skriv till exempel ”arbetstid” eller ”ny-pa-jobbet”. Det som visas för människor skriver du under ”name”.
content-bad-link = Länken efter ”{ $key }” går inte att följa.
content-bad-link-remedy = Skriv hela adressen utan mellanslag, med https:// först, så som den står överst i webbläsaren. Namn och lösenord får inte stå i den.
content-invalid = ”{ $key }” kan inte läsas ({ $said }).
content-invalid-remedy = Jämför med samma ställe i ett färdigt tema.

## Helheten

content-minutes-sum = Stegen tar tillsammans { $sum } minuter. Ett tema ska ta { $wanted }.
content-minutes-sum-remedy = { $direction ->
    [over] Ta bort
   *[under] Lägg till
} { $by ->
    [one] 1 minut
   *[other] { $by } minuter
} i ett eller flera steg{ $without ->
    [length] . Ska temat ta längre tid? Skriv då ”length: { $sum }” överst i filen
   *[else] {""}
}.
content-no-answer-step = Inget av stegen är det där man svarar.
content-no-answer-step-remedy = Lägg till ett steg med ”kind: answer” och tre eller fyra minuter.
content-many-answer-steps = Det finns redan ett steg där man svarar. Ett tema har bara ett.
content-many-answer-steps-remedy = Välj en annan sort här, till exempel ”reflect”, eller ta bort steget.
content-question-without-step = Här står ”{ $key }”, men inget av stegen är det där man svarar.
content-question-without-step-remedy = Lägg till ett steg med ”kind: answer”, eller ta bort ”{ $key }” med allt som hör till.
content-rolling-without-step = Här står ”rolling”, men inget av stegen är det där man svarar.
content-rolling-without-step-remedy = Lägg till ett steg med ”kind: answer”, eller ta bort ”rolling” om temat är en dialog på ett möte.
content-evaluation-without-step = Här står ”evaluation: true”, men inget av stegen är det där man svarar.
content-evaluation-without-step-remedy = Lägg till ett steg med ”kind: answer” och frågorna om programmet, eller ta bort ”evaluation”.
content-evaluation-rolling = Här står både ”evaluation” och ”rolling”, men en utvärdering hålls på ett möte.
content-evaluation-rolling-remedy = Ta bort den ena raden.
content-second-evaluation = Programmet har redan en utvärdering, i filen ”{ $other }”.
content-second-evaluation-remedy = Låt ”evaluation: true” stå i en enda fil i programmet, och ta bort raden här.
content-evaluation-not-last = Utvärderingen hålls sist, men ”{ $other }” har ett högre nummer ({ $number }).
content-evaluation-not-last-remedy = Ge utvärderingen programmets högsta nummer, så att listan visar den ordning som gäller.
content-expected-true = Efter ”{ $key }” ska det stå true eller false.
content-expected-true-remedy = Skriv ”{ $key }: true”, eller ta bort raden.
content-film-elsewhere = ”film” kan bara stå i ett steg med ”kind: film”.
content-film-elsewhere-remedy = Skriv ”kind: film” i steget, eller ta bort ”film” med allt som hör till.
content-film-too-long = Filmen är { $film } minuter, men steget är bara { $step }.
content-film-too-long-remedy = Ge steget fler minuter, eller välj en kortare film.
content-duplicate-tag = Taggen ”{ $tag }” finns redan.
content-duplicate-tag-remedy = Ge den ett eget id, eller ta bort den.
content-duplicate-tag-name = En annan tagg heter redan ”{ $name }”.
content-duplicate-tag-name-remedy = Ge den här taggen ett annat namn, så att den som väljer ser skillnad på dem.
content-too-long-for-platform = ”{ $key }” får inte plats i { $platform }: det är { $length } tecken, och högst { $limit } går in.
content-too-long-for-platform-remedy = { $key ->
    [title] Korta rubriken med minst { $over } tecken. Numret framför räknas med.
   *[other] Korta texterna i filen med tillsammans minst { $over } tecken, eller dela temat i två.
}

## Råd: filen fungerar, men kan bli bättre

content-lix-high = { $language ->
    [lattlast] De lättlästa texterna
   *[other] De svenska texterna
} har läsbarhetstalet LIX { $value }. Sikta på högst { $limit }.
content-lix-high-remedy = Dela långa meningar och byt långa ord mot korta.
content-long-sentence = Meningen ”{ $begins }” har { $length } ord. Sikta på högst { $limit }.
content-long-sentence-remedy = Dela den i två. Då går den att följa när någon läser högt.
content-personal-name = ”{ $name }” ser ut som ett namn på en person.
content-personal-name-remedy = Skriv till exempel ”en kollega”. Annars kan någon tro att det handlar om en viss person.
content-long-step = Stegets text är { $length } tecken. Sikta på högst { $limit }.
content-long-step-remedy = Korta den, eller dela steget i två.
content-reading-time = Det tar omkring { $needed } minuter att läsa texten högt, men steget är { $minutes ->
    [one] 1 minut
   *[other] { $minutes } minuter
}.
content-reading-time-remedy = Korta texten, eller ge steget fler minuter.
content-preview-shortened = Temat är så långt att Slack visar stegens texter förkortade när någon tittar på det i förväg.
content-preview-shortened-remedy = På mötet visas hela texten. Korta stegen om den som leder ska kunna läsa allt i förväg.
content-shared-name = ”{ $name }” finns också i ”{ $other }”.
content-shared-name-remedy = Båda fungerar, men den som skriver namnet måste skriva programmet framför. Välj hellre ett eget ord.

## Sammanfattningen

check-mistakes = { $count ->
    [0] Inga fel
    [one] 1 fel
   *[other] { $count } fel
}{ $files ->
    [0] {""}
    [one] {" "}i 1 fil
   *[other] {" "}i { $files } filer
}.
check-advice = { $count ->
    [one] 1 råd.
   *[other] { $count } råd.
}
check-lix = Läsbarhet (LIX), svenska: { $lowest }–{ $highest }. Högst { $limit } är målet.
check-lix-heading = Läsbarhet (LIX) per fil. Målet är högst { $limit } på svenska och högst { $easy } på lättläst.
check-lix-file = { $file }: { $value }
check-lix-file-easy = { $file }: { $value }, lättläst { $easy }
check-advised = Råd: { $file }, rad { $line }, kolumn { $column }: { $what } { $remedy }
check-no-path = { $path } finns inte. Skriv sökvägen till mappen med dialoger, till ett program eller till en fil.
