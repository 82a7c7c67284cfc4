"""What `klout inspect` says of every source that the sample person has no export of.

The sample person's are in test_screens.
"""

import re
from pathlib import Path

import pytest

from tests.cli.modern_exports import MODERN
from tests.cli.processes import klout
from tests.cli.small_exports import SMALL

EXPORTS = {**SMALL, **MODERN}


@pytest.mark.parametrize("name", EXPORTS)
def test_every_other_source_is_told_in_full(tmp_path: Path, name: str) -> None:
    for file, content in EXPORTS[name].items():
        path = tmp_path / name / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    done = klout("inspect", name, cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    rows = re.findall(r"^  \S.*? ([\d,]+) +([\d,]+)$", done.out, re.MULTILINE)
    counts = [tuple(int(cell.replace(",", "")) for cell in row) for row in rows]
    assert counts and all(skipped <= read for read, skipped in counts)
    assert sum(read - skipped for read, skipped in counts) > 0


@pytest.mark.parametrize(
    "files",
    [
        {
            "connections/friends/your_friends.json": '{"friends_v9": {"all": []}}',
            "your_facebook_activity/posts/your_posts_1.json": '"text"',
        },
        {
            "connections/followers_and_following/followers_1.json": '{"v9": []}',
            "your_instagram_activity/media/posts_1.json": '{"v9": []}',
        },
        {
            "data/account.js": 'window.YTD.account.v9 = [{"acct": {}}]',
            "data/tweets.js": 'window.YTD.tweets.v9 = {"items": []}',
        },
    ],
    ids=["facebook", "instagram", "x"],
)
@pytest.mark.parametrize(("command", "code"), [("inspect", 0), ("score", 3)])
def test_a_layout_that_is_not_known_yet_is_told_with_the_remedy(
    tmp_path: Path, files: dict[str, str], command: str, code: int
) -> None:
    for file, content in files.items():
        path = tmp_path / "export" / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    done = klout(command, "export", cwd=tmp_path)
    assert done.code == code
    assert "The format may be new, so update klout-cli." in done.out + done.err
