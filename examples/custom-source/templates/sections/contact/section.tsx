import { Text, View } from '@tarojs/components'
import { pressableIn } from '@/templates/goods/pressable-in'
import { SectionTitle } from '@/templates/goods/section-title'
import type { SectionProps } from '@/templates/section'
import type { ContactSettings } from '@/templates/sections/contact/settings'
import { visitWords as words } from '../../../locales/visit'
import './visit.scss'

/** Replaces the built-in contact section: a stove, when it is lit, and the phone number to call before a visit. */
export function Contact({ shop, context }: SectionProps<ContactSettings>) {
  const { phone } = shop
  return (
    <View className="look__section visit">
      <SectionTitle>{words.title}</SectionTitle>
      <View className="visit__stove" />
      <Text className="visit__words">{words.stove}</Text>
      {phone && (
        <View className="visit__call" {...pressableIn(context, words.call(phone), () => context.callShop())}>
          <Text className="visit__words">{words.call(phone)}</Text>
        </View>
      )}
    </View>
  )
}
