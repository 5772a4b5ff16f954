import { formatPrice, formatYuan } from '@/domain/money'
import type { AfterSaleState, ClaimAction } from '@/domain/order/after-sale'
import type { Claim, ClaimReason, ClaimWish } from '@/domain/order/claim'
import type { Confirmation } from '../parts/order-questions'
import { translated } from '../translation'

const reasons: Record<ClaimReason, string> = {
  spoiled: '坏了、不新鲜',
  wrong: '发错了',
  missing: '少了',
  unwanted: '不想要了',
  other: '别的',
}

const wishes: Record<ClaimWish, string> = { refund: '退钱', return: '退货退钱', resend: '再发一份' }

const wishNotes: Record<ClaimWish, string> = {
  refund: '东西不用退',
  return: '东西送回去，店家收到就退钱',
  resend: '不退钱，店家再发一份',
}

type Side = 'owner' | 'buyer'

/** The button label of a step of a claim; `amount` is what it returns. */
function action(step: ClaimAction, amount: number | undefined): string {
  const money = amount === undefined ? '' : ` ¥${formatPrice(amount)}`
  const labels: Record<ClaimAction, string> = {
    'ask-refund': '发给店家',
    'ask-return': '发给店家',
    'ask-resend': '发给店家',
    withdraw: '没事了，撤回',
    agree: `同意退${money}`,
    'agree-return': '同意退货',
    'agree-resend': '同意再发一份',
    offer: '只退一部分',
    'accept-offer': `行，就退${money}`,
    decline: '不行',
    'send-back': '东西送回去了',
    receive: `收到了，退${money}`,
    resend: '又发了一份',
    'pay-instead': '没货了，退钱',
    settle: `退给买家了${money}`,
  }
  return labels[step]
}

/** The outcome of a claim without an answer. */
const silence: Partial<Record<AfterSaleState, Record<Side, string>>> = {
  asked: { owner: '前不答复，就算同意退钱。', buyer: '前店家没答复，就算同意。' },
  'return-asked': { owner: '前不答复，就算同意退货。', buyer: '前店家没答复，就算同意。' },
  'resend-asked': { owner: '前不答复，就算同意再发。', buyer: '前店家没答复，就算同意。' },
  offered: { owner: '前买家没答复，这事就算了。', buyer: '前不答复，这事就算了。' },
  returning: { owner: '前买家没送回来，这事就算了。', buyer: '前没送回去，这事就算了。' },
  'sent-back': { owner: '前不说没收到，钱就退给买家。', buyer: '前店家没说什么，钱就退给您。' },
  resending: { owner: '前没再发，就改成退钱。', buyer: '前店家没再发，就改成退钱。' },
  'cancel-asked': { owner: '前不答复，就算同意取消。', buyer: '前店家没答复，就算同意。' },
}

const questions: Partial<Record<ClaimAction, (isOnline: boolean) => Confirmation>> = {
  agree: (isOnline) => ({
    title: '同意退钱？',
    text: isOnline ? '钱原路退给买家，退了就收不回来。' : '买家会看到您同意了。钱要您当面或转账退给买家。',
    yes: '同意退钱',
    no: '再想想',
  }),
  'agree-return': () => ({
    title: '同意退货？',
    text: '买家把东西送回来，您收到了再退钱。来回的运费先跟买家说好。',
    yes: '同意退货',
    no: '再想想',
  }),
  'agree-resend': () => ({
    title: '同意再发一份？',
    text: '发了再点一下。三天没发，就改成退钱。',
    yes: '同意再发',
    no: '再想想',
  }),
  receive: (isOnline) => ({
    title: '东西收到了？',
    text: isOnline ? '钱原路退给买家，货加回去。坏了的不加。' : '货加回去，坏了的不加。钱要您退给买家。',
    yes: '收到了',
    no: '还没收到',
  }),
  'pay-instead': (isOnline) => ({
    title: '改成退钱？',
    text: isOnline ? '钱原路退给买家，退了就收不回来。' : '钱要您当面或转账退给买家。',
    yes: '退钱',
    no: '再想想',
  }),
  settle: () => ({
    title: '钱退给买家了？',
    text: '退好了再点，买家会看到钱退了。',
    yes: '退好了',
    no: '还没退',
  }),
  'accept-offer': () => ({
    title: '就退这么多？',
    text: '点了就算说好了。',
    yes: '行',
    no: '再想想',
  }),
  withdraw: () => ({
    title: '撤回？',
    text: '店家会看到没事了。还有问题，过期前可以再说。',
    yes: '撤回',
    no: '先不撤',
  }),
}

/** The claims of an order's buyer, and the seller's answers. */
export const claimWords = translated('claimWords', {
  page: '东西有问题',
  mine: '您说的问题',
  theirs: '买家说的问题',
  before: '早先说过的',
  reasons,
  wishes,
  wishNotes,
  what: ({ reason, wish, amount }: Pick<Claim, 'reason' | 'wish' | 'amount'>) =>
    [reasons[reason], amount > 0 ? `${wishes[wish]} ¥${formatYuan(amount)}` : wishes[wish]].join('，'),
  granted: (fen: number, state: AfterSaleState) =>
    state === 'agreed' || state === 'settled' ? `说好退 ¥${formatYuan(fen)}` : `店家说退 ¥${formatYuan(fen)}`,
  said: (side: Side, note: string) => `${side === 'owner' ? '店家' : '买家'}说：${note}`,
  photos: '照片',
  viewer: { close: '关上大图', photo: (at: number, of: number) => `第 ${at} 张，共 ${of} 张` },
  openPhoto: (at: number) => `第 ${at} 张照片，看大图`,
  silence: (state: AfterSaleState, side: Side, when: string) => {
    const words = silence[state]?.[side]
    return words && `${when} ${words}`
  },
  action,
  question: (step: ClaimAction, isOnline: boolean) => questions[step]?.(isOnline),
  busy: '正在记下……',
  form: {
    goods: '哪样有问题',
    reason: '怎么了',
    wish: '想怎么办',
    amount: '退多少元',
    most: (fen: number) => `最多 ${formatPrice(fen)} 元`,
    photos: '拍几张照片，店家看得清楚',
    text: '还想说什么',
    textHint: '可以不写',
    send: '发给店家',
    sending: '正在发……',
    until: (when: string) => `${when} 前可以说。`,
    errors: {
      goods: '点一下哪样有问题',
      reason: '点一下怎么了',
      wish: '点一下想怎么办',
      amount: (fen: number) => `写 0.01 到 ${formatPrice(fen)} 元`,
      photos: '有照片没传上。再点一次，或者去掉那张。',
    },
  },
  details: {
    offer: {
      title: '退一部分',
      text: '买家同意了，钱才退。',
      note: '为什么',
      hint: '可以不写',
    },
    decline: { title: '不行？', text: '先给买家打个电话说清楚吧。', note: '为什么不行', hint: '买家看得到' },
    'send-back': {
      title: '东西送回去了？',
      text: '店家收到就退钱。',
      note: '怎么送的',
      hint: '比如：快递单号，或者“送到店里了”',
    },
    resend: { title: '又发了一份？', text: '买家会看到。', note: '怎么送的', hint: '快递单号，可以不写' },
    error: '写一句',
    no: '再想想',
  },
  again: '还有问题',
  ended: { declined: '店家说不行', settled: '办好了', none: '撤回了' } as Partial<
    Record<AfterSaleState, string>
  >,
  closed: {
    buyer: '这一单现在不能说问题了。有话可以给店家打个电话。',
    owner: '这一单没有人说有问题。',
  } satisfies Record<Side, string>,
} as const)
