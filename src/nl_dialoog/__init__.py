"""The Dutch spaCy pipeline that dialoog ships: `spacy.load("nl_dialoog")`.

The weights are CC BY-SA 4.0, see `LICENSE` in this folder for whose work they are made from.
The modules beside them hold the pipeline's own parts; none needs the package `dialoog`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spacy.util import get_model_meta, load_model_from_init_py

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["__version__", "load"]

__version__: str = get_model_meta(__path__[0])["version"]


def load(**overrides: Any) -> Language:  # noqa: ANN401 (spaCy's own signature)
    """Load the pipeline.

    Args:
        **overrides: As for `spacy.load`: `vocab`, `disable`, `enable`, `exclude`, `config`.

    Returns:
        The pipeline, ready to be called on text.
    """
    return load_model_from_init_py(__file__, **overrides)
