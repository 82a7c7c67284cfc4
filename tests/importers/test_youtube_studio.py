from collections.abc import Sequence
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klout_cli.files.container import Member, open_container
from klout_cli.importers.youtube import CUT, EARLIER, FOOTER, SUMS, TOTAL, YouTubeStudio
from klout_cli.person.accounts import merge_accounts
from klout_cli.values.aliases import table_kind
from klout_cli.values.dates import midnight
from tests.importers import inputs
from tests.importers.inputs import FIXTURES, member

SETTINGS = settings(deadline=None, derandomize=True, max_examples=40)
ZIP = "Content 2025-12-01_2026-02-28 Erikas Kanal.zip"
ENGLISH = (
    "Content",
    "Video title",
    "Video publish time",
    "Duration",
    "Engaged views",
    "Subscribers",
    "Impressions",
    "Unique viewers",
    "Shares",
    "Likes",
    "Likes (vs. dislikes) (%)",
    "Comments added",
    "Views",
    "Watch time (hours)",
)
SHY = "\u00ad"
GERMAN = (
    f"Vi{SHY}de{SHY}os",
    f"Vi{SHY}deo{SHY}ti{SHY}tel",
    f"Ver{SHY}öf{SHY}fent{SHY}li{SHY}chungs{SHY}zeit{SHY}punkt des Vi{SHY}de{SHY}os",
    "Dau\u00ader",
    f"Auf{SHY}ru{SHY}fe",
    f"Wie{SHY}der{SHY}ga{SHY}be{SHY}zeit (Stun{SHY}den)",
    f"Abon{SHY}nen{SHY}ten",
    f"„Mag ich“-Be{SHY}wer{SHY}tun{SHY}gen",
    f"Hin{SHY}zu{SHY}ge{SHY}füg{SHY}te Kom{SHY}men{SHY}ta{SHY}re",
    f"Ge{SHY}teil{SHY}te In{SHY}hal{SHY}te",
)


def file(
    rows: Sequence[Sequence[object]], name: str = "Table data.csv", container: str = ZIP
) -> Member:
    return member(inputs.table(*rows), name, container)


def video(number: int = 1, **cells: object) -> list[object]:
    """A row of the English table: engaged views 40, unique viewers 30, shares 2, likes 8, comments 3, views 100."""
    known = dict(
        zip(
            ENGLISH,
            (
                f"vid-o_{number:05}",
                f"Titel {number}",
                "Jan 9, 2026",
                61,
                40,
                1,
                900,
                30,
                2,
                8,
                90.5,
                3,
                100,
                5.25,
            ),
            strict=True,
        )
    )
    return list((known | {name.replace("_", " "): cell for name, cell in cells.items()}).values())


def table(*rows: Sequence[object], name: str = "Table data.csv", container: str = ZIP) -> Member:
    return file([ENGLISH, *rows], name, container)


read = partial(inputs.read, YouTubeStudio())
one = partial(inputs.read_one, YouTubeStudio())


def test_a_table_in_english() -> None:
    export = one(
        table(
            ["Total", "", "", "", 99, 5, 9, 0, 9, 9, 90, 9, 99, 9.5], video(1), video(2, Likes="")
        )
    )
    assert (export.network, export.handle, export.exported_at) == (
        "youtube",
        "Erikas Kanal",
        midnight(2026, 3, 1) - 1,
    )
    first, second = export.posts
    assert (first.id, first.at, first.precision, first.text) == (
        "vid-o_00001",
        midnight(2026, 1, 9),
        "day",
        "Titel 1",
    )
    assert (first.likes, first.comments, first.shares, first.reach, first.impressions) == (
        8,
        3,
        2,
        30,
        40,
    )
    assert second.likes is None, "empty is unknown, not 0"
    (row,) = export.ledger
    assert (row.read, row.skipped, row.notes) == (3, 0, {TOTAL: 1})
    assert not export.levels, "subscribers are the change of the period, never their number"


