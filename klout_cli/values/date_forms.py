"""Names of months and zones, and rarer ways to write a date, rewritten as the common ones."""

import re

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january januar jän jänner",
            "feb february februar",
            "mar march mär märz mrz maerz",
            "apr april",
            "may mai",
            "jun june juni",
            "jul july juli",
            "aug august",
            "sep sept september",
            "oct october okt oktober",
            "nov november",
            "dec december dez dezember",
        ),
        start=1,
    )
    for name in names.split()
}
EVERY_MONTH = MONTHS | {
    name: number
    for names in (
        "ene feb mar abr may jun jul ago sep oct nov dic",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "janv févr mars avr mai juin juil août sept oct nov déc",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "jan fev mar abr mai jun jul ago set out nov dez",
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "gen feb mar apr mag giu lug ago set ott nov dic",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre "
        "dicembre",
        "jan feb mrt apr mei jun jul aug sep okt nov dec",
        "januari februari maart april mei juni juli augustus september oktober november december",
    )
    for number, name in enumerate(names.split(), start=1)
}
"""Those of Spanish, French, Portuguese, Italian and Dutch too, as they stand in whole dates."""
ZONES = {"": None, "z": 0, "utc": 0, "gmt": 0, "mez": 60, "cet": 60, "mesz": 120, "cest": 120}
ZONES |= {"wet": 0, "west": 60, "eet": 120, "eest": 180, "jst": 540, "brt": -180}
ZONES |= {"est": -300, "edt": -240, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420}
_WEEKDAYS = (
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs "
    "fri sat sun montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag "
    "mo di mi do fr sa so lundi mardi mercredi jeudi vendredi samedi dimanche lun mar mer jeu "
    "ven sam dim lunes martes miércoles jueves viernes sábado domingo mié jue vie sáb dom "
    "segunda terça quarta quinta sexta seg ter qua qui sex lunedì martedì mercoledì giovedì "
    "venerdì sabato domenica gio sab maandag dinsdag woensdag donderdag vrijdag zaterdag "
    "zondag ma wo vr za zo"
)
WEEKDAYS = frozenset(_WEEKDAYS.split())

RANGE = r"\s*(?:→|⟶|➔|->|~)\s*|\s+(?:[-–—]|to|bis|until|t/m|tot)\s+"
_WORD_FIRST = r"([^\W\d_]+)(?:-feira)?\.?,?\s+(.+)"
_BRACKETS = r"\s*\(([^()]*)\)"
_PLACE = r"\s*\(?\b([A-Z][A-Za-z]+/[A-Z][A-Za-z_/]+)\)?$"
_NAMED_OFFSET = r"(?i)\s*\b(?:gmt|utc)\s*([+-])(\d{1,2}):?(\d{2})?$"
_CLOCK_FIRST = r"(?i)(\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?)?)\s*[·,|-]?\s+(.+)"
_CHINESE_CLOCK = r"\s*(上午|下午)?\s*(\d{1,2})[时時点點:](\d{1,2})分?(?::?(\d{1,2})秒?)?$"
_HALVES = {"上午": "am", "下午": "pm", None: ""}
_WITHOUT_YEAR = (
    (r"(\d{1,2}([./-])\d{1,2})\2?(?:\s+(.+))?", r"{0}{1}{year} {2}"),
    (r"(\d{1,2}\.?\s+(?:de\s+)?[^\W\d_]{3,10}\.?)()(?:,?\s+(.+))?", r"{0} {year} {2}"),
    (r"([^\W\d_]{3,10}\.?\s+\d{1,2})()(?:,?\s+(.+))?", r"{0}, {year} {2}"),
)


def simplify_date(text: str) -> str:
    """Return a date without what is around it; of a range the beginning."""
    text = _strip_weekday(re.split(RANGE, text, maxsplit=1)[0])
    if match := re.fullmatch(_CLOCK_FIRST, text):
        text = f"{_strip_weekday(match[2])} {match[1]}"
    text = re.sub(_PLACE, "", text)
    if match := re.search(_BRACKETS, text):
        rest = text[: match.start()] + text[match.end() :]
        text = rest if re.search(r"[+-]\d{2}:?\d{2}$|Z$", rest) else f"{rest} {match[1]}"
    if match := re.search(_NAMED_OFFSET, text):
        text = f"{text[: match.start()]} {match[1]}{int(match[2]):02}:{match[3] or '00'}"
    if "年" in text and (match := re.search(_CHINESE_CLOCK, text)):
        clock = ":".join(f"{int(part):02}" for part in match.groups()[1:] if part)
        text = f"{text[: match.start()]} {clock} {_HALVES[match[1]]}"
    text = re.sub(r"(?i)\s+(?:at|à|às|om|alle(?: ore)?|ore|a las|um|@|·)\s+(?=\d)", " ", text)
    text = re.sub(r"(?i)\b(\d{1,2})\s*([ap]\.?m\.?)$", r"\1:00 \2", text)
    text = re.sub(r"(?i)\b(\d{1,2})\s*h\s*(\d{2})?$", lambda at: f"{at[1]}:{at[2] or '00'}", text)
    return re.sub(r"^((?:19|20)\d{2})(\d{2})(\d{2})$", r"\1-\2-\3", text.strip())


def find_zone(text: str) -> str:
    """Return the IANA name of a time zone at the end of a date, "" where there is none."""
    from zoneinfo import available_timezones

    match = re.search(_PLACE, text)
    return match[1] if match and match[1] in available_timezones() else ""


def add_year(text: str, year: int) -> str:
    """Return a date that is written without its year with it; "" for any other text."""
    text = _strip_weekday(re.split(RANGE, text.strip(), maxsplit=1)[0])
    for pattern, form in _WITHOUT_YEAR:
        if match := re.fullmatch(pattern, text):
            day, mark, clock = match.groups()
            return form.format(day, mark, clock or "", year=year).strip()
    return ""


def _strip_weekday(text: str) -> str:
    match = re.fullmatch(_WORD_FIRST, text.strip())
    return match[2] if match and match[1].casefold() in WEEKDAYS else text.strip()
