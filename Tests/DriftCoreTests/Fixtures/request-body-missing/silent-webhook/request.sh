curl -X POST 'https://hooks.example.org/returns'
