import SourceText
import Testing

@testable import DriftCore

struct TopicSchemasTests {
    @Test(arguments: [
        ("{\"type\":\"string\"}", "string"), ("{\"type\":\"integer\",\"format\":\"int64\"}", "integer"),
        ("{\"type\":\"number\"}", "number"), ("{\"type\":\"boolean\"}", "boolean"),
        ("{\"type\":\"array\",\"items\":{}}", "array"), ("{\"type\":\"object\",\"properties\":{}}", "object"),
        ("{\"type\":[\"null\",\"string\"]}", "string"), ("{\"enum\":[\"A\",\"B\"]}", "string"),
        ("{\"$ref\":\"#/definitions/Media\"}", "string"), ("{\"$ref\":\"#/definitions/Unknown\"}", "object"),
        ("{}", "object"), ("true", "object"), ("{\"type\":7}", "object"),
    ])
    func readsTheTypeOfAnAttribute(_ attribute: String, _ type: String) throws {
        let schema = "{\"properties\":{\"a\":\(attribute)},\"definitions\":{\"Media\":{\"type\":\"string\"}}}"
        #expect(try read("[{\"id\":\"v2.x.{id}\",\"schema\":\(schema)}]") == ["v2.x.{id}": ["a": type]])
    }

    @Test func followsASchemaThatRefersToADefinition() throws {
        let schema =
            "{\"$ref\":\"#/definitions/Event\",\"definitions\":{\"Event\":{\"properties\":{\"a\":{\"type\":\"string\"}}}}}"
        #expect(try read("[{\"id\":\"t\",\"schema\":\(schema)}]") == ["t": ["a": "string"]])
    }

    @Test(arguments: [
        "[]", "[{}]", "[{\"id\":\"t\"}]", "[{\"id\":\"t\",\"schema\":null}]", "[{\"id\":\"t\",\"schema\":{}}]",
        "[{\"id\":7,\"schema\":{\"properties\":{\"a\":{}}}}]", "[{\"id\":\"t\",\"schema\":[]}]",
    ])
    func leavesOutATopicWithoutAReadableSchema(_ entities: String) throws {
        #expect(try read(entities).isEmpty)
    }

    @Test(arguments: ["", "{}", "[]", "{\"entities\":7}"])
    func refusesWhatIsNoListing(_ text: String) {
        #expect(throws: ReadingError.self) { try TopicSchemas(answer: Array(text.utf8), source: "GET /x") }
    }

    private func read(_ entities: String) throws -> [String: [String: String]] {
        try TopicSchemas(answer: Array("{\"entities\":\(entities)}".utf8), source: "GET /x").topics
    }
}
