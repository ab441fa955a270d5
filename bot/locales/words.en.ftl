# What is wrong in ord.yaml, an organisation's own words. The same keys stand in words.sv.ftl.

words-mistakes = The words need mending before the bot can start. They are in the file ord.yaml; docs/how-to/byt-ord.md describes it.
content-words-no-keys = The file does not begin with a word to replace, such as “samtalsledare:”.
content-words-no-keys-remedy = Write the word, a colon and then the new words. Compare with config/ord.exempel.yaml.
content-words-unknown = “{ $key }” is none of the words that can be replaced.
content-words-unknown-remedy = { $nearest ->
    [none] These can be replaced: { $allowed }. Whole sentences stand below “meningar:”.
   *[other] Did you mean “{ $nearest }”? These can be replaced: { $allowed }.
}
content-words-languages = After “{ $key }” the new words are missing in at least one language.
content-words-languages-remedy = Write them on a line of their own below, two spaces further in, after “sv:” for Swedish or “en:” for English.
content-words-no-sentences = Below “meningar:” there should be sentences to replace.
content-words-no-sentences-remedy = Write the name of each sentence on a line of its own, two spaces further in, such as “menu-title:”.
content-words-unknown-sentence = There is no sentence with the name “{ $key }”.
content-words-unknown-sentence-remedy = { $nearest ->
    [none] The names are in bot/locales/sv.ftl and the files beside it, before the equals sign.
   *[other] Did you mean “{ $nearest }”? The names are in bot/locales/sv.ftl and the files beside it.
}
content-words-locked = “{ $key }” can’t be replaced: it says how the answers are handled, and that has to be true.
content-words-locked-remedy = Take it out of the file.
content-words-forms = “{ $key }” can’t be replaced: it has several forms, and the bot chooses between them.
content-words-forms-remedy = Take it out of the file.
content-words-unknown-place = In “{ $key }” there is a place for “{ $place }”, which it does not have.
content-words-unknown-place-remedy = { $nearest ->
    [none] These can be filled in: { $allowed }.
   *[other] Did you mean “{ $nearest }”? These can be filled in: { $allowed }.
}
content-words-not-once = In “{ $key }” there should be a place for “{ $place }” once, but there { $times ->
    [0] is none
   *[other] are { $times }
}.
content-words-not-once-remedy = Write { "{" } ${ $place } { "}" } somewhere in the sentence.
