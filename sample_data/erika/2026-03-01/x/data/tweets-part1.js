window.YTD.tweets.part1 = [
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1932399883689617186"
          ],
          "editableUntil" : "2025-06-10T12:30:09.182Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [
          {
            "text" : "Rhetorik",
            "indices" : [
              "98",
              "107"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "107"
      ],
      "favorite_count" : "9",
      "id_str" : "1932399883689617186",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1932399883689617186",
      "created_at" : "Tue Jun 10 11:30:09 +0000 2025",
      "favorited" : false,
      "full_text" : "Das Onboarding ist die erste Kommunikation, die neue Leute wirklich lesen. Behandelt sie auch so. #Rhetorik",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1932050771925050007"
          ],
          "editableUntil" : "2025-06-09T13:22:54.451Z",
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
        "100"
      ],
      "favorite_count" : "4",
      "id_str" : "1932050771925050007",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1932050771925050007",
      "created_at" : "Mon Jun 09 12:22:54 +0000 2025",
      "favorited" : false,
      "full_text" : "Behördensprache ist heilbar. Ich habe heute wieder einen Bescheid genesen sehen. Wie haltet ihr das?",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1931990349445391537"
          ],
          "editableUntil" : "2025-06-09T09:22:48.609Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/iphone\" rel=\"nofollow\">Twitter for iPhone</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Leyla Exempelmann",
            "screen_name" : "leyla_exempel",
            "indices" : [
              "0",
              "14"
            ],
            "id_str" : "1482074674633804982",
            "id" : "1482074674633804982"
          },
          {
            "name" : "Barcamp Musterstadt",
            "screen_name" : "barcamp_muster",
            "indices" : [
              "15",
              "30"
            ],
            "id_str" : "936909901680696321",
            "id" : "936909901680696321"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "41"
      ],
      "favorite_count" : "1",
      "in_reply_to_status_id_str" : "1931917368554946441",
      "id_str" : "1931990349445391537",
      "in_reply_to_user_id" : "1482074674633804982",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1931990349445391537",
      "in_reply_to_status_id" : "1931917368554946441",
      "created_at" : "Mon Jun 09 08:22:48 +0000 2025",
      "favorited" : false,
      "full_text" : "@leyla_exempel @barcamp_muster Oh nein. 🙈",
      "lang" : "de",
      "in_reply_to_screen_name" : "leyla_exempel",
      "in_reply_to_user_id_str" : "1482074674633804982"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "2014044389261567093"
          ],
          "editableUntil" : "2026-01-21T19:36:16.192Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/iphone\" rel=\"nofollow\">Twitter for iPhone</a>",
      "entities" : {
        "hashtags" : [
          {
            "text" : "InterneKommunikation",
            "indices" : [
              "121",
              "142"
            ]
          },
          {
            "text" : "KlareSprache",
            "indices" : [
              "143",
              "156"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [
          {
            "url" : "https://t.co/jafkejPmfg",
            "expanded_url" : "https://twitter.com/nordprobe_medien/status/1885478166331012339",
            "display_url" : "twitter.com/nordprobe_medie…",
            "indices" : [
              "97",
              "120"
            ]
          }
        ]
      },
      "display_text_range" : [
        "0",
        "156"
      ],
      "favorite_count" : "2",
      "id_str" : "2014044389261567093",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "2014044389261567093",
      "possibly_sensitive" : false,
      "created_at" : "Wed Jan 21 18:36:16 +0000 2026",
      "favorited" : false,
      "full_text" : "Drei Fragen vor jeder Rede: Wer sitzt da? Was sollen sie danach tun? Und was darf ich weglassen? https://t.co/jafkejPmfg #InterneKommunikation #KlareSprache",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1930162057958843180"
          ],
          "editableUntil" : "2025-06-04T08:17:49.951Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/iphone\" rel=\"nofollow\">Twitter for iPhone</a>",
      "entities" : {
        "hashtags" : [
          {
            "text" : "Schreiben",
            "indices" : [
              "59",
              "69"
            ]
          },
          {
            "text" : "PR",
            "indices" : [
              "70",
              "73"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "73"
      ],
      "favorite_count" : "1",
      "id_str" : "1930162057958843180",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1930162057958843180",
      "created_at" : "Wed Jun 04 07:17:49 +0000 2025",
      "favorited" : false,
      "full_text" : "Sprache schafft Zugehörigkeit. Abkürzungen schaffen Gäste. #Schreiben #PR",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1927823583108900383"
          ],
          "editableUntil" : "2025-05-28T21:25:34.100Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/iphone\" rel=\"nofollow\">Twitter for iPhone</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Texterei Blindtext",
            "screen_name" : "texterei_blind",
            "indices" : [
              "0",
              "15"
            ],
            "id_str" : "956750332878175724",
            "id" : "956750332878175724"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "18"
      ],
      "favorite_count" : "4",
      "in_reply_to_status_id_str" : "1927705303737825687",
      "id_str" : "1927823583108900383",
      "in_reply_to_user_id" : "956750332878175724",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1927823583108900383",
      "in_reply_to_status_id" : "1927705303737825687",
      "created_at" : "Wed May 28 20:25:34 +0000 2025",
      "favorited" : false,
      "full_text" : "@texterei_blind 😂😂",
      "lang" : "zxx",
      "in_reply_to_screen_name" : "texterei_blind",
      "in_reply_to_user_id_str" : "956750332878175724"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1926903098018449732"
          ],
          "editableUntil" : "2025-05-26T08:27:53.352Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/iphone\" rel=\"nofollow\">Twitter for iPhone</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Jana Musterfeld",
            "screen_name" : "jana_musterfeld",
            "indices" : [
              "3",
              "19"
            ],
            "id_str" : "1065091008698183877",
            "id" : "1065091008698183877"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "109"
      ],
      "favorite_count" : "0",
      "id_str" : "1926903098018449732",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1926903098018449732",
      "created_at" : "Mon May 26 07:27:53 +0000 2025",
      "favorited" : false,
      "full_text" : "RT @jana_musterfeld: Der Workshop »Zuhören für Vielredner« ist ausgebucht. Ausgerechnet. Warteliste ist offen",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1926545826052376115"
          ],
          "editableUntil" : "2025-05-25T08:48:13.078Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Rieke Trockenübung 🚨",
            "screen_name" : "rieke_uebt",
            "indices" : [
              "3",
              "14"
            ],
            "id_str" : "961353424553262312",
            "id" : "961353424553262312"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "140"
      ],
      "favorite_count" : "0",
      "id_str" : "1926545826052376115",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1926545826052376115",
      "created_at" : "Sun May 25 07:48:13 +0000 2025",
      "favorited" : false,
      "full_text" : "RT @rieke_uebt: Heute vor einem Jahr haben wir die wöchentliche Rundmail abgeschafft. Seitdem wird gelesen. Ein Erfahrungsbericht in sieben…",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1920406267449185948"
          ],
          "editableUntil" : "2025-05-08T10:11:48.239Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [
          {
            "text" : "KlareSprache",
            "indices" : [
              "127",
              "140"
            ]
          },
          {
            "text" : "Rhetorik",
            "indices" : [
              "141",
              "150"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "150"
      ],
      "favorite_count" : "2",
      "id_str" : "1920406267449185948",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1920406267449185948",
      "created_at" : "Thu May 08 09:11:48 +0000 2025",
      "favorited" : false,
      "full_text" : "Wer in der Krise zuerst die Mitarbeitenden informiert, spart sich später drei Pressemitteilungen. Gilt übrigens auch für mich. #KlareSprache #Rhetorik",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1920036845007155384"
          ],
          "editableUntil" : "2025-05-07T09:43:51.066Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [
          {
            "text" : "Krisenkommunikation",
            "indices" : [
              "106",
              "126"
            ]
          },
          {
            "text" : "Schreiben",
            "indices" : [
              "127",
              "137"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "137"
      ],
      "favorite_count" : "2",
      "id_str" : "1920036845007155384",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1920036845007155384",
      "created_at" : "Wed May 07 08:43:51 +0000 2025",
      "favorited" : false,
      "full_text" : "Mein Lieblingssatz aus dem Workshop heute: »Wir schreiben für Menschen, die eigentlich keine Zeit haben.« #Krisenkommunikation #Schreiben",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1919734466229148993"
          ],
          "editableUntil" : "2025-05-06T13:42:18.347Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/iphone\" rel=\"nofollow\">Twitter for iPhone</a>",
      "entities" : {
        "hashtags" : [
          {
            "text" : "Kommunik",
            "indices" : [
              "130",
              "139"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Barcamp Musterstadt",
            "screen_name" : "barcamp_muster",
            "indices" : [
              "3",
              "18"
            ],
            "id_str" : "936909901680696321",
            "id" : "936909901680696321"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "140"
      ],
      "favorite_count" : "0",
      "id_str" : "1919734466229148993",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1919734466229148993",
      "created_at" : "Tue May 06 12:42:18 +0000 2025",
      "favorited" : false,
      "full_text" : "RT @barcamp_muster: Unser Barcamp zur internen Kommunikation hat noch 12 freie Plätze. Anmeldung bis Freitag, Teilgabe erwünscht! #Kommunik…",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1919079562427869054"
          ],
          "editableUntil" : "2025-05-04T18:19:57.113Z",
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
        "68"
      ],
      "favorite_count" : "2",
      "id_str" : "1919079562427869054",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1919079562427869054",
      "created_at" : "Sun May 04 17:19:57 +0000 2025",
      "favorited" : false,
      "full_text" : "Change-Kommunikation scheitert selten am Kanal und oft am Zeitpunkt.",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1917958130824453109"
          ],
          "editableUntil" : "2025-05-01T16:03:46.984Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/iphone\" rel=\"nofollow\">Twitter for iPhone</a>",
      "entities" : {
        "hashtags" : [
          {
            "text" : "PR",
            "indices" : [
              "130",
              "133"
            ]
          },
          {
            "text" : "Rhetorik",
            "indices" : [
              "134",
              "143"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [
          {
            "url" : "https://t.co/3sHSX5nrwe",
            "expanded_url" : "https://twitter.com/jana_musterfeld/status/1885478166331977997",
            "display_url" : "twitter.com/jana_musterfeld…",
            "indices" : [
              "106",
              "129"
            ]
          }
        ]
      },
      "display_text_range" : [
        "0",
        "143"
      ],
      "favorite_count" : "2",
      "id_str" : "1917958130824453109",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1917958130824453109",
      "possibly_sensitive" : false,
      "created_at" : "Thu May 01 15:03:46 +0000 2025",
      "favorited" : false,
      "full_text" : "Dialog heißt, dass sich danach zwei Meinungen verändert haben können. Was war euer bestes Beispiel dafür? https://t.co/3sHSX5nrwe #PR #Rhetorik",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1917924623626025942"
          ],
          "editableUntil" : "2025-05-01T13:50:38.245Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/iphone\" rel=\"nofollow\">Twitter for iPhone</a>",
      "entities" : {
        "hashtags" : [
          {
            "text" : "Krisenkommunikation",
            "indices" : [
              "71",
              "91"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "91"
      ],
      "favorite_count" : "8",
      "id_str" : "1917924623626025942",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1917924623626025942",
      "created_at" : "Thu May 01 12:50:38 +0000 2025",
      "favorited" : false,
      "full_text" : "Gute Kommunikation beginnt mit einer Frage und nicht mit einer Folie.\n\n#Krisenkommunikation",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1917541428555146476"
          ],
          "editableUntil" : "2025-04-30T12:27:57.421Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/iphone\" rel=\"nofollow\">Twitter for iPhone</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Jana Musterfeld",
            "screen_name" : "jana_musterfeld",
            "indices" : [
              "0",
              "16"
            ],
            "id_str" : "1065091008698183877",
            "id" : "1065091008698183877"
          },
          {
            "name" : "Nordprobe Medien",
            "screen_name" : "nordprobe_medien",
            "indices" : [
              "17",
              "34"
            ],
            "id_str" : "1175276735532504513",
            "id" : "1175276735532504513"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "86"
      ],
      "favorite_count" : "0",
      "in_reply_to_status_id_str" : "1917525070770149083",
      "id_str" : "1917541428555146476",
      "in_reply_to_user_id" : "1065091008698183877",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1917541428555146476",
      "in_reply_to_status_id" : "1917525070770149083",
      "created_at" : "Wed Apr 30 11:27:57 +0000 2025",
      "favorited" : false,
      "full_text" : "@jana_musterfeld @nordprobe_medien Hast du dafür eine Quelle? Würde ich gern zitieren.",
      "lang" : "de",
      "in_reply_to_screen_name" : "jana_musterfeld",
      "in_reply_to_user_id_str" : "1065091008698183877"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1917301027311546484"
          ],
          "editableUntil" : "2025-04-29T20:32:41.298Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Torben Fiktivsen ⚓",
            "screen_name" : "torben_fiktivsen",
            "indices" : [
              "0",
              "17"
            ],
            "id_str" : "876928949564321551",
            "id" : "876928949564321551"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "35"
      ],
      "favorite_count" : "1",
      "in_reply_to_status_id_str" : "1917285424499833791",
      "id_str" : "1917301027311546484",
      "in_reply_to_user_id" : "876928949564321551",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1917301027311546484",
      "in_reply_to_status_id" : "1917285424499833791",
      "created_at" : "Tue Apr 29 19:32:41 +0000 2025",
      "favorited" : false,
      "full_text" : "@torben_fiktivsen Da bin ich dabei!",
      "lang" : "de",
      "in_reply_to_screen_name" : "torben_fiktivsen",
      "in_reply_to_user_id_str" : "876928949564321551"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1915461752567004538"
          ],
          "editableUntil" : "2025-04-24T18:44:04.027Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/iphone\" rel=\"nofollow\">Twitter for iPhone</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Gesa Musterhansen",
            "screen_name" : "gesa_redet",
            "indices" : [
              "3",
              "14"
            ],
            "id_str" : "1205933460011752892",
            "id" : "1205933460011752892"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "97"
      ],
      "favorite_count" : "0",
      "id_str" : "1915461752567004538",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1915461752567004538",
      "created_at" : "Thu Apr 24 17:44:04 +0000 2025",
      "favorited" : false,
      "full_text" : "RT @gesa_redet: Vier Buchtipps für alle, die beruflich Reden schreiben müssen, dürfen oder wollen",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1914231950588326547"
          ],
          "editableUntil" : "2025-04-21T09:17:16.387Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Yusuf Taslak ✍️",
            "screen_name" : "yusuf_taslak",
            "indices" : [
              "0",
              "13"
            ],
            "id_str" : "1330567598779568452",
            "id" : "1330567598779568452"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "44"
      ],
      "favorite_count" : "1",
      "in_reply_to_status_id_str" : "1914096558456024092",
      "id_str" : "1914231950588326547",
      "in_reply_to_user_id" : "1330567598779568452",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1914231950588326547",
      "in_reply_to_status_id" : "1914096558456024092",
      "created_at" : "Mon Apr 21 08:17:16 +0000 2025",
      "favorited" : false,
      "full_text" : "@yusuf_taslak Guter Hinweis, ist korrigiert.",
      "lang" : "de",
      "in_reply_to_screen_name" : "yusuf_taslak",
      "in_reply_to_user_id_str" : "1330567598779568452"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1912788895247667216"
          ],
          "editableUntil" : "2025-04-17T09:43:05.183Z",
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
        "95"
      ],
      "favorite_count" : "4",
      "id_str" : "1912788895247667216",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1912788895247667216",
      "created_at" : "Thu Apr 17 08:43:05 +0000 2025",
      "favorited" : false,
      "full_text" : "Kürzen heißt nicht streichen. Kürzen heißt entscheiden, was wichtig ist. Erlebe ich jede Woche.",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1912235961452429458"
          ],
          "editableUntil" : "2025-04-15T21:05:55.493Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Torben Fiktivsen ⚓",
            "screen_name" : "torben_fiktivsen",
            "indices" : [
              "0",
              "17"
            ],
            "id_str" : "876928949564321551",
            "id" : "876928949564321551"
          },
          {
            "name" : "Yusuf Taslak ✍️",
            "screen_name" : "yusuf_taslak",
            "indices" : [
              "18",
              "31"
            ],
            "id_str" : "1330567598779568452",
            "id" : "1330567598779568452"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "42"
      ],
      "favorite_count" : "1",
      "in_reply_to_status_id_str" : "1912181603274014420",
      "id_str" : "1912235961452429458",
      "in_reply_to_user_id" : "876928949564321551",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1912235961452429458",
      "in_reply_to_status_id" : "1912181603274014420",
      "created_at" : "Tue Apr 15 20:05:55 +0000 2025",
      "favorited" : false,
      "full_text" : "@torben_fiktivsen @yusuf_taslak Sehr gern!",
      "lang" : "de",
      "in_reply_to_screen_name" : "torben_fiktivsen",
      "in_reply_to_user_id_str" : "876928949564321551"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1912227891100422872"
          ],
          "editableUntil" : "2025-04-15T20:33:51.371Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/iphone\" rel=\"nofollow\">Twitter for iPhone</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "76"
      ],
      "favorite_count" : "3",
      "id_str" : "1912227891100422872",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1912227891100422872",
      "created_at" : "Tue Apr 15 19:33:51 +0000 2025",
      "favorited" : false,
      "full_text" : "Wer die letzte Tasse nimmt, kocht neu. So steht es in meinem Grundgesetz. ☕️",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1911443772395510570"
          ],
          "editableUntil" : "2025-04-13T16:38:02.904Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/iphone\" rel=\"nofollow\">Twitter for iPhone</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Hafenfotos",
            "screen_name" : "hafenfoto_fiktiv",
            "indices" : [
              "3",
              "20"
            ],
            "id_str" : "1788755427303703758",
            "id" : "1788755427303703758"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "66"
      ],
      "favorite_count" : "0",
      "id_str" : "1911443772395510570",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1911443772395510570",
      "created_at" : "Sun Apr 13 15:38:02 +0000 2025",
      "favorited" : false,
      "full_text" : "RT @hafenfoto_fiktiv: Nebel über der Speicherstadt, heute 7:05 Uhr",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1909204227488244013"
          ],
          "editableUntil" : "2025-04-07T12:18:53.789Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/iphone\" rel=\"nofollow\">Twitter for iPhone</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Jana Musterfeld",
            "screen_name" : "jana_musterfeld",
            "indices" : [
              "3",
              "19"
            ],
            "id_str" : "1065091008698183877",
            "id" : "1065091008698183877"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "100"
      ],
      "favorite_count" : "0",
      "id_str" : "1909204227488244013",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1909204227488244013",
      "created_at" : "Mon Apr 07 11:18:53 +0000 2025",
      "favorited" : false,
      "full_text" : "RT @jana_musterfeld: Gestern 80 Leute im Saal, heute 80 Seiten Protokoll. Danke an alle Helferinnen!",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1906987080674483171"
          ],
          "editableUntil" : "2025-04-01T09:28:44.796Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Texterei Blindtext",
            "screen_name" : "texterei_blind",
            "indices" : [
              "3",
              "18"
            ],
            "id_str" : "956750332878175724",
            "id" : "956750332878175724"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "113"
      ],
      "favorite_count" : "0",
      "id_str" : "1906987080674483171",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1906987080674483171",
      "created_at" : "Tue Apr 01 08:28:44 +0000 2025",
      "favorited" : false,
      "full_text" : "RT @texterei_blind: Danke für 300 Einsendungen zum Floskelpreis! Die Jury ist erschüttert und begeistert zugleich",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1905533597581130900"
          ],
          "editableUntil" : "2025-03-28T09:13:07.422Z",
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
        "81"
      ],
      "favorite_count" : "7",
      "id_str" : "1905533597581130900",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1905533597581130900",
      "created_at" : "Fri Mar 28 08:13:07 +0000 2025",
      "favorited" : false,
      "full_text" : "Auf dem Fahrrad nass geworden, getrocknet, wieder nass geworden. Frühling halt. 🚲",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1905280347990010284"
          ],
          "editableUntil" : "2025-03-27T16:26:48.014Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Nordprobe Medien",
            "screen_name" : "nordprobe_medien",
            "indices" : [
              "0",
              "17"
            ],
            "id_str" : "1175276735532504513",
            "id" : "1175276735532504513"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "76"
      ],
      "favorite_count" : "2",
      "in_reply_to_status_id_str" : "1905258202064485134",
      "id_str" : "1905280347990010284",
      "in_reply_to_user_id" : "1175276735532504513",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1905280347990010284",
      "in_reply_to_status_id" : "1905258202064485134",
      "created_at" : "Thu Mar 27 15:26:48 +0000 2025",
      "favorited" : false,
      "full_text" : "@nordprobe_medien Stimmt, den Fall hatte ich vergessen. Danke fürs Erinnern!",
      "lang" : "de",
      "in_reply_to_screen_name" : "nordprobe_medien",
      "in_reply_to_user_id_str" : "1175276735532504513"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1904811280763170976"
          ],
          "editableUntil" : "2025-03-26T09:22:53.673Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Torben Fiktivsen ⚓",
            "screen_name" : "torben_fiktivsen",
            "indices" : [
              "0",
              "17"
            ],
            "id_str" : "876928949564321551",
            "id" : "876928949564321551"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "38"
      ],
      "favorite_count" : "1",
      "in_reply_to_status_id_str" : "1904674881998872870",
      "id_str" : "1904811280763170976",
      "in_reply_to_user_id" : "876928949564321551",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1904811280763170976",
      "in_reply_to_status_id" : "1904674881998872870",
      "created_at" : "Wed Mar 26 08:22:53 +0000 2025",
      "favorited" : false,
      "full_text" : "@torben_fiktivsen Mops lässt grüßen. 🐈",
      "lang" : "de",
      "in_reply_to_screen_name" : "torben_fiktivsen",
      "in_reply_to_user_id_str" : "876928949564321551"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1904795531400216706"
          ],
          "editableUntil" : "2025-03-26T08:20:18.732Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/iphone\" rel=\"nofollow\">Twitter for iPhone</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Torben Fiktivsen ⚓",
            "screen_name" : "torben_fiktivsen",
            "indices" : [
              "0",
              "17"
            ],
            "id_str" : "876928949564321551",
            "id" : "876928949564321551"
          },
          {
            "name" : "Gesa Musterhansen",
            "screen_name" : "gesa_redet",
            "indices" : [
              "18",
              "29"
            ],
            "id_str" : "1205933460011752892",
            "id" : "1205933460011752892"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "63"
      ],
      "favorite_count" : "1",
      "in_reply_to_status_id_str" : "1904624655455542387",
      "id_str" : "1904795531400216706",
      "in_reply_to_user_id" : "876928949564321551",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1904795531400216706",
      "in_reply_to_status_id" : "1904624655455542387",
      "created_at" : "Wed Mar 26 07:20:18 +0000 2025",
      "favorited" : false,
      "full_text" : "@torben_fiktivsen @gesa_redet Das ist der beste Satz des Tages.",
      "lang" : "de",
      "in_reply_to_screen_name" : "torben_fiktivsen",
      "in_reply_to_user_id_str" : "876928949564321551"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1904576054740105753"
          ],
          "editableUntil" : "2025-03-25T17:48:11.418Z",
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
        "62"
      ],
      "favorite_count" : "4",
      "id_str" : "1904576054740105753",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1904576054740105753",
      "created_at" : "Tue Mar 25 16:48:11 +0000 2025",
      "favorited" : false,
      "full_text" : "Kater auf der Tastatur: ölkjjjjjjjjß. Ich finde, er hat recht.",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1903124307609018565"
          ],
          "editableUntil" : "2025-03-21T17:39:27.930Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/iphone\" rel=\"nofollow\">Twitter for iPhone</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Leyla Exempelmann",
            "screen_name" : "leyla_exempel",
            "indices" : [
              "0",
              "14"
            ],
            "id_str" : "1482074674633804982",
            "id" : "1482074674633804982"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "63"
      ],
      "favorite_count" : "0",
      "in_reply_to_status_id_str" : "1903068942796539140",
      "id_str" : "1903124307609018565",
      "in_reply_to_user_id" : "1482074674633804982",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1903124307609018565",
      "in_reply_to_status_id" : "1903068942796539140",
      "created_at" : "Fri Mar 21 16:39:27 +0000 2025",
      "favorited" : false,
      "full_text" : "@leyla_exempel Genau so ist es. Bei uns dauerte das drei Jahre.",
      "lang" : "de",
      "in_reply_to_screen_name" : "leyla_exempel",
      "in_reply_to_user_id_str" : "1482074674633804982"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1902644470302383034"
          ],
          "editableUntil" : "2025-03-20T09:52:45.801Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/iphone\" rel=\"nofollow\">Twitter for iPhone</a>",
      "entities" : {
        "hashtags" : [
          {
            "text" : "PR",
            "indices" : [
              "139",
              "142"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "142"
      ],
      "favorite_count" : "1",
      "id_str" : "1902644470302383034",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1902644470302383034",
      "created_at" : "Thu Mar 20 08:52:45 +0000 2025",
      "favorited" : false,
      "full_text" : "Vier Wochen nach der Umstrukturierung wissen 40 % nicht, an wen sie berichten. Das ist ein Kommunikationsproblem, kein Organigrammproblem. #PR",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1975456271284341243"
          ],
          "editableUntil" : "2025-10-07T08:00:51.933Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
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
        "75"
      ],
      "favorite_count" : "1",
      "in_reply_to_status_id_str" : "1975456105083724540",
      "id_str" : "1975456271284341243",
      "in_reply_to_user_id" : "841711066267443170",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1975456271284341243",
      "in_reply_to_status_id" : "1975456105083724540",
      "created_at" : "Tue Oct 07 07:00:51 +0000 2025",
      "favorited" : false,
      "full_text" : "2/ Am besten war eine Gärtnerei: »Um 6:30 Uhr geht es los, bei Frost um 8.«",
      "lang" : "de",
      "in_reply_to_screen_name" : "erika_beratet",
      "in_reply_to_user_id_str" : "841711066267443170"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1901328467997906766"
          ],
          "editableUntil" : "2025-03-16T18:43:26.402Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/iphone\" rel=\"nofollow\">Twitter for iPhone</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Nordprobe Medien",
            "screen_name" : "nordprobe_medien",
            "indices" : [
              "3",
              "20"
            ],
            "id_str" : "1175276735532504513",
            "id" : "1175276735532504513"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "132"
      ],
      "favorite_count" : "0",
      "id_str" : "1901328467997906766",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1901328467997906766",
      "created_at" : "Sun Mar 16 17:43:26 +0000 2025",
      "favorited" : false,
      "full_text" : "RT @nordprobe_medien: Wir suchen zum nächstmöglichen Zeitpunkt eine Volontärin oder einen Volontär für unsere Pressestelle in Bremen",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1900981520797380934"
          ],
          "editableUntil" : "2025-03-15T19:44:47.743Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/iphone\" rel=\"nofollow\">Twitter for iPhone</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Prof. Aylin Modellbach",
            "screen_name" : "aylin_modellbach",
            "indices" : [
              "0",
              "17"
            ],
            "id_str" : "1604700241888664959",
            "id" : "1604700241888664959"
          },
          {
            "name" : "Hafenfotos",
            "screen_name" : "hafenfoto_fiktiv",
            "indices" : [
              "18",
              "35"
            ],
            "id_str" : "1788755427303703758",
            "id" : "1788755427303703758"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "104"
      ],
      "favorite_count" : "1",
      "in_reply_to_status_id_str" : "1900976990948487880",
      "id_str" : "1900981520797380934",
      "in_reply_to_user_id" : "1604700241888664959",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1900981520797380934",
      "in_reply_to_status_id" : "1900976990948487880",
      "created_at" : "Sat Mar 15 18:44:47 +0000 2025",
      "favorited" : false,
      "full_text" : "@aylin_modellbach @hafenfoto_fiktiv Ich habe gute Erfahrungen mit einem festen Termin am Montag gemacht.",
      "lang" : "de",
      "in_reply_to_screen_name" : "aylin_modellbach",
      "in_reply_to_user_id_str" : "1604700241888664959"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1899357163442057136"
          ],
          "editableUntil" : "2025-03-11T08:10:10.771Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
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
        "88"
      ],
      "favorite_count" : "2",
      "in_reply_to_status_id_str" : "1899356497611239403",
      "id_str" : "1899357163442057136",
      "in_reply_to_user_id" : "841711066267443170",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1899357163442057136",
      "in_reply_to_status_id" : "1899356497611239403",
      "created_at" : "Tue Mar 11 07:10:10 +0000 2025",
      "favorited" : false,
      "full_text" : "3/ Nach dem ersten Probealarm haben wir die Seite halbiert. Jetzt passt sie an jede Tür.",
      "lang" : "de",
      "in_reply_to_screen_name" : "erika_b_hh",
      "in_reply_to_user_id_str" : "841711066267443170"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1899356497611239403"
          ],
          "editableUntil" : "2025-03-11T08:07:32.024Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
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
        "121"
      ],
      "favorite_count" : "0",
      "in_reply_to_status_id_str" : "1899356346675079163",
      "id_str" : "1899356497611239403",
      "in_reply_to_user_id" : "841711066267443170",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1899356497611239403",
      "in_reply_to_status_id" : "1899356346675079163",
      "created_at" : "Tue Mar 11 07:07:32 +0000 2025",
      "favorited" : false,
      "full_text" : "2/ Dann haben wir eine Seite geschrieben. Eine. Mit Namen, Nummern und dem Satz, der immer gilt: erst helfen, dann reden.",
      "lang" : "de",
      "in_reply_to_screen_name" : "erika_b_hh",
      "in_reply_to_user_id_str" : "841711066267443170"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1899356346675079163"
          ],
          "editableUntil" : "2025-03-11T08:06:56.038Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/iphone\" rel=\"nofollow\">Twitter for iPhone</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "100"
      ],
      "favorite_count" : "1",
      "in_reply_to_status_id_str" : "1899355910307392206",
      "id_str" : "1899356346675079163",
      "in_reply_to_user_id" : "841711066267443170",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1899356346675079163",
      "in_reply_to_status_id" : "1899355910307392206",
      "created_at" : "Tue Mar 11 07:06:56 +0000 2025",
      "favorited" : false,
      "full_text" : "1/ Zuerst haben wir gefragt, wer nachts überhaupt erreichbar sein möchte. Es waren mehr als gedacht.",
      "lang" : "de",
      "in_reply_to_screen_name" : "erika_b_hh",
      "in_reply_to_user_id_str" : "841711066267443170"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1899355910307392206"
          ],
          "editableUntil" : "2025-03-11T08:05:12.000Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [
          {
            "text" : "Krisenkommunikation",
            "indices" : [
              "108",
              "128"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "128"
      ],
      "favorite_count" : "6",
      "id_str" : "1899355910307392206",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1899355910307392206",
      "created_at" : "Tue Mar 11 07:05:12 +0000 2025",
      "favorited" : false,
      "full_text" : "Wie führt man ein Krisentelefon in einem Betrieb mit 40 Leuten ein? Ein Erfahrungsbericht in vier Teilen. 🧵 #Krisenkommunikation",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1898618815028768148"
          ],
          "editableUntil" : "2025-03-09T07:16:14.791Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Jana Musterfeld",
            "screen_name" : "jana_musterfeld",
            "indices" : [
              "0",
              "16"
            ],
            "id_str" : "1065091008698183877",
            "id" : "1065091008698183877"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "28"
      ],
      "favorite_count" : "1",
      "in_reply_to_status_id_str" : "1898499780680491382",
      "id_str" : "1898618815028768148",
      "in_reply_to_user_id" : "1065091008698183877",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1898618815028768148",
      "in_reply_to_status_id" : "1898499780680491382",
      "created_at" : "Sun Mar 09 06:16:14 +0000 2025",
      "favorited" : false,
      "full_text" : "@jana_musterfeld Gerne doch!",
      "lang" : "de",
      "in_reply_to_screen_name" : "jana_musterfeld",
      "in_reply_to_user_id_str" : "1065091008698183877"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1898441601516079742"
          ],
          "editableUntil" : "2025-03-08T19:32:03.797Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/iphone\" rel=\"nofollow\">Twitter for iPhone</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Ipotesi Caffè ☕",
            "screen_name" : "kaffee_ipotesi",
            "indices" : [
              "3",
              "18"
            ],
            "id_str" : "1707217770153152361",
            "id" : "1707217770153152361"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "44"
      ],
      "favorite_count" : "0",
      "id_str" : "1898441601516079742",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1898441601516079742",
      "created_at" : "Sat Mar 08 18:32:03 +0000 2025",
      "favorited" : false,
      "full_text" : "RT @kaffee_ipotesi: Kaffee ist eine Haltung.",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1898426550738222942"
          ],
          "editableUntil" : "2025-03-08T18:32:15.412Z",
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
        "76"
      ],
      "favorite_count" : "2",
      "id_str" : "1898426550738222942",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1898426550738222942",
      "created_at" : "Sat Mar 08 17:32:15 +0000 2025",
      "favorited" : false,
      "full_text" : "Straßenmusik am Jungfernstieg, und plötzlich tanzt eine ganze Schulklasse. 💃",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1897932649541671955"
          ],
          "editableUntil" : "2025-03-07T09:49:40.191Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/iphone\" rel=\"nofollow\">Twitter for iPhone</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Leyla Exempelmann",
            "screen_name" : "leyla_exempel",
            "indices" : [
              "0",
              "14"
            ],
            "id_str" : "1482074674633804982",
            "id" : "1482074674633804982"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "65"
      ],
      "favorite_count" : "0",
      "in_reply_to_status_id_str" : "1897892384224985057",
      "id_str" : "1897932649541671955",
      "in_reply_to_user_id" : "1482074674633804982",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1897932649541671955",
      "in_reply_to_status_id" : "1897892384224985057",
      "created_at" : "Fri Mar 07 08:49:40 +0000 2025",
      "favorited" : false,
      "full_text" : "@leyla_exempel Das Zitat hängt ab heute über meinem Schreibtisch.",
      "lang" : "de",
      "in_reply_to_screen_name" : "leyla_exempel",
      "in_reply_to_user_id_str" : "1482074674633804982"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1897701275103138246"
          ],
          "editableUntil" : "2025-03-06T18:30:16.226Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Texterei Blindtext",
            "screen_name" : "texterei_blind",
            "indices" : [
              "0",
              "15"
            ],
            "id_str" : "956750332878175724",
            "id" : "956750332878175724"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "28"
      ],
      "favorite_count" : "7",
      "in_reply_to_status_id_str" : "1897607658240083451",
      "id_str" : "1897701275103138246",
      "in_reply_to_user_id" : "956750332878175724",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1897701275103138246",
      "in_reply_to_status_id" : "1897607658240083451",
      "created_at" : "Thu Mar 06 17:30:16 +0000 2025",
      "favorited" : false,
      "full_text" : "@texterei_blind Danke dir! 🙏",
      "lang" : "de",
      "in_reply_to_screen_name" : "texterei_blind",
      "in_reply_to_user_id_str" : "956750332878175724"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1897305739548069064"
          ],
          "editableUntil" : "2025-03-05T16:18:33.201Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/iphone\" rel=\"nofollow\">Twitter for iPhone</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Leyla Exempelmann",
            "screen_name" : "leyla_exempel",
            "indices" : [
              "0",
              "14"
            ],
            "id_str" : "1482074674633804982",
            "id" : "1482074674633804982"
          },
          {
            "name" : "Hafenfotos",
            "screen_name" : "hafenfoto_fiktiv",
            "indices" : [
              "15",
              "32"
            ],
            "id_str" : "1788755427303703758",
            "id" : "1788755427303703758"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "96"
      ],
      "favorite_count" : "0",
      "in_reply_to_status_id_str" : "1897158267820973942",
      "id_str" : "1897305739548069064",
      "in_reply_to_user_id" : "1482074674633804982",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1897305739548069064",
      "in_reply_to_status_id" : "1897158267820973942",
      "created_at" : "Wed Mar 05 15:18:33 +0000 2025",
      "favorited" : false,
      "full_text" : "@leyla_exempel @hafenfoto_fiktiv Ich schicke dir die Checkliste, schreib mir kurz deine Adresse.",
      "lang" : "de",
      "in_reply_to_screen_name" : "leyla_exempel",
      "in_reply_to_user_id_str" : "1482074674633804982"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1897210998647419385"
          ],
          "editableUntil" : "2025-03-05T10:02:05.210Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [
          {
            "text" : "Textarbeit",
            "indices" : [
              "86",
              "97"
            ]
          },
          {
            "text" : "KlareSprache",
            "indices" : [
              "98",
              "111"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "111"
      ],
      "favorite_count" : "1",
      "id_str" : "1897210998647419385",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1897210998647419385",
      "created_at" : "Wed Mar 05 09:02:05 +0000 2025",
      "favorited" : false,
      "full_text" : "Wer die Kritik im Netz löscht, bekommt sie größer zurück. Wer hat andere Erfahrungen? #Textarbeit #KlareSprache",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1896977721074050348"
          ],
          "editableUntil" : "2025-03-04T18:35:07.502Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/iphone\" rel=\"nofollow\">Twitter for iPhone</a>",
      "entities" : {
        "hashtags" : [
          {
            "text" : "InterneKommunikation",
            "indices" : [
              "47",
              "68"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "68"
      ],
      "favorite_count" : "11",
      "id_str" : "1896977721074050348",
      "truncated" : false,
      "retweet_count" : "2",
      "id" : "1896977721074050348",
      "created_at" : "Tue Mar 04 17:35:07 +0000 2025",
      "favorited" : false,
      "full_text" : "Eine Entschuldigung enthält kein »falls«. Nie. #InterneKommunikation",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1896480143986253926"
          ],
          "editableUntil" : "2025-03-03T09:37:55.880Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/iphone\" rel=\"nofollow\">Twitter for iPhone</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Rieke Trockenübung 🚨",
            "screen_name" : "rieke_uebt",
            "indices" : [
              "3",
              "14"
            ],
            "id_str" : "961353424553262312",
            "id" : "961353424553262312"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "116"
      ],
      "favorite_count" : "0",
      "id_str" : "1896480143986253926",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1896480143986253926",
      "created_at" : "Mon Mar 03 08:37:55 +0000 2025",
      "favorited" : false,
      "full_text" : "RT @rieke_uebt: Der neue Leitfaden für Krisenkommunikation in kleinen Betrieben ist da, kostenlos und ohne Anmeldung",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1893327258004107020"
          ],
          "editableUntil" : "2025-02-22T16:49:29.284Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/iphone\" rel=\"nofollow\">Twitter for iPhone</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "97"
      ],
      "favorite_count" : "5",
      "id_str" : "1893327258004107020",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1893327258004107020",
      "created_at" : "Sat Feb 22 15:49:29 +0000 2025",
      "favorited" : false,
      "full_text" : "Der Kater heißt Mops, weil ich eigentlich einen Hund wollte. Er weiß es. Er lässt es mich spüren.",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1893213949060681632"
          ],
          "editableUntil" : "2025-02-22T09:19:14.327Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Carla Exemplaris",
            "screen_name" : "carla_exemplaris",
            "indices" : [
              "3",
              "20"
            ],
            "id_str" : "1747263986126211096",
            "id" : "1747263986126211096"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "136"
      ],
      "favorite_count" : "0",
      "id_str" : "1893213949060681632",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1893213949060681632",
      "created_at" : "Sat Feb 22 08:19:14 +0000 2025",
      "favorited" : false,
      "full_text" : "RT @carla_exemplaris: Museen müssen nicht lauter werden, sondern verständlicher. Unser Bericht über ein Jahr klare Sprache an den Wänden",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1892618034968481005"
          ],
          "editableUntil" : "2025-02-20T17:51:17.336Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/iphone\" rel=\"nofollow\">Twitter for iPhone</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "92"
      ],
      "favorite_count" : "6",
      "id_str" : "1892618034968481005",
      "truncated" : false,
      "retweet_count" : "3",
      "id" : "1892618034968481005",
      "created_at" : "Thu Feb 20 16:51:17 +0000 2025",
      "favorited" : false,
      "full_text" : "Fünf Minuten Vorbereitung sparen dreißig Minuten Besprechung. Gilt für fast jede Moderation.",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1890396238623363966"
          ],
          "editableUntil" : "2025-02-14T14:42:39.808Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Nordprobe Medien",
            "screen_name" : "nordprobe_medien",
            "indices" : [
              "3",
              "20"
            ],
            "id_str" : "1175276735532504513",
            "id" : "1175276735532504513"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "132"
      ],
      "favorite_count" : "0",
      "id_str" : "1890396238623363966",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1890396238623363966",
      "created_at" : "Fri Feb 14 13:42:39 +0000 2025",
      "favorited" : false,
      "full_text" : "RT @nordprobe_medien: Umfrage: Wie viele Freigabeschleifen hat bei euch ein Text, bevor er erscheinen darf? Ergebnisse nächste Woche",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1887100725846257259"
          ],
          "editableUntil" : "2025-02-05T12:27:28.334Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/iphone\" rel=\"nofollow\">Twitter for iPhone</a>",
      "entities" : {
        "hashtags" : [
          {
            "text" : "Schreiben",
            "indices" : [
              "62",
              "72"
            ]
          },
          {
            "text" : "PR",
            "indices" : [
              "73",
              "76"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [
          {
            "url" : "https://t.co/FvU1JkSqvo",
            "expanded_url" : "https://twitter.com/gesa_redet/status/1885478166332438971",
            "display_url" : "twitter.com/gesa_redet/stat…",
            "indices" : [
              "38",
              "61"
            ]
          }
        ]
      },
      "display_text_range" : [
        "0",
        "76"
      ],
      "favorite_count" : "6",
      "id_str" : "1887100725846257259",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1887100725846257259",
      "possibly_sensitive" : false,
      "created_at" : "Wed Feb 05 11:27:28 +0000 2025",
      "favorited" : false,
      "full_text" : "Schreiben ist Denken mit Beweisstück. https://t.co/FvU1JkSqvo #Schreiben #PR",
      "lang" : "de"
    }
  }
]