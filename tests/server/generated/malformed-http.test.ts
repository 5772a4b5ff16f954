import { type AddressInfo, connect } from 'node:net'
import { failures } from '@/domain/failure'
import { picture } from '../support/pictures'
import { newId } from '../support/test-environment'
import { FORM_TYPE, filePart, formOf } from './requests/multipart-form'
import { createScenario, type Scenario, takeSnapshot } from './scenario'

let scenario: Scenario
let port: number
beforeAll(async () => {
  scenario = await createScenario()
  await scenario.env.app.listen({ port: 0, host: '127.0.0.1' })
  port = (scenario.env.app.server.address() as AddressInfo).port
})
afterAll(() => scenario.env.app.close())

/** The server answers or closes within this time, in ms. */
const TIMEOUT_MS = 15_000

/** Sends raw bytes and returns everything received until the server closed; rejects when it is silent instead. */
function exchange(...pieces: (string | Buffer)[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    let text = ''
    socket.setTimeout(TIMEOUT_MS, () => {
      reject(new Error(`no answer, or an open connection after ${JSON.stringify(text)}`))
      socket.destroy()
    })
    socket.on('data', (part) => {
      text += part.toString('latin1')
    })
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(text))
    for (const piece of pieces) socket.write(piece)
  })
}

const END = 'Host: 127.0.0.1\r\nConnection: close\r\n\r\n'

const malformed: Record<string, string | Buffer> = {
  'no HTTP': 'hello\r\n\r\n',
  'noise of a thousand bytes': Buffer.alloc(1000, 0x80),
  'the beginning of TLS': Buffer.from('16030100a5010000a10303', 'hex'),
  'another version': `GET /api/health HTTP/9.9\r\n${END}`,
  'an unknown method': `STEAL /api/health HTTP/1.1\r\n${END}`,
  'no host': 'GET /api/health HTTP/1.1\r\nConnection: close\r\n\r\n',
  'a NUL in the address': `GET /api/\u0000 HTTP/1.1\r\n${END}`,
  'a NUL in a header': `GET /api/health HTTP/1.1\r\nX-A: a\u0000b\r\n${END}`,
  'a header without a colon': `GET /api/health HTTP/1.1\r\nwrong\r\n${END}`,
  'a folded header': `GET /api/health HTTP/1.1\r\nX-A: a\r\n b: c\r\n${END}`,
  'a space before the colon': `GET /api/health HTTP/1.1\r\nX-A : a\r\n${END}`,
  'two lengths': `POST /api/sessions HTTP/1.1\r\nContent-Length: 5\r\nContent-Length: 6\r\n${END}`,
  'a length that is not a number': `POST /api/sessions HTTP/1.1\r\nContent-Length: five\r\n${END}`,
  'a negative length': `POST /api/sessions HTTP/1.1\r\nContent-Length: -5\r\n${END}`,
  'a length and chunked encoding': `POST /api/sessions HTTP/1.1\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n${END}0\r\n\r\n`,
  'chunks without a length': `POST /api/sessions HTTP/1.1\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n${END}zz\r\n{}\r\n`,
  'another encoding': `POST /api/sessions HTTP/1.1\r\nTransfer-Encoding: gzip, identity\r\n${END}`,
  'a header of twenty kilobytes': `GET /api/health HTTP/1.1\r\nX-A: ${'a'.repeat(20_000)}\r\n${END}`,
  'three thousand headers': `GET /api/health HTTP/1.1\r\n${'X-A: a\r\n'.repeat(3000)}${END}`,
  'an address of twenty kilobytes': `GET /api/${'a'.repeat(20_000)} HTTP/1.1\r\n${END}`,
  'a large declared body': `POST /api/sessions HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 999999999\r\n${END}`,
  'an address with an odd escape': `GET /api/%zz HTTP/1.1\r\n${END}`,
  dots: `GET /photos/../../../../etc/passwd HTTP/1.1\r\n${END}`,
  'back slashes': `GET /photos/..\\..\\secret HTTP/1.1\r\n${END}`,
  'a trace': `TRACE /api/health HTTP/1.1\r\n${END}`,
  'a star': `OPTIONS * HTTP/1.1\r\n${END}`,
  'an unknown Expect header': `POST /api/sessions HTTP/1.1\r\nExpect: coffee\r\nContent-Length: 2\r\n${END}{}`,
}

/** Returns an error unless the server answered 4xx, with a problem document if there is a body. */
function findError(text: string): string | undefined {
  const [head = '', rest = ''] = text.split('\r\n\r\n')
  const body = rest.slice(0, Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0))
  const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(head)?.[1])
  if (!(status >= 400 && status < 500)) return `answered ${JSON.stringify(text.slice(0, 100))}`
  if (body === '') return undefined
  if (!/content-type: application\/problem\+json/i.test(head)) return head
  const problem: { status: number; code: string } = JSON.parse(body)
  return problem.status === status && Object.hasOwn(failures, problem.code) ? undefined : body
}

test.each(Object.keys(malformed))('the server answers 4xx to %s', async (why) => {
  const before = await takeSnapshot(scenario.env)
  expect(findError(await exchange(malformed[why] ?? ''))).toBeUndefined()
  expect(await takeSnapshot(scenario.env)).toBe(before)
  expect((await scenario.env.app.inject('/api/health')).statusCode).toBe(200)
})

test('the server closes a connection that asks for a tunnel', async () => {
  expect(await exchange(`CONNECT evil.example:443 HTTP/1.1\r\n${END}`)).toBe('')
})

const legal: Record<string, string> = {
  'in HTTP/0.9 syntax': `GET /api/health\r\n${END}`,
  'with two Host headers': `GET /api/health HTTP/1.1\r\nHost: evil.example\r\n${END}`,
  'with an absolute URL': `GET http://evil.example/api/health HTTP/1.1\r\n${END}`,
}

test.each(Object.keys(legal))('the server answers a legal read %s', async (why) => {
  expect(await exchange(legal[why] ?? '')).toMatch(/^HTTP\/1\.1 200 [\s\S]*"ok":true/)
})

test('the server answers fragmented and pipelined requests in order', async () => {
  const one = 'GET /api/health HTTP/1.1\r\nHost: a\r\n\r\n'
  const last = `GET /api/nothing HTTP/1.1\r\n${END}`
  const text = await exchange(...(one + one + last).split(/(?=[HC])/))
  expect([...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => status)).toEqual(['200', '200', '404'])
})

test('the server does not run a request hidden in a body', async () => {
  const hidden = `DELETE /api/shops/${scenario.a.shop.shopId}/other-owners HTTP/1.1\r\n${END}`
  const text = await exchange(
    `POST /api/sessions HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: ${hidden.length}\r\n\r\n${hidden}`,
  )
  expect([...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => status)).toEqual(['400'])
})

test('the server keeps the connection usable after a rejected form', async () => {
  const jpeg = await picture(900, 900).jpeg({ quality: 100 }).toBuffer()
  const form = formOf([filePart(jpeg, 'photo'), filePart(jpeg), filePart(Buffer.alloc(500_000))])
  const head = `PUT /api/photos/${newId()} HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${scenario.stranger.token}\r\n`
  const text = await exchange(
    `${head}Content-Type: ${FORM_TYPE}\r\nContent-Length: ${form.length}\r\n\r\n`,
    form,
    `GET /api/health HTTP/1.1\r\n${END}`,
  )
  expect([...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => status)).toEqual(['400', '200'])
})
