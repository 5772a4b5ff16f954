import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { payLinkKey } from '../../../../server/modules/payments/pay-link'
import { checkStatements } from '../../../../server/modules/statements/check-statements'
import { connectMiniProgram, connectPayments } from '../../../../server/operator/connect-payments'
import { readAllRows, readAllRowsAt } from '../../support/read-all-rows'
import { buyer, env, paying, setUp, shop, tearDown } from '../../support/stories/payment-story'
import { downloadExport } from '../../support/stories/shop-exports'
import { newId } from '../../support/test-environment'
import { SECRET, type TestInstance, TestInstances } from '../../support/test-instances'
import { claimOrder, receiver } from '../../support/test-shop'

const DAY = 24 * 3_600_000

const PERSONAL = [receiver.phone, receiver.name, receiver.address, 'o-buyer', '坏了']

const lines: string[] = []
let instances: TestInstances
let instance: TestInstance

beforeEach(async () => {
  lines.length = 0
  instances = new TestInstances()
  instance = await instances.createEmpty()
  writeFileSync(path.join(instance.installation.dataDir, 'secret'), SECRET)
  await setUp('platform', {
    ...{ databaseLocation: instance.databaseLocation, secret: SECRET },
    logging: { level: 'trace', stream: { write: (line) => void lines.push(line) } },
  })
})
afterEach(async () => {
  await tearDown()
  await instances.dispose()
})

/** Everything that happens to payments: made, lost, forged, refunded, claimed, compared; the replies that people saw. */
async function story(): Promise<string> {
  const replies: string[] = []
  const id = await paying.payOrder()
  for (const action of ['accept', 'send', 'finish']) await paying.step(shop.owner, id, action)
  replies.push((await claimOrder(shop, buyer, id, { amount: 1000, text: '坏了' })).body)
  replies.push((await paying.step(shop.owner, id, 'agree')).body)
  const other = await paying.placeOrder()
  const linkKey = payLinkKey(env.deps.secret, { shopId: shop.shopId, orderId: other })
  const link = `/api/shops/${shop.shopId}/orders/${other}/pay-links/${linkKey}`
  replies.push((await buyer.call(`GET ${link}`)).body)
  replies.push((await buyer.call(`PUT ${link}/attempts/${newId()}`, { place: 'shared-app' })).body)
  const forged = { method: 'POST' as const, url: '/api/notices/wechat-pay/platform' }
  await env.app.inject({ ...forged, payload: { resource: { ciphertext: 'AAAA' } } })
  env.simulator.faults.down = true
  await paying.openTill(await paying.placeOrder()).catch(() => undefined)
  await env.app.worker.runDue()
  env.simulator.faults.down = false
  await paying.settleRefunds()
  await env.pass(2 * DAY)
  await checkStatements(env.deps, env.app.log)
  replies.push(
    JSON.stringify(await paying.orderNow(id)),
    JSON.stringify(await paying.orderNow(id, shop.owner)),
  )
  return replies.join('\n')
}

/** Connects the services as an operator does; returns their credentials, a line of each private key among them. */
async function connectServices(): Promise<string[]> {
  const { folder } = instances
  const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text)
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const [apiKey = ''] = env.credentials
  const [appSecret, sellerToken] = [randomBytes(16).toString('hex'), randomBytes(16).toString('hex')]
  const keys = { current: randomBytes(32) }
  write('private.pem', pem)
  write('public.pem', publicKey.export({ type: 'spki', format: 'pem' }).toString())
  write('api-key', apiKey)
  const descriptions = {
    wechat: {
      ...{ role: 'platform', mchid: '1900000003', appid: 'wxplatform0001', serial: env.credentials[1] },
      ...{ privateKeyFile: 'private.pem', apiKeyFile: 'api-key' },
      publicKeyFiles: { PUB_KEY_ID_01: 'public.pem' },
    },
    alipay: {
      ...{ service: 'alipay', appid: '2021000000000001', merchant: '2088000000000001' },
      ...{ privateKeyFile: 'private.pem', publicKeyFile: 'public.pem' },
      sellers: { '2088000000000002': sellerToken },
    },
  }
  for (const [name, description] of Object.entries(descriptions)) {
    write(`${name}.json`, JSON.stringify(description))
    await connectPayments(env.deps, keys, path.join(folder, `${name}.json`))
  }
  write('app.json', JSON.stringify({ appid: 'wxseller0001', secret: appSecret }))
  await connectMiniProgram(env.deps, keys, path.join(folder, 'app.json'))
  const { current } = keys
  return [
    pem.split('\n')[5] ?? '',
    appSecret,
    sellerToken,
    current.toString('hex'),
    current.toString('base64'),
  ]
}

