import type { OnlineMethod } from '@/domain/payment/payment'
import type { BuyerPlace, LegalSubject, RefusalReason, Remedy } from '@/domain/payment/payment-rights'
import { translated } from '../translation'

const subjects: Record<LegalSubject, string> = {
  none: '还没交过材料',
  micro: '个人，没有执照',
  'sole-trader': '个体户，有个体工商户执照',
  company: '公司、合作社，有执照',
}

/** The seller's legal subject by their answers, and what they may do. */
const outcomes: Record<Exclude<LegalSubject, 'none'> | 'reseller', string> = {
  micro: '您是个人，卖自家种的、自己做的。不用执照，能申请微信支付。',
  'sole-trader': '您是个体户。微信支付、支付宝都能申请。',
  company: '您是公司。微信支付、支付宝都能申请，浏览器里也能收。',
  reseller: '您是进货来卖的，要先有个体户执照，才能申请（电子商务法第十条）。',
}

const places: Record<BuyerPlace, string> = {
  'shared-app': '微信里，开张小程序',
  'own-app': '微信里，您自己的小程序',
  'wechat-browser': '微信里打开网页',
  browser: '手机浏览器',
  alipay: '支付宝里',
  computer: '电脑浏览器',
}

/** Why a method is off, for the seller. */
const reasons: Record<RefusalReason, string> = {
  'other-fulfilment': '这种送法用不上。',
  'nothing-to-pay': '没有要付的钱。',
  'no-papers': '还没交材料。',
  'no-licence': '要有营业执照。',
  'no-company': '只有公司能开通。',
  'not-granted': '还没申请下来。',
  'other-role': '申请的是另一种，在这里用不了。',
  'no-service-account': '还没开通。',
  'other-app': '这里打不开它的付款页。',
  'amount-too-large': '一笔超过了上限。',
}

/** The steps that turn a method on, for the seller. Buyers' remedies need nothing of the seller. */
const remedies: Record<Remedy, string> = {
  'choose-fulfilment': '',
  'open-in-wechat': '请买家在微信里打开。',
  'open-in-browser': '请买家用手机浏览器打开。',
  'order-less': '',
  'send-papers': '把下面的材料交齐，就能申请。',
  'get-licence': '到当地市场监管所办个体工商户执照，办照不收钱。',
  'apply-wechat-platform': '请管这个平台的人替您申请。',
  'apply-wechat-partner': '请管这个平台的人替您的小程序申请。',
  'apply-wechat-h5': '请管这个平台的人替您申请网页付款。',
  'bind-service-account': '请管这个平台的人开通。',
  'apply-alipay': '请管这个平台的人替您申请。',
  'apply-alipay-page': '请管这个平台的人替您申请电脑网站支付。',
}

/** The papers that an application asks for. */
const papers: Record<OnlineMethod, Record<Exclude<LegalSubject, 'none'>, readonly string[]>> = {
  wechat: {
    micro: ['身份证正反面照片', '您自己的银行卡', '手机号'],
    'sole-trader': ['营业执照照片', '经营者的身份证正反面照片', '经营者的银行卡或对公账户', '手机号', '邮箱'],
    company: ['营业执照照片', '法人的身份证正反面照片', '对公账户', '手机号', '邮箱'],
  },
  alipay: {
    micro: ['先办个体工商户执照'],
    'sole-trader': ['支付宝账号', '营业执照照片（可以晚 30 天交，先限 2000 元一笔）'],
    company: ['公司的支付宝账号', '营业执照照片'],
  },
}

/** The ways in which a seller can be paid, and the requirements of each. */
export const paymentGuideWords = translated('paymentGuideWords', {
  title: '怎么收钱',
  open: (hasOnline: boolean) => (hasOnline ? '看看网上收钱' : '想让买家在手机上付？'),
  subject: '您是哪一种？',
  subjectKnown: '您登记的是',
  subjectApplied: '您申请的是',
  subjects,
  questions: {
    step: (at: number) => `第 ${at} 问，一共 2 问`,
    back: '上一问',
    change: '重新答',
    licence: { title: '您有营业执照吗？', yes: '有执照', no: '没有执照' },
    type: {
      title: '执照上“类型”写的是什么？',
      'sole-trader': '个体工商户',
      company: '有限公司',
    },
    goods: { title: '卖的东西从哪儿来？', micro: '自家种的、自己做的', reseller: '进货来卖' },
    speech: (title: string, one: string, other: string) => `${title}${one}，点第一个。${other}，点第二个。`,
  },
  outcomes,
  getLicence: [
    '带上身份证，去当地的市场监管所。',
    '说要办个体工商户执照，不收钱。',
    '拿到执照，回来点“重新答”。',
  ],
  answerFirst: '先答上面的问题，这里会说能不能申请、要哪些材料。',
  inPerson: '当面收',
  inPersonText: '送到门口、买家来拿的时候收。现金，或者对方扫您的收款码。现在就能收，不用申请。',
  codeRule: '个人收款码只能当面扫，不能发给远处的买家付钱，这是央行的规定。',
  methods: { wechat: '微信支付', alipay: '支付宝' } satisfies Record<OnlineMethod, string>,
  on: '能收',
  off: '还不能收',
  notConnected: '这个平台还没接上它。问问管平台的人。',
  places,
  placeOn: (place: string) => `${place}：能付`,
  placeOff: (place: string, why: string) => `${place}：${why}`,
  why: (reason: RefusalReason, remedy: Remedy | undefined) =>
    `${reasons[reason]}${remedy === undefined ? '' : remedies[remedy]}`,
  toApply: '还没申请。备齐下面几样，现在就能申请。',
  apply: '现在申请',
  papers: '要准备的',
  papersOf: papers,
  days: '材料交上去，微信一般审一到三个工作日。批下来，这里会变成“能收”。',
} as const)
