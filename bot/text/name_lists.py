"""Names that are common in Sweden, and words that are both a name and something else.

All are written as `fold` writes them: lower case, and no accents but å, ä and ö.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


COMMON = _words(
    """
    adam agnes agneta alexander alfred alice alma alva amanda anders andreas angelica anita ann
    anna annika anton arne arvid astrid axel barbro bengt benjamin berit bert bertil birgitta
    björn bo bosse britt bror calle camilla carina carl caroline casper cecilia charlotte christer
    christian christina christoffer claes conny cornelia curt dag dan daniel david doris ebba
    edvard edvin elias elin elisabet elisabeth ella ellen elsa elvira emelie emil emma erik ester
    eva evelina fanny felicia filip folke frank fredrik frida gabriel georg gerd gittan greta gun
    gunilla gunnar gustav göran gösta hampus hanna hannah hans harald hasse hedvig helen helena
    henrik herman hilda hugo håkan ida inga ingegerd ingela ingemar inger ingrid ingvar irene
    isabelle isak jakob jan jennifer jenny jens jerker jesper jessica jimmy joakim jocke johan
    johanna johnny jonas jonatan jonna josef josefin josefine julia jörgen kaj kajsa kalle karin
    karl kenneth kent kerstin kicki kim kjell klara klas kristina kristoffer kurt lars lasse leif
    lena lennart liam lillemor lina linda linn linnea linus lisa lisbeth louise lova love lovisa
    lucas ludvig lukas madeleine magdalena magnus maj maja malin marcus margareta maria marianne
    marie markus martin mathias matilda mats mattias maud max melker micke mikael mira moa mona
    monica monika måns nathalie nellie niklas nils nina nisse noah nora ola oliver olle olof oscar
    oskar otto ove patrik paul paula pelle per pernilla peter petra pia ragnar ragnhild rasmus
    rebecka rickard rikard robban robert robin roger roland rolf ronja ronny rune rut ruth saga
    samuel sandra sara sebastian signe sigrid simon siv sixten sofi sofia sofie solveig sonja
    staffan stefan stella stellan sten stig stina sture susanne svante sven theo theodor therese
    thomas tilda tina tobbe tobias tomas tommy torbjörn tore torsten tova tove tuva tyra ulf ulla
    ulrika urban valter vera viggo viktor viktoria vilgot vincent vivianne william wilma ylva
    yngve yvonne åke åsa örjan
    """
)
"""First names that have been among the most usual in Sweden, of all ages."""

FROM_ELSEWHERE = _words(
    """
    abdi abdirahman abdullah abel adnan agnieszka ahmad ahmed ahmet aida aisha aleksandra ali amal
    amina amir amira andrei andrzej anh anisa arben arta asha ayaan ayse azad bilal blerim carlos
    carmen daniela danijela dariusz dawit dilan dragan ebrima edin elena elif emine emir ewa farah
    farhad fatima fatma fatuma fawzia fereshteh goran habiba hamid hamza hana haris hasan hassan
    hawa hiwa hodan hossein hussain hussein ibrahim iman ioana irina ismail ivan ivana jafar jamal
    jasmin jasmina jelena jesus jorge jose juan kamal karim katarzyna khadija khaled khalid
    krzysztof lamin layla leila lejla leyla linh luis magda mahmoud malgorzata marek mariam maryam
    masoud mehdi mehmet mehret miguel mihai milan mina mirjana modou mohamad mohamed mohammad
    mohammed muhammad muna mustafa nadia nadja nasrin natalia nawal neda nguyen nimo noor nour
    noura oksana oleg olga omar osman parisa pawel piotr rahma rania rebin reza rojin rosa sahar
    said salma samira sana selam selma senad sergej shirin shler sofija somchai soran suad
    svetlana tatiana tatjana tesfay tomasz waleed xin yasmin yonas yulia yusuf zahra zainab zaynab
    zeynep zoran
    """
)
"""First names that many in Sweden have from Albanian, Arabic, Bosnian, Kurdish, Persian, Polish,
Russian, Serbian, Somali, Spanish, Turkish, Vietnamese and other languages."""

WORDS_TOO = _words(
    """
    ann april ask august axel berg bill björk björn blad blom bo borg brand brant bro bror brun
    bäck dag dahl dal dan ek eke eld ester falk fast flink flod fors frank fred frid frisk frost
    fura fält glad grace gran grann gren grip grop grund grå grön gun gård hage hall hammar han
    hans hav hed heder hjort holm hope hård hägg hög höst iman inga jan jasmin jesus joy juli juni
    kaj kall karl kind klang klar klara klint klok kraft krans krok kron krona kula kung kvist
    källa lager land lantz lax lejon lilja lina lind linda linde liv ljung ljus lo lod lov lova
    love lugn lund lust lycka låg lång lös löv maj malm man mark max may mild mina modig mor most
    my mård mörk nada natt noll nord norr nova ny näs ost palm par per pil pott quick rask rik
    rita ro rolig ros rosa rosen rut röd rönn saga said sal sam sana sand sann sanna sjö skarp
    skog skott skär sköld slätt smed snygg snäll sol sommar spets stad stark stav stella sten stig
    stolt stor storm strand ström ståhl stål sund svan svensk svärd säll söder tage tall tapp
    tapper tea ted tegel tid tim tina tok tom tor torg torn tova trygg tuva tång udd ung urban
    vall vass vid vide vik vild vill vinter viola vit vår väg väster wall will åke åker ås äng
    ängel örn öst öster
    """
)
"""Names that are ordinary words as well, in Swedish or English: a name only with a capital."""

NO_NAMES = _words(
    """
    admin af al am and av avd avdelning avdelningen barnskötare bibliotek bin chef de den der det
    di dr du el en enhetschef ett ev extra fritids från för förskola förskollärare grupp gruppen
    helg hemtjänst hr i it kansli kock kommun kontor kväll kök köket la lag le ledare lokalvård
    lokalvårdare lärare med mr mrs natt och personal på reception rektor resurs samordnare
    sjuksköterska skola som ssk städ städare team test the till tillsvidare timvikarie trafik
    undersköterska usk vaktmästare van verkstad vikarie von vård år
    """
)
"""What people put beside their name in a chat, and small words in surnames."""

AFTER_A_NAME = _words(
    """
    and brukar fick får gick gjorde går gör hade har has is jobbar kan kom kommer kunde lovade
    ringde sa sade said says ska skrek skriker skulle sköter slutade som säger tar tog tycker vet
    vill ville är
    """
)
"""Words, mostly verbs, after which the capital word that began the sentence is somebody."""
