import { Text, View } from '@tarojs/components'
import type { Fen } from '@/domain/money'
import { moneyWords as words } from '@/locales/payment/money'
import { pressable } from '@/platform/a11y/aria'
import { Icon } from '@/ui/icon/icon'

interface AmountRowProps {
  name: string
  fen: Fen
  kind?: 'strong' | 'part' | undefined
  /** Shows the orders behind the amount. */
  onPress?: (() => void) | undefined
  /** True if the orders of this amount are shown; set where only one of several amounts shows its orders at a time. */
  pressed?: boolean
}

/** An amount with its name; a button when there are orders behind it. */
export function AmountRow({ name, fen, kind, onPress, pressed }: AmountRowProps) {
  const className = `money__row ${kind ? `money__row--${kind}` : ''}`
  const texts = (
    <>
      <Text className="money__name">{name}</Text>
      <Text className="money__amount">{words.yuan(fen)}</Text>
    </>
  )
  if (!onPress) return <View className={className}>{texts}</View>
  const options = pressed === undefined ? {} : { pressed }
  return (
    <View className={`${className} money__row--open`} {...pressable(null, onPress, options)}>
      {texts}
      <Icon name={pressed ? 'check' : 'right'} size={20} />
    </View>
  )
}
