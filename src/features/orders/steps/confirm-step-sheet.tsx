import { Text } from '@tarojs/components'
import type { Confirmation } from '@/locales/parts/order-questions'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'
import { SheetAnswers } from '@/ui/sheet/sheet-answers'
import { Texts } from '@/ui/text/texts'
import './confirm-sheet.scss'

interface ConfirmStepSheetProps {
  words: Confirmation
  /** True when the step gives something up, which its button shows. */
  isLoss: boolean
  /** The changes that the buyer requests and that the step declines. */
  rows?: readonly string[]
  onYes(): void
  onNo(): void
}

/**
 * Asks for confirmation before an irreversible step. The confirm button is in the right half above the page's foot: a double tap cannot
 * hit it, because what opens this sheet is in the left half, in the foot, or above the last two rows of a sheet.
 */
export function ConfirmStepSheet({ words, isLoss, rows = [], onYes, onNo }: ConfirmStepSheetProps) {
  return (
    <Sheet title={words.title} onClose={onNo}>
      <Texts className="ask-step__row" texts={rows} />
      {words.text && <Text className="ask-step__text">{words.text}</Text>}
      <SheetAnswers no={words.no} onNo={onNo}>
        <Button kind={isLoss ? 'bad' : 'main'} onPress={onYes}>
          {words.yes}
        </Button>
      </SheetAnswers>
    </Sheet>
  )
}
