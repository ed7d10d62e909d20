import Platform
import Synchronization
import WebProtos

/// How many responses of each class were sent in each of the last 60 minutes.
final class ResponseHistory: Sendable {
  /// The length of a step, in seconds.
  static let step = 60
  private static let kept = 60

  private let ring = Mutex(StepRing(kept, of: ResponseCounts()))

  /// Counts a response.
  ///
  /// - Parameter second: The time in seconds since the beginning of 1970.
  func count(_ status: Int, at second: Int64) {
    ring.withLock { ring in
      ring.advance(to: Self.minute(of: second))
      ring.change { $0.count(status) }
    }
  }

  /// Returns the counts by minute, the oldest first, and the second at which the first one begins.
  func points(at second: Int64) -> (from: Int64, counts: [ResponseCounts]) {
    let minute = Self.minute(of: second)
    let counts = ring.withLock { $0.points(upTo: minute) }
    return (Int64((minute - Self.kept + 1) * Self.step), counts)
  }

  private static func minute(of second: Int64) -> Int { Int(second) / step }
}

extension ResponseCounts {
  fileprivate mutating func count(_ status: Int) {
    switch status {
    case 200..<300: successful += 1
    case 300..<400: redirection += 1
    case 400..<500: clientError += 1
    case 500..<600: serverError += 1
    default: break
    }
  }
}
