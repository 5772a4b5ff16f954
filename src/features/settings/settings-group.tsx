import { Text, View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { heading } from '@/platform/a11y/aria'
import './settings-group.scss'

/** A titled group of settings. */
export function SettingsGroup({ title, children }: PropsWithChildren<{ title: string }>) {
  return (
    <View className="settings-group">
      <Text className="settings-group__title" {...heading(2)}>
        {title}
      </Text>
      {children}
    </View>
  )
}
