internal import IPC

/// A channel that makes every call with a bearer credential.
struct BearerChannel: Channel {
  let base: any Channel
  let credential: String

  func open(_ header: CallHeader, delegate: any CallDelegate) -> any OutgoingCall {
    var header = header
    header.metadata["authorization"] = "Bearer \(credential)"
    return base.open(header, delegate: delegate)
  }
}
