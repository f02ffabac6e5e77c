"""The description of the open data in the words of DCAT-AP 3 and CSV on the Web, as JSON-LD."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sync.central.public.tables import FORMATS, MEDIA, Column, PublishedFile
from sync.central.public.words import texts_in
from sync.central.review.words import LANGUAGES

_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "csvw": "http://www.w3.org/ns/csvw#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_DAILY = {"@id": "http://publications.europa.eu/resource/authority/frequency/DAILY", "@type": "dct:Frequency"}
_SPOKEN = "http://publications.europa.eu/resource/authority/language/"
_THREE_LETTERS = {"ko": "KOR", "en": "ENG", "ja": "JPN", "zh": "ZHO"}
_MEDIA_TYPE = "https://www.iana.org/assignments/media-types/"
_PUBLISHER = {
    "@type": ["foaf:Agent", "foaf:Organization"],
    "foaf:name": [
        {"@value": "외교부", "@language": "ko"},
        {"@value": "Ministry of Foreign Affairs, Republic of Korea", "@language": "en"},
    ],
}


def catalog(
    public_url: str, as_of: date, columns: Mapping[str, Sequence[Column]], files: Mapping[str, PublishedFile]
) -> bytes:
    """Return the catalogue with one data set a table, and one distribution a format."""
    described = {
        "@context": _CONTEXT,
        "@id": f"{public_url}/data/catalog.jsonld",
        "@type": "dcat:Catalog",
        "dct:title": _in_each("feed_title"),
        "dct:description": _in_each("data_lead"),
        "dct:publisher": _PUBLISHER,
        "dct:modified": _day(as_of),
        "dct:language": [
            {"@id": _SPOKEN + _THREE_LETTERS[each], "@type": "dct:LinguisticSystem"} for each in LANGUAGES
        ],
        "foaf:homepage": {"@id": f"{public_url}/data", "@type": "foaf:Document"},
        "dcat:dataset": [_dataset(public_url, name, as_of, columns[name], files) for name in columns],
    }
    return (json.dumps(described, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _dataset(
    public_url: str, name: str, as_of: date, columns: Sequence[Column], files: Mapping[str, PublishedFile]
) -> dict[str, Any]:
    return {
        "@id": f"{public_url}/data#{name}",
        "@type": "dcat:Dataset",
        "dct:identifier": name,
        "dct:title": _in_each(f"table_{name}"),
        "dct:description": _in_each("not_a_sample") + _in_each("held_note"),
        "dct:publisher": _PUBLISHER,
        "dct:modified": _day(as_of),
        "dct:accrualPeriodicity": _DAILY,
        "csvw:tableSchema": {
            "csvw:column": [
                {
                    "csvw:name": column.name,
                    "csvw:datatype": column.xsd,
                    "dct:description": [
                        {"@value": meaning, "@language": language}
                        for language, meaning in zip(LANGUAGES, column.meaning, strict=True)
                    ],
                }
                for column in columns
            ]
        },
        "dcat:distribution": [
            _distribution(f"{public_url}/data/{name}.{extension}", MEDIA[extension], files[f"{name}.{extension}"].size)
            for extension in FORMATS
        ],
    }


def _distribution(address: str, media: str, size: int) -> dict[str, Any]:
    return {
        "@type": "dcat:Distribution",
        "dcat:accessURL": {"@id": address},
        "dcat:downloadURL": {"@id": address},
        "dcat:mediaType": {"@id": _MEDIA_TYPE + media.partition(";")[0], "@type": "dct:MediaType"},
        "dcat:byteSize": {"@value": str(size), "@type": "xsd:nonNegativeInteger"},
    }


def _in_each(text: str) -> list[dict[str, str]]:
    return [{"@value": texts_in(language)[text], "@language": language} for language in LANGUAGES]


def _day(day: date) -> dict[str, str]:
    return {"@value": day.isoformat(), "@type": "xsd:date"}
