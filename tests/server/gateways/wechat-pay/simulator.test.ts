import { randomBytes } from 'node:crypto'
import {
  authorize,
  findSignatureError,
  readSignature,
} from '../../../../server/gateways/wechat-pay/signature'
import { perTest } from '../../../support/per-test'
import { createTestBed } from './test-bed'

const bed = perTest(() => createTestBed('direct'), 'close')

interface Sent {
  method?: string
  path?: string
  /** The path that is signed. */
  signedPath?: string
  body?: string
  signedBody?: string
  serial?: string
  /** Seconds added to the time. */
  late?: number
  nonce?: string
  headers?: Record<string, string | undefined>
  edit?: (authorization: string) => string
}

/** Sends a request to the simulator whose signature and headers can be wrong. */
async function send(sent: Sent = {}) {
  const path = sent.path ?? '/v3/pay/transactions/out-trade-no/NOSUCHNUMBER?mchid=1900000001'
  const [method, body] = [sent.method ?? 'GET', sent.body ?? '']
  const authorization = authorize(
    { ...bed.merchant, serial: sent.serial ?? bed.merchant.serial },
    {
      ...{ method, path: sent.signedPath ?? path, body: sent.signedBody ?? body },
      timestamp: Math.floor(bed.simulator.now() / 1000) + (sent.late ?? 0),
      nonce: sent.nonce ?? randomBytes(16).toString('hex'),
    },
  )
  const headers = {
    ...{ accept: 'application/json', 'content-type': 'application/json', 'user-agent': 'test' },
    authorization: sent.edit ? sent.edit(authorization) : authorization,
    ...sent.headers,
  }
  const response = await fetch(bed.simulator.origin + path, {
    ...{
      method,
      headers: Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined)),
    },
    ...(body ? { body } : {}),
  } as RequestInit)
  const text = await response.text()
  const { code, detail } = JSON.parse(text || '{}') as {
    code?: string
    detail?: { reason?: string; field?: string }
  }
  return { status: response.status, code, detail, text, response }
}

const prepayBody = (changes: object = {}) =>
  JSON.stringify({
    ...{ appid: 'wxself000001', mchid: '1900000001', description: '核桃', out_trade_no: 'T00000001' },
    ...{ notify_url: 'https://shop.example.org/notices', amount: { total: 2500, currency: 'CNY' } },
    payer: { openid: 'o-buyer' },
    ...changes,
  })

const prepay = (changes: object = {}) => {
  const body = prepayBody(changes)
  return send({ method: 'POST', path: '/v3/pay/transactions/jsapi', body, signedBody: body })
}

