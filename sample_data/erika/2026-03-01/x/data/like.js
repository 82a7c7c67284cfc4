window.YTD.like.part0 = [
  {
    "like" : {
      "tweetId" : "2025108887254756526",
      "fullText" : "Frage in die Runde: Unser Faxgerät hat heute Geburtstag.",
      "expandedUrl" : "https://twitter.com/i/web/status/2025108887254756526"
    }
  },
  {
    "like" : {
      "tweetId" : "2024429974628795717",
      "fullText" : "Nur mal so: Wir haben die Öffnungszeiten nach oben gestellt.",
      "expandedUrl" : "https://twitter.com/i/web/status/2024429974628795717"
    }
  },
  {
    "like" : {
      "tweetId" : "2022019343595059340",
      "fullText" : "Museen müssen nicht lauter werden, sondern verständlicher. Unser Bericht über ein Jahr klare Sprache an den Wänden",
      "expandedUrl" : "https://twitter.com/i/web/status/2022019343595059340"
    }
  },
  {
    "like" : {
      "tweetId" : "2021205349126346569",
      "fullText" : "Guten Morgen! Die Sitzung ist ausgefallen und alle haben etwas geschafft.",
      "expandedUrl" : "https://twitter.com/i/web/status/2021205349126346569"
    }
  },
  {
    "like" : {
      "tweetId" : "2018601388170691050",
      "fullText" : "Guten Morgen! Heute schon gelüftet?",
      "expandedUrl" : "https://twitter.com/i/web/status/2018601388170691050"
    }
  },
  {
    "like" : {
      "tweetId" : "2017763277807836443",
      "expandedUrl" : "https://twitter.com/i/web/status/2017763277807836443"
    }
  },
  {
    "like" : {
      "tweetId" : "2017577796865340082",
      "fullText" : "Guten Morgen! Der Drucker druckt. Beidseitig!",
      "expandedUrl" : "https://twitter.com/i/web/status/2017577796865340082"
    }
  },
  {
    "like" : {
      "tweetId" : "2015057177279126528",
      "fullText" : "Gestern 80 Leute im Saal, heute 80 Seiten Protokoll. Danke an alle Helferinnen!",
      "expandedUrl" : "https://twitter.com/i/web/status/2015057177279126528"
    }
  },
  {
    "like" : {
      "tweetId" : "2014032978431277385",
      "fullText" : "Unser Barcamp zur internen Kommunikation hat noch 12 freie Plätze. Anmeldung bis Freitag, Teilgabe erwünscht! #Kommunikation",
      "expandedUrl" : "https://twitter.com/i/web/status/2014032978431277385"
    }
  },
  {
    "like" : {
      "tweetId" : "2012769152016298809",
      "fullText" : "Nur mal so: Die Sitzung ist ausgefallen und alle haben etwas geschafft.",
      "expandedUrl" : "https://twitter.com/i/web/status/2012769152016298809"
    }
  },
  {
    "like" : {
      "tweetId" : "2012609684371368929",
      "fullText" : "Aus der Reihe »Alltag«: Die Sitzung ist ausgefallen und alle haben etwas geschafft.",
      "expandedUrl" : "https://twitter.com/i/web/status/2012609684371368929"
    }
  },
  {
    "like" : {
      "tweetId" : "2003331429108366846",
      "fullText" : "Frage in die Runde: Jemand hat ein Lob ins Protokoll geschrieben.",
      "expandedUrl" : "https://twitter.com/i/web/status/2003331429108366846"
    }
  },
  {
    "like" : {
      "tweetId" : "2002598691170383427",
      "fullText" : "Der neue Leitfaden für Krisenkommunikation in kleinen Betrieben ist da, kostenlos und ohne Anmeldung",
      "expandedUrl" : "https://twitter.com/i/web/status/2002598691170383427"
    }
  },
  {
    "like" : {
      "tweetId" : "2001676910831052555",
      "fullText" : "Stammtisch der Texterinnen und Texter am Donnerstag, 18 Uhr, hinten links. Neue sind willkommen",
      "expandedUrl" : "https://twitter.com/i/web/status/2001676910831052555"
    }
  },
  {
    "like" : {
      "tweetId" : "2001175934927960018",
      "fullText" : "Nebel über der Speicherstadt, heute 7:05 Uhr",
      "expandedUrl" : "https://twitter.com/i/web/status/2001175934927960018"
    }
  },
  {
    "like" : {
      "tweetId" : "2000925856870674538",
      "fullText" : "Guten Morgen! Jemand hat ein Lob ins Protokoll geschrieben.",
      "expandedUrl" : "https://twitter.com/i/web/status/2000925856870674538"
    }
  },
  {
    "like" : {
      "tweetId" : "2000207453559680596",
      "fullText" : "Nur mal so: Der Praktikant hat unser Logo schöner gezeichnet als die Agentur.",
      "expandedUrl" : "https://twitter.com/i/web/status/2000207453559680596"
    }
  },
  {
    "like" : {
      "tweetId" : "1998245884830783312",
      "fullText" : "Guten Morgen! Das neue Handbuch hat nur noch zwölf Seiten.",
      "expandedUrl" : "https://twitter.com/i/web/status/1998245884830783312"
    }
  },
  {
    "like" : {
      "tweetId" : "1996711787240072035",
      "fullText" : "Aus der Reihe »Alltag«: Wir haben die Öffnungszeiten nach oben gestellt.",
      "expandedUrl" : "https://twitter.com/i/web/status/1996711787240072035"
    }
  },
  {
    "like" : {
      "tweetId" : "1992620689409954140",
      "fullText" : "Am 12. ist wieder Schreibwerkstatt in der Bücherei Beispielallee. Bringt Stift, Mut und einen schlechten Absatz mit",
      "expandedUrl" : "https://twitter.com/i/web/status/1992620689409954140"
    }
  },
  {
    "like" : {
      "tweetId" : "1991188816647865646",
      "fullText" : "Frage in die Runde: Die Möwen sind wieder da.",
      "expandedUrl" : "https://twitter.com/i/web/status/1991188816647865646"
    }
  },
  {
    "like" : {
      "tweetId" : "1988075314673920177",
      "fullText" : "Kleine Freude am Rande: Die Kantine beschriftet das Essen jetzt verständlich.",
      "expandedUrl" : "https://twitter.com/i/web/status/1988075314673920177"
    }
  },
  {
    "like" : {
      "tweetId" : "1984970876620659122",
      "fullText" : "Frage in die Runde: Wir haben die Öffnungszeiten nach oben gestellt.",
      "expandedUrl" : "https://twitter.com/i/web/status/1984970876620659122"
    }
  },
  {
    "like" : {
      "tweetId" : "1983845499918926641",
      "fullText" : "Nur mal so: Heute schon gelüftet?",
      "expandedUrl" : "https://twitter.com/i/web/status/1983845499918926641"
    }
  },
  {
    "like" : {
      "tweetId" : "1983739988265224698",
      "expandedUrl" : "https://twitter.com/i/web/status/1983739988265224698"
    }
  },
  {
    "like" : {
      "tweetId" : "1983421676015459403",
      "fullText" : "Kleine Freude am Rande: Unser Faxgerät hat heute Geburtstag.",
      "expandedUrl" : "https://twitter.com/i/web/status/1983421676015459403"
    }
  },
  {
    "like" : {
      "tweetId" : "1983241474373920653",
      "fullText" : "Umfrage: Wie viele Freigabeschleifen hat bei euch ein Text, bevor er erscheinen darf? Ergebnisse nächste Woche",
      "expandedUrl" : "https://twitter.com/i/web/status/1983241474373920653"
    }
  },
  {
    "like" : {
      "tweetId" : "1983091008165452648",
      "fullText" : "Aus der Reihe »Alltag«: Ich habe eine Antwort auf eine Rundmail bekommen.",
      "expandedUrl" : "https://twitter.com/i/web/status/1983091008165452648"
    }
  },
  {
    "like" : {
      "tweetId" : "1980345791675608465",
      "fullText" : "Neue Folge: Warum Leichte Sprache schwer zu schreiben ist und wieso es sich trotzdem lohnt",
      "expandedUrl" : "https://twitter.com/i/web/status/1980345791675608465"
    }
  },
  {
    "like" : {
      "tweetId" : "1980126445969752495",
      "fullText" : "Der Workshop »Zuhören für Vielredner« ist ausgebucht. Ausgerechnet. Warteliste ist offen",
      "expandedUrl" : "https://twitter.com/i/web/status/1980126445969752495"
    }
  },
  {
    "like" : {
      "tweetId" : "1979044601929487582",
      "fullText" : "Kleine Freude am Rande: Der Drucker druckt. Beidseitig!",
      "expandedUrl" : "https://twitter.com/i/web/status/1979044601929487582"
    }
  },
  {
    "like" : {
      "tweetId" : "1976981600254953072",
      "fullText" : "Kleine Freude am Rande: Die Möwen sind wieder da.",
      "expandedUrl" : "https://twitter.com/i/web/status/1976981600254953072"
    }
  },
  {
    "like" : {
      "tweetId" : "1976328328838234322",
      "fullText" : "Aus der Reihe »Alltag«: Jemand hat ein Lob ins Protokoll geschrieben.",
      "expandedUrl" : "https://twitter.com/i/web/status/1976328328838234322"
    }
  },
  {
    "like" : {
      "tweetId" : "1970965409855246467",
      "fullText" : "Probealarm bestanden: vom Anruf bis zur ersten Meldung 17 Minuten. Vor einem Jahr waren es 95. Was wir geändert haben",
      "expandedUrl" : "https://twitter.com/i/web/status/1970965409855246467"
    }
  },
  {
    "like" : {
      "tweetId" : "1967479099801807883",
      "fullText" : "Aus der Reihe »Alltag«: Der Praktikant hat unser Logo schöner gezeichnet als die Agentur.",
      "expandedUrl" : "https://twitter.com/i/web/status/1967479099801807883"
    }
  },
  {
    "like" : {
      "tweetId" : "1966776628567337949",
      "fullText" : "Frage in die Runde: Das neue Handbuch hat nur noch zwölf Seiten.",
      "expandedUrl" : "https://twitter.com/i/web/status/1966776628567337949"
    }
  },
  {
    "like" : {
      "tweetId" : "1964337036049442343",
      "fullText" : "Nur mal so: Im Aufzug wurde heute gegrüßt.",
      "expandedUrl" : "https://twitter.com/i/web/status/1964337036049442343"
    }
  },
  {
    "like" : {
      "tweetId" : "1963745400053975534",
      "fullText" : "Nur mal so: Die Möwen sind wieder da.",
      "expandedUrl" : "https://twitter.com/i/web/status/1963745400053975534"
    }
  },
  {
    "like" : {
      "tweetId" : "1963278872233130063",
      "fullText" : "Aus der Reihe »Alltag«: Im Aufzug wurde heute gegrüßt.",
      "expandedUrl" : "https://twitter.com/i/web/status/1963278872233130063"
    }
  },
  {
    "like" : {
      "tweetId" : "1962123038816180718",
      "fullText" : "Wer schreibt eigentlich die Texte für Fahrstühle? Ich hätte da Anmerkungen.",
      "expandedUrl" : "https://twitter.com/i/web/status/1962123038816180718"
    }
  },
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
      "fullText" : "Die Elbe führt wieder Eis. Fotos vom Morgen aus Övelgönne",
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
      "fullText" : "Kleine Freude am Rande: Wir haben die Öffnungszeiten nach oben gestellt.",
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