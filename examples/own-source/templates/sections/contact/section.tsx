import { Text, View } from '@tarojs/components'
import { press } from '@/templates/goods/press'
import { SectionTitle } from '@/templates/goods/section-title'
import type { SectionProps } from '@/templates/section'
import type { ContactSettings } from '@/templates/sections/contact/settings'
import { visitWords as words } from '../../../locales/zh-CN/visit'
import './visit.scss'

/** In place of the project's way to reach a shop: a stove, when its fire is lit, and whom to ring before. */
export function Contact({ shop, context }: SectionProps<ContactSettings>) {
  const { phone } = shop
  return (
    <View className="look__section visit">
      <SectionTitle>{words.title}</SectionTitle>
      <View className="visit__stove" />
      <Text className="visit__words">{words.stove}</Text>
      {phone && (
        <View className="visit__call" {...press(context, words.call(phone), () => context.callShop())}>
          <Text className="visit__words">{words.call(phone)}</Text>
        </View>
      )}
    </View>
  )
}
