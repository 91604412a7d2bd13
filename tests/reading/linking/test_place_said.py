"""Where the sentences of a mail say that an interview takes place, by the shapes that places have in three languages."""

from __future__ import annotations

import pytest

from sincerely.reading.linking.place_said import place_in, seat_in
from sincerely.reading.linking.place_shapes import shapes


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Your interview is confirmed for Tuesday 1 December at 10am, Room 4, Tanner House, 9 Long Lane, Leeds LS1 4AB.",
            "Room 4, Tanner House, 9 Long Lane, Leeds LS1 4AB",
        ),
        ("We look forward to meeting you at our Bristol office, 14 Queen Square.", "our Bristol office, 14 Queen Square"),
        ("We look forward to seeing you at our Bristol office on Tuesday at 2pm.", "our Bristol office"),
        (
            "You will be interviewed on the 3rd floor, Kensington House, 40 Vestry Street, New York, NY 10013.",
            "3rd floor, Kensington House, 40 Vestry Street, New York, NY 10013",
        ),
        ("Your interview for the Nurse post at Larkhill is confirmed for 1 December at 10am, Room 4.", "Room 4"),
        ("The interview for the post at Larkhill will be held in Room 4.", "Room 4"),
        ("Monday at 4pm works, plan on an hour. 2210 W 6th St, Harlow.", "2210 W 6th St, Harlow"),
        ("Please join us on Monday at 4pm at 14 8th Avenue.", "14 8th Avenue"),
        ("Come to 1901 Elm Street NW, Suite 300, at 2pm.", "1901 Elm Street NW, Suite 300"),
        ("Please come to the main reception, Level 1, Tannery Road, and ask for Ida.", "main reception, Level 1, Tannery Road"),
        ("Tuesday at 10am in Room 4 on the 2nd floor of Kensington House.", "Room 4 on the 2nd floor of Kensington House"),
        (
            "Das Gespräch findet am Montag um 14 Uhr in Raum 2.14, Hauptstraße 5, 80331 München statt.",
            "Raum 2.14, Hauptstraße 5, 80331 München",
        ),
        ("Wir erwarten Sie am Montag um 14 Uhr, An der Alster 14 (3. OG).", "An der Alster 14 (3. OG)"),
        ("Wir erwarten Sie am Montag um 14 Uhr in unserem Büro in Köln.", "unserem Büro in Köln"),
        (
            "L'entretien aura lieu lundi à 14h au 12 rue des Lilas, 2e étage, 75011 Paris.",
            "12 rue des Lilas, 2e étage, 75011 Paris",
        ),
        ("Nous vous attendons lundi à 14h dans nos locaux à Lyon.", "nos locaux à Lyon"),
        ("We meet on Tuesday at 10am. Our address is:\n\n9 Long Lane\nLeeds\nLS1 4AB\n\nSee you then", "9 Long Lane, Leeds, LS1 4AB"),
        ("Come in Friday 30th 10.30, Unit 7 Tannery Road, ask for Ida at the gate.", "Unit 7 Tannery Road"),
        ("Tuesday 1 December at half 9, 14 Queen St, opposite the bank.", "14 Queen St"),
        ("Tuesday 1 December at 9, 14 Queen St, opposite the bank.", "14 Queen St"),
        ("We will meet in Room 4 at 10am. We are at 9 Long Lane, Leeds.", "Room 4, 9 Long Lane, Leeds"),
    ],
)  # fmt: skip
def test_where_one_meets(text: str, words: str) -> None:
    place = place_in(text)
    assert place.words == words
    assert any(part in place.said for part in words.split(", "))


