internal import ArgumentParser
internal import PluginHost

/// `steward resize`.
struct ResizeCommand: GlobalVerb {
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
      to: size.bytes, over: try HostConnection.configuration(global, session: session))
    session.console.note("The store may now grow to \(Amounts.bytes(UInt64(size.bytes))).")
  }
}
