import { formatPrice } from '@/domain/money'
import { reopenWords } from '../parts/reopen'
import { translated } from '../translation'

export const storefrontWords = translated('storefrontWords', {
  title: '小店',
  gone: {
    title: '这家店找不到了',
    text: '店可能搬了，或者链接抄错了一个字。',
    withCart: '选好的东西还在，店回来了就能下单。',
    home: '去首页看看',
    closed: { title: '这家店关了', text: '店主不开了。以前的单还在“我的订单”里。' },
  },
  practice: '这是练习的店，还不能下单',
  waiting: '店主还没接店，还不能下单',
  resting: (day: string, note?: string) => `${note ? `${note}。` : ''}店里歇几天，${reopenWords(day)}`,
  call: '打电话问问',
  singlePage: '想买就点最下面的“前往小程序”。',
  full: (stock: number, unit: string) => `一共只有 ${stock} ${unit}，都选上了`,
  end: { orders: '我的订单', share: '发给别人', home: '我也开个小店', report: '举报' },
  find: '找货',
  callShop: '给店家打电话',
  more: '后面还有，正在打开',
  moreFailed: '后面的没打开，再试一次',
  share: (name: string) => `${name}，点开就能买`,
  shareProduct: (name: string, shop: string) => `${name}，${shop}`,
} as const)

export const productPageWords = translated('productPageWords', {
  title: '货品',
  gone: { title: '这件货不卖了', text: '店家把它收起来了，看看别的吧。', shop: '去店里看看' },
  skus: '选规格',
  soldOut: '卖完了',
  soldOutText: '这件货现在一件也没有，可以打电话问店家什么时候再有。',
  low: (stock: number, unit: string) => `只剩 ${stock} ${unit}了`,
  day: '哪天来',
  dayAsk: '先选哪天来',
  quantity: (unit: string) => `买几${unit}`,
  inCart: (quantity: number, unit: string) => `已经选了 ${quantity} ${unit}`,
  add: '放进篮子',
  change: (quantity: number, unit: string) => `改成 ${quantity} ${unit}`,
  others: '看看别的',
  buy: (sum: number) => `买，一共 ¥${formatPrice(sum)}`,
  call: '给卖家打电话',
  added: '加上了',
  share: '发给别人看',
  photo: (at: number, of: number) => `第 ${at} 张，共 ${of} 张`,
  photos: '照片',
  viewer: {
    open: (name: string) => `${name}，看大图`,
    close: '关上大图',
    photo: (at: number, of: number) => `第 ${at} 张，共 ${of} 张`,
  },
} as const)
