/// A call of one method that reaches the permission check and ends as expected after it.
struct MethodProbe: Sendable {
  /// The kind of thing that a method is about. It decides at which places the method is called.
  enum Subject: Sendable {
    case installation
    case organizations
    case workspaces
    /// Keys, which may be linked to the caller.
    case keys
    case people
  }

  /// The name of the method without "steward.".
  let method: String
  let subject: Subject
  /// The reason of a refusal that shows that the caller has passed the permission check. It is
  /// empty if the call succeeds.
  let allowedReason: String
  /// Makes the call, and returns whether the response has what was requested.
  let call: @Sendable (Attempt) async throws -> Bool

  /// Returns a probe whose response shows whether the requested thing is there.
  static func showing(
    _ method: String, _ subject: Subject, _ call: @escaping @Sendable (Attempt) async throws -> Bool
  ) -> MethodProbe {
    MethodProbe(method: method, subject: subject, allowedReason: "", call: call)
  }

  /// Returns a probe whose call succeeds or is refused.
  static func of(
    _ method: String, _ subject: Subject, passing reason: String = "",
    _ call: @escaping @Sendable (Attempt) async throws -> any Sendable
  ) -> MethodProbe {
    MethodProbe(method: method, subject: subject, allowedReason: reason) { attempt in
      _ = try await call(attempt)
      return true
    }
  }
}

extension MethodProbe {
  static let all = orgs + workspaces + members + keys + auth + automation + host

  /// Returns the relations at which the caller can call the method.
  func places(of caller: TestCaller) -> [Relation] {
    switch subject {
    case .installation: [.own]
    case .organizations: [.own, .other, .nowhere]
    case .workspaces: [.own, .sibling, .other, .nowhere]
    case .keys: Relation.allCases.filter { $0 != .mine || caller.user != nil }
    // A caller that is not a user has nothing of its own here.
    case .people: caller.user == nil ? [.other] : [.own, .other]
    }
  }

  /// Returns the matrix cell for a caller whose calls had these verdicts.
  func cell(_ verdicts: [Relation: Verdict]) -> String {
    let unclear = Relation.allCases.compactMap { relation -> String? in
      guard case .unclear(let text) = verdicts[relation] else { return nil }
      return "\(relation.rawValue): \(text)"
    }
    guard unclear.isEmpty else { return unclear.joined(separator: "; ") }
    let asked = Relation.allCases.filter { $0 != .nowhere && verdicts[$0] != nil }
    let allowed = asked.filter { verdicts[$0] == .allowed }
    if allowed.isEmpty { return "-" }
    if allowed == asked { return subject == .installation ? "yes" : "all" }
    switch (subject, allowed) {
    case (.people, [.own]), (.keys, [.mine]): return "self"
    case (.organizations, [.own]), (.workspaces, [.own, .sibling]): return "own"
    case (.keys, [.own, .sibling, .mine]), (.keys, [.own, .sibling]): return "own"
    case (.workspaces, [.own]), (.keys, [.own]): return "ws"
    case (.keys, [.own, .mine]): return "ws+self"
    default: return allowed.map(\.rawValue).joined(separator: "+")
    }
  }
}
