import SourceText
import StrictJSON
import YAML

extension ContractReader {
    /// Reads the settings of triggers that the code relies on.
    func triggers(_ node: YAMLCursor?) throws(ReadingError) -> [PromisedTrigger] {
        var triggers: [PromisedTrigger] = []
        for element in try node?.elements("triggers") ?? [] {
            let trigger = try promisedTrigger(element)
            if let first = triggers.first(where: { $0.name.value == trigger.name.value }) {
                throw element.error(
                    "Trigger '\(trigger.name.value)' is promised twice, first at line \(first.name.position.line)",
                    "keep one"
                )
            }
            triggers.append(trigger)
        }
        return triggers
    }

    private func promisedTrigger(_ node: YAMLCursor) throws(ReadingError) -> PromisedTrigger {
        let keys = ["name", "topic", "dataFormat", "enabled", "match", "eventTTLSeconds", "delayBySeconds"]
        let trigger = try node.mapping("a trigger", keys: keys)
        return PromisedTrigger(
            name: try trigger.required("name", in: "a trigger").writtenText("a trigger's name"),
            topic: try trigger.value("topic").map { (node) throws(ReadingError) in try node.writtenText("a topic") },
            dataFormat: try trigger.value("dataFormat").map { (node) throws(ReadingError) in
                Written(try node.choice("data format", of: Trigger.DataFormat.self), at: node.node)
            },
            isEnabled: try trigger.value("enabled").map { (node) throws(ReadingError) in
                Written(try node.boolean("enabled"), at: node.node)
            },
            match: try trigger.value("match").map { (node) throws(ReadingError) in
                Written(try CriterionReader(isContract: true).criteria(node), at: node.node)
            },
            eventTTLSeconds: try trigger.value("eventTTLSeconds").map(seconds),
            delayBySeconds: try trigger.value("delayBySeconds").map(seconds)
        )
    }

    private func seconds(_ node: YAMLCursor) throws(ReadingError) -> Written<Int> {
        let seconds = try node.integer("seconds")
        guard seconds >= 0 else { throw node.error("Expected seconds, found \(seconds)", "write 0 or more") }
        return Written(seconds, at: node.node)
    }
}

/// Reads match criteria as contracts and snapshots write them.
struct CriterionReader {
    /// Whether it reads a contract, where the word `any` stands for any value; in a snapshot it is like another.
    let isContract: Bool

    /// Reads a list of criteria.
    func criteria(_ node: YAMLCursor) throws(ReadingError) -> [Criterion] {
        var criteria: [Criterion] = []
        for element in try node.elements("match criteria") { criteria.append(try criterion(element)) }
        return criteria
    }

    private func criterion(_ node: YAMLCursor) throws(ReadingError) -> Criterion {
        let criterion = try node.mapping("a match criterion", keys: ["jsonPath", "operator", "value", "values"])
        let (value, values) = (criterion.value("value"), criterion.value("values"))
        if value != nil, let values {
            throw values.error("A match criterion has both 'value' and 'values'", "keep one")
        }
        let comparison = try criterion.required("operator", in: "a match criterion")
        return Criterion(
            jsonPath: try text(criterion.required("jsonPath", in: "a match criterion")),
            comparison: isContract
                ? try comparison.choice("operator", from: Criterion.comparisons.map { ($0, $0) })
                : comparison.node.text,
            operand: try operand(value, values)
        )
    }

    /// A contract names a path; a snapshot has whatever the org took.
    private func text(_ path: YAMLCursor) throws(ReadingError) -> String {
        isContract ? try path.text("a JSON path") : path.node.text
    }

    private func operand(_ value: YAMLCursor?, _ values: YAMLCursor?) throws(ReadingError) -> Criterion.Operand? {
        if isContract, let node = (value ?? values)?.node, node.isPlain, node.textEquals("any") { return .any }
        if let values, !values.node.isNull {
            var list: [JSONValue] = []
            for element in try values.elements("values") { list.append(try element.json()) }
            return .values(list)
        }
        guard let value, !value.node.isNull else { return nil }
        return .value(try value.json())
    }
}
