import Foundation
import Testing

@testable import ConsolePlugin

/// The words of the log against the sources that write to it.
@Suite("Words of events")
struct EventKindTests {
  /// The tables whose changes aren't recorded, and what deletions merely count.
  private static let unrecorded: Set<String> = [
    "key use", "login peers", "login attempts", "owned object", "super admin right",
  ]

  /// The sources that record events. Diagnostics have names of the same form.
  private static let sources: [String] = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return ["AdminModel", "PluginHost"].flatMap { target in
      let folder = root.appendingPathComponent("Sources/\(target)")
      let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
      return (paths ?? []).filter { $0.hasSuffix(".swift") && !$0.hasPrefix("Diagnostics/") }
        .compactMap { try? String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8) }
    }
  }()

  @Test("Every action that a source names has words")
  func actions() {
    let nouns = Set(EventKind.all.map(\.noun))
    let named = Set(
      Self.sources.flatMap { $0.matches(of: /"(([a-z_]+)\.[a-z_]+)"/) }
        .filter { nouns.contains(String($0.2)) && !$0.1.hasSuffix(".json") }.map { String($0.1) })
    #expect(named.contains("api_key.issued") && named.contains("call.denied"))
    #expect(named.filter { EventKind.words(for: $0) == nil } == [])
  }

  @Test("Every kind of record whose changes are recorded has words")
  func kinds() {
    let nouns = Set(
      Self.sources.flatMap { $0.matches(of: /noun: "([a-z ]+)"/) }.map { String($0.1) })
    #expect(nouns.contains("workspace member"))
    let known = Set(EventKind.all.map { $0.noun.replacingOccurrences(of: "_", with: " ") })
    #expect(nouns.subtracting(Self.unrecorded).subtracting(known) == [])
  }

  @Test(
    "What most kinds of records do without an action of their own has words",
    arguments: [
      "organization", "workspace", "workspace_member", "user", "member",
    ])
  func usual(noun: String) {
    #expect(EventKind.words(for: "\(noun).created") != nil)
    #expect(EventKind.words(for: "\(noun).updated") != nil)
  }

  @Test("No action stands in the table twice, and each has words of its own in both languages")
  func distinct() {
    let all = EventKind.all.flatMap(\.actions)
    #expect(Set(all.map(\.action)).count == all.count)
    for language in Language.allCases {
      let words = all.map { $0.words.text(in: language) }
      #expect(!words.contains(""))
      #expect(Set(words).count == words.count)
    }
  }

  @Test("An action of a plugin that Steward doesn't know is shown by its name")
  func unknown() {
    #expect(Phrase.action("prompt.saved").text(in: .english) == "prompt.saved")
    #expect(Phrase.actions("prompt.").text(in: .japanese) == "prompt.")
  }

  @Test("A filter that ends in a dot is all that happens to a kind of thing")
  func everything() {
    #expect(Phrase.actions("api_key.").text(in: .english) == "API key: everything")
  }
}
