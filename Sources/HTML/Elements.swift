// MARK: - Head

/// A fact about the page.
public let meta = VoidTag("meta")
/// A file that belongs to the page.
public let link = VoidTag("link")

/// Returns the element that runs a script file once the page is parsed. There is none for script
/// that stands in the page.
public func script(_ address: Address) -> Markup {
  Tag("script")(Attribute("type", "module"), Attribute("src", address: address))
}

/// Returns the element that makes the browser ask for the same page again after some seconds.
public func reload(afterSeconds seconds: Int) -> Markup {
  meta(Attribute("http-equiv", "refresh"), Attribute("content", seconds))
}

// MARK: - Sections

/// What introduces a page or section.
public let header = Tag("header")
/// Links to other places.
public let nav = Tag("nav")
/// What the page is about.
public let main = Tag("main")
/// A part of the page with a heading.
public let section = Tag("section")
/// A part that could stand alone.
public let article = Tag("article")
/// What ends a page or section.
public let footer = Tag("footer")
/// The heading of the page.
public let h1 = Tag("h1")
/// The heading of a section.
public let h2 = Tag("h2")
/// The heading of a part of a section.
public let h3 = Tag("h3")
/// A block without a meaning.
public let div = Tag("div")

// MARK: - Blocks

/// A paragraph.
public let p = Tag("p")
/// A text that keeps its spaces and line feeds.
public let pre = Tag("pre", dropsLineFeed: true)
/// A line between paragraphs.
public let hr = VoidTag("hr")
/// A list without an order.
public let ul = Tag("ul")
/// A list in an order.
public let ol = Tag("ol")
/// An item of a list.
public let li = Tag("li")
/// A list of names and values.
public let dl = Tag("dl")
/// A name in a `dl`.
public let dt = Tag("dt")
/// A value in a `dl`.
public let dd = Tag("dd")

// MARK: - Text

/// A link.
public let a = Tag("a")
/// A piece of text without a meaning.
public let span = Tag("span")
/// A text of importance.
public let strong = Tag("strong")
/// A side note.
public let small = Tag("small")
/// A piece of code.
public let code = Tag("code")
/// A key to press.
public let kbd = Tag("kbd")
/// A text that is removed.
public let del = Tag("del")
/// A text that is added.
public let ins = Tag("ins")
/// A text that is relevant, such as a match of a search.
public let mark = Tag("mark")
/// A moment.
public let time = Tag("time")
/// A text, such as a name, whose direction doesn't change that of the text around it.
public let bdi = Tag("bdi")
/// A line break.
public let br = VoidTag("br")

// MARK: - Tables

/// A table.
public let table = Tag("table")
/// The name of a table.
public let caption = Tag("caption")
/// The rows that name the columns.
public let thead = Tag("thead")
/// The rows with the data.
public let tbody = Tag("tbody")
/// The rows with sums.
public let tfoot = Tag("tfoot")
/// A row.
public let tr = Tag("tr")
/// A cell that names a row or column.
public let th = Tag("th")
/// A cell.
public let td = Tag("td")

// MARK: - Forms

/// A form.
public let form = Tag("form")
/// The name of a field.
public let label = Tag("label")
/// A field.
public let input = VoidTag("input")
/// A choice of options.
public let select = Tag("select")
/// A group of options.
public let optgroup = Tag("optgroup")
/// An option.
public let option = TextTag(Tag("option"))
/// A field of several lines.
public let textarea = TextTag(Tag("textarea", dropsLineFeed: true))
/// A button.
public let button = Tag("button")
/// A group of fields.
public let fieldset = Tag("fieldset")
/// The name of a group of fields.
public let legend = Tag("legend")
/// A result.
public let output = Tag("output")
/// How much of a task is done.
public let progress = Tag("progress")

// MARK: - Opening and closing

/// A dialog.
public let dialog = Tag("dialog")
/// A part that opens and closes.
public let details = Tag("details")
/// What opens and closes its `details`.
public let summary = Tag("summary")

// MARK: - Drawings

/// A drawing. Its content is of ``SVG``.
public let svg = Tag("svg")
