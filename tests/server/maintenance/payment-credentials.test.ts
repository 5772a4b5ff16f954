import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sealAnew } from '../../../server/credentials/store'
import { connectPayments } from '../../../server/operator/connect-payments'
import { SetupError } from '../../../server/setup-error'
import { openPaymentGateways } from '../../../server/start/payment-gateways'
import { createTestEnvironment, type TestEnvironment } from '../support/test-environment'

const merchant = generateKeyPairSync('rsa', { modulusLength: 2048 })
const wechat = generateKeyPairSync('rsa', { modulusLength: 2048 })
const PRIVATE_PEM = merchant.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
const PUBLIC_PEM = wechat.publicKey.export({ type: 'spki', format: 'pem' }).toString()
const API_KEY = 'an APIv3 key of 32 characters 00'

const DESCRIPTION = {
  ...{ role: 'platform', mchid: '1900000003', appid: 'wxplatform0001', serial: '1A2B3C4D5E6F' },
  ...{
    privateKeyFile: 'private.pem',
    apiKeyFile: 'api-key',
    publicKeyFiles: { PUB_KEY_ID_01: 'public.pem' },
  },
}

let env: TestEnvironment
let folder: string
beforeEach(async () => {
  env = await createTestEnvironment()
  folder = mkdtempSync(path.join(tmpdir(), 'kz-credentials-'))
  writeFileSync(path.join(folder, 'private.pem'), PRIVATE_PEM)
  writeFileSync(path.join(folder, 'public.pem'), PUBLIC_PEM)
  writeFileSync(path.join(folder, 'api-key'), `${API_KEY}\n`)
})
afterEach(async () => {
  rmSync(folder, { recursive: true })
  await env.app.close()
})

const keys = { current: randomBytes(32) }

function describeIn(description: object): string {
  const file = path.join(folder, 'wechat-pay.json')
  writeFileSync(file, JSON.stringify(description))
  return file
}

const connect = (changes: object = {}) =>
  connectPayments(env.deps, keys, describeIn({ ...DESCRIPTION, ...changes }))

const open = (
  credentialsKeys: typeof keys | undefined,
  publicUrl: string | undefined = 'https://shop.example',
) => openPaymentGateways(env.deps.db.query, { credentialsKeys, publicUrl }, env.deps)

const errorOf = async (work: Promise<unknown>) => {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof SetupError)) throw new Error(`no SetupError: ${String(error)}`)
  return error.message
}

describe('connecting a payment service', () => {
  it('stores its credentials sealed, and the server opens them', async () => {
    expect(await connect()).toEqual({ role: 'platform', mchid: '1900000003', appid: 'wxplatform0001' })
    const rows = JSON.stringify(await env.deps.db.query.selectFrom('credential').selectAll().execute())
    for (const secret of [API_KEY, 'PRIVATE KEY', '1900000003']) expect(rows).not.toContain(secret)
    const gateways = await open(keys)
    expect(gateways).toMatchObject({
      noticeOrigin: 'https://shop.example',
      wechat: { platform: { appid: 'wxplatform0001' } },
    })
  })

  it('replaces the credentials of the same role, and keeps other roles', async () => {
    await connect()
    await connect({ appid: 'wxplatform0002' })
    await connect({ role: 'partner' })
    expect(await open(keys)).toMatchObject({
      wechat: { platform: { appid: 'wxplatform0002' }, partner: { appid: 'wxplatform0001' } },
    })
  })

  it.each([
    ['a number that is none', { mchid: 'x' }, '/mchid is missing or malformed'],
    ['an unknown role', { role: 'friend' }, '/role is missing or malformed'],
    ['no private key', { privateKeyFile: undefined }, '/privateKey is missing or malformed'],
    ['a private key that is none', { privateKeyFile: 'public.pem' }, '/privateKey is no key'],
    ['an APIv3 key of another length', { apiKeyFile: 'public.pem' }, '/apiKey is missing or malformed'],
    ['no public key', { publicKeyFiles: {} }, '/publicKeys is missing or malformed'],
    ['a file that is absent', { apiKeyFile: 'absent' }, 'cannot be read'],
  ])('refuses %s, and quotes no secret', async (_, changes, message) => {
    const text = await errorOf(connect(changes))
    expect(text).toContain(message)
    for (const secret of [API_KEY, 'BEGIN']) expect(text).not.toContain(secret)
    expect(await env.deps.db.query.selectFrom('credential').selectAll().execute()).toEqual([])
  })

  it('refuses a file that is no JSON', async () => {
    const file = path.join(folder, 'api-key')
    expect(await errorOf(connectPayments(env.deps, keys, file))).toBe(`${file} is no JSON.`)
  })
})

describe('a server with connected payment services', () => {
  it('starts without any key while nothing is connected', async () => {
    expect(await open(undefined, undefined)).toEqual({ noticeOrigin: '', wechat: {} })
  })

  it('says which setting is missing', async () => {
    await connect()
    expect(await errorOf(open(undefined))).toContain('set CREDENTIALS_KEY')
    expect(await errorOf(open({ current: randomBytes(32) }))).toContain('does not open the credentials')
    const settings = { credentialsKeys: keys, publicUrl: undefined }
    expect(await errorOf(openPaymentGateways(env.deps.db.query, settings, env.deps))).toContain('PUBLIC_URL')
  })

  it('opens them with the new key after they were sealed anew', async () => {
    await connect()
    const rotated = { current: randomBytes(32), previous: keys.current }
    expect(await sealAnew(env.deps.db.query, rotated)).toBe(1)
    expect(await sealAnew(env.deps.db.query, rotated)).toBe(0)
    expect(await open({ current: rotated.current })).toHaveProperty('wechat.platform')
    expect(await errorOf(open(keys))).toContain('does not open the credentials')
  })
})
