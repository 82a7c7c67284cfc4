"""Tables with the columns that tools write, and rows of our own: every one has the same posts.

A cell is a pattern of `n` (0 to 11), `day`, `likes`, `comments`, `shares` and `followers`.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from msgspec import Struct

ROWS = 12
FIRST = datetime(2026, 1, 3, 9, 5, 7, tzinfo=UTC)
WEEKDAYS = ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")
LIKES, COMMENTS, SHARES, FOLLOWERS = 306, 132, 66, 1011
ALL = ("likes", "comments", "shares", "followers")


class ToolTable(Struct, frozen=True):
    """A header, the pattern of its rows, the account that comes of it, and what is known of it."""

    id: str
    header: str
    row: str
    account: str
    known: Sequence[str] = ALL[:3]
    mark: str = ","
    above: str = ""
    below: str = ""
    file: str = "table.csv"

    @property
    def text(self) -> str:
        """The table as a file."""
        rows = [self.row.format(**values(number)) for number in range(ROWS)]
        return self.above + "\n".join([self.header, *rows]) + "\n" + self.below

    @property
    def days(self) -> list[str]:
        """The days of its posts."""
        return [f"{values(number)['day']:%Y-%m-%d}" for number in range(ROWS)]

    @property
    def sums(self) -> dict[str, int | None]:
        """What the account has: sums of its posts, and the newest follower count."""
        sums = dict(zip(ALL, (LIKES, COMMENTS, SHARES, FOLLOWERS), strict=True))
        return {name: total if name in self.known else None for name, total in sums.items()}


def values(number: int) -> dict[str, object]:
    """Return what the patterns of one row are filled with."""
    day = FIRST + timedelta(days=4 * number, hours=number % 5)
    return {
        "n": number,
        "day": day,
        "us": f"{day.month}/{day.day}/{day.year} {day:%I:%M %p}",
        "weekday": WEEKDAYS[day.weekday()],
        "id": (int(day.timestamp()) * 1000 << 22)
        + number,  # holds the time, as those of X and LinkedIn
        "text": f"Entry number {number} of our list",
        "likes": 20 + number,
        "comments": 2 * number,
        "shares": number,
        "followers": 1000 + number,
        "excel": (day.date() - datetime(1899, 12, 30).date()).days,
        "many": 900 + 10 * number,
    }


IG = "https://www.instagram.com/p/x{n}/"
LI = "https://www.linkedin.com/feed/update/urn:li:share:{id}"
X = "https://x.com/acme/status/{id}"
FB = "https://www.facebook.com/acme/posts/{id}"
TIKTOK = "https://www.tiktok.com/@acme/video/{id}"

TABLES = (
    ToolTable(
        "Instagram Graph API",
        "id,caption,media_type,media_product_type,permalink,timestamp,like_count,comments_count",
        f"1789{{n}},{{text}},IMAGE,FEED,{IG},{{day:%Y-%m-%dT%H:%M:%S}}+0000,{{likes}},{{comments}}",
        "instagram:instagram",
        ALL[:2],
    ),
    ToolTable(
        "Instagram insights of a plain table",
        "ID,Media Type,Likes,Comments,Saved,Shares,Total Interactions,Video Views,Replays,Follows,Owner,Timestamp,Permalink,Errors",
        f"1{{n}},VIDEO,{{likes}},{{comments}},1,{{shares}},99,7,1,3,acme,{{day:%Y-%m-%dT%H:%M:%S}}+0000,{IG},",
        "instagram:acme",
    ),
    ToolTable(
        "scraper of TikTok videos",
        "authorMeta.avatar,authorMeta.name,authorMeta.fans,text,createTimeISO,webVideoUrl,isAd,diggCount,shareCount,playCount,commentCount,collectCount,musicMeta.musicName",
        f"https://cdn.example/a.jpg,acme,{{followers}},{{text}},{{day:%Y-%m-%dT%H:%M:%S}}.000Z,{TIKTOK},false,{{likes}},{{shares}},{{many}},{{comments}},1,Original sound",
        "tiktok:acme",
        ALL,
    ),
    ToolTable(
        "library that collects tweets",
        "id,conversation_id,created_at,date,time,timezone,user_id,username,name,tweet,language,mentions,urls,photos,replies_count,retweets_count,likes_count,hashtags,link,retweet,quote_url",
        f"{{id}},{{id}},{{day:%Y-%m-%d %H:%M:%S}} UTC,{{day:%Y-%m-%d}},{{day:%H:%M:%S}},+0000,12,acme,Acme,{{text}},en,[],[],[],{{comments}},{{shares}},{{likes}},[],{X},False,",
        "x:acme",
    ),
    ToolTable(
        "Hootsuite",
        "Date (GMT),Post ID,Post Message,Post Permalink,Social Network,Profile Name,Impressions,Engagement Rate,Likes,Comments,Shares",
        f"{{day:%Y-%m-%d %H:%M}},{{id}},{{text}},{LI},LinkedIn,Acme GmbH,{{many}},2.5%,{{likes}},{{comments}},{{shares}}",
        "linkedin:Acme GmbH",
        above="Post performance,,,,,,,,,,\n\n",
    ),
    ToolTable(
        "Sprout Social",
        "Date,Post ID,Network,Post Type,Content Type,Profile,Sent by,Link,Post,Linked Content,Impressions,Engagement Rate (per Impression),Engagements,Reactions,Comments,Shares,Post Link Clicks",
        f"{{us}},{{id}},Facebook,Post,Photo,Acme,Jana,{FB},{{text}},,{{many}},3.1%,99,{{likes}},{{comments}},{{shares}},4",
        "facebook_page:Acme",
    ),
    ToolTable(
        "Buffer",
        "Date,Channel,Service,Post,Post link,Type,Impressions,Reach,Reactions,Comments,Shares,Clicks,Engagement rate,Tags",
        f'"{{day:%b %d, %Y %I:%M %p}}",Jana Beispiel,LinkedIn,{{text}},{LI},Text,"1,{{many}}",-,{{likes}},{{comments}},{{shares}},12,2.13%,',
        "linkedin:Jana Beispiel",
        below='Total,,,,,,"131,606",-,306,132,66,,,\nAverage,,,,,,"10,967",-,25.5,11,5.5,,,\n',
    ),
    ToolTable(
        "Metricool posts",
        "Date;Text;Type;Url;Views;Reach;Likes;Saved;Comments;Shares;Interactions;Engagement",
        f"{{day:%Y-%m-%d %H:%M}};{{text}};FEED_IMAGE;{IG};{{many}};800;{{likes}};1;{{comments}};{{shares}};99;4,5",
        "instagram:instagram",
    ),
    ToolTable(
        "Later",
        "Posted Time,Caption,Media Type,Post Link,Profile,Likes,Comments,Saves,Shares,Engagement Rate",
        f'"{{day:%B %d, %Y %I:%M %p}}",{{text}},image,{IG},@acme,{{likes}},{{comments}},2,{{shares}},1.2%',
        "instagram:acme",
    ),
    ToolTable(
        "Agorapulse in French",
        "Date de publication;Heure de publication;Réseau;Profil;Message;J’aime;Commentaires;Partages;Portée",
        "{day:%d/%m/%Y};{day:%H:%M};LinkedIn;Acme;{text};{likes};{comments};{shares};1 200",
        "linkedin:Acme",
    ),
    ToolTable(
        "Iconosquare",
        "created_time,type,caption,link,likes_count,comments_count,saved,shares,reach,impressions,engagement_rate_on_reach",
        f"{{day:%Y-%m-%d %H:%M:%S}},carousel,{{text}},{IG},{{likes}},{{comments}},3,{{shares}},800,{{many}},4.52",
        "instagram:instagram",
    ),
    ToolTable(
        "Fanpage Karma",
        "Date,Message,Profile,Network,Number of Reactions,Number of Comments (total),Number of Shares,Reactions Comments & Shares,Link",
        f"{{day:%Y-%m-%d %H:%M:%S}},{{text}},Acme,Facebook,{{likes}},{{comments}},{{shares}},99,{FB}",
        "facebook_page:Acme",
    ),
    ToolTable(
        "Fanpage Karma in German",
        "Datum;Nachricht;Profil;Netzwerk;Anzahl Likes;Anzahl Kommentare;Anzahl Shares;Post-Interaktionsrate;Link",
        f"{{day:%d.%m.%Y %H:%M}};{{text}};Acme;Instagram;{{likes}};{{comments}};{{shares}};1,2 %;{IG}",
        "instagram:Acme",
    ),
    ToolTable(
        "Swat.io in German",
        "Veröffentlicht am;Kanal;Kanaltyp;Beitragstext;Permalink;Reaktionen;Kommentare;Geteilte Inhalte;Reichweite;Autor",
        f"{{day:%d.%m.%Y %H:%M}};Acme Team;LinkedIn Seite;{{text}};{LI};{{likes}};{{comments}};{{shares}};{{many}};Jana",
        "linkedin:Acme Team",
    ),
    ToolTable(
        "Rival IQ",
        "published_at,report_generated_at,captured_at,company,channel,presence_handle,message,post_link,link,link_title,post_type,engagement_total,applause,conversation,amplification,audience,engagement_rate_by_follower",
        f"{{day:%Y-%m-%d %H:%M:%S}},2026-03-01 00:00:00,2026-03-01 00:00:00,Acme,twitter,acme,{{text}},{X},,,status,99,{{likes}},{{comments}},{{shares}},{{followers}},0.012",
        "x:acme",
    ),
    ToolTable(
        "Phantombuster",
        '"postUrl","imgUrl","type","postContent","likeCount","commentCount","repostCount","postDate","action","author","profileUrl","timestamp","postTimestamp"',
        f'"{LI}","","Image","{{text}}","{{likes}}","{{comments}}","{{shares}}","4w","Post","Jana Beispiel","https://www.linkedin.com/in/jana","2026-03-01T07:00:12.000Z","{{day:%Y-%m-%dT%H:%M:%S}}.000Z"',
        "linkedin:Jana Beispiel",
    ),
    ToolTable(
        "Emplifi",
        "ID,Created Time,Author,Author ID,Content,Content Type,Media Type,Interactions,Interactions per 1k Fans,Reactions,Comments,Shares,URL,Insights Reach,Comments Sentiment Positive",
        f"9_{{id}},{{day:%Y-%m-%dT%H:%M:%S}}+00:00,Acme,9,{{text}},post,photo,99,12.5,{{likes}},{{comments}},{{shares}},{FB},{{many}},1",
        "facebook_page:Acme",
    ),
    ToolTable(
        "warehouse model of several networks",
        "source_relation,created_timestamp,post_id,post_message,post_url,page_id,page_name,platform,clicks,impressions,likes,comments,shares",
        f"db.social,{{day:%Y-%m-%d %H:%M:%S}}.000000,{{id}},{{text}},{X},55,Acme,twitter,4,{{many}},{{likes}},{{comments}},{{shares}}",
        "x:Acme",
    ),
    ToolTable(
        "Facebook page scraper",
        "Date,Post,Link,Likes,Comments,Shares",
        f"{{day:%Y-%m-%d %H:%M:%S}},{{text}},{FB},{{likes}},{{comments}},{{shares}}",
        "facebook_page:acme",
    ),
    ToolTable(
        "Notion calendar",
        "Name,Status,Platform,Publish Date,Format,Owner notes,Likes,Comments,Shares",
        '{text},Published,Instagram,"{day:%B %d, %Y %I:%M %p} (GMT+1)",Reel,,{likes},{comments},{shares}',
        "instagram:instagram",
        below='Not yet done,Idea,Instagram,"February 1, 2026",Reel,,,,\n',
    ),
    ToolTable(
        "editorial plan in German with remarks",
        "Datum;Plattform;Beitrag;Kommentar;Gefällt mir;Kommentare;Geteilt;Follower am Tag",
        "{weekday}, {day:%d.%m.%Y};LinkedIn;{text};lief gut, wiederholen;{likes};{comments};{shares};{followers}",
        "linkedin:linkedin",
        ALL,
        above="Redaktionsplan 2026;;;;;;;\n\n",
        below="Summe Januar;;;;306;132;66;\n",
    ),
    ToolTable(
        "spreadsheet with a kind and a network in one cell",
        "Tag;Kanal;Likes;Kommentare;Shares",
        "{day:%d.%m.%Y};Instagram Reel;{likes};{comments};{shares}",
        "instagram:instagram",
    ),
    ToolTable(
        "spreadsheet with day numbers",
        "Datum;Netzwerk;Titel;Likes;Kommentare;Geteilt",
        "{excel};XING;{text};{likes};{comments};{shares}",
        "xing:xing",
    ),
    ToolTable(
        "spreadsheet with the year in its name",
        "Tag;Netzwerk;Text;Likes;Kommentare;Geteilt",
        "{day:%d.%m.};LinkedIn;{text};{likes};{comments};{shares}",
        "linkedin:linkedin",
        file="Auswertung 2026.csv",
    ),
    ToolTable(
        "town hall in Spanish",
        "ID,Fecha,Red,Tipo de publicación,Perfil,Impresiones,Alcance,Me gusta,Comentarios,Compartidos,Guardados,Publicar",
        "11_{n},{us},Instagram,Reel,ayuntamiento,{many},800,{likes},{comments},{shares},3,{text}",
        "instagram:ayuntamiento",
        below="11_99,2/2/2026 9:00 AM,Instagram,Historia,ayuntamiento,10,9,0,0,0,0,\n",
    ),
    ToolTable(
        "agency in Portuguese",
        "Data de publicação;Rede social;Legenda;Curtidas;Comentários;Compartilhamentos;Alcance;Seguidores",
        "{day:%d/%m/%Y %H:%M};Instagram;{text};{likes};{comments};{shares};1.200;{followers}",
        "instagram:instagram",
        ALL,
    ),
    ToolTable(
        "agency in Italian",
        "Data di pubblicazione;Piattaforma;Testo;Mi piace;Commenti;Condivisioni;Copertura",
        "{day:%d/%m/%Y};Facebook;{text};{likes};{comments};{shares};900",
        "facebook_page:facebook_page",
    ),
    ToolTable(
        "agency in Dutch",
        "Publicatiedatum;Netwerk;Bericht;Vind-ik-leuks;Reacties;Gedeeld;Bereik;Volgers",
        "{day:%d-%m-%Y};LinkedIn;{text};{likes};{comments};{shares};900;{followers}",
        "linkedin:linkedin",
        ALL,
    ),
    ToolTable(
        "Xiaohongshu",
        "笔记标题,首次发布时间,体裁,曝光,观看量,封面点击率,点赞,评论,收藏,涨粉,分享,人均观看时长,弹幕",
        "{text},{day:%Y年%m月%d日%H时%M分%S秒},图文,{many},800,0.12,{likes},{comments},2,5,{shares},12,0",
        "other:table",
    ),
    ToolTable(
        "Chinese collector of notes",
        "note_id,type,title,desc,time,nickname,liked_count,collected_count,comment_count,share_count,note_url",
        "n{n},normal,{text},{text} and more,{day:%Y-%m-%d %H:%M:%S},acme,{likes},1,{comments},{shares},https://www.xiaohongshu.com/explore/{n}",
        "other:Xiaohongshu/acme",
    ),
    ToolTable(
        "Bluesky posts",
        "uri,created_at,text,url,likeCount,replyCount,repostCount,quoteCount",
        "at://did:plc:x/{n},{day:%Y-%m-%dT%H:%M:%S}.000Z,{text},https://bsky.app/profile/acme.example/post/3k{n},{likes},{comments},{shares},0",
        "bluesky:acme.example",
    ),
    ToolTable(
        "Mastodon posts",
        "created_at,content,url,favourites_count,replies_count,reblogs_count",
        "{day:%Y-%m-%dT%H:%M:%S}.000Z,{text},https://social.example/@acme/11{id},{likes},{comments},{shares}",
        "mastodon:acme@social.example",
    ),
    ToolTable(
        "Threads posts",
        "Date,Text,Permalink,Like Count,Reply Count,Repost Count,Views",
        '"{day:%a %b %d %Y}",{text},https://www.threads.net/@acme/post/C{n},{likes},{comments},{shares},{many}',
        "threads:acme",
    ),
    ToolTable(
        "YouTube videos by an API",
        "videoId,title,publishedAt,viewCount,likeCount,commentCount,channelTitle,url",
        "v{n},{text},{day:%Y-%m-%dT%H:%M:%S}Z,{many},{likes},{comments},Acme Film,https://www.youtube.com/watch?v={n}",
        "youtube:Acme Film",
        ALL[:2],
    ),
    ToolTable(
        "LinkedIn posts of an employee tool",
        "Created date,Post title,Post link,Content Type,Views,Likes,Comments,Reposts,Engagement rate",
        f"{{us}},{{text}},{LI},Image,{{many}},{{likes}},{{comments}},{{shares}},0.045",
        "linkedin:linkedin",
    ),
    ToolTable(
        "export with a day and a clock apart",
        "Publish day,Publish time,Platform,Copy,Likes (total),Comments (total),Shares (total)",
        "{day:%Y-%m-%d},{day:%I:%M %p},TikTok,{text},{likes},{comments},{shares}",
        "tiktok:tiktok",
    ),
    ToolTable(
        "Reddit posts",
        "Title,Created,Permalink,Upvotes,Num Comments,Crossposts",
        "{text},{day:%Y-%m-%d %H:%M:%S},https://www.reddit.com/r/kaffee/comments/{n}/x/,{likes},{comments},{shares}",
        "other:Reddit",
        ALL[:2],
    ),
    ToolTable(
        "Instagram scraper with an item list",
        "caption,commentsCount,displayUrl,hashtags/0,id,inputUrl,latestComments/0/text,latestComments/0/likesCount,likesCount,ownerUsername,shortCode,timestamp,type,url",
        f"{{text}},{{comments}},https://cdn.example/{{n}}.jpg,kaffee,9{{n}},https://www.instagram.com/acme/,Nice one,500,{{likes}},acme,x{{n}},{{day:%Y-%m-%dT%H:%M:%S}}.000Z,Image,{IG}",
        "instagram:acme",
        ALL[:2],
    ),
    ToolTable(
        "Talkwalker on one's own channel",
        "title;content;published;url;root_url;source_type;sentiment;engagement;reach;extra_author_attributes.name;extra_author_attributes.short_name;source_extended_attributes.twitter_followers;article_extended_attributes.twitter_retweets;article_extended_attributes.twitter_likes;article_extended_attributes.num_comments",
        ";{text};{day:%d/%m/%Y %H:%M};http://twitter.com/acme/statuses/{id};http://twitter.com/;SOCIALMEDIA, SOCIALMEDIA_TWITTER;5;99;{many};Acme;acme;{followers};{shares};{likes};{comments}",
        "x:acme",
        ALL,
    ),
    ToolTable(
        "CrowdTangle",
        "Page Name,User Name,Facebook Id,Page Category,Page Created,Likes at Posting,Followers at Posting,Post Created,Post Created Date,Post Created Time,Type,Total Interactions,Likes,Comments,Shares,Love,Wow,URL,Message",
        f"Acme Kaffee,acme,100,LOCAL,2011-05-03 09:12:00,22000,{{followers}},{{day:%Y-%m-%d %H:%M:%S}} EST,{{day:%Y-%m-%d}},{{day:%H:%M:%S}},Photo,311,{{likes}},{{comments}},{{shares}},6,7,{FB},{{text}}",
        "facebook_page:acme",
        ALL,
    ),
)
