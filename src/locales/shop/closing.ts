import { formatPrice } from '@/domain/money'
import type { Closing } from '@/domain/shop/closing'
import { dayAndYearWords } from '../time'
import { translated } from '../translation'

/** Closing a shop for good. */
export const closingWords = translated('closingWords', {
  title: '关店',
  lead: '不开了，才关店。只想歇几天，用“歇业”就行。',
  what: '关了以后',
  effects: [
    '买家点开链接，看到“这家店关了”，不能再下单。',
    '七天内您随时能再开，货和样子都还在。',
    '七天后，货、样子、照片、钥匙和代办记录都删掉，再也找不回来。',
    '单和账本，七天后您也看不到了。要留着，先存成表格。',
    '管店的别的手机，七天内也能再开。不想让它们管，先到“店铺”的“钥匙和关店”里点“只留这部手机”。',
    '正在请人帮忙的，马上停。',
    '完了的单，照规矩要留三年，只给买家自己看。九十天后，收货人只留姓和电话末四位。',
    '店的链接一年内不给别人用。',
  ],
  open: {
    title: (count: number) => `还有 ${count} 单没办完`,
    text: '办完或者取消了，该退的钱退了，才能关店。',
    order: (number: number, sum: number) => `第 ${number} 单，¥${formatPrice(sum)}`,
  },
  claimable: (count: number) =>
    `有 ${count} 单买家还能说东西有问题。关了店也能说，您照样要回，说完了店才真正删掉。`,
  due: ({ orders, sum }: Closing['due']) =>
    `有 ${orders} 单的钱没收到，一共 ¥${formatPrice(sum)}。先收了再关。`,
  toReturn: ({ orders, sum }: Closing['toReturn']) =>
    `有 ${orders} 单取消了，钱没退给买家，一共 ¥${formatPrice(sum)}。先退了再关。`,
  held: ({ orders, sum }: Closing['held']) =>
    `有 ${orders} 单的钱微信还没给您，一共 ¥${formatPrice(sum)}。没写快递单号的，先写上再关。关了店也能写，最多等九十天。`,
  sheets: {
    title: '单和账本',
    orders: '所有的单，一张表格。',
    newest: (orders: number, most: number) =>
      `一共 ${orders} 单，表格里只有最近的 ${most} 单。再早的，每一笔钱都在下面的账本里。`,
    money: '账本，一个月一张表格，每一笔都有。',
  },
  ask: '关掉这家店……',
  question: '真的关店？',
  typeName: (name: string) => `要关，就在下面写上店名：${name}`,
  name: '店名',
  wrongName: '店名和上面写的不一样，照着再写一遍。',
  yes: '关店',
  no: '先不关',
  busy: '正在关……',
  closed: {
    title: '店关了',
    text: (until: string, now: number) => `${dayAndYearWords(until, now)}以前还能再开，过了就删，找不回来。`,
    reopen: '再开起来',
    busy: '正在开……',
  },
} as const)
