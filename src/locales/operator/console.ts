import type { DocumentKind } from '@/domain/documents'
import type { AuditAction, AuditFact, QuotaName } from '@/domain/operator-console'
import type { OwnAppState } from '@/domain/shop/own-app'
import { documentNames } from '../parts/document-names'
import { ownAppWords } from '../shop/own-app'
import { momentWords } from '../time'
import { translated } from '../translation'
import { quotasWords } from './settings'

const actions = {
  block: '封店',
  unblock: '解封',
  remove: '删店',
  'new-key': '发新钥匙',
  transfer: '换店主',
  'grant-payments': '开通收款',
  'block-wave': '封一批店',
  'unblock-wave': '解封一批店',
  'pass-content': '内容放行',
  'hide-content': '内容隐藏',
  'answer-reports': '举报已处理',
  'run-job': '任务重跑',
  'announce-document': '公布新版本',
  'withdraw-document': '撤回新版本',
  'make-link': '发登录链接',
  'end-operator': '停用值班员',
  'sign-in': '登录',
  'add-passkey': '加通行密钥',
  'remove-passkey': '去掉通行密钥',
  'message-shop': '给店主留话',
  'keep-block': '申诉不成立',
  'note-own-app': '记小程序进度',
  'set-quota': '改限额',
  'read-person': '调个人数据',
  'export-shop': '导出一家店',
  'tax-report': '出税务季报',
} as const satisfies Record<AuditAction, string>

/** The frame of the console, and signing in to it. */
export const consoleWords = translated('consoleWords', {
  title: '值班台',
  tabs: { waiting: '待办', shops: '店铺', waves: '成批', audit: '记录', settings: '设置' },
  until: (name: string, moment: string) => `${name}，登录到${moment}`,
  signOut: '退出',
  signIn: {
    title: '登录值班台',
    lead: '这个链接只能用一次，登录后管 12 个小时。别在别人的电脑上登录。',
    button: '登录',
    busy: '正在登录……',
    none: {
      title: '登录值班台',
      text: '加过通行密钥的，用它登录。没有的要一个链接：在服务器上运行 npm run operator:link -- --name 名字，打开它给的链接，一小时内有效。',
    },
    wrong: '这个链接不对，或者有了更新的链接',
    used: '这个链接已经用过了，再要一个',
    expired: '这个链接过期了，再要一个',
  },
} as const)

/** What waits for an operator. */
export const waitingWords = translated('waitingWords', {
  empty: { title: '都处理完了', text: '没有申诉、举报、内容、钱和任务在等人。' },
  appeals: (shops: number) => `封了的店说没问题（${shops} 家）`,
  unblock: '解封',
  keep: '还是不行',
  keepSheet: {
    title: (name: string) => `回“${name}”的申诉`,
    text: '店继续封着，店主在“今天”里看得到这句话，还可以再申诉。',
    message: '为什么还是不行，怎么改才行',
    missing: '写一句',
    yes: '回给店主',
    busy: '正在发……',
  },
  reports: (shops: number) => `举报（${shops} 家店）`,
  answeredBefore: (text: string) => `上次回的：${text}`,
  weight: (weight: number) => `分量 ${weight}`,
  blocked: '已经封了',
  open: '看店',
  answered: '处理完了',
  contents: (count: number) => `内容（${count} 处）`,
  keys: '第一处：按 1 放行，按 2 隐藏',
  why: { appeal: '店家说没问题', doubtful: '拿不准', unchecked: '没人查过' },
  noShop: '不在店里',
  listen: '听一听',
  pass: '放行',
  hide: '隐藏',
  everywhere: {
    title: '很多店都在用',
    text: '这句话有五家以上的店在用，隐藏后哪家都看不到。要封的如果是一家店，去封店。',
    no: '不隐藏',
    yes: '到处都隐藏',
  },
  money: (count: number) => `钱（${count} 笔）`,
  statement: (service: string, day: string, count: number) => `${service} ${day} 的对账单差 ${count} 处`,
  jobs: (count: number) => `跑不下去的任务（${count} 个）`,
  attempts: (count: number, ago: string) => `试了 ${count} 次，${ago}`,
  late: (count: number) => `另有 ${count} 个任务晚了 10 分钟以上`,
  runAgain: '再跑一次',
} as const)

