"""What people are called by their work, their rank or their office.

Word lists as patterns without word boundaries, for names (a role before a name is no
part of it) and for perspectives (a role says from where somebody looks).
"""

from __future__ import annotations

import re

RANK = (
    r"(?:\w+-?)?hoogleraar|hoogleraarschap|professor|prof\.|(?:associate |deeltijd|praktijk|\w+-)?lector(?:e)?|practor|hoofddocente?|"
    r"universitair (?:hoofd)?docente?|(?:assistant|associate|full) professor|senior lecturer|lecturer|research fellow|fellow|postdoc\w*|"
    r"promovend\w+|doctoraatsstudent\w*|doctoraatsonderzoek\w*|doctorand\w+|phd(?:[- ](?:candidate|student|kandidaat))?|docent-onderzoeker|"
    r"onderzoeker-docent|wetenschapper|wetenschapster|\w+wetenschapp(?:er|ster)|opleidingshoofd|decaan|vicedecaan|leerstoelhouder|wetenschappelijk (?:directeur|medewerk(?:er|ster))|academica|academicus"
)
RESEARCH = (
    r"(?!markt)(?:\w+-?)?onderzoek(?:er|ster)|navors(?:er|ster)|researcher|scientist"
)
FIELD = (
    r"(?!(?:\w{4,})?(?:cardi|gynaec|radi|neur|onc|dermat|reumat|astr|graf|pod|seksu|audi|plan)olo(?:og|ge))(?!urolo)(?:\w+-?)?(?:bioloog|biologe|socioloog|sociologe|psycholoog|psychologe|econoom|econome|historicus|historica|geograaf|antropoloog|"
    r"antropologe|filosoof|filosofe|bestuurskundige|bodemkundige|taalkundige|neerlandicus|neerlandica|ecoloog|ecologe|geoloog|geologe|meteoroloog|"
    r"criminoloog|criminologe|politicoloog|politicologe|pedagoog|pedagoge|statisticus|natuurkundige|scheikundige|sterrenkundige|archeoloog|"
    r"archeologe|epidemioloog|epidemiologe|viroloog|virologe|hydroloog|hydrologe|demograaf|demografe|wiskundige|ethicus|ethica|"
    r"astronoom|astronome|(?!tech|mus|med|mech)\w*(?:fysicus|chemicus|mathematicus|classicus)|"
    r"\w+(?:oloog|ologe))"
)
OFFICE = (
    r"wethouder|minister|staatssecretaris|(?:gemeente)?raadslid|(?:tweede|eerste )?kamerlid|statenlid|burgemeester|gedeputeerde|"
    r"fractievoorzitter|fractieleider|senator|europarlementariër|schepen|volksvertegenwoordig(?:er|ster)"
)
CITIZEN = (
    r"(?:buurt|wijk|dorps|mede)?bewon(?:er|ster)|inwon(?:er|ster)|omwonende|ervaringsdeskundige|mantelzorg(?:er|ster)|scholiere?|leerlinge?|student(?:e)?|"
    r"patiënte?|burger|gepensioneerde"
)
LEADING = r"presentat(?:or|rice)|gespreksleid(?:er|ster)|moderator|interview(?:er|ster)|dagvoorzitter|verslagge(?:ver|efster)|(?:podcast)?host"
# A journalist may be a guest or the one who asks: what is done in the turns decides.
JOURNALIST = r"(?:\w+-?)?journaliste?|(?:\w+-?)?redact(?:eur|rice|trice)"
# Heads of compounds: "personeelsdirecteur", "jeugdverpleegkundige".
_COMPOUND = (
    r"manager|directeur|directrice|eigenaar|eigenares|eigenaresse|oprichter|oprichtster|ondernem(?:er|ster)|adviseur|adviseuse|consultant|consulent|specialiste?|"
    r"expert|hoofd|leid(?:er|ster)|beheer(?:der|ster)|trainer|trainster|coach|ontwerp(?:er|ster)|ontwikkela(?:ar|arster)|medewerk(?:er|ster)|coördinator|"
    r"coördinatrice|verpleegkundige|verzorgende|arts|chirurg|therapeute?|leraar|lerares|leerkracht|agent|agente|commissaris|voerder|bakker|boer|boerin|kweker|"
    r"schipper|monteur|chauffeur|planner|timmerman|bouwer|maker|maakster|opzichter|wachter|strateeg|strategiste?|verantwoordelijke|bestuur(?:der|ster)|chef|"
    r"baas|meester|werk(?:er|ster)|secretaris|voorlicht(?:er|ster)|woordvoer(?:der|ster)|inspecteur|jurist|juriste|advocaate?|makelaar|handelaar|winkelier|"
    r"dekker|loodgieter|schilder|kapper|kapster|smid|slager|visser|tuinier|technicus|operator|analiste?|programmeur|regisseur|architecte?|tekstschrijv(?:er|ster)|"
    r"assistente?|stagiaire?|ambtenaar|ambtenares|griffier|instructeur|docente?|begeleid(?:er|ster)|cardioloog|gynaecoloog|radioloog|neuroloog|uroloog|oncoloog|"
    r"dermatoloog|anesthesiste?|internist|psychiater"
)
_FUNCTION = (
    r"logopediste?|verloskundige|(?:con|pro|vice)?rector|provoost|machinist|machiniste|kok|imker|conciërge|archivaris|bibliothecaris|conservator|notaris|marketeer|"
    r"communicatie(?:man|vrouw)|zaakvoer(?:der|ster)|ceo|cmo|cfo|cto|coo|zzp['’]er|freelancer?|hovenier|brigadier|rechercheur|"
    r"hoofdagent|wijkagent|brandweer(?:man|vrouw)|stukadoor|glazenier|goudsmid|restaurat(?:or|rice)|vroedvrouw|kraamverzorgende|tandarts|apotheker|accountant|"
    r"planoloog|planologe|stedenbouwkundige|dirigent|muzikant|acteur|actrice|dichter|schrijver|schrijfster|fotograaf|fotografe|vormgever|vormgeefster|intendant|"
    r"kwartiermaker|kwartiermaakster|juf|dominee|pastoor|imam|dokter|officier|rechter|sergeant|kapitein|marconist|ambulancier|"
    r"head of \w+|chief \w+(?: \w+)? officer|founder|co-?founder|owner|data scientist|engineer|developer|designer|recruiter|community manager"
)
FUNCTION = rf"(?:\w+-?)?(?:{_COMPOUND})|{_FUNCTION}"

