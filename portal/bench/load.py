"""Readers: connections that ask for one address again and again and take each answer in whole."""

import socket
import threading
import time

from portal.bench.servers import HOST

TIMEOUT = 30


class Reader:
    """One connection that stays open."""

    def __init__(self, port):
        self.socket = socket.create_connection((HOST, port), TIMEOUT)
        self.port = port
        self.rest = b""

    def ask(self, address):
        """Return ``(status line, headers, body)`` for an address; the names of headers in lower case."""
        lines = [f"GET {address} HTTP/1.1", f"Host: {HOST}:{self.port}", "Accept-Encoding: br", "", ""]
        self.socket.sendall("\r\n".join(lines).encode())
        while b"\r\n\r\n" not in self.rest:
            self._more()
        head, _, self.rest = self.rest.partition(b"\r\n\r\n")
        status, *fields = head.decode("latin-1").split("\r\n")
        headers = [tuple(field.split(": ", 1)) for field in fields]
        length = int(next(value for name, value in headers if name.lower() == "content-length"))
        while len(self.rest) < length:
            self._more()
        body, self.rest = self.rest[:length], self.rest[length:]
        return status, headers, body

    def _more(self):
        piece = self.socket.recv(1 << 18)
        if not piece:
            raise ConnectionError("the server has hung up")
        self.rest += piece

    def close(self):
        self.socket.close()


def drive(port, address, *, seconds, connections):
    """Let so many readers ask for so long. Returns ``(requests answered, seconds)``."""
    readers = [Reader(port) for _ in range(connections)]
    counts = [0] * connections
    began = time.perf_counter()

    def read(number):
        while time.perf_counter() - began < seconds:
            readers[number].ask(address)
            counts[number] += 1

    threads = [threading.Thread(target=read, args=(number,)) for number in range(connections)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    took = time.perf_counter() - began
    for reader in readers:
        reader.close()
    return sum(counts), took
