"""What Windows, Outlook and people call time zones.

The Windows names are those of CLDR's table windowsZones, with the zone that it names for the territory "001"
(Unicode licence), in IANA's present spelling.
"""

from __future__ import annotations

_WINDOWS = """
AUS Central Standard Time=Australia/Darwin
AUS Eastern Standard Time=Australia/Sydney
Afghanistan Standard Time=Asia/Kabul
Alaskan Standard Time=America/Anchorage
Aleutian Standard Time=America/Adak
Altai Standard Time=Asia/Barnaul
Arab Standard Time=Asia/Riyadh
Arabian Standard Time=Asia/Dubai
Arabic Standard Time=Asia/Baghdad
Argentina Standard Time=America/Argentina/Buenos_Aires
Astrakhan Standard Time=Europe/Astrakhan
Atlantic Standard Time=America/Halifax
Aus Central W. Standard Time=Australia/Eucla
Azerbaijan Standard Time=Asia/Baku
Azores Standard Time=Atlantic/Azores
Bahia Standard Time=America/Bahia
Bangladesh Standard Time=Asia/Dhaka
Belarus Standard Time=Europe/Minsk
Bougainville Standard Time=Pacific/Bougainville
Canada Central Standard Time=America/Regina
Cape Verde Standard Time=Atlantic/Cape_Verde
Caucasus Standard Time=Asia/Yerevan
Cen. Australia Standard Time=Australia/Adelaide
Central America Standard Time=America/Guatemala
Central Asia Standard Time=Asia/Bishkek
Central Brazilian Standard Time=America/Cuiaba
Central Europe Standard Time=Europe/Budapest
Central European Standard Time=Europe/Warsaw
Central Pacific Standard Time=Pacific/Guadalcanal
Central Standard Time=America/Chicago
Central Standard Time (Mexico)=America/Mexico_City
Chatham Islands Standard Time=Pacific/Chatham
China Standard Time=Asia/Shanghai
Cuba Standard Time=America/Havana
Dateline Standard Time=Etc/GMT+12
E. Africa Standard Time=Africa/Nairobi
E. Australia Standard Time=Australia/Brisbane
E. Europe Standard Time=Europe/Chisinau
E. South America Standard Time=America/Sao_Paulo
Easter Island Standard Time=Pacific/Easter
Eastern Standard Time=America/New_York
Eastern Standard Time (Mexico)=America/Cancun
Egypt Standard Time=Africa/Cairo
Ekaterinburg Standard Time=Asia/Yekaterinburg
FLE Standard Time=Europe/Kyiv
Fiji Standard Time=Pacific/Fiji
GMT Standard Time=Europe/London
GTB Standard Time=Europe/Bucharest
Georgian Standard Time=Asia/Tbilisi
Greenland Standard Time=America/Nuuk
Greenwich Standard Time=Atlantic/Reykjavik
Haiti Standard Time=America/Port-au-Prince
Hawaiian Standard Time=Pacific/Honolulu
India Standard Time=Asia/Kolkata
Iran Standard Time=Asia/Tehran
Israel Standard Time=Asia/Jerusalem
Jordan Standard Time=Asia/Amman
Kaliningrad Standard Time=Europe/Kaliningrad
Kamchatka Standard Time=Asia/Kamchatka
Korea Standard Time=Asia/Seoul
Libya Standard Time=Africa/Tripoli
Line Islands Standard Time=Pacific/Kiritimati
Lord Howe Standard Time=Australia/Lord_Howe
Magadan Standard Time=Asia/Magadan
Magallanes Standard Time=America/Punta_Arenas
Marquesas Standard Time=Pacific/Marquesas
Mauritius Standard Time=Indian/Mauritius
Mexico Standard Time=America/Mexico_City
Mexico Standard Time 2=America/Mazatlan
Mid-Atlantic Standard Time=Etc/GMT+2
Middle East Standard Time=Asia/Beirut
Montevideo Standard Time=America/Montevideo
Morocco Standard Time=Africa/Casablanca
Mountain Standard Time=America/Denver
Mountain Standard Time (Mexico)=America/Mazatlan
Myanmar Standard Time=Asia/Yangon
N. Central Asia Standard Time=Asia/Novosibirsk
Namibia Standard Time=Africa/Windhoek
Nepal Standard Time=Asia/Kathmandu
New Zealand Standard Time=Pacific/Auckland
Newfoundland Standard Time=America/St_Johns
Norfolk Standard Time=Pacific/Norfolk
North Asia East Standard Time=Asia/Irkutsk
North Asia Standard Time=Asia/Krasnoyarsk
North Korea Standard Time=Asia/Pyongyang
Omsk Standard Time=Asia/Omsk
Pacific SA Standard Time=America/Santiago
Pacific Standard Time=America/Los_Angeles
Pacific Standard Time (Mexico)=America/Tijuana
Pakistan Standard Time=Asia/Karachi
Paraguay Standard Time=America/Asuncion
Qyzylorda Standard Time=Asia/Qyzylorda
Romance Standard Time=Europe/Paris
Russia Time Zone 10=Asia/Srednekolymsk
Russia Time Zone 11=Asia/Kamchatka
Russia Time Zone 3=Europe/Samara
Russian Standard Time=Europe/Moscow
SA Eastern Standard Time=America/Cayenne
SA Pacific Standard Time=America/Bogota
SA Western Standard Time=America/La_Paz
SE Asia Standard Time=Asia/Bangkok
Saint Pierre Standard Time=America/Miquelon
Sakhalin Standard Time=Asia/Sakhalin
Samoa Standard Time=Pacific/Apia
Sao Tome Standard Time=Africa/Sao_Tome
Saratov Standard Time=Europe/Saratov
Singapore Standard Time=Asia/Singapore
South Africa Standard Time=Africa/Johannesburg
South Sudan Standard Time=Africa/Juba
Sri Lanka Standard Time=Asia/Colombo
Sudan Standard Time=Africa/Khartoum
Syria Standard Time=Asia/Damascus
Taipei Standard Time=Asia/Taipei
Tasmania Standard Time=Australia/Hobart
Tocantins Standard Time=America/Araguaina
Tokyo Standard Time=Asia/Tokyo
Tomsk Standard Time=Asia/Tomsk
Tonga Standard Time=Pacific/Tongatapu
Transbaikal Standard Time=Asia/Chita
Turkey Standard Time=Europe/Istanbul
Turks And Caicos Standard Time=America/Grand_Turk
US Eastern Standard Time=America/Indiana/Indianapolis
US Mountain Standard Time=America/Phoenix
UTC=Etc/UTC
UTC+12=Etc/GMT-12
UTC+13=Etc/GMT-13
UTC-02=Etc/GMT+2
UTC-08=Etc/GMT+8
UTC-09=Etc/GMT+9
UTC-11=Etc/GMT+11
Ulaanbaatar Standard Time=Asia/Ulaanbaatar
Venezuela Standard Time=America/Caracas
Vladivostok Standard Time=Asia/Vladivostok
Volgograd Standard Time=Europe/Volgograd
W. Australia Standard Time=Australia/Perth
W. Central Africa Standard Time=Africa/Lagos
W. Europe Standard Time=Europe/Berlin
W. Mongolia Standard Time=Asia/Hovd
West Asia Standard Time=Asia/Tashkent
West Bank Standard Time=Asia/Hebron
West Pacific Standard Time=Pacific/Port_Moresby
Yakutsk Standard Time=Asia/Yakutsk
Yukon Standard Time=America/Whitehorse
"""
WINDOWS = {name.casefold(): zone for name, _, zone in (row.partition("=") for row in _WINDOWS.split("\n") if row)}