def test_a_table_in_german_with_soft_hyphens_and_its_ragged_footer() -> None:
    rows = [
        GERMAN,
        [f"Ge{SHY}samt", "", "", "", 4057, 20.5, 56, 90, 9, 9],
        [" -iTBX-c3ATo", "Krisentelefon", "Dec 30, 2025", 200, 310, 7.5, 4, 21, 6, 2],
        [f"Die 500 bes{SHY}ten Er{SHY}geb{SHY}nis{SHY}se an{SHY}ge{SHY}zeigt"],
    ]
    export = one(
        file(
            rows,
            "Tabellendaten.csv",
            "Vi\u00adde\u00ados 2025-12-01_2026-02-28 Erikas Kanal (1).zip",
        )
    )
    (post,) = export.posts
    assert (post.id, post.impressions, post.likes, post.comments, post.shares) == (
        "-iTBX-c3ATo",
        310,
        21,
        6,
        2,
    )
    assert post.url == "https://youtu.be/-iTBX-c3ATo" and export.handle == "Erikas Kanal"
    assert (
        export.notes == (CUT,)
        and export.ledger[0].notes[FOOTER] == 1
        and export.ledger[0].skipped == 0
    )


LANGUAGES = {
    "Spanish": (
        "Contenido,Título del vídeo,Hora de publicación del vídeo,Duración,Visualizaciones,"
        "Tiempo de visualización (horas),Suscriptores,Me gusta,Comentarios añadidos,Compartidos,"
        "Espectadores únicos",
        "Datos de la tabla",
        ("Totales", "Fecha,Visualizaciones"),
        "9 ene 2026",
    ),
    "French": (
        "Contenu,Titre de la vidéo,Heure de publication de la vidéo,Durée,Vues,"
        "Durée de visionnage (heures),Abonnés,J'aime,Commentaires ajoutés,Partages,"
        "Spectateurs uniques",
        "Données du tableau",
        ("Totaux", "Date,Vues"),
        "9 janv. 2026",
    ),
    "Portuguese": (
        "Conteúdo,Título do vídeo,Horário de publicação do vídeo,Duração,Visualizações,"
        'Tempo de exibição (horas),Inscritos,"Marcações ""Gostei""",Comentários adicionados,'
        "Compartilhamentos,Espectadores únicos",
        "Dados da tabela",
        ("Total", "Data,Visualizações"),
        "9 de jan. de 2026",
    ),
    "Italian": (
        "Contenuti,Titolo video,Ora pubblicazione video,Durata,Visualizzazioni,"
        "Tempo di visualizzazione (ore),Iscritti,Mi piace,Commenti aggiunti,Condivisioni,"
        "Spettatori unici",
        "Dati della tabella",
        ("Totali", "Data,Visualizzazioni"),
        "9 gen 2026",
    ),
    "Chinese": (
        "内容,视频标题,视频发布时间,时长,观看次数,观看时长（小时）,订阅人数,点赞次数,"
        "添加的评论数,分享次数,唯一身份观看者人数",
        "表格数据",
        ("总计", "日期,观看次数"),
        "2026年1月9日",
    ),
}


