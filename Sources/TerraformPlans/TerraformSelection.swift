/// What can be picked out of a Terraform file's lists.
package protocol TerraformSelectable {
    /// Decodes an element; nil for one that is not looked for, of which nothing is then decoded.
    init?(selectedFrom decoder: any Decoder) throws
}

/// The elements of a list that are looked for; the rest is passed over.
package struct TerraformSelection<Element: TerraformSelectable>: Decodable {
    /// The elements in the list's order.
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
