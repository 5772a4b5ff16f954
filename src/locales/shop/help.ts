import type { HelpAction } from '@/domain/shop/help'
import { sharedPartWords } from '../parts/shared-part'
import { translated } from '../translation'
import { centreName } from './helper-shop'

const shopOf = (person: string) => (person ? `给${person}开的店` : '替人开的店')

export const helpConsentWords = translated('helpConsentWords', {
  title: '帮人开店',
  lead: '先问过本人，再动手。',
  person: '怎么称呼本人',
  personHint: '不写也行。写了您好认，买家看不到。',
  ask: '念给本人听',
  askSilent: '请照着念给本人听',
  sentence: (centre: string) =>
    `我是${centreName(centre)}的。我用这部手机帮您开一个小店，问您几件事，拍一张照片。店开好了就交给您，我这边就再也动不了。我做过哪几步，您都看得到。您看行吗？`,
  spoken: '本人说行',
  tapped: '让本人自己点',
  sheet: '请本人来点',
  yes: '我同意',
  no: '先不开',
  busy: '正在记下来…',
  nobody: {
    title: '这里是服务站的人用的',
    text: '您要是服务站的人，请站长发一个邀请码。自己开店，从首页进就行。',
    home: '回首页',
  },
  where: '您是哪个站的？',
  centre: centreName,
  unfinished: {
    title: (person: string | undefined) =>
      person === undefined ? '这部手机上有一家没开完的店' : `${shopOf(person)}还没开完`,
    text: '一部手机一次开一家。先把它开完，或者丢掉它。',
    go: '接着开那一家',
    drop: '丢掉它，帮人开新的',
    ask: '丢掉没开完的店？',
    askText: '填过的和照片都没了，找不回来。',
    keep: '不丢',
    yes: '丢掉',
  },
  helps: '帮过还没交的店',
} as const)

export const helpBannerWords = translated('helpBannerWords', {
  open: (person: string) => (person ? `代${person}开店` : '代人开店'),
  pass: '给本人填',
} as const)

export const helpListWords = translated('helpListWords', {
  title: '还没交的店',
  empty: { title: '都交出去了', text: '帮人开的店，交给本人以前都在这里。', open: '帮人开店' },
  unopened: '还没开张',
  nameless: '没写名字',
  by: (helper: string) => `${helper} 帮开的`,
  card: '做了纸卡',
  left: (days: number) => (days > 0 ? `还有 ${days} 天没人接，就自动删掉` : '今天没人接，就自动删掉'),
  hour: (minutes: number) => `帮忙改店，还剩 ${minutes} 分钟`,
  give: '交给本人',
  manage: '改一改',
  makeCard: '做纸卡',
  resume: '接着开',
  end: '不开了',
  endShared: '帮完了',
  endCard: '卡给本人了，帮完了',
  ask: '不开这家店了？',
  askText: '店和照片马上删掉，找不回来。',
  askUnopened: '记下的同意就作废了。',
  no: '先留着',
  yes: '删掉',
  busy: '正在办…',
  ended: '办好了',
  more: '再看一些',
  moreBusy: '正在拿…',
} as const)

const actions: Record<HelpAction, string> = {
  'consent-spoken': '念给您听，您说行',
  'consent-tapped': '您自己点了同意',
  'open-shop': '开了这家店',
  'save-product': '改了货',
  'remove-product': '删了货',
  'move-stock': '改了库存',
  'save-settings': '改了店里的设置',
  'save-look': '动了店的样子，还没给买家看',
  'publish-look': '换了店的样子',
  'offer-shop': '出了交店的号码',
  'offer-draft': '把没开完的店传给了您',
  'make-card': '做了纸卡',
}

export const helpLogWords = translated('helpLogWords', {
  title: '请人帮忙',
  now: '现在能动您店的人',
  nobody: '现在只有您自己能动这家店。',
  until: (time: string) => `到 ${time} 为止`,
  end: '让他停手',
  ending: '正在停…',
  ended: '停了，他动不了您的店了。',
  ask: '请服务站的人帮忙',
  askText: '挑好让他动哪几样，给他看号码。他最多能动一个小时，订单、钱和买家的电话他看不到。',
  parts: sharedPartWords,
  none: '先挑一样',
  offer: '出一个号码',
  steps: '这几步是别人代办的',
  noSteps: '还没有人替您动过这家店。',
  who: (centre: string, helper: string) => `${centreName(centre)} ${helper}`,
  action: (action: HelpAction, about: string | undefined) =>
    about ? `${actions[action]}「${about}」` : actions[action],
  times: (count: number) => `，一共 ${count} 次`,
  unsure: '这一步也许没做成',
  more: '再往前看',
  moreBusy: '正在拿…',
} as const)
