"""What several tests of imports ask for."""

import pytest

from tests.news.intake.writing.moving import jpeg


@pytest.fixture
def uploads(tmp_path):
    """Offer a folder of uploads, and a function that puts a file into it."""
    folder = tmp_path / "uploads"

    def put(path="2024/06/bell.jpg", content=None):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content or jpeg())
        return str(folder)

    return put
