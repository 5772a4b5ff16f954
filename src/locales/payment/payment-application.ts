import type { AccountKind, ApplicantSubject, ApplicationState } from '@/domain/payment/payment-application'
import { translated } from '../translation'

/** The names of an application's fields, by their JSON pointers. */
const fields = {
  '/subject': '您是哪一种',
  '/id': '身份证',
  '/id/front': '身份证，有头像的一面',
  '/id/back': '身份证，有国徽的一面',
  '/id/name': '姓名',
  '/id/number': '身份证号',
  '/id/from': '从哪天起有效',
  '/id/until': '到哪天为止',
  '/id/address': '住址',
  '/licence': '营业执照',
  '/licence/photo': '营业执照照片',
  '/licence/number': '统一社会信用代码',
  '/licence/name': '执照上的名称',
  '/account': '收钱的账户',
  '/account/kind': '账户是谁的',
  '/account/bank': '开户银行',
  '/account/bankName': '银行全名',
  '/account/number': '卡号或账号',
  '/phone': '手机号',
  '/email': '邮箱',
} as const

/** The state of an application, and the next step. */
const states: Record<ApplicationState, string> = {
  sending: '正在查微信收到没有，等一会儿。',
  unsent: '材料没送到微信，请再交一次。填的都还在。',
  auditing: '微信在审，一般一到三个工作日。批下来，这里会告诉您。',
  confirming: '微信要确认账户是您的，做完下面这一步就行。',
  rejected: '微信把材料退回来了。照下面的改一改，再交。',
  signing: '批下来了！签个约，就能收钱。',
  frozen: '微信停了这次申请，请管平台的人问一问微信支付。',
  accepted: '签好了，能收微信支付了。',
  canceled: '这次申请作废了，可以重新申请。',
}

/** The person who confirms the account, by the seller's legal subject. */
const confirming: Record<ApplicantSubject, string> = {
  micro: '请本人用微信扫一扫，照着做。',
  'sole-trader': '请经营者本人用微信扫一扫，照着做。',
  company: '请法人本人用微信扫一扫，照着做。',
}

/** An application to WeChat Pay as it stands. */
export const applicationWords = translated('applicationWords', {
  fields,
  states,
  sent: (ago: string) => `上次交：${ago}`,
  reason: (name: string | undefined, text: string) => (name === undefined ? text : `${name}：${text}`),
  again: { unsent: '再交一次', rejected: '改一改再交', canceled: '重新申请' },
  qr: {
    signing: '签约用的二维码',
    confirming: '确认账户用的二维码',
  },
  scan: {
    signing: '请本人用微信扫一扫，同意签约。',
    confirming,
  },
  here: '只有这一部手机？复制链接，发给微信里的“文件传输助手”，再点开。',
  copy: '复制链接',
  copied: '链接复制好了，到微信里粘贴、发出，再点开。',
  uncopied: '没复制上，长按上面的链接来复制。',
  transfer: {
    title: '从您填的账户，转这一笔钱：',
    amount: '金额，一分不差',
    to: '收款人',
    number: '收款账号',
    bank: '收款银行',
    remark: '备注',
    until: '在这之前转',
    copy: '复制账号',
    copied: '账号复制好了。',
    uncopied: '没复制上，长按账号来复制。',
  },
} as const)

/** The errors of fields, which say how to fill them in. */
const errors = {
  '/id/name': '写身份证上的姓名，两个字以上。',
  '/id/number': '身份证号不对。照着卡再看一遍，一共 18 位。',
  '/id/from': '写第一个日期，8 个数字，像 20200131，不晚于今天。',
  '/id/address': '照着身份证写住址，写到门牌号。',
  '/id/until': '写第二个日期，8 个数字，像 20400131。过期的身份证要先换。',
  '/licence/number': '代码不对。照着执照再看一遍，一共 18 位。',
  '/licence/name': '照着执照写名称，两个字以上。',
  '/account/kind': '选一个。',
  '/account/bank': '选您的银行。',
  '/account/bankName': '写银行的全名，写到支行。',
  '/phone': '手机号不对，再看一遍。',
  '/email': '写邮箱，像 123@qq.com。微信支付要往这里发信。',
} as const