describe('simulator of WeChat Pay', () => {
  it('answers a signed request, and signs its answers and errors', async () => {
    const { status, code, text, response } = await send()
    expect([status, code]).toEqual([404, 'ORDER_NOT_EXIST'])
    expect(response.headers.get('request-id')).toMatch(/-\d+$/)
    const headers = readSignature((name) => response.headers.get(name) ?? undefined)
    expect(
      findSignatureError(bed.simulator.signer.publicKeys(), headers, text, bed.simulator.now()),
    ).toBeUndefined()
  })

  it.each<[string, Sent, string]>([
    ['another scheme', { edit: (text) => text.replace('RSA2048', 'RSA1024') }, 'scheme'],
    ['no authorization', { headers: { authorization: undefined } }, 'scheme'],
    ['a missing field', { edit: (text) => text.replace(/nonce_str="[^"]*",/, '') }, 'field nonce_str'],
    ['an additional field', { edit: (text) => `${text},more="1"` }, 'field unknown'],
    ['an unknown serial', { serial: 'ABCDEF' }, 'serial'],
    ['a time more than five minutes ago', { late: -301 }, 'timestamp'],
    ['a time more than five minutes ahead', { late: 301 }, 'timestamp'],
    ['another path than was signed', { signedPath: '/v3/pay/transactions/id/1' }, 'signature'],
    [
      'a changed query',
      { signedPath: '/v3/pay/transactions/out-trade-no/NOSUCHNUMBER?mchid=1' },
      'signature',
    ],
    ['another body than was signed', { method: 'POST', body: '{}', signedBody: '{ }' }, 'signature'],
    [
      'a changed signature',
      {
        edit: (text) =>
          text.replace(/signature="(.)/, (_, first) => `signature="${first === 'A' ? 'B' : 'A'}`),
      },
      'signature',
    ],
  ])('refuses a request with %s', async (_, sent, reason) => {
    const { status, code, detail } = await send(sent)
    expect([status, code, detail?.reason]).toEqual([401, 'SIGN_ERROR', reason])
  })

  it('refuses a repeated nonce', async () => {
    const nonce = randomBytes(16).toString('hex')
    expect((await send({ nonce })).status).toBe(404)
    expect((await send({ nonce })).detail).toEqual({ reason: 'nonce' })
  })

  it('requires the headers Accept and User-Agent', async () => {
    expect((await send({ headers: { accept: 'text/html' } })).status).toBe(406)
    expect((await send({ headers: { 'user-agent': '' } })).status).toBe(400)
  })

  it.each<[string, object, string]>([
    ['an unknown field', { price: 1 }, '/price'],
    ['a number that is too short', { out_trade_no: 'T1' }, '/out_trade_no'],
    ['a number with other characters', { out_trade_no: 'T000 0001' }, '/out_trade_no'],
    ['an amount of 0', { amount: { total: 0, currency: 'CNY' } }, '/amount/total'],
    ['an amount in yuan', { amount: { total: 25.5, currency: 'CNY' } }, '/amount/total'],
    ['another currency', { amount: { total: 1, currency: 'USD' } }, '/amount/currency'],
    ['a description of 128 characters', { description: '核'.repeat(128) }, '/description'],
    ['a notice address with a query', { notify_url: 'https://shop.example.org/?a=1' }, '/notify_url'],
    ['a notice address without encryption', { notify_url: 'http://shop.example.org/' }, '/notify_url'],
    ['an expiry without offset', { time_expire: '2026-11-25T12:00:00' }, '/time_expire'],
  ])('refuses a prepayment with %s', async (_, changes, field) => {
    const { status, code, detail } = await prepay(changes)
    expect([status, code, detail?.field]).toEqual([400, 'PARAM_ERROR', field])
  })

  it('refuses an unknown appid, another merchant and the APIs of other roles', async () => {
    expect(await prepay({ appid: 'wxstranger01' })).toMatchObject({
      status: 400,
      code: 'APPID_MCHID_NOT_MATCH',
    })
    expect(await prepay({ mchid: '1900000009' })).toMatchObject({ status: 400, code: 'PARAM_ERROR' })
    expect(await prepay()).toMatchObject({ status: 200 })
    for (const path of [
      '/v3/combine-transactions/jsapi',
      '/v3/pay/partner/transactions/jsapi',
      '/v3/ecommerce/refunds/apply',
    ])
      expect(await send({ method: 'POST', path, body: '{}' })).toMatchObject({ status: 403, code: 'NO_AUTH' })
  })

  it('pays once on its till page, and shows the outcome', async () => {
    const till = async (id: string) => (await fetch(`${bed.simulator.origin}/till?prepay_id=${id}`)).text()
    const id = (JSON.parse((await prepay()).text) as { prepay_id: string }).prepay_id
    expect(await till(id)).toContain('¥25.00')
    expect(await till('wx1')).toContain('打不开')
    const press = (outcome: string) =>
      fetch(`${bed.simulator.origin}/till`, {
        method: 'POST',
        body: new URLSearchParams({ prepay_id: id, outcome }),
      })
    expect(await (await press('cancel')).text()).toContain('没有付')
    expect(await (await press('pay')).text()).toContain('付好了')
    expect(await (await press('pay')).text()).toContain('没有付')
    expect(await till(id)).toContain('已经付过')
  })
})
