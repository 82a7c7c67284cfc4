window.YTD.direct_messages.part0 = [
  {
    "dmConversation" : {
      "conversationId" : "841711066267443170-1065091008698183877",
      "messages" : [
        {
          "messageCreate" : {
            "recipientId" : "841711066267443170",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "KANARIENVOGEL: Diese Nachricht ist privat und darf nie gelesen werden.",
            "mediaUrls" : [ ],
            "senderId" : "1065091008698183877",
            "id" : "1942491843916726274",
            "createdAt" : "2025-07-08T07:52:00.000Z",
            "editHistory" : [ ]
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "1065091008698183877",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Ja, um neun am Fischmarkt.",
            "mediaUrls" : [ ],
            "senderId" : "841711066267443170",
            "id" : "1942489075676086273",
            "createdAt" : "2025-07-08T07:41:00.000Z",
            "editHistory" : [ ]
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "841711066267443170",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Treffen wir uns vor dem Workshop?",
            "mediaUrls" : [ ],
            "senderId" : "1065091008698183877",
            "id" : "1942486307435446272",
            "createdAt" : "2025-07-08T07:30:00.000Z",
            "editHistory" : [ ]
          }
        }
      ]
    }
  },
  {
    "dmConversation" : {
      "conversationId" : "841711066267443170-961353424553262312",
      "messages" : [
        {
          "messageCreate" : {
            "recipientId" : "961353424553262312",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "KANARIENVOGEL: Diese Nachricht ist privat und darf nie gelesen werden.",
            "mediaUrls" : [ ],
            "senderId" : "841711066267443170",
            "id" : "1942489075676086273",
            "createdAt" : "2025-07-08T07:41:00.000Z",
            "editHistory" : [ ]
          }
        },
        {
          "messageCreate" : {
            "recipientId" : "841711066267443170",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "Hier ist die Telefonliste.",
            "mediaUrls" : [ ],
            "senderId" : "961353424553262312",
            "id" : "1942486307435446272",
            "createdAt" : "2025-07-08T07:30:00.000Z",
            "editHistory" : [ ]
          }
        }
      ]
    }
  }
]