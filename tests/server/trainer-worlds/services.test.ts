import { signForm } from '../../../mock-server/alipay/notices'
import { DEMO_ALIPAY_SELLER } from '../../../mock-server/seed/grants'
import {
  createServiceKeys,
  type OutsideServices,
  startOutsideServices,
} from '../../../mock-server/world/outside-services'
import { GatewayError } from '../../../server/gateways/payment-gateway'

const notice = {
  ...{ notify_id: '1', notify_type: 'trade_status_sync', notify_time: '2026-11-25 10:00:00' },
  ...{ app_id: '2021000000000001', charset: 'utf-8', version: '1.0', seller_id: DEMO_ALIPAY_SELLER },
  ...{ out_trade_no: '1', trade_no: '2', trade_status: 'TRADE_SUCCESS', total_amount: '25.00' },
  gmt_payment: '2026-11-25 10:00:00',
}

let services: OutsideServices
afterEach(() => services.close())

describe('simulated payment service of a demo world', () => {
  it('accepts payment notices signed with the keys of its own demo world only', async () => {
    const [mine, theirs] = await Promise.all([createServiceKeys(), createServiceKeys()])
    services = await startOutsideServices(mine)
    const read = (key: typeof mine.alipay.alipay.privateKey) =>
      services.payments.alipay?.readNotice(() => undefined, signForm(notice, key).toString())
    expect(read(mine.alipay.alipay.privateKey)).toMatchObject({ kind: 'payment', payment: { state: 'paid' } })
    expect(() => read(theirs.alipay.alipay.privateKey)).toThrow(GatewayError)
    const serials = [mine, theirs].map(({ wechatPay }) => wechatPay.publicKey.serial)
    expect(new Set(serials).size).toBe(2)
  })
})
