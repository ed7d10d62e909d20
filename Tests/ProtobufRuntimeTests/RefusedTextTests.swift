import ProtobufRuntime
import Testing

@Suite("Refused texts in error messages")
struct RefusedTextTests {
  @Test(
    "A refused text of twelve or more characters is repeated only up to a third",
    arguments: [
      ("", ""), ("actve", "actve"), ("elevenchars", "elevenchars"), ("twelve chars", "twel…"),
      ("twenty-four characters..", "twenty-f…"),
      ("sk-stw-5KJvsngHeMpm884wtkJNzQGaCErc", "sk-stw-5…"),
    ])
  func repeated(text: String, shown: String) {
    #expect(text.asRefused == shown)
  }
}
