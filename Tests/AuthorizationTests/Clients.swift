import IPC

/// The clients of every service, for one caller. The file of its probes adds each client.
struct Clients: Sendable {
  let channel: any Channel
}

/// A channel that makes every call with a credential, as a script does.
struct CredentialChannel: Channel {
  let base: any Channel
  let credential: String

  func open(_ header: CallHeader, delegate: any CallDelegate) -> any OutgoingCall {
    var header = header
    header.metadata["authorization"] = "Bearer \(credential)"
    return base.open(header, delegate: delegate)
  }
}
