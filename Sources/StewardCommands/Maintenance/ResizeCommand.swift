internal import ArgumentParser
internal import PluginHost

/// `steward resize`.
struct ResizeCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "resize", abstract: "Raise the maximum size of the store.",
    discussion: """
      No host may be running. The maximum size is 64 GiB unless it was raised. The store takes \
      only as much of the disk as its content needs. The maximum can't be lowered again.
      """)

  @Argument(help: "The new maximum size, such as 128GiB or 1TiB.")
  var size: ByteSize

  @OptionGroup var global: GlobalOptions

  func validate() throws { try refuseFormat(of: "resize") }

  func run(in session: Session) async throws {
    try await MapResize.run(
      to: size.bytes, over: try global.hostConfiguration(in: session))
    session.console.note("The store may now grow to \(Amounts.bytes(UInt64(size.bytes))).")
  }
}

/// A size as people type it: `512MiB`, `128GiB`, `2TiB`, or with only the first letter of the unit.
struct ByteSize: Hashable, Sendable {
  var bytes: Int

  /// Creates a size from a positive whole number and its unit; nil if `text` is anything else, or
  /// if the size is too large.
  init?(_ text: String) {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard let count = Int(digits), count > 0,
      let shift = Self.shifts[String(text.dropFirst(digits.count))],
      count <= Self.largest >> shift
    else { return nil }
    bytes = count << shift
  }

  private static let shifts = ["M": 20, "MiB": 20, "G": 30, "GiB": 30, "T": 40, "TiB": 40]

  /// The maximum in bytes: half of what a process can address.
  private static let largest = 64 << 40
}

extension ByteSize: ExpressibleByArgument {
  init?(argument: String) { self.init(argument) }
}