_TITLES = frozenset(
    [
        "prof", "professor", "dr", "drs", "ir", "ing", "mr", "em", "emeritus", "dra", "ds", "lic", "mevr", "mevrouw", "mw",
        "dhr", "meneer", "mijnheer", "heer", "jhr", "bc", "msc", "phd", "dokter", "meester", "juf", "zuster", "broeder",
    ]
)  # fmt: skip
_RELATIONS = frozenset(
    [
        "collega", "vriend", "vriendin", "buurman", "buurvrouw", "broer", "zus", "vader", "moeder", "zoon", "dochter",
        "man", "vrouw", "de", "het", "een", "zijn", "haar", "hun", "ons", "onze", "mijn", "en", "in", "op",
    ]
)  # fmt: skip
_WORD = re.compile(
    rf"(?:{RANK}|{RESEARCH}|{FIELD}|{OFFICE}|{CITIZEN}|{LEADING}|{JOURNALIST}|{FUNCTION}|voorzit(?:ter|ster))(?:s|en|n)?",
    re.IGNORECASE,
)
_OFFICE_WORD = re.compile(OFFICE, re.IGNORECASE)


def is_title(word: str) -> bool:
    """True for what stands before a name and is never part of it: "Dr.", "Meester"."""
    return word.rstrip(".").casefold() in _TITLES


def is_role(word: str) -> bool:
    """True if a word says what somebody is: "Redactrice", "Jeugdverpleegkundige"."""
    return bool(_WORD.fullmatch(word))


def is_person(word: str) -> bool:
    """True if a lower-case word before a name speaks of a person."""
    return is_role(word) or is_title(word) or word in _RELATIONS


def is_office(word: str) -> bool:
    """True for a public office: "Burgemeester"."""
    return bool(_OFFICE_WORD.fullmatch(word))
