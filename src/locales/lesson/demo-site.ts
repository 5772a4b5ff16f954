import { translated } from '../translation'
/** The texts that a demo world's server adds to its pages. */
export const demoSiteWords = translated('demoSiteWords', {
  bar: '演示，都是假的',
  resetting: '演示正在清空，马上就好……',
  closed: '这里现在没有演示。请老师点一下「开始演示」。',
} as const)
