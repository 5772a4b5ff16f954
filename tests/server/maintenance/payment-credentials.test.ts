import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { sealAnew } from '../../../server/credentials/store'
import { connectMiniProgram, connectPayments } from '../../../server/operator/connect-payments'
import { grantPayments, readGrantsFile } from '../../../server/operator/grant-payments'
import { SetupError } from '../../../server/setup-error'
import { openOutsideServices } from '../../../server/start/outside-services'
import { folderPerTest } from '../../support/temporary-folder'
import { environmentPerTest } from '../support/test-environment'
import { openShop } from '../support/test-shop'

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

const env = environmentPerTest()
const folder = folderPerTest()
beforeEach(async () => {
  writeFileSync(path.join(folder, 'private.pem'), PRIVATE_PEM)
  writeFileSync(path.join(folder, 'public.pem'), PUBLIC_PEM)
  writeFileSync(path.join(folder, 'api-key'), `${API_KEY}\n`)
})

const keys = { current: randomBytes(32) }

const WECHAT = {
  ...{ miniPrograms: [{ appid: 'wxshared000001', secret: 'of the shared app' }] as const },
  ...{ baseUrl: 'http://127.0.0.1:9', openUrl: 'http://127.0.0.1:9' },
}

function describeIn(description: object): string {
  const file = path.join(folder, 'wechat-pay.json')
  writeFileSync(file, JSON.stringify(description))
  return file
}

const connect = (changes: object = {}) =>
  connectPayments(env.deps, keys, describeIn({ ...DESCRIPTION, ...changes }))

const openAll = (
  credentialsKeys: typeof keys | undefined,
  publicUrl: string | undefined = 'https://shop.example',
) => openOutsideServices(env.deps.db.query, { credentialsKeys, publicUrl, wechat: WECHAT }, env.deps)

const open = async (...given: Parameters<typeof openAll>) => (await openAll(...given)).payments

const errorOf = async (work: Promise<unknown>) => {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof SetupError)) throw new Error(`no SetupError: ${String(error)}`)
  return error.message
}

describe('connectPayments', () => {
  it('stores the credentials sealed, so that the server can open them', async () => {
    expect(await connect()).toEqual({
      ...{ service: 'WeChat Pay (platform)', merchant: '1900000003', appid: 'wxplatform0001' },
    })
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
  ])('refuses %s and quotes no secret', async (_, changes, message) => {
    const text = await errorOf(connect(changes))
    expect(text).toContain(message)
    for (const secret of [API_KEY, 'BEGIN']) expect(text).not.toContain(secret)
    expect(await env.deps.db.query.selectFrom('credential').selectAll().execute()).toEqual([])
  })

  it('refuses a file that is not JSON', async () => {
    const file = path.join(folder, 'api-key')
    expect(await errorOf(connectPayments(env.deps, keys, file))).toBe(`${file} is no JSON.`)
  })
})

describe('server with connected payment services', () => {
  it('starts without any key while nothing is connected', async () => {
    expect(await open(undefined, undefined)).toEqual({ noticeOrigin: '', wechat: {} })
  })

  it('names the setting that is missing', async () => {
    await connect()
    expect(await errorOf(open(undefined))).toContain('set CREDENTIALS_KEY')
    expect(await errorOf(open({ current: randomBytes(32) }))).toContain('does not open the credentials')
    const settings = { credentialsKeys: keys, publicUrl: undefined, wechat: undefined }
    expect(await errorOf(openOutsideServices(env.deps.db.query, settings, env.deps))).toContain('PUBLIC_URL')
  })

  it('opens the credentials with the new key after they were sealed again', async () => {
    await connect()
    const rotated = { current: randomBytes(32), previous: keys.current }
    expect(await sealAnew(env.deps.db.query, rotated)).toBe(1)
    expect(await sealAnew(env.deps.db.query, rotated)).toBe(0)
    expect(await open({ current: rotated.current })).toHaveProperty('wechat.platform')
    expect(await errorOf(open(keys))).toContain('does not open the credentials')
  })
})

