"""Holidays by name: how people call them, and which rule gives their date.

One line a holiday: its rule, then its names. Rules: ``12-25`` a day of the year; ``4thu11`` the fourth Thursday of
November, ``-1mon5`` the last Monday of May, ``mon<5-25`` the last Monday before; ``easter-2``, ``orthodox+1``
days from Easter Sunday; ``@diwali-2`` days from a line of the feast tables; ``hebrew7-1`` a day of the Hebrew
calendar (1 is Nisan). ``*3`` behind a rule: it lasts three days. ``workday10-16`` the working day at or
before. ``US:`` before a rule: in that country only.
"""

from __future__ import annotations

from functools import lru_cache

_LINES = """
1-1 = new years day|new year|new years|new year day
12-31 = new years eve|new year eve|silvester|hogmanay
12-24*9 = the holidays|the holiday season|the christmas holidays|the winter holidays|christmas break|winter break
12-25 = christmas|christmas day|xmas|xmas day|x-mas
12-24 = christmas eve|xmas eve
12-26 = boxing day|st stephens day|saint stephens day|second christmas day
12-26*7 = kwanzaa
1-6 = epiphany|three kings day|three kings
1-7 = orthodox christmas|orthodox christmas day
1-14 = orthodox new year|old new year
2-2 = groundhog day|candlemas
2-14 = valentines day|valentine day|st valentines day|saint valentines day
3-17 = st patricks day|saint patricks day|st paddys day|saint paddys day
3-8 = international womens day|womens day
3-14 = pi day
3-20 = international day of happiness|day of happiness
3-22 = world water day
4-1 = april fools day|april fools|all fools day
4-7 = world health day
4-16 = emancipation day
4-22 = earth day|international mother earth day
4-23 = st georges day|saint georges day|feast of saint george|world book day
4-25 = anzac day
4-27 = koningsdag|kings day|king day
5-1 = may day|international workers day|workers day|loyalty day|law day
5-3 = world press freedom day
5-4 = chinese youth day|star wars day
5-5 = cinco de mayo|liberation day
5-8 = time of remembrance and reconciliation|victory in europe day|ve day
5-9 = victory day|europe day
5-25 = africa day|towel day
6-5 = world environment day
6-8 = world oceans day
6-14 = flag day|world blood donor day
6-19 = juneteenth|juneteenth day|freedom day
6-20 = world refugee day
6-21 = international yoga day|world music day
6-23 = public service day|united nations public service day
6-24 = saint john the baptist day|st jean baptiste day|midsummer day
7-1 = canada day
7-4 = independence day|us independence day|fourth of july
7-11 = world population day
7-14 = bastille day
7-18 = nelson mandela day|mandela day
8-15 = assumption day|assumption of mary|feast of the assumption|assumption
8-12 = international youth day
8-19 = world humanitarian day
9-11 = patriot day
9-15 = engineers day|international day of democracy
9-16 = mexican independence day
9-21 = international day of peace|peace day
9-27 = world tourism day
10-1 = international day of older persons
10-2 = gandhi jayanti|gandhi day|international day of non violence
10-3 = day of german unity|german unity day
10-4 = feast of st francis of assisi|feast of saint francis of assisi
10-5 = world teachers day
10-10 = world mental health day
10-11 = national coming out day|coming out day
10-16 = world food day
10-24 = united nations day|un day
10-31 = halloween|halloween day|hallowe'en|all hallows eve|reformation day
11-1 = all saints day|all saints|dia de los muertos
11-2 = all souls day|day of the dead
11-5 = guy fawkes night|guy fawkes day|bonfire night
11-11 = veterans day|remembrance day|armistice day|veteran day
11-14 = world diabetes day|childrens day
11-19 = international mens day|mens day|world toilet day
11-20 = africa industrialization day|world childrens day|universal childrens day
12-1 = world aids day
12-5 = international volunteer day|krampusnacht
12-6 = st nicholas day|saint nicholas day|st nicholas feast day
12-8 = feast of the immaculate conception|immaculate conception|immaculate conception day
12-10 = human rights day
12-13 = saint lucias day|st lucias day|saint lucy day
1-13 = lohri
1-15 = army day
1-25 = burns night|robert burns day
1-26 = australia day|republic day
1-27 = international holocaust remembrance day
2-6 = waitangi day
2-12 = lincolns birthday|darwin day
2-22 = washingtons birthday observed
2-29 = leap day
3-1 = st davids day|saint davids day
3-21 = human rights day south africa|world poetry day
4-14 = dr ambedkar jayanti|ambedkar jayanti|pan american day
5-15 = international day of families
5-24 = bermuda day
5-31 = world no tobacco day
8-1 = swiss national day|lammas day|emancipation day jamaica
8-26 = womens equality day
9-17 = constitution day|vishwakarma puja
10-12 = national day of spain|fiesta nacional
10-30 = mischief night
11-9 = world freedom day
11-30 = st andrews day|saint andrews day
12-7 = pearl harbor day|pearl harbor remembrance day
12-15 = bill of rights day
12-16 = day of reconciliation
12-23 = festivus
12-28 = feast of the holy innocents|holy innocents day
4-15 = tax day
3mon1 = martin luther king day|martin luther kings day|martin luther king jr day|mlk day|mlk jr day
    |civil rights day|martin luther king junior day|martin luther king
3mon2 = presidents day|president day|washingtons birthday|washington day|family day|daisy gatson bates day
-1mon5 = memorial day|decoration day|spring bank holiday
1mon9 = labor day
US:1mon9 = labour day
CA:1mon9 = labour day
5-1 = labour day
2mon10 = columbus day|indigenous peoples day|indigenous people day|native americans day
CA:2mon10 = thanksgiving|thanksgiving day
4thu11 = thanksgiving|thanksgiving day|turkey day|us thanksgiving|american thanksgiving
2mon10 = canadian thanksgiving
4thu11+1 = black friday
4thu11+2 = small business saturday
4thu11+4 = cyber monday
4thu11+5 = giving tuesday
1mon5 = early may bank holiday|may bank holiday|early may day
-1mon8 = august bank holiday|summer bank holiday|late summer bank holiday
mon<5-25 = victoria day|sovereigns birthday
1mon8 = civic holiday|civic day
2sun5 = mothers day|mother day
GB:easter-21 = mothers day
IE:easter-21 = mothers day
easter-21 = mothering sunday|uk mothers day
3sun6 = fathers day|father day
1mon9-0 = labor day monday
1sun9+7 = national grandparents day|grandparents day
tue>11-2 = election day|us election day
workday10-16 = boss day|bosss day|national boss day|boss appreciation day
1mon10 = world habitat day
1sat5 = kentucky derby|free comic book day
3sat5 = armed forces day
-1fri4 = arbor day|national arbor day
3sat10 = sweetest day
4wed4 = administrative professionals day|secretaries day|secretarys day|admin day
4thu4 = take your daughters and sons to work day|take our daughters and sons to work day|take your child to work day
1thu5 = national day of prayer
-1fri7 = system administrator appreciation day|sysadmin day
3fri4*3 = global youth service day
2sun3 = daylight saving start day
1tue8 = national night out
3thu11 = great american smokeout
1sun8 = friendship day|international friendship day
2tue2 = safer internet day
easter-47 = mardi gras|shrove tuesday|pancake day|pancake tuesday|fat tuesday|carnival tuesday
easter-48 = shrove monday|rosenmontag|rose monday|carnival monday
easter-46 = ash wednesday
easter-46*46 = lent
easter-7 = palm sunday
easter-3 = maundy thursday|holy thursday|covenant thursday|thu of mysteries|thursday of mysteries|sheer thursday
easter-2 = good friday|great friday|holy friday
easter-1 = holy saturday|black saturday|easter eve|easter saturday
easter+0 = easter|easter sunday|easter day
easter+1 = easter monday|easter mon
easter-7*7 = holy week
easter-2*4 = easter weekend|easter holidays
easter+39 = ascension day|ascension thursday|ascension|feast of the ascension
easter+49 = pentecost|whit sunday|whitsun|white sunday
easter+50 = whit monday|pentecost monday|monday of the holy spirit
easter+56 = trinity sunday
easter+60 = corpus christi|feast of corpus christi
easter+68 = sacred heart friday
orthodox+0 = orthodox easter|orthodox easter sunday|pascha|greek easter
orthodox+1 = orthodox easter monday
orthodox-2 = orthodox good friday|orthodox great friday
orthodox-1 = orthodox holy saturday|orthodox easter saturday|great saturday
orthodox-3 = orthodox maundy thursday|orthodox covenant thursday
orthodox-7 = orthodox palm sunday|branch sunday
orthodox-8 = lazarus saturday
orthodox-48 = clean monday|orthodox shrove monday|ash monday|pure monday|monday of lent|orthodox ash monday
orthodox-48*48 = great lent|orthodox lent
orthodox-7*7 = orthodox holy week
orthodox+39 = orthodox ascension day|orthodox ascension
orthodox+49 = orthodox pentecost
orthodox+50 = orthodox whit monday|orthodox pentecost monday
orthodox+56 = orthodox trinity sunday
orthodox-57 = orthodox meatfare sunday
hebrew1-15*9 = passover|pesach|pesah
hebrew1-27 = yom hashoah|yom ha shoah|holocaust day|yom ha'shoah|holocaust remembrance day
hebrew2-4 = yom hazikaron
hebrew2-5 = yom haatzmaut|yom ha'atzmaut|yom haatzma'ut|israeli independence day|israel independence day
hebrew2-18 = lag baomer|lag b'omer|lag laomer|lag ba'omer
hebrew3-6*3 = shavuot|shavuos|shavuoth|feast of weeks|feast of the ingathering harvest
hebrew5-9 = tisha b'av|tisha bav|ninth of av
hebrew5-15 = tu b'av
hebrew7-1*3 = rosh hashanah|rosh hashana|rosh hashanna|rosh ha shanah|rosh ha-shanah|jewish new year|yom teruah
hebrew7-10 = yom kippur|yom kipur|day of atonement
hebrew7-15*9 = sukkot|sukkos|succot|succos|succoth|sukkoth|feast of tabernacles|feast of booths
    |feast of the ingathering
hebrew7-21 = hoshana rabbah|hoshanah rabah
hebrew7-22 = shemini atzeret|shmini atzeret
hebrew7-23 = simchat torah|simhat torah|simchas torah
hebrew9-25*8 = hanukkah|hannukkah|chanukah|chanukkah|hanukah|hannukah|chanuka|hanuka|festival of lights
hebrew11-15 = tu bishvat|tu bishevat|tu b'shvat
hebrew12-14 = purim
hebrew12-15 = shushan purim
@eid-al-fitr = eid al fitr|eid ul fitr|id al fitr|eid|id ul fitr|eid al-fitar|idul fitri
@eid-al-adha = eid al adha|eid ul adha|id ul adha|id al adha|sacrifice feast|feast of the sacrifice
    |festival of sacrifice|bakr id|bakr eid|bakri id|bakrid
@ramadan*ramadan = ramadan|ramzan|ramadhan|ramathan|ramazan
@ramadan+26 = laylat al qadr|laylat al kadr|night of power|night of measures|night of destiny|lailat al qadr
    |laylatul qadr
@hijri = islamic new year|hijri new year|muharram|first of muharram|amun jadid
@hijri+9 = ashura|day of ashura|day of ashurah|yom ashura
@mawlid = mawlid|mawlid an nabi|mawlid al nabi|eid milad un nabi|milad un nabi|prophets birthday
    |birth of the prophet|eid e milad
@miraj = isra and miraj|isra and mi'raj|the night journey|the prophets ascension|ascension to heaven
    |night of ascension|isra miraj|isra and mairaj
@jumuat = jamat ul vida|jumu'atul wida|jumat ul vida|jumuatul wida|jamatul vida
@lunar-new-year = chinese new year|chinese lunar new years day|lunar new year|chinese new years day
    |chinese lunar new year|chinese new years|lunar new years|chinas new year|lunar new years day|spring festival
    |chinese spring festival|tet
@lunar-new-year-1 = chinese new years eve|lunar new years eve
@diwali = diwali|deepavali|divali|lakshmi puja|deepawali|dipawali
@diwali-2 = dhanteras|dhanatrayodashi
@diwali-1 = choti diwali|chhoti diwali|kali chaudas|naraka chaturdashi|naraka chaudas|kali chaudash|roop chaudas
@diwali+1 = govardhan puja|annakut|bali pratipada|vikram new year
@diwali+2 = bhai dooj|bhau beej|bhai duj|bhaiya dooj|bhai bij
@chhath = chhath|chhath puja|chhath parva|surya shashthi|dala chhath|dala puja|chhath parv
@holi = holi|dhulandi|phagwah|rangwali holi|dhuleti|phagwa
@holi-1 = chhoti holi|choti holi|holika dahan|kamudu pyre
@onam = onam|thiru onam|thiruvonam
@karva-chauth = karva chauth|karwa chauth|karaka chaturthi
@mahavir = mahavir jayanti|mahaveer jayanti|mahavir janma kalyanak|mahaveer janma kalyanak
@vasant = vasant panchami|basant panchami|saraswati puja|saraswati jayanti
@ganesh = ganesh chaturthi|ganesha chaturthi|vinayaka chaturthi
@ugadi = ugadi|yugadi|gudi padwa|samvatsaradi|chaitra sukladi|chaitra sukhladi|telugu new year
@janmashtami = janmashtami|krishna janmashtami|gokulashtami|sri krishna jayanti|krishna jayanti
@gobind = guru gobind singh birthday|guru gobind singh jayanti|guru govind singh jayanti|guru govind singh birthday
@ravidas = guru ravidas jayanti|guru ravidass jayanti|guru ravidas birthday|guru ravidass birthday
@valmiki = maharishi valmiki jayanti|valmiki jayanti|pargat diwas|maharshi valmiki jayanti
@dussehra = dussehra|dasara|vijayadashami|duserra|dasera|vijaya dashami|dussehara
@navaratri*9 = navaratri|navratri|sharad navratri|durga puja|durgotsava
@dussehra-2 = maha ashtami|durga ashtami
@dussehra-3 = maha saptami
@dussehra-1 = maha navami|mahanavami
@vesak = vesak|vaisakha|buddha day|buddha purnima|waisak|buddhas birthday
@vaisakhi = vaisakhi|baisakhi|vaishakhi|vasakhi|vishu|mesadi
@pongal-1 = bhogi pongal|bhogi
@pongal = pongal|thai pongal|makar sankranti|makara sankranti|maghi|surya pongal|sankranti|uttarayan
@pongal+1 = mattu pongal
@pongal+2 = kaanum pongal|kanni pongal
@raksha = raksha bandhan|rakhi|rakshabandhan
@ram-navami = rama navami|ram navami|sri rama navami
@shivaratri = maha shivaratri|shivaratri|mahashivratri|maha shivratri|shivratri
@nanak = guru nanak jayanti|guru nanak gurpurab|gurpurab|guru nanak birthday|guru nanak dev ji gurpurab
@hanuman = hanuman jayanti
@thaipusam = thaipusam|thai poosam
@rath-yatra = ratha yatra|rath yatra|ratha jatra|rathayatra|ratha-yatra|rath jatra
@guru-purnima = guru purnima|vyasa purnima
@parsi = jamshedi navroz|jamshedi nowroz|parsi new year|jamshedi navaroz|navroz
3-20 = nowruz|nauroz|persian new year|iranian new year
@rabindra = rabindra jayanti|rabindranath jayanti
@earth-hour = earth hour
8-15 = indian independence day|india independence day
IN:8-15 = independence day
"""


