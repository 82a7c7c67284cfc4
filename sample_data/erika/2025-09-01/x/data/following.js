window.YTD.following.part0 = [
  {
    "following" : {
      "accountId" : "868620324737095547",
      "userLink" : "https://twitter.com/intent/user?user_id=868620324737095547"
    }
  },
  {
    "following" : {
      "accountId" : "862912827864238056",
      "userLink" : "https://twitter.com/intent/user?user_id=862912827864238056"
    }
  },
  {
    "following" : {
      "accountId" : "892130373514805340",
      "userLink" : "https://twitter.com/intent/user?user_id=892130373514805340"
    }
  },
  {
    "following" : {
      "accountId" : "838480215989646172",
      "userLink" : "https://twitter.com/intent/user?user_id=838480215989646172"
    }
  },
  {
    "following" : {
      "accountId" : "1880804202103753040",
      "userLink" : "https://twitter.com/intent/user?user_id=1880804202103753040"
    }
  },
  {
    "following" : {
      "accountId" : "1418120576633330832",
      "userLink" : "https://twitter.com/intent/user?user_id=1418120576633330832"
    }
  },
  {
    "following" : {
      "accountId" : "1771238554903973387",
      "userLink" : "https://twitter.com/intent/user?user_id=1771238554903973387"
    }
  },
  {
    "following" : {
      "accountId" : "1378312068159891714",
      "userLink" : "https://twitter.com/intent/user?user_id=1378312068159891714"
    }
  },
  {
    "following" : {
      "accountId" : "1666472502818608207",
      "userLink" : "https://twitter.com/intent/user?user_id=1666472502818608207"
    }
  },
  {
    "following" : {
      "accountId" : "876246713044356276",
      "userLink" : "https://twitter.com/intent/user?user_id=876246713044356276"
    }
  },
  {
    "following" : {
      "accountId" : "908284184891559464",
      "userLink" : "https://twitter.com/intent/user?user_id=908284184891559464"
    }
  },
  {
    "following" : {
      "accountId" : "1796663302380653274",
      "userLink" : "https://twitter.com/intent/user?user_id=1796663302380653274"
    }
  },
  {
    "following" : {
      "accountId" : "1072211815898767785",
      "userLink" : "https://twitter.com/intent/user?user_id=1072211815898767785"
    }
  },
  {
    "following" : {
      "accountId" : "1465220690261244457",
      "userLink" : "https://twitter.com/intent/user?user_id=1465220690261244457"
    }
  },
  {
    "following" : {
      "accountId" : "1215023398952141640",
      "userLink" : "https://twitter.com/intent/user?user_id=1215023398952141640"
    }
  },
  {
    "following" : {
      "accountId" : "857095008406363902",
      "userLink" : "https://twitter.com/intent/user?user_id=857095008406363902"
    }
  },
  {
    "following" : {
      "accountId" : "1774644843921055365",
      "userLink" : "https://twitter.com/intent/user?user_id=1774644843921055365"
    }
  },
  {
    "following" : {
      "accountId" : "933280006045737417",
      "userLink" : "https://twitter.com/intent/user?user_id=933280006045737417"
    }
  },
  {
    "following" : {
      "accountId" : "1660657514382104105",
      "userLink" : "https://twitter.com/intent/user?user_id=1660657514382104105"
    }
  },
  {
    "following" : {
      "accountId" : "742461744574624836",
      "userLink" : "https://twitter.com/intent/user?user_id=742461744574624836"
    }
  },
  {
    "following" : {
      "accountId" : "1196029337987611800",
      "userLink" : "https://twitter.com/intent/user?user_id=1196029337987611800"
    }
  },
  {
    "following" : {
      "accountId" : "882790199217148600",
      "userLink" : "https://twitter.com/intent/user?user_id=882790199217148600"
    }
  },
  {
    "following" : {
      "accountId" : "716172747655454703",
      "userLink" : "https://twitter.com/intent/user?user_id=716172747655454703"
    }
  },
  {
    "following" : {
      "accountId" : "878724793091701993",
      "userLink" : "https://twitter.com/intent/user?user_id=878724793091701993"
    }
  },
  {
    "following" : {
      "accountId" : "739960541385482827",
      "userLink" : "https://twitter.com/intent/user?user_id=739960541385482827"
    }
  },
  {
    "following" : {
      "accountId" : "1715883435270385584",
      "userLink" : "https://twitter.com/intent/user?user_id=1715883435270385584"
    }
  },
  {
    "following" : {
      "accountId" : "1284237303155743522",
      "userLink" : "https://twitter.com/intent/user?user_id=1284237303155743522"
    }
  },
  {
    "following" : {
      "accountId" : "1459956569554137833",
      "userLink" : "https://twitter.com/intent/user?user_id=1459956569554137833"
    }
  },
  {
    "following" : {
      "accountId" : "1181167239980141572",
      "userLink" : "https://twitter.com/intent/user?user_id=1181167239980141572"
    }
  },
  {
    "following" : {
      "accountId" : "1572207333470604647",
      "userLink" : "https://twitter.com/intent/user?user_id=1572207333470604647"
    }
  },
  {
    "following" : {
      "accountId" : "835801267438736265",
      "userLink" : "https://twitter.com/intent/user?user_id=835801267438736265"
    }
  },
  {
    "following" : {
      "accountId" : "1260740228385277951",
      "userLink" : "https://twitter.com/intent/user?user_id=1260740228385277951"
    }
  },
  {
    "following" : {
      "accountId" : "922286233437079551",
      "userLink" : "https://twitter.com/intent/user?user_id=922286233437079551"
    }
  },
  {
    "following" : {
      "accountId" : "1283393458951863523",
      "userLink" : "https://twitter.com/intent/user?user_id=1283393458951863523"
    }
  },
  {
    "following" : {
      "accountId" : "861180687969728300",
      "userLink" : "https://twitter.com/intent/user?user_id=861180687969728300"
    }
  },
  {
    "following" : {
      "accountId" : "1640981802247233764",
      "userLink" : "https://twitter.com/intent/user?user_id=1640981802247233764"
    }
  },
  {
    "following" : {
      "accountId" : "1347058265315642825",
      "userLink" : "https://twitter.com/intent/user?user_id=1347058265315642825"
    }
  },
  {
    "following" : {
      "accountId" : "825892314404245375",
      "userLink" : "https://twitter.com/intent/user?user_id=825892314404245375"
    }
  },
  {
    "following" : {
      "accountId" : "1451368249354213948",
      "userLink" : "https://twitter.com/intent/user?user_id=1451368249354213948"
    }
  },
  {
    "following" : {
      "accountId" : "1300286053597254605",
      "userLink" : "https://twitter.com/intent/user?user_id=1300286053597254605"
    }
  },
  {
    "following" : {
      "accountId" : "875654620589698571",
      "userLink" : "https://twitter.com/intent/user?user_id=875654620589698571"
    }
  },
  {
    "following" : {
      "accountId" : "1668816491735652662",
      "userLink" : "https://twitter.com/intent/user?user_id=1668816491735652662"
    }
  },
  {
    "following" : {
      "accountId" : "1229847178938260419",
      "userLink" : "https://twitter.com/intent/user?user_id=1229847178938260419"
    }
  },
  {
    "following" : {
      "accountId" : "1076546688372323566",
      "userLink" : "https://twitter.com/intent/user?user_id=1076546688372323566"
    }
  },
  {
    "following" : {
      "accountId" : "1305867179016765169",
      "userLink" : "https://twitter.com/intent/user?user_id=1305867179016765169"
    }
  },
  {
    "following" : {
      "accountId" : "1879248335404004037",
      "userLink" : "https://twitter.com/intent/user?user_id=1879248335404004037"
    }
  },
  {
    "following" : {
      "accountId" : "720455908102658288",
      "userLink" : "https://twitter.com/intent/user?user_id=720455908102658288"
    }
  },
  {
    "following" : {
      "accountId" : "1609426856247928227",
      "userLink" : "https://twitter.com/intent/user?user_id=1609426856247928227"
    }
  },
  {
    "following" : {
      "accountId" : "952446643254123591",
      "userLink" : "https://twitter.com/intent/user?user_id=952446643254123591"
    }
  },
  {
    "following" : {
      "accountId" : "797907664562883718",
      "userLink" : "https://twitter.com/intent/user?user_id=797907664562883718"
    }
  },
  {
    "following" : {
      "accountId" : "1852378315673061611",
      "userLink" : "https://twitter.com/intent/user?user_id=1852378315673061611"
    }
  },
  {
    "following" : {
      "accountId" : "1150303260196149357",
      "userLink" : "https://twitter.com/intent/user?user_id=1150303260196149357"
    }
  },
  {
    "following" : {
      "accountId" : "1068964493175224198",
      "userLink" : "https://twitter.com/intent/user?user_id=1068964493175224198"
    }
  },
  {
    "following" : {
      "accountId" : "965426781039587040",
      "userLink" : "https://twitter.com/intent/user?user_id=965426781039587040"
    }
  },
  {
    "following" : {
      "accountId" : "1101652911665764002",
      "userLink" : "https://twitter.com/intent/user?user_id=1101652911665764002"
    }
  },
  {
    "following" : {
      "accountId" : "830379759190791996",
      "userLink" : "https://twitter.com/intent/user?user_id=830379759190791996"
    }
  },
  {
    "following" : {
      "accountId" : "763563117058039452",
      "userLink" : "https://twitter.com/intent/user?user_id=763563117058039452"
    }
  },
  {
    "following" : {
      "accountId" : "849464730773904733",
      "userLink" : "https://twitter.com/intent/user?user_id=849464730773904733"
    }
  },
  {
    "following" : {
      "accountId" : "1922165894556516782",
      "userLink" : "https://twitter.com/intent/user?user_id=1922165894556516782"
    }
  },
  {
    "following" : {
      "accountId" : "1080430703749010599",
      "userLink" : "https://twitter.com/intent/user?user_id=1080430703749010599"
    }
  },
  {
    "following" : {
      "accountId" : "890838176137093152",
      "userLink" : "https://twitter.com/intent/user?user_id=890838176137093152"
    }
  },
  {
    "following" : {
      "accountId" : "819679052303916516",
      "userLink" : "https://twitter.com/intent/user?user_id=819679052303916516"
    }
  },
  {
    "following" : {
      "accountId" : "1193718811978472050",
      "userLink" : "https://twitter.com/intent/user?user_id=1193718811978472050"
    }
  },
  {
    "following" : {
      "accountId" : "1311207336836031200",
      "userLink" : "https://twitter.com/intent/user?user_id=1311207336836031200"
    }
  },
  {
    "following" : {
      "accountId" : "1593659026635969347",
      "userLink" : "https://twitter.com/intent/user?user_id=1593659026635969347"
    }
  },
  {
    "following" : {
      "accountId" : "752811618506476765",
      "userLink" : "https://twitter.com/intent/user?user_id=752811618506476765"
    }
  },
  {
    "following" : {
      "accountId" : "1262120636366863781",
      "userLink" : "https://twitter.com/intent/user?user_id=1262120636366863781"
    }
  },
  {
    "following" : {
      "accountId" : "887503138073905968",
      "userLink" : "https://twitter.com/intent/user?user_id=887503138073905968"
    }
  },
  {
    "following" : {
      "accountId" : "1851927072055479705",
      "userLink" : "https://twitter.com/intent/user?user_id=1851927072055479705"
    }
  },
  {
    "following" : {
      "accountId" : "1635861783060310291",
      "userLink" : "https://twitter.com/intent/user?user_id=1635861783060310291"
    }
  },
  {
    "following" : {
      "accountId" : "1381817837028453045",
      "userLink" : "https://twitter.com/intent/user?user_id=1381817837028453045"
    }
  },
  {
    "following" : {
      "accountId" : "1743512895196553975",
      "userLink" : "https://twitter.com/intent/user?user_id=1743512895196553975"
    }
  },
  {
    "following" : {
      "accountId" : "1517992423144477827",
      "userLink" : "https://twitter.com/intent/user?user_id=1517992423144477827"
    }
  },
  {
    "following" : {
      "accountId" : "1600230930660533988",
      "userLink" : "https://twitter.com/intent/user?user_id=1600230930660533988"
    }
  },
  {
    "following" : {
      "accountId" : "1860771916529542061",
      "userLink" : "https://twitter.com/intent/user?user_id=1860771916529542061"
    }
  },
  {
    "following" : {
      "accountId" : "1282256194971598473",
      "userLink" : "https://twitter.com/intent/user?user_id=1282256194971598473"
    }
  },
  {
    "following" : {
      "accountId" : "1248520631281276064",
      "userLink" : "https://twitter.com/intent/user?user_id=1248520631281276064"
    }
  },
  {
    "following" : {
      "accountId" : "929927893666856291",
      "userLink" : "https://twitter.com/intent/user?user_id=929927893666856291"
    }
  },
  {
    "following" : {
      "accountId" : "1010192303198666278",
      "userLink" : "https://twitter.com/intent/user?user_id=1010192303198666278"
    }
  },
  {
    "following" : {
      "accountId" : "1522107438499648723",
      "userLink" : "https://twitter.com/intent/user?user_id=1522107438499648723"
    }
  },
  {
    "following" : {
      "accountId" : "1033655911791372671",
      "userLink" : "https://twitter.com/intent/user?user_id=1033655911791372671"
    }
  },
  {
    "following" : {
      "accountId" : "945706439739655727",
      "userLink" : "https://twitter.com/intent/user?user_id=945706439739655727"
    }
  },
  {
    "following" : {
      "accountId" : "1280580994333801480",
      "userLink" : "https://twitter.com/intent/user?user_id=1280580994333801480"
    }
  },
  {
    "following" : {
      "accountId" : "1206591749119583259",
      "userLink" : "https://twitter.com/intent/user?user_id=1206591749119583259"
    }
  },
  {
    "following" : {
      "accountId" : "971764209094495259",
      "userLink" : "https://twitter.com/intent/user?user_id=971764209094495259"
    }
  },
  {
    "following" : {
      "accountId" : "1296583246190037219",
      "userLink" : "https://twitter.com/intent/user?user_id=1296583246190037219"
    }
  },
  {
    "following" : {
      "accountId" : "809874870314875751",
      "userLink" : "https://twitter.com/intent/user?user_id=809874870314875751"
    }
  },
  {
    "following" : {
      "accountId" : "1174443577311515545",
      "userLink" : "https://twitter.com/intent/user?user_id=1174443577311515545"
    }
  },
  {
    "following" : {
      "accountId" : "1644926867623861920",
      "userLink" : "https://twitter.com/intent/user?user_id=1644926867623861920"
    }
  },
  {
    "following" : {
      "accountId" : "704879188341536500",
      "userLink" : "https://twitter.com/intent/user?user_id=704879188341536500"
    }
  },
  {
    "following" : {
      "accountId" : "1839233663654727861",
      "userLink" : "https://twitter.com/intent/user?user_id=1839233663654727861"
    }
  },
  {
    "following" : {
      "accountId" : "1163620244880328121",
      "userLink" : "https://twitter.com/intent/user?user_id=1163620244880328121"
    }
  },
  {
    "following" : {
      "accountId" : "756622494386366880",
      "userLink" : "https://twitter.com/intent/user?user_id=756622494386366880"
    }
  },
  {
    "following" : {
      "accountId" : "1187927831094557232",
      "userLink" : "https://twitter.com/intent/user?user_id=1187927831094557232"
    }
  },
  {
    "following" : {
      "accountId" : "840939123691789722",
      "userLink" : "https://twitter.com/intent/user?user_id=840939123691789722"
    }
  },
  {
    "following" : {
      "accountId" : "1434153147078892693",
      "userLink" : "https://twitter.com/intent/user?user_id=1434153147078892693"
    }
  },
  {
    "following" : {
      "accountId" : "1864068116827642554",
      "userLink" : "https://twitter.com/intent/user?user_id=1864068116827642554"
    }
  },
  {
    "following" : {
      "accountId" : "1861628075239339967",
      "userLink" : "https://twitter.com/intent/user?user_id=1861628075239339967"
    }
  },
  {
    "following" : {
      "accountId" : "1594139496566758815",
      "userLink" : "https://twitter.com/intent/user?user_id=1594139496566758815"
    }
  },
  {
    "following" : {
      "accountId" : "1098399834707511922",
      "userLink" : "https://twitter.com/intent/user?user_id=1098399834707511922"
    }
  },
  {
    "following" : {
      "accountId" : "1734971335940485913",
      "userLink" : "https://twitter.com/intent/user?user_id=1734971335940485913"
    }
  },
  {
    "following" : {
      "accountId" : "1047580819753886602",
      "userLink" : "https://twitter.com/intent/user?user_id=1047580819753886602"
    }
  },
  {
    "following" : {
      "accountId" : "1291586975706482411",
      "userLink" : "https://twitter.com/intent/user?user_id=1291586975706482411"
    }
  },
  {
    "following" : {
      "accountId" : "1004875019942892321",
      "userLink" : "https://twitter.com/intent/user?user_id=1004875019942892321"
    }
  },
  {
    "following" : {
      "accountId" : "844755902050272574",
      "userLink" : "https://twitter.com/intent/user?user_id=844755902050272574"
    }
  },
  {
    "following" : {
      "accountId" : "1791674643869692260",
      "userLink" : "https://twitter.com/intent/user?user_id=1791674643869692260"
    }
  },
  {
    "following" : {
      "accountId" : "747472950472452768",
      "userLink" : "https://twitter.com/intent/user?user_id=747472950472452768"
    }
  },
  {
    "following" : {
      "accountId" : "1101225960154171532",
      "userLink" : "https://twitter.com/intent/user?user_id=1101225960154171532"
    }
  },
  {
    "following" : {
      "accountId" : "1863647605041887231",
      "userLink" : "https://twitter.com/intent/user?user_id=1863647605041887231"
    }
  },
  {
    "following" : {
      "accountId" : "1088443919414054746",
      "userLink" : "https://twitter.com/intent/user?user_id=1088443919414054746"
    }
  },
  {
    "following" : {
      "accountId" : "1478052965139497648",
      "userLink" : "https://twitter.com/intent/user?user_id=1478052965139497648"
    }
  },
  {
    "following" : {
      "accountId" : "1459150638128013872",
      "userLink" : "https://twitter.com/intent/user?user_id=1459150638128013872"
    }
  },
  {
    "following" : {
      "accountId" : "935845087904969165",
      "userLink" : "https://twitter.com/intent/user?user_id=935845087904969165"
    }
  },
  {
    "following" : {
      "accountId" : "726056258703962953",
      "userLink" : "https://twitter.com/intent/user?user_id=726056258703962953"
    }
  },
  {
    "following" : {
      "accountId" : "1499776032717003972",
      "userLink" : "https://twitter.com/intent/user?user_id=1499776032717003972"
    }
  },
  {
    "following" : {
      "accountId" : "1307882189722288262",
      "userLink" : "https://twitter.com/intent/user?user_id=1307882189722288262"
    }
  },
  {
    "following" : {
      "accountId" : "1373121936955373511",
      "userLink" : "https://twitter.com/intent/user?user_id=1373121936955373511"
    }
  },
  {
    "following" : {
      "accountId" : "1376962103770978126",
      "userLink" : "https://twitter.com/intent/user?user_id=1376962103770978126"
    }
  },
  {
    "following" : {
      "accountId" : "1472122030333678229",
      "userLink" : "https://twitter.com/intent/user?user_id=1472122030333678229"
    }
  },
  {
    "following" : {
      "accountId" : "1663967447492347743",
      "userLink" : "https://twitter.com/intent/user?user_id=1663967447492347743"
    }
  },
  {
    "following" : {
      "accountId" : "1241360560957073186",
      "userLink" : "https://twitter.com/intent/user?user_id=1241360560957073186"
    }
  },
  {
    "following" : {
      "accountId" : "1771505754665157122",
      "userLink" : "https://twitter.com/intent/user?user_id=1771505754665157122"
    }
  },
  {
    "following" : {
      "accountId" : "1343734053708272290",
      "userLink" : "https://twitter.com/intent/user?user_id=1343734053708272290"
    }
  },
  {
    "following" : {
      "accountId" : "1129706174617213172",
      "userLink" : "https://twitter.com/intent/user?user_id=1129706174617213172"
    }
  },
  {
    "following" : {
      "accountId" : "1349864974672208862",
      "userLink" : "https://twitter.com/intent/user?user_id=1349864974672208862"
    }
  },
  {
    "following" : {
      "accountId" : "1610166290619285960",
      "userLink" : "https://twitter.com/intent/user?user_id=1610166290619285960"
    }
  },
  {
    "following" : {
      "accountId" : "1604799091780095521",
      "userLink" : "https://twitter.com/intent/user?user_id=1604799091780095521"
    }
  },
  {
    "following" : {
      "accountId" : "1105228427461877832",
      "userLink" : "https://twitter.com/intent/user?user_id=1105228427461877832"
    }
  },
  {
    "following" : {
      "accountId" : "1869818050937156936",
      "userLink" : "https://twitter.com/intent/user?user_id=1869818050937156936"
    }
  },
  {
    "following" : {
      "accountId" : "912603670419990847",
      "userLink" : "https://twitter.com/intent/user?user_id=912603670419990847"
    }
  },
  {
    "following" : {
      "accountId" : "1329611688348212915",
      "userLink" : "https://twitter.com/intent/user?user_id=1329611688348212915"
    }
  },
  {
    "following" : {
      "accountId" : "1236303673201468944",
      "userLink" : "https://twitter.com/intent/user?user_id=1236303673201468944"
    }
  },
  {
    "following" : {
      "accountId" : "1646159005172510529",
      "userLink" : "https://twitter.com/intent/user?user_id=1646159005172510529"
    }
  },
  {
    "following" : {
      "accountId" : "1051154452623325404",
      "userLink" : "https://twitter.com/intent/user?user_id=1051154452623325404"
    }
  },
  {
    "following" : {
      "accountId" : "1809618154198624225",
      "userLink" : "https://twitter.com/intent/user?user_id=1809618154198624225"
    }
  },
  {
    "following" : {
      "accountId" : "904870673929125702",
      "userLink" : "https://twitter.com/intent/user?user_id=904870673929125702"
    }
  },
  {
    "following" : {
      "accountId" : "908438672160156669",
      "userLink" : "https://twitter.com/intent/user?user_id=908438672160156669"
    }
  },
  {
    "following" : {
      "accountId" : "1838930933792326064",
      "userLink" : "https://twitter.com/intent/user?user_id=1838930933792326064"
    }
  },
  {
    "following" : {
      "accountId" : "1439518643840733955",
      "userLink" : "https://twitter.com/intent/user?user_id=1439518643840733955"
    }
  },
  {
    "following" : {
      "accountId" : "1636058582704395401",
      "userLink" : "https://twitter.com/intent/user?user_id=1636058582704395401"
    }
  },
  {
    "following" : {
      "accountId" : "922862090353671643",
      "userLink" : "https://twitter.com/intent/user?user_id=922862090353671643"
    }
  },
  {
    "following" : {
      "accountId" : "1741335431759992567",
      "userLink" : "https://twitter.com/intent/user?user_id=1741335431759992567"
    }
  },
  {
    "following" : {
      "accountId" : "1488796644544864679",
      "userLink" : "https://twitter.com/intent/user?user_id=1488796644544864679"
    }
  },
  {
    "following" : {
      "accountId" : "1160632880679871910",
      "userLink" : "https://twitter.com/intent/user?user_id=1160632880679871910"
    }
  },
  {
    "following" : {
      "accountId" : "721649022622138740",
      "userLink" : "https://twitter.com/intent/user?user_id=721649022622138740"
    }
  },
  {
    "following" : {
      "accountId" : "1763077372982748210",
      "userLink" : "https://twitter.com/intent/user?user_id=1763077372982748210"
    }
  },
  {
    "following" : {
      "accountId" : "1902855786363334078",
      "userLink" : "https://twitter.com/intent/user?user_id=1902855786363334078"
    }
  },
  {
    "following" : {
      "accountId" : "815999061495114702",
      "userLink" : "https://twitter.com/intent/user?user_id=815999061495114702"
    }
  },
  {
    "following" : {
      "accountId" : "1077418556813322771",
      "userLink" : "https://twitter.com/intent/user?user_id=1077418556813322771"
    }
  },
  {
    "following" : {
      "accountId" : "1306657021021834627",
      "userLink" : "https://twitter.com/intent/user?user_id=1306657021021834627"
    }
  },
  {
    "following" : {
      "accountId" : "1471788611457006466",
      "userLink" : "https://twitter.com/intent/user?user_id=1471788611457006466"
    }
  },
  {
    "following" : {
      "accountId" : "863511434846900765",
      "userLink" : "https://twitter.com/intent/user?user_id=863511434846900765"
    }
  },
  {
    "following" : {
      "accountId" : "880260557020435269",
      "userLink" : "https://twitter.com/intent/user?user_id=880260557020435269"
    }
  },
  {
    "following" : {
      "accountId" : "994822403725223480",
      "userLink" : "https://twitter.com/intent/user?user_id=994822403725223480"
    }
  },
  {
    "following" : {
      "accountId" : "1311358469841292234",
      "userLink" : "https://twitter.com/intent/user?user_id=1311358469841292234"
    }
  },
  {
    "following" : {
      "accountId" : "1578224721099350622",
      "userLink" : "https://twitter.com/intent/user?user_id=1578224721099350622"
    }
  },
  {
    "following" : {
      "accountId" : "1753887814681325922",
      "userLink" : "https://twitter.com/intent/user?user_id=1753887814681325922"
    }
  },
  {
    "following" : {
      "accountId" : "1875952442827946450",
      "userLink" : "https://twitter.com/intent/user?user_id=1875952442827946450"
    }
  },
  {
    "following" : {
      "accountId" : "710255859022125023",
      "userLink" : "https://twitter.com/intent/user?user_id=710255859022125023"
    }
  },
  {
    "following" : {
      "accountId" : "1651733945096151385",
      "userLink" : "https://twitter.com/intent/user?user_id=1651733945096151385"
    }
  },
  {
    "following" : {
      "accountId" : "1705128139626620728",
      "userLink" : "https://twitter.com/intent/user?user_id=1705128139626620728"
    }
  },
  {
    "following" : {
      "accountId" : "1869954580372985932",
      "userLink" : "https://twitter.com/intent/user?user_id=1869954580372985932"
    }
  },
  {
    "following" : {
      "accountId" : "1825330230925271744",
      "userLink" : "https://twitter.com/intent/user?user_id=1825330230925271744"
    }
  },
  {
    "following" : {
      "accountId" : "1109537418610758858",
      "userLink" : "https://twitter.com/intent/user?user_id=1109537418610758858"
    }
  },
  {
    "following" : {
      "accountId" : "1027362317653067325",
      "userLink" : "https://twitter.com/intent/user?user_id=1027362317653067325"
    }
  },
  {
    "following" : {
      "accountId" : "1888206794192304964",
      "userLink" : "https://twitter.com/intent/user?user_id=1888206794192304964"
    }
  },
  {
    "following" : {
      "accountId" : "1033010433204690208",
      "userLink" : "https://twitter.com/intent/user?user_id=1033010433204690208"
    }
  },
  {
    "following" : {
      "accountId" : "735077941194178517",
      "userLink" : "https://twitter.com/intent/user?user_id=735077941194178517"
    }
  },
  {
    "following" : {
      "accountId" : "987620776899387643",
      "userLink" : "https://twitter.com/intent/user?user_id=987620776899387643"
    }
  },
  {
    "following" : {
      "accountId" : "1140765956020708003",
      "userLink" : "https://twitter.com/intent/user?user_id=1140765956020708003"
    }
  },
  {
    "following" : {
      "accountId" : "1849992073654511194",
      "userLink" : "https://twitter.com/intent/user?user_id=1849992073654511194"
    }
  },
  {
    "following" : {
      "accountId" : "1445737555158917004",
      "userLink" : "https://twitter.com/intent/user?user_id=1445737555158917004"
    }
  },
  {
    "following" : {
      "accountId" : "1733068414520245796",
      "userLink" : "https://twitter.com/intent/user?user_id=1733068414520245796"
    }
  },
  {
    "following" : {
      "accountId" : "1827266068774980033",
      "userLink" : "https://twitter.com/intent/user?user_id=1827266068774980033"
    }
  },
  {
    "following" : {
      "accountId" : "830124353799947453",
      "userLink" : "https://twitter.com/intent/user?user_id=830124353799947453"
    }
  },
  {
    "following" : {
      "accountId" : "960837987581991772",
      "userLink" : "https://twitter.com/intent/user?user_id=960837987581991772"
    }
  },
  {
    "following" : {
      "accountId" : "1668605267782858680",
      "userLink" : "https://twitter.com/intent/user?user_id=1668605267782858680"
    }
  },
  {
    "following" : {
      "accountId" : "1817941600623909453",
      "userLink" : "https://twitter.com/intent/user?user_id=1817941600623909453"
    }
  },
  {
    "following" : {
      "accountId" : "1132798134801977024",
      "userLink" : "https://twitter.com/intent/user?user_id=1132798134801977024"
    }
  },
  {
    "following" : {
      "accountId" : "1729411788226558829",
      "userLink" : "https://twitter.com/intent/user?user_id=1729411788226558829"
    }
  },
  {
    "following" : {
      "accountId" : "796524436933233058",
      "userLink" : "https://twitter.com/intent/user?user_id=796524436933233058"
    }
  },
  {
    "following" : {
      "accountId" : "1715638025970301681",
      "userLink" : "https://twitter.com/intent/user?user_id=1715638025970301681"
    }
  },
  {
    "following" : {
      "accountId" : "1589014185787017962",
      "userLink" : "https://twitter.com/intent/user?user_id=1589014185787017962"
    }
  },
  {
    "following" : {
      "accountId" : "1818040231582893583",
      "userLink" : "https://twitter.com/intent/user?user_id=1818040231582893583"
    }
  },
  {
    "following" : {
      "accountId" : "794405002493385212",
      "userLink" : "https://twitter.com/intent/user?user_id=794405002493385212"
    }
  },
  {
    "following" : {
      "accountId" : "1304435840325093119",
      "userLink" : "https://twitter.com/intent/user?user_id=1304435840325093119"
    }
  },
  {
    "following" : {
      "accountId" : "1509087408723096091",
      "userLink" : "https://twitter.com/intent/user?user_id=1509087408723096091"
    }
  },
  {
    "following" : {
      "accountId" : "1571073960904604059",
      "userLink" : "https://twitter.com/intent/user?user_id=1571073960904604059"
    }
  },
  {
    "following" : {
      "accountId" : "1674766773437732690",
      "userLink" : "https://twitter.com/intent/user?user_id=1674766773437732690"
    }
  },
  {
    "following" : {
      "accountId" : "1451328325011610444",
      "userLink" : "https://twitter.com/intent/user?user_id=1451328325011610444"
    }
  },
  {
    "following" : {
      "accountId" : "1643822381366815023",
      "userLink" : "https://twitter.com/intent/user?user_id=1643822381366815023"
    }
  },
  {
    "following" : {
      "accountId" : "831968408769523306",
      "userLink" : "https://twitter.com/intent/user?user_id=831968408769523306"
    }
  },
  {
    "following" : {
      "accountId" : "1712863868910454153",
      "userLink" : "https://twitter.com/intent/user?user_id=1712863868910454153"
    }
  },
  {
    "following" : {
      "accountId" : "1439980148329007195",
      "userLink" : "https://twitter.com/intent/user?user_id=1439980148329007195"
    }
  },
  {
    "following" : {
      "accountId" : "1404533967654664183",
      "userLink" : "https://twitter.com/intent/user?user_id=1404533967654664183"
    }
  },
  {
    "following" : {
      "accountId" : "1880193383061450221",
      "userLink" : "https://twitter.com/intent/user?user_id=1880193383061450221"
    }
  },
  {
    "following" : {
      "accountId" : "984015072244399373",
      "userLink" : "https://twitter.com/intent/user?user_id=984015072244399373"
    }
  },
  {
    "following" : {
      "accountId" : "1403702731025548262",
      "userLink" : "https://twitter.com/intent/user?user_id=1403702731025548262"
    }
  },
  {
    "following" : {
      "accountId" : "1238793316482681448",
      "userLink" : "https://twitter.com/intent/user?user_id=1238793316482681448"
    }
  },
  {
    "following" : {
      "accountId" : "1334830098200458713",
      "userLink" : "https://twitter.com/intent/user?user_id=1334830098200458713"
    }
  },
  {
    "following" : {
      "accountId" : "1395109364543774766",
      "userLink" : "https://twitter.com/intent/user?user_id=1395109364543774766"
    }
  },
  {
    "following" : {
      "accountId" : "1370089694784968152",
      "userLink" : "https://twitter.com/intent/user?user_id=1370089694784968152"
    }
  },
  {
    "following" : {
      "accountId" : "1576000955307999129",
      "userLink" : "https://twitter.com/intent/user?user_id=1576000955307999129"
    }
  },
  {
    "following" : {
      "accountId" : "1527377810877645679",
      "userLink" : "https://twitter.com/intent/user?user_id=1527377810877645679"
    }
  },
  {
    "following" : {
      "accountId" : "1709531566834135186",
      "userLink" : "https://twitter.com/intent/user?user_id=1709531566834135186"
    }
  },
  {
    "following" : {
      "accountId" : "1036590667366837640",
      "userLink" : "https://twitter.com/intent/user?user_id=1036590667366837640"
    }
  },
  {
    "following" : {
      "accountId" : "843562932424168052",
      "userLink" : "https://twitter.com/intent/user?user_id=843562932424168052"
    }
  },
  {
    "following" : {
      "accountId" : "1911744819409157611",
      "userLink" : "https://twitter.com/intent/user?user_id=1911744819409157611"
    }
  },
  {
    "following" : {
      "accountId" : "887306546108340850",
      "userLink" : "https://twitter.com/intent/user?user_id=887306546108340850"
    }
  },
  {
    "following" : {
      "accountId" : "1103829995105049756",
      "userLink" : "https://twitter.com/intent/user?user_id=1103829995105049756"
    }
  },
  {
    "following" : {
      "accountId" : "1864660053953147268",
      "userLink" : "https://twitter.com/intent/user?user_id=1864660053953147268"
    }
  },
  {
    "following" : {
      "accountId" : "984421412232696520",
      "userLink" : "https://twitter.com/intent/user?user_id=984421412232696520"
    }
  },
  {
    "following" : {
      "accountId" : "718879912608638965",
      "userLink" : "https://twitter.com/intent/user?user_id=718879912608638965"
    }
  },
  {
    "following" : {
      "accountId" : "1849337614864155903",
      "userLink" : "https://twitter.com/intent/user?user_id=1849337614864155903"
    }
  },
  {
    "following" : {
      "accountId" : "991979888481919971",
      "userLink" : "https://twitter.com/intent/user?user_id=991979888481919971"
    }
  },
  {
    "following" : {
      "accountId" : "1655981801809879869",
      "userLink" : "https://twitter.com/intent/user?user_id=1655981801809879869"
    }
  },
  {
    "following" : {
      "accountId" : "788790208070087547",
      "userLink" : "https://twitter.com/intent/user?user_id=788790208070087547"
    }
  },
  {
    "following" : {
      "accountId" : "1209045657368014944",
      "userLink" : "https://twitter.com/intent/user?user_id=1209045657368014944"
    }
  },
  {
    "following" : {
      "accountId" : "1819177607834230146",
      "userLink" : "https://twitter.com/intent/user?user_id=1819177607834230146"
    }
  },
  {
    "following" : {
      "accountId" : "1724679617879149613",
      "userLink" : "https://twitter.com/intent/user?user_id=1724679617879149613"
    }
  },
  {
    "following" : {
      "accountId" : "1173828944580050645",
      "userLink" : "https://twitter.com/intent/user?user_id=1173828944580050645"
    }
  },
  {
    "following" : {
      "accountId" : "858268002611437209",
      "userLink" : "https://twitter.com/intent/user?user_id=858268002611437209"
    }
  },
  {
    "following" : {
      "accountId" : "881929937213346787",
      "userLink" : "https://twitter.com/intent/user?user_id=881929937213346787"
    }
  },
  {
    "following" : {
      "accountId" : "892004098141593035",
      "userLink" : "https://twitter.com/intent/user?user_id=892004098141593035"
    }
  },
  {
    "following" : {
      "accountId" : "745343322646931159",
      "userLink" : "https://twitter.com/intent/user?user_id=745343322646931159"
    }
  },
  {
    "following" : {
      "accountId" : "1766815270560148307",
      "userLink" : "https://twitter.com/intent/user?user_id=1766815270560148307"
    }
  },
  {
    "following" : {
      "accountId" : "1327265861080567950",
      "userLink" : "https://twitter.com/intent/user?user_id=1327265861080567950"
    }
  },
  {
    "following" : {
      "accountId" : "1433262036328273355",
      "userLink" : "https://twitter.com/intent/user?user_id=1433262036328273355"
    }
  },
  {
    "following" : {
      "accountId" : "969881050019828965",
      "userLink" : "https://twitter.com/intent/user?user_id=969881050019828965"
    }
  },
  {
    "following" : {
      "accountId" : "1160190707172420536",
      "userLink" : "https://twitter.com/intent/user?user_id=1160190707172420536"
    }
  },
  {
    "following" : {
      "accountId" : "1259454700531734147",
      "userLink" : "https://twitter.com/intent/user?user_id=1259454700531734147"
    }
  },
  {
    "following" : {
      "accountId" : "832844909253386452",
      "userLink" : "https://twitter.com/intent/user?user_id=832844909253386452"
    }
  },
  {
    "following" : {
      "accountId" : "1078600216593461699",
      "userLink" : "https://twitter.com/intent/user?user_id=1078600216593461699"
    }
  },
  {
    "following" : {
      "accountId" : "1555793344607741929",
      "userLink" : "https://twitter.com/intent/user?user_id=1555793344607741929"
    }
  },
  {
    "following" : {
      "accountId" : "1706955862169032792",
      "userLink" : "https://twitter.com/intent/user?user_id=1706955862169032792"
    }
  },
  {
    "following" : {
      "accountId" : "961656741804869610",
      "userLink" : "https://twitter.com/intent/user?user_id=961656741804869610"
    }
  },
  {
    "following" : {
      "accountId" : "1277481290809185945",
      "userLink" : "https://twitter.com/intent/user?user_id=1277481290809185945"
    }
  },
  {
    "following" : {
      "accountId" : "730008443842695791",
      "userLink" : "https://twitter.com/intent/user?user_id=730008443842695791"
    }
  },
  {
    "following" : {
      "accountId" : "770578110250668903",
      "userLink" : "https://twitter.com/intent/user?user_id=770578110250668903"
    }
  },
  {
    "following" : {
      "accountId" : "843384185537550771",
      "userLink" : "https://twitter.com/intent/user?user_id=843384185537550771"
    }
  },
  {
    "following" : {
      "accountId" : "814459681719311865",
      "userLink" : "https://twitter.com/intent/user?user_id=814459681719311865"
    }
  },
  {
    "following" : {
      "accountId" : "1235209794724729882",
      "userLink" : "https://twitter.com/intent/user?user_id=1235209794724729882"
    }
  },
  {
    "following" : {
      "accountId" : "1207872312050669855",
      "userLink" : "https://twitter.com/intent/user?user_id=1207872312050669855"
    }
  },
  {
    "following" : {
      "accountId" : "1719916523067477459",
      "userLink" : "https://twitter.com/intent/user?user_id=1719916523067477459"
    }
  },
  {
    "following" : {
      "accountId" : "743508899535636938",
      "userLink" : "https://twitter.com/intent/user?user_id=743508899535636938"
    }
  },
  {
    "following" : {
      "accountId" : "1309908374135004409",
      "userLink" : "https://twitter.com/intent/user?user_id=1309908374135004409"
    }
  },
  {
    "following" : {
      "accountId" : "1731018888009871141",
      "userLink" : "https://twitter.com/intent/user?user_id=1731018888009871141"
    }
  },
  {
    "following" : {
      "accountId" : "1045460417492099601",
      "userLink" : "https://twitter.com/intent/user?user_id=1045460417492099601"
    }
  },
  {
    "following" : {
      "accountId" : "1507919870847246666",
      "userLink" : "https://twitter.com/intent/user?user_id=1507919870847246666"
    }
  },
  {
    "following" : {
      "accountId" : "1271323286974673607",
      "userLink" : "https://twitter.com/intent/user?user_id=1271323286974673607"
    }
  },
  {
    "following" : {
      "accountId" : "1840690867078552134",
      "userLink" : "https://twitter.com/intent/user?user_id=1840690867078552134"
    }
  },
  {
    "following" : {
      "accountId" : "1693162661799775444",
      "userLink" : "https://twitter.com/intent/user?user_id=1693162661799775444"
    }
  },
  {
    "following" : {
      "accountId" : "1187142682894751479",
      "userLink" : "https://twitter.com/intent/user?user_id=1187142682894751479"
    }
  },
  {
    "following" : {
      "accountId" : "1051983221676421093",
      "userLink" : "https://twitter.com/intent/user?user_id=1051983221676421093"
    }
  },
  {
    "following" : {
      "accountId" : "1388878081176352727",
      "userLink" : "https://twitter.com/intent/user?user_id=1388878081176352727"
    }
  },
  {
    "following" : {
      "accountId" : "1158814898191889819",
      "userLink" : "https://twitter.com/intent/user?user_id=1158814898191889819"
    }
  },
  {
    "following" : {
      "accountId" : "1458306413001379349",
      "userLink" : "https://twitter.com/intent/user?user_id=1458306413001379349"
    }
  },
  {
    "following" : {
      "accountId" : "1829817139264057823",
      "userLink" : "https://twitter.com/intent/user?user_id=1829817139264057823"
    }
  },
  {
    "following" : {
      "accountId" : "1865632749814414016",
      "userLink" : "https://twitter.com/intent/user?user_id=1865632749814414016"
    }
  },
  {
    "following" : {
      "accountId" : "1534651113184147463",
      "userLink" : "https://twitter.com/intent/user?user_id=1534651113184147463"
    }
  },
  {
    "following" : {
      "accountId" : "967587523483486458",
      "userLink" : "https://twitter.com/intent/user?user_id=967587523483486458"
    }
  },
  {
    "following" : {
      "accountId" : "795427118484065349",
      "userLink" : "https://twitter.com/intent/user?user_id=795427118484065349"
    }
  },
  {
    "following" : {
      "accountId" : "1905927408848710734",
      "userLink" : "https://twitter.com/intent/user?user_id=1905927408848710734"
    }
  },
  {
    "following" : {
      "accountId" : "841996285309376236",
      "userLink" : "https://twitter.com/intent/user?user_id=841996285309376236"
    }
  },
  {
    "following" : {
      "accountId" : "970312349113263388",
      "userLink" : "https://twitter.com/intent/user?user_id=970312349113263388"
    }
  },
  {
    "following" : {
      "accountId" : "1765995716686147531",
      "userLink" : "https://twitter.com/intent/user?user_id=1765995716686147531"
    }
  },
  {
    "following" : {
      "accountId" : "960869911657160849",
      "userLink" : "https://twitter.com/intent/user?user_id=960869911657160849"
    }
  },
  {
    "following" : {
      "accountId" : "937046310867406553",
      "userLink" : "https://twitter.com/intent/user?user_id=937046310867406553"
    }
  },
  {
    "following" : {
      "accountId" : "985530042660168470",
      "userLink" : "https://twitter.com/intent/user?user_id=985530042660168470"
    }
  },
  {
    "following" : {
      "accountId" : "1001250835353763727",
      "userLink" : "https://twitter.com/intent/user?user_id=1001250835353763727"
    }
  },
  {
    "following" : {
      "accountId" : "1783042237138751954",
      "userLink" : "https://twitter.com/intent/user?user_id=1783042237138751954"
    }
  },
  {
    "following" : {
      "accountId" : "1127192502757281554",
      "userLink" : "https://twitter.com/intent/user?user_id=1127192502757281554"
    }
  },
  {
    "following" : {
      "accountId" : "1056117695486321577",
      "userLink" : "https://twitter.com/intent/user?user_id=1056117695486321577"
    }
  },
  {
    "following" : {
      "accountId" : "737627388809376662",
      "userLink" : "https://twitter.com/intent/user?user_id=737627388809376662"
    }
  },
  {
    "following" : {
      "accountId" : "963706118241696264",
      "userLink" : "https://twitter.com/intent/user?user_id=963706118241696264"
    }
  },
  {
    "following" : {
      "accountId" : "904361566225996043",
      "userLink" : "https://twitter.com/intent/user?user_id=904361566225996043"
    }
  },
  {
    "following" : {
      "accountId" : "1086006104800589142",
      "userLink" : "https://twitter.com/intent/user?user_id=1086006104800589142"
    }
  },
  {
    "following" : {
      "accountId" : "878568643066593895",
      "userLink" : "https://twitter.com/intent/user?user_id=878568643066593895"
    }
  },
  {
    "following" : {
      "accountId" : "1844699850296832704",
      "userLink" : "https://twitter.com/intent/user?user_id=1844699850296832704"
    }
  },
  {
    "following" : {
      "accountId" : "1561383949794508607",
      "userLink" : "https://twitter.com/intent/user?user_id=1561383949794508607"
    }
  },
  {
    "following" : {
      "accountId" : "1494199121670005796",
      "userLink" : "https://twitter.com/intent/user?user_id=1494199121670005796"
    }
  },
  {
    "following" : {
      "accountId" : "1860015256868868127",
      "userLink" : "https://twitter.com/intent/user?user_id=1860015256868868127"
    }
  },
  {
    "following" : {
      "accountId" : "1169624561401238307",
      "userLink" : "https://twitter.com/intent/user?user_id=1169624561401238307"
    }
  },
  {
    "following" : {
      "accountId" : "888126019342628581",
      "userLink" : "https://twitter.com/intent/user?user_id=888126019342628581"
    }
  },
  {
    "following" : {
      "accountId" : "1852414288796773015",
      "userLink" : "https://twitter.com/intent/user?user_id=1852414288796773015"
    }
  },
  {
    "following" : {
      "accountId" : "1130178466623110569",
      "userLink" : "https://twitter.com/intent/user?user_id=1130178466623110569"
    }
  },
  {
    "following" : {
      "accountId" : "1049707938804586044",
      "userLink" : "https://twitter.com/intent/user?user_id=1049707938804586044"
    }
  },
  {
    "following" : {
      "accountId" : "732861393526395941",
      "userLink" : "https://twitter.com/intent/user?user_id=732861393526395941"
    }
  },
  {
    "following" : {
      "accountId" : "921975268618990748",
      "userLink" : "https://twitter.com/intent/user?user_id=921975268618990748"
    }
  },
  {
    "following" : {
      "accountId" : "1126442191040938347",
      "userLink" : "https://twitter.com/intent/user?user_id=1126442191040938347"
    }
  },
  {
    "following" : {
      "accountId" : "1068330678777078998",
      "userLink" : "https://twitter.com/intent/user?user_id=1068330678777078998"
    }
  },
  {
    "following" : {
      "accountId" : "1606844121285796333",
      "userLink" : "https://twitter.com/intent/user?user_id=1606844121285796333"
    }
  },
  {
    "following" : {
      "accountId" : "1230433453052121312",
      "userLink" : "https://twitter.com/intent/user?user_id=1230433453052121312"
    }
  },
  {
    "following" : {
      "accountId" : "1862794572520564421",
      "userLink" : "https://twitter.com/intent/user?user_id=1862794572520564421"
    }
  },
  {
    "following" : {
      "accountId" : "795694732050745492",
      "userLink" : "https://twitter.com/intent/user?user_id=795694732050745492"
    }
  },
  {
    "following" : {
      "accountId" : "1404396242579176443",
      "userLink" : "https://twitter.com/intent/user?user_id=1404396242579176443"
    }
  },
  {
    "following" : {
      "accountId" : "1222295919603639005",
      "userLink" : "https://twitter.com/intent/user?user_id=1222295919603639005"
    }
  },
  {
    "following" : {
      "accountId" : "1042794527997126911",
      "userLink" : "https://twitter.com/intent/user?user_id=1042794527997126911"
    }
  },
  {
    "following" : {
      "accountId" : "1693860257517521745",
      "userLink" : "https://twitter.com/intent/user?user_id=1693860257517521745"
    }
  },
  {
    "following" : {
      "accountId" : "1617065613252120952",
      "userLink" : "https://twitter.com/intent/user?user_id=1617065613252120952"
    }
  },
  {
    "following" : {
      "accountId" : "755263640335048364",
      "userLink" : "https://twitter.com/intent/user?user_id=755263640335048364"
    }
  },
  {
    "following" : {
      "accountId" : "1524115759992005323",
      "userLink" : "https://twitter.com/intent/user?user_id=1524115759992005323"
    }
  },
  {
    "following" : {
      "accountId" : "1118314394056961103",
      "userLink" : "https://twitter.com/intent/user?user_id=1118314394056961103"
    }
  },
  {
    "following" : {
      "accountId" : "1226149954885947545",
      "userLink" : "https://twitter.com/intent/user?user_id=1226149954885947545"
    }
  },
  {
    "following" : {
      "accountId" : "722955706867818217",
      "userLink" : "https://twitter.com/intent/user?user_id=722955706867818217"
    }
  },
  {
    "following" : {
      "accountId" : "998594491687923835",
      "userLink" : "https://twitter.com/intent/user?user_id=998594491687923835"
    }
  },
  {
    "following" : {
      "accountId" : "1042830725879154248",
      "userLink" : "https://twitter.com/intent/user?user_id=1042830725879154248"
    }
  },
  {
    "following" : {
      "accountId" : "1155358272439422160",
      "userLink" : "https://twitter.com/intent/user?user_id=1155358272439422160"
    }
  },
  {
    "following" : {
      "accountId" : "833523471463913485",
      "userLink" : "https://twitter.com/intent/user?user_id=833523471463913485"
    }
  },
  {
    "following" : {
      "accountId" : "983071322505330420",
      "userLink" : "https://twitter.com/intent/user?user_id=983071322505330420"
    }
  },
  {
    "following" : {
      "accountId" : "1292097089291283729",
      "userLink" : "https://twitter.com/intent/user?user_id=1292097089291283729"
    }
  },
  {
    "following" : {
      "accountId" : "1431667262215298143",
      "userLink" : "https://twitter.com/intent/user?user_id=1431667262215298143"
    }
  },
  {
    "following" : {
      "accountId" : "1248896480445344819",
      "userLink" : "https://twitter.com/intent/user?user_id=1248896480445344819"
    }
  },
  {
    "following" : {
      "accountId" : "1108119138914874104",
      "userLink" : "https://twitter.com/intent/user?user_id=1108119138914874104"
    }
  },
  {
    "following" : {
      "accountId" : "851500062537109190",
      "userLink" : "https://twitter.com/intent/user?user_id=851500062537109190"
    }
  },
  {
    "following" : {
      "accountId" : "1182274387922752948",
      "userLink" : "https://twitter.com/intent/user?user_id=1182274387922752948"
    }
  },
  {
    "following" : {
      "accountId" : "1623101126031902263",
      "userLink" : "https://twitter.com/intent/user?user_id=1623101126031902263"
    }
  },
  {
    "following" : {
      "accountId" : "1492670719259936275",
      "userLink" : "https://twitter.com/intent/user?user_id=1492670719259936275"
    }
  }
]