import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from '@/platform/a11y/aria'
import { Icon, type IconName } from '@/ui/icon/icon'
import { Heading } from '@/ui/text/heading'
import './notice.scss'

export interface NoticeProps {
  icon: IconName
  title: string
  text?: string
  /** Action buttons. */
  children?: ReactNode
}

/** A message in place of content: empty, failed, not found, closed; with a text and actions. */
export function Notice({ icon, title, text, children }: NoticeProps) {
  return (
    <View className="notice" {...aria({ role: 'status' })}>
      <View className="notice__icon">
        <Icon name={icon} size={36} />
      </View>
      <Heading className="notice__title">{title}</Heading>
      {text && <Text className="notice__text">{text}</Text>}
      {children && <View className="notice__actions">{children}</View>}
    </View>
  )
}
