window.YTD.verified.part0 = [
  {
    "verified" : {
      "accountId" : "841711066267443170",
      "verified" : false
    }
  }
]