# As Outlook shows a zone that it names after no city, behind "(UTC-05:00) ".
_DISPLAYED = """
Eastern Time (US & Canada)=America/New_York
Eastern Time=America/New_York
US Eastern=America/New_York
US/Eastern=America/New_York
Indiana (East)=America/Indiana/Indianapolis
Central Time (US & Canada)=America/Chicago
Central Time=America/Chicago
US Central=America/Chicago
Central America=America/Guatemala
Mountain Time (US & Canada)=America/Denver
Mountain Time=America/Denver
Arizona=America/Phoenix
Pacific Time (US & Canada)=America/Los_Angeles
Pacific Time (US & Canada); Tijuana=America/Los_Angeles
Pacific Time=America/Los_Angeles
Alaska=America/Anchorage
Hawaii=Pacific/Honolulu
Atlantic Time (Canada)=America/Halifax
Newfoundland=America/St_Johns
Greenwich Mean Time=Europe/London
Greenwich Mean Time : Dublin, Edinburgh, Lisbon, London=Europe/London
Dublin, Edinburgh, Lisbon, London=Europe/London
Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna=Europe/Berlin
Brussels, Copenhagen, Madrid, Paris=Europe/Paris
Belgrade, Bratislava, Budapest, Ljubljana, Prague=Europe/Budapest
Sarajevo, Skopje, Warsaw, Zagreb=Europe/Warsaw
Helsinki, Kyiv, Riga, Sofia, Tallinn, Vilnius=Europe/Helsinki
Athens, Bucharest=Europe/Athens
West Central Africa=Africa/Lagos
Harare, Pretoria=Africa/Johannesburg
Abu Dhabi, Muscat=Asia/Dubai
Islamabad, Karachi=Asia/Karachi
Chennai, Kolkata, Mumbai, New Delhi=Asia/Kolkata
Bangkok, Hanoi, Jakarta=Asia/Bangkok
Beijing, Chongqing, Hong Kong, Urumqi=Asia/Shanghai
Kuala Lumpur, Singapore=Asia/Singapore
Osaka, Sapporo, Tokyo=Asia/Tokyo
Canberra, Melbourne, Sydney=Australia/Sydney
Auckland, Wellington=Pacific/Auckland
Mitteleuropäische Zeit=Europe/Berlin
Mitteleuropäische Normalzeit=Europe/Berlin
Westeuropäische Normalzeit=Europe/London
"""
DISPLAYED = {name.casefold(): zone for name, _, zone in (row.partition("=") for row in _DISPLAYED.split("\n") if row)}

