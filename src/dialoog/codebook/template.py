"""A codebook to start from."""

from __future__ import annotations

import json

_TEMPLATE = """\
# Codeboek voor dialoog. Thema's zeggen waar een zin over gaat, beweringen wat hij beweert.
# Termen: een woord (vindt elke verbuiging en samenstelling), een woordgroep, "stam*" of "*deel".

[codebook]
id = {id}
title = {title}
language = "nl"
version = "1"

[[theme]]
id = "voorbeeldthema"
label = "Voorbeeldthema"
definition = "Waar het thema over gaat, in een zin. Niet: wat er net buiten valt."
terms = ["voorbeeld", "ter illustratie", "illustrat*"]

[[claim]]
id = "voorbeelden-helpen"
label = "Voorbeelden helpen"
theme = "voorbeeldthema"
statement = "Met voorbeelden wordt een codeboek beter."
affirms = [
  "Aan een goed voorbeeld heb je meer dan aan een definitie.",
  "Dankzij voorbeelden coderen we allemaal hetzelfde.",
]
denies = ["Voorbeelden maken een codeboek niet beter, alleen langer."]
"""


def codebook_template(codebook_id: str, title: str = "Titel van het codeboek") -> str:
    """The text of a small, valid codebook that shows every part of the format."""
    return _TEMPLATE.format(
        id=json.dumps(codebook_id, ensure_ascii=False),
        title=json.dumps(title, ensure_ascii=False),
    )
