internal import ArgumentParser
internal import PluginHost

/// `steward resize`.
struct ResizeCommand: GlobalVerb {
  static let configuration = CommandConfiguration(
    commandName: "resize", abstract: "Let the store grow to a larger size.",
    discussion: """
      No host may run. The size is the most that the store may become, 64 GiB unless it was \
      resized: it takes no more of the disk than what is in it. It can't be made smaller again.
      """)

  @Argument(help: "The new size, as 128GiB or 1TiB.")
  var size: ByteSize

  @OptionGroup var global: GlobalOptions

  func validate() throws { try refuseFormat(of: "resize") }

  func run(in session: Session) async throws {
    try await MapResize.run(
      to: size.bytes, over: try HostConnection.configuration(global, session: session))
    session.console.note("The store may grow to \(Amounts.bytes(UInt64(size.bytes))) now.")
  }
}
