import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type ChromiumMiniProgram, launchInChromium } from '../src/chromium'
import { type EchoServer, startEchoServer } from './support/echo-server'

const folder = path.join(__dirname, 'fixture')
const API = 'https://api.example'
let server: EchoServer
let app: ChromiumMiniProgram

beforeAll(async () => {
  server = await startEchoServer(readFileSync(path.join(folder, 'art/dot.png')))
})
beforeEach(async () => {
  server.received.length = 0
  app = await launchInChromium(folder, {
    allowedOrigins: [API],
    redirectOrigins: { [API]: server.origin },
    url: '/pages/net/index',
    privacyAgreed: true,
    loginCode: 'code-1',
    timeout: 30_000,
  })
})
afterEach(() => app?.close())
afterAll(() => server?.close())

describe('network API', () => {
  it('sends every method with headers and body, without CORS', async () => {
    await app.tap('#login')
    await app.waitText('200 {"method":"GET","authorization":"Bearer sample"}')
    await app.tap('#put')
    await app.waitText('200 {"method":"PUT","authorization":"Bearer sample"}')
    await app.tap('#remove')
    await app.waitText('404 {"method":"DELETE","authorization":"Bearer sample"}')
    const [who, put, remove] = server.received
    expect(who?.url).toBe(`/who?code=code-1&name=${encodeURIComponent('收货人')}`)
    expect(Buffer.from(put?.body ?? '', 'latin1').toString('utf8')).toBe('{"name":"苹果","price":2500}')
    expect(remove?.headers['content-type']).toBe('application/json')
    expect((await app.requests()).map(({ method, origin }) => [method, origin])).toEqual([
      ['GET', API],
      ['PUT', API],
      ['DELETE', API],
    ])
  })

  it('rejects and records a request to an origin that is not allowed', async () => {
    await app.tap('#other')
    await app.waitText('request:fail url not in domain list')
    expect((await app.requests()).map(({ origin }) => origin)).toEqual(['https://elsewhere.example'])
    expect(server.received).toEqual([])
  })

  it('uploads a file with its fields and reports progress', async () => {
    await app.tap('#upload')
    await app.waitText('50%; 100%; 传好 200')
    await app.waitText('图来了')
    const [upload] = server.received
    expect(upload?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/)
    expect(upload?.headers.authorization).toBe('Bearer sample')
    expect(upload?.body).toContain('name="photo"; filename="')
    expect(upload?.body).toContain('\xff\xd8')
    expect(Buffer.from(upload?.body ?? '', 'latin1').toString('utf8')).toContain('红苹果')
    expect((await app.requests()).map(({ api, origin }) => [api, origin])).toEqual([
      ['uploadFile', API],
      ['image', API],
    ])
  })

  it('downloads to a temporary file', async () => {
    await app.tap('#download')
    await app.waitText('下到8png')
  })

  it('fails while the network is off and succeeds once it is back', async () => {
    await app.tap('#slow')
    await app.page.waitForTimeout(100)
    await app.setOnline(false)
    await app.waitText('[request:fail ]')
    await app.waitText('网络none')
    await app.tap('#download')
    await app.waitText('[downloadFile:fail ]')
    await app.setOnline(true)
    await app.waitText('网络wifi')
    await app.tap('#put')
    await app.waitText('200 {"method":"PUT"')
    expect(await app.errors()).toEqual([])
  })

  it('connects a socket, which sends, receives and reports its end', async () => {
    await app.tap('#connect')
    await app.waitText('通了; HELLO')
    await app.tap('#more')
    await app.waitText('断了1006')
    await app.tap('#connect')
    await app.waitText('断了1006; 通了; HELLO')
    await app.tap('#hang-up')
    await app.waitText('断了1000')
    expect((await app.requests()).map(({ api, url }) => [api, url])).toEqual([
      ['connectSocket', 'wss://api.example/socket'],
      ['connectSocket', 'wss://api.example/socket'],
    ])
    expect(await app.errors()).toEqual([])
  })

  it('ends a socket when the network goes off, and connects none to an origin that is not allowed', async () => {
    await app.tap('#connect')
    await app.waitText('HELLO')
    await app.setOnline(false)
    await app.waitText('断了1006')
    await app.setOnline(true)
    await app.tap('#elsewhere')
    await app.waitText('connectSocket:fail url not in domain list')
  })
})
