"""The command `kg`: each command is a short door to a module that does the work.

Data go to standard output, progress and messages to standard error; colours only on a terminal.
Exit codes: 0 all well; 1 something was kept out or found; 2 wrong use; 3 no input could be read; 5 the store.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
import sys
from collections.abc import Callable
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, NoReturn

import click

from kg import starting
from kg.errors import KgError
from kg.vocab import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.store import Store

STORE = click.option(
    "--store", "-s", default="kg-store", show_default=True, envvar="KG_STORE", help="The store's directory."
)
INPUTS = click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=str))


def _kept(context: click.Context, option: click.Parameter, value: object) -> None:
    """Hand an option to the readers of documents, which are in many processes, through the environment."""
    if value is not None and isinstance(option.envvar, str) and os.environ.get(option.envvar) != str(value):
        os.environ[option.envvar] = str(value)
        context.call_on_close(partial(os.environ.pop, option.envvar, None))


PASSWORDS = click.option(
    "--password-file",
    type=click.Path(exists=True, dir_okay=False, readable=True),
    envvar="KG_PASSWORD_FILE",
    expose_value=False,
    callback=_kept,
    help="A file with passwords of encrypted PDFs, one a line.",
)
LARGEST = click.option(
    "--max-bytes",
    type=click.IntRange(1),
    envvar="KG_MAX_BYTES",
    expose_value=False,
    callback=_kept,
    help="The largest file that is read.  [default: 50000000]",
)


def _told(problem: KgError) -> NoReturn:
    click.echo(click.style("Fout: ", fg="red", bold=True) + str(problem), err=True)
    sys.exit(problem.exit_code)


def _damage(problem: RuntimeError) -> KgError:
    """Damage that the engine comes upon after the store was opened.  Raises what is none."""
    from kg.store import damaged

    if not str(problem).startswith("Corruption"):
        raise problem
    return damaged("store", problem)


class _Group(click.Group):
    """Turns every foreseen problem into one line and an exit code."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        kwargs["standalone_mode"] = False
        try:
            starting.done()
            code = super().main(*args, **kwargs)
        except click.ClickException as problem:
            problem.show()
            sys.exit(problem.exit_code)
        except KgError as problem:
            _told(problem)
        except (KeyboardInterrupt, click.Abort) as stop:
            starting.over()
            cause = stop if isinstance(stop, KeyboardInterrupt) else stop.__cause__ or stop.__context__ or stop
            click.echo(" ".join((starting.LINE, *getattr(cause, "__notes__", ()))), err=True)
            sys.exit(130)
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(141)
        except RuntimeError as problem:
            _told(_damage(problem))
        sys.exit(code if isinstance(code, int) else 0)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(VERSION, prog_name="kg")
def main() -> None:
    """Kamervragen as a knowledge graph: every fact can show the sentence it came from.

    \b
    kg build examples --store kg-store      documents in, a validated graph out
    kg ask                                  the questions that can be asked
    kg ask spread-of-amount                 an answer with its sentences
    kg why SUBJECT PREDICATE OBJECT         where exactly does it say so?
    """


def opened(path: str) -> Store:
    """The store at a path, for reading."""
    from kg.store import open_store

    return open_store(Path(path))


@contextmanager
def progress_bar(quiet: bool, label: str) -> Iterator[Callable[[int, int], None] | None]:
    """A progress bar on standard error, where that is a terminal."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


@contextmanager
def output(path: str) -> Iterator[BinaryIO]:
    """A binary stream to a file, or to standard output for "-"."""
    if path == "-":
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    try:
        with Path(path).open("wb") as out:
            yield out
    except OSError as problem:
        raise click.UsageError(f"{path}: cannot be written ({problem.strerror}).") from problem


def _commands() -> None:
    """Every file of this folder without an underscore adds its commands to `main`."""
    for module in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{module.name}")


_commands()
