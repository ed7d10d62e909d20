import Glibc
import IPC
internal import IPCProtos
import Platform
import Status

/// The special actions of the echo service for certain texts.
struct Deeds: Sendable {
  let dies: Bool

  func response(to text: String, _ context: CallContext) throws -> String {
    switch text {
    case "pid": return "\(getpid())"
    case "folder": return String(cString: getcwd(nil, 0))
    case "descriptors": return openDescriptors.map(String.init).joined(separator: " ")
    case "memory": return ProcessMemory.isPrivate ? "private" : "open"
    case "session": return "\(getsid(0))"
    case "environment": return environment.sorted().joined(separator: "\n")
    case "principal":
      return "\(context.principal?.kind.rawValue ?? 0) \(context.principal?.id ?? "")"
    case "peer": return context.peer
    case "key": return context.idempotencyKey
    case "metadata": return context.metadata.keys.sorted().joined(separator: " ")
    case "fail": throw Status(.notFound, reason: "NO_SUCH_THING", message: "There is none.")
    case "unavailable CONNECTION_LOST", "unavailable GOING_AWAY":
      // A plugin can return such a status when a connection of its own is lost.
      let reason = String(text.dropFirst("unavailable ".count))
      throw Status(.unavailable, reason: StatusReason(rawValue: reason), message: "Not this one.")
    case "exit" where dies: exit(3)
    case "die" where dies: die()
    case "hang" where dies: hang()
    case _ where dies && text.hasPrefix("abort"): abort()
    default: return text
    }
  }

  private func die() -> Never {
    kill(getpid(), SIGKILL)
    while true { pause() }
  }

  /// Blocks the reader thread, so that not even a ping gets its pong.
  private func hang() -> Never {
    while true { pause() }
  }

  private var openDescriptors: [Int32] {
    (0..<256).filter { fcntl($0, F_GETFD) >= 0 }
  }

  private var environment: [String] {
    var lines: [String] = []
    var next = environ
    while let entry = next.pointee {
      lines.append(String(cString: entry))
      next += 1
    }
    return lines
  }
}

/// A file with a line for each effect.
struct Journal {
  let path: String

  init(_ path: String) {
    self.path = path
  }

  /// Adds the line if it is new, and returns whether it was.
  func add(_ line: String) -> Bool {
    guard let file = fopen(path, "a+") else { return false }
    defer { fclose(file) }
    rewind(file)
    var buffer = [CChar](repeating: 0, count: 1024)
    while fgets(&buffer, Int32(buffer.count), file) != nil {
      let known = String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
      if known == line + "\n" { return false }
    }
    fputs(line + "\n", file)
    return true
  }
}
