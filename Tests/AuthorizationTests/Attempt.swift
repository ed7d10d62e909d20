import IPC
import Status

/// A call of somebody for something at a place.
struct Attempt: Sendable {
  let fixture: Fixture
  let callerRole: CallerRole
  let relation: Relation
  let caller: TestCaller
  let place: Place

  init(_ fixture: Fixture, by callerRole: CallerRole, at relation: Relation) throws {
    guard let caller = fixture.callers[callerRole], let place = fixture.places[relation] else {
      throw Missing(callerRole: callerRole, relation: relation)
    }
    self.fixture = fixture
    self.callerRole = callerRole
    self.relation = relation
    self.caller = caller
    self.place = place
  }

  /// How the caller calls.
  var clients: Clients { caller.clients }
  /// How what is needed is made.
  var maker: Clients { fixture.maker }

  func freshName() -> String { fixture.freshName() }

  private struct Missing: Error {
    let callerRole: CallerRole
    let relation: Relation
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
  func verdict(of probe: MethodProbe) async -> Verdict {
    do {
      return try await probe.call(self) ? .allowed : .hidden(nil)
    } catch let status as Status {
      return verdict(on: status, probe)
    } catch {
      return .unclear("\(error)")
    }
  }

  private func verdict(on status: Status, _ probe: MethodProbe) -> Verdict {
    if !probe.allowedReason.isEmpty, status.reason == probe.allowedReason { return .allowed }
    return switch status.code {
    case .permissionDenied where status.reason == "PERMISSION_DENIED": .denied
    case .unauthenticated where status.reason == "CREDENTIAL_MISSING": .denied
    case .notFound where [.other, .nowhere].contains(relation): .hidden(status)
    default: .unclear(status.description)
    }
  }
}
