import type { ContentReason, TextPlace } from '@/domain/content'
import { translated } from '../translation'

/** Where a hidden text stands, for the shop that wrote it. */
const places = {
  'shop-name': '店名',
  'shop-place': '店在哪里',
  'shop-notice': '店里的公告',
  'pickup-place': '自提的地方',
  'delivery-area': '送到哪里',
  'closed-note': '歇业的话',
  'group-buy-words': '接龙的话',
  'product-name': '货名',
  'product-unit': '单位',
  'product-category': '分类',
  'product-note': '货的说明',
  'sku-label': '规格',
  section: '店面上的话',
  draft: '没开完的店',
  'order-note': '订单的留言',
  'claim-text': '售后的话',
  'step-note': '订单里的话',
  'collection-note': '收钱的话',
  'refund-note': '退钱的话',
  'helped-person': '代办的称呼',
  'staff-name': '服务站的名字',
} as const satisfies Record<TextPlace, string>

const reasons = {
  ads: '像夸大的广告',
  politics: '提到了不能提的事',
  sex: '不适合大家看',
  abuse: '像骂人的话',
  crime: '卖不让卖的东西，或者不合法',
  fraud: '像骗钱，或者让人到别处付钱',
  vulgar: '不文明',
  rights: '像用了别人的东西',
  other: '看的人觉得不合适',
} as const satisfies Record<ContentReason, string>

/** The page that lists what others do not see of a shop. */
export const hiddenPartsWords = translated('hiddenPartsWords', {
  title: '别人看不到的',
  lead: '这几处只有您看得到，店里别的照常卖。改一改就好；觉得没问题，就请人再看看。',
  block: {
    title: '整个店暂时看不到',
    text: '买家看不到店，也下不了单；以前的订单照常办。',
    reason: (reason: string) => `为什么：${reason}`,
    appeal: '没问题，请人再看',
    appealed: '已经请人再看了，有回话会写在“今天”里',
  },
  places,
  photo: '一张照片',
  logo: '店标',
  banner: '店头照',
  voice: '一段录音',
  reason: (reason: ContentReason) => `为什么：${reasons[reason]}`,
  change: '去改',
  appeal: '没问题，请人再看',
  appealed: '已经请人再看了，看完会自己变好',
  none: { title: '都看得到', text: '店里没有别人看不到的地方。' },
  back: '回去',
  sheet: {
    title: '请人再看看',
    note: '为什么没问题？写给管这个服务的人',
    missing: '写一句，看的人才明白',
    send: '交上去',
    sending: '正在交……',
  },
} as const)
