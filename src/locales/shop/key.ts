import { translated } from '../translation'
export const keyWords = translated('keyWords', {
  title: '小店钥匙',
  short: '换手机、丢手机都能找回',
  // must differ from the button that saves settings on the same page
  save: '存钥匙',
  saveAgain: '再存一次',
  saving: '正在画…',
  saved: '存到手机了，别发给别人',
  held: '长按图片存好，别发给别人。',
  failed: '没画成，请再点一次。',
  show: '看一眼',
  hide: '收起来',
  written: '记好了',
  already: '早就存好了',
  unknown: '钥匙只在换新的时候给一次。没存好，就换一把新的。',
  renew: '换一把新钥匙',
  renewing: '正在换…',
  renewAsk: '换一把新钥匙？',
  renewText: '换了以后，原来那把就打不开店了。',
  renewYes: '换新的',
  renewNo: '不换',
  file: (shop: string) => `${shop}钥匙`,
  sheet: '小店钥匙',
} as const)

export const keyCardWords = translated('keyCardWords', {
  title: '小店钥匙',
  how: (address: string) =>
    `换了手机、丢了手机，在新手机上扫这个码，或打开 ${address} 填上这把钥匙，店就回来了。`,
  once: '用一次就换一把新的。别发给别人。',
} as const)

export const restoreWords = translated('restoreWords', {
  title: '用钥匙找回小店',
  lead: '换了手机，或者清了记录，用钥匙把店找回来。',
  field: '钥匙',
  example: '一共 20 个字母和数字',
  missing: (count: number) => `还差 ${count} 位`,
  album: '从相册选钥匙图片',
  scan: '扫钥匙上的码',
  tooMany: (minutes: number) =>
    `填错好多回了，请照着钥匙图一个一个对。还是不对，就 ${minutes} 分钟以后再来。`,
  noReader: '网络不好，现在认不了图。等会儿再试，或者自己填。',
  noCode: '这张图上没认出钥匙，请换一张，或者自己填。',
  submit: '找回小店',
  busy: '正在找…',
  mine: '看看我的小店',
  usedHint: '要是刚才网断过，店可能已经回来了。',
  found: '小店找回来了',
  foundText: (shop: string) => `「${shop}」现在归这部手机管。`,
  newKey: '旧钥匙用掉了，先把新钥匙存好。',
  oldPhone: '旧手机还在您手里吗？',
  have: '在',
  lost: '丢了',
  lostBusy: '正在锁…',
  haveDone: '好，两部手机都能管店。',
  lostDone: '好了，旧手机再也打不开您的店，用它做的纸卡也不能用了。',
  manage: '去我的小店',
} as const)
