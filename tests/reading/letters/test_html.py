"""HTML mail to text: what a reader sees, no more and no less."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sincerely.reading.letters import html_text
from sincerely.reading.letters.html_text import convert


def text(html: str) -> str:
    return convert(html).text


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("Hello <b>Lee</b>,<br>see you.", "Hello Lee,\nsee you."),
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("<div>One</div><div>Two</div>", "One\nTwo"),
        ("<div>One<br></div><div><br></div><div>Two</div>", "One\n\nTwo"),
        ("<p class=MsoNormal>One</p><p class=MsoNormal>&nbsp;</p><p class=MsoNormal>Two</p>", "One\n\nTwo"),
        ("<p style='margin:0'>One</p><p style='margin:0'>Two</p>", "One\nTwo"),
        ("a<br><br><br><br><br><br>b", "a\n\n\nb"),
        ("white \n  space\t is <i> one</i> space", "white space is one space"),
        ("no&nbsp;break&nbsp;&nbsp;space", "no break space"),
        ("so&shy;ft, zero&#8203;width, join&zwnj;er, bom&#65279;", "soft, zerowidth, joiner, bom"),
        ("<h1>Offer</h1>text", "Offer\n\ntext"),
        ("<ul><li>one</li><li>two</li></ul>", "- one\n- two"),
        ("<ol><li>one</li><li>two<ul><li>inner</li></ul></li></ol>end", "1. one\n2. two\n- inner\n\nend"),
        ("<table><tr><td>When</td><td>Monday</td></tr><tr><th>Where</th><td>Room 5</td></tr></table>", "When\tMonday\nWhere\tRoom 5"),
        ("<a href='https://acme.example/x'>Choose a time</a> now", "Choose a time now"),
        ("<pre>a\n  b\n\nc</pre>", "a\n  b\n\nc"),
        ("<div style='white-space: pre-wrap'>a\nb</div>", "a\nb"),
        ("1 &lt; 2 &amp; 3 &#8211; &euro;", "1 < 2 & 3 – €"),
        ("Dana <dana@acme.example> wrote", "Dana <dana@acme.example> wrote"),
        ("Dana <Dana.Smith@Acme.example> wrote", "Dana <Dana.Smith@Acme.example> wrote"),
        ("see <https://acme.example/x> there", "see <https://acme.example/x> there"),
        ("<blockquote>said</blockquote>new", "> said\n\nnew"),
        ("<blockquote>a<blockquote>b</blockquote></blockquote>", "> a\n>\n> > b"),
        ("<blockquote style='margin:0 0 0 40px;border:none'>mine</blockquote>", "mine"),
        ("<blockquote class='webkit-indent-blockquote'>mine</blockquote>", "mine"),
        ("<pre>\na\n</pre>", "a"),
        ("<frameset></frameset>", ""),
        ("unclosed <b>bold <i>both</b> text", "unclosed bold both text"),
        ("<p>one<p>two<div>three", "one\n\ntwo\n\nthree"),
        ("", ""),
        ("   \n ", ""),
        ("plain text only", "plain text only"),
        ("<", "<"),
        ("a < b and c > d", "a < b and c > d"),
    ],
)  # fmt: skip
def test_what_is_seen(html: str, expected: str) -> None:
    assert text(html) == expected


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>x</script>",
        "<style>x</style>",
        "<head><title>x</title></head>",
        "<!-- x -->",
        "<!--[if mso]><p>x</p><![endif]-->",
        "<template>x</template>",
        "<div style='display:none'>x</div>",
        "<div style='color:red; DISPLAY : NONE !important'>x</div>",
        "<span style='visibility:hidden'>x</span>",
        "<div style='mso-hide:all'>x</div>",
        "<div style='max-height:0px;overflow:hidden'>x</div>",
        "<div hidden>x</div>",
        "<span class='preheader'>x</span>",
        "<span class='mcnPreviewText'>x</span>",
        "<select><option>x</option></select>",
        "<object>x</object>",
        "<title>x</title>",
    ],
)
def test_what_nobody_sees(hidden: str) -> None:
    assert text(f"<html><body>before {hidden} after</body></html>").split() == ["before", "after"]


@pytest.mark.parametrize(
    "style", ["max-height:0.5em", "max-height:600px", "display:block", "font-size:0", "line-height:0"]
)
def test_what_only_looks_hidden_is_seen(style: str) -> None:
    assert text(f"<div style='{style}'>seen</div>") == "seen"


def test_a_row_of_filling_behind_a_preheader_leaves_nothing() -> None:
    html = "<div style='display:none'>Preview</div>" + "&zwnj;&nbsp;" * 80 + "<p>Hello</p>"
    assert text(html).strip() == "Hello"


def test_layout_tables_leave_no_gaps() -> None:
    html = "<table><tr><td><table><tr><td> </td></tr><tr><td><p>Hello</p></td></tr></table></td></tr></table>"
    assert text(html) == "Hello"


@pytest.mark.parametrize(
    ("html", "kind", "marked"),
    [
        ("a<div class='gmail_signature'>Lee</div>", "signature", "Lee"),
        ("a<div id='x_Signature'>Lee</div>", "signature", "Lee"),
        ("a<div class='yahoo_quoted'>old</div>b", "quote", "old"),
        ("a<div id='divRplyFwdMsg'>From: x</div>old", "quote-on", "From: x\nold"),
        ("a<hr id='stopSpelling'>old", "quote-on", "old"),
        ("a<div class='moz-cite-prefix'>X wrote:</div><blockquote>q</blockquote>", "attribution", "X wrote:"),
        ("a<div class='gmail_quote'>X wrote:<blockquote>q</blockquote></div>", "attribution", "X wrote:"),
        ("a<div class='gmail_quote'>--- Forwarded</div>", "quote", "--- Forwarded"),
        ("a<div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0in 0in 0in'>b</div>c", "quote-on", "b\nc"),
    ],
)  # fmt: skip
def test_marks(html: str, kind: str, marked: str) -> None:
    made = convert(html)
    [mark] = [mark for mark in made.marks if mark.kind == kind]
    assert made.text[mark.begin : mark.stop].strip() == marked


@pytest.mark.slow
def test_too_much_is_cut_and_said() -> None:
    made = convert("<p>word</p>" * 400_000)
    assert made.cut
    assert 900_000 < len(made.text) < 1_100_000
    assert not convert("<p>word</p>").cut


@pytest.mark.slow
@pytest.mark.parametrize("tag", ["div", "blockquote", "table><tr><td", "b", "font", "ul><li", "span", "p"])
def test_deep_nesting_is_flattened(tag: str) -> None:
    closing = "".join(f"</{name}>" for name in reversed(tag.split("><")))
    html = f"<{tag}>" * 60_000 + "deep" + closing * 60_000 + "<p>after</p>"
    made = text(html)
    assert "deep" in made
    assert "after" in made


@pytest.mark.slow
@given(st.text(max_size=300))
def test_any_text_is_borne(html: str) -> None:
    made = convert(html)
    assert "\r" not in made.text
    assert all(0 <= mark.begin < mark.stop <= len(made.text) for mark in made.marks)


TAGS = st.sampled_from([
    "<p>", "</p>", "<div class='gmail_quote'>", "</div>", "<blockquote>", "</blockquote>", "<br>", "<table>", "<td>",
    "<tr>", "</table>", "<ul>", "<li>", "</ul>", "<pre>", "</pre>", "word ", "&nbsp;", " ", "\n", "<!--", "-->",
    "<div style='display:none'>",
])  # fmt: skip


@pytest.mark.slow
@given(st.lists(TAGS, max_size=40))
def test_marks_and_lines_are_sane(pieces: list[str]) -> None:
    made = convert("".join(pieces))
    assert made.text == made.text.rstrip()
    assert "\n\n\n\n" not in made.text
    assert all(mark.stop <= len(made.text) for mark in made.marks)


@pytest.mark.slow
@given(st.lists(st.sampled_from(["word", "<b>", "</b>", "<p>", "</p>", "<i>", "<td>", "<br>"]), max_size=30))
def test_no_word_is_lost(pieces: list[str]) -> None:
    spaced = " ".join(pieces)
    assert text(spaced).replace("\t", " ").split() == ["word"] * pieces.count("word")


def test_visible_leaves_plain_text_alone() -> None:
    plain = "Plain, with a tab\tand a line\nend."
    assert html_text.visible(plain) == plain


@pytest.mark.parametrize(
    "html",
    [
        "<b></p>" * 100_000,
        "</div>" * 100_000,
        "".join(f"<b a={n}>" for n in range(50_000)) + "<p>" * 50_000,
        "<div " + "".join(f"a{n}=b " for n in range(100_000)) + ">",
        "<img src='data:image/png;base64," + "A" * 1_000_000 + "'>",
        "<i><table>" * 20_000,
    ],
    ids=["formatting", "ends", "many-fonts", "attributes", "picture", "tables"],
)
def test_what_makes_the_parser_slow_is_taken_out(html: str) -> None:
    """Each of these takes the parser minutes, or all memory, as it stands."""
    assert "after" in text(html + "<p>after</p>")
