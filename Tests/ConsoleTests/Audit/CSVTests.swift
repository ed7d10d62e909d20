import Testing

@testable import ConsolePlugin

@Suite("CSV")
struct CSVTests {
  @Test(
    "A cell that a spreadsheet would run as a formula gets an apostrophe before it",
    arguments: [
      ("=1+1", "'=1+1"), ("+81", "'+81"), ("-2", "'-2"), ("@SUM(A1)", "'@SUM(A1)"),
      ("\t=1", "'\t=1"), ("＝1", "'＝1"),
    ])
  func formula(cell: String, quoted: String) { #expect(CSV.quoted(cell) == quoted) }

  @Test(
    "A cell with a comma, a quotation mark or a line end is quoted, and its marks are doubled",
    arguments: [
      ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""), ("a\r\nb", "\"a\r\nb\""),
      ("=\"x\"", "\"'=\"\"x\"\"\""), ("\"\u{301}", "\"\"\"\u{301}\""),
    ])
  func quotes(cell: String, quoted: String) { #expect(CSV.quoted(cell) == quoted) }

  @Test(
    "A cell without any such character stays as it is",
    arguments: ["", "user/user_1", "2026-11-26T02:34:00Z", "a=b", "達也"])
  func plain(cell: String) { #expect(CSV.quoted(cell) == cell) }

  @Test("A row ends in CR LF, and its cells are separated by commas")
  func rows() {
    let row = CSV.row(["a", "b,c", ""])
    #expect(String(decoding: row, as: UTF8.self) == "a,\"b,c\",\r\n")
  }
}
