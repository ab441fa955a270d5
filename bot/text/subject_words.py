"""Which words speak for which subject: beginnings of Swedish words, and whole phrases.

A subject is known by the ids that the shipped programmes give to such tags. A tag with another id
is never suggested, and nor is "annat". A word stands here only if it nearly always means that
subject: a wrong guess costs more than none.
"""

from __future__ import annotations

from typing import Final

WORDS: Final = {
    "samarbete gemenskap arbetskamrater": """
        samarbet samverka hjälps~åt hjälper~varandra hjälpa~varandra håller~ihop kollegor~
        kollegorna kolleger arbetskamrater arbetslag~ teamkänsl gemenskap sammanhållning
        tillsammans ställer~upp
    """,
    "bemotande": """
        bemöt~ bemöts bemötande respekt~ respekter respektfull respektlös tonen ton~mot skitsnack
        skvall baktal mobb kränk hälsar bakom~ryggen otrevlig jargong snäsig
    """,
    "arbetstid schema": """
        schema arbetstid turbyt delade~tur delad~tur övertid nattpass helgpass kvällspass passen
        arbetspass ledighet ledigt semest önskeschema helger jourpass nattjobb
    """,
    "arbetsmangd": """
        stress arbetsbelast arbetsmängd arbetsbörd hinner~inte hinna~med inte~hinner
        för~mycket~att överbelast underbeman för~få tidsbrist tidspress avbruten avbrutna akut~
        dokumentation högt~tempo
    """,
    "bemanning": """
        beman vikarie sjukfrånvaro för~få personaltäthet underbeman
    """,
    "lokaler utrustning verktyg": """
        lokaler lokalen utrustning verktyg hjälpmedel personalrum omklädningsrum toalett
        ventilation dator skrivare handskar möbler trång buller bullr parkering hiss~ hissen
        inomhus belysning städning arbetskläder
    """,
    "information": """
        informat informer mejl~ mejlet mejlen veckobrev får~veta få~veta fick~veta rapporten
        kommunikation anslagstavl intranät vet~vad~som~händer överrapport oklart
    """,
    "overlamning": """
        överlämn överrapport rapporten avlämn
    """,
    "ledning chefer beslut": """
        chef ledningen ledning ledarskap beslut uppifrån politiker förvaltning styrning rektor
    """,
    "delaktighet inflytande paverka": """
        delaktig inflytande påverka vara~med~och~bestämma vara~med~och~påverka vara~med~när
        medbestäm våra~förslag våra~idéer ingen~frågar frågar~oss medverka
    """,
    "lara kunskap": """
        lära~ lärande lär~oss utbild kurs kompetens handledning fortbild introduktion föreläs
        kunskap studiebesök feedback
    """,
    "uppskattning": """
        uppskatt beröm ett~tack säger~tack säga~tack sa~tack utan~tack tack~till tackar~ uppmunt
        bekräft erkän bra~jobb klapp~på
    """,
    "aterhamtning": """
        rast~ raster rasten rasterna paus pauser återhämt vila vilar vilorum utvila sover sömn
        orkar~inte utmatt trött fikapaus lunchrast
    """,
    "trygghet": """
        trygg otrygg säkerhet hot~ hotet hotad hotfull våld överfall ensamarbet vågar rädd otäck
        skyddsombud brandskydd tillbud
    """,
    "rutiner": """
        rutin
    """,
    "moten traffarna": """
        möte apt~ arbetsplatsträff planeringsdag
    """,
    "stod hjalp": """
        stöd stötta stöttning hjälp~av
    """,
}
"""The words of a subject, by its ids. A word stands for all that begin so; `~` is the space within
a phrase, and at the end of a word its end."""
