import { View } from '@tarojs/components'
import type { ClaimRequest } from '@/domain/order/claim'
import type { OrderLine } from '@/domain/order/order'
import { orderLinesWords } from '@/locales/order/order-lines'
import { Choice } from '@/ui/choice/choice'
import { Stepper } from '@/ui/stepper/stepper'

interface ClaimGoodsProps {
  lines: readonly OrderLine[]
  goods: ClaimRequest['goods']
  onChange(goods: ClaimRequest['goods']): void
}

/** Chooses lines of an order, and how much of each, from one piece up. */
export function ClaimGoods({ lines, goods, onChange }: ClaimGoodsProps) {
  const toggle = (line: number) =>
    onChange(
      goods.some((one) => one.line === line)
        ? goods.filter((one) => one.line !== line)
        : [...goods, { line, quantity: 1 }].sort((a, b) => a.line - b.line),
    )
  return (
    <View className="claim__goods">
      {lines.map(({ name, label, quantity, unit, skuId, date }, line) => {
        const chosen = goods.find((one) => one.line === line)
        const title = orderLinesWords.name(name, label)
        return (
          <View key={`${skuId} ${date ?? ''}`}>
            <Choice
              role="checkbox"
              words={title}
              note={orderLinesWords.count(quantity, unit)}
              chosen={chosen !== undefined}
              onPress={() => toggle(line)}
            />
            {chosen && quantity > 1 && (
              <Stepper
                label={title}
                value={chosen.quantity}
                min={1}
                max={quantity}
                onChange={(value) =>
                  onChange(goods.map((one) => (one.line === line ? { line, quantity: value } : one)))
                }
              />
            )}
          </View>
        )
      })}
    </View>
  )
}