@pytest.mark.parametrize("written", ["Jan 9, 2026", ""], ids=["English date", "own date"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_tables_in_other_languages(language: str, written: str) -> None:
    header, name, (series, columns), own = LANGUAGES[language]
    rows = (
        f'{header}\nΣ,,,,"4\u202f100",5,9,9,9,9,90\n'
        f'vid-o_00001,Café,"{written or own}",61,"4\u202f000",5.25,1,8,3,2,30\n'
    )
    container = "X 2025-12-01_2026-02-28 Canal.zip"
    export = one(
        member(rows.encode(), f"{name}.csv", container),
        member(f"{columns}\n2026-01-09,100\n".encode(), f"{series}.csv", container),
    )
    (post,) = export.posts
    assert (post.id, post.at, post.text) == ("vid-o_00001", midnight(2026, 1, 9), "Café")
    assert (post.impressions, post.likes, post.comments, post.shares, post.reach) == (
        4000,
        8,
        3,
        2,
        30,
    )
    assert export.handle == "Canal"
    assert [(row.read, row.skipped) for row in export.ledger] == [(1, 0), (2, 0)]
    assert export.ledger[0].notes == {SUMS: 1} and export.ledger[1].notes == {TOTAL: 1}


@pytest.mark.parametrize("word", ["Total", "Totale", "Totaux", "总计", "合計", "Σύνολο"])
def test_a_row_of_totals_is_told_by_what_it_lacks(word: str) -> None:
    export = one(table([word, "", "", "", 99, 5, 9, 0, 9, 9, 90, 9, 99, 9.5], video()))
    assert len(export.posts) == 1 and export.ledger[0].notes == {TOTAL: 1}


def test_a_padded_footer_and_a_full_table_say_that_it_is_cut() -> None:
    assert one(table(video(), ["Showing top 500 results", *[""] * 13])).notes == (CUT,)
    assert one(table(*map(video, range(500)))).notes == (CUT,)
    assert one(table(*map(video, range(499)))).notes == ()


def test_views_of_who_stayed_are_preferred_to_starts() -> None:
    header = [name for name in ENGLISH if name != "Engaged views"]
    row = [cell for name, cell in zip(ENGLISH, video(), strict=True) if name != "Engaged views"]
    assert one(file([header, row])).posts[0].impressions == 100
    assert one(table(video(Engaged_views=""))).posts[0].impressions is None


def test_columns_in_any_order() -> None:
    expected = one(table(video())).posts
    assert one(file([ENGLISH[::-1], video()[::-1]])).posts == expected


def test_a_title_like_a_date_is_a_title() -> None:
    (post,) = one(table(video(Video_title="March 27, 2021"))).posts
    assert (post.text, post.at) == ("March 27, 2021", midnight(2026, 1, 9))


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"Video_publish_time": ""}, "no date"),
        ({"Video_publish_time": "gestern"}, "not a date"),
        ({"Video_publish_time": "Jan 9, 2044"}, "date in the future"),
        ({"Content": "PLxyz"}, "no video id"),
        ({"Content": "vid-o_00002"}, "same video twice"),
        ({"Likes": -2}, "negative count"),
        ({"Shares": "viele"}, "not a number"),
    ],
    ids=["D unpublished", "D4", "D7", "id", "U1", "Q negative", "Q text"],
)
def test_rows_that_are_no_video_are_skipped_by_reason(
    cells: dict[str, object], reason: str
) -> None:
    export = one(table(video(2), video(1, **cells)))
    assert len(export.posts) == 1 and export.ledger[0].reasons == {reason: 1}


def test_counts_of_videos_from_before_the_period_are_unknown() -> None:
    export = one(
        table(
            video(1, Video_publish_time="Nov 30, 2025"), video(2, Video_publish_time="Dec 1, 2025")
        )
    )
    before, within = export.posts
    assert before.reactions is None and before.impressions is None and within.reactions == 13
    assert export.ledger[0].notes == {EARLIER: 1}


def test_series_are_never_added_and_tell_the_period_where_no_name_does() -> None:
    totals = file(
        [("Date", "Likes"), *((f"2026-01-{day:02}", 100) for day in range(5, 20))], "Totals.csv", ""
    )
    chart = file(
        [("Date", *ENGLISH[:3], "Views"), ("2026-01-05", *video()[:3], 9)], "Chart data.csv", ""
    )
    rows = video(1), video(2, Video_publish_time="Jan 4, 2026")
    export = one(table(*rows, container=""), totals, chart)
    assert (export.handle, export.exported_at) == ("youtube", midnight(2026, 1, 19))
    assert [post.likes for post in export.posts] == [8, None]
    assert [row.notes.get(SUMS) for row in export.ledger] == [1, 15, None]


def test_german_series_of_subscribers_are_no_posts_of_a_table() -> None:
    totals = file(
        [("Da\u00adtum", "Abon\u00adnen\u00adten"), ("2026-01-05", 7)], "Gesamtwerte (1).csv", ""
    )
    assert len(YouTubeStudio().identify([totals])) == 1 and table_kind(totals) == ""
    own = file([("Datum", "Abonnenten"), ("2026-01-05", 7)], "abonnenten.csv", "")
    assert YouTubeStudio().identify([own]) == [] and table_kind(own) == "posts"


@pytest.mark.parametrize(
    "header",
    [
        ("Subscription status", "Views", "Watch time (hours)"),
        ("Viewer age", "Views (%)", "Average view duration"),
        ("Traffic source", "Views", "Watch time (hours)"),
        ("Date", "Subscription status", "Views"),
    ],
)
def test_other_tabs_are_counted_and_not_used(header: Sequence[str]) -> None:
    export = one(file([header, *([("2026-01-05", 1, 2)] * 3)], "Viewer_age.csv"))
    assert (
        not export.posts
        and export.ledger[0].notes == {SUMS: 3}
        and table_kind(file([header], "a.csv")) == ""
    )


