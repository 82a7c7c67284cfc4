"""Networks without reference values: all of them are `other`, and still accounts of their own."""

from pathlib import Path

from klout_cli.files.container import Limits
from klout_cli.importers.read import read
from klout_cli.person.accounts import merge_accounts
from klout_cli.values.dates import midnight
from klout_cli.values.reading import Reading
from tests.importers.inputs import write_folder

READING = Reading(latest=midnight(2026, 3, 3))


def test_one_person_may_bear_another_name_on_each_and_tables_join_by_it(tmp_path: Path) -> None:
    channel = {
        "name": "Kaffee",
        "type": "public_channel",
        "id": 7,
        "messages": [{"id": 1, "type": "message", "date_unixtime": "1768000000"}],
    }
    post = "p1,https://www.reddit.com/r/x/comments/p1/,2026-01-10 09:30:00 UTC,x,Titel"
    files = {
        "telegram/result.json": channel,
        "reddit/posts.csv": f"id,permalink,date,subreddit,title\n{post}\n",
        "reddit/statistics.csv": "statistic,value\naccount name,mia_m\n",
        "kept.csv": "date,network,account,text,likes\n2026-01-10,Reddit,mia_m,Titel,7\n2026-01-11,Telegram,Kaffee,x,3\n",
    }
    found = read([write_folder(tmp_path, files)], READING, Limits())
    merged, _ = merge_accounts(found.exports)
    assert (
        sorted(account.id for account in merged) == ["other:Reddit/mia_m", "other:Telegram/Kaffee"]
        and not found.refused
    )
