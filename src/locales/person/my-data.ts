import type { OpenOrder, PersonalData } from '@/domain/shop/closing'
import { dayAndYearWords } from '../time'
import { translated } from '../translation'

/** The stored data of the reader: taking it along, and deleting it. */
export const myDataWords = translated('myDataWords', {
  copy: {
    title: '拿一份我的',
    text: '存着您的哪些东西，整理成一页，能看、能存。里面有姓名、电话和地址，自己收好。',
    save: '存下来',
    copy: '复制链接',
    says: {
      busy: '正在整理……',
      saving: '在下载了，看看浏览器的下载。',
      copied: '复制好了。十分钟内在浏览器里打开，就能存下来。',
      uncopied: '没复制上，再点一次。',
    },
  },
  remove: {
    title: '删掉我的',
    text: '我们存着的您的东西，您说删就删。',
    ask: '看看怎么删……',
    question: '删掉您的东西？',
    goes: '马上删：您的账号、提醒、这部手机里的购物车、收货人和去过的店。以后来，就当是新人。',
    noClaims: (count: number) => `有 ${count} 单还能说东西有问题，删了就不能说了。`,
    stays: (orders: number, receivers: string, records: string, now: number) =>
      `留下的：${orders} 单完了的单，店家记账用，不再连着您。${dayAndYearWords(receivers, now)}起，只剩姓和电话末四位；${dayAndYearWords(records, now)}起，这些也没了。`,
    shops: (shops: PersonalData['shops']) =>
      `您还有店（${shops.map(({ name }) => name).join('、')}），管店的账号留着，只删您买东西的这些。要全删，先在“店铺”的“钥匙和关店”里关店，七天后再来删。`,
    staff: '您在服务站有名字，账号留着，只删您买东西的这些。要全删，先请站里去掉您的名字。',
    open: {
      title: (count: number) => `还有 ${count} 单没办完`,
      text: '收到了就点收到，不要了就取消，该退的等店家退了，才能删。',
      order: ({ shopName, number }: OpenOrder) => `${shopName}，第 ${number} 单`,
      paidFor: ({ shopName, number }: OpenOrder) =>
        `${shopName}，第 ${number} 单，您替别人付的，等店家发货。`,
    },
    yes: '删掉',
    no: '先不删',
    busy: '正在删……',
    done: '删掉了。',
  },
} as const)
