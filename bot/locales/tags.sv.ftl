## Ämnen efter att ett svar har skickats

tags-offer = Du valde inget ämne. Jag har gissat utifrån orden i din text. Stämmer det?
tags-offer-yours = Bara du ser gissningen. Den räknas om du trycker på Spara ämnet. Stänger du ligger ditt svar kvar utan ämne.
tags-submit = Spara ämnet
error-answer-gone = Ditt svar är borttaget, så det finns inget att lägga till ett ämne i. Tryck på Svara anonymt om du vill svara på nytt.
