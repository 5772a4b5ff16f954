import type { Day } from '@/domain/day'
import type { SellersApplicationState } from '@/domain/payment/payment-application'
import { UNTIL_REOPENED } from '@/domain/shop/shop'
import { dayAndYearWords, momentWords, waitedWords, weekdayWords } from '../time'
import { translated } from '../translation'

/** Today's orders, compared to yesterday's if there is a yesterday. */
function orderComparison(orders: number, yesterday: number | undefined): string {
  if (orders === 0 && !yesterday) return '今天还没有单'
  if (yesterday === undefined) return `${orders} 单`
  if (orders === yesterday) return `${orders} 单，和昨天一样`
  const more = orders > yesterday
  return `${orders} 单，比昨天${more ? '多' : '少'} ${Math.abs(orders - yesterday)} 单`
}

interface GroupBuyFacts {
  entries: number
  endsAt: number
  left: number
}

export const todayWords = translated('todayWords', {
  waiting: {
    title: (count: number) => `${count} 单等您接单`,
    text: (since: number, now: number) =>
      now - since < 60_000 ? '刚下的单' : `最早一单等了 ${waitedWords(since, now)}`,
    expiring: (count: number, first: number, now: number) =>
      first <= now
        ? `${count} 单这就要自动取消了`
        : `${count} 单快过时了，${momentWords(first, now)} 前不接就自动取消`,
    do: '去接单',
  },
  expired: {
    title: (count: number) => `${count} 单没接，自动取消了`,
    text: '货加回去了，可以给买家打个电话。',
    do: '看一看',
  },
  refunds: {
    title: (count: number) => `${count} 位买家说东西有问题`,
    text: '先看看是哪一单',
    do: '去答复',
  },
  failedRefunds: {
    title: (count: number) => `${count} 单的钱没退成`,
    text: '没能原路退回去，要您当面或转账退给买家',
    do: '看一看',
  },
  refusedRefunds: {
    title: (count: number) => `${count} 单的钱还没退出去`,
    text: '多半是账上的钱不够，看看差在哪里',
    do: '看一看',
  },
  missingWaybills: {
    title: (count: number) => `${count} 单还没写快递单号`,
    text: '写上单号，微信才把钱给您',
    do: '去写',
  },
  /** An application to WeChat Pay that waits for the owner. */
  application: {
    signing: { title: '微信支付批下来了', text: '签个约，就能收钱', do: '去签约' },
    rejected: { title: '微信把材料退回来了', text: '改一改，再交上去', do: '去改' },
    unsent: { title: '申请微信支付的材料没送到', text: '填的都还在，再交一次', do: '再交一次' },
    confirming: { title: '请确认收钱的账户', text: '微信要看账户是不是您的', do: '去确认' },
  } satisfies Record<SellersApplicationState, { title: string; text: string; do: string }>,
  failedPayout: { title: '微信打给您的钱没到卡上', text: '钱没丢，看看银行卡对不对', do: '去看看' },
  groupBuy: {
    title: '接龙',
    open: ({ entries, endsAt }: GroupBuyFacts, now: number) =>
      `接龙有 ${entries} 人，${momentWords(endsAt, now)} 截止`,
    short: ({ entries }: GroupBuyFacts, _: number) => `接龙有 ${entries} 人，没凑够，等您定`,
    closed: ({ left }: GroupBuyFacts, _: number) => `接龙成了，还有 ${left} 个没拿`,
  },
  /** The first card without a to-do. */
  idle: {
    title: '没有要办的',
    text: '开着这一页，来了单马上看得到。',
    resting: '歇业中，买家先不能下单。',
    unshared: '把店发给大家，乡亲点开就能下单。',
  },
  /** The first card when something came while it said that nothing is to do. */
  news: { title: '来了要办的', text: '就在下面，点一下先看它。', do: '看一看' },
  /** The first card when its to-do has ended. */
  ended: { title: '这件不用办了', text: '别处办好了，或者买家不要了。', do: '看下一件' },
  more: (count: number) => `还有 ${count} 件`,
  /** Spoken when orders arrive, or claims. */
  announcement: (orders: number, claims: number) =>
    [
      ...(orders > 0 ? [orders === 1 ? '来了一单' : `来了${orders}单`] : []),
      ...(claims > 0 ? [claims === 1 ? '有买家说东西有问题' : `${claims}位买家说东西有问题`] : []),
    ].join('，'),
  /** When silence decides the first claim or request. */
  answerBy: (at: number, now: number) => `${momentWords(at, now)} 前要答复，不答复就算同意`,
  cancelRequests: {
    title: (count: number) => `${count} 位买家想取消`,
    text: '先看看是哪一单',
    do: '看一看',
  },
  changeRequests: {
    title: (count: number) => `${count} 位买家想改一改`,
    text: '看看改什么，行不行都答复一声',
    do: '去看看',
  },
  accepted: {
    title: (count: number) => `${count} 单接了，等着办`,
    text: '出门送、备好了点一下',
    do: '去备货',
  },
  underway: {
    title: (count: number) => `${count} 单正在送`,
    text: '送到、拿走了点一下',
    do: '去收尾',
  },
  lowStock: {
    title: (low: number, soldOut: number) =>
      [...(soldOut > 0 ? [`卖完 ${soldOut} 样`] : []), ...(low > 0 ? [`${low} 样快没了`] : [])].join('，'),
    text: '补了货记一下数',
    do: '去补货',
  },
  noProducts: { title: '还没有货', text: '先上一件货，买家才有得买。', do: '上货' },
  shopClosed: {
    title: '店关了',
    text: '买家进不来，不能下单。过了日子就删掉，找不回来。',
    do: '去看看，还能再开',
  },
  practice: {
    title: '这是练习的店',
    text: (until: Day, now: number) =>
      `买家还不能下单，${dayAndYearWords(until, now)}会自动删掉。变成真店，货和样子都留着。`,
    do: '变成真店',
    busy: '正在变…',
  },
  paperCard: {
    requested: {
      title: '有人拿纸卡来取您的店',
      text: (time: string) => `图也点对了，${time} 店会到他手机上。不是您，就点一下，这张卡马上作废。`,
      do: '不是我，停掉',
      busy: '正在停…',
    },
    locked: {
      title: '有人点错您纸卡的图',
      text: (time: string) => `错了太多次，卡锁到 ${time}，店没事。卡要是丢了，换一张新的。`,
      do: '看看纸卡',
    },
  },
  hiddenParts: {
    title: (count: number) => `店里有 ${count} 处别人看不到`,
    text: '写的话或者照片不合适，只有您看得到。',
    do: '去看看',
  },
  ownApp: {
    title: '自己的小程序还没上线',
    text: '正在办，店照常卖。',
    refused: '有一关被退回了。',
    do: '走到哪了',
  },
  message: { title: '管平台的人有话说', do: '知道了', busy: '正在记下……' },
  documents: {
    title: (names: readonly string[], day: string) => `${names.join('、')}${day}起要改`,
    text: '看看改了什么，同不同意都要说一声。',
    do: '去看看',
  },
  blocked: {
    title: '这家店被平台停了',
    text: (reason?: string) =>
      `${reason ? `因为：${reason.replace(/。$/, '')}。` : ''}买家看不到店，也下不了单，以前的订单照常办。`,
    do: '去看看',
  },
  /** Advice, one a day. */
  hints: {
    later: '以后再说',
    key: { text: '小店钥匙还没存好', do: '去存' },
    resting: {
      text: (until: Day, now: number) =>
        until === UNTIL_REOPENED
          ? '歇业中，您开了才再接单'
          : `歇业中，${dayAndYearWords(until, now)}起再接单`,
      do: '去看看',
    },
    phone: { text: '还没写店里电话', do: '写电话' },
    /** Few messages are left that WeChat sends. */
    fewAlerts: {
      text: (count: number) => (count === 0 ? '来了单，微信不再提醒您了' : `微信只能再提醒您 ${count} 次`),
      do: '去加',
    },
    alerts: { text: '关了这一页，来单就不知道', do: '去开' },
    place: { text: '您的店在哪个村？', do: '写上' },
  },
  sold: '今天卖了',
  yuan: (amount: string) => `¥${amount}`,
  compared: orderComparison,
  bars: (days: readonly string[]) => `这七天卖的钱：${days.join('，')}`,
  bar: (day: Day, amount: string, now: number) => `${dayAndYearWords(day, now)} ${amount} 元`,
  barDay: (day: Day) => weekdayWords(day),
  barToday: '今',
  money: '看账本',
  see: '看看',
  visit: '看我的店',
  share: '发给大家',
  shareSheet: {
    title: '发给大家',
    text: '发到群里，或者让人扫一扫。',
    qr: (shop: string) => `${shop}的二维码，扫一扫就进店`,
    send: '发给大家',
    copy: '复制链接',
    copied: '复制好了，去群里粘贴',
    failed: '没复制上，长按上面的链接来复制',
    title2: (shop: string) => `${shop}，点开就能买`,
    groupBuys: '在群里接龙卖',
    opened: '海报和更多',
  },
} as const)
