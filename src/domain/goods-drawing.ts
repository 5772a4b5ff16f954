import type { Trade } from './trade'

/** Data: which goods the trades' drawings show, by what their names say; the first that fits. A shop front shows none. */
const shown: readonly (readonly [RegExp, Trade])[] = [
  [/蜂|蜜(?![桃柚枣饯瓜橘薯])/u, 'honey'],
  [/苹果/u, 'fruit'],
  [/核桃/u, 'nuts'],
  [/麦|面粉/u, 'grain'],
  [/蛋(?![糕卷黄挞])/u, 'eggs-meat'],
  [/房|住宿|客栈|民宿/u, 'inn'],
  [/[党人]参/u, 'herbs'],
  [/绣/u, 'handicraft'],
]

/** The drawing that shows this very kind of goods, whatever its shop sells otherwise; `undefined` where there is none. */
export const goodsDrawing = (goods: string): Trade | undefined =>
  shown.find(([kind]) => kind.test(goods))?.[1]

/** The drawing for a shop without a photo: of the first of its goods that is drawn, else a shop front. */
export const shopDrawing = (goods: readonly string[]): Trade =>
  goods.map(goodsDrawing).find((drawing) => drawing !== undefined) ?? 'plain'
