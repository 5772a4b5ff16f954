import { Text, View } from '@tarojs/components'
import type { Fen } from '@/domain/money'
import { moneyWords as words } from '@/locales/money'
import { pressable } from '@/platform/a11y/aria'
import { Icon } from '@/ui/icon/icon'

interface AmountRowProps {
  name: string
  fen: Fen
  kind?: 'strong' | 'part'
  /** Opens the orders behind the amount. */
  onPress?: (() => void) | undefined
}

/** An amount with its name; a button when there are orders behind it. */
export function AmountRow({ name, fen, kind, onPress }: AmountRowProps) {
  const className = `money__row ${kind ? `money__row--${kind}` : ''}`
  const texts = (
    <>
      <Text className="money__name">{name}</Text>
      <Text className="money__amount">{words.yuan(fen)}</Text>
    </>
  )
  if (!onPress) return <View className={className}>{texts}</View>
  return (
    <View className={`${className} money__row--open`} {...pressable(null, onPress)}>
      {texts}
      <Icon name="right" size={20} />
    </View>
  )
}
