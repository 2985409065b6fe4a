"""``deckmaker completion``: lets a shell complete commands, decks, formats and records with the tab key."""

from __future__ import annotations

import click

_SHELLS = ("bash", "zsh", "fish")


@click.command()
@click.argument("shell", type=click.Choice(_SHELLS))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print what makes a shell complete commands, decks, formats and records.

    The shell has to read it once at its start; then the tab key works.

    \b
    Examples:
      bash:  echo 'eval "$(deckmaker completion bash)"' >> ~/.bashrc
      zsh:   echo 'eval "$(deckmaker completion zsh)"' >> ~/.zshrc
      fish:  deckmaker completion fish > ~/.config/fish/completions/deckmaker.fish
    """
    from click.shell_completion import get_completion_class

    made = get_completion_class(shell)
    if made is None:
        raise click.UsageError(f"click cannot complete in {shell}")
    program = made(ctx.find_root().command, {}, "deckmaker", "_DECKMAKER_COMPLETE")
    click.echo((program.source_template % program.source_vars()).strip() + "\n", nl=False)


COMMAND = completion
