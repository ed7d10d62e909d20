internal import CSpawn
internal import Glibc

/// A file descriptor that is closed when its owner no longer uses it.
struct Descriptor: ~Copyable, Sendable {
  let number: Int32

  init(_ number: Int32) {
    self.number = number
  }

  deinit { close(number) }

  /// Gives up the descriptor. The caller must close it.
  consuming func release() -> Int32 {
    let number = number
    discard self
    return number
  }
}

/// Two descriptors: what is written to one can be read from the other. No process inherits them.
struct Pipe: ~Copyable, Sendable {
  let reading: Descriptor
  let writing: Descriptor

  init() throws(SpawnFailure) {
    var ends: [Int32] = [-1, -1]
    let error = steward_pipe(&ends)
    guard error == 0 else { throw SpawnFailure(step: "creating a pipe", error: error) }
    reading = Descriptor(ends[0])
    writing = Descriptor(ends[1])
  }
}

/// The reason why a process could not be started.
struct SpawnFailure: Error, Hashable, Sendable, CustomStringConvertible {
  let step: String
  let error: Int32

  var description: String { "\(step): \(SystemError.text(error))" }
}
