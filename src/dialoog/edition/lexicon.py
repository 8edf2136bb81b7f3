"""The words by which Dutch editions mark roles, metadata, closings and furniture.

Word lists only; what they decide is in the modules that use them. None of them names a
person: who speaks follows from structure.
"""

from __future__ import annotations

import re

# Labels of those who ask, folded, without "de" and final stop.
MODERATOR_LABELS = frozenset(
    [
        "mod",
        "i",
        "int",
        "interviewer",
        "interviewster",
        "v",
        "vraag",
        "vragen",
        "q",
        "moderator",
        "gespreksleider",
        "gespreksleidster",
        "presentator",
        "presentatrice",
        "host",
        "voorzitter",
        "redactie",
        "red",
        "verslaggever",
        "verslaggeefster",
        "journalist",
        "onderzoeker",
        "dagvoorzitter",
        "facilitator",
        "begeleider",
    ]
)
# Of these the letter or word stands for "Interviewer".
INTERVIEWER_LABELS = frozenset(
    ["i", "int", "interviewer", "interviewster", "v", "vraag", "q"]
)
RESPONDENT_LABELS = frozenset(
    [
        "r",
        "resp",
        "respondent",
        "respondente",
        "a",
        "antwoord",
        "geïnterviewde",
        "gast",
        "b",
        "befragte",
    ]
)
# Of everybody, or of whom nobody could tell.
CROWD_LABELS = frozenset(
    ["allen", "all", "onbekend", "zaal", "publiek", "unknown", "unknown speaker"]
)
EXPANDED_LABELS = {"red": "Redactie", "redactie": "Redactie", "mod": "Moderator"}
ROLE_LABELS = (
    MODERATOR_LABELS
    | RESPONDENT_LABELS
    | frozenset(
        [
            "allen",
            "all",
            "spreker",
            "speaker",
            "deelnemer",
            "onbekend",
            "zaal",
            "publiek",
        ]
    )
)

# What stands before a colon, or alone on a line, and is nobody.
NOT_SPEAKERS = frozenset(
    [
        "aantal",
        "aanwezig",
        "aanwezigen",
        "achtergrond",
        "advertentie",
        "afbeelding",
        "aflevering",
        "afwezig",
        "agenda",
        "antwoorden",
        "auteur",
        "auteurs",
        "beeld",
        "belangrijk",
        "bestand",
        "bestandsnaam",
        "betreft",
        "bijlage",
        "bijschrift",
        "bron",
        "bronnen",
        "colofon",
        "conclusie",
        "contact",
        "cc",
        "contactpersoon",
        "copyright",
        "correctie",
        "credits",
        "dag",
        "datum",
        "deel",
        "deelnemers",
        "deel",
        "delen",
        "door",
        "duur",
        "eindredactie",
        "email",
        "e-mail",
        "figuur",
        "foto",
        "foto's",
        "fotografie",
        "format",
        "functie",
        "gasten",
        "geplaatst",
        "gepubliceerd",
        "gesprek",
        "illustratie",
        "in",
        "inleiding",
        "instellingen",
        "interview",
        "is",
        "kader",
        "kern",
        "klik",
        "kortom",
        "lees",
        "leeftijd",
        "leestijd",
        "legenda",
        "lengte",
        "let",
        "link",
        "locatie",
        "meer",
        "met",
        "methode",
        "muziek",
        "naam",
        "nb",
        "noot",
        "nummer",
        "ondertitel",
        "onderwerp",
        "onderzoeksvraag",
        "online",
        "openingstijden",
        "opmerking",
        "opname",
        "opnamedatum",
        "organisatie",
        "over",
        "plaats",
        "podcast",
        "prijs",
        "project",
        "ps",
        "publicatiedatum",
        "reactie",
        "reacties",
        "redactioneel",
        "regie",
        "resultaat",
        "rubriek",
        "samenvatting",
        "samengevat",
        "serie",
        "sprekers",
        "stelling",
        "tabel",
        "taal",
        "tags",
        "tekst",
        "thema",
        "tijd",
        "tijdstip",
        "tip",
        "tips",
        "titel",
        "toelichting",
        "transcript",
        "transcriptie",
        "tot",
        "uitgever",
        "uitzending",
        "update",
        "van",
        "versie",
        "verslag",
        "vervolg",
        "vertaling",
        "video",
        "voetnoot",
        "voorbeeld",
        "waarschuwing",
        "website",
        "wie",
        "zie",
        *("bcc", "date", "from", "sent", "subject", "to", "verzonden"),
        "aan",
        "kop",
        "notulist",
        "bereikbaarheid",
        "beheer",
        "vragen",
    ]
) - {"vragen"}

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan",
            "februari feb febr",
            "maart mrt",
            "april apr",
            "mei",
            "juni jun",
            "juli jul",
            "augustus aug",
            "september sep sept",
            "oktober okt",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}

