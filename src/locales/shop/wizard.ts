import type { FailureCode } from '@/domain/failure'
import type { Fulfilment } from '@/domain/order/fulfilment'
import { clockWords, durationWords } from '../parts/duration'
import { placeWords } from '../parts/place'
import { translated } from '../translation'

export const wizardWords = translated('wizardWords', {
  title: '开个小店',
  clock: '开店用时',
  clockTime: clockWords,
  spent: durationWords,
  step: (at: number, all: number) => `第 ${at} 步，一共 ${all} 步`,
  back: '上一步',
  next: '下一步',
  resumed: '接着上次的开',
  restart: '重新开始',
  restartAsk: '从头再来？',
  restartText: '填好的都会清掉。',
  restartYes: '清掉，从头来',
  restartNo: '不清，接着开',
} as const)

export const tradeQuestionWords = translated('tradeQuestionWords', {
  title: '您卖什么？',
  more: '其他：药材、手工、小卖部',
} as const)

export const unitWords = translated('unitWords', {
  one: (unit: string) => `一${unit}`,
  other: '其他',
  sheet: '按什么卖？',
  all: ['斤', '公斤', '两', '个', '箱', '盒', '袋', '瓶', '桶', '只', '块', '份', '包', '件', '套'],
} as const)

export const productQuestionWords = translated('productQuestionWords', {
  title: '第一件货',
  shoot: '拍一张',
  again: '换一张',
  photoSheet: '货的照片',
  camera: '拍照',
  album: '从相册选',
  drawing: '先不放照片',
  last: '用回前一张',
  badPhoto: (why: string) => `${why}别的都没丢。`,
  goneDrawing: '照片不见了，可以再拍一张。',
  rename: '改名',
  nameSheet: '卖的是什么？',
  nameField: '都不是？自己写',
  nameDone: '就叫这个',
  proposed: (words: readonly string[], good: string) => placeWords.county + words.join('') + good,
  price: '卖多少钱',
  priceMissing: '卖多少钱？按下面的数字',
  priceZero: '不能是 0 元，再按一下',
} as const)

const moneyParts: Record<Fulfilment, string> = {
  local: '送到门口收钱',
  pickup: '来自提的当面付',
  courier: '快递货到付款',
  'on-site': '人到店里再付',
}

const withCommas = (parts: string[]) => parts.map((part, at) => (at < parts.length - 1 ? `${part}，` : part))

export const termsQuestionWords = translated('termsQuestionWords', {
  title: '这样收钱、送货，行吗？',
  money: '收钱',
  delivery: '送货',
  guests: '怎么接待',
  change: '改一改',
  changeMoney: '改送货费',
  changeDelivery: '改一改，送货',
  next: '行，下一步',
  /** One line per fulfilment. */
  moneyParts: (kinds: readonly Fulfilment[]) => withCommas(kinds.map((kind) => moneyParts[kind])),
  freight: (yuan: string, over: string | null) => `送货费 ${yuan} 元${over ? `，满 ${over} 元免` : ''}`,
  courierFreight: (yuan: string | null, over: string | null) =>
    yuan === null ? '快递包邮' : `快递费 ${yuan} 元${over ? `，满 ${over} 元包邮` : ''}`,
  courierUnknown: '快递费还没定',
  deliveryParts: (kinds: readonly Fulfilment[], place: string) =>
    withCommas(kinds.map((kind, at) => deliveryPart(kind, place, at > 0))),
  deliverySheet: '怎么送？',
  deliveryHint: '能做到的都选上，至少选一样。',
  place: '在哪儿自提（可以不写）',
  placeExample: '比如：村口小卖部',
  moneySheet: '送货费',
  moneyKinds: '哪一种送法的钱',
  fee: '每单收多少？',
  free: '不收',
  freeCourier: '包邮',
  otherFee: '别的数',
  feeSheet: '送一单收多少？',
  courierFeeSheet: '寄一单收多少？',
  feeNow: (yuan: string) => `${yuan || 0} 元`,
  yuan: (yuan: string) => `${yuan} 元`,
  freeOver: '买够多少就免？',
  neverFree: '不免',
  done: '好了',
  phoneShort: (typed: string) => `${typed}，还没写完`,
  phoneAdd: '留个电话，买家好找您',
  phoneSheet: '买家打哪个电话找您？',
  phoneHint: '写在店里和海报上。不想留也行。',
  phoneWrong: '手机号是 1 开头的 11 位，座机要带区号',
  phoneNow: (typed: string) => (typed ? `电话 ${typed}` : '还没写电话'),
  phoneNo: '先不留',
} as const)

