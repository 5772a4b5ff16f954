import { translated } from '../translation'
/** Texts of products in any section. */
export const goodsWords = translated('goodsWords', {
  soldOut: '卖完了',
  resting: '歇业中',
  open: (name: string, price: string, soldOut: boolean) => `${name}，${price}${soldOut ? '，卖完了' : ''}`,
  // without the quantity, so that a tap sends little to the page of a mini-program
  add: (name: string) => `${name}，加一份`,
  less: (name: string) => `${name}，减一份`,
  choose: (name: string) => `${name}，选规格`,
  emptyTitle: '货还没摆上来',
  emptyText: '店主正在备货，过两天再来看看',
  emptyCall: '店主正在备货，想要什么先打个电话',
  soldOutAll: '这会儿都卖完了',
} as const)

/** Texts of the large button that buys a product. */
export const buyWords = translated('buyWords', {
  buy: '买',
  choose: '选规格',
  // the accessible name contains the visible label: 买 and the number
  more: (name: string, quantity: number) => `${name}，买${quantity} 份了，再加一份`,
} as const)
