import { Text, View } from '@tarojs/components'
import { pressable } from '@/platform/a11y/aria'
import { Icon } from '@/ui/icon/icon'
import './centre.scss'

interface CentreRowProps {
  title: string
  text?: string | undefined
  onPress(): void
}

/** A row of a list that opens a page. */
export function CentreRow({ title, text, onPress }: CentreRowProps) {
  return (
    <View className="centre-row" {...pressable(null, onPress, { role: 'link' })}>
      <View className="centre-row__words">
        <Text className="centre-row__title">{title}</Text>
        {text && <Text className="centre-row__text">{text}</Text>}
      </View>
      <Icon name="forward" size={20} />
    </View>
  )
}
