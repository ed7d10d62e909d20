import StoreProtos
import Testing

@testable import ConsolePlugin

@Suite("Names of events")
struct EventNamesTests {
  @Test("A membership is named by both of its ids, and each id is asked for once")
  func memberships() {
    let organization = "01890a5d-ac96-774b-bcce-b302099a8057"
    let event = Event(
      actor: "user/user_1", resource: "\(organization)/user_2", organizationId: organization)
    #expect(EventNames.ids(in: [event, event]) == ["user_1", organization, "user_2"])
  }

  @Test(
    "Only a person and an admin key have a name to look up",
    arguments: [
      ("user/user_1", "user_1"), ("admin_key/adminkey_1", "adminkey_1"), ("operator/uid:1000", ""),
      ("plugin/orgs", ""), ("anonymous", ""), ("", ""),
    ])
  func actors(actor: String, id: String) { #expect(EventNames.actorID(actor) == id) }

  @Test("The method of a refused call is no id")
  func methods() {
    let event = Event(actor: "anonymous", resource: "steward.auth.v1.Auth/Login")
    #expect(EventNames.ids(in: [event]) == [])
  }
}
