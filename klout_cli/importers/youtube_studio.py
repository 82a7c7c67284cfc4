"""YouTube Studio: the tables of the advanced mode, one row a video, in seven languages.

A zip holds the table and two series by day, whose sums are the same events again. What is counted
is what happened in the period chosen.
"""

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress

from klout_cli.errors import InputError
from klout_cli.files.container import Member
from klout_cli.files.intake import Intake
from klout_cli.files.table import open_table
from klout_cli.files.text import fold
from klout_cli.importers.archive import Archive, Cells, File, Note, Rows, Table
from klout_cli.person.rows import Export, Post
from klout_cli.values.aliases import is_series, is_total
from klout_cli.values.dates import DAY, midnight
from klout_cli.values.reading import PLAIN, Reading

SUMS = "sums by day or group: never added to videos"
TOTAL = "row of totals, which counts deleted videos too: never added to videos"
FOOTER = "row that says the table is cut"
CUT = "the table is full (500 rows, where YouTube cuts it): videos further down are not in it"
EARLIER = "videos from before the period: counted in it alone, so their counts are unknown"
TABLE_ENDS = 500

COLUMNS = {
    "id": {"content", "video", "videos", "inhalt", "inhalte", "contenido", "vídeo", "vídeos"}
    | {"contenu", "contenus", "conteúdo", "contenuti", "内容", "內容", "视频", "影片"},
    "day": {"date", "datum", "fecha", "data", "日期"},
    "title": {"video title", "videotitel", "título del vídeo", "título del video"}
    | {"titre de la vidéo", "título do vídeo", "titolo video", "titolo del video"}
    | {"视频标题", "影片標題"},
    "at": {"video publish time", "veröffentlichungszeitpunkt des videos"}
    | {"hora de publicación del vídeo", "hora de publicación del video"}
    | {"heure de publication de la vidéo", "horário de publicação do vídeo"}
    | {"hora de publicação do vídeo", "ora pubblicazione video"}
    | {"ora di pubblicazione del video", "视频发布时间", "影片發布時間"},
    "views": {"views", "aufrufe", "visualizaciones", "vistas", "vues", "visualizações"}
    | {"visualizzazioni", "观看次数", "觀看次數"},
    "engaged": {"engaged views", "aktive aufrufe", "visualizaciones con interacción"}
    | {"vues engagées", "visualizações engajadas", "visualizações intencionais"}
    | {"visualizzazioni engaged", "有效观看次数"},
    "reach": {"unique viewers", "einzelne zuschauer", "espectadores únicos"}
    | {"spectateurs uniques", "spettatori unici", "唯一身份观看者人数", "唯一身份观看者数"},
    "likes": {"likes", "mag ich bewertungen", "positive bewertungen", "me gusta", "j aime"}
    | {"mentions j aime", "marcações gostei", "gostei", "curtidas", "mi piace"}
    | {"顶", "点赞次数", "赞", "喜歡次數"},
    "comments": {"comments added", "comments", "hinzugefügte kommentare", "kommentare"}
    | {"comentarios añadidos", "comentarios agregados", "comentarios", "commentaires ajoutés"}
    | {"commentaires", "comentários adicionados", "comentários", "commenti aggiunti"}
    | {"commenti", "添加的评论数", "已添加的评论数", "评论数", "已新增留言"},
    "shares": {"shares", "geteilte inhalte", "geteilt", "veces compartido", "compartidos"}
    | {"veces que se ha compartido", "partages", "compartilhamentos", "partilhas"}
    | {"condivisioni", "分享次数", "分享"},
    "subscribers": {"subscribers", "abonnenten", "suscriptores", "abonnés", "inscritos"}
    | {"subscritores", "iscritti", "订阅人数", "訂閱人數"},
    "hours": {"watch time hours", "wiedergabezeit stunden", "tiempo de visualización horas"}
    | {"durée de visionnage heures", "tempo de exibição horas", "tempo de visualização horas"}
    | {"tempo di visualizzazione ore", "观看时长 小时", "觀看時間 小時"},
    "duration": {"average view duration", "durchschnittliche wiedergabedauer"}
    | {"duración media de las visualizaciones", "duración media de la visualización"}
    | {"durée moyenne d une vue", "duração média da visualização"}
    | {"durata di visualizzazione media", "平均观看时长"},
    "status": {"subscription status", "abostatus", "estado de la suscripción"}
    | {"statut de l abonnement", "status da inscrição", "stato dell iscrizione", "订阅状态"},
}
"""What the columns are called in English, German, Spanish, French, Portuguese, Italian and Chinese.

Folded: German headers are full of soft hyphens.
"""
OF_VIDEOS = {"at", "views", "engaged", "hours"}
OF_OTHER_TABS = {"engaged", "hours", "duration", "status"}
METRICS = COLUMNS.keys() - {"id", "day", "title", "at"}

_VIDEO_ID = r"[\w-]{11}"
_STATED = (
    r"(\d{4}-\d\d-\d\d)_(\d{4}-\d\d-\d\d)(?:[ _]+([^/:]+?))?(?: ?\(\d+\))?(?:\.zip)?(?:[:/]|$)"
)


