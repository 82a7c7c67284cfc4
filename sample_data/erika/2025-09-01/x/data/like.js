window.YTD.like.part0 = [
  {
    "like" : {
      "tweetId" : "1958686117477449207",
      "fullText" : "Aus der Reihe »Alltag«: Die Kantine beschriftet das Essen jetzt verständlich.",
      "expandedUrl" : "https://twitter.com/i/web/status/1958686117477449207"
    }
  },
  {
    "like" : {
      "tweetId" : "1956992617238760114",
      "fullText" : "Guten Morgen! Ich habe eine Antwort auf eine Rundmail bekommen.",
      "expandedUrl" : "https://twitter.com/i/web/status/1956992617238760114"
    }
  },
  {
    "like" : {
      "tweetId" : "1955567869758270071",
      "fullText" : "Kleine Freude am Rande: Das neue Handbuch hat nur noch zwölf Seiten.",
      "expandedUrl" : "https://twitter.com/i/web/status/1955567869758270071"
    }
  },
  {
    "like" : {
      "tweetId" : "1954421311049590569",
      "fullText" : "Nur mal so: Jemand hat ein Lob ins Protokoll geschrieben.",
      "expandedUrl" : "https://twitter.com/i/web/status/1954421311049590569"
    }
  },
  {
    "like" : {
      "tweetId" : "1950158663680503266",
      "fullText" : "Wir suchen zum nächstmöglichen Zeitpunkt eine Volontärin oder einen Volontär für unsere Pressestelle in Bremen",
      "expandedUrl" : "https://twitter.com/i/web/status/1950158663680503266"
    }
  },
  {
    "like" : {
      "tweetId" : "1949504075777336584",
      "expandedUrl" : "https://twitter.com/i/web/status/1949504075777336584"
    }
  },
  {
    "like" : {
      "tweetId" : "1946321366886740791",
      "fullText" : "Frage in die Runde: Die Kantine beschriftet das Essen jetzt verständlich.",
      "expandedUrl" : "https://twitter.com/i/web/status/1946321366886740791"
    }
  },
  {
    "like" : {
      "tweetId" : "1944382794166398246",
      "fullText" : "Guten Morgen! Wir haben die Öffnungszeiten nach oben gestellt.",
      "expandedUrl" : "https://twitter.com/i/web/status/1944382794166398246"
    }
  },
  {
    "like" : {
      "tweetId" : "1940727643308076081",
      "fullText" : "Guten Morgen! Die Möwen sind wieder da.",
      "expandedUrl" : "https://twitter.com/i/web/status/1940727643308076081"
    }
  },
  {
    "like" : {
      "tweetId" : "1938161094817156992",
      "fullText" : "Frage in die Runde: Ich habe eine Antwort auf eine Rundmail bekommen.",
      "expandedUrl" : "https://twitter.com/i/web/status/1938161094817156992"
    }
  },
  {
    "like" : {
      "tweetId" : "1937649588843225729",
      "fullText" : "Kleine Freude am Rande: Jemand hat ein Lob ins Protokoll geschrieben.",
      "expandedUrl" : "https://twitter.com/i/web/status/1937649588843225729"
    }
  },
  {
    "like" : {
      "tweetId" : "1936956873652068861",
      "fullText" : "Danke für 300 Einsendungen zum Floskelpreis! Die Jury ist erschüttert und begeistert zugleich",
      "expandedUrl" : "https://twitter.com/i/web/status/1936956873652068861"
    }
  },
  {
    "like" : {
      "tweetId" : "1936902786940670895",
      "fullText" : "Aus der Reihe »Alltag«: Heute schon gelüftet?",
      "expandedUrl" : "https://twitter.com/i/web/status/1936902786940670895"
    }
  },
  {
    "like" : {
      "tweetId" : "1934859891027461149",
      "fullText" : "Kleine Freude am Rande: Die Sitzung ist ausgefallen und alle haben etwas geschafft.",
      "expandedUrl" : "https://twitter.com/i/web/status/1934859891027461149"
    }
  },
  {
    "like" : {
      "tweetId" : "1934568171982025852",
      "fullText" : "Aus der Reihe »Alltag«: Das neue Handbuch hat nur noch zwölf Seiten.",
      "expandedUrl" : "https://twitter.com/i/web/status/1934568171982025852"
    }
  },
  {
    "like" : {
      "tweetId" : "1933392145720467135",
      "fullText" : "Frage in die Runde: Im Aufzug wurde heute gegrüßt.",
      "expandedUrl" : "https://twitter.com/i/web/status/1933392145720467135"
    }
  },
  {
    "like" : {
      "tweetId" : "1932046460430075664",
      "fullText" : "Aus der Reihe »Alltag«: Der Drucker druckt. Beidseitig!",
      "expandedUrl" : "https://twitter.com/i/web/status/1932046460430075664"
    }
  },
  {
    "like" : {
      "tweetId" : "1929002963286488376",
      "fullText" : "Kleine Freude am Rande: Ich habe eine Antwort auf eine Rundmail bekommen.",
      "expandedUrl" : "https://twitter.com/i/web/status/1929002963286488376"
    }
  },
  {
    "like" : {
      "tweetId" : "1928965356407433660",
      "fullText" : "Guten Morgen! Unser Faxgerät hat heute Geburtstag.",
      "expandedUrl" : "https://twitter.com/i/web/status/1928965356407433660"
    }
  },
  {
    "like" : {
      "tweetId" : "1921530517876229098",
      "fullText" : "Guten Morgen! Im Aufzug wurde heute gegrüßt.",
      "expandedUrl" : "https://twitter.com/i/web/status/1921530517876229098"
    }
  },
  {
    "like" : {
      "tweetId" : "1919784475446784781",
      "fullText" : "Kaffee ist eine Haltung.",
      "expandedUrl" : "https://twitter.com/i/web/status/1919784475446784781"
    }
  },
  {
    "like" : {
      "tweetId" : "1917960789063016432",
      "fullText" : "Nur mal so: Das neue Handbuch hat nur noch zwölf Seiten.",
      "expandedUrl" : "https://twitter.com/i/web/status/1917960789063016432"
    }
  },
  {
    "like" : {
      "tweetId" : "1917315237544544453",
      "fullText" : "Guten Morgen! Der Praktikant hat unser Logo schöner gezeichnet als die Agentur.",
      "expandedUrl" : "https://twitter.com/i/web/status/1917315237544544453"
    }
  },
  {
    "like" : {
      "tweetId" : "1916321619760550974",
      "fullText" : "Kleine Freude am Rande: Im Aufzug wurde heute gegrüßt.",
      "expandedUrl" : "https://twitter.com/i/web/status/1916321619760550974"
    }
  },
  {
    "like" : {
      "tweetId" : "1915677700414694876",
      "expandedUrl" : "https://twitter.com/i/web/status/1915677700414694876"
    }
  },
  {
    "like" : {
      "tweetId" : "1915120404539558505",
      "fullText" : "Nur mal so: Der Drucker druckt. Beidseitig!",
      "expandedUrl" : "https://twitter.com/i/web/status/1915120404539558505"
    }
  },
  {
    "like" : {
      "tweetId" : "1911512846147949007",
      "fullText" : "Vier Buchtipps für alle, die beruflich Reden schreiben müssen, dürfen oder wollen",
      "expandedUrl" : "https://twitter.com/i/web/status/1911512846147949007"
    }
  },
  {
    "like" : {
      "tweetId" : "1903829840326162238",
      "fullText" : "»Sagen Sie doch mal was Lustiges« ist kein Briefing.",
      "expandedUrl" : "https://twitter.com/i/web/status/1903829840326162238"
    }
  },
  {
    "like" : {
      "tweetId" : "1903130976436346506",
      "fullText" : "Nur mal so: Die Kantine beschriftet das Essen jetzt verständlich.",
      "expandedUrl" : "https://twitter.com/i/web/status/1903130976436346506"
    }
  },
  {
    "like" : {
      "tweetId" : "1902579435719846984",
      "fullText" : "Aus der Reihe »Alltag«: Unser Faxgerät hat heute Geburtstag.",
      "expandedUrl" : "https://twitter.com/i/web/status/1902579435719846984"
    }
  },
  {
    "like" : {
      "tweetId" : "1901652970623268745",
      "fullText" : "Lesetipp zum Wochenende: unsere neue Reihe über die Kunst, Nein zu sagen und trotzdem eingeladen zu werden",
      "expandedUrl" : "https://twitter.com/i/web/status/1901652970623268745"
    }
  },
  {
    "like" : {
      "tweetId" : "1900637825512132296",
      "fullText" : "Frage in die Runde: Die Sitzung ist ausgefallen und alle haben etwas geschafft.",
      "expandedUrl" : "https://twitter.com/i/web/status/1900637825512132296"
    }
  },
  {
    "like" : {
      "tweetId" : "1899914394802155792",
      "fullText" : "Nur mal so: Unser Faxgerät hat heute Geburtstag.",
      "expandedUrl" : "https://twitter.com/i/web/status/1899914394802155792"
    }
  },
  {
    "like" : {
      "tweetId" : "1895546559306430926",
      "fullText" : "Aus der Reihe »Alltag«: Die Möwen sind wieder da.",
      "expandedUrl" : "https://twitter.com/i/web/status/1895546559306430926"
    }
  },
  {
    "like" : {
      "tweetId" : "1893180057775746113",
      "fullText" : "Frage in die Runde: Der Praktikant hat unser Logo schöner gezeichnet als die Agentur.",
      "expandedUrl" : "https://twitter.com/i/web/status/1893180057775746113"
    }
  },
  {
    "like" : {
      "tweetId" : "1891914267526141884",
      "fullText" : "Kleine Freude am Rande: Der Praktikant hat unser Logo schöner gezeichnet als die Agentur.",
      "expandedUrl" : "https://twitter.com/i/web/status/1891914267526141884"
    }
  },
  {
    "like" : {
      "tweetId" : "1889481864615567134",
      "fullText" : "Frage in die Runde: Heute schon gelüftet?",
      "expandedUrl" : "https://twitter.com/i/web/status/1889481864615567134"
    }
  },
  {
    "like" : {
      "tweetId" : "1887683559392070016",
      "fullText" : "Kleine Freude am Rande: Heute schon gelüftet?",
      "expandedUrl" : "https://twitter.com/i/web/status/1887683559392070016"
    }
  }
]