describe('connectMiniProgram', () => {
  const SECRET = 'of the app of a shop'
  const connectApp = (described: object) =>
    connectMiniProgram(env.deps, keys, describeIn({ appid: 'wxseller0001', secret: SECRET, ...described }))

  it('stores the secret sealed, and signs in with the mini-program beside that of the installation', async () => {
    expect(await connectApp({})).toBe('wxseller0001')
    const rows = JSON.stringify(await env.deps.db.query.selectFrom('credential').selectAll().execute())
    expect(rows).not.toContain(SECRET)
    const { wechat, payments } = await openAll(keys)
    expect(wechat?.appid).toBe('wxshared000001')
    // nothing answers at the address of the test, which is asked for known appids only
    await expect(wechat?.codeToOpenid('code', 'wxseller0001')).rejects.toMatchObject({ code: 'unavailable' })
    await expect(wechat?.codeToOpenid('code', 'wxseller0002')).rejects.toMatchObject({ code: 'bad-input' })
    expect(payments.wechat).toEqual({})
  })

  it('names a wrong field and quotes no secret', async () => {
    const text = await errorOf(connectApp({ appid: 'mine' }))
    expect(text).toContain('/appid is missing or malformed')
    expect(text).not.toContain(SECRET)
  })

  it('requires the mini-program of the installation', async () => {
    await connectApp({})
    const settings = { credentialsKeys: keys, publicUrl: undefined, wechat: undefined }
    expect(await errorOf(openOutsideServices(env.deps.db.query, settings, env.deps))).toContain(
      'set WECHAT_APPID',
    )
  })
})

describe('grantPayments', () => {
  const GRANTS = {
    ...{ subject: 'company', alipay: { merchant: '2088000000000001', isLimited: false } },
    wechat: { role: 'platform', merchant: '1900000101', h5: true, browser: false },
  }
  const shopNow = async (shopId: string) =>
    env.deps.db.query.selectFrom('shop').selectAll().where('shop_id', '=', shopId).executeTakeFirstOrThrow()
  const grant = (slug: string, described: object) =>
    grantPayments(env.deps, { slug, grants: readGrantsFile(describeIn(described)) })

  it('lets a shop offer the granted payments, and withdraws them again', async () => {
    const { shopId, slug } = await openShop(env)
    expect((await grant(slug, GRANTS)).online).toEqual(['wechat', 'alipay'])
    const granted = await shopNow(shopId)
    expect(JSON.parse(granted.payments)).toEqual(['wechat', 'alipay', 'on-delivery', 'on-pickup'])
    expect((await grant(slug, { subject: 'none' })).online).toEqual([])
    const after = await shopNow(shopId)
    expect(JSON.parse(after.payments)).toEqual(['on-delivery', 'on-pickup'])
    // phones see another version, and servers another storefront
    expect([after.version, after.changes]).toEqual([granted.version + 1, granted.changes + 1])
    expect((await env.deps.db.query.selectFrom('operator_log').select('action').execute())[0]?.action).toBe(
      'grant-payments',
    )
  })

  it.each([
    ['an unknown subject', { ...GRANTS, subject: 'friend' }, '/subject'],
    [
      'a merchant that is none',
      { subject: 'micro', alipay: { merchant: '1', isLimited: true } },
      '/alipay/merchant',
    ],
    ['an unknown field', { ...GRANTS, fee: 6 }, '/fee'],
  ])('refuses %s', async (_, described, path) => {
    const { slug } = await openShop(env)
    expect(await errorOf((async () => grant(slug, described))())).toContain(path)
  })

  it('reports an unknown shop', async () => {
    expect(await errorOf(grant('nosuch12', GRANTS))).toContain('There is no shop at /s/nosuch12')
  })
})
