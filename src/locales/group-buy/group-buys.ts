import type { GroupBuyAction, GroupBuyState } from '@/domain/group-buy/group-buy'
import { formatPrice } from '@/domain/money'
import { translated } from '../translation'

const states: Record<GroupBuyState, string> = {
  draft: '没发布',
  open: '正在接龙',
  short: '没凑够，等您定',
  closed: '截止了，该备货了',
  cancelled: '取消了',
}

const actions: Record<GroupBuyAction, string> = {
  publish: '发布',
  close: '现在截止',
  accept: '不够也做',
  prolong: '再等两天',
  'call-off': '取消接龙',
}

/** What happens by a step that asks before it is taken. */
const asks: Record<
  Exclude<GroupBuyAction, 'publish'>,
  { title: string; text: string; yes: string; no: string }
> = {
  close: { title: '现在就截止？', text: '大家不能再报，报了的马上变成订单。', yes: '截止', no: '再等等' },
  accept: { title: '人不够也做？', text: '报了的马上变成订单，您照单备货。', yes: '照样做', no: '再想想' },
  prolong: { title: '再等两天？', text: '只能再等一次。大家又能接着报。', yes: '再等两天', no: '不等' },
  'call-off': {
    title: '取消这个接龙？',
    text: '报了的全部取消，货加回去，网上付的钱自动退。取消了不能再开。',
    yes: '取消接龙',
    no: '不取消',
  },
}

/** The group buys of a shop, for its owner. */
export const groupBuysWords = translated('groupBuysWords', {
  title: '接龙',
  states,
  actions,
  asks,
  empty: { title: '还没有接龙', text: '在群里一起卖：定好卖什么、哪天截止、在哪取，发到群里，大家接。' },
  add: '开一个接龙',
  again: '再来一次',
  counts: (entries: number, units: number, amount: number) =>
    `${entries} 人 · ${units} 份 · ¥${formatPrice(amount)}`,
  untitled: '接龙',
  edit: {
    title: '开接龙',
    titleOpen: '加一加',
    goods: '卖什么',
    noGoods: '先上架几样货',
    price: '接龙价（元）',
    priceHint: (fen: number) => `店里卖 ${formatPrice(fen)} 元`,
    priceFixed: '发布以后价钱不能改',
    perPerson: '每人最多',
    max: '一共最多（不填就按库存）',
    change: '改',
    done: '好了',
    until: '哪天截止',
    hour: '几点截止',
    hours: { '12': '中午 12 点', '18': '下午 6 点', '20': '晚上 8 点', '22': '晚上 10 点' },
    points: '在哪取',
    pointName: '地方',
    pointNameHint: '比如：学校门口',
    pointWhen: '什么时候',
    pointWhenHint: '比如：周六上午 10 点',
    addPoint: '加一个地方',
    words: '说一句（群里看得到）',
    wordsHint: '比如：周六送到学校门口，核桃今年的',
    more: '更多',
    less: '收起',
    ways: '也可以',
    minimum: '凑够多少才做',
    minimums: { none: '不限', entries: '几个人', units: '几份', amount: '多少元' },
    accepts: '截止以后自动接单',
    save: '先存着',
    saveOpen: '存好',
    publish: '发布',
    saving: '正在存…',
    conflict: '别处刚改过，已经换成最新的，请再看一眼。',
    missing: { goods: '选一样货', place: '写一个取货的地方', time: '截止的时候要在以后' },
  },
  one: {
    title: '接龙的单',
    share: '发到群里',
    copied: '地址复制好了，到群里粘贴',
    copyFailed: '没复制上，长按下面的地址',
    page: '看看大家看到的',
    edit: '改一改',
    list: '抄下名单',
    listCopied: '名单复制好了，到群里粘贴，大家可以接着报',
    remind: '催一催',
    reminded: '话复制好了，到群里粘贴',
    nobody: '还没有人报',
    decide: (until: string) => `${until} 前不定，就自动取消`,
    totals: '一共要备',
    all: '全部',
    other: '别的拿法',
    due: (fen: number) => `收 ¥${formatPrice(fen)}`,
    paid: '付过了',
    pending: '等付钱',
    handOut: '给了',
    handOutCash: '给了，收了现金',
    handOutCode: '给了，收了码',
    handedOut: '拿走了',
    undo: '没给，点错了',
    call: '打电话',
    left: (count: number) => (count === 0 ? '都拿走了' : `还有 ${count} 个没拿`),
    waiting: (count: number) => `${count} 个记在手机上，有网就报上去`,
    stored: '没有网，这是手机里存的名单',
    cancelled: '退了',
  },
  /** The text that WeChat's own 接龙 continues. */
  chatHead: '#接龙',
  chatLine: (number: number, name: string, goods: string) => `${number}. ${name} ${goods}`,
  goods: (name: string, quantity: number, unit: string) => `${name}${quantity}${unit}`,
  remindText: (title: string, unpaid: readonly string[], unfetched: readonly string[], url: string) =>
    [
      title,
      ...(unpaid.length > 0 ? [`还没付钱的：${unpaid.join('、')}`] : []),
      ...(unfetched.length > 0 ? [`还没来取的：${unfetched.join('、')}`] : []),
      url,
    ].join('\n'),
} as const)
