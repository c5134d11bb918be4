"""What other machines are to be told: written with the change itself, sent afterwards by the clock process.

``models`` is the table, ``delivery`` how something gets into it and out of it,
``viewsets`` the log that administrators see. A request never waits for another
machine: it writes a row in its own transaction, so what is rolled back is never
sent, and what is committed is sent, however long the other side is away.

Something new to send needs one function::

    from portal.outbox.delivery import delivers, put

    put("ping", {"url": url}, key=url)  # inside the transaction of the change

    @delivers("ping", batch=100)  # in a module that an AppConfig.ready() imports
    def ping(entries):
        fetch(HUB, method="POST", data=..., purpose="ping")
"""
