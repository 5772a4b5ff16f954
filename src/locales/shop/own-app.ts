import type { FilingGap, OwnAppState, OwnAppStep } from '@/domain/shop/own-app'
import { translated } from '../translation'

const gaps = {
  info: '名字和头像',
  category: '卖什么（类目）',
  verification: '认证',
} as const satisfies Record<FilingGap, string>

/** How far a shop's own mini-program is. */
export const ownAppWords = translated('ownAppWords', {
  title: '自己的小程序',
  lead: '要过五关，买家才搜得到。管平台的人在办，等的时候店照常卖。',
  released: { title: '上线了', text: '买家在微信里搜得到您自己的小程序。' },
  none: { title: '没有自己的小程序', text: '店在大家的小程序里，买家照样来。想要自己的，问管平台的人。' },
  back: '回去',
  steps: {
    filing: '备案',
    category: '卖什么',
    payment: '收款',
    audit: '审核',
    release: '发布',
  },
  states: { waiting: '还没办', underway: '在等', refused: '被退回', done: '好了' },
  texts: {
    filing: {
      waiting: '要店主本人在微信里点头、刷脸，身份证放手边。',
      underway: '交上去了，平台和通信管理局在看，一到二十天。',
      refused: '改好再交，不用从头来。',
      done: '备案号下来了。',
    },
    category: {
      waiting: '要选卖什么，有的货要交证照的照片。',
      underway: '微信在看证照，一到七天。',
      refused: '证照要重新交。',
      done: '微信认了您卖的货。',
    },
    payment: {
      waiting: '还没开通微信收款，去“收款方式”里办。',
      underway: '微信在看，一到五天。',
      refused: '微信不收，改好再交。',
      done: '买家能付钱了。',
    },
    audit: {
      waiting: '前三关过了才送审。',
      underway: '微信在试您的小程序，几小时到七天。',
      refused: '改好再送一次。',
      done: '微信说可以。',
    },
    release: {
      waiting: '审核过了就发布，马上好。',
      underway: '正在发布。',
      refused: '发布不了，在改。',
      done: '买家搜得到了。',
    },
  },
  gaps: (missing: readonly FilingGap[]) => `还缺：${missing.map((gap) => gaps[gap]).join('、')}`,
  note: (note: string) => `管平台的人说：${note}`,
} as const satisfies {
  steps: Record<OwnAppStep, string>
  states: Record<OwnAppState, string>
  texts: Record<OwnAppStep, Record<OwnAppState, string>>
  [words: string]: unknown
})
