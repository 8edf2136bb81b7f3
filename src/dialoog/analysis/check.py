"""What an author of a codebook should look at, as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from dialoog.coding.codebook_check import check_codebook as find_remarks

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dialoog.analysis.model import Analysis
    from dialoog.codebook import Codebook
    from dialoog.coding.remark import Remark

COLUMNS = ("remark", "item", "text", "message")


def check_codebook(
    codebook: Codebook, analyses: Iterable[Analysis] = ()
) -> pd.DataFrame:
    """Terms and wordings that need another look, a row each.

    Without analyses the codebook is held against itself: terms that stand in several
    themes, and wordings that, said as a sentence, get another claim than their own, only
    raise it, or have the telling words of a wording elsewhere. With them also the terms
    and wordings that find nothing, and themes and claims never given.

    Args:
        codebook: As `load_codebook` returns it.
        analyses: Of editions that were coded with it.

    Returns:
        Columns `remark` (a code, see `docs/messages.md`), `item` (id of the theme or
        claim), `text` (the term or wording) and `message`: theme by theme, then claim by
        claim, in the order of the codebook.
    """
    return remarks_table(
        find_remarks(codebook, [analysis.coded for analysis in analyses])
    )


def remarks_table(remarks: Iterable[Remark]) -> pd.DataFrame:
    """Remarks, a row each."""
    rows = [(r.code, r.item, r.text, r.message) for r in remarks]
    return pd.DataFrame(rows, columns=list(COLUMNS), dtype="string")
