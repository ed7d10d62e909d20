import Status

extension Visit {
  /// Throws unless the person may do this in the organization of the address, so that a dialog which
  /// they couldn't send says so at its own address.
  func require(_ permission: String) throws {
    guard viewer.may(permission, in: organization) else { throw Status.notAllowed(permission) }
  }
}

extension Status {
  fileprivate static func notAllowed(_ permission: String) -> Status {
    Status(
      .permissionDenied, reason: .permissionDenied,
      message: "This needs the permission \(permission).")
  }
}
