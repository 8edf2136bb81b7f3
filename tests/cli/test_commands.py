"""What the commands print when all is well."""

from __future__ import annotations

import argparse
import csv
import io
import json
import re
import subprocess
import sys
from collections import Counter

import pytest

from dialoog.cli import main
from dialoog.cli.main import build_parser
from dialoog.export import COMPARISON_EXPORTERS, EXPORTERS
from tests.conftest import REAL, ROOT


def test_analyse_prints_the_main_tables_in_100_columns(capsys):
    assert main(["analyse", str(REAL)]) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    for title in ("Speakers", "Perspectives", "Themes", "Claims", "Terms", "Moves"):
        assert f"\n{title}\n" in captured.out
    assert max(map(len, captured.out.splitlines())) <= 100


def test_turns_shows_what_was_left_out(capsys):
    assert main(["turns", str(REAL)]) == 0
    out = capsys.readouterr().out
    assert "Left out" in out
    assert "closing" in out
    assert "8 turns" in out


@pytest.mark.parametrize(("turns", "said"), [(1, "1 turn ·"), (3, "3 turns ·")])
def test_one_turn_is_spoken_of_as_one(turns, said, capsys, tmp_path):
    path = tmp_path / "kort.json"
    segments = [{"speaker": f"S{n}", "text": "Dat is zo."} for n in range(turns)]
    path.write_text(json.dumps({"segments": segments}), encoding="utf-8")
    assert main(["turns", str(path)]) == 0
    assert said in capsys.readouterr().out


def test_json_of_turns_is_part_of_that_of_analyse(capsys):
    main(["turns", str(REAL), "--format", "json"])
    turns = json.loads(capsys.readouterr().out)
    main(["analyse", str(REAL), "--format", "json"])
    analysis = json.loads(capsys.readouterr().out)
    assert turns.items() <= analysis.items()


def test_several_files_are_a_line_of_json_each(capsys):
    other = REAL.with_name("vertrouwen-te-koop.txt")
    assert main(["turns", str(REAL), str(other), "--format", "json"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line)["edition"]["source"] for line in lines] == [
        str(REAL),
        str(other),
    ]


