import IPC
import Status

/// A call by one caller for one place.
struct Attempt: Sendable {
  let fixture: Fixture
  let callerRole: CallerRole
  let relation: Relation
  let caller: TestCaller
  let place: Place

  init(_ fixture: Fixture, by callerRole: CallerRole, at relation: Relation) throws {
    let isMine = relation == .mine
    guard let caller = fixture.callers[callerRole],
      var place = fixture.places[isMine ? .sibling : relation]
    else { throw Missing(callerRole: callerRole, relation: relation) }
    if isMine {
      place.issuedKey = caller.issuedKey
      place.registeredKey = caller.registeredKey
    }
    self.fixture = fixture
    self.callerRole = callerRole
    self.relation = relation
    self.caller = caller
    self.place = place
  }

  /// The clients of the caller.
  var clients: Clients { caller.clients }
  /// The clients of the operator, which create what the call needs.
  var maker: Clients { fixture.maker }

  func freshName() -> String { fixture.freshName() }

  private struct Missing: Error {
    let callerRole: CallerRole
    let relation: Relation
  }
}

/// The outcome of a call with regard to authorization.
enum Verdict: Hashable, Sendable {
  case allowed
  /// Refused because the caller may not do this.
  case denied
  /// Refused as if the thing did not exist, because the caller may not know whether it exists.
  case hidden(Status?)
  /// The end of the call says nothing about authorization.
  case unclear(String)
}

extension Attempt {
  /// Makes the call, and returns the verdict on how it ended.
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
    if !probe.allowedReason.isEmpty, status.reason.rawValue == probe.allowedReason {
      return .allowed
    }
    return switch status.code {
    case .permissionDenied where status.reason == "PERMISSION_DENIED": .denied
    case .unauthenticated where status.reason == "CREDENTIAL_MISSING": .denied
    case .notFound where [.other, .nowhere].contains(relation) || probe.subject == .keys:
      .hidden(status)
    default: .unclear(status.description)
    }
  }
}
