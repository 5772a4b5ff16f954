import { fulfilments } from '@/domain/order/fulfilment'
import {
  buyerPlaces,
  legalSubjects,
  type PaymentGrants,
  type PaymentRight,
  type PaymentSituation,
  paymentRights,
  wechatPayRoles,
} from '@/domain/payment/payment-rights'

const PLACES = {
  'shared-app': 'shared mini-program',
  'own-app': 'own mini-program',
  'wechat-browser': 'WeChat’s browser',
  browser: 'other browser',
  alipay: 'Alipay',
  computer: 'computer',
} as const

const SUBJECTS = {
  none: 'no papers yet',
  micro: 'person without a licence (小微)',
  'sole-trader': 'sole trader (个体工商户)',
  company: 'company',
} as const

const noGrants: PaymentGrants = { wechatH5: false, wechatBrowser: false }
const allGrants: PaymentGrants = {
  ...{ wechatH5: true, wechatBrowser: true },
  ...{ alipay: 'full', alipayPage: true },
}

const cell = (right: PaymentRight | undefined) =>
  right?.isOn ? '**yes**' : `${right?.reason}${right?.remedy ? ` → ${right.remedy}` : ''}`

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`

/** A table of one method: a row for each subject, a column for each place. */
function table(method: 'wechat' | 'alipay', grants: PaymentGrants, amount = 2500): string {
  const head = ['seller', ...buyerPlaces.map((place) => PLACES[place])]
  const rows = legalSubjects.map((subject) => [
    SUBJECTS[subject],
    ...buyerPlaces.map((place) => {
      const situation: PaymentSituation = { subject, grants, place, fulfilment: 'local', amount }
      return cell(paymentRights(situation).find((right) => right.method === method))
    }),
  ])
  return [head, head.map(() => '---'), ...rows].map(row).join('\n')
}

/** The table of in-person methods: a row for each fulfilment. */
function inPersonTable(): string {
  const head = ['fulfilment', 'on-delivery', 'on-pickup']
  const rows = fulfilments.map((fulfilment) => [
    fulfilment,
    ...paymentRights({ subject: 'none', grants: noGrants, place: 'browser', fulfilment, amount: 2500 })
      .slice(0, 2)
      .map(cell),
  ])
  return [head, head.map(() => '---'), ...rows].map(row).join('\n')
}

/** The truth table of `paymentRights` as the part of docs/payments.md between its markers. */
export function renderRights(): string {
  const parts: [string, string][] = [
    ['In person, for every seller and place', inPersonTable()],
    ...wechatPayRoles.map((role): [string, string] => [
      `WeChat Pay, accepted in the role \`${role}\`, with H5 payment and a service account`,
      table('wechat', { ...allGrants, wechat: role }),
    ]),
    [
      'WeChat Pay, accepted in the role `partner`, without H5 payment and service account',
      table('wechat', { ...noGrants, wechat: 'partner' }),
    ],
    ['WeChat Pay, not accepted', table('wechat', noGrants)],
    ['Alipay, signed with a licence', table('alipay', allGrants)],
    [
      'Alipay, signed, the licence is missing, 2,000.01 yuan',
      table('alipay', { ...allGrants, alipay: 'limited' }, 200_001),
    ],
    [
      'Alipay, signed with a licence, without 电脑网站支付',
      table('alipay', { ...allGrants, alipayPage: false }),
    ],
    ['Alipay, not signed', table('alipay', noGrants)],
    ['Nothing to pay', table('wechat', { ...allGrants, wechat: 'platform' }, 0)],
  ]
  return parts.map(([title, text]) => `### ${title}\n\n${text}`).join('\n\n')
}
