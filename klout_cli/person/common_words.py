"""Common German and English words, which don't make topics.

Compiled for klout, under its licence: function words, and everyday words that say little about a
text.
"""

GERMAN_GRAMMAR = """
der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner keines mein
meine meinen meinem meiner meines dein deine deinen deinem deiner deines sein seine seinen seinem
seiner seines ihr ihre ihren ihrem ihrer ihres unser unsere unseren unserem unserer unseres euer
eure euren eurem eurer eures dies diese diesen diesem dieser dieses jede jeden jedem jeder jedes
jene jenen jenem jener jenes welche welchen welchem welcher welches manche manchen manchem mancher
manches solche solchen solchem solcher solches alle allen allem aller alles viele vielen vieler
mehrere mehreren mehrerer wenige wenigen weniger einige einigen einiger beide beiden beider ab an am
ans auf aufs aus außer bei beim bis bzgl dank durch durchs für fürs gegen gegenüber gemäß hinter im
in ins innerhalb außerhalb laut mit mithilfe mittels nach neben ohne per pro seit statt trotz über
übers um ums unter unterm vom von vor vorm während wegen zu zum zur zwecks zwischen via samt entlang
anhand aufgrund ich du er sie es wir mich dich ihn uns euch mir dir ihm ihnen sich man wer wen wem
wessen was etwas nichts jemand jemanden jemandem niemand niemanden niemandem irgendwer irgendwas und
oder aber denn sondern sowie sowohl weder noch entweder als wie dass daß weil da damit ob obwohl
wenn falls sobald solange bevor nachdem indem sodass seitdem obgleich wobei wodurch woran worauf
woraus worin worüber wovon wozu womit wofür wogegen warum weshalb wieso wann wo woher wohin wieviel
dabei dadurch dafür dagegen daher dahin danach daneben daran darauf daraus darin darüber darum
darunter davon davor dazu dazwischen deshalb deswegen demnach trotzdem dennoch jedoch allerdings
außerdem zudem hier hierbei hierfür hiermit hierzu dort daheim drin raus rein hin her nun jetzt dann
sonst so also eben halt ja nein nicht doch mal schon auch nur sehr ganz gar etwa fast kaum mehr
meist meistens viel wenig recht ziemlich wirklich eigentlich natürlich vielleicht wohl bestimmt
sicher sogar selbst selber einander insbesondere besonders bereits bisher bislang immer nie niemals
oft häufig manchmal selten wieder nochmal nochmals stets gerade gleich bald später früher zuerst
zuletzt schließlich endlich einmal zweimal dreimal erstmal überhaupt übrigens jeweils insgesamt
ungefähr bzw usw etc ggf ca evtl inkl zb nr mio mrd bitte danke okay ok hallo bin bist ist sind seid
war warst waren wart wäre wären gewesen sei seien habe hab hast hat haben habt hatte hatten hätte
hätten gehabt werde wirst wird werden werdet wurde wurden würde würden worden geworden kann kannst
können könnt konnte konnten könnte könnten muss musst müssen müsst musste mussten müsste müssten
soll sollst sollen sollt sollte sollten will willst wollen wollt wollte wollten darf darfst dürfen
durfte durften dürfte mag magst mögen mochte möchte möchten lassen lässt lasse ließ gibt gib gebe
gab geben eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf hundert tausend
"""
GERMAN_EVERYDAY = """
machen macht mache machst gemacht machte tun tut getan gehen geht gehe ging gegangen kommen kommt
komme kam kamen gekommen sagen sagt sage sagte gesagt sehen sieht sehe sah gesehen finden finde
findet fand gefunden stehen steht stand bleiben bleibt blieb liegen liegt lag nehmen nimmt nahm
genommen bringen bringt brachte gebracht denken denkt dachte gedacht wissen weiß wusste gewusst
glauben glaubt heißen heißt zeigen zeigt gezeigt brauchen braucht halten hält gehalten fragen fragt
gefragt helfen hilft geholfen freuen freut freue schauen schaut schau hören hört gehört lesen liest
gelesen weiterlesen kennen kennt klingen klingt gut gute guten gutem guter gutes besser bessere
besseren beste besten bester bestes groß große großen großer großes größer größte klein kleine
kleinen kleiner kleines neu neue neuen neuer neues neueste alt alte alten alter altes lang lange
langen kurz kurze kurzen hoch hohe hohen schön schöne schönen schöner wichtig wichtige wichtigen
wichtigste wichtigsten richtig richtige richtigen einfach einfache einfachen erste ersten erstes
erster zweite zweiten zweites zweiter dritte dritten letzte letzten letztes letzter nächste nächsten
nächstes nächster ander andere anderen anderer anderes weitere weiteren eigene eigenen gesamte
gesamten ganze ganzen möglich klar weit genau gern gerne heute gestern morgen abends morgens weiter
zusammen los vorbei herzlich herzlichen lieb liebe lieben lieber Tag Tage Tagen Tages Woche Wochen
Wochenende Monat Monate Monaten Jahr Jahre Jahren Jahres Stunde Stunden Minute Minuten Sekunde
Sekunden Uhr Zeit Zeiten Moment Mal Abend Vormittag Nachmittag Nacht Mittag Montag Dienstag Mittwoch
Donnerstag Freitag Samstag Sonnabend Sonntag Januar Februar März April Mai Juni Juli August
September Oktober November Dezember Frühling Sommer Herbst Winter Mensch Menschen Leute Leuten
Person Personen Frau Frauen Herr Herren Mann Männer Kind Kinder Kindern Freund Freunde Welt Leben
Ding Dinge Dingen Sache Sachen Art Weise Weg Wege Seite Seiten Teil Teile Stück Punkt Punkte Zahl
Zahlen Anzahl Prozent Euro Meter Kilo Ende Anfang Beginn Schluss Grund Gründe Fall Fälle Frage
Fragen Antwort Antworten Beispiel Beispiele Beispielen Thema Themen Problem Probleme Idee Ideen Ziel
Ziele Ort Orte Platz Raum Haus Hause Häuser Häusern Hand Hände Kopf Blick Wort Worte Wörter Satz
Sätze Sätzen Text Texte Name Namen Spaß Freude Glück Dank Gruß Grüße Meinung Rest Reihe Runde Tipp
Tipps Ausnahme Ausnahmen Regel Regeln Möglichkeit Möglichkeiten Form Bereich Rahmen Rolle Stelle
Schritt Schritte Gefühl Rat Wunsch Lust Hilfe Besuch Bild Bilder Foto Fotos Video Videos Beitrag
Beiträge Artikel Blog Post Posts Link Links Bio Profil Kommentar Kommentare Kommentaren
"""
ENGLISH_BEFORE_NOUNS = """
a an the my your his her its our their this that these those every each no some any all both many
few several much more most another other such what which whose about above across after against
along among around as at before behind below beneath beside besides between beyond by despite down
during except for from in inside into like near of off on onto out outside over past per since
through throughout toward towards under until upon via with within without
"""
"""Articles, possessives and prepositions."""
ENGLISH_GRAMMAR = """
i me you he him she it we us they them myself yourself himself herself itself ourselves yourselves
themselves mine yours hers ours theirs who whom whoever whatever somebody someone something anybody
anyone anything everybody everyone everything nobody nothing none one ones and or but nor so yet if
then else than because while although though unless whether when whenever where wherever why how to
too not only just also very really quite rather almost even still ever never always often sometimes
again already once twice maybe perhaps here there now soon later up away back well yes please thanks
thank hello hi ok okay am is are was were be been being do does did done doing have has had having
will would shall should can could may might must ought cannot let lets i'm you're he's she's it's
we're they're i've you've we've they've i'd you'd he'd she'd we'd they'd i'll you'll he'll she'll
we'll they'll that's there's here's what's who's let's isn't aren't wasn't weren't don't doesn't
didn't haven't hasn't hadn't won't wouldn't can't couldn't shouldn't mustn't ain't two three four
five six seven eight nine ten eleven twelve hundred thousand million etc
"""
ENGLISH_EVERYDAY = """
get gets got getting gotten go goes going went gone come comes came coming make makes made making
take takes took taken taking give gives gave given giving say says said saying tell tells told see
sees saw seen seeing look looks looked looking know knows knew known knowing think thinks thought
thinking want wants wanted need needs needed use uses used using find finds found finding put puts
keep keeps kept keeping try tries tried trying ask asks asked asking feel feels felt become becomes
became leave leaves left call calls called show shows showed shown mean means meant seem seems
seemed turn turns turned start starts started starting begin begins began happen happens happened
hear hears heard help helps helped helping talk talks talked talking love loves loved likes liked
read reads reading join share shares shared check watch follow follows followed post posts posted
link links bio live lives lived bring brings brought hold holds held move moves moved good better
best great big bigger biggest small smaller little new newer newest old older oldest long longer
short high higher low lower large early late last next first second third own same different
important right wrong real true sure easy hard nice free full whole possible available able ready
happy proud excited amazing awesome interesting simple cheap cheapest clear enough less least ago
today tomorrow yesterday together instead actually probably finally recently simply currently
especially day days week weeks weekend month months year years hour hours minute minutes seconds
time times moment morning evening night afternoon monday tuesday wednesday thursday friday saturday
sunday january february march april june july august september october november december spring
summer autumn fall winter people person man men woman women kid kids child children friend friends
guy guys world life thing things stuff way ways part parts piece side place places point points
number numbers lot lots bit end beginning reason reasons case cases question questions answer
answers example examples topic topics problem problems idea ideas goal goals room house home hand
hands head word words sentence sentences text texts name names fun kind sort type types set list
step steps tip tips chance option options rest fact facts opinion experience picture pictures photo
photos video videos article articles blog comment comments profile percent
"""
