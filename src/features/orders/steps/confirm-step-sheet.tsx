import { Text } from '@tarojs/components'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'
import { SheetAnswers } from '@/ui/sheet/sheet-answers'
import type { OrderQuestion } from './use-order-steps'
import './confirm-sheet.scss'

interface ConfirmStepSheetProps {
  words: ReturnType<OrderQuestion>
  /** True when the step gives something up, which its button shows. */
  isLoss: boolean
  /** The changes that the buyer requests and that the step declines. */
  rows: readonly string[]
  onYes(): void
  onNo(): void
}

/**
 * Asks for confirmation before an irreversible step. The confirm button is in the right half above the page's foot: a double tap cannot
 * hit it, because what opens this sheet is in the left half, in the foot, or above the last two rows of a sheet.
 */
export function ConfirmStepSheet({ words, isLoss, rows, onYes, onNo }: ConfirmStepSheetProps) {
  return (
    <Sheet title={words.title} onClose={onNo}>
      {rows.map((row) => (
        <Text key={row} className="ask-step__row">
          {row}
        </Text>
      ))}
      {words.text && <Text className="ask-step__text">{words.text}</Text>}
      <SheetAnswers no={words.no} onNo={onNo}>
        <Button kind={isLoss ? 'bad' : 'main'} onPress={onYes}>
          {words.yes}
        </Button>
      </SheetAnswers>
    </Sheet>
  )
}
