import { deflateSync } from 'node:zlib'
import { type RouteName, routes } from '@/contract/routes'
import { picture } from '../support/pictures'
import { someOf } from '../support/some-of'
import { newId } from '../support/test-environment'
import type { ExpectedOutcome } from './check-response'
import { RequestChecker } from './request-checker'
import { FORM_TYPE, type FormPart, filePart, formOf, textPart } from './requests/multipart-form'
import { withScenario } from './scenario'
import { send } from './send-request'
import { Tally } from './status-tally'

const uploads = (Object.keys(routes) as RouteName[]).filter((name) => 'upload' in routes[name])
const tally = new Tally('invalid photos')

const scenario = withScenario(tally)
let jpeg: Buffer
beforeAll(async () => {
  jpeg = await picture(300, 200).jpeg().toBuffer()
})

const wire = (name: RouteName, payload: Buffer | string, type = FORM_TYPE) => {
  const [method, url] = name.replace(/:\w+Id/, newId()).split(' ') as [string, string]
  const headers = { authorization: `Bearer ${scenario.stranger.token}`, 'content-type': type }
  return { method, url, headers, payload }
}

const crcOf = (bytes: Buffer): number => {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let k = 0; k < 8; k++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind), data])
  const [size, crc] = [Buffer.alloc(4), Buffer.alloc(4)]
  size.writeUInt32BE(data.length)
  crc.writeUInt32BE(crcOf(body))
  return Buffer.concat([size, body, crc])
}

/** Builds a PNG with the declared size and any data. */
function png(width: number, height: number, data: Buffer): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width)
  head.writeUInt32BE(height, 4)
  head.set([1, 0], 8)
  const chunks = [chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...chunks])
}

/** Builds a PNG of a few kilobytes that declares 400 million pixels. */
const bomb = () => png(20_000, 20_000, deflateSync(Buffer.alloc(20_000 * 2501), { level: 9 }))

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
const HTML = '<!doctype html><script>alert(1)</script>'

const notPhotos: Record<string, () => Buffer | string | Promise<Buffer>> = {
  nothing: () => '',
  'one byte': () => 'a',
  'a JPEG of three bytes': () => Buffer.from('ffd8ff', 'hex'),
  'half a JPEG': () => jpeg.subarray(0, jpeg.length / 2),
  'a JPEG with its middle torn out': () => Buffer.concat([jpeg.subarray(0, 200), jpeg.subarray(400)]),
  'a JPEG of noise': () => Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.alloc(5000, 0x5a)]),
  'a drawing': () => SVG,
  'a drawing that calls itself a PNG': () =>
    Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from(SVG)]),
  'an animation': () => picture(20, 20).gif().toBuffer(),
  'another format': () => picture(20, 20).tiff().toBuffer(),
  'a page': () => HTML,
  'a page that calls itself a JPEG': () => Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.from(HTML)]),
  'too many pixels': bomb,
  'as wide as a number goes': () => png(2 ** 31 - 1, 1, deflateSync(Buffer.alloc(10))),
  'no pixels': () => png(0, 0, Buffer.alloc(0)),
  'a WebP of nothing': () => Buffer.from('524946460400000057454250', 'hex'),
  'too many bytes': () => Buffer.concat([jpeg, Buffer.alloc(9 * 1024 * 1024)]),
}

test.each(uploads)('%s rejects files that are not photos', async (name) => {
  const checker = new RequestChecker(scenario, tally)
  for (const [why, make] of someOf(Object.entries(notPhotos), 2, uploads.indexOf(name)))
    await checker.send(name, why, wire(name, formOf([filePart(await make())])), { verdict: 'rejected' })
  expect(checker.errors).toEqual([])
})

