"""What comes in: reader → neutral record → mapper → writer → verification.

A reader (`news.intake.readers`) turns the export of one system into the records
of `news.intake.record`, one at a time. The mapper (`news.intake.mapping`) turns
the body of a record into what a StreamField stores. The writer
(`news.intake.writing`) makes pages, authors and pictures of it, and the
verification (`news.intake.verification`) compares what went in with what stands.
"""