# People who write "EST" mean the clock on the wall in New York, in summer too.
ABBREVIATIONS = {
    **dict.fromkeys(("ET", "EST", "EDT", "EST5EDT"), "America/New_York"),
    **dict.fromkeys(("CT", "CST", "CDT", "CST6CDT"), "America/Chicago"),
    **dict.fromkeys(("MT", "MST", "MDT", "MST7MDT"), "America/Denver"),
    **dict.fromkeys(("PT", "PST", "PDT", "PST8PDT"), "America/Los_Angeles"),
    **dict.fromkeys(("AKST", "AKDT"), "America/Anchorage"),
    **dict.fromkeys(("AST", "ADT"), "America/Halifax"),
    **dict.fromkeys(("CET", "CEST", "MEZ", "MESZ", "MET"), "Europe/Berlin"),
    **dict.fromkeys(("EET", "EEST"), "Europe/Helsinki"),
    **dict.fromkeys(("WET", "WEST"), "Europe/Lisbon"),
    **dict.fromkeys(("AEST", "AEDT"), "Australia/Sydney"),
    **dict.fromkeys(("NZST", "NZDT"), "Pacific/Auckland"),
    "BST": "Europe/London",
    "HST": "Pacific/Honolulu",
    "IST": "Asia/Kolkata",
    "JST": "Asia/Tokyo",
    "HKT": "Asia/Hong_Kong",
    "SGT": "Asia/Singapore",
    "SAST": "Africa/Johannesburg",
    "BRT": "America/Sao_Paulo",
    "MSK": "Europe/Moscow",
}

# As people speak of a zone, with or without "time".
SPOKEN = {
    "eastern": "America/New_York",
    "central": "America/Chicago",
    "mountain": "America/Denver",
    "pacific": "America/Los_Angeles",
    "mst": "America/Phoenix",  # as the time grammar has it: whoever means Denver in summer writes MDT or MT
    "uk": "Europe/London",
    "british": "Europe/London",
    "irish": "Europe/Dublin",
    "central european": "Europe/Berlin",
    "eastern european": "Europe/Helsinki",
    "western european": "Europe/Lisbon",
    "indian": "Asia/Kolkata",
    "india": "Asia/Kolkata",
    "japanese": "Asia/Tokyo",
}

# States and territories that a house calls its clock by: "11am NT time". Of two meanings each has but this one in such words.
STATES = {
    "nt": "Australia/Darwin",
    "northern territory": "Australia/Darwin",
    "nsw": "Australia/Sydney",
    "qld": "Australia/Brisbane",
    "queensland": "Australia/Brisbane",
    "tasmanian": "Australia/Hobart",
    "south australian": "Australia/Adelaide",
    "newfoundland": "America/St_Johns",
}

# Large cities whose clocks the database has under another one's name.
_CITIES = """
America/New_York=Atlanta, Boston, Miami, New York City, NYC, Philadelphia, Pittsburgh, Washington, Washington DC
America/Chicago=Austin, Dallas, Houston, Minneapolis, Nashville, New Orleans, St. Louis
America/Denver=Salt Lake City
America/Los_Angeles=LA, Las Vegas, Portland, San Diego, San Francisco, San Jose, Seattle
America/Toronto=Montreal, Ottawa
America/Edmonton=Calgary
Europe/London=Bristol, Cambridge, Cardiff, Edinburgh, Glasgow, Leeds, Liverpool, Manchester, Oxford
Europe/Berlin=Cologne, Dresden, Düsseldorf, Frankfurt, Hamburg, Köln, Leipzig, Munich, München, Stuttgart
Europe/Paris=Bordeaux, Lille, Lyon, Marseille, Toulouse
Europe/Zurich=Basel, Bern, Geneva, Zürich
Europe/Madrid=Barcelona, Valencia
Europe/Rome=Milan, Turin
Europe/Amsterdam=Rotterdam, The Hague, Utrecht
Asia/Kolkata=Bangalore, Bengaluru, Chennai, Delhi, Hyderabad, Mumbai, New Delhi, Pune
Asia/Shanghai=Beijing, Guangzhou, Shenzhen
Asia/Tokyo=Kyoto, Osaka
Asia/Dubai=Abu Dhabi
Asia/Jerusalem=Haifa, Tel Aviv
Africa/Johannesburg=Cape Town, Durban, Pretoria
Australia/Sydney=Canberra
Pacific/Auckland=Wellington
"""
CITIES = {
    city.casefold(): zone
    for zone, _, cities in (row.partition("=") for row in _CITIES.split("\n") if row)
    for city in cities.split(", ")
}
