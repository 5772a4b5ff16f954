import { Text, View } from '@tarojs/components'
import { Icon, type IconName } from '@/ui/icon/icon'
import { SectionTitle } from '../goods/section-title'
import type { SectionContext } from '../section'
import './section-placeholder.scss'

interface SectionPlaceholderProps {
  context: SectionContext
  icon: IconName
  title: string
  /** Says what to add, and why. */
  words: string
}

/** Placeholder of a section without content: in the editor it says what belongs there; buyers see nothing. */
export function SectionPlaceholder({ context, icon, title, words }: SectionPlaceholderProps) {
  if (!context.isEditing) return null
  return (
    <View className="look__section unfilled">
      <SectionTitle>{title}</SectionTitle>
      <View className="unfilled__box">
        <Icon name={icon} size={32} />
        <Text className="unfilled__words">{words}</Text>
      </View>
    </View>
  )
}
