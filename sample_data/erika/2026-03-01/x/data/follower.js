window.YTD.follower.part0 = [
  {
    "follower" : {
      "accountId" : "974634773445989441",
      "userLink" : "https://twitter.com/intent/user?user_id=974634773445989441"
    }
  },
  {
    "follower" : {
      "accountId" : "971232032370785719",
      "userLink" : "https://twitter.com/intent/user?user_id=971232032370785719"
    }
  },
  {
    "follower" : {
      "accountId" : "1575500431491397138",
      "userLink" : "https://twitter.com/intent/user?user_id=1575500431491397138"
    }
  },
  {
    "follower" : {
      "accountId" : "1077284624862306531",
      "userLink" : "https://twitter.com/intent/user?user_id=1077284624862306531"
    }
  },
  {
    "follower" : {
      "accountId" : "800736010613860295",
      "userLink" : "https://twitter.com/intent/user?user_id=800736010613860295"
    }
  },
  {
    "follower" : {
      "accountId" : "1676293908921978212",
      "userLink" : "https://twitter.com/intent/user?user_id=1676293908921978212"
    }
  },
  {
    "follower" : {
      "accountId" : "1323614592151015738",
      "userLink" : "https://twitter.com/intent/user?user_id=1323614592151015738"
    }
  },
  {
    "follower" : {
      "accountId" : "1496172959445050914",
      "userLink" : "https://twitter.com/intent/user?user_id=1496172959445050914"
    }
  },
  {
    "follower" : {
      "accountId" : "820617210239236109",
      "userLink" : "https://twitter.com/intent/user?user_id=820617210239236109"
    }
  },
  {
    "follower" : {
      "accountId" : "1777923600326797964",
      "userLink" : "https://twitter.com/intent/user?user_id=1777923600326797964"
    }
  },
  {
    "follower" : {
      "accountId" : "858588562279186297",
      "userLink" : "https://twitter.com/intent/user?user_id=858588562279186297"
    }
  },
  {
    "follower" : {
      "accountId" : "1822665742627374379",
      "userLink" : "https://twitter.com/intent/user?user_id=1822665742627374379"
    }
  },
  {
    "follower" : {
      "accountId" : "1389703483374302876",
      "userLink" : "https://twitter.com/intent/user?user_id=1389703483374302876"
    }
  },
  {
    "follower" : {
      "accountId" : "940430929932184640",
      "userLink" : "https://twitter.com/intent/user?user_id=940430929932184640"
    }
  },
  {
    "follower" : {
      "accountId" : "1639450608808511401",
      "userLink" : "https://twitter.com/intent/user?user_id=1639450608808511401"
    }
  },
  {
    "follower" : {
      "accountId" : "1352881206935019870",
      "userLink" : "https://twitter.com/intent/user?user_id=1352881206935019870"
    }
  },
  {
    "follower" : {
      "accountId" : "759929123468241712",
      "userLink" : "https://twitter.com/intent/user?user_id=759929123468241712"
    }
  },
  {
    "follower" : {
      "accountId" : "928857378792339337",
      "userLink" : "https://twitter.com/intent/user?user_id=928857378792339337"
    }
  },
  {
    "follower" : {
      "accountId" : "1567383736420535255",
      "userLink" : "https://twitter.com/intent/user?user_id=1567383736420535255"
    }
  },
  {
    "follower" : {
      "accountId" : "1597293140220653774",
      "userLink" : "https://twitter.com/intent/user?user_id=1597293140220653774"
    }
  },
  {
    "follower" : {
      "accountId" : "1554042852156327382",
      "userLink" : "https://twitter.com/intent/user?user_id=1554042852156327382"
    }
  },
  {
    "follower" : {
      "accountId" : "731726500702685763",
      "userLink" : "https://twitter.com/intent/user?user_id=731726500702685763"
    }
  },
  {
    "follower" : {
      "accountId" : "1032396225902031833",
      "userLink" : "https://twitter.com/intent/user?user_id=1032396225902031833"
    }
  },
  {
    "follower" : {
      "accountId" : "1151493099284593025",
      "userLink" : "https://twitter.com/intent/user?user_id=1151493099284593025"
    }
  },
  {
    "follower" : {
      "accountId" : "740646452146251114",
      "userLink" : "https://twitter.com/intent/user?user_id=740646452146251114"
    }
  },
  {
    "follower" : {
      "accountId" : "1921613377179144459",
      "userLink" : "https://twitter.com/intent/user?user_id=1921613377179144459"
    }
  },
  {
    "follower" : {
      "accountId" : "1043538641180185702",
      "userLink" : "https://twitter.com/intent/user?user_id=1043538641180185702"
    }
  },
  {
    "follower" : {
      "accountId" : "1187263498119052739",
      "userLink" : "https://twitter.com/intent/user?user_id=1187263498119052739"
    }
  },
  {
    "follower" : {
      "accountId" : "704580813105788269",
      "userLink" : "https://twitter.com/intent/user?user_id=704580813105788269"
    }
  },
  {
    "follower" : {
      "accountId" : "780577475846482985",
      "userLink" : "https://twitter.com/intent/user?user_id=780577475846482985"
    }
  },
  {
    "follower" : {
      "accountId" : "1239080602335937184",
      "userLink" : "https://twitter.com/intent/user?user_id=1239080602335937184"
    }
  },
  {
    "follower" : {
      "accountId" : "1816303613894449512",
      "userLink" : "https://twitter.com/intent/user?user_id=1816303613894449512"
    }
  },
  {
    "follower" : {
      "accountId" : "874328311049757387",
      "userLink" : "https://twitter.com/intent/user?user_id=874328311049757387"
    }
  },
  {
    "follower" : {
      "accountId" : "1513062041538418360",
      "userLink" : "https://twitter.com/intent/user?user_id=1513062041538418360"
    }
  },
  {
    "follower" : {
      "accountId" : "1276420658380279620",
      "userLink" : "https://twitter.com/intent/user?user_id=1276420658380279620"
    }
  },
  {
    "follower" : {
      "accountId" : "992062368311600786",
      "userLink" : "https://twitter.com/intent/user?user_id=992062368311600786"
    }
  },
  {
    "follower" : {
      "accountId" : "1118590953945283116",
      "userLink" : "https://twitter.com/intent/user?user_id=1118590953945283116"
    }
  },
  {
    "follower" : {
      "accountId" : "1029045569329579336",
      "userLink" : "https://twitter.com/intent/user?user_id=1029045569329579336"
    }
  },
  {
    "follower" : {
      "accountId" : "1074055615488888868",
      "userLink" : "https://twitter.com/intent/user?user_id=1074055615488888868"
    }
  },
  {
    "follower" : {
      "accountId" : "1649095268099209933",
      "userLink" : "https://twitter.com/intent/user?user_id=1649095268099209933"
    }
  },
  {
    "follower" : {
      "accountId" : "1122522401453160987",
      "userLink" : "https://twitter.com/intent/user?user_id=1122522401453160987"
    }
  },
  {
    "follower" : {
      "accountId" : "1116097419560363767",
      "userLink" : "https://twitter.com/intent/user?user_id=1116097419560363767"
    }
  },
  {
    "follower" : {
      "accountId" : "1650930017451367518",
      "userLink" : "https://twitter.com/intent/user?user_id=1650930017451367518"
    }
  },
  {
    "follower" : {
      "accountId" : "830795694153101076",
      "userLink" : "https://twitter.com/intent/user?user_id=830795694153101076"
    }
  },
  {
    "follower" : {
      "accountId" : "1361921822749842060",
      "userLink" : "https://twitter.com/intent/user?user_id=1361921822749842060"
    }
  },
  {
    "follower" : {
      "accountId" : "1724329795875829164",
      "userLink" : "https://twitter.com/intent/user?user_id=1724329795875829164"
    }
  },
  {
    "follower" : {
      "accountId" : "1020637780274713874",
      "userLink" : "https://twitter.com/intent/user?user_id=1020637780274713874"
    }
  },
  {
    "follower" : {
      "accountId" : "1613556177522342709",
      "userLink" : "https://twitter.com/intent/user?user_id=1613556177522342709"
    }
  },
  {
    "follower" : {
      "accountId" : "775629901766635310",
      "userLink" : "https://twitter.com/intent/user?user_id=775629901766635310"
    }
  },
  {
    "follower" : {
      "accountId" : "883425509968955569",
      "userLink" : "https://twitter.com/intent/user?user_id=883425509968955569"
    }
  },
  {
    "follower" : {
      "accountId" : "1852242775102583338",
      "userLink" : "https://twitter.com/intent/user?user_id=1852242775102583338"
    }
  },
  {
    "follower" : {
      "accountId" : "1718159784433162032",
      "userLink" : "https://twitter.com/intent/user?user_id=1718159784433162032"
    }
  },
  {
    "follower" : {
      "accountId" : "1606350486454730129",
      "userLink" : "https://twitter.com/intent/user?user_id=1606350486454730129"
    }
  },
  {
    "follower" : {
      "accountId" : "1784555547962785283",
      "userLink" : "https://twitter.com/intent/user?user_id=1784555547962785283"
    }
  },
  {
    "follower" : {
      "accountId" : "1898455502805026958",
      "userLink" : "https://twitter.com/intent/user?user_id=1898455502805026958"
    }
  },
  {
    "follower" : {
      "accountId" : "975335861136066203",
      "userLink" : "https://twitter.com/intent/user?user_id=975335861136066203"
    }
  },
  {
    "follower" : {
      "accountId" : "1136423149501480562",
      "userLink" : "https://twitter.com/intent/user?user_id=1136423149501480562"
    }
  },
  {
    "follower" : {
      "accountId" : "796033870635155063",
      "userLink" : "https://twitter.com/intent/user?user_id=796033870635155063"
    }
  },
  {
    "follower" : {
      "accountId" : "1392891422110200283",
      "userLink" : "https://twitter.com/intent/user?user_id=1392891422110200283"
    }
  },
  {
    "follower" : {
      "accountId" : "1588618372126028572",
      "userLink" : "https://twitter.com/intent/user?user_id=1588618372126028572"
    }
  },
  {
    "follower" : {
      "accountId" : "862238257503306108",
      "userLink" : "https://twitter.com/intent/user?user_id=862238257503306108"
    }
  },
  {
    "follower" : {
      "accountId" : "1346724719544594388",
      "userLink" : "https://twitter.com/intent/user?user_id=1346724719544594388"
    }
  },
  {
    "follower" : {
      "accountId" : "1873313619308083124",
      "userLink" : "https://twitter.com/intent/user?user_id=1873313619308083124"
    }
  },
  {
    "follower" : {
      "accountId" : "897147518703104970",
      "userLink" : "https://twitter.com/intent/user?user_id=897147518703104970"
    }
  },
  {
    "follower" : {
      "accountId" : "1575497975268302568",
      "userLink" : "https://twitter.com/intent/user?user_id=1575497975268302568"
    }
  },
  {
    "follower" : {
      "accountId" : "1255801690108240010",
      "userLink" : "https://twitter.com/intent/user?user_id=1255801690108240010"
    }
  },
  {
    "follower" : {
      "accountId" : "1069113531288044401",
      "userLink" : "https://twitter.com/intent/user?user_id=1069113531288044401"
    }
  },
  {
    "follower" : {
      "accountId" : "1331223579927956422",
      "userLink" : "https://twitter.com/intent/user?user_id=1331223579927956422"
    }
  },
  {
    "follower" : {
      "accountId" : "1112004501068120970",
      "userLink" : "https://twitter.com/intent/user?user_id=1112004501068120970"
    }
  },
  {
    "follower" : {
      "accountId" : "1687386179601013729",
      "userLink" : "https://twitter.com/intent/user?user_id=1687386179601013729"
    }
  },
  {
    "follower" : {
      "accountId" : "1429990091361018134",
      "userLink" : "https://twitter.com/intent/user?user_id=1429990091361018134"
    }
  },
  {
    "follower" : {
      "accountId" : "920604093443751051",
      "userLink" : "https://twitter.com/intent/user?user_id=920604093443751051"
    }
  },
  {
    "follower" : {
      "accountId" : "1878337347744126263",
      "userLink" : "https://twitter.com/intent/user?user_id=1878337347744126263"
    }
  },
  {
    "follower" : {
      "accountId" : "1764143870985145464",
      "userLink" : "https://twitter.com/intent/user?user_id=1764143870985145464"
    }
  },
  {
    "follower" : {
      "accountId" : "1705646262859701797",
      "userLink" : "https://twitter.com/intent/user?user_id=1705646262859701797"
    }
  },
  {
    "follower" : {
      "accountId" : "1012316083033149139",
      "userLink" : "https://twitter.com/intent/user?user_id=1012316083033149139"
    }
  },
  {
    "follower" : {
      "accountId" : "1896733977766196258",
      "userLink" : "https://twitter.com/intent/user?user_id=1896733977766196258"
    }
  },
  {
    "follower" : {
      "accountId" : "1270566978461895031",
      "userLink" : "https://twitter.com/intent/user?user_id=1270566978461895031"
    }
  },
  {
    "follower" : {
      "accountId" : "1638058477125101803",
      "userLink" : "https://twitter.com/intent/user?user_id=1638058477125101803"
    }
  },
  {
    "follower" : {
      "accountId" : "1350165279614432141",
      "userLink" : "https://twitter.com/intent/user?user_id=1350165279614432141"
    }
  },
  {
    "follower" : {
      "accountId" : "1186834300299649281",
      "userLink" : "https://twitter.com/intent/user?user_id=1186834300299649281"
    }
  },
  {
    "follower" : {
      "accountId" : "1261156030169788226",
      "userLink" : "https://twitter.com/intent/user?user_id=1261156030169788226"
    }
  },
  {
    "follower" : {
      "accountId" : "1041797129633714618",
      "userLink" : "https://twitter.com/intent/user?user_id=1041797129633714618"
    }
  },
  {
    "follower" : {
      "accountId" : "1214234249920478580",
      "userLink" : "https://twitter.com/intent/user?user_id=1214234249920478580"
    }
  },
  {
    "follower" : {
      "accountId" : "1290595986997112178",
      "userLink" : "https://twitter.com/intent/user?user_id=1290595986997112178"
    }
  },
  {
    "follower" : {
      "accountId" : "1150071903978683092",
      "userLink" : "https://twitter.com/intent/user?user_id=1150071903978683092"
    }
  },
  {
    "follower" : {
      "accountId" : "1006537689314816897",
      "userLink" : "https://twitter.com/intent/user?user_id=1006537689314816897"
    }
  },
  {
    "follower" : {
      "accountId" : "1311339586048517477",
      "userLink" : "https://twitter.com/intent/user?user_id=1311339586048517477"
    }
  },
  {
    "follower" : {
      "accountId" : "832984750273140095",
      "userLink" : "https://twitter.com/intent/user?user_id=832984750273140095"
    }
  },
  {
    "follower" : {
      "accountId" : "1237039709733918385",
      "userLink" : "https://twitter.com/intent/user?user_id=1237039709733918385"
    }
  },
  {
    "follower" : {
      "accountId" : "1608028612212308693",
      "userLink" : "https://twitter.com/intent/user?user_id=1608028612212308693"
    }
  },
  {
    "follower" : {
      "accountId" : "1031938027159775840",
      "userLink" : "https://twitter.com/intent/user?user_id=1031938027159775840"
    }
  },
  {
    "follower" : {
      "accountId" : "892571647993143122",
      "userLink" : "https://twitter.com/intent/user?user_id=892571647993143122"
    }
  },
  {
    "follower" : {
      "accountId" : "1507055549506947441",
      "userLink" : "https://twitter.com/intent/user?user_id=1507055549506947441"
    }
  },
  {
    "follower" : {
      "accountId" : "730767483721791359",
      "userLink" : "https://twitter.com/intent/user?user_id=730767483721791359"
    }
  },
  {
    "follower" : {
      "accountId" : "1781198760448216238",
      "userLink" : "https://twitter.com/intent/user?user_id=1781198760448216238"
    }
  },
  {
    "follower" : {
      "accountId" : "883019856024019949",
      "userLink" : "https://twitter.com/intent/user?user_id=883019856024019949"
    }
  },
  {
    "follower" : {
      "accountId" : "1630353922530339817",
      "userLink" : "https://twitter.com/intent/user?user_id=1630353922530339817"
    }
  },
  {
    "follower" : {
      "accountId" : "1007650035024296428",
      "userLink" : "https://twitter.com/intent/user?user_id=1007650035024296428"
    }
  },
  {
    "follower" : {
      "accountId" : "878032308063334046",
      "userLink" : "https://twitter.com/intent/user?user_id=878032308063334046"
    }
  },
  {
    "follower" : {
      "accountId" : "928193673432452254",
      "userLink" : "https://twitter.com/intent/user?user_id=928193673432452254"
    }
  },
  {
    "follower" : {
      "accountId" : "1819156576900319941",
      "userLink" : "https://twitter.com/intent/user?user_id=1819156576900319941"
    }
  },
  {
    "follower" : {
      "accountId" : "1567939137697203178",
      "userLink" : "https://twitter.com/intent/user?user_id=1567939137697203178"
    }
  },
  {
    "follower" : {
      "accountId" : "1541848346186224672",
      "userLink" : "https://twitter.com/intent/user?user_id=1541848346186224672"
    }
  },
  {
    "follower" : {
      "accountId" : "1367676375559807526",
      "userLink" : "https://twitter.com/intent/user?user_id=1367676375559807526"
    }
  },
  {
    "follower" : {
      "accountId" : "1638004738818213007",
      "userLink" : "https://twitter.com/intent/user?user_id=1638004738818213007"
    }
  },
  {
    "follower" : {
      "accountId" : "1809993737449980055",
      "userLink" : "https://twitter.com/intent/user?user_id=1809993737449980055"
    }
  },
  {
    "follower" : {
      "accountId" : "1723726684844470528",
      "userLink" : "https://twitter.com/intent/user?user_id=1723726684844470528"
    }
  },
  {
    "follower" : {
      "accountId" : "1794851963456484213",
      "userLink" : "https://twitter.com/intent/user?user_id=1794851963456484213"
    }
  },
  {
    "follower" : {
      "accountId" : "765108496307498654",
      "userLink" : "https://twitter.com/intent/user?user_id=765108496307498654"
    }
  },
  {
    "follower" : {
      "accountId" : "1134593719745176142",
      "userLink" : "https://twitter.com/intent/user?user_id=1134593719745176142"
    }
  },
  {
    "follower" : {
      "accountId" : "1296782197091814265",
      "userLink" : "https://twitter.com/intent/user?user_id=1296782197091814265"
    }
  },
  {
    "follower" : {
      "accountId" : "872786222380980635",
      "userLink" : "https://twitter.com/intent/user?user_id=872786222380980635"
    }
  },
  {
    "follower" : {
      "accountId" : "1053535952430373397",
      "userLink" : "https://twitter.com/intent/user?user_id=1053535952430373397"
    }
  },
  {
    "follower" : {
      "accountId" : "1673873963254767930",
      "userLink" : "https://twitter.com/intent/user?user_id=1673873963254767930"
    }
  },
  {
    "follower" : {
      "accountId" : "1213806234924672193",
      "userLink" : "https://twitter.com/intent/user?user_id=1213806234924672193"
    }
  },
  {
    "follower" : {
      "accountId" : "1725172095969912750",
      "userLink" : "https://twitter.com/intent/user?user_id=1725172095969912750"
    }
  },
  {
    "follower" : {
      "accountId" : "784531053351737772",
      "userLink" : "https://twitter.com/intent/user?user_id=784531053351737772"
    }
  },
  {
    "follower" : {
      "accountId" : "1457559732257544276",
      "userLink" : "https://twitter.com/intent/user?user_id=1457559732257544276"
    }
  },
  {
    "follower" : {
      "accountId" : "1380017503871196817",
      "userLink" : "https://twitter.com/intent/user?user_id=1380017503871196817"
    }
  },
  {
    "follower" : {
      "accountId" : "886940171934896946",
      "userLink" : "https://twitter.com/intent/user?user_id=886940171934896946"
    }
  },
  {
    "follower" : {
      "accountId" : "1527231101841822254",
      "userLink" : "https://twitter.com/intent/user?user_id=1527231101841822254"
    }
  },
  {
    "follower" : {
      "accountId" : "835801267438736265",
      "userLink" : "https://twitter.com/intent/user?user_id=835801267438736265"
    }
  },
  {
    "follower" : {
      "accountId" : "1157487433522729059",
      "userLink" : "https://twitter.com/intent/user?user_id=1157487433522729059"
    }
  },
  {
    "follower" : {
      "accountId" : "1425899002556336995",
      "userLink" : "https://twitter.com/intent/user?user_id=1425899002556336995"
    }
  },
  {
    "follower" : {
      "accountId" : "798820228568710329",
      "userLink" : "https://twitter.com/intent/user?user_id=798820228568710329"
    }
  },
  {
    "follower" : {
      "accountId" : "1096596082642406735",
      "userLink" : "https://twitter.com/intent/user?user_id=1096596082642406735"
    }
  },
  {
    "follower" : {
      "accountId" : "1911744819409157611",
      "userLink" : "https://twitter.com/intent/user?user_id=1911744819409157611"
    }
  },
  {
    "follower" : {
      "accountId" : "1855305946065761186",
      "userLink" : "https://twitter.com/intent/user?user_id=1855305946065761186"
    }
  },
  {
    "follower" : {
      "accountId" : "710255859022125023",
      "userLink" : "https://twitter.com/intent/user?user_id=710255859022125023"
    }
  },
  {
    "follower" : {
      "accountId" : "1122536287686840143",
      "userLink" : "https://twitter.com/intent/user?user_id=1122536287686840143"
    }
  },
  {
    "follower" : {
      "accountId" : "1202867062139232703",
      "userLink" : "https://twitter.com/intent/user?user_id=1202867062139232703"
    }
  },
  {
    "follower" : {
      "accountId" : "1594139496566758815",
      "userLink" : "https://twitter.com/intent/user?user_id=1594139496566758815"
    }
  },
  {
    "follower" : {
      "accountId" : "1109537418610758858",
      "userLink" : "https://twitter.com/intent/user?user_id=1109537418610758858"
    }
  },
  {
    "follower" : {
      "accountId" : "1870341658972557539",
      "userLink" : "https://twitter.com/intent/user?user_id=1870341658972557539"
    }
  },
  {
    "follower" : {
      "accountId" : "1009010144733725341",
      "userLink" : "https://twitter.com/intent/user?user_id=1009010144733725341"
    }
  },
  {
    "follower" : {
      "accountId" : "740435483606739079",
      "userLink" : "https://twitter.com/intent/user?user_id=740435483606739079"
    }
  },
  {
    "follower" : {
      "accountId" : "1616598188411411745",
      "userLink" : "https://twitter.com/intent/user?user_id=1616598188411411745"
    }
  },
  {
    "follower" : {
      "accountId" : "759620267240931743",
      "userLink" : "https://twitter.com/intent/user?user_id=759620267240931743"
    }
  },
  {
    "follower" : {
      "accountId" : "1072211815898767785",
      "userLink" : "https://twitter.com/intent/user?user_id=1072211815898767785"
    }
  },
  {
    "follower" : {
      "accountId" : "1604799091780095521",
      "userLink" : "https://twitter.com/intent/user?user_id=1604799091780095521"
    }
  },
  {
    "follower" : {
      "accountId" : "1896272284322560530",
      "userLink" : "https://twitter.com/intent/user?user_id=1896272284322560530"
    }
  },
  {
    "follower" : {
      "accountId" : "1666472502818608207",
      "userLink" : "https://twitter.com/intent/user?user_id=1666472502818608207"
    }
  },
  {
    "follower" : {
      "accountId" : "1036590667366837640",
      "userLink" : "https://twitter.com/intent/user?user_id=1036590667366837640"
    }
  },
  {
    "follower" : {
      "accountId" : "1401427250580942463",
      "userLink" : "https://twitter.com/intent/user?user_id=1401427250580942463"
    }
  },
  {
    "follower" : {
      "accountId" : "1019694688449945808",
      "userLink" : "https://twitter.com/intent/user?user_id=1019694688449945808"
    }
  },
  {
    "follower" : {
      "accountId" : "1841049326115438442",
      "userLink" : "https://twitter.com/intent/user?user_id=1841049326115438442"
    }
  },
  {
    "follower" : {
      "accountId" : "1793166719042051484",
      "userLink" : "https://twitter.com/intent/user?user_id=1793166719042051484"
    }
  },
  {
    "follower" : {
      "accountId" : "1369460335864734561",
      "userLink" : "https://twitter.com/intent/user?user_id=1369460335864734561"
    }
  },
  {
    "follower" : {
      "accountId" : "797907664562883718",
      "userLink" : "https://twitter.com/intent/user?user_id=797907664562883718"
    }
  },
  {
    "follower" : {
      "accountId" : "911874604631229246",
      "userLink" : "https://twitter.com/intent/user?user_id=911874604631229246"
    }
  },
  {
    "follower" : {
      "accountId" : "1565027314988115242",
      "userLink" : "https://twitter.com/intent/user?user_id=1565027314988115242"
    }
  },
  {
    "follower" : {
      "accountId" : "833523471463913485",
      "userLink" : "https://twitter.com/intent/user?user_id=833523471463913485"
    }
  },
  {
    "follower" : {
      "accountId" : "1776461064083973563",
      "userLink" : "https://twitter.com/intent/user?user_id=1776461064083973563"
    }
  },
  {
    "follower" : {
      "accountId" : "1753887814681325922",
      "userLink" : "https://twitter.com/intent/user?user_id=1753887814681325922"
    }
  },
  {
    "follower" : {
      "accountId" : "1903062689646876603",
      "userLink" : "https://twitter.com/intent/user?user_id=1903062689646876603"
    }
  },
  {
    "follower" : {
      "accountId" : "929689574512525492",
      "userLink" : "https://twitter.com/intent/user?user_id=929689574512525492"
    }
  },
  {
    "follower" : {
      "accountId" : "1533745181454055025",
      "userLink" : "https://twitter.com/intent/user?user_id=1533745181454055025"
    }
  },
  {
    "follower" : {
      "accountId" : "1643822381366815023",
      "userLink" : "https://twitter.com/intent/user?user_id=1643822381366815023"
    }
  },
  {
    "follower" : {
      "accountId" : "1546766218309815472",
      "userLink" : "https://twitter.com/intent/user?user_id=1546766218309815472"
    }
  },
  {
    "follower" : {
      "accountId" : "764959243770106182",
      "userLink" : "https://twitter.com/intent/user?user_id=764959243770106182"
    }
  },
  {
    "follower" : {
      "accountId" : "1248896480445344819",
      "userLink" : "https://twitter.com/intent/user?user_id=1248896480445344819"
    }
  },
  {
    "follower" : {
      "accountId" : "1105228427461877832",
      "userLink" : "https://twitter.com/intent/user?user_id=1105228427461877832"
    }
  },
  {
    "follower" : {
      "accountId" : "1681962274993455549",
      "userLink" : "https://twitter.com/intent/user?user_id=1681962274993455549"
    }
  },
  {
    "follower" : {
      "accountId" : "1831559310899994573",
      "userLink" : "https://twitter.com/intent/user?user_id=1831559310899994573"
    }
  },
  {
    "follower" : {
      "accountId" : "868620324737095547",
      "userLink" : "https://twitter.com/intent/user?user_id=868620324737095547"
    }
  },
  {
    "follower" : {
      "accountId" : "1709531566834135186",
      "userLink" : "https://twitter.com/intent/user?user_id=1709531566834135186"
    }
  },
  {
    "follower" : {
      "accountId" : "875654620589698571",
      "userLink" : "https://twitter.com/intent/user?user_id=875654620589698571"
    }
  },
  {
    "follower" : {
      "accountId" : "1226149954885947545",
      "userLink" : "https://twitter.com/intent/user?user_id=1226149954885947545"
    }
  },
  {
    "follower" : {
      "accountId" : "1304073711465538526",
      "userLink" : "https://twitter.com/intent/user?user_id=1304073711465538526"
    }
  },
  {
    "follower" : {
      "accountId" : "1053418283151620644",
      "userLink" : "https://twitter.com/intent/user?user_id=1053418283151620644"
    }
  },
  {
    "follower" : {
      "accountId" : "740118996102282453",
      "userLink" : "https://twitter.com/intent/user?user_id=740118996102282453"
    }
  },
  {
    "follower" : {
      "accountId" : "1922165894556516782",
      "userLink" : "https://twitter.com/intent/user?user_id=1922165894556516782"
    }
  },
  {
    "follower" : {
      "accountId" : "1105579079772915978",
      "userLink" : "https://twitter.com/intent/user?user_id=1105579079772915978"
    }
  },
  {
    "follower" : {
      "accountId" : "1565508748677930470",
      "userLink" : "https://twitter.com/intent/user?user_id=1565508748677930470"
    }
  },
  {
    "follower" : {
      "accountId" : "1741335431759992567",
      "userLink" : "https://twitter.com/intent/user?user_id=1741335431759992567"
    }
  },
  {
    "follower" : {
      "accountId" : "965426781039587040",
      "userLink" : "https://twitter.com/intent/user?user_id=965426781039587040"
    }
  },
  {
    "follower" : {
      "accountId" : "1307882189722288262",
      "userLink" : "https://twitter.com/intent/user?user_id=1307882189722288262"
    }
  },
  {
    "follower" : {
      "accountId" : "1235622917087755828",
      "userLink" : "https://twitter.com/intent/user?user_id=1235622917087755828"
    }
  },
  {
    "follower" : {
      "accountId" : "1359402227811263619",
      "userLink" : "https://twitter.com/intent/user?user_id=1359402227811263619"
    }
  },
  {
    "follower" : {
      "accountId" : "1700042788856613244",
      "userLink" : "https://twitter.com/intent/user?user_id=1700042788856613244"
    }
  },
  {
    "follower" : {
      "accountId" : "887306546108340850",
      "userLink" : "https://twitter.com/intent/user?user_id=887306546108340850"
    }
  },
  {
    "follower" : {
      "accountId" : "1045192925894370161",
      "userLink" : "https://twitter.com/intent/user?user_id=1045192925894370161"
    }
  },
  {
    "follower" : {
      "accountId" : "1724679617879149613",
      "userLink" : "https://twitter.com/intent/user?user_id=1724679617879149613"
    }
  },
  {
    "follower" : {
      "accountId" : "792776191781025703",
      "userLink" : "https://twitter.com/intent/user?user_id=792776191781025703"
    }
  },
  {
    "follower" : {
      "accountId" : "1690050770591410081",
      "userLink" : "https://twitter.com/intent/user?user_id=1690050770591410081"
    }
  },
  {
    "follower" : {
      "accountId" : "1424523548615577725",
      "userLink" : "https://twitter.com/intent/user?user_id=1424523548615577725"
    }
  },
  {
    "follower" : {
      "accountId" : "1864068116827642554",
      "userLink" : "https://twitter.com/intent/user?user_id=1864068116827642554"
    }
  },
  {
    "follower" : {
      "accountId" : "1641633433596909590",
      "userLink" : "https://twitter.com/intent/user?user_id=1641633433596909590"
    }
  },
  {
    "follower" : {
      "accountId" : "1897273378170073378",
      "userLink" : "https://twitter.com/intent/user?user_id=1897273378170073378"
    }
  },
  {
    "follower" : {
      "accountId" : "1504972431854874469",
      "userLink" : "https://twitter.com/intent/user?user_id=1504972431854874469"
    }
  },
  {
    "follower" : {
      "accountId" : "912603670419990847",
      "userLink" : "https://twitter.com/intent/user?user_id=912603670419990847"
    }
  },
  {
    "follower" : {
      "accountId" : "982646450765855557",
      "userLink" : "https://twitter.com/intent/user?user_id=982646450765855557"
    }
  },
  {
    "follower" : {
      "accountId" : "1486321748531354018",
      "userLink" : "https://twitter.com/intent/user?user_id=1486321748531354018"
    }
  },
  {
    "follower" : {
      "accountId" : "840939123691789722",
      "userLink" : "https://twitter.com/intent/user?user_id=840939123691789722"
    }
  },
  {
    "follower" : {
      "accountId" : "1099380957728993283",
      "userLink" : "https://twitter.com/intent/user?user_id=1099380957728993283"
    }
  },
  {
    "follower" : {
      "accountId" : "726056258703962953",
      "userLink" : "https://twitter.com/intent/user?user_id=726056258703962953"
    }
  },
  {
    "follower" : {
      "accountId" : "1636058582704395401",
      "userLink" : "https://twitter.com/intent/user?user_id=1636058582704395401"
    }
  },
  {
    "follower" : {
      "accountId" : "1458306413001379349",
      "userLink" : "https://twitter.com/intent/user?user_id=1458306413001379349"
    }
  },
  {
    "follower" : {
      "accountId" : "1247566016130528882",
      "userLink" : "https://twitter.com/intent/user?user_id=1247566016130528882"
    }
  },
  {
    "follower" : {
      "accountId" : "1582849360054449559",
      "userLink" : "https://twitter.com/intent/user?user_id=1582849360054449559"
    }
  },
  {
    "follower" : {
      "accountId" : "801621912732360972",
      "userLink" : "https://twitter.com/intent/user?user_id=801621912732360972"
    }
  },
  {
    "follower" : {
      "accountId" : "747472950472452768",
      "userLink" : "https://twitter.com/intent/user?user_id=747472950472452768"
    }
  },
  {
    "follower" : {
      "accountId" : "1451368249354213948",
      "userLink" : "https://twitter.com/intent/user?user_id=1451368249354213948"
    }
  },
  {
    "follower" : {
      "accountId" : "1571660360628662083",
      "userLink" : "https://twitter.com/intent/user?user_id=1571660360628662083"
    }
  },
  {
    "follower" : {
      "accountId" : "1271323286974673607",
      "userLink" : "https://twitter.com/intent/user?user_id=1271323286974673607"
    }
  },
  {
    "follower" : {
      "accountId" : "846252745389760439",
      "userLink" : "https://twitter.com/intent/user?user_id=846252745389760439"
    }
  },
  {
    "follower" : {
      "accountId" : "1852414288796773015",
      "userLink" : "https://twitter.com/intent/user?user_id=1852414288796773015"
    }
  },
  {
    "follower" : {
      "accountId" : "761433078779709942",
      "userLink" : "https://twitter.com/intent/user?user_id=761433078779709942"
    }
  },
  {
    "follower" : {
      "accountId" : "1793133777304366763",
      "userLink" : "https://twitter.com/intent/user?user_id=1793133777304366763"
    }
  },
  {
    "follower" : {
      "accountId" : "1357030953726679724",
      "userLink" : "https://twitter.com/intent/user?user_id=1357030953726679724"
    }
  },
  {
    "follower" : {
      "accountId" : "718879912608638965",
      "userLink" : "https://twitter.com/intent/user?user_id=718879912608638965"
    }
  },
  {
    "follower" : {
      "accountId" : "895188493506780290",
      "userLink" : "https://twitter.com/intent/user?user_id=895188493506780290"
    }
  },
  {
    "follower" : {
      "accountId" : "1413364012330451302",
      "userLink" : "https://twitter.com/intent/user?user_id=1413364012330451302"
    }
  },
  {
    "follower" : {
      "accountId" : "945184948919655191",
      "userLink" : "https://twitter.com/intent/user?user_id=945184948919655191"
    }
  },
  {
    "follower" : {
      "accountId" : "1370089694784968152",
      "userLink" : "https://twitter.com/intent/user?user_id=1370089694784968152"
    }
  },
  {
    "follower" : {
      "accountId" : "1577535619703451699",
      "userLink" : "https://twitter.com/intent/user?user_id=1577535619703451699"
    }
  },
  {
    "follower" : {
      "accountId" : "1284237303155743522",
      "userLink" : "https://twitter.com/intent/user?user_id=1284237303155743522"
    }
  },
  {
    "follower" : {
      "accountId" : "1174443577311515545",
      "userLink" : "https://twitter.com/intent/user?user_id=1174443577311515545"
    }
  },
  {
    "follower" : {
      "accountId" : "1849337614864155903",
      "userLink" : "https://twitter.com/intent/user?user_id=1849337614864155903"
    }
  },
  {
    "follower" : {
      "accountId" : "832844909253386452",
      "userLink" : "https://twitter.com/intent/user?user_id=832844909253386452"
    }
  },
  {
    "follower" : {
      "accountId" : "1888206794192304964",
      "userLink" : "https://twitter.com/intent/user?user_id=1888206794192304964"
    }
  },
  {
    "follower" : {
      "accountId" : "1248520631281276064",
      "userLink" : "https://twitter.com/intent/user?user_id=1248520631281276064"
    }
  },
  {
    "follower" : {
      "accountId" : "1006633209093571190",
      "userLink" : "https://twitter.com/intent/user?user_id=1006633209093571190"
    }
  },
  {
    "follower" : {
      "accountId" : "1326097614414712485",
      "userLink" : "https://twitter.com/intent/user?user_id=1326097614414712485"
    }
  },
  {
    "follower" : {
      "accountId" : "1744244890863651852",
      "userLink" : "https://twitter.com/intent/user?user_id=1744244890863651852"
    }
  },
  {
    "follower" : {
      "accountId" : "1660657514382104105",
      "userLink" : "https://twitter.com/intent/user?user_id=1660657514382104105"
    }
  },
  {
    "follower" : {
      "accountId" : "1310300448351516310",
      "userLink" : "https://twitter.com/intent/user?user_id=1310300448351516310"
    }
  },
  {
    "follower" : {
      "accountId" : "1761098467617758411",
      "userLink" : "https://twitter.com/intent/user?user_id=1761098467617758411"
    }
  },
  {
    "follower" : {
      "accountId" : "1829817139264057823",
      "userLink" : "https://twitter.com/intent/user?user_id=1829817139264057823"
    }
  },
  {
    "follower" : {
      "accountId" : "967587523483486458",
      "userLink" : "https://twitter.com/intent/user?user_id=967587523483486458"
    }
  },
  {
    "follower" : {
      "accountId" : "1249066047275619789",
      "userLink" : "https://twitter.com/intent/user?user_id=1249066047275619789"
    }
  },
  {
    "follower" : {
      "accountId" : "1381817837028453045",
      "userLink" : "https://twitter.com/intent/user?user_id=1381817837028453045"
    }
  },
  {
    "follower" : {
      "accountId" : "1755953676236631427",
      "userLink" : "https://twitter.com/intent/user?user_id=1755953676236631427"
    }
  },
  {
    "follower" : {
      "accountId" : "1272875984515068321",
      "userLink" : "https://twitter.com/intent/user?user_id=1272875984515068321"
    }
  },
  {
    "follower" : {
      "accountId" : "1259454700531734147",
      "userLink" : "https://twitter.com/intent/user?user_id=1259454700531734147"
    }
  },
  {
    "follower" : {
      "accountId" : "985530042660168470",
      "userLink" : "https://twitter.com/intent/user?user_id=985530042660168470"
    }
  },
  {
    "follower" : {
      "accountId" : "1852378315673061611",
      "userLink" : "https://twitter.com/intent/user?user_id=1852378315673061611"
    }
  },
  {
    "follower" : {
      "accountId" : "881587413758312090",
      "userLink" : "https://twitter.com/intent/user?user_id=881587413758312090"
    }
  },
  {
    "follower" : {
      "accountId" : "1827311679384118200",
      "userLink" : "https://twitter.com/intent/user?user_id=1827311679384118200"
    }
  },
  {
    "follower" : {
      "accountId" : "1134832749050063683",
      "userLink" : "https://twitter.com/intent/user?user_id=1134832749050063683"
    }
  },
  {
    "follower" : {
      "accountId" : "1717923900592411699",
      "userLink" : "https://twitter.com/intent/user?user_id=1717923900592411699"
    }
  },
  {
    "follower" : {
      "accountId" : "1404041698740936939",
      "userLink" : "https://twitter.com/intent/user?user_id=1404041698740936939"
    }
  },
  {
    "follower" : {
      "accountId" : "741611451791120070",
      "userLink" : "https://twitter.com/intent/user?user_id=741611451791120070"
    }
  },
  {
    "follower" : {
      "accountId" : "961656741804869610",
      "userLink" : "https://twitter.com/intent/user?user_id=961656741804869610"
    }
  },
  {
    "follower" : {
      "accountId" : "815999061495114702",
      "userLink" : "https://twitter.com/intent/user?user_id=815999061495114702"
    }
  },
  {
    "follower" : {
      "accountId" : "1209045657368014944",
      "userLink" : "https://twitter.com/intent/user?user_id=1209045657368014944"
    }
  },
  {
    "follower" : {
      "accountId" : "749830406882026714",
      "userLink" : "https://twitter.com/intent/user?user_id=749830406882026714"
    }
  },
  {
    "follower" : {
      "accountId" : "1869371022172872670",
      "userLink" : "https://twitter.com/intent/user?user_id=1869371022172872670"
    }
  },
  {
    "follower" : {
      "accountId" : "1113578891677255032",
      "userLink" : "https://twitter.com/intent/user?user_id=1113578891677255032"
    }
  },
  {
    "follower" : {
      "accountId" : "1114975199830777362",
      "userLink" : "https://twitter.com/intent/user?user_id=1114975199830777362"
    }
  },
  {
    "follower" : {
      "accountId" : "791789382637393565",
      "userLink" : "https://twitter.com/intent/user?user_id=791789382637393565"
    }
  },
  {
    "follower" : {
      "accountId" : "1120440340928719677",
      "userLink" : "https://twitter.com/intent/user?user_id=1120440340928719677"
    }
  },
  {
    "follower" : {
      "accountId" : "1802686945276542033",
      "userLink" : "https://twitter.com/intent/user?user_id=1802686945276542033"
    }
  },
  {
    "follower" : {
      "accountId" : "1300286053597254605",
      "userLink" : "https://twitter.com/intent/user?user_id=1300286053597254605"
    }
  },
  {
    "follower" : {
      "accountId" : "1197143936265342301",
      "userLink" : "https://twitter.com/intent/user?user_id=1197143936265342301"
    }
  },
  {
    "follower" : {
      "accountId" : "970312349113263388",
      "userLink" : "https://twitter.com/intent/user?user_id=970312349113263388"
    }
  },
  {
    "follower" : {
      "accountId" : "1889975093848727159",
      "userLink" : "https://twitter.com/intent/user?user_id=1889975093848727159"
    }
  },
  {
    "follower" : {
      "accountId" : "1806370539202022164",
      "userLink" : "https://twitter.com/intent/user?user_id=1806370539202022164"
    }
  },
  {
    "follower" : {
      "accountId" : "1622386596601749067",
      "userLink" : "https://twitter.com/intent/user?user_id=1622386596601749067"
    }
  },
  {
    "follower" : {
      "accountId" : "1000023361023954116",
      "userLink" : "https://twitter.com/intent/user?user_id=1000023361023954116"
    }
  },
  {
    "follower" : {
      "accountId" : "1674628635579182156",
      "userLink" : "https://twitter.com/intent/user?user_id=1674628635579182156"
    }
  },
  {
    "follower" : {
      "accountId" : "1493209561094524450",
      "userLink" : "https://twitter.com/intent/user?user_id=1493209561094524450"
    }
  },
  {
    "follower" : {
      "accountId" : "755263640335048364",
      "userLink" : "https://twitter.com/intent/user?user_id=755263640335048364"
    }
  },
  {
    "follower" : {
      "accountId" : "1479658597963820881",
      "userLink" : "https://twitter.com/intent/user?user_id=1479658597963820881"
    }
  },
  {
    "follower" : {
      "accountId" : "1182274387922752948",
      "userLink" : "https://twitter.com/intent/user?user_id=1182274387922752948"
    }
  },
  {
    "follower" : {
      "accountId" : "1465714933124489635",
      "userLink" : "https://twitter.com/intent/user?user_id=1465714933124489635"
    }
  },
  {
    "follower" : {
      "accountId" : "904361566225996043",
      "userLink" : "https://twitter.com/intent/user?user_id=904361566225996043"
    }
  },
  {
    "follower" : {
      "accountId" : "1839233663654727861",
      "userLink" : "https://twitter.com/intent/user?user_id=1839233663654727861"
    }
  },
  {
    "follower" : {
      "accountId" : "1692109119851209173",
      "userLink" : "https://twitter.com/intent/user?user_id=1692109119851209173"
    }
  },
  {
    "follower" : {
      "accountId" : "1320623393062315645",
      "userLink" : "https://twitter.com/intent/user?user_id=1320623393062315645"
    }
  },
  {
    "follower" : {
      "accountId" : "873120759292456671",
      "userLink" : "https://twitter.com/intent/user?user_id=873120759292456671"
    }
  },
  {
    "follower" : {
      "accountId" : "1175778583226359370",
      "userLink" : "https://twitter.com/intent/user?user_id=1175778583226359370"
    }
  },
  {
    "follower" : {
      "accountId" : "1898068473252772869",
      "userLink" : "https://twitter.com/intent/user?user_id=1898068473252772869"
    }
  },
  {
    "follower" : {
      "accountId" : "971764209094495259",
      "userLink" : "https://twitter.com/intent/user?user_id=971764209094495259"
    }
  },
  {
    "follower" : {
      "accountId" : "1705128139626620728",
      "userLink" : "https://twitter.com/intent/user?user_id=1705128139626620728"
    }
  },
  {
    "follower" : {
      "accountId" : "1663967447492347743",
      "userLink" : "https://twitter.com/intent/user?user_id=1663967447492347743"
    }
  },
  {
    "follower" : {
      "accountId" : "1317690909849905088",
      "userLink" : "https://twitter.com/intent/user?user_id=1317690909849905088"
    }
  },
  {
    "follower" : {
      "accountId" : "1388593846063320205",
      "userLink" : "https://twitter.com/intent/user?user_id=1388593846063320205"
    }
  },
  {
    "follower" : {
      "accountId" : "756622494386366880",
      "userLink" : "https://twitter.com/intent/user?user_id=756622494386366880"
    }
  },
  {
    "follower" : {
      "accountId" : "1212812545774150079",
      "userLink" : "https://twitter.com/intent/user?user_id=1212812545774150079"
    }
  },
  {
    "follower" : {
      "accountId" : "727919587552651203",
      "userLink" : "https://twitter.com/intent/user?user_id=727919587552651203"
    }
  },
  {
    "follower" : {
      "accountId" : "1176291812012993385",
      "userLink" : "https://twitter.com/intent/user?user_id=1176291812012993385"
    }
  },
  {
    "follower" : {
      "accountId" : "1796663302380653274",
      "userLink" : "https://twitter.com/intent/user?user_id=1796663302380653274"
    }
  },
  {
    "follower" : {
      "accountId" : "1187142682894751479",
      "userLink" : "https://twitter.com/intent/user?user_id=1187142682894751479"
    }
  },
  {
    "follower" : {
      "accountId" : "751573870823578625",
      "userLink" : "https://twitter.com/intent/user?user_id=751573870823578625"
    }
  },
  {
    "follower" : {
      "accountId" : "1879248335404004037",
      "userLink" : "https://twitter.com/intent/user?user_id=1879248335404004037"
    }
  },
  {
    "follower" : {
      "accountId" : "1613710129296938848",
      "userLink" : "https://twitter.com/intent/user?user_id=1613710129296938848"
    }
  },
  {
    "follower" : {
      "accountId" : "806199045179124542",
      "userLink" : "https://twitter.com/intent/user?user_id=806199045179124542"
    }
  },
  {
    "follower" : {
      "accountId" : "1538827148227367601",
      "userLink" : "https://twitter.com/intent/user?user_id=1538827148227367601"
    }
  },
  {
    "follower" : {
      "accountId" : "1719916523067477459",
      "userLink" : "https://twitter.com/intent/user?user_id=1719916523067477459"
    }
  },
  {
    "follower" : {
      "accountId" : "880260557020435269",
      "userLink" : "https://twitter.com/intent/user?user_id=880260557020435269"
    }
  },
  {
    "follower" : {
      "accountId" : "825892314404245375",
      "userLink" : "https://twitter.com/intent/user?user_id=825892314404245375"
    }
  },
  {
    "follower" : {
      "accountId" : "1422306312123525008",
      "userLink" : "https://twitter.com/intent/user?user_id=1422306312123525008"
    }
  },
  {
    "follower" : {
      "accountId" : "1521641841439338650",
      "userLink" : "https://twitter.com/intent/user?user_id=1521641841439338650"
    }
  },
  {
    "follower" : {
      "accountId" : "841996285309376236",
      "userLink" : "https://twitter.com/intent/user?user_id=841996285309376236"
    }
  },
  {
    "follower" : {
      "accountId" : "1606962987762291801",
      "userLink" : "https://twitter.com/intent/user?user_id=1606962987762291801"
    }
  },
  {
    "follower" : {
      "accountId" : "1033655911791372671",
      "userLink" : "https://twitter.com/intent/user?user_id=1033655911791372671"
    }
  },
  {
    "follower" : {
      "accountId" : "1682040566091857810",
      "userLink" : "https://twitter.com/intent/user?user_id=1682040566091857810"
    }
  },
  {
    "follower" : {
      "accountId" : "1190338565845447548",
      "userLink" : "https://twitter.com/intent/user?user_id=1190338565845447548"
    }
  },
  {
    "follower" : {
      "accountId" : "1766815270560148307",
      "userLink" : "https://twitter.com/intent/user?user_id=1766815270560148307"
    }
  },
  {
    "follower" : {
      "accountId" : "795694732050745492",
      "userLink" : "https://twitter.com/intent/user?user_id=795694732050745492"
    }
  },
  {
    "follower" : {
      "accountId" : "1706955862169032792",
      "userLink" : "https://twitter.com/intent/user?user_id=1706955862169032792"
    }
  },
  {
    "follower" : {
      "accountId" : "1005938525647403924",
      "userLink" : "https://twitter.com/intent/user?user_id=1005938525647403924"
    }
  },
  {
    "follower" : {
      "accountId" : "1885982754044381254",
      "userLink" : "https://twitter.com/intent/user?user_id=1885982754044381254"
    }
  },
  {
    "follower" : {
      "accountId" : "1529312751695059038",
      "userLink" : "https://twitter.com/intent/user?user_id=1529312751695059038"
    }
  },
  {
    "follower" : {
      "accountId" : "908438672160156669",
      "userLink" : "https://twitter.com/intent/user?user_id=908438672160156669"
    }
  },
  {
    "follower" : {
      "accountId" : "1598690040800342315",
      "userLink" : "https://twitter.com/intent/user?user_id=1598690040800342315"
    }
  },
  {
    "follower" : {
      "accountId" : "1352629706647976016",
      "userLink" : "https://twitter.com/intent/user?user_id=1352629706647976016"
    }
  },
  {
    "follower" : {
      "accountId" : "1311358469841292234",
      "userLink" : "https://twitter.com/intent/user?user_id=1311358469841292234"
    }
  },
  {
    "follower" : {
      "accountId" : "858268002611437209",
      "userLink" : "https://twitter.com/intent/user?user_id=858268002611437209"
    }
  },
  {
    "follower" : {
      "accountId" : "1640981802247233764",
      "userLink" : "https://twitter.com/intent/user?user_id=1640981802247233764"
    }
  },
  {
    "follower" : {
      "accountId" : "1505777191410485266",
      "userLink" : "https://twitter.com/intent/user?user_id=1505777191410485266"
    }
  },
  {
    "follower" : {
      "accountId" : "739960541385482827",
      "userLink" : "https://twitter.com/intent/user?user_id=739960541385482827"
    }
  },
  {
    "follower" : {
      "accountId" : "1163620244880328121",
      "userLink" : "https://twitter.com/intent/user?user_id=1163620244880328121"
    }
  },
  {
    "follower" : {
      "accountId" : "1296583246190037219",
      "userLink" : "https://twitter.com/intent/user?user_id=1296583246190037219"
    }
  },
  {
    "follower" : {
      "accountId" : "1229847178938260419",
      "userLink" : "https://twitter.com/intent/user?user_id=1229847178938260419"
    }
  },
  {
    "follower" : {
      "accountId" : "1459956569554137833",
      "userLink" : "https://twitter.com/intent/user?user_id=1459956569554137833"
    }
  },
  {
    "follower" : {
      "accountId" : "1765995716686147531",
      "userLink" : "https://twitter.com/intent/user?user_id=1765995716686147531"
    }
  },
  {
    "follower" : {
      "accountId" : "1610467942387374647",
      "userLink" : "https://twitter.com/intent/user?user_id=1610467942387374647"
    }
  },
  {
    "follower" : {
      "accountId" : "987620776899387643",
      "userLink" : "https://twitter.com/intent/user?user_id=987620776899387643"
    }
  },
  {
    "follower" : {
      "accountId" : "1782807893915181497",
      "userLink" : "https://twitter.com/intent/user?user_id=1782807893915181497"
    }
  },
  {
    "follower" : {
      "accountId" : "1077418556813322771",
      "userLink" : "https://twitter.com/intent/user?user_id=1077418556813322771"
    }
  },
  {
    "follower" : {
      "accountId" : "1781097728981448959",
      "userLink" : "https://twitter.com/intent/user?user_id=1781097728981448959"
    }
  },
  {
    "follower" : {
      "accountId" : "912484029164943706",
      "userLink" : "https://twitter.com/intent/user?user_id=912484029164943706"
    }
  },
  {
    "follower" : {
      "accountId" : "1712863868910454153",
      "userLink" : "https://twitter.com/intent/user?user_id=1712863868910454153"
    }
  },
  {
    "follower" : {
      "accountId" : "892130373514805340",
      "userLink" : "https://twitter.com/intent/user?user_id=892130373514805340"
    }
  },
  {
    "follower" : {
      "accountId" : "1155358272439422160",
      "userLink" : "https://twitter.com/intent/user?user_id=1155358272439422160"
    }
  },
  {
    "follower" : {
      "accountId" : "1157907086333950050",
      "userLink" : "https://twitter.com/intent/user?user_id=1157907086333950050"
    }
  },
  {
    "follower" : {
      "accountId" : "1125234363989003906",
      "userLink" : "https://twitter.com/intent/user?user_id=1125234363989003906"
    }
  },
  {
    "follower" : {
      "accountId" : "1865632749814414016",
      "userLink" : "https://twitter.com/intent/user?user_id=1865632749814414016"
    }
  },
  {
    "follower" : {
      "accountId" : "737070397116237998",
      "userLink" : "https://twitter.com/intent/user?user_id=737070397116237998"
    }
  },
  {
    "follower" : {
      "accountId" : "1212203213522183092",
      "userLink" : "https://twitter.com/intent/user?user_id=1212203213522183092"
    }
  },
  {
    "follower" : {
      "accountId" : "1101225960154171532",
      "userLink" : "https://twitter.com/intent/user?user_id=1101225960154171532"
    }
  },
  {
    "follower" : {
      "accountId" : "1169624561401238307",
      "userLink" : "https://twitter.com/intent/user?user_id=1169624561401238307"
    }
  },
  {
    "follower" : {
      "accountId" : "1160632880679871910",
      "userLink" : "https://twitter.com/intent/user?user_id=1160632880679871910"
    }
  },
  {
    "follower" : {
      "accountId" : "1271849079646563239",
      "userLink" : "https://twitter.com/intent/user?user_id=1271849079646563239"
    }
  },
  {
    "follower" : {
      "accountId" : "1642227729118611631",
      "userLink" : "https://twitter.com/intent/user?user_id=1642227729118611631"
    }
  },
  {
    "follower" : {
      "accountId" : "1282256194971598473",
      "userLink" : "https://twitter.com/intent/user?user_id=1282256194971598473"
    }
  },
  {
    "follower" : {
      "accountId" : "830275909397647662",
      "userLink" : "https://twitter.com/intent/user?user_id=830275909397647662"
    }
  },
  {
    "follower" : {
      "accountId" : "1778739140540300581",
      "userLink" : "https://twitter.com/intent/user?user_id=1778739140540300581"
    }
  },
  {
    "follower" : {
      "accountId" : "1668605267782858680",
      "userLink" : "https://twitter.com/intent/user?user_id=1668605267782858680"
    }
  },
  {
    "follower" : {
      "accountId" : "1778044694667118454",
      "userLink" : "https://twitter.com/intent/user?user_id=1778044694667118454"
    }
  },
  {
    "follower" : {
      "accountId" : "1895915321863517368",
      "userLink" : "https://twitter.com/intent/user?user_id=1895915321863517368"
    }
  },
  {
    "follower" : {
      "accountId" : "1424663993370856371",
      "userLink" : "https://twitter.com/intent/user?user_id=1424663993370856371"
    }
  },
  {
    "follower" : {
      "accountId" : "1596655548011825147",
      "userLink" : "https://twitter.com/intent/user?user_id=1596655548011825147"
    }
  },
  {
    "follower" : {
      "accountId" : "1642794525966951189",
      "userLink" : "https://twitter.com/intent/user?user_id=1642794525966951189"
    }
  },
  {
    "follower" : {
      "accountId" : "1427812600982053827",
      "userLink" : "https://twitter.com/intent/user?user_id=1427812600982053827"
    }
  },
  {
    "follower" : {
      "accountId" : "1854280872273944105",
      "userLink" : "https://twitter.com/intent/user?user_id=1854280872273944105"
    }
  },
  {
    "follower" : {
      "accountId" : "1118314394056961103",
      "userLink" : "https://twitter.com/intent/user?user_id=1118314394056961103"
    }
  },
  {
    "follower" : {
      "accountId" : "1230215892965307035",
      "userLink" : "https://twitter.com/intent/user?user_id=1230215892965307035"
    }
  },
  {
    "follower" : {
      "accountId" : "1071168723340963244",
      "userLink" : "https://twitter.com/intent/user?user_id=1071168723340963244"
    }
  },
  {
    "follower" : {
      "accountId" : "1897142646739550244",
      "userLink" : "https://twitter.com/intent/user?user_id=1897142646739550244"
    }
  },
  {
    "follower" : {
      "accountId" : "1406298482129549644",
      "userLink" : "https://twitter.com/intent/user?user_id=1406298482129549644"
    }
  },
  {
    "follower" : {
      "accountId" : "984421412232696520",
      "userLink" : "https://twitter.com/intent/user?user_id=984421412232696520"
    }
  },
  {
    "follower" : {
      "accountId" : "1187927831094557232",
      "userLink" : "https://twitter.com/intent/user?user_id=1187927831094557232"
    }
  },
  {
    "follower" : {
      "accountId" : "1840700052810179171",
      "userLink" : "https://twitter.com/intent/user?user_id=1840700052810179171"
    }
  },
  {
    "follower" : {
      "accountId" : "1396275003251002003",
      "userLink" : "https://twitter.com/intent/user?user_id=1396275003251002003"
    }
  },
  {
    "follower" : {
      "accountId" : "1834592799238976229",
      "userLink" : "https://twitter.com/intent/user?user_id=1834592799238976229"
    }
  },
  {
    "follower" : {
      "accountId" : "743140594847353745",
      "userLink" : "https://twitter.com/intent/user?user_id=743140594847353745"
    }
  },
  {
    "follower" : {
      "accountId" : "1241360560957073186",
      "userLink" : "https://twitter.com/intent/user?user_id=1241360560957073186"
    }
  },
  {
    "follower" : {
      "accountId" : "1600230930660533988",
      "userLink" : "https://twitter.com/intent/user?user_id=1600230930660533988"
    }
  },
  {
    "follower" : {
      "accountId" : "1374183569733333026",
      "userLink" : "https://twitter.com/intent/user?user_id=1374183569733333026"
    }
  },
  {
    "follower" : {
      "accountId" : "948096619037932705",
      "userLink" : "https://twitter.com/intent/user?user_id=948096619037932705"
    }
  },
  {
    "follower" : {
      "accountId" : "1875952442827946450",
      "userLink" : "https://twitter.com/intent/user?user_id=1875952442827946450"
    }
  },
  {
    "follower" : {
      "accountId" : "1655981801809879869",
      "userLink" : "https://twitter.com/intent/user?user_id=1655981801809879869"
    }
  },
  {
    "follower" : {
      "accountId" : "1163633956432662549",
      "userLink" : "https://twitter.com/intent/user?user_id=1163633956432662549"
    }
  },
  {
    "follower" : {
      "accountId" : "830379759190791996",
      "userLink" : "https://twitter.com/intent/user?user_id=830379759190791996"
    }
  },
  {
    "follower" : {
      "accountId" : "1870621191071435418",
      "userLink" : "https://twitter.com/intent/user?user_id=1870621191071435418"
    }
  },
  {
    "follower" : {
      "accountId" : "1578224721099350622",
      "userLink" : "https://twitter.com/intent/user?user_id=1578224721099350622"
    }
  },
  {
    "follower" : {
      "accountId" : "769155236720399755",
      "userLink" : "https://twitter.com/intent/user?user_id=769155236720399755"
    }
  },
  {
    "follower" : {
      "accountId" : "1635861783060310291",
      "userLink" : "https://twitter.com/intent/user?user_id=1635861783060310291"
    }
  },
  {
    "follower" : {
      "accountId" : "1646966841031233265",
      "userLink" : "https://twitter.com/intent/user?user_id=1646966841031233265"
    }
  },
  {
    "follower" : {
      "accountId" : "1280580994333801480",
      "userLink" : "https://twitter.com/intent/user?user_id=1280580994333801480"
    }
  },
  {
    "follower" : {
      "accountId" : "1045333840522981016",
      "userLink" : "https://twitter.com/intent/user?user_id=1045333840522981016"
    }
  },
  {
    "follower" : {
      "accountId" : "888126019342628581",
      "userLink" : "https://twitter.com/intent/user?user_id=888126019342628581"
    }
  },
  {
    "follower" : {
      "accountId" : "1869954580372985932",
      "userLink" : "https://twitter.com/intent/user?user_id=1869954580372985932"
    }
  },
  {
    "follower" : {
      "accountId" : "1439980148329007195",
      "userLink" : "https://twitter.com/intent/user?user_id=1439980148329007195"
    }
  },
  {
    "follower" : {
      "accountId" : "842381880325518053",
      "userLink" : "https://twitter.com/intent/user?user_id=842381880325518053"
    }
  },
  {
    "follower" : {
      "accountId" : "1902855786363334078",
      "userLink" : "https://twitter.com/intent/user?user_id=1902855786363334078"
    }
  },
  {
    "follower" : {
      "accountId" : "901282209096347323",
      "userLink" : "https://twitter.com/intent/user?user_id=901282209096347323"
    }
  },
  {
    "follower" : {
      "accountId" : "1439518643840733955",
      "userLink" : "https://twitter.com/intent/user?user_id=1439518643840733955"
    }
  },
  {
    "follower" : {
      "accountId" : "1524115759992005323",
      "userLink" : "https://twitter.com/intent/user?user_id=1524115759992005323"
    }
  },
  {
    "follower" : {
      "accountId" : "1056117695486321577",
      "userLink" : "https://twitter.com/intent/user?user_id=1056117695486321577"
    }
  },
  {
    "follower" : {
      "accountId" : "1738005141448959364",
      "userLink" : "https://twitter.com/intent/user?user_id=1738005141448959364"
    }
  },
  {
    "follower" : {
      "accountId" : "1841015207068503092",
      "userLink" : "https://twitter.com/intent/user?user_id=1841015207068503092"
    }
  },
  {
    "follower" : {
      "accountId" : "1262120636366863781",
      "userLink" : "https://twitter.com/intent/user?user_id=1262120636366863781"
    }
  },
  {
    "follower" : {
      "accountId" : "1132798134801977024",
      "userLink" : "https://twitter.com/intent/user?user_id=1132798134801977024"
    }
  },
  {
    "follower" : {
      "accountId" : "1166740284597300126",
      "userLink" : "https://twitter.com/intent/user?user_id=1166740284597300126"
    }
  },
  {
    "follower" : {
      "accountId" : "1049707938804586044",
      "userLink" : "https://twitter.com/intent/user?user_id=1049707938804586044"
    }
  },
  {
    "follower" : {
      "accountId" : "814570165161227242",
      "userLink" : "https://twitter.com/intent/user?user_id=814570165161227242"
    }
  },
  {
    "follower" : {
      "accountId" : "1809618154198624225",
      "userLink" : "https://twitter.com/intent/user?user_id=1809618154198624225"
    }
  },
  {
    "follower" : {
      "accountId" : "1366305722304811167",
      "userLink" : "https://twitter.com/intent/user?user_id=1366305722304811167"
    }
  },
  {
    "follower" : {
      "accountId" : "1475337977498121944",
      "userLink" : "https://twitter.com/intent/user?user_id=1475337977498121944"
    }
  },
  {
    "follower" : {
      "accountId" : "1733068414520245796",
      "userLink" : "https://twitter.com/intent/user?user_id=1733068414520245796"
    }
  },
  {
    "follower" : {
      "accountId" : "1134037649508327938",
      "userLink" : "https://twitter.com/intent/user?user_id=1134037649508327938"
    }
  },
  {
    "follower" : {
      "accountId" : "1175894707172988821",
      "userLink" : "https://twitter.com/intent/user?user_id=1175894707172988821"
    }
  },
  {
    "follower" : {
      "accountId" : "942270619327710030",
      "userLink" : "https://twitter.com/intent/user?user_id=942270619327710030"
    }
  },
  {
    "follower" : {
      "accountId" : "1454376333652491459",
      "userLink" : "https://twitter.com/intent/user?user_id=1454376333652491459"
    }
  },
  {
    "follower" : {
      "accountId" : "1880193383061450221",
      "userLink" : "https://twitter.com/intent/user?user_id=1880193383061450221"
    }
  },
  {
    "follower" : {
      "accountId" : "814459681719311865",
      "userLink" : "https://twitter.com/intent/user?user_id=814459681719311865"
    }
  },
  {
    "follower" : {
      "accountId" : "752811618506476765",
      "userLink" : "https://twitter.com/intent/user?user_id=752811618506476765"
    }
  },
  {
    "follower" : {
      "accountId" : "820089752402123437",
      "userLink" : "https://twitter.com/intent/user?user_id=820089752402123437"
    }
  },
  {
    "follower" : {
      "accountId" : "1343734053708272290",
      "userLink" : "https://twitter.com/intent/user?user_id=1343734053708272290"
    }
  },
  {
    "follower" : {
      "accountId" : "704879188341536500",
      "userLink" : "https://twitter.com/intent/user?user_id=704879188341536500"
    }
  },
  {
    "follower" : {
      "accountId" : "1465220690261244457",
      "userLink" : "https://twitter.com/intent/user?user_id=1465220690261244457"
    }
  },
  {
    "follower" : {
      "accountId" : "1848842519932641221",
      "userLink" : "https://twitter.com/intent/user?user_id=1848842519932641221"
    }
  },
  {
    "follower" : {
      "accountId" : "733644021198383478",
      "userLink" : "https://twitter.com/intent/user?user_id=733644021198383478"
    }
  },
  {
    "follower" : {
      "accountId" : "1047580819753886602",
      "userLink" : "https://twitter.com/intent/user?user_id=1047580819753886602"
    }
  },
  {
    "follower" : {
      "accountId" : "1641692196332182051",
      "userLink" : "https://twitter.com/intent/user?user_id=1641692196332182051"
    }
  },
  {
    "follower" : {
      "accountId" : "795427118484065349",
      "userLink" : "https://twitter.com/intent/user?user_id=795427118484065349"
    }
  },
  {
    "follower" : {
      "accountId" : "1004875019942892321",
      "userLink" : "https://twitter.com/intent/user?user_id=1004875019942892321"
    }
  },
  {
    "follower" : {
      "accountId" : "889234340304782391",
      "userLink" : "https://twitter.com/intent/user?user_id=889234340304782391"
    }
  },
  {
    "follower" : {
      "accountId" : "1719532586277819121",
      "userLink" : "https://twitter.com/intent/user?user_id=1719532586277819121"
    }
  },
  {
    "follower" : {
      "accountId" : "1159479557568129568",
      "userLink" : "https://twitter.com/intent/user?user_id=1159479557568129568"
    }
  },
  {
    "follower" : {
      "accountId" : "1845167874263070580",
      "userLink" : "https://twitter.com/intent/user?user_id=1845167874263070580"
    }
  },
  {
    "follower" : {
      "accountId" : "1488308909344461001",
      "userLink" : "https://twitter.com/intent/user?user_id=1488308909344461001"
    }
  },
  {
    "follower" : {
      "accountId" : "1068964493175224198",
      "userLink" : "https://twitter.com/intent/user?user_id=1068964493175224198"
    }
  },
  {
    "follower" : {
      "accountId" : "1860771916529542061",
      "userLink" : "https://twitter.com/intent/user?user_id=1860771916529542061"
    }
  },
  {
    "follower" : {
      "accountId" : "1817941600623909453",
      "userLink" : "https://twitter.com/intent/user?user_id=1817941600623909453"
    }
  },
  {
    "follower" : {
      "accountId" : "1705399562682872079",
      "userLink" : "https://twitter.com/intent/user?user_id=1705399562682872079"
    }
  },
  {
    "follower" : {
      "accountId" : "1315368160827960068",
      "userLink" : "https://twitter.com/intent/user?user_id=1315368160827960068"
    }
  },
  {
    "follower" : {
      "accountId" : "891746357255797711",
      "userLink" : "https://twitter.com/intent/user?user_id=891746357255797711"
    }
  },
  {
    "follower" : {
      "accountId" : "1734971335940485913",
      "userLink" : "https://twitter.com/intent/user?user_id=1734971335940485913"
    }
  },
  {
    "follower" : {
      "accountId" : "834715129295508014",
      "userLink" : "https://twitter.com/intent/user?user_id=834715129295508014"
    }
  },
  {
    "follower" : {
      "accountId" : "1555113704469962970",
      "userLink" : "https://twitter.com/intent/user?user_id=1555113704469962970"
    }
  },
  {
    "follower" : {
      "accountId" : "1203467558243860654",
      "userLink" : "https://twitter.com/intent/user?user_id=1203467558243860654"
    }
  },
  {
    "follower" : {
      "accountId" : "809874870314875751",
      "userLink" : "https://twitter.com/intent/user?user_id=809874870314875751"
    }
  },
  {
    "follower" : {
      "accountId" : "1122966839237919584",
      "userLink" : "https://twitter.com/intent/user?user_id=1122966839237919584"
    }
  },
  {
    "follower" : {
      "accountId" : "872646740641943968",
      "userLink" : "https://twitter.com/intent/user?user_id=872646740641943968"
    }
  },
  {
    "follower" : {
      "accountId" : "843384185537550771",
      "userLink" : "https://twitter.com/intent/user?user_id=843384185537550771"
    }
  },
  {
    "follower" : {
      "accountId" : "1623573066352913681",
      "userLink" : "https://twitter.com/intent/user?user_id=1623573066352913681"
    }
  },
  {
    "follower" : {
      "accountId" : "942097212252839306",
      "userLink" : "https://twitter.com/intent/user?user_id=942097212252839306"
    }
  },
  {
    "follower" : {
      "accountId" : "1646159005172510529",
      "userLink" : "https://twitter.com/intent/user?user_id=1646159005172510529"
    }
  },
  {
    "follower" : {
      "accountId" : "1542619911416815990",
      "userLink" : "https://twitter.com/intent/user?user_id=1542619911416815990"
    }
  },
  {
    "follower" : {
      "accountId" : "1763077372982748210",
      "userLink" : "https://twitter.com/intent/user?user_id=1763077372982748210"
    }
  },
  {
    "follower" : {
      "accountId" : "1388878081176352727",
      "userLink" : "https://twitter.com/intent/user?user_id=1388878081176352727"
    }
  },
  {
    "follower" : {
      "accountId" : "1260740228385277951",
      "userLink" : "https://twitter.com/intent/user?user_id=1260740228385277951"
    }
  },
  {
    "follower" : {
      "accountId" : "738701295780279422",
      "userLink" : "https://twitter.com/intent/user?user_id=738701295780279422"
    }
  },
  {
    "follower" : {
      "accountId" : "1210117714192073468",
      "userLink" : "https://twitter.com/intent/user?user_id=1210117714192073468"
    }
  },
  {
    "follower" : {
      "accountId" : "1865230921191577088",
      "userLink" : "https://twitter.com/intent/user?user_id=1865230921191577088"
    }
  },
  {
    "follower" : {
      "accountId" : "1433262036328273355",
      "userLink" : "https://twitter.com/intent/user?user_id=1433262036328273355"
    }
  },
  {
    "follower" : {
      "accountId" : "1919390676214694064",
      "userLink" : "https://twitter.com/intent/user?user_id=1919390676214694064"
    }
  },
  {
    "follower" : {
      "accountId" : "1743512895196553975",
      "userLink" : "https://twitter.com/intent/user?user_id=1743512895196553975"
    }
  },
  {
    "follower" : {
      "accountId" : "1396887884470594057",
      "userLink" : "https://twitter.com/intent/user?user_id=1396887884470594057"
    }
  },
  {
    "follower" : {
      "accountId" : "1153412215160719025",
      "userLink" : "https://twitter.com/intent/user?user_id=1153412215160719025"
    }
  },
  {
    "follower" : {
      "accountId" : "1334836399487595571",
      "userLink" : "https://twitter.com/intent/user?user_id=1334836399487595571"
    }
  },
  {
    "follower" : {
      "accountId" : "1875791582034180917",
      "userLink" : "https://twitter.com/intent/user?user_id=1875791582034180917"
    }
  },
  {
    "follower" : {
      "accountId" : "1404533967654664183",
      "userLink" : "https://twitter.com/intent/user?user_id=1404533967654664183"
    }
  },
  {
    "follower" : {
      "accountId" : "1756636281950854383",
      "userLink" : "https://twitter.com/intent/user?user_id=1756636281950854383"
    }
  },
  {
    "follower" : {
      "accountId" : "1004947222102005249",
      "userLink" : "https://twitter.com/intent/user?user_id=1004947222102005249"
    }
  },
  {
    "follower" : {
      "accountId" : "1080430703749010599",
      "userLink" : "https://twitter.com/intent/user?user_id=1080430703749010599"
    }
  },
  {
    "follower" : {
      "accountId" : "1437597765944858168",
      "userLink" : "https://twitter.com/intent/user?user_id=1437597765944858168"
    }
  },
  {
    "follower" : {
      "accountId" : "1699568485683102240",
      "userLink" : "https://twitter.com/intent/user?user_id=1699568485683102240"
    }
  },
  {
    "follower" : {
      "accountId" : "1352139226883027266",
      "userLink" : "https://twitter.com/intent/user?user_id=1352139226883027266"
    }
  },
  {
    "follower" : {
      "accountId" : "1834920867638785225",
      "userLink" : "https://twitter.com/intent/user?user_id=1834920867638785225"
    }
  },
  {
    "follower" : {
      "accountId" : "1028181454650994800",
      "userLink" : "https://twitter.com/intent/user?user_id=1028181454650994800"
    }
  },
  {
    "follower" : {
      "accountId" : "1088443919414054746",
      "userLink" : "https://twitter.com/intent/user?user_id=1088443919414054746"
    }
  },
  {
    "follower" : {
      "accountId" : "849464730773904733",
      "userLink" : "https://twitter.com/intent/user?user_id=849464730773904733"
    }
  },
  {
    "follower" : {
      "accountId" : "1431667262215298143",
      "userLink" : "https://twitter.com/intent/user?user_id=1431667262215298143"
    }
  },
  {
    "follower" : {
      "accountId" : "1597611514889700266",
      "userLink" : "https://twitter.com/intent/user?user_id=1597611514889700266"
    }
  },
  {
    "follower" : {
      "accountId" : "1876538169355693850",
      "userLink" : "https://twitter.com/intent/user?user_id=1876538169355693850"
    }
  },
  {
    "follower" : {
      "accountId" : "1657039360811108067",
      "userLink" : "https://twitter.com/intent/user?user_id=1657039360811108067"
    }
  },
  {
    "follower" : {
      "accountId" : "1732841314359329145",
      "userLink" : "https://twitter.com/intent/user?user_id=1732841314359329145"
    }
  },
  {
    "follower" : {
      "accountId" : "991979888481919971",
      "userLink" : "https://twitter.com/intent/user?user_id=991979888481919971"
    }
  },
  {
    "follower" : {
      "accountId" : "1614651250607534683",
      "userLink" : "https://twitter.com/intent/user?user_id=1614651250607534683"
    }
  },
  {
    "follower" : {
      "accountId" : "1027362317653067325",
      "userLink" : "https://twitter.com/intent/user?user_id=1027362317653067325"
    }
  },
  {
    "follower" : {
      "accountId" : "721976445055035197",
      "userLink" : "https://twitter.com/intent/user?user_id=721976445055035197"
    }
  },
  {
    "follower" : {
      "accountId" : "1576000955307999129",
      "userLink" : "https://twitter.com/intent/user?user_id=1576000955307999129"
    }
  },
  {
    "follower" : {
      "accountId" : "1292097089291283729",
      "userLink" : "https://twitter.com/intent/user?user_id=1292097089291283729"
    }
  },
  {
    "follower" : {
      "accountId" : "789992493916877497",
      "userLink" : "https://twitter.com/intent/user?user_id=789992493916877497"
    }
  },
  {
    "follower" : {
      "accountId" : "1674766773437732690",
      "userLink" : "https://twitter.com/intent/user?user_id=1674766773437732690"
    }
  },
  {
    "follower" : {
      "accountId" : "930715649592882781",
      "userLink" : "https://twitter.com/intent/user?user_id=930715649592882781"
    }
  },
  {
    "follower" : {
      "accountId" : "743560228521248007",
      "userLink" : "https://twitter.com/intent/user?user_id=743560228521248007"
    }
  },
  {
    "follower" : {
      "accountId" : "1347058265315642825",
      "userLink" : "https://twitter.com/intent/user?user_id=1347058265315642825"
    }
  },
  {
    "follower" : {
      "accountId" : "1009131770017503450",
      "userLink" : "https://twitter.com/intent/user?user_id=1009131770017503450"
    }
  },
  {
    "follower" : {
      "accountId" : "855609447301303614",
      "userLink" : "https://twitter.com/intent/user?user_id=855609447301303614"
    }
  },
  {
    "follower" : {
      "accountId" : "1624204592742231015",
      "userLink" : "https://twitter.com/intent/user?user_id=1624204592742231015"
    }
  },
  {
    "follower" : {
      "accountId" : "791347990305355061",
      "userLink" : "https://twitter.com/intent/user?user_id=791347990305355061"
    }
  },
  {
    "follower" : {
      "accountId" : "1251699367973158967",
      "userLink" : "https://twitter.com/intent/user?user_id=1251699367973158967"
    }
  },
  {
    "follower" : {
      "accountId" : "921975268618990748",
      "userLink" : "https://twitter.com/intent/user?user_id=921975268618990748"
    }
  },
  {
    "follower" : {
      "accountId" : "1813667054108062451",
      "userLink" : "https://twitter.com/intent/user?user_id=1813667054108062451"
    }
  },
  {
    "follower" : {
      "accountId" : "922286233437079551",
      "userLink" : "https://twitter.com/intent/user?user_id=922286233437079551"
    }
  },
  {
    "follower" : {
      "accountId" : "1827262214444049207",
      "userLink" : "https://twitter.com/intent/user?user_id=1827262214444049207"
    }
  },
  {
    "follower" : {
      "accountId" : "1072180995263423108",
      "userLink" : "https://twitter.com/intent/user?user_id=1072180995263423108"
    }
  },
  {
    "follower" : {
      "accountId" : "713157370092005736",
      "userLink" : "https://twitter.com/intent/user?user_id=713157370092005736"
    }
  },
  {
    "follower" : {
      "accountId" : "1488796644544864679",
      "userLink" : "https://twitter.com/intent/user?user_id=1488796644544864679"
    }
  },
  {
    "follower" : {
      "accountId" : "998594491687923835",
      "userLink" : "https://twitter.com/intent/user?user_id=998594491687923835"
    }
  },
  {
    "follower" : {
      "accountId" : "1884174526284596716",
      "userLink" : "https://twitter.com/intent/user?user_id=1884174526284596716"
    }
  },
  {
    "follower" : {
      "accountId" : "1524928941149633172",
      "userLink" : "https://twitter.com/intent/user?user_id=1524928941149633172"
    }
  },
  {
    "follower" : {
      "accountId" : "878724793091701993",
      "userLink" : "https://twitter.com/intent/user?user_id=878724793091701993"
    }
  },
  {
    "follower" : {
      "accountId" : "1887575918443263346",
      "userLink" : "https://twitter.com/intent/user?user_id=1887575918443263346"
    }
  },
  {
    "follower" : {
      "accountId" : "1524060276076440771",
      "userLink" : "https://twitter.com/intent/user?user_id=1524060276076440771"
    }
  },
  {
    "follower" : {
      "accountId" : "902072031234835222",
      "userLink" : "https://twitter.com/intent/user?user_id=902072031234835222"
    }
  },
  {
    "follower" : {
      "accountId" : "1042401544718488933",
      "userLink" : "https://twitter.com/intent/user?user_id=1042401544718488933"
    }
  },
  {
    "follower" : {
      "accountId" : "1852735497569188714",
      "userLink" : "https://twitter.com/intent/user?user_id=1852735497569188714"
    }
  },
  {
    "follower" : {
      "accountId" : "1408744704475968127",
      "userLink" : "https://twitter.com/intent/user?user_id=1408744704475968127"
    }
  },
  {
    "follower" : {
      "accountId" : "1617065613252120952",
      "userLink" : "https://twitter.com/intent/user?user_id=1617065613252120952"
    }
  },
  {
    "follower" : {
      "accountId" : "1503879918406565326",
      "userLink" : "https://twitter.com/intent/user?user_id=1503879918406565326"
    }
  },
  {
    "follower" : {
      "accountId" : "1722029780252431148",
      "userLink" : "https://twitter.com/intent/user?user_id=1722029780252431148"
    }
  },
  {
    "follower" : {
      "accountId" : "1358354684798021449",
      "userLink" : "https://twitter.com/intent/user?user_id=1358354684798021449"
    }
  },
  {
    "follower" : {
      "accountId" : "880781904733397495",
      "userLink" : "https://twitter.com/intent/user?user_id=880781904733397495"
    }
  },
  {
    "follower" : {
      "accountId" : "1784647582576427064",
      "userLink" : "https://twitter.com/intent/user?user_id=1784647582576427064"
    }
  },
  {
    "follower" : {
      "accountId" : "1571073960904604059",
      "userLink" : "https://twitter.com/intent/user?user_id=1571073960904604059"
    }
  },
  {
    "follower" : {
      "accountId" : "1774644843921055365",
      "userLink" : "https://twitter.com/intent/user?user_id=1774644843921055365"
    }
  },
  {
    "follower" : {
      "accountId" : "1045460417492099601",
      "userLink" : "https://twitter.com/intent/user?user_id=1045460417492099601"
    }
  },
  {
    "follower" : {
      "accountId" : "1033010433204690208",
      "userLink" : "https://twitter.com/intent/user?user_id=1033010433204690208"
    }
  },
  {
    "follower" : {
      "accountId" : "1729411788226558829",
      "userLink" : "https://twitter.com/intent/user?user_id=1729411788226558829"
    }
  },
  {
    "follower" : {
      "accountId" : "1150929802546154734",
      "userLink" : "https://twitter.com/intent/user?user_id=1150929802546154734"
    }
  },
  {
    "follower" : {
      "accountId" : "796524436933233058",
      "userLink" : "https://twitter.com/intent/user?user_id=796524436933233058"
    }
  },
  {
    "follower" : {
      "accountId" : "1589014185787017962",
      "userLink" : "https://twitter.com/intent/user?user_id=1589014185787017962"
    }
  },
  {
    "follower" : {
      "accountId" : "857095008406363902",
      "userLink" : "https://twitter.com/intent/user?user_id=857095008406363902"
    }
  },
  {
    "follower" : {
      "accountId" : "1877756659932485272",
      "userLink" : "https://twitter.com/intent/user?user_id=1877756659932485272"
    }
  },
  {
    "follower" : {
      "accountId" : "890838176137093152",
      "userLink" : "https://twitter.com/intent/user?user_id=890838176137093152"
    }
  },
  {
    "follower" : {
      "accountId" : "1760875528138404285",
      "userLink" : "https://twitter.com/intent/user?user_id=1760875528138404285"
    }
  },
  {
    "follower" : {
      "accountId" : "1589147693556465861",
      "userLink" : "https://twitter.com/intent/user?user_id=1589147693556465861"
    }
  }
]