import { placeWords } from '../parts/place'
import { sharedPartWords } from '../parts/shared-part'
import { translated } from '../translation'

const minutes = (ms: number) => Math.floor(ms / 60_000)
const seconds = (ms: number) => Math.floor(ms / 1000) % 60

export const giveWords = translated('giveWords', {
  titles: { shop: '交给本人', draft: '让本人接着填', help: '请人帮忙' },
  lead: {
    shop: '店开好了。请本人用自己的手机扫码，或者打开「开张」点「接店」，输这八个数。',
    draft: '请本人用自己的手机扫码，或者打开「开张」点「接店」，输这八个数。填过的和照片都会过去。',
    help: '请服务站的人扫码，或者输这八个数。',
  },
  qr: '扫码接店',
  digits: '八位号码',
  digitsLabel: (digits: string) => Array.from(digits).join(' '),
  left: (ms: number) => `还能用 ${minutes(ms)}:${String(seconds(ms)).padStart(2, '0')}`,
  making: '正在出号码…',
  sendingPhoto: '正在传照片…',
  expired: { title: '号码过时了', text: '十分钟没人用，这个号码作废了。', again: '再出一个' },
  moving: { title: '正在传到那部手机', text: '那边存好了，这边再清掉，请等一下。' },
  late: {
    title: '那部手机还没说收到',
    text: '看看那部手机：有了，就不用管了；没有，再问一次本人，在这里接着开。',
  },
  done: {
    shop: { title: '交到本人手里了', text: '从现在起，这家店只有本人能管。您这边动不了了。' },
    draft: { title: '传过去了', text: '那部手机上接着填就行，这部手机上的已经清掉了。' },
    help: { title: '对上了', text: '他现在能帮您改，最多一个小时。做了什么，下面都看得到。' },
  },
  another: '再帮一个人',
  log: '看看他做了什么',
  back: '先不交了',
  ending: '正在作废号码…',
  endFailed: (why: string) => `号码还没作废。${why}`,
  earlier: '店早一步开好了，是改之前的样子。要改，点「改一改」。',
  noPhone: '本人没有手机？做一张纸卡',
  visit: '看看店',
  manage: '改一改',
  missing: { title: '没有要交的店', text: '可能已经交给本人了，或者代办到时候了。', helps: '看看还没交的' },
  missingDraft: { title: '没有没开完的店', text: '先帮人开一家，再传过去。', open: '帮人开店' },
  consentOver: { title: '要再问一次本人', text: '代办到时候了，或者那部手机已经接过去了。填过的还在这里。' },
  askAgain: '再问一次本人',
} as const)

export const takeWords = translated('takeWords', {
  title: '接店',
  lead: '别人帮您开的店，在这里接到自己手机上。',
  field: '接店号码',
  hint: '请对方给您看手机上的数',
  submit: '看看是哪家店',
  reading: '正在找…',
  scan: '扫对方手机上的码',
  album: '从相册选码',
  noCode: '这上面没有接店的码，请输号码。',
  noReader: '网络不好，现在认不了图。请输号码。',
  tooMany: (wait: number) => `输错好多回了。请直接扫对方手机上的码，或者 ${wait} 分钟以后再输。`,
  from: (centre: string, helper: string) => `${centre}服务站 ${helper} 帮您开的`,
  goods: (name: string) => (name ? `${placeWords.county}${name}` : '一家没开完的店'),
  shop: {
    text: '接过来以后，只有您能管这家店，帮您的人做的纸卡也不能用了。',
    accept: '接过来',
    accepting: '正在接…',
  },
  draft: { text: '填过的都会过来，您接着填完就开张。', accept: '接着开', accepting: '正在传…' },
  help: {
    text: (parts: readonly (keyof typeof sharedPartWords)[]) =>
      `店主请您帮忙改：${parts.map((part) => sharedPartWords[part]).join('、')}。最多一个小时，做了什么店主都看得到。`,
    accept: '开始帮忙',
    accepting: '正在对…',
    staffOnly: '这个号码要服务站的人来输。',
  },
  replace: {
    ask: '换掉没开完的店？',
    text: '这部手机上有一家没开完的店。接过来，原来填的就没了。',
    no: '先不接',
    yes: '换掉，接过来',
  },
  noPhoto: {
    title: '照片没传过来',
    text: '可以再试一次；不要了，接着开的时候再拍一张。',
    retry: '再试一次',
    without: '不要照片，接着开',
  },
  other: '换一个号码',
  done: {
    title: '店接过来了',
    text: (shop: string) => `「${shop}」现在归这部手机管，别人动不了了。`,
    key: '先把小店钥匙存好，换手机、丢手机都靠它。',
    manage: '去我的小店',
    log: '看看别人替我做了什么',
  },
  card: '拿着纸卡？从这里取店',
} as const)
