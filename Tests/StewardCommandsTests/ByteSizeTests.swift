import Testing

@testable import StewardCommands

@Suite("Sizes on the command line")
struct ByteSizeTests {
  @Test(
    "A size is a whole number and a unit",
    arguments: [
      ("1M", 1 << 20), ("512MiB", 512 << 20), ("64G", 64 << 30), ("128GiB", 128 << 30),
      ("64TiB", 64 << 40),
    ])
  func valid(text: String, bytes: Int) {
    #expect(ByteSize(text)?.bytes == bytes)
  }

  @Test(
    "A size in any other form is refused",
    arguments: [
      "", "10", "G", "0G", "-1G", "+1G", "1 G", "1.5G", "1GB", "1g", "1KiB", "١G", "65T",
      "99999999999999999999G",
    ])
  func invalid(text: String) {
    #expect(ByteSize(text) == nil)
  }
}
