# Verktygen för den som skriver dialoger: papper till mötet, nya filer, förhandsvisning, utbyte.
# Samma nycklar finns i tools.en.ftl. Den som läser har aldrig programmerat.

## På papper

print-button = Skriv ut
print-hint = Skriv ut på A4, gärna på båda sidorna av samma papper. Framsidan är till alla, baksidan till den som leder.
print-hint-one-side = Skriv ut på A4.
print-minutes = { $count ->
    [one] 1 minut
   *[other] { $count } minuter
}
print-date = Datum
print-clock = Klockan
print-minutes-short = Min
print-steps = Så går det till
print-read-aloud = En av er läser högt. Texten står på baksidan.
print-film = Film: { $link } ({ $minutes } min).
print-film-instead = Går filmen inte att visa? Läs texten på baksidan högt.
print-questions = Frågorna
print-yours = Kryssa för dig själv och behåll papperet. Ingen samlar in det: en handstil går att känna igen.
print-leader = Till dig som leder dialogen
print-aloud = Läs högt: { $step }
print-stuck = Fastnat?
print-keep = Håll i det
print-next = Prata vidare
print-adaptation = Det här kan ni ändra
print-checklist = Checklista
print-decided = Det här kom vi fram till
print-cut = Klipp längs de streckade linjerna.
print-mirror-yours = Svara bara för dig själv. Ingen annan ska se papperet.
print-closing = Till sist
print-contents = Innehåll

## Det som verktygen säger

tools-no-directory = Mappen ”{ $name }” med dialoger finns inte. Skapa den, eller ändra inställningen APTBOT_DIALOGUES så att den pekar rätt.
tools-no-folder = ”{ $name }” är ingen vanlig mapp. Ta bort den eller välj ett annat namn.
tools-no-programme = I { $directory } finns inget program som heter ”{ $name }”. Skriv namnet på programmets mapp.
tools-unknown = { $nearest ->
    [none] Jag hittar inget som heter ”{ $word }”. Skriv till exempel tema3, tio-teman/tema3 eller tio-teman.
   *[other] Jag hittar inte precis ”{ $word }”. Menade du { $nearest }?
}
tools-exists = { $path } finns redan. Inget skrevs. Välj ett annat namn, eller ta bort filen först.
tools-replace = { $path } finns redan. Inget skrevs. Välj ett annat namn, eller lägg till --replace.
tools-cannot-write = { $path } gick inte att skriva ({ $reason }). Kontrollera att mappen finns och att du får skriva i den.

## Nya filer

new-bad-name = ”{ $name }” kan inte vara namnet på ett program. Använd bara små bokstäver a–z, siffror och bindestreck, högst 40 tecken: ny-start.
new-bad-title = Rubriken innehåller ett osynligt tecken eller en radbrytning. Skriv den på en rad.
new-from-programme = ”{ $name }” är ett helt program. Skriv vad i det du vill kopiera: { $name }/tema1.
new-other-kind = ”{ $name }” är av ett annat slag än ”{ $kind }”. Ta bort --kind, eller kopiera något annat.
new-full = Programmet har redan { $limit } av det slaget. Det får inte plats fler.
new-title-theme = Nytt tema { $number }
new-title-cards = Ny kortlek { $number }
new-title-mirror = Ny spegel { $number }
new-made = ✓ { $path }
new-next =
    Gör så här nu:
    1. Öppna filen i ett program för ren text och skriv dina texter, på svenska och engelska.
    2. Se hur det blir medan du skriver: aptbot dialogues preview { $path }
    3. Granska när du är klar: aptbot dialogues check { $path }
    Boten visar det nya så snart filen är sparad och utan fel.

print-made = ✓ { $path }. Öppna filen i webbläsaren och tryck på Skriv ut.

## Att ge vidare och ta emot

export-made = ✓ { $path }. Den som får filen skriver: aptbot dialogues import { $path }
import-done = ✓ Programmet { $name } är på plats, med { $count ->
    [one] 1 fil
   *[other] { $count } filer
}.
import-moved = Ett annat program hade redan dess plats i listan. Det fick plats { $order }. Vill du flytta det? Ändra talet efter order: i programme.yaml.
import-before = Det som fanns förut ligger kvar i { $path }.
import-exists = Programmet ”{ $name }” finns redan. Inget ändrades. Vill du ersätta det? Lägg till --replace. Det som finns nu sparas vid sidan av.
import-too-large = Filen är för stor. Ett program får vara högst { $limit } MB.
import-too-many = Filen innehåller för mycket. Ett program får ha högst { $limit } filer.
import-large-file = ”{ $name }” är för stor. En dialogfil får vara högst { $limit } kB.
import-unreadable = { $path } gick inte att öppna ({ $reason }).
import-no-zip = { $path } är ingen zip-fil, eller så är den skadad. Be om en ny som är gjord med: aptbot dialogues export
import-not-one = Filen ska innehålla ett program: en enda mapp, med programmets filer direkt i mappen.
import-no-programme = I filen saknas programme.yaml, som säger vad programmet heter. Be om en ny fil.
import-strange = ”{ $name }” hör inte till ett program och tas inte emot. Bara dialogfiler får finnas i filen, direkt i programmets mapp.
import-twins = ”{ $name }” har samma namn som en annan fil, om man inte ser på stora och små bokstäver. Byt namn på den ena.
import-locked = ”{ $name }” är låst med lösenord eller packad på ett sätt som inte går att läsa här.

## Förhandsvisningen

cli-preview = Öppna i webbläsaren:  { $url }  (avsluta med Ctrl+C)
preview-cannot-listen = Förhandsvisningen kunde inte starta ({ $reason }).
preview-title = Förhandsvisning
preview-what = Vad som visas
preview-language = Språk
preview-look = Utseende
preview-look-auto = Som datorn
preview-look-light = Ljust
preview-look-dark = Mörkt
preview-width = Bredd
preview-width-wide = Dator
preview-width-phone = Telefon
preview-where = Var
preview-chat = I chatten
preview-paper = På papper
preview-print = Skriv ut
preview-lost = Förhandsvisningen har stängts. Starta den igen i terminalen, så fortsätter sidan.
preview-broken = Filen har fel. Det som visas är den senaste versionen utan fel.
preview-broken-new = Filen har fel och kan inte visas än.
preview-mistakes = Fel
preview-advice = Råd
preview-line = Rad { $line }
preview-nothing = Här finns inget att visa än.
preview-before = Innan mötet: så ser temat ut för den som tittar på det
preview-step = Steg { $number } av { $count }: { $name }
preview-over = När dialogen är slut
preview-form = När någon trycker på Svara anonymt
preview-summary = Efteråt: ett påhittat exempel på sammanfattningen
preview-card = Kort { $number } av { $count }: så ser det ut för den som drar det
preview-card-group = När den som leder visar ett kort för alla i kanalen
preview-mirror = När någon öppnar spegeln
preview-mirror-picture = Efteråt: bilden, med påhittade svar
