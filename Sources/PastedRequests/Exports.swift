// A request has a position, and its body is JSON, so code that reads requests needs these two modules as well.
@_exported public import SourceText
@_exported public import StrictJSON
