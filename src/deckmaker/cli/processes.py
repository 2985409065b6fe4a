"""How several processes that build side by side end together: by Ctrl-C, or when the first of them is killed."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import parent_process
from threading import Thread


@contextmanager
def ctrl_c_waits() -> Iterator[None]:
    """While processes part, so that none of them is interrupted before it knows what to do then."""
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        _hear_ctrl_c()


def follow_the_first() -> None:
    """What each further process does first.

    Ctrl-C is for the first process, which then begins no further deck and waits for those that are being made. When
    the first is killed, nobody waits for this one any more, so it ends too.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _hear_ctrl_c()
    first = parent_process()

    def end_with_the_first() -> None:
        if first is not None:
            first.join()
            os._exit(1)

    Thread(target=end_with_the_first, daemon=True).start()


def _hear_ctrl_c() -> None:
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
