import Foundation
import Testing

@Suite("What the documents refer to")
struct DocumentReferenceTests {
  @Test("The README has at most 200 lines")
  func length() throws {
    #expect(try Document("README.md").text.count(where: \.isNewline) <= 200)
  }

  @Test(
    "Every link to a file or a section of the repository leads there",
    arguments: try Document.paths())
  func links(path: String) throws {
    let document = try Document(path)
    for link in document.links { #expect(try document.leadsSomewhere(link), "\(link)") }
  }

  @Test("Every option of the systemd unit in docs/operations.md is an option of steward serve")
  func unit() async throws {
    let unit = try Document("docs/operations.md").block("ini", in: "Run it under systemd")
    let start = try #require(unit.split(separator: "\n").first { $0.hasPrefix("ExecStart=") })
    let help = try await Shell().steward("help", "serve").output
    let options = start.matches(of: #/ (--[a-z-]+)/#).map { String($0.output.1) }
    #expect(!options.isEmpty && options.allSatisfy { help.contains("  \($0) ") })
  }

  @Test("docs/operations.md describes every environment variable that the sources read")
  func variables() throws {
    let text = try Document("docs/operations.md").text
    let sources = Installation.checkout.appendingPathComponent("Sources")
    let files = try #require(
      FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
    var names: Set<String> = []
    for case let file as URL in files where file.pathExtension == "swift" {
      let source = try String(contentsOf: file, encoding: .utf8)
      names.formUnion(source.matches(of: #/"(STEWARD_[A-Z_]+)"/#).map { String($0.output.1) })
    }
    #expect(names.count > 5 && names.allSatisfy { text.contains("`\($0)`") }, "\(names)")
  }
}
