"""Members that the SDK's models declare, but that not every answer of the stand-in has, each with the reason.

If a new version of the SDK declares a member that is in no list in this file, check.py fails. If a real org fills that
member, change the stand-in so that it does, too. If not, add the member to a list in this file.
"""

LAST_PAGE = "the last page has none"
FIRST_PAGE = "the first page has none"
PAGES = {"nextUri": LAST_PAGE, "previousUri": FIRST_PAGE}
ONE_PAGE = {"nextUri": "all stand on one page", "previousUri": "all stand on one page"}

# Members that only some entities have; at least one entity must have them.
SOME = {
    "Flow": {
        "lockedUser": "somebody edits the flow",
        "publishedVersion": "the flow was published",
        "publishedBy": "the flow was published",
        "inputSchema": "the flow's interface is known",
        "outputSchema": "the flow's interface is known",
        "nluInfo": "bots",
        "compatibleFlowTypes": "common modules",
        "worktypeId": "work item flows",
    },
    "FlowVersion": {
        "datePublished": "the version was published",
        "publishResultUri": "the version was published",
        "compatibleFlowTypes": "common modules",
    },
    "MatchCriteria": {"value": "operators on one value", "values": "operators on several"},
    "Trigger": {"eventTTLSeconds": "not beside a delay", "delayBySeconds": "not beside a time to live"},
    "TriggerTarget": {"workflowTargetSettings": "a data format was chosen"},
    "ErrorBody": {"messageParams": "the message names something"},
    "FlowEntityListing": PAGES,
    "AuthzDivisionEntityListing": PAGES,
    "TriggerEntityListing": PAGES,
    "TopicCursorEntityListing": PAGES,
}

# Members that no entity of the stand-in has.
NONE = {
    "Flow": {"lockedClient": "a client edits the flow, nobody does", "debugVersion": "the flow is being debugged"},
    "FlowVersion": {
        "createdByClient": "a client saved the version, nobody did",
        "datePublishedEnd": "another version was published since; the stand-in keeps the newest",
        "inputSchema": "no public answer shows whether a version has it; a flow has",
        "outputSchema": "no public answer shows whether a version has it; a flow has",
        "nluInfo": "no public answer shows whether a version has it; a flow has",
    },
    "Operation": {
        "client": "a client did it, nobody did",
        "errorMessage": "the operation failed",
        "errorCode": "the operation failed",
        "errorDetails": "the operation failed",
        "errorMessageParams": "the operation failed",
    },
    "NluInfo": {"version": "the stand-in trains no language model", "nluData": "the same"},
    "ErrorBody": {
        "messageWithParams": "no public answer shows what it holds",
        "entityId": "errors on bulk requests",
        "entityName": "errors on bulk requests",
        "limit": "an org's limit is reached",
    },
    "Detail": {"entityId": "errors on bulk requests", "entityName": "errors on bulk requests"},
    "FlowRuntimeExecution": {
        "flowErrorInfo": "the flow failed, which the stand-in's never do",
        "conversation": "the flow belongs to a conversation",
    },
    "FlowVersionEntityListing": ONE_PAGE,
    "ScheduledTriggerEntityListing": ONE_PAGE,
    "TokenInfo": {"clonedUser": "tokens of Genesys Cloud's own staff", "dateTokenIdles": "tokens of users"},
}

# Models that stand for something that is elsewhere: of the rest of their members, an answer has none.
REFERENCES = {
    "User": ["id", "name", "selfUri"],
    "OrgOAuthClient": ["id", "name", "organization"],
}
