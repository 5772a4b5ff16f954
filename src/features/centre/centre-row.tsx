import { Text, View } from '@tarojs/components'
import { pressable } from '@/platform/a11y/aria'
import { Icon } from '@/ui/icon/icon'
import './centre.scss'

interface CentreRowProps {
  title: string
  text?: string | undefined
  /** Opens the page of the row; absent where the user may not see it. */
  onPress?: (() => void) | undefined
}

/** A row of a list, which opens a page. */
export function CentreRow({ title, text, onPress }: CentreRowProps) {
  const texts = (
    <View className="centre-row__words">
      <Text className="centre-row__title">{title}</Text>
      {text && <Text className="centre-row__text">{text}</Text>}
    </View>
  )
  if (!onPress) return <View className="centre-row">{texts}</View>
  return (
    <View className="centre-row centre-row--open" {...pressable(null, onPress, { role: 'link' })}>
      {texts}
      <Icon name="forward" size={20} />
    </View>
  )
}
