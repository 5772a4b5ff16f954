import type { Trade } from '../shop/trade'

/** Maps name patterns to the trade whose drawing shows such goods; the first match applies. `plain` shows no goods. */
const drawingByName: readonly (readonly [RegExp, Trade])[] = [
  [/蜂|蜜(?![桃柚枣饯瓜橘薯])/u, 'honey'],
  [/苹果/u, 'fruit'],
  [/核桃/u, 'nuts'],
  [/麦|面粉/u, 'grain'],
  [/蛋(?![糕卷黄挞])/u, 'eggs-meat'],
  [/房|住宿|客栈|民宿/u, 'inn'],
  [/[党人]参/u, 'herbs'],
  [/绣/u, 'handicraft'],
]

/** The drawing that shows goods of this name, whatever the shop's trade; `undefined` if there is none. */
export const goodsDrawing = (goods: string): Trade | undefined =>
  drawingByName.find(([pattern]) => pattern.test(goods))?.[1]

/** The drawing for a shop without a photo: of its first goods with a drawing, else the shop front. */
export const shopDrawing = (goods: readonly string[]): Trade =>
  goods.map(goodsDrawing).find((drawing) => drawing !== undefined) ?? 'plain'
