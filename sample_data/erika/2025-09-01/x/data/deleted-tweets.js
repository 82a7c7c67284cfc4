window.YTD.deleted_tweets.part0 = [
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1955273096212459048"
          ],
          "editableUntil" : "2025-08-12T15:20:08.011Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "55"
      ],
      "favorite_count" : "3",
      "id_str" : "1955273096212459048",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1955273096212459048",
      "created_at" : "Tue Aug 12 14:20:08 +0000 2025",
      "favorited" : false,
      "full_text" : "Falscher Knopf. Weitergehen, es gibt nichts zu sehen. 🙈",
      "lang" : "de",
      "deleted_at" : "Tue Aug 12 14:20:40 +0000 2025"
    }
  }
]