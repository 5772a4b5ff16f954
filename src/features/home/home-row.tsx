import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { pressable } from '@/platform/a11y/aria'
import { Icon } from '@/ui/icon/icon'
import './home-row.scss'

interface HomeRowProps {
  /** A picture or an icon. */
  lead: ReactNode
  title: string
  text?: string
  /** The text asks for an action. */
  urgent?: boolean
  onPress(): void
}

/** A row that opens something. */
export function HomeRow({ lead, title, text, urgent = false, onPress }: HomeRowProps) {
  return (
    <View className="home-row" {...pressable(null, onPress, { role: 'link' })}>
      {lead}
      <View className="home-row__words">
        <Text className="home-row__title">{title}</Text>
        {text && <Text className={`home-row__text ${urgent ? 'home-row__text--urgent' : ''}`}>{text}</Text>}
      </View>
      <Icon name="forward" size={20} />
    </View>
  )
}
