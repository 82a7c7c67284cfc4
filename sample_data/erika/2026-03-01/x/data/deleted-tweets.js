window.YTD.deleted_tweets.part0 = [
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "2020755461553364857"
          ],
          "editableUntil" : "2026-02-09T08:03:40.512Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/iphone\" rel=\"nofollow\">Twitter for iPhone</a>",
      "entities" : {
        "hashtags" : [
          {
            "text" : "Kommunikation",
            "indices" : [
              "50",
              "64"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "64"
      ],
      "favorite_count" : "0",
      "id_str" : "2020755461553364857",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "2020755461553364857",
      "created_at" : "Mon Feb 09 07:03:40 +0000 2026",
      "favorited" : false,
      "full_text" : "Gute Komunikation beginnt mit dem Korrekturlesen. #Kommunikation",
      "lang" : "de",
      "deleted_at" : "Mon Feb 09 07:04:55 +0000 2026"
    }
  }
]