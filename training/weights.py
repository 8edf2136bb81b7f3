"""Write weights as the package reads them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dialoog.coding.logistic import Logistic

DATA = Path(__file__).parents[1] / "src/dialoog/coding/data"


def write_models(name: str, about: str, models: Mapping[str, Logistic]) -> None:
    """Write models as `dialoog.coding.logistic` reads them."""
    content = {
        "about": about,
        "models": {
            str(code): {
                "bias": round(model.bias, 4),
                "weights": {n: round(w, 4) for n, w in sorted(model.weights.items())},
            }
            for code, model in models.items()
        },
    }
    path = DATA / f"{name}.json"
    path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
    print(f"wrote {path.name}")