/** The shops of the installation. */
export const operatedShopsWords = translated('operatedShopsWords', {
  search: '店名、地方、店号或电话',
  order: '先看哪些',
  orders: { newest: '新开的', largest: '存得多的' },
  none: { title: '没有这样的店', text: '换一个词再找。' },
  more: '再看一些',
  moreBusy: '正在读……',
  facts: (products: number, orders: number, megabytes: string) =>
    `${products} 样货，${orders} 个订单，${megabytes} MB`,
  opened: (ago: string) => `开店：${ago}`,
  lastOrder: (ago: string) => `最近下单：${ago}`,
  lastSeen: (day: string) => `店主最近来过：${day}`,
  owners: (count: number) => (count === 0 ? '还没有店主' : `店主 ${count} 人`),
  blocked: (ago: string) => `${ago}封的`,
  closed: '店主关掉了',
  visit: '打开店面',
  block: '封店',
  unblock: '解封',
  key: '发新钥匙',
  message: '留话',
  history: '值班员做过的',
  reason: (reason: string) => `因为：${reason}`,
  told: (text: string) => `告诉店主：${text}`,
  actions,
  blockSheet: {
    title: (name: string) => `封“${name}”`,
    text: '买家找不到这家店，也不能下单；已经下的单还看得到。店主在“今天”里看得到下面第二句。',
    reason: '为什么封（店主看不到）',
    ownerReason: '告诉店主什么（违反了哪一条，找谁说）',
    missing: '写一句，以后才知道为什么',
    yes: '封店',
    busy: '正在封……',
  },
  unblockSheet: {
    title: (name: string) => `解封“${name}”`,
    reason: '为什么解封',
    yes: '解封',
    busy: '正在解封……',
  },
  remove: '删店',
  removeSheet: {
    title: (name: string) => `删掉“${name}”`,
    text: '店、货和订单先导出到服务器上的文件夹，再全部删掉，找不回来；买家也看不到以前的订单了。还有钱没办完的订单，删不了。',
    reason: '为什么删',
    missing: '写一句，以后才知道为什么',
    refused: '有订单的钱还没办完，或者店主正在改店。过一会儿再试。',
    yes: '导出后删掉',
    busy: '正在导出……',
    done: '删掉了。导出的在数据文件夹的 removed-shops 里，有买家的姓名和电话，别让别人看到：',
  },
  messageSheet: {
    title: (name: string) => `给“${name}”留话`,
    text: '写在店主的“今天”最上面，有人点了“知道了”才去掉。',
    message: '说什么',
    missing: '写一句',
    yes: '留话',
    busy: '正在发……',
  },
  keySheet: {
    title: '给店主发新钥匙',
    text: '先弄清楚来要的人是不是店主：打店里留的电话，问几件只有店主知道的事。旧钥匙从此不能用。',
    check: '怎么弄清楚的',
    missing: '写清楚怎么核对的，才能发',
    transfer: '换店主',
    transferNote: '原来的店主都不能再打开，他们发的钥匙、纸卡和邀请也都作废',
    yes: '发新钥匙',
    busy: '正在发……',
    done: '新钥匙，只能用一次，关掉就看不到了：',
    copy: '复制',
    copied: '复制好了',
  },
} as const)

/** Shops that were opened from one network. */
export const wavesWords = translated('wavesWords', {
  lead: '三十天里从同一片网络开了十家以上的店。上课的班、手机上网的人也会这样，先看看店名再封。',
  none: { title: '没有成批开的店', text: '三十天里，没有哪片网络开了十家以上的店。' },
  shops: (count: number, blocked: number) =>
    blocked > 0 ? `${count} 家店，封了 ${blocked} 家` : `${count} 家店`,
  between: (first: string, last: string) =>
    first === last ? first : `${first}${/\d$/.test(first) ? ' ' : ''}到${/^\d/.test(last) ? ' ' : ''}${last}`,
  names: (names: readonly string[], shops: number) =>
    `${names.join('、')}${shops > names.length ? `，还有 ${shops - names.length} 家` : ''}`,
  trusted: (count: number) => `${count} 家送到过隔天的订单，不跟着封`,
  block: '全部封掉',
  undo: '全部解封',
  undone: '整批解封',
  sheet: {
    title: (count: number) => `封掉 ${count} 家店`,
    reason: '为什么封（店主看不到）',
    ownerReason: '告诉店主什么',
    missing: '写一句，以后才知道为什么',
    yes: '全部封掉',
    busy: '正在封，店多要等几秒……',
  },
  undoSheet: {
    title: '解封这一批？',
    text: '只解封跟这一批一起封的店，单独封的还是封着。',
    no: '不解封',
    yes: '全部解封',
    busy: '正在解封……',
  },
} as const)

const auditFactNames = {
  reason: '因为',
  ownerReason: '告诉店主',
  text: '写的',
  shops: '几家店',
  count: '几条',
  isMeantEverywhere: '到处隐藏',
  isImportant: '影响大',
  effectiveAt: '哪天算数',
  value: '改成',
  appid: 'AppID',
  note: '给店主看的话',
  ...ownAppWords.steps,
} as const satisfies Record<AuditFact, string>

/** A fact of an entry: times as days, yes and no, and the states of a mini-program in words. */
function auditFactWords(name: string, value: string, now: number): string {
  const label = (auditFactNames as Record<string, string>)[name] ?? name
  if (name === 'effectiveAt') return `${label}：${momentWords(Number(value), now)}`
  if (value === 'true' || value === 'false') return `${label}：${value === 'true' ? '是' : '不是'}`
  const state = name in ownAppWords.steps ? ownAppWords.states[value as OwnAppState] : undefined
  return `${label}：${state ?? value}`
}

/** What an entry is about: a limit and a document by their names, all else as it stands. */
function auditSubject(action: AuditAction, subject: string): string {
  if (action === 'set-quota') return quotasWords.names[subject as QuotaName] ?? subject
  const [kind, version] = subject.split(' ')
  const name = action.endsWith('-document') ? documentNames[kind as DocumentKind] : undefined
  return name ? `${name}${version ? `第 ${version} 版` : ''}` : subject
}

/** The audit trail. */
export const auditWords = translated('auditWords', {
  lead: '每一条都跟前一条连在一起，改了、删了，npm run audit:check 查得出来。',
  none: { title: '还没有记录', text: '值班员做的事会记在这里。' },
  commandLine: '服务器命令',
  actions,
  subject: auditSubject,
  fact: auditFactWords,
  more: '再看一些',
  moreBusy: '正在读……',
} as const)
