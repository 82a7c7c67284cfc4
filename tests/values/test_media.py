"""What is attached to a post, by the names that exports have for it."""

import pytest

from klout_cli.values.kinds import Media, find_media, media_in


@pytest.mark.parametrize(
    ("name", "media"),
    [
        ("video/mp4", "video"),
        ("reel", "video"),
        ("media/reels/202601/18.mp4", "video"),
        ("app.bsky.embed.video", "video"),
        ("vídeo", "video"),
        ("photo", "image"),
        ("animated_gif", "image"),
        ("image/webp", "image"),
        ("karussell", "image"),
        ("carousel_album", "image"),
        ("foto", "image"),
        ("media/posts/202601/18.jpg", "image"),
        ("status", "none"),
        ("link", "none"),
        ("text", "none"),
        ("umfrage", None),
        ("", None),
    ],
)
def test_a_name_says_what_is_shown(name: str, media: Media | None) -> None:
    assert media_in(name) == media


def test_a_video_counts_before_pictures_and_nothing_attached_is_none() -> None:
    assert find_media(["IMAGE/PNG", "video/mp4"]) == "video"
    assert find_media(["image/png", "audio/ogg"]) == "image"
    assert find_media(["audio/ogg"]) == find_media([]) == "none"
