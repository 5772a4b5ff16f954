import type { StoredGrants } from '../../server/modules/grants/grants'
import type { DemoShop } from './shops'

/** The merchant numbers of the demo world's sellers at the simulated WeChat Pay. */
export const DEMO_SELLERS = ['1900000101', '1900000102'] as const

export const DEMO_ALIPAY_SELLER = '2088000000000001'

const [COMPANY, PERSON] = DEMO_SELLERS

/** The grants of payment services to the sellers: a company, a person without a licence, and two who sent no papers yet. */
export const demoGrants: Record<DemoShop['key'], StoredGrants> = {
  nuts: {
    subject: 'company',
    wechat: { role: 'platform', merchant: COMPANY, h5: true, browser: false },
    alipay: { merchant: DEMO_ALIPAY_SELLER, isLimited: false, page: true },
  },
  orchard: { subject: 'micro', wechat: { role: 'platform', merchant: PERSON, h5: false, browser: false } },
  farm: { subject: 'none' },
  coop: { subject: 'none' },
}
