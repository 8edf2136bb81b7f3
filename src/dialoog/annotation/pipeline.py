"""Load a Dutch spaCy pipeline, check what it gives, and add our components to it.

Ours (`nl_dialoog`), the published `nl_core_news_*` and a pipeline of your own are
treated alike: what counts is the annotation, not the name or the label set.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import spacy
from spacy.util import get_installed_models

from dialoog.annotation.abbreviations import FullStop, full_stop_after
from dialoog.defaults import DEFAULT_PIPELINE
from dialoog.errors import PipelineError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


SENTENCES = "dialoog_sentences"
AFTER_PARSING = ("dialoog_separable_verbs", "dialoog_compounds", "dialoog_names")

PROBE = "De medewerker deelt het bericht. Dat helpt."
"""Two plain sentences; a fit pipeline annotates every token of them."""

NEEDED = {
    "POS": "parts of speech (a morphologizer)",
    "LEMMA": "lemmas (a lemmatizer)",
    "DEP": "dependencies (a parser)",
    "SENT_START": "sentence boundaries (a parser or senter)",
}


@lru_cache(maxsize=4)
def load_pipeline(name: str = DEFAULT_PIPELINE) -> Language:
    """Return the pipeline of that name with the components of dialoog added.

    The pipeline is loaded once per process and shared.

    Args:
        name: An installed spaCy pipeline, or the path of a saved one.

    Raises:
        PipelineError: It is not installed, cannot be loaded, is not Dutch, or lacks
            an annotation that dialoog needs.
    """
    nlp = load_bare(name)
    if nlp.lang != "nl":
        message = (
            f"The pipeline '{name}' is for the language '{nlp.lang}'; "
            "dialoog needs one for Dutch ('nl')."
        )
        raise PipelineError(message)
    check_annotations(nlp, name)
    add_components(nlp)
    return nlp


def check_annotations(nlp: Language, name: str) -> None:
    """Raise `PipelineError` if the pipeline lacks an annotation that dialoog needs.

    A probe text goes through the pipeline, because what a component assigns cannot
    always be told from its name: an attribute ruler may give the parts of speech.
    """
    try:
        doc = nlp(PROBE)
    except Exception as error:
        message = f"The pipeline '{name}' fails on a plain Dutch sentence: {error}"
        raise PipelineError(message) from error
    missing = [what for attribute, what in NEEDED.items() if not _has(doc, attribute)]
    if missing:
        found = ", ".join(nlp.pipe_names) or "none"
        message = (
            f"The pipeline '{name}' gives no {', no '.join(missing)}; "
            f"its components: {found}. Use '{DEFAULT_PIPELINE}' or one with these."
        )
        raise PipelineError(message)


def add_components(nlp: Language) -> Language:
    """Add the components of dialoog that the pipeline does not have yet.

    Sentence starts come before the parser, which keeps to them; the rest comes last,
    for it builds on parts of speech, lemmas and dependencies.
    """
    _free_words(nlp)
    present = {nlp.get_pipe_meta(pipe).factory for pipe in nlp.pipe_names}
    if SENTENCES not in present:
        parsers = [
            pipe
            for pipe in nlp.pipe_names
            if nlp.get_pipe_meta(pipe).factory in {"parser", "senter"}
        ]
        if parsers:
            nlp.add_pipe(SENTENCES, before=parsers[0])
        else:
            nlp.add_pipe(SENTENCES, first=True)
    for factory in AFTER_PARSING:
        if factory not in present:
            nlp.add_pipe(factory, last=True)
    return nlp


def _free_words(nlp: Language) -> None:
    """Take the full stop off words that spaCy's Dutch list of abbreviations keeps it on.

    Most of that list are titles of law journals; with it the last word of "Dat gaat te ver."
    is `ver.`, which no term of a codebook finds.
    """
    words = {FullStop.ENDS, FullStop.BEFORE_NUMBER}
    tokenizer: Any = nlp.tokenizer  # of any kind, perhaps without rules
    rules = getattr(tokenizer, "rules", None) or {}
    kept = {
        form: pieces
        for form, pieces in rules.items()
        if not (form.endswith(".") and form[:-1].isalpha())
        or full_stop_after(form) not in words
    }
    if len(kept) < len(rules):
        tokenizer.rules = kept


def pipeline_facts(nlp: Language) -> dict[str, str]:
    """Return what the provenance says of a pipeline: `name`, `version`, `components`."""
    name = str(nlp.meta.get("name", ""))
    return {
        "name": name if name.startswith(f"{nlp.lang}_") else f"{nlp.lang}_{name}",
        "version": str(nlp.meta.get("version", "")),
        "components": " ".join(nlp.pipe_names),
    }


def _has(doc: Doc, attribute: str) -> bool:
    """Whether every token is annotated; parsers and lemmatizers may leave none out."""
    if attribute == "LEMMA":
        return all(token.lemma_ for token in doc)
    if attribute == "POS":
        return all(token.pos_ for token in doc)
    return bool(doc.has_annotation(attribute))


def load_bare(name: str = DEFAULT_PIPELINE) -> Language:
    """Return the pipeline of that name as its makers ship it, unchecked.

    Raises:
        PipelineError: It is not installed or cannot be loaded.
    """
    try:
        return spacy.load(name)
    except OSError as error:
        raise PipelineError(_missing(name, error)) from error
    except (ValueError, KeyError, ImportError, TypeError) as error:
        message = f"The pipeline '{name}' cannot be loaded: {_first_line(error)}"
        raise PipelineError(message) from error


def _missing(name: str, error: OSError) -> str:
    if "[E050]" not in str(error):
        return f"The pipeline '{name}' cannot be loaded: {_first_line(error)}"
    if name.startswith("nl_core_news_"):
        return (
            f"The pipeline '{name}' is not installed: "
            f"run 'python -m spacy download {name}' and try again."
        )
    installed = ", ".join(sorted({*get_installed_models(), DEFAULT_PIPELINE}))
    return (
        f"There is no pipeline '{name}': it is not installed and not a folder. "
        f"Installed: {installed}."
    )


def _first_line(error: Exception) -> str:
    lines = str(error).splitlines()
    return lines[0] if lines else type(error).__name__