const forms: Record<string, () => FormPart[]> = {
  'no file': () => [],
  'a text and no file': () => [textPart('note', 'a')],
  'a text where the file should be': () => [textPart('file', 'a')],
  'two files': () => [filePart(jpeg), filePart(jpeg)],
  'three files': () => [filePart(jpeg), filePart(jpeg), filePart(jpeg)],
  'another field': () => [filePart(jpeg, 'photo')],
  'a field of a prototype': () => [filePart(jpeg, '__proto__')],
  'a text of a prototype': () => [textPart('constructor', 'a'), filePart(jpeg)],
  'a thousand texts': () => [...Array.from({ length: 1000 }, () => textPart('a', 'b')), filePart(jpeg)],
  'no name': () => [
    { head: 'Content-Disposition: form-data; filename="a"\r\nContent-Type: image/jpeg', bytes: jpeg },
  ],
  'no head': () => [{ head: '', bytes: jpeg }],
  'a head without end': () => [{ head: `X-Long: ${'x'.repeat(200_000)}`, bytes: jpeg }],
}

test.each(uploads)('%s rejects forms without exactly one file', async (name) => {
  const checker = new RequestChecker(scenario, tally)
  for (const [why, createParts] of someOf(Object.entries(forms), 2, uploads.indexOf(name)))
    await checker.send(name, why, wire(name, formOf(createParts())), { verdict: 'rejected', path: '/file' })
  expect(checker.errors).toEqual([])
})

test.each(uploads)('%s rejects malformed forms', async (name) => {
  const checker = new RequestChecker(scenario, tally)
  const form = formOf([filePart(jpeg)])
  const rejected: ExpectedOutcome = { verdict: 'rejected', path: '' }
  const expectRefused = (why: string, payload: Buffer | string, type?: string) =>
    checker.send(name, why, wire(name, payload, type), rejected)
  await expectRefused('cut off in the file', form.subarray(0, form.length / 2))
  await expectRefused('cut off in the head', form.subarray(0, 40))
  await expectRefused('never closed', formOf([filePart(jpeg)], ''))
  await expectRefused('empty', '')
  await expectRefused('no boundary', form, 'multipart/form-data')
  await expectRefused('an empty boundary', form, 'multipart/form-data; boundary=')
  await expectRefused('another boundary', form, 'multipart/form-data; boundary=other')
  await expectRefused('a long boundary', form, `multipart/form-data; boundary=${'b'.repeat(3000)}`)
  await expectRefused('the bare photo', jpeg, 'image/jpeg')
  await expectRefused('JSON', '{}', 'application/json')
  await expectRefused('another form', 'file=a', 'application/x-www-form-urlencoded')
  await expectRefused('a mixed form', form, 'multipart/mixed; boundary=kz-form')
  expect(checker.errors).toEqual([])
})

test('an upload ignores the file name and type of the form and serves what it stored', async () => {
  const odd = [
    filePart(await picture(30, 30, '#111111').png().toBuffer(), 'file', 'text/html', '../../evil.html'),
    filePart(await picture(30, 30, '#222222').webp().toBuffer(), 'file', 'image/svg+xml', 'a\\b\\..\\x.svg'),
    filePart(Buffer.concat([jpeg, Buffer.from(HTML)]), 'file', '', ''),
  ]
  for (const part of odd) {
    const answer = await send(scenario.env, wire('PUT /api/photos/:photoId', formOf([part])))
    expect(answer.statusCode).toBe(200)
    for (const { url } of answer.json<{ sizes: { url: string }[] }>().sizes) {
      const { headers, rawPayload } = await scenario.env.app.inject(url)
      expect(headers).toMatchObject({ 'content-type': 'image/webp', 'x-content-type-options': 'nosniff' })
      expect(String(headers['content-security-policy'])).toContain("'self'")
      expect(rawPayload.includes('<script>')).toBe(false)
    }
  }
})

test('photo addresses cannot escape the photo folder', async () => {
  for (const path of [
    '../kaizhang.db',
    '..%2fkaizhang.db',
    '%2e%2e/secret',
    '/etc/passwd',
    `${'a'.repeat(32)}-375.webp%00.jpg`,
  ]) {
    const answer = await scenario.env.app.inject(`/photos/${path}`)
    expect([path, answer.statusCode]).toEqual([path, answer.statusCode === 400 ? 400 : 404])
    expect(answer.headers['content-type']).toContain('application/problem+json')
  }
})
