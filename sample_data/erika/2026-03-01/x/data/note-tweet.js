window.YTD.note_tweet.part0 = [
  {
    "noteTweet" : {
      "noteTweetId" : "2013654037868673978",
      "updatedAt" : "2026-01-20T16:45:09.204Z",
      "lifecycle" : {
        "value" : "Available",
        "name" : "Available",
        "originalName" : "Available",
        "annotations" : { }
      },
      "createdAt" : "2026-01-20T16:45:09.204Z",
      "core" : {
        "styletags" : [ ],
        "urls" : [ ],
        "text" : "Heute war ich bei einer Genossenschaft, die ihre interne Kommunikation selbst umgebaut hat. Kein Projektname, kein Plakat, keine App. Stattdessen: jeden Montag zehn Minuten im Stehen, jede Abteilung eine Frage, und wer die Antwort kennt, ruft zurück. Nach einem halben Jahr haben sie die Zahl der Rundmails von 31 auf 4 im Monat gesenkt. Was mich am meisten beeindruckt hat: Die Auszubildenden führen das Protokoll, und sie schreiben es so, dass es alle verstehen. Manchmal ist die beste Beratung, zuzuhören & nichts zu ändern. #InterneKommunikation",
        "mentions" : [ ],
        "cashtags" : [ ],
        "hashtags" : [
          "InterneKommunikation"
        ]
      }
    }
  }
]