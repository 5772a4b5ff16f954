import type { NotificationEvent } from '@/domain/notification'
import { translated } from '../translation'

interface EventWords {
  /** The title for one event, or for several. */
  title(count: number): string
  /** Five characters at most, which some templates of WeChat allow. */
  status: string
  /** The action to take; 20 characters at most. */
  tip: string
}

/** The messages that reach people whose app is closed. */
export const messageWords = translated('messageWords', {
  events: {
    'new-order': {
      title: (count) => (count === 1 ? '来了一单' : `来了 ${count} 单`),
      status: '等您接单',
      tip: '点开看看，接了就能送',
    },
    'cancel-asked': {
      title: (count) => (count === 1 ? '有买家想取消' : `${count} 位买家想取消`),
      status: '想要取消',
      tip: '点开答复，三天不答算同意',
    },
    'change-asked': {
      title: (count) => (count === 1 ? '有买家想改一改' : `${count} 位买家想改一改`),
      status: '想改订单',
      tip: '点开看改什么，行不行都答复',
    },
    claim: {
      title: (count) => (count === 1 ? '有买家说东西有问题' : `${count} 位买家说东西有问题`),
      status: '要求售后',
      tip: '点开答复，三天不答算同意',
    },
    'refund-failed': {
      title: (count) => (count === 1 ? '有一单的钱没退成' : `${count} 单的钱没退成`),
      status: '钱没退成',
      tip: '点开看看，当面或转账退给买家',
    },
    expiring: {
      title: (count) => (count === 1 ? '有一单快要自动取消了' : `${count} 单快要自动取消了`),
      status: '快过时了',
      tip: '点开接单，不接就自动取消',
    },
    expired: {
      title: (count) => (count === 1 ? '有一单没接，自动取消了' : `${count} 单没接，自动取消了`),
      status: '自动取消',
      tip: '货加回去了，点开看看',
    },
    'low-stock': {
      title: (count) => (count === 1 ? '有一样货快没了' : `${count} 样货快没了`),
      status: '快卖完了',
      tip: '点开补货',
    },
    'card-made': {
      title: () => '店里新做了一张纸卡',
      status: '新做纸卡',
      tip: '不是您家里人做的，点开停掉它',
    },
    'card-asked': {
      title: () => '有人拿纸卡来取您的店',
      status: '有人取店',
      tip: '不是您家里人，马上点开停掉卡',
    },
    'content-hidden': {
      title: (count) => (count === 1 ? '店里有一处别人看不到' : `店里有 ${count} 处别人看不到`),
      status: '别人看不到',
      tip: '点开看是哪一处，改一改',
    },
    'group-buy-short': {
      title: (count) => (count === 1 ? '接龙到点了，还没凑够' : `${count} 个接龙没凑够`),
      status: '没凑够',
      tip: '点开定：照样做、延长还是取消',
    },
    'pay-now': {
      title: (count) => (count === 1 ? '接龙成了，请付钱' : `${count} 个接龙成了，请付钱`),
      status: '等您付钱',
      tip: '一天之内付，不付就不留了',
    },
    accepted: {
      title: (count) => (count === 1 ? '店家接单了' : `${count} 单接单了`),
      status: '已经接单',
      tip: '点开看订单',
    },
    'change-answered': {
      title: (count) => (count === 1 ? '店家答复了您要改的' : `${count} 单要改的有答复了`),
      status: '有了答复',
      tip: '点开看改成了没有',
    },
    sent: {
      title: (count) => (count === 1 ? '货已经上路了' : `${count} 单上路了`),
      status: '正在路上',
      tip: '点开看订单',
    },
    ready: {
      title: (count) => (count === 1 ? '货备好了，可以来取' : `${count} 单备好了，可以来取`),
      status: '可以来取',
      tip: '点开看在哪里取',
    },
    reserved: {
      title: (count) => (count === 1 ? '给您留好了' : `${count} 单留好了`),
      status: '给您留好了',
      tip: '到日子来就行',
    },
    resent: {
      title: (count) => (count === 1 ? '店家又给您发了一份' : `${count} 单又发了一份`),
      status: '又发了一份',
      tip: '点开看订单',
    },
    answered: {
      title: (count) => (count === 1 ? '您提的事有了结果' : `${count} 单提的事有了结果`),
      status: '有了结果',
      tip: '点开看看，下一步怎么办',
    },
    cancelled: {
      title: (count) => (count === 1 ? '订单取消了' : `${count} 单取消了`),
      status: '已经取消',
      tip: '点开看看',
    },
    refunded: {
      title: (count) => (count === 1 ? '钱退给您了' : `${count} 单的钱退给您了`),
      status: '已经退款',
      tip: '点开看退了多少',
    },
    undone: {
      title: (count) => (count === 1 ? '店家点错了，退回一步' : `${count} 单店家点错了，退回一步`),
      status: '店家点错了',
      tip: '点开看看，现在到哪一步',
    },
    test: { title: () => '试一下：提醒收到了', status: '试一下', tip: '有事就会这样告诉您' },
  } satisfies Record<NotificationEvent, EventWords>,
  /** Goods of one order. */
  goods: (name: string, kinds: number) => (kinds === 1 ? name : `${name}等 ${kinds} 样`),
  order: (number: number, goods: string, yuan: string) => `第 ${number} 单：${goods}，¥${yuan}`,
  /** Several orders. */
  orders: (yuan: string) => `一共 ¥${yuan}`,
  left: (name: string, stock: number) => `${name}还剩 ${stock}`,
  several: (names: string) => names,
  yuan: (amount: string) => `${amount}元`,
} as const)
