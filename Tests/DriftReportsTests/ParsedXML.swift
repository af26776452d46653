import Foundation
import FoundationXML
import Testing

/// An XML document as Foundation's parser reads it.
final class ParsedXML: NSObject, XMLParserDelegate {
    /// An element with its attributes and its text.
    struct Element: Equatable {
        var name: String
        var attributes: [String: String]
        var text = ""
        /// The name of the parent element, or `nil` for the root.
        var parent: String?
    }

    private(set) var elements: [Element] = []
    private var open: [Int] = []

    /// Reads a document; fails the test if it's malformed.
    init(_ text: String) throws {
        super.init()
        let parser = XMLParser(data: Data(text.utf8))
        parser.delegate = self
        try #require(parser.parse(), "\(parser.parserError.map { "\($0)" } ?? "") in line \(parser.lineNumber)")
    }

    func elements(_ name: String) -> [Element] {
        elements.filter { $0.name == name }
    }

    func parser(
        _ parser: XMLParser,
        didStartElement name: String,
        namespaceURI: String?,
        qualifiedName: String?,
        attributes: [String: String]
    ) {
        let parent = open.last.map { elements[$0].name }
        open.append(elements.count)
        elements.append(Element(name: name, attributes: attributes, parent: parent))
    }

    func parser(_ parser: XMLParser, didEndElement: String, namespaceURI: String?, qualifiedName: String?) {
        open.removeLast()
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
        guard let index = open.last else { return }
        elements[index].text += text
    }
}