@pytest.mark.parametrize("name", ["Table data.csv", "Kanal Januar.csv", "Table data (2).csv"])
def test_files_are_told_by_their_headers(name: str) -> None:
    assert (
        len(one(table(video(), name=name)).posts) == 1
        and table_kind(table(video(), name=name)) == ""
    )


@pytest.mark.parametrize(
    "header",
    [
        ("Time", "Video title", "Video link", "Post time", "Total likes", "Total views"),
        ("Date", "Views"),
        ("date", "text", "likes"),
        ("Video ID", "Video Title (Original)", "Privacy"),
    ],
    ids=["TikTok Studio", "any series", "posts table", "Takeout"],
)
def test_what_is_not_of_studio_is_not_claimed(header: Sequence[str]) -> None:
    assert read(file([header, ["1"] * len(header)], "data.csv")) == []


def test_folders_of_several_zips_are_several_exports_of_one_channel() -> None:
    folders = (
        "Content 2025-09-01_2025-11-30 Erikas Kanal",
        "Content 2025-12-01_2026-02-28 Erikas Kanal",
    )
    old = video(1, Video_publish_time="Nov 9, 2025", Likes=5)
    new = video(1, Video_publish_time="Nov 9, 2025", Likes=1)
    exports = read(
        *(
            table(row, name=f"{folder}/Table data.csv", container="")
            for folder, row in zip(folders, (old, new), strict=True)
        )
    )
    assert [export.handle for export in exports] == ["Erikas Kanal"] * 2
    (account,), _ = merge_accounts(exports)
    assert [post.likes for post in account.posts] == [5], (
        "the later period knows only a part of what the video got"
    )


def test_two_tables_in_one_folder_are_two_exports() -> None:
    exports = read(table(video(1)), table(video(2), name="Table data (1).csv"))
    assert [len(export.posts) for export in exports] == [1, 1] and len(
        {export.handle for export in exports}
    ) == 1


def test_c9_a_quote_never_closed_is_counted() -> None:
    data = file([ENGLISH, video(1)]).read() + b'"vid-o_00002,nie zu\nende\n'
    assert one(member(data)).ledger[0].reasons == {
        "unterminated quote": 1,
        "behind an unterminated quote": 1,
    }


@pytest.mark.skipif(not FIXTURES.exists(), reason="no fixtures here")
def test_every_fixture_is_read() -> None:
    paths = sorted((FIXTURES / "youtube_studio").iterdir())
    exports = [
        export for path in paths for one in open_container(path) for export in read(*one.members)
    ]
    assert [
        (len(export.posts), sum(row.skipped for row in export.ledger)) for export in exports
    ] == [(317, 0), (58, 1)]
    assert (
        exports[0].exported_at == midnight(2025, 11, 14)
        and sum(row.notes.get(SUMS, 0) for row in exports[0].ledger) == 1199
    )
    assert sum(post.id.startswith("-") for post in exports[0].posts) == 5


@SETTINGS
@given(
    st.sampled_from((ENGLISH, GERMAN, ("Date", "Views"))),
    st.binary(max_size=200),
    st.sampled_from(("Table data.csv", "Totals.csv")),
)
def test_any_bytes_are_counted_or_refused(header: Sequence[str], data: bytes, name: str) -> None:
    read(member(",".join(header).encode() + b"\n" + data, name))


CELLS = st.text(
    alphabet=st.characters(exclude_characters="\0", exclude_categories=("Cs", "Cc")), max_size=12
)


@SETTINGS
@given(
    st.lists(
        st.lists(
            CELLS | st.sampled_from(("Jan 9, 2026", "Total", "7", "-2", "")),
            min_size=14,
            max_size=14,
        ),
        max_size=6,
    )
)
def test_every_row_is_counted_once(rows: list[list[str]]) -> None:
    export = one(table(*([f"{number}{row[0]}", *row[1:]] for number, row in enumerate(rows))))
    assert export.ledger[0].read == len(rows)
