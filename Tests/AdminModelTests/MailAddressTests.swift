import IPC
import Testing

@testable import AdminModel

@Suite("Mail addresses")
struct MailAddressTests {
  private func check(_ typed: String) -> (address: MailAddress, reasons: [String]) {
    var violations = Violations()
    let address = violations.checkAddress(typed)
    return (address, violations.found.map(\.reason))
  }

  @Test("An address is kept as typed, without the spaces around it")
  func kept() {
    let (address, reasons) = check(" \tJane@Example.com\n")
    #expect(address.text == "Jane@Example.com")
    #expect(reasons.isEmpty)
  }

  @Test("The case of letters tells no two addresses apart")
  func folding() {
    #expect(check("Jané@Example.com").address == check("jANÉ@example.COM").address)
    #expect(check("jane@example.com").address != check("jane@example.org").address)
  }

  @Test(
    "Lists take an address and the same with a tag for each other",
    arguments: [
      ("Jane+Hiring@x.org", "jane@x.org"), ("jane@x.org", "jane@x.org"),
      ("a+b+c@x.org", "a@x.org"), ("+b@x.org", "+b@x.org"), ("a@x+y.org", "a@x+y.org"),
    ])
  func untagged(typed: String, bare: String) {
    #expect(check(typed).address.untagged == bare)
  }

  @Test(
    "What can't be an address is refused",
    arguments: [
      ("", "REQUIRED"), ("  ", "REQUIRED"), ("jane", "MALFORMED_ADDRESS"),
      ("@example.com", "MALFORMED_ADDRESS"), ("jane@", "MALFORMED_ADDRESS"),
      ("a@b@c", "MALFORMED_ADDRESS"), ("ja ne@x.org", "MALFORMED_ADDRESS"),
      ("ja\u{7}ne@x.org", "MALFORMED_ADDRESS"), ("ja\u{200B}ne@x.org", "MALFORMED_ADDRESS"),
      ("ja\u{202E}ne@x.org", "MALFORMED_ADDRESS"),
      (String(repeating: "x", count: 249) + "@x.org", "TOO_LONG"),
    ])
  func refused(typed: String, reason: String) {
    #expect(check(typed).reasons == [reason])
  }

  @Test("An address may have 254 bytes")
  func longest() {
    #expect(check(String(repeating: "x", count: 248) + "@x.org").reasons.isEmpty)
  }
}
