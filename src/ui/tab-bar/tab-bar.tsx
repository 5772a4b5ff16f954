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
  /** One below the other, at the left of a wide window. */
  isVertical?: boolean
}

/** The tab bar at the bottom of a page, or at its left. */
export function TabBar<Key extends string>(props: TabBarProps<Key>) {
  const { tabs, active, onChange, isVertical = false } = props
  return (
    <View
      className={isVertical ? 'tab-bar tab-bar--vertical' : 'tab-bar'}
      {...aria({ role: 'tablist', ...(isVertical ? { orientation: 'vertical' } : {}) })}
    >
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