# A heading (or a line) that opens what follows the dialogue.
CLOSING_HEADING = re.compile(
    r"(?:afsluit(?:ing|end)|tot slot|ten slotte|conclusie|samenvatt|samengevat|"
    r"tussenstand|naschrift|nawoord|ter afsluiting|slotwoord|epiloog|"
    r"wat (?:nemen? (?:we|je|jij)|we (?:onthouden|meenemen|leren)|neem(?:t)? (?:je|u) mee|onthouden we)|"
    r".*\b(?:onthouden we|nemen? (?:we|je) mee|noteert)\b|de redactie|"
    r"over (?:de |deze |het |dit )?\S|wat is \S|wie (?:is|zijn) \S)",
    re.IGNORECASE,
)
# Whatever such a line opens, it is not of the article.
FURNITURE_HEADING = re.compile(
    r"(?:lees (?:ook|meer|verder)|meer (?:lezen|over|weten|artikelen|nieuws|interviews)|"
    r"reageren\?|reageer\b|ook interessant|misschien (?:ook|vind)|gerelateerd|meest gelezen|"
    r"(?:\d+\s+)?reacties?\b|nieuwsbrief|tags?\b|deel dit|delen\b|aanmelden|abonneer|"
    r"bekijk ook|(?:luister|kijk|bekijk|zie) (?:ook|verder|terug|meer|hier)\b[^.?!:]{0,30}:|verder lezen|aanbevolen|colofon|contact$|privacy|volg ons|bronnen$|"
    r"noten$|voetnoten$|referenties$|literatuur$)",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    # Every branch begins with a letter, so that a long text is searched by that letter.
    r"c(?<=\bc)(?:ookies?|opyright)\b|nieuwsbrief|©|privacy(?:beleid|verklaring|statement)?\b|"
    r"log in om|in je mailbox|mail mij|mail (?:naar|ons)\b[^.\n]{0,40}@|aanmelden\b|inschrijven\b|"
    r"transcribed by|computer generated|meeting ended|otter\.ai|"
    r"d(?<=\bd)(?:elen (?:via|op)|it veld)\b|kopieer link|leestijd|lees ook|"
    r"alle rechten voorbehouden|adverteren|terug naar boven"
)


def tells_of_the_page(text: str) -> bool:
    """True for words about the page, the recording or the series, not the topic."""
    return bool(_FURNITURE.search(text.casefold()))


# Sentences by which the editor closes: about this text, its series or its making.
EDITORIAL_LINE = re.compile(
    r"^\W*(?:dit|het|deze|de|bovenstaande?)\s+(?:\S+\s){0,3}?(?:interview|gesprek|artikel|verslag|tekst|"
    r"dubbelinterview|versie|briefwisseling|uitzending|podcast|samenvatting|vertaling|transcript|opname|aflevering|rubriek|gesprekken|geïnterviewden?)\b[^.]{0,60}"
    r"\b(?:is|zijn|werd|werden|verscheen|verschijnt|vond|lazen|gingen?|kwam|wordt|worden)\b|"
    r"^\W*(?:dit|dat) (?:is|was) (?:een|de|het) (?:\S+\s){0,2}?(?:versie|bewerking|samenvatting|fragment|transcript|verslag|weergave)\b|"
    r"^\W*(?:de )?volgende (?:maand|week|keer|aflevering|editie)\s*:|"
    r"\b(?:is een rubriek|is de gespreksreeks|verschijnt \S+ keer|verschijnt (?:elke|iedere|maandelijks|wekelijks)|"
    r"ingekort en|verscheen eerder|lazen (?:de|deze) tekst|op leesbaarheid|"
    r"is het (?:online )?(?:vak|platform|magazine)|eerdere edities)\b",
    re.IGNORECASE,
)
# What minutes say of the meeting between the turns.
PROCEDURE = re.compile(
    r"(?:de|het) (?:\w+e )?(?:vergadering|beraadslaging|commissie\w*|raad|zitting|stemming|motie|"
    r"amendement|debat|behandeling|voorstel|besluitvorming|wetsvoorstel|agendapunt|discussie|spreektijd)\b[^?!]{0,80}\b(?:geschorst|gesloten|geopend|"
    r"hervat|beëindigd|aangenomen|verworpen|aangehouden|ingetrokken|verdaagd)\.?$|"
    r"(?:aanvang|opening|sluiting|schorsing|hervatting|einde)\s*:?\s(?:om\s)?\d{1,2}[.:]\d{2}\s?(?:uur|u\.?)?\.?$",
    re.IGNORECASE,
)
END_OF_RECORDING = re.compile(
    r"^\W*(?:einde?\s+(?:van\s+(?:de|het)\s+)?(?:opname|interview|gesprek|transcript\w*|fragment|band)\b.*|"
    r"opname\s+(?:stopt|gestopt|uit)\b.*|.*\btranscriptie gest(?:opt|art)|"
    r"(?:the )?(?:meeting|transcription|recording) (?:has )?(?:ended|stopped).*|transcribed by.*|the end|doek\b.*)\W*$",
    re.IGNORECASE,
)
