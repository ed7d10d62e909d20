import Dispatch
import EchoService
import Glibc
import GoogleProtos
import IPC
import PluginKit
import Status

/// A server that responds to one line on each connection that it accepts. The response to "pid" is
/// the process id. The response to "method|text|credential" is the result of a call to the host
/// with that credential.
final class Door: Sendable {
  private let host: any Channel
  private let guests = DispatchGroup()

  init(host: any Channel) {
    self.host = host
  }

  /// Accepts connections from now on. The returned function stops that, and returns when every
  /// accepted client has its response.
  func open(on listener: Int32) -> @Sendable () async -> Void {
    let queue = DispatchQueue(label: "door")
    let bell = DispatchSource.makeReadSource(fileDescriptor: listener, queue: queue)
    bell.setEventHandler { self.acceptAll(listener) }
    bell.setCancelHandler { close(listener) }
    bell.activate()
    nonisolated(unsafe) let source = bell  // A dispatch source is thread-safe.
    return {
      // On the queue, so that no connection is accepted afterwards.
      queue.sync { source.cancel() }
      await withCheckedContinuation { left in self.guests.notify(queue: queue) { left.resume() } }
    }
  }

  private func acceptAll(_ listener: Int32) {
    while case let guest = accept(listener, nil, nil), guest >= 0 {
      guests.enter()
      DispatchQueue.global().async { self.listen(to: guest) }
    }
  }

  private func listen(to guest: Int32) {
    var line: [UInt8] = []
    var byte: UInt8 = 0
    while read(guest, &byte, 1) == 1, byte != UInt8(ascii: "\n") { line.append(byte) }
    let request = String(decoding: line, as: UTF8.self)
    Task {
      let response = Array("\(await self.response(to: request))\n".utf8)
      _ = write(guest, response, response.count)
      close(guest)
      guests.leave()
    }
  }

  private func response(to request: String) async -> String {
    guard request != "pid" else { return "\(getpid())" }
    let parts = request.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3 else { return "no request" }
    let credential = parts[2].isEmpty ? [:] : ["authorization": "Bearer \(parts[2])"]
    do {
      let response: GoogleStringValue = try await host.unary(
        parts[0], GoogleStringValue(value: parts[1]), CallOptions(metadata: credential))
      return response.value
    } catch {
      return Status(describing: error).reason.rawValue
    }
  }
}
