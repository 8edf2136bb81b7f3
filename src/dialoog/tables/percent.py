"""Percentages as every reader sees them: in the terminal, in a file, on a page."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal


def percent(share: float) -> str:
    """A share (0..1) in whole per cents, half of one rounded up.

    There is 0 % and 100 % only where the share is exactly that.

    Example:
        >>> percent(1 / 8), percent(0.001), percent(0.999), percent(1)
        ('13%', '<1%', '>99%', '100%')
    """
    whole = per_cents(share)
    if whole == 0 and share > 0:
        return "<1%"
    if whole == 100 and share < 1:
        return ">99%"
    return f"{whole}%"


def percent_points(difference: float) -> str:
    """A difference of shares (-1..1) in whole percentage points, with its sign.

    Example:
        >>> percent_points(0.125), percent_points(-0.125)
        ('+13 pp', '-13 pp')
    """
    return f"{per_cents(difference):+} pp"


def per_cents(share: float, digits: int = 0) -> Decimal:
    """A share as per cents with as many decimals, half of the last rounded away from 0.

    A share is rounded as it is written: 0.285 is 28.5 %, although the nearest binary
    fraction is a little less. A zero has no sign.

    Example:
        >>> per_cents(0.285), per_cents(0.0625, 1)
        (Decimal('29'), Decimal('6.3'))
    """
    step = Decimal(1).scaleb(-digits)
    rounded = (100 * Decimal(str(share))).quantize(step, rounding=ROUND_HALF_UP)
    return rounded or abs(rounded)
