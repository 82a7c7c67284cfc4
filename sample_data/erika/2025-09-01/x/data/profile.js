window.YTD.profile.part0 = [
  {
    "profile" : {
      "description" : {
        "bio" : "Kommunikationsberaterin in Hamburg. Klare Sätze, ruhige Krisen, viel Kaffee. Kater heißt Mops.",
        "website" : "https://t.co/Kf7Beispie",
        "location" : "Hamburg"
      },
      "avatarMediaUrl" : "https://pbs.twimg.com/profile_images/841711066267443175/Beispiel.jpg",
      "headerMediaUrl" : "https://pbs.twimg.com/profile_banners/841711066267443170/1489514531"
    }
  }
]