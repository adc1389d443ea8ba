"""What tests of refusals share."""

import time
from collections.abc import Callable, Mapping

import pytest

from cchc.intake import read_source
from cchc.intake.values import SourceRefused

Refusal = Callable[[str, bytes], tuple[str, Mapping[str, object]]]


@pytest.fixture
def refusal() -> Refusal:
    """Return a function that reads a file which must be refused, within seconds, and gives key and parameters."""

    def refuse(name: str, data: bytes) -> tuple[str, Mapping[str, object]]:
        begin = time.perf_counter()
        with pytest.raises(SourceRefused) as caught:
            read_source(name, data)
        assert time.perf_counter() - begin < 5
        assert caught.value.exit_status == 3
        return caught.value.key, caught.value.params

    return refuse
