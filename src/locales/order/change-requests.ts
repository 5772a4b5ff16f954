import { translated } from '../translation'
/** A buyer's open request to change an order, for its seller. */
export const changeRequestWords = translated('changeRequestWords', {
  title: '买家想改成这样',
  accept: '行，改了',
  decline: '改不了',
  tag: '买家想改',
  withdrawn: '买家刚才说不改了，还照原来的。',
  /** Why it cannot be accepted. */
  errors: {
    'slot-full': '这个日子排满了。想答应，先到“店铺”的“日子”里把“最多几单”改多些；不然点“改不了”。',
    'slot-gone': '这个日子已经过了，改不成。点“改不了”，再给买家打个电话说说。',
  },
} as const)
