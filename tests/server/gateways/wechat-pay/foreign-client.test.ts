import type { KeyObject } from 'node:crypto'
import { generateKeyPairSync } from 'node:crypto'
import { Decorator } from 'wechatpay-axios-plugin'
import type { Message } from '../fields/field-table'
import { partsOf } from './fields/check-exchange'
import { createTestBed, keyPair, type TestBed, wechatPayRoles } from './test-bed'

let bed: TestBed
afterEach(() => bed.close())

const toPem = (key: KeyObject) => key.export({ type: 'spki', format: 'pem' }).toString()

/** The client of an independent library, which signs its requests and verifies the replies by itself. */
function createForeignClient(keyOf: (key: KeyObject) => KeyObject = (key) => key) {
  const { merchant, simulator } = bed
  const certs = [...simulator.signer.publicKeys()].map(([serial, key]) => [serial, toPem(keyOf(key))])
  const client = Decorator.jsonBased({
    ...{ mchid: merchant.mchid, serial: merchant.serial, certs: Object.fromEntries(certs) },
    privateKey: keyPair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  })
  client.defaults.baseURL = simulator.origin
  client.defaults.proxy = false
  return client
}

/** The requests that our client has sent, each with its body. */
const requests = () =>
  bed.exchanges.flatMap((exchange) => {
    const body = partsOf(exchange, bed.signing).find(({ kind }) => kind === 'body')?.message as
      | Message
      | undefined
    const { method, url } = exchange
    return exchange.headers.get('user-agent') === 'kaizhang'
      ? [{ method, path: url.pathname + url.search, body }]
      : []
  })

describe.each(wechatPayRoles)('the client of an independent library in the role %s', (role) => {
  beforeEach(async () => {
    bed = await createTestBed(role, Date.now)
  })

  it('is answered by the simulator as our client is, when it sends the same requests', async () => {
    const request = bed.request()
    const till = await bed.gateway.prepare(request)
    if (till.kind !== 'wechat-cashier') throw new Error(`a till of kind ${till.kind}`)
    bed.simulator.cashier(till.params, 'pay')
    await bed.gateway.query(request)
    const refund = { number: 'R1', payment: request, amount: 500, noticeUrl: request.noticeUrl }
    await bed.gateway.refund(refund)
    await bed.gateway.queryRefund(refund)

    const client = createForeignClient()
    const replies = await Promise.all(
      requests().map(async ({ method, path, body }) => {
        const { status, data } = await client.request({
          ...{ method, url: path, validateStatus: () => true },
          ...(body ? { data: body } : {}),
        })
        return [status, data as unknown]
      }),
    )
    const ours = bed.exchanges.flatMap(({ headers, reply }) =>
      headers.get('user-agent') === 'kaizhang' ? [reply && [reply.status, JSON.parse(reply.text)]] : [],
    )
    // a payment that is paid cannot be prepared again, and one with a refund is in another state
    expect(replies.slice(2)).toEqual(ours.slice(2))
    expect(replies[0]).toEqual([400, expect.objectContaining({ code: 'ORDERPAID' })])
    expect(replies[1]).toEqual([
      200,
      expect.objectContaining(role === 'platform' ? {} : { trade_state: 'REFUND' }),
    ])
    expect(replies).toHaveLength(4)
  })

  it('rejects replies that another key has signed', async () => {
    const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey
    const day = new Date(Date.now() - 3 * 24 * 3_600_000).toISOString().slice(0, 10)
    const ask = (client: ReturnType<typeof createForeignClient>) =>
      client.get('/v3/bill/tradebill', { params: { bill_date: day, bill_type: 'ALL', tar_type: 'GZIP' } })
    expect((await ask(createForeignClient())).data).toMatchObject({ hash_type: 'SHA1' })
    await expect(ask(createForeignClient(() => stranger))).rejects.toThrow(/^Verify the response/)
  })
})
