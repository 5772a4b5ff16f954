import { Text, View } from '@tarojs/components'
import { SectionTitle } from '../../goods/section-title'
import type { SectionProps } from '../../section'
import type { TextBlockSettings } from './settings'
import './section.scss'

/** A text by the seller; without title and text it is a dividing line. */
export function TextBlock({ settings }: SectionProps<TextBlockSettings>) {
  const { title, text, form } = settings
  return (
    <View className={`look__section text-block text-block--${form}`}>
      <SectionTitle>{title}</SectionTitle>
      {text && <Text className="text-block__text">{text}</Text>}
      {!title && !text && <View className="text-block__line" />}
    </View>
  )
}
