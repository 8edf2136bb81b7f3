"""A codebook is read as written, and a broken one is refused with file, line and key."""

import pytest

from dialoog.codebook import load_codebook, shipped_codebooks
from dialoog.codebook.load import inspect_codebook, parse_codebook
from dialoog.errors import CodebookError

GOOD = """\
[codebook]
id = "fietsen"
title = "Fietsen naar het werk"

[[theme]]
id = "gezondheid"
label = "Gezondheid"
definition = "Fit worden en blijven."
terms = ["gezond*", "conditie"]

[[theme]]
id = "veiligheid"
label = "Veiligheid"
definition = "Ongevallen en hoe je ze voorkomt."
terms = [
  "ongeval",
  "*helm",
]

[[claim]]
id = "fietsen-is-gezond"
label = "Fietsen is gezond"
theme = "gezondheid"
statement = "Wie fietst, blijft gezond."
affirms = ["Van fietsen word je fit."]
denies = ["Fietsen in de file maakt je ziek."]
"""


def test_every_field_is_kept():
    book = parse_codebook(GOOD.encode(), name="fietsen.toml")
    assert (book.id, book.title, book.language, book.version) == (
        "fietsen",
        "Fietsen naar het werk",
        "nl",
        "1",
    )
    assert [theme.id for theme in book.themes] == ["gezondheid", "veiligheid"]
    assert book.theme("veiligheid").terms == ("ongeval", "*helm")
    claim = book.claim("fietsen-is-gezond")
    assert claim.affirms == ("Van fietsen word je fit.",)
    assert claim.denies == ("Fietsen in de file maakt je ziek.",)


def test_byte_order_mark_and_windows_line_ends_do_not_matter():
    content = b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode()
    assert (
        parse_codebook(content, name="x").themes
        == parse_codebook(GOOD.encode(), name="x").themes
    )


@pytest.mark.parametrize("name", shipped_codebooks())
def test_shipped_codebooks_load_under_their_own_id(name):
    assert load_codebook(name).id == name


# what to change in GOOD, the line that must be named, the words that must be there
BROKEN = {
    "unknown key": (
        'definition = "Fit',
        'definitie = "Fit',
        8,
        ["definitie", "unknown"],
    ),
    "unknown table": ("[[claim]]", "[[claims]]", 20, ["claims", "unknown"]),
    "missing key": ('label = "Veiligheid"\n', "", 11, ["label", "missing"]),
    "empty list": ('["gezond*", "conditie"]', "[]", 9, ["terms", "at least one"]),
    "empty text": ('label = "Veiligheid"', 'label = " "', 13, ["label", "empty"]),
    "no text": ('"conditie"', "3", 9, ["terms", "3"]),
    "list for text": ('label = "Veiligheid"', 'label = ["a"]', 13, ["label"]),
    "duplicate id": (
        'id = "veiligheid"',
        'id = "gezondheid"',
        12,
        ["id", "gezondheid", "line 6"],
    ),
    "unknown theme": (
        'theme = "gezondheid"',
        'theme = "gezond"',
        23,
        ["gezond", "veiligheid"],
    ),
    "star inside a word": ('"*helm"', '"fiets*helm"', 15, ["terms", "fiets*helm", "*"]),
    "other language": (
        'id = "fietsen"',
        'id = "fietsen"\nlanguage = "fr"',
        3,
        ["language", "fr"],
    ),
    "id with a space": ('id = "fietsen"', 'id = "fietsen "', 2, ["id", "spaces"]),
    "broken TOML": ('title = "Fietsen', "title = Fietsen", 3, ["TOML", "line 3"]),
}


@pytest.mark.parametrize(("old", "new", "line", "words"), BROKEN.values(), ids=BROKEN)
def test_broken_codebooks_name_file_line_and_key(old, new, line, words):
    assert old in GOOD
    with pytest.raises(CodebookError) as error:
        parse_codebook(GOOD.replace(old, new, 1).encode(), name="mijn.toml")
    message = str(error.value)
    assert message.startswith("mijn.toml")
    assert f"line {line}" in message
    for word in words:
        assert word in message


def test_all_problems_are_listed():
    text = GOOD.replace("terms =", "term =").replace('id = "fietsen"', 'id = ""')
    _, problems = inspect_codebook(text.encode(), name="x")
    found = [(problem.line, problem.key) for problem in problems]
    assert found == [(2, "id"), (9, "term"), (5, "terms"), (15, "term"), (11, "terms")]


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff\xfe\x00", b"[codebook]\nid = 1", b"a = " + b"[" * 5000],
    ids=["empty", "binary", "no themes", "deeply nested"],
)
def test_hopeless_files_are_one_clear_error(content):
    with pytest.raises(CodebookError, match=r"^slecht\.toml"):
        parse_codebook(content, name="slecht.toml")


def test_unknown_codebook_lists_the_known_ones(tmp_path):
    with pytest.raises(CodebookError, match="employee-advocacy"):
        load_codebook("bestaat-niet")
    with pytest.raises(CodebookError, match="folder"):
        load_codebook(tmp_path)


def test_file_by_path(tmp_path):
    path = tmp_path / "fietsen.toml"
    path.write_text(GOOD, encoding="utf-8")
    assert load_codebook(path) == load_codebook(str(path))