function deliveryPart(kind: Fulfilment, place: string, later: boolean): string {
  if (kind === 'local') return '附近送上门'
  if (kind === 'pickup') return `${later ? '或' : ''}到${place || '我这儿'}自提`
  if (kind === 'courier') return '外地发快递'
  return '客人到店里来'
}

export const lookQuestionWords = translated('lookQuestionWords', {
  title: '选个样子',
  before: '上一个样子',
  after: '下一个样子',
  preview: (title: string) => `您的店，${title}样子`,
  open: '开张',
  openTitle: '就这样开张？',
  openGoods: (name: string, yuan: string, unit: string) => `${name}，一${unit} ${yuan} 元`,
  openLook: (title: string) => `${title}样子`,
  openPractice: '先开成练习的店，买家还不能下单',
  openYes: '对，开张',
  openNo: '再看看',
} as const)

const waitingTitles: Partial<Record<FailureCode, string>> = {
  offline: '没连上，先替您存着',
  timeout: '网太慢，先替您存着',
  'storage-full': '机器存满了，先替您存着',
  unavailable: '机器没应声，先替您存着',
  'no-login': '微信没登上，先替您存着',
  'address-quota': '网络用满了，先替您存着',
}

export const publishWords = translated('publishWords', {
  askAgain: '再问一次本人',
  sending: '正在开张…',
  sendingPhoto: (part: number) => `正在传照片 ${Math.round(part * 100)}%`,
  sendingText: '别关，一会儿就好。',
  waitingTitle: (code: FailureCode) => waitingTitles[code] ?? '机器正忙，先替您存着',
  waitingText: (code: FailureCode) =>
    code === 'offline' || code === 'timeout'
      ? '一连上就自动开张，关了再打开也行。现在还没开张。'
      : code === 'address-quota'
        ? '这个网络开店、传照片用满了。换成手机流量再点一次，或者过一会儿自动再试。现在还没开张。'
        : '过一会儿自动再试，关了再打开也行。现在还没开张。',
  retry: '现在再试',
  edit: '先回去改改',
  photoTitle: '照片没传上去',
  photoText: '这张照片打不开或太大。换一张，或者先不放照片。',
  useDrawing: '不放照片，开张',
  otherPhoto: '换一张照片',
  refusedTitle: '还没开张',
  takenTitle: '这家店开不成',
  takenText: '这家店的号已经在别的账号上用了。填好的都在，换个号再开就行。',
  takenAgain: '换个号再开',
  fix: (title: string) => `去改「${title}」`,
} as const)

export const openedWords = translated('openedWords', {
  title: '开张了',
  /** A shop that was opened earlier. */
  titleLater: '海报和更多',
  done: (spent: string) => `店开好了，用时 ${spent}`,
  doneShort: '店开好了',
  practice: '这是练习的店，买家还不能下单。想变成真店，点「去我的小店」。',
  earlier: '店早一步开好了，是您改之前的样子。要改，点「去我的小店」。',
  qr: (name: string) => `${name}的二维码`,
  name: '店名',
  rename: '改店名',
  nameSheet: '店叫什么？',
  nameEmpty: '店名不能空着。',
  nameSave: '就叫这个',
  saving: '正在存…',
  named: '店名改好了',
  nameChanged: '店名刚在别处改过，给您看最新的，再改一次。',
  group: '发到微信群',
  copy: '复制链接',
  copied: '链接复制好了，去微信里粘贴',
  notCopied: '没复制上，请长按链接自己复制',
  shareTitle: (name: string) => `${name}开张了，来看看`,
  shareTitleLater: (name: string) => `${name}，点开就能买`,
  poster: '存海报',
  posterFile: (name: string) => `${name}海报`,
  posterBusy: '正在画…',
  posterSaved: '海报存到手机了',
  posterSheet: '店里的海报',
  posterFailed: '没画成，请再点一次',
  addProduct: '再加一件货',
  manage: '去我的小店',
  visit: '看看我的店',
} as const)
