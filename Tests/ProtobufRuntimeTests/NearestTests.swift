import ProtobufRuntime
import Testing

@Suite("The nearest name")
struct NearestTests {
  static let names = ["orgs", "workspaces", "plugin", "status", "serve", "watch"]

  @Test(
    "A mistyped name gives the right suggestion",
    arguments: [
      ("org", "orgs"), ("rogs", "orgs"), ("ogrs", "orgs"), ("ORGS", "orgs"),
      ("workspace", "workspaces"), ("wrokspaecs", "workspaces"), ("plugins", "plugin"),
      ("statsu", "status"),
    ])
  func found(typed: String, meant: String) {
    #expect(Nearest.suggestions(for: typed, among: Self.names) == [meant])
  }

  @Test("A name that is like no other gives no suggestion", arguments: ["frobnicate", ""])
  func absent(typed: String) {
    #expect(Nearest.suggestions(for: typed, among: Self.names) == [])
    #expect(Nearest.didYouMean(for: typed, among: Self.names) == "")
  }

  @Test("The sentence names all suggestions that are equally near")
  func several() {
    let sentence = Nearest.didYouMean(for: "bat", among: ["cat", "hat", "dog"])
    #expect(sentence == " Did you mean 'cat' or 'hat'?")
  }

  @Test(
    "A refused name is repeated whole only if it is short or close to a known name",
    arguments: [
      ("organizaton_id", "organizaton_id"), ("sk-stw-5KJvsngHeMpm884w", "sk-stw-…"),
      ("short", "short"),
    ])
  func repeated(typed: String, shown: String) {
    #expect(Nearest.repeated(typed, among: ["organization_id", "email"]) == shown)
  }

  @Test(
    "A refused name with a package's dots is repeated whole",
    arguments: [
      ("acme.greeter.v1.Greeter", "acme.greeter.v1.Greeter"), ("heW+n+u7ITbRr", "heW+…"),
    ]
  )
  func qualified(typed: String, shown: String) {
    #expect(Nearest.repeated(qualified: typed, among: ["steward.orgs.v1.Orgs"]) == shown)
  }

  @Test(
    "The distance counts insertions, removals, replacements and swaps",
    arguments: [
      ("", "", 0), ("a", "", 1), ("", "ab", 2), ("ab", "ba", 1), ("kitten", "sitting", 3),
    ]
  )
  func distance(from source: String, to target: String, expected: Int) {
    #expect(Nearest.distance(from: source, to: target) == expected)
  }
}
