"""Learn the forms of verbs, and measure the lemmas of separable ones.

    python -m training.separable TREEBANK_DIR [--model NAME]

Writes the verbs that the treebank marks as separable (`op_nemen`) and the forms of
simple verbs, from `train` only. Then counts, in `dev`, the verbs that the treebank
marks as separable whose lemma is right (gold tokens and sentences), before and after
`dialoog_separable_verbs`.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter, defaultdict
from pathlib import Path

from spacy.tokens import Doc

from dialoog.annotation.pipeline import DEFAULT_PIPELINE, load_pipeline
from dialoog.annotation.treebank import gold_doc, read_sentences, words_of

OUT = Path("src/dialoog/annotation/data/verbs.json.gz")
COMPONENT = "dialoog_separable_verbs"


def build(train: Path, out: Path) -> None:
    """Write the tables of `dialoog_separable_verbs`."""
    separable: set[str] = set()
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for sentence in read_sentences(train):
        for token in words_of(sentence):
            lemma, form = token["lemma"].lower(), token["form"].lower()
            if token["upos"] not in {"VERB", "AUX"} or not lemma.endswith("n"):
                continue
            *particles, simple = lemma.split("_")
            if particles:
                separable.add(lemma.replace("_", ""))
                form = form.removeprefix("".join(particles))
            if form.isalpha() and len(form) > 2:
                forms[form][simple] += 1
    tables = {
        "verbs": sorted(separable),
        "forms": {form: forms[form].most_common(1)[0][0] for form in sorted(forms)},
    }
    raw = json.dumps(tables, ensure_ascii=False, separators=(",", ":"))
    out.write_bytes(gzip.compress(raw.encode(), mtime=0))


def main() -> None:
    """Print the accuracy of the lemmas, apart and joined in the text."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("treebank", type=Path)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--model", default=DEFAULT_PIPELINE)
    parser.add_argument("--errors", type=int, default=0)
    args = parser.parse_args()
    build(args.treebank / "train.conllu.gz", args.out)
    nlp = load_pipeline(args.model)
    before = nlp.pipe_names.index(COMPONENT)
    right = {(apart, after): 0 for apart in (True, False) for after in (True, False)}
    total = {True: 0, False: 0}
    others = wrong = 0
    errors = []
    for sentence in read_sentences(args.treebank / "dev.conllu.gz"):
        tokens = words_of(sentence)
        gold = gold_doc(nlp.vocab, [sentence])
        doc = Doc(
            nlp.vocab, [t.text for t in gold], [bool(t.whitespace_) for t in gold]
        )
        for _, component in nlp.pipeline[:before]:
            doc = component(doc)
        plain = [token.lemma_ for token in doc]
        doc = nlp.get_pipe(COMPONENT)(doc)
        for token, was, given in zip(doc, plain, tokens, strict=True):
            if given["upos"] not in {"VERB", "AUX"} or "_" not in given["lemma"]:
                others += 1
                wrong += token.lemma_ != was and token.lemma_ != given["lemma"]
                if token.lemma_ != was and token.lemma_ != given["lemma"]:
                    errors.append(f"{token}: {was} > {token.lemma_}, {given['lemma']}")
                continue
            lemma = given["lemma"].replace("_", "")
            apart = any(
                other["head"] == given["id"] and other["deprel"] == "compound:prt"
                for other in tokens
            )
            total[apart] += 1
            right[apart, False] += was == lemma
            right[apart, True] += token.lemma_ == lemma
            if token.lemma_ != lemma:
                errors.append(f"{token}: {token.lemma_} for {lemma}")
    for apart, words in ((True, "particle apart"), (False, "in one word")):
        print(
            f"{words}: {right[apart, False] / total[apart]:.3f} before, "
            f"{right[apart, True] / total[apart]:.3f} after ({total[apart]} verbs)"
        )
    print(f"other words that it changed wrongly: {wrong} of {others}")
    print("\n".join(errors[: args.errors]))


if __name__ == "__main__":
    main()
