/// A flow definition: what it takes, what it gives back, and the triggers that start it.
public struct Flow: Hashable, Sendable {
    /// The flow's type and name.
    public var key: FlowKey

    /// The id that the org gave it; nil where the source does not know, as in an export.
    public var id: FlowID?

    /// The id that a plan takes from it, because it makes the flow anew; nil where no plan does.
    public var lostID: FlowID?

    /// The division's name; nil where the source does not say.
    public var division: String?

    /// Whether callers can start it; `.unknown` where the source does not say, as in an export.
    public var availability: Availability

    /// The published version, such as `12.0`; nil where the source does not know, or there is none.
    public var publishedVersion: String?

    /// The name with its placeholders, where the flow is called by its file's name for want of another; else `nil`.
    public var placeholderName: String?

    /// The version that a flow listing had when there was no export of it, so that the inputs and outputs may be out of
    /// date; ``unknownVersion`` if the listing had none, `nil` if they are as they should be.
    public var listedVersion: String?

    /// What callers may send, in order of name.
    public var inputs: [Variable]

    /// What callers get back, in order of name.
    public var outputs: [Variable]

    /// The inputs and outputs of which a placeholder leaves the name or the type open; they are in neither list.
    public var openVariables: [OpenVariable] = []

    /// The triggers whose target it is, in order of name.
    public var triggers: [Trigger]

    /// The copies of common modules that are part of it, in order of name; none where the source does not tell.
    public var modules: [ModuleCopy]

    /// Whether its inputs and outputs are known; false if only a listing has the flow.
    public var hasInterface = true

    /// The file it was read from; nil where it came from no file.
    public var file: String?

    /// Makes a flow; variables and triggers are put in order.
    public init(
        key: FlowKey,
        id: FlowID? = nil,
        division: String? = nil,
        availability: Availability = .unknown,
        publishedVersion: String? = nil,
        inputs: [Variable] = [],
        outputs: [Variable] = [],
        triggers: [Trigger] = [],
        modules: [ModuleCopy] = [],
        file: String? = nil
    ) {
        self.key = key
        self.id = id
        self.division = division
        self.availability = availability
        self.publishedVersion = publishedVersion
        self.inputs = inputs.ordered { $0.name < $1.name }
        self.outputs = outputs.ordered { $0.name < $1.name }
        self.triggers = triggers.ordered(by: Trigger.areInOrder)
        self.modules = modules.ordered { $0.name < $1.name }
        self.file = file
    }

    /// Whether callers can start a flow.
    public enum Availability: String, Hashable, Sendable {
        /// The source does not say.
        case unknown
        /// Published and active.
        case available
        /// It has no published version, so nothing can start it.
        case unpublished
        /// It is switched off.
        case inactive
    }
}

extension Flow {
    /// The id to link by: the org's, or the one made from type and name.
    public var linkID: FlowID { id ?? FlowID(madeFor: key) }
}
