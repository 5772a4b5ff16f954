import type { Day } from '@/domain/day'
import { MAX_PLACES } from '@/domain/order/delivery-slot'
import type { Fulfilment } from '@/domain/order/fulfilment'
import type { PaymentMethod } from '@/domain/payment/payment'
import { type Photo, shopPhotoNames } from '@/domain/photo'
import { UNTIL_REOPENED } from '@/domain/shop/shop'
import { deliverySlotsWords } from '../order/delivery-slots'
import { fulfilmentWords, paymentWords } from '../order/fulfilment'
import { orderLimitsWords } from '../order/order-limits'
import { dayAndYearWords } from '../time'
import { translated } from '../translation'

const fields = {
  name: '店名',
  place: '在哪里',
  phone: '店里电话',
  notice: '公告',
  pickupPlace: '在哪里自提',
  wechatId: '店里微信号',
  deliveryArea: '送上门送到哪里',
  fulfilments: '怎么送货',
  fee: '送一单收多少钱',
  freeOver: '满多少钱不收送货钱',
  courierFee: '寄一单收多少钱',
  courierFreeOver: '满多少钱包邮',
  closedUntil: '歇业',
  closedNote: '歇业时跟买家说',
  waiting: '一个人最多几单等接',
  share: '头一回买最多要多少',
  expiry: '没接自动取消',
  localSlots: deliverySlotsWords.title.local,
  pickupSlots: deliverySlotsWords.title.pickup,
  lowStock: '剩多少提醒',
  logo: '店标',
  banner: '店头照',
} as const

/** The payment methods of a fulfilment: "送上门：送到再付钱". */
const paying = (kind: Fulfilment, methods: readonly PaymentMethod[]): string =>
  `${fulfilmentWords[kind]}：${methods.map((method) => paymentWords(method, kind)).join('，或')}`

const amountFields: readonly (keyof typeof fields)[] = ['fee', 'freeOver', 'courierFee', 'courierFreeOver']

type SlotRule = Parameters<typeof deliverySlotsWords.rule>[0]

const isPhoto = (input: object | string): input is Photo => typeof input === 'object' && 'hash' in input

const isSlotRule = (input: string | readonly Fulfilment[] | SlotRule): input is SlotRule =>
  typeof input === 'object' && 'weekdays' in input

/** The stock from which down the owner is warned, without a unit, as goods have different ones. */
const lowStockLine = (line: string): string => (line === '0' ? '卖完了' : `剩 ${line}`)

/** The shop's logo and banner, of which the values are photos. */
const photoFields: readonly (keyof typeof fields)[] = shopPhotoNames

/** Formats a setting's value for the comparison of two versions. */
function value(
  field: keyof typeof fields,
  input: string | readonly Fulfilment[] | SlotRule | Photo | null,
  now: number,
): string {
  if (photoFields.includes(field)) return input ? '有照片' : '没放'
  if (input === null || isPhoto(input)) return deliverySlotsWords.none
  if (isSlotRule(input)) return deliverySlotsWords.rule(input)
  if (typeof input !== 'string') return input.map((kind) => fulfilmentWords[kind]).join('、')
  if (field === 'waiting') return orderLimitsWords.settings.orders(input)
  if (field === 'share') return orderLimitsWords.settings.part(input)
  if (field === 'expiry') return orderLimitsWords.settings.after(input)
  if (field === 'lowStock') return lowStockLine(input)
  if (!input) return field === 'closedUntil' ? '照常开' : '没写'
  if (field === 'closedUntil')
    return input === UNTIL_REOPENED ? '歇到您再开' : `歇到 ${dayAndYearWords(input, now)}`
  return amountFields.includes(field) ? `${input} 元` : input
}

const slotPlacesError = `最多几单写 1 到 ${MAX_PLACES} 的整数，不写就是不限`

