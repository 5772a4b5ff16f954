import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon, type IconName } from '@/ui/icon/icon'
import './call-note.scss'

/** A note about an obstacle, with a way to call the shop beside it, or below it in a narrow window. */
export function CallNote({ icon, text, call }: { icon: IconName; text: string; call: ReactNode }) {
  return (
    <View className="call-note">
      <View className="call-note__words">
        <Icon name={icon} size={24} />
        <Text className="call-note__text">{text}</Text>
      </View>
      {call}
    </View>
  )
}
