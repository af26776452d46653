/// A data action as a file defines it, whether or not it starts a flow.
public struct DataActionText: Hashable, Sendable {
    /// The action's id in the org, or `nil` if the file has none.
    public var id: String?

    /// The action's name.
    public var name: String

    /// The category that holds the action, or `nil` if the file doesn't say.
    public var category: String?

    /// The action in the form in which Genesys Cloud exports it.
    public var text: String

    /// Where it's defined.
    public var place: Place

    /// Makes an action.
    public init(id: String? = nil, name: String, category: String? = nil, text: String, at place: Place) {
        self.id = id
        self.name = name
        self.category = category
        self.text = text
        self.place = place
    }
}
