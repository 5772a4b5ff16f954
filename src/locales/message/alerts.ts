import type { ShopEvent } from '@/domain/notification'
import { translated } from '../translation'

/** Notifications of orders for sellers. */
export const alertsWords = translated('alertsWords', {
  title: '来单提醒',
  lead: '来了单、有人要退，马上告诉您。',
  page: {
    title: '店开着的时候',
    text: (speaks: boolean) =>
      `开着店的这一页，来了单、买家说东西有问题，就响一声${speaks ? '，还会念出来' : ''}。`,
    on: '响一声：开着',
    off: '响一声：关了',
    hear: '听一听',
  },
  push: {
    title: '关了网页也提醒',
    states: {
      on: '这部手机：开着',
      off: '这部手机：没开',
      blocked: '这部手机：不让提醒',
      unsupported: '这个浏览器不行',
    },
    texts: {
      on: '网页关了，手机上也会弹出来。',
      off: '点一下“开”，手机会问您让不让提醒，选“允许”。',
      blocked: '以前选了“不允许”。到浏览器的设置里，把这个网址的通知打开，再回来。',
      unsupported: '微信里打开的网页发不了。换成手机自己的浏览器，或者用微信小程序。',
    },
    /** Outside of chat apps; on an iPhone no browser can. */
    unable: (hasSms: boolean) =>
      `这个浏览器发不了。开着“今天”那一页，来单马上看得到${hasSms ? '；也可以用下面的短信' : ''}。换个浏览器也许行，苹果手机换了也不行。`,
    turnOn: '开',
    turnOff: '关掉',
    busy: '正在办…',
    failed: '没开成，浏览器连不上发提醒的服务。等会儿再点。',
  },
  wechat: {
    title: '微信里提醒',
    left: (count: number) => (count === 0 ? '现在不会提醒' : `还能提醒 ${count} 次`),
    /** Some messages are used up, but not all. */
    usedUp: (names: readonly string[]) => `${names.join('、')}的提醒用完了`,
    events: {
      'new-order': '来单',
      'cancel-asked': '想取消',
      'change-asked': '想改单',
      claim: '东西有问题',
      'refund-failed': '钱没退成',
      expiring: '快过时',
      expired: '自动取消',
      'low-stock': '货快没了',
      'card-made': '新做纸卡',
      'card-asked': '有人取店',
      'content-hidden': '别人看不到',
      'group-buy-short': '接龙没凑够',
    } satisfies Record<ShopEvent, string>,
    text: '微信每准许一次，只能提醒一次。用完了，再点一下。弹出来时勾上“总是保持以上选择”，一次就能加十次。',
    more: '再提醒我 10 次',
    busy: '正在问…',
    /** WeChat asks nothing when its messages are switched off, or when an earlier refusal is remembered. */
    got: (count: number) =>
      count === 0
        ? '没准许，就没加上。要是没弹出问您的框：点右上角“…”、设置、通知管理，打开再来。'
        : `加上了 ${count} 次`,
  },
  sms: {
    title: '发短信',
    on: (phone: string) => `发到 ${phone}`,
    off: '没开',
    text: '不上网的手机也收得到，一天最多二十条。短信不要您的钱。',
    usedUp: '这个月的短信发完了，来单先不发，下个月接着发。',
    dayUsedUp: '一天二十条，已经发完了。来单先不发，过一天接着发。',
    phone: '收短信的手机号',
    phoneError: '写 11 位的手机号',
    send: '发验证码',
    again: '再发一次',
    code: '收到的六位数字',
    codeError: '写短信里的六位数字',
    confirm: '就用这个号',
    sent: '发了，一会儿就到，五分钟内填上。',
    expired: '这个数字过时了，再发一次验证码。',
    turnOff: '不发了',
    busy: '正在办…',
  },
  quiet: {
    title: '夜里不吵',
    text: '这些钟点里先攒着，过了再一起告诉您。',
    hours: (from: string, until: string) => `${from} 到 ${until}`,
    none: '什么时候都提醒',
  },
  test: {
    title: '试一下',
    text: '给自己发一条，看收不收得到。',
    do: '发一条试试',
    busy: '正在发…',
    sent: (count: number) =>
      count === 0 ? '还没有开着的提醒，先在上面开一样' : `发了 ${count} 条，一会儿就到`,
    smsOnly: '短信不用再试：验证码收得到，来单的短信也收得到。',
  },
} as const)
