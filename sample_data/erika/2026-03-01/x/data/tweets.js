window.YTD.tweets.part0 = [
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "2026950210231698774"
          ],
          "editableUntil" : "2026-02-26T10:19:23.690Z",
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
        "115"
      ],
      "favorite_count" : "0",
      "id_str" : "2026950210231698774",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "2026950210231698774",
      "created_at" : "Thu Feb 26 09:19:23 +0000 2026",
      "favorited" : false,
      "full_text" : "RT @texterei_blind: Stammtisch der Texterinnen und Texter am Donnerstag, 18 Uhr, hinten links. Neue sind willkommen",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "2026747318879623312"
          ],
          "editableUntil" : "2026-02-25T20:53:10.622Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [
          {
            "text" : "PR",
            "indices" : [
              "140",
              "143"
            ]
          },
          {
            "text" : "InterneKommunikation",
            "indices" : [
              "144",
              "165"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [
          {
            "url" : "https://t.co/syQ2nZBP0X",
            "expanded_url" : "https://twitter.com/aylin_modellbach/status/1885478166331605291",
            "display_url" : "twitter.com/aylin_modellbac…",
            "indices" : [
              "116",
              "139"
            ]
          }
        ]
      },
      "display_text_range" : [
        "0",
        "165"
      ],
      "favorite_count" : "7",
      "id_str" : "2026747318879623312",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "2026747318879623312",
      "possibly_sensitive" : false,
      "created_at" : "Wed Feb 25 19:53:10 +0000 2026",
      "favorited" : false,
      "full_text" : "Zahlen überzeugen, wenn man sie vergleichen kann. 3 Mio. Tonnen sind nichts. Zwei Elbphilharmonien voll sind etwas. https://t.co/syQ2nZBP0X #PR #InterneKommunikation",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "2023719440010762363"
          ],
          "editableUntil" : "2026-02-17T12:21:28.044Z",
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
        "55"
      ],
      "favorite_count" : "5",
      "in_reply_to_status_id_str" : "2023719178035847944",
      "id_str" : "2023719440010762363",
      "in_reply_to_user_id" : "841711066267443170",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "2023719440010762363",
      "in_reply_to_status_id" : "2023719178035847944",
      "created_at" : "Tue Feb 17 11:21:28 +0000 2026",
      "favorited" : false,
      "full_text" : "3/ Und: Eine gute Kanne hält länger als jedes Intranet.",
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
            "2023719178035847944"
          ],
          "editableUntil" : "2026-02-17T12:20:25.584Z",
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
        "56"
      ],
      "favorite_count" : "10",
      "in_reply_to_status_id_str" : "2023718737711902713",
      "id_str" : "2023719178035847944",
      "in_reply_to_user_id" : "841711066267443170",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "2023719178035847944",
      "in_reply_to_status_id" : "2023718737711902713",
      "created_at" : "Tue Feb 17 11:20:25 +0000 2026",
      "favorited" : false,
      "full_text" : "2/ Wer zuhört, wird gefragt. Wer redet, wird verschoben.",
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
            "2023718737711902713"
          ],
          "editableUntil" : "2026-02-17T12:18:40.603Z",
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
        "73"
      ],
      "favorite_count" : "3",
      "in_reply_to_status_id_str" : "2023718290586301181",
      "id_str" : "2023718737711902713",
      "in_reply_to_user_id" : "841711066267443170",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "2023718737711902713",
      "in_reply_to_status_id" : "2023718290586301181",
      "created_at" : "Tue Feb 17 11:18:40 +0000 2026",
      "favorited" : false,
      "full_text" : "1/ Die wichtigsten Sätze fallen nach der Sitzung, beim Spülen der Tassen.",
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
            "2023718290586301181"
          ],
          "editableUntil" : "2026-02-17T12:16:54.000Z",
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
        "93"
      ],
      "favorite_count" : "7",
      "id_str" : "2023718290586301181",
      "truncated" : false,
      "retweet_count" : "3",
      "id" : "2023718290586301181",
      "created_at" : "Tue Feb 17 11:16:54 +0000 2026",
      "favorited" : false,
      "full_text" : "Was ich in einem Jahr Kaffeepausen über Kommunikation gelernt habe. Lang, aber mit Keksen. 🧵☕",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "2022705537998584021"
          ],
          "editableUntil" : "2026-02-14T17:12:34.967Z",
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
        "urls" : [ ],
        "media" : [
          {
            "expanded_url" : "https://twitter.com/erika_beratet/status/2022705537998584021/photo/1",
            "indices" : [
              "51",
              "74"
            ],
            "url" : "https://t.co/zcn8xH0pn6",
            "media_url" : "http://pbs.twimg.com/media/cAChaD8D4d6hcG1.jpg",
            "id_str" : "2022705508638456021",
            "id" : "2022705508638456021",
            "media_url_https" : "https://pbs.twimg.com/media/cAChaD8D4d6hcG1.jpg",
            "type" : "photo",
            "display_url" : "pic.twitter.com/zcn8xH0pn6"
          }
        ]
      },
      "display_text_range" : [
        "0",
        "50"
      ],
      "favorite_count" : "7",
      "id_str" : "2022705537998584021",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "2022705537998584021",
      "possibly_sensitive" : false,
      "created_at" : "Sat Feb 14 16:12:34 +0000 2026",
      "favorited" : false,
      "full_text" : "Krokusse im Februar! Ich habe sie gezählt: vier. 🌷 https://t.co/zcn8xH0pn6",
      "lang" : "de",
      "extended_entities" : {
        "media" : [
          {
            "expanded_url" : "https://twitter.com/erika_beratet/status/2022705537998584021/photo/1",
            "indices" : [
              "51",
              "74"
            ],
            "url" : "https://t.co/zcn8xH0pn6",
            "media_url" : "http://pbs.twimg.com/media/cAChaD8D4d6hcG1.jpg",
            "id_str" : "2022705508638456021",
            "id" : "2022705508638456021",
            "media_url_https" : "https://pbs.twimg.com/media/cAChaD8D4d6hcG1.jpg",
            "type" : "photo",
            "display_url" : "pic.twitter.com/zcn8xH0pn6"
          }
        ]
      }
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "2022216244772985799"
          ],
          "editableUntil" : "2026-02-13T08:48:18.371Z",
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
        "56"
      ],
      "favorite_count" : "5",
      "id_str" : "2022216244772985799",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "2022216244772985799",
      "created_at" : "Fri Feb 13 07:48:18 +0000 2026",
      "favorited" : false,
      "full_text" : "Nachbarin spielt Posaune. Mops singt mit. Ich ziehe aus.",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "2021143217897821528"
          ],
          "editableUntil" : "2026-02-10T09:44:28.828Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [
          {
            "text" : "PR",
            "indices" : [
              "124",
              "127"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Henrik Probenau",
            "screen_name" : "henrik_probenau",
            "indices" : [
              "105",
              "121"
            ],
            "id_str" : "1468089426242140682",
            "id" : "1468089426242140682"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "127"
      ],
      "favorite_count" : "7",
      "id_str" : "2021143217897821528",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "2021143217897821528",
      "created_at" : "Tue Feb 10 08:44:28 +0000 2026",
      "favorited" : false,
      "full_text" : "Was ein Haus nach innen nicht erklären kann, glaubt ihm draußen auch niemand. Wie haltet ihr das? (Danke @henrik_probenau!) #PR",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "2021128125206557679"
          ],
          "editableUntil" : "2026-02-10T08:44:30.450Z",
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
        "81"
      ],
      "favorite_count" : "12",
      "id_str" : "2021128125206557679",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "2021128125206557679",
      "created_at" : "Tue Feb 10 07:44:30 +0000 2026",
      "favorited" : false,
      "full_text" : "Führung ist zu 80 % Kommunikation. Der Rest ist Aushalten. Erlebe ich jede Woche.",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "2020950273567605172"
          ],
          "editableUntil" : "2026-02-09T20:57:47.315Z",
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
              "0",
              "11"
            ],
            "id_str" : "1205933460011752892",
            "id" : "1205933460011752892"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "56"
      ],
      "favorite_count" : "2",
      "in_reply_to_status_id_str" : "2020942472161537002",
      "id_str" : "2020950273567605172",
      "in_reply_to_user_id" : "1205933460011752892",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "2020950273567605172",
      "in_reply_to_status_id" : "2020942472161537002",
      "created_at" : "Mon Feb 09 19:57:47 +0000 2026",
      "favorited" : false,
      "full_text" : "@gesa_redet Unbedingt. Am besten vor dem ersten Entwurf.",
      "lang" : "de",
      "in_reply_to_screen_name" : "gesa_redet",
      "in_reply_to_user_id_str" : "1205933460011752892"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "2019756133087804517"
          ],
          "editableUntil" : "2026-02-06T13:52:42.039Z",
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
        "70"
      ],
      "favorite_count" : "11",
      "id_str" : "2019756133087804517",
      "truncated" : false,
      "retweet_count" : "2",
      "id" : "2019756133087804517",
      "created_at" : "Fri Feb 06 12:52:42 +0000 2026",
      "favorited" : false,
      "full_text" : "Eine Pressemitteilung ohne Nachricht ist ein Newsletter mit Briefkopf.",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "2018619192584577700"
          ],
          "editableUntil" : "2026-02-03T10:34:54.300Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [
          {
            "text" : "Kommunikation",
            "indices" : [
              "91",
              "105"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "105"
      ],
      "favorite_count" : "2",
      "id_str" : "2018619192584577700",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "2018619192584577700",
      "created_at" : "Tue Feb 03 09:34:54 +0000 2026",
      "favorited" : false,
      "full_text" : "Ich habe heute ein Leitbild von 4 Seiten auf 6 Sätze gebracht. Niemand hat etwas vermisst. #Kommunikation",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "2018307499263569805"
          ],
          "editableUntil" : "2026-02-02T13:56:20.821Z",
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
            "name" : "Emre Testberg",
            "screen_name" : "emre_testberg",
            "indices" : [
              "0",
              "14"
            ],
            "id_str" : "833618080441326718",
            "id" : "833618080441326718"
          },
          {
            "name" : "Torben Fiktivsen ⚓",
            "screen_name" : "torben_fiktivsen",
            "indices" : [
              "15",
              "32"
            ],
            "id_str" : "876928949564321551",
            "id" : "876928949564321551"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "60"
      ],
      "favorite_count" : "6",
      "in_reply_to_status_id_str" : "2018207590943424182",
      "id_str" : "2018307499263569805",
      "in_reply_to_user_id" : "833618080441326718",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "2018307499263569805",
      "in_reply_to_status_id" : "2018207590943424182",
      "created_at" : "Mon Feb 02 12:56:20 +0000 2026",
      "favorited" : false,
      "full_text" : "@emre_testberg @torben_fiktivsen Wie schön! Gratuliere euch.",
      "lang" : "de",
      "in_reply_to_screen_name" : "emre_testberg",
      "in_reply_to_user_id_str" : "833618080441326718"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "2018296400368011816"
          ],
          "editableUntil" : "2026-02-02T13:12:14.638Z",
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
              "115",
              "135"
            ]
          },
          {
            "text" : "Kommunikation",
            "indices" : [
              "136",
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
      "favorite_count" : "7",
      "id_str" : "2018296400368011816",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "2018296400368011816",
      "created_at" : "Mon Feb 02 12:12:14 +0000 2026",
      "favorited" : false,
      "full_text" : "Ich sammle Floskeln. Neu in der Vitrine: »auf Augenhöhe abholen«. Wie klein sind denn alle? Erlebe ich jede Woche. #Krisenkommunikation #Kommunikation",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "2017842789191739053"
          ],
          "editableUntil" : "2026-02-01T07:09:45.306Z",
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
        "133"
      ],
      "favorite_count" : "0",
      "id_str" : "2017842789191739053",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "2017842789191739053",
      "created_at" : "Sun Feb 01 06:09:45 +0000 2026",
      "favorited" : false,
      "full_text" : "RT @rieke_uebt: Probealarm bestanden: vom Anruf bis zur ersten Meldung 17 Minuten. Vor einem Jahr waren es 95. Was wir geändert haben",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "2017226023883112338"
          ],
          "editableUntil" : "2026-01-30T14:18:56.997Z",
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
        "60"
      ],
      "favorite_count" : "13",
      "id_str" : "2017226023883112338",
      "truncated" : false,
      "retweet_count" : "2",
      "id" : "2017226023883112338",
      "created_at" : "Fri Jan 30 13:18:56 +0000 2026",
      "favorited" : false,
      "full_text" : "Buch ausgelesen, Tee kalt, Mops schnurrt. Ein guter Sonntag.",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "2017210726050508604"
          ],
          "editableUntil" : "2026-01-30T13:18:09.710Z",
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
        "83"
      ],
      "favorite_count" : "1",
      "in_reply_to_status_id_str" : "2017103771296948218",
      "id_str" : "2017210726050508604",
      "in_reply_to_user_id" : "956750332878175724",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "2017210726050508604",
      "in_reply_to_status_id" : "2017103771296948218",
      "created_at" : "Fri Jan 30 12:18:09 +0000 2026",
      "favorited" : false,
      "full_text" : "@texterei_blind Oh ja. Und dann sagt jemand »Das haben wir schon immer so gemacht«.",
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
            "2016891584405061294"
          ],
          "editableUntil" : "2026-01-29T16:10:00.412Z",
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
        "60"
      ],
      "favorite_count" : "1",
      "id_str" : "2016891584405061294",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "2016891584405061294",
      "created_at" : "Thu Jan 29 15:10:00 +0000 2026",
      "favorited" : false,
      "full_text" : "Mein Kühlschrank enthält Senf, Hafermilch und gute Vorsätze.",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "2015707810304711651"
          ],
          "editableUntil" : "2026-01-26T09:46:06.673Z",
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
        "urls" : [ ],
        "media" : [
          {
            "expanded_url" : "https://twitter.com/erika_beratet/status/2015707810304711651/photo/1",
            "indices" : [
              "80",
              "103"
            ],
            "url" : "https://t.co/B0pvDEyFfE",
            "media_url" : "http://pbs.twimg.com/media/bf7D22zHFazEhHf.jpg",
            "id_str" : "2015707780944583651",
            "id" : "2015707780944583651",
            "media_url_https" : "https://pbs.twimg.com/media/bf7D22zHFazEhHf.jpg",
            "type" : "photo",
            "display_url" : "pic.twitter.com/B0pvDEyFfE"
          }
        ]
      },
      "display_text_range" : [
        "0",
        "79"
      ],
      "favorite_count" : "2",
      "id_str" : "2015707810304711651",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "2015707810304711651",
      "possibly_sensitive" : false,
      "created_at" : "Mon Jan 26 08:46:06 +0000 2026",
      "favorited" : false,
      "full_text" : "Der Zug nach Kiel hat 40 Minuten Verspätung, dafür ist das Croissant pünktlich. https://t.co/B0pvDEyFfE",
      "lang" : "de",
      "extended_entities" : {
        "media" : [
          {
            "expanded_url" : "https://twitter.com/erika_beratet/status/2015707810304711651/photo/1",
            "indices" : [
              "80",
              "103"
            ],
            "url" : "https://t.co/B0pvDEyFfE",
            "media_url" : "http://pbs.twimg.com/media/bf7D22zHFazEhHf.jpg",
            "id_str" : "2015707780944583651",
            "id" : "2015707780944583651",
            "media_url_https" : "https://pbs.twimg.com/media/bf7D22zHFazEhHf.jpg",
            "type" : "photo",
            "display_url" : "pic.twitter.com/B0pvDEyFfE"
          }
        ]
      }
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1930715210190525573"
          ],
          "editableUntil" : "2025-06-05T20:55:51.720Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/iphone\" rel=\"nofollow\">Twitter for iPhone</a>",
      "entities" : {
        "hashtags" : [
          {
            "text" : "KlareSprache",
            "indices" : [
              "92",
              "105"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "105"
      ],
      "favorite_count" : "1",
      "id_str" : "1930715210190525573",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1930715210190525573",
      "created_at" : "Thu Jun 05 19:55:51 +0000 2025",
      "favorited" : false,
      "full_text" : "Wenn die Antwort in der Präsentation steht, wozu dann die Besprechung? Wie haltet ihr das?\n\n#KlareSprache",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "2013654038023863225"
          ],
          "editableUntil" : "2026-01-20T17:45:09.204Z",
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
        "urls" : [
          {
            "url" : "https://t.co/NAdwR28C7t",
            "expanded_url" : "https://twitter.com/i/web/status/2013654038023863225",
            "display_url" : "twitter.com/i/web/status/0",
            "indices" : [
              "252",
              "275"
            ]
          }
        ]
      },
      "display_text_range" : [
        "0",
        "275"
      ],
      "favorite_count" : "19",
      "id_str" : "2013654038023863225",
      "truncated" : false,
      "retweet_count" : "6",
      "id" : "2013654038023863225",
      "possibly_sensitive" : false,
      "created_at" : "Tue Jan 20 16:45:09 +0000 2026",
      "favorited" : false,
      "full_text" : "Heute war ich bei einer Genossenschaft, die ihre interne Kommunikation selbst umgebaut hat. Kein Projektname, kein Plakat, keine App. Stattdessen: jeden Montag zehn Minuten im Stehen, jede Abteilung eine Frage, und wer die Antwort kennt, ruft zurück.… https://t.co/NAdwR28C7t",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "2012851819737574210"
          ],
          "editableUntil" : "2026-01-18T12:37:25.460Z",
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
        "49"
      ],
      "favorite_count" : "8",
      "id_str" : "2012851819737574210",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "2012851819737574210",
      "created_at" : "Sun Jan 18 11:37:25 +0000 2026",
      "favorited" : false,
      "full_text" : "Schnee in Altona! Er blieb elf Minuten liegen. ❄️",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "2012411385511703525"
          ],
          "editableUntil" : "2026-01-17T07:27:17.758Z",
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
        "71"
      ],
      "favorite_count" : "2",
      "id_str" : "2012411385511703525",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "2012411385511703525",
      "created_at" : "Sat Jan 17 06:27:17 +0000 2026",
      "favorited" : false,
      "full_text" : "Mops hat Geburtstag. Er wünscht sich, was er immer hat: mein Kissen. 🎂🐈",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "2012192738413018530"
          ],
          "editableUntil" : "2026-01-16T16:58:28.227Z",
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
              "125",
              "145"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "145"
      ],
      "favorite_count" : "11",
      "id_str" : "2012192738413018530",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "2012192738413018530",
      "created_at" : "Fri Jan 16 15:58:28 +0000 2026",
      "favorited" : false,
      "full_text" : "Aus einem Kundengespräch: »Bei uns reden alle, aber keiner sagt es jemandem.« Besser kann man ein Problem nicht beschreiben. #Krisenkommunikation",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "2011874922034032012"
          ],
          "editableUntil" : "2026-01-15T19:55:34.898Z",
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
              "127",
              "148"
            ]
          },
          {
            "text" : "KlareSprache",
            "indices" : [
              "149",
              "162"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "162"
      ],
      "favorite_count" : "2",
      "id_str" : "2011874922034032012",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "2011874922034032012",
      "created_at" : "Thu Jan 15 18:55:34 +0000 2026",
      "favorited" : false,
      "full_text" : "»Wir nehmen Ihr Anliegen sehr ernst« ist der Satz, nach dem niemand mehr weiterliest. Das ist keine Theorie, das war Dienstag. #InterneKommunikation #KlareSprache",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "2011679889998084433"
          ],
          "editableUntil" : "2026-01-15T07:00:35.637Z",
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
              "102",
              "105"
            ]
          },
          {
            "text" : "InterneKommunikation",
            "indices" : [
              "106",
              "127"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "127"
      ],
      "favorite_count" : "38",
      "id_str" : "2011679889998084433",
      "truncated" : false,
      "retweet_count" : "3",
      "id" : "2011679889998084433",
      "created_at" : "Thu Jan 15 06:00:35 +0000 2026",
      "favorited" : false,
      "full_text" : "Kleine Übung für den Freitag: den letzten Text laut vorlesen. Wo man Luft holt, gehört ein Punkt hin. #PR #InterneKommunikation",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "2011502699495026401"
          ],
          "editableUntil" : "2026-01-14T19:16:30.129Z",
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
        "83"
      ],
      "favorite_count" : "2",
      "id_str" : "2011502699495026401",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "2011502699495026401",
      "created_at" : "Wed Jan 14 18:16:30 +0000 2026",
      "favorited" : false,
      "full_text" : "Checkliste Stellungnahme: Was ist passiert? Was tun wir? Wann gibt es mehr? Fertig.",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "2010278917716106941"
          ],
          "editableUntil" : "2026-01-11T10:13:37.816Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [
          {
            "text" : "Kommunikation",
            "indices" : [
              "87",
              "101"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "101"
      ],
      "favorite_count" : "8",
      "id_str" : "2010278917716106941",
      "truncated" : false,
      "retweet_count" : "3",
      "id" : "2010278917716106941",
      "created_at" : "Sun Jan 11 09:13:37 +0000 2026",
      "favorited" : false,
      "full_text" : "Heute mit Auszubildenden Pressetexte zerlegt. Ihr Urteil war gnadenlos &amp; richtig.\n\n#Kommunikation",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "2009588622032006098"
          ],
          "editableUntil" : "2026-01-09T12:30:38.500Z",
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
              "88",
              "101"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "101"
      ],
      "favorite_count" : "4",
      "id_str" : "2009588622032006098",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "2009588622032006098",
      "created_at" : "Fri Jan 09 11:30:38 +0000 2026",
      "favorited" : false,
      "full_text" : "Ein Vorstand, der »ich weiß es noch nicht« sagen kann, gewinnt in der Krise Vertrauen.\n\n#KlareSprache",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "2009355200749489757"
          ],
          "editableUntil" : "2026-01-08T21:03:06.530Z",
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
              "141",
              "151"
            ]
          },
          {
            "text" : "KlareSprache",
            "indices" : [
              "152",
              "165"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "165"
      ],
      "favorite_count" : "23",
      "id_str" : "2009355200749489757",
      "truncated" : false,
      "retweet_count" : "4",
      "id" : "2009355200749489757",
      "created_at" : "Thu Jan 08 20:03:06 +0000 2026",
      "favorited" : false,
      "full_text" : "Im Rollenspiel heute war ich die wütende Journalistin. Es hat erschreckend viel Spaß gemacht. 😅 Und ja, es kostet Zeit. Lohnt sich trotzdem. #Schreiben #KlareSprache",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "2008877673804569918"
          ],
          "editableUntil" : "2026-01-07T13:25:35.234Z",
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
        "96"
      ],
      "favorite_count" : "7",
      "id_str" : "2008877673804569918",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "2008877673804569918",
      "created_at" : "Wed Jan 07 12:25:35 +0000 2026",
      "favorited" : false,
      "full_text" : "Der erste Entwurf darf schlecht sein. Der zweite muss ehrlich sein. Gilt übrigens auch für mich.",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "2007771238697081603"
          ],
          "editableUntil" : "2026-01-04T12:09:00.548Z",
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
        "77"
      ],
      "favorite_count" : "2",
      "id_str" : "2007771238697081603",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "2007771238697081603",
      "created_at" : "Sun Jan 04 11:09:00 +0000 2026",
      "favorited" : false,
      "full_text" : "Hafermilch ist aus. Ich trinke ihn schwarz und erzähle allen, es sei Absicht.",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "2006826643396003072"
          ],
          "editableUntil" : "2026-01-01T21:35:31.478Z",
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
        "79"
      ],
      "favorite_count" : "0",
      "id_str" : "2006826643396003072",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "2006826643396003072",
      "created_at" : "Thu Jan 01 20:35:31 +0000 2026",
      "favorited" : false,
      "full_text" : "RT @hafenfoto_fiktiv: Die Elbe führt wieder Eis. Fotos vom Morgen aus Övelgönne",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "2006639401805708211"
          ],
          "editableUntil" : "2026-01-01T09:11:29.604Z",
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
        "64"
      ],
      "favorite_count" : "2",
      "id_str" : "2006639401805708211",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "2006639401805708211",
      "created_at" : "Thu Jan 01 08:11:29 +0000 2026",
      "favorited" : false,
      "full_text" : "Frohes neues Jahr! Mops hat die Böller verschlafen, ich nicht. 🎆",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "2005992728418953618"
          ],
          "editableUntil" : "2025-12-30T14:21:50.654Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [
          {
            "text" : "InterneKommunikation",
            "indices" : [
              "82",
              "103"
            ]
          },
          {
            "text" : "Krisenkommunikation",
            "indices" : [
              "104",
              "124"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "124"
      ],
      "favorite_count" : "4",
      "id_str" : "2005992728418953618",
      "truncated" : false,
      "retweet_count" : "2",
      "id" : "2005992728418953618",
      "created_at" : "Tue Dec 30 13:21:50 +0000 2025",
      "favorited" : false,
      "full_text" : "Lektorat gegen Rechtsabteilung: heute 3:2. Aber alle haben den Text verstanden. 🎉 #InterneKommunikation #Krisenkommunikation",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "2005574278297536994"
          ],
          "editableUntil" : "2025-12-29T10:39:04.371Z",
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
        "70"
      ],
      "favorite_count" : "2",
      "id_str" : "2005574278297536994",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "2005574278297536994",
      "created_at" : "Mon Dec 29 09:39:04 +0000 2025",
      "favorited" : false,
      "full_text" : "Winterabend, Kerzen, Spiekeroog-Puzzle mit 1.000 Teilen. 999 habe ich.",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "2005545840239086705"
          ],
          "editableUntil" : "2025-12-29T08:46:04.209Z",
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
            "name" : "Ipotesi Caffè ☕",
            "screen_name" : "kaffee_ipotesi",
            "indices" : [
              "0",
              "15"
            ],
            "id_str" : "1707217770153152361",
            "id" : "1707217770153152361"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "82"
      ],
      "favorite_count" : "2",
      "in_reply_to_status_id_str" : "2005480157437753576",
      "id_str" : "2005545840239086705",
      "in_reply_to_user_id" : "1707217770153152361",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "2005545840239086705",
      "in_reply_to_status_id" : "2005480157437753576",
      "created_at" : "Mon Dec 29 07:46:04 +0000 2025",
      "favorited" : false,
      "full_text" : "@kaffee_ipotesi Nein, leider nicht. Die Aufzeichnung kommt nächste Woche ins Blog.",
      "lang" : "de",
      "in_reply_to_screen_name" : "kaffee_ipotesi",
      "in_reply_to_user_id_str" : "1707217770153152361"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "2004647968175176004"
          ],
          "editableUntil" : "2025-12-26T21:18:14.828Z",
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
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "36"
      ],
      "favorite_count" : "1",
      "in_reply_to_status_id_str" : "2004641425064220859",
      "id_str" : "2004647968175176004",
      "in_reply_to_user_id" : "1065091008698183877",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "2004647968175176004",
      "in_reply_to_status_id" : "2004641425064220859",
      "created_at" : "Fri Dec 26 20:18:14 +0000 2025",
      "favorited" : false,
      "full_text" : "@jana_musterfeld Dann eben Kaffee. ☕",
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
            "2004508951571709223"
          ],
          "editableUntil" : "2025-12-26T12:05:50.687Z",
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
        "34"
      ],
      "favorite_count" : "2",
      "in_reply_to_status_id_str" : "2004368274618677379",
      "id_str" : "2004508951571709223",
      "in_reply_to_user_id" : "1482074674633804982",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "2004508951571709223",
      "in_reply_to_status_id" : "2004368274618677379",
      "created_at" : "Fri Dec 26 11:05:50 +0000 2025",
      "favorited" : false,
      "full_text" : "@leyla_exempel Dann eben Kaffee. ☕",
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
            "2004172608857576611"
          ],
          "editableUntil" : "2025-12-25T13:49:20.335Z",
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
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "47"
      ],
      "favorite_count" : "0",
      "in_reply_to_status_id_str" : "2004085031793228873",
      "id_str" : "2004172608857576611",
      "in_reply_to_user_id" : "876928949564321551",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "2004172608857576611",
      "in_reply_to_status_id" : "2004085031793228873",
      "created_at" : "Thu Dec 25 12:49:20 +0000 2025",
      "favorited" : false,
      "full_text" : "@torben_fiktivsen Sehr gern! Grüße nach Bremen.",
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
            "2003073895562762171"
          ],
          "editableUntil" : "2025-12-22T13:03:26.672Z",
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
        "110"
      ],
      "favorite_count" : "11",
      "id_str" : "2003073895562762171",
      "truncated" : false,
      "retweet_count" : "2",
      "id" : "2003073895562762171",
      "created_at" : "Mon Dec 22 12:03:26 +0000 2025",
      "favorited" : false,
      "full_text" : "Verständliche Sprache ist keine Vereinfachung der Sache, sondern Arbeit der Absenderin. Erlebe ich jede Woche.",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "2003007340940912627"
          ],
          "editableUntil" : "2025-12-22T08:38:58.814Z",
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
        "urls" : [ ],
        "media" : [
          {
            "expanded_url" : "https://twitter.com/erika_beratet/status/2003007340940912627/photo/1",
            "indices" : [
              "83",
              "106"
            ],
            "url" : "https://t.co/9s79GGhn6b",
            "media_url" : "http://pbs.twimg.com/media/F36x0By5z2eD1c0.jpg",
            "id_str" : "2003007311580784627",
            "id" : "2003007311580784627",
            "media_url_https" : "https://pbs.twimg.com/media/F36x0By5z2eD1c0.jpg",
            "type" : "photo",
            "display_url" : "pic.twitter.com/9s79GGhn6b"
          }
        ]
      },
      "display_text_range" : [
        "0",
        "82"
      ],
      "favorite_count" : "3",
      "id_str" : "2003007340940912627",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "2003007340940912627",
      "possibly_sensitive" : false,
      "created_at" : "Mon Dec 22 07:38:58 +0000 2025",
      "favorited" : false,
      "full_text" : "Zum ersten Mal selbst Brot gebacken. Es eignet sich hervorragend als Türstopper. 🍞 https://t.co/9s79GGhn6b",
      "lang" : "de",
      "extended_entities" : {
        "media" : [
          {
            "expanded_url" : "https://twitter.com/erika_beratet/status/2003007340940912627/photo/1",
            "indices" : [
              "83",
              "106"
            ],
            "url" : "https://t.co/9s79GGhn6b",
            "media_url" : "http://pbs.twimg.com/media/F36x0By5z2eD1c0.jpg",
            "id_str" : "2003007311580784627",
            "id" : "2003007311580784627",
            "media_url_https" : "https://pbs.twimg.com/media/F36x0By5z2eD1c0.jpg",
            "type" : "photo",
            "display_url" : "pic.twitter.com/9s79GGhn6b"
          }
        ]
      }
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "2000840720312006700"
          ],
          "editableUntil" : "2025-12-16T09:09:36.202Z",
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
        "49"
      ],
      "favorite_count" : "0",
      "in_reply_to_status_id_str" : "2000667327784639525",
      "id_str" : "2000840720312006700",
      "in_reply_to_user_id" : "876928949564321551",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "2000840720312006700",
      "in_reply_to_status_id" : "2000667327784639525",
      "created_at" : "Tue Dec 16 08:09:36 +0000 2025",
      "favorited" : false,
      "full_text" : "@torben_fiktivsen Eher nicht. Zu viele Köchinnen.",
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
            "2000676077461417831"
          ],
          "editableUntil" : "2025-12-15T22:15:22.287Z",
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
              "0",
              "17"
            ],
            "id_str" : "1747263986126211096",
            "id" : "1747263986126211096"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "60"
      ],
      "favorite_count" : "0",
      "in_reply_to_status_id_str" : "2000605109836000423",
      "id_str" : "2000676077461417831",
      "in_reply_to_user_id" : "1747263986126211096",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "2000676077461417831",
      "in_reply_to_status_id" : "2000605109836000423",
      "created_at" : "Mon Dec 15 21:15:22 +0000 2025",
      "favorited" : false,
      "full_text" : "@carla_exemplaris War mir eine Freude, bis zum nächsten Mal!",
      "lang" : "de",
      "in_reply_to_screen_name" : "carla_exemplaris",
      "in_reply_to_user_id_str" : "1747263986126211096"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "2000547425480955744"
          ],
          "editableUntil" : "2025-12-15T13:44:09.265Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [
          {
            "text" : "InterneKommunikation",
            "indices" : [
              "114",
              "135"
            ]
          },
          {
            "text" : "PR",
            "indices" : [
              "136",
              "139"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Texterei Blindtext",
            "screen_name" : "texterei_blind",
            "indices" : [
              "96",
              "111"
            ],
            "id_str" : "956750332878175724",
            "id" : "956750332878175724"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "139"
      ],
      "favorite_count" : "7",
      "id_str" : "2000547425480955744",
      "truncated" : false,
      "retweet_count" : "2",
      "id" : "2000547425480955744",
      "created_at" : "Mon Dec 15 12:44:09 +0000 2025",
      "favorited" : false,
      "full_text" : "Storytelling ohne Konflikt ist eine Wegbeschreibung. Was war euer bestes Beispiel dafür? (Danke @texterei_blind!) #InterneKommunikation #PR",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "2000100358534042529"
          ],
          "editableUntil" : "2025-12-14T08:07:40.199Z",
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
        "urls" : [ ],
        "media" : [
          {
            "expanded_url" : "https://twitter.com/erika_beratet/status/2000100358534042529/photo/1",
            "indices" : [
              "78",
              "101"
            ],
            "url" : "https://t.co/tpnzwA5x9k",
            "media_url" : "http://pbs.twimg.com/media/db7bBF3yCcxf413.jpg",
            "id_str" : "2000100329173914529",
            "id" : "2000100329173914529",
            "media_url_https" : "https://pbs.twimg.com/media/db7bBF3yCcxf413.jpg",
            "type" : "photo",
            "display_url" : "pic.twitter.com/tpnzwA5x9k"
          }
        ]
      },
      "display_text_range" : [
        "0",
        "77"
      ],
      "favorite_count" : "2",
      "id_str" : "2000100358534042529",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "2000100358534042529",
      "possibly_sensitive" : false,
      "created_at" : "Sun Dec 14 07:07:40 +0000 2025",
      "favorited" : false,
      "full_text" : "Heute gelernt: Man kann im Paternoster auch zweimal herumfahren. Theoretisch. https://t.co/tpnzwA5x9k",
      "lang" : "de",
      "extended_entities" : {
        "media" : [
          {
            "expanded_url" : "https://twitter.com/erika_beratet/status/2000100358534042529/photo/1",
            "indices" : [
              "78",
              "101"
            ],
            "url" : "https://t.co/tpnzwA5x9k",
            "media_url" : "http://pbs.twimg.com/media/db7bBF3yCcxf413.jpg",
            "id_str" : "2000100329173914529",
            "id" : "2000100329173914529",
            "media_url_https" : "https://pbs.twimg.com/media/db7bBF3yCcxf413.jpg",
            "type" : "photo",
            "display_url" : "pic.twitter.com/tpnzwA5x9k"
          }
        ]
      }
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1999476513760121557"
          ],
          "editableUntil" : "2025-12-12T14:48:44.014Z",
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
          },
          {
            "name" : "Jana Musterfeld",
            "screen_name" : "jana_musterfeld",
            "indices" : [
              "16",
              "32"
            ],
            "id_str" : "1065091008698183877",
            "id" : "1065091008698183877"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "45"
      ],
      "favorite_count" : "1",
      "in_reply_to_status_id_str" : "1999385665136904493",
      "id_str" : "1999476513760121557",
      "in_reply_to_user_id" : "956750332878175724",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1999476513760121557",
      "in_reply_to_status_id" : "1999385665136904493",
      "created_at" : "Fri Dec 12 13:48:44 +0000 2025",
      "favorited" : false,
      "full_text" : "@texterei_blind @jana_musterfeld Wie schön! 🎉",
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
            "1998791335353580322"
          ],
          "editableUntil" : "2025-12-10T17:26:04.752Z",
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
        "urls" : [ ],
        "media" : [
          {
            "expanded_url" : "https://twitter.com/erika_beratet/status/1998791335353580322/photo/1",
            "indices" : [
              "91",
              "114"
            ],
            "url" : "https://t.co/2hbCs16DBb",
            "media_url" : "http://pbs.twimg.com/media/d1gbGefA3D8az1C.jpg",
            "id_str" : "1998791305993452322",
            "id" : "1998791305993452322",
            "media_url_https" : "https://pbs.twimg.com/media/d1gbGefA3D8az1C.jpg",
            "type" : "photo",
            "display_url" : "pic.twitter.com/2hbCs16DBb"
          }
        ]
      },
      "display_text_range" : [
        "0",
        "90"
      ],
      "favorite_count" : "5",
      "id_str" : "1998791335353580322",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1998791335353580322",
      "possibly_sensitive" : false,
      "created_at" : "Wed Dec 10 16:26:04 +0000 2025",
      "favorited" : false,
      "full_text" : "Kater Mops hat heute die Videokonferenz geleitet. Beschlussfähig war sie trotzdem nicht. 🐈 https://t.co/2hbCs16DBb",
      "lang" : "de",
      "extended_entities" : {
        "media" : [
          {
            "expanded_url" : "https://twitter.com/erika_beratet/status/1998791335353580322/photo/1",
            "indices" : [
              "91",
              "114"
            ],
            "url" : "https://t.co/2hbCs16DBb",
            "media_url" : "http://pbs.twimg.com/media/d1gbGefA3D8az1C.jpg",
            "id_str" : "1998791305993452322",
            "id" : "1998791305993452322",
            "media_url_https" : "https://pbs.twimg.com/media/d1gbGefA3D8az1C.jpg",
            "type" : "photo",
            "display_url" : "pic.twitter.com/2hbCs16DBb"
          }
        ]
      }
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1998310181665472497"
          ],
          "editableUntil" : "2025-12-09T09:34:08.773Z",
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
        "54"
      ],
      "favorite_count" : "1",
      "in_reply_to_status_id_str" : "1998309830757701303",
      "id_str" : "1998310181665472497",
      "in_reply_to_user_id" : "841711066267443170",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1998310181665472497",
      "in_reply_to_status_id" : "1998309830757701303",
      "created_at" : "Tue Dec 09 08:34:08 +0000 2025",
      "favorited" : false,
      "full_text" : "2/ Rückseite: drei Beispiele mit Ort, Zahl und Mensch.",
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
            "1998309830757701303"
          ],
          "editableUntil" : "2025-12-09T09:32:45.110Z",
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
        "53"
      ],
      "favorite_count" : "1",
      "in_reply_to_status_id_str" : "1998309268257643187",
      "id_str" : "1998309830757701303",
      "in_reply_to_user_id" : "841711066267443170",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1998309830757701303",
      "in_reply_to_status_id" : "1998309268257643187",
      "created_at" : "Tue Dec 09 08:32:45 +0000 2025",
      "favorited" : false,
      "full_text" : "1/ Vorderseite: die eine Botschaft. Nicht drei. Eine.",
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
            "1998309268257643187"
          ],
          "editableUntil" : "2025-12-09T09:30:31.000Z",
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
              "87",
              "90"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "90"
      ],
      "favorite_count" : "16",
      "id_str" : "1998309268257643187",
      "truncated" : false,
      "retweet_count" : "7",
      "id" : "1998309268257643187",
      "created_at" : "Tue Dec 09 08:30:31 +0000 2025",
      "favorited" : false,
      "full_text" : "Mein Leitfaden für Interviews passt auf eine Karteikarte. Hier ist er, bitte klauen. 🧵 #PR",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1997035351993380385"
          ],
          "editableUntil" : "2025-12-05T21:08:25.694Z",
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
        "89"
      ],
      "favorite_count" : "10",
      "id_str" : "1997035351993380385",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1997035351993380385",
      "created_at" : "Fri Dec 05 20:08:25 +0000 2025",
      "favorited" : false,
      "full_text" : "Mein Rat für die Weihnachtsrede: Danken, eine Geschichte, Schluss. In dieser Reihenfolge.",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1996568341011029904"
          ],
          "editableUntil" : "2025-12-04T14:12:41.600Z",
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
              "158",
              "172"
            ]
          },
          {
            "text" : "Textarbeit",
            "indices" : [
              "173",
              "184"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Jana Musterfeld",
            "screen_name" : "jana_musterfeld",
            "indices" : [
              "139",
              "155"
            ],
            "id_str" : "1065091008698183877",
            "id" : "1065091008698183877"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "184"
      ],
      "favorite_count" : "3",
      "id_str" : "1996568341011029904",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1996568341011029904",
      "created_at" : "Thu Dec 04 13:12:41 +0000 2025",
      "favorited" : false,
      "full_text" : "Gendern, Siezen, Duzen: Entscheidet euch, schreibt es auf und haltet es durch. Der Rest ist Stilsache. Gilt übrigens auch für mich. (Danke @jana_musterfeld!) #Kommunikation #Textarbeit",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1995836664370738871"
          ],
          "editableUntil" : "2025-12-02T13:45:16.295Z",
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
        "urls" : [ ],
        "media" : [
          {
            "expanded_url" : "https://twitter.com/erika_beratet/status/1995836664370738871/photo/1",
            "indices" : [
              "60",
              "83"
            ],
            "url" : "https://t.co/3dwvCAE18G",
            "media_url" : "http://pbs.twimg.com/media/af940aFGcCEEg6b.jpg",
            "id_str" : "1995836635010610871",
            "id" : "1995836635010610871",
            "media_url_https" : "https://pbs.twimg.com/media/af940aFGcCEEg6b.jpg",
            "type" : "photo",
            "display_url" : "pic.twitter.com/3dwvCAE18G"
          }
        ]
      },
      "display_text_range" : [
        "0",
        "59"
      ],
      "favorite_count" : "11",
      "id_str" : "1995836664370738871",
      "truncated" : false,
      "retweet_count" : "2",
      "id" : "1995836664370738871",
      "possibly_sensitive" : false,
      "created_at" : "Tue Dec 02 12:45:16 +0000 2025",
      "favorited" : false,
      "full_text" : "Glühwein um 16 Uhr ist in der Adventszeit Nachmittagstee. 🎄 https://t.co/3dwvCAE18G",
      "lang" : "de",
      "extended_entities" : {
        "media" : [
          {
            "expanded_url" : "https://twitter.com/erika_beratet/status/1995836664370738871/photo/1",
            "indices" : [
              "60",
              "83"
            ],
            "url" : "https://t.co/3dwvCAE18G",
            "media_url" : "http://pbs.twimg.com/media/af940aFGcCEEg6b.jpg",
            "id_str" : "1995836635010610871",
            "id" : "1995836635010610871",
            "media_url_https" : "https://pbs.twimg.com/media/af940aFGcCEEg6b.jpg",
            "type" : "photo",
            "display_url" : "pic.twitter.com/3dwvCAE18G"
          }
        ]
      }
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1995449630010312529"
          ],
          "editableUntil" : "2025-12-01T12:07:20.112Z",
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
        "26"
      ],
      "favorite_count" : "2",
      "in_reply_to_status_id_str" : "1995363059576080280",
      "id_str" : "1995449630010312529",
      "in_reply_to_user_id" : "1330567598779568452",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1995449630010312529",
      "in_reply_to_status_id" : "1995363059576080280",
      "created_at" : "Mon Dec 01 11:07:20 +0000 2025",
      "favorited" : false,
      "full_text" : "@yusuf_taslak Danke dir! 🙏",
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
            "1995426332695502339"
          ],
          "editableUntil" : "2025-12-01T10:34:45.600Z",
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
        "72"
      ],
      "favorite_count" : "0",
      "id_str" : "1995426332695502339",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1995426332695502339",
      "created_at" : "Mon Dec 01 09:34:45 +0000 2025",
      "favorited" : false,
      "full_text" : "Heute 12 km an der Elbe gelaufen. Na gut, 8 gelaufen, 4 geschimpft. 🏃‍♀️",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1994819267227199511"
          ],
          "editableUntil" : "2025-11-29T18:22:29.913Z",
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
        "20"
      ],
      "favorite_count" : "3",
      "in_reply_to_status_id_str" : "1994722378804795213",
      "id_str" : "1994819267227199511",
      "in_reply_to_user_id" : "1175276735532504513",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1994819267227199511",
      "in_reply_to_status_id" : "1994722378804795213",
      "created_at" : "Sat Nov 29 17:22:29 +0000 2025",
      "favorited" : false,
      "full_text" : "@nordprobe_medien 😂😂",
      "lang" : "zxx",
      "in_reply_to_screen_name" : "nordprobe_medien",
      "in_reply_to_user_id_str" : "1175276735532504513"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1994370554969471875"
          ],
          "editableUntil" : "2025-11-28T12:39:28.574Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/iphone\" rel=\"nofollow\">Twitter for iPhone</a>",
      "entities" : {
        "hashtags" : [
          {
            "text" : "KlareSprache",
            "indices" : [
              "71",
              "84"
            ]
          },
          {
            "text" : "InterneKommunikation",
            "indices" : [
              "85",
              "106"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "106"
      ],
      "favorite_count" : "6",
      "id_str" : "1994370554969471875",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1994370554969471875",
      "created_at" : "Fri Nov 28 11:39:28 +0000 2025",
      "favorited" : false,
      "full_text" : "Ein Interview gewinnt man nicht mit Antworten, sondern mit Beispielen. #KlareSprache #InterneKommunikation",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1993733915797161813"
          ],
          "editableUntil" : "2025-11-26T18:29:41.967Z",
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
        "61"
      ],
      "favorite_count" : "4",
      "id_str" : "1993733915797161813",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1993733915797161813",
      "created_at" : "Wed Nov 26 17:29:41 +0000 2025",
      "favorited" : false,
      "full_text" : "Mops hat eine Maus gebracht. Eine Computermaus. Von wem?! 🖱️🐈",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1993253790062619985"
          ],
          "editableUntil" : "2025-11-25T10:41:51.072Z",
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
        "57"
      ],
      "favorite_count" : "1",
      "id_str" : "1993253790062619985",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1993253790062619985",
      "created_at" : "Tue Nov 25 09:41:51 +0000 2025",
      "favorited" : false,
      "full_text" : "Handmühle statt Sport: 42 Kurbelumdrehungen pro Tasse. ☕💪",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1993253649871294359"
          ],
          "editableUntil" : "2025-11-25T10:41:17.648Z",
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
        "93"
      ],
      "favorite_count" : "0",
      "in_reply_to_status_id_str" : "1993180668982511725",
      "id_str" : "1993253649871294359",
      "in_reply_to_user_id" : "1175276735532504513",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1993253649871294359",
      "in_reply_to_status_id" : "1993180668982511725",
      "created_at" : "Tue Nov 25 09:41:17 +0000 2025",
      "favorited" : false,
      "full_text" : "@nordprobe_medien Für Vereine würde ich es noch kürzer machen: ein Satz, ein Datum, ein Name.",
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
            "1993217036508801771"
          ],
          "editableUntil" : "2025-11-25T08:15:48.342Z",
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
        "84"
      ],
      "favorite_count" : "0",
      "id_str" : "1993217036508801771",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1993217036508801771",
      "created_at" : "Tue Nov 25 07:15:48 +0000 2025",
      "favorited" : false,
      "full_text" : "RT @kaffee_ipotesi: Neue Röstung im Laden! Schmeckt nach Pflaume und nach Feierabend",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1989755673769152303"
          ],
          "editableUntil" : "2025-11-15T19:01:35.156Z",
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
        "67"
      ],
      "favorite_count" : "3",
      "id_str" : "1989755673769152303",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1989755673769152303",
      "created_at" : "Sat Nov 15 18:01:35 +0000 2025",
      "favorited" : false,
      "full_text" : "Mein Regenschirm und ich haben uns auseinandergelebt. Windstärke 9.",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1989676698049575400"
          ],
          "editableUntil" : "2025-11-15T13:47:45.877Z",
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
      "favorite_count" : "2",
      "id_str" : "1989676698049575400",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1989676698049575400",
      "created_at" : "Sat Nov 15 12:47:45 +0000 2025",
      "favorited" : false,
      "full_text" : "Die Möwe hat mein Fischbrötchen. Ich habe den Respekt vor ihr.",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1989241638373589132"
          ],
          "editableUntil" : "2025-11-14T08:58:59.567Z",
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
        "89"
      ],
      "favorite_count" : "1",
      "in_reply_to_status_id_str" : "1989130657087064723",
      "id_str" : "1989241638373589132",
      "in_reply_to_user_id" : "1065091008698183877",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1989241638373589132",
      "in_reply_to_status_id" : "1989130657087064723",
      "created_at" : "Fri Nov 14 07:58:59 +0000 2025",
      "favorited" : false,
      "full_text" : "@jana_musterfeld @nordprobe_medien Guter Punkt, das nehme ich morgen mit in den Workshop.",
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
            "1987120402852659032"
          ],
          "editableUntil" : "2025-11-08T12:29:57.608Z",
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
        "urls" : [ ],
        "media" : [
          {
            "expanded_url" : "https://twitter.com/erika_beratet/status/1987120402852659032/photo/1",
            "indices" : [
              "52",
              "75"
            ],
            "url" : "https://t.co/yxg16kqep7",
            "media_url" : "http://pbs.twimg.com/media/C155FeahGchCga5.jpg",
            "id_str" : "1987120373492531032",
            "id" : "1987120373492531032",
            "media_url_https" : "https://pbs.twimg.com/media/C155FeahGchCga5.jpg",
            "type" : "photo",
            "display_url" : "pic.twitter.com/yxg16kqep7"
          }
        ]
      },
      "display_text_range" : [
        "0",
        "51"
      ],
      "favorite_count" : "5",
      "id_str" : "1987120402852659032",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1987120402852659032",
      "possibly_sensitive" : false,
      "created_at" : "Sat Nov 08 11:29:57 +0000 2025",
      "favorited" : false,
      "full_text" : "Flat White ist auch nur Milchkaffee mit Ausbildung. https://t.co/yxg16kqep7",
      "lang" : "de",
      "extended_entities" : {
        "media" : [
          {
            "expanded_url" : "https://twitter.com/erika_beratet/status/1987120402852659032/photo/1",
            "indices" : [
              "52",
              "75"
            ],
            "url" : "https://t.co/yxg16kqep7",
            "media_url" : "http://pbs.twimg.com/media/C155FeahGchCga5.jpg",
            "id_str" : "1987120373492531032",
            "id" : "1987120373492531032",
            "media_url_https" : "https://pbs.twimg.com/media/C155FeahGchCga5.jpg",
            "type" : "photo",
            "display_url" : "pic.twitter.com/yxg16kqep7"
          }
        ]
      }
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1986050234574787659"
          ],
          "editableUntil" : "2025-11-05T13:37:29.608Z",
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
        "115"
      ],
      "favorite_count" : "6",
      "id_str" : "1986050234574787659",
      "truncated" : false,
      "retweet_count" : "2",
      "id" : "1986050234574787659",
      "created_at" : "Wed Nov 05 12:37:29 +0000 2025",
      "favorited" : false,
      "full_text" : "Krisenkommunikation übt man im Trockenen. Bei Hochwasser ist es zu spät für den Schwimmkurs. Erlebe ich jede Woche.",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1985283458694722279"
          ],
          "editableUntil" : "2025-11-03T10:50:35.992Z",
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
        "58"
      ],
      "favorite_count" : "12",
      "id_str" : "1985283458694722279",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1985283458694722279",
      "created_at" : "Mon Nov 03 09:50:35 +0000 2025",
      "favorited" : false,
      "full_text" : "Regen von der Seite, Franzbrötchen von vorn. Ausgeglichen.",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1982842012655159485"
          ],
          "editableUntil" : "2025-10-27T17:09:09.897Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [
          {
            "text" : "Kommunikation",
            "indices" : [
              "99",
              "113"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "113"
      ],
      "favorite_count" : "3",
      "id_str" : "1982842012655159485",
      "truncated" : false,
      "retweet_count" : "2",
      "id" : "1982842012655159485",
      "created_at" : "Mon Oct 27 16:09:09 +0000 2025",
      "favorited" : false,
      "full_text" : "Im Ernstfall zählt die erste Stunde. Habt ihr eine Liste, wer wen anruft? Widerspruch willkommen!\n\n#Kommunikation",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1982730681670844815"
          ],
          "editableUntil" : "2025-10-27T09:46:46.522Z",
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
        "79"
      ],
      "favorite_count" : "7",
      "id_str" : "1982730681670844815",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1982730681670844815",
      "created_at" : "Mon Oct 27 08:46:46 +0000 2025",
      "favorited" : false,
      "full_text" : "Mops verfolgt den Saugroboter. Der Saugroboter verfolgt Mops. Ich esse Kekse. 🍪",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1982369707270573142"
          ],
          "editableUntil" : "2025-10-26T09:52:23.518Z",
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
              "0",
              "11"
            ],
            "id_str" : "961353424553262312",
            "id" : "961353424553262312"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "20"
      ],
      "favorite_count" : "0",
      "in_reply_to_status_id_str" : "1982350832904317991",
      "id_str" : "1982369707270573142",
      "in_reply_to_user_id" : "961353424553262312",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1982369707270573142",
      "in_reply_to_status_id" : "1982350832904317991",
      "created_at" : "Sun Oct 26 08:52:23 +0000 2025",
      "favorited" : false,
      "full_text" : "@rieke_uebt Genau! 👏",
      "lang" : "de",
      "in_reply_to_screen_name" : "rieke_uebt",
      "in_reply_to_user_id_str" : "961353424553262312"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1981989185914337234"
          ],
          "editableUntil" : "2025-10-25T08:40:20.157Z",
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
            "name" : "Gesa Musterhansen",
            "screen_name" : "gesa_redet",
            "indices" : [
              "0",
              "11"
            ],
            "id_str" : "1205933460011752892",
            "id" : "1205933460011752892"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "24"
      ],
      "favorite_count" : "1",
      "in_reply_to_status_id_str" : "1981839449262276252",
      "id_str" : "1981989185914337234",
      "in_reply_to_user_id" : "1205933460011752892",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1981989185914337234",
      "in_reply_to_status_id" : "1981839449262276252",
      "created_at" : "Sat Oct 25 07:40:20 +0000 2025",
      "favorited" : false,
      "full_text" : "@gesa_redet Wie schön! 🎉",
      "lang" : "de",
      "in_reply_to_screen_name" : "gesa_redet",
      "in_reply_to_user_id_str" : "1205933460011752892"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1981789752053621558"
          ],
          "editableUntil" : "2025-10-24T19:27:51.419Z",
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
        "77"
      ],
      "favorite_count" : "0",
      "in_reply_to_status_id_str" : "1981657631478407903",
      "id_str" : "1981789752053621558",
      "in_reply_to_user_id" : "1175276735532504513",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1981789752053621558",
      "in_reply_to_status_id" : "1981657631478407903",
      "created_at" : "Fri Oct 24 18:27:51 +0000 2025",
      "favorited" : false,
      "full_text" : "@nordprobe_medien Ich würde zuerst die Betroffenen fragen, dann die Juristen.",
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
            "1976933031883308946"
          ],
          "editableUntil" : "2025-10-11T09:48:59.097Z",
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
        "86"
      ],
      "favorite_count" : "1",
      "id_str" : "1976933031883308946",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1976933031883308946",
      "created_at" : "Sat Oct 11 08:48:59 +0000 2025",
      "favorited" : false,
      "full_text" : "Warum sagen wir »kommunizieren«, wenn wir »ankündigen« meinen? Widerspruch willkommen!",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1976626245317848731"
          ],
          "editableUntil" : "2025-10-10T13:29:55.480Z",
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
        "urls" : [ ],
        "media" : [
          {
            "expanded_url" : "https://twitter.com/erika_beratet/status/1976626245317848731/photo/1",
            "indices" : [
              "72",
              "95"
            ],
            "url" : "https://t.co/AH9e8ar93r",
            "media_url" : "http://pbs.twimg.com/media/Bc3ez9Eag45CGfB.jpg",
            "id_str" : "1976626215957720731",
            "id" : "1976626215957720731",
            "media_url_https" : "https://pbs.twimg.com/media/Bc3ez9Eag45CGfB.jpg",
            "type" : "photo",
            "display_url" : "pic.twitter.com/AH9e8ar93r"
          }
        ]
      },
      "display_text_range" : [
        "0",
        "71"
      ],
      "favorite_count" : "2",
      "id_str" : "1976626245317848731",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1976626245317848731",
      "possibly_sensitive" : false,
      "created_at" : "Fri Oct 10 12:29:55 +0000 2025",
      "favorited" : false,
      "full_text" : "Wer hat eigentlich beschlossen, dass Kürbis jetzt überall hineinmuss? 🎃 https://t.co/AH9e8ar93r",
      "lang" : "de",
      "extended_entities" : {
        "media" : [
          {
            "expanded_url" : "https://twitter.com/erika_beratet/status/1976626245317848731/photo/1",
            "indices" : [
              "72",
              "95"
            ],
            "url" : "https://t.co/AH9e8ar93r",
            "media_url" : "http://pbs.twimg.com/media/Bc3ez9Eag45CGfB.jpg",
            "id_str" : "1976626215957720731",
            "id" : "1976626215957720731",
            "media_url_https" : "https://pbs.twimg.com/media/Bc3ez9Eag45CGfB.jpg",
            "type" : "photo",
            "display_url" : "pic.twitter.com/AH9e8ar93r"
          }
        ]
      }
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1975456869377735447"
          ],
          "editableUntil" : "2025-10-07T08:03:14.530Z",
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
        "59"
      ],
      "favorite_count" : "1",
      "in_reply_to_status_id_str" : "1975456271284341243",
      "id_str" : "1975456869377735447",
      "in_reply_to_user_id" : "841711066267443170",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1975456869377735447",
      "in_reply_to_status_id" : "1975456271284341243",
      "created_at" : "Tue Oct 07 07:03:14 +0000 2025",
      "favorited" : false,
      "full_text" : "3/ Wer so schreibt, bekommt Leute, die um 6:30 Uhr da sind.",
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
            "1901695259832965402"
          ],
          "editableUntil" : "2025-03-17T19:00:56.390Z",
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
      "favorite_count" : "2",
      "id_str" : "1901695259832965402",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1901695259832965402",
      "created_at" : "Mon Mar 17 18:00:56 +0000 2025",
      "favorited" : false,
      "full_text" : "Die beste Überschrift verspricht genau das, was der Text hält.",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1975456105083724540"
          ],
          "editableUntil" : "2025-10-07T08:00:12.308Z",
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
        "60"
      ],
      "favorite_count" : "2",
      "in_reply_to_status_id_str" : "1975455562724499604",
      "id_str" : "1975456105083724540",
      "in_reply_to_user_id" : "841711066267443170",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1975456105083724540",
      "in_reply_to_status_id" : "1975455562724499604",
      "created_at" : "Tue Oct 07 07:00:12 +0000 2025",
      "favorited" : false,
      "full_text" : "1/ In 19 von 30 stand er nach der Hälfte. In 4 stand keiner.",
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
            "1975455562724499604"
          ],
          "editableUntil" : "2025-10-07T07:58:03.000Z",
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
        "117"
      ],
      "favorite_count" : "0",
      "id_str" : "1975455562724499604",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1975455562724499604",
      "created_at" : "Tue Oct 07 06:58:03 +0000 2025",
      "favorited" : false,
      "full_text" : "Ich habe 30 Stellenanzeigen gelesen und nach dem ersten konkreten Satz gesucht. Kommunikation für Fortgeschrittene. 🧵",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1975218907079116121"
          ],
          "editableUntil" : "2025-10-06T16:17:39.897Z",
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
        "urls" : [ ],
        "media" : [
          {
            "expanded_url" : "https://twitter.com/erika_beratet/status/1975218907079116121/photo/1",
            "indices" : [
              "79",
              "102"
            ],
            "url" : "https://t.co/8y3F7DcnEB",
            "media_url" : "http://pbs.twimg.com/media/91xFF917bb92Ha9.jpg",
            "id_str" : "1975218877718988121",
            "id" : "1975218877718988121",
            "media_url_https" : "https://pbs.twimg.com/media/91xFF917bb92Ha9.jpg",
            "type" : "photo",
            "display_url" : "pic.twitter.com/8y3F7DcnEB"
          }
        ]
      },
      "display_text_range" : [
        "0",
        "78"
      ],
      "favorite_count" : "1",
      "id_str" : "1975218907079116121",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1975218907079116121",
      "possibly_sensitive" : false,
      "created_at" : "Mon Oct 06 15:17:39 +0000 2025",
      "favorited" : false,
      "full_text" : "Ich habe meine Zimmerpflanze drei Wochen lang gegossen. Sie ist aus Plastik. 🌱 https://t.co/8y3F7DcnEB",
      "lang" : "de",
      "extended_entities" : {
        "media" : [
          {
            "expanded_url" : "https://twitter.com/erika_beratet/status/1975218907079116121/photo/1",
            "indices" : [
              "79",
              "102"
            ],
            "url" : "https://t.co/8y3F7DcnEB",
            "media_url" : "http://pbs.twimg.com/media/91xFF917bb92Ha9.jpg",
            "id_str" : "1975218877718988121",
            "id" : "1975218877718988121",
            "media_url_https" : "https://pbs.twimg.com/media/91xFF917bb92Ha9.jpg",
            "type" : "photo",
            "display_url" : "pic.twitter.com/8y3F7DcnEB"
          }
        ]
      }
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1973779472323224119"
          ],
          "editableUntil" : "2025-10-02T16:57:51.908Z",
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
        "49"
      ],
      "favorite_count" : "0",
      "in_reply_to_status_id_str" : "1973695670128867431",
      "id_str" : "1973779472323224119",
      "in_reply_to_user_id" : "1482074674633804982",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1973779472323224119",
      "in_reply_to_status_id" : "1973695670128867431",
      "created_at" : "Thu Oct 02 15:57:51 +0000 2025",
      "favorited" : false,
      "full_text" : "@leyla_exempel Deine Kollegin hat völlig recht. 😄",
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
            "1973773312315808056"
          ],
          "editableUntil" : "2025-10-02T16:33:23.247Z",
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
        "urls" : [ ],
        "media" : [
          {
            "expanded_url" : "https://twitter.com/erika_beratet/status/1973773312315808056/photo/1",
            "indices" : [
              "59",
              "82"
            ],
            "url" : "https://t.co/xbdBab4cbf",
            "media_url" : "http://pbs.twimg.com/media/dFbbD72dFgbye02.jpg",
            "id_str" : "1973773282955680056",
            "id" : "1973773282955680056",
            "media_url_https" : "https://pbs.twimg.com/media/dFbbD72dFgbye02.jpg",
            "type" : "photo",
            "display_url" : "pic.twitter.com/xbdBab4cbf"
          }
        ]
      },
      "display_text_range" : [
        "0",
        "58"
      ],
      "favorite_count" : "1",
      "id_str" : "1973773312315808056",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1973773312315808056",
      "possibly_sensitive" : false,
      "created_at" : "Thu Oct 02 15:33:23 +0000 2025",
      "favorited" : false,
      "full_text" : "Filterkaffee feiert sein Comeback. Er war bei mir nie weg. https://t.co/xbdBab4cbf",
      "lang" : "de",
      "extended_entities" : {
        "media" : [
          {
            "expanded_url" : "https://twitter.com/erika_beratet/status/1973773312315808056/photo/1",
            "indices" : [
              "59",
              "82"
            ],
            "url" : "https://t.co/xbdBab4cbf",
            "media_url" : "http://pbs.twimg.com/media/dFbbD72dFgbye02.jpg",
            "id_str" : "1973773282955680056",
            "id" : "1973773282955680056",
            "media_url_https" : "https://pbs.twimg.com/media/dFbbD72dFgbye02.jpg",
            "type" : "photo",
            "display_url" : "pic.twitter.com/xbdBab4cbf"
          }
        ]
      }
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1973660360606176384"
          ],
          "editableUntil" : "2025-10-02T09:04:33.461Z",
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
              "95",
              "98"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Torben Fiktivsen ⚓",
            "screen_name" : "torben_fiktivsen",
            "indices" : [
              "74",
              "91"
            ],
            "id_str" : "876928949564321551",
            "id" : "876928949564321551"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "98"
      ],
      "favorite_count" : "1",
      "id_str" : "1973660360606176384",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1973660360606176384",
      "created_at" : "Thu Oct 02 08:04:33 +0000 2025",
      "favorited" : false,
      "full_text" : "Moderation ist die Kunst, im richtigen Moment überflüssig zu sein. (Danke @torben_fiktivsen!)\n\n#PR",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1973009577090920014"
          ],
          "editableUntil" : "2025-09-30T13:58:34.580Z",
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
              "102",
              "113"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Ipotesi Caffè ☕",
            "screen_name" : "kaffee_ipotesi",
            "indices" : [
              "84",
              "99"
            ],
            "id_str" : "1707217770153152361",
            "id" : "1707217770153152361"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "113"
      ],
      "favorite_count" : "1",
      "id_str" : "1973009577090920014",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1973009577090920014",
      "created_at" : "Tue Sep 30 12:58:34 +0000 2025",
      "favorited" : false,
      "full_text" : "Heute im Seminar: aus 17 Substantiven wieder Verben gemacht. Der Text atmet. (Danke @kaffee_ipotesi!) #Textarbeit",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1971494981465513942"
          ],
          "editableUntil" : "2025-09-26T09:40:06.843Z",
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
        "96"
      ],
      "favorite_count" : "3",
      "id_str" : "1971494981465513942",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1971494981465513942",
      "created_at" : "Fri Sep 26 08:40:06 +0000 2025",
      "favorited" : false,
      "full_text" : "Transparenz heißt nicht, alles zu sagen. Es heißt, zu sagen, was man nicht sagen kann und warum.",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1971486244389304127"
          ],
          "editableUntil" : "2025-09-26T09:05:23.762Z",
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
            "name" : "Barcamp Musterstadt",
            "screen_name" : "barcamp_muster",
            "indices" : [
              "18",
              "33"
            ],
            "id_str" : "936909901680696321",
            "id" : "936909901680696321"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "46"
      ],
      "favorite_count" : "0",
      "in_reply_to_status_id_str" : "1971347329038991506",
      "id_str" : "1971486244389304127",
      "in_reply_to_user_id" : "1604700241888664959",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1971486244389304127",
      "in_reply_to_status_id" : "1971347329038991506",
      "created_at" : "Fri Sep 26 08:05:23 +0000 2025",
      "favorited" : false,
      "full_text" : "@aylin_modellbach @barcamp_muster Danke dir! 🙏",
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
            "1969318079017395583"
          ],
          "editableUntil" : "2025-09-20T09:29:52.855Z",
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
            "name" : "Leyla Exempelmann",
            "screen_name" : "leyla_exempel",
            "indices" : [
              "18",
              "32"
            ],
            "id_str" : "1482074674633804982",
            "id" : "1482074674633804982"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "87"
      ],
      "favorite_count" : "1",
      "in_reply_to_status_id_str" : "1969270263950680662",
      "id_str" : "1969318079017395583",
      "in_reply_to_user_id" : "876928949564321551",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1969318079017395583",
      "in_reply_to_status_id" : "1969270263950680662",
      "created_at" : "Sat Sep 20 08:29:52 +0000 2025",
      "favorited" : false,
      "full_text" : "@torben_fiktivsen @leyla_exempel Ja, aber bitte mit Beispielen. Sonst glaubt es keiner.",
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
            "1968283230350556955"
          ],
          "editableUntil" : "2025-09-17T12:57:45.706Z",
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
        "33"
      ],
      "favorite_count" : "2",
      "in_reply_to_status_id_str" : "1968259574474691476",
      "id_str" : "1968283230350556955",
      "in_reply_to_user_id" : "1175276735532504513",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1968283230350556955",
      "in_reply_to_status_id" : "1968259574474691476",
      "created_at" : "Wed Sep 17 11:57:45 +0000 2025",
      "favorited" : false,
      "full_text" : "@nordprobe_medien Bis Donnerstag!",
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
            "1967869147465366980"
          ],
          "editableUntil" : "2025-09-16T09:32:20.653Z",
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
        "112"
      ],
      "favorite_count" : "0",
      "id_str" : "1967869147465366980",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1967869147465366980",
      "created_at" : "Tue Sep 16 08:32:20 +0000 2025",
      "favorited" : false,
      "full_text" : "RT @nordprobe_medien: Neue Folge: Warum Leichte Sprache schwer zu schreiben ist und wieso es sich trotzdem lohnt",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1967502187850498109"
          ],
          "editableUntil" : "2025-09-15T09:14:10.663Z",
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
              "70",
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
      "favorite_count" : "4",
      "id_str" : "1967502187850498109",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1967502187850498109",
      "created_at" : "Mon Sep 15 08:14:10 +0000 2025",
      "favorited" : false,
      "full_text" : "Ein Kommunikationskonzept passt auf eine Seite. Der Rest ist Anhang.\n\n#InterneKommunikation",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1966499802256882235"
          ],
          "editableUntil" : "2025-09-12T14:51:03.314Z",
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
        "82"
      ],
      "favorite_count" : "1",
      "id_str" : "1966499802256882235",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1966499802256882235",
      "created_at" : "Fri Sep 12 13:51:03 +0000 2025",
      "favorited" : false,
      "full_text" : "Ein Shitstorm dauert im Schnitt kürzer als die Sitzung, in der man über ihn berät.",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1966209241576561017"
          ],
          "editableUntil" : "2025-09-11T19:36:28.250Z",
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
              "0",
              "11"
            ],
            "id_str" : "961353424553262312",
            "id" : "961353424553262312"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "23"
      ],
      "favorite_count" : "2",
      "in_reply_to_status_id_str" : "1966141042195626064",
      "id_str" : "1966209241576561017",
      "in_reply_to_user_id" : "961353424553262312",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1966209241576561017",
      "in_reply_to_status_id" : "1966141042195626064",
      "created_at" : "Thu Sep 11 18:36:28 +0000 2025",
      "favorited" : false,
      "full_text" : "@rieke_uebt Ganz genau.",
      "lang" : "de",
      "in_reply_to_screen_name" : "rieke_uebt",
      "in_reply_to_user_id_str" : "961353424553262312"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1964984990827141592"
          ],
          "editableUntil" : "2025-09-08T10:31:44.125Z",
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
        "59"
      ],
      "favorite_count" : "3",
      "id_str" : "1964984990827141592",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1964984990827141592",
      "created_at" : "Mon Sep 08 09:31:44 +0000 2025",
      "favorited" : false,
      "full_text" : "Wenn alle Zielgruppe sind, fühlt sich niemand angesprochen.",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1960302711295451579"
          ],
          "editableUntil" : "2025-08-26T12:26:01.693Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/iphone\" rel=\"nofollow\">Twitter for iPhone</a>",
      "entities" : {
        "hashtags" : [
          {
            "text" : "Rhetorik",
            "indices" : [
              "117",
              "126"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Carla Exemplaris",
            "screen_name" : "carla_exemplaris",
            "indices" : [
              "96",
              "113"
            ],
            "id_str" : "1747263986126211096",
            "id" : "1747263986126211096"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "126"
      ],
      "favorite_count" : "5",
      "id_str" : "1960302711295451579",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1960302711295451579",
      "created_at" : "Tue Aug 26 11:26:01 +0000 2025",
      "favorited" : false,
      "full_text" : "Interne Kommunikation ist kein Schwarzes Brett. Sie ist das Nervensystem eines Betriebs. (Danke @carla_exemplaris!)\n\n#Rhetorik",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1959873066028733460"
          ],
          "editableUntil" : "2025-08-25T07:58:46.278Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [
          {
            "text" : "PR",
            "indices" : [
              "83",
              "86"
            ]
          },
          {
            "text" : "Krisenkommunikation",
            "indices" : [
              "87",
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
      "favorite_count" : "4",
      "id_str" : "1959873066028733460",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1959873066028733460",
      "created_at" : "Mon Aug 25 06:58:46 +0000 2025",
      "favorited" : false,
      "full_text" : "Gute Redaktion erkennt man daran, dass niemand merkt, wie viel sie gestrichen hat. #PR #Krisenkommunikation",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1958873465241988105"
          ],
          "editableUntil" : "2025-08-22T13:46:42.879Z",
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
            "name" : "Gesa Musterhansen",
            "screen_name" : "gesa_redet",
            "indices" : [
              "0",
              "11"
            ],
            "id_str" : "1205933460011752892",
            "id" : "1205933460011752892"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "79"
      ],
      "favorite_count" : "2",
      "in_reply_to_status_id_str" : "1958808034098342022",
      "id_str" : "1958873465241988105",
      "in_reply_to_user_id" : "1205933460011752892",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1958873465241988105",
      "in_reply_to_status_id" : "1958808034098342022",
      "created_at" : "Fri Aug 22 12:46:42 +0000 2025",
      "favorited" : false,
      "full_text" : "@gesa_redet Kommt drauf an, ob die Geschäftsführung mitliest &amp; mitschreibt.",
      "lang" : "de",
      "in_reply_to_screen_name" : "gesa_redet",
      "in_reply_to_user_id_str" : "1205933460011752892"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1957710382625544536"
          ],
          "editableUntil" : "2025-08-19T08:45:02.374Z",
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
        "82"
      ],
      "favorite_count" : "4",
      "id_str" : "1957710382625544536",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1957710382625544536",
      "created_at" : "Tue Aug 19 07:45:02 +0000 2025",
      "favorited" : false,
      "full_text" : "Tierarzt heute: »Er ist nicht dick, er ist flauschig.« Beste Ärztin der Stadt. 🐈‍⬛",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1957496960082831807"
          ],
          "editableUntil" : "2025-08-18T18:36:58.475Z",
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
              "3",
              "17"
            ],
            "id_str" : "1482074674633804982",
            "id" : "1482074674633804982"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "71"
      ],
      "favorite_count" : "0",
      "id_str" : "1957496960082831807",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1957496960082831807",
      "created_at" : "Mon Aug 18 17:36:58 +0000 2025",
      "favorited" : false,
      "full_text" : "RT @leyla_exempel: »Sagen Sie doch mal was Lustiges« ist kein Briefing.",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1957156772303789084"
          ],
          "editableUntil" : "2025-08-17T20:05:11.388Z",
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
            "name" : "Prof. Aylin Modellbach",
            "screen_name" : "aylin_modellbach",
            "indices" : [
              "3",
              "20"
            ],
            "id_str" : "1604700241888664959",
            "id" : "1604700241888664959"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "97"
      ],
      "favorite_count" : "0",
      "id_str" : "1957156772303789084",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1957156772303789084",
      "created_at" : "Sun Aug 17 19:05:11 +0000 2025",
      "favorited" : false,
      "full_text" : "RT @aylin_modellbach: Wer schreibt eigentlich die Texte für Fahrstühle? Ich hätte da Anmerkungen.",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1955318235626721206"
          ],
          "editableUntil" : "2025-08-12T18:19:30.086Z",
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
        "60"
      ],
      "favorite_count" : "1",
      "in_reply_to_status_id_str" : "1955169757267185427",
      "id_str" : "1955318235626721206",
      "in_reply_to_user_id" : "956750332878175724",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1955318235626721206",
      "in_reply_to_status_id" : "1955169757267185427",
      "created_at" : "Tue Aug 12 17:19:30 +0000 2025",
      "favorited" : false,
      "full_text" : "@texterei_blind Hamburg. Aber ich komme auch gern nach Kiel.",
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
            "1955202839458861275"
          ],
          "editableUntil" : "2025-08-12T10:40:57.496Z",
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
        "99"
      ],
      "favorite_count" : "1",
      "id_str" : "1955202839458861275",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1955202839458861275",
      "created_at" : "Tue Aug 12 09:40:57 +0000 2025",
      "favorited" : false,
      "full_text" : "Barrierefreie Kommunikation hilft allen: der Kollegin mit Screenreader genauso wie dem Chef im Zug.",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1954960174056359815"
          ],
          "editableUntil" : "2025-08-11T18:36:41.555Z",
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
              "96",
              "116"
            ]
          },
          {
            "text" : "InterneKommunikation",
            "indices" : [
              "117",
              "138"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Ipotesi Caffè ☕",
            "screen_name" : "kaffee_ipotesi",
            "indices" : [
              "78",
              "93"
            ],
            "id_str" : "1707217770153152361",
            "id" : "1707217770153152361"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "138"
      ],
      "favorite_count" : "4",
      "id_str" : "1954960174056359815",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1954960174056359815",
      "created_at" : "Mon Aug 11 17:36:41 +0000 2025",
      "favorited" : false,
      "full_text" : "Ein Claim ist gut, wenn der Wettbewerb ihn nicht auch benutzen könnte. (Danke @kaffee_ipotesi!) #Krisenkommunikation #InterneKommunikation",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1954923885819047542"
          ],
          "editableUntil" : "2025-08-11T16:12:29.765Z",
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
              "95",
              "115"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "115"
      ],
      "favorite_count" : "4",
      "id_str" : "1954923885819047542",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1954923885819047542",
      "created_at" : "Mon Aug 11 15:12:29 +0000 2025",
      "favorited" : false,
      "full_text" : "Schachtelsätze sind wie Umzugskartons: Man weiß nie, ob unten noch etwas Zerbrechliches liegt. #Krisenkommunikation",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1951897650360356120"
          ],
          "editableUntil" : "2025-08-03T07:47:19.007Z",
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
        "59"
      ],
      "favorite_count" : "4",
      "id_str" : "1951897650360356120",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1951897650360356120",
      "created_at" : "Sun Aug 03 06:47:19 +0000 2025",
      "favorited" : false,
      "full_text" : "Käsekuchen ist eine Torte, die sich nichts beweisen muss. 🍰",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1950828940211311205"
          ],
          "editableUntil" : "2025-07-31T09:00:38.652Z",
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
          },
          {
            "text" : "Rhetorik",
            "indices" : [
              "92",
              "101"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "101"
      ],
      "favorite_count" : "4",
      "id_str" : "1950828940211311205",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1950828940211311205",
      "created_at" : "Thu Jul 31 08:00:38 +0000 2025",
      "favorited" : false,
      "full_text" : "Wer nur sendet, ist ein Radio. Kommunikation hat ein Rückkanalproblem. #Krisenkommunikation #Rhetorik",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1950446736497015117"
          ],
          "editableUntil" : "2025-07-30T07:41:54.185Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/iphone\" rel=\"nofollow\">Twitter for iPhone</a>",
      "entities" : {
        "hashtags" : [
          {
            "text" : "KlareSprache",
            "indices" : [
              "91",
              "104"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "104"
      ],
      "favorite_count" : "1",
      "id_str" : "1950446736497015117",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1950446736497015117",
      "created_at" : "Wed Jul 30 06:41:54 +0000 2025",
      "favorited" : false,
      "full_text" : "Wer Feedback nur einmal im Jahr gibt, betreibt Archivpflege. Gilt übrigens auch für mich.\n\n#KlareSprache",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1950280352404137366"
          ],
          "editableUntil" : "2025-07-29T20:40:45.126Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"http://twitter.com/download/iphone\" rel=\"nofollow\">Twitter for iPhone</a>",
      "entities" : {
        "hashtags" : [
          {
            "text" : "Textarbeit",
            "indices" : [
              "111",
              "122"
            ]
          },
          {
            "text" : "KlareSprache",
            "indices" : [
              "123",
              "136"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "136"
      ],
      "favorite_count" : "2",
      "id_str" : "1950280352404137366",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1950280352404137366",
      "created_at" : "Tue Jul 29 19:40:45 +0000 2025",
      "favorited" : false,
      "full_text" : "Ein gutes Briefing spart die dritte Korrekturschleife. Ein sehr gutes auch die zweite. Widerspruch willkommen! #Textarbeit #KlareSprache",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1950076220811584458"
          ],
          "editableUntil" : "2025-07-29T07:09:36.362Z",
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
            "name" : "Rieke Trockenübung 🚨",
            "screen_name" : "rieke_uebt",
            "indices" : [
              "17",
              "28"
            ],
            "id_str" : "961353424553262312",
            "id" : "961353424553262312"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "62"
      ],
      "favorite_count" : "1",
      "in_reply_to_status_id_str" : "1949929000738861483",
      "id_str" : "1950076220811584458",
      "in_reply_to_user_id" : "1065091008698183877",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1950076220811584458",
      "in_reply_to_status_id" : "1949929000738861483",
      "created_at" : "Tue Jul 29 06:09:36 +0000 2025",
      "favorited" : false,
      "full_text" : "@jana_musterfeld @rieke_uebt Ich bin dabei! Donnerstag 18 Uhr?",
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
            "1949753987217989038"
          ],
          "editableUntil" : "2025-07-28T09:49:09.887Z",
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
        "73"
      ],
      "favorite_count" : "3",
      "id_str" : "1949753987217989038",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1949753987217989038",
      "created_at" : "Mon Jul 28 08:49:09 +0000 2025",
      "favorited" : false,
      "full_text" : "Erster Kaffee, Fenster auf, Hafenkräne im Nebel. Guten Morgen, Hamburg! ☕",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1949429320008885765"
          ],
          "editableUntil" : "2025-07-27T12:19:03.192Z",
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
              "101",
              "121"
            ]
          },
          {
            "text" : "Rhetorik",
            "indices" : [
              "122",
              "131"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "131"
      ],
      "favorite_count" : "2",
      "id_str" : "1949429320008885765",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1949429320008885765",
      "created_at" : "Sun Jul 27 11:19:03 +0000 2025",
      "favorited" : false,
      "full_text" : "Zuhören ist der unterschätzte Teil jeder Kommunikation. Und ja, es kostet Zeit. Lohnt sich trotzdem. #Krisenkommunikation #Rhetorik",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1948121343140688746"
          ],
          "editableUntil" : "2025-07-23T21:41:37.206Z",
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
        "urls" : [ ],
        "media" : [
          {
            "expanded_url" : "https://twitter.com/erika_beratet/status/1948121343140688746/photo/1",
            "indices" : [
              "46",
              "69"
            ],
            "url" : "https://t.co/qqnHwb226A",
            "media_url" : "http://pbs.twimg.com/media/607g79ggaChB2f2.jpg",
            "id_str" : "1948121313780560746",
            "id" : "1948121313780560746",
            "media_url_https" : "https://pbs.twimg.com/media/607g79ggaChB2f2.jpg",
            "type" : "photo",
            "display_url" : "pic.twitter.com/qqnHwb226A"
          }
        ]
      },
      "display_text_range" : [
        "0",
        "45"
      ],
      "favorite_count" : "7",
      "id_str" : "1948121343140688746",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1948121343140688746",
      "possibly_sensitive" : false,
      "created_at" : "Wed Jul 23 20:41:37 +0000 2025",
      "favorited" : false,
      "full_text" : "Drei Tage Föhr. Handy aus, Gummistiefel an. 🌊 https://t.co/qqnHwb226A",
      "lang" : "de",
      "extended_entities" : {
        "media" : [
          {
            "expanded_url" : "https://twitter.com/erika_beratet/status/1948121343140688746/photo/1",
            "indices" : [
              "46",
              "69"
            ],
            "url" : "https://t.co/qqnHwb226A",
            "media_url" : "http://pbs.twimg.com/media/607g79ggaChB2f2.jpg",
            "id_str" : "1948121313780560746",
            "id" : "1948121313780560746",
            "media_url_https" : "https://pbs.twimg.com/media/607g79ggaChB2f2.jpg",
            "type" : "photo",
            "display_url" : "pic.twitter.com/qqnHwb226A"
          }
        ]
      }
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1947275173634579342"
          ],
          "editableUntil" : "2025-07-21T13:39:14.674Z",
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
            "name" : "Pauline Fragment",
            "screen_name" : "pauline_fragment",
            "indices" : [
              "0",
              "17"
            ],
            "id_str" : "1365460944279760020",
            "id" : "1365460944279760020"
          },
          {
            "name" : "Torben Fiktivsen ⚓",
            "screen_name" : "torben_fiktivsen",
            "indices" : [
              "18",
              "35"
            ],
            "id_str" : "876928949564321551",
            "id" : "876928949564321551"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "37"
      ],
      "favorite_count" : "1",
      "in_reply_to_status_id_str" : "1947259319163942895",
      "id_str" : "1947275173634579342",
      "in_reply_to_user_id" : "1365460944279760020",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1947275173634579342",
      "in_reply_to_status_id" : "1947259319163942895",
      "created_at" : "Mon Jul 21 12:39:14 +0000 2025",
      "favorited" : false,
      "full_text" : "@pauline_fragment @torben_fiktivsen 😂",
      "lang" : "de",
      "in_reply_to_screen_name" : "pauline_fragment",
      "in_reply_to_user_id_str" : "1365460944279760020"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1946858413297357508"
          ],
          "editableUntil" : "2025-07-20T10:03:11.267Z",
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
        "urls" : [ ],
        "media" : [
          {
            "expanded_url" : "https://twitter.com/erika_beratet/status/1946858413297357508/photo/1",
            "indices" : [
              "82",
              "105"
            ],
            "url" : "https://t.co/EyvGcA1hyn",
            "media_url" : "http://pbs.twimg.com/media/zFdf98x2B3G33zy.jpg",
            "id_str" : "1946858383937229508",
            "id" : "1946858383937229508",
            "media_url_https" : "https://pbs.twimg.com/media/zFdf98x2B3G33zy.jpg",
            "type" : "photo",
            "display_url" : "pic.twitter.com/EyvGcA1hyn"
          }
        ]
      },
      "display_text_range" : [
        "0",
        "81"
      ],
      "favorite_count" : "2",
      "id_str" : "1946858413297357508",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1946858413297357508",
      "possibly_sensitive" : false,
      "created_at" : "Sun Jul 20 09:03:11 +0000 2025",
      "favorited" : false,
      "full_text" : "Sonne über der Alster, 24 Grad, Eis in der Hand. Mehr brauche ich heute nicht. ☀️ https://t.co/EyvGcA1hyn",
      "lang" : "de",
      "extended_entities" : {
        "media" : [
          {
            "expanded_url" : "https://twitter.com/erika_beratet/status/1946858413297357508/photo/1",
            "indices" : [
              "82",
              "105"
            ],
            "url" : "https://t.co/EyvGcA1hyn",
            "media_url" : "http://pbs.twimg.com/media/zFdf98x2B3G33zy.jpg",
            "id_str" : "1946858383937229508",
            "id" : "1946858383937229508",
            "media_url_https" : "https://pbs.twimg.com/media/zFdf98x2B3G33zy.jpg",
            "type" : "photo",
            "display_url" : "pic.twitter.com/EyvGcA1hyn"
          }
        ]
      }
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1946551917170742790"
          ],
          "editableUntil" : "2025-07-19T13:45:16.896Z",
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
        "136"
      ],
      "favorite_count" : "0",
      "id_str" : "1946551917170742790",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1946551917170742790",
      "created_at" : "Sat Jul 19 12:45:16 +0000 2025",
      "favorited" : false,
      "full_text" : "RT @jana_musterfeld: Am 12. ist wieder Schreibwerkstatt in der Bücherei Beispielallee. Bringt Stift, Mut und einen schlechten Absatz mit",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1946276343371903037"
          ],
          "editableUntil" : "2025-07-18T19:30:14.982Z",
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
              "109",
              "123"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "123"
      ],
      "favorite_count" : "8",
      "id_str" : "1946276343371903037",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1946276343371903037",
      "created_at" : "Fri Jul 18 18:30:14 +0000 2025",
      "favorited" : false,
      "full_text" : "Die Betreffzeile ist die Überschrift der E-Mail. Schreibt sie zuletzt und mit Liebe. Widerspruch willkommen! #Kommunikation",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1945184693840735375"
          ],
          "editableUntil" : "2025-07-15T19:12:25.452Z",
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
              "59",
              "79"
            ]
          },
          {
            "text" : "KlareSprache",
            "indices" : [
              "80",
              "93"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "93"
      ],
      "favorite_count" : "1",
      "id_str" : "1945184693840735375",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1945184693840735375",
      "created_at" : "Tue Jul 15 18:12:25 +0000 2025",
      "favorited" : false,
      "full_text" : "Das Wort »zeitnah« gehört in keinen Text. Ein Datum schon. #Krisenkommunikation #KlareSprache",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1944832979551963808"
          ],
          "editableUntil" : "2025-07-14T19:54:50.231Z",
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
        "urls" : [ ],
        "media" : [
          {
            "expanded_url" : "https://twitter.com/erika_beratet/status/1944832979551963808/photo/1",
            "indices" : [
              "71",
              "94"
            ],
            "url" : "https://t.co/sbsucbu09t",
            "media_url" : "http://pbs.twimg.com/media/ge841Hz3cdeCECf.jpg",
            "id_str" : "1944832950191835808",
            "id" : "1944832950191835808",
            "media_url_https" : "https://pbs.twimg.com/media/ge841Hz3cdeCECf.jpg",
            "type" : "photo",
            "display_url" : "pic.twitter.com/sbsucbu09t"
          }
        ]
      },
      "display_text_range" : [
        "0",
        "70"
      ],
      "favorite_count" : "2",
      "id_str" : "1944832979551963808",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1944832979551963808",
      "possibly_sensitive" : false,
      "created_at" : "Mon Jul 14 18:54:50 +0000 2025",
      "favorited" : false,
      "full_text" : "Der Elbtunnel ist zu. Ich wohne jetzt offiziell auf der anderen Seite. https://t.co/sbsucbu09t",
      "lang" : "de",
      "extended_entities" : {
        "media" : [
          {
            "expanded_url" : "https://twitter.com/erika_beratet/status/1944832979551963808/photo/1",
            "indices" : [
              "71",
              "94"
            ],
            "url" : "https://t.co/sbsucbu09t",
            "media_url" : "http://pbs.twimg.com/media/ge841Hz3cdeCECf.jpg",
            "id_str" : "1944832950191835808",
            "id" : "1944832950191835808",
            "media_url_https" : "https://pbs.twimg.com/media/ge841Hz3cdeCECf.jpg",
            "type" : "photo",
            "display_url" : "pic.twitter.com/sbsucbu09t"
          }
        ]
      }
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1944000130194944972"
          ],
          "editableUntil" : "2025-07-12T12:45:23.471Z",
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
        "72"
      ],
      "favorite_count" : "7",
      "id_str" : "1944000130194944972",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1944000130194944972",
      "created_at" : "Sat Jul 12 11:45:23 +0000 2025",
      "favorited" : false,
      "full_text" : "Kaffeepause mit Blick auf die Speicherstadt. Nichts zu tun. Herrlich. ☕🧱",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1942669849679510941"
          ],
          "editableUntil" : "2025-07-08T20:39:19.881Z",
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
        "urls" : [ ],
        "media" : [
          {
            "expanded_url" : "https://twitter.com/erika_beratet/status/1942669849679510941/photo/1",
            "indices" : [
              "59",
              "82"
            ],
            "url" : "https://t.co/Abc635qCk5",
            "media_url" : "http://pbs.twimg.com/media/DB9GeD90119Eh6E.jpg",
            "id_str" : "1942669820319382941",
            "id" : "1942669820319382941",
            "media_url_https" : "https://pbs.twimg.com/media/DB9GeD90119Eh6E.jpg",
            "type" : "photo",
            "display_url" : "pic.twitter.com/Abc635qCk5"
          }
        ]
      },
      "display_text_range" : [
        "0",
        "58"
      ],
      "favorite_count" : "3",
      "id_str" : "1942669849679510941",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1942669849679510941",
      "possibly_sensitive" : false,
      "created_at" : "Tue Jul 08 19:39:19 +0000 2025",
      "favorited" : false,
      "full_text" : "Mops liegt auf dem Drucker. Ich arbeite jetzt papierlos. 😹 https://t.co/Abc635qCk5",
      "lang" : "de",
      "extended_entities" : {
        "media" : [
          {
            "expanded_url" : "https://twitter.com/erika_beratet/status/1942669849679510941/photo/1",
            "indices" : [
              "59",
              "82"
            ],
            "url" : "https://t.co/Abc635qCk5",
            "media_url" : "http://pbs.twimg.com/media/DB9GeD90119Eh6E.jpg",
            "id_str" : "1942669820319382941",
            "id" : "1942669820319382941",
            "media_url_https" : "https://pbs.twimg.com/media/DB9GeD90119Eh6E.jpg",
            "type" : "photo",
            "display_url" : "pic.twitter.com/Abc635qCk5"
          }
        ]
      }
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1941935302939552317"
          ],
          "editableUntil" : "2025-07-06T20:00:30.291Z",
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
        "24"
      ],
      "favorite_count" : "0",
      "in_reply_to_status_id_str" : "1941925991587403530",
      "id_str" : "1941935302939552317",
      "in_reply_to_user_id" : "1482074674633804982",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1941935302939552317",
      "in_reply_to_status_id" : "1941925991587403530",
      "created_at" : "Sun Jul 06 19:00:30 +0000 2025",
      "favorited" : false,
      "full_text" : "@leyla_exempel Stimmt. 😅",
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
            "1941883073391666038"
          ],
          "editableUntil" : "2025-07-06T16:32:57.796Z",
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
              "0",
              "11"
            ],
            "id_str" : "961353424553262312",
            "id" : "961353424553262312"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "38"
      ],
      "favorite_count" : "0",
      "in_reply_to_status_id_str" : "1941839284858562715",
      "id_str" : "1941883073391666038",
      "in_reply_to_user_id" : "961353424553262312",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1941883073391666038",
      "in_reply_to_status_id" : "1941839284858562715",
      "created_at" : "Sun Jul 06 15:32:57 +0000 2025",
      "favorited" : false,
      "full_text" : "@rieke_uebt Puh. Da hilft nur anrufen.",
      "lang" : "de",
      "in_reply_to_screen_name" : "rieke_uebt",
      "in_reply_to_user_id_str" : "961353424553262312"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1940463937258612433"
          ],
          "editableUntil" : "2025-07-02T18:33:49.376Z",
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
        "108"
      ],
      "favorite_count" : "2",
      "id_str" : "1940463937258612433",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1940463937258612433",
      "created_at" : "Wed Jul 02 17:33:49 +0000 2025",
      "favorited" : false,
      "full_text" : "Fehlerkultur beginnt im Protokoll: Steht da, was schiefging, oder nur, wer anwesend war? Wie haltet ihr das?",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1940293134050533540"
          ],
          "editableUntil" : "2025-07-02T07:15:06.717Z",
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
        "75"
      ],
      "favorite_count" : "3",
      "id_str" : "1940293134050533540",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1940293134050533540",
      "created_at" : "Wed Jul 02 06:15:06 +0000 2025",
      "favorited" : false,
      "full_text" : "Wohnungssuche in Hamburg: 28 m², »lichtdurchflutet«, Fenster zum Schacht. 🙃",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1939580420256771692"
          ],
          "editableUntil" : "2025-06-30T08:03:02.507Z",
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
        "130"
      ],
      "favorite_count" : "0",
      "id_str" : "1939580420256771692",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1939580420256771692",
      "created_at" : "Mon Jun 30 07:03:02 +0000 2025",
      "favorited" : false,
      "full_text" : "RT @gesa_redet: Eine Rede ist kein vorgelesener Aufsatz. Eine Rede ist ein Gespräch, bei dem die anderen mit dem Gesicht antworten",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1939346911312607348"
          ],
          "editableUntil" : "2025-06-29T16:35:09.637Z",
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
          },
          {
            "name" : "Torben Fiktivsen ⚓",
            "screen_name" : "torben_fiktivsen",
            "indices" : [
              "17",
              "34"
            ],
            "id_str" : "876928949564321551",
            "id" : "876928949564321551"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "47"
      ],
      "favorite_count" : "1",
      "in_reply_to_status_id_str" : "1939298844590845017",
      "id_str" : "1939346911312607348",
      "in_reply_to_user_id" : "1065091008698183877",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1939346911312607348",
      "in_reply_to_status_id" : "1939298844590845017",
      "created_at" : "Sun Jun 29 15:35:09 +0000 2025",
      "favorited" : false,
      "full_text" : "@jana_musterfeld @torben_fiktivsen Danke dir! 🙏",
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
            "1938208468416995089"
          ],
          "editableUntil" : "2025-06-26T13:11:23.699Z",
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
        "73"
      ],
      "favorite_count" : "5",
      "id_str" : "1938208468416995089",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1938208468416995089",
      "created_at" : "Thu Jun 26 12:11:23 +0000 2025",
      "favorited" : false,
      "full_text" : "Die Espressomaschine macht neue Geräusche. Ich tue so, als wären es alte.",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1937808199643575872"
          ],
          "editableUntil" : "2025-06-25T10:40:52.187Z",
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
        "77"
      ],
      "favorite_count" : "1",
      "id_str" : "1937808199643575872",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1937808199643575872",
      "created_at" : "Wed Jun 25 09:40:52 +0000 2025",
      "favorited" : false,
      "full_text" : "Pressearbeit ist Beziehungspflege. Der Verteiler ist nur das Adressbuch dazu.",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1937802894527392520"
          ],
          "editableUntil" : "2025-06-25T10:19:47.349Z",
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
        "94"
      ],
      "favorite_count" : "5",
      "id_str" : "1937802894527392520",
      "truncated" : false,
      "retweet_count" : "2",
      "id" : "1937802894527392520",
      "created_at" : "Wed Jun 25 09:19:47 +0000 2025",
      "favorited" : false,
      "full_text" : "Moderieren im Hybridformat: Wer am Bildschirm sitzt, redet zuerst. Danach wird alles leichter.",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1937580103426384532"
          ],
          "editableUntil" : "2025-06-24T19:34:29.811Z",
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
        "66"
      ],
      "favorite_count" : "0",
      "in_reply_to_status_id_str" : "1937500327766528324",
      "id_str" : "1937580103426384532",
      "in_reply_to_user_id" : "1175276735532504513",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1937580103426384532",
      "in_reply_to_status_id" : "1937500327766528324",
      "created_at" : "Tue Jun 24 18:34:29 +0000 2025",
      "favorited" : false,
      "full_text" : "@nordprobe_medien Finde ich mutig. Berichte bitte, wie es ausgeht!",
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
            "1937452335451386193"
          ],
          "editableUntil" : "2025-06-24T11:06:47.552Z",
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
        "56"
      ],
      "favorite_count" : "0",
      "in_reply_to_status_id_str" : "1937451731020021814",
      "id_str" : "1937452335451386193",
      "in_reply_to_user_id" : "841711066267443170",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1937452335451386193",
      "in_reply_to_status_id" : "1937451731020021814",
      "created_at" : "Tue Jun 24 10:06:47 +0000 2025",
      "favorited" : false,
      "full_text" : "2/ »Wir sind gut aufgestellt«. Das sagt man über Stühle.",
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
            "1937451731020021814"
          ],
          "editableUntil" : "2025-06-24T11:04:23.444Z",
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
        "94"
      ],
      "favorite_count" : "1",
      "in_reply_to_status_id_str" : "1937451326503040144",
      "id_str" : "1937451731020021814",
      "in_reply_to_user_id" : "841711066267443170",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1937451731020021814",
      "in_reply_to_status_id" : "1937451326503040144",
      "created_at" : "Tue Jun 24 10:04:23 +0000 2025",
      "favorited" : false,
      "full_text" : "1/ »In einem herausfordernden Umfeld«. Welches Umfeld war das letzte Mal nicht herausfordernd?",
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
            "1937451326503040144"
          ],
          "editableUntil" : "2025-06-24T11:02:47.000Z",
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
        "108"
      ],
      "favorite_count" : "8",
      "id_str" : "1937451326503040144",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1937451326503040144",
      "created_at" : "Tue Jun 24 10:02:47 +0000 2025",
      "favorited" : false,
      "full_text" : "Fünf Sätze, die ich aus jedem Geschäftsbericht streiche. Ein kleiner Faden über Schreiben &amp; Weglassen. 🧵",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1937049186655902709"
          ],
          "editableUntil" : "2025-06-23T08:24:49.389Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [
          {
            "text" : "InterneKommunikation",
            "indices" : [
              "94",
              "115"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "115"
      ],
      "favorite_count" : "1",
      "id_str" : "1937049186655902709",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1937049186655902709",
      "created_at" : "Mon Jun 23 07:24:49 +0000 2025",
      "favorited" : false,
      "full_text" : "Rhetorik-Tipp: Eine Pause wirkt länger, als sie ist. Aushalten! Gilt übrigens auch für mich.\n\n#InterneKommunikation",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1936320922820819047"
          ],
          "editableUntil" : "2025-06-21T08:10:57.760Z",
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
            "name" : "Prof. Aylin Modellbach",
            "screen_name" : "aylin_modellbach",
            "indices" : [
              "3",
              "20"
            ],
            "id_str" : "1604700241888664959",
            "id" : "1604700241888664959"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "128"
      ],
      "favorite_count" : "0",
      "id_str" : "1936320922820819047",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1936320922820819047",
      "created_at" : "Sat Jun 21 07:10:57 +0000 2025",
      "favorited" : false,
      "full_text" : "RT @aylin_modellbach: Lesetipp zum Wochenende: unsere neue Reihe über die Kunst, Nein zu sagen und trotzdem eingeladen zu werden",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1935741709827136214"
          ],
          "editableUntil" : "2025-06-19T17:49:22.621Z",
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
              "119",
              "122"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "122"
      ],
      "favorite_count" : "1",
      "id_str" : "1935741709827136214",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1935741709827136214",
      "created_at" : "Thu Jun 19 16:49:22 +0000 2025",
      "favorited" : false,
      "full_text" : "Präsentationen werden nicht besser, wenn die Schrift kleiner wird &amp; die Folien mehr werden. Erlebe ich jede Woche. #PR",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1933886035371850482"
          ],
          "editableUntil" : "2025-06-14T14:55:35.354Z",
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
        "57"
      ],
      "favorite_count" : "1",
      "id_str" : "1933886035371850482",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1933886035371850482",
      "created_at" : "Sat Jun 14 13:55:35 +0000 2025",
      "favorited" : false,
      "full_text" : "Samstag, Markt, viel zu viel Käse. Keine weiteren Fragen.",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1933810068359607077"
          ],
          "editableUntil" : "2025-06-14T09:53:43.407Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : {
        "hashtags" : [
          {
            "text" : "InterneKommunikation",
            "indices" : [
              "96",
              "117"
            ]
          },
          {
            "text" : "Krisenkommunikation",
            "indices" : [
              "118",
              "138"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "138"
      ],
      "favorite_count" : "3",
      "id_str" : "1933810068359607077",
      "truncated" : false,
      "retweet_count" : "1",
      "id" : "1933810068359607077",
      "created_at" : "Sat Jun 14 08:53:43 +0000 2025",
      "favorited" : false,
      "full_text" : "Eine gute FAQ-Seite beantwortet Fragen, die wirklich gestellt werden. Klingt banal, ist selten. #InterneKommunikation #Krisenkommunikation",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1933452258444099671"
          ],
          "editableUntil" : "2025-06-13T10:11:54.875Z",
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
        "89"
      ],
      "favorite_count" : "11",
      "id_str" : "1933452258444099671",
      "truncated" : false,
      "retweet_count" : "2",
      "id" : "1933452258444099671",
      "created_at" : "Fri Jun 13 09:11:54 +0000 2025",
      "favorited" : false,
      "full_text" : "Wer »kurz und knackig« bestellt, bekommt von mir zuerst eine Rückfrage. Bitte nachmachen.",
      "lang" : "de"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1932901048763198376"
          ],
          "editableUntil" : "2025-06-11T21:41:36.247Z",
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
            "name" : "Carla Exemplaris",
            "screen_name" : "carla_exemplaris",
            "indices" : [
              "0",
              "17"
            ],
            "id_str" : "1747263986126211096",
            "id" : "1747263986126211096"
          },
          {
            "name" : "Prof. Aylin Modellbach",
            "screen_name" : "aylin_modellbach",
            "indices" : [
              "18",
              "35"
            ],
            "id_str" : "1604700241888664959",
            "id" : "1604700241888664959"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "100"
      ],
      "favorite_count" : "1",
      "in_reply_to_status_id_str" : "1932732437745575459",
      "id_str" : "1932901048763198376",
      "in_reply_to_user_id" : "1747263986126211096",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1932901048763198376",
      "in_reply_to_status_id" : "1932732437745575459",
      "created_at" : "Wed Jun 11 20:41:36 +0000 2025",
      "favorited" : false,
      "full_text" : "@carla_exemplaris @aylin_modellbach Das sehe ich ein bisschen anders: Ohne Anlass liest das niemand.",
      "lang" : "de",
      "in_reply_to_screen_name" : "carla_exemplaris",
      "in_reply_to_user_id_str" : "1747263986126211096"
    }
  }
]