import ProtobufRuntime
import Testing

@Suite("A text that is refused")
struct RefusedTextTests {
  @Test(
    "is repeated whole only where it is shorter than any secret, and else no more than a third",
    arguments: [
      ("", ""), ("actve", "actve"), ("elevenchars", "elevenchars"), ("twelve chars", "twel…"),
      ("twenty-four characters..", "twenty-f…"),
      ("sk-stw-5KJvsngHeMpm884wtkJNzQGaCErc", "sk-stw-5…"),
    ])
  func repeated(text: String, shown: String) {
    #expect(text.asRefused == shown)
  }
}
