"""gunicorn's threaded worker, made patient: a connection gets a thread when its request is there, and not before.

gunicorn's own worker gives every connection a thread at once and lets it wait
there; a few dozen clients that send their request byte by byte, or nothing at
all, hold all threads and with them the site. Here the one thread that accepts
connections also collects the head of each request. A client that is slow costs
a little memory, until its time is up.
"""

import socket
import time
from contextlib import suppress
from functools import partial
from selectors import EVENT_READ
from struct import pack

from gunicorn.workers.gthread import STOP_KEEPALIVE_LINGER, TConn, ThreadWorker

# Seconds for the head of a request, from the connection or the end of the last answer.
HEAD_LIMIT = 10
# Seconds for which a thread waits for more of a body, or for the client to take more of an answer.
STALL_LIMIT = 20
END_OF_HEAD = b"\r\n\r\n"
MAX_HEAD = 64 * 1024
TOO_LONG = b"HTTP/1.1 431 Request Header Fields Too Large\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
READ_AT_ONCE = 16 * 1024


class Worker(ThreadWorker):
    """Reads the heads of requests without holding a thread, and leaves nobody standing when it stops."""

    is_quitting = False

    def handle_quit(self, sig, frame):
        """Leave at once, and only once.

        Ctrl-C reaches a worker twice, from the terminal and from its master; the
        second time would interrupt the first and wait for ever for a lock that it holds.
        """
        if not self.is_quitting:
            self.is_quitting = True
            super().handle_quit(sig, frame)

    def accept(self, listener):
        """Take a connection and wait for its request; return whether there was one."""
        if self.cfg.is_ssl:  # encrypted here: the head cannot be told from the bytes
            super().accept(listener)
            return False
        try:
            connection, address = listener.accept()
        except (BlockingIOError, ConnectionAbortedError):
            return False
        self.nr_conns += 1
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, pack("ll", STALL_LIMIT, 0))
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, pack("ll", STALL_LIMIT, 0))
        self._await_head(TConn(self.cfg, connection, address, listener.getsockname()))
        return True

    def on_client_socket_readable(self, conn, client):
        """Wait for the whole head of the next request on a kept connection, too."""
        self.poller.unregister(client)
        self.keepalived_conns.remove(conn)
        self._await_head(conn)

    def on_pending_socket_readable(self, conn, client):
        """Take in what has come, and stop waiting if that was all that was needed."""
        arrived = self._take_in(conn)
        if arrived is not None:
            self.poller.unregister(client)
            self.pending_conns.remove(conn)
            self._go_on(conn, arrived)

    def enqueue_req(self, conn):
        """Hand a connection to a thread; one that has sent a part of its next request too early waits for the rest."""
        early = conn.parser.unreader.take_buffered() if conn.initialized and not conn.is_http2 else b""
        if not early:
            super().enqueue_req(conn)
        elif END_OF_HEAD in early:
            conn.head = bytearray(early)
            super().enqueue_req(conn)
        else:
            self._await_head(conn, early)

    def handle(self, conn):
        """Serve a request in a thread, beginning with the head that is there already."""
        head = getattr(conn, "head", b"")
        if head:
            conn.head = b""
            conn.data_ready = True
            conn.init()
            conn.parser.unreader.unread(bytes(head))
        return super().handle(conn)

    def set_accept_enabled(self, enabled):
        """Open or close the door. A worker that stops takes in everybody who has already come."""
        super().set_accept_enabled(enabled)
        if enabled or self.alive:
            return
        for listener in self.sockets:
            while self.accept(listener):
                pass
            # A socket that stays open goes on collecting connections that nobody would ever answer.
            listener.sock.close()

    def _await_head(self, conn, head=b""):
        conn.head = bytearray(head)
        conn.sock.setblocking(False)
        arrived = self._take_in(conn)  # most send their request at once
        if arrived is not None:
            self._go_on(conn, arrived)
            return
        conn.timeout = time.monotonic() + (HEAD_LIMIT if self.alive else STOP_KEEPALIVE_LINGER)
        self.pending_conns.append(conn)
        self.poller.register(conn.sock, EVENT_READ, partial(self.on_pending_socket_readable, conn))

    def _take_in(self, conn):
        """Read once. Returns True when the head is whole, False when it never will be, None when more must come."""
        try:
            piece = conn.sock.recv(READ_AT_ONCE)
        except (BlockingIOError, InterruptedError):
            return None
        except OSError:
            return False
        begun = max(0, len(conn.head) - len(END_OF_HEAD))
        conn.head += piece
        if END_OF_HEAD in conn.head[begun:]:
            return True
        return None if piece and len(conn.head) <= MAX_HEAD else False

    def _go_on(self, conn, whole):
        if whole:
            super().enqueue_req(conn)
            return
        self.nr_conns -= 1
        if len(conn.head) > MAX_HEAD:
            with suppress(OSError):
                conn.sock.send(TOO_LONG)
        conn.close()

    def _cap_keepalive(self, deadline):
        super()._cap_keepalive(deadline)
        for conn in self.pending_conns:
            conn.timeout = min(conn.timeout, deadline)
