"""Names of people as Dutch writes them: given name, tussenvoegsels, surname."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from dialoog.edition.roles import is_office, is_person, is_role, is_title

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

PARTICLES = (
    "van|de|der|den|het|ter|ten|te|in|op|aan|'t|’t|'s|’s|von|zu|la|le|du|da|di|dos|el|al|ben|ibn|bin|y|"
    "Van|De|Der|Den|Ter|Ten|Te|El|Al|Ben|Von|La|Le|Du|Da|Di|Mc"
)
_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĬĮİĶĹĻĽŁŃŅŇŌŐŘŚŞŠŢŤŪŮŰŲŹŻŽ]"
_LETTER = r"(?:[^\W\d_]|[\u0300-\u036f])"
_WORD = rf"{_CAPITAL}(?:{_LETTER}|[’'](?=[^\W\d_]))*(?:-{_LETTER}+)*"
# A name does not run over a line end.
_GAP = r"[ \u00a0]"
_INITIALS = rf"(?:{_CAPITAL}[a-z]?\.{_GAP}?)+"
# "Femke Oosting", "Oda van Lith", "S. Ottens", "Anne-Fleur de Wit-van 't Hoff"
_FULL_NAME = re.compile(
    rf"(?<![\w.&])(?<!&\s)(?:{_INITIALS}{_GAP}?(?:\({_WORD}\){_GAP})?|{_WORD}{_GAP}){_GAP}?(?:(?:{PARTICLES}){_GAP})*(?:[dl][’'])?{_WORD}"
    rf"(?:{_GAP}(?:(?:{PARTICLES}){_GAP})*(?:[dl][’'])?{_WORD}){{0,3}}(?!\w)"
)
_PARTICLE = re.compile(rf"(?:{PARTICLES})")
_EMPLOYED = re.compile(rf"(\S+(?:\s(?:{PARTICLES}))*\s\S+)\s(?:van|bij|aan|uit)\s")
# "Tom Vercruysse van Natuurpunt Dender", as against "Anna Maria van Dam".
_OF_TWO_WORDS = re.compile(
    rf"({_WORD}(?:\s(?:{PARTICLES}))*\s{_WORD})\s(?:van|bij|aan)\s{_WORD}\s{_WORD}$"
)
# "Corrie Meeuwsen in de Grote Kerk", as against "Maria in 't Veld".
_PLACED = re.compile(
    rf"({_WORD}(?:\s(?:{PARTICLES}))*\s{_WORD})\s(?:in|op|te|aan)\s(?!'t|’t)"
)
# "Data Scientist", "Chief Executive Officer", "Senior Vice President". What is a title only
# behind a rank may be a surname too; two words may be the person ("Anna Kolk Manager").
_RANKS = (
    rf"(?:(?:Chief|Senior|Junior|Lead|Head|Principal|Managing|Executive|Vice|Associate|Assistant|Deputy|General|"
    rf"Global|Regional|Creative|Research|Teaching|Scrum|Strategic){_GAP})+"
)
_ENGLISH_TITLE = re.compile(
    rf"(?:(?:{_RANKS}(?:{_WORD}{_GAP}){{0,2}}?|{_WORD}{_GAP}|(?:{_WORD}{_GAP}){{2}}(?={_WORD}(?:{_GAP}{_WORD}){{2}}))"
    r"(?:Officer|Scientist|Researcher|Engineer|Manager|Director|Developer|Designer|Analyst|Consultant|Strategist|"
    r"Owner|Producer|Economist|Lecturer|Professor|Recruiter|Technologist)"
    rf"|{_RANKS}(?:Executive|President|Partner|Fellow|Editor|Master|Architect|Adviser|Advisor|Specialist|"
    rf"Coordinator|Nurse|Planner|Coach))(?!\w){_GAP}?"
)
HONORIFIC = re.compile(
    r"(?:(?:de\s+heer|mevrouw|meneer|mijnheer|mevr\.?|mw\.?|dhr\.?|mr\.?|drs\.?|dr\.?|"
    r"ir\.?|ing\.?|prof\.?|professor|minister|staatssecretaris|wethouder|burgemeester|"
    r"raadslid|kamerlid|gedeputeerde|dokter|em\.|dra\.|ds\.|lic\.)\s+)+",
    re.IGNORECASE,
)
# Words that start a sentence or name a thing, so that no name starts with them.
_NOT_A_NAME = frozenset(
    [
        "Aan",
        "Bijlage",
        "Transcript",
        "Transcriptie",
        "Opname",
        "Respondent",
        "Pagina",
        "Figuur",
        "Tabel",
        "Hoofdstuk",
        "Groep",
        "Thema",
        "Scriptie",
        "Af",
        "Al",
        "Alle",
        "Als",
        "Andere",
        "Bij",
        "Binnen",
        "Boven",
        "Buiten",
        "Daar",
        "Daarna",
        "Daarom",
        "Dan",
        "Dat",
        "De",
        "Deze",
        "Die",
        "Dit",
        "Door",
        "Drie",
        "Duo",
        "Een",
        "Eén",
        "En",
        "Er",
        "Ergens",
        "Even",
        "Haar",
        "Het",
        "Hier",
        "Hij",
        "Hoe",
        "Hun",
        "In",
        "Is",
        "Ja",
        "Maar",
        "Met",
        "Mijn",
        "Na",
        "Naar",
        "Naast",
        "Nee",
        "Nog",
        "Nu",
        "Of",
        "Om",
        "Onder",
        "Ons",
        "Onze",
        "Ook",
        "Op",
        "Over",
        "Samen",
        "Sinds",
        "Te",
        "Tegen",
        "Ten",
        "Ter",
        "Terwijl",
        "Toch",
        "Toen",
        "Tot",
        "Tussen",
        "Twee",
        "Uit",
        "Van",
        "Vanuit",
        "Veel",
        "Vier",
        "Volgens",
        "Voor",
        "Vraag",
        "Waar",
        "Waarom",
        "Want",
        "Wat",
        "We",
        "Wel",
        "Welke",
        "Wie",
        "Wij",
        "Ze",
        "Zes",
        "Zij",
        "Zijn",
        "Zo",
        "Zoals",
        "Zonder",
        "Behalve",
        "Dankzij",
        "Ondanks",
        "Vanaf",
        "Rond",
        "Achter",
        "Langs",
        "Soms",
        "Misschien",
        "Gisteren",
        "Morgen",
        "Vandaag",
        "Straks",
        "Laatst",
        "Eerst",
        "Later",
        "Vroeger",
        "Intussen",
        "Ondertussen",
        "Bovendien",
        "Daarbij",
        "Waarop",
        "Wanneer",
        "Zodra",
        "Omdat",
        "Hoewel",
        "Zolang",
        "Geen",
        "Iedereen",
        "Niemand",
        "Iemand",
        "Zowel",
        "Volgend",
        "Vorig",
        "Elke",
        "Ieder",
        "Iedere",
        "Inmiddels",
        "Natuurlijk",
        "Helaas",
        "Gelukkig",
        "Vooral",
        "Alleen",
        "Zelfs",
        "Juist",
        "Meestal",
        "Vaak",
        "Nooit",
        "Altijd",
        "Ik",
        "Jij",
        "Je",
        "U",
        "Jullie",
        "Mij",
        "Dag",
        "Hallo",
        "Hoi",
        "Beste",
        "Lieve",
        "Welkom",
        "Goedemorgen",
        "Goedemiddag",
        "Goedenavond",
        "Bedankt",
        "Dank",
        "Zeg",
        "Dubbelinterview",
        "Dubbelgesprek",
        "Interview",
        "Tweegesprek",
        "Vraaggesprek",
        "Gesprek",
        "Portret",
        "Gast",
        "Gasten",
        "Host",
        "Tekst",
        "Foto",
        "Beeld",
        "Bron",
        "Door",
        "Publicatiedatum",
        "Datum",
    ]
)
# Heads of organisations, places and products: no person is called so.
_ORGANISATION = re.compile(
    r"(?i:\b\w*(?:universiteit|university|hogeschool|college|academie|instituut|"
    r"stichting|vereniging|gemeente|provincie|ministerie|museum|ziekenhuis|school|kliniek|praktijk|boerderij|kwekerij|bedrijf|keten|fabriek|corporatie|winkel|brandweer|politie|"
    r"magazine|blad|krant|groep|bank|zorg|lab|bureau|archief|theater|partij|lijst|"
    r"faculteit|campus|centrum|raad|lyceum|omroep|drukkerij|brouwerij|vakbond|unie|fonds|platform|podcast|media|holding)\b)"
)
# What stands before the name of an organisation or a place, not of a person.
_BEFORE_ORGANISATION = re.compile(
    r"(?:\b(?:in|uit|naar|te)[ \t]+(?:(?:de|het|een)[ \t]+)?"
    r"|\bbij[ \t]+(?:de[ \t]|het[ \t]|een[ \t])?(?:[a-zà-ÿ-]+[ \t]+){0,2}"
    r"|\b[a-zà-ÿ-]*(?:bakkerij|drukkerij|brouwerij|branderij|rederij|smederij|slagerij|uitgeverij|makerij|wasserij|bureau|bedrijf|keten|ziekenhuis|school|kliniek|praktijk|boerderij|kwekerij|bedrijf|keten|fabriek|corporatie|winkel|brandweer|politie|kliniek|corporatie|"
    r"universiteit|stichting|vereniging|gemeente|magazine|blad|theater|groep|schap|"
    r"boerderij|kwekerij|bank|winkel|zorg|kotter|archief|museum)[ \t]+)$"
)
_OCCUPATION_END = re.compile(
    r"(?:loog|loge|oom|kundige|ist|iste|eur|euse|teur|tor|trix|arts|graaf|grafe|aris|maker|wetenschapper|"
    r"[bdfgklmnprstvz]er|ster|man|vrouw|hoofd|chef|coach|tecte?|trice|icus|ica|aar|ares|eres|ent|ente|ant|ante)$"
)


_TITLE_WORDS = frozenset(
    ["MET", "EEN", "EN", "OVER", "NAAR", "BIJ", "UIT", "VOOR", "DOOR"]
)
_OF_A = frozenset(["de", "het", "een", "van"])
_TOKEN = re.compile(r"\S+")
_ACRONYM = re.compile(r"(?:de\s|het\s)?[A-Z]{2,}\b(?!\.)")
_ARTICLE = re.compile(r"(?:De|Het)\s")
# "van ngo Schone Lucht", as against "van tuinman Jan Smit"
_WORD_BEFORE = re.compile(r"(?<!\w)(?P<noun>[a-zà-ÿ][\w-]*)[ \t]+$")
_NOUN_BEFORE = re.compile(
    r"\b(?:van|voor|aan)[ \t]+(?:(?:de|het|een)[ \t]+)?(?P<noun>[a-zà-ÿ][\w-]*)[ \t]+$"
)
_GIVEN_IN_BRACKETS = re.compile(rf"{_INITIALS}{_GAP}*\(({_WORD})\){_GAP}*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name as it stands at `start` to `end` of a text.

    `before` holds a capitalised word cut off because it ends like an occupation; it may
    still be a given name ("Rutger Alexander Witteveen"). `starts` says that a capital
    is due to the place: the first word need not be of the name ("Dijkgraaf").
    """

    text: str
    start: int
    end: int
    before: str = ""

    starts: bool = False

    @property
    def first(self) -> str:
        """Given name or initials, folded."""
        return self.text.split()[0].casefold()

    @property
    def last(self) -> str:
        """Surname with its tussenvoegsels, folded."""
        return " ".join(self.text.split()[1:]).casefold()

    @property
    def bare_last(self) -> str:
        """Surname without tussenvoegsels, folded."""
        words = self.text.split()[1:]
        while len(words) > 1 and _PARTICLE.fullmatch(words[0]):
            words = words[1:]
        return " ".join(words).casefold()

    @property
    def forms(self) -> tuple[str, ...]:
        """The folded forms by which a label may name this person."""
        return (self.text.casefold(), self.first, self.last, self.bare_last)

    @property
    def initials(self) -> str:
        """First letters of all parts: "mz", "jdv"."""
        parts = self.text.replace("-", " ").split()
        return "".join(part[0] for part in parts if part[0].isalpha()).casefold()