/** The errors of account numbers. */
const accountError: Record<AccountKind, string> = {
  personal: '号码不对。照着卡再看一遍。',
  corporate: '号码不对。照着开户许可再看一遍。',
}

const kinds: Record<AccountKind, string> = { personal: '本人的银行卡', corporate: '对公账户' }

/** The form of an application. */
export const applyWords = translated('applyWords', {
  title: '申请微信支付',
  lead: '拿着身份证、银行卡，照着填。只交给微信支付，这里不留。',
  ownerOnly: '法人本人是公司的受益人（占股 25% 以上）才能在这里申请，别的请管平台的人办。',
  storageNote: '填了一半的存在这部手机上，批下来、三十天没动就删。别人的手机，用完点“清空”。',
  notHere: '上次填的不在这部手机上，要重新填。',
  id: '身份证',
  idWritten: '照着身份证写',
  licence: '营业执照',
  account: '收钱的银行账户',
  phoneTitle: '联系您的手机',
  fields,
  errors,
  accountError,
  accountDoubt: '号码像是写错了，照着卡再看一遍。',
  photoMissing: '拍一张，或者从相册选。',
  photoUnsent: '这张还没传好，等一等，或者再传一次。',
  sample: {
    '/id/front': '平放，四个角都拍进来，字看得清。',
    '/id/back': '有国徽的一面，四个角都拍进来。',
    '/licence/photo': '整张拍进来，字看得清。',
  },
  camera: '拍一张',
  album: '从相册选',
  retake: '重拍',
  preparing: '正在处理照片',
  uploading: (percent: number) => `正在传 ${percent}%`,
  uploaded: '传好了',
  retry: '再传一次',
  uploadFailed: (why: string) => `没传上。${why}`,
  photoOf: (action: string, name: string) => `${action}：${name}`,
  photoUnavailable: '微信支付现在接不上，过一会儿再传。',
  idNumberHint: '18 位，最后可能是 X',
  dateHint: '身份证背面“有效期限”的日期，像 20200131',
  day: (year: string, month: number, day: number) => `${year} 年 ${month} 月 ${day} 日`,
  forever: '长期有效',
  licenceNumberHint: '执照右上角，18 位',
  kinds,
  bank: { choose: '选银行', change: '换一家', title: '哪家银行？' },
  bankNameHint: '像“成县农村商业银行沙坝支行”，要写到支行',
  accountHint: { personal: '写本人的银行卡号', corporate: '写对公账户的账号' } satisfies Record<
    AccountKind,
    string
  >,
  send: '交给微信支付',
  sending: '正在交',
  clear: '清空',
  draftStored: '申请填的和照片，还在这部手机上。',
  confirm: {
    title: '交给微信支付？',
    text: '号码和姓名加密，只交给微信支付，这里不留。交上去就不能改，等微信审完。',
    yes: '交上去',
    no: '再看看',
  },
  clearing: {
    title: '全部清空？',
    text: '照片和填的都从这部手机上删掉，再要交，得重新填。',
    yes: '清空',
    no: '不清',
  },
  failures: {
    'payment-unavailable': '微信支付现在接不上。填的都在，过一会儿再交。',
    'not-allowed-now': '已经交上去了，看看最新的。',
  },
  marked: '有几处要改，已经标出来了。',
  wrongPhoto: '这张照片不行，重拍一张。',
  closedTitle: '办到哪一步了',
  unavailable: '这个平台还不能替您申请。问问管平台的人。',
  back: '回到怎么收钱',
  consent: {
    title: '拍身份证、执照',
    text: '用一下相机和相册。照片一拍好就交给微信支付审核，这里不留。',
    agree: '同意，去拍照',
    refuse: '不同意',
  },
} as const)
