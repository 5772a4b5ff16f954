import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria, pressable } from '@/platform/a11y/aria'
import { Icon, type IconName } from '@/ui/icon/icon'
import './list-row.scss'

interface ListRowProps {
  title: string
  /** Its present value, in a second line. */
  value?: string | undefined
  /** Advice about it, in a line of its own. */
  warn?: string | undefined
  icon?: IconName
  /** A picture of its present value, before the arrow. */
  picture?: ReactNode
  /** What is done where the row leads, before its arrow. */
  action?: string
  /** `down` if it opens in place. */
  arrow?: IconName
  /** True while what it opens is beside the list. */
  isOpen?: boolean
  onPress(): void
}

/** A row of a list, which opens something; rows stand one below another in a flush card. */
export function ListRow(props: ListRowProps) {
  const { title, value, warn, icon, picture, action, arrow = 'forward', isOpen = false, onPress } = props
  return (
    <View
      className={`list-row ${isOpen ? 'list-row--open' : ''}`}
      {...pressable(null, onPress)}
      {...aria({ current: isOpen || undefined })}
    >
      {icon && <Icon name={icon} size={24} />}
      <View className="list-row__words">
        <Text className="list-row__title">{title}</Text>
        {value && <Text className="list-row__value">{value}</Text>}
        {warn && <Text className="list-row__warn">{warn}</Text>}
      </View>
      {picture}
      {action && <Text className="list-row__action">{action}</Text>}
      <Icon name={arrow} size={18} />
    </View>
  )
}