def find_names(text: str, labels: Collection[str] = ()) -> Iterator[Name]:
    """Yield what looks like the full name of a person, in order.

    Words that start a sentence and names of organisations are not names. Titles and
    roles before a name ("Dr.", "Redactrice", "Chief Scientist") are left out.

    Args:
        text: Where to look.
        labels: Of the dialogue; "Van Galen Last" among them is a surname.
    """
    for match in _FULL_NAME.finditer(text):
        start, words = match.start(), match.group()
        at_start = _starts_sentence(text, start)
        offset, before, role, office = _leading_words(words, at_start)
        if not at_start and _ARTICLE.match(words):
            continue  # "restaurant De Zoute Kom"
        if title := _ENGLISH_TITLE.match(words, offset):
            offset, role = title.end(), True
        whole = words[offset:]
        words = _without_employer(whole, office=office)
        if _is_surname(whole[len(words) :].lstrip(), text, labels):
            words = whole
        start += offset
        named = len(words.split()) > 1 and not words[0].islower()
        if named and not _is_organisation(text, start, words, role=role):
            end = start + len(words)
            called = _called(words)
            yield Name(
                text=composed(called),
                start=start,
                end=end,
                before=before,
                starts=at_start and offset == 0,
            )


def composed(words: str) -> str:
    """Return a name with single spaces and its accents in one character."""
    return unicodedata.normalize("NFC", " ".join(words.split()))


