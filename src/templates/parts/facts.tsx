import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon, type IconName } from '@/ui/icon/icon'
import { SectionTitle } from '../goods/section-title'
import './facts.scss'

/** Renders one fact of a shop: an icon and its text; nothing without text. */
export const renderFact = (icon: IconName, words: string | undefined) =>
  words && (
    <View key={icon} className="facts__one">
      <Icon name={icon} />
      <Text className="facts__words">{words}</Text>
    </View>
  )

/** A titled sheet of facts, half as wide as the page in a wide window. */
export function Facts({ title, children }: { title: string; children: ReactNode }) {
  return (
    <View className="look__section look__section--half">
      <View className="facts">
        <SectionTitle>{title}</SectionTitle>
        {children}
      </View>
    </View>
  )
}
