import Pay from 'wechatpay-node-v3'
import { encryptField } from '../../../../server/gateways/wechat-pay/secret-box'
import type { CashierParams } from '../../../../server/gateways/wechat-pay/signature'
import { createTestBed, keyPair, type TestBed } from './test-bed'

const ORIGIN = 'https://api.mch.weixin.qq.com'

let bed: TestBed
let pay: Pay
beforeEach(async () => {
  bed = await createTestBed('direct', Date.now)
  bed.simulator.signer.signsBy = 'certificate'
  pay = createClient()
})
afterEach(() => bed.close())

/** The client of an independent library that verifies by certificates, whose requests go to the simulator. */
function createClient(): Pay {
  const { merchant, simulator } = bed
  const client = new Pay({
    ...{ appid: bed.signing.appids[0] ?? '', mchid: merchant.mchid, serial_no: merchant.serial },
    publicKey: Buffer.from(keyPair.publicKey.export({ type: 'spki', format: 'pem' })),
    privateKey: Buffer.from(keyPair.privateKey.export({ type: 'pkcs8', format: 'pem' })),
    key: bed.signing.apiKey,
  })
  const send = async (url: string, method: string, headers: Record<string, string>, body?: object) => {
    const response = await fetch(url.replace(ORIGIN, simulator.origin), {
      ...{ method, headers },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    const text = await response.text()
    return { status: response.status, data: text === '' ? {} : JSON.parse(text) }
  }
  client.createHttp({
    post: (url, body, headers) => send(url, 'POST', headers, body),
    get: (url, headers) => send(url, 'GET', headers),
    upload: () => Promise.reject(new Error('no upload is expected')),
  })
  return client
}

/** Pays through our client; returns what the simulator has sent. */
async function payByUs() {
  const request = bed.request()
  const till = await bed.gateway.prepare(request)
  if (till.kind !== 'wechat-cashier') throw new Error(`a till of kind ${till.kind}`)
  bed.simulator.cashier(till.params, 'pay')
  await bed.simulator.advance(0)
  const [notice] = bed.notices
  if (!notice) throw new Error('no notice has come')
  return { request, notice }
}

describe('the client of a library that verifies by certificates', () => {
  it('reads the certificates of the simulator', async () => {
    const certificates = await pay.get_certificates(bed.signing.apiKey)
    const expected = bed.simulator.signer.certificates()
    expect(certificates.map(({ serial_no }) => serial_no)).toEqual(expected.map(({ serial }) => serial))
    const key = bed.simulator.signer.publicKeys().get(expected[0]?.serial ?? '')
    expect(String(certificates[0]?.publicKey).replaceAll('\r', '').trim()).toBe(
      key?.export({ type: 'spki', format: 'pem' }).toString().trim(),
    )
  })

  it('accepts the signatures of notices and decrypts them', async () => {
    const { notice, request } = await payByUs()
    const signed = {
      timestamp: notice.header('wechatpay-timestamp') ?? '',
      nonce: notice.header('wechatpay-nonce') ?? '',
      serial: notice.header('wechatpay-serial') ?? '',
      signature: notice.header('wechatpay-signature') ?? '',
      apiSecret: bed.signing.apiKey,
    }
    expect(await pay.verifySign({ ...signed, body: notice.body })).toBe(true)
    expect(await pay.verifySign({ ...signed, body: `${notice.body} ` })).toBe(false)
    const { resource } = JSON.parse(notice.body)
    const { ciphertext, associated_data, nonce } = resource
    expect(pay.decipher_gcm(ciphertext, associated_data, nonce)).toMatchObject({
      ...{ out_trade_no: request.number, trade_state: 'SUCCESS' },
    })
  })

  it('decrypts what our client encrypts', () => {
    expect(pay.privateDecrypt(encryptField(keyPair.publicKey, '收款人'))).toBe('收款人')
  })

  it('makes a payment and a refund that our client reads', async () => {
    const { noticeUrl, number, merchant } = bed.request()
    const made = await pay.transactions_jsapi({
      ...{ description: '核桃', out_trade_no: number, notify_url: noticeUrl },
      ...{ amount: { total: 2500, currency: 'CNY' }, payer: { openid: 'o-buyer' } },
    })
    expect(made.status).toBe(200)
    expect(bed.simulator.cashier(made.data as CashierParams, 'pay')).toBe('requestPayment:ok')
    expect(await bed.gateway.query({ number, merchant })).toMatchObject({ state: 'paid', amount: 2500 })
    expect((await pay.query({ out_trade_no: number })).data).toMatchObject({ trade_state: 'SUCCESS' })
    const refund = await pay.refunds({
      ...{ out_trade_no: number, out_refund_no: 'R1', notify_url: noticeUrl },
      amount: { refund: 500, total: 2500, currency: 'CNY' },
    })
    expect(refund.status).toBe(200)
    const key = { number: 'R1', payment: { number, merchant, amount: 2500 } }
    expect(await bed.gateway.queryRefund(key)).toMatchObject({ state: 'processing', amount: 500 })
    expect((await pay.find_refunds('R1')).data).toMatchObject({ status: 'PROCESSING' })
  })
})
