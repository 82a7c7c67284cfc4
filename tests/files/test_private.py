import pytest

from klout_cli.files.private import is_public_channel, names_private


@pytest.mark.parametrize(
    "path",
    [
        "chat_history.csv",
        "Nachrichten.csv",
        "Chats/chat_1.json",
        "dms.json",
        "direct/threads.json",
        "data/direct-messages.js",
        "data/directMessages-part2.js",
        "your_instagram_activity/messages/inbox/erika_1/message_1.json",
        "export/Unterhaltungen/1.html",
        "DM.json",
        "Conversations (2).csv",
        "Direktnachrichten.csv",
        "privatnachricht_1.json",
        "Meine Sprachnachrichten/1.json",
        "Nachrichtenverlauf.csv",
        "NACHRICHTENANFRAGEN.csv",
        "Gruppenunterhaltungen.csv",
        "Gruppenchat.html",
        "Chatverlauf.txt",
    ],
)
def test_w13_private_talk_is_told_by_a_word_of_the_path(path: str) -> None:
    assert names_private(path)


@pytest.mark.parametrize(
    "path",
    [
        "posts.csv",
        "chatter.csv",
        "admin.csv",
        "direction.csv",
        "redirects.csv",
        "Benachrichtigungen.csv",
        "snapchat/posts.csv",
        "nachrichtlich.csv",
        "unterhaltsam.csv",
        "ChatGPT posts.csv"[4:],
        "Takeout/Google+ Stream/Posts/20180102 - A message to you.html",
        "posts/123.a-chat-with-ida.html",
        "data/tweets.js",
    ],
)
def test_other_words_are_not_private(path: str) -> None:
    assert not names_private(path)


def test_a_public_channel_of_telegram_is_told_by_its_first_bytes() -> None:
    head = b'{\n "name": "Kaf\\"fee",\n "type": "public_channel",\n "id": 77'
    assert is_public_channel(head) and is_public_channel(b"\xef\xbb\xbf" + head)
    assert not is_public_channel(head.replace(b"public_channel", b"personal_chat"))
    assert not is_public_channel(b'{"about": "public_channel"}')
