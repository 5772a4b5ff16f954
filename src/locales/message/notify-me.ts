import { translated } from '../translation'
/** Notifications of an order for buyers. */
export const notifyMeWords = translated('notifyMeWords', {
  title: '有动静告诉我',
  text: '店家接了单、货上路了，手机上会告诉您。',
  do: '告诉我',
  stop: '不用了',
  busy: '正在办…',
  on: '有动静会告诉您',
  left: (count: number) => `有动静会告诉您，还能告诉 ${count} 次`,
  /** Nothing was permitted; WeChat asks nothing when its messages are switched off. */
  refused: '没准许，就不会提醒。没弹出框的话：点右上角“…”、设置、通知管理，打开再点。',
  failed: '没开成，等会儿再点',
} as const)
