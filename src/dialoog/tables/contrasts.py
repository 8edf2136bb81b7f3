"""What the tables that set each perspective beside the others have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dialoog.measures.contrast import Contrast


def keyness_record(side: Contrast, place: int) -> dict[str, Any]:
    """Cells for `KEYNESS`, `DISPERSION`, and `TESTED` but the adjusted p."""
    return {
        "log_ratio": side.log_ratio[place],
        "log_ratio_low": side.log_ratio_low[place],
        "log_ratio_high": side.log_ratio_high[place],
        "percent_diff": side.percent_diff[place],
        "g2": side.g2[place],
        "dispersion": side.dispersion[place],
        "p": side.p[place],
        "doubt": side.doubt,
    }


def difference_record(side: Contrast, place: int) -> dict[str, Any]:
    """Cells for `DIFFERENCE`."""
    return {
        "difference": side.difference[place],
        "difference_low": side.difference_low[place],
        "difference_high": side.difference_high[place],
    }
