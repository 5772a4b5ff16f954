import { Text, View } from '@tarojs/components'
import { todayWords } from '@/locales/shop/today'
import { pressable } from '@/platform/a11y/aria'
import { Icon, type IconName } from '@/ui/icon/icon'
import './tile.scss'

interface TileProps {
  icon: IconName
  title: string
  note: string
  /** The note is a warning, e.g. about low stock. */
  warn?: boolean
  onPress(): void
}

/** A tile that opens another part of the shop. */
export function Tile({ icon, title, note, warn = false, onPress }: TileProps) {
  return (
    <View className="tile" {...pressable(todayWords.tileLabel(title, note), onPress)}>
      <View className="tile__icon">
        <Icon name={icon} size={28} />
      </View>
      <Text className="tile__title">{title}</Text>
      <Text className={`tile__note ${warn ? 'tile__note--warn' : ''}`}>{note}</Text>
    </View>
  )
}
