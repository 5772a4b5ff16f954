import { Text, View } from '@tarojs/components'
import { aria, pressable } from '@/platform/a11y/aria'
import { Icon, type IconName } from '@/ui/icon/icon'
import './tab-bar.scss'

export interface Tab<Key extends string> {
  key: Key
  icon: IconName
  words: string
  /** Badge count; 0 shows none. */
  count?: number
}

export interface TabBarProps<Key extends string> {
  tabs: readonly Tab<Key>[]
  active: Key
  onChange(key: Key): void
}

/** The tab bar at the bottom of a page. */
export function TabBar<Key extends string>({ tabs, active, onChange }: TabBarProps<Key>) {
  return (
    <View className="tab-bar" {...aria({ role: 'tablist' })}>
      {tabs.map((tab) => (
        <View
          key={tab.key}
          className={`tab-bar__tab ${tab.key === active ? 'tab-bar__tab--on' : ''}`}
          {...pressable(null, () => onChange(tab.key), { role: 'tab', checked: tab.key === active })}
        >
          <Icon name={tab.icon} size={24} />
          <Text className="tab-bar__words">{tab.words}</Text>
          {Boolean(tab.count) && <Text className="tab-bar__count">{tab.count}</Text>}
        </View>
      ))}
    </View>
  )
}
