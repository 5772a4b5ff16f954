import { Text } from '@tarojs/components'
import type { Order } from '@/domain/order'
import type { OrderStepAction } from '@/domain/order-transitions'
import { ordersWords } from '@/locales/orders'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'
import type { Side } from './order-view'
import { SheetAnswers } from './sheet-answers'
import './confirm-sheet.scss'

interface ConfirmStepSheetProps {
  action: OrderStepAction
  side: Side
  order: Pick<Order, 'payment' | 'unreturned'>
  onYes(): void
  onNo(): void
}

/**
 * Asks for confirmation before an irreversible step. The confirm button is in the right half above the page's foot: a
 * double tap cannot hit it, because the buttons that open or follow this sheet are in the left half or in the foot.
 */
export function ConfirmStepSheet({ action, side, order, onYes, onNo }: ConfirmStepSheetProps) {
  const words = ordersWords.question(action, side, order)
  return (
    <Sheet title={words.title} onClose={onNo}>
      {words.text && <Text className="ask-step__text">{words.text}</Text>}
      <SheetAnswers no={words.no} onNo={onNo}>
        <Button kind="bad" onPress={onYes}>
          {words.yes}
        </Button>
      </SheetAnswers>
    </Sheet>
  )
}
