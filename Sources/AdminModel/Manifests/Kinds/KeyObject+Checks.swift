internal import AdminProtos
internal import ProtobufRuntime

/// The checks of a key that a manifest desires. No message repeats the value.
extension KeyObject {
  /// Throws what is wrong with the object by itself. The text given as the id may be the value by
  /// mistake, so no message repeats it either.
  func check() throws {
    guard id.isEmpty || AdminKind.key.matches(id) else {
      throw Refusal.required("id", "the id of an API key: \(AdminKind.key.idShape)")
    }
    guard value.isEmpty || !id.isEmpty else {
      throw Refusal.required("id", "the id that the registered key has where it was issued")
    }
    guard !id.isEmpty || !name.isEmpty else {
      throw Refusal.required("name", "the name of the key to issue")
    }
    guard value.isEmpty || allowedNetworks.isEmpty else {
      throw Refusal(
        "KEY_NOT_ISSUED",
        "allowed_networks: the allowed networks of a registered key can only be set where it was "
          + "issued. Leave the field out.")
    }
    guard ["", KeyStatus.active.rawValue, KeyStatus.inactive.rawValue].contains(status) else {
      throw Refusal(
        "UNKNOWN_STATUS",
        "status: must be \"active\" or \"inactive\", not \"\(status.asRefused)\". To end a key, "
          + "remove it from the manifest and prune, or revoke it by hand.")
    }
  }

  /// Throws if the object differs from the record in a field that can't change.
  func check(against record: KeyRecord, _ secrets: KeySecrets) throws {
    if !value.isEmpty { try checkValue(against: record, secrets) }
    let key = record.key
    guard let expiresAt, expiresAt != key.expiresAt else { return }
    let expiry = try key.expiresAt.map { "expires at \(try $0.text)" } ?? "never expires"
    throw Refusal(
      "KEY_EXPIRY_FIXED",
      "API key \(key.id) \(expiry), which can't be changed. Declare another key with "
        + "another name.")
  }

  private func checkValue(against record: KeyRecord, _ secrets: KeySecrets) throws {
    let key = record.key
    guard key.isOf(.registered) else {
      throw Refusal(
        "KEY_NOT_REGISTERED",
        "API key \(key.id) was issued here, so it can't be given a value. Leave value out.")
    }
    let hash = secrets.hash(ofRegistered: value, in: key.organizationId)
    guard !HashingKey.areSame(record.secretHash, hash) else { return }
    throw Refusal(
      "KEY_VALUE_DIFFERS",
      "API key \(key.id) was registered with another value, which can't be changed. "
        + "Register a rotated key with its new id.")
  }
}
