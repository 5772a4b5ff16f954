import { translated } from '../translation'

const waitingFor: Record<string, string> = {
  '12': '半天',
  '24': '1 天',
  '48': '2 天',
  '72': '3 天',
  '168': '7 天',
}

/** Texts for sellers about waiting orders: bulk answers, blocked buyers and order limits. */
export const orderLimitsWords = translated('orderLimitsWords', {
  select: {
    start: '选几单一起办',
    title: (count: number) => (count > 0 ? `选了 ${count} 单` : '点一下，选上要办的单'),
    loadingRest: '还在读后面的单……',
    all: '全选',
    none: '全不选',
    end: '不选了',
    accept: (count: number) => `接这 ${count} 单`,
    refuse: (count: number) => `不接这 ${count} 单`,
    send: (count: number) => `这 ${count} 单送出了`,
    finish: (count: number) => `这 ${count} 单办完了`,
    'undo-accept': (count: number) => `点错了，这 ${count} 单还没接`,
    'undo-send': (count: number) => `点错了，这 ${count} 单还没送出`,
    'undo-finish': (count: number) => `点错了，撤回这 ${count} 单`,
    row: (number: number, what: string) => `第 ${number} 单 ${what}`,
    note: (state: string, who: string, sum: string, when: string) => `${state}，${who}，¥${sum}，${when}`,
    ask: {
      accept: {
        title: (count: number) => `接这 ${count} 单？`,
        text: '买家会看到您接了。哪一单做不了，还能打开那一单再取消。点错了，十分钟里能撤回。',
      },
      refuse: {
        title: (count: number) => `不接这 ${count} 单？`,
        text: '买家会看到取消了，货加回去。取消了就回不来，想好再点。',
      },
      send: {
        title: (count: number) => `这 ${count} 单送出了？`,
        text: '出门送的、寄走的、备好等人来拿的都算。买家会看到。快递单号可以打开那一单再写。点错了，十分钟里能撤回。',
      },
      finish: {
        title: (count: number) => `这 ${count} 单都办完了？`,
        text: '货都到了买家手里。哪一单没办完、钱收得不一样多，先不选它，打开那一单再记。点错了，十分钟里能撤回。',
      },
      'undo-accept': {
        title: (count: number) => `这 ${count} 单还没接？`,
        text: '这几单又等着您接。买家看过了的，会告诉一声。',
      },
      'undo-send': {
        title: (count: number) => `这 ${count} 单还没送出？`,
        text: '这几单回到“接单”，写过的快递单号还留着。买家看过了的，会告诉一声。',
      },
      'undo-finish': {
        title: (count: number) => `撤回这 ${count} 单？`,
        text: '这几单回到“送出了”，当面收的钱记成没收。',
      },
      cash: (sum: string) => `当面收的钱都收到了，一共 ¥${sum}。`,
      refunds: (count: number, sum: string) => `其中 ${count} 单付过钱，一共 ¥${sum}，原路退给买家。`,
      no: '再看看',
    },
    busy: '正在记下……',
    done: {
      accept: (count: number) => `接了 ${count} 单`,
      refuse: (count: number) => `取消了 ${count} 单，货加回去了`,
      send: (count: number) => `${count} 单送出了`,
      finish: (count: number) => `${count} 单办完了`,
      'undo-accept': (count: number) => `撤回了 ${count} 单`,
      'undo-send': (count: number) => `撤回了 ${count} 单`,
      'undo-finish': (count: number) => `撤回了 ${count} 单`,
    },
    returned: '付了的钱原路退给买家',
    left: (count: number) => `有 ${count} 单刚才变了，没有动`,
  },
  block: {
    do: '不接这个人的单',
    title: '不接这个人的单？',
    text: '这个人等着的单全都取消，货加回去，付了的钱原路退，往后在您店里也下不了单。已经接了的单照常做。以后想接，在“店铺”的“提醒和帮手”里能改回来。',
    yes: '不接了',
    no: '先不',
    busy: '正在记下……',
    blocked: '您不接这个人的单了，新的单下不进来。',
    done: (cancelled: number) =>
      cancelled > 0 ? `好了，取消了 ${cancelled} 单，货加回去了` : '好了，往后不接这个人的单',
    lift: '又接这个人的单',
    lifted: '好了，这个人又能下单了',
  },
  blockedList: {
    title: '不接单的人',
    text: '这些人在您店里下不了单。',
    who: (name: string, phone: string) => (name ? `${name} ${phone}` : phone),
    liftLabel: (who: string) => `又接这个人的单，${who}`,
  },
  settings: {
    title: '接单',
    waiting: '一个人最多几单等您接',
    waitingHint: '接了一单，就能再下一单',
    share: '头一回买的人，一样货最多要多少',
    shareHint: '十件以内都不限；要得多，会让他先给您打电话',
    expiry: '多久没接，就自动取消',
    expiryHint: '选了日子的单，过了那天也自动取消。取消了货加回去，取消前一天会提醒您',
    orders: (count: string) => `${count} 单`,
    part: (percent: string) =>
      percent === '' ? '不限' : percent === '50' ? '一半' : percent === '25' ? '四分之一' : `${percent}%`,
    after: (hours: string) => (hours === '' ? '不取消' : (waitingFor[hours] ?? `${hours} 小时`)),
  },
} as const)
