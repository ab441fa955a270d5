# Vad som kan gå fel med databasen, nycklarna och deras kataloger, till den som sköter servern.
# Samma nycklar finns i stores.en.ftl. Säg vad som ska göras; { $reason } är systemets egna ord.

## Databasen

store-busy = Databasen är upptagen av ett annat program. Försök igen om en stund. ({ $reason })
store-full = Disken är full: inget mer kan sparas förrän det finns plats. ({ $reason })
store-read-only = Databasen går inte att skriva till. Se efter vem som äger filen och katalogen. ({ $reason })
store-cannot-open = Databasen går inte att öppna. Se efter att katalogen finns och går att skriva i. ({ $reason })
store-damaged = Filen är ingen hel databas. Lägg tillbaka den senaste säkerhetskopian. ({ $reason })
store-disk = Disken svarar med fel: det är osäkert om det senaste har sparats. ({ $reason })
store-failed = Databasen kunde inte göra det som begärdes. ({ $reason })
store-closed = Databasen är stängd.
store-missing = Det finns ingen databas i { $path }. Kör kommandot på den dator där boten kör, med samma inställningar.
store-cannot-make = Databasen { $path } går inte att skapa: { $reason }.
store-unsafe = Databasen får inte användas: { $name } är { $value }, ska vara { $wanted }. Lägg datakatalogen på en lokal disk (inte en nätverksdisk).
store-old-sqlite = SQLite { $version } är för gammal: { $oldest } eller senare krävs.
store-newer = Databasen är skriven av en nyare version av aptbot ({ $names }). Installera den versionen, eller lägg tillbaka en äldre säkerhetskopia.
store-older = Databasen är skriven av en äldre version av aptbot. Starta boten en gång med den här versionen, så görs den om.
store-older-at-work = Databasen ska göras om för den här versionen, men processer av en äldre version är i gång. Stoppa dem alla, och starta sedan igen.
store-still-read = Raderade svar kunde inte städas bort ur databasens logg, för något annat program läser i den. Stäng programmet; städningen görs om av sig själv.

## Katalogerna

lock-taken = Boten körs redan med katalogen { $directory }. Bara en process i taget får använda den: stoppa den andra först. Ska flera processer arbeta tillsammans, sätt APTBOT_PROCESSES för dem alla.
lock-unusable = Katalogen { $directory } går inte att låsa: { $reason }. Lägg den på en lokal disk som botens konto får skriva på.

## Nycklarna

keys-exposed = Nyckelkatalogen { $directory } kan läsas av andra. Kör: chmod 700 { $directory }
keys-missing = Det finns dialoger som inte är räknade, men nyckelkatalogen { $directory } är tom och ny. Montera disken med nycklarna, eller rätta APTBOT_KEY_DIR, och starta igen. Är nycklarna borta för gott går svaren inte att öppna. Kör då: touch { $path } och starta igen: svaren raderas, och cheferna får veta det.
keys-elsewhere = Nyckelkatalogen { $directory } är inte den som används: filen { $marker } saknas. Är disken med nycklarna monterad?
key-unreachable = Nyckeln { $path } går inte att nå: { $reason }.
key-exists = Nyckelfilen { $path } finns redan.
key-bad-name = Ingen nyckel kan heta { $name }.
secret-unreachable = Filen { $path } går inte att nå: { $reason }.
secret-damaged = Filen { $path } är skadad eller kan läsas av andra. Ta bort den och starta igen: { $file ->
    [kalenderhemlighet] alla kalenderlänkar byts då mot nya.
   *[onskehemlighet] önskemål om teman som redan finns går då inte att ta tillbaka.
}
