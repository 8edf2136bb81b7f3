"""What the site takes from the code: tables, commands, decisions, an example page.

A page asks for it with a comment, `<!-- tables -->`. So the text of the site stays plain
Markdown, and what can be generated cannot be out of date.
"""

from __future__ import annotations

import argparse
import re
from dataclasses import replace
from functools import cache
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import matplotlib as mpl
from mkdocs.structure.files import File

import dialoog
from dialoog.cli.main import build_parser
from dialoog.comparison import INVENTED
from dialoog.comparison import SCHEMAS as COMPARISON_SCHEMAS
from dialoog.report import report_html
from dialoog.tables import SCHEMAS, view

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from dialoog.tables import Schema

DOCS = Path(__file__).parent
EXAMPLE = DOCS.parent / "data" / "editions" / "trotse-techneuten.txt"
"""A fictional edition: its text may stand on a site."""
MARKER = re.compile(r"^<!-- (\w[\w-]*) -->$", re.MULTILINE)
LITERAL = re.compile(r"::(</p>\s*<div class=\"highlight\"|</p>\s*<pre)")


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add the example page and its figure."""
    page = report_html(_example(), lang="nl")
    add = {"voorbeeld-gespreksverslag.html": page, "assets/themes.svg": _figure()}
    for name, content in add.items():
        files.append(File.generated(config, name, content=content))
    return files


def on_page_markdown(markdown: str, **_: Any) -> str:  # noqa: ANN401 (mkdocs passes page, config, files)
    """Put what is generated where a page asks for it."""
    return MARKER.sub(lambda found: PARTS[found[1]](), markdown)


def on_page_content(html: str, **_: Any) -> str:  # noqa: ANN401
    """Docstrings end a line before a formula with two colons; readers need one."""
    return LITERAL.sub(r":\1", html)


def tables() -> str:
    """Every table of an analysis with its columns."""
    return "\n".join(_schemas(SCHEMAS))


def comparison_tables() -> str:
    """Every table of a comparison with its columns."""
    return "\n".join(_schemas(COMPARISON_SCHEMAS, prefix="comparison: "))


def commands() -> str:
    """Every command with its usage and its arguments, as the parser has them."""
    parser = build_parser()
    return "\n".join(_command(parser, "dialoog"))


def decisions() -> str:
    """The decision records by number."""
    lines = []
    for path in sorted((DOCS / "decisions").glob("[0-9]*.md")):
        title = path.read_text(encoding="utf-8").splitlines()[0].removeprefix("# ")
        lines.append(f"- [{title}]({path.name})")
    return "\n".join(lines)


def example_table(name: str) -> str:
    """A table of the example edition, laid out for reading, with what it counts."""
    frame = _example().tables()[name]
    shown = view(frame)
    lines = [_row(shown.columns), _row(["---"] * len(shown.columns))]
    lines += [_row(row) for row in shown.itertuples(index=False)]
    facts = f"n = {frame.attrs['n']} {frame.attrs['unit']}"
    if frame.attrs["note"]:
        facts += f". {frame.attrs['note']}"
    return "\n".join([*lines, "", f"*{facts}*"])


def example_reasons() -> str:
    """Why the first sentence on the most mentioned theme has its codes."""
    analysis = _example()
    row = int(analysis.themes["sentences"].argmax())
    first = int(analysis.rows_behind("themes", row, "sentences")["row"].iloc[0])
    sentence = analysis.coded.sentences[first]
    reasons = "\n".join(analysis.explain(first))
    return f"> {sentence.text}\n\n```text\n{reasons}\n```"


@cache
def _example() -> dialoog.Analysis:
    analysis = dialoog.analyse(dialoog.read(EXAMPLE))
    return replace(analysis, notes=(*analysis.notes, INVENTED))


def _figure() -> str:
    with mpl.rc_context({"svg.hashsalt": "dialoog", "backend": "agg"}):
        figure = _example().plot_themes().figure
        out = StringIO()
        figure.savefig(out, format="svg", metadata={"Date": None})
    return out.getvalue()


PARTS = {
    "example-perspectives": lambda: example_table("perspectives"),
    "example-themes": lambda: example_table("themes"),
    "example-claims": lambda: example_table("claims"),
    "example-explain": example_reasons,
    "tables": tables,
    "comparison-tables": comparison_tables,
    "commands": commands,
    "decisions": decisions,
}


def _schemas(schemas: Mapping[str, Schema], prefix: str = "") -> Iterator[str]:
    for schema in schemas.values():
        yield f"### {prefix}{schema.name}\n"
        yield f"A row: {schema.row}. Order: {schema.order}. Counted in: {schema.unit}.\n"
        yield "| column | holds | unit | meaning |\n| --- | --- | --- | --- |"
        for column in schema.columns:
            holds = f"{column.kind}, may be missing" if column.nullable else column.kind
            cells = (f"`{column.name}`", holds, column.unit, column.meaning)
            yield _row(cells)
        yield ""


def _command(parser: argparse.ArgumentParser, name: str) -> Iterator[str]:
    groups = [a for a in parser._actions if _is_commands(a)]  # noqa: SLF001 (argparse shows them nowhere else)
    if name != "dialoog":
        yield f"## {name}\n" if name.count(" ") == 1 else f"### {name}\n"
    if parser.description:
        yield f"{_capital(parser.description)}\n"
    if not groups or name == "dialoog":
        usage = " ".join(parser.format_usage().removeprefix("usage: ").split())
        yield f"```text\n{usage}\n```\n"
        yield "| argument | meaning |\n| --- | --- |"
        shown = [a for a in parser._actions if not _is_commands(a)]  # noqa: SLF001
        yield from map(_argument, shown)
        yield ""
    for group in groups:
        helps = {a.dest: a.help for a in group._choices_actions}  # noqa: SLF001
        for word, command in group.choices.items():
            command.description = command.description or helps.get(word)
            yield from _command(command, f"{name} {word}")


def _is_commands(action: argparse.Action) -> bool:
    return isinstance(action, argparse._SubParsersAction)  # noqa: SLF001


def _argument(action: argparse.Action) -> str:
    value = action.metavar or ("" if action.nargs == 0 else action.dest.upper())
    names = ", ".join(action.option_strings)
    shown = f"{names} {value}".strip() if names else str(value)
    parts = [action.help or ""]
    if action.choices is not None:
        parts.append("one of " + ", ".join(f"`{choice}`" for choice in action.choices))
        shown = shown.removesuffix(f" {action.dest.upper()}") if names else shown
    return _row((f"`{shown}`", "; ".join(part for part in parts if part)))


def _row(cells: Iterable[object]) -> str:
    return "| " + " | ".join(_cell(str(cell)) for cell in cells) + " |"


def _cell(text: str) -> str:
    """A cell of a table in Markdown: a bar would end it, a star would make it bold."""
    single = " ".join(text.split())
    if single.startswith("`"):
        return single
    return single.replace("|", "\\|").replace("*", "\\*").replace("<", "&lt;")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:].rstrip(".") + "."
