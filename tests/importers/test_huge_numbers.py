"""Numbers beyond all bounds where exports have Unix times: that row is skipped, the others count."""

from pathlib import Path
from typing import Any

import pytest

from klout_cli.files.limits import Limits
from klout_cli.importers.read import read
from klout_cli.values.dates import midnight
from klout_cli.values.reading import Reading
from tests.importers.inputs import write_folder

READING = Reading(latest=midnight(2026, 3, 3))
AT = midnight(2026, 1, 5)
HUGE = [10**400, -(10**400), 10**30, "9" * 400, "9" * 4_999, 1e300]


def telegram(at: Any) -> tuple[str, Any]:
    messages = [
        {"id": number, "type": "message", "date_unixtime": time, "text": "Kaffee"}
        for number, time in enumerate((str(AT), at), start=1)
    ]
    channel = {"name": "Kaffeepause", "type": "public_channel", "id": 77, "messages": messages}
    return "ChatExport_2026-03-01/result.json", channel


def instagram(at: Any) -> tuple[str, Any]:
    media = [
        {"media": [{"uri": f"media/posts/{number}.jpg", "creation_timestamp": time, "title": "x"}]}
        for number, time in enumerate((AT, at))
    ]
    return "your_instagram_activity/media/posts_1.json", media


def facebook(at: Any) -> tuple[str, Any]:
    posts = [
        {"timestamp": time, "data": [{"post": f"Kaffee {number}"}], "title": "Mia Muster"}
        for number, time in enumerate((AT, at))
    ]
    return "your_facebook_activity/posts/your_posts__check_ins__photos_and_videos_1.json", posts


@pytest.mark.parametrize("at", HUGE, ids=lambda at: f"{str(at)[:3]}…{len(str(at))}")
@pytest.mark.parametrize("export", [telegram, instagram, facebook])
def test_w8_a_time_beyond_all_bounds_costs_its_row(tmp_path: Path, export: Any, at: Any) -> None:
    name, content = export(at)
    folder = write_folder(tmp_path / "export", {name: content})
    (row,) = [row for row in read([folder], READING, Limits()).ledger if row.read]
    assert (row.read, row.used, row.skipped) == (2, 1, 1)
    assert row.reasons == {"not a date": 1}
