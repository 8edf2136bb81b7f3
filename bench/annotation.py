"""What the components of dialoog add to the time of a pipeline.

    python bench/annotation.py [--model NAME]

Runs every component over the turns of the shipped editions, the second of two rounds
counting, and prints CPU seconds and the share added to the pipeline's own.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from dialoog.annotation.pipeline import DEFAULT_PIPELINE, load_pipeline
from dialoog.edition import read

EDITIONS = Path(__file__).parents[1] / "data" / "editions"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--model", default=DEFAULT_PIPELINE)
    nlp = load_pipeline(parser.parse_args().model)
    texts = [
        turn.text
        for path in sorted(EDITIONS.glob("*.txt"))
        for turn in read(path).turns
    ]
    for _ in range(2):
        docs = [nlp.make_doc(text) for text in texts]
        seconds = {}
        for name, component in nlp.pipeline:
            start = time.process_time()
            docs = (
                list(component.pipe(docs, batch_size=64))
                if hasattr(component, "pipe")
                else [component(doc) for doc in docs]
            )
            seconds[name] = time.process_time() - start
    ours = sum(s for name, s in seconds.items() if name.startswith("dialoog_"))
    own = sum(seconds.values()) - ours
    for name, spent in seconds.items():
        print(f"{name:28} {spent:.3f} s")
    print(f"{sum(map(len, docs))} tokens, added {ours / own:.1%}")


if __name__ == "__main__":
    main()
