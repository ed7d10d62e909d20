import Status
import Testing

@testable import AdminModel

@Suite("Password rules")
struct PasswordRuleTests {
  private static let owner = PasswordOwner(
    name: "Grace Hopper", email: "g.hopper@navy.example.org", organizations: ["Acme Robotics"])

  private func reason(_ password: String, for owner: PasswordOwner = owner) -> String? {
    var violations = Violations()
    Passwords.check(password, for: owner, into: &violations)
    return violations.found.first?.reason
  }

  @Test(
    "A password has 12 to 256 characters of any kind",
    arguments: [
      ("", "REQUIRED"), ("elevenchars", "TOO_SHORT"),
      (String(repeating: "x", count: 257), "TOO_LONG"),
    ])
  func length(password: String, reason expected: String) {
    #expect(reason(password) == expected)
  }

  @Test(
    "A common word is refused as common, even with digits, lengthened or doubled",
    arguments: [
      "Password1234", "P@ssw0rd2024!", "iloveyou1234", "administrator", "passwordpassword",
      "password12345678901234567890", "Summer2024!!", "!!!Welcome2019", "MyPassword123",
      "hunter2hunter2", "letmein letmein", "ｐａｓｓｗｏｒｄ１２３４", "monkeydragon", "l3tm31n_1998",
      "international", "Pr0f3ss10n@1", "qwertyuiop12",
    ])
  func common(password: String) {
    #expect(reason(password) == "COMMON")
  }

  @Test(
    "A password of only runs and repeats is refused as a run",
    arguments: [
      "aaaaaaaaaaaa", "123456789012", "abcdefghijkl", "zyxwvutsrqpo", "abcabcabcabc",
      "1qaz@WSX3edc", "QWERTZUIOP!!", "poiuytrewq09", "xkq9xkq9xkq9", "246824682468",
      "aaaabbbbcccc", "asdfghjkl;';", "2026-2026-2026", "1q2w3e4r5t6y7u",
      String(repeating: "密", count: 256),
    ])
  func runs(password: String) {
    #expect(reason(password) == "RUN")
  }

  @Test(
    "A password with the name of the owner, the organization or the product is refused",
    arguments: [
      "gracehopper99", "Gr4ce.H0pper!", "I am Hopper, hear me", "g.hopper@navy.example.org",
      "xx-G_HOPPER-kq7z", "Acme Robotics is mine", "4cmer0botics-kq7zw", "Steward is my host",
      "robotics2024", "navy.example", "acme-acme-acme",
    ])
  func names(password: String) {
    #expect(reason(password) == "CONTAINS_NAME")
  }

  @Test(
    "A password that is hard to guess is allowed, without rules of composition",
    arguments: [
      "correct horse battery staple", "twelve chars", "a new long one", "839174756182",
      "kqzmwhvtbxpr", "monkeydragonfootball", "passwordx7Kq2p", "正しい馬の電池と針金を使う",
      "navyblue and mustard",
    ])
  func allowed(password: String) {
    #expect(reason(password) == nil)
  }

  @Test("A short name is refused only in a password that is little more than that name")
  func shortNames() {
    let owner = PasswordOwner(name: "Al", email: "a@b.c", organizations: [""])
    #expect(reason("always a balm in gilead", for: owner) == nil)
    #expect(reason("Al Al Al Al Al", for: owner) == "CONTAINS_NAME")
  }

  @Test("The refusal of a password names the problem and the remedy, and never the password")
  func message() {
    var violations = Violations()
    Passwords.check("P@ssw0rd2024!", for: Self.owner, into: &violations)
    let message = violations.found.first?.message ?? ""
    #expect(message.contains("common words") && message.contains("several unrelated words"))
    #expect(!message.contains("P@ss"))
  }
}