export const settingsWords = translated('settingsWords', {
  fields,
  hints: {
    name: '买家进店最先看到的',
    place: '比如：沙坝镇街上',
    phone: '买家有事好找您',
    notice: '一句话告诉买家，比如：新核桃下来了',
    pickupPlace: '比如：沙坝镇服务站',
    wechatId: '买家点一下就抄走，好加您微信。在微信「我」里看',
    deliveryArea: '比如：本村和镇上',
    fee: '不写就是不收',
    freeOver: '不写就是每单都收',
    courierFee: '包邮就点下面的「包邮」',
    courierFreeOver: '不写就是每单都收',
  },
  errors: {
    name: '店名不能空着',
    phone: '电话要写 11 位手机号，或带区号的座机',
    wechatId: '微信号是 6 到 20 个字母、数字，头一个是字母；手机号加不上就去微信「我」里看',
    fulfilments: '至少选一样送法',
    fee: '写个数，比如 5 或 5.5',
    freeOver: '写个数，比如 99',
    courierFee: '寄一单收多少钱？写个数，包邮就点「包邮」',
    courierFreeOver: '写个数，比如 99',
    localSlots: slotPlacesError,
    pickupSlots: slotPlacesError,
  },
  lowStock: {
    line: '一样货剩多少，就提醒您',
    hint: '到了这个数，货品页上变颜色，今天和来单提醒里也会说',
    left: lowStockLine,
  },
  photos: {
    hints: {
      logo: '店名旁边的小图，比如招牌，或者您卖的货',
      banner: '店最上面的大照片，比如果园、灶台、门口',
    },
    hold: '点一下，换一张或者不用',
    camera: '拍一张',
    album: '从相册选',
    other: '换一张',
    remove: '不用了',
    sending: (percent: number) => `正在传……${percent}%`,
    failed: '没传上，点这里再传',
    retry: '再传一次',
    drop: '不传了',
    undo: { replaced: '换好了。', removed: '不用了。', back: '用回原来那张' },
  },
  contactShut: '店里电话和微信号，要店主在请人帮忙里点了头才能改。',
  freight: '送货钱',
  courier: '快递费',
  freeCourier: '包邮',
  paying: '怎么收钱',
  payingHow: paying,
  payingNote: (hasOnline: boolean) =>
    hasOnline ? '买家能先在网上付，也能见到货再付。' : '怎么送就怎么收，都是见到货才付钱。',
  open: '照常开着，买家能下单。',
  resting: (day: Day, now: number) =>
    day === UNTIL_REOPENED
      ? '歇业中，您点“恢复营业”才再接单。货可以先看，不能下单。'
      : `歇业中，${dayAndYearWords(day, now)}起再接单。货可以先看，不能下单。`,
  restNote: (note: string) => `您跟买家说：${note}`,
  restUntil: '歇几天……',
  changeRest: '改日子',
  reopen: '恢复营业',
  restTitle: '哪天再开门？',
  restSay: { label: '跟买家说一句（不写也行）', hint: '比如：收核桃去了，月底回来' },
  restOpenEnded: '不定日子，我开了再接单',
  restText: '点一天，从那天起又能下单。',
  restNow: (day: Day, now: number) =>
    day === UNTIL_REOPENED ? '歇业了，您开了才再接单' : `歇业了，${dayAndYearWords(day, now)}起再接单`,
  save: '存好',
  saving: '正在存……',
  forget: '不改了',
  unsaved: '改了还没存',
  conflict: {
    title: '别处刚改过',
    text: '另一部手机刚存过这家店的设置。您写的还在，选一样：',
    theirs: '那边现在是',
    mine: '您写的是',
    row: (field: keyof typeof fields, words: string) => `${fields[field]}：${words}`,
    takeTheirs: '用那边的',
    keepMine: '用我写的',
    keepMineNote: '您没动过的地方照那边的，动过的照您写的。',
  },
  value,
  /** One line about a setting that another owner or a helper changed. */
  changed: (label: string, from: string, to: string) => `${label}：${from} 改成 ${to}`,
  changedPhoto: (label: string) => `${label}：换了一张`,
  /** Rows that lead to other pages. */
  links: {
    decorate: { title: '装修', note: '换样子、换颜色，改每一块写什么' },
    opened: { title: '发店和海报', note: '二维码、链接、海报都在这里' },
    alerts: { title: '来单提醒', note: '响一声、手机上弹出来、发短信' },
    helpLog: { title: '请人帮忙', note: '让服务站的人帮您改一小时，看看别人替您做了哪几步' },
    makeCard: { title: '纸卡', note: '没带手机，或者手机丢了，拿着卡到服务站就能找回店' },
    closing: { title: '关店', note: '不开了，把店关掉。七天内还能再开' },
  },
  phones: {
    title: '别的手机',
    text: '手机丢了，或者不想让别的手机再管这家店，点这里。',
    ask: '只留这部手机',
    question: '只留这部手机？',
    warn: '别的手机马上就管不了这家店了，它们的钥匙和做过的纸卡也不能用了。',
    yes: '只留这部手机',
    no: '先不动',
    busy: '正在办……',
    done: (count: number) => (count > 0 ? `好了，去掉了 ${count} 部手机` : '没有别的手机在管这家店'),
  },
  takeAlong: {
    title: '把小店带走',
    text: '货、照片和样子打成一个包，能存到 U 盘，也能搬到别处接着开。订单不在里面。',
    save: '打包存下来',
    copy: '复制链接',
    busy: (percent: number) => (percent === 0 ? '正在打包……' : `正在打包……${percent}%`),
    says: {
      saving: '包在下载，看看浏览器的下载。',
      copied: '复制好了。十分钟内在浏览器里打开，就能存下来。',
      uncopied: '没复制上，再点一次。',
    },
  },
} as const)
