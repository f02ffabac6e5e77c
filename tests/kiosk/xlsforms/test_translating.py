import pytest

from kiosk.forum.conditions import parse_condition
from kiosk.xlsforms.translating import Known, Scope, translate
from kiosk.xlsforms.xpath import NotUnderstood

SCOPE = Scope(
    {
        "yn": Known("yn", "single", {"yes": ("yes",), "no": ("no",)}),
        "yn2": Known("yn2", "single", {"yes": ("yes",), "no": ("no",)}),
        "rate": Known("rate", "single", {"1": ("1",), "2": ("2",), "3": ("3",), "99": ("99",)}),
        "Some": Known("some", "multiple", {"a": ("a",), "b": ("b",), "Other": ("other",)}),
        "age": Known("age", "number"),
        "lived": Known("lived", "number"),
        "why": Known("why", "text"),
        "twice": Known("twice", "single", {"x": ("x", "x-2"), "y": ("y",)}),
    },
    own=Known("own", "number"),
    columns={"region": "north", "name": "2", "limit": "10"},
    lost={"gps": "was left out"},
)


@pytest.mark.parametrize(
    ("source", "condition"),
    [
        ("${yn} = 'yes'", "yn == 'yes'"),
        ("${ yn } = “yes”", "yn == 'yes'"),
        ("'yes'=${yn}", "yn == 'yes'"),
        ("${yn} != 'yes'", "not yn == 'yes'"),
        ("${yn} = 'nothing of it'", False),
        ("${yn} != 'nothing of it'", True),
        ("${yn} = ''", "not answered(yn)"),
        ("${why} != ''", "answered(why)"),
        ("selected(${yn}, 'no')", "yn == 'no'"),
        ("selected(${Some}, 'Other')", "'other' in some"),
        ("not(selected(${Some}, 'a'))", "not 'a' in some"),
        ("not(selected(${Some}, 'a') or ${yn}='no')", "not ('a' in some or yn == 'no')"),
        ("selected(${Some}, 'missing')", False),
        ("selected(${rate}, 99)", "rate == '99'"),
        ("count-selected(${Some}) >= 2", "count(some) >= 2"),
        ("${Some} = 'a'", "'a' in some and count(some) == 1"),
        ("${rate} > 1", "rate in ['2', '3', '99']"),
        ("2 >= ${rate}", "rate in ['1', '2']"),
        ("${rate} = 1", "rate == '1'"),
        ("${rate} > 99", False),
        ("${twice} = 'x'", "twice in ['x', 'x-2']"),
        ("${age} >= 18", "age >= 18"),
        ("18 < ${age}", "age > 18"),
        ("number(${age}) = '18'", "age == 18"),
        ("${age} > -1.5", "age > -1.5"),
        ("${lived} <= ${age}", "lived <= age"),
        ("${yn} = ${yn2}", "(yn == yn2 or not answered(yn) and not answered(yn2))"),
        ("${age} > 2 * 9 + 1", "age > 19"),
        (". >= 0 and . <= ${age}", "own >= 0 and own <= age"),
        ("string-length(${why}) > 3", "length(why) > 3"),
        ("regex(${why}, '^[a-z]{2,}$')", "matches(why, '^[a-z]{2,}$')"),
        (r"regex(${why}, '[\w-\.]+')", r"matches(why, '[\w\-\.]+')"),
        ("contains(${why}, 'a.b')", r"matches(why, '(?s).*a\.b.*')"),
        ("${yn} = 'yes' and ${age} > 3 or ${age} < 1", "(yn == 'yes' and age > 3) or age < 1"),
        ("${yn} = 'yes' and (${age} > 3 or ${age} < 1)", "yn == 'yes' and (age > 3 or age < 1)"),
        ("true() and ${age} > 3", "age > 3"),
        ("false() or not(false())", True),
        ("../age > 3", "age > 3"),
        ("current()/../age > 3", "age > 3"),
        ("if(${yn} = 'yes', ${age} > 3, false())", "yn == 'yes' and age > 3"),
        # columns of a choice
        ("region = 'north'", True),
        ("region = ${why}", "why == 'north'"),
        ("name != 2", False),
        ("limit > ${age}", "age < 10"),
        ("selected(${rate}, name)", "rate == '2'"),
        ("name = if(selected(${Some}, 'a'), '2', -1)", "'a' in some"),
        ("name = 3 or name = 2 and ${yn} = 'no'", "yn == 'no'"),
        ("missing = ''", True),
    ],
)
def test_expressions_keep_their_meaning(source: str, condition: str | bool) -> None:
    said = translate(source, SCOPE)
    assert said == condition
    if isinstance(said, str):
        parse_condition(said)


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("${gps} != ''", "it depends on “gps”, which was left out"),
        ("${later} = 1", "it depends on “later”, which is no question before it"),
        ("today() > '2020-01-01'", "today() has no counterpart here"),
        ("${age} + ${lived} < 100", "it reckons with answers (+)"),
        ("${age} mod 2 = 0", "it reckons with answers (mod)"),
        ("${why} > 3", "“why” is compared in a way that its answers cannot be"),
        ("${Some} = 'a b'", "“some” is compared in a way that its answers cannot be"),
        ("count-selected(${yn2}) and", "it ends too early"),
        ("${why} = ${age}", "“why” and “age” cannot be compared"),
        ("regex(${age}, '1')", "“age” is no text that a pattern could fit"),
        ("regex(${why}, '(a)\\1')", "is not a regular expression known here"),
        ("/data/age > 3", "is not known here"),
        ("indexed-repeat(${age}, ${yn}, 1) = 3", "indexed-repeat() has no counterpart here"),
        ("pulldata('x', 'y', 'z', ${yn}) = 'a'", "pulldata() has no counterpart here"),
        ("${age} > 3 ${yn}", "where it should end"),
        ("(${age} > 3", "it ends too early"),
        ("(" * 100 + "1" + ")" * 100, "too many brackets"),
        ("selected(${why}, 'a')", "has no choices"),
    ],
)
def test_what_a_condition_cannot_say_is_named(source: str, reason: str) -> None:
    with pytest.raises(NotUnderstood) as caught:
        translate(source, SCOPE)
    assert reason in str(caught.value)
