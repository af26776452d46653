import Foundation

/// Reads JSON as the Platform API returns it: configurations, flow listings and trigger listings.
struct PlatformJSONReader {
    /// The file's name, for messages.
    let file: String

    /// Whether JSON that does not parse is an error, or a file of another kind.
    let isSurelyJSON: Bool

    /// Whether the JSON was decoded from an export, so that its lines are not the file's.
    var isEncoded = false

    /// Reads one document.
    func read(_ bytes: [UInt8]) throws(ReadingError) -> FlowFile {
        do {
            let data = Data(bytes)
            let document = try JSONDecoder().decode(PlatformDocument.self, from: data)
            if let entities = document.entities { return try listing(entities) }
            return try entity(JSONDecoder().decode(PlatformEntity.self, from: data), in: bytes)
        } catch let error as ReadingError {
            throw error
        } catch {
            guard isSurelyJSON else { return .skipped(reason: "it holds no flow") }
            throw DecodingReport(file: file, isEncoded: isEncoded, bytes: bytes).readingError(error)
        }
    }

    private func listing(_ entities: [PlatformEntity]) throws(ReadingError) -> FlowFile {
        guard let first = entities.first else { return .skipped(reason: "it is an empty listing") }
        if first.isTrigger {
            var triggers: [Trigger] = []
            for entity in entities { triggers.append(try trigger(entity)) }
            return .triggers(triggers)
        }
        var entries: [FlowEntry] = []
        for entity in entities where entity.deleted != true { entries.append(try entry(entity)) }
        return .entries(entries)
    }

    private func entity(_ entity: PlatformEntity, in bytes: [UInt8]) throws(ReadingError) -> FlowFile {
        if entity.isTrigger { return .triggers([try trigger(entity)]) }
        if let variables = entity.variables, let key = entity.key {
            return .flow(flow(key, variables, in: bytes))
        }
        guard entity.key != nil else { return .skipped(reason: "it is JSON, but neither a flow nor a trigger") }
        return .entries([try entry(entity)])
    }

    /// A flow from its configuration; ids of configurations are those of drafts too, so none is taken.
    private func flow(
        _ key: FlowKey,
        _ variables: [PlatformEntity.ConfigurationVariable],
        in bytes: [UInt8]
    ) -> Flow {
        var inputs = variables.filter { $0.isInput == true }.map(\.variable)
        let outputs = variables.filter { $0.isOutput == true }.map(\.variable)
        if !inputs.isEmpty, let expressions = ConfigurationExpressions.of(bytes) {
            inputs = InputReads.inputs(inputs, outputs: outputs, reading: expressions)
        }
        return Flow(key: key, inputs: inputs, outputs: outputs, file: file)
    }

    private func entry(_ entity: PlatformEntity) throws(ReadingError) -> FlowEntry {
        guard let key = entity.key else {
            throw error("A flow of the listing has no name or no type", entity)
        }
        return FlowEntry(
            key: key,
            id: entity.id.flatMap { FlowID($0) },
            division: entity.division?.name,
            publishedVersion: entity.publishedVersion?.id,
            availability: entity.publishedVersion == nil
                ? .unpublished : entity.active == false ? .inactive : .available
        )
    }

    private func trigger(_ entity: PlatformEntity) throws(ReadingError) -> Trigger {
        guard let name = entity.name, !name.isEmpty else { throw error("A trigger has no name", entity) }
        let formatName = entity.target?.workflowTargetSettings?.dataFormat
        let format = formatName.flatMap(Trigger.DataFormat.init(rawValue:))
        if let formatName, format == nil {
            throw error("Trigger '\(name)' has unknown data format '\(formatName)'", entity)
        }
        return Trigger(
            name: name,
            topic: entity.topicName,
            dataFormat: format,
            isEnabled: entity.enabled ?? true,
            match: (entity.matchCriteria ?? []).map(\.criterion),
            eventTTLSeconds: entity.eventTTLSeconds,
            delayBySeconds: entity.delayBySeconds,
            target: entity.target?.id.flatMap { FlowID($0) }.map { .id($0) }
        )
    }

    private func error(_ problem: String, _ entity: PlatformEntity) -> ReadingError {
        ReadingError(problem + (entity.id.map { " (id \($0))" } ?? ""), at: Place(file: file))
    }
}

extension PlatformEntity {
    /// Whether the entity is a trigger.
    fileprivate var isTrigger: Bool { topicName != nil || target != nil || matchCriteria != nil }

    /// The flow's type and name; nil where one is missing.
    fileprivate var key: FlowKey? {
        guard let type = type.flatMap({ FlowType($0) }), let name, !name.isEmpty else { return nil }
        return FlowKey(type: type, name: name)
    }
}

extension PlatformEntity.ConfigurationVariable {
    /// The variable as a flow declares it.
    fileprivate var variable: Variable {
        Variable(
            name: name,
            type: DataType(code: initialValue?.type ?? ""),
            defaultText: defaultText,
            isSecure: isSecure ?? false
        )
    }

    /// The text of the initial value; nil for none: an `emp` in mode 3.
    ///
    /// An `emp` in mode 1 is a blank literal. Source: read off real exports.
    private var defaultText: String? {
        guard let value = initialValue else { return nil }
        guard value.config?["emp"] != nil else { return value.text ?? "" }
        return value.uiMetaData?.mode == 1 ? "" : nil
    }
}

extension PlatformEntity.PlatformCriterion {
    /// The criterion, where null is the same as absent.
    fileprivate var criterion: Criterion {
        let operand: Criterion.Operand? = values.map { .values($0) } ?? value.map { .value($0) }
        return Criterion(jsonPath: jsonPath, comparison: `operator`, operand: operand == .value(.null) ? nil : operand)
    }
}
