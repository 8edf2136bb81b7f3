"""Variants of treebank sentences as they look in texts copied from web pages.

Newspaper treebanks have straight quotation marks, a full stop after every sentence and no list
marks. Each function takes the tokens of a sentence and returns new ones; none changes an argument.
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

from conllu import TokenList
from conllu.models import Token

from dialoog.annotation.treebank import words_of

if TYPE_CHECKING:
    import random


CURLY_SHARE = 0.4
LOWER_SHARE = 0.03
UNPUNCTUATED_SHARE = 0.04
BULLET_SHARE = 0.02
EMOJI_SHARE = 0.01

BULLETS = ("•", "-", "–", "*", "·", "▪")
EMOJI = ("😊", "👍", "😉", "🙂", "🚀", "❤️", "💡", "🎉")

_OPENING = {'"': "“", "'": "‘", ",,": "„"}
_CLOSING = {'"': "”", "'": "’", "''": "”"}


def vary(sentence: TokenList, rng: random.Random, *, is_last: bool) -> TokenList:
    """Apply the variants at random, each at its share.

    Args:
        sentence: A sentence of a treebank.
        rng: Source of chance, so that a run can be repeated.
        is_last: Whether the sentence ends its document; only there may its full stop go.
    """
    if rng.random() < CURLY_SHARE:
        sentence = curl_quotes(sentence)
    if rng.random() < LOWER_SHARE:
        sentence = lower(sentence)
    if is_last and rng.random() < UNPUNCTUATED_SHARE:
        sentence = drop_final_punctuation(sentence)
    if rng.random() < BULLET_SHARE:
        sentence = add_bullet(sentence, rng.choice(BULLETS))
    if is_last and rng.random() < EMOJI_SHARE:
        sentence = add_emoji(sentence, rng.choice(EMOJI))
    return sentence


def curl_quotes(sentence: TokenList) -> TokenList:
    """Write quotation marks and apostrophes as a word processor does."""
    tokens = copy.deepcopy(words_of(sentence))
    is_open = False
    for token in tokens:
        form = token["form"]
        if form in _OPENING or form in _CLOSING:
            marks = (
                _CLOSING if form in _CLOSING and (is_open or form == "''") else _OPENING
            )
            is_open = marks is _OPENING
            token["form"] = token["lemma"] = marks[form]
        else:
            token["form"] = form.replace("'", "’")
    return TokenList(tokens, metadata=sentence.metadata)


def lower(sentence: TokenList) -> TokenList:
    """Write everything in lower case; tags and lemmas stay."""
    tokens = copy.deepcopy(words_of(sentence))
    for token in tokens:
        token["form"] = token["form"].lower()
    return TokenList(tokens, metadata=sentence.metadata)


def drop_final_punctuation(sentence: TokenList) -> TokenList:
    """Leave out a last punctuation mark on which nothing depends."""
    tokens = copy.deepcopy(words_of(sentence))
    last = tokens[-1]
    has_dependents = any(token["head"] == last["id"] for token in tokens)
    if (
        len(tokens) > 1
        and last["upos"] == "PUNCT"
        and last["head"]
        and not has_dependents
    ):
        tokens.pop()
    return TokenList(tokens, metadata=sentence.metadata)


def add_bullet(sentence: TokenList, mark: str) -> TokenList:
    """Put a list mark before the sentence."""
    tokens = copy.deepcopy(words_of(sentence))
    for token in tokens:
        token["id"] += 1
        token["head"] += bool(token["head"])
    return TokenList([_mark(mark, 1, _root(tokens), "LET", "PUNCT"), *tokens])


def add_emoji(sentence: TokenList, sign: str) -> TokenList:
    """Put an emoji after the sentence."""
    tokens = copy.deepcopy(words_of(sentence))
    place = tokens[-1]["id"] + 1
    return TokenList([*tokens, _mark(sign, place, _root(tokens), "SPEC|symb", "SYM")])


def _root(tokens: list[Token]) -> int:
    return next(int(token["id"]) for token in tokens if token["head"] == 0)


def _mark(form: str, place: int, head: int, tag: str, pos: str) -> Token:
    fields = {"id": place, "form": form, "lemma": form, "upos": pos, "xpos": tag}
    return Token(
        fields | {"feats": None, "head": head, "deprel": "punct", "misc": None}
    )
