import StrictJSON

/// A flow of a listing, a flow's configuration, or a trigger.
///
/// Source: MyPureCloud/platform-client-sdk-python 257.1.0, models Flow and Trigger; configurations are read off
/// real exports.
struct PlatformEntity: Decodable {
    var id: String?
    var name: String?
    var type: String?

    // A flow of a listing.
    var division: NamedReference?
    var publishedVersion: VersionReference?
    var active: Bool?
    var deleted: Bool?

    // A configuration.
    var variables: [ConfigurationVariable]?
    var flowSequenceItemList: Ignored?
    var commonModules: [CommonModule]?

    // A trigger.
    var topicName: String?
    var target: TriggerTarget?
    var enabled: Bool?
    var matchCriteria: [PlatformCriterion]?
    var eventTTLSeconds: Int?
    var delayBySeconds: Int?

    /// Something that is named elsewhere.
    struct NamedReference: Decodable {
        var name: String?
    }

    /// A version of a flow, by its id, such as `12.0`.
    struct VersionReference: Decodable {
        var id: String?
    }

    /// What a trigger starts.
    struct TriggerTarget: Decodable {
        var id: String?
        var workflowTargetSettings: Settings?

        /// How the event reaches the workflow.
        struct Settings: Decodable {
            var dataFormat: String?
        }
    }

    /// One condition of a trigger.
    struct PlatformCriterion: Decodable {
        var jsonPath: String
        var `operator`: String
        var value: JSONValue?
        var values: [JSONValue]?
    }

    /// The copy of a common module in the configuration of a flow that uses it.
    struct CommonModule: Decodable {
        var name: String?
        var model: Model?

        /// The module's own configuration.
        struct Model: Decodable {
            var variables: [ConfigurationVariable]?
        }
    }

    /// A variable of a configuration.
    struct ConfigurationVariable: Decodable {
        var name: String
        var isInput: Bool?
        var isOutput: Bool?
        var isSecure: Bool?
        var isCollection: Bool?
        var typeIdentifier: String?
        var initialValue: InitialValue?

        /// Its initial value, whose type is the variable's.
        struct InitialValue: Decodable {
            var type: String?
            var text: String?
            var config: [String: Ignored]?
            var uiMetaData: UIMetaData?
        }

        /// How Architect shows an initial value.
        struct UIMetaData: Decodable {
            var mode: Int?
        }
    }

    /// A value that is not read: only its key matters.
    struct Ignored: Decodable {
        init(from decoder: any Decoder) {}
    }
}
