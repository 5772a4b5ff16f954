import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect } from '../../server/db/connect'
import { runSearchStatements, type SearchedText } from './search-statements'

// A bare node:http server that runs the statements of a search and sends their rows, without validation or shapes: the floor
// of a search. `node scripts/run-ts.mjs tests/bench/search-floor.ts <database>`; prints its port.
const db = await connect(process.argv[2] ?? '')
const server = createServer((request, response) => {
  const params = new URL(request.url ?? '/', 'http://127.0.0.1').searchParams
  const wanted: SearchedText = {
    tokenHash: params.get('tokenHash') ?? '',
    list: params.get('list') === 'orders' ? 'orders' : 'products',
    shopId: params.get('shopId') ?? '',
    text: params.get('text') ?? '',
  }
  runSearchStatements(db, wanted).then(
    (rows) => {
      const bytes = Buffer.from(JSON.stringify(rows))
      response.writeHead(200, {
        'content-type': 'application/json; charset=utf-8',
        'content-length': bytes.length,
      })
      response.end(bytes)
    },
    (error: Error) => response.writeHead(500).end(error.message),
  )
})
server.listen(0, '127.0.0.1')
await once(server, 'listening')
console.log(Object(server.address()).port)