@pytest.mark.parametrize(
    "text",
    [
        "Interview on Tuesday at 10am. There is room for improvement in my typing.",
        "Interview on Tuesday at 10am. Room For Improvement is our book club.",
        "Interview on Tuesday at 10am. The role is based at 9 Long Lane, Leeds.",
        "You would be working at our Leeds office, 9 Long Lane.",
        "Interview on Tuesday at 10am. You can park at 9 Long Lane.",
        "Interview on Tuesday at 10am.\n\nTanner Ltd. Registered office: 9 Long Lane, Leeds LS1 4AB.",
        "Interview on Tuesday at 10am.\n\nKind regards\nDana\nHead of HR\nTanner Ltd\n9 Long Lane\nLeeds LS1 4AB",
        "We'd like to interview you for the Nurse post at Larkhill Hospital. Would Thursday at 2pm suit you?",
        "You will need Level 3 in Childcare for the interview task.",
        "Please send the form to HR, 9 Long Lane, Leeds before the interview.",
        "Das Gespräch ist am Montag um 14 Uhr. Arbeitsort ist Hauptstraße 5, 80331 München.",
        "Parken können Sie am Tag des Gesprächs in der Hauptstraße 7.",
        "L'entretien est lundi à 14h. Le poste est basé au 12 rue des Lilas à Paris.",
        "Am Montag 14 Uhr treffen wir uns.",
    ],
)
def test_what_is_no_place_to_meet(text: str) -> None:
    assert place_in(text).words == ""


@pytest.mark.parametrize(
    "part", ["Room ", "9 Long ", "our A ", "Level 1, ", "A B C, ", "12 rue de la ", "An der A ", "1. ", ", "]
)
def test_a_long_row_of_half_a_place_is_read_in_time_that_grows_with_it(part: str) -> None:
    assert len(shapes(part * 3000)) <= 3000


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The interview will not be held at 9 Long Lane but at 14 Queen Square.", "14 Queen Square"),
        ("Please do not come to 9 Long Lane; we meet at 14 Queen Square at 2pm.", "14 Queen Square"),
        ("The interview has been moved from Room 3 to Room 7.", "Room 7"),
        ("The interview will be in Room 7 instead of Room 3.", "Room 7"),
        ("Instead of Room 3 we meet in Room 7 at 2pm.", "Room 7"),
        ("We don't have a reception, please come to Room 5 at 2pm.", "Room 5"),
        ("We meet not only in Room 3 but also in Room 4.", "Room 3"),
        ("Das Gespräch findet nicht in der Hauptstraße 5, sondern in der Lange Straße 12 statt.", "Lange Straße 12"),
        ("Das Gespräch findet statt in der Hauptstraße 5 um 14 Uhr.", "Hauptstraße 5"),
        ("Statt in Raum 3 treffen wir uns in Raum 7.", "Raum 7"),
        ("L'entretien n'aura pas lieu au 12 rue des Lilas mais au 3 avenue Foch.", "3 avenue Foch"),
        ("You wrote that you live at 9 Long Lane; the interview is at 2pm.", ""),
    ],
)
def test_where_one_does_not_meet_is_no_place(text: str, words: str) -> None:
    assert place_in(text).words == words


def test_where_the_house_stands_and_how_one_gets_in() -> None:
    way = "The gate is locked after 9, so please use the side entrance."
    said = "The school is on Tannery Lane, behind the bank."
    place = seat_in(f"We invite you to an interview on Tuesday at 9.15am. {said} {way} Please confirm by Friday.")
    assert place == ("Tannery Lane, behind the bank", f"{said} {way}")
    assert seat_in("We are just off Tannery Road.").words == "Tannery Road"


@pytest.mark.parametrize(
    "text",
    [
        "The office is in special measures. Tannery Lane is closed.",
        "The car park is on Tannery Lane.",
        "The nearest bus stop is on Tannery Lane.",
        "The job is in Tannery Park.",
        "The school is not on Tannery Lane any longer.",
        "We are in Market research.",
        "I live on Tannery Lane.",
    ],
)
def test_no_house_stands_there(text: str) -> None:
    assert seat_in(text).words == ""


def test_a_long_row_of_half_a_seat_takes_no_longer_than_it_is() -> None:
    assert seat_in("The school is on " + "Tannery " * 5000).words == ""
