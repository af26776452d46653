// A node has a position, so every user of this module also needs the types of SourceText.
@_exported public import SourceText
