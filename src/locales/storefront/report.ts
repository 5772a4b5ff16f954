import type { ReportReason } from '@/domain/shop/report'
import { translated } from '../translation'

/** The reasons of a report. */
export const reportReasonWords = translated('reportReasonWords', {
  fraud: '骗钱，或者让我到别处付钱',
  fake: '假货，货不对板',
  forbidden: '卖不让卖的东西',
  unfit: '照片、话不像样',
  rights: '用了别人的名字、照片',
  other: '别的',
} as const satisfies Record<ReportReason, string>)

/** The page by which a buyer reports a shop or a product. */
export const reportWords = translated('reportWords', {
  title: '举报',
  shop: '这家店怎么了？',
  product: '这件货怎么了？',
  lead: '管这个服务的人会来看。店家不知道是谁说的。',
  note: '想说什么，写在这里（不写也行）',
  send: '交上去',
  sending: '正在交……',
  missing: '先选一样',
  done: {
    title: '收到了',
    text: '管这个服务的人会来看，结果在“我举报过的”里。买东西出了问题，在“我的订单”里跟店家说。',
  },
  mine: '我举报过的',
  gone: { title: '已经没有了', text: '这家店或者这件货找不到了，不用再举报。' },
  back: '回去',
} as const)

/** The page that lists a person's reports. */
export const myReportsWords = translated('myReportsWords', {
  title: '我举报过的',
  empty: {
    title: '还没有举报过',
    text: '店和货的最下面有“举报”，有人骗钱、卖假货、卖不让卖的，点它。',
  },
  /** @param product of a report of one thing */
  about: (shop: string, product: string | undefined) => (product ? `${shop}：${product}` : shop),
  when: (moment: string) => `${moment} 举报`,
  waiting: '还没看到，会看的',
  answered: (moment: string) => `看过了，${moment}`,
  blocked: (moment: string) => `看过了，店已经封了，${moment}`,
} as const)
