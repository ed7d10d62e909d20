internal import IPC

/// Makes every call on behalf of whom a credential stands for.
struct BearerChannel: Channel {
  let base: any Channel
  let credential: String

  func open(_ header: CallHeader, delegate: any CallDelegate) -> any OutgoingCall {
    var header = header
    header.metadata["authorization"] = "Bearer \(credential)"
    return base.open(header, delegate: delegate)
  }
}
