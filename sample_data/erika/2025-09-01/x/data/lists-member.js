window.YTD.lists_member.part0 = [
  {
    "userListInfo" : {
      "url" : "https://twitter.com/jana_musterfeld/lists/kommunikation-nord"
    }
  },
  {
    "userListInfo" : {
      "url" : "https://twitter.com/barcamp_muster/lists/teilgebende-2024"
    }
  },
  {
    "userListInfo" : {
      "url" : "https://twitter.com/nordprobe_medien/lists/quellen-hamburg"
    }
  },
  {
    "userListInfo" : {
      "url" : "https://twitter.com/texterei_blind/lists/gute-texte"
    }
  },
  {
    "userListInfo" : {
      "url" : "https://twitter.com/hafenfoto_fiktiv/lists/hamburg"
    }
  }
]