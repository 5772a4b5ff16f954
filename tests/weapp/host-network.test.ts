import { readFileSync } from 'node:fs'
import path from 'node:path'
import { launchWeapp } from './host/chromium-driver'
import type { WeappApp } from './host/weapp-app'
import { type SampleApi, serveSampleApi } from './sample-api'

const dist = path.join(__dirname, 'fixture')
const built = 'http://127.0.0.1:4180'
let api: SampleApi
let app: WeappApp

beforeAll(async () => {
  api = await serveSampleApi(readFileSync(path.join(dist, 'art/dot.png')))
})
beforeEach(async () => {
  api.seen.length = 0
  app = await launchWeapp({
    dist,
    apiOrigin: api.origin,
    builtOrigin: built,
    url: '/pages/net/index',
    privacyAgreed: true,
    loginCode: 'code-1',
  })
})
afterEach(() => app?.close())
afterAll(() => api?.close())

test('every method reaches the API, with its header and body and without CORS', async () => {
  await app.tap('#login')
  await app.waitText('200 {"method":"GET","authorization":"Bearer sample"}')
  await app.tap('#put')
  await app.waitText('200 {"method":"PUT","authorization":"Bearer sample"}')
  await app.tap('#remove')
  await app.waitText('404 {"method":"DELETE","authorization":"Bearer sample"}')
  const [who, put, remove] = api.seen
  expect(who?.url).toBe(`/who?code=code-1&name=${encodeURIComponent('收货人')}`)
  expect(Buffer.from(put?.body ?? '', 'latin1').toString('utf8')).toBe('{"name":"苹果","price":2500}')
  expect(remove?.headers['content-type']).toBe('application/json')
  expect((await app.requests()).map(({ method, origin }) => [method, origin])).toEqual([
    ['GET', built],
    ['PUT', built],
    ['DELETE', built],
  ])
})

test('a call to any other origin fails, and is on record', async () => {
  await app.tap('#other')
  await app.waitText('request:fail url not in domain list')
  expect((await app.requests()).map(({ origin }) => origin)).toEqual(['https://elsewhere.example'])
  expect(api.seen).toEqual([])
})

test('an upload carries the file and its fields, and tells its progress', async () => {
  await app.tap('#upload')
  await app.waitText('50%; 100%; 传好 200')
  await app.waitText('图来了')
  const [upload] = api.seen
  expect(upload?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/)
  expect(upload?.headers.authorization).toBe('Bearer sample')
  expect(upload?.body).toContain('name="photo"; filename="')
  expect(upload?.body).toContain('\xff\xd8')
  expect(Buffer.from(upload?.body ?? '', 'latin1').toString('utf8')).toContain('红苹果')
  expect((await app.requests()).map(({ api: name, origin }) => [name, origin])).toEqual([
    ['uploadFile', built],
    ['image', built],
  ])
})

test('a download becomes a temporary file', async () => {
  await app.tap('#download')
  await app.waitText('下到8png')
})

test('cutting the network fails what is under way and what comes after, and restoring it heals', async () => {
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
