"""Builds invented blogs: WordPress exports in the real shape, and feeds of the same blog."""

from collections.abc import Sequence

DECLARATION = '<?xml version="1.0" encoding="UTF-8" ?>\n'
CREATED = '<!-- generator="WordPress/6.4.2" created="2024-01-27 14:56" -->\n'
CANARY = "canary-of-a-commenter"
NAMESPACES = "\n".join(
    (
        'xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"',
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
        'xmlns:wfw="http://wellformedweb.org/CommentAPI/"',
        'xmlns:dc="http://purl.org/dc/elements/1.1/"',
        'xmlns:wp="http://wordpress.org/export/1.2/"',
    )
)


def author(number: int = 1, login: str = "mia", name: str = "Mia Muster") -> str:
    return (
        f"<wp:author><wp:author_id>{number}</wp:author_id><wp:author_login><![CDATA[{login}]]></wp:author_login>"
        f"<wp:author_email><![CDATA[{CANARY}@post.example]]></wp:author_email>"
        f"<wp:author_display_name><![CDATA[{name}]]></wp:author_display_name></wp:author>\n"
    )


def comment(
    number: int,
    name: str = "Anna Arndt",
    url: str = "",
    at: str = "2024-01-20 08:00:00",
    kind: str = "comment",
    approved: str = "1",
    parent: int = 0,
    user: int = 0,
) -> str:
    return (
        f"<wp:comment><wp:comment_id>{number}</wp:comment_id><wp:comment_author><![CDATA[{name}]]></wp:comment_author>"
        f"<wp:comment_author_email><![CDATA[{CANARY}@post.example]]></wp:comment_author_email>"
        f"<wp:comment_author_url>{url}</wp:comment_author_url><wp:comment_author_IP><![CDATA[192.0.2.77]]></wp:comment_author_IP>"
        f"<wp:comment_date><![CDATA[2001-01-01 00:00:00]]></wp:comment_date><wp:comment_date_gmt><![CDATA[{at}]]></wp:comment_date_gmt>"
        f"<wp:comment_content><![CDATA[{CANARY} schreibt]]></wp:comment_content>"
        f"<wp:comment_approved><![CDATA[{approved}]]></wp:comment_approved><wp:comment_type><![CDATA[{kind}]]></wp:comment_type>"
        f"<wp:comment_parent>{parent}</wp:comment_parent><wp:comment_user_id>{user}</wp:comment_user_id></wp:comment>\n"
    )


def item(
    number: int,
    *comments: str,
    kind: str = "post",
    status: str = "publish",
    at: str = "2024-01-10 09:30:00",
    text: str = "<p>Guten&nbsp;Morgen</p>",
    password: str = "",
    tags: Sequence[str] = (),
    creator: str = "mia",
) -> str:
    categories = "".join(
        f'<category domain="post_tag" nicename="x"><![CDATA[{tag}]]></category>' for tag in tags
    )
    return (
        f"<item>\n<title><![CDATA[Beitrag {number}]]></title><link>https://blog.example/{number}/</link>"
        f"<pubDate>Wed, 10 Jan 2024 09:30:00 +0000</pubDate><dc:creator><![CDATA[{creator}]]></dc:creator>"
        f'<guid isPermaLink="false">https://blog.example/?p={number}</guid><content:encoded><![CDATA[{text}]]></content:encoded>\n'
        f"<wp:post_id>{number}</wp:post_id><wp:post_date><![CDATA[2002-02-02 00:00:00]]></wp:post_date>"
        f"<wp:post_date_gmt><![CDATA[{at}]]></wp:post_date_gmt><wp:status><![CDATA[{status}]]></wp:status>"
        f"<wp:post_type><![CDATA[{kind}]]></wp:post_type><wp:post_password><![CDATA[{password}]]></wp:post_password>{categories}\n"
        f"{''.join(comments)}</item>\n"
    )


def wxr(
    *items: str,
    authors: Sequence[str] = (author(),),
    blog: str = "https://www.Blog.example",
    created: str = CREATED,
    start: str = "",
) -> str:
    """A whole export; `start` stands between declaration and root."""
    return (
        f'{DECLARATION}{created}{start}<rss version="2.0"\n{NAMESPACES}\n>\n<channel>\n<title>Mias Blog</title><link>{blog}</link>\n'
        f"<pubDate>Sat, 27 Jan 2024 14:56:03 +0000</pubDate><wp:wxr_version>1.2</wp:wxr_version>\n"
        f"<wp:base_site_url>https://netz.example</wp:base_site_url><wp:base_blog_url>{blog}</wp:base_blog_url>\n"
        f"{''.join(authors)}{''.join(items)}</channel>\n</rss>\n"
    )


def rss_item(
    number: int,
    comments: str = "<slash:comments>3</slash:comments>",
    at: str = "Wed, 10 Jan 2024 10:30:00 +0100",
    author: str = "",
) -> str:
    return (
        f"<item>{author}<title>Beitrag {number}</title><link>https://blog.example/{number}/</link><pubDate>{at}</pubDate>"
        f'<guid isPermaLink="false">https://blog.example/?p={number}</guid><category>Kaffee</category>{comments}'
        "<description>Anriss</description><content:encoded><![CDATA[<p>Guten&nbsp;Morgen</p>]]></content:encoded></item>\n"
    )


def rss(
    *items: str,
    link: str = "https://www.blog.example/",
    built: str = "Sat, 27 Jan 2024 14:56:03 +0000",
    start: str = "",
) -> str:
    return (
        f'{DECLARATION}{start}<rss version="2.0" xmlns:slash="http://purl.org/rss/1.0/modules/slash/" {" ".join(NAMESPACES.splitlines()[1:4:2])}>\n'
        f"<channel><title>Mias Blog</title><link>{link}</link><lastBuildDate>{built}</lastBuildDate>\n{''.join(items)}</channel></rss>\n"
    )


def atom(*entries: str) -> str:
    return (
        f'{DECLARATION}<feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0">\n<title>Blog</title>'
        f'<link rel="self" href="https://cdn.example/atom.xml"/><link href="https://blog.example/"/><updated>2024-01-27T14:56:03Z</updated>\n'
        f"{''.join(entries)}</feed>\n"
    )


def entry(
    number: int, inside: str = "", dates: str = "<published>2024-01-10T10:30:00+01:00</published>"
) -> str:
    return (
        f"<entry><id>tag:blog.example,2024:{number}</id><title>Beitrag {number}</title>{dates}<updated>2024-01-11T00:00:00Z</updated>"
        f'<link href="https://blog.example/{number}/"/>{inside}<category term="Kaffee"/><summary>Anriss</summary></entry>\n'
    )