class YouTubeStudio(Archive):
    """A channel's tables: views, likes, comments and shares of each video in the period chosen."""

    key = "youtube_studio"
    network = "youtube"
    variant = "YouTube Studio"
    twice = "same video twice"
    files = (
        Table("sums", name=r".*\.csv", columns=COLUMNS),
        Table("videos", name=r".*\.csv", columns=COLUMNS, needed=("id", "title")),
    )

    def __init__(self, reading: Reading = PLAIN) -> None:
        super().__init__(reading)
        self.series: list[int] = []
        self.period: list[int] = []
        self.begins = 0

    @classmethod
    def file_of(cls, member: Member, reading: Reading = PLAIN) -> File | None:
        """Find the tables of videos, one row a video, and all other tables of Studio."""
        kind = _kind_of(member)
        return next((file for file in cls.files if file.id == kind), None)

    @classmethod
    def extract(cls, members: Sequence[Member], reading: Reading) -> list[Export]:
        """Read each table of videos as an export; the first keeps the ledger of the other files."""
        sums, videos = cls.files
        ordered = sorted(members, key=lambda member: member.name)
        tables = [member for member in ordered if cls.file_of(member) is videos]
        first = cls(reading)
        for member in ordered:
            if cls.file_of(member) is sums:
                first.read(sums, member)
        archives = [first, *(cls(reading) for _ in tables[1:])]
        for archive, member in zip(archives, tables, strict=False):
            archive.begins = _stated(member, reading.latest)[0] or min(first.period, default=0)
            archive.read(videos, member)
        _, end, channel = _stated(ordered[0], reading.latest)
        for archive in archives:
            archive.draft.handle, archive.draft.exported_at = channel, end
            archive.dates += first.period
        return [draft.finish() for archive in archives for draft in archive.settle(members)]

    def read(self, file: File, member: Member) -> None:
        """Read a table; the zip's own series tells the days of the period."""
        self.series = []
        super().read(file, member)
        if self.series and _is_series(member):
            self.period += [min(self.series), max(self.series)]
        full = self.intake.read >= TABLE_ENDS or FOOTER in self.intake.notes
        if file.id == "videos" and full and not self.draft.faults:
            self.draft.notes.append(CUT)

    def sums(self, row: Cells) -> Rows:
        """Take one row of sums for its day."""
        self.series += filter(None, [self.known_date(row["day"])])
        yield Note(SUMS)

    def videos(self, row: Cells) -> Rows:
        """Take one video.

        Of one published before the period, the counts are of the period alone.
        """
        if remark := _remark(row):
            yield Note(remark)
            return
        id = self.once(row["id"] if re.fullmatch(_VIDEO_ID, row["id"]) else "", "no video id")
        at, precision = self.moment(row["at"])
        counted = at >= self.begins
        if not counted:
            yield Note(EARLIER)
        views = row["engaged"] if "engaged" in row else row.get("views")
        yield Post(
            id=id,
            at=at,
            text=row["title"],
            url=f"https://youtu.be/{id}",
            precision=precision,
            likes=self.count(row.get("likes")) if counted else None,
            comments=self.count(row.get("comments")) if counted else None,
            shares=self.count(row.get("shares")) if counted else None,
            reach=self.count(row.get("reach")) if counted else None,
            impressions=self.count(views) if counted else None,
        )


def _kind_of(member: Member) -> str:
    """Return "videos", one row a video, or "sums", all other tables of Studio; else ""."""
    if not member.basename.endswith(".csv"):
        return ""
    with suppress(InputError):
        table = open_table(member, Intake(""), COLUMNS, ())
        return _kind_of_columns(set(table.columns), _is_series(member)) if table else ""
    return ""


def _kind_of_columns(names: set[str], series: bool) -> str:
    if {"id", "title"} <= names and names & OF_VIDEOS:
        return "sums" if "day" in names else "videos"
    return (
        "sums" if names & OF_OTHER_TABS or (series and "day" in names and names & METRICS) else ""
    )


def _stated(member: Member, latest: int) -> tuple[int | None, int | None, str]:
    """Return start and end of the period and the channel, by the zip's or folder's name."""
    match = re.search(_STATED, member.where)
    if not match:
        return None, None, ""
    with suppress(ValueError):
        start, end = (midnight(*map(int, day.split("-"))) for day in match.groups()[:2])
        return start, min(end + DAY - 1, latest), (match[3] or "").strip()
    return None, None, ""


def _is_series(member: Member) -> bool:
    """Tell by its name a series by day; in Portuguese a single word, of Studio by its period."""
    in_studio = re.search(_STATED, member.where) is not None
    return is_series(member) or (in_studio and member.basename == "total.csv")


def _remark(row: Mapping[str, str]) -> str:
    """Say why a row is no video, "" where it may be one.

    Totals bear a word of the language, and neither title nor date. The last row may tell, alone in
    it, that the table is cut.
    """
    id = row["id"]
    alone = not any(cell for name, cell in row.items() if name != "id")
    is_word = bool(id) and not re.fullmatch(_VIDEO_ID, id)
    if is_total(fold(id)) or (is_word and not alone and not row["title"] and not row["at"]):
        return TOTAL
    return FOOTER if alone and " " in id else ""
