# Hjälpen till kommandona på servern (aptbot --help). Samma nycklar finns i usage.en.ftl.
# Den första meningen står ensam i listan över kommandon: håll den kort.

usage-aptbot = Dialoger på femton minuter för arbetsplatsträffen.

usage-run = Starta boten: mot Slack, eller i den inbyggda övningsarbetsplatsen.
usage-run-workspace = Kör i en inbyggd övningsarbetsplats, utan konto.

usage-usage = Användning:
usage-options = Val
usage-commands = Kommandon
usage-help = Visa den här hjälpen.
usage-version = Visa versionen.

## Ett kommando som inte går att förstå

wrong-hint = Hjälp: { $command }
wrong-no-option = { $nearest ->
    [none] Valet { $name } finns inte.
   *[other] Valet { $name } finns inte. Menade du { $nearest }?
}
wrong-no-command = { $nearest ->
    [none] Kommandot { $name } finns inte.
   *[other] Kommandot { $name } finns inte. Menade du { $nearest }?
}
wrong-missing = { $allowed ->
    [none] { $name } saknas.
   *[other] { $name } saknas. Det här går att välja: { $allowed }.
}
wrong-bad-value = Det som står efter { $name } går inte att använda. Det här går att välja: { $allowed }.
wrong-not-understood = Kommandot går inte att förstå ({ $reason }).

## Det som flera kommandon har

usage-format = Hur svaret skrivs: text, json eller github (rader som GitHub visar vid filerna).
usage-language = Språk: sv eller en.
usage-strict = Räkna också råd som fel.
usage-replace = Skriv över filen om den redan finns.

## aptbot dialogues

usage-dialogues = Dialogfilerna: teman, kortlekar, speglar och program.
usage-dialogues-check =
    Granska dialogfilerna och visa alla fel på en gång.

    PATH är mappen med dialoger, ett program eller en fil. Utan PATH granskas allt, och de egna orden i ord.yaml. Slutar med 0 när allt är rätt, 1 när något är fel och 2 när kommandot inte går att förstå.
usage-lix = Visa läsbarhetstalet LIX för varje fil.
usage-new =
    Gör ett nytt tema, en kortlek eller en spegel i ett program.

    PROGRAMME är namnet på programmets mapp. Finns den inte görs ett nytt program. Inget som redan finns skrivs över.
usage-new-kind = Tema, kortlek eller spegel.
usage-new-from = Kopiera den här i stället för en mall: tema3.
usage-new-title = Rubriken. För ett nytt program: programmets rubrik.
usage-print =
    Gör ett papper till mötet av ett tema, en kortlek, en spegel eller ett helt program.

    Det blir en webbsida som skrivs ut från webbläsaren. Ett tema på en kvart får plats på ett A4: framsidan till alla, baksidan till den som leder.
usage-print-out = Filen som skrivs. Utelämnat: namnet och .html. - visar den.
usage-print-language = Språk: sv, en eller lattlast.
usage-preview =
    Visa dialogerna i webbläsaren medan du skriver dem.

    PATH är mappen med dialoger, ett program eller en fil. Sidan ändras så snart du sparar. Bara den här datorn kommer åt den.
usage-preview-port = Porten på datorn.
usage-hand-on = Gör en fil av ett program, att ge till någon annan.
usage-hand-on-out = Filen som skrivs. Utelämnat: programmets namn och .zip.
usage-import =
    Ta in ett program från en fil som "aptbot dialogues export" har gjort.

    Allt granskas först. Är något fel skrivs ingenting.
usage-import-replace = Ersätt ett program som redan har samma namn.

## aptbot plan

usage-plan = Årshjulet: när flera team ska ha vilka dialoger.
usage-plan-check =
    Granska årshjulet och visa alla fel på en gång.

    PATH är filen. Utan PATH granskas arshjul.yaml i mappen med inställningar. Slutar med 0 när allt är rätt, 1 när något är fel eller filen inte finns, och 2 när kommandot inte går att förstå.
usage-plan-show =
    Visa vilka dagar det blir, med teman, och vilka dagar som faller bort.

    Dagarna är de som filen ger. Vad ett team har flyttat eller hoppat över syns i dess kanal, med /apt plan.
usage-plan-team = Bara det här teamet, med kanalens namn.
usage-plan-year = Bara dagarna i det här året.

## aptbot areas

usage-areas = Områdena: vilka team som hör ihop, och vem som ser dem tillsammans.
usage-areas-check =
    Granska omraden.yaml och visa alla fel och råd på en gång.

    Slutar med 0 när allt är rätt, 1 när något är fel eller filen inte finns, och 2 när kommandot inte går att förstå.

## aptbot export

usage-export =
    Skriv teamens resultat, eller deras åtaganden, till en fil.

    Databasen läses bara, också medan boten kör. Samma regler gäller som i chatten: färre än sex svar visas aldrig, och kommentarer som en chef har dolt är inte med. Det som bara chefen har sett är med, och märkt.
usage-export-what = Resultat (results), eller åtaganden (commitments). Utelämnat: resultat.
usage-export-team = Teamets namn eller id. Utelämnat: alla team.
usage-export-year = Året. Utelämnat: alla år.
usage-export-quarter = Kvartalet i året, 1–4.
usage-export-format = Filens slag.
usage-export-out = Filen som skrivs.
usage-export-language = Utelämnat: varje teams språk.
