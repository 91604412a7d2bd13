"""Run the pages' server on this machine."""

from __future__ import annotations

import socket
import threading
import webbrowser
from pathlib import Path

import click

from .common import Failure
from .listening import Listening, see_to_passphrase


def serve(folder: Path, listening: Listening, *, browser: bool, works: bool = False, profile: str = "") -> None:
    """Serve a store's pages until interrupted.

    Args:
        folder: where the store lies.
        listening: where to listen, and how what is sent is protected.
        browser: open the page in the browser.
        works: do the background work too, unless another program does it.
        profile: the policy for once; "" for the one that the person chose.

    Raises:
        Failure: the port is taken, or the pages can be reached from elsewhere and there is no passphrase.
        StoreError: the store can't be used.
    """
    import uvicorn

    from sincerely.app.connections.feed import public as public_address
    from sincerely.app.connections.held import HeldStore
    from sincerely.app.here import now
    from sincerely.app.mail_in.reading_in import Readings
    from sincerely.app.today.policies import policy_of
    from sincerely.web.app import Site, create_app
    from sincerely.web.warm import warm_beside

    from .working import background, beside, ended_by_signals

    held = HeldStore(folder, profile)
    with held.opened() as store:
        public = public_address(store)  # What is wrong with the store is said here, not on the first page.
        policy = policy_of(store, profile)
        if listening.beyond:
            see_to_passphrase(store, listening)
    told = listening.server()
    work = background(folder, profile) if works else None
    sock = _bind(listening.host, listening.port)
    port = sock.getsockname()[1]
    site = Site(
        held.opened,
        policy,
        now,
        listening.hosts(port),
        public.host if public else "",
        locked=listening.beyond,
        https=listening.https,
        folder=folder,
        profile=profile,
        at_once=work.poke if work is not None else lambda: None,
        mark=held.mark,
    )
    app = create_app(site)
    readings: Readings = app.state.readings
    readings.resume()
    config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False, **told)
    server = uvicorn.Server(config)
    click.echo(f"Today is at {listening.url(port)} (Ctrl-C ends it)", err=True)
    if browser:
        threading.Timer(0.5, webbrowser.open, [listening.url(port)]).start()
    warm_beside(app)

    def stop() -> None:
        server.should_exit = True

    # The server listens to signals while it runs, and raises them again afterwards; before and after, we take them.
    with ended_by_signals(stop), beside(work):
        server.run(sockets=[sock])
        readings.close()
        held.close()


def _bind(host: str, port: int) -> socket.socket:
    sock = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        sock.bind((host, port))
        sock.listen()  # whoever opens the address that is printed now waits, and is not turned away
    except OSError as error:
        sock.close()
        raise Failure(f"port {port} of {host} is taken ({error.strerror}); choose another with --port, or 0") from error
    return sock
