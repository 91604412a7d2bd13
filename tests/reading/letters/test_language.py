"""Which language a mail is in: what is not read is never taken for what is."""

from __future__ import annotations

import pytest

from sincerely.reading.letters.language import is_read, language_of

READ = {
    "en": [
        "Thank you for applying. We would like to invite you to an interview on Thursday at 2 pm.",
        "Interview confirmed\nDate: Thursday, March 5\nTime: 3 pm ET\nWhere: Zoom\nPanel: Dana Smith, Lee Park, Kim Osei",
        "Sounds good, Thursday 3pm works!",
        "Application received: Senior Data Analyst (R-10233), Acme Corp, Warsaw, Łódź, Kraków",
        "Offer letter attached – sign via DocuSign. Congrats!",
        "OK",
        "Send me a ton of CVs on Monday, mon ami, or me and Ma will chase you",
        "Mardi Gras party on Friday, see you there",
        "Hallo Robin, Thursday at 3 works for me. Danke!",
        "Dear Robin, Termin confirmed: Thursday, 2 pm, see you then. Gruß, Ida",
        "",
        "https://acme.example/apply/?token=xyz dana@acme.example",
        "Guten Tag Robin, see below. The offer is valid until Friday; please sign it and send it back to us. 面接",
    ],
    "de": [
        "Wir möchten Sie gerne zu einem Gespräch am Donnerstag um 14 Uhr einladen. Bitte bestätigen Sie uns den Termin.",
        "Re: Termin?\nHallo Robin,\n\nDonnerstag 15 Uhr passt mir gut. Bis dann!\n\nIda\nLarkhill Räder",
        "Könntest du noch deine Zeugnisse nachreichen?",
        "Hallo Ben,\n\nduzen ist super. Donnerstag ginge bei mir, so ab 16 Uhr? Bis dann, Robin",
    ],
    "fr": [
        "Re: Entretien\nBonjour Robin,\n\nParfait, jeudi 14 h convient. À bientôt !\n\nIda",
        "Pourrais-tu m'envoyer ton dernier bulletin de salaire avant jeudi ?",
        "Re: Entretien\nIl me faudrait ton RIB avant jeudi.",
        "rdv vendredi 20 à 8h30, Mme Caron, DRH, vous recevra.",
        "rdv mardi 24 à 14h, M. Tan vous recevra",
        "Nous vous remercions pour votre candidature et souhaitons vous rencontrer jeudi à 14 h dans nos bureaux.",
    ],
}
UNREAD = {
    "Polish": "Szanowny Panie Robercie, dziękujemy za przesłanie aplikacji na stanowisko Analityk danych. Chcielibyśmy zaprosić Pana na rozmowę w czwartek o godzinie 14:00.",
    "Polish, no marks": "Niestety nie ma juz tej pracy. To do widzenia i powodzenia, prosimy o kontakt na ten adres.",
    "Czech": "Dobrý den, děkujeme za zaslání životopisu. Rádi bychom Vás pozvali na pohovor ve čtvrtek ve 14 hodin v naší kanceláři.",
    "Finnish": "Hei Robin, kiitos hakemuksestasi. Haluaisimme kutsua sinut haastatteluun torstaina klo 14. Voisitko vahvistaa, että aika sopii sinulle?",
    "Swedish": "Hej Robin, tack för din ansökan. Vi vill gärna bjuda in dig till en intervju på torsdag kl 14. Kan du bekräfta att tiden passar?",
    "Danish": "Hej Robin, tak for din ansøgning. Vi vil gerne invitere dig til en samtale på torsdag kl. 14. Kan du bekræfte, at tidspunktet passer?",
    "Norwegian": "Hei Robin, takk for søknaden din. Vi ønsker å invitere deg til intervju på torsdag kl. 14. Kan du bekrefte at tidspunktet passer?",
    "Hungarian": "Tisztelt Robin! Köszönjük, hogy jelentkezett az adatelemző pozícióra. Szeretnénk meghívni egy állásinterjúra csütörtökön 14 órára.",
    "Romanian": "Bună ziua, vă mulțumim pentru aplicarea la poziția de analist. Am dori să vă invităm la un interviu joi la ora 14:00 la biroul nostru.",
    "Turkish": "Merhaba Robin, başvurunuz için teşekkür ederiz. Sizi perşembe günü saat 14:00'te bir görüşmeye davet etmek istiyoruz.",
    "Indonesian": "Halo Robin, terima kasih telah melamar. Kami ingin mengundang Anda untuk wawancara pada hari Kamis pukul 14.00 di kantor kami.",
    "Vietnamese": "Chào Robin, cảm ơn bạn đã ứng tuyển. Chúng tôi muốn mời bạn tham gia phỏng vấn vào thứ Năm lúc 14 giờ.",
    "Swahili": "Habari Robin, asante kwa kutuma maombi ya kazi. Tungependa kukualika kwenye usaili siku ya Alhamisi saa nane mchana. Tafadhali thibitisha.",
    "Basque": "Kaixo Robin, eskerrik asko zure eskaeragatik. Elkarrizketa batera gonbidatu nahi zaitugu ostegunean 14:00etan gure bulegoan.",
    "Japanese": "ロビン様 この度はご応募いただき、誠にありがとうございます。面接を3月5日(木)14時にお願いしたく存じます。Acme株式会社",
    "Chinese": "您好，感谢您应聘数据分析师职位。我们想邀请您于星期四下午两点参加面试。",
    "Korean": "안녕하세요 로빈님, 지원해 주셔서 감사합니다. 목요일 오후 2시에 면접을 진행하고자 합니다.",
    "Arabic": "مرحبا روبن، شكرا لتقديمك على وظيفة محلل بيانات. نود دعوتك لإجراء مقابلة يوم الخميس الساعة الثانية.",
    "Hebrew": "שלום רובין, תודה על פנייתך. נשמח להזמין אותך לראיון ביום חמישי בשעה 14:00.",
    "Russian": "Здравствуйте, Робин! Спасибо за отклик. Приглашаем вас на собеседование в четверг в 14:00.",
    "Greek": "Αγαπητέ Ρόμπιν, ευχαριστούμε για την αίτησή σας.",
    "Hindi": "नमस्ते रॉबिन, आवेदन करने के लिए धन्यवाद।",
}
NAMED = {
    "es": "Hola Robin, gracias por su candidatura. Nos gustaría invitarle a una entrevista el jueves a las 14:00 en nuestra oficina.",
    "it": "Gentile Robin, la ringraziamo per la sua candidatura. Siamo lieti di invitarla a un colloquio con il nostro team, che si terrà giovedì alle 14, e non online.",
    "nl": "Beste Robin, bedankt voor je sollicitatie. Wij willen je graag uitnodigen voor een gesprek op donderdag om 14.00 uur.",
    "pt": "Prezado Robin, obrigado pela sua candidatura. Gostaríamos de convidá-lo para uma entrevista na quinta-feira às 14h.",
}


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in READ.items() for text in texts])
def test_what_is_read(code: str, text: str) -> None:
    assert language_of(text) == code
    assert is_read(code)


@pytest.mark.parametrize("text", UNREAD.values(), ids=UNREAD)
def test_what_is_not_read_is_unknown(text: str) -> None:
    assert language_of(text) == "unknown"
    assert not is_read("unknown")


@pytest.mark.parametrize(("code", "text"), NAMED.items())
def test_some_that_are_not_read_have_a_name(code: str, text: str) -> None:
    assert language_of(text) == code
    assert not is_read(code)
