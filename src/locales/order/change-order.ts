import type { ChangeRequest } from '@/domain/order/order-details'
import type { ReceiverField } from '@/domain/receiver/receiver'
import { translated } from '../translation'

/** The optional fields that the form for a change contains. */
interface ChangeFields {
  hasAddress: boolean
  hasSlots: boolean
}

/** "改地址、电话、日子或留言" */
const openDirect = ({ hasAddress, hasSlots }: ChangeFields): string =>
  `改${[...(hasAddress ? ['地址'] : []), '电话', ...(hasSlots ? ['日子'] : [])].join('、')}或留言`

/** Changing receiver, note and day of an order. */
export const changeOrderWords = translated('changeOrderWords', {
  openDirect,
  openAsk: '想改一改',
  title: { direct: '改一改', ask: '想改成什么样' },
  text: { direct: '店家接单以前都能改。', ask: '店家接单了，改好了发给店家，行不行店家会答复。' },
  fields: { name: '姓名', phone: '电话', address: '地址', note: '留言' },
  errors: {
    name: '请填姓名，最多 20 个字',
    phone: '电话要 11 位手机号，或者带区号的座机',
    address: '地址要写到村或门牌，最多 120 个字',
    note: '最多 200 个字，请删短一点',
  } satisfies Record<ReceiverField | 'note', string>,
  save: { direct: '改好了', ask: '发给店家' },
  busy: '正在记下……',
  no: '不改了',
  same: '还没有改什么。',
  tooLate: '这一单现在改不了了，急的话给店家打个电话。',
  moved: '这一单刚才变了，请看最新的再改。',
  /** The state of the request, for the buyer who made it. */
  mine: {
    asked: '您想改成这样，等店家答复：',
    accepted: '店家按您说的改了。',
    declined: '店家说改不了，还照原来的。有话可以给店家打个电话。',
    withdrawn: '您说不改了，还照原来的。',
  } satisfies Record<ChangeRequest['state'], string>,
  /** Withdraws the request. */
  withdraw: '不改了',
  slot: (text: string) => `日子：${text}`,
  row: (field: 'name' | 'phone' | 'address' | 'note', text: string) =>
    `${{ name: '姓名', phone: '电话', address: '地址', note: '留言' }[field]}：${text || '不要了'}`,
  changed: (when: string) => `${when} 改过`,
} as const)
