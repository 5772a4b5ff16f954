import { Text, View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { heading } from '@/platform/a11y/aria'
import { Card } from '@/ui/card/card'
import './settings-group.scss'

/** A card with settings, below a title unless the page's says the same. */
export function SettingsGroup({ title, children }: PropsWithChildren<{ title?: string }>) {
  return (
    <Card>
      <View className="settings-group">
        {title && (
          <Text className="settings-group__title" {...heading(2)}>
            {title}
          </Text>
        )}
        {children}
      </View>
    </Card>
  )
}

/** A card with rows from edge to edge, below a title. */
export function SettingsRows({ title, children }: PropsWithChildren<{ title: string }>) {
  return (
    <Card flush>
      <Text className="settings-group__head" {...heading(2)}>
        {title}
      </Text>
      {children}
    </Card>
  )
}
