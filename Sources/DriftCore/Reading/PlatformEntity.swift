import StrictJSON

/// A flow of a listing, a flow's configuration, or a trigger.
///
/// Source: MyPureCloud/platform-client-sdk-python 257.1.0, models Flow and Trigger; real exports for configurations.
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

    struct NamedReference: Decodable {
        var name: String?
    }

    /// A version of a flow, whose id is the version, such as `12.0`.
    struct VersionReference: Decodable {
        var id: String?
    }

    struct TriggerTarget: Decodable {
        var id: String?
        var workflowTargetSettings: Settings?

        struct Settings: Decodable {
            var dataFormat: String?
        }
    }

    struct PlatformCriterion: Decodable {
        var jsonPath: String
        var `operator`: String
        var value: JSONValue?
        var values: [JSONValue]?
    }

    /// The copy of a common module in the configuration of a flow.
    struct CommonModule: Decodable {
        var name: String?
        var model: Model?

        struct Model: Decodable {
            var variables: [ConfigurationVariable]?
        }
    }

    struct ConfigurationVariable: Decodable {
        var name: String
        var isInput: Bool?
        var isOutput: Bool?
        var isSecure: Bool?
        var isCollection: Bool?
        var typeIdentifier: String?
        var initialValue: InitialValue?

        /// The initial value, which has the variable's type.
        struct InitialValue: Decodable {
            var type: String?
            var text: String?
            var config: [String: Ignored]?
            var uiMetaData: UIMetaData?
        }

        struct UIMetaData: Decodable {
            var mode: Int?
        }
    }

    /// A value that isn't decoded, since only the presence of its key matters.
    struct Ignored: Decodable {
        init(from decoder: any Decoder) {}
    }
}
