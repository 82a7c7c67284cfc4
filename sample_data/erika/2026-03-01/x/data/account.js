window.YTD.account.part0 = [
  {
    "account" : {
      "email" : "erika@example.org",
      "createdVia" : "web",
      "username" : "erika_beratet",
      "accountId" : "841711066267443170",
      "createdAt" : "2017-03-14T18:02:11.090Z",
      "accountDisplayName" : "Erika Beispiel ☕"
    }
  }
]