/// An element of a list in a Terraform file; elements that aren't needed are skipped.
package protocol TerraformSelectable {
    /// Decodes an element, or returns `nil`, without decoding the element, if it isn't needed.
    init?(selectedFrom decoder: any Decoder) throws
}

/// The needed elements of a list; the others are skipped.
package struct TerraformSelection<Element: TerraformSelectable>: Decodable {
    package let elements: [Element]

    package init(from decoder: any Decoder) throws {
        var list = try decoder.unkeyedContainer()
        var elements: [Element] = []
        while !list.isAtEnd {
            if let element = try Element(selectedFrom: list.superDecoder()) { elements.append(element) }
        }
        self.elements = elements
    }
}
