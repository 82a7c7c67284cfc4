window.YTD.screen_name_change.part0 = [
  {
    "screenNameChange" : {
      "accountId" : "841711066267443170",
      "screenNameChange" : {
        "changedAt" : "2025-04-10T19:22:03.000Z",
        "changedFrom" : "erika_b_hh",
        "changedTo" : "erika_beratet"
      }
    }
  }
]