"""Parses pages with html5lib. Any error of a page ends the program with that error.

Reads a JSON list of pages in base64, and writes the list of their trees.
"""
import base64
import json
import sys

import html5lib


def tree(element):
    children = [text(element.text)]
    for child in element:
        children += [tree(child), text(child.tail)]
    return {
        "name": element.tag.split("}")[-1],
        "attributes": dict(element.attrib),
        "children": [child for child in children if child["name"] or child["text"]],
        "text": "",
    }


def text(text):
    return {"name": "", "attributes": {}, "children": [], "text": text or ""}


def parse(number, page):
    parser = html5lib.HTMLParser(strict=True)
    try:
        return tree(parser.parse(base64.b64decode(page)))
    except html5lib.html5parser.ParseError as error:
        print(f"page {number}: {parser.errors or error}")
        sys.exit(1)


json.dump([parse(*page) for page in enumerate(json.load(sys.stdin))], sys.stdout)
