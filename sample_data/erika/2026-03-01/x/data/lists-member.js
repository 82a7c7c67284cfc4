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
  },
  {
    "userListInfo" : {
      "url" : "https://twitter.com/rieke_uebt/lists/krisenkommunikation"
    }
  },
  {
    "userListInfo" : {
      "url" : "https://twitter.com/aylin_modellbach/lists/praxispartner"
    }
  },
  {
    "userListInfo" : {
      "url" : "https://twitter.com/leyla_exempel/lists/beratung"
    }
  },
  {
    "userListInfo" : {
      "url" : "https://twitter.com/gesa_redet/lists/rede-und-rhetorik"
    }
  },
  {
    "userListInfo" : {
      "url" : "https://twitter.com/pauline_fragment/lists/autorinnen"
    }
  }
]