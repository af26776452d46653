extension RuleExample {
    /// Every file under Tests/DriftCoreTests/Fixtures, written by the tests with `RECORD_GOLDEN=1`; do not edit.
    static let fixtures = #"""
        //// call-input-unknown/fires/snapshot-bot.yaml
        flowdrift: 1
        flow: { type: bot, name: Order Bot }
        inputs:
          Slot.Email: { type: string, read: true }
          Slot.OrderNumber: { type: string, read: true }
        //// call-input-unknown/fires/snapshot-caller.yaml
        flowdrift: 1
        flow: { type: inboundmessage, name: Web Chat }
        calls:
          - { kind: bot, name: Order Bot, inputs: [Slot.OrderNo, Slot.email] }
        //// call-input-unknown/silent/snapshot-bot.yaml
        flowdrift: 1
        flow: { type: bot, name: Order Bot }
        inputs:
          Slot.Email: { type: string, read: true }
          Slot.OrderNumber: { type: string, read: true }
        //// call-input-unknown/silent/snapshot-caller.yaml
        flowdrift: 1
        flow: { type: inboundmessage, name: Web Chat }
        calls:
          - { kind: bot, name: Order Bot, inputs: [Slot.OrderNumber, Slot.email] }
        //// code-input-not-sent/fires/contract.yaml
        flowdrift: 1
        contract: order-status
        flow: workflow/Order Status
        launch:
          inputs:
            Flow.orderNumber: string
            Flow.language: string
          recordings: [launches.ndjson]
        //// code-input-not-sent/fires/launches.ndjson
        {"flowdrift": 1, "flow": "workflow/Order Status", "inputs": {"Flow.language": "string", "Flow.orderNumber": "string"}, "result": "accepted"}
        {"flowdrift": 1, "flow": "workflow/Order Status", "inputs": {"Flow.orderNumber": "string"}, "result": "accepted"}
        //// code-input-not-sent/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Order Status }
        inputs:
          Flow.orderNumber: { type: string, read: true }
          Flow.language: { type: string, default: "en", read: true }
        //// code-input-not-sent/silent/contract.yaml
        flowdrift: 1
        contract: order-status
        flow: workflow/Order Status
        launch:
          inputs:
            Flow.orderNumber: string
            Flow.language: { type: string, sent: sometimes }
          recordings: [launches.ndjson]
        //// code-input-not-sent/silent/launches.ndjson
        {"flowdrift": 1, "flow": "workflow/Order Status", "inputs": {"Flow.language": "string", "Flow.orderNumber": "string"}, "result": "accepted"}
        {"flowdrift": 1, "flow": "workflow/Order Status", "inputs": {"Flow.orderNumber": "string"}, "result": "accepted"}
        //// code-input-not-sent/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Order Status }
        inputs:
          Flow.orderNumber: { type: string, read: true }
          Flow.language: { type: string, default: "en", read: true }
        //// code-input-type/fires/contract.yaml
        flowdrift: 1
        contract: support-ticket
        flow: workflow/Support Ticket
        launch:
          inputs:
            Flow.priority: integer
          recordings: [launches.ndjson]
        //// code-input-type/fires/launches.ndjson
        {"flowdrift": 1, "flow": "workflow/Support Ticket", "inputs": {"Flow.priority": "string"}, "result": "refused", "rules": ["payload-input-type"]}
        //// code-input-type/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Support Ticket }
        inputs:
          Flow.priority: { type: integer, read: true }
        //// code-input-type/silent/contract.yaml
        flowdrift: 1
        contract: support-ticket
        flow: workflow/Support Ticket
        launch:
          inputs:
            Flow.priority: integer
          recordings: [launches.ndjson]
        //// code-input-type/silent/launches.ndjson
        {"flowdrift": 1, "flow": "workflow/Support Ticket", "inputs": {"Flow.priority": "integer"}, "result": "accepted"}
        //// code-input-type/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Support Ticket }
        inputs:
          Flow.priority: { type: integer, read: true }
        //// code-input-undeclared/fires/contract.yaml
        flowdrift: 1
        contract: callback-request
        flow: workflow/Callback Request
        launch:
          inputs:
            Flow.callerNumber: string
            Flow.language: { type: string, sent: sometimes }
          recordings: [launches.ndjson]
        //// code-input-undeclared/fires/launches.ndjson
        {"flowdrift": 1, "flow": "workflow/Callback Request", "inputs": {"Flow.caller_number": "string", "Flow.language": "string"}, "result": "refused", "rules": ["payload-input-undeclared"]}
        //// code-input-undeclared/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Callback Request }
        inputs:
          Flow.callerNumber: { type: string, read: true }
          Flow.language: { type: string, default: "en", read: true }
        //// code-input-undeclared/silent/contract.yaml
        flowdrift: 1
        contract: callback-request
        flow: workflow/Callback Request
        launch:
          inputs:
            Flow.callerNumber: string
            Flow.language: { type: string, sent: sometimes }
          recordings: [launches.ndjson]
        //// code-input-undeclared/silent/launches.ndjson
        {"flowdrift": 1, "flow": "workflow/Callback Request", "inputs": {"Flow.callerNumber": "string", "Flow.language": "string"}, "result": "accepted"}
        //// code-input-undeclared/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Callback Request }
        inputs:
          Flow.callerNumber: { type: string, read: true }
          Flow.language: { type: string, default: "en", read: true }
        //// code-input-unseen/fires/contract.yaml
        flowdrift: 1
        contract: order-status
        flow: workflow/Order Status
        launch:
          inputs:
            Flow.orderNumber: string
            Flow.language: { type: string, sent: sometimes }
          recordings: [launches.ndjson]
        //// code-input-unseen/fires/launches.ndjson
        {"flowdrift": 1, "flow": "workflow/Order Status", "inputs": {"Flow.orderNumber": "string"}, "result": "accepted"}
        //// code-input-unseen/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Order Status }
        inputs:
          Flow.orderNumber: { type: string, read: true }
          Flow.language: { type: string, default: "en", read: true }
        //// code-input-unseen/silent/contract.yaml
        flowdrift: 1
        contract: order-status
        flow: workflow/Order Status
        launch:
          inputs:
            Flow.orderNumber: string
            Flow.language: { type: string, sent: sometimes }
          recordings: [launches.ndjson]
        //// code-input-unseen/silent/launches.ndjson
        {"flowdrift": 1, "flow": "workflow/Order Status", "inputs": {"Flow.language": "string", "Flow.orderNumber": "string"}, "result": "accepted"}
        {"flowdrift": 1, "flow": "workflow/Order Status", "inputs": {"Flow.orderNumber": "string"}, "result": "accepted"}
        //// code-input-unseen/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Order Status }
        inputs:
          Flow.orderNumber: { type: string, read: true }
          Flow.language: { type: string, default: "en", read: true }
        //// code-launch-uncovered/fires/contract.yaml
        flowdrift: 1
        contract: order-status
        flow: workflow/Order Status
        launch:
          inputs:
            Flow.orderNumber: string
          recordings: [launches.ndjson]
        //// code-launch-uncovered/fires/launches.ndjson
        {"flowdrift": 1, "flow": "workflow/Order Return", "inputs": {"Flow.orderNumber": "string", "Flow.reason": "string"}, "result": "accepted"}
        {"flowdrift": 1, "flow": "workflow/Order Status", "inputs": {"Flow.orderNumber": "string"}, "result": "accepted"}
        //// code-launch-uncovered/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Order Status }
        inputs:
          Flow.orderNumber: { type: string, read: true }
          Flow.language: { type: string, default: "en", read: true }
        //// code-launch-uncovered/silent/contract.yaml
        flowdrift: 1
        contract: order-status
        flow: workflow/Order Status
        launch:
          inputs:
            Flow.orderNumber: string
          recordings: [launches.ndjson]
        //// code-launch-uncovered/silent/launches.ndjson
        {"flowdrift": 1, "flow": "workflow/Order Status", "inputs": {"Flow.orderNumber": "string"}, "result": "accepted"}
        //// code-launch-uncovered/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Order Status }
        inputs:
          Flow.orderNumber: { type: string, read: true }
          Flow.language: { type: string, default: "en", read: true }
        //// code-name-unknown/fires/contract.yaml
        flowdrift: 1
        contract: order-status
        flow: workflow/Order Status
        launch:
          inputs:
            Flow.orderNumber: string
            Flow.language: { type: string, sent: sometimes }
        code: [orders.py]
        //// code-name-unknown/fires/flowdrift.yaml
        flowdrift: 1
        severity: { code-launch-uncovered: off }
        //// code-name-unknown/fires/index.yaml
        flowdrift: 1
        flows:
          workflow/Order Return: { id: 7d0c5b1e-4f3a-4c7d-9a51-0e8f6b2c1d44, file: workflow/order-return.yaml, digest: 1a2b3c4d5e6f7081, reader: 3 }
          workflow/Order Status: { id: 2a9c4d10-6b7e-4f58-8d3a-5c1e0f9b7a62, file: workflow/order-status.yaml, digest: 2b3c4d5e6f708192, reader: 3 }
        //// code-name-unknown/fires/orders.py
        import os
        import requests


        def ask(order, language):
            body = {
                "flowId": os.environ["ORDER_STATUS_FLOW"],
                "inputData": {"Flow.orderNumber": order, "Flow.language": language},
            }
            return requests.post(f"{os.environ['HOST']}/api/v2/flows/executions", json=body)


        def give_back(order, reason):
            body = {
                "flowId": "7d0c5b1e-4f3a-4c7d-9a51-0e8f6b2c1d44",
                "inputData": {"Flow.orderNumber": order, "Flow.reasons": reason},
            }
            return requests.post(f"{os.environ['HOST']}/api/v2/flows/executions", json=body)
        //// code-name-unknown/fires/snapshot-return.yaml
        flowdrift: 1
        flow: { type: workflow, name: Order Return }
        inputs:
          Flow.orderNumber: { type: string, read: true }
          Flow.reason: { type: string, read: true }
        //// code-name-unknown/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Order Status }
        inputs:
          Flow.orderNumber: { type: string, read: true }
          Flow.language: { type: string, default: "en", read: true }
        //// code-name-unknown/silent/contract.yaml
        flowdrift: 1
        contract: order-status
        flow: workflow/Order Status
        launch:
          inputs:
            Flow.orderNumber: string
            Flow.language: { type: string, sent: sometimes }
        code: [orders.py]
        //// code-name-unknown/silent/flowdrift.yaml
        flowdrift: 1
        severity: { code-launch-uncovered: off }
        //// code-name-unknown/silent/index.yaml
        flowdrift: 1
        flows:
          workflow/Order Return: { id: 7d0c5b1e-4f3a-4c7d-9a51-0e8f6b2c1d44, file: workflow/order-return.yaml, digest: 1a2b3c4d5e6f7081, reader: 3 }
          workflow/Order Status: { id: 2a9c4d10-6b7e-4f58-8d3a-5c1e0f9b7a62, file: workflow/order-status.yaml, digest: 2b3c4d5e6f708192, reader: 3 }
        //// code-name-unknown/silent/orders.py
        import os
        import requests


        def ask(order, language):
            body = {
                "flowId": os.environ["ORDER_STATUS_FLOW"],
                "inputData": {"Flow.orderNumber": order, "Flow.language": language},
            }
            return requests.post(f"{os.environ['HOST']}/api/v2/flows/executions", json=body)


        def give_back(order, reason):
            body = {
                "flowId": "7d0c5b1e-4f3a-4c7d-9a51-0e8f6b2c1d44",
                "inputData": {"Flow.orderNumber": order, "Flow.reason": reason},
            }
            return requests.post(f"{os.environ['HOST']}/api/v2/flows/executions", json=body)
        //// code-name-unknown/silent/snapshot-return.yaml
        flowdrift: 1
        flow: { type: workflow, name: Order Return }
        inputs:
          Flow.orderNumber: { type: string, read: true }
          Flow.reason: { type: string, read: true }
        //// code-name-unknown/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Order Status }
        inputs:
          Flow.orderNumber: { type: string, read: true }
          Flow.language: { type: string, default: "en", read: true }
        //// flow-id-changed/fires/contract.yaml
        flowdrift: 1
        contract: appointment-reminder
        flow: workflow/Appointment Reminder
        environments:
          prod: { id: 3f0c6c1e-7d6a-4b57-9f21-3f0e4b1c2a90 }
        launch: {}
        //// flow-id-changed/fires/index.yaml
        flowdrift: 1
        flows:
          workflow/Appointment Reminder:
            id: b81d2f64-0a5e-4c3b-8e77-91c0d4e5f6a2
            file: workflow/appointment-reminder.yaml
            digest: 5be1c7a90d34f286
            reader: 1
        //// flow-id-changed/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Appointment Reminder }
        //// flow-id-changed/silent/contract.yaml
        flowdrift: 1
        contract: appointment-reminder
        flow: workflow/Appointment Reminder
        environments:
          test: { id: 3f0c6c1e-7d6a-4b57-9f21-3f0e4b1c2a90 }
          prod: { id: B81D2F64-0A5E-4C3B-8E77-91C0D4E5F6A2 }   # letter case does not matter
        launch: {}
        //// flow-id-changed/silent/index.yaml
        flowdrift: 1
        flows:
          workflow/Appointment Reminder:
            id: b81d2f64-0a5e-4c3b-8e77-91c0d4e5f6a2
            file: workflow/appointment-reminder.yaml
            digest: 5be1c7a90d34f286
            reader: 1
        //// flow-id-changed/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Appointment Reminder }
        //// flow-inactive/fires/contract.yaml
        flowdrift: 1
        contract: fraud-alert
        flow: workflow/Fraud Alert
        launch:
          inputs: { Flow.cardId: string }
        //// flow-inactive/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Fraud Alert, state: inactive }
        inputs:
          Flow.cardId: { type: string }
        //// flow-inactive/silent/contract.yaml
        flowdrift: 1
        contract: fraud-alert
        flow: workflow/Fraud Alert
        launch:
          inputs: { Flow.cardId: string }
        //// flow-inactive/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Fraud Alert }
        inputs:
          Flow.cardId: { type: string }
        //// flow-missing/fires/contract.yaml
        flowdrift: 1
        contract: callback-request
        flow: workflow/Callback Request
        launch:
          inputs: { Flow.callerNumber: string }
        //// flow-missing/fires/index.yaml
        flowdrift: 1
        flows:
          workflow/Callback Request v2:
            file: workflow/callback-request-v2-4ba1c0de.yaml
            digest: c3b0914f27de6a85
            reader: 1
        //// flow-missing/silent/contract.yaml
        flowdrift: 1
        contract: callback-request
        flow: workflow/Callback Request
        environments:
          test:
          prod: { name: Callback Request v2 }
        launch:
          inputs: { Flow.callerNumber: string }
        //// flow-missing/silent/index.yaml
        flowdrift: 1
        flows:
          workflow/Callback Request v2:
            file: workflow/callback-request-v2-4ba1c0de.yaml
            digest: c3b0914f27de6a85
            reader: 1
        //// flow-missing/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Callback Request v2 }
        inputs:
          Flow.callerNumber: { type: string }
        //// flow-not-launchable/fires/index.yaml
        flowdrift: 1
        flows:
          bot/Order Bot: { id: 3f2504e0-4f89-41d3-9a0c-0305e82c3301, file: bot/order-bot.yaml, digest: "0000000000000000", reader: 1 }
        //// flow-not-launchable/fires/request.json
        {
          "flowId": "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
          "inputData": { "Slot.orderNumber": "A-1004" }
        }
        //// flow-not-launchable/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: bot, name: Order Bot }
        inputs:
          Slot.orderNumber: { type: string, read: true }
        //// flow-not-launchable/silent/index.yaml
        flowdrift: 1
        flows:
          workflow/Order Status: { id: 8d0b6a0c-2f6e-4d3c-9a55-1f6f0c7be402, file: workflow/order-status.yaml, digest: "0000000000000000", reader: 1 }
        //// flow-not-launchable/silent/request.json
        {
          "flowId": "8d0b6a0c-2f6e-4d3c-9a55-1f6f0c7be402",
          "inputData": { "Flow.orderNumber": "A-1004" }
        }
        //// flow-not-launchable/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Order Status }
        inputs:
          Flow.orderNumber: { type: string, read: true }
        //// flow-type-changed/fires/contract.yaml
        flowdrift: 1
        contract: order-status
        flow: workflow/Order Status
        environments:
          prod: { id: 90e4d7b2-51c8-4f0a-a6d3-2c7b8e9f0a14 }
        launch: {}
        //// flow-type-changed/fires/index.yaml
        flowdrift: 1
        flows:
          digitalbot/Order Status:
            id: 90e4d7b2-51c8-4f0a-a6d3-2c7b8e9f0a14
            file: digitalbot/order-status.yaml
            digest: 08f5a1c2e6b7943d
            reader: 1
        //// flow-type-changed/silent/contract.yaml
        flowdrift: 1
        contract: order-status
        flow: digitalbot/Order Status
        environments:
          prod: { id: 90e4d7b2-51c8-4f0a-a6d3-2c7b8e9f0a14 }
        launch: {}
        //// flow-type-changed/silent/index.yaml
        flowdrift: 1
        flows:
          digitalbot/Order Status:
            id: 90e4d7b2-51c8-4f0a-a6d3-2c7b8e9f0a14
            file: digitalbot/order-status.yaml
            digest: 08f5a1c2e6b7943d
            reader: 1
          workflow/Order Status:
            id: 17a6c3f5-8d2e-4b90-b4c1-e5f60718293a
            file: workflow/order-status.yaml
            digest: 6d42b9e08c1f7a53
            reader: 1
        //// flow-type-changed/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: digitalbot, name: Order Status }
        //// flow-unpublished/fires/contract.yaml
        flowdrift: 1
        contract: outage-notice
        flow: workflow/Outage Notice
        launch:
          inputs: { Flow.region: string }
        //// flow-unpublished/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Outage Notice, state: unpublished }
        inputs:
          Flow.region: { type: string }
        //// flow-unpublished/silent/contract.yaml
        flowdrift: 1
        contract: outage-notice
        flow: workflow/Outage Notice
        launch:
          inputs: { Flow.region: string }
        //// flow-unpublished/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Outage Notice }
        inputs:
          Flow.region: { type: string }
        //// input-case-mismatch/fires/contract.yaml
        flowdrift: 1
        contract: missed-call
        flow: workflow/Missed Call
        launch:
          inputs:
            Flow.ANI: string
        //// input-case-mismatch/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Missed Call }
        inputs:
          Flow.ani: { type: string }
        //// input-case-mismatch/silent/contract.yaml
        flowdrift: 1
        contract: missed-call
        flow: workflow/Missed Call
        launch:
          inputs:
            Flow.ani: string
            Flow.aniName: string
        //// input-case-mismatch/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Missed Call }
        inputs:
          Flow.ani: { type: string }
          Flow.aniName: { type: string }
        //// input-collection-changed/fires/contract.yaml
        flowdrift: 1
        contract: time-off
        flow: workflow/Time Off Request
        launch:
          inputs:
            Flow.days: string
        //// input-collection-changed/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Time Off Request }
        inputs:
          Flow.days: { type: "string[]" }
        //// input-collection-changed/silent/contract.yaml
        flowdrift: 1
        contract: time-off
        flow: workflow/Time Off Request
        launch:
          inputs:
            Flow.days: string[]
        //// input-collection-changed/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Time Off Request }
        inputs:
          Flow.days: { type: "string[]" }
        //// input-not-sent/fires/contract.yaml
        flowdrift: 1
        contract: after-call-survey
        flow: workflow/After Call Survey
        launch:
          inputs:
            Flow.conversationId: string
        //// input-not-sent/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: After Call Survey }
        inputs:
          Flow.conversationId: { type: string, read: true }
          Flow.language: { type: string, read: true }
        //// input-not-sent/silent/contract.yaml
        flowdrift: 1
        contract: after-call-survey
        flow: workflow/After Call Survey
        launch:
          inputs:
            Flow.conversationId: string
        //// input-not-sent/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: After Call Survey }
        inputs:
          Flow.conversationId: { type: string, read: true }
          Flow.language: { type: string, default: en-us, read: true }
        //// input-type-changed/fires/contract.yaml
        flowdrift: 1
        contract: invoice-payment
        flow: workflow/Invoice Payment
        launch:
          inputs:
            Flow.amount: decimal
        //// input-type-changed/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Invoice Payment }
        inputs:
          Flow.amount: { type: integer }
        //// input-type-changed/silent/contract.yaml
        flowdrift: 1
        contract: invoice-payment
        flow: workflow/Invoice Payment
        launch:
          inputs:
            Flow.amount: integer
        //// input-type-changed/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Invoice Payment }
        inputs:
          Flow.amount: { type: decimal }
        //// input-undeclared/fires/contract.yaml
        flowdrift: 1
        contract: delivery-update
        flow: workflow/Delivery Update
        launch:
          inputs:
            Flow.parcelNumber: string
            Flow.customerPhone: string
        //// input-undeclared/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Delivery Update }
        inputs:
          Flow.customerNumber: { type: string }
          Flow.parcelNumber: { type: string }
        //// input-undeclared/silent/contract.yaml
        flowdrift: 1
        contract: delivery-update
        flow: workflow/Delivery Update
        launch:
          inputs:
            Flow.parcelNumber: string
            Flow.customerNumber: string
        //// input-undeclared/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Delivery Update }
        inputs:
          Flow.customerNumber: { type: string }
          Flow.parcelNumber: { type: string }
        //// input-unscoped/fires/contract.yaml
        flowdrift: 1
        contract: contact-lookup
        flow: commonmodule/Contact Lookup
        launch:
          inputs:
            emailAddress: string
        //// input-unscoped/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: commonmodule, name: Contact Lookup }
        inputs:
          Common.emailAddress: { type: string }
        //// input-unscoped/silent/contract.yaml
        flowdrift: 1
        contract: contact-lookup
        flow: commonmodule/Contact Lookup
        launch:
          inputs:
            Common.emailAddress: string
        //// input-unscoped/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: commonmodule, name: Contact Lookup }
        inputs:
          Common.emailAddress: { type: string }
        //// input-unused/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Fax Forwarding }
        inputs:
          Flow.faxNumber: { type: string, read: false }
        //// input-unused/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Fax Forwarding }
        inputs:
          Flow.faxNumber: { type: string, read: true }
        //// live-division-changed/fires/live.yaml
        flowdrift: 1
        flow: { type: workflow, name: Order Return, division: Retail }
        inputs:
          Flow.orderNumber: { type: string, read: true }
        //// live-division-changed/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Order Return, division: Home }
        inputs:
          Flow.orderNumber: { type: string, read: true }
        //// live-division-changed/silent/live.yaml
        flowdrift: 1
        flow: { type: workflow, name: Order Return, division: Home }
        inputs:
          Flow.orderNumber: { type: string, read: true }
        //// live-division-changed/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Order Return, division: Home }
        inputs:
          Flow.orderNumber: { type: string, read: true }
        //// live-flow-added/fires/live.yaml
        flowdrift: 1
        flow: { type: workflow, name: Parcel Tracking }
        inputs:
          Flow.parcelId: { type: string }
        //// live-flow-added/silent/live.yaml
        flowdrift: 1
        flow: { type: workflow, name: Parcel Tracking }
        inputs:
          Flow.parcelId: { type: string }
        //// live-flow-added/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Parcel Tracking }
        inputs:
          Flow.parcelId: { type: string }
        //// live-flow-removed/fires/contract.yaml
        flowdrift: 1
        contract: outage-notice
        flow: workflow/Outage Notice
        launch:
          inputs:
            Flow.region: string
        //// live-flow-removed/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Outage Notice }
        inputs:
          Flow.region: { type: string }
        //// live-flow-removed/silent/contract.yaml
        flowdrift: 1
        contract: outage-notice
        flow: workflow/Outage Notice
        launch:
          inputs:
            Flow.region: string
        //// live-flow-removed/silent/live.yaml
        flowdrift: 1
        flow: { type: workflow, name: Outage Notice }
        inputs:
          Flow.region: { type: string }
        //// live-flow-removed/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Outage Notice }
        inputs:
          Flow.region: { type: string }
        //// live-flow-renamed/fires/contract.yaml
        flowdrift: 1
        contract: parcel-tracking
        flow: workflow/Parcel Tracking
        launch:
          inputs:
            Flow.parcelNumber: string
        //// live-flow-renamed/fires/live.yaml
        flowdrift: 1
        flow: { type: workflow, name: Track a Parcel }
        inputs:
          Flow.parcelNumber: { type: string }
        //// live-flow-renamed/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Parcel Tracking }
        inputs:
          Flow.parcelNumber: { type: string }
        //// live-flow-renamed/silent/contract.yaml
        flowdrift: 1
        contract: parcel-tracking
        flow: workflow/Parcel Tracking
        launch:
          inputs:
            Flow.parcelNumber: string
        //// live-flow-renamed/silent/live.yaml
        flowdrift: 1
        flow: { type: workflow, name: Parcel Tracking }
        inputs:
          Flow.parcelNumber: { type: string }
        //// live-flow-renamed/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Parcel Tracking }
        inputs:
          Flow.parcelNumber: { type: string }
        //// live-flow-stopped/fires/index.yaml
        flowdrift: 1
        flows:
          workflow/Shift Swap: { version: "3.0", file: workflow/shift-swap.yaml, digest: 5be1c7a90d34f286, reader: 4 }
        //// live-flow-stopped/fires/live.yaml
        flowdrift: 1
        flow: { type: workflow, name: Shift Swap, state: inactive }
        inputs:
          Flow.employee: { type: string, read: true }
        //// live-flow-stopped/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Shift Swap }
        inputs:
          Flow.employee: { type: string, read: true }
        //// live-flow-stopped/silent/index.yaml
        flowdrift: 1
        flows:
          workflow/Shift Swap: { version: "3.0", file: workflow/shift-swap.yaml, digest: 5be1c7a90d34f286, reader: 4 }
        //// live-flow-stopped/silent/live.yaml
        flowdrift: 1
        flow: { type: workflow, name: Shift Swap }
        inputs:
          Flow.employee: { type: string, read: true }
        //// live-flow-stopped/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Shift Swap }
        inputs:
          Flow.employee: { type: string, read: true }
        //// live-input-added/fires/live.yaml
        flowdrift: 1
        flow: { type: workflow, name: Password Reset }
        inputs:
          Flow.channel: { type: string }
          Flow.customerId: { type: string }
        //// live-input-added/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Password Reset }
        inputs:
          Flow.customerId: { type: string }
        //// live-input-added/silent/live.yaml
        flowdrift: 1
        flow: { type: workflow, name: Password Reset }
        inputs:
          Flow.channel: { type: string }
          Flow.customerId: { type: string }
        //// live-input-added/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Password Reset }
        inputs:
          Flow.channel: { type: string }
          Flow.customerId: { type: string }
        //// live-input-changed/fires/live.yaml
        flowdrift: 1
        flow: { type: workflow, name: Meter Reading }
        inputs:
          Flow.reading: { type: integer }
        //// live-input-changed/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Meter Reading }
        inputs:
          Flow.reading: { type: string }
        //// live-input-changed/silent/live.yaml
        flowdrift: 1
        flow: { type: workflow, name: Meter Reading }
        inputs:
          Flow.reading: { type: integer }
        //// live-input-changed/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Meter Reading }
        inputs:
          Flow.reading: { type: integer }
        //// live-input-removed/fires/contract.yaml
        flowdrift: 1
        contract: voucher
        flow: workflow/Voucher
        launch:
          inputs:
            Flow.amount: decimal
            Flow.reason: string
        //// live-input-removed/fires/live.yaml
        flowdrift: 1
        flow: { type: workflow, name: Voucher }
        inputs:
          Flow.amount: { type: decimal }
        //// live-input-removed/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Voucher }
        inputs:
          Flow.amount: { type: decimal }
          Flow.reason: { type: string }
        //// live-input-removed/silent/contract.yaml
        flowdrift: 1
        contract: voucher
        flow: workflow/Voucher
        launch:
          inputs:
            Flow.amount: decimal
            Flow.reason: string
        //// live-input-removed/silent/live.yaml
        flowdrift: 1
        flow: { type: workflow, name: Voucher }
        inputs:
          Flow.amount: { type: decimal }
        //// live-input-removed/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Voucher }
        inputs:
          Flow.amount: { type: decimal }
        //// live-output-changed/fires/contract.yaml
        flowdrift: 1
        contract: seat-booking
        flow: workflow/Seat Booking
        launch:
          outputs:
            Flow.seats: string
        //// live-output-changed/fires/live.yaml
        flowdrift: 1
        flow: { type: workflow, name: Seat Booking }
        outputs:
          Flow.seats: { type: "string[]" }
        //// live-output-changed/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Seat Booking }
        outputs:
          Flow.seats: { type: string }
        //// live-output-changed/silent/contract.yaml
        flowdrift: 1
        contract: seat-booking
        flow: workflow/Seat Booking
        launch:
          outputs:
            Flow.seats: string
        //// live-output-changed/silent/live.yaml
        flowdrift: 1
        flow: { type: workflow, name: Seat Booking }
        outputs:
          Flow.seats: { type: string }
        //// live-output-changed/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Seat Booking }
        outputs:
          Flow.seats: { type: string }
        //// live-output-removed/fires/contract.yaml
        flowdrift: 1
        contract: credit-check
        flow: workflow/Credit Check
        launch:
          outputs:
            Flow.decision: string
        //// live-output-removed/fires/live.yaml
        flowdrift: 1
        flow: { type: workflow, name: Credit Check }
        outputs:
          Flow.decision: { type: string }
        //// live-output-removed/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Credit Check }
        outputs:
          Flow.decision: { type: string }
          Flow.score: { type: integer }
        //// live-output-removed/silent/contract.yaml
        flowdrift: 1
        contract: credit-check
        flow: workflow/Credit Check
        launch:
          outputs:
            Flow.decision: string
        //// live-output-removed/silent/live.yaml
        flowdrift: 1
        flow: { type: workflow, name: Credit Check }
        outputs:
          Flow.decision: { type: string }
        //// live-output-removed/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Credit Check }
        outputs:
          Flow.decision: { type: string }
        //// live-trigger-added/fires/live.yaml
        flowdrift: 1
        flow: { type: workflow, name: Wrap Up }
        triggers:
          - name: Wrap Up Done
            topic: "v2.detail.events.conversation.{id}.acw"
            dataFormat: Json
            enabled: true
        //// live-trigger-added/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Wrap Up }
        //// live-trigger-added/silent/live.yaml
        flowdrift: 1
        flow: { type: workflow, name: Wrap Up }
        triggers:
          - name: Wrap Up Done
            topic: "v2.detail.events.conversation.{id}.acw"
            dataFormat: Json
            enabled: true
        //// live-trigger-added/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Wrap Up }
        triggers:
          - name: Wrap Up Done
            topic: "v2.detail.events.conversation.{id}.acw"
            dataFormat: Json
            enabled: true
        //// live-trigger-changed/fires/live.yaml
        flowdrift: 1
        flow: { type: workflow, name: Agent Break }
        triggers:
          - name: Break Over
            topic: "v2.detail.events.conversation.{id}.acw"
            dataFormat: Json
            enabled: false
        //// live-trigger-changed/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Agent Break }
        triggers:
          - name: Break Over
            topic: "v2.detail.events.conversation.{id}.acw"
            dataFormat: Json
            enabled: true
        //// live-trigger-changed/silent/live.yaml
        flowdrift: 1
        flow: { type: workflow, name: Agent Break }
        triggers:
          - name: Break Over
            topic: "v2.detail.events.conversation.{id}.acw"
            dataFormat: Json
            enabled: false
        //// live-trigger-changed/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Agent Break }
        triggers:
          - name: Break Over
            topic: "v2.detail.events.conversation.{id}.acw"
            dataFormat: Json
            enabled: false
        //// live-trigger-removed/fires/contract.yaml
        flowdrift: 1
        contract: quality-review
        flow: workflow/Quality Review
        triggers:
          - name: Review Due
        //// live-trigger-removed/fires/live.yaml
        flowdrift: 1
        flow: { type: workflow, name: Quality Review }
        //// live-trigger-removed/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Quality Review }
        triggers:
          - name: Review Due
            topic: "v2.detail.events.conversation.{id}.acw"
            dataFormat: Json
            enabled: true
        //// live-trigger-removed/silent/contract.yaml
        flowdrift: 1
        contract: quality-review
        flow: workflow/Quality Review
        triggers:
          - name: Review Due
        //// live-trigger-removed/silent/live.yaml
        flowdrift: 1
        flow: { type: workflow, name: Quality Review }
        triggers:
          - name: Review Due
            topic: "v2.detail.events.conversation.{id}.acw"
            dataFormat: Json
            enabled: true
        //// live-trigger-removed/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Quality Review }
        triggers:
          - name: Review Due
            topic: "v2.detail.events.conversation.{id}.acw"
            dataFormat: Json
            enabled: true
        //// module-stale/fires/module.yaml
        flowdrift: 1
        flow: { type: commonmodule, name: Contact Lookup }
        inputs:
          Common.email: { type: string, read: true }
          Common.language: { type: string, read: true }
        //// module-stale/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Newsletter }
        modules:
          Contact Lookup:
            inputs:
              Common.email: { type: string }
        //// module-stale/silent/module.yaml
        flowdrift: 1
        flow: { type: commonmodule, name: Contact Lookup }
        inputs:
          Common.email: { type: string, read: true }
          Common.language: { type: string, read: true }
        //// module-stale/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Newsletter }
        modules:
          Contact Lookup:
            inputs:
              Common.email: { type: string }
              Common.language: { type: string }
        //// output-case-mismatch/fires/contract.yaml
        flowdrift: 1
        contract: balance-enquiry
        flow: workflow/Balance Enquiry
        launch:
          outputs:
            Flow.statuscode: integer
        //// output-case-mismatch/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Balance Enquiry }
        outputs:
          Flow.statusCode: { type: integer }
        //// output-case-mismatch/silent/contract.yaml
        flowdrift: 1
        contract: balance-enquiry
        flow: workflow/Balance Enquiry
        launch:
          outputs:
            Flow.statusCode: integer
        //// output-case-mismatch/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Balance Enquiry }
        outputs:
          Flow.statusCode: { type: integer }
        //// output-collection-changed/fires/contract.yaml
        flowdrift: 1
        contract: ticket-search
        flow: workflow/Ticket Search
        launch:
          outputs:
            Flow.ticketIds: "string[]"
        //// output-collection-changed/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Ticket Search }
        outputs:
          Flow.ticketIds: { type: string }
        //// output-collection-changed/silent/contract.yaml
        flowdrift: 1
        contract: ticket-search
        flow: workflow/Ticket Search
        launch:
          outputs:
            Flow.ticketIds: string
        //// output-collection-changed/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Ticket Search }
        outputs:
          Flow.ticketIds: { type: string }
        //// output-removed/fires/contract.yaml
        flowdrift: 1
        contract: open-case
        flow: workflow/Open Case
        launch:
          outputs:
            Flow.caseId: string
        //// output-removed/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Open Case }
        outputs:
          Flow.caseNumber: { type: string }
        //// output-removed/silent/contract.yaml
        flowdrift: 1
        contract: open-case
        flow: workflow/Open Case
        launch:
          outputs:
            Flow.caseNumber: string
        //// output-removed/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Open Case }
        outputs:
          Flow.caseId: { type: string }
          Flow.caseNumber: { type: string }
        //// output-type-changed/fires/contract.yaml
        flowdrift: 1
        contract: wait-estimate
        flow: workflow/Wait Estimate
        launch:
          outputs:
            Flow.minutes: integer
        //// output-type-changed/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Wait Estimate }
        outputs:
          Flow.minutes: { type: decimal }
        //// output-type-changed/silent/contract.yaml
        flowdrift: 1
        contract: wait-estimate
        flow: workflow/Wait Estimate
        launch:
          outputs:
            Flow.minutes: decimal
        //// output-type-changed/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Wait Estimate }
        outputs:
          Flow.minutes: { type: integer }
        //// payload-body-shape/fires/request.json
        [{ "flowId": "{{flowId}}", "inputData": { "Flow.callerNumber": "+353123456789" } }]
        //// payload-body-shape/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Callback Request }
        inputs:
          Flow.callerNumber: { type: phoneNumber, read: true }
        //// payload-body-shape/silent/request.json
        { "flowId": "{{flowId}}", "inputData": { "Flow.callerNumber": "+353123456789" } }
        //// payload-body-shape/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Callback Request }
        inputs:
          Flow.callerNumber: { type: phoneNumber, read: true }
        //// payload-contract-broken/fires/contract.yaml
        flowdrift: 1
        contract: callback-request
        flow: workflow/Callback Request
        launch:
          inputs:
            Flow.callerNumber: phoneNumber
            Flow.note: string
          payloads: [request.json]
        //// payload-contract-broken/fires/request.json
        {
          "flowId": "{{flowId}}",
          "inputData": { "Flow.callerNumber": "+353123456789" }
        }
        //// payload-contract-broken/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Callback Request }
        inputs:
          Flow.callerNumber: { type: phoneNumber, read: true }
          Flow.note: { type: string, default: "", read: true }
        //// payload-contract-broken/silent/contract.yaml
        flowdrift: 1
        contract: callback-request
        flow: workflow/Callback Request
        launch:
          inputs:
            Flow.callerNumber: phoneNumber
            Flow.note: { type: string, sent: sometimes }
          payloads: [request.json]
        //// payload-contract-broken/silent/request.json
        {
          "flowId": "{{flowId}}",
          "inputData": { "Flow.callerNumber": "+353123456789" }
        }
        //// payload-contract-broken/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Callback Request }
        inputs:
          Flow.callerNumber: { type: phoneNumber, read: true }
          Flow.note: { type: string, default: "", read: true }
        //// payload-flow-id-malformed/fires/index.yaml
        flowdrift: 1
        flows:
          workflow/Callback Request:
            id: 0d6b52aa-7f63-4f0e-9d4b-3f1f5a0c9b21
            version: "12.0"
            file: workflow/callback-request.yaml
            digest: 5be1c7a90d34f286
            reader: 1
        //// payload-flow-id-malformed/fires/request.json
        {
          "flowId": "https://apps.mypurecloud.ie/architect/#/workflow/flows/0d6b52aa-7f63-4f0e-9d4b-3f1f5a0c9b21/latest",
          "inputData": { "Flow.callerNumber": "+353123456789" }
        }
        //// payload-flow-id-malformed/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Callback Request }
        inputs:
          Flow.callerNumber: { type: phoneNumber, read: true }
        //// payload-flow-id-malformed/silent/index.yaml
        flowdrift: 1
        flows:
          workflow/Callback Request:
            id: 0d6b52aa-7f63-4f0e-9d4b-3f1f5a0c9b21
            version: "12.0"
            file: workflow/callback-request.yaml
            digest: 5be1c7a90d34f286
            reader: 1
        //// payload-flow-id-malformed/silent/request.json
        {
          "flowId": "0d6b52aa-7f63-4f0e-9d4b-3f1f5a0c9b21",
          "inputData": { "Flow.callerNumber": "+353123456789" }
        }
        //// payload-flow-id-malformed/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Callback Request }
        inputs:
          Flow.callerNumber: { type: phoneNumber, read: true }
        //// payload-flow-id-missing/fires/request.json
        {
          "inputData": { "Flow.callerNumber": "+353123456789" }
        }
        //// payload-flow-id-missing/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Callback Request }
        inputs:
          Flow.callerNumber: { type: phoneNumber, read: true }
        //// payload-flow-id-missing/silent/request.json
        {
          "flowId": "{{flowId}}",
          "inputData": { "Flow.callerNumber": "+353123456789" }
        }
        //// payload-flow-id-missing/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Callback Request }
        inputs:
          Flow.callerNumber: { type: phoneNumber, read: true }
        //// payload-flow-id-other/fires/index.yaml
        flowdrift: 1
        flows:
          workflow/Callback Request:
            id: 0d6b52aa-7f63-4f0e-9d4b-3f1f5a0c9b21
            version: "12.0"
            file: workflow/callback-request.yaml
            digest: 5be1c7a90d34f286
            reader: 1
          workflow/Order Status:
            id: 90e4d7b2-51c8-4f0a-a6d3-2c7b8e9f0a14
            version: "12.0"
            file: workflow/order-status.yaml
            digest: 5be1c7a90d34f286
            reader: 1
        //// payload-flow-id-other/fires/request.json
        {
          "flowId": "90e4d7b2-51c8-4f0a-a6d3-2c7b8e9f0a14",
          "inputData": { "Flow.callerNumber": "+353123456789" }
        }
        //// payload-flow-id-other/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Callback Request }
        inputs:
          Flow.callerNumber: { type: phoneNumber, read: true }
        //// payload-flow-id-other/silent/index.yaml
        flowdrift: 1
        flows:
          workflow/Callback Request:
            id: 0d6b52aa-7f63-4f0e-9d4b-3f1f5a0c9b21
            version: "12.0"
            file: workflow/callback-request.yaml
            digest: 5be1c7a90d34f286
            reader: 1
          workflow/Order Status:
            id: 90e4d7b2-51c8-4f0a-a6d3-2c7b8e9f0a14
            version: "12.0"
            file: workflow/order-status.yaml
            digest: 5be1c7a90d34f286
            reader: 1
        //// payload-flow-id-other/silent/request.json
        {
          "flowId": "0d6b52aa-7f63-4f0e-9d4b-3f1f5a0c9b21",
          "inputData": { "Flow.callerNumber": "+353123456789" }
        }
        //// payload-flow-id-other/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Callback Request }
        inputs:
          Flow.callerNumber: { type: phoneNumber, read: true }
        //// payload-flow-id-unknown/fires/index.yaml
        flowdrift: 1
        flows:
          workflow/Callback Request:
            id: 0d6b52aa-7f63-4f0e-9d4b-3f1f5a0c9b21
            version: "12.0"
            file: workflow/callback-request.yaml
            digest: 5be1c7a90d34f286
            reader: 1
        //// payload-flow-id-unknown/fires/request.json
        {
          "flowId": "a1b2c3d4-e5f6-7890-abcd-ef1234567890",
          "inputData": { "Flow.callerNumber": "+353123456789" }
        }
        //// payload-flow-id-unknown/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Callback Request }
        inputs:
          Flow.callerNumber: { type: phoneNumber, read: true }
        //// payload-flow-id-unknown/silent/index.yaml
        flowdrift: 1
        flows:
          workflow/Callback Request:
            id: 0d6b52aa-7f63-4f0e-9d4b-3f1f5a0c9b21
            version: "12.0"
            file: workflow/callback-request.yaml
            digest: 5be1c7a90d34f286
            reader: 1
        //// payload-flow-id-unknown/silent/request.json
        {
          "flowId": "0d6b52aa-7f63-4f0e-9d4b-3f1f5a0c9b21",
          "inputData": { "Flow.callerNumber": "+353123456789" }
        }
        //// payload-flow-id-unknown/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Callback Request }
        inputs:
          Flow.callerNumber: { type: phoneNumber, read: true }
        //// payload-flow-version-unknown/fires/request.json
        {
          "flowId": "{{flowId}}",
          "flowVersion": 12.0,
          "inputData": { "Flow.callerNumber": "+353123456789" }
        }
        //// payload-flow-version-unknown/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Callback Request }
        inputs:
          Flow.callerNumber: { type: phoneNumber, read: true }
        //// payload-flow-version-unknown/silent/request.json
        {
          "flowId": "{{flowId}}",
          "flowVersion": "12.0",
          "inputData": { "Flow.callerNumber": "+353123456789" }
        }
        //// payload-flow-version-unknown/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Callback Request }
        inputs:
          Flow.callerNumber: { type: phoneNumber, read: true }
        //// payload-input-case/fires/request.json
        {
          "flowId": "{{flowId}}",
          "inputData": { "Flow.callernumber": "+353123456789" }
        }
        //// payload-input-case/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Callback Request }
        inputs:
          Flow.callerNumber: { type: phoneNumber, read: true }
        //// payload-input-case/silent/request.json
        {
          "flowId": "{{flowId}}",
          "inputData": { "Flow.callerNumber": "+353123456789" }
        }
        //// payload-input-case/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Callback Request }
        inputs:
          Flow.callerNumber: { type: phoneNumber, read: true }
        //// payload-input-data-empty/fires/request.json
        {
          "flowId": "{{flowId}}",
          "inputData": {}
        }
        //// payload-input-data-empty/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Callback Request }
        inputs:
          Flow.callerNumber: { type: phoneNumber, read: true }
        //// payload-input-data-empty/silent/request.json
        {
          "flowId": "{{flowId}}",
          "inputData": { "Flow.callerNumber": "+353123456789" }
        }
        //// payload-input-data-empty/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Callback Request }
        inputs:
          Flow.callerNumber: { type: phoneNumber, read: true }
        //// payload-input-form/fires/request.json
        {
          "flowId": "{{flowId}}",
          "inputData": { "Flow.callerNumber": "01 234 5678" }
        }
        //// payload-input-form/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Callback Request }
        inputs:
          Flow.callerNumber: { type: phoneNumber, read: true }
        //// payload-input-form/silent/request.json
        {
          "flowId": "{{flowId}}",
          "inputData": { "Flow.callerNumber": "+353123456789" }
        }
        //// payload-input-form/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Callback Request }
        inputs:
          Flow.callerNumber: { type: phoneNumber, read: true }
        //// payload-input-not-sent/fires/request.json
        {
          "flowId": "{{flowId}}",
          "inputData": { "Flow.callerNumber": "+353123456789" }
        }
        //// payload-input-not-sent/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Callback Request }
        inputs:
          Flow.callerNumber: { type: phoneNumber, read: true }
          Flow.priority: { type: integer, read: true }
        //// payload-input-not-sent/silent/request.json
        {
          "flowId": "{{flowId}}",
          "inputData": { "Flow.callerNumber": "+353123456789", "Flow.priority": 3 }
        }
        //// payload-input-not-sent/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Callback Request }
        inputs:
          Flow.callerNumber: { type: phoneNumber, read: true }
          Flow.priority: { type: integer, read: true }
        //// payload-input-shape/fires/request.json
        {
          "flowId": "{{flowId}}",
          "inputData": [{ "name": "Flow.callerNumber", "value": "+353123456789" }]
        }
        //// payload-input-shape/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Callback Request }
        inputs:
          Flow.callerNumber: { type: phoneNumber, read: true }
        //// payload-input-shape/silent/request.json
        {
          "flowId": "{{flowId}}",
          "inputData": { "Flow.callerNumber": "+353123456789" }
        }
        //// payload-input-shape/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Callback Request }
        inputs:
          Flow.callerNumber: { type: phoneNumber, read: true }
        //// payload-input-type/fires/request.json
        {
          "flowId": "{{flowId}}",
          "inputData": { "Flow.callerNumber": "+353123456789", "Flow.priority": "3" }
        }
        //// payload-input-type/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Callback Request }
        inputs:
          Flow.callerNumber: { type: phoneNumber, read: true }
          Flow.priority: { type: integer, read: true }
        //// payload-input-type/silent/request.json
        {
          "flowId": "{{flowId}}",
          "inputData": { "Flow.callerNumber": "+353123456789", "Flow.priority": 3 }
        }
        //// payload-input-type/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Callback Request }
        inputs:
          Flow.callerNumber: { type: phoneNumber, read: true }
          Flow.priority: { type: integer, read: true }
        //// payload-input-undeclared/fires/request.json
        {
          "flowId": "{{flowId}}",
          "inputData": { "Flow.callerPhone": "+353123456789" }
        }
        //// payload-input-undeclared/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Callback Request }
        inputs:
          Flow.callerNumber: { type: phoneNumber, read: true }
        //// payload-input-undeclared/silent/request.json
        {
          "flowId": "{{flowId}}",
          "inputData": { "Flow.callerNumber": "+353123456789" }
        }
        //// payload-input-undeclared/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Callback Request }
        inputs:
          Flow.callerNumber: { type: phoneNumber, read: true }
        //// payload-input-unscoped/fires/request.json
        {
          "flowId": "{{flowId}}",
          "inputData": { "callerNumber": "+353123456789" }
        }
        //// payload-input-unscoped/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Callback Request }
        inputs:
          Flow.callerNumber: { type: phoneNumber, read: true }
        //// payload-input-unscoped/silent/request.json
        {
          "flowId": "{{flowId}}",
          "inputData": { "Flow.callerNumber": "+353123456789" }
        }
        //// payload-input-unscoped/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Callback Request }
        inputs:
          Flow.callerNumber: { type: phoneNumber, read: true }
        //// payload-json-path-missing/fires/request.json
        {
          "flowId": "{{flowId}}",
          "inputData": { "Flow.case": { "caseID": "4711" } }
        }
        //// payload-json-path-missing/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Case Opened }
        inputs:
          Flow.case: { type: json, read: true, paths: [caseId] }
        //// payload-json-path-missing/silent/request.json
        {
          "flowId": "{{flowId}}",
          "inputData": { "Flow.case": { "caseId": "4711" } }
        }
        //// payload-json-path-missing/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Case Opened }
        inputs:
          Flow.case: { type: json, read: true, paths: [caseId] }
        //// payload-member-unknown/fires/request.json
        {
          "flowId": "{{flowId}}",
          "inputs": { "Flow.callerNumber": "+353123456789" }
        }
        //// payload-member-unknown/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Callback Request }
        inputs:
          Flow.callerNumber: { type: phoneNumber, read: true }
        //// payload-member-unknown/silent/request.json
        {
          "flowId": "{{flowId}}",
          "inputData": { "Flow.callerNumber": "+353123456789" }
        }
        //// payload-member-unknown/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Callback Request }
        inputs:
          Flow.callerNumber: { type: phoneNumber, read: true }
        //// payload-name-type/fires/request.json
        {
          "flowId": "{{flowId}}",
          "name": 4711,
          "inputData": { "Flow.callerNumber": "+353123456789" }
        }
        //// payload-name-type/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Callback Request }
        inputs:
          Flow.callerNumber: { type: phoneNumber, read: true }
        //// payload-name-type/silent/request.json
        {
          "flowId": "{{flowId}}",
          "name": "4711",
          "inputData": { "Flow.callerNumber": "+353123456789" }
        }
        //// payload-name-type/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Callback Request }
        inputs:
          Flow.callerNumber: { type: phoneNumber, read: true }
        //// payload-path-absent/fires/attributes.schema.json
        {
          "type": "object",
          "properties": { "customerNumber": { "type": "string" }, "tier": { "type": "string" } }
        }
        //// payload-path-absent/fires/contract.yaml
        flowdrift: 1
        contract: loyalty-offer
        flow: workflow/Loyalty Offer
        launch:
          inputs:
            Flow.attributes: { type: json, schema: attributes.schema.json }
        //// payload-path-absent/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Loyalty Offer }
        inputs:
          Flow.attributes: { type: json, read: true, paths: [customerId, tier] }
        //// payload-path-absent/silent/attributes.schema.json
        {
          "type": "object",
          "properties": { "customerId": { "type": "string" }, "tier": { "type": "string" } }
        }
        //// payload-path-absent/silent/contract.yaml
        flowdrift: 1
        contract: loyalty-offer
        flow: workflow/Loyalty Offer
        launch:
          inputs:
            Flow.attributes: { type: json, schema: attributes.schema.json }
        //// payload-path-absent/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Loyalty Offer }
        inputs:
          Flow.attributes: { type: json, read: true, paths: [customerId, tier] }
        //// payload-path-unread/fires/attributes.schema.json
        {
          "type": "object",
          "properties": { "customerId": { "type": "string" }, "tier": { "type": "string" } }
        }
        //// payload-path-unread/fires/contract.yaml
        flowdrift: 1
        contract: contract-renewal
        flow: workflow/Contract Renewal
        launch:
          inputs:
            Flow.attributes: { type: json, schema: attributes.schema.json }
        //// payload-path-unread/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Contract Renewal }
        inputs:
          Flow.attributes: { type: json, read: true, paths: [customerId] }
        //// payload-path-unread/silent/attributes.schema.json
        {
          "type": "object",
          "properties": { "customerId": { "type": "string" }, "tier": { "type": "string" } }
        }
        //// payload-path-unread/silent/contract.yaml
        flowdrift: 1
        contract: contract-renewal
        flow: workflow/Contract Renewal
        launch:
          inputs:
            Flow.attributes: { type: json, schema: attributes.schema.json }
        //// payload-path-unread/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Contract Renewal }
        inputs:
          Flow.attributes: { type: json, read: true, paths: [customerId, tier] }
        //// payload-syntax/fires/request.json
        {
          "flowId": "{{flowId}}",
          "inputData": { "Flow.callerNumber": "+353123456789" },
        }
        //// payload-syntax/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Callback Request }
        inputs:
          Flow.callerNumber: { type: phoneNumber, read: true }
        //// payload-syntax/silent/request.json
        {
          "flowId": "{{flowId}}",
          "inputData": { "Flow.callerNumber": "+353123456789" }
        }
        //// payload-syntax/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Callback Request }
        inputs:
          Flow.callerNumber: { type: phoneNumber, read: true }
        //// payload-trigger-settings/fires/request.json
        {
          "flowId": "{{flowId}}",
          "dataFormat": "TopLevelPrimitives",
          "inputData": { "Flow.callerNumber": "+353123456789" }
        }
        //// payload-trigger-settings/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Callback Request }
        inputs:
          Flow.callerNumber: { type: phoneNumber, read: true }
        //// payload-trigger-settings/silent/request.json
        {
          "flowId": "{{flowId}}",
          "inputData": { "Flow.callerNumber": "+353123456789" }
        }
        //// payload-trigger-settings/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Callback Request }
        inputs:
          Flow.callerNumber: { type: phoneNumber, read: true }
        //// plan-action-replaced/fires/plan.json
        {
          "format_version": "1.2",
          "resource_changes": [
            {
              "address": "genesyscloud_integration_action.reading", "mode": "managed",
              "type": "genesyscloud_integration_action", "name": "reading",
              "change": {
                "actions": ["delete", "create"],
                "before": { "name": "Order Meter Reading" },
                "after": {
                  "name": "Order Meter Reading",
                  "config_request": [
                    { "request_url_template": "/api/v2/users/${input.customer}", "request_type": "GET", "request_template": "" }
                  ]
                },
                "after_unknown": { "id": true }
              }
            }
          ]
        }
        //// plan-action-replaced/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: inboundcall, name: Main Line }
        calls:
          - { kind: data-action, name: Order Meter Reading, inputs: [customer] }
        //// plan-action-replaced/silent/plan.json
        {
          "format_version": "1.2",
          "resource_changes": [
            {
              "address": "genesyscloud_integration_action.reading", "mode": "managed",
              "type": "genesyscloud_integration_action", "name": "reading",
              "change": {
                "actions": ["update"],
                "before": { "name": "Order Meter Reading" },
                "after": {
                  "name": "Order Meter Reading",
                  "config_request": [
                    { "request_url_template": "/api/v2/users/${input.customer}", "request_type": "GET", "request_template": "" }
                  ]
                },
                "after_unknown": { "id": true }
              }
            }
          ]
        }
        //// plan-action-replaced/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: inboundcall, name: Main Line }
        calls:
          - { kind: data-action, name: Order Meter Reading, inputs: [customer] }
        //// plan-flow-destroyed/fires/contract.yaml
        flowdrift: 1
        contract: meter-reading
        flow: workflow/Meter Reading
        launch:
          inputs: { Flow.meter: string }
        //// plan-flow-destroyed/fires/plan.json
        {
          "format_version": "1.2",
          "resource_changes": [
            {
              "address": "genesyscloud_flow.meter", "mode": "managed", "type": "genesyscloud_flow", "name": "meter",
              "change": {
                "actions": ["delete"],
                "before": { "id": "0d6b52aa-7f63-4f0e-9d4b-3f1f5a0c9b21", "type": "WORKFLOW", "name": "Meter Reading" },
                "after": null
              }
            }
          ]
        }
        //// plan-flow-destroyed/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Meter Reading }
        inputs:
          Flow.meter: { type: string, default: "", read: true }
        //// plan-flow-destroyed/silent/contract.yaml
        flowdrift: 1
        contract: meter-reading
        flow: workflow/Meter Reading 2
        launch:
          inputs: { Flow.meter: string }
        //// plan-flow-destroyed/silent/plan.json
        {
          "format_version": "1.2",
          "resource_changes": [
            {
              "address": "genesyscloud_flow.meter", "mode": "managed", "type": "genesyscloud_flow", "name": "meter",
              "change": {
                "actions": ["delete"],
                "before": { "id": "0d6b52aa-7f63-4f0e-9d4b-3f1f5a0c9b21", "type": "WORKFLOW", "name": "Meter Reading" },
                "after": null
              }
            }
          ]
        }
        //// plan-flow-destroyed/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Meter Reading }
        inputs:
          Flow.meter: { type: string, default: "", read: true }
        //// plan-flow-left-behind/fires/flow.yaml
        workflow:
          name: Outage Notice v2
        //// plan-flow-left-behind/fires/plan.json
        {
          "format_version": "1.2",
          "resource_changes": [
            {
              "address": "genesyscloud_flow.outage", "mode": "managed", "type": "genesyscloud_flow", "name": "outage",
              "change": {
                "actions": ["update"],
                "before": {
                  "id": "5f0c0c1e-2b6d-4d5c-8c34-7c1d2f9e6a10", "type": "WORKFLOW", "name": "Outage Notice",
                  "filepath": "flow.yaml"
                },
                "after": {
                  "id": "5f0c0c1e-2b6d-4d5c-8c34-7c1d2f9e6a10", "type": "WORKFLOW", "name": "Outage Notice",
                  "filepath": "flow.yaml"
                }
              }
            }
          ]
        }
        //// plan-flow-left-behind/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Outage Notice }
        //// plan-flow-left-behind/silent/flow.yaml
        workflow:
          name: Outage Notice
        //// plan-flow-left-behind/silent/plan.json
        {
          "format_version": "1.2",
          "resource_changes": [
            {
              "address": "genesyscloud_flow.outage", "mode": "managed", "type": "genesyscloud_flow", "name": "outage",
              "change": {
                "actions": ["update"],
                "before": {
                  "id": "5f0c0c1e-2b6d-4d5c-8c34-7c1d2f9e6a10", "type": "WORKFLOW", "name": "Outage Notice",
                  "filepath": "flow.yaml"
                },
                "after": {
                  "id": "5f0c0c1e-2b6d-4d5c-8c34-7c1d2f9e6a10", "type": "WORKFLOW", "name": "Outage Notice",
                  "filepath": "flow.yaml"
                }
              }
            }
          ]
        }
        //// plan-flow-left-behind/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Outage Notice }
        //// plan-placeholder-unfilled/fires/flow.yaml
        workflow:
          name: {{flow_name}}
          division: Home
        //// plan-placeholder-unfilled/fires/plan.json
        {
          "format_version": "1.2",
          "resource_changes": [
            {
              "address": "genesyscloud_flow.order",
              "mode": "managed",
              "type": "genesyscloud_flow",
              "change": {
                "actions": ["create"],
                "before": null,
                "after": { "filepath": "flow.yaml", "substitutions": { "flowname": "Order Status" } }
              }
            }
          ]
        }
        //// plan-placeholder-unfilled/silent/flow.yaml
        workflow:
          name: {{flow_name}}
          division: Home
        //// plan-placeholder-unfilled/silent/plan.json
        {
          "format_version": "1.2",
          "resource_changes": [
            {
              "address": "genesyscloud_flow.order",
              "mode": "managed",
              "type": "genesyscloud_flow",
              "change": {
                "actions": ["create"],
                "before": null,
                "after": { "filepath": "flow.yaml", "substitutions": { "flow_name": "Order Status" } }
              }
            }
          ]
        }
        //// plan-resource-drift/fires/index.yaml
        flowdrift: 1
        flows:
          workflow/Call Survey:
            id: 5f0c0c1e-2b6d-4d5c-8c34-7c1d2f9e6a10
            file: workflow/call-survey.yaml
            digest: 5be1c7a90d34f286
            reader: 1
        //// plan-resource-drift/fires/plan.json
        {
          "format_version": "1.2",
          "resource_changes": [
            {
              "address": "genesyscloud_processautomation_trigger.ended", "mode": "managed",
              "type": "genesyscloud_processautomation_trigger", "name": "ended",
              "change": {
                "actions": ["no-op"],
                "before": {
                  "name": "Call ended", "enabled": true, "topic_name": "v2.detail.events.conversation.{id}.customer.end",
                  "target": [{ "id": "5f0c0c1e-2b6d-4d5c-8c34-7c1d2f9e6a10", "type": "Workflow" }]
                },
                "after": {
                  "name": "Call ended", "enabled": true, "topic_name": "v2.detail.events.conversation.{id}.customer.end",
                  "target": [{ "id": "5f0c0c1e-2b6d-4d5c-8c34-7c1d2f9e6a10", "type": "Workflow" }]
                }
              }
            }
          ],
          "resource_drift": [
            {
              "address": "genesyscloud_processautomation_trigger.ended", "mode": "managed",
              "type": "genesyscloud_processautomation_trigger", "name": "ended",
              "change": {
                "actions": ["update"],
                "before": {
                  "name": "Call ended", "enabled": true, "topic_name": "v2.detail.events.conversation.{id}.customer.end",
                  "target": [{ "id": "5f0c0c1e-2b6d-4d5c-8c34-7c1d2f9e6a10", "type": "Workflow" }]
                },
                "after": {
                  "name": "Call ended", "enabled": false, "topic_name": "v2.detail.events.conversation.{id}.customer.end",
                  "target": [{ "id": "5f0c0c1e-2b6d-4d5c-8c34-7c1d2f9e6a10", "type": "Workflow" }]
                }
              }
            }
          ]
        }
        //// plan-resource-drift/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Call Survey }
        //// plan-resource-drift/silent/index.yaml
        flowdrift: 1
        flows:
          workflow/Call Survey:
            id: 5f0c0c1e-2b6d-4d5c-8c34-7c1d2f9e6a10
            file: workflow/call-survey.yaml
            digest: 5be1c7a90d34f286
            reader: 1
        //// plan-resource-drift/silent/plan.json
        {
          "format_version": "1.2",
          "resource_changes": [
            {
              "address": "genesyscloud_processautomation_trigger.ended", "mode": "managed",
              "type": "genesyscloud_processautomation_trigger", "name": "ended",
              "change": {
                "actions": ["no-op"],
                "before": {
                  "name": "Call ended", "enabled": true, "topic_name": "v2.detail.events.conversation.{id}.customer.end",
                  "target": [{ "id": "5f0c0c1e-2b6d-4d5c-8c34-7c1d2f9e6a10", "type": "Workflow" }]
                },
                "after": {
                  "name": "Call ended", "enabled": true, "topic_name": "v2.detail.events.conversation.{id}.customer.end",
                  "target": [{ "id": "5f0c0c1e-2b6d-4d5c-8c34-7c1d2f9e6a10", "type": "Workflow" }]
                }
              }
            }
          ]
        }
        //// plan-resource-drift/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Call Survey }
        //// plan-trigger-timing/fires/index.yaml
        flowdrift: 1
        flows:
          workflow/Call Survey:
            id: 5f0c0c1e-2b6d-4d5c-8c34-7c1d2f9e6a10
            file: workflow/call-survey.yaml
            digest: 5be1c7a90d34f286
            reader: 1
        //// plan-trigger-timing/fires/plan.json
        {
          "format_version": "1.2",
          "resource_changes": [
            {
              "address": "genesyscloud_processautomation_trigger.ended", "mode": "managed",
              "type": "genesyscloud_processautomation_trigger", "name": "ended",
              "change": {
                "actions": ["update"],
                "before": {
                  "name": "Call ended", "enabled": true, "topic_name": "v2.detail.events.conversation.{id}.customer.end",
                  "target": [{ "id": "5f0c0c1e-2b6d-4d5c-8c34-7c1d2f9e6a10", "type": "Workflow" }]
                },
                "after": {
                  "name": "Call ended", "enabled": true, "topic_name": "v2.detail.events.conversation.{id}.customer.end",
                  "target": [{ "id": "5f0c0c1e-2b6d-4d5c-8c34-7c1d2f9e6a10", "type": "Workflow" }], "event_ttl_seconds": 5
                }
              }
            }
          ]
        }
        //// plan-trigger-timing/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Call Survey }
        //// plan-trigger-timing/silent/index.yaml
        flowdrift: 1
        flows:
          workflow/Call Survey:
            id: 5f0c0c1e-2b6d-4d5c-8c34-7c1d2f9e6a10
            file: workflow/call-survey.yaml
            digest: 5be1c7a90d34f286
            reader: 1
        //// plan-trigger-timing/silent/plan.json
        {
          "format_version": "1.2",
          "resource_changes": [
            {
              "address": "genesyscloud_processautomation_trigger.ended", "mode": "managed",
              "type": "genesyscloud_processautomation_trigger", "name": "ended",
              "change": {
                "actions": ["update"],
                "before": {
                  "name": "Call ended", "enabled": true, "topic_name": "v2.detail.events.conversation.{id}.customer.end",
                  "target": [{ "id": "5f0c0c1e-2b6d-4d5c-8c34-7c1d2f9e6a10", "type": "Workflow" }]
                },
                "after": {
                  "name": "Call ended", "enabled": true, "topic_name": "v2.detail.events.conversation.{id}.customer.end",
                  "target": [{ "id": "5f0c0c1e-2b6d-4d5c-8c34-7c1d2f9e6a10", "type": "Workflow" }], "event_ttl_seconds": 10
                }
              }
            }
          ]
        }
        //// plan-trigger-timing/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Call Survey }
        //// request-answered/fires/request.json
        {
          "flowId": "{{flowId}}",
          "inputData": { "Flow.callerNumber": "+353123456789" }
        }
        //// request-answered/fires/response.json
        {
          "message": "Unable to perform the requested action",
          "code": "missing.permissions",
          "status": 403,
          "contextId": "6f1d8a52-3c1b-4f0e-8a77-2b9f5e0c4d13"
        }
        //// request-answered/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Callback Request }
        inputs:
          Flow.callerNumber: { type: phoneNumber, read: true }
        //// request-answered/silent/request.json
        {
          "flowId": "{{flowId}}",
          "inputData": { "Flow.callerNumber": "+353123456789" }
        }
        //// request-answered/silent/response.json
        { "id": "7c2f3b61-9a0e-4d57-8f43-5b1e6d0a2c98", "flowVersion": "12.0" }
        //// request-answered/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Callback Request }
        inputs:
          Flow.callerNumber: { type: phoneNumber, read: true }
        //// request-authorization/fires/request.sh
        curl -X POST 'https://api.mypurecloud.ie/api/v2/flows/executions' \
          -H 'Authorization: Basic Y2xpZW50OnNlY3JldA==' \
          -H 'Content-Type: application/json' \
          --data-raw '{ "flowId": "{{flowId}}", "inputData": { "Flow.callerNumber": "+353123456789" } }'
        //// request-authorization/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Callback Request }
        inputs:
          Flow.callerNumber: { type: phoneNumber, read: true }
        //// request-authorization/silent/request.sh
        curl -X POST 'https://api.mypurecloud.ie/api/v2/flows/executions' \
          -H "Authorization: Bearer $TOKEN" \
          -H 'Content-Type: application/json' \
          --data-raw '{ "flowId": "{{flowId}}", "inputData": { "Flow.callerNumber": "+353123456789" } }'
        //// request-authorization/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Callback Request }
        inputs:
          Flow.callerNumber: { type: phoneNumber, read: true }
        //// request-body-missing/fires/request.sh
        curl -X POST 'https://api.mypurecloud.ie/api/v2/flows/executions' \
          -H "Authorization: Bearer $TOKEN" \
          -H 'Accept: application/json'
        //// request-body-missing/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Callback Request }
        inputs:
          Flow.callerNumber: { type: phoneNumber, read: true }
        //// request-body-missing/silent/request.sh
        curl -X POST 'https://api.mypurecloud.ie/api/v2/flows/executions' \
          -H "Authorization: Bearer $TOKEN" \
          -H 'Content-Type: application/json' \
          --data-raw '{ "flowId": "{{flowId}}", "inputData": { "Flow.callerNumber": "+353123456789" } }'
        //// request-body-missing/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Callback Request }
        inputs:
          Flow.callerNumber: { type: phoneNumber, read: true }
        //// request-content-type/fires/request.sh
        curl -X POST 'https://api.mypurecloud.ie/api/v2/flows/executions' \
          -H "Authorization: Bearer $TOKEN" \
          --data-raw '{ "flowId": "{{flowId}}", "inputData": { "Flow.callerNumber": "+353123456789" } }'
        //// request-content-type/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Callback Request }
        inputs:
          Flow.callerNumber: { type: phoneNumber, read: true }
        //// request-content-type/silent/request.sh
        curl -X POST 'https://api.mypurecloud.ie/api/v2/flows/executions' \
          -H "Authorization: Bearer $TOKEN" \
          -H 'Content-Type: application/json' \
          --data-raw '{ "flowId": "{{flowId}}", "inputData": { "Flow.callerNumber": "+353123456789" } }'
        //// request-content-type/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Callback Request }
        inputs:
          Flow.callerNumber: { type: phoneNumber, read: true }
        //// request-host/fires/request.sh
        curl -X POST 'https://apps.mypurecloud.ie/api/v2/flows/executions' \
          -H "Authorization: Bearer $TOKEN" \
          -H 'Content-Type: application/json' \
          --data-raw '{ "flowId": "{{flowId}}", "inputData": { "Flow.callerNumber": "+353123456789" } }'
        //// request-host/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Callback Request }
        inputs:
          Flow.callerNumber: { type: phoneNumber, read: true }
        //// request-host/silent/request.sh
        curl -X POST 'https://api.mypurecloud.ie/api/v2/flows/executions' \
          -H "Authorization: Bearer $TOKEN" \
          -H 'Content-Type: application/json' \
          --data-raw '{ "flowId": "{{flowId}}", "inputData": { "Flow.callerNumber": "+353123456789" } }'
        //// request-host/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Callback Request }
        inputs:
          Flow.callerNumber: { type: phoneNumber, read: true }
        //// request-insecure/fires/request.sh
        curl -X POST 'http://api.mypurecloud.ie/api/v2/flows/executions' \
          -H "Authorization: Bearer $TOKEN" \
          -H 'Content-Type: application/json' \
          --data-raw '{ "flowId": "{{flowId}}", "inputData": { "Flow.callerNumber": "+353123456789" } }'
        //// request-insecure/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Callback Request }
        inputs:
          Flow.callerNumber: { type: phoneNumber, read: true }
        //// request-insecure/silent/request.sh
        curl -X POST 'https://api.mypurecloud.ie/api/v2/flows/executions' \
          -H "Authorization: Bearer $TOKEN" \
          -H 'Content-Type: application/json' \
          --data-raw '{ "flowId": "{{flowId}}", "inputData": { "Flow.callerNumber": "+353123456789" } }'
        //// request-insecure/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Callback Request }
        inputs:
          Flow.callerNumber: { type: phoneNumber, read: true }
        //// request-method/fires/request.sh
        curl -X PUT 'https://api.mypurecloud.ie/api/v2/flows/executions' \
          -H "Authorization: Bearer $TOKEN" \
          -H 'Content-Type: application/json' \
          --data-raw '{ "flowId": "{{flowId}}", "inputData": { "Flow.callerNumber": "+353123456789" } }'
        //// request-method/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Callback Request }
        inputs:
          Flow.callerNumber: { type: phoneNumber, read: true }
        //// request-method/silent/request.sh
        curl -X POST 'https://api.mypurecloud.ie/api/v2/flows/executions' \
          -H "Authorization: Bearer $TOKEN" \
          -H 'Content-Type: application/json' \
          --data-raw '{ "flowId": "{{flowId}}", "inputData": { "Flow.callerNumber": "+353123456789" } }'
        //// request-method/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Callback Request }
        inputs:
          Flow.callerNumber: { type: phoneNumber, read: true }
        //// request-path/fires/request.sh
        curl -X POST 'https://api.mypurecloud.ie/api/v2/flows/execute/executions' \
          -H "Authorization: Bearer $TOKEN" \
          -H 'Content-Type: application/json' \
          --data-raw '{ "flowId": "{{flowId}}", "inputData": { "Flow.callerNumber": "+353123456789" } }'
        //// request-path/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Callback Request }
        inputs:
          Flow.callerNumber: { type: phoneNumber, read: true }
        //// request-path/silent/request.sh
        curl -X POST 'https://api.mypurecloud.ie/api/v2/flows/executions' \
          -H "Authorization: Bearer $TOKEN" \
          -H 'Content-Type: application/json' \
          --data-raw '{ "flowId": "{{flowId}}", "inputData": { "Flow.callerNumber": "+353123456789" } }'
        //// request-path/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Callback Request }
        inputs:
          Flow.callerNumber: { type: phoneNumber, read: true }
        //// request-syntax/fires/request.sh
        curl -X POST 'https://api.mypurecloud.ie/api/v2/flows/executions' \
          –H "Authorization: Bearer $TOKEN" \
          -H 'Content-Type: application/json' \
          --data-raw '{ "flowId": "{{flowId}}", "inputData": { "Flow.callerNumber": "+353123456789" } }'
        //// request-syntax/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Callback Request }
        inputs:
          Flow.callerNumber: { type: phoneNumber, read: true }
        //// request-syntax/silent/request.sh
        curl -X POST 'https://api.mypurecloud.ie/api/v2/flows/executions' \
          -H "Authorization: Bearer $TOKEN" \
          -H 'Content-Type: application/json' \
          --data-raw '{ "flowId": "{{flowId}}", "inputData": { "Flow.callerNumber": "+353123456789" } }'
        //// request-syntax/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Callback Request }
        inputs:
          Flow.callerNumber: { type: phoneNumber, read: true }
        //// trigger-criteria-changed/fires/contract.yaml
        flowdrift: 1
        contract: abandoned-call
        flow: workflow/Abandoned Call
        triggers:
          - name: Abandoned Call
            match: [{ jsonPath: mediaType, operator: Equal, value: VOICE }]
        //// trigger-criteria-changed/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Abandoned Call }
        triggers:
          - name: Abandoned Call
            topic: "v2.detail.events.conversation.{id}.customer.end"
            enabled: true
            match:
              - { jsonPath: mediaType, operator: Equal, value: VOICE }
              - { jsonPath: ani, operator: Exists }
        //// trigger-criteria-changed/silent/contract.yaml
        flowdrift: 1
        contract: abandoned-call
        flow: workflow/Abandoned Call
        triggers:
          - name: Abandoned Call
            match:
              - { jsonPath: conversationId, operator: In, values: any }
              - { jsonPath: disconnectType, operator: Exists, value: null }
              - { jsonPath: mediaType, operator: Equal, value: VOICE }
        //// trigger-criteria-changed/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Abandoned Call }
        triggers:
          - name: Abandoned Call
            topic: "v2.detail.events.conversation.{id}.customer.end"
            enabled: true
            match:
              - { jsonPath: disconnectType, operator: Exists }
              - { jsonPath: mediaType, operator: Equal, value: VOICE }
              - { jsonPath: conversationId, operator: In, values: [0f7c0d1e-55aa-4c8e-9d2b-6a1b2c3d4e5f] }
        //// trigger-criteria-unmatchable/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Voice Only }
        inputs:
          Flow.ani: { type: string, read: true }
        triggers:
          - name: Voice Ended
            topic: "v2.detail.events.conversation.{id}.customer.end"
            enabled: true
            match:
              - { jsonPath: media, operator: Equal, value: VOICE }
        //// trigger-criteria-unmatchable/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Voice Only }
        inputs:
          Flow.ani: { type: string, read: true }
        triggers:
          - name: Voice Ended
            topic: "v2.detail.events.conversation.{id}.customer.end"
            enabled: true
            match:
              - { jsonPath: mediaType, operator: Equal, value: VOICE }
        //// trigger-disabled/fires/contract.yaml
        flowdrift: 1
        contract: voicemail-transcript
        flow: workflow/Voicemail Transcript
        triggers:
          - name: Voicemail Left
            enabled: true
        //// trigger-disabled/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Voicemail Transcript }
        triggers:
          - name: Voicemail Left
            topic: "v2.detail.events.conversation.{id}.voicemail.end"
            enabled: false
        //// trigger-disabled/silent/contract.yaml
        flowdrift: 1
        contract: voicemail-transcript
        flow: workflow/Voicemail Transcript
        triggers:
          - name: Voicemail Left
            enabled: true
        //// trigger-disabled/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Voicemail Transcript }
        triggers:
          - name: Voicemail Left
            topic: "v2.detail.events.conversation.{id}.voicemail.end"
            enabled: true
          - name: Voicemail Left (pilot)
            topic: "v2.detail.events.conversation.{id}.voicemail.end"
            enabled: false
        //// trigger-duplicated/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Survey }
        inputs:
          Flow.ani: { type: string, read: true }
        triggers:
          - name: Survey
            topic: "v2.detail.events.conversation.{id}.customer.end"
            enabled: true
          - name: Survey copy
            topic: "v2.detail.events.conversation.{id}.customer.end"
            enabled: true
        //// trigger-duplicated/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Survey }
        inputs:
          Flow.ani: { type: string, read: true }
        triggers:
          - name: Survey
            topic: "v2.detail.events.conversation.{id}.customer.end"
            enabled: true
          - name: Survey copy
            topic: "v2.detail.events.conversation.{id}.customer.end"
            enabled: false
        //// trigger-format-changed/fires/contract.yaml
        flowdrift: 1
        contract: chat-transcript
        flow: workflow/Chat Transcript
        triggers:
          - name: Chat Ended
            dataFormat: Json
        //// trigger-format-changed/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Chat Transcript }
        triggers:
          - name: Chat Ended
            topic: "v2.detail.events.conversation.{id}.customer.end"
            enabled: true
        //// trigger-format-changed/silent/contract.yaml
        flowdrift: 1
        contract: chat-transcript
        flow: workflow/Chat Transcript
        triggers:
          - name: Chat Ended
            dataFormat: TopLevelPrimitives
        //// trigger-format-changed/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Chat Transcript }
        triggers:
          - name: Chat Ended
            topic: "v2.detail.events.conversation.{id}.customer.end"
            enabled: true
        //// trigger-input-complex/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Callback Planner }
        inputs:
          Flow.callbackNumbers: { type: string, read: true }
        triggers:
          - name: Callback Asked
            topic: "v2.detail.events.conversation.{id}.customer.end"
            dataFormat: TopLevelPrimitives
            enabled: true
        //// trigger-input-complex/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Callback Planner }
        inputs:
          Flow.callbackUserName: { type: string, read: true }
        triggers:
          - name: Callback Asked
            topic: "v2.detail.events.conversation.{id}.customer.end"
            dataFormat: TopLevelPrimitives
            enabled: true
        //// trigger-input-type/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Late Answer }
        inputs:
          Flow.eventTime: { type: string, read: true }
        triggers:
          - name: Caller Waits
            topic: "v2.detail.events.conversation.{id}.acd.start"
            enabled: true
        //// trigger-input-type/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Late Answer }
        inputs:
          Flow.eventTime: { type: decimal, read: true }
        triggers:
          - name: Caller Waits
            topic: "v2.detail.events.conversation.{id}.acd.start"
            enabled: true
        //// trigger-input-unfilled/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Missed Caller }
        inputs:
          Flow.CallerAni: { type: string, read: true }
        triggers:
          - name: Caller Gone
            topic: "v2.detail.events.conversation.{id}.customer.end"
            enabled: true
        //// trigger-input-unfilled/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Missed Caller }
        inputs:
          Flow.ani: { type: string, read: true }
        triggers:
          - name: Caller Gone
            topic: "v2.detail.events.conversation.{id}.customer.end"
            enabled: true
        //// trigger-json-input-missing/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Wrap Up Summary }
        inputs:
          Flow.data: { type: json, read: true, paths: [conversationId] }
        triggers:
          - name: Wrap Up Done
            topic: "v2.detail.events.conversation.{id}.acw"
            dataFormat: Json
            enabled: true
        //// trigger-json-input-missing/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Wrap Up Summary }
        inputs:
          Flow.jsonData: { type: json, read: true, paths: [conversationId] }
        triggers:
          - name: Wrap Up Done
            topic: "v2.detail.events.conversation.{id}.acw"
            dataFormat: Json
            enabled: true
        //// trigger-json-under-primitives/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Call Summary }
        inputs:
          Flow.jsonData: { type: json, read: true, paths: [conversationId] }
        triggers:
          - name: Call Over
            topic: "v2.detail.events.conversation.{id}.customer.end"
            enabled: true
        //// trigger-json-under-primitives/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Call Summary }
        inputs:
          Flow.jsonData: { type: json, read: true, paths: [conversationId] }
        triggers:
          - name: Call Over
            topic: "v2.detail.events.conversation.{id}.customer.end"
            dataFormat: Json
            enabled: true
        //// trigger-missing/fires/contract.yaml
        flowdrift: 1
        contract: vip-greeting
        flow: workflow/VIP Greeting
        triggers:
          - name: VIP Caller {environment}
        //// trigger-missing/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: VIP Greeting }
        triggers:
          - name: VIP Caller
            topic: "v2.detail.events.conversation.{id}.customer.start"
            enabled: true
        //// trigger-missing/fires/triggers.yaml
        flowdrift: 1
        triggers: []
        //// trigger-missing/silent/contract.yaml
        flowdrift: 1
        contract: vip-greeting
        flow: workflow/VIP Greeting
        triggers:
          - name: VIP Caller {environment}
        //// trigger-missing/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: VIP Greeting }
        triggers:
          - name: VIP Caller prod
            topic: "v2.detail.events.conversation.{id}.customer.start"
            enabled: true
        //// trigger-missing/silent/triggers.yaml
        flowdrift: 1
        triggers: []
        //// trigger-path-absent/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Queue Report }
        inputs:
          Flow.jsonData: { type: json, read: true, paths: [queue] }
        triggers:
          - name: Left Queue
            topic: "v2.detail.events.conversation.{id}.acd.end"
            dataFormat: Json
            enabled: true
        //// trigger-path-absent/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Queue Report }
        inputs:
          Flow.jsonData: { type: json, read: true, paths: [queueId] }
        triggers:
          - name: Left Queue
            topic: "v2.detail.events.conversation.{id}.acd.end"
            dataFormat: Json
            enabled: true
        //// trigger-retargeted/fires/contract.yaml
        flowdrift: 1
        contract: close-case
        flow: workflow/Close Case
        triggers:
          - name: Workitem Closed
        //// trigger-retargeted/fires/snapshot-archive-case.yaml
        flowdrift: 1
        flow: { type: workflow, name: Archive Case }
        triggers:
          - name: Workitem Closed
            topic: "v2.taskmanagement.workitems.{id}"
            enabled: true
        //// trigger-retargeted/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Close Case }
        //// trigger-retargeted/fires/triggers.yaml
        flowdrift: 1
        triggers: []
        //// trigger-retargeted/silent/contract.yaml
        flowdrift: 1
        contract: close-case
        flow: workflow/Close Case
        triggers:
          - name: Workitem Closed
        //// trigger-retargeted/silent/snapshot-archive-case.yaml
        flowdrift: 1
        flow: { type: workflow, name: Archive Case }
        //// trigger-retargeted/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Close Case }
        triggers:
          - name: Workitem Closed
            topic: "v2.taskmanagement.workitems.{id}"
            enabled: true
        //// trigger-retargeted/silent/triggers.yaml
        flowdrift: 1
        triggers: []
        //// trigger-target-missing/fires/index.yaml
        flowdrift: 1
        flows:
          workflow/Parcel Notice:
            id: b31d7c0e-9c77-4f5a-8d1b-0a8e2f6c4d90
            file: workflow/parcel-notice.yaml
            digest: 2f1d6c90ab34e587
            reader: 2
        //// trigger-target-missing/fires/triggers.yaml
        flowdrift: 1
        triggers:
          - name: Parcel Left
            topic: "v2.detail.events.conversation.{id}.customer.end"
            enabled: true
            target: 6c1a6a52-4a0e-4a27-b0f3-5f9b7d0c2e11
        //// trigger-target-missing/silent/index.yaml
        flowdrift: 1
        flows:
          workflow/Parcel Notice:
            id: 6c1a6a52-4a0e-4a27-b0f3-5f9b7d0c2e11
            file: workflow/parcel-notice.yaml
            digest: 2f1d6c90ab34e587
            reader: 2
        //// trigger-target-missing/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Parcel Notice }
        inputs:
          Flow.conversationId: { type: string, read: true }
        triggers:
          - name: Parcel Left
            topic: "v2.detail.events.conversation.{id}.customer.end"
            enabled: true
        //// trigger-target-missing/silent/triggers.yaml
        flowdrift: 1
        triggers: []
        //// trigger-target-unpublished/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Night Shift, state: unpublished }
        inputs:
          Flow.ani: { type: string, read: true }
        triggers:
          - name: Night Call
            topic: "v2.detail.events.conversation.{id}.customer.start"
            enabled: true
        //// trigger-target-unpublished/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Night Shift }
        inputs:
          Flow.ani: { type: string, read: true }
        triggers:
          - name: Night Call
            topic: "v2.detail.events.conversation.{id}.customer.start"
            enabled: true
        //// trigger-timing-changed/fires/contract.yaml
        flowdrift: 1
        contract: payment-reminder
        flow: workflow/Payment Reminder
        triggers:
          - name: Promise To Pay
            delayBySeconds: 600
        //// trigger-timing-changed/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Payment Reminder }
        triggers:
          - name: Promise To Pay
            topic: "v2.detail.events.conversation.{id}.wrapup"
            enabled: true
            delayBySeconds: 60
        //// trigger-timing-changed/silent/contract.yaml
        flowdrift: 1
        contract: payment-reminder
        flow: workflow/Payment Reminder
        triggers:
          - name: Promise To Pay
            topic: "v2.detail.events.conversation.{id}.wrapup"
        //// trigger-timing-changed/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Payment Reminder }
        triggers:
          - name: Promise To Pay
            topic: "v2.detail.events.conversation.{id}.wrapup"
            enabled: true
            delayBySeconds: 60
        //// trigger-topic-changed/fires/contract.yaml
        flowdrift: 1
        contract: agent-wrap-up
        flow: workflow/Agent Wrap-Up
        triggers:
          - name: Wrap-Up Done
            topic: "v2.detail.events.conversation.{id}.acw"
        //// trigger-topic-changed/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Agent Wrap-Up }
        triggers:
          - name: Wrap-Up Done
            topic: "v2.detail.events.conversation.{id}.user.end"
            enabled: true
        //// trigger-topic-changed/silent/contract.yaml
        flowdrift: 1
        contract: agent-wrap-up
        flow: workflow/Agent Wrap-Up
        triggers:
          - name: Wrap-Up Done
            topic: "v2.detail.events.conversation.{id}.acw"
        //// trigger-topic-changed/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Agent Wrap-Up }
        triggers:
          - name: Wrap-Up Done
            topic: "v2.detail.events.conversation.{id}.acw"
            enabled: true
          - name: Wrap-Up Done
            topic: "v2.detail.events.conversation.{id}.user.end"
            enabled: true
        //// trigger-topic-unknown/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Thank The Caller }
        inputs:
          Flow.ani: { type: string, read: true }
        triggers:
          - name: Caller Left
            topic: "v2.detail.events.conversation.{id}.customer.ended"
            enabled: true
        //// trigger-topic-unknown/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Thank The Caller }
        inputs:
          Flow.ani: { type: string, read: true }
        triggers:
          - name: Caller Left
            topic: "v2.detail.events.conversation.{id}.customer.end"
            enabled: true
        //// waiver-expired/fires/contract.yaml
        flowdrift: 1
        contract: parcel-locator
        flow: workflow/Parcel Locator
        launch:
          inputs:
            Flow.depot: string
        //// waiver-expired/fires/flowdrift.yaml
        flowdrift: 1
        waivers:
          - rule: input-undeclared
            contract: parcel-locator
            subject: Flow.depot
            reason: the depot goes back into the flow with the autumn release
            owner: team-parcels
            expires: 2026-10-31
        //// waiver-expired/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Parcel Locator }
        //// waiver-expired/silent/contract.yaml
        flowdrift: 1
        contract: parcel-locator
        flow: workflow/Parcel Locator
        launch:
          inputs:
            Flow.depot: string
        //// waiver-expired/silent/flowdrift.yaml
        flowdrift: 1
        waivers:
          - rule: input-undeclared
            contract: parcel-locator
            subject: Flow.depot
            reason: the depot goes back into the flow with the January release
            owner: team-parcels
            expires: 2027-01-31
        //// waiver-expired/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Parcel Locator }
        //// waiver-too-broad/fires/contract.yaml
        flowdrift: 1
        contract: tariff-advice
        flow: workflow/Tariff Advice
        launch:
          inputs:
            Flow.customerAge: integer
            Flow.meterNumber: string
        //// waiver-too-broad/fires/flowdrift.yaml
        flowdrift: 1
        waivers:
          - rule: input-undeclared
            contract: tariff-*
            reason: the new tariffs need neither
            owner: team-billing
            expires: 2027-02-28
        //// waiver-too-broad/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Tariff Advice }
        //// waiver-too-broad/silent/contract.yaml
        flowdrift: 1
        contract: tariff-advice
        flow: workflow/Tariff Advice
        launch:
          inputs:
            Flow.customerAge: integer
            Flow.meterNumber: string
        //// waiver-too-broad/silent/flowdrift.yaml
        flowdrift: 1
        waivers:
          - rule: input-undeclared
            contract: tariff-*
            subject: Flow.customerAge
            reason: the new tariffs do not need the age
            owner: team-billing
            expires: 2027-02-28
        //// waiver-too-broad/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Tariff Advice }
        //// waiver-unused/fires/contract.yaml
        flowdrift: 1
        contract: seat-finder
        flow: workflow/Seat Finder
        launch:
          outputs:
            Flow.seatRow: string
        //// waiver-unused/fires/flowdrift.yaml
        flowdrift: 1
        waivers:
          - rule: output-removed
            contract: seat-finder
            flow: workflow/Seat Finder
            subject: Flow.seatRow
            reason: the app shows no row until the spring
            owner: team-seats
            expires: 2027-04-30
        //// waiver-unused/fires/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Seat Finder }
        outputs:
          Flow.seatRow: { type: string }
        //// waiver-unused/silent/contract.yaml
        flowdrift: 1
        contract: seat-finder
        flow: workflow/Seat Finder
        launch:
          outputs:
            Flow.seatRow: string
        //// waiver-unused/silent/flowdrift.yaml
        flowdrift: 1
        waivers:
          - rule: output-removed
            contract: seat-finder
            flow: workflow/Seat Finder
            subject: Flow.seatRow
            reason: the app shows no row until the spring
            owner: team-seats
            expires: 2027-04-30
        //// waiver-unused/silent/snapshot.yaml
        flowdrift: 1
        flow: { type: workflow, name: Seat Finder }
        """#
}