def _called(words: str) -> str:
    """Take the given name in brackets: "A.M. (Anneke) van den Berg"."""
    match = _GIVEN_IN_BRACKETS.match(words)
    return f"{match[1]} {words[match.end() :]}" if match else words


def _without_employer(words: str, *, office: bool) -> str:
    """Cut "Wietske Hofland van Thuiszorg De Linde" before the organisation or place.

    What follows an office holder is a place: "Burgemeester Theo Rijnders van Oudewater".
    """
    placed = _PLACED.match(words) or _OF_TWO_WORDS.match(words)
    words = placed[1] if placed else words
    match = _EMPLOYED.match(words)
    if not match:
        return words
    employer = _ORGANISATION.search(words, match.end(1)) or _ACRONYM.match(
        words, match.end()
    )
    return match[1] if employer or office else words


def _is_surname(words: str, text: str, labels: Collection[str]) -> bool:
    """True for "van Galen Last" where the text calls somebody "Van Galen Last".

    At the start of a sentence the capital says nothing, unless the words are a label.
    """
    if not _PARTICLE.match(words):
        return False
    alone = words[0].upper() + words[1:]
    if alone in labels:
        return True
    for match in re.finditer(rf"(?<!\w){re.escape(alone)}(?!\w)", text):
        if not _starts_sentence(text, match.start()) or text[match.end() :][:1] == ":":
            return True
    return False


