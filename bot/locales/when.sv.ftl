# Ord om dagar, tider och hur ofta något återkommer. Samma nycklar finns i when.en.ftl.

## Hur ofta: det som står här går också att skriva till boten

recurrence-weekly = { $every ->
    [1] varje
    [2] varannan
    [3] var tredje
    [4] var fjärde
    [5] var femte
    [6] var sjätte
    [7] var sjunde
    [8] var åttonde
    [9] var nionde
    [10] var tionde
    [11] var elfte
    [12] var tolfte
   *[other] med { $every } veckors mellanrum på
} { $weekday } kl { $time }
recurrence-alternating = { $weekday }ar { $even ->
    [yes] jämna veckor
   *[no] udda veckor
} kl { $time }
recurrence-monthly = { $nth ->
    [1] första
    [2] andra
    [3] tredje
    [4] fjärde
   *[last] sista
} { $weekday }en { $every ->
    [1] i månaden
    [2] varannan månad
    [3] var tredje månad
    [4] var fjärde månad
    [5] var femte månad
    [6] var sjätte månad
    [7] var sjunde månad
    [8] var åttonde månad
    [9] var nionde månad
    [10] var tionde månad
    [11] var elfte månad
   *[12] var tolfte månad
} kl { $time }

## Dagar

weekday-name = { $weekday ->
    [0] måndag
    [1] tisdag
    [2] onsdag
    [3] torsdag
    [4] fredag
    [5] lördag
   *[6] söndag
}
month-name = { $month ->
    [1] januari
    [2] februari
    [3] mars
    [4] april
    [5] maj
    [6] juni
    [7] juli
    [8] augusti
    [9] september
    [10] oktober
    [11] november
   *[12] december
}

## När ni inte träffas

breaks-holidays = helgdagar och aftnar
breaks-squeeze-days = klämdagar
breaks-weeks = { $number ->
    [one] vecka { $weeks }
   *[other] veckorna { $weeks }
}

## Fel

error-unclear-when = { $kind ->
    [weekday] Vilken veckodag menar du med ”{ $text }”? Skriv den också, till exempel: varannan tisdag 09:00
    [month-day] Vilken dag i månaden menar du med ”{ $text }”? Skriv till exempel: andra tisdagen i månaden 09:00
    [fifth] Du skrev ”{ $text }”, men alla månader har inte en femte av varje veckodag. Skriv den första till fjärde, eller till exempel: sista tisdagen i månaden 09:00
    [time] Vilken tid på dagen menar du? Skriv den med fyra siffror, till exempel 09:00 eller 13:30.
    [contradictory] Delarna i ”{ $text }” går inte ihop. Skriv en dag, till exempel: tisdag 2 mars 09:00. Eller hur ofta, till exempel: varannan tisdag 09:00
    [several] I ”{ $text }” finns fler än en dag eller tid. Skriv en dag och bara när ni börjar, till exempel: tisdag 09:00
   *[nothing] Jag förstår inte när du menar med ”{ $text }”. Skriv till exempel: varannan tisdag 09:00, andra tisdagen i månaden 13:30, eller en enda dag: 2 mars 09:00
}
error-unclear-time = Menar du { $early } eller { $late } med ”{ $text }”? Skriv tiden med fyra siffror, till exempel { $late }.
error-bad-time = Klockan kan inte bli { $text }. Skriv tiden med fyra siffror, till exempel 09:00 eller 13:30.
error-bad-date = Datumet i ”{ $text }” finns inte i kalendern, eller ligger för långt bort. Skriv till exempel 2 mars eller 2027-03-02.
error-bad-weeks = Jag förstår inte vilka veckor du menar med ”{ $text }”. Skriv veckonummer mellan 1 och 53, till exempel: 8, 44 och 51–1
error-past-when = { $text } har redan varit. Välj en dag och en tid som kommer.
