import type { QuotaName } from '@/domain/operator-console'
import { translated } from '../translation'

/** The documents of the installation, for operators. */
export const operatedDocumentsWords = translated('operatedDocumentsWords', {
  title: '协议和规则',
  lead: '要改，先公布，至少七天后才算数；影响大的十五天。公布后首页和店主的“今天”都看得到，旧的一直看得到。',
  inForce: (version: number, since?: string) => `现在是第 ${version} 版${since ? `，${since}起` : ''}`,
  coming: (version: number, day: string) => `第 ${version} 版已公布，${day}起算数`,
  change: '改',
  changeOf: (name: string) => `改${name}`,
  withdraw: '撤回',
  withdrawing: '正在撤回……',
  withdrawSheet: {
    title: (name: string, version: number) => `撤回${name}第 ${version} 版？`,
    text: '这一版不再算数，现在的一版照旧用。要改，再公布一版。',
    no: '不撤回',
    yes: '撤回',
  },
  sheetTitle: (name: string) => `改${name}`,
  sheetLead: '有影响的，请懂法律的人先看过。公布出去，大家就看得到，可以撤回，但记录里一直有。',
  text: '全文',
  textHint: '一行以“# ”开头，就是小标题',
  same: '还没有改',
  changes: '改了什么，一两句话',
  missing: '写一句，别人才知道看哪里',
  important: '对店家或买家影响大',
  importantNote: '公布十五天才算数',
  effect: (day: string) => `${day}起算数`,
  announce: '公布',
  announcing: '正在公布……',
} as const)

const quotaNames = {
  shopsPerAccount: '一个人开几家店',
  productsPerShop: '一家店几样货',
  filesPerShop: '一家店几张照片',
  megabytesPerShop: '一家店存多少（MB）',
  filesPerAccount: '一个人传几张照片',
  megabytesPerAccount: '一个人存多少（MB）',
  shopsPerAddress: '一个地址十分钟开几家店',
  megabytesPerAddressDay: '一个地址一天传多少（MB）',
} as const satisfies Record<QuotaName, string>

/** The limits of accounts, shops and addresses. */
export const quotasWords = translated('quotasWords', {
  title: '限额',
  lead: '改了马上用，几台服务器都在十秒内。0 就是不限。',
  names: quotaNames,
  value: (value: number, standard: number) => {
    const now = value === 0 ? '不限' : String(value)
    return value === standard ? now : `${now}（原来 ${standard === 0 ? '不限' : standard}）`
  },
  number: '改成多少',
  wrong: '写一个整数，0 是不限',
  save: '改',
  saving: '正在改……',
  standard: '回到原来的',
} as const)

/** The passkeys of the operator who is signed in. */
export const passkeysWords = translated('passkeysWords', {
  title: '通行密钥',
  lead: '在这台电脑或手机上加一把，以后用指纹、脸或者锁屏密码登录，不用再要链接。',
  none: '一把都没有。',
  unsupported: '这个浏览器不能用，换一个新的，并且用 https 打开。',
  passkey: (added: string, used?: string) => (used ? `${added}加的，${used}用过` : `${added}加的，还没用过`),
  add: '加一把',
  adding: '照浏览器说的做……',
  failed: '没有加上，再试一次',
  remove: '去掉',
  removing: '正在去掉……',
  signIn: '用通行密钥登录',
  signingIn: '照浏览器说的做……',
  refused: '没有登录：不是这里的通行密钥，或者没有确认',
} as const)