/** The files below a folder, as texts that contain every byte. */
const readFiles = (folder: string): Record<string, string> =>
  Object.fromEntries(
    (readdirSync(folder, { recursive: true }) as string[])
      .map((name) => ({ name, file: path.join(folder, name) }))
      .filter(({ file }) => statSync(file).isFile())
      .map(({ name, file }) => [name, readFileSync(file, 'utf8')]),
  )

/** The names and texts of a zip's files. */
const textOfZip = (zip: Uint8Array): string =>
  Object.entries(unzipSync(zip))
    .flatMap(([name, bytes]) => [name, strFromU8(bytes)])
    .join('\n')

async function downloadMoneySheet(): Promise<Buffer> {
  const month = new Date(env.deps.clock()).toISOString().slice(0, 7)
  const sheet = await shop.owner.call(`POST /api/shops/${shop.shopId}/money/${month}/sheets`, { id: newId() })
  const { pathname } = new URL(sheet.json<{ url: string }>().url)
  return (await shop.owner.call(`GET ${pathname}`)).rawPayload
}

describe('payment data', () => {
  it('has no credential in logs, replies or the database, and no personal data in logs', async () => {
    const replies = await story()
    const rows = JSON.stringify(await readAllRows(env.deps.db))
    const log = lines.join('')
    expect(lines.length).toBeGreaterThan(20)
    expect(log).toContain('a payment could not be prepared')
    expect(log).toContain('payment callback rejected: invalid signature')
    expect(env.credentials).toHaveLength(2)
    for (const secret of [...env.credentials, 'PRIVATE KEY', env.deps.secret])
      for (const [name, text] of Object.entries({ log, replies, rows }))
        expect([name, secret, text.includes(secret)]).toEqual([name, secret, false])
    for (const personal of PERSONAL) expect([personal, log.includes(personal)]).toEqual([personal, false])
    expect(replies).not.toContain('o-buyer')
    // the search finds what is there
    expect(rows).toContain('o-buyer')
    expect(replies).toContain(receiver.phone)
  })

  it('has no credential in a backup, and no personal data in exports of the shop or its money', async () => {
    const credentials = [...(await connectServices()), ...env.credentials, 'PRIVATE KEY']
    await story()
    const backup = await instances.backUp(instance.installation)
    const files = readFiles(backup)
    const rows = JSON.stringify(await readAllRowsAt(path.join(backup, 'kaizhang.db')))
    const exports = {
      shop: textOfZip(await downloadExport(env, shop)),
      money: textOfZip(await downloadMoneySheet()),
    }
    const tokens = [buyer.token, shop.owner.token, shop.key]
    for (const secret of [...credentials, ...tokens])
      for (const [name, text] of Object.entries({ ...files, rows, ...exports }))
        expect([name, secret, text.includes(secret)]).toEqual([name, secret, false])
    // owners' keys are derived from it
    expect(Object.keys(files).filter((name) => files[name]?.includes(SECRET))).toEqual(['secret'])
    const hidden = [
      ...PERSONAL,
      SECRET,
      buyer.accountId,
      shop.owner.accountId,
      env.merchant,
      'wxplatform0001',
    ]
    for (const text of hidden)
      for (const [name, exported] of Object.entries(exports))
        expect([name, text, exported.includes(text)]).toEqual([name, text, false])
    // the search finds what is there
    for (const text of [
      'o-buyer',
      receiver.phone,
      'wechat-pay-platform',
      'alipay',
      'wechat-app-wxseller0001',
    ])
      expect([text, rows.includes(text), files['kaizhang.db']?.includes(text)]).toEqual([text, true, true])
    expect(exports.shop).toContain('核桃')
    expect(exports.money).toContain('微信支付')
  })
})
