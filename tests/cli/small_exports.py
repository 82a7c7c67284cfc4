"""Small exports of invented people, one of every source that the sample person has none of, each with a row that is not used."""

import json
from collections.abc import Mapping

from tests.importers.analytics import ga4, ga4_table, utf16, visitors
from tests.importers.blogs import rss, rss_item

Files = Mapping[str, str | bytes]

POST, DRAFT = "2026-01-15T10:00:00.000Z", "2026-01-20T10:00:00.000Z"


def _ghost() -> Files:
    posts = [
        {
            "id": "1",
            "title": "Kaffee",
            "html": "<p>Schwarz</p>",
            "type": "post",
            "status": "published",
            "published_at": POST,
        },
        {
            "id": "2",
            "title": "Tee",
            "html": "<p>Grün</p>",
            "type": "post",
            "status": "draft",
            "published_at": None,
        },
    ]
    data = {
        "posts": posts,
        "users": [{"id": "1", "name": "Mia Muster"}],
        "settings": [{"key": "title", "value": "Mias Seite"}],
    }
    backup = {"db": [{"meta": {"exported_on": 1769904000000, "version": "5.80.0"}, "data": data}]}
    members = (
        "id,email,name,note,subscribed_to_emails,complimentary_plan,stripe_customer_id,created_at,deleted_at,labels,tiers\n"
        f"1,ida@post.example,Ida,,true,false,,{POST},,,\n2,leo@post.example,Leo,,false,false,,{POST},,,\n"
    )
    return {
        "mias-seite.ghost.2026-02-01.json": json.dumps(backup),
        "members.2026-02-01.csv": members,
    }


def _medium() -> Files:
    def page(title: str, body: str) -> str:
        return f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{title}</title></head><body>{body}</body></html>"

    def post(time: str) -> str:
        return page(
            "Kaffee",
            '<article class="h-entry"><header><h1 class="p-name">Kaffee</h1></header><section data-field="subtitle" class="p-summary">'
            'Schwarz</section><section data-field="body" class="e-content"><p>Guten Morgen</p></section><footer><p>By '
            f'<a href="https://medium.com/@mia" class="p-author h-card">Mia Muster</a>{time}</p>'
            '<p>Exported from <a href="https://medium.com">Medium</a> on February 1, 2026.</p></footer></article>',
        )

    me = '<section class="h-card"><h3 class="p-name">Mia Muster</h3><ul><li><a class="u-url" href="https://medium.com/@mia">@mia</a></li>'
    return {
        "posts/2026-01-15_kaffee-70c5683f3778.html": post(
            f'<time class="dt-published" datetime="{POST}">January 15, 2026</time>'
        ),
        "posts/2026-01-20_tee-70c5683f3779.html": post(""),
        "profile/profile.html": page("Profile", f"{me}</ul></section>"),
    }


def _substack() -> Files:
    return {
        "posts.csv": "post_id,post_date,is_published,email_sent_at,inbox_sent_at,type,audience,title,subtitle,podcast_url\n"
        f"1.kaffee,{POST},true,{POST},,newsletter,everyone,Kaffee,,\n2.tee,,false,,,newsletter,everyone,Tee,,\n",
        "posts/1.kaffee.html": "<p>Schwarz</p>",
        "email_list.mia.csv": "email,active_subscription,expiry,email_disabled,created_at\n"
        f"ida@post.example,false,,false,{POST}\nleo@post.example,false,,true,{POST}\n",
    }


def _substack_statistics() -> Files:
    header = "title,post_date,section_name,tags,views,likes,comments,restacks,shares,opens,clicks,podcast_preview_downloads\n"
    rows = f"Kaffee,{POST},Blog,,55,6,2,1,3,43,5,_-\nTee,{DRAFT},Blog,,31,-4,0,0,0,20,1,_-\n"
    return {"mia_email_stats_2026-02-01.csv": header + rows}


def _newsletters() -> Files:
    header = "id,web_title,status,audience,content_tags,url,web_subtitle,content_html,created_at\n"
    rows = (
        f"{n},Kaffee,{status},free,,https://mia.beehiiv.com/p/{n},,<p>Schwarz</p>,{when}\n"
        for n, status, when in STATES
    )
    return {"posts.csv": header + "".join(rows)}


STATES = (
    (1, "confirmed", "2026-01-15 10:00:00"),
    (2, "draft", "2026-01-20 10:00:00"),
    (3, "confirmed", "gestern"),
)


def _google_analytics() -> Files:
    trend = ga4_table(
        "Nth day,30 days,7 days,1 day",
        "0000,101,14,1",
        "0030,90,20,4",
        caption="How are active users trending?",
    )
    pages = ga4_table("Page title and screen class,Views", '"Kaffee, schwarz",977')
    return {"Reports_snapshot.csv": ga4(trend, pages)}


def _matomo() -> Files:
    header = "Eindeutige Besucher,Benutzer,Besuche,Aktionen,Absprungsrate"
    return {
        "Exportieren _ Hauptmetriken _ Januar 2026.csv": utf16(header, '1204,0,2000,3000,"66,67 %"')
    }


def _plausible() -> Files:
    pages = '"date","hostname","page","visits","visitors","pageviews"\n"2026-01-01","blog.example","/kaffee",8,8,9\n'
    return {
        "imported_visitors_20260101_20260131.csv": visitors(*[3] * 31),
        "imported_pages_20260101_20260131.csv": pages,
    }


def _jetpack() -> Files:
    rows = '"Kaffee, schwarz",204,https://blog.example/kaffee/\n"Home page / Archives",900,https://blog.example/\nTee,31,https://blog.example/tee/\n'
    return {"blog.example-posts-month-01-01-2026-01-31-2026.csv": rows}


def _feed() -> Files:
    return {
        "feed.xml": rss(
            rss_item(1, at="Thu, 15 Jan 2026 10:00:00 +0100"),
            rss_item(2, at="gestern"),
            built="Sun, 01 Feb 2026 10:00:00 +0000",
        )
    }


def _foursquare() -> Files:
    def listed(*items: object) -> str:
        return json.dumps({"count": len(items), "items": items})

    friends = [{"id": "222", "firstName": "Anna", "lastName": "Arndt"}]
    lists = {"friends": friends, "followers": [], "following": []}
    me = {"id": "111", "firstName": "Mia", "lastName": "Muster"}
    place = {"id": "4b0", "name": "Café Nirgendwo"}
    tip = {
        "id": "t1",
        "createdAt": "2026-01-15 07:08:09.000000",
        "text": "Kaffee",
        "viewCount": 412,
        "agreeCount": 9,
        "venue": place,
    }
    check_in = {
        "id": "5f1",
        "createdAt": "2026-01-16 08:00:00.000000",
        "type": "checkin",
        "comments": {"count": 2},
        "venue": place,
    }
    return {
        "users.json": json.dumps(
            {"self": me}
            | {name: {"count": len(people), "items": people} for name, people in lists.items()}
        ),
        "tips.json": listed(tip),
        "checkins1.json": listed(check_in, {**check_in, "id": "5f2", "createdAt": "gestern"}),
        "lists.json": listed(place),
    }


SMALL: Mapping[str, Files] = {
    "ghost": _ghost(),
    "medium": _medium(),
    "substack": _substack(),
    "substack-statistics": _substack_statistics(),
    "newsletter": _newsletters(),
    "google-analytics": _google_analytics(),
    "matomo": _matomo(),
    "plausible": _plausible(),
    "jetpack": _jetpack(),
    "feed": _feed(),
    "foursquare": _foursquare(),
}
