import IPC
import StewardProtos

/// A call of somebody for something at a place.
struct Attempt: Sendable {
  let world: World
  let standing: Standing
  let nearness: Nearness
  let caller: Person
  let place: Place

  init(_ world: World, by standing: Standing, at nearness: Nearness) throws {
    guard let caller = world.callers[standing], let place = world.places[nearness] else {
      throw Missing(standing: standing, nearness: nearness)
    }
    self.world = world
    self.standing = standing
    self.nearness = nearness
    self.caller = caller
    self.place = place
  }

  /// How the caller calls.
  var clients: Clients { caller.clients }
  /// How what is needed is made.
  var maker: Clients { world.maker }

  func freshName() -> String { world.freshName() }

  private struct Missing: Error {
    let standing: Standing
    let nearness: Nearness
  }
}

/// What a call came to, as far as authorization goes.
enum Verdict: Hashable, Sendable {
  case allowed
  /// Refused, because it is the caller's not to do this.
  case denied
  /// Refused, as if there were no such thing: whether there is isn't the caller's to know.
  case hidden(Status?)
  /// How it ended says nothing about authorization.
  case unclear(String)
}

extension Attempt {
  /// Makes the call, and judges by how it ended.
  func verdict(of probe: Probe) async -> Verdict {
    do {
      return try await probe.call(self) ? .allowed : .hidden(nil)
    } catch let status as Status {
      return verdict(on: status, probe)
    } catch {
      return .unclear("\(error)")
    }
  }

  private func verdict(on status: Status, _ probe: Probe) -> Verdict {
    if !probe.allowedReason.isEmpty, status.reason == probe.allowedReason { return .allowed }
    return switch status.code {
    case .permissionDenied where status.reason == "PERMISSION_DENIED": .denied
    case .unauthenticated where status.reason == "CREDENTIAL_MISSING": .denied
    case .notFound where [.other, .nowhere].contains(nearness): .hidden(status)
    default: .unclear(status.description)
    }
  }
}
