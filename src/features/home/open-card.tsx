import { Text, View } from '@tarojs/components'
import { heading } from '@/platform/heading'
import { go } from '@/platform/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Picture } from '@/ui/picture/picture'
import { homeWords } from '@/words/zh/home'
import './open-card.scss'

/** The main thing to do here: open a shop, or go on where it was left. */
export function OpenCard({ begun }: { begun: boolean }) {
  const { title, text, button } = begun ? homeWords.resume : homeWords.open
  return (
    <View className="open-card">
      <View className="open-card__top">
        <View className="open-card__words">
          <Text className="open-card__title" {...heading(2)}>
            {title}
          </Text>
          <Text className="open-card__text">{text}</Text>
        </View>
        <View className="open-card__picture">
          <Picture art="plain" alt="" ratio={1} rounded />
        </View>
      </View>
      <Button onPress={() => go(urlOf('open'))}>{button}</Button>
    </View>
  )
}
