import type { Fulfilment } from '@/domain/order/fulfilment'
import { type Trade, tradeDefaults, trades } from '@/domain/shop/trade'
import { productQuestionWords } from '@/locales/shop/wizard'
import type { SeededRandom } from './seeded-random'

/** The shop that the simulated user wants to open. */
export interface ShopPlan {
  trade: Trade
  /** The first product proposed by the trade, on which the default name is based. */
  firstGood: string
  /** The typed name, or `null` to accept the proposed one. */
  typedName: string | null
  name: string
  word: string
  otherWords: readonly string[]
  price: string
  unit: string
  fulfilments: Fulfilment[]
  place: string
  fee: string | null
  /** The courier fee in yuan; `null` for free. */
  courierFee: string | null
  template: string
}

const WAYS: readonly Fulfilment[][] = [
  ['local', 'pickup'],
  ['local', 'courier'],
  ['pickup', 'courier'],
]

export function createShopPlan(dice: SeededRandom): ShopPlan {
  const trade = dice.pick(trades)
  const good = tradeDefaults(trade).goods[0]
  if (!good) throw new Error(`${trade} proposes nothing`)
  const typedName = dice.happens(0.6) ? `自家的${good.name}` : null
  const word = typedName ? '' : dice.pick(good.words)
  const fulfilments = dice.pick(WAYS)
  return {
    trade,
    firstGood: good.name,
    typedName,
    name: typedName ?? productQuestionWords.proposed([word], good.name),
    word,
    otherWords: good.words.filter((other) => other !== word),
    price: dice.pick(['25', '12.5', '68', '108.8']),
    unit: dice.pick([...good.units, '份']),
    fulfilments,
    place: fulfilments.includes('pickup') ? '村口小卖部' : '',
    fee: fulfilments.includes('local') ? dice.pick([null, '3', '5']) : null,
    courierFee: dice.pick([null, '8', '15']),
    template: dice.pick(['orchard', 'plain', 'woodgrain']),
  }
}
