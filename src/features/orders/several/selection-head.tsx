import { Text, View } from '@tarojs/components'
import type { OrderSummary } from '@/domain/order/order'
import { isUndo } from '@/domain/order/undo-step'
import { severalOrdersWords } from '@/locales/order/find-orders'
import { orderLimitsWords } from '@/locales/order/order-limits'
import { aria } from '@/platform/a11y/aria'
import { Button } from '@/ui/button/button'
import { answerable, answersFor } from './several-answers'
import type { OrdersAnswer } from './use-answer-orders'
import type { Selection } from './use-selection'

interface SelectionHeadProps {
  selection: Selection
  chosen: readonly OrderSummary[]
  /** There are no orders to select. */
  isEmpty: boolean
  /** More orders are being loaded, which can be selected then. */
  isLoadingRest: boolean
  busy: boolean
  /** The result of the last action, shown until the selection changes. */
  message: string | undefined
  onAnswer(answer: OrdersAnswer): void
  onMore(): void
  onEnd(): void
}

const words = orderLimitsWords.select

/** The number of selected orders, and what can be done with them. */
export function SelectionHead(props: SelectionHeadProps) {
  const { selection, chosen, isEmpty, isLoadingRest, busy, message, onAnswer, onMore, onEnd } = props
  const count = selection.selected.length
  const [first] = answersFor(chosen)
  return (
    <View className="select-orders__head">
      <Text className="select-orders__title" {...aria({ role: 'status' })}>
        {message ?? (isLoadingRest ? words.loadingRest : words.title(count))}
      </Text>
      <View className="select-orders__do">
        <Button kind="soft" size="small" disabled={isEmpty || isLoadingRest} onPress={selection.toggleAll}>
          {selection.isAll && count > 0 ? words.none : words.all}
        </Button>
        {count > 0 && (
          <Button kind="soft" size="small" onPress={onMore}>
            {severalOrdersWords.more}
          </Button>
        )}
        <Button kind="line" size="small" onPress={onEnd}>
          {words.end}
        </Button>
      </View>
      {first !== undefined && (
        <View className="select-orders__first">
          <Button
            kind={isUndo(first) ? 'line' : 'main'}
            busy={busy && words.busy}
            onPress={() => onAnswer(first)}
          >
            {words[first](answerable(chosen, first).length)}
          </Button>
        </View>
      )}
    </View>
  )
}
