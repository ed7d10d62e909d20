import Foundation
import Randomness
import Testing

@testable import HTML

/// Random pages with hostile texts, written and parsed again.
@Suite("Pages that are parsed back")
struct ParsedBackTests {
  @Test("A strict parser finds the elements, attributes and texts that went in", arguments: 0..<200)
  func strictly(seed: UInt64) throws {
    var random = SeededRandom(seed)
    let (document, tree) = random.page()
    #expect(try StrictParser.parse(document.bytes()) == tree)
  }

  @Test("html5lib finds no error, and the elements, attributes and texts that went in")
  func byAnother() throws {
    let pages = (0..<120 as Range<UInt64>).map { seed in
      var random = SeededRandom(seed)
      return random.page()
    }
    let parsed = try HTML5Lib.parse(pages.map { $0.document.bytes() })
    try #require(parsed.count == pages.count)
    for (seed, (tree, page)) in zip(parsed, pages).enumerated() {
      #expect(tree == page.tree, "seed \(seed)")
    }
  }
}
