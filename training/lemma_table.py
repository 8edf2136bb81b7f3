"""Fill the lemma table from a treebank and the Dutch lemma tables of spacy-lookups-data."""

from __future__ import annotations

import gzip
import json
from collections import Counter, defaultdict
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from dialoog.annotation.treebank import lemma, words_of
from nl_dialoog.lemmas import PARTICLE, LemmaTable, table_form, table_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from conllu import TokenList
    from conllu.models import Token

LONGEST_LEMMA: Final = 30
"""Longer entries are noise in the lists."""

_PARTS_OF_SPEECH = {"verb": "VERB", "noun": "NOUN", "adj": "ADJ"}


def build_table(sentences: Iterable[TokenList]) -> LemmaTable:
    """Make the table: dictionary entries, and over them what the treebank shows."""
    entries = dictionary_entries(
        _load("lemma_lookup"), _load("lemma_exc"), _load("lemma_index")
    )
    seen, verbs = treebank_entries(sentences)
    table = LemmaTable()
    verbs |= set(_load("lemma_index")["verb"])
    table.fill(entries | seen, (verb for verb in verbs if len(verb) <= LONGEST_LEMMA))
    return table


def treebank_entries(
    sentences: Iterable[TokenList],
) -> tuple[dict[str, tuple[str, str]], set[str]]:
    """Collect the commonest lemma of each form with its tag, and the separable verbs.

    A verb whose particle stands apart is counted without it: the table is for the form, the
    particle is joined in context.
    """
    whole: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    parted: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    verbs: set[str] = set()
    for sentence in sentences:
        words = words_of(sentence)
        heads = {token["head"] for token in words if token["deprel"] == PARTICLE}
        for token in words:
            key = table_form(token["form"], token["xpos"] or ""), token["xpos"] or ""
            if _is_separable(token):
                verbs.add(lemma(token))
            if token["id"] not in heads:
                whole[key][lemma(token)] += 1
            elif _is_separable(token):
                parted[key][token["lemma"].rsplit("_", 1)[1]] += 1
    return {
        table_key(form, tag): (form, counts.most_common(1)[0][0])
        for (form, tag), counts in (parted | whole).items()
        if counts
    }, verbs


def dictionary_entries(
    lookup: Mapping[str, str],
    exceptions: Mapping[str, Mapping[str, list[str]]],
    index: Mapping[str, Iterable[str]],
) -> dict[str, tuple[str, str]]:
    """Collect the lemma of each form by part of speech, as the dictionary has it.

    Args:
        lookup: Lemma by form, whatever the part of speech.
        exceptions: Irregular forms by part of speech.
        index: Lemmas by part of speech.
    """
    entries: dict[str, tuple[str, str]] = {}
    for part, label in _PARTS_OF_SPEECH.items():
        known = set(index[part])
        lemmas = {form: form for form in known}
        lemmas.update({form: found for form, found in lookup.items() if found in known})
        lemmas.update({form: found[0] for form, found in exceptions[part].items()})
        for form, found in lemmas.items():
            if form == form.lower() and max(len(form), len(found)) <= LONGEST_LEMMA:
                entries[table_key(form, label)] = form, found
    return entries


def _is_separable(token: Token) -> bool:
    return (token["xpos"] or "").startswith("WW") and "_" in (token["lemma"] or "")[
        1:-1
    ]


def _load(name: str) -> Any:  # noqa: ANN401 (JSON)
    data = files("spacy_lookups_data").joinpath(f"data/nl_{name}.json.gz").read_bytes()
    return json.loads(gzip.decompress(data))
