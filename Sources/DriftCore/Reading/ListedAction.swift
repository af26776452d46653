import Foundation
import StrictJSON

/// A data action as the API lists it.
///
/// Source: MyPureCloud/platform-client-sdk-python 269, model Action. Whether a listing fills `config` is unknown, so its
/// absence says nothing.
public struct ListedAction: Sendable {
    /// The action's id: `custom_-_UUID`.
    public var id: String

    /// The action's name.
    public var name: String

    /// The category that holds the action, or `nil` if the answer doesn't say.
    public var category: String?

    /// The version as text, or `nil` if the answer has none.
    public var version: String?

    /// The action as JSON.
    private var json: JSONValue

    private var request: [String: JSONValue]? { json.object?["config"]?.object?["request"]?.object }

    /// Whether its request starts a flow, or `nil` if the answer has no address template.
    public var startsFlow: Bool? { request?["requestUrlTemplate"]?.string.map { $0.contains("flows/executions") } }

    /// Whether the answer has the request's body and the action's input schema.
    public var isComplete: Bool {
        let contract = json.object?["contract"]?.object?["input"]?.object
        return request?["requestTemplate"]?.string != nil && contract?["inputSchema"] != nil
    }

    /// Whether the request's body is in a file of its own.
    public var hasTemplateFile: Bool {
        request?["requestTemplate"]?.string == nil && request?["requestTemplateUri"]?.string != nil
    }

    /// The same action with a request's body that was read from its own file.
    public func with(template: String) -> ListedAction {
        guard case .object(var root) = json, case .object(var config)? = root["config"],
            case .object(var request)? = config["request"]
        else { return self }
        request["requestTemplate"] = .string(template)
        config["request"] = .object(request)
        root["config"] = .object(config)
        var action = self
        action.json = .object(root)
        return action
    }

    /// The action as a text, with the place of the answer.
    public func text(at place: Place) -> DataActionText {
        DataActionText(id: id, name: name, category: category, text: json.description, at: place)
    }

    init?(_ json: JSONValue) {
        guard let members = json.object, let id = members["id"]?.string, let name = members["name"]?.string else {
            return nil
        }
        self.id = id
        self.name = name
        category = members["category"]?.string
        switch members["version"] {
        case .number(let text)?, .string(let text)?: version = text
        default: version = nil
        }
        self.json = json
    }
}

extension JSONValue {
    fileprivate var object: [String: JSONValue]? { if case .object(let members) = self { members } else { nil } }
    fileprivate var string: String? { if case .string(let text) = self { text } else { nil } }
}

extension PlatformPageReader {
    /// Reads a page of data actions.
    public func actions(_ bytes: [UInt8]) throws(ReadingError) -> PlatformPage<ListedAction> {
        guard case .object(let page)? = try? JSONDecoder().decode(JSONValue.self, from: Data(bytes)),
            case .array(let entities)? = page["entities"]
        else {
            throw ReadingError("The org's answer is not a list of data actions", at: Place(file: source))
        }
        return PlatformPage(
            elements: entities.compactMap(ListedAction.init),
            nextURI: page["nextUri"]?.string.flatMap { $0.isEmpty ? nil : $0 },
            problems: []
        )
    }

    /// Reads one data action.
    public func action(_ bytes: [UInt8]) throws(ReadingError) -> ListedAction {
        guard let json = try? JSONDecoder().decode(JSONValue.self, from: Data(bytes)), let action = ListedAction(json)
        else {
            throw ReadingError("The org's answer is not a data action", at: Place(file: source))
        }
        return action
    }
}
