"""LaTeX: what pdfLaTeX cannot set does not get there, and all tables compile."""

from __future__ import annotations

import shutil
import subprocess

import pandas as pd
import pytest

from dialoog.comparison import compare
from dialoog.export.latex import NEEDS, latex, latex_table, settable
from dialoog.export.tables import tables_of_analysis, tables_of_comparison
from tests.report.build import SHAPES

PAPER = """\\documentclass{article}
\\usepackage[T1]{fontenc}
\\usepackage{booktabs}
\\begin{document}
\\input{tables}
\\end{document}
"""
HOSTILE = [
    "[pauze] Nee",
    "* Nee",
    "\\ ^ ~ # $ % & _ { }",
    "Knipoog 😉 en hart ❤️",
    "Nguyễn, Ħal, Тест, 日本, ≥ ½ ≈ 1 − 2",
    "“Ja”, ‘nee’ – „zo” … «dus» ‹ja› © ™ € •",
    "regel\n\nregel",
    "a\u200bb\u00adc\u202ed\ufe0f",
    "Çelik, İlker, Șerban, Łódź, Øyvind, Œuvre",
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hoi 😉", "Hoi [winking face]"),
        ("❤️", "[heavy black heart]"),
        ("Nguyễn", "Nguyen"),
        ("cafe\u0301", "café"),
        ("≥ 2", "[greater-than or equal to] 2"),
        ("ﬁets", "fiets"),
        ("a\u200bb", "ab"),
        ("een\n\n twee", "een twee"),
        ("Çelik, İlker, Șerban, Łódź", "Çelik, İlker, Șerban, Łódź"),
        ("“Ja” – „nee” … ½ € G²", "“Ja” – „nee” … ½ € G²"),
        ("a_b & 5 % [x] *y", "a_b & 5 % [x] *y"),
    ],
)
def test_characters_that_cannot_be_set_stand_by_name(text, expected):
    assert settable(text) == expected


def hostile() -> pd.DataFrame:
    frame = pd.DataFrame({"text": pd.Series(HOSTILE, dtype="string"), "n": 1})
    frame.attrs.update(unit="rows 😉", n=len(frame), note="[zo] 5 % ≥ 1")
    return frame


def test_a_row_never_begins_with_what_latex_takes_for_an_argument():
    lines = latex_table(hostile(), "any").splitlines()
    assert "{[}pauze] Nee & 1 \\\\" in lines
    assert "{*} Nee & 1 \\\\" in lines
    assert not any(line.startswith(("[", "*")) for line in lines)


@pytest.fixture(scope="module")
def compiled(tmp_path_factory):
    """Whether a paper with these tables compiles, and what the engine says if not."""
    if shutil.which("pdflatex") is None:
        pytest.skip("no pdflatex on this machine: apt-get install texlive-latex-base")

    def compile_(tables: str) -> str:
        folder = tmp_path_factory.mktemp("paper")
        (folder / "paper.tex").write_text(PAPER, encoding="utf-8")
        (folder / "tables.tex").write_text(tables, encoding="utf-8")
        done = subprocess.run(
            ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "paper.tex"],
            cwd=folder,
            capture_output=True,
            check=False,
        )
        said = done.stdout.decode(errors="replace")
        return "" if done.returncode == 0 else said[said.find("\n!") :][:400]

    return compile_


@pytest.mark.slow
def test_the_tables_of_an_edition_compile(compiled, real_analysis):
    assert compiled(latex(tables_of_analysis(real_analysis))) == ""


@pytest.mark.slow
@pytest.mark.parametrize("shape", SHAPES)
def test_the_tables_of_any_shape_compile(compiled, shape):
    assert compiled(latex(tables_of_analysis(SHAPES[shape]()))) == ""


@pytest.mark.slow
def test_the_tables_of_a_comparison_compile(compiled, real_analysis):
    others = [make().coded for make in SHAPES.values()]
    comparison = compare([real_analysis, *others])
    assert compiled(latex(tables_of_comparison(comparison))) == ""


@pytest.mark.slow
def test_whatever_stands_in_a_cell_compiles(compiled):
    assert compiled(NEEDS + latex_table(hostile(), "any")) == ""
