import { translated } from '../translation'
/** The keys of a seller's pages at a computer. */
export const shortcutsWords = translated('shortcutsWords', {
  open: '快捷键',
  title: '快捷键',
  groups: [
    {
      title: '今天、订单、货品、店铺都能用',
      keys: [
        { keys: ['1', '2', '3', '4'], does: '去今天、订单、货品、店铺' },
        { keys: ['?'], does: '打开这张表' },
      ],
    },
    {
      title: '在“订单”里',
      keys: [
        { keys: ['J', 'K'], does: '看下一单、上一单' },
        { keys: ['A'], does: '这一单的下一步，比如接单' },
        { keys: ['/'], does: '找订单' },
        { keys: ['X'], does: '选几单，再按一次不选了' },
        { keys: ['R'], does: '看看有没有新的' },
      ],
    },
  ],
  off: '不用快捷键',
  offNote: '按键不再起作用。想用了，再从“快捷键”打开。',
} as const)
