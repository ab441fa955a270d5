# Vad som är fel i ord.yaml, en organisations egna ord. Samma nycklar finns i words.en.ftl.

words-mistakes = Orden behöver rättas innan boten kan starta. De står i filen ord.yaml; docs/how-to/byt-ord.md beskriver den.
content-words-no-keys = Filen börjar inte med ett ord som ska bytas, till exempel ”samtalsledare:”.
content-words-no-keys-remedy = Skriv ordet, ett kolon och sedan de nya orden. Jämför med config/ord.exempel.yaml.
content-words-unknown = ”{ $key }” är inget av de ord som går att byta.
content-words-unknown-remedy = { $nearest ->
    [none] De här går att byta: { $allowed }. Hela meningar står under ”meningar:”.
   *[other] Menade du ”{ $nearest }”? De här går att byta: { $allowed }.
}
content-words-languages = Efter ”{ $key }” saknas de nya orden på minst ett språk.
content-words-languages-remedy = Skriv dem på en egen rad under, två mellanslag längre in, efter ”sv:” för svenska eller ”en:” för engelska.
content-words-no-sentences = Under ”meningar:” ska det stå meningar som ska bytas.
content-words-no-sentences-remedy = Skriv varje menings namn på en egen rad, två mellanslag längre in, till exempel ”menu-title:”.
content-words-unknown-sentence = Det finns ingen mening som heter ”{ $key }”.
content-words-unknown-sentence-remedy = { $nearest ->
    [none] Namnen står i bot/locales/sv.ftl och filerna bredvid, före likhetstecknet.
   *[other] Menade du ”{ $nearest }”? Namnen står i bot/locales/sv.ftl och filerna bredvid.
}
content-words-locked = ”{ $key }” går inte att byta: den säger hur svaren hanteras, och det måste stämma.
content-words-locked-remedy = Ta bort den ur filen.
content-words-forms = ”{ $key }” går inte att byta: den har flera former, som boten väljer mellan.
content-words-forms-remedy = Ta bort den ur filen.
content-words-unknown-place = I ”{ $key }” ska ”{ $place }” fyllas i, men det finns inte där.
content-words-unknown-place-remedy = { $nearest ->
    [none] Det här kan fyllas i: { $allowed }.
   *[other] Menade du ”{ $nearest }”? Det här kan fyllas i: { $allowed }.
}
content-words-not-once = I ”{ $key }” ska ”{ $place }” fyllas i en gång, men det står { $times ->
    [0] inte med
   *[other] { $times } gånger
}.
content-words-not-once-remedy = Skriv { "{" } ${ $place } { "}" } på ett ställe i meningen.
