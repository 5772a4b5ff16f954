import type { FailureCode } from '@/domain/failure'
import { formatPrice, formatYuan } from '@/domain/money'
import type { Fulfilment } from '@/domain/order/fulfilment'
import type { ReceiverField } from '@/domain/receiver/receiver'
import { reopenWords } from '../parts/reopen'
import { translated } from '../translation'
import { freightWords } from './fulfilment'

const yuan = (fen: number) => `¥${formatPrice(fen)}`

const noReply = {
  title: '还不知道下成没有',
  text: '没等到回音。再试一次就知道，不会多下一单。',
}
const serverError = { ...noReply, text: '店里的机器没应声。过一会儿再试一次就知道，不会多下一单。' }

/** Messages for an order without a definite reply; only some failures show that it was not placed. */
const unconfirmed: Partial<Record<FailureCode, { title: string; text: string }>> = {
  'too-many': { title: '还没下成', text: '店里的机器正忙，过一会儿再试一次，不会多下一单。' },
  'storage-full': { title: '还没下成', text: '店里的机器存满了，没存上。过一会儿再试一次，不会多下一单。' },
  'no-login': { title: '还没下成', text: '微信没登上，再试一次；还不行，把微信关了重新打开。' },
  unavailable: serverError,
  internal: serverError,
}

export const checkoutWords = translated('checkoutWords', {
  title: '确认订单',
  empty: { title: '还没选东西', text: '先去店里挑一挑。', shop: '去店里看看' },
  resting: {
    title: '店里歇几天',
    text: (day: string, note?: string) => `${note ? `${note}。` : ''}${reopenWords(day)}，选好的先给您留着。`,
    waiting: { title: '店主还没接店', text: '还不能下单，店主接过去就能买了。' },
    practice: { title: '这是练习的店', text: '还不能下单，店主开成真店就能买了。' },
    shop: '回店里看看',
    call: '打电话问问',
  },
  limited: {
    waiting: (count: number) => ({
      title: `您有 ${count} 单店家还没接`,
      text: '店家接了再来下这一单，有等您付钱的先付了，不要的取消。选好的给您留着。',
    }),
    crowd: { title: '店家手上的单太多了', text: '过一会儿再来下这一单，选好的给您留着。' },
    blocked: { title: '这家店暂时不接您的单', text: '选好的没有下单。' },
    /** Added if the shop has a phone number. */
    urgent: '急的话打个电话。',
    askWhy: '有话可以给店家打个电话说说。',
    call: '给店家打电话',
    mine: '看看我的订单',
  },
  kinds: '怎么送',
  slotsGone: '店家不用选日子了，可以直接提交。',
  slotMoved: '刚才那个日子没有了，下面换了一天，您看行不行。',
  kindGone: '店家不这样送了，请看看换成下面这样行不行。',
  receiver: {
    paste: '粘贴姓名电话地址，自动填好',
    pasteHint: '比如从聊天里复制来的一整段',
    pasted: '填好了，请看一眼对不对',
    pastedPartly: (missing: readonly string[]) => `还差${missing.join('、')}，请在下面补上`,
    extension: (number: string) => `电话转${number}`,
    otherPhone: (phone: string) => `另一个电话${phone}`,
    name: '姓名',
    nameAny: '不填也行',
    phone: '电话',
    address: '地址',
    addressHint: '到门牌或哪一家',
    change: '改一改',
    errors: {
      name: '请填姓名',
      phone: '电话要 11 位手机号，或者带区号的座机',
      address: '地址要写到村或门牌，好找到您',
    } satisfies Record<ReceiverField, string>,
  },
  tooLong: (what: string, most: number, now: number) =>
    `${what}太长了：最多 ${most} 个字，现在有 ${now} 个，请删短一点`,
  pickupTitle: '到这里来拿',
  pickupAsk: '店家会电话告诉您在哪里拿',
  day: '哪天来',
  dayError: '请选哪天来',
  lines: '买的东西',
  tooManyLines: (most: number) => `一单最多 ${most} 样。先去掉几样，剩下的再下一单。`,
  toCart: '回店里去掉几样',
  quantity: (quantity: number, unit: string) => `${quantity} ${unit}`,
  goods: '货款',
  total: '合计',
  sum: (fen: number) => `¥${formatYuan(fen)}`,
  pay: '怎么付钱',
  payError: '请选一种付款方式',
  payNewShop: '这家店刚开，还不到一天，钱直接给店家。不放心，先打电话问一问，或者选到手再付。',
  payNow: '提交以后马上付，付了店家才接单',
  noWay: '这样送，店家现在没有能用的付款方式。换一种送法，或者打电话问问。',
  note: '想说的话（不填也行）',
  noteShort: '想说的话',
  notePlaceholder: '比如：下午在家',
  submit: '提交订单',
  sending: '正在提交',
  news: {
    gone: '店家不卖了，没算进去',
    'sold-out': '卖完了，没算进去',
    'past-day': '这一天已经过了，没算进去',
    short: (stock: number, unit: string) => `只剩 ${stock} ${unit}，按 ${stock} ${unit}算`,
    price: (was: number, now: number) => `原来 ${yuan(was)}，现在 ${yuan(now)}`,
  },
  unknown: {
    said: (code: FailureCode) => unconfirmed[code] ?? noReply,
    again: '再试一次',
    call: '打电话给店家',
    look: '先去看看我的订单',
    edit: '改一改再提交',
  },
  notPlaced: '上一次没有下成，请再提交一次。',
  already: {
    title: '前面那一单已经下成了',
    text: '后来改的没有算进去。后来添的还给您留着。',
    look: '看这一单',
    goOn: '接着买留着的',
  },
  changed: {
    title: {
      price: '价钱变了，您看行不行',
      stock: '剩的不够了，您看行不行',
      gone: '有东西不卖了，您看行不行',
      nothing: '想买的没有了',
      ask: '要得多，先跟店家说一声',
    },
    text: '还没有下单。',
    left: (stock: number, unit: string, wanted: number) =>
      stock > 0 ? `您要 ${wanted} ${unit}，只剩 ${stock} ${unit}` : '刚刚卖完了',
    most: (most: number, unit: string, wanted: number) =>
      `您要 ${wanted} ${unit}，${most > 0 ? `头一回最多先买 ${most} ${unit}` : '要先跟店家说好'}`,
    gone: '店家不卖了',
    freight: (kind: Fulfilment, was: number, now: number) =>
      `${freightWords(kind).name}原来 ${yuan(was)}，现在 ${yuan(now)}`,
    total: (was: number, now: number) => `合计原来 ${yuan(was)}，现在 ${yuan(now)}`,
    totalNow: (now: number) => `合计 ${yuan(now)}`,
    accept: '行，就按新的来',
    back: '不了，回店里看看',
    backOnly: '回店里看看',
    nothing: '店里也许还有别的。',
    askNothing: '前面的单店家接了、送到了，就能再买。',
    call: '要得多？给店家打个电话',
  },
} as const)
