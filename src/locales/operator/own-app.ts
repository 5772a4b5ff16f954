import { translated } from '../translation'

/** How an operator notes how far a shop's own mini-program is. */
export const ownAppNoteWords = translated('ownAppNoteWords', {
  button: '小程序',
  title: (name: string) => `“${name}”自己的小程序`,
  lead: '店主在“今天”里看到走到哪一关。备案在这台服务器有它的密钥时自己从微信读，六小时一次；别的照微信后台记在这里。',
  appid: '小程序的 AppID',
  appidWrong: 'AppID 是 wx 开头的一串字母和数字',
  readFromWechat: (ago: string) => `${ago}从微信读的`,
  note: '给店主看的话（可以不写）',
  save: '记下',
  saving: '正在记……',
} as const)
