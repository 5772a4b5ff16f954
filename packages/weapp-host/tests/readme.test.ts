import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { launchInChromium } from '../src/chromium'
import { launchInJsdom } from '../src/jsdom'

const folder = path.join(__dirname, 'todo')
const API = 'https://api.example'
let server: Server
let origin: string

beforeAll(async () => {
  server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json')
    response.end('["milk","bread"]')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

describe('the example of the README', () => {
  it('runs in jsdom', async () => {
    const app = await launchInJsdom(folder, {
      mocks: { request: { statusCode: 200, data: ['milk', 'bread'] } },
    })
    try {
      await app.waitText('bread')
      await app.fill('#new', 'apples')
      await app.tap('#add')
      await app.waitText('3 items')
      await app.tapText('apples')
      await app.waitText('Detail of apples')
      expect(await app.routes()).toEqual(['pages/list/index', 'pages/detail/index?name=apples'])
      expect((await app.storage()).last).toBe('apples')
      expect(await app.errors()).toEqual([])
    } finally {
      await app.close()
    }
  })

  it('runs in Chromium', async () => {
    const app = await launchInChromium(folder, {
      allowedOrigins: [API],
      redirectOrigins: { [API]: origin },
      timeout: 30_000,
    })
    try {
      await app.waitText('bread')
      await app.fill('#new', 'apples')
      await app.tap('#add')
      await app.waitText('3 items')
      const requests = await app.requests()
      expect(requests.map(({ method, url }) => [method, url])).toEqual([['GET', `${API}/items`]])
      expect((await app.setDataStats('pages/list/index')).max).toBeLessThan(1024)
      expect(await app.text('#add')).toBe('Add')
    } finally {
      await app.close()
    }
  })
})
