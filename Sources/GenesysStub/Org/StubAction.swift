import DriftCore
import Foundation
import StrictJSON

/// A data action of the stub server's org.
public struct StubAction: Hashable, Sendable {
    /// Its id.
    public var id: String

    /// Its name.
    public var name: String

    /// The category that holds the action.
    public var category: String

    /// Its configuration and contract as JSON: `{"config": …, "contract": …}`.
    var definition: [String: JSONValue]

    /// Makes a data action that starts a flow.
    ///
    /// - Parameters:
    ///   - action: The action.
    ///   - flows: The ids of the org's flows.
    init(_ action: LaunchingAction, flows: [FlowKey: FlowID]) {
        id = action.id ?? "custom_-_" + MadeID.text(for: "action", action.name)
        name = action.name
        category = action.category ?? "Genesys Cloud Data Actions"
        var text = action.requestText
        if case .flow(let key) = action.target, let id = flows[key] {
            text = text.replacing(FlowID(madeFor: key).text, with: id.text)
        }
        definition = [:]
        if case .object(let members)? = try? JSONDecoder().decode(JSONValue.self, from: Data(text.utf8)) {
            definition = members.filter { $0.key == "config" || $0.key == "contract" }
        }
    }
}