def test_a_folder_stands_for_its_editions(capsys, tmp_path):
    names = ["medewerkers-als-merkdragers.txt", "wie-zit-er-nog-op-kantoor.txt"]
    for name in names:
        (tmp_path / name).write_bytes(REAL.with_name(name).read_bytes())
    (tmp_path / "editions.toml").write_text(
        f'[[edition]]\nfile = "{names[1]}"\ncodebook = "b.toml"\nfictional = true\n',
        encoding="utf-8",
    )
    assert main(["codebook", "new", str(tmp_path / "b.toml")]) == 0
    capsys.readouterr()
    assert main(["analyse", str(tmp_path), "--format", "json"]) == 0
    said = capsys.readouterr()
    books = [json.loads(x)["provenance"]["codebook"] for x in said.out.splitlines()]
    assert [book.split()[0] for book in books] == ["employee-advocacy", "b"]
    assert "[codebook-assumed]" in said.err
    assert main(["turns", str(tmp_path), "--format", "json"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_an_edition_has_the_codebook_and_the_mark_of_the_listing_beside_it(capsys):
    home = REAL.with_name("thuis-is-ook-werk.txt")
    for options, book in (
        ([], "hybride-werken"),
        (["--codebook", "employee-advocacy"], "employee-advocacy"),
    ):
        assert main(["analyse", str(home), "--format", "json", *options]) == 0
        said = capsys.readouterr()
        record = json.loads(said.out)
        assert record["provenance"]["codebook"] == book
        assert [w["code"] for w in record["warnings"]] == ["fictional"]
        assert said.err.count("The edition is invented: do not quote it.") == 1
    assert main(["analyse", str(home), "--format", "html"]) == 0
    brief = capsys.readouterr().out.split('class="brief"')[1].split("</section>")[0]
    assert "Het gesprek is verzonnen. Citeer er niet uit." in brief
    assert main(["analyse", str(REAL), "--format", "html"]) == 0
    said = capsys.readouterr()
    assert "verzonnen" not in said.out + said.err


def test_the_interval_and_the_correction_stand_in_the_provenance(tmp_path):
    usual = {"share_interval": "wilson", "correction": "benjamini-hochberg"}
    other = {"share_interval": "jeffreys", "correction": "holm"}
    asked = ["--interval", "jeffreys", "--correction", "holm"]
    for place, options, expected in (("a", [], usual), ("b", asked, other)):
        out = tmp_path / place
        arguments = ["analyse", str(REAL), "--format", "csv", "--out", str(out)]
        assert main([*arguments, *options]) == 0
        manifest = json.loads((out / "manifest.json").read_text("utf-8"))
        assert manifest["provenance"].items() >= expected.items()
        assert not expected.keys() & manifest["parameters"].keys()


def test_perspective_is_set_by_hand(capsys):
    main(
        ["turns", str(REAL), "--format", "json", "--perspective", "Ilse Weijland=other"]
    )
    speakers = json.loads(capsys.readouterr().out)["speakers"]
    assert [s["perspective"] for s in speakers] == ["academic", "other"]


def test_codebooks_are_listed_and_shown(capsys):
    assert main(["codebook", "list"]) == 0
    assert "employee-advocacy" in capsys.readouterr().out
    assert main(["codebook", "show", "employee-advocacy"]) == 0
    out = capsys.readouterr().out
    assert "motivatie-van-binnenuit" in out
    assert "Niet iedereen hoeft ambassadeur te zijn." in out


def test_model_info_names_pipeline_and_version(capsys):
    assert main(["model", "info"]) == 0
    assert "nl_dialoog" in capsys.readouterr().out


def test_out_with_a_suffix_needs_no_format(tmp_path):
    assert main(["analyse", str(REAL), "--out", str(tmp_path / "uit.json")]) == 0
    assert json.loads((tmp_path / "uit.json").read_text("utf-8"))["schema"]


def test_it_runs_as_a_module_from_any_folder(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "dialoog", "--version"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert re.fullmatch(r"dialoog \d+\.\d+\.\d+\n", done.stdout)


def test_standard_input_is_a_dash(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "dialoog", "turns", "-", "--format", "json"],
        input=REAL.read_bytes(),
        cwd=tmp_path,
        capture_output=True,
        check=True,
    )
    record = json.loads(done.stdout)
    assert record["edition"]["source"] == "-"
    assert len(record["turns"]) == 8


def test_no_control_character_reaches_the_terminal(capsys, tmp_path):
    path = tmp_path / "esc.txt"
    text = REAL.read_text(encoding="utf-8").replace("Hi Ilse!", "Hi \x1b[31mIlse!")
    path.write_text(text, encoding="utf-8")
    assert main(["turns", str(path)]) == 0
    assert "\x1b" not in capsys.readouterr().out


@pytest.mark.parametrize("name", ["README.md", ".ci/run"])
def test_readme_and_ci_have_the_same_test_command(name):
    command = '.venv/bin/python -m pip install --quiet -e ".[test]" && .venv/bin/python -m pytest'
    assert command in (ROOT / name).read_text(encoding="utf-8")


def test_every_command_of_the_readme_parses():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    lines = re.findall(r"^dialoog (.*?)(?:\s+#.*)?$", readme, flags=re.MULTILINE)
    assert len(lines) >= 5
    for line in lines:
        words = re.findall(r'"[^"]*"|\S+', line)
        build_parser().parse_args([word.strip('"') for word in words])


def test_kwic_opens_compounds_and_derivations(capsys):
    assert main(["kwic", "ambassadeur", str(REAL)]) == 0
    out = capsys.readouterr().out
    assert "ambassadeursrol" in out
    assert "ambassadeurschap" in out
    assert max(map(len, out.splitlines())) <= 100


def test_kwic_without_hits_says_what_to_try(capsys):
    other = REAL.with_name("trotse-techneuten.txt")
    assert main(["kwic", "zeppelin", str(REAL), str(other)]) == 0
    said = capsys.readouterr()
    assert said.out.splitlines() == [f"{REAL}: 0", f"{other}: 0"]
    assert said.err == (
        "Nothing was found for 'zeppelin' in 2 editions: try a shorter form, as "
        "'stam*' or '*deel', or theme:ID (see 'dialoog codebook show').\n"
    )


def test_kwic_of_an_unknown_theme_is_wrong_usage(capsys):
    assert main(["kwic", "theme:bestaatniet", str(REAL)]) == 2
    assert "bestaatniet" in capsys.readouterr().err


def test_explain_shows_the_evidence_of_every_code(capsys):
    assert main(["analyse", "--explain", str(REAL)]) == 0
    out = capsys.readouterr().out
    assert "claim motivatie-van-binnenuit" in out
    assert "of the codebook" in out


def test_a_new_codebook_is_valid_and_never_written_over(capsys, tmp_path):
    path = tmp_path / "mijn-boek.toml"
    assert main(["codebook", "new", str(path)]) == 0
    assert main(["codebook", "check", str(path)]) == 0
    assert "No remarks." in capsys.readouterr().out
    assert main(["codebook", "check", str(path), str(REAL)]) == 0
    assert "voorbeeld" in capsys.readouterr().out
    assert main(["codebook", "new", str(path)]) == 2


def test_remarks_on_a_codebook_show_what_they_are_on_in_80_columns(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    book = str(ROOT / "data/codebooks/hybride-werken.toml")
    assert main(["codebook", "check", book, str(REAL), "--format", "json"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert record["schema"] == "dialoog/1"
    assert record["codebook"] == "hybride-werken"
    remarks = record["remarks"]
    assert {"term-never-found", "wording-other-claim"} <= {r["remark"] for r in remarks}
    assert main(["codebook", "check", book, str(REAL)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert max(map(len, lines)) <= 80
    out = " ".join(" ".join(lines).split())
    for remark in remarks:
        part = out.split(f" {remark['item']}: ", 1)[1]
        for key in ("remark", "text", "message"):
            assert remark[key] in part
    counts = Counter(remark["remark"] for remark in remarks)
    last = out[out.rindex(f"{len(remarks)} remarks: ") :]
    assert all(f"{count} {code}" in last for code, count in counts.items())


def test_remarks_on_a_codebook_as_csv(capsys):
    book = str(ROOT / "data/codebooks/hybride-werken.toml")
    assert main(["codebook", "check", book, "--format", "csv"]) == 0
    out = capsys.readouterr().out
    rows = list(csv.DictReader(io.StringIO(out)))
    assert [*rows[0]] == ["remark", "item", "text", "message"]
    assert all(row["text"] for row in rows)


def test_a_check_with_unread_files_says_so_in_its_status(capsys, tmp_path):
    missing = str(tmp_path / "weg.txt")
    check = ["codebook", "check", str(ROOT / "data/codebooks/hybride-werken.toml")]
    assert main([*check, missing]) == 3
    assert main([*check, missing, str(REAL)]) == 1
    assert "term-never-found" in capsys.readouterr().out


def test_a_comparison_at_the_terminal_shows_what_says_something(capsys, monkeypatch):
    home = REAL.with_name("thuis-is-ook-werk.txt")
    paths = [str(REAL), str(home)]
    monkeypatch.setattr("dialoog.cli.commands.compare.MOST_ROWS", 1)
    assert main(["compare", *paths]) == 0
    out = capsys.readouterr().out
    assert "too few editions" not in out
    shown = out.split("Editions\n")[1].split("\nNews")[0]
    assert "medewerkers" in shown
    assert "thuis-is-ook-werk" not in shown
    assert "1 of 2 rows: --table editions" in shown
    assert out.rstrip().endswith("And with --table NAME: themes, claims, talk.")
    assert main(["compare", *paths, "--table", "editions"]) == 0
    out = capsys.readouterr().out
    assert "thuis-is-ook-werk *" in out
    assert "--table" not in out


def test_compare_takes_files_and_folders(capsys, tmp_path):
    for name in ("medewerkers-als-merkdragers.txt", "trotse-techneuten.txt"):
        (tmp_path / name).write_bytes(REAL.with_name(name).read_bytes())
    assert main(["compare", str(tmp_path), "--format", "json"]) == 0
    record = json.loads(capsys.readouterr().out)
    editions = {row["edition"] for row in record["tables"]["editions"]}
    assert editions == {"medewerkers-als-merkdragers", "trotse-techneuten"}


def test_model_evaluate_scores_a_treebank(capsys, tmp_path):
    (tmp_path / "klein.conllu").write_text(
        "# text = Zij werkt.\n"
        "1\tZij\tzij\tPRON\tVNW\t_\t2\tnsubj\t_\t_\n"
        "2\twerkt\twerken\tVERB\tWW\t_\t0\troot\t_\tSpaceAfter=No\n"
        "3\t.\t.\tPUNCT\tLET\t_\t2\tpunct\t_\t_\n\n",
        encoding="utf-8",
    )
    assert main(["model", "evaluate", str(tmp_path)]) == 0
    assert "las" in capsys.readouterr().out


def test_one_table_goes_to_a_file_by_its_suffix(tmp_path):
    path = tmp_path / "themes.csv"
    assert main(["analyse", str(REAL), "--table", "themes", "--out", str(path)]) == 0
    assert path.read_text("utf-8").startswith("theme,label,perspective,sentences,")
    assert [p.name for p in tmp_path.iterdir()] == ["themes.csv"]


def test_one_table_is_printed_alone(capsys):
    assert main(["analyse", str(REAL), "--table", "claims_by_perspective"]) == 0
    out = capsys.readouterr().out
    assert "\nClaims by perspective\n" in out
    assert "\nTerms\n" not in out


def test_interval_and_correction_are_those_asked_for(capsys):
    argv = ["analyse", str(REAL), "--table", "themes", "--format", "json"]
    assert main(argv) == 0
    usual = json.loads(capsys.readouterr().out)
    assert main([*argv, "--interval", "jeffreys", "--correction", "holm"]) == 0
    other = json.loads(capsys.readouterr().out)
    assert other["note"].startswith(usual["note"])
    assert other["note"].endswith(
        "Intervals of shares are Jeffreys'. p adjusted by Holm."
    )
    was, now = usual["records"][0], other["records"][0]
    assert was["share"] == now["share"]
    assert was["share_low"] != now["share_low"]


def test_editions_are_compared_with_the_interval_and_correction_asked_for(
    capsys, tmp_path
):
    """In the tables, their notes, the manifest and the page."""
    other = REAL.with_name("trotse-techneuten.txt")
    argv = ["compare", str(REAL), str(other), "--codebook", "employee-advocacy"]
    asked = [*argv, "--interval", "jeffreys", "--correction", "holm"]
    facts = {"share_interval": "jeffreys", "correction": "holm"}
    assert main([*argv, "--table", "themes", "--format", "json"]) == 0
    usual = json.loads(capsys.readouterr().out)
    assert main([*asked, "--table", "themes", "--format", "json"]) == 0
    table = json.loads(capsys.readouterr().out)
    assert table["note"] == f"{usual['note']} Intervals of shares are Jeffreys'."
    assert table["records"][0]["share_low"] != usual["records"][0]["share_low"]
    assert main([*asked, "--table", "conduct"]) == 0
    assert "p adjusted by Holm." in " ".join(capsys.readouterr().out.split())
    folder = tmp_path / "tables"
    assert main([*asked, "--format", "csv", "--out", str(folder)]) == 0
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    assert manifest["provenance"].items() >= facts.items()
    assert main([*asked, "--format", "html"]) == 0
    page = capsys.readouterr().out
    for key, value in facts.items():
        assert f"<dt>{key}</dt><dd>{value}</dd>" in page


def test_every_format_is_explained():
    commands = build_parser()._subparsers._group_actions[0].choices
    for name, exporters in (("analyse", EXPORTERS), ("compare", COMPARISON_EXPORTERS)):
        (said,) = (a.help for a in commands[name]._actions if a.dest == "format")
        for known in exporters:
            # html-en is what --lang en makes of html.
            assert known == "html-en" or re.search(rf"\b{known}\b", said), known


def test_every_command_and_argument_has_help():
    parsers, bare = [build_parser()], []
    while parsers:
        parser = parsers.pop()
        assert parser.description, parser.prog
        for action in parser._actions:
            if isinstance(action, argparse._SubParsersAction):
                parsers += action.choices.values()
            elif not action.help:
                bare.append((parser.prog, action.dest))
    assert not bare
