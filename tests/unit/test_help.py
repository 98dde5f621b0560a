"""The help of every command says each default once."""

import pytest

from orchestration.cli import COMMANDS, main


@pytest.mark.parametrize("command", COMMANDS)
def test_no_default_is_told_twice(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main([command, "--help"])
    told = " ".join(capsys.readouterr().out.split())
    assert "(default: None)" not in told
    for option in told.split("options: ")[1].split(" --"):
        assert option.count("(default:") <= 1, option