# Names that are also common words: only with a capital.
COMMON_WORDS = frozenset({"lent", "carnival", "assumption", "ascension", "epiphany", "holi", "tet", "eid"})


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """Return a word of a name without what people add or leave out at its end."""
    bare = word.removesuffix("'s").replace("'", "")
    return bare[:-1] if len(bare) > 3 and bare.endswith("s") and not bare.endswith("ss") else bare


def _read() -> dict[str, dict[str, str]]:
    """Return for each name, each word as its stem, its rule by country; "" is any country."""
    found: dict[str, dict[str, str]] = {}
    for line in _LINES.replace("\n    |", "|").strip().splitlines():
        rule, _, names = line.partition(" = ")
        country, _, rule = rule.rpartition(":")
        for name in names.split("|"):
            words = name.replace("-", " ").split()
            NAME_WORDS.update(words)
            found.setdefault(" ".join(map(stem, words)), {}).setdefault(country, rule)
    return found


NAME_WORDS: set[str] = set()
RULES = _read()
NAMES_BY_FIRST: dict[str, list[tuple[tuple[str, ...], str]]] = {}
for _name in RULES:
    _first, *_rest = _name.split()
    NAMES_BY_FIRST.setdefault(_first, []).append((tuple(_rest), _name))

# Named by no name: which is meant is seen where it is read.
UNNAMED = frozenset({"the holiday", "the bank holiday", "the public holiday"})
for _name in UNNAMED - RULES.keys():
    _first, *_rest = _name.split()
    NAMES_BY_FIRST[_first].append((tuple(_rest), _name))
    NAME_WORDS.update(_name.split())
