NAME = r"Flow.raw\d"
BYTES = b"Flow.bytes"
TEXT = '''it's "Flow.inText" here'''
PARTS = ("Flow."
         "joined")
# "Flow.comment"

def send(client, number):
    body = f'{{"flowId": "5d1f0c52-83b1-4a67-9a0c-0e6c7b1d2f34", "inputData": {{"Flow.number": "{number}"}}}}'
    return client.post("https://api.mypurecloud.de/api/v2/flows/executions", data=body)
