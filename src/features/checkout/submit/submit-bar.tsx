import { Text, View } from '@tarojs/components'
import type { Fen } from '@/domain/money'
import { checkoutWords } from '@/locales/order/checkout'
import { Button } from '@/ui/button/button'
import './submit-bar.scss'

interface SubmitBarProps {
  total: Fen
  busy: boolean
  disabled: boolean
  onSubmit(): void
}

/** The foot of the checkout: the total and the submit button. */
export function SubmitBar({ total, busy, disabled, onSubmit }: SubmitBarProps) {
  const { sum, submit, sending } = checkoutWords
  return (
    <View className="submit-bar">
      <View className="submit-bar__sum">
        <Text className="submit-bar__label">{checkoutWords.total}</Text>
        <Text className="submit-bar__total">{sum(total)}</Text>
      </View>
      <View className="submit-bar__button">
        <Button onPress={onSubmit} busy={busy && sending} disabled={disabled}>
          {submit}
        </Button>
      </View>
    </View>
  )
}
