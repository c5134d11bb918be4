"""The worker of the web server: slow clients hold no thread, and nobody is left standing when it stops."""

import contextlib
import signal
import socket
import time

import pytest
from gunicorn.config import Config

from portal.worker import Worker

from .conftest import ends_well, free_port, wait_for

pytestmark = pytest.mark.xdist_group("processes")

LIVEZ = b"GET /livez HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"


def answered(reader):
    """Whether a whole answer of /livez comes."""
    answer = b""
    while not answer.endswith(b"ok") and (piece := reader.recv(1000)):
        answer += piece
    return answer.startswith(b"HTTP/1.1 200")


@pytest.fixture(scope="module")
def web(released, procfile):
    """Offer a web server with one process and eight threads."""
    with released.process(procfile["web"], WEB_CONCURRENCY="1", WEB_THREADS="8") as process:
        wait_for(lambda: released.get("/livez") == (200, "ok"), "answer", process)
        yield process


@pytest.fixture
def connect(web, released):
    """Offer a function that opens a connection and sends some bytes."""
    with contextlib.ExitStack() as open_ones:

        def opened(data=b""):
            connection = open_ones.enter_context(socket.create_connection(("127.0.0.1", released.port), timeout=30))
            connection.sendall(data)
            return connection

        yield opened


@pytest.mark.parametrize(
    "begun", [b"", b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: "], ids=["silent", "half a head"]
)
def test_forty_half_open_connections_do_not_block_readers(connect, begun):
    for _connection in range(40):
        connect(begun)
    for _reader in range(5):
        reader = connect(LIVEZ)
        assert answered(reader)


def test_a_request_that_comes_in_pieces_is_answered_when_it_is_whole(connect):
    reader = connect(LIVEZ[:10])
    for place in range(10, len(LIVEZ), 7):
        time.sleep(0.01)
        reader.sendall(LIVEZ[place : place + 7])
    assert answered(reader)


def test_kept_connections_that_begin_a_second_request_hold_no_thread_either(connect):
    for _connection in range(20):
        reader = connect(LIVEZ)
        assert answered(reader)
        reader.sendall(LIVEZ[:12])
    assert answered(connect(LIVEZ))
    reader.sendall(LIVEZ[12:])
    assert answered(reader)


def test_requests_that_are_sent_ahead_are_answered_one_after_the_other(connect):
    reader = connect(LIVEZ + LIVEZ + LIVEZ[:20])
    answers = b""
    while answers.count(b"HTTP/1.1 200") < 2 or not answers.endswith(b"ok"):
        answers += reader.recv(1000)
    reader.sendall(LIVEZ[20:])
    assert answered(reader)


def test_a_body_arrives_whole_with_its_head_in_pieces(connect):
    body = b"x" * 50_000
    head = b"POST /admin/login/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: %d\r\n\r\n" % len(body)
    reader = connect(head[:30])
    reader.sendall(head[30:] + body)
    assert reader.recv(1000).startswith(b"HTTP/1.1 403"), "the form's token is missing, and that is all"


def test_a_head_without_end_is_refused(connect):
    reader = connect()
    with contextlib.suppress(ConnectionError):
        reader.sendall(b"GET / HTTP/1.1\r\n" + b"X-Long: %s\r\n" % (b"x" * 8000) * 10)
        assert reader.recv(1000).startswith(b"HTTP/1.1 431")


def test_who_has_asked_before_the_end_is_answered(released, procfile):
    port = free_port()
    with (
        released.process(procfile["web"], WEB_CONCURRENCY="1", PORT=str(port)) as process,
        contextlib.ExitStack() as crowd,
    ):

        def connected():
            return crowd.enter_context(socket.create_connection(("127.0.0.1", port), timeout=30))

        wait_for(connected, "connection", process)
        readers = [connected() for _reader in range(30)]
        for reader in readers:
            reader.sendall(LIVEZ)
        assert ends_well(process, signal.SIGTERM) == 0
        assert all(map(answered, readers))


def test_a_second_signal_to_leave_does_not_interrupt_the_first():
    class Pool:
        shut = 0

        def shutdown(self, wait):
            self.shut += 1
            worker.handle_quit(None, None)  # the second signal comes here

    worker = object.__new__(Worker)
    worker.tpool = Pool()
    worker.cfg = Config()
    with pytest.raises(SystemExit):
        worker.handle_quit(None, None)
    assert worker.tpool.shut == 1
