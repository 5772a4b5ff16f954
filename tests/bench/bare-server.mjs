import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

// A bare node:http server that sends the bytes of a file: `node bare-server.mjs <file>`; prints its port.
const bytes = readFileSync(process.argv[2] ?? '')
const server = createServer((_, response) => {
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': bytes.length,
  })
  response.end(bytes)
})
server.listen(0, '127.0.0.1', () => console.log(Object(server.address()).port))
