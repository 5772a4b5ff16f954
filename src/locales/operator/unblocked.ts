import { translated } from '../translation'

/** What the owner of a shop reads once after an operator has ended its block. */
export const unblockedWords = translated('unblockedWords', {
  text: '您的店解封了，买家又看得到、买得到了。',
} as const)