def _is_organisation(text: str, start: int, words: str, *, role: bool) -> bool:
    if role:
        return False
    if words.isupper() and _TITLE_WORDS & set(words.split()):
        return True  # a title in capitals
    if _ACRONYM.match(words) and not words.isupper():
        return True  # "TU Delft"
    noun = _WORD_BEFORE.search(text, max(start - 60, 0), start)
    if noun and is_role(noun["noun"]):
        return bool(_ORGANISATION.search(words))
    before = _BEFORE_ORGANISATION.search(text, max(start - 60, 0), start)
    if before or _ORGANISATION.search(words):
        return True
    noun = _NOUN_BEFORE.search(text, max(start - 60, 0), start)
    if not noun:
        return False
    return not is_person(noun["noun"]) and not _looks_like_role(noun["noun"])


def _starts_sentence(text: str, start: int) -> bool:
    before = text[max(start - 3, 0) : start].rstrip(" \t\u00a0*_#“‘\"'")
    return not before or before[-1] in ".!?:\n\r|–—·>"


def _leading_words(words: str, at_start: bool) -> tuple[int, str, bool, bool]:
    """What stands before the name: its length, a doubtful word, if a role, an office."""
    parts = list(_TOKEN.finditer(words))
    before, role, office = "", False, False
    for index in range(2, len(parts) - 1):
        # "Vragen van het Statenlid Els Pol"
        if parts[index - 1].group() in _OF_A and is_role(parts[index].group()):
            rest = [part.group() for part in parts[index + 1 :]]
            if sum(word[0].isupper() for word in rest) > 1:
                return (
                    parts[index + 1].start(),
                    "",
                    True,
                    is_office(parts[index].group()),
                )
    for index, part in enumerate(parts[:-1]):
        head = part.group()
        capitals = sum(other.group()[0].isupper() for other in parts[index + 1 :])
        if capitals and (head in _NOT_A_NAME or is_title(head)):
            role = role or is_title(head)
        elif capitals > 1 and is_role(head):
            role, office = True, is_office(head)
        elif capitals > 1 and role and _ORGANISATION.fullmatch(head):
            continue  # "Lector Media Agnes Tollenaar"
        elif capitals > 1 and at_start and index == 0 and _looks_like_role(head):
            before = head
        else:
            return part.start(), before, role, office
    return (parts[-1].start() if parts else 0), before, role, office


def _looks_like_role(word: str) -> bool:
    return len(word) > 5 and bool(_OCCUPATION_END.search(word))


def is_full_name(label: str) -> bool:
    """True for a given name with a surname, as against "Jan", "Van Dam" or "J. Dam"."""
    words = label.split()
    return (
        len(words) > 1
        and all(len(word) > 2 and word[0].isupper() for word in (words[0], words[-1]))
        and not words[0].endswith(".")
        and not _PARTICLE.fullmatch(words[0])
        and not label.isupper()
        and not _ENGLISH_TITLE.fullmatch(label)
    )


_ADDRESS = re.compile(r"(?:mw|mevr|dhr|hr)\.?\s", re.IGNORECASE)


def presentable(label: str) -> str:
    """Return a label as the name of a speaker.

    "De heer Zwanikken" is Zwanikken; an abbreviated form of address stays, because it is
    how a source names somebody without a given name ("Mw. Vrolik").
    """
    return label if _ADDRESS.match(label) else without_honorific(label)


@lru_cache(maxsize=4096)
def without_honorific(label: str) -> str:
    """Return a label without "De heer", "Mevrouw", "Minister", "dr." before the name."""
    match = HONORIFIC.match(label)
    rest = label[match.end() :] if match else label
    return rest if rest[:1].isupper() or _PARTICLE.match(rest) else label
