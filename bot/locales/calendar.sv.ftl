# Ord om planen i människors egna kalendrar. Samma nycklar finns i calendar.en.ftl.

help-calendar = Få teamets planerade dialoger i din egen kalender

calendar-title = Kalender för { $team }
calendar-intro = { $count ->
    [0] Få teamets planerade dialoger i din egen kalender. Just nu är inget planerat. Den som leder planerar med ”Planen”.
    [one] Få teamets planerade dialoger i din egen kalender. Just nu är en planerad. I kalendern står bara tider och teman, inget om någon person.
   *[other] Få teamets planerade dialoger i din egen kalender. Just nu är { $count } planerade. I kalendern står bara tider och teman, inget om någon person.
}
calendar-subscribe = Prenumerera
calendar-subscribe-text = Kopiera länken och lägg in den i din kalender en gång. Sedan följer ändringar med av sig själva, ofta inom ett dygn.
calendar-in-outlook = Outlook på webben: Lägg till kalender, Prenumerera från webben.
calendar-in-google = Google Kalender på dator: plustecknet vid Andra kalendrar, Från webbadress.
calendar-in-iphone = iPhone: appen Kalender, Kalendrar, Lägg till kalender, och där en prenumeration.
calendar-webcal = Byter du ut { $scheme } i början mot webcal: öppnar länken din kalender direkt.
calendar-no-link = Det går inte att prenumerera här än. Den som sköter boten kan slå på det. Du kan få planen som fil i stället.
calendar-as-file = Eller som fil
calendar-as-file-text = Filen visar planen som den är nu. Ändras något behöver du hämta en ny.
calendar-send = Skicka som fil
calendar-footer = Alla som har länken kan läsa planen. Dela den bara inom teamet. Har den hamnat fel kan den som leder byta till en ny.
calendar-back = Planen
calendar-button = Kalender
calendar-renew = Ny länk
calendar-renew-title = Byta till en ny länk?
calendar-renew-text = Den gamla länken slutar fungera direkt. Alla som prenumererar behöver lägga in den nya.
calendar-renew-yes = Ja, byt länk
calendar-renew-no = Avbryt
calendar-sent = ✓ Filen ligger i vår privata chatt. Öppna den så frågar din kalender om den ska läggas till.
calendar-not-sent = Filen gick inte att skicka just nu. Försök igen om en stund. Går det inte då heller: säg till den som sköter boten att appen behöver rätten att skicka filer.
calendar-file = Här är teamets planerade dialoger som kalenderfil. Öppna den så frågar din kalender om de ska läggas till.

## I kalendern

calendar-name = Dialoger i { $team }
calendar-event = Dialog: { $title }
calendar-called-off = Inställd dialog
calendar-starts-ask = Den som leder startar dialogen i kanalen { $channel }.
calendar-starts-auto = Dialogen startar av sig själv i kanalen { $channel }.

## På webben

calendar-nothing-here = Här finns inget. Har din kalenderlänk slutat fungera? Skriv /apt kalender i teamets kanal så får du den som gäller.
calendar-later = Det går inte just nu. Försök igen om en stund.
