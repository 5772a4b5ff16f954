import { Text, View } from '@tarojs/components'
import type { OrderStepAction } from '@/domain/order-transitions'
import { ordersWords } from '@/locales/zh-CN/orders'
import { Button } from '@/ui/button/button'
import { Sheet } from '@/ui/sheet/sheet'
import type { Side } from './order-view'
import './ask-step.scss'

interface AskStepProps {
  action: OrderStepAction
  side: Side
  onYes(): void
  onNo(): void
}

/**
 * Asks once before a step that cannot be taken back. The confirming button lies in the right half and above the foot of
 * the page: the buttons that open this sheet lie in the left half, those that may follow in the foot.
 */
export function AskStep({ action, side, onYes, onNo }: AskStepProps) {
  const words = ordersWords.question(action, side)
  return (
    <Sheet title={words.title} onClose={onNo}>
      {words.text && <Text className="ask-step__text">{words.text}</Text>}
      <View className="ask-step__answers">
        <View className="ask-step__yes">
          <Button kind={action === 'agree' || action === 'settle' ? 'line' : 'bad'} onPress={onYes}>
            {words.yes}
          </Button>
        </View>
        <Button kind="soft" onPress={onNo}>
          {words.no}
        </Button>
      </View>
    </Sheet>
  )
}
